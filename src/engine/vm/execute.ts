/** Every instruction but calls and exits, one at a time, for all operands: what the loop of the interpreter has no case for. */
import { BPF_MAX_LOOPS } from '../abi/limits.ts';
import { LD_IMM64 } from '../isa/constants.ts';
import { load, store } from './access.ts';
import { alu32, alu64 } from './alu.ts';
import { atomic } from './atomics.ts';
import type { Program } from './prepare.ts';
import { MAY_GOTO_COUNT, type Vm } from './vm.ts';

const MODE = 0xe0;
const MODE_ATOMIC = 0xc0;
const MAY_GOTO = 0xe5;

/** Instead of the next slot: a bad access; the program ends because its packet did. */
export const FAULT = -1;
export const LEAVE = -2;

/** Any instruction but calls and exits; the slot that comes next, or why there is none. */
export function execute(vm: Vm, program: Program, registers: number, pc: number): number {
  const { opcode, dst, src, off, imm, high } = program;
  const w = vm.memory.words;
  const op = opcode[pc];
  const d = registers + dst[pc];
  const s = registers + 2 * src[pc];
  const usesRegister = (op & 8) !== 0;
  switch (op & 7) {
    case 7:
      if (usesRegister) alu64(w, op, off[pc], imm[pc], d, w[s], w[s + 1]);
      else alu64(w, op, off[pc], imm[pc], d, imm[pc], high[pc]);
      return pc + 1;
    case 4:
      alu32(w, op, off[pc], imm[pc], d, usesRegister ? w[s] : imm[pc]);
      return pc + 1;
    case 1:
      return load(vm, program, registers, pc) ? pc + 1 : FAULT;
    case 2:
      return store(vm, program, registers, pc, imm[pc], high[pc]) ? pc + 1 : FAULT;
    case 3: {
      const isAtomic = (op & MODE) === MODE_ATOMIC;
      const fine = isAtomic ? atomic(vm, program, registers, pc) : store(vm, program, registers, pc, w[s], w[s + 1]);
      return fine ? pc + 1 : FAULT;
    }
    case 6:
      if (op >> 4 === 0) return pc + 1 + imm[pc];
      return holds32(op, w[d], usesRegister ? w[s] : imm[pc]) ? pc + 1 + off[pc] : pc + 1;
    case 5:
      if (op === MAY_GOTO) return mayStay(vm, registers) ? pc + 1 : pc + 1 + off[pc];
      if (usesRegister) return holds64(op, w[d], w[d + 1], w[s], w[s + 1]) ? pc + 1 + off[pc] : pc + 1;
      return holds64(op, w[d], w[d + 1], imm[pc], high[pc]) ? pc + 1 + off[pc] : pc + 1;
    default:
      if (op !== LD_IMM64) return loadPacket(vm, program, registers, pc) ? pc + 1 : LEAVE;
      w[d] = imm[pc];
      w[d + 1] = high[pc];
      return pc + 2;
  }
}

/** Condition of JMP: jump if true. */
function holds64(op: number, low: number, high: number, otherLow: number, otherHigh: number): boolean {
  switch (op >> 4) {
    case 0x1:
      return low === otherLow && high === otherHigh;
    case 0x2:
      return high === otherHigh ? low >>> 0 > otherLow >>> 0 : high >>> 0 > otherHigh >>> 0;
    case 0x3:
      return high === otherHigh ? low >>> 0 >= otherLow >>> 0 : high >>> 0 > otherHigh >>> 0;
    case 0x4:
      return ((low & otherLow) | (high & otherHigh)) !== 0;
    case 0x5:
      return low !== otherLow || high !== otherHigh;
    case 0x6:
      return high === otherHigh ? low >>> 0 > otherLow >>> 0 : high > otherHigh;
    case 0x7:
      return high === otherHigh ? low >>> 0 >= otherLow >>> 0 : high > otherHigh;
    case 0xa:
      return high === otherHigh ? low >>> 0 < otherLow >>> 0 : high >>> 0 < otherHigh >>> 0;
    case 0xb:
      return high === otherHigh ? low >>> 0 <= otherLow >>> 0 : high >>> 0 < otherHigh >>> 0;
    case 0xc:
      return high === otherHigh ? low >>> 0 < otherLow >>> 0 : high < otherHigh;
    default:
      return high === otherHigh ? low >>> 0 <= otherLow >>> 0 : high < otherHigh;
  }
}

/** Condition of JMP32. */
function holds32(op: number, value: number, other: number): boolean {
  switch (op >> 4) {
    case 0x1:
      return value === other;
    case 0x2:
      return value >>> 0 > other >>> 0;
    case 0x3:
      return value >>> 0 >= other >>> 0;
    case 0x4:
      return (value & other) !== 0;
    case 0x5:
      return value !== other;
    case 0x6:
      return value > other;
    case 0x7:
      return value >= other;
    case 0xa:
      return value >>> 0 < other >>> 0;
    case 0xb:
      return value >>> 0 <= other >>> 0;
    case 0xc:
      return value < other;
    default:
      return value <= other;
  }
}

/** True if the loop of a `may_goto` goes on; counts in the frame. */
function mayStay(vm: Vm, registers: number): boolean {
  const count = vm.memory.words[registers + MAY_GOTO_COUNT];
  if (count >= BPF_MAX_LOOPS) return false;
  vm.memory.store32(4 * (registers + MAY_GOTO_COUNT), count + 1);
  return true;
}

/**
 * LD_ABS and LD_IND: r0 = bytes of the packet behind the context in r6, in host order. Beyond its end the program
 * leaves with 0. kernel: net/core/filter.c bpf_gen_ld_abs()
 */
function loadPacket(vm: Vm, program: Program, registers: number, pc: number): boolean {
  const w = vm.memory.words;
  const opcode = program.opcode[pc];
  const index = (opcode & MODE) === 0x40 ? w[registers + 2 * program.src[pc]] : 0;
  const size = [4, 2, 1, 4][(opcode >> 3) & 3];
  const value = vm.environment.loadPacket(w[registers + 12], (program.imm[pc] + index) | 0, size);
  w[registers] = value < 0 ? 0 : value;
  w[registers + 1] = 0;
  return value >= 0;
}
