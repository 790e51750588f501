import {
  BPF_F_TIMER_ABS,
  BPF_F_TIMER_CPU_PIN,
  CLOCK_BOOTTIME,
  CLOCK_MONOTONIC,
  CLOCK_REALTIME,
} from '../../abi/program-constants.ts';
import { MODE_ABS, MODE_PINNED } from '../cpu/hrtimers.ts';
import { lockStep, unlockStep } from '../cpu/lock-steps.ts';
import { type Action, NEXT, routine, type StepOptions, step, when } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { BpfHrtimer, BpfTimer } from '../layouts/objects.ts';
import type { Addr } from '../memory/memory.ts';
import { progPut } from '../programs/programs.ts';
import { TraceKind } from '../trace/trace.ts';

/** What the generations' timer routines share. kernel: kernel/bpf/helpers.c */

const LOCK = BpfTimer.offset('lock');

/** The spin lock inside a `bpf_timer`. */
export const timerLock = (_k: Kernel, f: { timer: number }): Addr => f.timer + LOCK;

/** Clock ids that init takes, as bits. */
const GOOD_CLOCKS = (1 << CLOCK_REALTIME) | (1 << CLOCK_MONOTONIC) | (1 << CLOCK_BOOTTIME);

/** Flags of init: a clock id in the low four bits, nothing else. */
export const areInitFlagsGood = (low: number, high: number): boolean =>
  high === 0 && low >= 0 && low < 16 && ((GOOD_CLOCKS >> low) & 1) !== 0;

/** Flags of start that the generation knows. */
export function areStartFlagsGood(k: Kernel, low: number, high: number): boolean {
  const known = (k.switches.start_abs ? BPF_F_TIMER_ABS : 0) | (k.switches.start_cpu_pin ? BPF_F_TIMER_CPU_PIN : 0);
  return high === 0 && (low & ~known) === 0;
}

/** Mode of the hrtimer core for flags of start. */
export const startMode = (flags: number): number =>
  ((flags & BPF_F_TIMER_ABS) !== 0 ? MODE_ABS : 0) | ((flags & BPF_F_TIMER_CPU_PIN) !== 0 ? MODE_PINNED : 0);

/** Puts the program of a timer and forgets its callback; kernel: drop_prog_refcnt(). */
export function dropProg(k: Kernel, h: Addr): void {
  const { prog } = k.hrtimer(h);
  if (prog !== 0) progPut(k, prog);
  const timer = k.hrtimer(h);
  timer.prog = 0;
  timer.callback = 0;
}

/** A new `bpf_hrtimer` for the timer at `timer` in a value of `map`; 0 if there is no memory. */
export function newHrtimer(k: Kernel, timer: Addr, map: Addr, clockId: number): Addr {
  const h = k.kzalloc(BpfHrtimer);
  if (h === 0) return 0;
  const { timerOffset } = k.map(map);
  const cursor = k.hrtimer(h);
  cursor.map = map;
  cursor.value = timer - timerOffset;
  k.hrtimers.setUp(h, clockId);
  k.record(TraceKind.timerInit, h, map, timer - timerOffset);
  return h;
}

/** Frees a `bpf_hrtimer` for good. */
export function freeHrtimer(k: Kernel, h: Addr): void {
  k.record(TraceKind.timerFree, h);
  k.kfree(h);
}

/** The timer whose BPF callback this CPU runs; 0 = none. */
export const runningHere = (k: Kernel): Addr => k.thisCpu().hrtimerRunning;

/** The base lock around hrtimer_start(), as steps of its own where a tracing program may come between: race R35. */
export const baseLock = when(
  'base_lock_steps',
  lockStep<'h'>('base_lock', 'base = lock_hrtimer_base(&h->timer, &flags)', lockOfBase),
);
export const baseUnlock = when(
  'base_lock_steps',
  unlockStep<'h'>('base_unlock', 'unlock_hrtimer_base(&h->timer, &flags)', lockOfBase),
);

function lockOfBase(k: Kernel, f: { readonly h: Addr }): Addr {
  return k.hrtimers.lockOf(f.h);
}

/** hrtimer_cancel(h), for a step that is made only once the function is not running: 0 or 1 in `ret`. */
export const hrtimerCancel: Action<'h' | 'ret'> = (k, f) => {
  f.ret = k.hrtimers.tryToCancel(f.h);
  return NEXT;
};

/** The waiting part of hrtimer_cancel(h). */
export const whileRunning = {
  ready: (k, f) => !k.hrtimers.isRunning(f.h),
  blockedBy: (k, f) => k.hrtimers.cpuOf(f.h),
  waits: 'the callback of the timer to return',
} satisfies StepOptions<'h'>;

/** After the grace period: nobody refers to the timer any more; kernel: bpf_async_cb_rcu_free(). */
export const rcuFree = routine(
  'rcu',
  'bpf_async_cb_rcu_free()',
  ['h'],
  [
    step('free', 'kfree(h)', (k, f) => {
      freeHrtimer(k, f.h);
      return NEXT;
    }),
  ],
);

/** Process context: waits for the callback, then frees after a grace period; kernel: bpf_timer_delete_work(). */
export const deleteWork = routine(
  'worker',
  'bpf_timer_delete_work()',
  ['h', 'ret'],
  [
    step('spin_hc', 'hrtimer_cancel(&h->timer)', hrtimerCancel, whileRunning),
    step('call_rcu', 'call_rcu(&h->rcu, bpf_async_cb_rcu_free)', (k, f) => {
      k.rcu.call(rcuFree, f.h);
      return f.done(0);
    }),
  ],
);
