/**
 * Arithmetic on 64-bit values that lie in an `Int32Array` as two words, low first. Functions name their operands by
 * offset, the destination first; the destination may be one of the sources. Everything wraps modulo 2^64.
 */

/** Bits of an unsigned comparison: `(a ^ SIGN) < (b ^ SIGN)`. */
const SIGN = 0x80000000 | 0;

export const ultWord = (a: number, b: number): boolean => (a ^ SIGN) < (b ^ SIGN);

export function set64(w: Int32Array, d: number, low: number, high: number): void {
  w[d] = low;
  w[d + 1] = high;
}

/** Sign-extends. */
export function setS32(w: Int32Array, d: number, value: number): void {
  w[d] = value;
  w[d + 1] = value >> 31;
}

/** Zero-extends. */
export function setU32(w: Int32Array, d: number, value: number): void {
  w[d] = value;
  w[d + 1] = 0;
}

export function copy64(w: Int32Array, d: number, a: number): void {
  w[d] = w[a];
  w[d + 1] = w[a + 1];
}

export function add64(w: Int32Array, d: number, a: number, b: number): void {
  const low = (w[a] + w[b]) | 0;
  const carry = ultWord(low, w[a]) ? 1 : 0;
  w[d + 1] = (w[a + 1] + w[b + 1] + carry) | 0;
  w[d] = low;
}

export function sub64(w: Int32Array, d: number, a: number, b: number): void {
  const low = (w[a] - w[b]) | 0;
  const borrow = ultWord(w[a], w[b]) ? 1 : 0;
  w[d + 1] = (w[a + 1] - w[b + 1] - borrow) | 0;
  w[d] = low;
}

/** Adds; true if the exact sum of the signed values does not fit. */
export function addS64(w: Int32Array, d: number, a: number, b: number): boolean {
  const aHigh = w[a + 1];
  const bHigh = w[b + 1];
  add64(w, d, a, b);
  return ((aHigh ^ w[d + 1]) & (bHigh ^ w[d + 1])) < 0;
}

/** Adds; true if the exact sum of the unsigned values does not fit. */
export function addU64(w: Int32Array, d: number, a: number, b: number): boolean {
  const aLow = w[a];
  const aHigh = w[a + 1];
  const low = (aLow + w[b]) | 0;
  const high = (aHigh + w[b + 1] + ((low ^ SIGN) < (aLow ^ SIGN) ? 1 : 0)) | 0;
  w[d] = low;
  w[d + 1] = high;
  return high === aHigh ? (low ^ SIGN) < (aLow ^ SIGN) : (high ^ SIGN) < (aHigh ^ SIGN);
}

/** Subtracts; true if the exact difference of the signed values does not fit. */
export function subS64(w: Int32Array, d: number, a: number, b: number): boolean {
  const aHigh = w[a + 1];
  const bHigh = w[b + 1];
  sub64(w, d, a, b);
  return ((aHigh ^ bHigh) & (aHigh ^ w[d + 1])) < 0;
}

/** Subtracts; true if the difference of the unsigned values would be negative. */
export function subU64(w: Int32Array, d: number, a: number, b: number): boolean {
  const borrows = ult64(w, a, b);
  sub64(w, d, a, b);
  return borrows;
}

export function neg64(w: Int32Array, d: number, a: number): void {
  const low = -w[a] | 0;
  w[d + 1] = low === 0 ? -w[a + 1] | 0 : ~w[a + 1];
  w[d] = low;
}

/** High word of the 64-bit product of two unsigned words. */
function mulWordHigh(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const carry = (middle & 0xffff) + a0 * b1;
  return (a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) | 0;
}

/** The low 64 bits of the product. */
export function mul64(w: Int32Array, d: number, a: number, b: number): void {
  const low = Math.imul(w[a], w[b]);
  const cross = Math.imul(w[a], w[b + 1]) + Math.imul(w[a + 1], w[b]);
  w[d + 1] = (mulWordHigh(w[a], w[b]) + cross) | 0;
  w[d] = low;
}

