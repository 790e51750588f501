/**
 * Ranges and tnum of a register learn from each other, after every operation: the hottest function of the verifier
 * (`bench verifier` on `v_alu`). Therefore whole records are read into variables, and nothing is called on the usual
 * ways. The order of deductions decides what the log shows: it is the kernel's.
 * kernel: verifier.c reg_bounds_sync() and what it calls
 */

import { S32MAX, S32MIN, SMAX, SMIN, TNUM_MASK, TNUM_VALUE, U32MAX, U32MIN, UMAX, UMIN } from '../program/layout.ts';
import { isKnownExactly, setBoundsKnown } from './bounds.ts';
import { TNUM, TNUM_SCRATCH_END, tnumIntersect, tnumMax, tnumRange, tnumStep } from './tnum.ts';
import { eq64, ult64 } from './word64.ts';

/** Bits of an unsigned comparison: `(a ^ SIGN) < (b ^ SIGN)`. */
const SIGN = 0x80000000 | 0;
const S32_MAX = 0x7fffffff;

const RANGE_TNUM = TNUM_SCRATCH_END;
const NEXT = TNUM_SCRATCH_END + 4;
const LAST = TNUM_SCRATCH_END + 6;

/** kernel: verifier.c reg_bounds_sync() */
export function regBoundsSync(w: Int32Array, r: number): void {
  if (isSettled(w, r)) return;
  updateRegBounds(w, r);
  // Three rounds; after one that changes nothing the others change nothing either.
  if (deduceBounds(w, r) && deduceBounds(w, r)) deduceBounds(w, r);
  regBoundOffset(w, r);
  updateRegBounds(w, r);
}

/** Nothing can be learnt of a value that is known exactly, nor where nothing at all is known. */
function isSettled(w: Int32Array, r: number): boolean {
  const unknown = w[r + TNUM_MASK] & w[r + TNUM_MASK + 1];
  if ((w[r + TNUM_MASK] | w[r + TNUM_MASK + 1]) === 0) return isKnownExactly(w, r);
  if (unknown !== -1) return false;
  const narrower =
    w[r + SMIN] |
    (w[r + SMIN + 1] ^ SIGN) |
    ~w[r + SMAX] |
    (w[r + SMAX + 1] ^ S32_MAX) |
    (w[r + UMIN] | w[r + UMIN + 1] | ~w[r + UMAX] | ~w[r + UMAX + 1]) |
    ((w[r + S32MIN] ^ SIGN) | (w[r + S32MAX] ^ S32_MAX) | w[r + U32MIN] | ~w[r + U32MAX]);
  return narrower === 0;
}

/** All ranges learn from the tnum. kernel: verifier.c __update_reg_bounds() */
export function updateRegBounds(w: Int32Array, r: number): void {
  const low = w[r + TNUM_VALUE];
  const high = w[r + TNUM_VALUE + 1];
  const maskLow = w[r + TNUM_MASK];
  const maskHigh = w[r + TNUM_MASK + 1];
  const maxLow = low | maskLow;
  const maxHigh = high | maskHigh;
  updateReg32Bounds(w, r);

  const signedMin = high | (maskHigh & SIGN);
  const sminHigh = w[r + SMIN + 1];
  if (sminHigh < signedMin || (sminHigh === signedMin && (w[r + SMIN] ^ SIGN) < (low ^ SIGN))) {
    w[r + SMIN] = low;
    w[r + SMIN + 1] = signedMin;
  }
  const signedMax = high | (maskHigh & S32_MAX);
  const smaxHigh = w[r + SMAX + 1];
  if (signedMax < smaxHigh || (smaxHigh === signedMax && (maxLow ^ SIGN) < (w[r + SMAX] ^ SIGN))) {
    w[r + SMAX] = maxLow;
    w[r + SMAX + 1] = signedMax;
  }
  let uminLow = w[r + UMIN];
  let uminHigh = w[r + UMIN + 1];
  if ((uminHigh ^ SIGN) < (high ^ SIGN) || (uminHigh === high && (uminLow ^ SIGN) < (low ^ SIGN))) {
    w[r + UMIN] = uminLow = low;
    w[r + UMIN + 1] = uminHigh = high;
  }
  let umaxLow = w[r + UMAX];
  let umaxHigh = w[r + UMAX + 1];
  if ((maxHigh ^ SIGN) < (umaxHigh ^ SIGN) || (umaxHigh === maxHigh && (maxLow ^ SIGN) < (umaxLow ^ SIGN))) {
    w[r + UMAX] = umaxLow = maxLow;
    w[r + UMAX + 1] = umaxHigh = maxHigh;
  }

  if ((maskLow | maskHigh) === 0 && uminLow === low && uminHigh === high && umaxLow === low && umaxHigh === high)
    return;
  if ((uminLow & ~maskLow) === low && (uminHigh & ~maskHigh) === high) {
    // The next value of the tnum: the unknown bits counted up by one, with the known ones carrying the carry on.
    const nextLow = (((uminLow | ~maskLow) + 1) & maskLow) | low;
    const carry = (uminLow | ~maskLow) === -1 ? 1 : 0;
    const nextHigh = (((uminHigh | ~maskHigh) + carry) & maskHigh) | high;
    const isAbove = nextHigh === uminHigh ? (uminLow ^ SIGN) < (nextLow ^ SIGN) : (uminHigh ^ SIGN) < (nextHigh ^ SIGN);
    const isInRange =
      nextHigh === umaxHigh ? (nextLow ^ SIGN) <= (umaxLow ^ SIGN) : (nextHigh ^ SIGN) < (umaxHigh ^ SIGN);
    if (isAbove && isInRange) return;
  }
  deduceOnlyValue(w, r);
}

