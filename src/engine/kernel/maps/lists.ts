/** Circular doubly linked lists in machine memory; a head is a node like any other. kernel: include/linux/list.h */
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';

export function initList(k: Kernel, head: Addr): void {
  const node = k.views.node(head);
  node.next = head;
  node.previous = head;
}

export const next = (k: Kernel, node: Addr): Addr => k.views.node(node).next;
export const previous = (k: Kernel, node: Addr): Addr => k.views.node(node).previous;
export const isEmpty = (k: Kernel, head: Addr): boolean => next(k, head) === head;

/** Puts a node first. kernel: list_add() */
export function addFirst(k: Kernel, node: Addr, head: Addr): void {
  const first = next(k, head);
  k.views.node(first).previous = node;
  const added = k.views.node(node);
  added.next = first;
  added.previous = head;
  k.views.node(head).next = node;
}

/** kernel: list_del() */
export function unlink(k: Kernel, node: Addr): void {
  const { next: after, previous: before } = k.views.node(node);
  k.views.node(after).previous = before;
  k.views.node(before).next = after;
}

/** kernel: list_move() */
export function moveFirst(k: Kernel, node: Addr, head: Addr): void {
  unlink(k, node);
  addFirst(k, node, head);
}