/** True if the product of the unsigned values needs more than 64 bits. */
export function mulOverflowsU64(w: Int32Array, a: number, b: number): boolean {
  const high = w[a + 1] === 0 ? b : a;
  const other = high === a ? b : a;
  if (w[other + 1] !== 0) return w[high + 1] !== 0;
  const cross = (w[high + 1] >>> 0) * (w[other] >>> 0);
  return cross + (mulWordHigh(w[high], w[other]) >>> 0) > 0xffffffff;
}

/** Multiplies; true if the exact product of the signed values does not fit. `scratch` is room for four words. */
export function mulS64(w: Int32Array, d: number, a: number, b: number, scratch: number): boolean {
  const isNegative = w[a + 1] < 0 !== w[b + 1] < 0;
  abs64(w, scratch, a);
  abs64(w, scratch + 2, b);
  const overflows = mulOverflowsU64(w, scratch, scratch + 2);
  mul64(w, d, scratch, scratch + 2);
  const tooLarge = w[d + 1] < 0 && !(isNegative && w[d] === 0 && w[d + 1] === SIGN);
  if (isNegative) neg64(w, d, d);
  return overflows || tooLarge;
}

/** The magnitude, as an unsigned value. */
function abs64(w: Int32Array, d: number, a: number): void {
  if (w[a + 1] < 0) neg64(w, d, a);
  else copy64(w, d, a);
}

export function and64(w: Int32Array, d: number, a: number, b: number): void {
  w[d] = w[a] & w[b];
  w[d + 1] = w[a + 1] & w[b + 1];
}

export function or64(w: Int32Array, d: number, a: number, b: number): void {
  w[d] = w[a] | w[b];
  w[d + 1] = w[a + 1] | w[b + 1];
}

export function xor64(w: Int32Array, d: number, a: number, b: number): void {
  w[d] = w[a] ^ w[b];
  w[d + 1] = w[a + 1] ^ w[b + 1];
}

/** `a & ~b`. */
export function andNot64(w: Int32Array, d: number, a: number, b: number): void {
  w[d] = w[a] & ~w[b];
  w[d + 1] = w[a + 1] & ~w[b + 1];
}

/** Shifts left by 0..63 bits. */
export function lsh64(w: Int32Array, d: number, a: number, bits: number): void {
  const low = w[a];
  if (bits >= 32) {
    w[d + 1] = low << (bits - 32);
    w[d] = 0;
  } else if (bits === 0) {
    copy64(w, d, a);
  } else {
    w[d + 1] = (w[a + 1] << bits) | (low >>> (32 - bits));
    w[d] = low << bits;
  }
}

/** Shifts right by 0..63 bits, filling with zeros. */
export function rsh64(w: Int32Array, d: number, a: number, bits: number): void {
  const high = w[a + 1];
  if (bits >= 32) {
    w[d] = high >>> (bits - 32);
    w[d + 1] = 0;
  } else if (bits === 0) {
    copy64(w, d, a);
  } else {
    w[d] = (w[a] >>> bits) | (high << (32 - bits));
    w[d + 1] = high >>> bits;
  }
}

/** Shifts right by 0..63 bits, filling with the sign. */
export function arsh64(w: Int32Array, d: number, a: number, bits: number): void {
  const high = w[a + 1];
  if (bits >= 32) {
    w[d] = high >> (bits - 32);
    w[d + 1] = high >> 31;
  } else if (bits === 0) {
    copy64(w, d, a);
  } else {
    w[d] = (w[a] >>> bits) | (high << (32 - bits));
    w[d + 1] = high >> bits;
  }
}

/** The bytes of a word in reverse order. */
export const swapWord = (a: number): number => (a << 24) | ((a & 0xff00) << 8) | ((a >>> 8) & 0xff00) | (a >>> 24);

