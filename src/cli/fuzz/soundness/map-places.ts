/** Where values of a map begin: what a pointer into a map may be counted from. */

import * as types from '../../../engine/abi/map-types.ts';
import type { Kernel } from '../../../engine/kernel/kernel.ts';
import { HtabElem, LpmNode } from '../../../engine/kernel/maps/layouts.ts';
import { alignUp } from '../../../engine/kernel/memory/allocator.ts';
import type { Addr } from '../../../engine/kernel/memory/memory.ts';

const HASHES: readonly number[] = [
  types.BPF_MAP_TYPE_HASH,
  types.BPF_MAP_TYPE_LRU_HASH,
  types.BPF_MAP_TYPE_PERCPU_HASH,
  types.BPF_MAP_TYPE_LRU_PERCPU_HASH,
  types.BPF_MAP_TYPE_HASH_OF_MAPS,
];

/** True if `isPlace` holds for the beginning of one of the map's values; `near` lies in one, if they are not all known. */
export function someValue(k: Kernel, map: Addr, near: Addr, isPlace: (value: Addr) => boolean): boolean {
  const { type, impl, maxEntries } = k.map(map);
  if (HASHES.includes(type)) return someHashValue(k, impl, near, isPlace);
  if (type === types.BPF_MAP_TYPE_LPM_TRIE) return someTrieValue(k, map, near, isPlace);
  const { values, elemSize, cpuStride } = k.views.array(impl);
  const copies = cpuStride === 0 ? 1 : k.cpus;
  for (let cpu = 0; cpu < copies; cpu++)
    for (let i = 0; i < maxEntries; i++) if (isPlace(values + cpu * cpuStride + i * elemSize)) return true;
  return false;
}

/** Elements that are allocated before, or one by one: then the object around `near` is the element. */
function someHashValue(k: Kernel, htab: Addr, near: Addr, isPlace: (value: Addr) => boolean): boolean {
  const { elems, elemCount, elemSize, keyBytes, cpuStride } = k.views.htab(htab);
  if (cpuStride !== 0) {
    const values = k.allocator.provenance(near)?.object ?? 0;
    for (let cpu = 0; cpu < k.cpus; cpu++) if (isPlace(values + cpu * cpuStride)) return true;
    return false;
  }
  const before = HtabElem.size + keyBytes;
  if (elems === 0) return isPlace((k.allocator.provenance(near)?.object ?? 0) + before);
  for (let i = 0; i < elemCount; i++) if (isPlace(elems + i * elemSize + before)) return true;
  return false;
}

function someTrieValue(k: Kernel, map: Addr, near: Addr, isPlace: (value: Addr) => boolean): boolean {
  const node = k.allocator.provenance(near)?.object ?? 0;
  return isPlace(node + LpmNode.size + alignUp(k.map(map).keySize, 8));
}
