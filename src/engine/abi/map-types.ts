/**
 * Map types: numbers, names, and what programs may do with a map of the type.
 * kernel: include/uapi/linux/bpf.h enum bpf_map_type; the `map_ops` of each type
 */
export const BPF_MAP_TYPE_UNSPEC = 0;
export const BPF_MAP_TYPE_HASH = 1;
export const BPF_MAP_TYPE_ARRAY = 2;
export const BPF_MAP_TYPE_PROG_ARRAY = 3;
export const BPF_MAP_TYPE_PERF_EVENT_ARRAY = 4;
export const BPF_MAP_TYPE_PERCPU_HASH = 5;
export const BPF_MAP_TYPE_PERCPU_ARRAY = 6;
export const BPF_MAP_TYPE_STACK_TRACE = 7;
export const BPF_MAP_TYPE_CGROUP_ARRAY = 8;
export const BPF_MAP_TYPE_LRU_HASH = 9;
export const BPF_MAP_TYPE_LRU_PERCPU_HASH = 10;
export const BPF_MAP_TYPE_LPM_TRIE = 11;
export const BPF_MAP_TYPE_ARRAY_OF_MAPS = 12;
export const BPF_MAP_TYPE_HASH_OF_MAPS = 13;
export const BPF_MAP_TYPE_DEVMAP = 14;
export const BPF_MAP_TYPE_SOCKMAP = 15;
export const BPF_MAP_TYPE_CPUMAP = 16;
export const BPF_MAP_TYPE_XSKMAP = 17;
export const BPF_MAP_TYPE_SOCKHASH = 18;
export const BPF_MAP_TYPE_CGROUP_STORAGE = 19;
export const BPF_MAP_TYPE_REUSEPORT_SOCKARRAY = 20;
export const BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE = 21;
export const BPF_MAP_TYPE_QUEUE = 22;
export const BPF_MAP_TYPE_STACK = 23;
export const BPF_MAP_TYPE_SK_STORAGE = 24;
export const BPF_MAP_TYPE_DEVMAP_HASH = 25;
export const BPF_MAP_TYPE_STRUCT_OPS = 26;
export const BPF_MAP_TYPE_RINGBUF = 27;
export const BPF_MAP_TYPE_INODE_STORAGE = 28;
export const BPF_MAP_TYPE_TASK_STORAGE = 29;
export const BPF_MAP_TYPE_BLOOM_FILTER = 30;
export const BPF_MAP_TYPE_USER_RINGBUF = 31;
export const BPF_MAP_TYPE_CGRP_STORAGE = 32;
export const BPF_MAP_TYPE_ARENA = 33;

/** Names by number, as `bpftool` prints them. */
export const MAP_TYPE_NAMES: readonly string[] = [
  'unspec',
  'hash',
  'array',
  'prog_array',
  'perf_event_array',
  'percpu_hash',
  'percpu_array',
  'stack_trace',
  'cgroup_array',
  'lru_hash',
  'lru_percpu_hash',
  'lpm_trie',
  'array_of_maps',
  'hash_of_maps',
  'devmap',
  'sockmap',
  'cpumap',
  'xskmap',
  'sockhash',
  'cgroup_storage',
  'reuseport_sockarray',
  'percpu_cgroup_storage',
  'queue',
  'stack',
  'sk_storage',
  'devmap_hash',
  'struct_ops',
  'ringbuf',
  'inode_storage',
  'task_storage',
  'bloom_filter',
  'user_ringbuf',
  'cgrp_storage',
  'arena',
];

/** The type's name; the number as text if there is no such type. */
export const mapTypeName = (type: number): string => MAP_TYPE_NAMES[type] ?? String(type);

/** The number of a name; undefined if unknown. */
export function mapTypeByName(name: string): number | undefined {
  const type = MAP_TYPE_NAMES.indexOf(name);
  return type < 0 ? undefined : type;
}

