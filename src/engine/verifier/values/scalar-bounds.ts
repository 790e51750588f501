/**
 * What arithmetic does to the ranges of scalars: `d` is the record of the destination and first operand, `s` that of
 * the second, which must be another record. Ranges only, unless a function says that it sets the tnum.
 * kernel: verifier.c, the scalar_min_max_*() and scalar32_min_max_*() functions
 */

import { S32MAX, S32MIN, SMAX, SMIN, TNUM_MASK, TNUM_VALUE, U32MAX, U32MIN, UMAX, UMIN } from '../program/layout.ts';
import { markRegKnown } from '../states/regs.ts';
import { BOUNDS_SCRATCH_END, markReg32Unbounded, markReg64Unbounded, setBounds32Known } from './bounds.ts';
import { updateReg32Bounds, updateRegBounds } from './bounds-sync.ts';
import {
  TNUM,
  tnumArshift32,
  tnumConstSubreg,
  tnumIsConst,
  tnumLshift,
  tnumRshift,
  tnumSubreg,
  tnumSubregIsConst,
} from './tnum.ts';
import {
  addU64,
  arsh64,
  copy64,
  lowerS64,
  lowerU32,
  lowerU64,
  lsh64,
  mul64,
  mulOverflowsU64,
  mulS64,
  or64,
  raiseS64,
  raiseU32,
  raiseU64,
  rsh64,
  set64,
  slt64,
  subS64,
  subU64,
  ult64,
} from './word64.ts';

const S32_MIN = 0x80000000 | 0;
const S32_MAX = 0x7fffffff;
const U32_MAX = 0xffffffff;

const PRODUCTS = BOUNDS_SCRATCH_END;
const PRODUCT_SCRATCH = PRODUCTS + 8;

function setS32Range(w: Int32Array, d: number, min: number, max: number): void {
  w[d + S32MIN] = min;
  w[d + S32MAX] = max;
}

function setU32Range(w: Int32Array, d: number, min: number, max: number): void {
  w[d + U32MIN] = min;
  w[d + U32MAX] = max;
}

const forgetS32 = (w: Int32Array, d: number): void => setS32Range(w, d, S32_MIN, S32_MAX);
const forgetU32 = (w: Int32Array, d: number): void => setU32Range(w, d, 0, -1);

function forgetS64(w: Int32Array, d: number): void {
  set64(w, d + SMIN, 0, S32_MIN);
  set64(w, d + SMAX, -1, S32_MAX);
}

function forgetU64(w: Int32Array, d: number): void {
  set64(w, d + UMIN, 0, 0);
  set64(w, d + UMAX, -1, -1);
}

const fitsS32 = (value: number): boolean => value === (value | 0);

/** kernel: verifier.c scalar32_min_max_add() */
export function scalar32MinMaxAdd(w: Int32Array, d: number, s: number): void {
  const smin = w[d + S32MIN] + w[s + S32MIN];
  const smax = w[d + S32MAX] + w[s + S32MAX];
  if (fitsS32(smin) && fitsS32(smax)) setS32Range(w, d, smin, smax);
  else forgetS32(w, d);
  const umin = (w[d + U32MIN] >>> 0) + (w[s + U32MIN] >>> 0);
  const umax = (w[d + U32MAX] >>> 0) + (w[s + U32MAX] >>> 0);
  if (umin <= U32_MAX && umax > U32_MAX) forgetU32(w, d);
  else setU32Range(w, d, umin | 0, umax | 0);
}

/** Hot, so it keeps sums in variables (`bench verifier` on `v_alu`). kernel: verifier.c scalar_min_max_add() */
export function scalarMinMaxAdd(w: Int32Array, d: number, s: number): void {
  const minLow = (w[d + SMIN] + w[s + SMIN]) | 0;
  const minHigh = (w[d + SMIN + 1] + w[s + SMIN + 1] + carry(minLow, w[s + SMIN])) | 0;
  const maxLow = (w[d + SMAX] + w[s + SMAX]) | 0;
  const maxHigh = (w[d + SMAX + 1] + w[s + SMAX + 1] + carry(maxLow, w[s + SMAX])) | 0;
  const overflows =
    ((w[d + SMIN + 1] ^ minHigh) & (w[s + SMIN + 1] ^ minHigh)) |
    ((w[d + SMAX + 1] ^ maxHigh) & (w[s + SMAX + 1] ^ maxHigh));
  if (overflows < 0) forgetS64(w, d);
  else {
    set64(w, d + SMIN, minLow, minHigh);
    set64(w, d + SMAX, maxLow, maxHigh);
  }
  const minWraps = addU64(w, d + UMIN, d + UMIN, s + UMIN);
  const maxWraps = addU64(w, d + UMAX, d + UMAX, s + UMAX);
  if (!minWraps && maxWraps) forgetU64(w, d);
}

