import { EBUSY, EDEADLK, EINVAL, ENOENT, ENOMEM, EPERM } from '../../abi/errno.ts';
import {
  FENCE,
  NEXT,
  type Next,
  PLAIN,
  type RoutineFrame,
  routine,
  type Step,
  step,
  unless,
  when,
} from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { progInc, progPut } from '../programs/programs.ts';
import {
  areInitFlagsGood,
  areStartFlagsGood,
  baseLock,
  baseUnlock,
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
import { listTimer, unlistTimer } from './prog-list.ts';
import {
  checkContext,
  countsStarts,
  listsTimers,
  lockTimer,
  lockTimerIrqsOn,
  unlockTimer,
  unlockTimerIrqsOn,
  waitsInside,
  waitsOutside,
} from './shared-steps.ts';

/**
 * The timer helpers from v1 to 6.18: a spin lock inside the timer. Up to v4 it is held while waiting for a running callback.
 * Programs are those of today: what v1 to v3 took as an argument of init or start is what `set_callback` has remembered.
 * kernel: kernel/bpf/helpers.c; patches of June and July 2021
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

type Publish = 'timer' | 'map' | 'h' | 'ret';
const CHECK_AGAIN = 'if (!atomic64_read(&map->usercnt)) { T->timer = NULL; kfree(h); ret = -EPERM }';

function checkAgain(k: Kernel, f: RoutineFrame<Publish>): Next {
  if (hasUserReference(k, f.map)) return NEXT;
  k.timer(f.timer).timer = 0;
  freeHrtimer(k, f.h);
  f.ret = -EPERM;
  return NEXT;
}

const checkBehindBarrier = step<Publish>('read_usercnt', `smp_mb(); ${CHECK_AGAIN}`, checkAgain, { order: FENCE });

/**
 * After the publication, so that either it or the release walk sees the other. The barrier came with 6.7; the switch, which
 * the kernels have since 6.10, takes it away in those.
 */
const checkAgainSteps: readonly Step<Publish>[] = [
  when('barrier', checkBehindBarrier),
  unless('barrier', unless('cancelling', checkBehindBarrier)),
  unless('barrier', when('cancelling', step<Publish>('read_usercnt', CHECK_AGAIN, checkAgain))),
];

/** bpf_timer_init(timer, map, flags) */
export const init = routine(
  'init',
  'bpf_timer_init(), __bpf_async_init()',
  ['timer', 'map', 'flags', 'flagsHigh', 'h', 'ret'],
  [
    unless(
      'explicit_map',
      step('hidden_map', 'map = the map that the verifier saw: of inner maps the template', (k, f) => {
        const { template } = k.map(f.map);
        if (template !== 0) f.map = template;
        return NEXT;
      }),
    ),
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
    step(
      'publish',
      'WRITE_ONCE(T->timer, h)',
      (k, f) => {
        k.timer(f.timer).timer = f.h;
        return NEXT;
      },
      { order: PLAIN },
    ),
    ...checkAgainSteps.map((check) => when('usercnt_in_init', when('init_publish_then_check', check))),
    unlockTimer,
    unlockTimerIrqsOn,
  ],
);

type SetCallback = 'timer' | 'fn' | 'prog' | 'h';

/** v1 to v2.5: program and function were arguments of init; no reference is taken. */
const rememberAtInit = step<SetCallback>('remember', 'h->prog = prog; h->callback_fn = fn', (k, f) => {
  f.h = k.timer(f.timer).timer;
  if (f.h === 0) return f.done(-EINVAL);
  const timer = k.hrtimer(f.h);
  timer.prog = f.prog;
  timer.callback = f.fn;
  return f.done(0);
});

/** v3: they were arguments of start. */
const rememberForStart = step<SetCallback>('remember', 'program and function for the next start', (k, f) => {
  f.h = k.timer(f.timer).timer;
  if (f.h === 0) return f.done(-EINVAL);
  const timer = k.hrtimer(f.h);
  timer.wantedProg = f.prog;
  timer.wantedCallback = f.fn;
  return f.done(0);
});

/** v4: the address that was patched into the program. */
const takeEmbedded = step<SetCallback>('take_prog', 'prog = the address in the instruction before the call', (k, f) => {
  const { movedFrom } = k.prog(f.prog);
  if (movedFrom !== 0) f.prog = movedFrom;
  return NEXT;
});

/** bpf_timer_set_callback(timer, fn), with the program that calls as the hidden third argument */
export const setCallback = routine(
  'set_callback',
  'bpf_timer_set_callback(), __bpf_async_set_callback()',
  ['timer', 'fn', 'prog', 'h', 'old', 'ret'],
  [
    unless('set_cb_split', unless('map_owns', rememberAtInit)),
    unless('set_cb_split', when('map_owns', rememberForStart)),
    when('set_cb_split', unless('aux_not_prog', takeEmbedded)),
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
    step(
      'store',
      'h->prog = prog; rcu_assign_pointer(h->callback_fn, fn)',
      (k, f) => {
        const timer = k.hrtimer(f.h);
        timer.prog = f.prog;
        timer.callback = f.fn;
        return NEXT;
      },
      { order: PLAIN },
    ),
    unlockTimer,
    unlockTimerIrqsOn,
  ],
);

type Start = 'h' | 'needs';

/** v1, v2: the reference that the callback will put. */
const takeReference: readonly Step<Start>[] = [
  step('look', 'active = hrtimer_active(h); running = hrtimer_callback_running(h)', (k, f) => {
    f.needs = !k.hrtimers.isQueued(f.h) || k.hrtimers.isRunning(f.h) ? 1 : 0;
    return NEXT;
  }),
  step('inc_prog', 'if (!active || running) bpf_prog_inc(h->prog)', (k, f) => {
    const { prog } = k.hrtimer(f.h);
    if (f.needs !== 0 && prog !== 0) progInc(k, prog);
    return NEXT;
  }),
];

/** v3: the reference that the timer holds. */
const swapProgram: readonly Step<Start>[] = [
  step('swap_prog', 'if (h->prog != prog) { bpf_prog_put(h->prog); bpf_prog_inc(prog); h->prog = prog }', (k, f) => {
    const { prog, wantedProg } = k.hrtimer(f.h);
    if (prog === wantedProg || wantedProg === 0) return NEXT;
    if (prog !== 0) progPut(k, prog);
    progInc(k, wantedProg);
    k.hrtimer(f.h).prog = wantedProg;
    return NEXT;
  }),
  step('set_fn', 'h->callback_fn = fn', (k, f) => {
    const { wantedCallback } = k.hrtimer(f.h);
    k.hrtimer(f.h).callback = wantedCallback;
    return NEXT;
  }),
];

/** bpf_timer_start(timer, nsecs, flags) */
export const start = routine(
  'start',
  'bpf_timer_start()',
  ['timer', 'nsecs', 'nsecsHigh', 'flags', 'flagsHigh', 'h', 'needs', 'ret'],
  [
    checkContext,
    step('check_flags', 'if (flags & ~(BPF_F_TIMER_ABS | BPF_F_TIMER_CPU_PIN)) return -EINVAL', (k, f) =>
      areStartFlagsGood(k, f.flags, f.flagsHigh) ? NEXT : f.done(-EINVAL),
    ),
    lockTimer,
    lockTimerIrqsOn,
    step('test_ptr', 'h = T->timer; if (!h || !h->prog) ret = -EINVAL', (k, f) => {
      f.h = k.timer(f.timer).timer;
      // Up to v3 the program is an argument.
      if (f.h !== 0 && (!k.switches.set_cb_split || k.hrtimer(f.h).prog !== 0)) return NEXT;
      f.ret = -EINVAL;
      return f.goto('unlock');
    }),
    ...takeReference.map(countsStarts),
    listsTimers(
      step('list', 'spin_lock(&prog->timer_lock); if (not listed) list_add(h, &prog->timer_list)', (k, f) => {
        listTimer(k, f.h);
        return NEXT;
      }),
    ),
    ...swapProgram.map((each) => when('map_owns', unless('set_cb_split', each))),
    baseLock,
    step('hs', 'hrtimer_start(&h->timer, nsecs, mode)', (k, f) => {
      k.hrtimers.start(f.h, f.nsecs, f.nsecsHigh, startMode(f.flags));
      return NEXT;
    }),
    baseUnlock,
    unlockTimer,
    unlockTimerIrqsOn,
  ],
);

type Detect = 'h' | 'current' | 'announced' | 'ret';

const announce = step<Detect>('announce', 'if (current) atomic_inc(&h->cancelling)', (k, f) => {
  if (f.current === 0) return NEXT;
  k.hrtimer(f.h).cancelling++;
  f.announced = 1;
  return NEXT;
});
/** Without the barrier the order of the count is that of a plain store. */
const announceSteps: readonly Step<Detect>[] = [
  when('barrier', announce),
  when(
    'barrier',
    step<Detect>('barrier', 'smp_mb__after_atomic()', () => NEXT, { order: FENCE }),
  ),
  unless('barrier', { ...announce, order: PLAIN }),
];
const victim = step<Detect>('victim', 'if (current && atomic_read(&current->cancelling)) ret = -EDEADLK', (k, f) => {
  if (f.current === 0 || k.hrtimer(f.current).cancelling === 0) return NEXT;
  f.ret = -EDEADLK;
  return f.goto('unlock');
});

const whenDetecting = <L extends string>(only: Step<L>): Step<L> => when('cancelling', only);

const dropProgStep = when(
  'map_owns',
  step<'h'>('drop_prog', 'drop_prog_refcnt(h)', (k, f) => {
    dropProg(k, f.h);
    return NEXT;
  }),
);

/** v1, v2: the callback that will not come does not put the reference of its start. */
const putStarted = step<'h' | 'ret'>('put_prog', 'if (ret == 1) bpf_prog_put(h->prog)', (k, f) => {
  const { prog } = k.hrtimer(f.h);
  if (f.ret === 1 && prog !== 0) progPut(k, prog);
  return NEXT;
});

const unlistStep = step<'h' | 'ret'>('unlist', 'spin_lock(&prog->timer_lock); list_del(h)', (k, f) => {
  const isMapGoing = k.map(k.hrtimer(f.h).map).refcnt === 0;
  if (!isMapGoing || k.switches.map_free_unlists) unlistTimer(k, f.h);
  return NEXT;
});

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
    ...[...announceSteps, victim].map(whenDetecting),
    waitsInside(step('spin_hc', 'ret = hrtimer_cancel(&h->timer), T locked', hrtimerCancel, whileRunning)),
    countsStarts(putStarted),
    dropProgStep,
    unlockTimer,
    unlockTimerIrqsOn,
    ...waitsOutside(
      step<'h' | 'ret'>('spin_hc', 'ret = hrtimer_cancel(&h->timer)', hrtimerCancel, {
        ...whileRunning,
        skip: (_k, f) => f.ret < 0,
      }),
    ),
    listsTimers({ ...unlistStep, skip: (_k, f) => f.ret < 0 }),
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

type Free = 'timer' | 'h' | 'self' | 'ret';

const noTimer = (_k: Kernel, f: { readonly h: number }): boolean => f.h === 0;

/** Whose callback runs here: up to 6.9 nobody waits for its own, later nobody waits in any. */
const whoAmI = step<Free>(
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
  { skip: noTimer },
);

const waitUnlessSelf = step<Free>('spin_hc', 'if (hrtimer_running != h) hrtimer_cancel(&h->timer)', hrtimerCancel, {
  ...whileRunning,
  skip: (_k, f) => f.h === 0 || f.self !== 0,
});

/** Frees the timer, at once or after a grace period; `end` is what the routine does then. */
const releaseSteps = (end: (f: RoutineFrame<Free>) => Next): readonly Step<Free>[] => [
  when(
    'rcu_free_H',
    step<Free>(
      'call_rcu',
      'call_rcu(&h->rcu, bpf_async_cb_rcu_free)',
      (k, f) => {
        k.rcu.call(rcuFree, f.h);
        return end(f);
      },
      { skip: noTimer },
    ),
  ),
  unless(
    'rcu_free_H',
    step<Free>(
      'free',
      'kfree(h)',
      (k, f) => {
        freeHrtimer(k, f.h);
        return end(f);
      },
      { skip: noTimer },
    ),
  ),
];

const clearPtr = (name: string): Step<Free> =>
  step<Free>(
    name,
    'WRITE_ONCE(T->timer, NULL)',
    (k, f) => {
      k.timer(f.timer).timer = 0;
      return NEXT;
    },
    { skip: noTimer, order: PLAIN },
  );

/** bpf_timer_cancel_and_free(timer): the element goes away. `self`: the wait is left out. */
export const cancelAndFree = routine(
  'cancel_and_free',
  'bpf_timer_cancel_and_free()',
  ['timer', 'h', 'self', 'ret'],
  [
    when(
      'map_owns',
      step('peek', 'if (!READ_ONCE(T->timer)) return', (k, f) => (k.timer(f.timer).timer === 0 ? f.done(0) : NEXT)),
    ),
    lockTimer,
    lockTimerIrqsOn,
    step('reread', 'if (!(h = T->timer)) goto unlock', (k, f) => {
      f.h = k.timer(f.timer).timer;
      return f.h === 0 ? f.goto('unlock') : NEXT;
    }),
    ...[whoAmI, waitUnlessSelf].map(waitsInside),
    countsStarts(putStarted),
    listsTimers(unlistStep),
    dropProgStep,
    ...[...releaseSteps(() => NEXT), clearPtr('clear_ptr')].map(waitsInside),
    when('unlock_before_cancel', clearPtr('detach')),
    unlockTimer,
    unlockTimerIrqsOn,
    ...[whoAmI, waitUnlessSelf].flatMap(waitsOutside),
    listsTimers(clearPtr('clear_ptr')),
    ...releaseSteps((f) => f.done(0)).flatMap(waitsOutside),
  ],
);
