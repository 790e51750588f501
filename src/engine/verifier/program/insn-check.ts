/**
 * One instruction: to whom its check belongs. kernel: verifier.c do_check_insn()
 */
import * as bpf from '../../isa/constants.ts';
import { checkFuncCall, prepareFuncExit } from '../calls/calls.ts';
import { BPF_FUNC_SPIN_UNLOCK } from '../calls/helper-ids.ts';
import { checkHelperCall } from '../calls/helpers.ts';
import { checkKfuncCall, isBpfThrowKfunc, kfuncSpinAllowed } from '../calls/kfuncs.ts';
import { checkReturnCode } from '../calls/return-code.ts';
import type { Verifier } from '../env.ts';
import { markRegScratched, reg } from '../env.ts';
import { checkAluOp } from '../insns/alu.ts';
import { checkCondJmpOp } from '../insns/branch.ts';
import { checkLdImm } from '../insns/ld-imm.ts';
import { checkRegArg, SRC_OP } from '../insns/reg-arg.ts';
import { checkLoadMem, checkMemAccess, checkStoreReg, saveAuxPtrType } from '../memory/access.ts';
import { BPF_WRITE } from '../memory/access-types.ts';
import { checkAtomic } from '../memory/atomic.ts';
import { checkLdAbs } from '../memory/ld-abs.ts';
import { refuse } from '../refuse.ts';
import { checkResourceLeak } from '../states/refs.ts';
import { markInsnSeen } from '../states/seen.ts';
import { TYPE } from './layout.ts';

/** The path ends at this instruction. kernel: PROCESS_BPF_EXIT */
export const PATH_ENDS = 1;
/** A function or callback of the program has returned: the state is printed as a whole. */
export const RETURNED = 2;

/** Checks the instruction at `v.insnIdx` and moves on: 0, PATH_ENDS, RETURNED or a negative errno. */
export function checkInsn(v: Verifier): number {
  const opcode = v.code.opcode[v.insnIdx];
  const insnClass = bpf.classOf(opcode);
  if (insnClass === bpf.BPF_JMP || insnClass === bpf.BPF_JMP32) return checkJump(v, opcode);
  const err = checkByClass(v, opcode, insnClass);
  if (err === 0) v.insnIdx++;
  return err;
}

function checkByClass(v: Verifier, opcode: number, insnClass: number): number {
  switch (insnClass) {
    case bpf.BPF_LDX:
      return checkLoadMem(v, false, bpf.modeOf(opcode) === bpf.BPF_MEMSX, true, 'ldx');
    case bpf.BPF_STX:
      return checkStx(v, opcode);
    case bpf.BPF_ST:
      return checkSt(v, opcode);
    case bpf.BPF_LD:
      return checkLd(v, opcode);
    default:
      return checkAluOp(v);
  }
}

function checkStx(v: Verifier, opcode: number): number {
  if (bpf.modeOf(opcode) === bpf.BPF_ATOMIC) return checkAtomic(v);
  if (bpf.modeOf(opcode) !== bpf.BPF_MEM || v.code.imm[v.insnIdx] !== 0)
    return refuse(v, 'BPF_STX uses reserved fields');
  return checkStoreReg(v, false);
}

function checkSt(v: Verifier, opcode: number): number {
  const { code, insnIdx } = v;
  if (bpf.modeOf(opcode) !== bpf.BPF_MEM || code.src[insnIdx] !== 0) return refuse(v, 'BPF_ST uses reserved fields');
  const dst = code.dst[insnIdx];
  const wrong = checkRegArg(v, dst, SRC_OP);
  if (wrong !== 0) return wrong;
  const type = v.w[reg(v, dst) + TYPE];
  const err = checkMemAccess(v, insnIdx, dst, code.off[insnIdx], bpf.sizeOf(opcode), BPF_WRITE, -1, false, false);
  return err === 0 ? saveAuxPtrType(v, type, false) : err;
}

function checkLd(v: Verifier, opcode: number): number {
  const mode = bpf.modeOf(opcode);
  if (mode === bpf.BPF_ABS || mode === bpf.BPF_IND) return checkLdAbs(v);
  if (mode !== bpf.BPF_IMM) return refuse(v, 'invalid BPF_LD mode');
  const err = checkLdImm(v);
  if (err !== 0) return err;
  v.insnIdx++;
  markInsnSeen(v);
  return 0;
}

