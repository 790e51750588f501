/**
 * Whether the kernel can make a map of these sizes and flags: what `map_alloc_check` and `map_alloc` of each type test
 * before they take memory. Every check answers 0 or a positive errno; the first failing one counts.
 */
import type { VerifierEnv } from '../abi/env.ts';
import { capable } from '../abi/env.ts';
import { E2BIG, EINVAL, ENOTSUPP, EPERM, ERANGE } from '../abi/errno.ts';
import { MAX_BPF_STACK, PAGE_SIZE } from '../abi/limits.ts';
import * as map from '../abi/map-types.ts';
import type { MapInfo } from '../program/load.ts';

/** `BPF_MAP_CREATE` as the caller asks for it. */
export type MapRequest = Omit<MapInfo, 'record' | 'frozen'> & {
  /** `map_ifindex`: the device to offload to. */
  readonly ifindex?: number;
  /** `numa_node`, read with BPF_F_NUMA_NODE. */
  readonly numaNode?: number;
};

type Check = (request: MapRequest, env: VerifierEnv) => number;

/** Bytes. kernel: include/linux/slab.h, include/linux/percpu.h, bpf_local_storage.h on x86-64 */
const KMALLOC_MAX_SIZE = 4 << 20;
const PCPU_MIN_UNIT_SIZE = 32 << 10;
const LOCAL_STORAGE_MAX_VALUE_SIZE = 0xffff - 128;
const SIZEOF_HTAB_ELEM = 48;
const SIZEOF_LPM_NODE = 24;
const LPM_PREFIX_SIZE = 4;
const LPM_DATA_SIZE_MAX = 256;
const SIZEOF_STACK_BUILD_ID = 32;
/** `kernel.perf_event_max_stack`. */
const PERF_EVENT_MAX_STACK = 127;
const INT_MAX = 0x7fffffff;
/** Buckets of a hash table are a power of two in 32 bits, and their array must fit. */
const MAX_HASH_ENTRIES = 2 ** 31;
const MAX_BUCKETS = 0xffffffff / 16;

const F_ACCESS_MASK = map.BPF_F_RDONLY | map.BPF_F_RDONLY_PROG | map.BPF_F_WRONLY | map.BPF_F_WRONLY_PROG;
const F_PROG_ACCESS = map.BPF_F_RDONLY_PROG | map.BPF_F_WRONLY_PROG;
const F_SEGV_ON_FAULT = 1 << 17;
const F_NO_USER_CONV = 1 << 18;

/** Flags that a type knows. */
const KNOWN_FLAGS = {
  array: map.BPF_F_NUMA_NODE | map.BPF_F_MMAPABLE | F_ACCESS_MASK | map.BPF_F_PRESERVE_ELEMS | map.BPF_F_INNER_MAP,
  htab: map.BPF_F_NO_PREALLOC | map.BPF_F_NO_COMMON_LRU | map.BPF_F_NUMA_NODE | F_ACCESS_MASK | map.BPF_F_ZERO_SEED,
  trie: map.BPF_F_NO_PREALLOC | map.BPF_F_NUMA_NODE | F_ACCESS_MASK,
  queue: map.BPF_F_NUMA_NODE | F_ACCESS_MASK,
  ringbuf: map.BPF_F_NUMA_NODE,
  stack: map.BPF_F_NUMA_NODE | map.BPF_F_RDONLY | map.BPF_F_WRONLY | map.BPF_F_STACK_BUILD_ID,
  device: map.BPF_F_NUMA_NODE | map.BPF_F_RDONLY | map.BPF_F_WRONLY,
  cpu: map.BPF_F_NUMA_NODE,
  socket: map.BPF_F_NUMA_NODE | map.BPF_F_RDONLY | map.BPF_F_WRONLY,
  xsk: map.BPF_F_NUMA_NODE | map.BPF_F_RDONLY | map.BPF_F_WRONLY,
  cgroup: map.BPF_F_NUMA_NODE | F_ACCESS_MASK,
  local: map.BPF_F_NO_PREALLOC | map.BPF_F_CLONE,
  bloom: map.BPF_F_NUMA_NODE | map.BPF_F_ZERO_SEED | F_ACCESS_MASK,
  arena: F_SEGV_ON_FAULT | map.BPF_F_MMAPABLE | F_NO_USER_CONV,
};

