import { describe, expect, it } from 'vitest';
import { parseScriptLine } from './script.ts';

/** Lines with their process, CPU and words. */
const LINES: readonly [string, string, number, string][] = [
  ['bpftool prog run name first_timer', 'sh', 0, 'bpftool|prog|run|name|first_timer'],
  [
    '[nc@1] bpftool prog run id 7 data_in hex 00 ff repeat 3',
    'nc',
    1,
    'bpftool|prog|run|id|7|data_in|hex|00|ff|repeat|3',
  ],
  ['[b] bpftool map delete name flows key 0x10', 'b', 0, 'bpftool|map|delete|name|flows|key|0x10'],
  ['bpftool -jp m loo n flows k 1', 'sh', 0, 'bpftool|-jp|m|loo|n|flows|k|1'],
  ['sleep 0.25', 'sh', 0, 'sleep|0.25'],
  ['next-fire', 'sh', 0, 'next-fire'],
  ['close map flows', 'sh', 0, 'close|map|flows'],
  ["echo 'two words' more", 'sh', 0, 'echo|two words|more'],
];

const ERRORS: readonly [string, string, number, number][] = [
  ['', 'a command of bpftool', 1, 1],
  ['[a b] sleep 1', 'expected [process@cpu]', 1, 14],
  ['perf record', '"perf" is not a command', 1, 5],
  ['bpftool prog run flows x', "expected 'id', 'tag', 'name' or 'pinned', got: 'flows'?", 18, 23],
  ['bpftool prog run', "'run' needs at least 4 arguments, 0 found", 17, 17],
  ['bpftool prog sing', 'Usage: bpftool prog', 14, 18],
  ['bpftool prog show id x', "can't parse x as ID", 22, 23],
  ['bpftool map show what', "what is 'what'?", 18, 22],
  ['bpftool --loud map', "unrecognized option '--loud'", 9, 15],
  ['bpftool map create /sys/fs/bpf/m type heap key 4 value 4 entries 1', 'unrecognized map type: heap', 39, 43],
  ['[x] sleep 5m', 'expected a time', 11, 13],
  ['next-fire now', '"now" is one word too many', 11, 14],
  ['kernel 5.15', 'the kernel of a machine is chosen in its scenario', 8, 12],
];

describe('a script line', () => {
  it.each(LINES)('%s', (text, process, cpu, words) => {
    const parsed = parseScriptLine(text);
    expect(parsed).toMatchObject({ ok: true, value: { process, cpu } });
    expect(parsed.ok && parsed.value.words.map((word) => word.text).join('|')).toBe(words);
  });
  it.each(ERRORS)('%j is refused: %s', (text, message, column, endColumn) => {
    const result = parseScriptLine(text);
    expect(result).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(message), at: { line: 1, column, endColumn } },
    });
  });
});
