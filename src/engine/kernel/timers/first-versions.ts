import { EDEADLK, EINVAL } from '../../abi/errno.ts';
import type { Kernel } from '../kernel.ts';
import { LOCALS_OFFSET } from '../layouts/cpu.ts';
import { BpfTimer } from '../layouts/objects.ts';
import { lockStep, unlockStep } from '../lock-steps.ts';
import type { Addr } from '../memory.ts';
import { POINTER_HIGH } from '../memory.ts';
import { progInc, progPut } from '../programs.ts';
import { CALL, NEXT, routine, step } from '../routine.ts';
import { countFire, INDEX_LOCAL, recordCallback } from './callback.ts';
import {
  areStartFlagsGood,
  dropProg,
  freeHrtimer,
  hrtimerCancel,
  runningHere,
  startMode,
  whileRunning,
} from './common.ts';
import { checkContext, lockTimer, lockTimerIrqsOn, unlockTimer, unlockTimerIrqsOn } from './shared-steps.ts';

/**
 * The timer helpers as first posted, v1 to v4: the lock inside the timer is held while waiting for a running callback,
 * and the callback's program is kept by a reference. Programs are those of today: what v1 to v3 took as an argument of
 * init or start is what `set_callback` has remembered. kernel: patches of June and July 2021
 */

const LOCK = BpfTimer.offset('lock');

const testPtr = step<'timer' | 'h' | 'ret'>('test_ptr', 'if (!(h = T->timer)) ret = -EINVAL', (k, f) => {
  f.h = k.timer(f.timer).timer;
  if (f.h !== 0) return NEXT;
  f.ret = -EINVAL;
  return f.goto('unlock');
});
const selfCheck = step<'h' | 'ret'>('self_check', 'if (this_cpu_read(hrtimer_running) == h) ret = -EDEADLK', (k, f) => {
  if (runningHere(k) !== f.h) return NEXT;
  f.ret = -EDEADLK;
  return f.goto('unlock');
});

// ---- v1, v2: start takes a reference of the program, the callback gives it back

/** Callback and program were arguments of init; no reference is taken. */
export const setCallbackAtInit = routine(
  'set_callback',
  'bpf_timer_init()',
  ['timer', 'fn', 'prog', 'h'],
  [
    step('remember', 'h->prog = prog; h->callback_fn = fn', (k, f) => {
      f.h = k.timer(f.timer).timer;
      if (f.h === 0) return f.done(-EINVAL);
      const timer = k.hrtimer(f.h);
      timer.prog = f.prog;
      timer.callback = f.fn;
      return f.done(0);
    }),
  ],
);

export const startWithReference = routine(
  'start',
  'bpf_timer_start()',
  ['timer', 'nsecs', 'nsecsHigh', 'flags', 'flagsHigh', 'h', 'needs', 'ret'],
  [
    lockTimer,
    lockTimerIrqsOn,
    testPtr,
    step('look', 'active = hrtimer_active(h); running = hrtimer_callback_running(h)', (k, f) => {
      f.needs = !k.hrtimers.isQueued(f.h) || k.hrtimers.isRunning(f.h) ? 1 : 0;
      return NEXT;
    }),
    step('inc_prog', 'if (!active || running) bpf_prog_inc(h->prog)', (k, f) => {
      const { prog } = k.hrtimer(f.h);
      if (f.needs !== 0 && prog !== 0) progInc(k, prog);
      return NEXT;
    }),
    step('hs', 'hrtimer_start(&h->timer, nsecs, HRTIMER_MODE_REL_SOFT)', (k, f) => {
      k.hrtimers.start(f.h, f.nsecs, f.nsecsHigh, 0);
      return NEXT;
    }),
    unlockTimer,
    unlockTimerIrqsOn,
  ],
);

export const cancelWithReference = routine(
  'cancel',
  'bpf_timer_cancel()',
  ['timer', 'h', 'ret'],
  [
    lockTimer,
    lockTimerIrqsOn,
    testPtr,
    selfCheck,
    step('spin_hc', 'ret = hrtimer_cancel(&h->timer), T locked', hrtimerCancel, whileRunning),
    step('put_prog', 'if (ret == 1) bpf_prog_put(h->prog)', (k, f) => {
      const { prog } = k.hrtimer(f.h);
      if (f.ret === 1 && prog !== 0) progPut(k, prog);
      return NEXT;
    }),
    unlockTimer,
    unlockTimerIrqsOn,
  ],
);

