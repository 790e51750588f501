/**
 * Life of states: made, copied, put aside, taken up again, given back to the arena.
 */
import type { VerifierState } from '../env.ts';
import {
  BPF_MAIN_FUNC,
  FuncState,
  frameReg,
  markVerifierStateScratched,
  VerifierState as State,
  slotCount,
  type Verifier,
} from '../env.ts';
import { FRAMENO, MAX_BPF_REG, REGS_SIZE, SLOT_SIZE } from '../program/layout.ts';
import { clearJmpHistory, copyHistory } from './history.ts';

/** kernel: BPF_COMPLEXITY_LIMIT_JMP_SEQ */
const MAX_PENDING = 8192;

/** A frame with undefined registers and an empty stack, not yet initialised. */
export function allocFuncState(v: Verifier): FuncState {
  const pooled = v.funcPool.pop();
  if (pooled !== undefined) return pooled;
  const func = new FuncState();
  func.regs = v.arena.allocate(REGS_SIZE);
  return func;
}

/** The frame may be handed out again, with its registers and stack block. kernel: verifier.c free_func_state() */
export function freeFuncState(v: Verifier, func: FuncState): void {
  v.funcPool.push(func);
}

/** A state without frames, whose other fields are still to be set. */
export function allocVerifierState(v: Verifier): VerifierState {
  const state = v.statePool.pop() ?? new State();
  state.hitCount = 0;
  state.missCount = 0;
  state.isEvicted = false;
  return state;
}

/** The state may be handed out again. kernel: verifier.c free_verifier_state() */
export function freeVerifierState(v: Verifier, state: VerifierState): void {
  for (let func = state.frames.pop(); func !== undefined; func = state.frames.pop()) freeFuncState(v, func);
  state.parent = undefined;
  state.equalState = undefined;
  v.statePool.push(state);
}

/** Drops the innermost frame of a state. */
export function popFrame(v: Verifier, state: VerifierState): void {
  const func = state.frames.pop();
  if (func !== undefined) freeFuncState(v, func);
  state.curframe--;
}

/** kernel: verifier.c copy_func_state() */
function copyFuncState(v: Verifier, to: FuncState, from: FuncState): void {
  to.callsite = from.callsite;
  to.frameno = from.frameno;
  to.subprogno = from.subprogno;
  to.asyncEntryCnt = from.asyncEntryCnt;
  to.callbackRetMin = from.callbackRetMin;
  to.callbackRetMax = from.callbackRetMax;
  to.inCallbackFn = from.inCallbackFn;
  to.inAsyncCallbackFn = from.inAsyncCallbackFn;
  to.inExceptionCallbackFn = from.inExceptionCallbackFn;
  to.callbackDepth = from.callbackDepth;
  copyStack(v, to, from);
  v.w.copyWithin(to.regs, from.regs, from.regs + REGS_SIZE);
}

function copyStack(v: Verifier, to: FuncState, from: FuncState): void {
  const slots = slotCount(from);
  if (slots > to.stackCapacity) {
    v.arena.freeStack(to.stack, to.stackCapacity);
    to.stackCapacity = v.arena.stackCapacity(slots);
    to.stack = v.arena.allocateStack(to.stackCapacity);
  }
  if (slots > 0) v.w.copyWithin(to.stack, from.stack, from.stack + slots * SLOT_SIZE);
  to.allocatedStack = from.allocatedStack;
}

/** Makes `to` the same point of the walk as `from`; frames and stacks of `to` are used again. kernel: copy_verifier_state() */
export function copyVerifierState(v: Verifier, to: VerifierState, from: VerifierState): void {
  copyHistory(to, from);
  copyPoint(v, to, from);
}

/** All but the history. */
export function copyPoint(v: Verifier, to: VerifierState, from: VerifierState): void {
  if (to.refs.length !== 0 || from.refs.length !== 0) to.refs = from.refs.slice();
  to.parent = from.parent;
  to.branches = from.branches;
  to.insnIdx = from.insnIdx;
  to.activeLocks = from.activeLocks;
  to.activePreemptLocks = from.activePreemptLocks;
  to.activeIrqId = from.activeIrqId;
  to.activeLockId = from.activeLockId;
  to.activeLockPtr = from.activeLockPtr;
  to.activeRcuLock = from.activeRcuLock;
  to.speculative = from.speculative;
  to.inSleepable = from.inSleepable;
  to.cleaned = from.cleaned;
  to.firstInsnIdx = from.firstInsnIdx;
  to.lastInsnIdx = from.lastInsnIdx;
  to.equalState = from.equalState;
  to.dfsDepth = from.dfsDepth;
  to.callbackUnrollDepth = from.callbackUnrollDepth;
  to.mayGotoDepth = from.mayGotoDepth;
  copyFrames(v, to, from);
}

