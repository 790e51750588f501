/**
 * Tristate numbers: what is known of each bit of a value. A tnum is four words of the arena, named by the offset of
 * the first; a bit that is set in the mask is unknown, and then clear in the value.
 *
 *   word  0..1    2..3
 *         value   mask        the tnum of a register r is `r + TNUM`
 *
 * Operations name the destination first; it may be one of the sources. Intermediate values lie in the arena's scratch
 * words. kernel: kernel/bpf/tnum.c
 */
import { SCRATCH, TNUM_VALUE } from '../program/layout.ts';
import {
  add64,
  and64,
  andNot64,
  copy64,
  fls64,
  isZero64,
  lsh64,
  mul64,
  or64,
  rsh64,
  set64,
  sub64,
  swap64,
  swapWord,
  ult64,
  xor64,
} from './word64.ts';

/** Offset of a register's tnum. */
export const TNUM = TNUM_VALUE;
const MASK = 2;

const SUM = SCRATCH;
const OTHER = SCRATCH + 2;
const CHANGES = SCRATCH + 4;
const WITH_ADDEND = SCRATCH + 20;
/** First scratch word that this file leaves to others. */
export const TNUM_SCRATCH_END = SCRATCH + 24;

/** kernel: tnum_const() */
export function tnumConst(w: Int32Array, d: number, low: number, high: number): void {
  set64(w, d, low, high);
  set64(w, d + MASK, 0, 0);
}

/** kernel: tnum_unknown */
export function tnumUnknown(w: Int32Array, d: number): void {
  set64(w, d, 0, 0);
  set64(w, d + MASK, -1, -1);
}

/** The tightest tnum that holds all values from `min` to `max` (offsets of unsigned values). kernel: tnum_range() */
export function tnumRange(w: Int32Array, d: number, min: number, max: number): void {
  const changesLow = w[min] ^ w[max];
  const changesHigh = w[min + 1] ^ w[max + 1];
  const bits = fls64(changesLow, changesHigh);
  const maskLow = bits >= 32 ? -1 : (1 << bits) - 1;
  const maskHigh = bits >= 64 ? -1 : bits <= 32 ? 0 : (1 << (bits - 32)) - 1;
  set64(w, d, w[min] & ~maskLow, w[min + 1] & ~maskHigh);
  set64(w, d + MASK, maskLow, maskHigh);
}

/** The tightest tnum that holds all unsigned words from `min` to `max`. kernel: tnum_range() */
export function tnumRange32(w: Int32Array, d: number, min: number, max: number): void {
  const bits = 32 - Math.clz32(min ^ max);
  const mask = bits === 32 ? -1 : (1 << bits) - 1;
  set64(w, d, min & ~mask, 0);
  set64(w, d + MASK, mask, 0);
}

/** kernel: tnum_lshift() */
export function tnumLshift(w: Int32Array, d: number, a: number, shift: number): void {
  lsh64(w, d, a, shift);
  lsh64(w, d + MASK, a + MASK, shift);
}

/** kernel: tnum_rshift() */
export function tnumRshift(w: Int32Array, d: number, a: number, shift: number): void {
  rsh64(w, d, a, shift);
  rsh64(w, d + MASK, a + MASK, shift);
}

/** Arithmetic shift of the low word, the high word becoming zero. kernel: tnum_arshift() with 32 bits */
export function tnumArshift32(w: Int32Array, d: number, a: number, shift: number): void {
  set64(w, d, w[a] >> shift, 0);
  set64(w, d + MASK, w[a + MASK] >> shift, 0);
}

/** Bits of an unsigned comparison: `(a ^ SIGN) < (b ^ SIGN)`. */
const SIGN = 0x80000000 | 0;

