/**
 * Arithmetic instructions: reserved fields, moves, and which kind of arithmetic applies.
 * kernel: verifier.c check_alu_op(), adjust_reg_min_max_vals()
 */
import { EACCES, EINVAL } from '../../abi/errno.ts';
import {
  BPF_ADD,
  BPF_ADDR_SPACE_CAST,
  BPF_ALU64,
  BPF_ARSH,
  BPF_DIV,
  BPF_END,
  BPF_LSH,
  BPF_MOD,
  BPF_MOV,
  BPF_NEG,
  BPF_RSH,
  BPF_SUB,
  BPF_TO_LE,
  BPF_X,
  classOf,
  opOf,
  sourceOf,
} from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { reg } from '../env.ts';
import {
  FRAMENO,
  ID,
  OFF,
  PRECISE,
  PTR_TO_ARENA,
  SCALAR_VALUE,
  SUBREG_DEF,
  TNUM_VALUE,
  TYPE,
  UMAX,
} from '../program/layout.ts';
import { refuse } from '../refuse.ts';
import { markChainPrecision } from '../states/backtrack.ts';
import {
  assignScalarIdBeforeMov,
  BPF_ADD_CONST,
  BPF_ADD_CONST32,
  BPF_ADD_CONST64,
  clearScalarId,
} from '../states/linked.ts';
import { copyRegister, isPointerValue, isRegConst, markRegKnown, markRegUnknown, regWidth } from '../states/regs.ts';
import { regBoundsSanityCheck } from '../values/bounds.ts';
import { regBoundsSync } from '../values/bounds-sync.ts';
import { coerceRegToSizeSx, coerceSubregToSizeSx, zext32To64 } from '../values/extend.ts';
import { adjustPtrMinMaxVals, aluText } from './pointer-alu.ts';
import { areReadable, checkRegArg, DST_OP, DST_OP_NO_MARK, SRC_OP } from './reg-arg.ts';
import { adjustScalarMinMaxVals, OPERAND } from './scalar-alu.ts';

const S32_MIN = 0x80000000 | 0;
const DEF_NOT_SUBREG = 0;

/** Checks the running instruction, of class ALU or ALU64. kernel: verifier.c check_alu_op() */
export function checkAluOp(v: Verifier): number {
  const error = checkOperation(v, opOf(v.code.opcode[v.insnIdx]));
  if (error !== 0) return error;
  return regBoundsSanityCheck(v, reg(v, v.code.dst[v.insnIdx]), 'alu');
}

function checkOperation(v: Verifier, op: number): number {
  if (op === BPF_END || op === BPF_NEG) return checkUnary(v, op);
  if (op === BPF_MOV) return checkMove(v);
  if (op > BPF_END) return refuse(v, `invalid BPF_ALU opcode ${op.toString(16)}`, EINVAL);
  return checkBinary(v, op);
}

/** Negation and byte swaps. */
function checkUnary(v: Verifier, op: number): number {
  const i = v.insnIdx;
  const dst = v.code.dst[i];
  if (op === BPF_NEG ? negUsesReservedFields(v, i) : endUsesReservedFields(v, i)) {
    return refuse(v, `BPF_${op === BPF_NEG ? 'NEG' : 'END'} uses reserved fields`, EINVAL);
  }
  const error = checkRegArg(v, dst, SRC_OP);
  if (error !== 0) return error;
  if (isPointerValue(v, reg(v, dst))) return refuse(v, `R${dst} pointer arithmetic prohibited`, EACCES);
  if (v.w[reg(v, dst) + TYPE] !== SCALAR_VALUE) return checkRegArg(v, dst, DST_OP);
  const refused = checkRegArg(v, dst, DST_OP_NO_MARK);
  return refused !== 0 ? refused : adjustScalarMinMaxVals(v, reg(v, dst), reg(v, dst));
}

function negUsesReservedFields(v: Verifier, i: number): boolean {
  const { opcode, src, off, imm } = v.code;
  return sourceOf(opcode[i]) === BPF_X || src[i] !== 0 || off[i] !== 0 || imm[i] !== 0;
}

