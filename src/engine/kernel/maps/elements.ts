/**
 * Where hash elements come from and go to: the per-CPU free lists of preallocated maps, the spares, and the allocator of
 * malloced maps, which keeps a list per CPU too.
 */

import { RCU_TASKS_TRACE } from '../cpu/rcu.ts';
import { NEXT, routine, step, when } from '../cpu/routine.ts';
import { wqCancelAndFree } from '../helpers/workqueue.ts';
import type { Kernel } from '../kernel.ts';
import { BpfTimer } from '../layouts/objects.ts';
import { type Addr, FREED_FILL } from '../memory/memory.ts';
import { htabOf, valueIn } from './htab.ts';
import { FreeList, HtabElem } from './layouts.ts';
import { timerIn, workIn } from './special-fields.ts';

/** This CPU's list, or that of another. */
export const freeListOf = (k: Kernel, map: Addr, cpu = k.cpu): Addr =>
  k.views.htab(htabOf(k, map)).free + cpu * FreeList.size;

function pushTo(k: Kernel, list: Addr, element: Addr): void {
  const head = k.views.freeList(list);
  k.views.element(element).freeNext = head.first;
  head.first = element;
  head.count++;
}

function popFrom(k: Kernel, list: Addr): Addr {
  const element = k.views.freeList(list).first;
  if (element === 0) return 0;
  const after = k.views.element(element).freeNext;
  const head = k.views.freeList(list);
  head.first = after;
  head.count--;
  return element;
}

/** A free preallocated element: from this CPU's list, else from the following CPUs' in turn; 0 if all are in use. */
export function popFree(k: Kernel, map: Addr): Addr {
  for (let i = 0; i < k.cpus; i++) {
    const element = popFrom(k, freeListOf(k, map, (k.cpu + i) % k.cpus));
    if (element !== 0) return element;
  }
  return 0;
}

/** kernel: pcpu_freelist_push() */
export const pushFree = (k: Kernel, map: Addr, element: Addr): void => pushTo(k, freeListOf(k, map), element);

/**
 * Splits the elements over the CPUs in memory order and pushes them one by one, then takes one spare for each CPU.
 * kernel: pcpu_freelist_populate(), alloc_extra_elems()
 */
export function populateFreeLists(k: Kernel, map: Addr, withSpares: boolean): void {
  const { elems, elemCount, elemSize } = k.views.htab(htabOf(k, map));
  let element = elems;
  for (let cpu = 0; cpu < k.cpus; cpu++) {
    const share = Math.floor(elemCount / k.cpus) + (cpu < elemCount % k.cpus ? 1 : 0);
    for (let i = 0; i < share; i++, element += elemSize) pushTo(k, freeListOf(k, map, cpu), element);
  }
  if (!withSpares) return;
  const { spares } = k.views.htab(htabOf(k, map));
  for (let cpu = 0; cpu < k.cpus; cpu++) k.memory.store32(spares + 4 * cpu, popFree(k, map));
}

/** Gives this CPU's spare and keeps `old` instead. */
export function swapSpare(k: Kernel, map: Addr, old: Addr): Addr {
  const slot = k.views.htab(htabOf(k, map)).spares + 4 * k.cpu;
  const spare = k.memory.load32(slot);
  k.memory.store32(slot, old);
  return spare;
}

/** Marks of the allocator's lists; kernel: memalloc.c init_refill_work(). Sizes include the allocator's 8-byte link. */
interface Marks {
  readonly first: number;
  readonly low: number;
  readonly high: number;
  readonly batch: number;
}

function marksOf(elemSize: number): Marks {
  const size = elemSize + 8;
  if (size <= 256) return { first: 4, low: 32, high: 96, batch: 48 };
  const low = Math.max(Math.floor(8192 / size), 1);
  const high = Math.max(Math.floor(24576 / size), 3);
  return { first: 1, low, high, batch: Math.max(Math.floor(((high - low) / 4) * 3), 1) };
}

/** The first elements of each CPU's list. */
export function populateCaches(k: Kernel, map: Addr): void {
  if (!k.switches.cancel_at_delete) return;
  const { first } = marksOf(k.views.htab(htabOf(k, map)).elemSize);
  for (let cpu = 0; cpu < k.cpus; cpu++) refill(k, map, freeListOf(k, map, cpu), first);
}

function refill(k: Kernel, map: Addr, list: Addr, count: number): void {
  for (let i = 0; i < count; i++) {
    const element = newElement(k, map);
    if (element === 0) return;
    pushTo(k, list, element);
  }
}

