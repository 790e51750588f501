/**
 * Stored states whose paths have all been walked need only what those paths read: the rest is forgotten, so that more
 * states are covered. kernel: verifier.c clean_live_states()
 */
import { BPF_REG_FP } from '../../isa/constants.ts';
import type { FuncState, Verifier, VerifierState } from '../env.ts';
import { frameReg, slotAt, slotCount } from '../env.ts';
import { STACK_INVALID } from '../program/layout.ts';
import { liveStackQueryInit, stackSlotAlive } from './liveness.ts';
import { markRegNotInit } from './regs.ts';
import { incompleteReadMarks } from './scc-visits.ts';
import { fillSlotTypes } from './stack-slots.ts';
import { frameInsnIdx, sameCallsites } from './states.ts';

/** kernel: verifier.c clean_func_state() */
function cleanFuncState(v: Verifier, func: FuncState, insnIdx: number): void {
  const live = v.aux.liveRegsBefore[insnIdx];
  for (let regno = 0; regno < BPF_REG_FP; regno++) {
    if ((live & (1 << regno)) === 0) markRegNotInit(v, frameReg(func, regno));
  }
  for (let spi = 0; spi < slotCount(func); spi++) {
    if (stackSlotAlive(v, func.frameno, spi)) continue;
    markRegNotInit(v, slotAt(func, spi));
    fillSlotTypes(v.w, slotAt(func, spi), STACK_INVALID);
  }
}

/** kernel: verifier.c clean_verifier_state() */
function cleanVerifierState(v: Verifier, state: VerifierState): void {
  liveStackQueryInit(v, state);
  state.cleaned = true;
  for (let i = 0; i <= state.curframe; i++) cleanFuncState(v, state.frames[i], frameInsnIdx(state, i));
}

/**
 * Cleans the stored states of an instruction that `cur` has come to, unless all values are kept.
 * kernel: verifier.c clean_live_states()
 */
export function cleanLiveStates(v: Verifier, list: readonly VerifierState[], cur: VerifierState): void {
  if (v.keepsValues) return;
  for (let i = list.length - 1; i >= 0; i--) {
    const state = list[i];
    if (state.branches !== 0 || state.cleaned) continue;
    if (!sameCallsites(state, cur) || incompleteReadMarks(v, state)) continue;
    cleanVerifierState(v, state);
  }
}
