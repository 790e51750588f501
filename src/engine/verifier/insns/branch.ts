/**
 * Conditional jumps: which way they go, and what each way teaches.
 * kernel: verifier.c check_cond_jmp_op()
 */
import { EACCES, EFAULT, EINVAL, ENOMEM } from '../../abi/errno.ts';
import {
  BPF_JA,
  BPF_JCOND,
  BPF_JEQ,
  BPF_JMP,
  BPF_JMP32,
  BPF_JNE,
  BPF_MAY_GOTO,
  BPF_X,
  classOf,
  opOf,
  sourceOf,
} from '../../isa/constants.ts';
import type { Verifier, VerifierState } from '../env.ts';
import { frameReg, reg } from '../env.ts';
import { printInsnState } from '../log/log.ts';
import { tryMatchPktPointers } from '../memory/packet-range.ts';
import {
  baseType,
  ID,
  OFF,
  PRECISE,
  PTR_TO_BTF_ID,
  PTR_TO_STACK,
  REF_OBJ_ID,
  SCALAR_VALUE,
  SMAX,
  SMIN,
  TYPE,
  typeMayBeNull,
} from '../program/layout.ts';
import { refuse } from '../refuse.ts';
import { markChainPrecision } from '../states/backtrack.ts';
import { forEachRegInVstate } from '../states/for-each-reg.ts';
import { INSN_F_DST_REG_STACK, INSN_F_SRC_REG_STACK, LinkedRegs, pushJmpHistory } from '../states/history.ts';
import { collectLinkedRegs, syncLinkedRegs } from '../states/linked.ts';
import { releaseReferenceNomark } from '../states/refs.ts';
import {
  copyRegister,
  isPointerValue,
  isRcuReg,
  markPtrNotNullReg,
  markRegKnown,
  regIsPktPointerAny,
  regMayPointToSpinLock,
  typeIsPtrAllocObj,
} from '../states/regs.ts';
import { pushStack } from '../states/states.ts';
import { findPrevEntry, widenImpreciseScalars } from '../states/widen.ts';
import { isBranchTaken, UNKNOWN } from '../values/branch-taken.ts';
import { regSetMinMax } from '../values/refine.ts';
import { TNUM, tnumEqualsConst } from '../values/tnum.ts';
import { isZero64 } from '../values/word64.ts';
import { checkRegArg, SRC_OP } from './reg-arg.ts';
import { sanitizeSpeculativePath } from './sanitize.ts';

/** Registers that the running jump links; empty between jumps. */
const links = new LinkedRegs();

/** Checks the running instruction and moves `v.insnIdx` if it always jumps. kernel: verifier.c check_cond_jmp_op() */
export function checkCondJmpOp(v: Verifier): number {
  const op = opOf(v.code.opcode[v.insnIdx]);
  if (op === BPF_JA || op > BPF_JCOND) return refuse(v, `invalid BPF_JMP/JMP32 opcode ${op.toString(16)}`, EINVAL);
  if (op === BPF_JCOND) return checkMayGoto(v);
  const error = checkOperands(v);
  if (error !== 0) return error;
  const isJmp32 = classOf(v.code.opcode[v.insnIdx]) === BPF_JMP32;
  const taken = isBranchTaken(v.w, dstOf(v), srcOf(v), op, isJmp32);
  return taken === UNKNOWN ? followBoth(v, op, isJmp32) : followOne(v, taken === 1);
}

const comparesRegisters = (v: Verifier): boolean => sourceOf(v.code.opcode[v.insnIdx]) === BPF_X;
const dstOf = (v: Verifier): number => reg(v, v.code.dst[v.insnIdx]);
/** The second operand: a register, or a record that stands for the constant. */
const srcOf = (v: Verifier): number => (comparesRegisters(v) ? reg(v, v.code.src[v.insnIdx]) : v.fakeReg[0]);

/** `may_goto`: both ways, the one that goes on with the loop later. */
function checkMayGoto(v: Verifier): number {
  const { opcode, dst, src, off, imm } = v.code;
  const i = v.insnIdx;
  if (opcode[i] !== (BPF_JMP | BPF_JCOND) || src[i] !== BPF_MAY_GOTO || dst[i] !== 0 || imm[i] !== 0) {
    return refuse(v, `invalid may_goto imm ${imm[i]}`, EINVAL);
  }
  const previous = v.cur.parent === undefined ? undefined : findPrevEntry(v, v.cur.parent, i);
  const queued = pushStack(v, i + 1, i, false);
  if (queued === undefined) return -ENOMEM;
  queued.mayGotoDepth++;
  if (previous !== undefined) widenImpreciseScalars(v, previous, queued);
  v.insnIdx += off[i];
  return 0;
}