/** Ranges of the low word learn from the tnum. kernel: verifier.c __update_reg32_bounds() */
export function updateReg32Bounds(w: Int32Array, r: number): void {
  const value = w[r + TNUM_VALUE];
  const mask = w[r + TNUM_MASK];
  const signedMin = value | (mask & SIGN);
  const signedMax = value | (mask & S32_MAX);
  if (w[r + S32MIN] < signedMin) w[r + S32MIN] = signedMin;
  if (signedMax < w[r + S32MAX]) w[r + S32MAX] = signedMax;
  if ((w[r + U32MIN] ^ SIGN) < (value ^ SIGN)) w[r + U32MIN] = value;
  if (((value | mask) ^ SIGN) < (w[r + U32MAX] ^ SIGN)) w[r + U32MAX] = value | mask;
}

/**
 * If the unsigned range holds only one value of the tnum, that is the value (on dead paths it may hold none, and the
 * largest of the tnum counts):
 *
 *   range   ---[xxxxxx]-----   ---[xxxxxx]-----   ---[xxxxxx]-----
 *   tnum    --xx----------x-   xx-----x--------   xx----x-------x-
 */
function deduceOnlyValue(w: Int32Array, r: number): void {
  tnumStep(w, NEXT, r + TNUM, r + UMIN);
  const minInTnum =
    (w[r + UMIN] & ~w[r + TNUM_MASK]) === w[r + TNUM_VALUE] &&
    (w[r + UMIN + 1] & ~w[r + TNUM_MASK + 1]) === w[r + TNUM_VALUE + 1];
  const nextInRange = !ult64(w, r + UMAX, NEXT);
  if (minInTnum) {
    if (!nextInRange) setBoundsKnown(w, r, w[r + UMIN], w[r + UMIN + 1]);
    return;
  }
  tnumMax(w, LAST, r + TNUM);
  if (eq64(w, NEXT, LAST)) return setBoundsKnown(w, r, w[LAST], w[LAST + 1]);
  if (!nextInRange) return;
  tnumStep(w, LAST, r + TNUM, NEXT);
  if (ult64(w, r + UMAX, LAST)) setBoundsKnown(w, r, w[NEXT], w[NEXT + 1]);
}

/** One round of deductions among the ranges; false if nothing changed. kernel: verifier.c __reg_deduce_bounds() */
function deduceBounds(w: Int32Array, r: number): boolean {
  const changed32 = deduceBounds32(w, r);
  return deduceBounds64(w, r) || changed32;
}

