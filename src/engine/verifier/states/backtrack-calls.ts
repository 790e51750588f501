/**
 * Backtracking across calls and exits. kernel: verifier.c backtrack_insn(), the part for BPF_CALL and BPF_EXIT
 */
import { EFAULT, ENOTSUPP } from '../../abi/errno.ts';
import { BPF_PSEUDO_KFUNC_CALL } from '../../isa/constants.ts';
import { BPF_FUNC_TAIL_CALL } from '../calls/helper-ids.ts';
import type { Verifier } from '../env.ts';
import { MAX_CALL_FRAMES } from '../env.ts';
import { isHelperCall, isPseudoCall } from '../program/code.ts';
import { findSubprog, subprogIsGlobal } from '../program/subprogs.ts';
import { REGMASK_ARGS } from './backtrack.ts';
import { isSyncCallbackCallingInsn } from './call-summary.ts';

function bug(v: Verifier, text: string): number {
  v.verbose(`verifier bug: ${text}\n`);
  return -EFAULT;
}

const unexpectedRegs = (v: Verifier, where: string): number =>
  bug(v, `${where} unexpected regs ${v.bt.regMask.toString(16)}`);

function clearArgs(v: Verifier): void {
  v.bt.regs[v.bt.frame] &= ~REGMASK_ARGS;
}

function enterSubprog(v: Verifier): number {
  if (v.bt.frame === MAX_CALL_FRAMES - 1) return bug(v, `subprog enter from frame ${v.bt.frame}`);
  v.bt.frame++;
  return 0;
}

function exitSubprog(v: Verifier): number {
  if (v.bt.frame === 0) return bug(v, 'subprog exit from frame 0');
  v.bt.frame--;
  return 0;
}

/** At a call, coming from the first instruction of the callee or from the instruction behind the call. */
export function backtrackCall(v: Verifier, idx: number, subseqIdx: number): number {
  const { code, bt } = v;
  if (isPseudoCall(code, idx)) return backtrackSubprogCall(v, idx);
  if (isSyncCallbackCallingInsn(v, idx) && idx !== subseqIdx - 1) return leaveCallback(v);
  if (code.src[idx] === BPF_PSEUDO_KFUNC_CALL && code.imm[idx] === 0) return -ENOTSUPP;
  bt.clearReg(0);
  if ((bt.regMask & REGMASK_ARGS) !== 0) return unexpectedRegs(v, 'backtracking call');
  // A tail call that succeeds ends the frame: what follows on the path is in the caller.
  const isLeft = isHelperCall(code, idx) && code.imm[idx] === BPF_FUNC_TAIL_CALL && subseqIdx - idx !== 1;
  return isLeft ? enterSubprog(v) : 0;
}

function backtrackSubprogCall(v: Verifier, idx: number): number {
  const { code, bt } = v;
  const subprogno = findSubprog(v, idx + code.imm[idx] + 1);
  if (subprogno < 0) return -EFAULT;
  if (subprogIsGlobal(v, subprogno)) {
    if ((bt.regMask & REGMASK_ARGS) !== 0) return unexpectedRegs(v, 'global subprog');
    bt.clearReg(0);
    return 0;
  }
  if ((bt.regMask & ~REGMASK_ARGS) !== 0) return unexpectedRegs(v, 'static subprog');
  if (bt.hasSlots()) return bug(v, `static subprog leftover stack slots ${bt.slotsLow[bt.frame].toString(16)}`);
  const args = bt.regMask & REGMASK_ARGS;
  clearArgs(v);
  if (bt.frame > 0) bt.regs[bt.frame - 1] |= args;
  return exitSubprog(v);
}

/** Arguments of a callback come from the helper, not from the caller's registers. */
function leaveCallback(v: Verifier): number {
  const { bt } = v;
  if ((bt.regMask & ~REGMASK_ARGS) !== 0) return unexpectedRegs(v, 'callback');
  if (bt.hasSlots()) return bug(v, `callback leftover stack slots ${bt.slotsLow[bt.frame].toString(16)}`);
  clearArgs(v);
  return exitSubprog(v);
}

/** At an exit, coming from the instruction that the callee returned to: R0 of the caller is R0 of the callee. */
export function backtrackExit(v: Verifier, subseqIdx: number): number {
  const { bt } = v;
  if (subseqIdx >= 0 && v.aux.callsCallback[subseqIdx] !== 0) clearArgs(v);
  if ((bt.regMask & REGMASK_ARGS) !== 0) return unexpectedRegs(v, 'backtracking exit');
  const isR0Wanted = subseqIdx >= 1 && isPseudoCall(v.code, subseqIdx - 1) && bt.isRegSet(0);
  bt.clearReg(0);
  if (enterSubprog(v) !== 0) return -EFAULT;
  if (isR0Wanted) bt.setReg(0);
  return 0;
}
