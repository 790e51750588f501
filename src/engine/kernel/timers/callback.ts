import type { Kernel } from '../kernel.ts';
import { LOCALS_OFFSET } from '../layouts/cpu.ts';
import { funcCode, funcSubprog } from '../layouts/objects.ts';
import { type Addr, POINTER_HIGH } from '../memory.ts';
import { CALL, NEXT, routine, step } from '../routine.ts';
import { TraceKind } from '../trace.ts';

/** Index of the local `index` in the frame: arrays write the key there. */
export const INDEX_LOCAL = 5;

/** The function of every BPF timer; runs in the softirq. */
export const callback = routine(
  'callback',
  'bpf_timer_cb()',
  ['h', 'map', 'value', 'fn', 'key', 'index'],
  [
    step('read', 'map = h->map; value = h->value', (k, f) => {
      const { map, value } = k.hrtimer(f.h);
      f.map = map;
      f.value = value;
      return NEXT;
    }),
    step('load_fn', 'if (!(fn = rcu_dereference(h->callback_fn))) return HRTIMER_NORESTART', (k, f) => {
      f.fn = k.hrtimer(f.h).callback;
      if (f.fn !== 0) return NEXT;
      if (!k.switches.cb_null_check) k.report('the timer calls a NULL function');
      return f.done(0);
    }),
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
      recordCallback(k, f.fn, f.h, f.value);
      const { map, key, value } = f;
      const frame = k.bpf.callFunction(f.fn);
      k.bpf.setArgument(frame, 1, map, POINTER_HIGH);
      k.bpf.setArgument(frame, 2, key, POINTER_HIGH);
      k.bpf.setArgument(frame, 3, value, POINTER_HIGH);
      return CALL;
    }),
    step('unmark_cpu', 'this_cpu_write(hrtimer_running, NULL)', (k, f) => {
      k.thisCpu().hrtimerRunning = 0;
      if (k.trace.enabled) k.record(TraceKind.callbackExit, k.trace.name(functionName(k, f.fn)), f.h, f.value);
      return f.done(0);
    }),
  ],
);

export function countFire(k: Kernel): void {
  const globals = k.globals();
  globals.fires = globals.fires + 1;
  globals.firesWithoutProgress = globals.firesWithoutProgress + 1;
}

/** The trace's record of a callback that begins. */
export function recordCallback(k: Kernel, fn: number, h: Addr, value: Addr): void {
  if (!k.trace.enabled) return;
  k.record(TraceKind.callbackEnter, k.trace.name(functionName(k, fn)), h, value, k.hrtimer(h).armRecord);
}

/** Name of a BPF function by its reference. */
export function functionName(k: Kernel, ref: number): string {
  const { verified, name } = k.bpf.codes[funcCode(ref)];
  const subprog = funcSubprog(ref);
  return verified.subprogNames[subprog] ?? `${name}+${verified.subprogStarts[subprog]}`;
}
