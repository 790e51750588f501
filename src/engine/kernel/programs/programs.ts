import { RCU, RCU_TASKS_TRACE } from '../cpu/rcu.ts';
import { NEXT, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { HARDIRQ } from '../layouts/cpu.ts';
import { mapPut } from '../maps/map-refs.ts';
import type { Addr } from '../memory/memory.ts';
import { TraceKind } from '../trace/trace.ts';

/** References of programs. kernel: kernel/bpf/syscall.c bpf_prog_put(), bpf_prog_inc_not_zero() */

/** Takes a reference; with `inc_not_zero` not from zero. False if there was none to take. */
export function progInc(k: Kernel, prog: Addr): boolean {
  const { refcnt } = k.prog(prog);
  if (refcnt === 0) {
    if (k.switches.inc_not_zero) return false;
    k.report('a program reference is taken from zero');
  }
  k.prog(prog).refcnt = refcnt + 1;
  k.record(TraceKind.progRef, prog, refcnt + 1);
  return true;
}

/** Gives a reference back; the last one frees the program, in a worker where the context does not allow it. */
export function progPut(k: Kernel, prog: Addr): void {
  const refcnt = k.prog(prog).refcnt - 1;
  k.prog(prog).refcnt = refcnt;
  k.record(TraceKind.progRef, prog, refcnt);
  if (refcnt < 0) k.report('a program reference is given back that nobody held');
  if (refcnt !== 0) return;
  const atomic = k.contextKind >= HARDIRQ || k.irqsOff(k.cpu);
  if (!k.switches.irq_safe_prog_put && (atomic || k.contextKind > 0)) {
    k.report('a program is freed in a context that must not sleep');
  }
  if (atomic && k.switches.irq_safe_prog_put) k.work.queue(progFree, prog);
  else if (k.timers.stopProgram !== undefined && k.prog(prog).armed !== 0) k.work.queue(k.timers.stopProgram, prog);
  else progFreeNow(k, prog);
}

/** Takes the program off the list of ids; its code goes after a grace period. kernel: __bpf_prog_put_noref() */
export function progFreeNow(k: Kernel, prog: Addr): void {
  unlinkProg(k, prog);
  const flavour = k.prog(prog).sleepable !== 0 ? RCU_TASKS_TRACE : RCU;
  if (k.switches.prog_free_after_rcu) k.rcu.call(progRcuFree, prog, flavour);
  else k.work.queue(progRcuFree, prog);
}

function unlinkProg(k: Kernel, prog: Addr): void {
  const { next } = k.prog(prog);
  let at = k.globals().progs;
  if (at === prog) {
    k.globals().progs = next;
    return;
  }
  while (at !== 0 && k.prog(at).next !== prog) at = k.prog(at).next;
  if (at !== 0) k.prog(at).next = next;
}

/** The deferred part of the last put, in process context. */
export const progFree = routine(
  'prog_free',
  'bpf_prog_put_deferred()',
  ['prog'],
  [
    step('free_now', 'bpf_prog_free_id(prog); call_rcu(free code and used maps)', (k, f) => {
      progFreeNow(k, f.prog);
      return NEXT;
    }),
  ],
);

/** After the grace period: the used maps' references, then the program's memory. */
export const progRcuFree = routine(
  'prog',
  '__bpf_prog_put_rcu()',
  ['prog', 'i'],
  [
    step('put_map', 'bpf_map_put(used_maps[i])', (k, f) => {
      const { usedMaps, usedMapCount, sleepable } = k.prog(f.prog);
      if (f.i >= usedMapCount) return f.goto('rcu_free');
      const map = k.memory.load32(usedMaps + 4 * f.i);
      if (sleepable !== 0) k.map(map).sleepablePrograms--;
      mapPut(k, map);
      f.i++;
      return f.goto('put_map');
    }),
    step('rcu_free', 'bpf_prog_free(prog)', (k, f) => {
      const { usedMaps } = k.prog(f.prog);
      reportRunning(k, f.prog);
      if (usedMaps !== 0) k.kfree(usedMaps);
      k.kfree(f.prog);
      return NEXT;
    }),
  ],
);

/** What keeps a grace period from ending keeps the code: nobody may be running it now. */
function reportRunning(k: Kernel, prog: Addr): void {
  const { code } = k.prog(prog);
  for (let cpu = 0; cpu < k.cpus; cpu++) {
    const runs = k.bpf.isRunning(cpu, code);
    if (runs) k.report(`the code of a freed program is run: ${k.bpf.codes[code].name} on CPU ${cpu}`);
  }
}
