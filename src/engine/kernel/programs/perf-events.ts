import { EINVAL, EMFILE, ENOMEM } from '../../abi/errno.ts';
import { CALL, NEXT, type Routine, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { Cpu, FILE_EVENT, HARDIRQ, NMI } from '../layouts/cpu.ts';
import { EVENT_CYCLES, PerfEvent } from '../layouts/net.ts';
import type { Addr } from '../memory/memory.ts';

/**
 * Sampling: an event interrupts its CPU again and again, in a hard interrupt (a software clock) or an NMI (the counter of
 * cycles, which goes with time here), and runs the program that a link has put on it. kernel: kernel/events/core.c
 */

const EVENTS = Cpu.offset('events');

/** struct bpf_perf_event_data as programs see it: registers, period, address; all zeros but the period. */
const CONTEXT_BYTES = 184;
const PERIOD_OFFSET = 168;

/** Shortest period: below this a CPU would do nothing else. */
const MIN_PERIOD_NS = 1_000;

/** First event of a CPU; 0 if it has none. */
export const firstEvent = (k: Kernel, cpu: number): Addr => k.memory.words[(k.cpuAddress(cpu) + EVENTS) >> 2];

/** The event of a file; 0 if it is none. */
export const eventOf = (k: Kernel, file: number): Addr => k.files.object(file, FILE_EVENT);

/** When the next sample of a CPU is due in a hard interrupt or an NMI; Infinity if never. */
export function nextSample(k: Kernel, cpu: number, context: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (let at = firstEvent(k, cpu); at !== 0; at = k.net.event(at).next) {
    if (contextOf(k, at) === context) next = Math.min(next, k.net.event(at).due);
  }
  return next;
}

const contextOf = (k: Kernel, event: Addr): number => (k.net.event(event).config === EVENT_CYCLES ? NMI : HARDIRQ);

/** The event of the present CPU and context that is due first. */
function dueEvent(k: Kernel): Addr {
  const first = nextSample(k, k.cpu, k.contextKind);
  let at = firstEvent(k, k.cpu);
  while (at !== 0 && (contextOf(k, at) !== k.contextKind || k.net.event(at).due !== first)) at = k.net.event(at).next;
  return at;
}

/** The last file or link that holds an event ends it. */
export function putEvent(k: Kernel, event: Addr): void {
  const refcnt = k.net.event(event).refcnt - 1;
  k.net.event(event).refcnt = refcnt;
  if (refcnt !== 0) return;
  const { next, cpu } = k.net.event(event);
  k.stale |= 1 << cpu;
  let before = firstEvent(k, cpu);
  if (before === event) k.cpuAt(k.cpuAddress(cpu)).events = next;
  else {
    while (k.net.event(before).next !== event) before = k.net.event(before).next;
    k.net.event(before).next = next;
  }
  k.kfree(event);
}

/** perf_event_open() of a clock or of cycles on a CPU: a file number or a negative errno. */
const openEvent = routine(
  'sys_perf_event_open',
  'perf_event_open()',
  ['cpu', 'config', 'periodLow', 'periodHigh'],
  [
    step('open', 'event = perf_event_alloc(attr, cpu); perf_install_in_context(ctx, event, cpu)', (k, f) => {
      const period = (f.periodLow >>> 0) + f.periodHigh * 0x1_0000_0000;
      if (f.cpu < 0 || f.cpu >= k.cpus || period < MIN_PERIOD_NS) return f.done(-EINVAL);
      const made = k.kzalloc(PerfEvent);
      if (made === 0) return f.done(-ENOMEM);
      const file = k.files.open(FILE_EVENT, made);
      if (file === undefined) {
        k.kfree(made);
        return f.done(-EMFILE);
      }
      k.stale |= 1 << f.cpu;
      const now = k.clock.now();
      const next = firstEvent(k, f.cpu);
      const cursor = k.net.event(made);
      cursor.refcnt = 1;
      cursor.cpu = f.cpu;
      cursor.config = f.config;
      cursor.period = period;
      cursor.due = now + period;
      cursor.next = next;
      k.cpuAt(k.cpuAddress(f.cpu)).events = made;
      return f.done(file);
    }),
  ],
);

/** The interrupt of an event. kernel: perf_swevent_hrtimer(), bpf_overflow_handler() */
export const takeSample = routine(
  'perf_sample',
  'bpf_overflow_handler()',
  ['event', 'context', 'link'],
  [
    step('overflow', 'hrtimer_forward_now(); rcu_read_lock(); prog = event->prog', (k, f) => {
      f.event = dueEvent(k);
      if (f.event === 0) return f.done(0);
      const { due, period, link } = k.net.event(f.event);
      const cursor = k.net.event(f.event);
      cursor.due = due + period * Math.max(1, Math.ceil((k.clock.now() - due) / period));
      cursor.samples++;
      const globals = k.globals();
      globals.firesWithoutProgress = globals.firesWithoutProgress + 1;
      f.link = link;
      if (link === 0) return f.done(0);
      f.context = k.kzallocBytes(CONTEXT_BYTES, 'bpf_perf_event_data');
      if (f.context === 0) return f.done(0);
      k.memory.storeNumber64(f.context + PERIOD_OFFSET, period);
      return NEXT;
    }),
    step('run', 'ret = bpf_prog_run(prog, &ctx)', (k, f) => {
      k.bpf.callProgram(k.net.link(f.link).prog, f.context);
      return CALL;
    }),
    step('done', 'rcu_read_unlock()', (k, f) => {
      k.kfree(f.context);
      return f.done(0);
    }),
  ],
);

export const PERF_ROUTINES: readonly Routine[] = [openEvent, takeSample];
