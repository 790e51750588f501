import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { explain } from './explain.ts';

it.each([
  [
    'At async callback return the register R0 has smin=1 smax=1 should have been in [0, 0]',
    'on this path it returns 1.',
  ],
  ['At async callback return the register R0 has smin=-1 smax=7 should have been in [0, 0]', 'returns -1 to 7.'],
  ['At async callback return the register R0 has unknown scalar value should have been in [0, 0]', 'an unknown number'],
  ['At program exit the register R0 has smin=5 smax=5 should have been in [0, 1]', 'may return [0, 1]'],
  ['R4 !read_ok', 'R4 has no value on this path'],
  ["off 4 doesn't point to 'struct bpf_timer' that is at 8", 'begins at byte 8'],
  ["timer pointer in R1 map_uid=0 doesn't match map pointer in R2 map_uid=0", 'bpf_timer_init takes in R2'],
  ["map 'flows' has no valid bpf_timer", "flows's value"],
  ["R0 invalid mem access 'map_value_or_null'", 'Compare it with 0'],
  ['infinite loop detected at insn 7', 'came back to 7'],
  ['libbpf: BTF is required, but is missing or corrupted.', 'clang -O2 -g'],
  ['elf: section headers end at 9928, beyond 900 bytes', 'cut off'],
  [
    'libbpf: Error in bpf_create_map_xattr(m):Operation not supported(-95). Retrying without BTF.',
    'refuses the types of m',
  ],
])('%s', (message, words) => expect(explain(message)).toContain(words));

it('has no words for what it does not know', () => expect(explain('R4 !read_ok at all')).toBeUndefined());

/** A line of a recorded log that is a state or an instruction, or statistics: it gives no reason. */
const NO_REASON = /^(?:processed |(?:cur|old) state:|\d+: |$)/;

it('has words for every message that the kernel gave for the corpus', () => {
  const folder = new URL('../../../conformance/corpus/golden/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const messages = new Set<string>();
  for (const file of files) {
    const golden: { programs?: readonly { verdict: string; stage: string; log: readonly string[] | null }[] } =
      JSON.parse(readFileSync(new URL(file, folder), 'latin1'));
    for (const { verdict, stage, log } of golden.programs ?? []) {
      const reason = log?.findLast((line) => !NO_REASON.test(line));
      if (verdict === 'reject' && stage === 'prog' && reason !== undefined) messages.add(reason);
    }
  }
  expect(messages.size).toBeGreaterThan(100);
  expect([...messages].filter((message) => explain(message) === undefined)).toEqual([]);
});
