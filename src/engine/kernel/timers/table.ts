import type { Switches } from '../../abi/generations.ts';
import { byRoutine, type Helper, R1, R2, R2_HIGH, R3, R3_HIGH, THIS_PROG } from '../helper-call.ts';
import type { Routine } from '../routine.ts';
import { callback } from './callback.ts';
import { deleteWork, rcuFree } from './common.ts';
import * as embedded from './embedded.ts';

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

/** Every routine of every generation's timers. */
export const TIMER_ROUTINES: readonly Routine[] = [...Object.values(EMBEDDED), deleteWork, rcuFree];

export const timersOf = (_switches: Switches): TimerRoutines => EMBEDDED;

/** The timer helpers by number; kernel: enum bpf_func_id. */
export function timerHelpers(timers: TimerRoutines): ReadonlyMap<number, Helper> {
  return new Map([
    [169, byRoutine(timers.init, R1, R2, R3, R3_HIGH)],
    [170, byRoutine(timers.setCallback, R1, R2, THIS_PROG)],
    [171, byRoutine(timers.start, R1, R2, R2_HIGH, R3, R3_HIGH)],
    [172, byRoutine(timers.cancel, R1)],
  ]);
}