/** Of a sum of unsigned words, given one of them. */
const carry = (sum: number, addend: number): number => ((sum ^ S32_MIN) < (addend ^ S32_MIN) ? 1 : 0);

/** kernel: verifier.c scalar32_min_max_sub() */
export function scalar32MinMaxSub(w: Int32Array, d: number, s: number): void {
  const smin = w[d + S32MIN] - w[s + S32MAX];
  const smax = w[d + S32MAX] - w[s + S32MIN];
  if (fitsS32(smin) && fitsS32(smax)) setS32Range(w, d, smin, smax);
  else forgetS32(w, d);
  const umin = (w[d + U32MIN] >>> 0) - (w[s + U32MAX] >>> 0);
  const umax = (w[d + U32MAX] >>> 0) - (w[s + U32MIN] >>> 0);
  if (umin < 0 && umax >= 0) forgetU32(w, d);
  else setU32Range(w, d, umin | 0, umax | 0);
}

/** kernel: verifier.c scalar_min_max_sub() */
export function scalarMinMaxSub(w: Int32Array, d: number, s: number): void {
  const minOverflows = subS64(w, d + SMIN, d + SMIN, s + SMAX);
  const maxOverflows = subS64(w, d + SMAX, d + SMAX, s + SMIN);
  if (minOverflows || maxOverflows) forgetS64(w, d);
  const minWraps = subU64(w, d + UMIN, d + UMIN, s + UMAX);
  const maxWraps = subU64(w, d + UMAX, d + UMAX, s + UMIN);
  if (minWraps && !maxWraps) forgetU64(w, d);
}

/** kernel: verifier.c scalar32_min_max_mul() */
export function scalar32MinMaxMul(w: Int32Array, d: number, s: number): void {
  mulU32Ranges(w, d, s);
  const a = w[d + S32MIN] * w[s + S32MIN];
  const b = w[d + S32MIN] * w[s + S32MAX];
  const c = w[d + S32MAX] * w[s + S32MIN];
  const e = w[d + S32MAX] * w[s + S32MAX];
  const min = Math.min(a, b, c, e);
  const max = Math.max(a, b, c, e);
  if (min >= S32_MIN && max <= S32_MAX) setS32Range(w, d, min, max);
  else forgetS32(w, d);
}

function mulU32Ranges(w: Int32Array, d: number, s: number): void {
  const overflows = (w[d + U32MAX] >>> 0) * (w[s + U32MAX] >>> 0) > U32_MAX;
  if (overflows) return forgetU32(w, d);
  setU32Range(w, d, Math.imul(w[d + U32MIN], w[s + U32MIN]), Math.imul(w[d + U32MAX], w[s + U32MAX]));
}

/** kernel: verifier.c scalar_min_max_mul() */
export function scalarMinMaxMul(w: Int32Array, d: number, s: number): void {
  if (mulOverflowsU64(w, d + UMAX, s + UMAX) || mulOverflowsU64(w, d + UMIN, s + UMIN)) {
    forgetU64(w, d);
  } else {
    mul64(w, d + UMAX, d + UMAX, s + UMAX);
    mul64(w, d + UMIN, d + UMIN, s + UMIN);
  }
  if (signedProductsOverflow(w, d, s)) return forgetS64(w, d);
  copy64(w, d + SMIN, PRODUCTS);
  copy64(w, d + SMAX, PRODUCTS);
  for (let at = PRODUCTS + 2; at < PRODUCTS + 8; at += 2) {
    lowerS64(w, d + SMIN, w[at], w[at + 1]);
    raiseS64(w, d + SMAX, w[at], w[at + 1]);
  }
}

