import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import {
  fromScenario,
  isLoaded,
  toScenario,
  toScript,
  toScriptText,
  withFiles,
  withLoaded,
  withMachine,
  withObjectBack,
  withText,
} from './documents.ts';

const scenario: Scenario = {
  v: 1,
  title: 'Two files',
  programs: [
    { name: 'a.s', asm: 'r0 = 0\nexit\n' },
    { name: 'b.o', object: 'f0VMRg==' },
  ],
  machine: { cpus: 2, kernel: '6.18' },
  script: [{ line: 'bpftool prog run name a' }, { line: 'advance 5ms', at: 12 }],
  grain: 'point',
  files: [{ name: 'p.pcap', data: 'AAEC' }],
  schedule: [[3, 1]],
  expect: { step: 40, runHash: '0123456789abcdef' },
};
const document = fromScenario(scenario, 'x', 'link');

describe('a document', () => {
  it('gives back the scenario it came from, but for what was promised', () => {
    const { expect: _, ...rest } = scenario;
    expect(toScenario(document)).toEqual(rest);
  });

  it('that is typed over belongs to the user, and promises nothing', () => {
    const typed = withText(document, 'a.s', 'r0 = 1\nexit\n');
    expect(typed).toMatchObject({ origin: 'own', programs: [{ text: 'r0 = 1\nexit\n' }, { is: 'object' }] });
    expect(typed.expect).toBeUndefined();
    expect(typed.schedule).toBeUndefined();
    expect(document.origin).toBe('link');
  });

  it('with other files keeps what it promised', () => {
    const files = [{ name: 'q.pcap', data: 'AAEC' }];
    expect(withFiles(document, files)).toMatchObject({ origin: 'own', files, expect: scenario.expect });
    expect(withFiles(document, []).files).toBeUndefined();
  });

  it('on another machine keeps its script, and promises nothing', () => {
    const machine = { cpus: 1, kernel: 'v3', switches: { lock: false } };
    const moved = withMachine(document, { machine, grain: 'insn' });
    const { schedule: _schedule, expect: _expect, ...rest } = scenario;
    expect(toScenario(moved)).toEqual({ ...rest, machine, grain: 'insn' });
    expect(moved.expect).toBeUndefined();
  });

  it('says which programs are not loaded, as its scenario does', () => {
    const without = withLoaded(withLoaded(document, 'a', false), 'b', false);
    expect(toScenario(without).skip).toEqual(['a', 'b']);
    expect(fromScenario(toScenario(without), 'y', 'link').skip).toEqual(['a', 'b']);
    const again = withLoaded(without, 'a', true);
    expect([isLoaded(again, 'a'), isLoaded(again, 'b')]).toEqual([true, false]);
    expect(toScenario(withLoaded(again, 'b', true)).skip).toBeUndefined();
  });

  it('keeps an object file whose assembly is typed over, to go back', () => {
    const typed = withText(document, 'b.o', 'exit\n');
    expect(typed.programs[1]).toMatchObject({ is: 'text', name: 'b.s', text: 'exit\n' });
    expect(withObjectBack(typed, 'b.s').programs[1]).toEqual(document.programs[1]);
  });
});

describe('a script', () => {
  it.each([
    [
      'a\n\n# no command\n  b  \n\n',
      [{ line: 'a' }, { line: '' }, { line: '# no command' }, { line: '  b' }],
      'a\n\n# no command\n  b\n',
    ],
    ['\\@home', [{ line: '@home' }], '@home\n'],
    ['@7 next-fire', [{ line: 'next-fire', at: 7 }], '@7 next-fire\n'],
    ['', [], ''],
  ])('%j', (text, script, back) => {
    expect(toScript(text)).toEqual(script);
    expect(toScriptText(script)).toBe(back);
  });
});