/** Hot, so it keeps everything in variables. kernel: tnum_add() */
export function tnumAdd(w: Int32Array, d: number, a: number, b: number): void {
  const aMaskLow = w[a + 2];
  const bMaskLow = w[b + 2];
  const aMaskHigh = w[a + 3];
  const bMaskHigh = w[b + 3];
  const low = (w[a] + w[b]) | 0;
  const high = (w[a + 1] + w[b + 1] + ((low ^ SIGN) < (w[a] ^ SIGN) ? 1 : 0)) | 0;
  const maskLow = (aMaskLow + bMaskLow) | 0;
  const maskHigh = (aMaskHigh + bMaskHigh + ((maskLow ^ SIGN) < (aMaskLow ^ SIGN) ? 1 : 0)) | 0;
  const maxLow = (low + maskLow) | 0;
  const maxHigh = (high + maskHigh + ((maxLow ^ SIGN) < (low ^ SIGN) ? 1 : 0)) | 0;
  // Unknown are the bits that are so in an operand, or that a carry may change.
  const unknownLow = (maxLow ^ low) | aMaskLow | bMaskLow;
  const unknownHigh = (maxHigh ^ high) | aMaskHigh | bMaskHigh;
  w[d] = low & ~unknownLow;
  w[d + 1] = high & ~unknownHigh;
  w[d + 2] = unknownLow;
  w[d + 3] = unknownHigh;
}

/** kernel: tnum_sub() */
export function tnumSub(w: Int32Array, d: number, a: number, b: number): void {
  sub64(w, SUM, a, b);
  add64(w, OTHER, SUM, a + MASK);
  sub64(w, CHANGES, SUM, b + MASK);
  xor64(w, CHANGES, CHANGES, OTHER);
  or64(w, CHANGES, CHANGES, a + MASK);
  or64(w, d + MASK, CHANGES, b + MASK);
  andNot64(w, d, SUM, d + MASK);
}

/** kernel: tnum_neg() */
export function tnumNeg(w: Int32Array, d: number, a: number): void {
  tnumConst(w, WITH_ADDEND, 0, 0);
  tnumSub(w, d, WITH_ADDEND, a);
}

/** kernel: tnum_and() */
export function tnumAnd(w: Int32Array, d: number, a: number, b: number): void {
  for (let i = 0; i < 2; i++) {
    const value = w[a + i] & w[b + i];
    const possible = (w[a + i] | w[a + MASK + i]) & (w[b + i] | w[b + MASK + i]);
    w[d + i] = value;
    w[d + MASK + i] = possible & ~value;
  }
}

/** kernel: tnum_or() */
export function tnumOr(w: Int32Array, d: number, a: number, b: number): void {
  for (let i = 0; i < 2; i++) {
    const value = w[a + i] | w[b + i];
    const unknown = w[a + MASK + i] | w[b + MASK + i];
    w[d + i] = value;
    w[d + MASK + i] = unknown & ~value;
  }
}

/** kernel: tnum_xor() */
export function tnumXor(w: Int32Array, d: number, a: number, b: number): void {
  for (let i = 0; i < 2; i++) {
    const unknown = w[a + MASK + i] | w[b + MASK + i];
    w[d + i] = (w[a + i] ^ w[b + i]) & ~unknown;
    w[d + MASK + i] = unknown;
  }
}

/**
 * Multiplies bit by bit; an unknown bit of `a` gives the union of both cases. Hot: of 64 rounds each makes a sum, so
 * everything is kept in variables (`bench verifier` on `v_alu`). kernel: tnum_mul()
 */
