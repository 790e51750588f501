/**
 * The meaning of instructions up to ISA v4, on int32 pairs: the loop with what is frequent in place; `execute.ts` has the
 * rest. Hot: `bench vm`; it allocates nothing and calls no closure.
 */
import { BPF_PSEUDO_CALL, BPF_PSEUDO_KFUNC_CALL } from '../isa/constants.ts';
import { NULL_PAGE, POINTER_HIGH } from './addresses.ts';
import { divide32, modulo32 } from './alu.ts';
import { execute, LEAVE } from './execute.ts';
import { div64, mod64, mul64 } from './int64.ts';
import {
  COST_SHIFT,
  DST,
  HIGH,
  IMM,
  MARKS,
  OFF,
  OPCODE,
  type Program,
  SRC,
  STRIDE,
  TARGET,
  VISIBLE,
} from './prepare.ts';
import {
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

const CALL = 0x85;
const EXIT = 0x95;

/** At most this many instructions when nobody counts them. */
export const UNLIMITED = 0x7fffffff;

/** Bits of MARKS that are looked at: always the cost, else what this run may stop for. */
const watchedMarks = (counts: boolean, stopsAtVisible: boolean): number =>
  (-1 << COST_SHIFT) | (stopsAtVisible ? VISIBLE : 0) | (counts ? 1 : 0);

/**
 * Runs a frame from `pc` until `vm.fuel` is used up, `limit` instructions are done or the kernel is needed.
 * `base` is the byte offset of the frame's registers; `vm.pc` is where it stopped.
 */
export function run(vm: Vm, program: Program, base: number, from: number, limit: number = UNLIMITED): Stop {
  const registers = base >> 2;
  const memory = vm.memory;
  const w = memory.words;
  const bytes = memory.bytes;
  const c = program.code;
  const stopsAtVisible = vm.stopsAtVisible;
  const watched = watchedMarks(limit !== UNLIMITED, stopsAtVisible);
  // Where the last eight bytes begin, after the null page. With the shadow on every access takes the careful way.
  const span = vm.checked ? -1 : memory.size - 8 - NULL_PAGE;
  const first = from * STRIDE;
  let i = first;
  let left = limit;
  let fuel = vm.fuel;
  for (;;) {
    const marks = c[i + MARKS];
    if ((marks & watched) !== 0) {
      vm.fuel = fuel;
      if (left-- <= 0) return stop(vm, i, STOP_STEP);
      if (stopsAtVisible && (marks & VISIBLE) !== 0 && i !== first) return stop(vm, i, STOP_VISIBLE);
      const points = marks >> COST_SHIFT;
      if (points !== 0 && fuel <= 0) return stop(vm, i, STOP_FUEL);
      fuel -= points;
      vm.fuel = fuel;
    }
    const d = registers + c[i + DST];
    const s = registers + c[i + SRC];
    switch (c[i + OPCODE]) {
      // Arithmetic on 64 bits: an immediate, then a register.
      case 0x07: {
        const low = c[i + IMM];
        const sum = (w[d] + low) | 0;
        w[d + 1] = w[d + 1] + c[i + HIGH] + (sum >>> 0 < low >>> 0 ? 1 : 0);
        w[d] = sum;
        i += STRIDE;
        continue;
      }
      case 0x0f: {
        const low = w[s];
        const sum = (w[d] + low) | 0;
        w[d + 1] = w[d + 1] + w[s + 1] + (sum >>> 0 < low >>> 0 ? 1 : 0);
        w[d] = sum;
        i += STRIDE;
        continue;
      }
      case 0x17: {
        const low = c[i + IMM];
        const borrow = w[d] >>> 0 < low >>> 0 ? 1 : 0;
        w[d + 1] = w[d + 1] - c[i + HIGH] - borrow;
        w[d] = w[d] - low;
        i += STRIDE;
        continue;
      }
      case 0x1f: {
        const low = w[s];
        const borrow = w[d] >>> 0 < low >>> 0 ? 1 : 0;
        w[d + 1] = w[d + 1] - w[s + 1] - borrow;
        w[d] = w[d] - low;
        i += STRIDE;
        continue;
      }
      case 0x27:
        mul64(w, d, w[d], w[d + 1], c[i + IMM], c[i + HIGH]);
        i += STRIDE;
        continue;
      case 0x2f:
        mul64(w, d, w[d], w[d + 1], w[s], w[s + 1]);
        i += STRIDE;
        continue;
      case 0x37:
        div64(w, d, w[d], w[d + 1], c[i + IMM], c[i + HIGH]);
        i += STRIDE;
        continue;
      case 0x3f:
        div64(w, d, w[d], w[d + 1], w[s], w[s + 1]);
        i += STRIDE;
        continue;
      case 0x97:
        mod64(w, d, w[d], w[d + 1], c[i + IMM], c[i + HIGH]);
        i += STRIDE;
        continue;
      case 0x9f:
        mod64(w, d, w[d], w[d + 1], w[s], w[s + 1]);
        i += STRIDE;
        continue;
      case 0x47:
        w[d + 1] |= c[i + HIGH];
        w[d] |= c[i + IMM];
        i += STRIDE;
        continue;
      case 0x4f:
        w[d + 1] |= w[s + 1];
        w[d] |= w[s];
        i += STRIDE;
        continue;
      case 0x57:
        w[d + 1] &= c[i + HIGH];
        w[d] &= c[i + IMM];
        i += STRIDE;
        continue;
      case 0x5f:
        w[d + 1] &= w[s + 1];
        w[d] &= w[s];
        i += STRIDE;
        continue;
      case 0xa7:
        w[d + 1] ^= c[i + HIGH];
        w[d] ^= c[i + IMM];
        i += STRIDE;
        continue;
      case 0xaf:
        w[d + 1] ^= w[s + 1];
        w[d] ^= w[s];
        i += STRIDE;
        continue;
      case 0xb7:
        w[d] = c[i + IMM];
        w[d + 1] = c[i + HIGH];
        i += STRIDE;
        continue;
      case 0xbf:
        w[d] = w[s];
        w[d + 1] = w[s + 1];
        i += STRIDE;
        continue;
      case 0x87: {
        const low = w[d];
        w[d + 1] = -w[d + 1] - (low === 0 ? 0 : 1);
        w[d] = -low;
        i += STRIDE;
        continue;
      }
      case 0x67: {
        const n = c[i + IMM] & 63;
        const low = w[d];
        if (n > 31) {
          w[d + 1] = low << (n - 32);
          w[d] = 0;
        } else if (n > 0) {
          w[d + 1] = (w[d + 1] << n) | (low >>> (32 - n));
          w[d] = low << n;
        }
        i += STRIDE;
        continue;
      }
      case 0x6f: {
        const n = w[s] & 63;
        const low = w[d];
        if (n > 31) {
          w[d + 1] = low << (n - 32);
          w[d] = 0;
        } else if (n > 0) {
          w[d + 1] = (w[d + 1] << n) | (low >>> (32 - n));
          w[d] = low << n;
        }
        i += STRIDE;
        continue;
      }
      case 0x77: {
        const n = c[i + IMM] & 63;
        const top = w[d + 1];
        if (n > 31) {
          w[d] = top >>> (n - 32);
          w[d + 1] = 0;
        } else if (n > 0) {
          w[d] = (w[d] >>> n) | (top << (32 - n));
          w[d + 1] = top >>> n;
        }
        i += STRIDE;
        continue;
      }
      case 0x7f: {
        const n = w[s] & 63;
        const top = w[d + 1];
        if (n > 31) {
          w[d] = top >>> (n - 32);
          w[d + 1] = 0;
        } else if (n > 0) {
          w[d] = (w[d] >>> n) | (top << (32 - n));
          w[d + 1] = top >>> n;
        }
        i += STRIDE;
        continue;
      }
      case 0xc7: {
        const n = c[i + IMM] & 63;
        const top = w[d + 1];
        if (n > 31) {
          w[d] = top >> (n - 32);
          w[d + 1] = top >> 31;
        } else if (n > 0) {
          w[d] = (w[d] >>> n) | (top << (32 - n));
          w[d + 1] = top >> n;
        }
        i += STRIDE;
        continue;
      }
      case 0xcf: {
        const n = w[s] & 63;
        const top = w[d + 1];
        if (n > 31) {
          w[d] = top >> (n - 32);
          w[d + 1] = top >> 31;
        } else if (n > 0) {
          w[d] = (w[d] >>> n) | (top << (32 - n));
          w[d + 1] = top >> n;
        }
        i += STRIDE;
        continue;
      }
      // Arithmetic on 32 bits.
      case 0x04:
        w[d] = w[d] + c[i + IMM];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x0c:
        w[d] = w[d] + w[s];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x14:
        w[d] = w[d] - c[i + IMM];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x1c:
        w[d] = w[d] - w[s];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x24:
        w[d] = Math.imul(w[d], c[i + IMM]);
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x2c:
        w[d] = Math.imul(w[d], w[s]);
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x34:
        w[d] = divide32(w[d], c[i + IMM]);
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x3c:
        w[d] = divide32(w[d], w[s]);
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x94:
        w[d] = modulo32(w[d], c[i + IMM]);
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x9c:
        w[d] = modulo32(w[d], w[s]);
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x44:
        w[d] = w[d] | c[i + IMM];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x4c:
        w[d] = w[d] | w[s];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x54:
        w[d] = w[d] & c[i + IMM];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x5c:
        w[d] = w[d] & w[s];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0xa4:
        w[d] = w[d] ^ c[i + IMM];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0xac:
        w[d] = w[d] ^ w[s];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x64:
        w[d] = w[d] << c[i + IMM];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x6c:
        w[d] = w[d] << w[s];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x74:
        w[d] = w[d] >>> c[i + IMM];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x7c:
        w[d] = w[d] >>> w[s];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0xc4:
        w[d] = w[d] >> c[i + IMM];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0xcc:
        w[d] = w[d] >> w[s];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0xb4:
        w[d] = c[i + IMM];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0xbc:
        w[d] = w[s];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x84:
        w[d] = -w[d];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      case 0x18:
        w[d] = c[i + IMM];
        w[d + 1] = c[i + HIGH];
        i += 2 * STRIDE;
        continue;
      // Loads and stores of memory: what is not aligned, or no such memory, takes the careful way.
      case 0x79: {
        const at = (w[s] + c[i + OFF]) | 0;
        if ((at & 3) !== 0 || w[s + 1] !== POINTER_HIGH || (at - NULL_PAGE) >>> 0 > span) break;
        w[d] = w[at >> 2];
        w[d + 1] = w[(at >> 2) + 1];
        i += STRIDE;
        continue;
      }
      case 0x61: {
        const at = (w[s] + c[i + OFF]) | 0;
        if ((at & 3) !== 0 || w[s + 1] !== POINTER_HIGH || (at - NULL_PAGE) >>> 0 > span) break;
        w[d] = w[at >> 2];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      }
      case 0x69: {
        const at = (w[s] + c[i + OFF]) | 0;
        if (w[s + 1] !== POINTER_HIGH || (at - NULL_PAGE) >>> 0 > span) break;
        w[d] = bytes[at] | (bytes[at + 1] << 8);
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      }
      case 0x71: {
        const at = (w[s] + c[i + OFF]) | 0;
        if (w[s + 1] !== POINTER_HIGH || (at - NULL_PAGE) >>> 0 > span) break;
        w[d] = bytes[at];
        w[d + 1] = 0;
        i += STRIDE;
        continue;
      }
      case 0x7a: {
        const at = (w[d] + c[i + OFF]) | 0;
        if ((at & 3) !== 0 || w[d + 1] !== POINTER_HIGH || (at - NULL_PAGE) >>> 0 > span) break;
        memory.store32(at, c[i + IMM]);
        memory.store32(at + 4, c[i + HIGH]);
        i += STRIDE;
        continue;
      }
      case 0x62: {
        const at = (w[d] + c[i + OFF]) | 0;
        if ((at & 3) !== 0 || w[d + 1] !== POINTER_HIGH || (at - NULL_PAGE) >>> 0 > span) break;
        memory.store32(at, c[i + IMM]);
        i += STRIDE;
        continue;
      }
      case 0x6a: {
        const at = (w[d] + c[i + OFF]) | 0;
        if (w[d + 1] !== POINTER_HIGH || (at - NULL_PAGE) >>> 0 > span) break;
        memory.store16(at, c[i + IMM]);
        i += STRIDE;
        continue;
      }
      case 0x72: {
        const at = (w[d] + c[i + OFF]) | 0;
        if (w[d + 1] !== POINTER_HIGH || (at - NULL_PAGE) >>> 0 > span) break;
        memory.store8(at, c[i + IMM]);
        i += STRIDE;
        continue;
      }
      case 0x7b: {
        const at = (w[d] + c[i + OFF]) | 0;
        if ((at & 3) !== 0 || w[d + 1] !== POINTER_HIGH || (at - NULL_PAGE) >>> 0 > span) break;
        memory.store32(at, w[s]);
        memory.store32(at + 4, w[s + 1]);
        i += STRIDE;
        continue;
      }
      case 0x63: {
        const at = (w[d] + c[i + OFF]) | 0;
        if ((at & 3) !== 0 || w[d + 1] !== POINTER_HIGH || (at - NULL_PAGE) >>> 0 > span) break;
        memory.store32(at, w[s]);
        i += STRIDE;
        continue;
      }
      case 0x6b: {
        const at = (w[d] + c[i + OFF]) | 0;
        if (w[d + 1] !== POINTER_HIGH || (at - NULL_PAGE) >>> 0 > span) break;
        memory.store16(at, w[s]);
        i += STRIDE;
        continue;
      }
      case 0x73: {
        const at = (w[d] + c[i + OFF]) | 0;
        if (w[d + 1] !== POINTER_HIGH || (at - NULL_PAGE) >>> 0 > span) break;
        memory.store8(at, w[s]);
        i += STRIDE;
        continue;
      }
      // The atomic that programs count with: BPF_ADD, with or without BPF_FETCH.
      case 0xdb: {
        const at = (w[d] + c[i + OFF]) | 0;
        const fetches = c[i + IMM];
        if ((at & 3) !== 0 || w[d + 1] !== POINTER_HIGH || (at - NULL_PAGE) >>> 0 > span || fetches >>> 0 > 1) break;
        const low = w[at >> 2];
        const high = w[(at >> 2) + 1];
        const sum = (low + w[s]) | 0;
        memory.store32(at, sum);
        memory.store32(at + 4, high + w[s + 1] + (sum >>> 0 < low >>> 0 ? 1 : 0));
        vm.fenced = true;
        i += STRIDE;
        if (fetches === 0) continue;
        w[s] = low;
        w[s + 1] = high;
        continue;
      }
      // Jumps on 64 bits, then on 32 bits.
      case 0x05:
        i = c[i + TARGET];
        continue;
      case 0x15:
        i = w[d] === c[i + IMM] && w[d + 1] === c[i + HIGH] ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x1d:
        i = w[d] === w[s] && w[d + 1] === w[s + 1] ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x55:
        i = w[d] !== c[i + IMM] || w[d + 1] !== c[i + HIGH] ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x5d:
        i = w[d] !== w[s] || w[d + 1] !== w[s + 1] ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x45:
        i = ((w[d] & c[i + IMM]) | (w[d + 1] & c[i + HIGH])) !== 0 ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x4d:
        i = ((w[d] & w[s]) | (w[d + 1] & w[s + 1])) !== 0 ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x25:
        i = isBelow(c[i + IMM], c[i + HIGH], w[d], w[d + 1]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x2d:
        i = isBelow(w[s], w[s + 1], w[d], w[d + 1]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x35:
        i = !isBelow(w[d], w[d + 1], c[i + IMM], c[i + HIGH]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x3d:
        i = !isBelow(w[d], w[d + 1], w[s], w[s + 1]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xa5:
        i = isBelow(w[d], w[d + 1], c[i + IMM], c[i + HIGH]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xad:
        i = isBelow(w[d], w[d + 1], w[s], w[s + 1]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xb5:
        i = !isBelow(c[i + IMM], c[i + HIGH], w[d], w[d + 1]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xbd:
        i = !isBelow(w[s], w[s + 1], w[d], w[d + 1]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x65:
        i = isLess(c[i + IMM], c[i + HIGH], w[d], w[d + 1]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x6d:
        i = isLess(w[s], w[s + 1], w[d], w[d + 1]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x75:
        i = !isLess(w[d], w[d + 1], c[i + IMM], c[i + HIGH]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x7d:
        i = !isLess(w[d], w[d + 1], w[s], w[s + 1]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xc5:
        i = isLess(w[d], w[d + 1], c[i + IMM], c[i + HIGH]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xcd:
        i = isLess(w[d], w[d + 1], w[s], w[s + 1]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xd5:
        i = !isLess(c[i + IMM], c[i + HIGH], w[d], w[d + 1]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xdd:
        i = !isLess(w[s], w[s + 1], w[d], w[d + 1]) ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x16:
        i = w[d] === c[i + IMM] ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x1e:
        i = w[d] === w[s] ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x56:
        i = w[d] !== c[i + IMM] ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x5e:
        i = w[d] !== w[s] ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x46:
        i = (w[d] & c[i + IMM]) !== 0 ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x4e:
        i = (w[d] & w[s]) !== 0 ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x26:
        i = w[d] >>> 0 > c[i + IMM] >>> 0 ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x2e:
        i = w[d] >>> 0 > w[s] >>> 0 ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x36:
        i = w[d] >>> 0 >= c[i + IMM] >>> 0 ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x3e:
        i = w[d] >>> 0 >= w[s] >>> 0 ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xa6:
        i = w[d] >>> 0 < c[i + IMM] >>> 0 ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xae:
        i = w[d] >>> 0 < w[s] >>> 0 ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xb6:
        i = w[d] >>> 0 <= c[i + IMM] >>> 0 ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xbe:
        i = w[d] >>> 0 <= w[s] >>> 0 ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x66:
        i = w[d] > c[i + IMM] ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x6e:
        i = w[d] > w[s] ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x76:
        i = w[d] >= c[i + IMM] ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0x7e:
        i = w[d] >= w[s] ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xc6:
        i = w[d] < c[i + IMM] ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xce:
        i = w[d] < w[s] ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xd6:
        i = w[d] <= c[i + IMM] ? c[i + TARGET] : i + STRIDE;
        continue;
      case 0xde:
        i = w[d] <= w[s] ? c[i + TARGET] : i + STRIDE;
        continue;
      case CALL:
        return stop(vm, i, callKind(c[i + SRC] >> 1));
      case EXIT:
        return stop(vm, i, STOP_EXIT);
    }
    const next = execute(vm, program, registers, i / STRIDE);
    if (next < 0) return stop(vm, i, next === LEAVE ? STOP_EXIT : STOP_FAULT);
    i = next * STRIDE;
  }
}

/** Ends a slice before the instruction at index `i` of the code. */
function stop(vm: Vm, i: number, reason: Stop): Stop {
  vm.pc = i / STRIDE;
  return reason;
}

function callKind(pseudo: number): Stop {
  if (pseudo === BPF_PSEUDO_CALL) return STOP_CALL;
  return pseudo === BPF_PSEUDO_KFUNC_CALL ? STOP_KFUNC : STOP_HELPER;
}

/** a < b, unsigned. */
function isBelow(aLow: number, aHigh: number, bLow: number, bHigh: number): boolean {
  return aHigh === bHigh ? aLow >>> 0 < bLow >>> 0 : aHigh >>> 0 < bHigh >>> 0;
}

/** a < b, signed. */
function isLess(aLow: number, aHigh: number, bLow: number, bHigh: number): boolean {
  return aHigh === bHigh ? aLow >>> 0 < bLow >>> 0 : aHigh < bHigh;
}