/** A fresh zeroed element with its per-CPU values; 0 if memory is used up. */
function newElement(k: Kernel, map: Addr): Addr {
  const { elemSize, cpuStride } = k.views.htab(htabOf(k, map));
  const element = k.kzallocBytes(elemSize, 'htab_elem');
  if (element === 0) return 0;
  HtabElem.claim(k.memory, element);
  if (cpuStride === 0) return element;
  const values = k.kzallocBytes(cpuStride * k.cpus, 'percpu_value');
  k.views.element(element).perCpu = values;
  return values === 0 ? 0 : element;
}

/**
 * An element of a malloced map with whatever its last owner left in it; 0 if this CPU's list is empty. Below the low mark
 * the irq_work that refills the list runs at once. kernel: bpf_mem_cache_alloc()
 */
export function allocateElement(k: Kernel, map: Addr): Addr {
  if (!k.switches.cancel_at_delete) return kmallocElement(k, map);
  const list = freeListOf(k, map);
  const element = popFrom(k, list);
  const marks = marksOf(k.views.htab(htabOf(k, map)).elemSize);
  if (k.views.freeList(list).count < marks.low) refill(k, map, list, marks.batch);
  return element;
}

/** Before 6.1 each element is memory of its own; without `zero_fresh_T` its timer is what the last owner left there. */
function kmallocElement(k: Kernel, map: Addr): Addr {
  const element = newElement(k, map);
  const { timerOffset } = k.map(map);
  // An update that does not pass over the timer hides it.
  const isGarbage = element !== 0 && timerOffset >= 0 && k.switches.copy_skips_both && !k.switches.zero_fresh_T;
  if (isGarbage) k.memory.fill(valueIn(k, map, element) + timerOffset, BpfTimer.size, FREED_FILL);
  return element;
}

/** Gives a malloced element back, reusable at once on this CPU. kernel: bpf_mem_cache_free() */
export function releaseElement(k: Kernel, map: Addr, element: Addr): void {
  if (!k.switches.cancel_at_delete) return freeMemoryOf(k, element);
  const list = freeListOf(k, map);
  pushTo(k, list, element);
  const marks = marksOf(k.views.htab(htabOf(k, map)).elemSize);
  if (k.views.freeList(list).count <= marks.high) return;
  while (k.views.freeList(list).count > Math.floor((marks.low + marks.high) / 2)) {
    const gone = popFrom(k, list);
    rememberFields(k, map, gone);
    k.rcu.call(freeElementMemory, gone, RCU_TASKS_TRACE);
  }
}

/** The map may be gone when the element's memory goes: the destructor knows its fields by itself. */
function rememberFields(k: Kernel, map: Addr, element: Addr): void {
  const value = valueIn(k, map, element);
  const cursor = k.views.element(element);
  cursor.timer = timerIn(k, map, value);
  cursor.map = workIn(k, map, value);
}

/** The first element of the allocator's lists whose timer or work queue was set after it left the map; 0 if there is none. */
export function cachedWithFields(k: Kernel, map: Addr): Addr {
  for (let cpu = 0; cpu < k.cpus; cpu++) {
    let element = k.views.freeList(freeListOf(k, map, cpu)).first;
    for (; element !== 0; element = k.views.element(element).freeNext) if (hasFields(k, map, element)) return element;
  }
  return 0;
}

function hasFields(k: Kernel, map: Addr, element: Addr): boolean {
  const value = valueIn(k, map, element);
  return [timerIn(k, map, value), workIn(k, map, value)].some((at) => at !== 0 && k.memory.load32(at) !== 0);
}

/** kfree() of an element with its per-CPU values. */
export function freeMemoryOf(k: Kernel, element: Addr): void {
  const { perCpu } = k.views.element(element);
  if (perCpu !== 0) k.kfree(perCpu);
  k.kfree(element);
}

/** The end of an element that the allocator has given up, after its grace period. */
export const freeElementMemory = routine(
  'mem_cache_free',
  'free_one()',
  ['element'],
  [
    when(
      'recycle_dtor',
      step('timer', 'htab_mem_dtor(): bpf_timer_cancel_and_free(field_ptr)', (k, f) => {
        const { timer } = k.views.element(f.element);
        return timer === 0 ? NEXT : k.call(k.timers.cancelAndFree, timer);
      }),
    ),
    when(
      'recycle_dtor',
      step('work', 'htab_mem_dtor(): bpf_wq_cancel_and_free(field_ptr)', (k, f) => {
        const { map: work } = k.views.element(f.element);
        if (work !== 0) wqCancelAndFree(k, work);
        return NEXT;
      }),
    ),
    step('free', 'kfree(element)', (k, f) => {
      freeMemoryOf(k, f.element);
      return NEXT;
    }),
  ],
);
