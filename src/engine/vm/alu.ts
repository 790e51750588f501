/** Arithmetic of ALU64 and ALU on int32 pairs: `w[d]`, `w[d + 1]` is the destination. Hot: `bench vm`. */
import { div64, mod64, mul64, sdiv64, smod64 } from './int64.ts';

/** The destination becomes the pair. */
function set(w: Int32Array, d: number, low: number, high: number): void {
  w[d] = low;
  w[d + 1] = high;
}

/** dst = dst OP (low, high). `off` selects signed division and sign-extending moves, `imm` the width of a swap. */
export function alu64(
  w: Int32Array,
  opcode: number,
  off: number,
  imm: number,
  d: number,
  low: number,
  high: number,
): void {
  switch (opcode >> 4) {
    case 0x0: {
      const sum = (w[d] + low) | 0;
      w[d + 1] = w[d + 1] + high + (sum >>> 0 < low >>> 0 ? 1 : 0);
      w[d] = sum;
      return;
    }
    case 0x1: {
      const borrow = w[d] >>> 0 < low >>> 0 ? 1 : 0;
      w[d] = w[d] - low;
      w[d + 1] = w[d + 1] - high - borrow;
      return;
    }
    case 0x2:
      return mul64(w, d, w[d], w[d + 1], low, high);
    case 0x3:
      return off === 0 ? div64(w, d, w[d], w[d + 1], low, high) : sdiv64(w, d, w[d], w[d + 1], low, high);
    case 0x4:
      w[d] |= low;
      w[d + 1] |= high;
      return;
    case 0x5:
      w[d] &= low;
      w[d + 1] &= high;
      return;
    case 0x6:
      return shiftLeft(w, d, low & 63);
    case 0x7:
      return shiftRight(w, d, low & 63);
    case 0x8:
      return set(w, d, -w[d], -w[d + 1] - (w[d] === 0 ? 0 : 1));
    case 0x9:
      return off === 0 ? mod64(w, d, w[d], w[d + 1], low, high) : smod64(w, d, w[d], w[d + 1], low, high);
    case 0xa:
      w[d] ^= low;
      w[d + 1] ^= high;
      return;
    case 0xb:
      return off === 0 ? set(w, d, low, high) : moveExtended(w, d, off, low, high);
    case 0xc:
      return shiftArithmetic(w, d, low & 63);
    case 0xd:
      return swapBytes(w, d, imm);
  }
}

/** wdst = wdst OP operand; the high word becomes 0. */
export function alu32(w: Int32Array, opcode: number, off: number, imm: number, d: number, operand: number): void {
  if (opcode >> 4 === 0xd) return (opcode & 8) !== 0 ? swapBytes(w, d, imm) : truncate(w, d, imm);
  w[d] = result32(opcode, off, w[d], operand);
  w[d + 1] = 0;
}

function result32(opcode: number, off: number, value: number, operand: number): number {
  switch (opcode >> 4) {
    case 0x0:
      return value + operand;
    case 0x1:
      return value - operand;
    case 0x2:
      return Math.imul(value, operand);
    case 0x3:
      if (off === 0) return divide32(value, operand);
      return operand === 0 ? 0 : value / operand;
    case 0x4:
      return value | operand;
    case 0x5:
      return value & operand;
    case 0x6:
      return value << operand;
    case 0x7:
      return value >>> operand;
    case 0x8:
      return -value;
    case 0x9:
      if (off === 0) return modulo32(value, operand);
      return operand === 0 ? value : value % operand;
    case 0xa:
      return value ^ operand;
    case 0xb:
      return off === 0 ? operand : (operand << (32 - off)) >> (32 - off);
    default:
      return value >> operand;
  }
}

/** Unsigned quotient; 0 for a divisor of 0, as BPF defines it. */
export function divide32(value: number, divisor: number): number {
  return divisor === 0 ? 0 : ((value >>> 0) / (divisor >>> 0)) >>> 0;
}

/** Unsigned remainder; the value itself for a divisor of 0. */
export function modulo32(value: number, divisor: number): number {
  return divisor === 0 ? value : (value >>> 0) % (divisor >>> 0);
}

/** MOVSX from 8, 16 or 32 bits; `off` 1 is a cast between address spaces, which share their numbers here. */
function moveExtended(w: Int32Array, d: number, off: number, low: number, high: number): void {
  if (off === 1) return set(w, d, low, high);
  const shift = 32 - off;
  const extended = (low << shift) >> shift;
  set(w, d, extended, extended >> 31);
}

function shiftLeft(w: Int32Array, d: number, n: number): void {
  if (n === 0) return;
  const low = w[d];
  if (n >= 32) return set(w, d, 0, low << (n - 32));
  set(w, d, low << n, (w[d + 1] << n) | (low >>> (32 - n)));
}

function shiftRight(w: Int32Array, d: number, n: number): void {
  if (n === 0) return;
  const high = w[d + 1];
  if (n >= 32) return set(w, d, high >>> (n - 32), 0);
  set(w, d, (w[d] >>> n) | (high << (32 - n)), high >>> n);
}

function shiftArithmetic(w: Int32Array, d: number, n: number): void {
  if (n === 0) return;
  const high = w[d + 1];
  if (n >= 32) return set(w, d, high >> (n - 32), high >> 31);
  set(w, d, (w[d] >>> n) | (high << (32 - n)), high >> n);
}

/** To little endian: the machine is, so only the width is cut. */
function truncate(w: Int32Array, d: number, width: number): void {
  if (width === 16) w[d] &= 0xffff;
  if (width !== 64) w[d + 1] = 0;
}

/** To big endian and unconditional swaps of 16, 32 or 64 bits. */
function swapBytes(w: Int32Array, d: number, width: number): void {
  const low = swap32(w[d]);
  if (width === 64) set(w, d, swap32(w[d + 1]), low);
  else set(w, d, width === 32 ? low : low >>> 16, 0);
}

const swap32 = (x: number): number => (x << 24) | ((x & 0xff00) << 8) | ((x >>> 8) & 0xff00) | (x >>> 24);