/** Ranges of the low word. kernel: verifier.c __reg32_deduce_bounds() */
function deduceBounds32(w: Int32Array, r: number): boolean {
  let smin = w[r + S32MIN];
  let smax = w[r + S32MAX];
  let umin = w[r + U32MIN];
  let umax = w[r + U32MAX];
  const unsignedMin = w[r + UMIN];
  const unsignedMax = w[r + UMAX];
  const signedMin = w[r + SMIN];
  const signedMax = w[r + SMAX];
  // With the same high word in the whole range, the low words are a range too.
  if (w[r + UMIN + 1] === w[r + UMAX + 1]) {
    if ((umin ^ SIGN) < (unsignedMin ^ SIGN)) umin = unsignedMin;
    if ((unsignedMax ^ SIGN) < (umax ^ SIGN)) umax = unsignedMax;
    if (unsignedMin <= unsignedMax) {
      if (smin < unsignedMin) smin = unsignedMin;
      if (unsignedMax < smax) smax = unsignedMax;
    }
  }
  if (w[r + SMIN + 1] === w[r + SMAX + 1]) {
    if ((signedMin ^ SIGN) <= (signedMax ^ SIGN)) {
      if ((umin ^ SIGN) < (signedMin ^ SIGN)) umin = signedMin;
      if ((signedMax ^ SIGN) < (umax ^ SIGN)) umax = signedMax;
    }
    if (signedMin <= signedMax) {
      if (smin < signedMin) smin = signedMin;
      if (signedMax < smax) smax = signedMax;
    }
  }
  // High words that follow one another, with the low word going from negative to positive: [-1, 1] in any 2^32.
  if (unsignedMin < 0 && unsignedMax >= 0 && ((w[r + UMIN + 1] + 1) | 0) === w[r + UMAX + 1]) {
    if (smin < unsignedMin) smin = unsignedMin;
    if (unsignedMax < smax) smax = unsignedMax;
  }
  if (signedMin < 0 && signedMax >= 0 && ((w[r + SMIN + 1] + 1) | 0) === w[r + SMAX + 1]) {
    if (smin < signedMin) smin = signedMin;
    if (signedMax < smax) smax = signedMax;
  }
  if (umin <= umax) {
    if (smin < umin) smin = umin;
    if (umax < smax) smax = umax;
  }
  // A signed range across zero is two unsigned ones; if the unsigned range meets only one of them, both get narrower.
  if ((smin ^ SIGN) <= (smax ^ SIGN)) {
    if ((umin ^ SIGN) < (smin ^ SIGN)) umin = smin;
    if ((smax ^ SIGN) < (umax ^ SIGN)) umax = smax;
  } else if ((umax ^ SIGN) < (smin ^ SIGN)) {
    smin = umin;
    if ((smax ^ SIGN) < (umax ^ SIGN)) umax = smax;
  } else if ((smax ^ SIGN) < (umin ^ SIGN)) {
    smax = umax;
    if ((umin ^ SIGN) < (smin ^ SIGN)) umin = smin;
  }
  const changes = (smin ^ w[r + S32MIN]) | (smax ^ w[r + S32MAX]) | (umin ^ w[r + U32MIN]) | (umax ^ w[r + U32MAX]);
  if (changes === 0) return false;
  w[r + S32MIN] = smin;
  w[r + S32MAX] = smax;
  w[r + U32MIN] = umin;
  w[r + U32MAX] = umax;
  return true;
}

