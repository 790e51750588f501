import { EBUSY, ECANCELED, EDEADLK, EINVAL, ENOENT, ENOMEM, EOPNOTSUPP, EPERM } from '../../abi/errno.ts';
import { RCU_TASKS_TRACE } from '../cpu/rcu.ts';
import { FENCE, NEXT, type Next, PLAIN, type RoutineFrame, routine, step, unless, when } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { AsyncCommand } from '../layouts/objects.ts';
import type { Addr } from '../memory/memory.ts';
import { progInc, progPut } from '../programs/programs.ts';
import {
  areInitFlagsGood,
  areStartFlagsGood,
  baseLock,
  baseUnlock,
  freeHrtimer,
  hrtimerCancel,
  newHrtimer,
  runningHere,
  startMode,
  whileRunning,
} from './common.ts';

/**
 * The timer helpers from 7.0 on: no lock, a reference count in the timer, and operations that are left to an irq_work
 * where the context does not allow them. kernel: kernel/bpf/helpers.c
 */

const START = 1;
const CANCEL = 2;

/** Gives a reference of the timer back; the last one frees it after a grace period. kernel: bpf_async_refcount_put() */
function refPut(k: Kernel, h: Addr): void {
  const refcnt = k.hrtimer(h).refcnt - 1;
  k.hrtimer(h).refcnt = refcnt;
  if (refcnt < 0) k.report('a timer reference is given back that nobody held');
  if (refcnt !== 0) return;
  if (k.irqsOff(k.cpu)) k.irqWork.queue(callRcuTasksTrace, h);
  else k.rcu.call(freeAfterTasksTrace, h, RCU_TASKS_TRACE);
}

/** False if the last reference is already gone. */
function refIncNotZero(k: Kernel, h: Addr): boolean {
  const { refcnt } = k.hrtimer(h);
  if (refcnt === 0) return false;
  k.hrtimer(h).refcnt = refcnt + 1;
  return true;
}

/** Leaves an operation to the irq_work; the caller's reference goes with it. kernel: bpf_async_schedule_op() */
function schedule(k: Kernel, h: Addr, operation: number, low: number, high: number, mode: number): number {
  if (k.thisCpu().asyncRunning === h) {
    refPut(k, h);
    return -EDEADLK;
  }
  const command = k.kzalloc(AsyncCommand);
  if (command === 0) {
    refPut(k, h);
    return -ENOMEM;
  }
  const { commands } = k.hrtimer(h);
  const cursor = k.asyncCommand(command);
  cursor.next = commands;
  cursor.operation = operation;
  cursor.nanosecondsLow = low;
  cursor.nanosecondsHigh = high;
  cursor.mode = mode;
  k.hrtimer(h).commands = command;
  if (commands === 0) k.irqWork.queue(irqWork, h);
  return 0;
}

export const callRcuTasksTrace = routine(
  'irq_work_call_rcu',
  'worker_for_call_rcu()',
  ['h'],
  [
    step('call_rcu', 'call_rcu_tasks_trace(&cb->rcu, bpf_async_cb_rcu_tasks_trace_free)', (k, f) => {
      k.rcu.call(freeAfterTasksTrace, f.h, RCU_TASKS_TRACE);
      return NEXT;
    }),
  ],
);

/** After the grace period: nobody can arm the timer any more, but its callback may still run. */
export const freeAfterTasksTrace = routine(
  'rcu_tasks_trace',
  'bpf_async_cb_rcu_tasks_trace_free()',
  ['h'],
  [
    step('try_cancel', 'if (hrtimer_try_to_cancel(&t->timer) < 0) wait for another grace period', (k, f) => {
      if (k.hrtimers.tryToCancel(f.h) >= 0) return NEXT;
      k.rcu.call(freeAfterTasksTrace, f.h, RCU_TASKS_TRACE);
      return f.done(0);
    }),
    step('free', 'if (cb->prog) bpf_prog_put(cb->prog); kfree_nolock(cb)', (k, f) => {
      const { prog } = k.hrtimer(f.h);
      if (prog !== 0) progPut(k, prog);
      freeHrtimer(k, f.h);
      return NEXT;
    }),
  ],
);

