import { describe, expect, it } from 'vitest';
import { exit, jumpImm, load, mov, movImm, store } from '../../fuzz/instructions.ts';
import type { Item } from '../../fuzz/item.ts';
import type { FuzzProgram } from '../../fuzz/program.ts';
import { KnownValues } from './known-values.ts';
import { checkProgram } from './soundness.ts';

const program = (...items: Item[]): FuzzProgram => ({
  type: 'sched_cls',
  flags: 0,
  license: 'GPL',
  items,
  maps: [],
  starts: [],
  isRepeatable: true,
  hasOpenLoop: false,
  productions: [],
});

const SHIFT_RIGHT = 0x77;
const LEN = 0;

describe('every value is one that the verifier knew of', () => {
  it('in a program with numbers, branches and the stack', () => {
    const items = [
      load(4, 2, 1, LEN),
      { opcode: SHIFT_RIGHT, dst: 2, src: 0, off: 0, imm: 3 },
      { ...jumpImm(0x25, 2, 7), target: 4 },
      movImm(2, 9),
      store(8, 10, 2, -8),
      load(8, 0, 10, -8),
      exit,
    ];
    expect(checkProgram(program(...items), 3)).toEqual({ instructions: 18, violation: undefined });
  });

  it('and a program that is refused has none', () => {
    expect(checkProgram(program(mov(0, 5), exit), 1)).toBeUndefined();
  });

  it('an instruction that no path reached is told', () => {
    expect(new KnownValues().problem(3, new Int32Array(22))).toBe('insn 3 was never walked');
  });
});
