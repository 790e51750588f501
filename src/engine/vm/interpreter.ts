/**
 * The meaning of every instruction up to ISA v4, on int32 pairs. The loop and the functions of one class are hot:
 * `bench vm`; they allocate nothing and call no closure.
 */
import { load, NULL_PAGE, store } from './access.ts';
import { alu32, alu64 } from './alu.ts';
import { atomic } from './atomics.ts';
import { ACCESS_DIRECT, POINTER_HIGH, type Program } from './prepare.ts';
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
 * `base` is the byte offset of the frame's registers; `vm.pc` is where it stopped. Frequent instructions are done in place,
 * the others by the functions of their class.
 */
export function run(vm: Vm, program: Program, base: number, from: number, limit: number = UNLIMITED): Stop {
  const registers = base >> 2;
  const memory = vm.memory;
  const w = memory.words;
  const bytes = memory.bytes;
  const { opcode, dst, src, off, imm, high, cost, visible, access } = program;
  const stopsAtVisible = vm.stopsAtVisible;
  // With the shadow on every access takes the careful way.
  const direct = vm.checked ? -1 : ACCESS_DIRECT;
  const lastAddress = memory.size - 8;
  let pc = from;
  let left = limit;
  for (;;) {
    if (left-- <= 0) return stop(vm, pc, STOP_STEP);
    if (stopsAtVisible && visible[pc] !== 0 && pc !== from) return stop(vm, pc, STOP_VISIBLE);
    const points = cost[pc];
    if (points !== 0) {
      if (vm.fuel <= 0) return stop(vm, pc, STOP_FUEL);
      vm.fuel -= points;
    }
    const op = opcode[pc];
    const d = registers + dst[pc];
    const s = registers + 2 * src[pc];
    switch (op) {
      case 0x07: {
        const low = imm[pc];
        const sum = (w[d] + low) | 0;
        w[d + 1] = w[d + 1] + high[pc] + (sum >>> 0 < low >>> 0 ? 1 : 0);
        w[d] = sum;
        pc++;
        continue;
      }
      case 0x0f: {
        const low = w[s];
        const sum = (w[d] + low) | 0;
        w[d + 1] = w[d + 1] + w[s + 1] + (sum >>> 0 < low >>> 0 ? 1 : 0);
        w[d] = sum;
        pc++;
        continue;
      }
      case 0x17: {
        const borrow = w[d] >>> 0 < imm[pc] >>> 0 ? 1 : 0;
        w[d] = w[d] - imm[pc];
        w[d + 1] = w[d + 1] - high[pc] - borrow;
        pc++;
        continue;
      }
      case 0x1f: {
        const borrow = w[d] >>> 0 < w[s] >>> 0 ? 1 : 0;
        const low = w[d] - w[s];
        w[d + 1] = w[d + 1] - w[s + 1] - borrow;
        w[d] = low;
        pc++;
        continue;
      }
      case 0x47:
        w[d] |= imm[pc];
        w[d + 1] |= high[pc];
        pc++;
        continue;
      case 0x4f:
        w[d] |= w[s];
        w[d + 1] |= w[s + 1];
        pc++;
        continue;
      case 0x57:
        w[d] &= imm[pc];
        w[d + 1] &= high[pc];
        pc++;
        continue;
      case 0x5f:
        w[d] &= w[s];
        w[d + 1] &= w[s + 1];
        pc++;
        continue;
      case 0xaf: {
        // A register with itself: both words are read before one is written.
        const low = w[d] ^ w[s];
        w[d + 1] ^= w[s + 1];
        w[d] = low;
        pc++;
        continue;
      }
      case 0xb7:
        if (off[pc] !== 0) break;
        w[d] = imm[pc];
        w[d + 1] = high[pc];
        pc++;
        continue;
      case 0xbf:
        if (off[pc] !== 0) break;
        w[d] = w[s];
        w[d + 1] = w[s + 1];
        pc++;
        continue;
      case 0x67: {
        const n = imm[pc] & 63;
        const low = w[d];
        if (n > 31) {
          w[d + 1] = low << (n - 32);
          w[d] = 0;
        } else if (n > 0) {
          w[d + 1] = (w[d + 1] << n) | (low >>> (32 - n));
          w[d] = low << n;
        }
        pc++;
        continue;
      }
      case 0x77: {
        const n = imm[pc] & 63;
        const top = w[d + 1];
        if (n > 31) {
          w[d] = top >>> (n - 32);
          w[d + 1] = 0;
        } else if (n > 0) {
          w[d] = (w[d] >>> n) | (top << (32 - n));
          w[d + 1] = top >>> n;
        }
        pc++;
        continue;
      }
      case 0x04:
        w[d] += imm[pc];
        w[d + 1] = 0;
        pc++;
        continue;
      case 0x0c:
        w[d] += w[s];
        w[d + 1] = 0;
        pc++;
        continue;
      case 0xb4:
        w[d] = imm[pc];
        w[d + 1] = 0;
        pc++;
        continue;
      case 0x79: {
        const at = (w[s] + off[pc]) >>> 0;
        if (access[pc] !== direct || (at & 3) !== 0 || w[s + 1] !== POINTER_HIGH || at < NULL_PAGE || at > lastAddress)
          break;
        w[d] = w[at >> 2];
        w[d + 1] = w[(at >> 2) + 1];
        pc++;
        continue;
      }
      case 0x61: {
        const at = (w[s] + off[pc]) >>> 0;
        if (access[pc] !== direct || (at & 3) !== 0 || w[s + 1] !== POINTER_HIGH || at < NULL_PAGE || at > lastAddress)
          break;
        w[d] = w[at >> 2];
        w[d + 1] = 0;
        pc++;
        continue;
      }
      case 0x71: {
        const at = (w[s] + off[pc]) >>> 0;
        if (access[pc] !== direct || w[s + 1] !== POINTER_HIGH || at < NULL_PAGE || at > lastAddress) break;
        w[d] = bytes[at];
        w[d + 1] = 0;
        pc++;
        continue;
      }
      case 0x7b: {
        const at = (w[d] + off[pc]) >>> 0;
        if (access[pc] !== direct || (at & 3) !== 0 || w[d + 1] !== POINTER_HIGH || at < NULL_PAGE || at > lastAddress)
          break;
        memory.store32(at, w[s]);
        memory.store32(at + 4, w[s + 1]);
        pc++;
        continue;
      }
      case 0x63: {
        const at = (w[d] + off[pc]) >>> 0;
        if (access[pc] !== direct || (at & 3) !== 0 || w[d + 1] !== POINTER_HIGH || at < NULL_PAGE || at > lastAddress)
          break;
        memory.store32(at, w[s]);
        pc++;
        continue;
      }
      case 0x05:
        pc += off[pc] + 1;
        continue;
      case 0x15:
        pc += w[d] === imm[pc] && w[d + 1] === high[pc] ? off[pc] + 1 : 1;
        continue;
      case 0x1d:
        pc += w[d] === w[s] && w[d + 1] === w[s + 1] ? off[pc] + 1 : 1;
        continue;
      case 0x55:
        pc += w[d] !== imm[pc] || w[d + 1] !== high[pc] ? off[pc] + 1 : 1;
        continue;
      case 0x5d:
        pc += w[d] !== w[s] || w[d + 1] !== w[s + 1] ? off[pc] + 1 : 1;
        continue;
      case CALL:
        return stop(vm, pc, callKind(src[pc]));
      case EXIT:
        return stop(vm, pc, STOP_EXIT);
    }
    const next = execute(vm, program, registers, pc);
    if (next < 0) return stop(vm, pc, next === LEAVE ? STOP_EXIT : STOP_FAULT);
    pc = next;
  }
}

/** Instead of the next slot: a bad access; the program ends because its packet did. */
const FAULT = -1;
const LEAVE = -2;

/** Any instruction but calls and exits; the slot that comes next, or why there is none. */
function execute(vm: Vm, program: Program, registers: number, pc: number): number {
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
function mayStay(vm: Vm, registers: number): boolean {
  const count = vm.memory.words[registers + MAY_GOTO_COUNT];
  if (count >= MAX_LOOPS) return false;
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
