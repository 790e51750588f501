import type { Kernel } from '../kernel.ts';
import { KSOFTIRQD_TURN, TASK } from '../layouts/cpu.ts';
import { netReceive } from '../net/traffic.ts';
import { TraceKind } from '../trace/trace.ts';
import { tickAfter } from './hrtimers.ts';
import { NEXT, routine, step } from './routine.ts';

/** Rounds and time that one invocation of the softirq may take before ksoftirqd goes on; kernel: MAX_SOFTIRQ_RESTART, _TIME. */
const MAX_ROUNDS = 10;
const MAX_TIME_NS = 2_000_000;

/** The timer interrupt: only raises the softirq. */
export const hrtimerInterrupt = routine(
  'hrtimer_interrupt',
  'hrtimer_interrupt()',
  [],
  [
    step('raise', 'cpu_base->softirq_activated = 1; raise_timer_softirq()', (k) => {
      const cpu = k.thisCpu();
      cpu.softirqActivated = 1;
      cpu.softirqPending = 1;
      return NEXT;
    }),
  ],
);

/** Another round, unless the time is up, or ksoftirqd wants the CPU from the task that was interrupted. */
function goesOn(k: Kernel, rounds: number): boolean {
  const { ksoftirqd, softirqStart } = k.thisCpu();
  const wantsTask = ksoftirqd !== 0 && !k.isEmpty(k.cpu, TASK);
  return rounds < MAX_ROUNDS && !wantsTask && k.clock.now() - softirqStart < MAX_TIME_NS;
}

/** The rest is left to the thread; until it gets the CPU, each tick allows one more round. */
function wakeKsoftirqd(k: Kernel): void {
  const cpu = k.thisCpu();
  if (cpu.ksoftirqd !== 0) return;
  cpu.ksoftirqd = KSOFTIRQD_TURN;
  cpu.tick = tickAfter(k.clock.now());
}

/** Serves due soft timers, in rounds. */
export const runSoftirq = routine(
  'softirq',
  'handle_softirqs(), hrtimer_run_softirq()',
  ['rounds', 'h', 'packet'],
  [
    step('enter', 'now = hrtimer_update_base(cpu_base)', (k, f) => {
      const cpu = k.thisCpu();
      const now = k.clock.now();
      cpu.softirqPending = 0;
      cpu.softirqNow = now;
      if (f.rounds === 0) cpu.softirqStart = now;
      f.rounds++;
      f.packet = cpu.backlogHead;
      k.record(TraceKind.softirqEnter, 0, f.rounds);
      return NEXT;
    }),
    step('net_rx', 'NET_RX: net_rx_action()', (k) => k.call(netReceive), { skip: (_k, f) => f.packet === 0 }),
    step('take', 'base->running = first expired timer, off its queue; none: go to exit', (k, f) => {
      const timer = k.hrtimers.firstDue(k.cpu, k.thisCpu().softirqNow);
      if (timer === 0) return f.goto('exit');
      f.h = timer;
      k.hrtimers.take(timer);
      return NEXT;
    }),
    step('call', 'restart = timer->function(timer)', (k, f) => k.call(k.timers.callback, f.h)),
    step('done', 'base->running = NULL', (k, f) => {
      k.hrtimers.finish(f.h, k.cpu);
      return f.goto('take');
    }),
    step('exit', 'softirq_activated = 0; program the next event; raised again: next round', (k, f) => {
      const cpu = k.thisCpu();
      cpu.softirqActivated = 0;
      cpu.needResched = 0;
      k.record(TraceKind.softirqExit, 0, f.rounds);
      if (k.hrtimers.nextExpiry(k.cpu) > k.clock.now()) {
        k.thisCpu().ksoftirqd = 0;
        return f.done(0);
      }
      k.thisCpu().softirqPending = 1;
      k.thisCpu().softirqActivated = 1;
      if (goesOn(k, f.rounds)) return f.goto('enter');
      wakeKsoftirqd(k);
      return f.done(0);
    }),
  ],
);
