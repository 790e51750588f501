import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readObject } from './elf/read.ts';
import { BPF_CALL, BPF_EXIT, BPF_JMP } from './isa/constants.ts';
import { decode } from './isa/insn.ts';
import { withText } from './object-text.ts';

/** What the lines of these instructions must say. */
const WORDS = new Map([
  [BPF_JMP | BPF_CALL, 'call '],
  [BPF_JMP | BPF_EXIT, 'exit'],
]);

it.each(['timers/lifecycle.o', 'control/calls.o'])(
  'every call and exit of %s stands on a line that says so',
  (name) => {
    const object = readFileSync(new URL(`../conformance/corpus/objects/${name}`, import.meta.url));
    const read = readObject(object, name);
    if (!read.ok) throw new Error(read.error[0].message);
    const { spec, text } = withText(read.value, name);
    const lines = text.split('\n');
    let seen = 0;
    for (const fn of [...spec.programs, ...spec.functions]) {
      decode(fn.insns).opcode.forEach((opcode, slot) => {
        const word = WORDS.get(opcode);
        if (word === undefined) return;
        expect(lines[(fn.sourceLines?.[slot] ?? 0) - 1]?.trim(), `${fn.name} ${slot}`).toMatch(new RegExp(`^${word}`));
        seen++;
      });
    }
    expect(seen).toBeGreaterThan(10);
  },
);