const has = (request: MapRequest, flag: number): boolean => (request.flags & flag) !== 0;

const hasUnknownFlags = (request: MapRequest, known: number): boolean => (request.flags & ~known) !== 0;

/** Programs may not be kept from both reading and writing. kernel: bpf_map_flags_access_ok() */
const isInaccessible = ({ flags }: MapRequest): boolean => (flags & F_PROG_ACCESS) === F_PROG_ACCESS;

const roundUp8 = (size: number): number => Math.ceil(size / 8) * 8;

/** kernel: arraymap.c array_map_alloc_check() */
const checkArray: Check = (request) => {
  const { type, keySize, valueSize, maxEntries } = request;
  const isPercpu = type === map.BPF_MAP_TYPE_PERCPU_ARRAY;
  if (maxEntries === 0 || keySize !== 4 || valueSize === 0) return EINVAL;
  if (hasUnknownFlags(request, KNOWN_FLAGS.array) || isInaccessible(request)) return EINVAL;
  if (isPercpu && has(request, map.BPF_F_NUMA_NODE)) return EINVAL;
  if (type !== map.BPF_MAP_TYPE_ARRAY && has(request, map.BPF_F_MMAPABLE | map.BPF_F_INNER_MAP)) return EINVAL;
  if (type !== map.BPF_MAP_TYPE_PERF_EVENT_ARRAY && has(request, map.BPF_F_PRESERVE_ELEMS)) return EINVAL;
  if (valueSize > INT_MAX) return E2BIG;
  return isPercpu && roundUp8(valueSize) > PCPU_MIN_UNIT_SIZE ? E2BIG : 0;
};

/** Arrays of file descriptors. kernel: arraymap.c fd_array_map_alloc_check() */
const checkFdArray: Check = (request, env) => {
  if (request.valueSize !== 4 || has(request, F_PROG_ACCESS)) return EINVAL;
  return checkArray(request, env);
};

/** kernel: hashtab.c htab_map_alloc_check(), htab_map_alloc() */
const checkHash: Check = (request, env) => {
  const { type, keySize, valueSize, maxEntries } = request;
  const isPercpu = type === map.BPF_MAP_TYPE_PERCPU_HASH || type === map.BPF_MAP_TYPE_LRU_PERCPU_HASH;
  const isLru = type === map.BPF_MAP_TYPE_LRU_HASH || type === map.BPF_MAP_TYPE_LRU_PERCPU_HASH;
  const isLruPerCpu = has(request, map.BPF_F_NO_COMMON_LRU);
  if (has(request, map.BPF_F_ZERO_SEED) && !capable(env, 'CAP_SYS_ADMIN')) return EPERM;
  if (hasUnknownFlags(request, KNOWN_FLAGS.htab) || isInaccessible(request)) return EINVAL;
  if (!isLru && isLruPerCpu) return EINVAL;
  if (isLru && has(request, map.BPF_F_NO_PREALLOC)) return ENOTSUPP;
  if (has(request, map.BPF_F_NUMA_NODE) && (isPercpu || isLruPerCpu)) return EINVAL;
  if (maxEntries === 0 || keySize === 0 || valueSize === 0) return EINVAL;
  if (keySize + valueSize >= KMALLOC_MAX_SIZE - SIZEOF_HTAB_ELEM) return E2BIG;
  if (isPercpu && roundUp8(valueSize) > PCPU_MIN_UNIT_SIZE) return E2BIG;
  if (maxEntries > MAX_HASH_ENTRIES) return E2BIG;
  return 2 ** Math.ceil(Math.log2(maxEntries)) > MAX_BUCKETS ? E2BIG : 0;
};

