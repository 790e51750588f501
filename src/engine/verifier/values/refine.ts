/**
 * What both ways of a comparison teach of its operands.
 * kernel: verifier.c reg_set_min_max(), regs_refine_cond_op()
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
  BPF_X,
} from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { SCALAR_VALUE, SCRATCH, TNUM_MASK, TNUM_VALUE, TYPE } from '../program/layout.ts';
import { isRegConst } from '../states/regs.ts';
import { markRegUnbounded, regBoundsSanityCheck } from './bounds.ts';
import { regBoundsSync } from './bounds-sync.ts';
import type { Width } from './branch-taken.ts';
import { flipOpcode, NARROW, WIDE } from './branch-taken.ts';
import { TNUM, tnumIntersect } from './tnum.ts';
import { add64, copy64, set64, sub64 } from './word64.ts';

/** No bit in common: the condition that has no operation of its own. */
const NOT_JSET = BPF_JSET | BPF_X;

/** The condition under which a jump is not taken. kernel: verifier.c rev_opcode() */
const REVERSED: ReadonlyMap<number, number> = new Map([
  [BPF_JEQ, BPF_JNE],
  [BPF_JNE, BPF_JEQ],
  [BPF_JSET, NOT_JSET],
  [BPF_JGE, BPF_JLT],
  [BPF_JGT, BPF_JLE],
  [BPF_JLE, BPF_JGT],
  [BPF_JLT, BPF_JGE],
  [BPF_JSGE, BPF_JSLT],
  [BPF_JSGT, BPF_JSLE],
  [BPF_JSLE, BPF_JSGT],
  [BPF_JSLT, BPF_JSGE],
]);

const EDGE = SCRATCH + 92;
const ONE = SCRATCH + 94;

/**
 * `taken1` and `taken2` are the operands where the jump is taken, `kept1` and `kept2` where it is not.
 * Returns 0 or -EFAULT. kernel: verifier.c reg_set_min_max()
 */
export function regSetMinMax(
  v: Verifier,
  taken1: number,
  taken2: number,
  kept1: number,
  kept2: number,
  op: number,
  isJmp32: boolean,
): number {
  const w = v.w;
  if (w[kept1 + TYPE] !== SCALAR_VALUE || w[kept2 + TYPE] !== SCALAR_VALUE) return 0;
  refineBoth(w, kept1, kept2, REVERSED.get(op) ?? op, isJmp32);
  refineBoth(w, taken1, taken2, op, isJmp32);
  return (
    regBoundsSanityCheck(v, taken1, 'true_reg1') ||
    regBoundsSanityCheck(v, taken2, 'true_reg2') ||
    regBoundsSanityCheck(v, kept1, 'false_reg1') ||
    regBoundsSanityCheck(v, kept2, 'false_reg2')
  );
}

function refineBoth(w: Int32Array, a: number, b: number, op: number, isJmp32: boolean): void {
  const isGreater = op === BPF_JGE || op === BPF_JGT || op === BPF_JSGE || op === BPF_JSGT;
  if (isGreater) regsRefineCondOp(w, b, a, flipOpcode(op), isJmp32);
  else regsRefineCondOp(w, a, b, op, isJmp32);
  regBoundsSync(w, a);
  regBoundsSync(w, b);
}

/** `a op b` holds. Greater has become less. kernel: verifier.c regs_refine_cond_op() */
function regsRefineCondOp(w: Int32Array, a: number, b: number, op: number, isJmp32: boolean): void {
  const x = isJmp32 ? NARROW : WIDE;
  switch (op) {
    case BPF_JEQ:
      return refineEqual(w, a, b, x);
    case BPF_JNE:
    case BPF_JSET:
    case NOT_JSET:
      return refineByConstant(w, a, b, op, isJmp32);
    case BPF_JLE:
      lower(w, x, x.ult, a + x.umax, b + x.umax);
      return raise(w, x, x.ult, b + x.umin, a + x.umin);
    case BPF_JLT:
      lowerBelow(w, x, x.ult, a + x.umax, b + x.umax);
      return raiseAbove(w, x, x.ult, b + x.umin, a + x.umin);
    case BPF_JSLE:
      lower(w, x, x.slt, a + x.smax, b + x.smax);
      return raise(w, x, x.slt, b + x.smin, a + x.smin);
    case BPF_JSLT:
      lowerBelow(w, x, x.slt, a + x.smax, b + x.smax);
      return raiseAbove(w, x, x.slt, b + x.smin, a + x.smin);
  }
}

type Less = Width['ult'];

function copyBound(w: Int32Array, x: Width, d: number, s: number): void {
  if (x === NARROW) w[d] = w[s];
  else copy64(w, d, s);
}

function lower(w: Int32Array, x: Width, less: Less, d: number, s: number): void {
  if (less(w, s, d)) copyBound(w, x, d, s);
}

function raise(w: Int32Array, x: Width, less: Less, d: number, s: number): void {
  if (less(w, d, s)) copyBound(w, x, d, s);
}