/** 64-bit ranges: from one another, then from those of the low word. kernel: __reg64_deduce_bounds(), __reg_deduce_mixed_bounds() */
function deduceBounds64(w: Int32Array, r: number): boolean {
  let sminLow = w[r + SMIN];
  let sminHigh = w[r + SMIN + 1];
  let smaxLow = w[r + SMAX];
  let smaxHigh = w[r + SMAX + 1];
  let uminLow = w[r + UMIN];
  let uminHigh = w[r + UMIN + 1];
  let umaxLow = w[r + UMAX];
  let umaxHigh = w[r + UMAX + 1];
  if (umaxHigh > uminHigh || (umaxHigh === uminHigh && (umaxLow ^ SIGN) >= (uminLow ^ SIGN))) {
    if (sminHigh < uminHigh || (sminHigh === uminHigh && (sminLow ^ SIGN) < (uminLow ^ SIGN))) {
      sminLow = uminLow;
      sminHigh = uminHigh;
    }
    if (umaxHigh < smaxHigh || (umaxHigh === smaxHigh && (umaxLow ^ SIGN) < (smaxLow ^ SIGN))) {
      smaxLow = umaxLow;
      smaxHigh = umaxHigh;
    }
  }
  const isSplit = smaxHigh === sminHigh ? (smaxLow ^ SIGN) < (sminLow ^ SIGN) : (smaxHigh ^ SIGN) < (sminHigh ^ SIGN);
  let takesMin = !isSplit;
  let takesMax = !isSplit;
  if (isSplit) {
    if (umaxHigh === sminHigh ? (umaxLow ^ SIGN) < (sminLow ^ SIGN) : (umaxHigh ^ SIGN) < (sminHigh ^ SIGN)) {
      sminLow = uminLow;
      sminHigh = uminHigh;
      takesMax = true;
    } else if (smaxHigh === uminHigh ? (smaxLow ^ SIGN) < (uminLow ^ SIGN) : (smaxHigh ^ SIGN) < (uminHigh ^ SIGN)) {
      smaxLow = umaxLow;
      smaxHigh = umaxHigh;
      takesMin = true;
    }
  }
  if (
    takesMin &&
    (uminHigh === sminHigh ? (uminLow ^ SIGN) < (sminLow ^ SIGN) : (uminHigh ^ SIGN) < (sminHigh ^ SIGN))
  ) {
    uminLow = sminLow;
    uminHigh = sminHigh;
  }
  if (
    takesMax &&
    (smaxHigh === umaxHigh ? (smaxLow ^ SIGN) < (umaxLow ^ SIGN) : (smaxHigh ^ SIGN) < (umaxHigh ^ SIGN))
  ) {
    umaxLow = smaxLow;
    umaxHigh = smaxHigh;
  }
  // The bounds keep their high words and take the low words of the narrow ranges where that narrows them.
  const min = w[r + U32MIN] ^ SIGN;
  const max = w[r + U32MAX] ^ SIGN;
  if ((uminLow ^ SIGN) < min) uminLow = min ^ SIGN;
  if (max < (umaxLow ^ SIGN)) umaxLow = max ^ SIGN;
  if ((sminLow ^ SIGN) < min) sminLow = min ^ SIGN;
  if (max < (smaxLow ^ SIGN)) smaxLow = max ^ SIGN;
  const s32min = w[r + S32MIN];
  const s32max = w[r + S32MAX];
  if ((s32min ^ SIGN) <= (s32max ^ SIGN)) {
    if ((uminLow ^ SIGN) < (s32min ^ SIGN)) uminLow = s32min;
    if ((s32max ^ SIGN) < (umaxLow ^ SIGN)) umaxLow = s32max;
    if ((sminLow ^ SIGN) < (s32min ^ SIGN)) sminLow = s32min;
    if ((s32max ^ SIGN) < (smaxLow ^ SIGN)) smaxLow = s32max;
  }
  const isNarrow =
    s32min >= 0 &&
    (sminHigh > -1 || (sminHigh === -1 && sminLow < 0)) &&
    (smaxHigh < 0 || (smaxHigh === 0 && smaxLow >= 0));
  // A value of 32 signed bits whose low word is not negative has a zero high word.
  if (isNarrow) {
    sminLow = uminLow = s32min;
    sminHigh = uminHigh = 0;
    smaxLow = umaxLow = s32max;
    smaxHigh = umaxHigh = s32max >> 31;
  }
  const changes =
    (sminLow ^ w[r + SMIN]) |
    (sminHigh ^ w[r + SMIN + 1]) |
    (smaxLow ^ w[r + SMAX]) |
    (smaxHigh ^ w[r + SMAX + 1]) |
    ((uminLow ^ w[r + UMIN]) | (uminHigh ^ w[r + UMIN + 1]) | (umaxLow ^ w[r + UMAX]) | (umaxHigh ^ w[r + UMAX + 1]));
  if (changes !== 0) {
    w[r + SMIN] = sminLow;
    w[r + SMIN + 1] = sminHigh;
    w[r + SMAX] = smaxLow;
    w[r + SMAX + 1] = smaxHigh;
    w[r + UMIN] = uminLow;
    w[r + UMIN + 1] = uminHigh;
    w[r + UMAX] = umaxLow;
    w[r + UMAX + 1] = umaxHigh;
  }
  if (isNarrow) {
    tnumRange(w, RANGE_TNUM, r + SMIN, r + SMAX);
    tnumIntersect(w, r + TNUM, r + TNUM, RANGE_TNUM);
  }
  return changes !== 0;
}

/** The tnum learns from the unsigned ranges. kernel: verifier.c __reg_bound_offset() */
function regBoundOffset(w: Int32Array, r: number): void {
  const minLow = w[r + UMIN];
  const minHigh = w[r + UMIN + 1];
  const differingHigh = minHigh ^ w[r + UMAX + 1];
  const differingLow = minLow ^ w[r + UMAX];
  // Bits from the highest differing one on are unknown.
  const rangeHigh = differingHigh === 0 ? 0 : -1 >>> Math.clz32(differingHigh);
  const rangeLow = differingHigh !== 0 ? -1 : differingLow === 0 ? 0 : -1 >>> Math.clz32(differingLow);
  const maskHigh = w[r + TNUM_MASK + 1] & rangeHigh;
  w[r + TNUM_VALUE + 1] = (w[r + TNUM_VALUE + 1] | (minHigh & ~rangeHigh)) & ~maskHigh;
  w[r + TNUM_MASK + 1] = maskHigh;
  const min32 = w[r + U32MIN];
  const differing32 = min32 ^ w[r + U32MAX];
  const range32 = differing32 === 0 ? 0 : -1 >>> Math.clz32(differing32);
  const wideMask = w[r + TNUM_MASK] & rangeLow;
  const value = (w[r + TNUM_VALUE] | (minLow & ~rangeLow)) & ~wideMask;
  const mask = wideMask & range32;
  w[r + TNUM_VALUE] = (value | (min32 & ~range32)) & ~mask;
  w[r + TNUM_MASK] = mask;
}