/** Exchanges program and callback until both are seen as written; kernel: bpf_async_update_prog_callback(). */
export const updateProgCallback = routine(
  'update_prog_callback',
  'bpf_async_update_prog_callback()',
  ['h', 'prog', 'fn', 'previous'],
  [
    step('guard', 'if (prog && !bpf_prog_inc_not_zero(prog)) return -ENOENT', (k, f) =>
      f.prog === 0 || progInc(k, f.prog) ? NEXT : f.done(-ENOENT),
    ),
    step('inc_new', 'if (prog) bpf_prog_inc_not_zero(prog)', (k, f) => {
      if (f.prog !== 0) progInc(k, f.prog);
      return NEXT;
    }),
    step('xchg_prog', 'previous = xchg(&cb->prog, prog)', (k, f) => {
      const timer = k.hrtimer(f.h);
      f.previous = timer.prog;
      timer.prog = f.prog;
      return NEXT;
    }),
    step('store_fn', 'rcu_assign_pointer(cb->callback_fn, fn)', (k, f) => {
      k.hrtimer(f.h).callback = f.fn;
      return NEXT;
    }),
    step('put_old', 'if (previous) bpf_prog_put(previous)', (k, f) => {
      if (f.previous !== 0) progPut(k, f.previous);
      return NEXT;
    }),
    step('recheck', 'if (cb->prog != prog || cb->callback_fn != fn) again', (k, f) => {
      const { prog, callback } = k.hrtimer(f.h);
      return prog === f.prog && callback === f.fn ? NEXT : f.goto('inc_new');
    }),
    step('drop_guard', 'if (prog) bpf_prog_put(prog)', (k, f) => {
      if (f.prog !== 0) progPut(k, f.prog);
      return f.done(0);
    }),
  ],
);

const load = step<'timer' | 'h'>('load', 'if (!(h = READ_ONCE(T->timer))) return -EINVAL', (k, f) => {
  f.h = k.timer(f.timer).timer;
  return f.h === 0 ? f.done(-EINVAL) : NEXT;
});

const incRef = step<'h'>('inc_ref', 'if (!refcount_inc_not_zero(&h->refcnt)) return -ENOENT', (k, f) =>
  refIncNotZero(k, f.h) ? NEXT : f.done(-ENOENT),
);

/** bpf_timer_init(timer, map, flags) */
export const init = routine(
  'init',
  'bpf_timer_init(), __bpf_async_init()',
  ['timer', 'map', 'flags', 'flagsHigh', 'h', 'ret'],
  [
    step('check_flags', 'if (clockid is not MONOTONIC, REALTIME, BOOTTIME || other flags) return -EINVAL', (_k, f) =>
      areInitFlagsGood(f.flags, f.flagsHigh) ? NEXT : f.done(-EINVAL),
    ),
    step('test_ptr', 'if (READ_ONCE(T->timer)) return -EBUSY', (k, f) =>
      k.timer(f.timer).timer === 0 ? NEXT : f.done(-EBUSY),
    ),
    step('alloc', 'if (!(h = kmalloc_nolock())) return -ENOMEM; *h = { map, value, refcnt = 1 }', (k, f) => {
      f.h = newHrtimer(k, f.timer, f.map, f.flags);
      if (f.h === 0) return f.done(-ENOMEM);
      k.hrtimer(f.h).refcnt = 1;
      return NEXT;
    }),
    step('publish', 'if (cmpxchg(&T->timer, NULL, h)) { kfree(h); return -EBUSY }', (k, f) => {
      if (k.timer(f.timer).timer !== 0) {
        freeHrtimer(k, f.h);
        return f.done(-EBUSY);
      }
      k.timer(f.timer).timer = f.h;
      return NEXT;
    }),
    step(
      'read_usercnt',
      'smp_mb(); if (!atomic64_read(&map->usercnt)) { cancel_and_free(T); return -EPERM }',
      (k, f) => {
        if (k.map(f.map).usercnt > 0) return NEXT;
        f.ret = -EPERM;
        return k.call(cancelAndFree, f.timer);
      },
    ),
  ],
);