export const cancelAndFreeWithReference = routine(
  'cancel_and_free',
  'bpf_timer_cancel_and_free()',
  ['timer', 'h', 'self', 'ret'],
  [
    lockTimer,
    lockTimerIrqsOn,
    testPtr,
    step('who_am_i', 'self = this_cpu_read(hrtimer_running) == h', (k, f) => {
      f.self = k.switches.self_check && runningHere(k) === f.h ? 1 : 0;
      return NEXT;
    }),
    step<'h' | 'self' | 'ret'>('spin_hc', 'if (!self) ret = hrtimer_cancel(&h->timer), T locked', hrtimerCancel, {
      ...whileRunning,
      skip: (_k, f) => f.self !== 0,
    }),
    step('put_prog', 'if (ret == 1) bpf_prog_put(h->prog)', (k, f) => {
      const { prog } = k.hrtimer(f.h);
      if (f.ret === 1 && prog !== 0) progPut(k, prog);
      return NEXT;
    }),
    step('free', 'kfree(h)', (k, f) => {
      freeHrtimer(k, f.h);
      return NEXT;
    }),
    step('clear_ptr', 'T->timer = NULL', (k, f) => {
      k.timer(f.timer).timer = 0;
      return NEXT;
    }),
    unlockTimer,
    unlockTimerIrqsOn,
  ],
);

const keyStep = step<'map' | 'value' | 'key' | 'index'>(
  'key',
  'key = array ? &index : value - round_up(map->key_size, 8)',
  (k, f) => {
    f.key = k.mapOps(f.map).keyOf?.(k, f.map, f.value, f.base + LOCALS_OFFSET + 4 * INDEX_LOCAL) ?? 0;
    return NEXT;
  },
);
const markCpu = step<'h'>('mark_cpu', 'this_cpu_write(hrtimer_running, h)', (k, f) => {
  k.thisCpu().hrtimerRunning = f.h;
  countFire(k);
  return NEXT;
});
const runFn = step<'h' | 'map' | 'key' | 'value' | 'fn'>('run_fn', 'fn(map, key, value)', (k, f) => {
  if (f.fn === 0) {
    k.report('the timer calls a NULL function');
    return NEXT;
  }
  recordCallback(k, f.fn, f.h, f.value);
  const { map, key, value } = f;
  const frame = k.bpf.callFunction(f.fn);
  k.bpf.setArgument(frame, 1, map, POINTER_HIGH);
  k.bpf.setArgument(frame, 2, key, POINTER_HIGH);
  k.bpf.setArgument(frame, 3, value, POINTER_HIGH);
  return CALL;
});
const putProg = step<'prog'>('put_prog', 'bpf_prog_put(prog)', (k, f) => {
  if (f.prog !== 0) progPut(k, f.prog);
  return NEXT;
});
const unmarkCpu = step<never>('unmark_cpu', 'this_cpu_write(hrtimer_running, NULL)', (k, f) => {
  k.thisCpu().hrtimerRunning = 0;
  return f.done(0);
});

export const callbackWithReference = routine(
  'callback',
  'bpf_timer_cb()',
  ['h', 'map', 'value', 'fn', 'key', 'index', 'prog'],
  [
    step('read', 'prog = h->prog; map = h->map; value = h->value; fn = h->callback_fn', (k, f) => {
      const { map, value, callback, prog } = k.hrtimer(f.h);
      f.map = map;
      f.value = value;
      f.fn = callback;
      f.prog = prog;
      return NEXT;
    }),
    markCpu,
    keyStep,
    runFn,
    putProg,
    unmarkCpu,
  ],
);

// ---- v3, v4: the map owns the timers

/** v3: the function was an argument of start. */
export const setCallbackAtStart = routine(
  'set_callback',
  'bpf_timer_start()',
  ['timer', 'fn', 'prog', 'h'],
  [
    step('remember', 'the function and the program for the next start', (k, f) => {
      f.h = k.timer(f.timer).timer;
      if (f.h === 0) return f.done(-EINVAL);
      const timer = k.hrtimer(f.h);
      timer.wantedProg = f.prog;
      timer.wantedCallback = f.fn;
      return f.done(0);
    }),
  ],
);

export const startAndSwap = routine(
  'start',
  'bpf_timer_start()',
  ['timer', 'nsecs', 'nsecsHigh', 'flags', 'flagsHigh', 'h', 'ret'],
  [
    lockTimer,
    lockTimerIrqsOn,
    testPtr,
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
    step('hs', 'hrtimer_start(&h->timer, nsecs, HRTIMER_MODE_REL_SOFT)', (k, f) => {
      k.hrtimers.start(f.h, f.nsecs, f.nsecsHigh, startMode(f.flags));
      return NEXT;
    }),
    unlockTimer,
    unlockTimerIrqsOn,
  ],
);

