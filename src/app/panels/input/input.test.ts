import { describe, expect, it } from 'vitest';
import { hexDigits, hexOfText, runLines, textOfHex, withInput, withRun } from './run-line.ts';

const RUN = 'bpftool prog run name feed';

/** A line, and what it gives to the program: data, context, repeat, other words. */
const LINES: readonly [line: string, data: string, context: string, repeat: number, rest: string][] = [
  [RUN, '', '', 1, ''],
  [`${RUN} data_in hex 0a ff repeat 3`, '0aff', '', 3, ''],
  [`${RUN} data_in hex 0xa 1 ctx_in hex 00 00 data_out -`, '0a01', '0000', 1, 'data_out -'],
  [`[nc@1] bpftool -j prog run name feed data_in - repeat 2`, '', '', 2, 'data_in -'],
  [`@12 ${RUN} repeat 5`, '', '', 5, ''],
];

describe('lines that run a program', () => {
  it.each(LINES)('%s', (line, data, context, repeat, rest) => {
    const [found] = runLines(`# a script\n${line}\nsleep 1\n`);
    expect(found).toMatchObject({ index: 1, program: 'feed', command: line.replace(/^@12 /, '') });
    expect([found.input.data ?? '', found.input.context ?? '', found.input.repeat, found.rest.join(' ')]).toEqual([
      data,
      context,
      repeat,
      rest,
    ]);
  });

  it('come back changed in their place, with everything else as it was', () => {
    const script = `sleep 1\n@4 [nc@1] ${RUN} repeat 2 data_out -\n# end\n`;
    const [line] = runLines(script);
    expect(withInput(script, line, { cpu: 1, data: '00ff', context: undefined, repeat: 1 })).toBe(
      `sleep 1\n@4 [nc@1] ${RUN} data_in hex 00 ff data_out -\n# end\n`,
    );
    expect(withInput(script, line, { ...line.input, cpu: 0 })).toContain(`@4 [nc] ${RUN} repeat 2`);
    const [plain] = runLines(RUN);
    expect(withInput(RUN, plain, { ...plain.input, cpu: 3 })).toBe(`[sh@3] ${RUN}`);
    expect(withInput(script, line, line.input)).toBe(script);
  });

  it('are not other lines', () => {
    expect(runLines('bpftool prog show\nsleep 1\nbpftool prog run\n')).toEqual([]);
    expect(runLines(withRun('sleep 1', 'feed'))).toMatchObject([{ index: 1, program: 'feed' }]);
  });
});

describe('bytes', () => {
  it.each([
    ['0a ff', '0aff'],
    ['0x0A:fF', '0aff'],
    ['', ''],
    ['0', undefined],
    ['zz', undefined],
  ])('%s', (typed, digits) => expect(hexDigits(typed)).toBe(digits));

  it('are text or not', () => {
    expect(textOfHex(hexOfText('GET /'))).toBe('GET /');
    expect(textOfHex('ff')).toBeUndefined();
  });
});
