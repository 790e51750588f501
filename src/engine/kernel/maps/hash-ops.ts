/** What hash maps can do, by kind. kernel: hashtab.c htab_map_alloc(), the `map_ops` at its end */
import { ENOENT, ENOMEM } from '../../abi/errno.ts';
import {
  BPF_F_NO_COMMON_LRU,
  BPF_F_NO_PREALLOC,
  BPF_MAP_TYPE_HASH,
  BPF_MAP_TYPE_LRU_HASH,
  BPF_MAP_TYPE_LRU_PERCPU_HASH,
  BPF_MAP_TYPE_PERCPU_HASH,
} from '../../abi/map-types.ts';
import type { MapInfo } from '../../program/load.ts';
import { NEXT, routine, step, when } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { alignUp } from '../memory/allocator.ts';
import type { Addr } from '../memory/memory.ts';
import {
  cachedWithFields,
  freeElementMemory,
  freeListOf,
  freeMemoryOf,
  populateCaches,
  populateFreeLists,
} from './elements.ts';
import { freeFields } from './free-fields.ts';
import { HASH_BATCH_OPS, LRU_BATCH_OPS } from './hash-batch.ts';
import {
  copyOut,
  freeElementByRcu,
  hashDelete,
  hashUpdate,
  hashUpdateInPlace,
  lookupAndDelete,
} from './hash-update.ts';
import {
  elementAfter,
  elementAfterKey,
  elementAround,
  firstElement,
  htabOf,
  isPreallocated,
  keyOf,
  lookupElement,
  valueIn,
} from './htab.ts';
import { BpfHtab, Bucket, FreeList, HtabElem, LruList, LruLocalList } from './layouts.ts';
import { populateLru, setReferenced } from './lru.ts';
import { lruDelete, lruEvict, lruLookupAndDelete, lruUpdate, lruUpdateInPlace } from './lru-update.ts';
import type { MapOps } from './map-ops.ts';
import { ownsObjects } from './special-fields.ts';

const PERCPU = [BPF_MAP_TYPE_PERCPU_HASH, BPF_MAP_TYPE_LRU_PERCPU_HASH];
const LRU = [BPF_MAP_TYPE_LRU_HASH, BPF_MAP_TYPE_LRU_PERCPU_HASH];

const roundUpPowerOfTwo = (n: number): number => 2 ** Math.ceil(Math.log2(Math.max(n, 1)));

/** Allocates buckets and elements: 0 or -ENOMEM. The entries of NO_COMMON_LRU maps are a multiple of the CPUs. */
export function createHash(k: Kernel, map: Addr, info: MapInfo): number {
  const impl = k.kzalloc(BpfHtab);
  if (impl === 0) return -ENOMEM;
  k.map(map).impl = impl;
  if ((info.flags & BPF_F_NO_COMMON_LRU) !== 0) k.map(map).maxEntries = Math.ceil(info.maxEntries / k.cpus) * k.cpus;
  const bucketCount = roundUpPowerOfTwo(k.map(map).maxEntries);
  const buckets = allocateArray(k, Bucket, bucketCount);
  const free = allocateArray(k, FreeList, k.cpus);
  const isPerCpu = PERCPU.includes(info.type);
  const keyBytes = alignUp(info.keySize, 8);
  const valueBytes = alignUp(info.valueSize, 8);
  const htab = k.views.htab(impl);
  htab.buckets = buckets;
  htab.free = free;
  htab.bucketCount = bucketCount;
  htab.keyBytes = keyBytes;
  htab.valueBytes = valueBytes;
  htab.cpuStride = isPerCpu ? valueBytes : 0;
  htab.elemSize = HtabElem.size + keyBytes + (isPerCpu ? 8 : valueBytes);
  if (buckets === 0 || free === 0) return -ENOMEM;
  return (info.flags & BPF_F_NO_PREALLOC) === 0 ? preallocate(k, map, info) : initCaches(k, map);
}

function allocateArray(
  k: Kernel,
  type: typeof Bucket | typeof FreeList | typeof LruList | typeof LruLocalList,
  count: number,
): Addr {
  const address = k.kzallocBytes(type.size * count, type.name);
  if (address !== 0) for (let i = 0; i < count; i++) type.claim(k.memory, address + i * type.size);
  return address;
}

function initCaches(k: Kernel, map: Addr): number {
  populateCaches(k, map);
  return k.switches.cancel_at_delete && k.views.freeList(freeListOf(k, map, 0)).first === 0 ? -ENOMEM : 0;
}