/** The products of all pairs of signed bounds go to PRODUCTS. */
const signedProductsOverflow = (w: Int32Array, d: number, s: number): boolean =>
  mulS64(w, PRODUCTS, d + SMIN, s + SMIN, PRODUCT_SCRATCH) ||
  mulS64(w, PRODUCTS + 2, d + SMIN, s + SMAX, PRODUCT_SCRATCH) ||
  mulS64(w, PRODUCTS + 4, d + SMAX, s + SMIN, PRODUCT_SCRATCH) ||
  mulS64(w, PRODUCTS + 6, d + SMAX, s + SMAX, PRODUCT_SCRATCH);

/** If the low words of the result and of the second operand are known, so is the range. */
function both32Known(w: Int32Array, d: number, s: number): boolean {
  if (!tnumSubregIsConst(w, s + TNUM) || !tnumSubregIsConst(w, d + TNUM)) return false;
  tnumConstSubreg(w, d + TNUM, d + TNUM, w[d + TNUM_VALUE]);
  setBounds32Known(w, d, w[d + TNUM_VALUE]);
  return true;
}

function bothKnown(w: Int32Array, d: number, s: number): boolean {
  if (!tnumIsConst(w, s + TNUM) || !tnumIsConst(w, d + TNUM)) return false;
  markRegKnown(w, d, w[d + TNUM_VALUE], w[d + TNUM_VALUE + 1]);
  return true;
}

/** Unsigned bounds of the low word with equal sign bits are signed bounds too. */
function s32FromU32(w: Int32Array, d: number): void {
  if (w[d + U32MIN] <= w[d + U32MAX]) setS32Range(w, d, w[d + U32MIN], w[d + U32MAX]);
  else forgetS32(w, d);
}

function s64FromU64(w: Int32Array, d: number): void {
  if (slt64(w, d + UMAX, d + UMIN)) return forgetS64(w, d);
  copy64(w, d + SMIN, d + UMIN);
  copy64(w, d + SMAX, d + UMAX);
}

/** After the tnum. kernel: verifier.c scalar32_min_max_and() */
export function scalar32MinMaxAnd(w: Int32Array, d: number, s: number): void {
  if (both32Known(w, d, s)) return;
  w[d + U32MIN] = w[d + TNUM_VALUE];
  lowerU32(w, d + U32MAX, w[s + U32MAX]);
  s32FromU32(w, d);
}

/** After the tnum. kernel: verifier.c scalar_min_max_and() */
export function scalarMinMaxAnd(w: Int32Array, d: number, s: number): void {
  if (bothKnown(w, d, s)) return;
  copy64(w, d + UMIN, d + TNUM_VALUE);
  lowerU64(w, d + UMAX, w[s + UMAX], w[s + UMAX + 1]);
  s64FromU64(w, d);
  updateRegBounds(w, d);
}

/** After the tnum. kernel: verifier.c scalar32_min_max_or() */
export function scalar32MinMaxOr(w: Int32Array, d: number, s: number): void {
  if (both32Known(w, d, s)) return;
  raiseU32(w, d + U32MIN, w[s + U32MIN]);
  w[d + U32MAX] = w[d + TNUM_VALUE] | w[d + TNUM_MASK];
  s32FromU32(w, d);
}

/** After the tnum. kernel: verifier.c scalar_min_max_or() */
export function scalarMinMaxOr(w: Int32Array, d: number, s: number): void {
  if (bothKnown(w, d, s)) return;
  raiseU64(w, d + UMIN, w[s + UMIN], w[s + UMIN + 1]);
  or64(w, d + UMAX, d + TNUM_VALUE, d + TNUM_MASK);
  s64FromU64(w, d);
  updateRegBounds(w, d);
}

/** After the tnum. kernel: verifier.c scalar32_min_max_xor() */
export function scalar32MinMaxXor(w: Int32Array, d: number, s: number): void {
  if (both32Known(w, d, s)) return;
  setU32Range(w, d, w[d + TNUM_VALUE], w[d + TNUM_VALUE] | w[d + TNUM_MASK]);
  s32FromU32(w, d);
}

/** After the tnum. kernel: verifier.c scalar_min_max_xor() */
export function scalarMinMaxXor(w: Int32Array, d: number, s: number): void {
  if (bothKnown(w, d, s)) return;
  copy64(w, d + UMIN, d + TNUM_VALUE);
  or64(w, d + UMAX, d + TNUM_VALUE, d + TNUM_MASK);
  s64FromU64(w, d);
  updateRegBounds(w, d);
}