export const startV4 = routine(
  'start',
  'bpf_timer_start()',
  ['timer', 'nsecs', 'nsecsHigh', 'flags', 'flagsHigh', 'h', 'ret'],
  [
    checkContext,
    step('check_flags', 'if (flags) return -EINVAL', (k, f) =>
      areStartFlagsGood(k, f.flags, f.flagsHigh) ? NEXT : f.done(-EINVAL),
    ),
    lockTimer,
    lockTimerIrqsOn,
    testPtr,
    step('test_prog', 'if (!h->prog) ret = -EINVAL', (k, f) => {
      if (k.hrtimer(f.h).prog !== 0) return NEXT;
      f.ret = -EINVAL;
      return f.goto('unlock');
    }),
    step('hs', 'hrtimer_start(&h->timer, nsecs, HRTIMER_MODE_REL_SOFT)', (k, f) => {
      k.hrtimers.start(f.h, f.nsecs, f.nsecsHigh, startMode(f.flags));
      return NEXT;
    }),
    unlockTimer,
    unlockTimerIrqsOn,
  ],
);

const dropProgStep = step<'h'>('drop_prog', 'drop_prog_refcnt(h)', (k, f) => {
  dropProg(k, f.h);
  return NEXT;
});

export const cancelLocked = routine(
  'cancel',
  'bpf_timer_cancel()',
  ['timer', 'h', 'ret'],
  [
    checkContext,
    lockTimer,
    lockTimerIrqsOn,
    testPtr,
    selfCheck,
    step('spin_hc', 'ret = hrtimer_cancel(&h->timer), T locked', hrtimerCancel, whileRunning),
    dropProgStep,
    unlockTimer,
    unlockTimerIrqsOn,
  ],
);

export const cancelAndFreeLocked = routine(
  'cancel_and_free',
  'bpf_timer_cancel_and_free()',
  ['timer', 'h', 'self', 'ret'],
  [
    step('peek', 'if (!READ_ONCE(T->timer)) return', (k, f) => (k.timer(f.timer).timer === 0 ? f.done(0) : NEXT)),
    lockTimer,
    lockTimerIrqsOn,
    step('reread', 'if (!(h = T->timer)) goto unlock', (k, f) => {
      f.h = k.timer(f.timer).timer;
      f.self = k.switches.self_check && runningHere(k) === f.h ? 1 : 0;
      return f.h === 0 ? f.goto('unlock') : NEXT;
    }),
    step<'h' | 'self' | 'ret'>(
      'spin_hc',
      'if (hrtimer_running != h) hrtimer_cancel(&h->timer), T locked',
      hrtimerCancel,
      {
        ...whileRunning,
        skip: (_k, f) => f.self !== 0,
      },
    ),
    dropProgStep,
    step('free', 'kfree(h)', (k, f) => {
      freeHrtimer(k, f.h);
      return NEXT;
    }),
    step('clear_ptr', 'T->timer = NULL', (k, f) => {
      k.timer(f.timer).timer = 0;
      return NEXT;
    }),
    unlockTimer,
    unlockTimerIrqsOn,
  ],
);

/** The lock of the `bpf_timer` around a `bpf_hrtimer`. */
function lockOf(k: Kernel, h: Addr): Addr {
  const { value, map } = k.hrtimer(h);
  return value + k.map(map).timerOffset + LOCK;
}

export const callbackLocked = routine(
  'callback',
  'bpf_timer_cb()',
  ['h', 'map', 'value', 'fn', 'key', 'index', 'prog', 'lock'],
  [
    step('read', 'map = h->map; value = h->value', (k, f) => {
      const { map, value } = k.hrtimer(f.h);
      f.map = map;
      f.value = value;
      f.lock = lockOf(k, f.h);
      return NEXT;
    }),
    lockStep('lock', 'spin_lock_irqsave(&T->lock, flags)', (_k, f) => f.lock),
    step('snapshot', 'prog = h->prog; fn = h->callback_fn', (k, f) => {
      const { prog, callback } = k.hrtimer(f.h);
      f.prog = prog;
      f.fn = callback;
      return NEXT;
    }),
    step('pin_prog', 'bpf_prog_inc(prog)', (k, f) => {
      if (f.prog !== 0) progInc(k, f.prog);
      return NEXT;
    }),
    unlockStep('unlock', 'spin_unlock_irqrestore(&T->lock, flags)', (_k, f) => f.lock),
    markCpu,
    keyStep,
    runFn,
    putProg,
    unmarkCpu,
  ],
);
