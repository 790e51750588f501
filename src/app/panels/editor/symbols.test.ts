import { describe, expect, it } from 'vitest';
import { completionsAt } from './complete.ts';
import { definitionAt, symbolsOf } from './symbols.ts';
import { wordHover } from './word-hover.ts';

const TEXT = `.struct elem { timer: bpf_timer }
.map timers type=array key=u32 value=elem max_entries=1
.set DELAY, 5   # ns
.program arm section=xdp
1:  r1 = timers ll
    r2 = tick ll
    call bpf_timer_set_callback
    r3 = DELAY
    if r0 == 0 goto out
    goto 1b
out:
    exit
.callback tick map=timers # arm
    exit
`;

/** The text with the last line that starts like this, cut at `|`, in the place of the place that is asked about. */
function at(typed: string): readonly [text: string, line: number, column: number] {
  const column = typed.indexOf('|') + 1;
  const text = `${TEXT}${typed.replace('|', '')}`;
  return [text, text.split('\n').length, column];
}

describe('symbols', () => {
  it('are what directives and labels define', () =>
    expect(symbolsOf(TEXT).map(({ name, kind, line }) => `${line} ${kind} ${name}`)).toEqual([
      '1 type elem',
      '2 map timers',
      '3 number DELAY',
      '4 function arm',
      '5 label 1',
      '11 label out',
      '13 function tick',
    ]));

  const DEFINITIONS: readonly [place: string, line: number | undefined][] = [
    ['r1 = tim|ers ll', 2],
    ['r2 = |tick ll', 13],
    ['goto out|', 11],
    ['goto 1b|', 5],
    ['goto 1f|', undefined],
    ['call bpf_timer_|start', undefined],
    ['exit # tim|ers', undefined],
  ];

  for (const [place, line] of DEFINITIONS) {
    it(`${place} is defined in ${line === undefined ? 'no line' : `line ${line}`}`, () =>
      expect(definitionAt(...at(place))?.line).toBe(line));
  }
});

describe('what a word may become', () => {
  const OFFERED: readonly [typed: string, has: string, lacks: string][] = [
    ['    call bpf_ti|', 'bpf_timer_start', 'timers'],
    ['    call |', 'tick', 'DELAY'],
    ['    r1 = |', 'timers ll', 'bpf_timer_start'],
    ['    r3 = CL|', 'CLOCK_MONOTONIC', 'out'],
    ['    r3 += |', 'DELAY', 'timers ll'],
    ['    goto |', 'out', 'arm'],
    ['.map more type=|', 'lru_hash', 'unspec'],
    ['.map more type=hash |', 'max_entries=', 'hash'],
    ['.map more type=hash key=|', 'elem', 'timers'],
    ['.callback other map=|', 'timers', 'elem'],
    ['.program other section=|', 'xdp', 'tick'],
  ];

  for (const [typed, has, lacks] of OFFERED) {
    it(`${typed} offers ${has}`, () => {
      const offered = completionsAt(...at(typed)).map(({ label, insert }) => insert ?? label);
      expect(offered).toContain(has);
      expect(offered).not.toContain(lacks);
    });
  }

  it('is nothing in a comment', () => expect(completionsAt(...at('    exit # call bp|'))).toEqual([]));
});

describe('what is said about a word', () => {
  it('is the prototype of a helper with what it returns', () => {
    const said = wordHover(...at('    call bpf_timer_canc|el'));
    expect(said).toContain('long bpf_timer_cancel(struct bpf_timer *timer)');
    expect(said).toContain('| `-EDEADLK` |');
  });

  it('is the definition of a name, but not at that definition', () => {
    expect(wordHover(...at('    r1 = tim|ers ll'))).toContain('.map timers type=array');
    expect(wordHover(TEXT, 2, 7)).toBeUndefined();
    expect(wordHover(...at('    ex|it'))).toBeUndefined();
  });
});
