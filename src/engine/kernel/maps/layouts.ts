import { counter, flag, layout, lock, ptr, structs, u32 } from '../memory/layout.ts';

/** What lies behind `bpf_map.impl` for each kind of map. Sizes in bytes. */

/** Arrays of all kinds; kernel: struct bpf_array. Element `i` of CPU `c` is at values + c * cpuStride + i * elemSize. */
export const BpfArray = layout('bpf_array', {
  values: ptr('map_value'),
  elemSize: u32(),
  /** 0 where all CPUs share one value. */
  cpuStride: u32(),
});

/** kernel: struct bucket */
export const Bucket = layout('bucket', {
  head: ptr('htab_elem'),
  lock: lock(),
});

/** Links of a circular list; a head is a node like any other. kernel: struct list_head */
export const ListNode = layout('list_head', { next: ptr('list_head'), previous: ptr('list_head') });

/**
 * kernel: struct htab_elem. Key and value follow, each rounded up to 8 bytes; the 48 bytes are the kernel's.
 *
 *   0           48     48 + keyBytes
 *   | element   | key  | value …
 */
export const HtabElem = layout('htab_elem', {
  /** Next in the bucket. */
  next: ptr('htab_elem'),
  /** Next in a free list or in an allocator's cache. */
  freeNext: ptr('htab_elem'),
  hash: u32(),
  /** Values of a per-CPU map: CPU `c` at perCpu + c * cpuStride. */
  perCpu: ptr('map_value'),
  lru: structs(ListNode, 1),
  lruCpu: u32(),
  lruType: u32(),
  lruRef: flag(),
  /** A push failed at a lock: flush and shrink collect the node. */
  pendingFree: flag(),
  /** While an element waits for a grace period: its map (before 6.1), or its work queue (from then on), */
  map: ptr('bpf_map'),
  /** and its timer. */
  timer: ptr('bpf_timer'),
});

/** Types of LRU nodes. kernel: bpf_lru_list.h enum bpf_lru_list_type */
export const LRU_ACTIVE = 0;
export const LRU_INACTIVE = 1;
export const LRU_FREE = 2;
export const LRU_LOCAL_FREE = 3;
export const LRU_LOCAL_PENDING = 4;

/** kernel: struct bpf_lru_list */
export const LruList = layout('bpf_lru_list', {
  lists: structs(ListNode, 3),
  activeCount: counter(),
  inactiveCount: counter(),
  /** Where the next rotation of the inactive list begins. */
  nextRotation: ptr('list_head'),
  lock: lock(),
});

/** kernel: struct bpf_lru_locallist */
export const LruLocalList = layout('bpf_lru_locallist', {
  free: structs(ListNode, 1),
  pending: structs(ListNode, 1),
  nextSteal: u32(),
  lock: lock(),
});

/** One CPU's free elements. kernel: struct pcpu_freelist_head; for malloced elements struct bpf_mem_cache */
export const FreeList = layout('pcpu_freelist_head', {
  first: ptr('htab_elem'),
  count: counter(),
  lock: lock(),
  /** Up to 6.14: nested use of a group of buckets by one CPU, one byte for each of eight groups. */
  mapLockedLow: counter(),
  mapLockedHigh: counter(),
});

/** kernel: struct bpf_htab */
export const BpfHtab = layout('bpf_htab', {
  buckets: ptr('bucket'),
  bucketCount: u32(),
  seed: u32(),
  elemSize: u32(),
  keyBytes: u32(),
  valueBytes: u32(),
  /** 0 where all CPUs share one value. */
  cpuStride: u32(),
  count: counter(),
  /** Preallocated elements, spares included; 0 = malloced. */
  elems: ptr('htab_elem'),
  elemCount: u32(),
  /** One spare element per CPU: what an update of an existing key swaps with. */
  spares: ptr('spares'),
  /** One FreeList per CPU: of preallocated elements, or the allocator's cache. */
  free: ptr('pcpu_freelist_head'),
  /** The common list, or one list per CPU with BPF_F_NO_COMMON_LRU; 0 = no LRU map. */
  lru: ptr('bpf_lru_list'),
  /** One local list per CPU; 0 with BPF_F_NO_COMMON_LRU. */
  lruLocal: ptr('bpf_lru_locallist'),
  targetFree: u32(),
  scans: u32(),
});

/** Queue and stack. kernel: struct bpf_queue_stack; one slot more than max_entries tells full from empty. */
export const BpfQueueStack = layout('bpf_queue_stack', {
  lock: lock(),
  head: u32(),
  tail: u32(),
  size: u32(),
  elements: ptr('map_value'),
});

/** kernel: struct bpf_ringbuf. Positions grow for ever; byte `p` lies at data + (p & mask). */
export const BpfRingbuf = layout('bpf_ringbuf', {
  lock: lock(),
  mask: u32(),
  consumer: counter(),
  producer: counter(),
  /** Oldest record that was not committed when somebody last looked. */
  pending: counter(),
  data: ptr('ringbuf_data'),
});

/** A longest-prefix-match trie, kept as the list of its prefixes in walking order. kernel: struct lpm_trie */
export const LpmTrie = layout('lpm_trie', {
  first: ptr('lpm_trie_node'),
  count: counter(),
  lock: lock(),
});

/** kernel: struct lpm_trie_node; then the key (prefix length and data) and the value, rounded up to 8 bytes each. */
export const LpmNode = layout('lpm_trie_node', { next: ptr('lpm_trie_node'), reserved: u32() });
