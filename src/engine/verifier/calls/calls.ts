/**
 * Calls of functions of the program, callbacks that helpers call, and returns from both.
 */
import { E2BIG, EACCES, EFAULT, EINVAL, ENOMEM } from '../../abi/errno.ts';
import { BPF_REG_0, BPF_REG_1, BPF_REG_5 } from '../../isa/constants.ts';
import type { FuncState, Verifier, VerifierState } from '../env.ts';
import { curFunc, frameReg, MAX_CALL_FRAMES } from '../env.ts';
import { clearCallerSavedRegs } from '../insns/reg-arg.ts';
import { printVerifierState, verboseInvalidScalar } from '../log/log.ts';
import { isPseudoKfuncCall } from '../program/code.ts';
import {
  baseType,
  DYNPTR_TYPE_SKB,
  DYNPTR_TYPE_SKB_META,
  DYNPTR_TYPE_XDP,
  PTR_TO_MEM,
  PTR_TO_STACK,
  REG_SIZE,
  SCALAR_VALUE,
  TYPE,
} from '../program/layout.ts';
import { findSubprog, subprogIsGlobal } from '../program/subprogs.ts';
import { markChainPrecision } from '../states/backtrack.ts';
import { isAsyncCallbackCallingInsn } from '../states/call-summary.ts';
import { forEachRegInVstate } from '../states/for-each-reg.ts';
import { resetLiveStackCallchain, updateLiveStack } from '../states/liveness.ts';
import { markRegInvalid, markRegUnknown, regIsPktPointerAny } from '../states/regs.ts';
import { allocFuncState, freeFuncState, initFuncState, popFrame, pushAsyncCb, pushStack } from '../states/states.ts';
import { findPrevEntry, widenImpreciseScalars } from '../states/widen.ts';
import { btfCheckSubprogCall } from './call-args.ts';
import { retvalRangeWithin } from './return-code.ts';

/** Gives the arguments of a callee their values; 0 or a negative errno. kernel: set_callee_state_fn */
export type SetCalleeState = (v: Verifier, caller: FuncState, callee: FuncState, insnIdx: number) => number;

/** R1..R5 are passed as they are. kernel: verifier.c set_callee_state() */
const setCalleeState: SetCalleeState = (v, caller, callee) => {
  v.w.copyWithin(frameReg(callee, BPF_REG_1), frameReg(caller, BPF_REG_1), frameReg(caller, BPF_REG_5) + REG_SIZE);
  return 0;
};

/** Enters a function in `state`: a new innermost frame. kernel: verifier.c setup_func_entry() */
function setupFuncEntry(
  v: Verifier,
  subprogno: number,
  callsite: number,
  setState: SetCalleeState,
  state: VerifierState,
): number {
  if (state.curframe + 1 >= MAX_CALL_FRAMES) {
    v.verbose(`the call stack of ${state.curframe + 2} frames is too deep\n`);
    return -E2BIG;
  }
  const callee = allocFuncState(v);
  initFuncState(v, callee, callsite, state.curframe + 1, subprogno);
  const err = setState(v, state.frames[state.curframe], callee, callsite);
  if (err !== 0) {
    freeFuncState(v, callee);
    return err;
  }
  state.frames.push(callee);
  state.curframe++;
  return 0;
}

/** Packet bytes may have moved: pointers to them are gone. kernel: verifier.c clear_all_pkt_pointers() */
export function clearAllPktPointers(v: Verifier): void {
  forEachRegInVstate(v, v.cur, (r) => {
    if (regIsPktPointerAny(v.w, r) || isPacketSlice(v.w, r)) markRegInvalid(v, r);
  });
}

/** kernel: reg_is_dynptr_slice_pkt() */
const isPacketSlice = (w: Int32Array, r: number): boolean =>
  baseType(w[r + TYPE]) === PTR_TO_MEM &&
  (w[r + TYPE] & (DYNPTR_TYPE_SKB | DYNPTR_TYPE_XDP | DYNPTR_TYPE_SKB_META)) !== 0;

/** A helper or kfunc at `insnIdx` calls back. kernel: verifier.c push_callback_call() */
export function pushCallbackCall(v: Verifier, insnIdx: number, subprogno: number, setState: SetCalleeState): number {
  const caller = curFunc(v);
  const err = btfCheckSubprogCall(v, subprogno, caller.regs);
  if (err === -EFAULT) return err;
  v.subprogs[subprogno].isCb = true;
  v.aux.callback[insnIdx] = subprogno + 1;
  return isAsyncCallbackCallingInsn(v, insnIdx)
    ? pushAsyncCallback(v, insnIdx, subprogno, setState)
    : pushSyncCallback(v, insnIdx, subprogno, setState);
}

/** The callback runs later, on its own. Work queues run where sleeping is allowed, timers do not. */
function pushAsyncCallback(v: Verifier, insnIdx: number, subprogno: number, setState: SetCalleeState): number {
  const subprog = v.subprogs[subprogno];
  const caller = curFunc(v);
  subprog.isAsyncCb = true;
  const state = pushAsyncCb(v, subprog.start, insnIdx, subprogno, isPseudoKfuncCall(v.code, insnIdx));
  if (state === undefined) return -EFAULT;
  const callee = state.frames[0];
  callee.asyncEntryCnt = caller.asyncEntryCnt + 1;
  return setState(v, caller, callee, insnIdx);
}