function endUsesReservedFields(v: Verifier, i: number): boolean {
  const { opcode, src, off, imm } = v.code;
  if (src[i] !== 0 || off[i] !== 0) return true;
  if (imm[i] !== 16 && imm[i] !== 32 && imm[i] !== 64) return true;
  return classOf(opcode[i]) === BPF_ALU64 && sourceOf(opcode[i]) !== BPF_TO_LE;
}

function checkMove(v: Verifier): number {
  const { opcode, src, dst } = v.code;
  const i = v.insnIdx;
  const isRegister = sourceOf(opcode[i]) === BPF_X;
  const isUsual = v.aux.isWellFormed[i] !== 0 && (!isRegister || areReadable(v, src[i], src[i]));
  const error = isUsual ? 0 : checkMoveForm(v, i, isRegister);
  if (error !== 0) return error;
  v.scratchedRegs |= 1 << dst[i];
  if (!isRegister) return moveImmediate(v, i);
  return classOf(opcode[i]) === BPF_ALU64 ? moveWide(v, i) : moveNarrow(v, i);
}

function checkMoveForm(v: Verifier, i: number, isRegister: boolean): number {
  const misuse = isRegister ? misusedMove(v, i) : immediateMoveMisused(v, i);
  if (misuse !== undefined) return refuse(v, misuse, EINVAL);
  const error = isRegister ? checkRegArg(v, v.code.src[i], SRC_OP) : 0;
  if (error !== 0) return error;
  const refused = checkRegArg(v, v.code.dst[i], DST_OP_NO_MARK);
  if (refused === 0) v.aux.isWellFormed[i] = 1;
  return refused;
}

const RESERVED_MOV = 'BPF_MOV uses reserved fields';

const immediateMoveMisused = (v: Verifier, i: number): string | undefined =>
  v.code.src[i] !== 0 || v.code.off[i] !== 0 ? RESERVED_MOV : undefined;

function misusedMove(v: Verifier, i: number): string | undefined {
  const { opcode, off, imm } = v.code;
  const isWide = classOf(opcode[i]) === BPF_ALU64;
  if (isWide && off[i] === BPF_ADDR_SPACE_CAST) return misusedCast(v, imm[i]);
  const isKnownWidth = off[i] === 0 || off[i] === 8 || off[i] === 16 || (isWide && off[i] === 32);
  return isKnownWidth && imm[i] === 0 ? undefined : RESERVED_MOV;
}

function misusedCast(v: Verifier, imm: number): string | undefined {
  if (imm !== 1 && imm !== 1 << 16) return 'addr_space_cast insn can only convert between address space 1 and 0';
  if (v.usesArena) return undefined;
  return 'addr_space_cast insn can only be used in a program that has an associated arena';
}

function moveImmediate(v: Verifier, i: number): number {
  const dst = reg(v, v.code.dst[i]);
  const imm = v.code.imm[i];
  v.w[dst + TYPE] = SCALAR_VALUE;
  v.w[dst + FRAMENO] = 0;
  v.w[dst + PRECISE] = v.bpfCapable ? 0 : 1;
  markRegKnown(v.w, dst, imm, classOf(v.code.opcode[i]) === BPF_ALU64 ? imm >> 31 : 0);
  return 0;
}

/** A 64-bit copy, a sign extension or a cast of an arena pointer. */
function moveWide(v: Verifier, i: number): number {
  const dst = reg(v, v.code.dst[i]);
  const src = reg(v, v.code.src[i]);
  if (v.code.imm[i] !== 0) {
    castAddressSpace(v, dst, v.code.imm[i]);
    return 0;
  }
  if (v.code.off[i] !== 0) return moveSignExtended(v, dst, src, v.code.off[i]);
  assignScalarIdBeforeMov(v, src);
  copyRegister(v.w, dst, src);
  v.w[dst + SUBREG_DEF] = DEF_NOT_SUBREG;
  return 0;
}

function castAddressSpace(v: Verifier, dst: number, imm: number): void {
  markRegUnknown(v, dst);
  if (imm !== 1) return;
  v.w[dst + TYPE] = PTR_TO_ARENA;
  v.w[dst + SUBREG_DEF] = v.insnIdx + 1;
}

/** True if no value has any of the bits from `bits - 1` on: extending the sign changes nothing. */
const signBitIsClear = (w: Int32Array, r: number, bits: number): boolean => regWidth(w, r) < bits;

