import type { MapInfo } from '../../program/load.ts';
import type { Routine } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';

/**
 * What a map type can do. Lookups happen within one step; what takes locks or frees timers is a routine, whose locals
 * begin with the arguments named here and which returns 0 or a negative errno. An operation that is absent is refused
 * with the errno that the kernel has for it. kernel: struct bpf_map_ops
 */
export interface MapOps {
  /** Allocates what lies behind `impl` of the zeroed, otherwise filled-in map: 0 or a negative errno. */
  create(k: Kernel, map: Addr, info: MapInfo): number;
  /** Address of the value of the key at `key`, for this CPU; 0 if there is none. A program's lookup: marks LRU elements. */
  lookup?(k: Kernel, map: Addr, key: Addr): Addr;
  /** (map, key, value, flags) */
  readonly update?: Routine;
  /** (map, key) */
  readonly remove?: Routine;
  /** (map, key, out): copies the value to `out` as user space reads it, and removes the element. */
  readonly lookupAndDelete?: Routine;
  /** Of maps without keys, for programs: (map, value, flags), then (map, value). */
  readonly push?: Routine;
  readonly pop?: Routine;
  readonly peek?: Routine;
  /** Copies the value as user space reads it (special fields as zeros, all CPUs one after the other) to `out`. */
  readValue?(k: Kernel, map: Addr, key: Addr, out: Addr, flags: number): number;
  /** Bytes that `readValue` and user space's updates take. Default: the value size. */
  userValueSize?(k: Kernel, map: Addr): number;
  /** Update from user space where it differs: (map, key, value, flags), `value` having `userValueSize` bytes. */
  readonly updateFromUser?: Routine;
  /** Copies the key after the one at `key` (0 = the first) to `out`: 0 or a negative errno (-ENOENT at the end). */
  nextKey?(k: Kernel, map: Addr, key: Addr, out: Addr): number;
  /**
   * The value after `previous` (0 = the first) in the order of the walk that frees timers when the last user reference
   * goes; 0 at the end. Only maps whose values may have timers or work queues.
   */
  nextValue?(k: Kernel, map: Addr, previous: Addr): Addr;
  /**
   * The key of the element around `value`, for timer callbacks: its address in the element, or of `scratch`, a word to
   * which an array writes the index. Only maps whose values may have timers or work queues.
   */
  keyOf?(k: Kernel, map: Addr, value: Addr, scratch: Addr): Addr;
  readonly batch?: BatchOps;
  /** (map): what the last user reference takes with it besides timers: the slots of program arrays. */
  readonly releaseUref?: Routine;
  /** (map): frees all elements and `impl`. */
  readonly free: Routine;
}

/** Operations on many elements at once: (map, request). Those that are absent are refused. */
export interface BatchOps {
  readonly lookup?: Routine;
  readonly lookupAndDelete?: Routine;
  readonly update?: Routine;
  readonly remove?: Routine;
}

export type MapOpsTable = ReadonlyMap<number, MapOps>;
