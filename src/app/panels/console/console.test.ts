import { describe, expect, it } from 'vitest';
import type { MachineAnswer } from '../../../engine/scenario/queries.ts';
import { completed, EMPTY_LINE, edited, keysOf } from './line-editor.ts';
import { withLinks } from './links.ts';
import { type Remark, transcript } from './transcript.ts';

const KEYS: Readonly<Record<string, string>> = {
  left: '\x1b[D',
  up: '\x1b[A',
  down: '\x1b[B',
  home: '\x1b[H',
  end: '\x1b[F',
  del: '\x1b[3~',
  back: '\x7f',
  wordLeft: '\x1b[1;5D',
  wordRight: '\x1b[1;5C',
  cutWord: '\x17',
  cutLine: '\x15',
  cutEnd: '\x0b',
};

/** Keys in braces, everything else as typed; the line afterwards with | where the cursor is. */
const EDITING: readonly [typed: string, line: string][] = [
  ['abc', 'abc|'],
  ['abc{left}{left}x', 'ax|bc'],
  ['ac{left}b', 'ab|c'],
  ['abc{home}{del}{end}d', 'bcd|'],
  ['abc{back}{back}{back}{back}', '|'],
  ['map show id{cutWord}', 'map show |'],
  ['map show  {cutWord}', 'map |'],
  ['map show{wordLeft}', 'map |show'],
  ['map show{home}{wordRight}', 'map| show'],
  ['map show{wordLeft}{cutEnd}', 'map |'],
  ['map show{wordLeft}{cutLine}', '|show'],
  ['{up}', 'second|'],
  ['new{up}{up}{up}', 'first|'],
  ['new{up}{up}{down}{down}{down}', 'new|'],
  ['{up}!{down}', '|'],
  ['{wordLeft}{left}{up}', 'second|'],
];

describe('the line editor', () => {
  it.each(EDITING)('%s', (typed, expected) => {
    const data = typed.replace(/\{(\w+)\}/g, (_, name: string) => KEYS[name]);
    const line = keysOf(data).reduce((before, key) => edited(before, key, ['first', 'second']), EMPTY_LINE);
    expect(`${line.text.slice(0, line.cursor)}|${line.text.slice(line.cursor)}`).toBe(expected);
  });

  it('does not know a sequence, and leaves the line as it is', () => {
    expect(edited({ ...EMPTY_LINE, text: 'a', cursor: 1 }, '\x1b[24~', [])).toMatchObject({ text: 'a', cursor: 1 });
  });
});

/** A line with its cursor at |, what the word may become, and the line after Tab; none where it stays. */
const COMPLETING: readonly [line: string, candidates: string, after: string | undefined][] = [
  ['bpft|', 'bpftool', 'bpftool |'],
  ['bpftool m| name timers', 'map', 'bpftool map | name timers'],
  ['bpftool map |', 'list lookup', 'bpftool map l|'],
  ['bpftool map l|', 'list lookup', undefined],
  ['rm /sys/fs/b|', '/sys/fs/bpf/', 'rm /sys/fs/bpf/|'],
  ['nothing |', '', undefined],
];

describe('completion', () => {
  it.each(COMPLETING)('%s', (typed, candidates, after) => {
    const line = completed(
      { ...EMPTY_LINE, text: typed.replace('|', ''), cursor: typed.indexOf('|') },
      candidates.split(' ').filter(Boolean),
    );
    expect(line && `${line.text.slice(0, line.cursor)}|${line.text.slice(line.cursor)}`).toBe(after);
  });
});

const machine: MachineAnswer = {
  step: 9,
  clock: '2000000',
  runHash: '0'.repeat(16),
  stop: { why: 'idle' },
  cpus: [],
  maps: [],
  traceLines: [
    '  sh-1001  [000] ...1. 0.000900: bpf_trace_printk: early',
    '  <idle>-0 [000] ..s1. 0.001500: bpf_trace_printk: late',
  ],
  output: [
    { step: 1, clock: '1000000', process: 'sh', line: 'echo a', lineNo: 1, text: 'a\nb', failed: false },
    { step: 2, clock: '2000000', process: 'sh', line: 'sleep 1ms', lineNo: 2, text: '', failed: false },
  ],
  busy: [],
};

