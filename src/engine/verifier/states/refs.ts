/**
 * References, locks and disabled interrupts that a path holds: things it must give back before it ends.
 */
import { EACCES, EINVAL } from '../../abi/errno.ts';
import type { Reference, Verifier, VerifierState } from '../env.ts';
import { frameReg, REF_TYPE_IRQ, REF_TYPE_LOCK_MASK, REF_TYPE_PTR } from '../env.ts';
import { REF_OBJ_ID } from '../program/layout.ts';
import { forEachRegInVstate } from './for-each-reg.ts';
import { markRegInvalid } from './regs.ts';

/** Takes a reference at an instruction; its id. kernel: verifier.c acquire_reference() */
export function acquireReference(v: Verifier, insnIdx: number): number {
  const id = ++v.idGen;
  v.cur.refs.push({ type: REF_TYPE_PTR, id, insnIdx, ptr: 0 });
  return id;
}

/** Takes a lock that lies in the object `ptr`. kernel: verifier.c acquire_lock_state() */
export function acquireLockState(v: Verifier, insnIdx: number, type: number, id: number, ptr: number): void {
  v.cur.refs.push({ type, id, insnIdx, ptr });
  v.cur.activeLocks++;
  v.cur.activeLockId = id;
  v.cur.activeLockPtr = ptr;
}

/** Disables interrupts; the id of the saved flags. kernel: verifier.c acquire_irq_state() */
export function acquireIrqState(v: Verifier, insnIdx: number): number {
  const id = ++v.idGen;
  v.cur.refs.push({ type: REF_TYPE_IRQ, id, insnIdx, ptr: 0 });
  v.cur.activeIrqId = id;
  return id;
}

/** kernel: verifier.c find_lock_state() */
export const findLockState = (state: VerifierState, type: number, id: number, ptr: number): Reference | undefined =>
  state.refs.find((ref) => (ref.type & type) !== 0 && ref.id === id && ref.ptr === ptr);

/**
 * Gives a lock back; the one taken before it becomes the active one. -EINVAL if it is not held.
 * kernel: verifier.c release_lock_state()
 */
export function releaseLockState(state: VerifierState, type: number, id: number, ptr: number): number {
  let previous: Reference | undefined;
  for (let i = 0; i < state.refs.length; i++) {
    const ref = state.refs[i];
    if (ref.type === type && ref.id === id && ref.ptr === ptr) {
      state.refs.splice(i, 1);
      state.activeLocks--;
      state.activeLockId = previous?.id ?? 0;
      state.activeLockPtr = previous?.ptr ?? 0;
      return 0;
    }
    if ((ref.type & REF_TYPE_LOCK_MASK) !== 0) previous = ref;
  }
  return -EINVAL;
}

/** Restores interrupts; -EACCES if others were disabled later. kernel: verifier.c release_irq_state() */
export function releaseIrqState(state: VerifierState, id: number): number {
  if (id !== state.activeIrqId) return -EACCES;
  let previousId = 0;
  for (let i = 0; i < state.refs.length; i++) {
    const ref = state.refs[i];
    if (ref.type !== REF_TYPE_IRQ) continue;
    if (ref.id === id) {
      state.refs.splice(i, 1);
      state.activeIrqId = previousId;
      return 0;
    }
    previousId = ref.id;
  }
  return -EINVAL;
}

/** Gives a reference back and leaves registers alone. kernel: verifier.c release_reference_nomark() */
export function releaseReferenceNomark(state: VerifierState, refObjId: number): number {
  const at = state.refs.findIndex((ref) => ref.type === REF_TYPE_PTR && ref.id === refObjId);
  if (at < 0) return -EINVAL;
  state.refs.splice(at, 1);
  return 0;
}

/** Gives a reference back; all copies of the pointer become unusable. kernel: verifier.c release_reference() */
export function releaseReference(v: Verifier, refObjId: number): number {
  const err = releaseReferenceNomark(v.cur, refObjId);
  if (err !== 0) return err;
  forEachRegInVstate(v, v.cur, (reg) => {
    if (v.w[reg + REF_OBJ_ID] === refObjId) markRegInvalid(v, reg);
  });
  return 0;
}

/** Prints and refuses references that would never be given back. kernel: verifier.c check_reference_leak() */
function checkReferenceLeak(v: Verifier, exceptionExit: boolean): number {
  const func = v.cur.frames[v.cur.curframe];
  if (!exceptionExit && func.frameno !== 0) return 0;
  let isLeaking = false;
  for (const ref of v.cur.refs) {
    if (ref.type !== REF_TYPE_PTR) continue;
    if (v.returnsReferences && !exceptionExit && v.w[frameReg(func, 0) + REF_OBJ_ID] === ref.id) continue;
    v.verbose(`Unreleased reference id=${ref.id} alloc_insn=${ref.insnIdx}\n`);
    isLeaking = true;
  }
  return isLeaking ? -EINVAL : 0;
}

/**
 * What must not be held where `prefix` (a call or an exit) stands: references, and with `checkLock` locks and sections.
 * kernel: verifier.c check_resource_leak()
 */
export function checkResourceLeak(v: Verifier, exceptionExit: boolean, checkLock: boolean, prefix: string): number {
  const refuse = (what: string): number => {
    v.verbose(`${prefix} ${what}\n`);
    return -EINVAL;
  };
  const state = v.cur;
  if (checkLock && state.activeLocks !== 0) return refuse('cannot be used inside bpf_spin_lock-ed region');
  if (checkReferenceLeak(v, exceptionExit) !== 0) return refuse('would lead to reference leak');
  if (checkLock && state.activeIrqId !== 0) return refuse('cannot be used inside bpf_local_irq_save-ed region');
  if (checkLock && state.activeRcuLock) return refuse('cannot be used inside bpf_rcu_read_lock-ed region');
  if (checkLock && state.activePreemptLocks !== 0) return refuse('cannot be used inside bpf_preempt_disable-ed region');
  return 0;
}
