/**
 * Bounds of scalars: signed and unsigned ranges of 64 and 32 bits and the tnum, made consistent with one another.
 * `r` is the offset of a register record in `w`. The order of deductions decides what the log shows: it is the kernel's.
 * kernel: verifier.c, reg_bounds_sync() and what it calls
 */
import { EFAULT } from '../abi/errno.ts';
import type { Verifier } from './env.ts';
import { S32MAX, S32MIN, SMAX, SMIN, TNUM_MASK, TNUM_VALUE, U32MAX, U32MIN, UMAX, UMIN } from './layout.ts';
import {
  TNUM,
  TNUM_SCRATCH_END,
  tnumIntersect,
  tnumIsConst,
  tnumMax,
  tnumRange,
  tnumRange32,
  tnumStep,
  tnumSubregIsConst,
  tnumUnknown,
} from './tnum.ts';
import {
  copy64,
  eq64,
  lowerS32,
  lowerS64,
  lowerU32,
  lowerU64,
  raiseS32,
  raiseS64,
  raiseU32,
  raiseU64,
  set64,
  setS32,
  setU32,
  sgtS32,
  slt64,
  sltS32,
  toBigU64,
  ult64,
  ultWord,
} from './word64.ts';

const S32_MIN = 0x80000000 | 0;
const S32_MAX = 0x7fffffff;
const RANGE_TNUM = TNUM_SCRATCH_END;
/** First scratch word that this file leaves to others. */
export const BOUNDS_SCRATCH_END = TNUM_SCRATCH_END + 8;
const NEXT = TNUM_SCRATCH_END + 4;
const LAST = TNUM_SCRATCH_END + 6;

/** kernel: verifier.c __mark_reg64_unbounded() */
export function markReg64Unbounded(w: Int32Array, r: number): void {
  set64(w, r + SMIN, 0, S32_MIN);
  set64(w, r + SMAX, -1, S32_MAX);
  set64(w, r + UMIN, 0, 0);
  set64(w, r + UMAX, -1, -1);
}

/** kernel: verifier.c __mark_reg32_unbounded() */
export function markReg32Unbounded(w: Int32Array, r: number): void {
  w[r + S32MIN] = S32_MIN;
  w[r + S32MAX] = S32_MAX;
  w[r + U32MIN] = 0;
  w[r + U32MAX] = -1;
}

/** Forgets all ranges; the tnum stays. kernel: verifier.c __mark_reg_unbounded() */
export function markRegUnbounded(w: Int32Array, r: number): void {
  markReg64Unbounded(w, r);
  markReg32Unbounded(w, r);
}

/** Tnum and ranges say one value; the rest of the record stays. kernel: verifier.c ___mark_reg_known() */
export function setBoundsKnown(w: Int32Array, r: number, low: number, high: number): void {
  set64(w, r + TNUM_VALUE, low, high);
  set64(w, r + TNUM_MASK, 0, 0);
  set64(w, r + SMIN, low, high);
  set64(w, r + SMAX, low, high);
  set64(w, r + UMIN, low, high);
  set64(w, r + UMAX, low, high);
  setBounds32Known(w, r, low);
}

/** The ranges of the low word say one value. */
export function setBounds32Known(w: Int32Array, r: number, value: number): void {
  w[r + S32MIN] = value;
  w[r + S32MAX] = value;
  w[r + U32MIN] = value;
  w[r + U32MAX] = value;
}

/** kernel: verifier.c reset_reg64_and_tnum() */
export function resetReg64AndTnum(w: Int32Array, r: number): void {
  markReg64Unbounded(w, r);
  tnumUnknown(w, r + TNUM);
}

/** kernel: verifier.c reset_reg32_and_tnum() */
export function resetReg32AndTnum(w: Int32Array, r: number): void {
  markReg32Unbounded(w, r);
  tnumUnknown(w, r + TNUM);
}

