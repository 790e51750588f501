/**
 * Hash tables: buckets, elements, order. What changes a table under its bucket lock is in the routines of
 * `hash-update` and `lru-update`.
 */
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { jhash } from './jhash.ts';
import { Bucket, HtabElem } from './layouts.ts';

const NEXT = HtabElem.offset('next');
const HASH = HtabElem.offset('hash');

/** The map's `bpf_htab`. */
export const htabOf = (k: Kernel, map: Addr): Addr => k.map(map).impl;

/** Hash of the key at `key`; kernel: htab_map_hash() */
export function hashOf(k: Kernel, map: Addr, key: Addr): number {
  const { impl, keySize } = k.map(map);
  return jhash(k.memory.bytes, key, keySize, k.views.htab(impl).seed);
}

/** The bucket of a hash. */
export function bucketOf(k: Kernel, map: Addr, hash: number): Addr {
  const htab = k.views.htab(htabOf(k, map));
  return htab.buckets + (hash & (htab.bucketCount - 1)) * Bucket.size;
}

export const bucketLock = (k: Kernel, map: Addr, hash: number): Addr => bucketOf(k, map, hash) + Bucket.offset('lock');

/** Address of an element's key. */
export const keyOf = (element: Addr): Addr => element + HtabElem.size;

/** Address of an element's value: of CPU `cpu` where each has its own. */
export function valueIn(k: Kernel, map: Addr, element: Addr, cpu = k.cpu): Addr {
  const { cpuStride, keyBytes } = k.views.htab(htabOf(k, map));
  if (cpuStride === 0) return element + HtabElem.size + keyBytes;
  return k.views.element(element).perCpu + cpu * cpuStride;
}

/** The element around a value that CPUs share. */
export const elementAround = (k: Kernel, map: Addr, value: Addr): Addr =>
  value - k.views.htab(htabOf(k, map)).keyBytes - HtabElem.size;

/** The first element of a bucket with this key, or 0; kernel: lookup_elem_raw() */
export function findInBucket(k: Kernel, map: Addr, bucket: Addr, hash: number, key: Addr): Addr {
  const { memory } = k;
  const { keySize } = k.map(map);
  let element = k.views.bucket(bucket).head;
  while (element !== 0) {
    memory.touch(element);
    if (memory.load32(element + HASH) === hash && isSameKey(k, element + HtabElem.size, key, keySize)) return element;
    element = memory.load32(element + NEXT);
  }
  return 0;
}

function isSameKey(k: Kernel, a: Addr, b: Addr, size: number): boolean {
  const { bytes } = k.memory;
  for (let i = 0; i < size; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}

/** The element of a key, or 0. */
export function lookupElement(k: Kernel, map: Addr, key: Addr): Addr {
  const hash = hashOf(k, map, key);
  return findInBucket(k, map, bucketOf(k, map, hash), hash, key);
}

/** Puts an element at the head of its bucket. */
export function linkElement(k: Kernel, bucket: Addr, element: Addr): void {
  k.views.element(element).next = k.views.bucket(bucket).head;
  k.views.bucket(bucket).head = element;
}

/** Takes an element out of its bucket; its own link stays, as readers may stand on it. False if it is not there. */
export function unlinkElement(k: Kernel, bucket: Addr, element: Addr): boolean {
  let link = bucket + Bucket.offset('head');
  for (let at = k.memory.load32(link); at !== 0; at = k.memory.load32(link)) {
    if (at === element) {
      k.memory.store32(link, k.memory.load32(element + NEXT));
      return true;
    }
    link = at + NEXT;
  }
  return false;
}

/** The first element in walking order from bucket number `from` on, or 0. */
export function firstElement(k: Kernel, map: Addr, from = 0): Addr {
  const { buckets, bucketCount } = k.views.htab(htabOf(k, map));
  for (let i = from; i < bucketCount; i++) {
    const { head } = k.views.bucket(buckets + i * Bucket.size);
    if (head !== 0) return head;
  }
  return 0;
}

/** The element after one in walking order: bucket by bucket, newest first; 0 at the end. */
export function elementAfter(k: Kernel, map: Addr, element: Addr): Addr {
  const { next, hash } = k.views.element(element);
  if (next !== 0) return next;
  return firstElement(k, map, (hash & (k.views.htab(htabOf(k, map)).bucketCount - 1)) + 1);
}

/** kernel: htab_map_get_next_key(): an unknown key counts as none. */
export function elementAfterKey(k: Kernel, map: Addr, key: Addr | undefined): Addr {
  const element = key === undefined ? 0 : lookupElement(k, map, key);
  return element === 0 ? firstElement(k, map) : elementAfter(k, map, element);
}

export const isPreallocated = (k: Kernel, map: Addr): boolean => k.views.htab(htabOf(k, map)).elems !== 0;
export const isPerCpu = (k: Kernel, map: Addr): boolean => k.views.htab(htabOf(k, map)).cpuStride !== 0;
