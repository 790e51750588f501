import type { Verifier } from '../env.ts';

/** kernel: verifier.c in_sleepable() */
export const inSleepable = (v: Verifier): boolean => v.cur.inSleepable;

/** RCU protects objects: a program that cannot sleep, a section, or a lock held. kernel: verifier.c in_rcu_cs() */
export const inRcuCs = (v: Verifier): boolean => v.cur.activeRcuLock || v.cur.activeLocks !== 0 || !v.cur.inSleepable;

/** Nothing forbids sleeping here. kernel: verifier.c in_sleepable_context() */
export const inSleepableContext = (v: Verifier): boolean =>
  v.cur.inSleepable &&
  !v.cur.activeRcuLock &&
  v.cur.activePreemptLocks === 0 &&
  v.cur.activeLocks === 0 &&
  v.cur.activeIrqId === 0;
