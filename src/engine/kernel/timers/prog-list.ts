import { NEXT, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { progFreeNow } from '../programs/programs.ts';
import { hrtimerCancel, whileRunning } from './common.ts';

/**
 * v2.5, which was never posted: a program lists the timers that it started, and stops them when it goes. The list has a lock
 * of its own that is held only inside the functions here, so each is one step.
 */

/** Puts a timer on its program's list if it is not there. */
export function listTimer(k: Kernel, h: Addr): void {
  const { prog, isListed } = k.hrtimer(h);
  if (prog === 0 || isListed !== 0) return;
  const first = k.prog(prog).armed;
  k.hrtimer(h).armedNext = first;
  k.hrtimer(h).isListed = 1;
  k.prog(prog).armed = h;
}

/** Takes a timer off its program's list. */
export function unlistTimer(k: Kernel, h: Addr): void {
  const { prog, isListed, armedNext } = k.hrtimer(h);
  if (prog === 0 || isListed === 0) return;
  k.hrtimer(h).isListed = 0;
  let before = k.prog(prog).armed;
  if (before === h) {
    k.prog(prog).armed = armedNext;
    return;
  }
  while (before !== 0 && k.hrtimer(before).armedNext !== h) before = k.hrtimer(before).armedNext;
  if (before !== 0) k.hrtimer(before).armedNext = armedNext;
}

/** The last reference of a program is gone: stops its timers, which stay where they are without one. */
export const stopTimers = routine(
  'prog_timers',
  '__bpf_prog_put()',
  ['prog', 'h', 'ret'],
  [
    step('take', 'spin_lock(&prog->timer_lock); h = list_del(first of prog->timer_list)', (k, f) => {
      f.h = k.prog(f.prog).armed;
      if (f.h === 0) {
        progFreeNow(k, f.prog);
        return f.done(0);
      }
      unlistTimer(k, f.h);
      return NEXT;
    }),
    step('spin_hc', 'hrtimer_cancel(&h->timer)', hrtimerCancel, whileRunning),
    step('detach', 'h->prog = NULL', (k, f) => {
      k.hrtimer(f.h).prog = 0;
      return f.goto('take');
    }),
  ],
);