/** The eight bytes in reverse order. */
export function swap64(w: Int32Array, d: number, a: number): void {
  const low = swapWord(w[a + 1]);
  w[d + 1] = swapWord(w[a]);
  w[d] = low;
}

export const isZero64 = (w: Int32Array, a: number): boolean => (w[a] | w[a + 1]) === 0;

export const eq64 = (w: Int32Array, a: number, b: number): boolean => w[a] === w[b] && w[a + 1] === w[b + 1];

/** Equal to a sign-extended word. */
export const eqS32 = (w: Int32Array, a: number, value: number): boolean => w[a] === value && w[a + 1] === value >> 31;

export const ult64 = (w: Int32Array, a: number, b: number): boolean =>
  w[a + 1] === w[b + 1] ? ultWord(w[a], w[b]) : ultWord(w[a + 1], w[b + 1]);

export const ule64 = (w: Int32Array, a: number, b: number): boolean => !ult64(w, b, a);

export const slt64 = (w: Int32Array, a: number, b: number): boolean =>
  w[a + 1] === w[b + 1] ? ultWord(w[a], w[b]) : w[a + 1] < w[b + 1];

export const sle64 = (w: Int32Array, a: number, b: number): boolean => !slt64(w, b, a);

export const isNegative64 = (w: Int32Array, a: number): boolean => w[a + 1] < 0;

/** Number of the highest bit that is set, counted from 1; 0 for zero. kernel: fls64() */
export const fls64 = (low: number, high: number): number => (high === 0 ? 32 - Math.clz32(low) : 64 - Math.clz32(high));

/** The value as a JavaScript number: exact up to 2^53, otherwise rounded. */
export const toNumberS64 = (w: Int32Array, a: number): number => w[a + 1] * 0x1_0000_0000 + (w[a] >>> 0);

/** The value as an unsigned JavaScript number: exact up to 2^53, otherwise rounded. */
export const toNumberU64 = (w: Int32Array, a: number): number => (w[a + 1] >>> 0) * 0x1_0000_0000 + (w[a] >>> 0);

/** For printing only. */
export const toBigS64 = (w: Int32Array, a: number): bigint => (BigInt(w[a + 1]) << 32n) | BigInt(w[a] >>> 0);

/** For printing only. */
export const toBigU64 = (w: Int32Array, a: number): bigint => (BigInt(w[a + 1] >>> 0) << 32n) | BigInt(w[a] >>> 0);

/** `d` becomes at least the value given by its words, as unsigned numbers. */
export function raiseU64(w: Int32Array, d: number, low: number, high: number): void {
  if (w[d + 1] === high ? ultWord(w[d], low) : ultWord(w[d + 1], high)) set64(w, d, low, high);
}

/** `d` becomes at most the value given by its words, as unsigned numbers. */
export function lowerU64(w: Int32Array, d: number, low: number, high: number): void {
  if (w[d + 1] === high ? ultWord(low, w[d]) : ultWord(high, w[d + 1])) set64(w, d, low, high);
}

/** `d` becomes at least the value given by its words, as signed numbers. */
export function raiseS64(w: Int32Array, d: number, low: number, high: number): void {
  if (w[d + 1] === high ? ultWord(w[d], low) : w[d + 1] < high) set64(w, d, low, high);
}

/** `d` becomes at most the value given by its words, as signed numbers. */
export function lowerS64(w: Int32Array, d: number, low: number, high: number): void {
  if (w[d + 1] === high ? ultWord(low, w[d]) : high < w[d + 1]) set64(w, d, low, high);
}

export function raiseU32(w: Int32Array, d: number, value: number): void {
  if (ultWord(w[d], value)) w[d] = value;
}

export function lowerU32(w: Int32Array, d: number, value: number): void {
  if (ultWord(value, w[d])) w[d] = value;
}
