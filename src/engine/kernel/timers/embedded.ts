import { EBUSY, EDEADLK, EINVAL, ENOENT, ENOMEM, EPERM } from '../../abi/errno.ts';
import type { Kernel } from '../kernel.ts';
import { progInc, progPut } from '../programs.ts';
import { NEXT, routine, type Step, step, unless, when } from '../routine.ts';
import {
  areInitFlagsGood,
  areStartFlagsGood,
  deleteWork,
  dropProg,
  freeHrtimer,
  hrtimerCancel,
  newHrtimer,
  rcuFree,
  runningHere,
  startMode,
  whileRunning,
} from './common.ts';
import { checkContext, lockTimer, lockTimerIrqsOn, unlockTimer, unlockTimerIrqsOn } from './shared-steps.ts';

/**
 * The timer helpers from v5 to 6.18: a spin lock inside the timer, the wait for a running callback outside of it.
 * kernel: kernel/bpf/helpers.c
 */

const checkInitFlags = step<'flags' | 'flagsHigh'>(
  'check_flags',
  'if (clockid is not MONOTONIC, REALTIME, BOOTTIME || other flags) return -EINVAL',
  (_k, f) => (areInitFlagsGood(f.flags, f.flagsHigh) ? NEXT : f.done(-EINVAL)),
);

/** T.ptr; 0 and -EINVAL in `ret` where there is no timer. */
const loadTimer = step<'timer' | 'h' | 'ret'>('load', 'if (!(h = T->timer)) ret = -EINVAL', (k, f) => {
  f.h = k.timer(f.timer).timer;
  if (f.h !== 0) return NEXT;
  f.ret = -EINVAL;
  return f.goto('unlock');
});

const hasUserReference = (k: Kernel, map: number): boolean => k.map(map).usercnt > 0;

/** bpf_timer_init(timer, map, flags) */
export const init = routine(
  'init',
  'bpf_timer_init(), __bpf_async_init()',
  ['timer', 'map', 'flags', 'flagsHigh', 'h', 'ret'],
  [
    when('cancelling', checkInitFlags),
    checkContext,
    unless('cancelling', checkInitFlags),
    lockTimer,
    lockTimerIrqsOn,
    step('test_ptr', 'if (T->timer) ret = -EBUSY', (k, f) => {
      if (k.timer(f.timer).timer === 0) return NEXT;
      f.ret = -EBUSY;
      return f.goto('unlock');
    }),
    when(
      'usercnt_in_init',
      unless(
        'init_publish_then_check',
        step('read_usercnt', 'if (!atomic64_read(&map->usercnt)) ret = -EPERM', (k, f) => {
          if (hasUserReference(k, f.map)) return NEXT;
          f.ret = -EPERM;
          return f.goto('unlock');
        }),
      ),
    ),
    step('alloc', 'if (!(h = kmalloc())) ret = -ENOMEM; *h = { map, value }', (k, f) => {
      f.h = newHrtimer(k, f.timer, f.map, f.flags);
      if (f.h !== 0) return NEXT;
      f.ret = -ENOMEM;
      return f.goto('unlock');
    }),
    step('publish', 'WRITE_ONCE(T->timer, h)', (k, f) => {
      k.timer(f.timer).timer = f.h;
      return NEXT;
    }),
    when(
      'usercnt_in_init',
      when(
        'init_publish_then_check',
        step(
          'read_usercnt',
          'smp_mb(); if (!atomic64_read(&map->usercnt)) { T->timer = NULL; kfree(h); ret = -EPERM }',
          (k, f) => {
            if (hasUserReference(k, f.map)) return NEXT;
            k.timer(f.timer).timer = 0;
            freeHrtimer(k, f.h);
            f.ret = -EPERM;
            return NEXT;
          },
        ),
      ),
    ),
    unlockTimer,
    unlockTimerIrqsOn,
  ],
);

