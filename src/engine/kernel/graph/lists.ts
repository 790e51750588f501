/**
 * Doubly linked lists inside the objects of programs.
 *
 *   head, 16 bytes   next | prev             a head of zeros is an empty list
 *   node, 24 bytes   next | prev | owner     owner: the head of the list that it is on, or NULL
 *
 * kernel: include/linux/list.h, include/linux/bpf.h struct bpf_list_node_kern
 */
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { storePointer } from '../memory/pointers.ts';

const NEXT = 0;
const PREV = 8;
const OWNER = 16;

const next = (k: Kernel, at: Addr): Addr => k.memory.load32(at + NEXT);
const prev = (k: Kernel, at: Addr): Addr => k.memory.load32(at + PREV);

/** kernel: INIT_LIST_HEAD() */
export function initList(k: Kernel, head: Addr): void {
  storePointer(k, head + NEXT, head);
  storePointer(k, head + PREV, head);
}

function link(k: Kernel, before: Addr, after: Addr): void {
  storePointer(k, before + NEXT, after);
  storePointer(k, after + PREV, before);
}

const isEmpty = (k: Kernel, head: Addr): boolean => next(k, head) === 0 || next(k, head) === head;

/** True if the node is on a list. */
export const isListed = (k: Kernel, node: Addr): boolean => k.memory.load32(node + OWNER) !== 0;

/** Puts a node that is on no list at the front or the back. */
export function pushNode(k: Kernel, head: Addr, node: Addr, atBack: boolean): void {
  if (next(k, head) === 0) initList(k, head);
  const before = atBack ? prev(k, head) : head;
  const after = next(k, before);
  link(k, before, node);
  link(k, node, after);
  storePointer(k, node + OWNER, head);
}

/** The first or last node; 0 if the list is empty. */
export const endOf = (k: Kernel, head: Addr, atBack: boolean): Addr =>
  isEmpty(k, head) ? 0 : atBack ? prev(k, head) : next(k, head);

/** Takes the first or last node off the list; 0 if it is empty. */
export function popNode(k: Kernel, head: Addr, atBack: boolean): Addr {
  if (next(k, head) === 0) initList(k, head);
  const node = endOf(k, head, atBack);
  if (node === 0) return 0;
  link(k, prev(k, node), next(k, node));
  initList(k, node);
  storePointer(k, node + OWNER, 0);
  return node;
}

/** Empties the list; its former first node, or 0. The nodes stay linked, the last one to the head. */
export function detachList(k: Kernel, head: Addr): Addr {
  const first = endOf(k, head, false);
  initList(k, head);
  return first;
}

/** The nodes from `first` to the one before `head`. */
export function nodesFrom(k: Kernel, first: Addr, head: Addr): Addr[] {
  const nodes: Addr[] = [];
  for (let at = first; at !== 0 && at !== head; at = next(k, at)) nodes.push(at);
  return nodes;
}