function copyFrames(v: Verifier, to: VerifierState, from: VerifierState): void {
  while (to.frames.length > from.frames.length) popFrame(v, to);
  while (to.frames.length < from.frames.length) to.frames.push(allocFuncState(v));
  for (let i = 0; i < from.frames.length; i++) copyFuncState(v, to.frames[i], from.frames[i]);
  to.curframe = from.curframe;
}

/** Nothing is known of the registers but the frame pointer. kernel: verifier.c init_func_state(), init_reg_state() */
export function initFuncState(
  v: Verifier,
  func: FuncState,
  callsite: number,
  frameno: number,
  subprogno: number,
): void {
  func.callsite = callsite;
  func.frameno = frameno;
  func.subprogno = subprogno;
  func.asyncEntryCnt = 0;
  func.callbackRetMin = 0;
  func.callbackRetMax = 0;
  func.inCallbackFn = false;
  func.inAsyncCallbackFn = false;
  func.inExceptionCallbackFn = false;
  func.callbackDepth = 0;
  func.allocatedStack = 0;
  v.w.copyWithin(func.regs, v.freshRegs, v.freshRegs + REGS_SIZE);
  v.w[frameReg(func, MAX_BPF_REG - 1) + FRAMENO] = frameno;
  markVerifierStateScratched(v);
}

/** A state of one fresh frame that nobody called. */
export function newRootState(v: Verifier, subprogno: number, inSleepable: boolean): VerifierState {
  const state = new State();
  state.branches = 1;
  state.inSleepable = inSleepable;
  const func = allocFuncState(v);
  state.frames.push(func);
  initFuncState(v, func, BPF_MAIN_FUNC, 0, subprogno);
  return state;
}

/**
 * Puts a copy of the running state aside, to go on at `insnIdx` later. undefined (after a message) if too many wait;
 * what that is reported as differs from caller to caller, as in the kernel: EFAULT for jumps, ENOMEM for most others.
 * kernel: verifier.c push_stack()
 */
export function pushStack(
  v: Verifier,
  insnIdx: number,
  prevInsnIdx: number,
  speculative: boolean,
): VerifierState | undefined {
  const state = allocVerifierState(v);
  copyVerifierState(v, state, v.cur);
  v.pending.push({ state, insnIdx, prevInsnIdx, logPos: v.log.end });
  if (speculative) state.speculative = true;
  if (v.pending.length > MAX_PENDING) {
    v.verbose(`The sequence of ${v.pending.length} jumps is too complex.\n`);
    return undefined;
  }
  if (state.parent !== undefined) state.parent.branches++;
  v.tracer?.push?.(v, state, insnIdx);
  return state;
}

/**
 * Puts the entry of an asynchronous callback aside: a fresh frame that owes nothing to the caller. undefined (after a
 * message) if too many wait. kernel: verifier.c push_async_cb()
 */
export function pushAsyncCb(
  v: Verifier,
  insnIdx: number,
  prevInsnIdx: number,
  subprogno: number,
  isSleepable: boolean,
): VerifierState | undefined {
  const state = newRootState(v, subprogno, isSleepable);
  v.pending.push({ state, insnIdx, prevInsnIdx, logPos: v.log.end });
  if (v.pending.length > MAX_PENDING) {
    v.verbose(`The sequence of ${v.pending.length} jumps is too complex for async cb.\n`);
    return undefined;
  }
  v.tracer?.push?.(v, state, insnIdx);
  return state;
}

/**
 * Goes on with the state that was put aside last: it becomes `v.cur`. Level 1 then forgets what was printed since.
 * False if none waits. kernel: verifier.c pop_stack()
 */
export function popStack(v: Verifier, popLog: boolean): boolean {
  const next = v.pending.pop();
  if (next === undefined) return false;
  freeVerifierState(v, v.cur);
  v.cur = next.state;
  if (popLog) v.log.reset(next.logPos);
  v.insnIdx = next.insnIdx;
  v.prevInsnIdx = next.prevInsnIdx;
  v.tracer?.pop?.(v, next.insnIdx, next.prevInsnIdx);
  return true;
}

/** Forgets everything that is left of a walk. kernel: verifier.c free_states() */
export function freeStates(v: Verifier): void {
  freeVerifierState(v, v.cur);
  for (const { state } of v.pending) freeVerifierState(v, state);
  v.pending.length = 0;
  clearJmpHistory(v.cur);
}

/** kernel: verifier.c same_callsites() */
export function sameCallsites(a: VerifierState, b: VerifierState): boolean {
  if (a.curframe !== b.curframe) return false;
  for (let i = a.curframe; i >= 0; i--) if (a.frames[i].callsite !== b.frames[i].callsite) return false;
  return true;
}

/** The instruction at which a frame stands. kernel: verifier.c frame_insn_idx() */
export const frameInsnIdx = (state: VerifierState, frameno: number): number =>
  frameno === state.curframe ? state.insnIdx : state.frames[frameno + 1].callsite;