/** bpf_timer_set_callback(timer, fn), with the program that calls as the hidden third argument */
export const setCallback = routine(
  'set_callback',
  'bpf_timer_set_callback(), __bpf_async_set_callback()',
  ['timer', 'fn', 'prog', 'h', 'old', 'ret'],
  [
    checkContext,
    lockTimer,
    lockTimerIrqsOn,
    step('test_ptr', 'if (!(h = T->timer)) ret = -EINVAL', (k, f) => {
      f.h = k.timer(f.timer).timer;
      if (f.h !== 0) return NEXT;
      f.ret = -EINVAL;
      return f.goto('unlock');
    }),
    when(
      'usercnt_in_set_callback',
      step('read_usercnt', 'if (!atomic64_read(&h->map->usercnt)) ret = -EPERM', (k, f) => {
        if (hasUserReference(k, k.hrtimer(f.h).map)) return NEXT;
        f.ret = -EPERM;
        return f.goto('unlock');
      }),
    ),
    step('inc_new', 'if (h->prog != prog && !bpf_prog_inc_not_zero(prog)) ret = -ENOENT', (k, f) => {
      f.old = k.hrtimer(f.h).prog;
      if (f.old === f.prog) return f.goto('store');
      if (progInc(k, f.prog)) return NEXT;
      f.ret = -ENOENT;
      return f.goto('unlock');
    }),
    step('put_old', 'if (h->prog) bpf_prog_put(h->prog)', (k, f) => {
      if (f.old !== 0) progPut(k, f.old);
      return NEXT;
    }),
    step('store', 'h->prog = prog; rcu_assign_pointer(h->callback_fn, fn)', (k, f) => {
      const timer = k.hrtimer(f.h);
      timer.prog = f.prog;
      timer.callback = f.fn;
      return NEXT;
    }),
    unlockTimer,
    unlockTimerIrqsOn,
  ],
);

/** bpf_timer_start(timer, nsecs, flags) */
export const start = routine(
  'start',
  'bpf_timer_start()',
  ['timer', 'nsecs', 'nsecsHigh', 'flags', 'flagsHigh', 'h', 'ret'],
  [
    checkContext,
    step('check_flags', 'if (flags & ~(BPF_F_TIMER_ABS | BPF_F_TIMER_CPU_PIN)) return -EINVAL', (k, f) =>
      areStartFlagsGood(k, f.flags, f.flagsHigh) ? NEXT : f.done(-EINVAL),
    ),
    lockTimer,
    lockTimerIrqsOn,
    step('test_ptr', 'h = T->timer; if (!h || !h->prog) ret = -EINVAL', (k, f) => {
      f.h = k.timer(f.timer).timer;
      if (f.h !== 0 && k.hrtimer(f.h).prog !== 0) return NEXT;
      f.ret = -EINVAL;
      return f.goto('unlock');
    }),
    step('hs', 'hrtimer_start(&h->timer, nsecs, mode)', (k, f) => {
      k.hrtimers.start(f.h, f.nsecs, f.nsecsHigh, startMode(f.flags));
      return NEXT;
    }),
    unlockTimer,
    unlockTimerIrqsOn,
  ],
);

const whenDetecting = <L extends string>(only: Step<L>): Step<L> => when('cancelling', only);

