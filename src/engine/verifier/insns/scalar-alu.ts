/**
 * Arithmetic on two scalars.
 * kernel: verifier.c adjust_scalar_min_max_vals()
 */
import { EFAULT } from '../../abi/errno.ts';
import {
  BPF_ADD,
  BPF_ALU64,
  BPF_AND,
  BPF_ARSH,
  BPF_DIV,
  BPF_END,
  BPF_LSH,
  BPF_MOD,
  BPF_MUL,
  BPF_NEG,
  BPF_OR,
  BPF_RSH,
  BPF_SUB,
  BPF_TO_LE,
  classOf,
  opOf,
  sourceOf,
} from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { frameReg } from '../env.ts';
import { S32MAX, S32MIN, SCRATCH, SMAX, SMIN, U32MAX, U32MIN, UMAX, UMIN } from '../program/layout.ts';
import { clearScalarId } from '../states/linked.ts';
import { copyRegister, markRegKnown, markRegUnknown } from '../states/regs.ts';
import { pushStack } from '../states/states.ts';
import { markRegUnbounded, setBounds32Known } from '../values/bounds.ts';
import { regBoundsSync } from '../values/bounds-sync.ts';
import { coerceRegToSize, zext32To64 } from '../values/extend.ts';
import * as ranges from '../values/scalar-bounds.ts';
import { computeKnown } from '../values/scalar-constants.ts';
import {
  TNUM,
  tnumAdd,
  tnumAnd,
  tnumBswap16,
  tnumBswap32,
  tnumBswap64,
  tnumConstSubreg,
  tnumIsConst,
  tnumMul,
  tnumNeg,
  tnumOr,
  tnumSub,
  tnumSubregIsConst,
  tnumXor,
} from '../values/tnum.ts';
import { eq64, eqS32 } from '../values/word64.ts';
import { sanitizeErr, sanitizeNeeded, sanitizeValAlu } from './sanitize.ts';

/** Scratch record of an operand that is not in a register, or that the destination would overwrite. */
export const OPERAND = SCRATCH + 64;

/** Can anything be said of the result? Not of divisions, nor of shifts by an unknown number of bits. */
function isSafeToComputeDstRegRange(w: Int32Array, op: number, s: number, isWide: boolean): boolean {
  if (op === BPF_DIV || op === BPF_MOD) return false;
  if (op !== BPF_LSH && op !== BPF_RSH && op !== BPF_ARSH) return true;
  const isConst = isWide ? isConst64(w, s) : isConst32(w, s);
  return isConst && w[s + UMAX + 1] === 0 && w[s + UMAX] >>> 0 < (isWide ? 64 : 32);
}

const isConst64 = (w: Int32Array, s: number): boolean =>
  tnumIsConst(w, s + TNUM) && eq64(w, s + SMIN, s + SMAX) && eq64(w, s + UMIN, s + UMAX);

const isConst32 = (w: Int32Array, s: number): boolean =>
  tnumSubregIsConst(w, s + TNUM) && w[s + S32MIN] === w[s + S32MAX] && w[s + U32MIN] === w[s + U32MAX];

/**
 * The destination record becomes the result of the running instruction on it and `src`. The two may be one.
 * Returns 0 or a negative errno. kernel: verifier.c adjust_scalar_min_max_vals()
 */
export function adjustScalarMinMaxVals(v: Verifier, dst: number, src: number): number {
  const opcode = v.code.opcode[v.insnIdx];
  const op = opOf(opcode);
  const isWide = classOf(opcode) === BPF_ALU64;
  if (!isSafeToComputeDstRegRange(v.w, op, src, isWide)) {
    markRegUnknown(v, dst);
    return 0;
  }
  if (sanitizeNeeded(op)) {
    const reason = sanitizeValAlu(v);
    if (reason < 0) return sanitizeErr(v, reason, true);
  }
  if (src === dst) copyRegister(v.w, OPERAND, src);
  return computeResult(v, op, isWide, dst, src === dst ? OPERAND : src);
}

function computeResult(v: Verifier, op: number, isWide: boolean, dst: number, src: number): number {
  if (computeKnown(v.w, op, isWide, dst, src)) return 0;
  if ((op === BPF_AND || op === BPF_OR) && tnumIsConst(v.w, src + TNUM)) {
    const error = maybeForkScalars(v, dst);
    if (error !== 0) return error;
  }
  const w = v.w;
  if (op === BPF_END) scalarByteSwap(v, dst);
  else if (op === BPF_LSH || op === BPF_RSH || op === BPF_ARSH) applyShift(w, op, isWide, dst, src);
  else applyBoth(w, op, dst, src);
  if (!isWide && op !== BPF_END) zext32To64(w, dst);
  regBoundsSync(w, dst);
  return 0;
}

