/** The map types of the machine. kernel: include/linux/bpf_types.h BPF_MAP_TYPE() */
import { ENOENT } from '../../abi/errno.ts';
import * as types from '../../abi/map-types.ts';
import { NEXT, type Routine, routine, step } from '../cpu/routine.ts';
import { ARRAY_OPS, ARRAY_ROUTINES, arrayFree, createArray, nextIndex, PERCPU_ARRAY_OPS } from './array.ts';
import { ARRAY_OF_MAPS_OPS, FD_MAP_ROUTINES, HASH_OF_MAPS_OPS, PROG_ARRAY_OPS } from './fd-maps.ts';
import { freeFields } from './free-fields.ts';
import { HASH_OPS, HASH_ROUTINES, LRU_HASH_OPS, LRU_PERCPU_HASH_OPS, PERCPU_HASH_OPS } from './hash-ops.ts';
import { LPM_TRIE_OPS, LPM_TRIE_ROUTINES } from './lpm-trie.ts';
import type { MapOps, MapOpsTable } from './map-ops.ts';
import { QUEUE_STACK_OPS, QUEUE_STACK_ROUTINES } from './queue-stack.ts';
import { RINGBUF_OPS, RINGBUF_ROUTINES } from './ringbuf.ts';
import { STACK_MAP_OPS, STACK_MAP_ROUTINES } from './stack-map.ts';

/** Tables of devices, sockets, perf events and cgroups: they exist and are empty, as there is nothing to put in. */
const EMPTY_ARRAY_OPS: MapOps = {
  create: (k, map, info) => createArray(k, map, { ...info, valueSize: 8 }),
  nextKey: nextIndex,
  readValue: () => -ENOENT,
  free: arrayFree,
};

const nothingToFree = routine(
  'map_area_free',
  'bpf_map_area_free()',
  ['map'],
  [step('free', 'kfree(map)', () => NEXT)],
);

/** Storages, whose elements hang on objects that do not exist here. */
const EMPTY_OPS: MapOps = { create: () => 0, nextKey: () => -ENOENT, free: nothingToFree };

const EMPTY_ARRAYS = [
  types.BPF_MAP_TYPE_PERF_EVENT_ARRAY,
  types.BPF_MAP_TYPE_CGROUP_ARRAY,
  types.BPF_MAP_TYPE_DEVMAP,
  types.BPF_MAP_TYPE_SOCKMAP,
  types.BPF_MAP_TYPE_CPUMAP,
  types.BPF_MAP_TYPE_XSKMAP,
  types.BPF_MAP_TYPE_REUSEPORT_SOCKARRAY,
];

const EMPTY = [
  types.BPF_MAP_TYPE_SOCKHASH,
  types.BPF_MAP_TYPE_CGROUP_STORAGE,
  types.BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE,
  types.BPF_MAP_TYPE_SK_STORAGE,
  types.BPF_MAP_TYPE_DEVMAP_HASH,
  types.BPF_MAP_TYPE_STRUCT_OPS,
  types.BPF_MAP_TYPE_INODE_STORAGE,
  types.BPF_MAP_TYPE_TASK_STORAGE,
  types.BPF_MAP_TYPE_BLOOM_FILTER,
  types.BPF_MAP_TYPE_USER_RINGBUF,
  types.BPF_MAP_TYPE_CGRP_STORAGE,
  types.BPF_MAP_TYPE_ARENA,
];

export const MAP_OPS: MapOpsTable = new Map<number, MapOps>([
  [types.BPF_MAP_TYPE_HASH, HASH_OPS],
  [types.BPF_MAP_TYPE_ARRAY, ARRAY_OPS],
  [types.BPF_MAP_TYPE_PROG_ARRAY, PROG_ARRAY_OPS],
  [types.BPF_MAP_TYPE_PERCPU_HASH, PERCPU_HASH_OPS],
  [types.BPF_MAP_TYPE_PERCPU_ARRAY, PERCPU_ARRAY_OPS],
  [types.BPF_MAP_TYPE_LRU_HASH, LRU_HASH_OPS],
  [types.BPF_MAP_TYPE_LRU_PERCPU_HASH, LRU_PERCPU_HASH_OPS],
  [types.BPF_MAP_TYPE_LPM_TRIE, LPM_TRIE_OPS],
  [types.BPF_MAP_TYPE_ARRAY_OF_MAPS, ARRAY_OF_MAPS_OPS],
  [types.BPF_MAP_TYPE_HASH_OF_MAPS, HASH_OF_MAPS_OPS],
  [types.BPF_MAP_TYPE_QUEUE, QUEUE_STACK_OPS],
  [types.BPF_MAP_TYPE_STACK, QUEUE_STACK_OPS],
  [types.BPF_MAP_TYPE_RINGBUF, RINGBUF_OPS],
  [types.BPF_MAP_TYPE_STACK_TRACE, STACK_MAP_OPS],
  ...EMPTY_ARRAYS.map((type) => [type, EMPTY_ARRAY_OPS] as const),
  ...EMPTY.map((type) => [type, EMPTY_OPS] as const),
]);

/** Every routine of the map types. */
export const MAP_ROUTINES: readonly Routine[] = [
  ...ARRAY_ROUTINES,
  ...HASH_ROUTINES,
  ...FD_MAP_ROUTINES,
  ...QUEUE_STACK_ROUTINES,
  ...RINGBUF_ROUTINES,
  ...STACK_MAP_ROUTINES,
  ...LPM_TRIE_ROUTINES,
  freeFields,
  nothingToFree,
];