/** bpf_timer_cancel(timer) */
export const cancel = routine(
  'cancel',
  'bpf_timer_cancel()',
  ['timer', 'h', 'current', 'announced', 'ret'],
  [
    checkContext,
    when(
      'rcu_free_H',
      step('rcu_lock', 'rcu_read_lock()', (k) => {
        k.rcu.readLock();
        return NEXT;
      }),
    ),
    lockTimer,
    lockTimerIrqsOn,
    loadTimer,
    step('self_check', 'current = this_cpu_read(hrtimer_running); if (current == h) ret = -EDEADLK', (k, f) => {
      f.current = runningHere(k);
      if (f.current !== f.h) return NEXT;
      f.ret = -EDEADLK;
      return f.goto('unlock');
    }),
    whenDetecting(
      step('announce', 'if (current) atomic_inc(&h->cancelling)', (k, f) => {
        if (f.current === 0) return NEXT;
        k.hrtimer(f.h).cancelling++;
        f.announced = 1;
        return NEXT;
      }),
    ),
    whenDetecting(
      when(
        'barrier',
        step('barrier', 'smp_mb__after_atomic()', () => NEXT),
      ),
    ),
    whenDetecting(
      step('victim', 'if (current && atomic_read(&current->cancelling)) ret = -EDEADLK', (k, f) => {
        if (f.current === 0 || k.hrtimer(f.current).cancelling === 0) return NEXT;
        f.ret = -EDEADLK;
        return f.goto('unlock');
      }),
    ),
    step('drop_prog', 'drop_prog_refcnt(h)', (k, f) => {
      dropProg(k, f.h);
      return NEXT;
    }),
    unlockTimer,
    unlockTimerIrqsOn,
    step('spin_hc', 'ret = hrtimer_cancel(&h->timer)', hrtimerCancel, {
      ...whileRunning,
      skip: (_k, f) => f.ret < 0,
    }),
    whenDetecting(
      step(
        'retract',
        'if (announced) atomic_dec(&h->cancelling)',
        (k, f) => {
          k.hrtimer(f.h).cancelling--;
          return NEXT;
        },
        { skip: (_k, f) => f.announced === 0 },
      ),
    ),
    when(
      'rcu_free_H',
      step('rcu_unlock', 'rcu_read_unlock()', (k) => {
        k.rcu.readUnlock();
        return NEXT;
      }),
    ),
  ],
);

/** bpf_timer_cancel_and_free(timer): the element goes away. `self`: the wait is left out. */
export const cancelAndFree = routine(
  'cancel_and_free',
  'bpf_timer_cancel_and_free()',
  ['timer', 'h', 'self', 'ret'],
  [
    step('peek', 'if (!READ_ONCE(T->timer)) return', (k, f) => (k.timer(f.timer).timer === 0 ? f.done(0) : NEXT)),
    lockTimer,
    lockTimerIrqsOn,
    step('reread', 'if (!(h = T->timer)) goto unlock', (k, f) => {
      f.h = k.timer(f.timer).timer;
      return f.h === 0 ? f.goto('unlock') : NEXT;
    }),
    step('drop_prog', 'drop_prog_refcnt(h)', (k, f) => {
      dropProg(k, f.h);
      return NEXT;
    }),
    step('detach', 'WRITE_ONCE(T->timer, NULL)', (k, f) => {
      k.timer(f.timer).timer = 0;
      return NEXT;
    }),
    unlockTimer,
    unlockTimerIrqsOn,
    step(
      'who_am_i',
      'if (this_cpu_read(hrtimer_running)) { queue_work(&h->delete_work); return }',
      (k, f) => {
        if (k.switches.defer_free_from_cb) {
          if (runningHere(k) === 0) return NEXT;
          k.work.queue(deleteWork, f.h);
          return f.done(0);
        }
        f.self = k.switches.self_check && runningHere(k) === f.h ? 1 : 0;
        return NEXT;
      },
      { skip: (_k, f) => f.h === 0 },
    ),
    step<'h' | 'self' | 'ret'>('spin_hc', 'hrtimer_cancel(&h->timer)', hrtimerCancel, {
      ...whileRunning,
      skip: (_k, f) => f.h === 0 || f.self !== 0,
    }),
    when(
      'rcu_free_H',
      step(
        'call_rcu',
        'call_rcu(&h->rcu, bpf_async_cb_rcu_free)',
        (k, f) => {
          k.rcu.call(rcuFree, f.h);
          return f.done(0);
        },
        { skip: (_k, f) => f.h === 0 },
      ),
    ),
    unless(
      'rcu_free_H',
      step(
        'free',
        'kfree(h)',
        (k, f) => {
          freeHrtimer(k, f.h);
          return f.done(0);
        },
        { skip: (_k, f) => f.h === 0 },
      ),
    ),
  ],
);