/** bpf_timer_set_callback(timer, fn), with the program that calls as the hidden third argument */
export const setCallback = routine(
  'set_callback',
  'bpf_timer_set_callback(), __bpf_async_set_callback()',
  ['timer', 'fn', 'prog', 'h'],
  [load, step('update', 'update_prog_callback(h, prog, fn)', (k, f) => k.call(updateProgCallback, f.h, f.prog, f.fn))],
);

type Start = 'timer' | 'nsecs' | 'nsecsHigh' | 'flags' | 'flagsHigh' | 'h';

const isDeferred = (k: Kernel): boolean => k.inHardirqOrIrqsOff();

const defer = (k: Kernel, f: RoutineFrame<Start>): Next =>
  f.done(schedule(k, f.h, START, f.nsecs, f.nsecsHigh, startMode(f.flags)));

/** bpf_timer_start(timer, nsecs, flags) */
export const start = routine(
  'start',
  'bpf_timer_start()',
  ['timer', 'nsecs', 'nsecsHigh', 'flags', 'flagsHigh', 'h'],
  [
    step('check_flags', 'if (flags & ~(BPF_F_TIMER_ABS | BPF_F_TIMER_CPU_PIN)) return -EINVAL', (k, f) =>
      areStartFlagsGood(k, f.flags, f.flagsHigh) ? NEXT : f.done(-EINVAL),
    ),
    load,
    step('read_prog', 'if (!READ_ONCE(h->prog)) return -EINVAL', (k, f) =>
      k.hrtimer(f.h).prog === 0 ? f.done(-EINVAL) : NEXT,
    ),
    incRef,
    when(
      'base_lock_steps',
      step('defer', 'hardirq or irqs off: leave it to the irq_work', (k, f) => (isDeferred(k) ? defer(k, f) : NEXT)),
    ),
    baseLock,
    step('hs', 'normal context: hrtimer_start(); hardirq or irqs off: leave it to the irq_work', (k, f) => {
      if (!k.switches.base_lock_steps && isDeferred(k)) return defer(k, f);
      k.hrtimers.start(f.h, f.nsecs, f.nsecsHigh, startMode(f.flags));
      return NEXT;
    }),
    baseUnlock,
    step('put_ref', 'refcount_put(h)', (k, f) => {
      refPut(k, f.h);
      return f.done(0);
    }),
  ],
);

const announce = step<'h' | 'current'>(
  'announce',
  'if (current) atomic_inc(&h->cancelling)',
  (k, f) => {
    k.hrtimer(f.h).cancelling++;
    return NEXT;
  },
  { skip: (_k, f) => f.current === 0 },
);

/** bpf_timer_cancel(timer) */
export const cancel = routine(
  'cancel',
  'bpf_timer_cancel()',
  ['timer', 'h', 'current', 'ret'],
  [
    step('check_context', 'if (in_hardirq() || irqs_disabled()) return -EOPNOTSUPP', (k, f) =>
      k.inHardirqOrIrqsOff() ? f.done(-EOPNOTSUPP) : NEXT,
    ),
    load,
    step('self_check', 'current = this_cpu_read(hrtimer_running); if (current == h) return -EDEADLK', (k, f) => {
      f.current = runningHere(k);
      return f.current === f.h ? f.done(-EDEADLK) : NEXT;
    }),
    when('barrier', announce),
    when(
      'barrier',
      step('barrier', 'smp_mb__after_atomic()', () => NEXT, { skip: (_k, f) => f.current === 0, order: FENCE }),
    ),
    unless('barrier', { ...announce, order: PLAIN }),
    step(
      'victim',
      'if (atomic_read(&current->cancelling)) ret = -EDEADLK',
      (k, f) => {
        if (k.hrtimer(f.current).cancelling === 0) return NEXT;
        f.ret = -EDEADLK;
        return f.goto('retract');
      },
      { skip: (_k, f) => f.current === 0 },
    ),
    step('drop_prog', 'update_prog_callback(h, NULL, NULL)', (k, f) => k.call(updateProgCallback, f.h, 0, 0)),
    step('spin_hc', 'ret = hrtimer_cancel(&h->timer)', hrtimerCancel, whileRunning),
    step(
      'retract',
      'if (current) atomic_dec(&h->cancelling)',
      (k, f) => {
        k.hrtimer(f.h).cancelling--;
        return NEXT;
      },
      { skip: (_k, f) => f.current === 0 },
    ),
  ],
);

