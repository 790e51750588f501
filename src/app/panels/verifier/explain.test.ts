import { expect, it } from 'vitest';
import { explain, origins } from './explain.ts';

it.each([
  [
    'At async callback return the register R0 has smin=1 smax=1 should have been in [0, 0]',
    'on this path it returns 1.',
  ],
  ['At async callback return the register R0 has smin=-1 smax=7 should have been in [0, 0]', 'returns -1 to 7.'],
  ['At async callback return the register R0 has unknown scalar value should have been in [0, 0]', 'unknown scalar'],
  ['At program exit the register R0 has smin=5 smax=5 should have been in [0, 1]', 'may return [0, 1]'],
  ['R4 !read_ok', 'R4 has no value on this path'],
  ["off 4 doesn't point to 'struct bpf_timer' that is at 8", 'begins at byte 8'],
  ["timer pointer in R1 map_uid=0 doesn't match map pointer in R2 map_uid=0", 'bpf_timer_init takes in R2'],
  ["map 'flows' has no valid bpf_timer", "flows's value"],
  ["R0 invalid mem access 'map_value_or_null'", 'Compare it with 0'],
  ['infinite loop detected at insn 7', 'came back to 7'],
])('%s', (message, words) => expect(explain(message)).toContain(words));

it('has no words for what it does not know', () => expect(explain('R4 !read_ok at all')).toBeUndefined());

it('finds where a reference was acquired', () => {
  const log = '26: (95) exit\nUnreleased reference id=3 alloc_insn=21\nUnreleased reference id=2 alloc_insn=4\n';
  expect(origins(log)).toEqual([
    { insn: 4, what: 'acquires reference 2' },
    { insn: 21, what: 'acquires reference 3' },
  ]);
});
