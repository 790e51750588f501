/** What the specification lists as breaking rules in every kernel: each is recognised by the objects that it concerns. */

import type { Kernel } from '../../engine/kernel/kernel.ts';
import type { Machine } from '../../engine/kernel/machine.ts';
import { type Addr, LIVE } from '../../engine/kernel/memory/memory.ts';
import type { Watch, Watched } from '../../engine/kernel/memory/watch.ts';
import type { Broken } from '../../engine/kernel/trace/invariants.ts';

export const TRIGGERS = {
  R30: 'a program makes a timer in an element that has left its map: nobody owns it',
  R31: 'a callback wants the bucket or list lock whose holder waits for it, until that times out after 250 ms',
  R34: 'a delete does not wait for a running callback: the element has a new owner when it starts',
} as const;
export type Trigger = keyof typeof TRIGGERS;

/** The trigger behind a broken rule, if it is about a timer that came by one; undefined: nothing excuses it. */
export function triggerOf(k: Kernel, watch: Watch, broken: Broken): Trigger | undefined {
  for (const timer of watch.timers.values()) {
    if (timer.isStale && concerns(k, timer, broken.object)) return 'R30';
    if (timer.isOutlived && broken.rule === 'I9' && broken.object === timer.timer) return 'R34';
  }
  return undefined;
}

/** A CPU waits for a lock that times out, and its holder for that CPU: nothing is wrong but the time it takes. */
export function isStalled({ kernel, scheduler: { waits } }: Machine): boolean {
  for (let cpu = 0; cpu < kernel.cpus; cpu++) {
    const waiting = waits.waitingStep(cpu);
    const { lock, resilient } = waiting?.step ?? {};
    if (waiting === undefined || lock === undefined || resilient === undefined || !kernel.switches[resilient]) continue;
    const holder = kernel.locks.holder(lock(kernel, waiting.f));
    const wanted = holder === undefined ? undefined : waits.waitingStep(holder);
    if (wanted?.step.blockedBy?.(kernel, wanted.f) === cpu) return true;
  }
  return false;
}

/** The object is the timer, the element it is in, or what it keeps alive: its program and the maps of that. */
function concerns(k: Kernel, { timer, map, value }: Watched, object: Addr): boolean {
  if (object === 0) return false;
  if (object === timer) return true;
  const at = k.allocator.provenance(object)?.object;
  if (at === k.allocator.provenance(timer)?.object || at === k.allocator.provenance(value)?.object) return true;
  if (k.memory.shadowOf(timer) !== LIVE) return false;
  const { prog } = k.hrtimer(timer);
  return object === map || (prog !== 0 && (object === prog || usedMaps(k, prog).includes(object)));
}

function usedMaps(k: Kernel, prog: Addr): readonly Addr[] {
  if (k.memory.shadowOf(prog) !== LIVE) return [];
  const { usedMaps: first, usedMapCount } = k.prog(prog);
  return Array.from({ length: usedMapCount }, (_, i) => k.memory.load32(first + 4 * i));
}
