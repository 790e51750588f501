/**
 * The lists of LRU maps: which nodes are active, inactive or free, and how they move. Finding a victim takes bucket locks
 * and may cancel timers; that is in the routines of `lru-update`. kernel: kernel/bpf/bpf_lru_list.c
 */
import { BPF_F_NO_COMMON_LRU } from '../../abi/map-types.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { htabOf } from './htab.ts';
import {
  HtabElem,
  ListNode,
  LRU_ACTIVE,
  LRU_FREE,
  LRU_INACTIVE,
  LRU_LOCAL_FREE,
  LRU_LOCAL_PENDING,
  LruList,
  LruLocalList,
} from './layouts.ts';
import { addFirst, initList, isEmpty, moveFirst, next, previous, unlink } from './lists.ts';

const NODE = HtabElem.offset('lru');
const LOCAL_FREE = LruLocalList.offset('free');
const LOCAL_PENDING = LruLocalList.offset('pending');

const LOCAL_FREE_TARGET = 128;
/** What a shrink of a per-CPU list aims at, and how many nodes it looks at. */
export const PERCPU_FREE_TARGET = 4;

/** A list node is inside its element. */
export const elementOf = (node: Addr): Addr => node - NODE;
const nodeOf = (element: Addr): Addr => element + NODE;

/** True with BPF_F_NO_COMMON_LRU: every CPU has a list of its own. */
export const hasListPerCpu = (k: Kernel, map: Addr): boolean => (k.map(map).flags & BPF_F_NO_COMMON_LRU) !== 0;

/** The list that the CPU works on: the shared one or its own. */
export const lruListOf = (k: Kernel, map: Addr, cpu = k.cpu): Addr =>
  k.views.htab(htabOf(k, map)).lru + (hasListPerCpu(k, map) ? cpu * LruList.size : 0);
export const localListOf = (k: Kernel, map: Addr, cpu = k.cpu): Addr =>
  k.views.htab(htabOf(k, map)).lruLocal + cpu * LruLocalList.size;

export const lruLock = (k: Kernel, map: Addr, cpu = k.cpu): Addr => lruListOf(k, map, cpu) + LruList.offset('lock');
export const localLock = (k: Kernel, map: Addr, cpu = k.cpu): Addr =>
  localListOf(k, map, cpu) + LruLocalList.offset('lock');

/** Head of the active, inactive or free list. */
export const listHead = (list: Addr, type: number): Addr => list + type * ListNode.size;
export const pendingHead = (local: Addr): Addr => local + LOCAL_PENDING;

export const isReferenced = (k: Kernel, element: Addr): boolean => k.views.element(element).lruRef !== 0;

export function setReferenced(k: Kernel, element: Addr): void {
  k.views.element(element).lruRef = 1;
}

/** All lists empty, then every element on a free list, each in front of the one before. */
export function populateLru(k: Kernel, map: Addr): void {
  const perCpu = hasListPerCpu(k, map);
  for (let cpu = 0; cpu < (perCpu ? k.cpus : 1); cpu++) initLruList(k, lruListOf(k, map, cpu));
  if (!perCpu) for (let cpu = 0; cpu < k.cpus; cpu++) initLocalList(k, localListOf(k, map, cpu), cpu);
  const { elems, elemCount, elemSize } = k.views.htab(htabOf(k, map));
  const share = Math.floor(elemCount / k.cpus);
  for (let i = 0; i < elemCount; i++) {
    const cpu = perCpu ? Math.floor(i / share) : 0;
    const element = k.views.element(elems + i * elemSize);
    element.lruCpu = cpu;
    element.lruType = LRU_FREE;
    addFirst(k, nodeOf(elems + i * elemSize), listHead(lruListOf(k, map, cpu), LRU_FREE));
  }
  const htab = k.views.htab(htabOf(k, map));
  htab.scans = perCpu ? PERCPU_FREE_TARGET : LOCAL_FREE_TARGET;
  htab.targetFree = Math.min(Math.max(Math.floor(share / 2), 1), LOCAL_FREE_TARGET);
}

function initLruList(k: Kernel, list: Addr): void {
  for (const type of [LRU_ACTIVE, LRU_INACTIVE, LRU_FREE]) initList(k, listHead(list, type));
  k.views.lruList(list).nextRotation = listHead(list, LRU_INACTIVE);
}

function initLocalList(k: Kernel, local: Addr, cpu: number): void {
  initList(k, local + LOCAL_FREE);
  initList(k, local + LOCAL_PENDING);
  k.views.lruLocal(local).nextSteal = cpu;
}

function count(k: Kernel, list: Addr, type: number, change: number): void {
  if (type === LRU_ACTIVE) k.views.lruList(list).activeCount += change;
  else if (type === LRU_INACTIVE) k.views.lruList(list).inactiveCount += change;
}

/** If the rotation would begin at this node, it begins at the one before. */
function passRotation(k: Kernel, list: Addr, node: Addr): void {
  if (k.views.lruList(list).nextRotation !== node) return;
  const before = previous(k, node);
  k.views.lruList(list).nextRotation = before;
}

/** Moves within and between active, inactive and free; clears the reference bit. kernel: __bpf_lru_node_move() */
export function moveNode(k: Kernel, list: Addr, element: Addr, type: number): void {
  const view = k.views.element(element);
  const from = view.lruType;
  view.lruType = type;
  view.lruRef = 0;
  if (from !== type) {
    count(k, list, from, -1);
    count(k, list, type, 1);
  }
  passRotation(k, list, nodeOf(element));
  moveFirst(k, nodeOf(element), listHead(list, type));
}