/** bpf_timer_cancel_async(timer): never waits */
export const cancelAsync = routine(
  'cancel_async',
  'bpf_timer_cancel_async()',
  ['timer', 'h', 'ret'],
  [
    load,
    incRef,
    step('ht', 'normal context: ret = hrtimer_try_to_cancel(); else leave it to the irq_work', (k, f) => {
      if (k.inHardirqOrIrqsOff()) return f.done(schedule(k, f.h, CANCEL, 0, 0, 0) || -ECANCELED);
      f.ret = k.hrtimers.tryToCancel(f.h);
      return NEXT;
    }),
    step('put_ref', 'refcount_put(h)', (k, f) => {
      refPut(k, f.h);
      return NEXT;
    }),
  ],
);

/** bpf_timer_cancel_and_free(timer): never waits; the map's reference goes with the cancel. */
export const cancelAndFree = routine(
  'cancel_and_free',
  'bpf_async_cancel_and_free()',
  ['timer', 'h'],
  [
    step('peek', 'if (!READ_ONCE(T->timer)) return', (k, f) => (k.timer(f.timer).timer === 0 ? f.done(0) : NEXT)),
    step('detach', 'if (!(h = xchg(&T->timer, NULL))) return', (k, f) => {
      f.h = k.timer(f.timer).timer;
      if (f.h === 0) return f.done(0);
      k.timer(f.timer).timer = 0;
      return NEXT;
    }),
    step('drop_prog', 'update_prog_callback(h, NULL, NULL)', (k, f) => k.call(updateProgCallback, f.h, 0, 0)),
    step('ht', 'normal context: hrtimer_try_to_cancel(); else leave it to the irq_work', (k, f) => {
      if (k.inHardirqOrIrqsOff()) {
        schedule(k, f.h, CANCEL, 0, 0, 0);
        return f.done(0);
      }
      k.hrtimers.tryToCancel(f.h);
      return NEXT;
    }),
    step('put_ref', 'refcount_put(h): the reference of the map', (k, f) => {
      refPut(k, f.h);
      return f.done(0);
    }),
  ],
);

/** Does what was left to it, oldest first; kernel: bpf_async_irq_worker(). */
export const irqWork = routine(
  'irq_work',
  'bpf_async_irq_worker()',
  ['h', 'list', 'command'],
  [
    step('take_list', 'list = llist_reverse_order(llist_del_all(&cb->async_cmds))', (k, f) => {
      f.list = reversed(k, k.hrtimer(f.h).commands);
      k.hrtimer(f.h).commands = 0;
      if (f.list === 0) return f.done(0);
      k.thisCpu().asyncRunning = f.h;
      return NEXT;
    }),
    step('process', 'hrtimer_start() or hrtimer_try_to_cancel()', (k, f) => process(k, f)),
    step('put_ref', 'refcount_put(cb); kfree_nolock(cmd); next entry', (k, f) => {
      refPut(k, f.h);
      k.kfree(f.command);
      return f.list === 0 ? NEXT : f.goto('process');
    }),
    step('end', 'this_cpu_write(async_cb_running, NULL)', (k) => {
      k.thisCpu().asyncRunning = 0;
      return NEXT;
    }),
  ],
);

function process(k: Kernel, f: RoutineFrame<'h' | 'list' | 'command'>): Next {
  f.command = f.list;
  const { next, operation, nanosecondsLow, nanosecondsHigh, mode } = k.asyncCommand(f.command);
  f.list = next;
  if (operation === START) k.hrtimers.start(f.h, nanosecondsLow, nanosecondsHigh, mode);
  else k.hrtimers.tryToCancel(f.h);
  return NEXT;
}

/** The list the other way round: entries were put in front. */
function reversed(k: Kernel, first: Addr): Addr {
  let done = 0;
  for (let at = first; at !== 0; ) {
    const { next } = k.asyncCommand(at);
    k.asyncCommand(at).next = done;
    done = at;
    at = next;
  }
  return done;
}
