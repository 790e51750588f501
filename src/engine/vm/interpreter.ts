/**
 * The meaning of every instruction up to ISA v4, on int32 pairs. The loop and the functions of one class are hot:
 * `bench vm`; they allocate nothing and call no closure.
 */
import { load, store } from './access.ts';
import { alu32, alu64 } from './alu.ts';
import { atomic } from './atomics.ts';
import type { Program } from './prepare.ts';
import {
  MAY_GOTO_COUNT,
  STOP_CALL,
  STOP_EXIT,
  STOP_FAULT,
  STOP_FUEL,
  STOP_HELPER,
  STOP_KFUNC,
  STOP_STEP,
  STOP_VISIBLE,
  type Stop,
  type Vm,
} from './vm.ts';

const MODE = 0xe0;
const MODE_ATOMIC = 0xc0;
const LD_IMM64 = 0x18;
const EXIT = 0x95;
const CALL = 0x85;
const MAY_GOTO = 0xe5;
const PSEUDO_CALL = 1;
const PSEUDO_KFUNC_CALL = 2;

/** `may_goto` leaves its loop after so many jumps. kernel: BPF_MAX_LOOPS */
const MAX_LOOPS = 8 * 1024 * 1024;

/** At most this many instructions when nobody counts them. */
export const UNLIMITED = 0x7fffffff;

/**
 * Runs a frame from `pc` until `vm.fuel` is used up, `limit` instructions are done or the kernel is needed.
 * `base` is the byte offset of the frame's registers; `vm.pc` is where it stopped.
 */
export function run(vm: Vm, program: Program, base: number, from: number, limit: number = UNLIMITED): Stop {
  const registers = base >> 2;
  const w = vm.memory.words;
  const { opcode, dst, src, off, imm, high, cost, visible } = program;
  const stopsAtVisible = vm.stopsAtVisible;
  let pc = from;
  let left = limit;
  for (;;) {
    if (left-- <= 0) return stop(vm, pc, STOP_STEP);
    if (stopsAtVisible && visible[pc] !== 0 && pc !== from) return stop(vm, pc, STOP_VISIBLE);
    if (cost[pc] !== 0) {
      if (vm.fuel <= 0) return stop(vm, pc, STOP_FUEL);
      vm.fuel -= cost[pc];
    }
    const op = opcode[pc];
    const d = registers + dst[pc];
    const s = registers + 2 * src[pc];
    const usesRegister = (op & 8) !== 0;
    switch (op & 7) {
      case 7:
        if (usesRegister) alu64(w, op, off[pc], imm[pc], d, w[s], w[s + 1]);
        else alu64(w, op, off[pc], imm[pc], d, imm[pc], high[pc]);
        pc++;
        break;
      case 4:
        alu32(w, op, off[pc], imm[pc], d, usesRegister ? w[s] : imm[pc]);
        pc++;
        break;
      case 1:
        if (!load(vm, program, registers, pc)) return stop(vm, pc, STOP_FAULT);
        pc++;
        break;
      case 2:
        if (!store(vm, program, registers, pc, imm[pc], high[pc])) return stop(vm, pc, STOP_FAULT);
        pc++;
        break;
      case 3:
        if ((op & MODE) === MODE_ATOMIC) {
          if (!atomic(vm, program, registers, pc)) return stop(vm, pc, STOP_FAULT);
        } else if (!store(vm, program, registers, pc, w[s], w[s + 1])) return stop(vm, pc, STOP_FAULT);
        pc++;
        break;
      case 6:
        if (op >> 4 === 0) pc += imm[pc] + 1;
        else if (holds32(op, w[d], usesRegister ? w[s] : imm[pc])) pc += off[pc] + 1;
        else pc++;
        break;
      case 5:
        if (op === EXIT) return stop(vm, pc, STOP_EXIT);
        if (op === CALL) return stop(vm, pc, callKind(src[pc]));
        if (op === MAY_GOTO) pc += mayStay(vm, base) ? 1 : off[pc] + 1;
        else if (op >> 4 === 0) pc += off[pc] + 1;
        else if (
          usesRegister ? holds64(op, w[d], w[d + 1], w[s], w[s + 1]) : holds64(op, w[d], w[d + 1], imm[pc], high[pc])
        )
          pc += off[pc] + 1;
        else pc++;
        break;
      default:
        if (op === LD_IMM64) {
          w[d] = imm[pc];
          w[d + 1] = high[pc];
          pc += 2;
        } else if (loadPacket(vm, program, registers, pc)) pc++;
        else return stop(vm, pc, STOP_EXIT);
    }
  }
}

function stop(vm: Vm, pc: number, reason: Stop): Stop {
  vm.pc = pc;
  return reason;
}

function callKind(pseudo: number): Stop {
  if (pseudo === PSEUDO_CALL) return STOP_CALL;
  return pseudo === PSEUDO_KFUNC_CALL ? STOP_KFUNC : STOP_HELPER;
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
function mayStay(vm: Vm, base: number): boolean {
  const address = base + 4 * MAY_GOTO_COUNT;
  const count = vm.memory.words[address >> 2];
  if (count >= MAX_LOOPS) return false;
  vm.memory.store32(address, count + 1);
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