/** The callback is walked from a copy of the running state, which itself goes on as if it had not been called. */
function pushSyncCallback(v: Verifier, insnIdx: number, subprogno: number, setState: SetCalleeState): number {
  const caller = curFunc(v);
  const state = pushStack(v, v.subprogs[subprogno].start, insnIdx, false);
  if (state === undefined) return -ENOMEM;
  const err = setupFuncEntry(v, subprogno, insnIdx, setState, state);
  if (err !== 0) return err;
  state.callbackUnrollDepth++;
  state.frames[state.curframe - 1].callbackDepth++;
  caller.callbackDepth = 0;
  return 0;
}

/** A call within the program: `v.insnIdx` moves to where the walk goes on, less one. kernel: verifier.c check_func_call() */
export function checkFuncCall(v: Verifier): number {
  const subprogno = findSubprog(v, v.insnIdx + v.code.imm[v.insnIdx] + 1);
  if (subprogno < 0) return -EFAULT;
  const caller = curFunc(v);
  const err = btfCheckSubprogCall(v, subprogno, caller.regs);
  if (err === -EFAULT) return err;
  if (subprogIsGlobal(v, subprogno)) return callGlobal(v, subprogno, caller, err);
  const entered = setupFuncEntry(v, subprogno, v.insnIdx, setCalleeState, v.cur);
  if (entered !== 0) return entered;
  clearCallerSavedRegs(v, caller.regs);
  v.insnIdx = v.subprogs[subprogno].start - 1;
  resetLiveStackCallchain(v);
  if (v.logsPaths) {
    v.verbose('caller:\n');
    printVerifierState(v, v.cur, caller.frameno, true);
    v.verbose('callee:\n');
    printVerifierState(v, v.cur, v.cur.curframe, true);
  }
  return 0;
}

/** A global function is walked on its own; here it only returns a number. `argsErr` is what its arguments are wrong with. */
function callGlobal(v: Verifier, subprogno: number, caller: FuncState, argsErr: number): number {
  const subprog = v.subprogs[subprogno];
  const { cur } = v;
  if (cur.activeLocks !== 0) {
    v.verbose('global function calls are not allowed while holding a lock,\nuse static function instead\n');
    return -EINVAL;
  }
  const isAtomic = cur.activeRcuLock || cur.activePreemptLocks !== 0 || cur.activeIrqId !== 0 || !cur.inSleepable;
  if (subprog.mightSleep && isAtomic) {
    v.verbose(
      'global functions that may sleep are not allowed in non-sleepable context,\n' +
        'i.e., in a RCU/IRQ/preempt-disabled section, or in\na non-sleepable BPF program context\n',
    );
    return -EINVAL;
  }
  if (argsErr !== 0) {
    v.verbose(`Caller passes invalid args into func#${subprogno} ('${subprog.name}')\n`);
    return argsErr;
  }
  v.verbose(`Func#${subprogno} ('${subprog.name}') is global and assumed valid.\n`);
  if (subprog.changesPktData) clearAllPktPointers(v);
  subprog.called = true;
  clearCallerSavedRegs(v, caller.regs);
  markRegUnknown(v, frameReg(caller, BPF_REG_0));
  return 0;
}

/** Returns from a function or callback of the program: `v.insnIdx` is where the walk goes on. kernel: prepare_func_exit() */
export function prepareFuncExit(v: Verifier): number {
  updateLiveStack(v);
  const state = v.cur;
  const callee = state.frames[state.curframe];
  const caller = state.frames[state.curframe - 1];
  const r0 = frameReg(callee, BPF_REG_0);
  if (v.w[r0 + TYPE] === PTR_TO_STACK) {
    v.verbose('cannot return stack pointer to the caller\n');
    return -EINVAL;
  }
  if (callee.inCallbackFn) {
    const err = checkCallbackReturn(v, callee, r0);
    if (err !== 0) return err;
  } else {
    v.w.copyWithin(frameReg(caller, BPF_REG_0), r0, r0 + REG_SIZE);
  }
  // The call of a callback is looked at again: perhaps it calls once more.
  const { inCallbackFn } = callee;
  v.insnIdx = inCallbackFn ? callee.callsite : callee.callsite + 1;
  if (v.logsPaths) {
    v.verbose('returning from callee:\n');
    printVerifierState(v, state, callee.frameno, true);
    v.verbose(`to caller at ${v.insnIdx}:\n`);
    printVerifierState(v, state, caller.frameno, true);
  }
  popFrame(v, state);
  if (!inCallbackFn) return 0;
  const previous = findPrevEntry(v, state, v.insnIdx);
  if (previous !== undefined) widenImpreciseScalars(v, previous, state);
  return 0;
}

function checkCallbackReturn(v: Verifier, callee: FuncState, r0: number): number {
  if (v.w[r0 + TYPE] !== SCALAR_VALUE) {
    v.verbose('R0 not a scalar value\n');
    return -EACCES;
  }
  const err = markChainPrecision(v, BPF_REG_0);
  if (err !== 0) return err;
  const { callbackRetMin, callbackRetMax } = callee;
  if (retvalRangeWithin(v.w, r0, callbackRetMin, callbackRetMax, false)) return 0;
  verboseInvalidScalar(v, r0, callbackRetMin, callbackRetMax, 'At callback return', 'R0');
  return -EINVAL;
}
