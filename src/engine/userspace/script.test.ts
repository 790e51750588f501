import { describe, expect, it } from 'vitest';
import { parseScriptLine } from './script.ts';

const sh = { process: 'sh', cpu: 0 };
const named = (name: string) => ({ by: 'name', name });

const LINES: readonly [string, unknown][] = [
  [
    'bpftool prog run name first_timer',
    {
      ...sh,
      command: { is: 'prog run', program: named('first_timer'), data: undefined, context: undefined, repeat: 1 },
    },
  ],
  [
    '[nc@1] bpftool prog run id 7 data_in hex 00 ff repeat 3',
    {
      process: 'nc',
      cpu: 1,
      command: {
        is: 'prog run',
        program: { by: 'id', id: 7 },
        data: Uint8Array.of(0, 255),
        context: undefined,
        repeat: 3,
      },
    },
  ],
  [
    'bpftool map update name flows key 1 0 0 0 value hex 2a 0 exist',
    {
      ...sh,
      command: {
        is: 'map update',
        map: named('flows'),
        key: Uint8Array.of(1, 0, 0, 0),
        value: Uint8Array.of(42, 0),
        flags: 2,
      },
    },
  ],
  [
    '[b] bpftool map delete name flows key 0x10',
    { process: 'b', cpu: 0, command: { is: 'map delete', map: named('flows'), key: Uint8Array.of(16) } },
  ],
  ['sleep 0.25', { ...sh, command: { is: 'sleep', ns: 250_000_000 } }],
  ['advance 20us', { ...sh, command: { is: 'advance', ns: 20_000 } }],
  ['next-fire', { ...sh, command: { is: 'next-fire' } }],
  ['close map flows', { ...sh, command: { is: 'close', what: 'map', name: 'flows' } }],
];

const ERRORS: readonly [string, string, number, number][] = [
  ['', 'a command of bpftool', 1, 1],
  ['[a b] sleep 1', 'expected [process@cpu]', 1, 14],
  ['perf record', '"perf" is not a command', 1, 5],
  ['bpftool prog run flows', 'expected name or id', 18, 23],
  ['bpftool map update name m key value 1', 'expected bytes', 31, 36],
  ['bpftool map update name m key 256 value 1', '256 is no byte', 31, 34],
  ['bpftool map update name m key 1 value 1 often', '"often" is not an update flag', 41, 46],
  ['sleep 5m', 'expected a time', 7, 9],
  ['next-fire now', '"now" is one word too many', 11, 14],
];

describe('a script line', () => {
  it.each(LINES)('%s', (text, line) => expect(parseScriptLine(text)).toEqual({ ok: true, value: line }));
  it.each(ERRORS)('%j is refused: %s', (text, message, column, endColumn) => {
    const result = parseScriptLine(text);
    expect(result).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(message), at: { line: 1, column, endColumn } },
    });
  });
});