function checkOperands(v: Verifier): number {
  const { dst, src, imm } = v.code;
  const i = v.insnIdx;
  const error = checkRegArg(v, dst[i], SRC_OP);
  if (error !== 0) return error;
  const isRegister = comparesRegisters(v);
  if ((isRegister ? imm[i] : src[i]) !== 0) return refuse(v, 'BPF_JMP/JMP32 uses reserved fields', EINVAL);
  if (!isRegister) setConstant(v, imm[i]);
  const refused = isRegister ? checkSource(v, dst[i], src[i]) : 0;
  if (refused !== 0) return refused;
  const flags =
    (v.w[dstOf(v) + TYPE] === PTR_TO_STACK ? INSN_F_DST_REG_STACK : 0) |
    (v.w[srcOf(v) + TYPE] === PTR_TO_STACK ? INSN_F_SRC_REG_STACK : 0);
  if (flags !== 0) pushJmpHistory(v, v.cur, flags);
  return 0;
}

function setConstant(v: Verifier, imm: number): void {
  const r = v.fakeReg[0];
  v.w[r + TYPE] = SCALAR_VALUE;
  v.w[r + PRECISE] = 0;
  markRegKnown(v.w, r, imm, imm >> 31);
}

function checkSource(v: Verifier, dst: number, src: number): number {
  const error = checkRegArg(v, src, SRC_OP);
  if (error !== 0) return error;
  const arePackets = regIsPktPointerAny(v.w, reg(v, dst)) && regIsPktPointerAny(v.w, reg(v, src));
  if (arePackets || !isPointerValue(v, reg(v, src))) return 0;
  return refuse(v, `R${src} pointer comparison prohibited`, EACCES);
}

/** The jump goes one way; the other is walked only as speculation. */
function followOne(v: Verifier, isTaken: boolean): number {
  const i = v.insnIdx;
  const error = markOperandsPrecise(v);
  if (error !== 0) return error;
  if (!v.bypassSpecV1) {
    const refused = sanitizeSpeculativePath(v, i, isTaken ? i + 1 : i + v.code.off[i] + 1);
    if (refused !== 0) return refused;
  }
  printState(v);
  if (isTaken) v.insnIdx += v.code.off[i];
  return 0;
}

function markOperandsPrecise(v: Verifier): number {
  const error = v.w[dstOf(v) + TYPE] === SCALAR_VALUE ? markChainPrecision(v, v.code.dst[v.insnIdx]) : 0;
  if (error !== 0 || !comparesRegisters(v) || v.w[srcOf(v) + TYPE] !== SCALAR_VALUE) return error;
  return markChainPrecision(v, v.code.src[v.insnIdx]);
}

function printState(v: Verifier): void {
  if (v.logsPaths) printInsnState(v, v.cur, v.cur.curframe);
}

function followBoth(v: Verifier, op: number, isJmp32: boolean): number {
  collectLinks(v);
  const i = v.insnIdx;
  const other = pushStack(v, i + v.code.off[i] + 1, i, false);
  if (other === undefined) return -EFAULT;
  const error = refineOperands(v, other, op, isJmp32);
  if (error !== 0) return error;
  if (comparesRegisters(v)) syncLinks(v, other, v.code.src[i]);
  syncLinks(v, other, v.code.dst[i]);
  if (!isJmp32) propagateNullness(v, other, op);
  return learnOfPointers(v, other, op, isJmp32);
}

/** Before the other path is made, so that both share the history. */
function collectLinks(v: Verifier): void {
  links.clear();
  if (comparesRegisters(v)) collectLinksOf(v, srcOf(v));
  collectLinksOf(v, dstOf(v));
  if (links.count > 1) pushJmpHistory(v, v.cur, 0, links);
}

function collectLinksOf(v: Verifier, r: number): void {
  if (v.w[r + TYPE] === SCALAR_VALUE && v.w[r + ID] !== 0) collectLinkedRegs(v, v.cur, v.w[r + ID], links);
}

function refineOperands(v: Verifier, other: VerifierState, op: number, isJmp32: boolean): number {
  const func = other.frames[other.curframe];
  const otherDst = frameReg(func, v.code.dst[v.insnIdx]);
  if (comparesRegisters(v)) {
    const otherSrc = frameReg(func, v.code.src[v.insnIdx]);
    return regSetMinMax(v, otherDst, otherSrc, dstOf(v), srcOf(v), op, isJmp32);
  }
  const [constant, copy] = v.fakeReg;
  copyRegister(v.w, copy, constant);
  return regSetMinMax(v, otherDst, constant, dstOf(v), copy, op, isJmp32);
}