/** `d` becomes at most `s` - 1, which wraps around. */
function lowerBelow(w: Int32Array, x: Width, less: Less, d: number, s: number): void {
  copyBound(w, x, EDGE, s);
  decrement(w, x, EDGE);
  lower(w, x, less, d, EDGE);
}

/** `d` becomes at least `s` + 1, which wraps around. */
function raiseAbove(w: Int32Array, x: Width, less: Less, d: number, s: number): void {
  copyBound(w, x, EDGE, s);
  increment(w, x, EDGE);
  raise(w, x, less, d, EDGE);
}

function increment(w: Int32Array, x: Width, at: number): void {
  set64(w, ONE, 1, 0);
  if (x === NARROW) w[at] += 1;
  else add64(w, at, at, ONE);
}

function decrement(w: Int32Array, x: Width, at: number): void {
  set64(w, ONE, 1, 0);
  if (x === NARROW) w[at] -= 1;
  else sub64(w, at, at, ONE);
}

function refineEqual(w: Int32Array, a: number, b: number, x: Width): void {
  raise(w, x, x.ult, a + x.umin, b + x.umin);
  lower(w, x, x.ult, a + x.umax, b + x.umax);
  raise(w, x, x.slt, a + x.smin, b + x.smin);
  lower(w, x, x.slt, a + x.smax, b + x.smax);
  for (const field of [x.umin, x.umax, x.smin, x.smax]) copyBound(w, x, b + field, a + field);
  const [aHigh, aMaskHigh] = [w[a + TNUM_VALUE + 1], w[a + TNUM_MASK + 1]];
  const [bHigh, bMaskHigh] = [w[b + TNUM_VALUE + 1], w[b + TNUM_MASK + 1]];
  tnumIntersect(w, a + TNUM, a + TNUM, b + TNUM);
  set64(w, b + TNUM_VALUE, w[a + TNUM_VALUE], w[a + TNUM_VALUE + 1]);
  set64(w, b + TNUM_MASK, w[a + TNUM_MASK], w[a + TNUM_MASK + 1]);
  if (x === WIDE) return;
  setHighWords(w, a, aHigh, aMaskHigh);
  setHighWords(w, b, bHigh, bMaskHigh);
}

function setHighWords(w: Int32Array, r: number, value: number, mask: number): void {
  w[r + TNUM_VALUE + 1] = value;
  w[r + TNUM_MASK + 1] = mask;
}

/** Conditions that teach something only if one side is a constant. */
function refineByConstant(w: Int32Array, a: number, b: number, op: number, isJmp32: boolean): void {
  const constant = isRegConst(w, b, isJmp32) ? b : a;
  if (!isRegConst(w, constant, isJmp32)) return;
  const r = constant === b ? a : b;
  const low = w[constant + TNUM_VALUE];
  const high = w[constant + TNUM_VALUE + 1];
  if (op === BPF_JNE) refineNotEqual(w, r, constant, isJmp32 ? NARROW : WIDE);
  else if (op === BPF_JSET) refineBitSet(w, r, low, isJmp32 ? 0 : high);
  else refineBitsClear(w, r, low, isJmp32 ? 0 : high);
}

/** A bound that is the excluded constant moves by one. */
function refineNotEqual(w: Int32Array, r: number, constant: number, x: Width): void {
  copyBound(w, x, EDGE, constant + TNUM_VALUE);
  if (equals(w, x, r + x.umin)) increment(w, x, r + x.umin);
  if (equals(w, x, r + x.umax)) decrement(w, x, r + x.umax);
  if (equals(w, x, r + x.smin)) increment(w, x, r + x.smin);
  if (equals(w, x, r + x.smax)) decrement(w, x, r + x.smax);
}

const equals = (w: Int32Array, x: Width, at: number): boolean =>
  w[at] === w[EDGE] && (x === NARROW || w[at + 1] === w[EDGE + 1]);

const isSingleBit = (word: number): boolean => word !== 0 && (word & (word - 1)) === 0;

/** Of several bits it is not known which one is set. */
function refineBitSet(w: Int32Array, r: number, low: number, high: number): void {
  const isPowerOf2 = (low === 0 && isSingleBit(high)) || (high === 0 && isSingleBit(low));
  if (!isPowerOf2) return;
  set64(w, r + TNUM_VALUE, w[r + TNUM_VALUE] | low, w[r + TNUM_VALUE + 1] | high);
  set64(w, r + TNUM_MASK, w[r + TNUM_MASK] & ~low, w[r + TNUM_MASK + 1] & ~high);
}

/** Ranges are forgotten first, so that they cannot contradict the tnum on a dead path. */
function refineBitsClear(w: Int32Array, r: number, low: number, high: number): void {
  markRegUnbounded(w, r);
  set64(w, r + TNUM_VALUE, w[r + TNUM_VALUE] & ~low, w[r + TNUM_VALUE + 1] & ~high);
  set64(w, r + TNUM_MASK, w[r + TNUM_MASK] & ~low, w[r + TNUM_MASK + 1] & ~high);
}