function checkJump(v: Verifier, opcode: number): number {
  v.jmpsProcessed++;
  switch (bpf.opOf(opcode)) {
    case bpf.BPF_CALL:
      return checkCall(v, opcode);
    case bpf.BPF_JA:
      return checkJa(v, opcode);
    case bpf.BPF_EXIT:
      return checkExit(v, opcode);
    default: {
      const err = checkCondJmpOp(v);
      if (err === 0) v.insnIdx++;
      return err;
    }
  }
}

function checkCall(v: Verifier, opcode: number): number {
  const { code, insnIdx } = v;
  const src = code.src[insnIdx];
  const isReserved =
    opcode !== (bpf.BPF_JMP | bpf.BPF_CALL) ||
    src > bpf.BPF_PSEUDO_KFUNC_CALL ||
    (src !== bpf.BPF_PSEUDO_KFUNC_CALL && code.off[insnIdx] !== 0) ||
    code.dst[insnIdx] !== 0;
  if (isReserved) return refuse(v, 'BPF_CALL uses reserved fields');
  if (v.cur.activeLocks !== 0 && !isAllowedUnderLock(v, src)) {
    return refuse(v, 'function calls are not allowed while holding a lock');
  }
  const err = dispatchCall(v, src);
  if (err !== 0) return err;
  if (src === bpf.BPF_PSEUDO_KFUNC_CALL && isBpfThrowKfunc(v, insnIdx)) return exitProgram(v, true);
  markRegScratched(v, bpf.BPF_REG_0);
  v.insnIdx++;
  return 0;
}

function dispatchCall(v: Verifier, src: number): number {
  if (src === bpf.BPF_PSEUDO_CALL) return checkFuncCall(v);
  return src === bpf.BPF_PSEUDO_KFUNC_CALL ? checkKfuncCall(v) : checkHelperCall(v);
}

function isAllowedUnderLock(v: Verifier, src: number): boolean {
  const { code, insnIdx } = v;
  if (src === bpf.BPF_PSEUDO_CALL) return true;
  if (src === bpf.BPF_PSEUDO_KFUNC_CALL) return code.off[insnIdx] === 0 && kfuncSpinAllowed(v, insnIdx);
  return code.imm[insnIdx] === BPF_FUNC_SPIN_UNLOCK;
}

function checkJa(v: Verifier, opcode: number): number {
  const { code, insnIdx } = v;
  const isShort = bpf.classOf(opcode) === bpf.BPF_JMP;
  const unused = isShort ? code.imm[insnIdx] : code.off[insnIdx];
  const isReserved =
    bpf.sourceOf(opcode) !== bpf.BPF_K || code.src[insnIdx] !== 0 || code.dst[insnIdx] !== 0 || unused !== 0;
  if (isReserved) return refuse(v, 'BPF_JA uses reserved fields');
  v.insnIdx += (isShort ? code.off[insnIdx] : code.imm[insnIdx]) + 1;
  return 0;
}

function checkExit(v: Verifier, opcode: number): number {
  const { code, insnIdx } = v;
  const isReserved =
    opcode !== (bpf.BPF_JMP | bpf.BPF_EXIT) ||
    code.imm[insnIdx] !== 0 ||
    code.src[insnIdx] !== 0 ||
    code.dst[insnIdx] !== 0;
  return isReserved ? refuse(v, 'BPF_EXIT uses reserved fields') : exitProgram(v, false);
}

/** An exit, or an exception that ends all frames at once. kernel: verifier.c process_bpf_exit_full() */
function exitProgram(v: Verifier, isException: boolean): number {
  const what = isException ? 'bpf_throw' : 'BPF_EXIT instruction in main prog';
  const leak = checkResourceLeak(v, isException, isException || v.cur.curframe === 0, what);
  if (leak !== 0) return leak;
  if (isException) return PATH_ENDS;
  if (v.cur.curframe !== 0) {
    const err = prepareFuncExit(v);
    return err === 0 ? RETURNED : err;
  }
  const err = checkReturnCode(v, bpf.BPF_REG_0, 'R0');
  return err === 0 ? PATH_ENDS : err;
}
