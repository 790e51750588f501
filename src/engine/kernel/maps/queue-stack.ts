/** Queues and stacks: values without keys. kernel: kernel/bpf/queue_stack_maps.c */
import { E2BIG, EBUSY, EINVAL, ENOENT, ENOMEM } from '../../abi/errno.ts';
import { BPF_MAP_TYPE_STACK } from '../../abi/map-types.ts';
import { BPF_EXIST, BPF_NOEXIST } from '../../abi/program-constants.ts';
import { NEXT, type RoutineFrame, routine, type Step, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { BpfQueueStack } from './layouts.ts';
import type { MapOps } from './map-ops.ts';
import { refuseRemove } from './refuse.ts';

const queueOf = (k: Kernel, map: Addr): Addr => k.map(map).impl;

function slotAt(k: Kernel, map: Addr, index: number): Addr {
  const { valueSize } = k.map(map);
  return k.views.queue(queueOf(k, map)).elements + index * valueSize;
}

/** The index after one in the ring of `max_entries` + 1 slots. */
const after = (k: Kernel, map: Addr, index: number): number =>
  index + 1 >= k.views.queue(queueOf(k, map)).size ? 0 : index + 1;

/** A step that does all its work under the lock of the queue, which nobody holds between steps. */
function lockedStep<L extends string>(
  name: string,
  pseudo: string,
  work: (k: Kernel, f: RoutineFrame<L | 'map'>) => number,
): Step<L | 'map'> {
  return step<L | 'map'>(
    name,
    pseudo,
    (k, f) => {
      const failed = f.lockError !== 0;
      f.lockError = 0;
      return f.done(failed ? -EBUSY : work(k, f));
    },
    { lock: (k, f) => queueOf(k, f.map) + BpfQueueStack.offset('lock'), resilient: 'bucket_lock_timeout' },
  );
}

function push(k: Kernel, map: Addr, value: Addr, flags: number): number {
  if ((flags & BPF_NOEXIST) !== 0 || flags >>> 0 > BPF_EXIST) return -EINVAL;
  const { head, tail } = k.views.queue(queueOf(k, map));
  const next = after(k, map, head);
  if (next === tail) {
    if (flags !== BPF_EXIST) return -E2BIG;
    const second = after(k, map, tail);
    k.views.queue(queueOf(k, map)).tail = second;
  }
  k.memory.copy(slotAt(k, map, head), value, k.map(map).valueSize);
  k.views.queue(queueOf(k, map)).head = next;
  return 0;
}

/** Copies the value at the end that is served next; removes it if `remove`. */
function take(k: Kernel, map: Addr, value: Addr, remove: boolean): number {
  const { valueSize, type } = k.map(map);
  const { head, tail, size } = k.views.queue(queueOf(k, map));
  if (head === tail) {
    k.memory.clear(value, valueSize);
    return -ENOENT;
  }
  const isStack = type === BPF_MAP_TYPE_STACK;
  const index = isStack ? (head + size - 1) % size : tail;
  k.memory.copy(value, slotAt(k, map, index), valueSize);
  if (remove && isStack) k.views.queue(queueOf(k, map)).head = index;
  else if (remove) k.views.queue(queueOf(k, map)).tail = (tail + 1) % size;
  return 0;
}

/** bpf_map_push_elem(): (map, value, flags) */
const mapPush = routine(
  'map_push',
  'queue_stack_map_push_elem()',
  ['map', 'value', 'flags'],
  [
    lockedStep<'value' | 'flags'>('push', 'memcpy(qs->elements[head], value); head++', (k, f) =>
      push(k, f.map, f.value, f.flags),
    ),
  ],
);

/** bpf_map_pop_elem(): (map, value) */
const mapPop = routine(
  'map_pop',
  'queue_map_pop_elem()',
  ['map', 'value'],
  [lockedStep<'value'>('pop', 'memcpy(value, qs->elements[tail]); tail++', (k, f) => take(k, f.map, f.value, true))],
);

/** bpf_map_peek_elem(): (map, value) */
const mapPeek = routine(
  'map_peek',
  'queue_map_peek_elem()',
  ['map', 'value'],
  [lockedStep<'value'>('peek', 'memcpy(value, qs->elements[tail])', (k, f) => take(k, f.map, f.value, false))],
);

/** From user space an update pushes and has no key: (map, key, value, flags). */
const pushFromUser = routine(
  'map_push_user',
  'bpf_map_update_value()',
  ['map', 'key', 'value', 'flags'],
  [step('push', 'map->ops->map_push_elem(value, flags)', (k, f) => k.call(mapPush, f.map, f.value, f.flags))],
);

const popFromUser = routine(
  'map_pop_user',
  'map_lookup_and_delete_elem()',
  ['map', 'key', 'value'],
  [step('pop', 'map->ops->map_pop_elem(value)', (k, f) => k.call(mapPop, f.map, f.value))],
);

const queueFree = routine(
  'queue_free',
  'queue_stack_map_free()',
  ['map'],
  [
    step('free', 'bpf_map_area_free(qs)', (k, f) => {
      const { impl } = k.map(f.map);
      k.kfree(k.views.queue(impl).elements);
      k.kfree(impl);
      return NEXT;
    }),
  ],
);

const remove = refuseRemove('queue_delete', 'queue_stack_map_delete_elem()', EINVAL);

export const QUEUE_STACK_OPS: MapOps = {
  create(k, map, info) {
    const impl = k.kzalloc(BpfQueueStack);
    const elements = k.kzallocBytes(info.valueSize * (info.maxEntries + 1), 'map_value');
    if (impl === 0 || elements === 0) return -ENOMEM;
    const queue = k.views.queue(impl);
    queue.size = info.maxEntries + 1;
    queue.elements = elements;
    k.map(map).impl = impl;
    return 0;
  },
  push: mapPush,
  pop: mapPop,
  peek: mapPeek,
  updateFromUser: pushFromUser,
  remove,
  lookupAndDelete: popFromUser,
  readValue: (k, map, _key, out) => take(k, map, out, false),
  nextKey: () => -EINVAL,
  free: queueFree,
};

export const QUEUE_STACK_ROUTINES = [mapPush, mapPop, mapPeek, pushFromUser, popFromUser, remove, queueFree];
