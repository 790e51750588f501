/** Is a 64-bit value among those that a register record allows? Values are pairs of words, low first. */
import * as layout from '../../../engine/verifier/program/layout.ts';

/** Known bits, and unsigned and signed bounds of 64 and 32 bits. */
export function isWithin(w: Int32Array, r: number, low: number, high: number): boolean {
  return isWithin64(w, r, low, high) && isWithin32(w, r, low);
}

const isWithin64 = (w: Int32Array, r: number, low: number, high: number): boolean =>
  (low & ~w[r + layout.TNUM_MASK]) === w[r + layout.TNUM_VALUE] &&
  (high & ~w[r + layout.TNUM_MASK + 1]) === w[r + layout.TNUM_VALUE + 1] &&
  !isBelow(high >>> 0, low, w[r + layout.UMIN + 1] >>> 0, w[r + layout.UMIN]) &&
  !isBelow(w[r + layout.UMAX + 1] >>> 0, w[r + layout.UMAX], high >>> 0, low) &&
  !isBelow(high, low, w[r + layout.SMIN + 1], w[r + layout.SMIN]) &&
  !isBelow(w[r + layout.SMAX + 1], w[r + layout.SMAX], high, low);

/** Compares pairs whose high words are given as numbers of the wanted sign. */
const isBelow = (aHigh: number, aLow: number, bHigh: number, bLow: number): boolean =>
  aHigh < bHigh || (aHigh === bHigh && aLow >>> 0 < bLow >>> 0);

const isWithin32 = (w: Int32Array, r: number, low: number): boolean =>
  low >>> 0 >= w[r + layout.U32MIN] >>> 0 &&
  low >>> 0 <= w[r + layout.U32MAX] >>> 0 &&
  low >= w[r + layout.S32MIN] &&
  low <= w[r + layout.S32MAX];

/** The low `size` bytes of a value that was stored narrower than it may be: only their known bits can be told. */
export function hasKnownBits(w: Int32Array, r: number, low: number, high: number, size: number): boolean {
  const lowBits = size >= 4 ? -1 : (1 << (8 * size)) - 1;
  const highBits = size <= 4 ? 0 : size === 8 ? -1 : (1 << (8 * (size - 4))) - 1;
  return (
    (low & ~w[r + layout.TNUM_MASK] & lowBits) === (w[r + layout.TNUM_VALUE] & lowBits) &&
    (high & ~w[r + layout.TNUM_MASK + 1] & highBits) === (w[r + layout.TNUM_VALUE + 1] & highBits)
  );
}

/** True if no value of the record needs more than `size` bytes. */
export function fitsInto(w: Int32Array, r: number, size: number): boolean {
  if (size === 8) return true;
  const [low, high] = [w[r + layout.UMAX] >>> 0, w[r + layout.UMAX + 1] >>> 0];
  return size > 4 ? high < 2 ** (8 * (size - 4)) : high === 0 && low < 2 ** (8 * size);
}

/** The one value that a record allows; undefined if there are several, or it needs more than a word. */
export function constantOf(w: Int32Array, r: number): number | undefined {
  const isKnown = w[r + layout.TNUM_MASK] === 0 && w[r + layout.TNUM_MASK + 1] === 0;
  const low = w[r + layout.TNUM_VALUE];
  return isKnown && w[r + layout.TNUM_VALUE + 1] === low >> 31 ? low : undefined;
}