export function tnumMul(w: Int32Array, d: number, a: number, b: number): void {
  if ((w[a + 2] | w[a + 3] | w[b + 2] | w[b + 3]) === 0) {
    mul64(w, d, a, b);
    return set64(w, d + MASK, 0, 0);
  }
  if ((w[a + 2] & w[a + 3]) === -1) return tnumMultiple(w, d, b);
  let onesLow = w[a];
  let onesHigh = w[a + 1];
  let maybeLow = w[a + 2];
  let maybeHigh = w[a + 3];
  let factorLow = w[b];
  let factorHigh = w[b + 1];
  let factorMaskLow = w[b + 2];
  let factorMaskHigh = w[b + 3];
  let accLow = 0;
  let accHigh = 0;
  let accMaskLow = 0;
  let accMaskHigh = 0;
  while ((onesLow | onesHigh | maybeLow | maybeHigh) !== 0) {
    if (((onesLow | maybeLow) & 1) !== 0) {
      const low = (accLow + factorLow) | 0;
      const high = (accHigh + factorHigh + ((low ^ SIGN) < (accLow ^ SIGN) ? 1 : 0)) | 0;
      const maskLow = (accMaskLow + factorMaskLow) | 0;
      const maskHigh = (accMaskHigh + factorMaskHigh + ((maskLow ^ SIGN) < (accMaskLow ^ SIGN) ? 1 : 0)) | 0;
      const maxLow = (low + maskLow) | 0;
      const maxHigh = (high + maskHigh + ((maxLow ^ SIGN) < (low ^ SIGN) ? 1 : 0)) | 0;
      let unknownLow = (maxLow ^ low) | accMaskLow | factorMaskLow;
      let unknownHigh = (maxHigh ^ high) | accMaskHigh | factorMaskHigh;
      let sumLow = low & ~unknownLow;
      let sumHigh = high & ~unknownHigh;
      if ((onesLow & 1) === 0) {
        unknownLow |= sumLow ^ accLow;
        unknownHigh |= sumHigh ^ accHigh;
        sumLow &= accLow & ~unknownLow;
        sumHigh &= accHigh & ~unknownHigh;
      }
      accLow = sumLow;
      accHigh = sumHigh;
      accMaskLow = unknownLow;
      accMaskHigh = unknownHigh;
    }
    onesLow = (onesLow >>> 1) | (onesHigh << 31);
    onesHigh >>>= 1;
    maybeLow = (maybeLow >>> 1) | (maybeHigh << 31);
    maybeHigh >>>= 1;
    factorHigh = (factorHigh << 1) | (factorLow >>> 31);
    factorLow <<= 1;
    factorMaskHigh = (factorMaskHigh << 1) | (factorMaskLow >>> 31);
    factorMaskLow <<= 1;
  }
  set64(w, d, accLow, accHigh);
  set64(w, d + MASK, accMaskLow, accMaskHigh);
}

/**
 * Any value times `b`: a multiple of the lowest bit that `b` may have, and nothing else is known. Bit by bit it comes to
 * the same: each round makes the lowest bit of the shifted `b` unknown, as no carry reaches it.
 */
function tnumMultiple(w: Int32Array, d: number, b: number): void {
  const low = w[b] | w[b + MASK];
  const high = w[b + 1] | w[b + MASK + 1];
  set64(w, d, 0, 0);
  // All bits from the lowest one of a word on: `-word | word`.
  if (low !== 0) set64(w, d + MASK, -low | low, -1);
  else set64(w, d + MASK, 0, -high | high);
}

/** True if some value belongs to both. kernel: tnum_overlap() */
export function tnumOverlap(w: Int32Array, a: number, b: number): boolean {
  const knownLow = ~w[a + MASK] & ~w[b + MASK];
  const knownHigh = ~w[a + MASK + 1] & ~w[b + MASK + 1];
  return (((w[a] ^ w[b]) & knownLow) | ((w[a + 1] ^ w[b + 1]) & knownHigh)) === 0;
}

/** Where both know a bit and disagree, the result has a 1. kernel: tnum_intersect() */
export function tnumIntersect(w: Int32Array, d: number, a: number, b: number): void {
  for (let i = 0; i < 2; i++) {
    const unknown = w[a + MASK + i] & w[b + MASK + i];
    w[d + i] = (w[a + i] | w[b + i]) & ~unknown;
    w[d + MASK + i] = unknown;
  }
}

/** Keeps the lowest `size` bytes, 1, 2 or 4; 8 keeps everything. kernel: tnum_cast() */
export function tnumCast(w: Int32Array, d: number, a: number, size: number): void {
  const low = size >= 4 ? -1 : (1 << (size * 8)) - 1;
  const high = size === 8 ? -1 : 0;
  set64(w, d, w[a] & low, w[a + 1] & high);
  set64(w, d + MASK, w[a + MASK] & low, w[a + MASK + 1] & high);
}

/** True if every value of `b` belongs to `a`. kernel: tnum_in() */
export function tnumIn(w: Int32Array, a: number, b: number): boolean {
  for (let i = 0; i < 2; i++) {
    if ((w[b + MASK + i] & ~w[a + MASK + i]) !== 0) return false;
    if (w[a + i] !== (w[b + i] & ~w[a + MASK + i])) return false;
  }
  return true;
}

/** kernel: tnum_subreg() */
export const tnumSubreg = (w: Int32Array, d: number, a: number): void => tnumCast(w, d, a, 4);