/** kernel: hashtab.c fd_htab_map_alloc_check() */
const checkFdHash: Check = (request, env) => (request.valueSize === 4 ? checkHash(request, env) : EINVAL);

/** kernel: lpm_trie.c trie_alloc() */
const checkTrie: Check = (request) => {
  const { keySize, valueSize, maxEntries } = request;
  const maxValueSize = KMALLOC_MAX_SIZE - LPM_DATA_SIZE_MAX - SIZEOF_LPM_NODE;
  if (maxEntries === 0 || !has(request, map.BPF_F_NO_PREALLOC)) return EINVAL;
  if (hasUnknownFlags(request, KNOWN_FLAGS.trie) || isInaccessible(request)) return EINVAL;
  if (keySize <= LPM_PREFIX_SIZE || keySize > LPM_PREFIX_SIZE + LPM_DATA_SIZE_MAX) return EINVAL;
  return valueSize < 1 || valueSize > maxValueSize ? EINVAL : 0;
};

/** kernel: queue_stack_maps.c queue_stack_map_alloc_check() */
const checkQueue: Check = (request) => {
  const { keySize, valueSize, maxEntries } = request;
  if (maxEntries === 0 || keySize !== 0 || valueSize === 0) return EINVAL;
  if (hasUnknownFlags(request, KNOWN_FLAGS.queue) || isInaccessible(request)) return EINVAL;
  return valueSize > KMALLOC_MAX_SIZE ? E2BIG : 0;
};

const isPowerOfTwo = (value: number): boolean => value !== 0 && Number.isInteger(Math.log2(value));

/** kernel: ringbuf.c ringbuf_map_alloc() */
const checkRingbuf: Check = (request) => {
  const { keySize, valueSize, maxEntries } = request;
  if (hasUnknownFlags(request, KNOWN_FLAGS.ringbuf) || keySize !== 0 || valueSize !== 0) return EINVAL;
  return isPowerOfTwo(maxEntries) && maxEntries % PAGE_SIZE === 0 ? 0 : EINVAL;
};

/** kernel: stackmap.c stack_map_alloc() */
const checkStackTrace: Check = (request) => {
  const { keySize, valueSize, maxEntries } = request;
  const frame = has(request, map.BPF_F_STACK_BUILD_ID) ? SIZEOF_STACK_BUILD_ID : 8;
  if (hasUnknownFlags(request, KNOWN_FLAGS.stack) || maxEntries === 0 || keySize !== 4) return EINVAL;
  if (valueSize < 8 || valueSize % 8 !== 0 || valueSize % frame !== 0) return EINVAL;
  if (valueSize / frame > PERF_EVENT_MAX_STACK) return EINVAL;
  return maxEntries > MAX_HASH_ENTRIES ? E2BIG : 0;
};

/** kernel: devmap.c dev_map_alloc_check() */
const checkDevice: Check = (request) => {
  const { type, keySize, valueSize, maxEntries } = request;
  if (maxEntries === 0 || keySize !== 4 || (valueSize !== 4 && valueSize !== 8)) return EINVAL;
  if (hasUnknownFlags(request, KNOWN_FLAGS.device)) return EINVAL;
  return type === map.BPF_MAP_TYPE_DEVMAP_HASH && maxEntries > MAX_HASH_ENTRIES ? EINVAL : 0;
};

/** An array by 4-byte keys. kernel: sock_map.c sock_map_alloc(), xskmap.c xsk_map_alloc() */
const checkSlots =
  (known: number, valueSizes: readonly number[]): Check =>
  (request) => {
    const { keySize, valueSize, maxEntries } = request;
    const isSane = maxEntries > 0 && keySize === 4 && valueSizes.includes(valueSize);
    return isSane && !hasUnknownFlags(request, known) ? 0 : EINVAL;
  };