function moveSignExtended(v: Verifier, dst: number, src: number, bits: number): number {
  if (isPointerValue(v, src)) return refuse(v, `R${v.code.src[v.insnIdx]} sign-extension part of pointer`, EACCES);
  if (v.w[src + TYPE] !== SCALAR_VALUE) {
    markRegUnknown(v, dst);
    return 0;
  }
  copyRelated(v, dst, src, signBitIsClear(v.w, src, bits));
  coerceRegToSizeSx(v.w, dst, bits >> 3);
  v.w[dst + SUBREG_DEF] = DEF_NOT_SUBREG;
  return 0;
}

/** Copies a scalar; the copies stay related if they are equal. */
function copyRelated(v: Verifier, dst: number, src: number, isEqual: boolean): void {
  if (isEqual) assignScalarIdBeforeMov(v, src);
  copyRegister(v.w, dst, src);
  if (!isEqual) clearScalarId(v.w, dst);
}

/** A 32-bit copy, sign-extended within the low word if `off` says so. */
function moveNarrow(v: Verifier, i: number): number {
  const dst = reg(v, v.code.dst[i]);
  const src = reg(v, v.code.src[i]);
  const bits = v.code.off[i];
  if (isPointerValue(v, src)) return refuse(v, `R${v.code.src[i]} partial copy of pointer`, EACCES);
  if (v.w[src + TYPE] !== SCALAR_VALUE) {
    markRegUnknown(v, dst);
  } else {
    copyRelated(v, dst, src, bits === 0 ? regWidth(v.w, src) <= 32 : signBitIsClear(v.w, src, bits));
    v.w[dst + SUBREG_DEF] = i + 1;
    if (bits !== 0) coerceSubregToSizeSx(v.w, dst, bits >> 3);
  }
  zext32To64(v.w, dst);
  regBoundsSync(v.w, dst);
  return 0;
}

/** Arithmetic with two operands. */
function checkBinary(v: Verifier, op: number): number {
  const { opcode, src, dst } = v.code;
  const i = v.insnIdx;
  const isRegister = sourceOf(opcode[i]) === BPF_X;
  const isUsual = v.aux.isWellFormed[i] !== 0 && areReadable(v, isRegister ? src[i] : dst[i], dst[i]);
  const error = isUsual ? 0 : checkBinaryForm(v, i, op, isRegister);
  return error === 0 ? adjustRegMinMaxVals(v, op, isRegister) : error;
}

function checkBinaryForm(v: Verifier, i: number, op: number, isRegister: boolean): number {
  const { opcode, src, dst, imm } = v.code;
  if (binaryUsesReservedFields(v, i, op, isRegister)) return refuse(v, 'BPF_ALU uses reserved fields', EINVAL);
  const error = (isRegister ? checkRegArg(v, src[i], SRC_OP) : 0) || checkRegArg(v, dst[i], SRC_OP);
  if (error !== 0) return error;
  if (!isRegister) {
    if ((op === BPF_MOD || op === BPF_DIV) && imm[i] === 0) return refuse(v, 'div by zero', EINVAL);
    if (isInvalidShift(op, imm[i], classOf(opcode[i]))) return refuse(v, `invalid shift ${imm[i]}`, EINVAL);
  }
  const refused = checkRegArg(v, dst[i], DST_OP_NO_MARK);
  if (refused === 0) v.aux.isWellFormed[i] = 1;
  return refused;
}

function binaryUsesReservedFields(v: Verifier, i: number, op: number, isRegister: boolean): boolean {
  const { src, off, imm } = v.code;
  const isSigned = off[i] === 1 && (op === BPF_MOD || op === BPF_DIV);
  return (isRegister ? imm[i] : src[i]) !== 0 || (off[i] !== 0 && !isSigned);
}

function isInvalidShift(op: number, bits: number, instructionClass: number): boolean {
  if (op !== BPF_LSH && op !== BPF_RSH && op !== BPF_ARSH) return false;
  return bits < 0 || bits >= (instructionClass === BPF_ALU64 ? 64 : 32);
}