/** kernel: tnum_const_subreg() */
export function tnumConstSubreg(w: Int32Array, d: number, a: number, value: number): void {
  set64(w, d, value, w[a + 1]);
  set64(w, d + MASK, 0, w[a + MASK + 1]);
}

const swapHalfWord = (a: number): number => ((a & 0xff) << 8) | ((a >>> 8) & 0xff);

/** Reverses the lowest 16 bits and clears the others. kernel: tnum_bswap16() */
export function tnumBswap16(w: Int32Array, d: number, a: number): void {
  set64(w, d, swapHalfWord(w[a]), 0);
  set64(w, d + MASK, swapHalfWord(w[a + MASK]), 0);
}

/** kernel: tnum_bswap32() */
export function tnumBswap32(w: Int32Array, d: number, a: number): void {
  set64(w, d, swapWord(w[a]), 0);
  set64(w, d + MASK, swapWord(w[a + MASK]), 0);
}

/** kernel: tnum_bswap64() */
export function tnumBswap64(w: Int32Array, d: number, a: number): void {
  swap64(w, d, a);
  swap64(w, d + MASK, a + MASK);
}

/** kernel: tnum_is_const() */
export const tnumIsConst = (w: Int32Array, a: number): boolean => isZero64(w, a + MASK);

/** Equal to a sign-extended word. kernel: tnum_equals_const() */
export const tnumEqualsConst = (w: Int32Array, a: number, value: number): boolean =>
  isZero64(w, a + MASK) && w[a] === value && w[a + 1] === value >> 31;

/** kernel: tnum_is_unknown() */
export const tnumIsUnknown = (w: Int32Array, a: number): boolean => (w[a + MASK] & w[a + MASK + 1]) === -1;

/** kernel: tnum_subreg_is_const() */
export const tnumSubregIsConst = (w: Int32Array, a: number): boolean => w[a + MASK] === 0;

/** The largest value: `value | mask`. */
export function tnumMax(w: Int32Array, d: number, a: number): void {
  or64(w, d, a, a + MASK);
}

/**
 * The smallest value of `a` above `z` (offset of a value); the largest value if there is none. kernel: tnum_step()
 */
export function tnumStep(w: Int32Array, d: number, a: number, z: number): void {
  tnumMax(w, OTHER, a);
  if (!ult64(w, z, OTHER)) return copy64(w, d, OTHER);
  if (ult64(w, z, a)) return copy64(w, d, a);
  and64(w, SUM, z, a + MASK);
  or64(w, SUM, SUM, a);
  if (ult64(w, z, SUM)) stepByKnownBits(w, d, a, z);
  else stepByUnknownBits(w, d, a, z);
}

/** A known 1 of `a` already lifts the result above `z`: the unknown bits below it become 0. */
function stepByKnownBits(w: Int32Array, d: number, a: number, z: number): void {
  const bits = fls64(~w[z] & w[a] & ~w[a + MASK], ~w[z + 1] & w[a + 1] & ~w[a + MASK + 1]);
  const low = highBitsLow(bits);
  const high = highBitsHigh(bits);
  set64(w, d, (low & w[z]) | (~low & w[a]), (high & w[z + 1]) | (~high & w[a + 1]));
}

/** The unknown bits above the highest known 0 that `z` exceeds are counted up by one. */
function stepByUnknownBits(w: Int32Array, d: number, a: number, z: number): void {
  const bits = fls64(w[z] & ~w[a] & ~w[a + MASK], w[z + 1] & ~w[a + 1] & ~w[a + MASK + 1]);
  const low = highBitsLow(bits);
  const high = highBitsHigh(bits);
  const maskLow = w[a + MASK];
  const maskHigh = w[a + MASK + 1];
  set64(w, SUM, (low & maskLow & w[z]) | (low & ~maskLow), (high & maskHigh & w[z + 1]) | (high & ~maskHigh));
  set64(w, OTHER, 1, 0);
  lsh64(w, OTHER, OTHER, bits & 63);
  add64(w, SUM, SUM, OTHER);
  set64(w, d, (w[SUM] & maskLow) | w[a], (w[SUM + 1] & maskHigh) | w[a + 1]);
}

const highBitsLow = (bits: number): number => (bits >= 32 ? 0 : -1 << bits);
const highBitsHigh = (bits: number): number => (bits <= 32 ? -1 : -1 << (bits - 32));