/** Operations whose 32-bit and 64-bit ranges are both followed, whatever the instruction's width. */
function applyBoth(w: Int32Array, op: number, dst: number, src: number): void {
  switch (op) {
    case BPF_ADD:
      ranges.scalar32MinMaxAdd(w, dst, src);
      ranges.scalarMinMaxAdd(w, dst, src);
      return tnumAdd(w, dst + TNUM, dst + TNUM, src + TNUM);
    case BPF_SUB:
      ranges.scalar32MinMaxSub(w, dst, src);
      ranges.scalarMinMaxSub(w, dst, src);
      return tnumSub(w, dst + TNUM, dst + TNUM, src + TNUM);
    case BPF_NEG:
      return negate(w, dst, src);
    case BPF_MUL:
      tnumMul(w, dst + TNUM, dst + TNUM, src + TNUM);
      ranges.scalar32MinMaxMul(w, dst, src);
      return ranges.scalarMinMaxMul(w, dst, src);
    case BPF_AND:
      tnumAnd(w, dst + TNUM, dst + TNUM, src + TNUM);
      ranges.scalar32MinMaxAnd(w, dst, src);
      return ranges.scalarMinMaxAnd(w, dst, src);
    case BPF_OR:
      tnumOr(w, dst + TNUM, dst + TNUM, src + TNUM);
      ranges.scalar32MinMaxOr(w, dst, src);
      return ranges.scalarMinMaxOr(w, dst, src);
    default:
      tnumXor(w, dst + TNUM, dst + TNUM, src + TNUM);
      ranges.scalar32MinMaxXor(w, dst, src);
      return ranges.scalarMinMaxXor(w, dst, src);
  }
}

/** Shifts follow the ranges of the instruction's width, as bits cross the border between the words; they set the tnum. */
function applyShift(w: Int32Array, op: number, isWide: boolean, dst: number, src: number): void {
  if (op === BPF_LSH) (isWide ? ranges.scalarMinMaxLsh : ranges.scalar32MinMaxLsh)(w, dst, src);
  else if (op === BPF_RSH) (isWide ? ranges.scalarMinMaxRsh : ranges.scalar32MinMaxRsh)(w, dst, src);
  else (isWide ? ranges.scalarMinMaxArsh : ranges.scalar32MinMaxArsh)(w, dst, src);
}

/** 0 - src. */
function negate(w: Int32Array, dst: number, src: number): void {
  markRegKnown(w, dst, 0, 0);
  ranges.scalar32MinMaxSub(w, dst, src);
  ranges.scalarMinMaxSub(w, dst, src);
  tnumNeg(w, dst + TNUM, src + TNUM);
}

/** On a little-endian machine `to_le` only truncates, and `le64` does nothing. kernel: verifier.c scalar_byte_swap() */
function scalarByteSwap(v: Verifier, dst: number): void {
  const opcode = v.code.opcode[v.insnIdx];
  const bits = v.code.imm[v.insnIdx];
  const isSwap = classOf(opcode) === BPF_ALU64 || sourceOf(opcode) !== BPF_TO_LE;
  if (isSwap) {
    SWAPS.get(bits)?.(v.w, dst + TNUM, dst + TNUM);
    markRegUnbounded(v.w, dst);
  }
  if (bits < 64) coerceRegToSize(v.w, dst, bits / 8);
  if (isSwap || bits < 64) clearScalarId(v.w, dst);
}

const SWAPS = new Map([
  [16, tnumBswap16],
  [32, tnumBswap32],
  [64, tnumBswap64],
]);

/**
 * A value that is 0 or -1 (compilers make masks of conditions so) is walked as two constants: the one in a new path
 * that repeats the instruction. kernel: verifier.c maybe_fork_scalars()
 */
function maybeForkScalars(v: Verifier, dst: number): number {
  const isWide = eqS32(v.w, dst + SMIN, -1) && eqS32(v.w, dst + SMAX, 0);
  if (!isWide && !(v.w[dst + S32MIN] === -1 && v.w[dst + S32MAX] === 0)) return 0;
  const branch = pushStack(v, v.insnIdx, v.insnIdx, false);
  if (branch === undefined) return -EFAULT;
  const other = frameReg(branch.frames[branch.curframe], v.code.dst[v.insnIdx]);
  const setKnown = isWide ? setKnown64 : setKnown32;
  setKnown(v.w, other, 0);
  setKnown(v.w, dst, -1);
  return 0;
}

const setKnown64 = (w: Int32Array, r: number, value: number): void => markRegKnown(w, r, value, value >> 31);

/** kernel: verifier.c __mark_reg32_known() */
function setKnown32(w: Int32Array, r: number, value: number): void {
  tnumConstSubreg(w, r + TNUM, r + TNUM, value);
  setBounds32Known(w, r, value);
}
