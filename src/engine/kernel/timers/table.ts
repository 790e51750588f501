import type { Switches } from '../../abi/generations.ts';
import type { Routine } from '../cpu/routine.ts';
import { byRoutine, type Helper, R1, R2, R2_HIGH, R3, R3_HIGH, THIS_PROG } from '../programs/helper-call.ts';
import { callback } from './callback.ts';
import { deleteWork, rcuFree } from './common.ts';
import * as embedded from './embedded.ts';
import * as lockless from './lockless.ts';
import { stopTimers } from './prog-list.ts';

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
  /** (program), v2.5: stops the timers of a program whose last reference is gone, then frees it */
  readonly stopProgram?: Routine;
}

const EMBEDDED: TimerRoutines = {
  init: embedded.init,
  setCallback: embedded.setCallback,
  start: embedded.start,
  cancel: embedded.cancel,
  cancelAndFree: embedded.cancelAndFree,
  callback,
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
  return switches.prog_list ? { ...EMBEDDED, stopProgram: stopTimers } : EMBEDDED;
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
