/**
 * Truncation and extension of scalars: what narrow loads, moves between registers of different width and 32-bit
 * arithmetic do to bounds. `r` is the offset of a register record in `w`.
 */

import { S32MAX, S32MIN, SMAX, SMIN, TNUM_VALUE, U32MAX, U32MIN, UMAX, UMIN } from '../program/layout.ts';
import {
  markReg32Unbounded,
  markReg64Unbounded,
  regAssign32Into64,
  setBounds32Known,
  setBoundsKnown,
} from './bounds.ts';
import { regBoundsSync } from './bounds-sync.ts';
import { TNUM, tnumCast, tnumConst, tnumIsConst, tnumRange, tnumRange32, tnumSubreg, tnumUnknown } from './tnum.ts';
import { copy64, set64, setS32 } from './word64.ts';

/** The value becomes its low word. kernel: verifier.c zext_32_to_64() */
export function zext32To64(w: Int32Array, r: number): void {
  tnumSubreg(w, r + TNUM, r + TNUM);
  regAssign32Into64(w, r);
}

/** The value becomes its lowest `size` bytes, 1, 2 or 4. kernel: verifier.c coerce_reg_to_size() */
export function coerceRegToSize(w: Int32Array, r: number, size: number): void {
  tnumCast(w, r + TNUM, r + TNUM, size);
  const mask = size === 4 ? -1 : (1 << (size * 8)) - 1;
  const sameTop = w[r + UMIN + 1] === w[r + UMAX + 1] && (w[r + UMIN] & ~mask) === (w[r + UMAX] & ~mask);
  set64(w, r + UMIN, sameTop ? w[r + UMIN] & mask : 0, 0);
  set64(w, r + UMAX, sameTop ? w[r + UMAX] & mask : mask, 0);
  copy64(w, r + SMIN, r + UMIN);
  copy64(w, r + SMAX, r + UMAX);
  if (size < 4) markReg32Unbounded(w, r);
  regBoundsSync(w, r);
}

/** The lowest 1, 2 or 4 bytes of a word, sign-extended. */
function signExtend(word: number, size: number): number {
  const shift = 32 - size * 8;
  return (word << shift) >> shift;
}

/** The value becomes the sign extension of its lowest `size` bytes, 1, 2 or 4. kernel: verifier.c coerce_reg_to_size_sx() */
export function coerceRegToSizeSx(w: Int32Array, r: number, size: number): void {
  if (tnumIsConst(w, r + TNUM)) {
    const value = signExtend(w[r + TNUM_VALUE], size);
    return setBoundsKnown(w, r, value, value >> 31);
  }
  const atMin = signExtend(w[r + SMIN], size);
  const atMax = signExtend(w[r + SMAX], size);
  if (!sameAbove(w, r, size) || atMin < 0 !== atMax < 0) return setSext64DefaultVal(w, r, size);
  setSignExtended(w, r, Math.min(atMin, atMax), Math.max(atMin, atMax));
}

/** True if all values agree in the bits above the lowest `size` bytes. */
function sameAbove(w: Int32Array, r: number, size: number): boolean {
  if (w[r + SMIN + 1] !== w[r + SMAX + 1]) return false;
  return size === 4 || w[r + SMIN] >>> (size * 8) === w[r + SMAX] >>> (size * 8);
}

function setSignExtended(w: Int32Array, r: number, min: number, max: number): void {
  setS32(w, r + SMIN, min);
  setS32(w, r + SMAX, max);
  copy64(w, r + UMIN, r + SMIN);
  copy64(w, r + UMAX, r + SMAX);
  setBounds32(w, r, min, max);
  tnumRange(w, r + TNUM, r + UMIN, r + UMAX);
}

function setBounds32(w: Int32Array, r: number, min: number, max: number): void {
  w[r + S32MIN] = min;
  w[r + S32MAX] = max;
  w[r + U32MIN] = min;
  w[r + U32MAX] = max;
}

/** Smallest signed value of 1, 2 or 4 bytes. */
const signedMin = (size: number): number => -1 << (size * 8 - 1);

/** kernel: verifier.c set_sext64_default_val() */
function setSext64DefaultVal(w: Int32Array, r: number, size: number): void {
  markReg64Unbounded(w, r);
  markReg32Unbounded(w, r);
  w[r + S32MIN] = signedMin(size);
  w[r + S32MAX] = ~signedMin(size);
  setS32(w, r + SMIN, w[r + S32MIN]);
  setS32(w, r + SMAX, w[r + S32MAX]);
  tnumUnknown(w, r + TNUM);
}

/**
 * The low word becomes the sign extension of its lowest `size` bytes, 1 or 2; the caller zero-extends it then.
 * kernel: verifier.c coerce_subreg_to_size_sx()
 */
export function coerceSubregToSizeSx(w: Int32Array, r: number, size: number): void {
  if (tnumIsConst(w, r + TNUM)) {
    const value = signExtend(w[r + TNUM_VALUE], size);
    tnumConst(w, r + TNUM, value, value >> 31);
    return setBounds32Known(w, r, value);
  }
  const atMin = signExtend(w[r + S32MIN], size);
  const atMax = signExtend(w[r + S32MAX], size);
  const sameTop = w[r + S32MIN] >>> (size * 8) === w[r + S32MAX] >>> (size * 8);
  if (!sameTop || atMin < 0 !== atMax < 0) return setSext32DefaultVal(w, r, size);
  setBounds32(w, r, Math.min(atMin, atMax), Math.max(atMin, atMax));
  tnumRange32(w, r + TNUM, w[r + U32MIN], w[r + U32MAX]);
}

/** kernel: verifier.c set_sext32_default_val() */
function setSext32DefaultVal(w: Int32Array, r: number, size: number): void {
  w[r + S32MIN] = signedMin(size);
  w[r + S32MAX] = ~signedMin(size);
  w[r + U32MIN] = 0;
  w[r + U32MAX] = -1;
  tnumUnknown(w, r + TNUM);
  tnumSubreg(w, r + TNUM, r + TNUM);
}