/** kernel: verifier.c adjust_reg_min_max_vals() */
function adjustRegMinMaxVals(v: Verifier, op: number, isRegister: boolean): number {
  const i = v.insnIdx;
  const dst = reg(v, v.code.dst[i]);
  const src = isRegister ? reg(v, v.code.src[i]) : OPERAND;
  if (!isRegister) setConstantOperand(v.w, v.code.imm[i]);
  if (v.w[dst + TYPE] === PTR_TO_ARENA || (isRegister && v.w[src + TYPE] === PTR_TO_ARENA)) {
    return moveArenaPointer(v, dst, src);
  }
  const dstIsPointer = v.w[dst + TYPE] !== SCALAR_VALUE;
  if (v.w[src + TYPE] !== SCALAR_VALUE)
    return dstIsPointer ? combinePointers(v, op, dst) : addPointerToScalar(v, dst, src);
  const needsPrecision = isRegister && (dstIsPointer || v.w[dst + PRECISE] !== 0);
  const error = needsPrecision ? markChainPrecision(v, v.code.src[i]) : 0;
  if (error !== 0) return error;
  return dstIsPointer ? adjustPtrMinMaxVals(v, dst, src) : adjustScalars(v, dst, src);
}

function setConstantOperand(w: Int32Array, imm: number): void {
  w[OPERAND + TYPE] = SCALAR_VALUE;
  w[OPERAND + PRECISE] = 0;
  markRegKnown(w, OPERAND, imm, imm >> 31);
}

/** Arena pointers are 32 bits wide, and any arithmetic on them is allowed. */
function moveArenaPointer(v: Verifier, dst: number, src: number): number {
  if (v.w[dst + TYPE] !== PTR_TO_ARENA) copyRegister(v.w, dst, src);
  v.w[dst + SUBREG_DEF] = v.insnIdx + 1;
  return 0;
}

/** Two pointers: only their distance may be computed. */
function combinePointers(v: Verifier, op: number, dst: number): number {
  if (op !== BPF_SUB || !v.allowPtrLeaks) {
    return refuse(v, `R${v.code.dst[v.insnIdx]} pointer ${aluText(op)} pointer prohibited`, EACCES);
  }
  markRegUnknown(v, dst);
  return 0;
}

/** scalar += pointer: the other way round. */
function addPointerToScalar(v: Verifier, dst: number, src: number): number {
  const error = markChainPrecision(v, v.code.dst[v.insnIdx]);
  if (error !== 0) return error;
  copyRegister(v.w, OPERAND, dst);
  return adjustPtrMinMaxVals(v, src, OPERAND);
}

function adjustScalars(v: Verifier, dst: number, src: number): number {
  const fitsU32 = v.w[dst + UMAX + 1] === 0;
  const error = adjustScalarMinMaxVals(v, dst, src);
  if (error !== 0) return error;
  linkSum(v, dst, src, fitsU32);
  return 0;
}

/**
 * A register that another was copied to, and then a constant added, stays related to it. `fitsU32`: before the
 * addition it had no bits above 32, so that a 32-bit addition loses none.
 */
function linkSum(v: Verifier, dst: number, src: number, fitsU32: boolean): void {
  const w = v.w;
  const off = addedConstant(v, dst, src, fitsU32);
  if (off === undefined) return clearScalarId(w, dst);
  w[dst + ID] |= classOf(v.code.opcode[v.insnIdx]) === BPF_ALU64 ? BPF_ADD_CONST64 : BPF_ADD_CONST32;
  w[dst + OFF] = off;
}

function addedConstant(v: Verifier, dst: number, src: number, fitsU32: boolean): number | undefined {
  const w = v.w;
  const opcode = v.code.opcode[v.insnIdx];
  const op = opOf(opcode);
  const isWide = classOf(opcode) === BPF_ALU64;
  if (!v.bpfCapable || (op !== BPF_ADD && op !== BPF_SUB) || src === dst) return undefined;
  if (w[dst + ID] === 0 || (w[dst + ID] & BPF_ADD_CONST) !== 0 || !isRegConst(w, src, !isWide)) return undefined;
  const value = w[src + TNUM_VALUE];
  if (isWide ? w[src + TNUM_VALUE + 1] !== value >> 31 : !fitsU32) return undefined;
  if (op === BPF_ADD) return value;
  return value === S32_MIN ? undefined : -value | 0;
}