const COLOUR = new RegExp(`${String.fromCharCode(0x1b)}\\[\\d+m`, 'g');

/** Without colours, and with ordinary spaces. */
const plain = (entries: readonly string[]) => entries.join('\n').replace(COLOUR, '').replaceAll('\u00a0', ' ');

const refused: Remark = {
  shell: 'sh',
  line: 'sleep soon',
  after: 2,
  clock: '2000000',
  diagnostics: [{ severity: 'error', message: 'expected a time', at: { line: 1, column: 7, endColumn: 11 } }],
};

/** Texts, and what leads where in them: `[text](address)`. */
const LINKS: readonly [text: string, marked: string][] = [
  ['see docs/console.md#files.', 'see [docs/console.md#files](https://rearm.example/x/docs/console.html#files).'],
  ['docs/scenarios.md', '[docs/scenarios.md](https://rearm.example/x/docs/scenarios.html)'],
  ['(https://docs.ebpf.io/linux/)', '([https://docs.ebpf.io/linux/](https://docs.ebpf.io/linux/))'],
  ['http://plain.example mydocs/a.txt', 'http://plain.example mydocs/a.txt'],
];

describe('links', () => {
  it.each(LINKS)('%s', (text, marked) => {
    const parts = withLinks(text, 'https://rearm.example/x/').split('\x1b]8;;');
    const shown = parts.map((part, i) => {
      const [address, rest] = part.split('\x1b\\');
      return i === 0 ? part : i % 2 === 1 ? `[${rest}](${address})` : rest;
    });
    expect(shown.join('')).toBe(marked);
  });
});

describe('the transcript', () => {
  it('shows what programs print, and lets none of it move the cursor', () => {
    const text = `\x1b]8;;https://evil.example\x07 ${String.fromCharCode(0xc3, 0xa4)} \xe4`;
    const output = [{ ...machine.output[0], text }];
    expect(plain(transcript({ ...machine, output, traceLines: [] }, [], 80)).split('\n')[1]).toBe(
      '^[]8;;https://evil.example^G ä ä',
    );
  });

  it('puts trace_pipe between the commands by its time', () => {
    expect(plain(transcript(machine, [], 80))).toBe(
      [
        '  sh-1001  [000] ...1. 0.000900: bpf_trace_printk: early',
        '1.000 000 # echo a',
        'a',
        'b',
        '  <idle>-0 [000] ..s1. 0.001500: bpf_trace_printk: late',
        '2.000 000 # sleep 1ms',
      ].join('\n'),
    );
  });

  it('points at the word that is refused', () => {
    expect(
      plain(transcript({ ...machine, traceLines: [] }, [refused], 80))
        .split('\n')
        .slice(-3),
    ).toEqual(['2.000 000 # sleep soon', '                  ^~~~', 'expected a time']);
  });

  it('quotes the word where the line is folded', () => {
    expect(
      plain(transcript({ ...machine, traceLines: [] }, [refused], 20))
        .split('\n')
        .slice(-3),
    ).toEqual(['soon', '^~~~', 'expected a time']);
  });

  it('shows one shell', () => {
    const [first, second] = machine.output;
    const output = [
      first,
      { ...second, process: 'sh2', line: '[sh2@1] sleep 1ms' },
      { ...first, line: '', text: '[1]+  Done' },
    ];
    const shown = (shell: string) => plain(transcript({ ...machine, traceLines: [], output }, [refused], 80, shell));
    expect(shown('sh2')).toBe('2.000 000 # sleep 1ms');
    expect(shown('sh').split('\n').slice(0, 3)).toEqual(['1.000 000 # echo a', 'a', 'b']);
    expect(shown('sh')).toContain('[1]+  Done');
  });
});