/** `CONFIG_NR_CPUS` of the recording kernel. */
const NR_CPUS = 256;

/** kernel: cpumap.c cpu_map_alloc() */
const checkCpus: Check = (request, env) =>
  checkSlots(KNOWN_FLAGS.cpu, [4, 8])(request, env) || (request.maxEntries > NR_CPUS ? E2BIG : 0);

/** kernel: sock_map.c sock_hash_alloc() */
const checkSockHash: Check = (request) => {
  const { keySize, valueSize, maxEntries } = request;
  if (maxEntries === 0 || keySize === 0 || (valueSize !== 4 && valueSize !== 8)) return EINVAL;
  if (hasUnknownFlags(request, KNOWN_FLAGS.socket)) return EINVAL;
  return keySize > MAX_BPF_STACK ? E2BIG : 0;
};

/** Key of `struct bpf_cgroup_storage_key`: inode and attach type, padded. */
const CGROUP_STORAGE_KEY_SIZE = 16;

/** kernel: local_storage.c cgroup_storage_map_alloc() */
const checkCgroupStorage: Check = (request) => {
  const { type, keySize, valueSize, maxEntries } = request;
  const isPercpu = type === map.BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE;
  if ((keySize !== CGROUP_STORAGE_KEY_SIZE && keySize !== 8) || valueSize === 0) return EINVAL;
  if (valueSize > (isPercpu ? PCPU_MIN_UNIT_SIZE : LOCAL_STORAGE_MAX_VALUE_SIZE)) return E2BIG;
  if (hasUnknownFlags(request, KNOWN_FLAGS.cgroup) || isInaccessible(request)) return EINVAL;
  return maxEntries === 0 ? 0 : EINVAL;
};

/** kernel: bpf_local_storage.c bpf_local_storage_map_alloc_check() */
const checkLocalStorage: Check = (request) => {
  const { keySize, valueSize, maxEntries, btfKeyTypeId, btfValueTypeId } = request;
  if (hasUnknownFlags(request, KNOWN_FLAGS.local) || !has(request, map.BPF_F_NO_PREALLOC)) return EINVAL;
  if (maxEntries !== 0 || keySize !== 4 || valueSize === 0) return EINVAL;
  if (btfKeyTypeId === 0 || btfValueTypeId === 0) return EINVAL;
  return valueSize > LOCAL_STORAGE_MAX_VALUE_SIZE ? E2BIG : 0;
};

/** kernel: reuseport_array.c reuseport_array_alloc_check() */
const checkReuseport: Check = (request, env) =>
  request.valueSize === 4 || request.valueSize === 8 ? checkArray(request, env) : EINVAL;

/** kernel: bloom_filter.c bloom_map_alloc_check(), bloom_map_alloc() */
const checkBloom: Check = (request) => {
  const { keySize, valueSize, maxEntries, mapExtra } = request;
  if (valueSize > KMALLOC_MAX_SIZE) return E2BIG;
  if (keySize !== 0 || valueSize === 0 || maxEntries === 0) return EINVAL;
  if (hasUnknownFlags(request, KNOWN_FLAGS.bloom) || isInaccessible(request)) return EINVAL;
  return mapExtra > 0xfn ? EINVAL : 0;
};

/** kernel: arena.c arena_map_alloc() */
const checkArena: Check = (request) => {
  const { keySize, valueSize, maxEntries, mapExtra } = request;
  const size = BigInt(maxEntries) * BigInt(PAGE_SIZE);
  if (keySize !== 0 || valueSize !== 0 || maxEntries === 0 || !has(request, map.BPF_F_MMAPABLE)) return EINVAL;
  if (hasUnknownFlags(request, KNOWN_FLAGS.arena) || mapExtra % BigInt(PAGE_SIZE) !== 0n) return EINVAL;
  if (size > 1n << 32n) return E2BIG;
  return mapExtra >> 32n === (mapExtra + size - 1n) >> 32n ? 0 : ERANGE;
};

