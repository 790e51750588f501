import { RCU, RCU_TASKS_TRACE } from '../cpu/rcu.ts';
import { NEXT, routine, STAY, step } from '../cpu/routine.ts';
import { taskWorkCancelAndFree } from '../helpers/task-work.ts';
import { wqCancelAndFree } from '../helpers/workqueue.ts';
import type { Kernel } from '../kernel.ts';
import { AFTER_BOTH, AFTER_RCU } from '../layouts/objects.ts';
import type { Addr } from '../memory/memory.ts';
import { TraceKind } from '../trace/trace.ts';
import { hasInternalStructs, taskWorkIn, workIn } from './special-fields.ts';

/** References of maps. kernel: kernel/bpf/syscall.c bpf_map_put(), bpf_map_put_uref() */

export function mapInc(k: Kernel, map: Addr): void {
  k.map(map).refcnt++;
  recordRefs(k, map);
}

/** A reference of user space, which is also one of the kernel; kernel: bpf_map_inc_with_uref(). */
export function mapIncWithUref(k: Kernel, map: Addr): void {
  k.map(map).usercnt++;
  mapInc(k, map);
}

/** Gives a kernel reference back; the last one leaves the map to a worker. */
export function mapPut(k: Kernel, map: Addr): void {
  const refcnt = k.map(map).refcnt - 1;
  k.map(map).refcnt = refcnt;
  recordRefs(k, map);
  if (refcnt < 0) k.report('a map reference is given back that nobody held');
  if (refcnt !== 0) return;
  unlinkMap(k, map);
  const { freeAfter } = k.map(map);
  if (freeAfter === 0) k.work.queue(mapFree, map);
  else k.rcu.call(mapFreeAfterRcu, map, freeAfter === AFTER_BOTH ? RCU_TASKS_TRACE : RCU);
}

/** A slot of the map `outer` lets go of an inner map, which programs may still use. kernel: bpf_map_fd_put_ptr() */
export function putInnerMap(k: Kernel, outer: Addr, inner: Addr): void {
  const after = k.map(outer).sleepablePrograms > 0 ? AFTER_BOTH : AFTER_RCU;
  if (k.switches.defer_inner_free) k.map(inner).freeAfter = Math.max(k.map(inner).freeAfter, after);
  mapPut(k, inner);
}

/** The counts of a map, for its history. */
export function recordRefs(k: Kernel, map: Addr): void {
  const { refcnt, usercnt } = k.map(map);
  k.record(TraceKind.mapRef, map, refcnt, usercnt);
}

function unlinkMap(k: Kernel, map: Addr): void {
  const { next } = k.map(map);
  let at = k.globals().maps;
  if (at === map) {
    k.globals().maps = next;
    return;
  }
  while (at !== 0 && k.map(at).next !== map) at = k.map(at).next;
  if (at !== 0) k.map(at).next = next;
}

const hasTimer = (k: Kernel, map: Addr): boolean => k.map(map).timerOffset >= 0;

/**
 * The end of a user reference (last close of a file, unlink of a pin): the last one cancels and frees every timer of
 * the map, and its other work. Then the kernel's reference that went with it.
 */
export const close = routine(
  'close',
  'bpf_map_put_with_uref()',
  ['map', 'value'],
  [
    step('uref_dec', 'if (atomic64_dec_and_test(&map->usercnt)) map_release_uref(map)', (k, f) => {
      const usercnt = k.map(f.map).usercnt - 1;
      k.map(f.map).usercnt = usercnt;
      recordRefs(k, f.map);
      if (usercnt < 0) k.report('a user reference of a map is given back that nobody held');
      if (usercnt !== 0) return f.goto('ref_dec');
      const { releaseUref } = k.mapOps(f.map);
      if (releaseUref !== undefined) return k.call(releaseUref, f.map);
      return NEXT;
    }),
    step('walk', 'rcu_read_lock(); for each element', (k, f) => {
      if (!hasInternalStructs(k, f.map) || !k.switches.map_owns) return f.goto('ref_dec');
      if (k.switches.rcu_in_free_walk) k.rcu.readLock();
      return NEXT;
    }),
    step('free_each', 'bpf_timer_cancel_and_free(&element->timer)', (k, f) => {
      f.value = k.mapOps(f.map).nextValue?.(k, f.map, f.value) ?? 0;
      if (f.value === 0) return f.goto('walk_end');
      endWork(k, f.map, f.value);
      if (!hasTimer(k, f.map)) return STAY;
      k.call(k.timers.cancelAndFree, f.value + k.map(f.map).timerOffset);
      return f.returnTo('free_each');
    }),
    step('walk_end', 'rcu_read_unlock()', (k) => {
      if (k.switches.rcu_in_free_walk) k.rcu.readUnlock();
      return NEXT;
    }),
    step('ref_dec', 'bpf_map_put(map)', (k, f) => {
      mapPut(k, f.map);
      return f.done(0);
    }),
  ],
);

/** Work queues and task work of a value. kernel: bpf_map_free_internal_structs() */
function endWork(k: Kernel, map: Addr, value: Addr): void {
  const [queue, work] = [workIn(k, map, value), taskWorkIn(k, map, value)];
  if (queue !== 0) wqCancelAndFree(k, queue);
  if (work !== 0) taskWorkCancelAndFree(k, work);
}

/** A map that was inside another one, after its grace period; one of tasks-trace RCU is also one of RCU. */
export const mapFreeAfterRcu = routine(
  'map_free_rcu',
  'bpf_map_free_rcu_gp()',
  ['map'],
  [
    step('queue', 'queue_work(&map->work)', (k, f) => {
      k.work.queue(mapFree, f.map);
      return NEXT;
    }),
  ],
);

/** The worker that frees a map nobody refers to any more. */
export const mapFree = routine(
  'map_free',
  'bpf_map_free_deferred()',
  ['map', 'value'],
  [
    step('elements', 'free all special fields of all elements', (k, f) => {
      const walks = k.switches.second_loop_in_map_free || (k.switches.free_on_destroy_evict && !k.switches.map_owns);
      if (!walks || !hasTimer(k, f.map)) return f.goto('memory');
      f.value = k.mapOps(f.map).nextValue?.(k, f.map, f.value) ?? 0;
      if (f.value === 0) return f.goto('memory');
      k.call(k.timers.cancelAndFree, f.value + k.map(f.map).timerOffset);
      return f.returnTo('elements');
    }),
    step('memory', 'map->ops->map_free(map)', (k, f) => k.call(k.mapOps(f.map).free, f.map)),
    step('free', 'kfree(map)', (k, f) => {
      const { template } = k.map(f.map);
      if (template !== 0) k.kfree(template);
      k.kfree(f.map);
      return NEXT;
    }),
  ],
);
