/** The map types of the machine. kernel: include/linux/bpf_types.h BPF_MAP_TYPE() */
import * as types from '../../abi/map-types.ts';
import type { Routine } from '../cpu/routine.ts';
import { ARRAY_OPS, ARRAY_ROUTINES, PERCPU_ARRAY_OPS } from './array.ts';
import { BLOOM_FILTER_OPS, BLOOM_FILTER_ROUTINES } from './bloom-filter.ts';
import { EMPTY_MAP_ROUTINES, EMPTY_MAPS } from './empty-maps.ts';
import { ARRAY_OF_MAPS_OPS, FD_MAP_ROUTINES, HASH_OF_MAPS_OPS, PROG_ARRAY_OPS } from './fd-maps.ts';
import { freeFields } from './free-fields.ts';
import { GENERIC_BATCH_ROUTINES } from './generic-batch.ts';
import { HASH_BATCH_ROUTINES } from './hash-batch.ts';
import { HASH_OPS, HASH_ROUTINES, LRU_HASH_OPS, LRU_PERCPU_HASH_OPS, PERCPU_HASH_OPS } from './hash-ops.ts';
import { LPM_TRIE_OPS, LPM_TRIE_ROUTINES } from './lpm-trie.ts';
import type { MapOps, MapOpsTable } from './map-ops.ts';
import { QUEUE_STACK_OPS, QUEUE_STACK_ROUTINES } from './queue-stack.ts';
import { RINGBUF_OPS, RINGBUF_ROUTINES } from './ringbuf.ts';
import { STACK_MAP_OPS, STACK_MAP_ROUTINES } from './stack-map.ts';

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
  [types.BPF_MAP_TYPE_BLOOM_FILTER, BLOOM_FILTER_OPS],
  ...EMPTY_MAPS,
]);

/** Every routine of the map types. */
export const MAP_ROUTINES: readonly Routine[] = [
  ...ARRAY_ROUTINES,
  ...HASH_ROUTINES,
  ...FD_MAP_ROUTINES,
  ...GENERIC_BATCH_ROUTINES,
  ...HASH_BATCH_ROUTINES,
  ...QUEUE_STACK_ROUTINES,
  ...RINGBUF_ROUTINES,
  ...STACK_MAP_ROUTINES,
  ...LPM_TRIE_ROUTINES,
  freeFields,
  ...BLOOM_FILTER_ROUTINES,
  ...EMPTY_MAP_ROUTINES,
];