function preallocate(k: Kernel, map: Addr, info: MapInfo): number {
  const isLru = LRU.includes(info.type);
  const withSpares = info.type === BPF_MAP_TYPE_HASH;
  const elemCount = k.map(map).maxEntries + (withSpares ? k.cpus : 0);
  const { elemSize } = k.views.htab(htabOf(k, map));
  const elems = k.kzallocBytes(elemSize * elemCount, 'htab_elem');
  const spares = withSpares ? k.kzallocBytes(4 * k.cpus, 'extra_elems') : 0;
  if (elems === 0 || (withSpares && spares === 0)) return -ENOMEM;
  for (let i = 0; i < elemCount; i++) HtabElem.claim(k.memory, elems + i * elemSize);
  const htab = k.views.htab(htabOf(k, map));
  htab.elems = elems;
  htab.elemCount = elemCount;
  htab.spares = spares;
  if (!givePerCpuValues(k, map)) return -ENOMEM;
  if (!isLru) populateFreeLists(k, map, withSpares);
  else if (!createLruLists(k, map)) return -ENOMEM;
  return 0;
}

function givePerCpuValues(k: Kernel, map: Addr): boolean {
  const { elems, elemCount, elemSize, cpuStride } = k.views.htab(htabOf(k, map));
  if (cpuStride === 0) return true;
  for (let i = 0; i < elemCount; i++) {
    const values = k.kzallocBytes(cpuStride * k.cpus, 'percpu_value');
    if (values === 0) return false;
    k.views.element(elems + i * elemSize).perCpu = values;
  }
  return true;
}

function createLruLists(k: Kernel, map: Addr): boolean {
  const own = (k.map(map).flags & BPF_F_NO_COMMON_LRU) !== 0;
  const lru = allocateArray(k, LruList, own ? k.cpus : 1);
  const local = own ? 0 : allocateArray(k, LruLocalList, k.cpus);
  if (lru === 0 || (!own && local === 0)) return false;
  const htab = k.views.htab(htabOf(k, map));
  htab.lru = lru;
  htab.lruLocal = local;
  populateLru(k, map);
  return true;
}

function lookup(k: Kernel, map: Addr, key: Addr): Addr {
  const element = lookupElement(k, map, key);
  return element === 0 ? 0 : valueIn(k, map, element);
}

/** A program's lookup sets the reference bit, a system call's does not. */
function lookupLru(k: Kernel, map: Addr, key: Addr): Addr {
  const element = lookupElement(k, map, key);
  if (element === 0) return 0;
  setReferenced(k, element);
  return valueIn(k, map, element);
}

function readElement(k: Kernel, map: Addr, key: Addr, out: Addr): number {
  const element = lookupElement(k, map, key);
  if (element === 0) return -ENOENT;
  copyOut(k, map, element, out);
  return 0;
}

function nextKey(k: Kernel, map: Addr, key: Addr, out: Addr): number {
  const element = elementAfterKey(k, map, key === 0 ? undefined : key);
  if (element === 0) return -ENOENT;
  k.memory.copy(out, keyOf(element), k.map(map).keySize);
  return 0;
}

/** Preallocated: all elements in memory order, free ones and spares too. Malloced: those in the table, in walking order. */
function following(k: Kernel, map: Addr, element: Addr): Addr {
  const { elems, elemCount, elemSize } = k.views.htab(htabOf(k, map));
  if (elems === 0) return walked(k, map, element);
  const next = element === 0 ? elems : element + elemSize;
  return next < elems + elemCount * elemSize ? next : 0;
}

function nextValue(k: Kernel, map: Addr, previous: Addr): Addr {
  const next = following(k, map, previous === 0 ? 0 : elementAround(k, map, previous));
  return next === 0 ? 0 : valueIn(k, map, next);
}

const walked = (k: Kernel, map: Addr, element: Addr): Addr =>
  element === 0 ? firstElement(k, map) : elementAfter(k, map, element);