/** Flags of `BPF_MAP_CREATE`. */
export const BPF_F_NO_PREALLOC = 1 << 0;
export const BPF_F_NO_COMMON_LRU = 1 << 1;
export const BPF_F_NUMA_NODE = 1 << 2;
export const BPF_F_RDONLY = 1 << 3;
export const BPF_F_WRONLY = 1 << 4;
export const BPF_F_STACK_BUILD_ID = 1 << 5;
export const BPF_F_ZERO_SEED = 1 << 6;
export const BPF_F_RDONLY_PROG = 1 << 7;
export const BPF_F_WRONLY_PROG = 1 << 8;
export const BPF_F_CLONE = 1 << 9;
export const BPF_F_MMAPABLE = 1 << 10;
export const BPF_F_PRESERVE_ELEMS = 1 << 11;
export const BPF_F_INNER_MAP = 1 << 12;

/** What a map type can do, as far as verifier and machine ask. */
export interface MapTypeRules {
  /** The kernel struct that a map pointer points to (`bpf_map` at its start). */
  readonly struct: string;
  /** `ld_imm64` may take the address of a value. kernel: map_ops.map_direct_value_addr */
  readonly directValue: boolean;
  /** `bpf_for_each_map_elem` walks it. kernel: map_ops.map_for_each_callback */
  readonly forEach: boolean;
  /** Sleepable programs may use it. kernel: verifier.c check_map_prog_compatibility() */
  readonly sleepable: boolean;
  /** A lookup with a constant key inside the map cannot fail. kernel: verifier.c can_elide_value_nullness() */
  readonly elidesNull: boolean;
  /** Helpers that take it; undefined: all that take maps and do not insist on another type. */
  readonly helpers: readonly string[] | undefined;
}

type Trait = 'directValue' | 'forEach' | 'sleepable' | 'elidesNull';

