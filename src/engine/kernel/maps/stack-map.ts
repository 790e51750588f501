/**
 * Stacks by id, which comes from their hash.
 *
 *   bucket   hash | number of addresses, 0 = empty | addresses …
 *
 * kernel: kernel/bpf/stackmap.c
 */
import { E2BIG, EEXIST, EFAULT, EINVAL, ENOENT, ENOMEM } from '../../abi/errno.ts';
import { NEXT, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { layout, u32 } from '../memory/layout.ts';
import { type Addr, TEXT_HIGH } from '../memory/memory.ts';
import { viewOf } from '../memory/view.ts';
import { jhash } from './jhash.ts';
import type { MapOps } from './map-ops.ts';
import { refuseUpdate } from './refuse.ts';

const StackBucket = layout('stack_map_bucket', { hash: u32(), count: u32() });
const view = viewOf(StackBucket);

const ADDRESS = 8;
export const BPF_F_FAST_STACK_CMP = 1 << 9;
export const BPF_F_REUSE_STACKID = 1 << 10;

/** A power of two. */
const bucketCount = (maxEntries: number): number => 2 ** Math.ceil(Math.log2(maxEntries));

const bucketBytes = (valueSize: number): number => StackBucket.size + valueSize;

/** Bucket of an id; 0 beyond the end. */
function bucketOf(k: Kernel, map: Addr, id: number): Addr {
  const { impl, maxEntries, valueSize } = k.map(map);
  return id >>> 0 >= bucketCount(maxEntries) ? 0 : impl + id * bucketBytes(valueSize);
}

/** The bucket if there is a stack in it, else 0. */
function filledBucket(k: Kernel, map: Addr, id: number): Addr {
  const bucket = bucketOf(k, map, id);
  return bucket === 0 || view(k, bucket).count === 0 ? 0 : bucket;
}

/** The id of the stack whose addresses have these low words; a negative errno if its bucket is taken or none is left. */
export function stackId(k: Kernel, map: Addr, addresses: readonly number[], flags: number): number {
  if (addresses.length === 0) return -EFAULT;
  const bytes = bytesOf(addresses);
  const hash = jhash(bytes, 0, bytes.length, 0);
  const { maxEntries } = k.map(map);
  const id = hash & (bucketCount(maxEntries) - 1);
  const old = filledBucket(k, map, id);
  if (old !== 0 && view(k, old).hash === hash) {
    if ((flags & BPF_F_FAST_STACK_CMP) !== 0 || isSame(k, old, bytes)) return id;
  }
  if (old !== 0 && (flags & BPF_F_REUSE_STACKID) === 0) return -EEXIST;
  if (usedCount(k, map) >= maxEntries) return -ENOMEM;
  fill(k, bucketOf(k, map, id), hash, bytes);
  return id;
}

function bytesOf(addresses: readonly number[]): Uint8Array {
  const words = new DataView(new ArrayBuffer(ADDRESS * addresses.length));
  addresses.forEach((low, i) => {
    words.setInt32(ADDRESS * i, low, true);
    words.setInt32(ADDRESS * i + 4, TEXT_HIGH, true);
  });
  return new Uint8Array(words.buffer);
}

function isSame(k: Kernel, bucket: Addr, bytes: Uint8Array): boolean {
  if (view(k, bucket).count * ADDRESS !== bytes.length) return false;
  const known = k.memory.bytesAt(bucket + StackBucket.size, bytes.length);
  return bytes.every((byte, i) => byte === known[i]);
}

function fill(k: Kernel, bucket: Addr, hash: number, bytes: Uint8Array): void {
  const cursor = view(k, bucket);
  cursor.hash = hash;
  cursor.count = bytes.length / ADDRESS;
  k.memory.storeBytes(bucket + StackBucket.size, bytes);
}

function usedCount(k: Kernel, map: Addr): number {
  let used = 0;
  for (let id = nextId(k, map, 0); id >= 0; id = nextId(k, map, id + 1)) used++;
  return used;
}

/** The first id from `from` on that has a stack; -1 if there is none. */
function nextId(k: Kernel, map: Addr, from: number): number {
  const count = bucketCount(k.map(map).maxEntries);
  let id = from;
  while (id < count && filledBucket(k, map, id) === 0) id++;
  return id < count ? id : -1;
}

/** An unknown key counts as none. kernel: stack_map_get_next_key() */
function nextKey(k: Kernel, map: Addr, key: Addr, out: Addr): number {
  const known = key !== 0 && filledBucket(k, map, k.memory.loadUnaligned32(key)) !== 0;
  const id = nextId(k, map, known ? k.memory.loadUnaligned32(key) + 1 : 0);
  if (id < 0) return -ENOENT;
  k.memory.storeUnaligned32(out, id);
  return 0;
}

/** The addresses, then zeros. kernel: bpf_stackmap_extract() */
function readValue(k: Kernel, map: Addr, key: Addr, out: Addr): number {
  const bucket = filledBucket(k, map, k.memory.loadUnaligned32(key));
  if (bucket === 0) return -ENOENT;
  k.memory.clear(out, k.map(map).valueSize);
  k.memory.copy(out, bucket + StackBucket.size, ADDRESS * view(k, bucket).count);
  return 0;
}

const update = refuseUpdate('stack_update', 'stack_map_update_elem()', EINVAL);

const remove = routine(
  'stack_delete',
  'stack_map_delete_elem()',
  ['map', 'key'],
  [
    step('take', 'old_bucket = xchg(&smap->buckets[id], NULL)', (k, f) => {
      const id = k.memory.loadUnaligned32(f.key);
      if (bucketOf(k, f.map, id) === 0) return f.done(-E2BIG);
      const bucket = filledBucket(k, f.map, id);
      if (bucket === 0) return f.done(-ENOENT);
      view(k, bucket).count = 0;
      return f.done(0);
    }),
  ],
);

/** (map, key, out) kernel: bpf_stackmap_extract(map, key, value, true) */
const take = routine(
  'stack_take',
  'stack_map_lookup_and_delete_elem()',
  ['map', 'key', 'out'],
  [
    step('take', 'old_bucket = xchg(&smap->buckets[id], NULL); memcpy(value, bucket->data)', (k, f) => {
      const error = readValue(k, f.map, f.key, f.out);
      if (error === 0) view(k, filledBucket(k, f.map, k.memory.loadUnaligned32(f.key))).count = 0;
      return f.done(error);
    }),
  ],
);

const free = routine(
  'stack_free',
  'stack_map_free()',
  ['map'],
  [
    step('free', 'bpf_map_area_free(smap)', (k, f) => {
      k.kfree(k.map(f.map).impl);
      return NEXT;
    }),
  ],
);

export const STACK_MAP_OPS: MapOps = {
  create(k, map, { maxEntries, valueSize }) {
    const impl = k.kzallocBytes(bucketCount(maxEntries) * bucketBytes(valueSize), 'stack_map_bucket');
    k.map(map).impl = impl;
    return impl === 0 ? -ENOMEM : 0;
  },
  update,
  remove,
  lookupAndDelete: take,
  nextKey,
  readValue,
  free,
};

export const STACK_MAP_ROUTINES = [update, remove, take, free];
