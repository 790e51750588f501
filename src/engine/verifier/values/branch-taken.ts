/**
 * Does a comparison go one way only? And the same comparison seen from the other side.
 * kernel: verifier.c is_branch_taken()
 */
import {
  BPF_JEQ,
  BPF_JGE,
  BPF_JGT,
  BPF_JLE,
  BPF_JLT,
  BPF_JNE,
  BPF_JSET,
  BPF_JSGE,
  BPF_JSGT,
  BPF_JSLE,
  BPF_JSLT,
} from '../../isa/constants.ts';
import {
  PTR_TO_PACKET_END,
  RANGE,
  S32MAX,
  S32MIN,
  SCALAR_VALUE,
  SMAX,
  SMIN,
  TNUM_MASK,
  TNUM_VALUE,
  TYPE,
  U32MAX,
  U32MIN,
  UMAX,
  UMIN,
} from '../program/layout.ts';
import { isRegConst, regIsPktPointerAny, regNotNull } from '../states/regs.ts';
import { TNUM, tnumOverlap } from './tnum.ts';
import { slt64, ult64, ultWord } from './word64.ts';

/** RANGE of packet pointers that are known to lie at, or at least one byte behind, the packet's end. */
export const AT_PKT_END = -1;
export const BEYOND_PKT_END = -2;

export const UNKNOWN = -1;

/** The ranges that a comparison looks at, and how. */
export interface Width {
  readonly umin: number;
  readonly umax: number;
  readonly smin: number;
  readonly smax: number;
  readonly ult: (w: Int32Array, a: number, b: number) => boolean;
  readonly slt: (w: Int32Array, a: number, b: number) => boolean;
}

export const WIDE: Width = { umin: UMIN, umax: UMAX, smin: SMIN, smax: SMAX, ult: ult64, slt: slt64 };
export const NARROW: Width = {
  umin: U32MIN,
  umax: U32MAX,
  smin: S32MIN,
  smax: S32MAX,
  ult: (w, a, b) => ultWord(w[a], w[b]),
  slt: (w, a, b) => w[a] < w[b],
};

/** `a op b` is `b flipped(op) a`. kernel: verifier.c flip_opcode() */
const FLIPPED: ReadonlyMap<number, number> = new Map([
  [BPF_JEQ, BPF_JEQ],
  [BPF_JNE, BPF_JNE],
  [BPF_JSET, BPF_JSET],
  [BPF_JGE, BPF_JLE],
  [BPF_JGT, BPF_JLT],
  [BPF_JLE, BPF_JGE],
  [BPF_JLT, BPF_JGT],
  [BPF_JSGE, BPF_JSLE],
  [BPF_JSGT, BPF_JSLT],
  [BPF_JSLE, BPF_JSGE],
  [BPF_JSLT, BPF_JSGT],
]);

export const flipOpcode = (op: number): number => FLIPPED.get(op) ?? op;

const inverse = (taken: number): number => (taken === UNKNOWN ? UNKNOWN : 1 - taken);

/** 1 if `a op b` jumps always, 0 if never, UNKNOWN otherwise; a and b are records. kernel: verifier.c is_branch_taken() */
export function isBranchTaken(w: Int32Array, a: number, b: number, op: number, isJmp32: boolean): number {
  if (w[a + TYPE] === SCALAR_VALUE && w[b + TYPE] === SCALAR_VALUE) {
    return isScalarBranchTaken(w, a, b, op, isJmp32 ? NARROW : WIDE);
  }
  if (!isJmp32 && regIsPktPointerAny(w, a) && regIsPktPointerAny(w, b)) return isPktPtrBranchTaken(w, a, b, op);
  return isPointerBranchTaken(w, a, b, op, isJmp32);
}

/** A pointer that cannot be NULL, compared with 0; its low word alone is taken for the whole, as 6.18.44 does. */
function isPointerBranchTaken(w: Int32Array, a: number, b: number, op: number, isJmp32: boolean): number {
  const scalar = isRegConst(w, b, isJmp32) ? b : a;
  const pointer = scalar === b ? a : b;
  if (!isRegConst(w, scalar, isJmp32) || !regNotNull(w, pointer)) return UNKNOWN;
  if ((w[scalar + TNUM_VALUE] | (isJmp32 ? 0 : w[scalar + TNUM_VALUE + 1])) !== 0) return UNKNOWN;
  if (op === BPF_JEQ) return 0;
  return op === BPF_JNE ? 1 : UNKNOWN;
}