/** type | struct | traits | helpers (`*`: no restriction). kernel: verifier.c check_map_func_compatibility(), map side */
const RULES: readonly (readonly [number, string, readonly Trait[], string])[] = [
  [BPF_MAP_TYPE_HASH, 'bpf_htab', ['forEach', 'sleepable'], '*'],
  [BPF_MAP_TYPE_ARRAY, 'bpf_array', ['directValue', 'forEach', 'sleepable', 'elidesNull'], '*'],
  [BPF_MAP_TYPE_PROG_ARRAY, 'bpf_array', [], 'tail_call'],
  [
    BPF_MAP_TYPE_PERF_EVENT_ARRAY,
    'bpf_array',
    [],
    'perf_event_read perf_event_output skb_output perf_event_read_value xdp_output',
  ],
  [BPF_MAP_TYPE_PERCPU_HASH, 'bpf_htab', ['forEach', 'sleepable'], '*'],
  [BPF_MAP_TYPE_PERCPU_ARRAY, 'bpf_array', ['forEach', 'sleepable', 'elidesNull'], '*'],
  [BPF_MAP_TYPE_STACK_TRACE, 'bpf_stack_map', [], 'get_stackid'],
  [BPF_MAP_TYPE_CGROUP_ARRAY, 'bpf_array', [], 'skb_under_cgroup current_task_under_cgroup'],
  [BPF_MAP_TYPE_LRU_HASH, 'bpf_htab', ['forEach', 'sleepable'], '*'],
  [BPF_MAP_TYPE_LRU_PERCPU_HASH, 'bpf_htab', ['forEach', 'sleepable'], '*'],
  [BPF_MAP_TYPE_LPM_TRIE, 'lpm_trie', [], '*'],
  [BPF_MAP_TYPE_ARRAY_OF_MAPS, 'bpf_array', ['sleepable'], 'map_lookup_elem'],
  [BPF_MAP_TYPE_HASH_OF_MAPS, 'bpf_htab', ['sleepable'], 'map_lookup_elem'],
  [BPF_MAP_TYPE_DEVMAP, 'bpf_dtab', [], 'redirect_map map_lookup_elem'],
  [
    BPF_MAP_TYPE_SOCKMAP,
    'bpf_stab',
    [],
    'sk_redirect_map sock_map_update msg_redirect_map sk_select_reuseport map_lookup_elem map_update_elem map_delete_elem',
  ],
  [BPF_MAP_TYPE_CPUMAP, 'bpf_cpu_map', [], 'redirect_map'],
  [BPF_MAP_TYPE_XSKMAP, 'xsk_map', [], 'redirect_map map_lookup_elem'],
  [
    BPF_MAP_TYPE_SOCKHASH,
    'bpf_shtab',
    [],
    'sk_redirect_hash sock_hash_update msg_redirect_hash sk_select_reuseport map_lookup_elem map_update_elem map_delete_elem',
  ],
  [BPF_MAP_TYPE_CGROUP_STORAGE, 'bpf_cgroup_storage_map', [], 'get_local_storage'],
  [BPF_MAP_TYPE_REUSEPORT_SOCKARRAY, 'reuseport_array', [], 'sk_select_reuseport'],
  [BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE, 'bpf_cgroup_storage_map', [], 'get_local_storage'],
  [BPF_MAP_TYPE_QUEUE, 'bpf_queue_stack', ['sleepable'], 'map_peek_elem map_pop_elem map_push_elem'],
  [BPF_MAP_TYPE_STACK, 'bpf_queue_stack', ['sleepable'], 'map_peek_elem map_pop_elem map_push_elem'],
  [BPF_MAP_TYPE_SK_STORAGE, 'bpf_local_storage_map', ['sleepable'], 'sk_storage_get sk_storage_delete kptr_xchg'],
  [BPF_MAP_TYPE_DEVMAP_HASH, 'bpf_dtab', [], 'redirect_map map_lookup_elem'],
  [BPF_MAP_TYPE_STRUCT_OPS, 'bpf_struct_ops_map', [], '*'],
  [
    BPF_MAP_TYPE_RINGBUF,
    'bpf_ringbuf_map',
    ['sleepable'],
    'ringbuf_output ringbuf_reserve ringbuf_query ringbuf_reserve_dynptr ringbuf_submit_dynptr ringbuf_discard_dynptr',
  ],
  [
    BPF_MAP_TYPE_INODE_STORAGE,
    'bpf_local_storage_map',
    ['sleepable'],
    'inode_storage_get inode_storage_delete kptr_xchg',
  ],
  [BPF_MAP_TYPE_TASK_STORAGE, 'bpf_local_storage_map', ['sleepable'], 'task_storage_get task_storage_delete kptr_xchg'],
  [BPF_MAP_TYPE_BLOOM_FILTER, 'bpf_bloom_filter', [], 'map_peek_elem map_push_elem'],
  [BPF_MAP_TYPE_USER_RINGBUF, 'bpf_ringbuf_map', ['sleepable'], 'user_ringbuf_drain'],
  [BPF_MAP_TYPE_CGRP_STORAGE, 'bpf_local_storage_map', ['sleepable'], 'cgrp_storage_get cgrp_storage_delete kptr_xchg'],
  [BPF_MAP_TYPE_ARENA, 'bpf_arena', ['directValue', 'sleepable'], '*'],
];

const BY_TYPE: ReadonlyMap<number, MapTypeRules> = new Map(
  RULES.map(([type, struct, traits, helpers]) => [
    type,
    {
      struct,
      directValue: traits.includes('directValue'),
      forEach: traits.includes('forEach'),
      sleepable: traits.includes('sleepable'),
      elidesNull: traits.includes('elidesNull'),
      helpers: helpers === '*' ? undefined : helpers.split(' '),
    },
  ]),
);

/** Rules of a map type; undefined if the kernel does not know it. */
export const mapTypeRules = (type: number): MapTypeRules | undefined => BY_TYPE.get(type);

const PERF_EVENT_ARRAYS = [BPF_MAP_TYPE_PERF_EVENT_ARRAY];
const RINGBUFS = [BPF_MAP_TYPE_RINGBUF];
const QUEUES = [BPF_MAP_TYPE_QUEUE, BPF_MAP_TYPE_STACK];
const PERCPU_MAPS = [BPF_MAP_TYPE_PERCPU_ARRAY, BPF_MAP_TYPE_PERCPU_HASH, BPF_MAP_TYPE_LRU_PERCPU_HASH];

