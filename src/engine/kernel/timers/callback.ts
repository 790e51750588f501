import { lockStep, unlockStep } from '../cpu/lock-steps.ts';
import { CALL, NEXT, type RoutineFrame, routine, type Step, step, unless, when } from '../cpu/routine.ts';
import { ALL_CPUS, type Kernel, MAX_FIRES } from '../kernel.ts';
import { LOCALS_OFFSET } from '../layouts/cpu.ts';
import { BpfTimer, funcCode, funcSubprog } from '../layouts/objects.ts';
import { type Addr, POINTER_HIGH } from '../memory/memory.ts';
import { progInc, progPut } from '../programs/programs.ts';
import { TraceKind } from '../trace/trace.ts';
import { countsStarts } from './shared-steps.ts';

/** Index of the local `index` in the frame: arrays write the key there. */
const INDEX_LOCAL = 5;

/** The lock of the `bpf_timer` around a `bpf_hrtimer`. */
function lockOf(k: Kernel, h: Addr): Addr {
  const { value, map } = k.hrtimer(h);
  return value + k.map(map).timerOffset + BpfTimer.offset('lock');
}

type Callback = 'h' | 'map' | 'value' | 'fn' | 'prog' | 'lock';

const readPlace = (k: Kernel, f: RoutineFrame<Callback>): void => {
  const { map, value } = k.hrtimer(f.h);
  f.map = map;
  f.value = value;
};

const readCode = (k: Kernel, f: RoutineFrame<Callback>): void => {
  const { prog, callback } = k.hrtimer(f.h);
  f.prog = prog;
  f.fn = callback;
};

/** v3, v4: the lock and a reference keep the program. */
const pinProgram: readonly Step<Callback>[] = [
  lockStep('lock', 'spin_lock_irqsave(&T->lock, flags)', lockOfCallback),
  step('snapshot', 'prog = h->prog; fn = h->callback_fn', (k, f) => {
    readCode(k, f);
    return NEXT;
  }),
  step('pin_prog', 'bpf_prog_inc(prog)', (k, f) => {
    if (f.prog !== 0) progInc(k, f.prog);
    return NEXT;
  }),
  unlockStep('unlock', 'spin_unlock_irqrestore(&T->lock, flags)', lockOfCallback),
];

function lockOfCallback(_k: Kernel, f: { readonly lock: Addr }): Addr {
  return f.lock;
}

const putProg = step<Callback>('put_prog', 'bpf_prog_put(prog)', (k, f) => {
  if (f.prog !== 0) progPut(k, f.prog);
  return NEXT;
});

/** The function of every BPF timer; runs in the softirq. */
export const callback = routine(
  'callback',
  'bpf_timer_cb()',
  ['h', 'map', 'value', 'fn', 'key', 'index', 'prog', 'lock'],
  [
    unless(
      'map_owns',
      step('read', 'prog = h->prog; map = h->map; value = h->value; fn = h->callback_fn', (k, f) => {
        readPlace(k, f);
        readCode(k, f);
        return NEXT;
      }),
    ),
    when(
      'map_owns',
      step('read', 'map = h->map; value = h->value', (k, f) => {
        readPlace(k, f);
        if (!k.switches.cb_rcu) f.lock = lockOf(k, f.h);
        return NEXT;
      }),
    ),
    ...pinProgram.map((each) => when('map_owns', unless('cb_rcu', each))),
    when(
      'map_owns',
      when(
        'cb_rcu',
        step('load_fn', 'if (!(fn = rcu_dereference(h->callback_fn))) return HRTIMER_NORESTART', (k, f) => {
          f.fn = k.hrtimer(f.h).callback;
          return f.fn === 0 && k.switches.cb_null_check ? f.done(0) : NEXT;
        }),
      ),
    ),
    step('mark_cpu', 'this_cpu_write(hrtimer_running, h)', (k, f) => {
      k.thisCpu().hrtimerRunning = f.h;
      countFire(k);
      return NEXT;
    }),
    step('key', 'key = array ? &index : value - round_up(map->key_size, 8)', (k, f) => {
      const scratch = f.base + LOCALS_OFFSET + 4 * INDEX_LOCAL;
      f.key = k.mapOps(f.map).keyOf?.(k, f.map, f.value, scratch) ?? 0;
      return NEXT;
    }),
    step('run_fn', 'fn(map, key, value, 0, 0)', (k, f) => {
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
    }),
    countsStarts(putProg),
    when('map_owns', unless('cb_rcu', putProg)),
    step('unmark_cpu', 'this_cpu_write(hrtimer_running, NULL)', (k, f) => {
      k.thisCpu().hrtimerRunning = 0;
      if (k.trace.enabled && f.fn !== 0)
        k.record(TraceKind.callbackExit, k.trace.name(functionName(k, f.fn)), f.h, f.value);
      return f.done(0);
    }),
  ],
);

function countFire(k: Kernel): void {
  const globals = k.globals();
  globals.fires = globals.fires + 1;
  const fires = globals.firesWithoutProgress + 1;
  globals.firesWithoutProgress = fires;
  if (fires >= MAX_FIRES) k.stale = ALL_CPUS;
}

/** The trace's record of a callback that begins. */
function recordCallback(k: Kernel, fn: number, h: Addr, value: Addr): void {
  if (!k.trace.enabled) return;
  k.record(TraceKind.callbackEnter, k.trace.name(functionName(k, fn)), h, value, k.hrtimer(h).armRecord);
}

/** Name of a BPF function by its reference. */
function functionName(k: Kernel, ref: number): string {
  const { verified, name } = k.bpf.codes[funcCode(ref)];
  const subprog = funcSubprog(ref);
  return verified.subprogNames[subprog] ?? `${name}+${verified.subprogStarts[subprog]}`;
}