function syncLinks(v: Verifier, other: VerifierState, regno: number): void {
  const r = reg(v, regno);
  const otherReg = frameReg(other.frames[other.curframe], regno);
  if (v.w[r + TYPE] !== SCALAR_VALUE || v.w[r + ID] === 0 || v.w[r + ID] !== v.w[otherReg + ID]) return;
  syncLinkedRegs(v, v.cur, r, links);
  syncLinkedRegs(v, other, otherReg, links);
}

/**
 * A pointer that equals one whose type excludes NULL is not NULL; the kernel believes the type, whatever it is. Pointers to
 * kernel types may be NULL in spite of their type.
 */
function propagateNullness(v: Verifier, other: VerifierState, op: number): void {
  if (!comparesRegisters(v)) return;
  const dst = dstOf(v);
  const src = srcOf(v);
  if (!isPlainPointer(v.w, src) || !isPlainPointer(v.w, dst)) return;
  const isSrcUnknown = typeMayBeNull(v.w[src + TYPE]);
  if (isSrcUnknown === typeMayBeNull(v.w[dst + TYPE])) return;
  const equal = op === BPF_JEQ ? other : op === BPF_JNE ? v.cur : undefined;
  if (equal === undefined) return;
  const gaining = isSrcUnknown ? v.code.src[v.insnIdx] : v.code.dst[v.insnIdx];
  markPtrNotNullReg(v, frameReg(equal.frames[equal.curframe], gaining));
}

const isPlainPointer = (w: Int32Array, r: number): boolean =>
  w[r + TYPE] !== SCALAR_VALUE && baseType(w[r + TYPE]) !== PTR_TO_BTF_ID;

/** Tests for NULL, and comparisons with the end of the packet. */
function learnOfPointers(v: Verifier, other: VerifierState, op: number, isJmp32: boolean): number {
  const dst = v.code.dst[v.insnIdx];
  const isZeroTest = !isJmp32 && !comparesRegisters(v) && v.code.imm[v.insnIdx] === 0;
  if (isZeroTest && (op === BPF_JEQ || op === BPF_JNE) && typeMayBeNull(v.w[dstOf(v) + TYPE])) {
    markPtrOrNullRegs(v, v.cur, dst, op === BPF_JNE);
    markPtrOrNullRegs(v, other, dst, op === BPF_JEQ);
  } else if (!tryMatchPktPointers(v, v.cur, other) && isPointerValue(v, dstOf(v))) {
    return refuse(v, `R${dst} pointer comparison prohibited`, EACCES);
  }
  printState(v);
  return 0;
}

/** All copies of a tested pointer become NULL or a pointer that may be used. kernel: verifier.c mark_ptr_or_null_regs() */
function markPtrOrNullRegs(v: Verifier, state: VerifierState, regno: number, isNull: boolean): void {
  const tested = frameReg(state.frames[state.curframe], regno);
  const id = v.w[tested + ID];
  const refObjId = v.w[tested + REF_OBJ_ID];
  if (isNull && refObjId !== 0 && refObjId === id) releaseReferenceNomark(state, id);
  forEachRegInVstate(v, state, (r) => markPtrOrNullReg(v, r, id, isNull));
}

/** kernel: verifier.c mark_ptr_or_null_reg() */
function markPtrOrNullReg(v: Verifier, r: number, id: number, isNull: boolean): void {
  const w = v.w;
  const type = w[r + TYPE];
  if (!typeMayBeNull(type) || w[r + ID] !== id || (id === 0 && !isRcuReg(w, r))) return;
  if (hasMoved(w, r) || (!typeIsPtrAllocObj(type) && w[r + OFF] !== 0)) return;
  if (isNull) {
    w[r + TYPE] = SCALAR_VALUE;
    w[r + ID] = 0;
    w[r + REF_OBJ_ID] = 0;
    return;
  }
  markPtrNotNullReg(v, r);
  if (!regMayPointToSpinLock(v, r)) w[r + ID] = 0;
}

/** A variable offset, which pointers that may be NULL cannot have. */
const hasMoved = (w: Int32Array, r: number): boolean =>
  !isZero64(w, r + SMIN) || !isZero64(w, r + SMAX) || !tnumEqualsConst(w, r + TNUM, 0);