/** Helpers that insist on types of maps. kernel: verifier.c check_map_func_compatibility(), helper side */
const HELPER_MAPS: Readonly<Record<string, readonly number[]>> = {
  tail_call: [BPF_MAP_TYPE_PROG_ARRAY],
  perf_event_read: PERF_EVENT_ARRAYS,
  perf_event_output: PERF_EVENT_ARRAYS,
  perf_event_read_value: PERF_EVENT_ARRAYS,
  skb_output: PERF_EVENT_ARRAYS,
  xdp_output: PERF_EVENT_ARRAYS,
  ringbuf_output: RINGBUFS,
  ringbuf_reserve: RINGBUFS,
  ringbuf_query: RINGBUFS,
  ringbuf_reserve_dynptr: RINGBUFS,
  ringbuf_submit_dynptr: RINGBUFS,
  ringbuf_discard_dynptr: RINGBUFS,
  user_ringbuf_drain: [BPF_MAP_TYPE_USER_RINGBUF],
  get_stackid: [BPF_MAP_TYPE_STACK_TRACE],
  current_task_under_cgroup: [BPF_MAP_TYPE_CGROUP_ARRAY],
  skb_under_cgroup: [BPF_MAP_TYPE_CGROUP_ARRAY],
  redirect_map: [BPF_MAP_TYPE_DEVMAP, BPF_MAP_TYPE_DEVMAP_HASH, BPF_MAP_TYPE_CPUMAP, BPF_MAP_TYPE_XSKMAP],
  sk_redirect_map: [BPF_MAP_TYPE_SOCKMAP],
  msg_redirect_map: [BPF_MAP_TYPE_SOCKMAP],
  sock_map_update: [BPF_MAP_TYPE_SOCKMAP],
  sk_redirect_hash: [BPF_MAP_TYPE_SOCKHASH],
  msg_redirect_hash: [BPF_MAP_TYPE_SOCKHASH],
  sock_hash_update: [BPF_MAP_TYPE_SOCKHASH],
  get_local_storage: [BPF_MAP_TYPE_CGROUP_STORAGE, BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE],
  sk_select_reuseport: [BPF_MAP_TYPE_REUSEPORT_SOCKARRAY, BPF_MAP_TYPE_SOCKMAP, BPF_MAP_TYPE_SOCKHASH],
  map_pop_elem: QUEUES,
  map_peek_elem: [...QUEUES, BPF_MAP_TYPE_BLOOM_FILTER],
  map_push_elem: [...QUEUES, BPF_MAP_TYPE_BLOOM_FILTER],
  map_lookup_percpu_elem: PERCPU_MAPS,
  sk_storage_get: [BPF_MAP_TYPE_SK_STORAGE],
  sk_storage_delete: [BPF_MAP_TYPE_SK_STORAGE],
  inode_storage_get: [BPF_MAP_TYPE_INODE_STORAGE],
  inode_storage_delete: [BPF_MAP_TYPE_INODE_STORAGE],
  task_storage_get: [BPF_MAP_TYPE_TASK_STORAGE],
  task_storage_delete: [BPF_MAP_TYPE_TASK_STORAGE],
  cgrp_storage_get: [BPF_MAP_TYPE_CGRP_STORAGE],
  cgrp_storage_delete: [BPF_MAP_TYPE_CGRP_STORAGE],
};

/** True if the helper (named without `bpf_`) works on maps of the type; who may change a sockmap is the verifier's affair. */
export function helperTakesMap(helper: string, type: number): boolean {
  const fromMap = BY_TYPE.get(type)?.helpers;
  if (fromMap !== undefined && !fromMap.includes(helper)) return false;
  const fromHelper = HELPER_MAPS[helper];
  return fromHelper === undefined || fromHelper.includes(type);
}
