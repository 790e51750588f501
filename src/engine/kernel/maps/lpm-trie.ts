/**
 * Longest-prefix-match tries. The prefixes are kept as a list in the order of the trie's walk (postorder: longer prefixes
 * before the shorter ones that contain them), which gives the same answers as the kernel's nodes.
 * kernel: kernel/bpf/lpm_trie.c
 */
import { EEXIST, EINVAL, ENOENT, ENOMEM, ENOSPC } from '../../abi/errno.ts';
import { BPF_EXIST, BPF_NOEXIST } from '../../abi/program-constants.ts';
import { freeRoutine } from '../cpu/free-routine.ts';
import { NEXT, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { alignUp } from '../memory/allocator.ts';
import type { Addr } from '../memory/memory.ts';
import { LPM_BATCH_OPS } from './generic-batch.ts';
import { LpmNode, LpmTrie } from './layouts.ts';
import type { MapOps } from './map-ops.ts';
import { copyValue } from './special-fields.ts';

const KEY = LpmNode.size;
const DATA = 4;
const NEXT_NODE = LpmNode.offset('next');
const FIRST_NODE = LpmTrie.offset('first');

const trieOf = (k: Kernel, map: Addr): Addr => k.map(map).impl;
const lockOf = (k: Kernel, map: Addr): Addr => trieOf(k, map) + LpmTrie.offset('lock');
const maxPrefix = (k: Kernel, map: Addr): number => (k.map(map).keySize - DATA) * 8;
const prefixAt = (k: Kernel, key: Addr): number => k.memory.loadUnaligned32(key);
const valueIn = (k: Kernel, map: Addr, node: Addr): Addr => node + KEY + alignUp(k.map(map).keySize, 8);

/** Bits, from the highest of the first byte on, in which two keys agree. */
function commonBits(k: Kernel, a: Addr, b: Addr): number {
  const limit = Math.min(prefixAt(k, a), prefixAt(k, b));
  for (let bit = 0; bit < limit; bit += 8) {
    const difference = k.memory.load8(a + DATA + (bit >> 3)) ^ k.memory.load8(b + DATA + (bit >> 3));
    if (difference !== 0) return Math.min(bit + Math.clz32(difference) - 24, limit);
  }
  return limit;
}

const bitAt = (k: Kernel, key: Addr, bit: number): number =>
  (k.memory.load8(key + DATA + (bit >> 3)) >> (7 - (bit & 7))) & 1;

/** Negative if `a` is walked before `b`. */
function compare(k: Kernel, a: Addr, b: Addr): number {
  const common = commonBits(k, a, b);
  const [lengthA, lengthB] = [prefixAt(k, a), prefixAt(k, b)];
  if (common === Math.min(lengthA, lengthB)) return lengthB - lengthA;
  return bitAt(k, a, common) - bitAt(k, b, common);
}

/** Address of the link to the first node that is not walked before `key`. */
function place(k: Kernel, map: Addr, key: Addr): Addr {
  let link = trieOf(k, map) + FIRST_NODE;
  for (let node = k.memory.load32(link); node !== 0; node = k.memory.load32(link)) {
    if (compare(k, node + KEY, key) >= 0) return link;
    link = node + NEXT_NODE;
  }
  return link;
}

function nodeAt(k: Kernel, key: Addr, link: Addr): Addr {
  const node = k.memory.load32(link);
  return node !== 0 && compare(k, node + KEY, key) === 0 ? node : 0;
}

/** The value of the longest prefix that contains the key: nodes that contain it are walked longest first. */
function lookup(k: Kernel, map: Addr, key: Addr): Addr {
  if (prefixAt(k, key) >>> 0 > maxPrefix(k, map)) return 0;
  let node = k.views.trie(trieOf(k, map)).first;
  for (; node !== 0; node = k.views.trieNode(node).next) {
    const length = prefixAt(k, node + KEY);
    if (length <= prefixAt(k, key) && commonBits(k, node + KEY, key) >= length) return valueIn(k, map, node);
  }
  return 0;
}

function update(k: Kernel, map: Addr, key: Addr, value: Addr, flags: number): number {
  if (flags >>> 0 > BPF_EXIST || prefixAt(k, key) >>> 0 > maxPrefix(k, map)) return -EINVAL;
  const link = place(k, map, key);
  const old = nodeAt(k, key, link);
  if (old !== 0 && flags === BPF_NOEXIST) return -EEXIST;
  if (old === 0 && flags === BPF_EXIST) return -ENOENT;
  if (old === 0 && k.views.trie(trieOf(k, map)).count >= k.map(map).maxEntries) return -ENOSPC;
  const node = newNode(k, map, key, value);
  if (node === 0) return -ENOMEM;
  const following = old === 0 ? k.memory.load32(link) : k.views.trieNode(old).next;
  k.views.trieNode(node).next = following;
  k.memory.store32(link, node);
  if (old === 0) k.views.trie(trieOf(k, map)).count++;
  else k.rcu.call(freeNode, old);
  return 0;
}

function newNode(k: Kernel, map: Addr, key: Addr, value: Addr): Addr {
  const { keySize, valueSize } = k.map(map);
  const node = k.kzallocBytes(KEY + alignUp(keySize, 8) + alignUp(valueSize, 8), 'lpm_trie_node');
  if (node === 0) return 0;
  k.memory.copy(node + KEY, key, keySize);
  copyValue(k, map, valueIn(k, map, node), value);
  return node;
}

function remove(k: Kernel, map: Addr, key: Addr): number {
  if (prefixAt(k, key) >>> 0 > maxPrefix(k, map)) return -EINVAL;
  const link = place(k, map, key);
  const node = nodeAt(k, key, link);
  if (node === 0) return -ENOENT;
  k.memory.store32(link, k.views.trieNode(node).next);
  k.views.trie(trieOf(k, map)).count--;
  k.rcu.call(freeNode, node);
  return 0;
}

const freeNode = freeRoutine('lpm_node_free', 'bpf_mem_cache_free_rcu()', 'kfree(node)');

const lpmUpdate = routine(
  'lpm_update',
  'trie_update_elem()',
  ['map', 'key', 'value', 'flags'],
  [
    step('update', 'insert the node under trie->lock', (k, f) => f.done(update(k, f.map, f.key, f.value, f.flags)), {
      lock: (k, f) => lockOf(k, f.map),
    }),
  ],
);

const lpmDelete = routine(
  'lpm_delete',
  'trie_delete_elem()',
  ['map', 'key'],
  [
    step('delete', 'remove the node under trie->lock', (k, f) => f.done(remove(k, f.map, f.key)), {
      lock: (k, f) => lockOf(k, f.map),
    }),
  ],
);

const lpmFree = routine(
  'lpm_free',
  'trie_free()',
  ['map'],
  [
    step('free', 'free all nodes', (k, f) => {
      let node = k.views.trie(trieOf(k, f.map)).first;
      while (node !== 0) {
        const { next } = k.views.trieNode(node);
        k.kfree(node);
        node = next;
      }
      k.kfree(trieOf(k, f.map));
      return NEXT;
    }),
  ],
);

export const LPM_TRIE_OPS: MapOps = {
  create(k, map) {
    const impl = k.kzalloc(LpmTrie);
    k.map(map).impl = impl;
    return impl === 0 ? -ENOMEM : 0;
  },
  lookup,
  update: lpmUpdate,
  remove: lpmDelete,
  readValue(k, map, key, out) {
    const value = lookup(k, map, key);
    if (value === 0) return -ENOENT;
    copyValue(k, map, out, value);
    return 0;
  },
  nextKey(k, map, key, out) {
    const { first } = k.views.trie(trieOf(k, map));
    const known = key === 0 || prefixAt(k, key) >>> 0 > maxPrefix(k, map) ? 0 : nodeAt(k, key, place(k, map, key));
    const node = known === 0 ? first : k.views.trieNode(known).next;
    if (node === 0) return -ENOENT;
    k.memory.copy(out, node + KEY, k.map(map).keySize);
    return 0;
  },
  batch: LPM_BATCH_OPS,
  free: lpmFree,
};

export const LPM_TRIE_ROUTINES = [freeNode, lpmUpdate, lpmDelete, lpmFree];
