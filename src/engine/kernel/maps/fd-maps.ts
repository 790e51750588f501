/**
 * Maps whose values are objects: program arrays, maps of maps, device and CPU maps. A slot is a pointer of eight bytes that
 * holds one reference of its target. `value` of an update is a word with the address of the map or program that user
 * space's file descriptor stands for.
 */
import { E2BIG, EINVAL, ENOENT } from '../../abi/errno.ts';
import { BPF_F_INNER_MAP, BPF_MAP_TYPE_ARRAY } from '../../abi/map-types.ts';
import { BPF_EXIST } from '../../abi/program-constants.ts';
import { recordsEqual } from '../../btf/fields.ts';
import type { MapInfo } from '../../program/load.ts';
import { NEXT, type RoutineFrame, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { BpfMap } from '../layouts/objects.ts';
import type { Addr } from '../memory/memory.ts';
import { progInc, progPut } from '../programs/programs.ts';
import { arrayFree, createArray, elementAt, indexAt, nextIndex } from './array.ts';
import { ARRAY_BATCH_OPS } from './generic-batch.ts';
import { freeElement, HASH_BATCH_OPS, hashBatch } from './hash-batch.ts';
import { createHash, HASH_OPS, hashFree } from './hash-ops.ts';
import { checkExistence, hashDelete } from './hash-update.ts';
import { elementAfter, firstElement, lookupElement, valueIn } from './htab.ts';
import type { MapOps } from './map-ops.ts';
import { mapInc, mapPut, putInnerMap } from './map-refs.ts';

/** What the slots of a map hold. */
interface Target {
  readonly id: (k: Kernel, object: Addr) => number;
  readonly put: (k: Kernel, object: Addr) => void;
  /** The same for one that was taken out of a slot of `map`: programs may have looked it up. */
  readonly release: (k: Kernel, map: Addr, object: Addr) => void;
  /** Takes a reference for a slot of `map`: 0 or a negative errno. */
  readonly take: (k: Kernel, map: Addr, object: Addr) => number;
}

const PROGRAMS: Target = {
  id: (k, prog) => k.prog(prog).id,
  put: progPut,
  release: (k, _map, prog) => progPut(k, prog),
  take: takeProgram,
};

const MAPS: Target = {
  id: (k, map) => k.map(map).id,
  put: mapPut,
  release: putInnerMap,
  take: (k, map, inner) => {
    if (!isLikeTemplate(k, map, inner)) return -EINVAL;
    if (!k.switches.explicit_map) giveTemplate(k, inner);
    mapInc(k, inner);
    return 0;
  },
};

/** What the verifier sees in place of an inner map: all but its elements. */
function giveTemplate(k: Kernel, inner: Addr): void {
  if (k.map(inner).template !== 0) return;
  const template = k.kzalloc(BpfMap);
  if (template === 0) return;
  k.memory.copy(template, inner, BpfMap.size);
  const cursor = k.map(template);
  cursor.impl = 0;
  cursor.next = 0;
  k.map(inner).template = template;
}

/** All programs of one array have the type of the first one. kernel: bpf_prog_map_compatible() */
function takeProgram(k: Kernel, map: Addr, prog: Addr): number {
  const { maxEntries } = k.map(map);
  for (let i = 0; i < maxEntries; i++) {
    const other = k.memory.load32(elementAt(k, map, i));
    if (other !== 0 && k.prog(other).type !== k.prog(prog).type) return -EINVAL;
  }
  return progInc(k, prog) ? 0 : -ENOENT;
}

/** kernel: map_in_map.c bpf_map_meta_equal(), arraymap.c array_map_meta_equal() */
function isLikeTemplate(k: Kernel, outer: Addr, inner: Addr): boolean {
  const template = k.mapInfos[k.map(outer).info].inner;
  const info = k.mapInfos[k.map(inner).info];
  if (template === undefined || info.inner !== undefined) return false;
  const same =
    template.type === info.type &&
    template.keySize === info.keySize &&
    template.valueSize === info.valueSize &&
    template.flags === info.flags &&
    recordsEqual(template.record, info.record);
  const sizeCounts = template.type === BPF_MAP_TYPE_ARRAY && (template.flags & BPF_F_INNER_MAP) === 0;
  return same && (!sizeCounts || template.maxEntries === info.maxEntries);
}

/** The slot's target becomes `object` (0 = none); what was there before. */
function exchange(k: Kernel, slot: Addr, object: Addr): Addr {
  const old = k.memory.load32(slot);
  k.memory.store32(slot, object);
  k.memory.store32(slot + 4, k.pointerHigh(object));
  return old;
}

function updateArraySlot(k: Kernel, target: Target, f: RoutineFrame<'map' | 'key' | 'value' | 'flags'>): number {
  if (f.flags !== 0) return -EINVAL;
  const slot = elementAt(k, f.map, indexAt(k, f.key));
  if (slot === 0) return -E2BIG;
  const error = target.take(k, f.map, k.memory.load32(f.value));
  if (error !== 0) return error;
  const old = exchange(k, slot, k.memory.load32(f.value));
  if (old !== 0) target.release(k, f.map, old);
  return 0;
}

function deleteArraySlot(k: Kernel, target: Target, f: RoutineFrame<'map' | 'key'>): number {
  const slot = elementAt(k, f.map, indexAt(k, f.key));
  if (slot === 0) return -E2BIG;
  const old = exchange(k, slot, 0);
  if (old === 0) return -ENOENT;
  target.release(k, f.map, old);
  return 0;
}

function clearArray(k: Kernel, map: Addr, target: Target): void {
  const { maxEntries } = k.map(map);
  for (let i = 0; i < maxEntries; i++) {
    const old = exchange(k, elementAt(k, map, i), 0);
    if (old !== 0) target.put(k, old);
  }
}

/** kernel: bpf_fd_array_map_update_elem(), _delete_elem(), _lookup_elem() */
function fdArray(name: string, target: Target) {
  const update = routine(
    `${name}_update`,
    'bpf_fd_array_map_update_elem()',
    ['map', 'key', 'value', 'flags'],
    [
      step('exchange', 'old = xchg(array->ptrs + index, new); put(old)', (k, f) =>
        f.done(updateArraySlot(k, target, f)),
      ),
    ],
  );
  const remove = routine(
    `${name}_delete`,
    'fd_array_map_delete_elem()',
    ['map', 'key'],
    [
      step('exchange', 'old = xchg(array->ptrs + index, NULL); put(old)', (k, f) =>
        f.done(deleteArraySlot(k, target, f)),
      ),
    ],
  );
  const free = routine(
    `${name}_free`,
    'fd_array_map_free()',
    ['map'],
    [
      step('put_all', 'for each slot: put', (k, f) => {
        clearArray(k, f.map, target);
        return NEXT;
      }),
      step('free', 'bpf_map_area_free(array)', (k, f) => k.call(arrayFree, f.map)),
    ],
  );
  const ops: MapOps = {
    create: (k, map, info) => createArray(k, map, slotted(info)),
    updateFromUser: update,
    remove,
    nextKey: nextIndex,
    userValueSize: () => 4,
    readValue(k, map, key, out) {
      const slot = elementAt(k, map, indexAt(k, key));
      const object = slot === 0 ? 0 : k.memory.load32(slot);
      if (object === 0) return -ENOENT;
      k.memory.storeUnaligned32(out, target.id(k, object));
      return 0;
    },
    free,
  };
  return { ops, routines: [update, remove, free] };
}

/** Slots are pointers, whatever the size of user space's file descriptors. */
const slotted = (info: MapInfo): MapInfo => ({ ...info, valueSize: 8 });

const progArray = fdArray('prog_array', PROGRAMS);
const arrayOfMaps = fdArray('array_of_maps', MAPS);

/** The worker that empties a program array which user space has let go: (map). */
const progArrayClearDeferred = routine(
  'prog_array_clear',
  'prog_array_map_clear_deferred()',
  ['map'],
  [
    step('clear', 'for each slot: bpf_prog_put(xchg(slot, NULL))', (k, f) => {
      clearArray(k, f.map, PROGRAMS);
      return NEXT;
    }),
    step('put', 'bpf_map_put(map)', (k, f) => {
      mapPut(k, f.map);
      return NEXT;
    }),
  ],
);

const progArrayRelease = routine(
  'prog_array_release',
  'prog_array_map_clear()',
  ['map'],
  [
    step('queue', 'bpf_map_inc(map); schedule_work(&aux->work)', (k, f) => {
      mapInc(k, f.map);
      k.work.queue(progArrayClearDeferred, f.map);
      return NEXT;
    }),
  ],
);

export const PROG_ARRAY_OPS: MapOps = { ...progArray.ops, releaseUref: progArrayRelease };

/** A program's lookup gives the inner map itself. */
const innerMapAt = (k: Kernel, slot: Addr): Addr => (slot === 0 ? 0 : k.memory.load32(slot));

export const ARRAY_OF_MAPS_OPS: MapOps = {
  ...arrayOfMaps.ops,
  batch: ARRAY_BATCH_OPS,
  lookup: (k, map, key) => innerMapAt(k, elementAt(k, map, indexAt(k, key))),
};

const slotOf = (k: Kernel, map: Addr, key: Addr): Addr => {
  const element = lookupElement(k, map, key);
  return element === 0 ? 0 : valueIn(k, map, element);
};

/** Update of a hash of maps: (map, key, value, flags). An existing slot is changed in place. */
const hashOfMapsUpdate = routine(
  'hash_of_maps_update',
  'bpf_fd_htab_map_update_elem()',
  ['map', 'key', 'value', 'flags', 'slot', 'pointer'],
  [
    step('take', 'ptr = map_fd_get_ptr(map, ufd); check_flags()', (k, f) => {
      const inner = k.memory.load32(f.value);
      const refused = MAPS.take(k, f.map, inner);
      if (refused !== 0) return f.done(refused);
      f.slot = slotOf(k, f.map, f.key);
      const error = f.flags >>> 0 > BPF_EXIST ? -EINVAL : checkExistence(f.slot, f.flags);
      if (error === 0) return NEXT;
      mapPut(k, inner);
      return f.done(error);
    }),
    step('change', 'htab_map_update_elem_in_place(map, key, &ptr)', (k, f) => {
      const inner = k.memory.load32(f.value);
      if (f.slot !== 0) {
        putInnerMap(k, f.map, exchange(k, f.slot, inner));
        return f.done(0);
      }
      f.pointer = k.kzallocBytes(8, 'inner_map_ptr');
      exchange(k, f.pointer, inner);
      return HASH_OPS.update === undefined
        ? f.done(-EINVAL)
        : k.call(HASH_OPS.update, f.map, f.key, f.pointer, f.flags);
    }),
    step('end', 'if (ret) map_fd_put_ptr(ptr)', (k, f) => {
      if (f.result !== 0) mapPut(k, k.memory.load32(f.pointer));
      k.kfree(f.pointer);
      return f.done(f.result);
    }),
  ],
);

const hashOfMapsDelete = routine(
  'hash_of_maps_delete',
  'htab_map_delete_elem()',
  ['map', 'key', 'inner'],
  [
    step('find', 'ptr = *(void **)value', (k, f) => {
      f.inner = innerMapAt(k, slotOf(k, f.map, f.key));
      return k.call(hashDelete, f.map, f.key);
    }),
    step('put', 'map_fd_put_ptr(ptr)', (k, f) => {
      if (f.result === 0) putInnerMap(k, f.map, f.inner);
      return f.done(f.result);
    }),
  ],
);

/** All operations of a hash but the one that user space does not have here. */
const { lookupAndDelete: _, ...hashOps } = HASH_OPS;

const releaseElement = routine(
  'hash_of_maps_release',
  'free_htab_elem()',
  ['map', 'element'],
  [
    step('put', 'map_fd_put_ptr(ptr)', (k, f) => {
      putInnerMap(k, f.map, innerMapAt(k, valueIn(k, f.map, f.element)));
      return NEXT;
    }),
    step('free', 'free_htab_elem(htab, l)', (k, f) => k.call(freeElement, f.map, f.element)),
  ],
);

const hashOfMapsTakeBatch = hashBatch('hash_of_maps_take_batch', 'htab_map_lookup_and_delete_batch()', releaseElement);

const hashOfMapsFree = routine(
  'hash_of_maps_free',
  'htab_of_map_free()',
  ['map'],
  [
    step('put_all', 'for each element: map_fd_put_ptr()', (k, f) => {
      for (let at = firstElement(k, f.map); at !== 0; at = elementAfter(k, f.map, at)) {
        mapPut(k, innerMapAt(k, valueIn(k, f.map, at)));
      }
      return NEXT;
    }),
    step('free', 'fd_htab_map_free(map)', (k, f) => k.call(hashFree, f.map)),
  ],
);

export const HASH_OF_MAPS_OPS: MapOps = {
  ...hashOps,
  create: (k, map, info) => createHash(k, map, slotted(info)),
  lookup: (k, map, key) => innerMapAt(k, slotOf(k, map, key)),
  update: hashOfMapsUpdate,
  remove: hashOfMapsDelete,
  batch: { ...HASH_BATCH_OPS, lookupAndDelete: hashOfMapsTakeBatch },
  userValueSize: () => 4,
  readValue(k, map, key, out) {
    const inner = innerMapAt(k, slotOf(k, map, key));
    if (inner === 0) return -ENOENT;
    k.memory.storeUnaligned32(out, MAPS.id(k, inner));
    return 0;
  },
  free: hashOfMapsFree,
};

export const FD_MAP_ROUTINES = [
  ...progArray.routines,
  ...arrayOfMaps.routines,
  progArrayClearDeferred,
  progArrayRelease,
  hashOfMapsUpdate,
  hashOfMapsDelete,
  releaseElement,
  hashOfMapsTakeBatch,
  hashOfMapsFree,
];
