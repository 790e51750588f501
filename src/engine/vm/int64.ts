/**
 * 64-bit multiplication and division on pairs of int32 words (low, high). Results go to `w[d]`, `w[d + 1]`: no
 * BigInt, no allocation. Unsigned words are compared by `>>> 0`.
 */

/** A product of 16-bit halves and one half more stay below 2^32. */
const HALF = 0x10000;
const WORD = 0x1_0000_0000;

/** High 32 bits of the 64-bit product of two unsigned words. */
function mulHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16);
  const cross = Math.imul(aLow, bHigh) + (middle & 0xffff);
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (cross >>> 16)) | 0;
}

/** w[d] = a * b, modulo 2^64. */
export function mul64(w: Int32Array, d: number, aLow: number, aHigh: number, bLow: number, bHigh: number): void {
  w[d] = Math.imul(aLow, bLow);
  w[d + 1] = (mulHigh(aLow, bLow) + Math.imul(aLow, bHigh) + Math.imul(aHigh, bLow)) | 0;
}

/** w[d] = quotient, w[d + 2] = remainder of the unsigned division by a divisor that is not 0. */
function divideUnsigned(w: Int32Array, d: number, aLow: number, aHigh: number, bLow: number, bHigh: number): void {
  if (bHigh === 0) divideByWord(w, d, aLow >>> 0, aHigh >>> 0, bLow >>> 0);
  else divideByLong(w, d, aLow, aHigh, bLow, bHigh);
}

/**
 * Schoolbook division in the bases 2^32 and 2^16. Dividends have 48 bits and quotients 16: one that is no integer differs
 * from the next one by more than a double rounds.
 */
function divideByWord(w: Int32Array, d: number, low: number, high: number, divisor: number): void {
  const upper = (high % divisor) * HALF + (low >>> 16);
  const upperQuotient = Math.floor(upper / divisor);
  const lower = (upper - upperQuotient * divisor) * HALF + (low & 0xffff);
  const lowerQuotient = Math.floor(lower / divisor);
  w[d] = upperQuotient * HALF + lowerQuotient;
  w[d + 1] = (high / divisor) >>> 0;
  w[d + 2] = lower - lowerQuotient * divisor;
  w[d + 3] = 0;
}

/**
 * Divisor of at least 2^32: the quotient has at most 32 bits, so the one of doubles is off by at most one. Starting
 * one below the guess the product never exceeds the dividend; what is missing shows in the remainder.
 */
function divideByLong(w: Int32Array, d: number, aLow: number, aHigh: number, bLow: number, bHigh: number): void {
  const dividend = (aHigh >>> 0) * WORD + (aLow >>> 0);
  const divisor = (bHigh >>> 0) * WORD + (bLow >>> 0);
  let quotient = Math.max(Math.floor(dividend / divisor) - 1, 0);
  mul64(w, d + 2, quotient | 0, 0, bLow, bHigh);
  subtract(w, d + 2, aLow, aHigh, w[d + 2], w[d + 3]);
  for (; isAtLeast(w[d + 2], w[d + 3], bLow, bHigh); quotient++) subtract(w, d + 2, w[d + 2], w[d + 3], bLow, bHigh);
  w[d] = quotient;
  w[d + 1] = 0;
}

function subtract(w: Int32Array, d: number, aLow: number, aHigh: number, bLow: number, bHigh: number): void {
  w[d] = aLow - bLow;
  w[d + 1] = aHigh - bHigh - (aLow >>> 0 < bLow >>> 0 ? 1 : 0);
}

function isAtLeast(aLow: number, aHigh: number, bLow: number, bHigh: number): boolean {
  return aHigh === bHigh ? aLow >>> 0 >= bLow >>> 0 : aHigh >>> 0 > bHigh >>> 0;
}

const scratch = new Int32Array(4);

/** w[d] = a / b unsigned; 0 for b = 0, as BPF defines it. */
export function div64(w: Int32Array, d: number, aLow: number, aHigh: number, bLow: number, bHigh: number): void {
  if ((bLow | bHigh) === 0) return store(w, d, 0, 0);
  divideUnsigned(scratch, 0, aLow, aHigh, bLow, bHigh);
  store(w, d, scratch[0], scratch[1]);
}

/** w[d] = a % b unsigned; a for b = 0. */
export function mod64(w: Int32Array, d: number, aLow: number, aHigh: number, bLow: number, bHigh: number): void {
  if ((bLow | bHigh) === 0) return store(w, d, aLow, aHigh);
  divideUnsigned(scratch, 0, aLow, aHigh, bLow, bHigh);
  store(w, d, scratch[2], scratch[3]);
}

/** w[d] = a / b signed, rounded towards 0; the smallest number divided by -1 is itself. */
export function sdiv64(w: Int32Array, d: number, aLow: number, aHigh: number, bLow: number, bHigh: number): void {
  if ((bLow | bHigh) === 0) return store(w, d, 0, 0);
  divideMagnitudes(aLow, aHigh, bLow, bHigh);
  storeSigned(w, d, scratch[0], scratch[1], (aHigh ^ bHigh) < 0);
}

/** w[d] = a % b signed, with the sign of a. */
export function smod64(w: Int32Array, d: number, aLow: number, aHigh: number, bLow: number, bHigh: number): void {
  if ((bLow | bHigh) === 0) return store(w, d, aLow, aHigh);
  divideMagnitudes(aLow, aHigh, bLow, bHigh);
  storeSigned(w, d, scratch[2], scratch[3], aHigh < 0);
}

function divideMagnitudes(aLow: number, aHigh: number, bLow: number, bHigh: number): void {
  storeSigned(scratch, 0, aLow, aHigh, aHigh < 0);
  storeSigned(scratch, 2, bLow, bHigh, bHigh < 0);
  divideUnsigned(scratch, 0, scratch[0], scratch[1], scratch[2], scratch[3]);
}

function store(w: Int32Array, d: number, low: number, high: number): void {
  w[d] = low;
  w[d + 1] = high;
}

/** Stores the pair, negated if `negative`. */
function storeSigned(w: Int32Array, d: number, low: number, high: number, negative: boolean): void {
  if (negative) store(w, d, -low, -high - (low === 0 ? 0 : 1));
  else store(w, d, low, high);
}
