/** Arrays: one value per index, for all CPUs or for each. kernel: kernel/bpf/arraymap.c */
import { E2BIG, EEXIST, EINVAL, ENOENT, ENOMEM } from '../../abi/errno.ts';
import { BPF_MAP_TYPE_PERCPU_ARRAY } from '../../abi/map-types.ts';
import { BPF_EXIST, BPF_F_LOCK, BPF_NOEXIST } from '../../abi/program-constants.ts';
import type { MapInfo } from '../../program/load.ts';
import { lockStep, unlockStep } from '../cpu/lock-steps.ts';
import { NEXT, type Next, PLAIN, type RoutineFrame, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { alignUp } from '../memory/allocator.ts';
import type { Addr } from '../memory/memory.ts';
import { freeFields } from './free-fields.ts';
import { ARRAY_BATCH_OPS } from './generic-batch.ts';
import { BpfArray } from './layouts.ts';
import type { MapOps } from './map-ops.ts';
import { refuseRemove } from './refuse.ts';
import { copyValue, copyValueLong, hasFreeableFields, ownsObjects, zeroSpecialFields } from './special-fields.ts';

/** Allocates `maxEntries` zeroed elements; 0 or -ENOMEM. */
export function createArray(k: Kernel, map: Addr, info: MapInfo): number {
  const elemSize = alignUp(info.valueSize, 8);
  const stride = elemSize * info.maxEntries;
  const perCpu = info.type === BPF_MAP_TYPE_PERCPU_ARRAY;
  const impl = k.kzalloc(BpfArray);
  const values = k.kzallocBytes(perCpu ? stride * k.cpus : stride, 'map_value');
  if (impl === 0 || values === 0) return -ENOMEM;
  const array = k.views.array(impl);
  array.values = values;
  array.elemSize = elemSize;
  array.cpuStride = perCpu ? stride : 0;
  k.map(map).impl = impl;
  return 0;
}

/** Address of element `index`, of this CPU where each has its own; 0 beyond the end. */
export function elementAt(k: Kernel, map: Addr, index: number, cpu = k.cpu): Addr {
  const { impl, maxEntries } = k.map(map);
  if (index >>> 0 >= maxEntries) return 0;
  const { values, elemSize, cpuStride } = k.views.array(impl);
  return values + cpu * cpuStride + index * elemSize;
}

export const indexAt = (k: Kernel, key: Addr): number => k.memory.loadUnaligned32(key) >>> 0;

const isPerCpuArray = (k: Kernel, map: Addr): boolean => k.views.array(k.map(map).impl).cpuStride !== 0;

type Update = 'map' | 'key' | 'value' | 'flags' | 'fromUser' | 'element';

/** bpf_map_update_elem() of an array. */
const arrayUpdate = routine(
  'array_update',
  'array_map_update_elem()',
  ['map', 'key', 'value', 'flags', 'fromUser', 'element'],
  [
    step('check_flags', 'if (map_flags & BPF_NOEXIST) return -EEXIST', (k, f) => check(k, f)),
    lockStep('lock_value', '__bpf_spin_lock_irqsave(value + spin_lock_off)', spinLockOf),
    step('copy_locked', 'copy_map_value(map, val, value)', (k, f) => {
      copyValue(k, f.map, f.element, f.value);
      return NEXT;
    }),
    unlockStep('unlock_value', '__bpf_spin_unlock_irqrestore()', spinLockOf),
    step('locked_end', 'goto free_fields', (_, f) => f.goto('free_fields')),
    step(
      'copy',
      'copy_map_value(map, val, value)',
      (k, f) => {
        if (f.fromUser !== 0 && isPerCpuArray(k, f.map)) copyAllCpus(k, f);
        else copyValue(k, f.map, f.element, f.value);
        return NEXT;
      },
      { order: PLAIN },
    ),
    step('free_fields', 'bpf_obj_free_fields(map->record, val)', (k, f) => k.call(freeFields, f.map, f.element), {
      skip: (k, f) => !hasFreeableFields(k, f.map),
    }),
    step('end', 'return 0', (_, f) => f.done(0)),
  ],
);

function spinLockOf(k: Kernel, f: RoutineFrame<'map' | 'element'>): Addr {
  return f.element + k.map(f.map).spinLockOffset;
}

function check(k: Kernel, f: RoutineFrame<Update>): Next {
  const locked = (f.flags & BPF_F_LOCK) !== 0;
  const wanted = f.flags & ~BPF_F_LOCK;
  if (wanted >>> 0 > BPF_EXIST) return f.done(-EINVAL);
  f.element = elementAt(k, f.map, indexAt(k, f.key));
  if (f.element === 0) return f.done(-E2BIG);
  if ((wanted & BPF_NOEXIST) !== 0) return f.done(-EEXIST);
  if (!locked) return f.goto('copy');
  return k.map(f.map).spinLockOffset < 0 || f.fromUser !== 0 ? f.done(-EINVAL) : NEXT;
}

function copyAllCpus(k: Kernel, f: RoutineFrame<Update>): void {
  const { elemSize } = k.views.array(k.map(f.map).impl);
  const index = indexAt(k, f.key);
  for (let cpu = 0; cpu < k.cpus; cpu++) {
    copyValueLong(k, f.map, elementAt(k, f.map, index, cpu), f.value + cpu * elemSize);
  }
}

/** The same from user space, where a per-CPU array takes a value for each CPU. */
const arrayUpdateFromUser = routine(
  'array_update_user',
  'bpf_percpu_array_update()',
  ['map', 'key', 'value', 'flags'],
  [
    step('update', 'for_each_possible_cpu(cpu) copy_map_value()', (k, f) =>
      k.call(arrayUpdate, f.map, f.key, f.value, f.flags, 1),
    ),
  ],
);

/** Elements of arrays cannot be deleted. */
const arrayDelete = refuseRemove('array_delete', 'array_map_delete_elem()', EINVAL);

/** Copies the value of one CPU, or of all, as user space reads it. */
function readElement(k: Kernel, map: Addr, key: Addr, out: Addr): number {
  const index = indexAt(k, key);
  if (elementAt(k, map, index) === 0) return -ENOENT;
  const { elemSize, cpuStride } = k.views.array(k.map(map).impl);
  const copy = cpuStride === 0 ? copyValue : copyValueLong;
  for (let cpu = 0; cpu < (cpuStride === 0 ? 1 : k.cpus); cpu++) {
    const to = out + cpu * elemSize;
    copy(k, map, to, elementAt(k, map, index, cpu));
    zeroSpecialFields(k, map, to);
  }
  return 0;
}

/** Indices in ascending order; an index beyond the end counts as none. kernel: array_map_get_next_key() */
export function nextIndex(k: Kernel, map: Addr, key: Addr, out: Addr): number {
  const { maxEntries } = k.map(map);
  const index = key === 0 ? maxEntries : indexAt(k, key);
  if (index === maxEntries - 1) return -ENOENT;
  k.memory.storeUnaligned32(out, index >= maxEntries ? 0 : index + 1);
  return 0;
}

function nextValue(k: Kernel, map: Addr, previous: Addr): Addr {
  const { values, elemSize } = k.views.array(k.map(map).impl);
  return previous === 0 ? values : elementAt(k, map, (previous - values) / elemSize + 1);
}

export const arrayFree = routine(
  'array_free',
  'array_map_free()',
  ['map', 'i'],
  [
    step(
      'fields',
      'bpf_obj_free_fields(map->record, each element)',
      (k, f) => {
        const value = elementAt(k, f.map, f.i);
        if (value === 0) return NEXT;
        f.i++;
        k.call(freeFields, f.map, value);
        return f.returnTo('fields');
      },
      { skip: (k, f) => !ownsObjects(k, f.map) },
    ),
    step('free', 'bpf_map_area_free(array)', (k, f) => {
      const { impl } = k.map(f.map);
      k.kfree(k.views.array(impl).values);
      k.kfree(impl);
      return NEXT;
    }),
  ],
);

const common = {
  create: createArray,
  lookup: (k: Kernel, map: Addr, key: Addr) => elementAt(k, map, indexAt(k, key)),
  update: arrayUpdate,
  remove: arrayDelete,
  readValue: readElement,
  nextKey: nextIndex,
  batch: ARRAY_BATCH_OPS,
  free: arrayFree,
} satisfies MapOps;

export const ARRAY_OPS: MapOps = {
  ...common,
  nextValue,
  keyOf(k, map, value, scratch) {
    const { values, elemSize } = k.views.array(k.map(map).impl);
    k.memory.store32(scratch, (value - values) / elemSize);
    return scratch;
  },
};

export const PERCPU_ARRAY_OPS: MapOps = {
  ...common,
  updateFromUser: arrayUpdateFromUser,
  userValueSize: (k, map) => k.views.array(k.map(map).impl).elemSize * k.cpus,
};

export const ARRAY_ROUTINES = [arrayUpdate, arrayUpdateFromUser, arrayDelete, arrayFree];
