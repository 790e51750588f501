/** Bloom filters: a set of bits that values are hashed to. kernel: kernel/bpf/bloom_filter.c */
import { EINVAL, ENOENT, ENOMEM, EOPNOTSUPP } from '../../abi/errno.ts';
import type { MapInfo } from '../../program/load.ts';
import { type Routine, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { layout, ptr, u32 } from '../memory/layout.ts';
import type { Addr } from '../memory/memory.ts';
import { viewOf } from '../memory/view.ts';
import { jhash } from './jhash.ts';
import type { MapOps } from './map-ops.ts';
import { refuseRemove } from './refuse.ts';

/** kernel: struct bpf_bloom_filter */
const BloomFilter = layout('bpf_bloom_filter', { mask: u32(), seed: u32(), functions: u32(), bits: ptr('bitset') });
const view = viewOf(BloomFilter);

const DEFAULT_FUNCTIONS = 5;
const BITS_PER_LONG = 64;
/** The most that a bit set of the machine has; the kernel's ends at 2^32. */
const MAX_BITS = 2 ** 31;

/** Bits for so many values: 7 / 5 stands for 1 / ln 2. A power of two. */
function bitsFor(maxEntries: number, functions: number): number {
  const wanted = Math.floor((maxEntries * functions) / 5) * 7;
  return Math.min(2 ** Math.ceil(Math.log2(Math.max(wanted, BITS_PER_LONG))), MAX_BITS);
}

function create(k: Kernel, map: Addr, { maxEntries, mapExtra }: MapInfo): number {
  const functions = Number(mapExtra) || DEFAULT_FUNCTIONS;
  const bits = bitsFor(maxEntries, functions);
  const impl = k.kzalloc(BloomFilter);
  const bitset = impl === 0 ? 0 : k.kzallocBytes(bits / 8, 'bitset');
  if (bitset === 0) return -ENOMEM;
  const bloom = view(k, impl);
  bloom.mask = bits - 1;
  bloom.functions = functions;
  bloom.bits = bitset;
  k.map(map).impl = impl;
  return 0;
}

/** The bits of a value, one for each hash function: address of a byte and mask in it. */
function bitsOf(k: Kernel, map: Addr, value: Addr): readonly (readonly [at: Addr, mask: number])[] {
  const { impl, valueSize } = k.map(map);
  const { mask, seed, functions, bits } = view(k, impl);
  return Array.from({ length: functions }, (_, i) => {
    const bit = (jhash(k.memory.bytes, value, valueSize, seed + i) & mask) >>> 0;
    return [bits + (bit >>> 3), 1 << (bit & 7)];
  });
}

function push(k: Kernel, map: Addr, value: Addr, flags: number): number {
  if (flags !== 0) return -EINVAL;
  for (const [at, mask] of bitsOf(k, map, value)) k.memory.store8(at, k.memory.load8(at) | mask);
  return 0;
}

const peek = (k: Kernel, map: Addr, value: Addr): number =>
  bitsOf(k, map, value).every(([at, mask]) => (k.memory.load8(at) & mask) !== 0) ? 0 : -ENOENT;

/** bpf_map_push_elem(): (map, value, flags) */
const bloomPush = routine(
  'bloom_push',
  'bloom_map_push_elem()',
  ['map', 'value', 'flags'],
  [
    step('push', 'set_bit(hash(value, i), bitset) for each function', (k, f) =>
      f.done(push(k, f.map, f.value, f.flags)),
    ),
  ],
);

/** bpf_map_peek_elem(): (map, value): whether the value may be in the set. */
const bloomPeek = routine(
  'bloom_peek',
  'bloom_map_peek_elem()',
  ['map', 'value'],
  [step('peek', 'test_bit(hash(value, i), bitset) for each function', (k, f) => f.done(peek(k, f.map, f.value)))],
);

const pushFromUser = routine(
  'bloom_push_user',
  'bpf_map_update_value()',
  ['map', 'key', 'value', 'flags'],
  [step('push', 'map->ops->map_push_elem(map, value, flags)', (k, f) => f.done(push(k, f.map, f.value, f.flags)))],
);

const remove = refuseRemove('bloom_delete', 'bloom_map_delete_elem()', EOPNOTSUPP);

const free = routine(
  'bloom_free',
  'bloom_map_free()',
  ['map'],
  [
    step('free', 'bpf_map_area_free(bloom)', (k, f) => {
      const { impl } = k.map(f.map);
      k.kfree(view(k, impl).bits);
      k.kfree(impl);
      return f.done(0);
    }),
  ],
);

export const BLOOM_FILTER_OPS: MapOps = {
  create,
  updateFromUser: pushFromUser,
  remove,
  push: bloomPush,
  peek: bloomPeek,
  // A lookup asks for the value that user space brings.
  readValue: (k, map, _key, value) => peek(k, map, value),
  nextKey: () => -EOPNOTSUPP,
  free,
};

export const BLOOM_FILTER_ROUTINES: readonly Routine[] = [bloomPush, bloomPeek, pushFromUser, remove, free];