/** Ranges of the low word learn from the tnum. kernel: verifier.c __update_reg32_bounds() */
export function updateReg32Bounds(w: Int32Array, r: number): void {
  const value = w[r + TNUM_VALUE];
  const mask = w[r + TNUM_MASK];
  raiseS32(w, r + S32MIN, value | (mask & S32_MIN));
  lowerS32(w, r + S32MAX, value | (mask & S32_MAX));
  raiseU32(w, r + U32MIN, value);
  lowerU32(w, r + U32MAX, value | mask);
}

/** kernel: verifier.c __update_reg64_bounds() */
function updateReg64Bounds(w: Int32Array, r: number): void {
  const valueLow = w[r + TNUM_VALUE];
  const valueHigh = w[r + TNUM_VALUE + 1];
  const maxLow = valueLow | w[r + TNUM_MASK];
  const maskHigh = w[r + TNUM_MASK + 1];
  raiseS64(w, r + SMIN, valueLow, valueHigh | (maskHigh & S32_MIN));
  lowerS64(w, r + SMAX, maxLow, valueHigh | (maskHigh & S32_MAX));
  raiseU64(w, r + UMIN, valueLow, valueHigh);
  lowerU64(w, r + UMAX, maxLow, valueHigh | maskHigh);
  const isKnown = tnumIsConst(w, r + TNUM) && eq64(w, r + UMIN, r + TNUM) && eq64(w, r + UMAX, r + TNUM);
  if (!isKnown) deduceOnlyValue(w, r);
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

/** All ranges learn from the tnum. kernel: verifier.c __update_reg_bounds() */
export function updateRegBounds(w: Int32Array, r: number): void {
  updateReg32Bounds(w, r);
  updateReg64Bounds(w, r);
}

/** kernel: verifier.c __reg32_deduce_bounds() */
function reg32DeduceBounds(w: Int32Array, r: number): void {
  deduce32FromUnsigned64(w, r);
  deduce32FromSigned64(w, r);
  deduce32AcrossZero(w, r, UMIN, UMAX);
  deduce32AcrossZero(w, r, SMIN, SMAX);
  if (w[r + U32MIN] <= w[r + U32MAX]) narrowS32(w, r, w[r + U32MIN], w[r + U32MAX]);
  if (!ultWord(w[r + S32MAX], w[r + S32MIN])) narrowU32(w, r, w[r + S32MIN], w[r + S32MAX]);
  else deduce32FromOverlap(w, r);
}

function narrowS32(w: Int32Array, r: number, min: number, max: number): void {
  raiseS32(w, r + S32MIN, min);
  lowerS32(w, r + S32MAX, max);
}

function narrowU32(w: Int32Array, r: number, min: number, max: number): void {
  raiseU32(w, r + U32MIN, min);
  lowerU32(w, r + U32MAX, max);
}

/** With the same high word in the whole range, the low words are a range too. */
function deduce32FromUnsigned64(w: Int32Array, r: number): void {
  if (w[r + UMIN + 1] !== w[r + UMAX + 1]) return;
  const min = w[r + UMIN];
  const max = w[r + UMAX];
  narrowU32(w, r, min, max);
  if (min <= max) narrowS32(w, r, min, max);
}

function deduce32FromSigned64(w: Int32Array, r: number): void {
  if (w[r + SMIN + 1] !== w[r + SMAX + 1]) return;
  const min = w[r + SMIN];
  const max = w[r + SMAX];
  if (!ultWord(max, min)) narrowU32(w, r, min, max);
  if (min <= max) narrowS32(w, r, min, max);
}

/** High words that follow one another, with the low word going from negative to positive: [-1, 1] in any 2^32. */
function deduce32AcrossZero(w: Int32Array, r: number, minField: number, maxField: number): void {
  const min = w[r + minField];
  const max = w[r + maxField];
  const follows = ((w[r + minField + 1] + 1) | 0) === w[r + maxField + 1];
  if (follows && min < 0 && max >= 0) narrowS32(w, r, min, max);
}

/** A signed range across zero is two unsigned ones; if the unsigned range meets only one of them, both get narrower. */
function deduce32FromOverlap(w: Int32Array, r: number): void {
  if (ultWord(w[r + U32MAX], w[r + S32MIN])) {
    w[r + S32MIN] = w[r + U32MIN];
    lowerU32(w, r + U32MAX, w[r + S32MAX]);
  } else if (ultWord(w[r + S32MAX], w[r + U32MIN])) {
    w[r + S32MAX] = w[r + U32MAX];
    raiseU32(w, r + U32MIN, w[r + S32MIN]);
  }
}

/** kernel: verifier.c __reg64_deduce_bounds() */
function reg64DeduceBounds(w: Int32Array, r: number): void {
  if (!slt64(w, r + UMAX, r + UMIN)) {
    raiseS64(w, r + SMIN, w[r + UMIN], w[r + UMIN + 1]);
    lowerS64(w, r + SMAX, w[r + UMAX], w[r + UMAX + 1]);
  }
  if (ult64(w, r + SMAX, r + SMIN)) return deduce64FromOverlap(w, r);
  raiseU64(w, r + UMIN, w[r + SMIN], w[r + SMIN + 1]);
  lowerU64(w, r + UMAX, w[r + SMAX], w[r + SMAX + 1]);
}

/** As deduce32FromOverlap. */
function deduce64FromOverlap(w: Int32Array, r: number): void {
  if (ult64(w, r + UMAX, r + SMIN)) {
    copy64(w, r + SMIN, r + UMIN);
    lowerU64(w, r + UMAX, w[r + SMAX], w[r + SMAX + 1]);
  } else if (ult64(w, r + SMAX, r + UMIN)) {
    copy64(w, r + SMAX, r + UMAX);
    raiseU64(w, r + UMIN, w[r + SMIN], w[r + SMIN + 1]);
  }
}

/** 64-bit ranges learn from those of the low word. kernel: verifier.c __reg_deduce_mixed_bounds() */
function regDeduceMixedBounds(w: Int32Array, r: number): void {
  narrowLowWords(w, r, w[r + U32MIN], w[r + U32MAX]);
  if (!ultWord(w[r + S32MAX], w[r + S32MIN])) narrowLowWords(w, r, w[r + S32MIN], w[r + S32MAX]);
  deduceSignExtended(w, r);
}

/** The bounds keep their high words and take `min` and `max` as low words where that narrows them. */
function narrowLowWords(w: Int32Array, r: number, min: number, max: number): void {
  raiseU64(w, r + UMIN, min, w[r + UMIN + 1]);
  lowerU64(w, r + UMAX, max, w[r + UMAX + 1]);
  raiseS64(w, r + SMIN, min, w[r + SMIN + 1]);
  lowerS64(w, r + SMAX, max, w[r + SMAX + 1]);
}

/** A value of 32 signed bits whose low word is not negative has a zero high word. */
function deduceSignExtended(w: Int32Array, r: number): void {
  if (w[r + S32MIN] < 0 || sltS32(w, r + SMIN, S32_MIN) || sgtS32(w, r + SMAX, S32_MAX)) return;
  setS32(w, r + SMIN, w[r + S32MIN]);
  setS32(w, r + SMAX, w[r + S32MAX]);
  setS32(w, r + UMIN, w[r + S32MIN]);
  setS32(w, r + UMAX, w[r + S32MAX]);
  tnumRange(w, RANGE_TNUM, r + SMIN, r + SMAX);
  tnumIntersect(w, r + TNUM, r + TNUM, RANGE_TNUM);
}

/** kernel: verifier.c __reg_deduce_bounds() */
function regDeduceBounds(w: Int32Array, r: number): void {
  reg32DeduceBounds(w, r);
  reg64DeduceBounds(w, r);
  regDeduceMixedBounds(w, r);
}

/** The tnum learns from the unsigned ranges. kernel: verifier.c __reg_bound_offset() */
function regBoundOffset(w: Int32Array, r: number): void {
  tnumRange(w, RANGE_TNUM, r + UMIN, r + UMAX);
  tnumIntersect(w, r + TNUM, r + TNUM, RANGE_TNUM);
  const high = w[r + TNUM_VALUE + 1];
  const maskHigh = w[r + TNUM_MASK + 1];
  tnumRange32(w, RANGE_TNUM, w[r + U32MIN], w[r + U32MAX]);
  tnumIntersect(w, r + TNUM, r + TNUM, RANGE_TNUM);
  w[r + TNUM_VALUE + 1] = high;
  w[r + TNUM_MASK + 1] = maskHigh;
}

/** Ranges and tnum learn from each other. kernel: verifier.c reg_bounds_sync() */
export function regBoundsSync(w: Int32Array, r: number): void {
  updateRegBounds(w, r);
  regDeduceBounds(w, r);
  regDeduceBounds(w, r);
  regDeduceBounds(w, r);
  regBoundOffset(w, r);
  updateRegBounds(w, r);
}

/** The 64-bit ranges become those of the zero-extended low word. kernel: verifier.c __reg_assign_32_into_64() */
export function regAssign32Into64(w: Int32Array, r: number): void {
  setU32(w, r + UMIN, w[r + U32MIN]);
  setU32(w, r + UMAX, w[r + U32MAX]);
  if (w[r + S32MIN] >= 0 && w[r + S32MAX] >= 0) {
    setU32(w, r + SMIN, w[r + S32MIN]);
    setU32(w, r + SMAX, w[r + S32MAX]);
  } else {
    setU32(w, r + SMIN, 0);
    setU32(w, r + SMAX, -1);
  }
}

/**
 * Bounds that contradict one another are reported and forgotten, or refused with BPF_F_TEST_REG_INVARIANTS.
 * `context` says which operation made them. Returns 0 or -EFAULT. kernel: verifier.c reg_bounds_sanity_check()
 */
export function regBoundsSanityCheck(v: Verifier, r: number, context: string): number {
  const violation = boundsViolation(v.w, r);
  if (violation === undefined) return 0;
  v.verbose(`verifier bug: REG INVARIANTS VIOLATION (${context}): ${violation} ${describeBounds(v.w, r)}\n`);
  if (v.testRegInvariants) return -EFAULT;
  markRegUnbounded(v.w, r);
  return 0;
}

function boundsViolation(w: Int32Array, r: number): string | undefined {
  if (rangesAreEmpty(w, r)) return 'range bounds violation';
  if (tnumIsConst(w, r + TNUM) && !rangesAreTnumValue(w, r)) return 'const tnum out of sync with range bounds';
  if (tnumSubregIsConst(w, r + TNUM) && !ranges32AreTnumValue(w, r)) {
    return 'const subreg tnum out of sync with range bounds';
  }
  return undefined;
}

const rangesAreEmpty = (w: Int32Array, r: number): boolean =>
  ult64(w, r + UMAX, r + UMIN) ||
  slt64(w, r + SMAX, r + SMIN) ||
  ultWord(w[r + U32MAX], w[r + U32MIN]) ||
  w[r + S32MAX] < w[r + S32MIN];

const rangesAreTnumValue = (w: Int32Array, r: number): boolean =>
  eq64(w, r + UMIN, r + TNUM) &&
  eq64(w, r + UMAX, r + TNUM) &&
  eq64(w, r + SMIN, r + TNUM) &&
  eq64(w, r + SMAX, r + TNUM);

function ranges32AreTnumValue(w: Int32Array, r: number): boolean {
  const value = w[r + TNUM_VALUE];
  return w[r + U32MIN] === value && w[r + U32MAX] === value && w[r + S32MIN] === value && w[r + S32MAX] === value;
}

const hex64 = (w: Int32Array, at: number): string => `0x${toBigU64(w, at).toString(16)}`;
const hex32 = (word: number): string => `0x${(word >>> 0).toString(16)}`;

const describeBounds = (w: Int32Array, r: number): string =>
  `u64=[${hex64(w, r + UMIN)}, ${hex64(w, r + UMAX)}] s64=[${hex64(w, r + SMIN)}, ${hex64(w, r + SMAX)}] ` +
  `u32=[${hex32(w[r + U32MIN])}, ${hex32(w[r + U32MAX])}] s32=[${hex32(w[r + S32MIN])}, ${hex32(w[r + S32MAX])}] ` +
  `var_off=(${hex64(w, r + TNUM_VALUE)}, ${hex64(w, r + TNUM_MASK)})`;