/** Shifts of the low word by a known number of bits; from 32 on nothing stays known. kernel: __scalar32_min_max_lsh() */
function shiftLeft32(w: Int32Array, d: number, bits: number): void {
  forgetS32(w, d);
  if (bits > 31 || w[d + U32MAX] >>> 0 > 2 ** (31 - bits)) return forgetU32(w, d);
  w[d + U32MIN] <<= bits;
  w[d + U32MAX] <<= bits;
}

/** By a known number of bits below 32; sets the tnum. kernel: verifier.c scalar32_min_max_lsh() */
export function scalar32MinMaxLsh(w: Int32Array, d: number, s: number): void {
  const bits = w[s + U32MIN];
  shiftLeft32(w, d, bits);
  tnumSubreg(w, d + TNUM, d + TNUM);
  tnumLshift(w, d + TNUM, d + TNUM, bits);
  tnumSubreg(w, d + TNUM, d + TNUM);
  markReg64Unbounded(w, d);
  updateReg32Bounds(w, d);
}

/** By a known number of bits below 64; sets the tnum. kernel: verifier.c scalar_min_max_lsh() */
export function scalarMinMaxLsh(w: Int32Array, d: number, s: number): void {
  const bits = w[s + UMIN];
  shiftLeft64(w, d, bits);
  shiftLeft32(w, d, bits);
  tnumLshift(w, d + TNUM, d + TNUM, bits);
  updateRegBounds(w, d);
}

/** Shifting by 32 moves the signed bounds of the low word up: compilers sign-extend so. kernel: __scalar64_min_max_lsh() */
function shiftLeft64(w: Int32Array, d: number, bits: number): void {
  forgetS64(w, d);
  if (bits === 32) {
    set64(w, d + SMAX, 0, w[d + S32MAX]);
    set64(w, d + SMIN, 0, w[d + S32MIN]);
  }
  set64(w, PRODUCTS, 1, 0);
  lsh64(w, PRODUCTS, PRODUCTS, 63 - bits);
  if (ult64(w, PRODUCTS, d + UMAX)) return forgetU64(w, d);
  lsh64(w, d + UMIN, d + UMIN, bits);
  lsh64(w, d + UMAX, d + UMAX, bits);
}

/** By a known number of bits below 32; sets the tnum. kernel: verifier.c scalar32_min_max_rsh() */
export function scalar32MinMaxRsh(w: Int32Array, d: number, s: number): void {
  const bits = w[s + U32MIN];
  forgetS32(w, d);
  tnumSubreg(w, d + TNUM, d + TNUM);
  tnumRshift(w, d + TNUM, d + TNUM, bits);
  w[d + U32MIN] >>>= bits;
  w[d + U32MAX] >>>= bits;
  markReg64Unbounded(w, d);
  updateReg32Bounds(w, d);
}

/** By a known number of bits below 64; sets the tnum. kernel: verifier.c scalar_min_max_rsh() */
export function scalarMinMaxRsh(w: Int32Array, d: number, s: number): void {
  const bits = w[s + UMIN];
  forgetS64(w, d);
  tnumRshift(w, d + TNUM, d + TNUM, bits);
  rsh64(w, d + UMIN, d + UMIN, bits);
  rsh64(w, d + UMAX, d + UMAX, bits);
  markReg32Unbounded(w, d);
  updateRegBounds(w, d);
}

/** By a known number of bits below 32; sets the tnum. kernel: verifier.c scalar32_min_max_arsh() */
export function scalar32MinMaxArsh(w: Int32Array, d: number, s: number): void {
  const bits = w[s + U32MIN];
  w[d + S32MIN] >>= bits;
  w[d + S32MAX] >>= bits;
  tnumArshift32(w, d + TNUM, d + TNUM, bits);
  forgetU32(w, d);
  markReg64Unbounded(w, d);
  updateReg32Bounds(w, d);
}

/** By a known number of bits below 64; sets the tnum. kernel: verifier.c scalar_min_max_arsh() */
export function scalarMinMaxArsh(w: Int32Array, d: number, s: number): void {
  const bits = w[s + UMIN];
  arsh64(w, d + SMIN, d + SMIN, bits);
  arsh64(w, d + SMAX, d + SMAX, bits);
  arsh64(w, d + TNUM_VALUE, d + TNUM_VALUE, bits);
  arsh64(w, d + TNUM_MASK, d + TNUM_MASK, bits);
  forgetU64(w, d);
  markReg32Unbounded(w, d);
  updateRegBounds(w, d);
}