const CHECKS: ReadonlyMap<number, Check> = new Map<number, Check>([
  [map.BPF_MAP_TYPE_HASH, checkHash],
  [map.BPF_MAP_TYPE_ARRAY, checkArray],
  [map.BPF_MAP_TYPE_PROG_ARRAY, checkFdArray],
  [map.BPF_MAP_TYPE_PERF_EVENT_ARRAY, checkFdArray],
  [map.BPF_MAP_TYPE_PERCPU_HASH, checkHash],
  [map.BPF_MAP_TYPE_PERCPU_ARRAY, checkArray],
  [map.BPF_MAP_TYPE_STACK_TRACE, checkStackTrace],
  [map.BPF_MAP_TYPE_CGROUP_ARRAY, checkFdArray],
  [map.BPF_MAP_TYPE_LRU_HASH, checkHash],
  [map.BPF_MAP_TYPE_LRU_PERCPU_HASH, checkHash],
  [map.BPF_MAP_TYPE_LPM_TRIE, checkTrie],
  [map.BPF_MAP_TYPE_ARRAY_OF_MAPS, checkFdArray],
  [map.BPF_MAP_TYPE_HASH_OF_MAPS, checkFdHash],
  [map.BPF_MAP_TYPE_DEVMAP, checkDevice],
  [map.BPF_MAP_TYPE_SOCKMAP, checkSlots(KNOWN_FLAGS.socket, [4, 8])],
  [map.BPF_MAP_TYPE_CPUMAP, checkCpus],
  [map.BPF_MAP_TYPE_XSKMAP, checkSlots(KNOWN_FLAGS.xsk, [4])],
  [map.BPF_MAP_TYPE_SOCKHASH, checkSockHash],
  [map.BPF_MAP_TYPE_CGROUP_STORAGE, checkCgroupStorage],
  [map.BPF_MAP_TYPE_REUSEPORT_SOCKARRAY, checkReuseport],
  [map.BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE, checkCgroupStorage],
  [map.BPF_MAP_TYPE_QUEUE, checkQueue],
  [map.BPF_MAP_TYPE_STACK, checkQueue],
  [map.BPF_MAP_TYPE_SK_STORAGE, checkLocalStorage],
  [map.BPF_MAP_TYPE_DEVMAP_HASH, checkDevice],
  // Needs a type of the kernel that says what the operations are; we offer none.
  [map.BPF_MAP_TYPE_STRUCT_OPS, () => EINVAL],
  [map.BPF_MAP_TYPE_RINGBUF, checkRingbuf],
  [map.BPF_MAP_TYPE_INODE_STORAGE, checkLocalStorage],
  [map.BPF_MAP_TYPE_TASK_STORAGE, checkLocalStorage],
  [map.BPF_MAP_TYPE_BLOOM_FILTER, checkBloom],
  [map.BPF_MAP_TYPE_USER_RINGBUF, checkRingbuf],
  [map.BPF_MAP_TYPE_CGRP_STORAGE, checkLocalStorage],
  [map.BPF_MAP_TYPE_ARENA, checkArena],
]);

/** 0, or why the kernel would not allocate the map. */
export const checkMapAllocation: Check = (request, env) => CHECKS.get(request.type)?.(request, env) ?? EINVAL;

/** Entries that the kernel makes of those asked for: LRU lists per CPU have equal lengths. kernel: htab_map_alloc() */
export function allocatedEntries({ type, maxEntries, flags }: MapRequest, possibleCpus: number): number {
  const isLru = type === map.BPF_MAP_TYPE_LRU_HASH || type === map.BPF_MAP_TYPE_LRU_PERCPU_HASH;
  if (!isLru || (flags & map.BPF_F_NO_COMMON_LRU) === 0) return maxEntries;
  const up = Math.ceil(maxEntries / possibleCpus) * possibleCpus;
  return up > 0xffffffff ? Math.floor(maxEntries / possibleCpus) * possibleCpus : up;
}