/** Out of the list to a free list, local or its own. kernel: __bpf_lru_node_move_to_free() */
export function moveToFree(k: Kernel, map: Addr, element: Addr): void {
  const list = lruListOf(k, map);
  passRotation(k, list, nodeOf(element));
  const view = k.views.element(element);
  const from = view.lruType;
  const perCpu = hasListPerCpu(k, map);
  k.views.element(element).lruType = perCpu ? LRU_FREE : LRU_LOCAL_FREE;
  count(k, list, from, -1);
  moveFirst(k, nodeOf(element), perCpu ? listHead(list, LRU_FREE) : localListOf(k, map) + LOCAL_FREE);
}

/** Moves this CPU's pending nodes, oldest first, to the shared list. kernel: __local_list_flush() */
export function flush(k: Kernel, map: Addr): void {
  const head = pendingHead(localListOf(k, map));
  const list = lruListOf(k, map);
  while (!isEmpty(k, head)) {
    const element = elementOf(previous(k, head));
    const view = k.views.element(element);
    const type = view.pendingFree !== 0 ? LRU_FREE : view.lruRef !== 0 ? LRU_ACTIVE : LRU_INACTIVE;
    view.pendingFree = 0;
    view.lruType = type;
    view.lruRef = 0;
    count(k, list, type, 1);
    moveFirst(k, nodeOf(element), listHead(list, type));
  }
}

/** kernel: __bpf_lru_list_rotate() */
export function rotate(k: Kernel, map: Addr): void {
  const list = lruListOf(k, map);
  const { activeCount, inactiveCount } = k.views.lruList(list);
  if (inactiveCount < activeCount) rotateActive(k, map, list);
  rotateInactive(k, map, list);
}

/** From the tail: referenced nodes to the head of the active list, others to the inactive one. */
function rotateActive(k: Kernel, map: Addr, list: Addr): void {
  const head = listHead(list, LRU_ACTIVE);
  const { scans } = k.views.htab(htabOf(k, map));
  const last = next(k, head);
  let node = previous(k, head);
  for (let i = 1; node !== head; i++) {
    const before = previous(k, node);
    const element = elementOf(node);
    moveNode(k, list, element, isReferenced(k, element) ? LRU_ACTIVE : LRU_INACTIVE);
    if (i === scans || node === last) return;
    node = before;
  }
}

/** From where the last rotation ended: referenced nodes to the active list. */
function rotateInactive(k: Kernel, map: Addr, list: Addr): void {
  const head = listHead(list, LRU_INACTIVE);
  if (isEmpty(k, head)) return;
  const { scans } = k.views.htab(htabOf(k, map));
  const start = k.views.lruList(list).nextRotation;
  let last = next(k, start);
  if (last === head) last = next(k, last);
  let following = head;
  let node = start;
  for (let i = 0; i < scans; ) {
    if (node === head) {
      node = previous(k, node);
      continue;
    }
    following = previous(k, node);
    if (isReferenced(k, elementOf(node))) moveNode(k, list, elementOf(node), LRU_ACTIVE);
    if (node === last) break;
    node = following;
    i++;
  }
  k.views.lruList(list).nextRotation = following;
}

/** Moves up to `target_free` free nodes of the shared list to this CPU's; how many. */
export function takeFree(k: Kernel, map: Addr): number {
  const head = listHead(lruListOf(k, map), LRU_FREE);
  const { targetFree } = k.views.htab(htabOf(k, map));
  let taken = 0;
  for (; taken < targetFree && !isEmpty(k, head); taken++) moveToFree(k, map, elementOf(next(k, head)));
  return taken;
}

/** The element in front of a local free list, taken off it; 0 if it is empty. */
export function popLocalFree(k: Kernel, local: Addr): Addr {
  const node = next(k, local + LOCAL_FREE);
  if (node === local + LOCAL_FREE) return 0;
  unlink(k, node);
  return elementOf(node);
}

/** Takes a node that was evicted off a pending list. */
export const unlinkNode = (k: Kernel, element: Addr): void => unlink(k, nodeOf(element));

/** The element now belongs to this CPU's pending list. kernel: __local_list_add_pending() */
export function addPending(k: Kernel, map: Addr, element: Addr, hash: number): void {
  const view = k.views.element(element);
  view.hash = hash;
  view.lruCpu = k.cpu;
  view.lruType = LRU_LOCAL_PENDING;
  view.lruRef = 0;
  addFirst(k, nodeOf(element), pendingHead(localListOf(k, map)));
}

/** The first free element of this CPU's own list goes to its inactive list; 0 if there is none. */
export function popOwnFree(k: Kernel, map: Addr, hash: number): Addr {
  const list = lruListOf(k, map);
  const head = listHead(list, LRU_FREE);
  if (isEmpty(k, head)) return 0;
  const element = elementOf(next(k, head));
  k.views.element(element).hash = hash;
  moveNode(k, list, element, LRU_INACTIVE);
  return element;
}

/** The lock that gives an element back: of the list it is on. */
export function pushLock(k: Kernel, map: Addr, element: Addr): Addr {
  const { lruType, lruCpu } = k.views.element(element);
  return lruType === LRU_LOCAL_PENDING ? localLock(k, map, lruCpu) : lruLock(k, map, lruCpu);
}

/** Puts an element on the free list it belongs to. kernel: bpf_lru_push_free() */
export function pushLruFree(k: Kernel, map: Addr, element: Addr): void {
  const { lruType, lruCpu } = k.views.element(element);
  if (lruType !== LRU_LOCAL_PENDING) return moveNode(k, lruListOf(k, map, lruCpu), element, LRU_FREE);
  const view = k.views.element(element);
  view.lruType = LRU_LOCAL_FREE;
  view.lruRef = 0;
  moveFirst(k, nodeOf(element), localListOf(k, map, lruCpu) + LOCAL_FREE);
}
