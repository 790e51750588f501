/**
 * Bounds of scalars: signed and unsigned ranges of 64 and 32 bits and the tnum, made consistent with one another.
 * `r` is the offset of a register record in `w`. The order of deductions decides what the log shows: it is the kernel's.
 * kernel: verifier.c, reg_bounds_sync() and what it calls
 */
import { EFAULT } from '../../abi/errno.ts';
import type { Verifier } from '../env.ts';
import { S32MAX, S32MIN, SMAX, SMIN, TNUM_MASK, TNUM_VALUE, U32MAX, U32MIN, UMAX, UMIN } from '../program/layout.ts';
import { TNUM, TNUM_SCRATCH_END, tnumIsConst, tnumSubregIsConst } from './tnum.ts';
import { eq64, setU32, slt64, toBigU64, ult64, ultWord } from './word64.ts';

const S32_MIN = 0x80000000 | 0;
const S32_MAX = 0x7fffffff;
/** First scratch word that this file leaves to others. */
export const BOUNDS_SCRATCH_END = TNUM_SCRATCH_END + 8;

/** kernel: verifier.c __mark_reg64_unbounded() */
export function markReg64Unbounded(w: Int32Array, r: number): void {
  w[r + SMIN] = 0;
  w[r + SMIN + 1] = S32_MIN;
  w[r + SMAX] = -1;
  w[r + SMAX + 1] = S32_MAX;
  w[r + UMIN] = 0;
  w[r + UMIN + 1] = 0;
  w[r + UMAX] = -1;
  w[r + UMAX + 1] = -1;
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
  w[r + TNUM_VALUE] = low;
  w[r + TNUM_VALUE + 1] = high;
  w[r + TNUM_MASK] = 0;
  w[r + TNUM_MASK + 1] = 0;
  w[r + SMIN] = low;
  w[r + SMIN + 1] = high;
  w[r + SMAX] = low;
  w[r + SMAX + 1] = high;
  w[r + UMIN] = low;
  w[r + UMIN + 1] = high;
  w[r + UMAX] = low;
  w[r + UMAX + 1] = high;
  setBounds32Known(w, r, low);
}

/** The ranges of the low word say one value. */
export function setBounds32Known(w: Int32Array, r: number, value: number): void {
  w[r + S32MIN] = value;
  w[r + S32MAX] = value;
  w[r + U32MIN] = value;
  w[r + U32MAX] = value;
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
  const violation = isKnownExactly(v.w, r) || isSane(v.w, r) ? undefined : boundsViolation(v.w, r);
  if (violation === undefined) return 0;
  v.verbose(`verifier bug: REG INVARIANTS VIOLATION (${context}): ${violation} ${describeBounds(v.w, r)}\n`);
  if (v.testRegInvariants) return -EFAULT;
  markRegUnbounded(v.w, r);
  return 0;
}

/** The tnum and all ranges say the same one value. */
export function isKnownExactly(w: Int32Array, r: number): boolean {
  const low = w[r + TNUM_VALUE];
  const high = w[r + TNUM_VALUE + 1];
  const differs =
    w[r + TNUM_MASK] |
    w[r + TNUM_MASK + 1] |
    (w[r + SMIN] ^ low) |
    (w[r + SMAX] ^ low) |
    (w[r + UMIN] ^ low) |
    (w[r + UMAX] ^ low) |
    ((w[r + SMIN + 1] ^ high) | (w[r + SMAX + 1] ^ high) | (w[r + UMIN + 1] ^ high) | (w[r + UMAX + 1] ^ high)) |
    ((w[r + S32MIN] ^ low) | (w[r + S32MAX] ^ low) | (w[r + U32MIN] ^ low) | (w[r + U32MAX] ^ low));
  return differs === 0;
}

/** A quick look: the low word is not known and no range is empty, so there is nothing to contradict. */
function isSane(w: Int32Array, r: number): boolean {
  const uminHigh = w[r + UMIN + 1] ^ S32_MIN;
  const umaxHigh = w[r + UMAX + 1] ^ S32_MIN;
  return (
    w[r + TNUM_MASK] !== 0 &&
    (uminHigh < umaxHigh || (uminHigh === umaxHigh && (w[r + UMIN] ^ S32_MIN) <= (w[r + UMAX] ^ S32_MIN))) &&
    (w[r + SMIN + 1] < w[r + SMAX + 1] ||
      (w[r + SMIN + 1] === w[r + SMAX + 1] && (w[r + SMIN] ^ S32_MIN) <= (w[r + SMAX] ^ S32_MIN))) &&
    (w[r + U32MIN] ^ S32_MIN) <= (w[r + U32MAX] ^ S32_MIN) &&
    w[r + S32MIN] <= w[r + S32MAX]
  );
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