/** kernel: verifier.c is_pkt_ptr_branch_taken() */
function isPktPtrBranchTaken(w: Int32Array, dst: number, src: number, op: number): number {
  const endIsSrc = w[src + TYPE] === PTR_TO_PACKET_END;
  if (!endIsSrc && w[dst + TYPE] !== PTR_TO_PACKET_END) return UNKNOWN;
  const range = w[(endIsSrc ? dst : src) + RANGE];
  const operation = endIsSrc ? op : flipOpcode(op);
  if (operation === BPF_JLE || operation === BPF_JGT) {
    return range === BEYOND_PKT_END ? (operation === BPF_JGT ? 1 : 0) : UNKNOWN;
  }
  if (operation === BPF_JLT || operation === BPF_JGE) return range < 0 ? (operation === BPF_JGE ? 1 : 0) : UNKNOWN;
  return UNKNOWN;
}

/** kernel: verifier.c is_scalar_branch_taken() */
function isScalarBranchTaken(w: Int32Array, a: number, b: number, op: number, x: Width): number {
  switch (op) {
    case BPF_JEQ:
      return isEqualTaken(w, a, b, x);
    case BPF_JNE:
      return inverse(isEqualTaken(w, a, b, x));
    case BPF_JSET:
      return isBitSetTaken(w, a, b, x);
    case BPF_JGT:
      return isAboveTaken(w, a, b, x);
    case BPF_JLT:
      return isAboveTaken(w, b, a, x);
    case BPF_JGE:
      return inverse(isAboveTaken(w, b, a, x));
    case BPF_JLE:
      return inverse(isAboveTaken(w, a, b, x));
    case BPF_JSGT:
      return isSignedAboveTaken(w, a, b, x);
    case BPF_JSLT:
      return isSignedAboveTaken(w, b, a, x);
    case BPF_JSGE:
      return inverse(isSignedAboveTaken(w, b, a, x));
    case BPF_JSLE:
      return inverse(isSignedAboveTaken(w, a, b, x));
    default:
      return UNKNOWN;
  }
}

function isAboveTaken(w: Int32Array, a: number, b: number, x: Width): number {
  if (x.ult(w, b + x.umax, a + x.umin)) return 1;
  return x.ult(w, b + x.umin, a + x.umax) ? UNKNOWN : 0;
}

function isSignedAboveTaken(w: Int32Array, a: number, b: number, x: Width): number {
  if (x.slt(w, b + x.smax, a + x.smin)) return 1;
  return x.slt(w, b + x.smin, a + x.smax) ? UNKNOWN : 0;
}

function isEqualTaken(w: Int32Array, a: number, b: number, x: Width): number {
  const isNarrow = x === NARROW;
  const overlap = isNarrow ? lowWordsOverlap(w, a, b) : tnumOverlap(w, a + TNUM, b + TNUM);
  if (!overlap) return 0;
  if (isRegConst(w, a, isNarrow) && isRegConst(w, b, isNarrow)) return 1;
  if (rangesAreApart(w, a, b, x)) return 0;
  return !isNarrow && rangesAreApart(w, a, b, NARROW) ? 0 : UNKNOWN;
}

const lowWordsOverlap = (w: Int32Array, a: number, b: number): boolean =>
  ((w[a + TNUM_VALUE] ^ w[b + TNUM_VALUE]) & ~w[a + TNUM_MASK] & ~w[b + TNUM_MASK]) === 0;

const rangesAreApart = (w: Int32Array, a: number, b: number, x: Width): boolean =>
  x.ult(w, b + x.umax, a + x.umin) ||
  x.ult(w, a + x.umax, b + x.umin) ||
  x.slt(w, b + x.smax, a + x.smin) ||
  x.slt(w, a + x.smax, b + x.smin);

function isBitSetTaken(w: Int32Array, a: number, b: number, x: Width): number {
  const isNarrow = x === NARROW;
  const constant = isRegConst(w, b, isNarrow) ? b : a;
  const other = constant === b ? a : b;
  if (!isRegConst(w, constant, isNarrow)) return UNKNOWN;
  const low = w[constant + TNUM_VALUE];
  const high = isNarrow ? 0 : w[constant + TNUM_VALUE + 1];
  const [valueLow, valueHigh] = [w[other + TNUM_VALUE], w[other + TNUM_VALUE + 1]];
  if (((valueLow & low) | (valueHigh & high)) !== 0) return 1;
  const possible = ((valueLow | w[other + TNUM_MASK]) & low) | ((valueHigh | w[other + TNUM_MASK + 1]) & high);
  return possible === 0 ? 0 : UNKNOWN;
}