/** kernel: htab_map_free(). Malloced elements: those in the table and those in the allocator's lists. */
export const hashFree = routine(
  'hash_free',
  'htab_map_free()',
  ['map', 'element'],
  [
    step(
      'fields',
      'bpf_obj_free_fields(map->record, each element)',
      (k, f) => {
        f.element = following(k, f.map, f.element);
        if (f.element === 0) return NEXT;
        k.call(freeFields, f.map, valueIn(k, f.map, f.element));
        return f.returnTo('fields');
      },
      { skip: (k, f) => !ownsObjects(k, f.map) },
    ),
    when(
      'recycle_dtor',
      step('dtor', 'bpf_mem_alloc_destroy(): htab_mem_dtor(element)', (k, f) => {
        const element = isPreallocated(k, f.map) ? 0 : cachedWithFields(k, f.map);
        if (element === 0) return NEXT;
        k.call(freeFields, f.map, valueIn(k, f.map, element));
        return f.returnTo('dtor');
      }),
    ),
    step('free', 'bpf_map_area_free(htab)', (k, f) => {
      freeTable(k, f.map);
      return NEXT;
    }),
  ],
);

function freeTable(k: Kernel, map: Addr): void {
  const { elems, spares, lru, lruLocal, buckets, free, elemSize, elemCount, cpuStride } = k.views.htab(htabOf(k, map));
  if (elems === 0) freeMalloced(k, map);
  else if (cpuStride !== 0) {
    for (let i = 0; i < elemCount; i++) k.kfree(k.views.element(elems + i * elemSize).perCpu);
  }
  for (const object of [elems, spares, lru, lruLocal, buckets, free, htabOf(k, map)]) if (object !== 0) k.kfree(object);
}

function freeMalloced(k: Kernel, map: Addr): void {
  const all: Addr[] = [];
  for (let at = firstElement(k, map); at !== 0; at = elementAfter(k, map, at)) all.push(at);
  for (let cpu = 0; cpu < k.cpus; cpu++) {
    let at = k.views.freeList(freeListOf(k, map, cpu)).first;
    for (; at !== 0; at = k.views.element(at).freeNext) all.push(at);
  }
  for (const element of all) freeMemoryOf(k, element);
}

const inPlaceFromUser = routine(
  'hash_update_user',
  'bpf_percpu_hash_update()',
  ['map', 'key', 'value', 'flags'],
  [
    step('update', 'htab_map_update_elem_in_place(onallcpus)', (k, f) =>
      k.call(hashUpdateInPlace, f.map, f.key, f.value, f.flags, 1),
    ),
  ],
);

const lruInPlaceFromUser = routine(
  'lru_update_user',
  'bpf_percpu_hash_update()',
  ['map', 'key', 'value', 'flags'],
  [
    step('update', '__htab_lru_percpu_map_update_elem(onallcpus)', (k, f) =>
      k.call(lruUpdateInPlace, f.map, f.key, f.value, f.flags, 1),
    ),
  ],
);

const userValueSize = (k: Kernel, map: Addr): number => k.views.htab(htabOf(k, map)).cpuStride * k.cpus;
const keyOfValue = (k: Kernel, map: Addr, value: Addr): Addr => keyOf(elementAround(k, map, value));

const common = { create: createHash, readValue: readElement, nextKey, free: hashFree } satisfies Partial<MapOps>;

export const HASH_OPS: MapOps = {
  ...common,
  lookup,
  update: hashUpdate,
  remove: hashDelete,
  lookupAndDelete,
  batch: HASH_BATCH_OPS,
  nextValue,
  keyOf: keyOfValue,
};
export const PERCPU_HASH_OPS: MapOps = {
  ...common,
  lookup,
  update: hashUpdateInPlace,
  updateFromUser: inPlaceFromUser,
  remove: hashDelete,
  lookupAndDelete,
  batch: HASH_BATCH_OPS,
  userValueSize,
};
export const LRU_HASH_OPS: MapOps = {
  ...common,
  lookup: lookupLru,
  update: lruUpdate,
  remove: lruDelete,
  lookupAndDelete: lruLookupAndDelete,
  batch: LRU_BATCH_OPS,
  nextValue,
  keyOf: keyOfValue,
};
export const LRU_PERCPU_HASH_OPS: MapOps = {
  ...common,
  lookup: lookupLru,
  update: lruUpdateInPlace,
  updateFromUser: lruInPlaceFromUser,
  remove: lruDelete,
  lookupAndDelete: lruLookupAndDelete,
  batch: LRU_BATCH_OPS,
  userValueSize,
};

export const HASH_ROUTINES = [
  hashUpdate,
  hashUpdateInPlace,
  inPlaceFromUser,
  hashDelete,
  lookupAndDelete,
  freeElementByRcu,
  freeElementMemory,
  hashFree,
  lruUpdate,
  lruUpdateInPlace,
  lruInPlaceFromUser,
  lruDelete,
  lruLookupAndDelete,
  lruEvict,
];
