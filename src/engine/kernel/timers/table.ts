import type { Switches } from '../../abi/generations.ts';
import { byRoutine, type Helper, R1, R2, R2_HIGH, R3, R3_HIGH, THIS_PROG } from '../helper-call.ts';
import type { Routine } from '../routine.ts';
import { callback } from './callback.ts';
import { deleteWork, rcuFree } from './common.ts';
import * as embedded from './embedded.ts';
import * as first from './first-versions.ts';
import * as lockless from './lockless.ts';

/** The timer operations of one generation. */
export interface TimerRoutines {
  /** (timer, map, flags, flags high) */
  readonly init: Routine;
  /** (timer, function, program) */
  readonly setCallback: Routine;
  /** (timer, ns, ns high, flags, flags high) */
  readonly start: Routine;
  /** (timer) */
  readonly cancel: Routine;
  /** (timer): its element goes away */
  readonly cancelAndFree: Routine;
  /** (hrtimer): the function of every timer */
  readonly callback: Routine;
}

const EMBEDDED: TimerRoutines = { ...embedded, callback };

/** v1, v2: a reference for each start. */
const REFERENCE_OF_START: TimerRoutines = {
  init: embedded.init,
  setCallback: first.setCallbackAtInit,
  start: first.startWithReference,
  cancel: first.cancelWithReference,
  cancelAndFree: first.cancelAndFreeWithReference,
  callback: first.callbackWithReference,
};

/** v4: waits with the lock held. */
const WAITS_LOCKED: TimerRoutines = {
  init: embedded.init,
  setCallback: embedded.setCallback,
  start: first.startV4,
  cancel: first.cancelLocked,
  cancelAndFree: first.cancelAndFreeLocked,
  callback: first.callbackLocked,
};

/** v3: the callback is given to start. */
const CALLBACK_AT_START: TimerRoutines = {
  ...WAITS_LOCKED,
  setCallback: first.setCallbackAtStart,
  start: first.startAndSwap,
};

const LOCKLESS: TimerRoutines = {
  init: lockless.init,
  setCallback: lockless.setCallback,
  start: lockless.start,
  cancel: lockless.cancel,
  cancelAndFree: lockless.cancelAndFree,
  callback,
};

const LOCKLESS_PARTS: readonly Routine[] = [
  lockless.updateProgCallback,
  lockless.cancelAsync,
  lockless.irqWork,
  lockless.callRcuTasksTrace,
  lockless.freeAfterTasksTrace,
];

/** The algorithm that the switches ask for; finer differences are in the rows of its routines. */
export function timersOf(switches: Switches): TimerRoutines {
  if (switches.lockless_refcnt) return LOCKLESS;
  if (!switches.map_owns) return REFERENCE_OF_START;
  const timers = switches.unlock_before_cancel ? EMBEDDED : switches.set_cb_split ? WAITS_LOCKED : CALLBACK_AT_START;
  return { ...timers, callback: switches.cb_rcu ? callback : first.callbackLocked };
}

/** Every routine that a generation's timers use. The same action has the same name in all generations. */
export function timerRoutines(switches: Switches): readonly Routine[] {
  const timers = Object.values(timersOf(switches));
  return switches.lockless_refcnt ? [...timers, ...LOCKLESS_PARTS] : [...timers, deleteWork, rcuFree];
}

/** The timer helpers by number; kernel: enum bpf_func_id. */
export function timerHelpers(timers: TimerRoutines): ReadonlyMap<number, Helper> {
  return new Map([
    [169, byRoutine(timers.init, R1, R2, R3, R3_HIGH)],
    [170, byRoutine(timers.setCallback, R1, R2, THIS_PROG)],
    [171, byRoutine(timers.start, R1, R2, R2_HIGH, R3, R3_HIGH)],
    [172, byRoutine(timers.cancel, R1)],
  ]);
}
