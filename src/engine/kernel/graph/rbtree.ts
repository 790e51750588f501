/**
 * Red-black trees inside the objects of programs, which see their shape.
 *
 *   root, 16 bytes   top | leftmost
 *   node, 32 bytes   parent, bit 0 = black | right | left | owner     owner: the root of its tree, or NULL
 *
 * kernel: lib/rbtree.c, include/linux/rbtree.h, include/linux/bpf.h struct bpf_rb_node_kern
 */
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { storePointer } from '../memory/pointers.ts';

const LEFTMOST = 8;
const RIGHT = 8;
const LEFT = 16;
const OWNER = 24;
const BLACK = 1;

type Side = typeof LEFT | typeof RIGHT;

const otherSide = (side: Side): Side => (side === LEFT ? RIGHT : LEFT);

export const rootNode = (k: Kernel, root: Addr): Addr => k.memory.load32(root);
export const leftmostNode = (k: Kernel, root: Addr): Addr => k.memory.load32(root + LEFTMOST);
export const ownerOf = (k: Kernel, node: Addr): Addr => k.memory.load32(node + OWNER);
export const leftOf = (k: Kernel, node: Addr): Addr => child(k, node, LEFT);
export const rightOf = (k: Kernel, node: Addr): Addr => child(k, node, RIGHT);

const child = (k: Kernel, node: Addr, side: Side): Addr => k.memory.load32(node + side);
const parentOf = (k: Kernel, node: Addr): Addr => k.memory.load32(node) & ~BLACK;
/** NULL counts as black. */
const isBlack = (k: Kernel, node: Addr): boolean => node === 0 || (k.memory.load32(node) & BLACK) !== 0;

function setParent(k: Kernel, node: Addr, parent: Addr): void {
  const color = k.memory.load32(node) & BLACK;
  storePointer(k, node, parent);
  k.memory.store32(node, parent | color);
}

function paint(k: Kernel, node: Addr, black: boolean): void {
  k.memory.store32(node, parentOf(k, node) | (black ? BLACK : 0));
}

/** Makes a node one that is in no tree. kernel: RB_CLEAR_NODE() */
export function clearNode(k: Kernel, node: Addr): void {
  storePointer(k, node, node);
}

/** Puts `to`, which may be 0, where `from` hangs. */
function replaceChild(k: Kernel, root: Addr, from: Addr, to: Addr): void {
  const parent = parentOf(k, from);
  if (parent === 0) storePointer(k, root, to);
  else storePointer(k, parent + (leftOf(k, parent) === from ? LEFT : RIGHT), to);
  if (to !== 0) setParent(k, to, parent);
}

/** Turns `node` down to `side`; its child of the other side takes its place. */
function rotate(k: Kernel, root: Addr, node: Addr, side: Side): void {
  const up = child(k, node, otherSide(side));
  const moved = child(k, up, side);
  storePointer(k, node + otherSide(side), moved);
  if (moved !== 0) setParent(k, moved, node);
  replaceChild(k, root, node, up);
  storePointer(k, up + side, node);
  setParent(k, node, up);
}

const sideOf = (k: Kernel, node: Addr, parent: Addr): Side => (leftOf(k, parent) === node ? LEFT : RIGHT);

/** Hangs a new node below `parent` (0: the tree is empty) and balances the tree. kernel: rb_link_node(), rb_insert_color_cached() */
export function insertNode(k: Kernel, root: Addr, node: Addr, parent: Addr, toLeft: boolean): void {
  storePointer(k, node, parent);
  storePointer(k, node + LEFT, 0);
  storePointer(k, node + RIGHT, 0);
  storePointer(k, node + OWNER, root);
  storePointer(k, parent === 0 ? root : parent + (toLeft ? LEFT : RIGHT), node);
  if (parent === 0 || (toLeft && leftmostNode(k, root) === parent)) storePointer(k, root + LEFTMOST, node);
  balanceInserted(k, root, node);
}

/** No red node has a red parent afterwards. */
function balanceInserted(k: Kernel, root: Addr, inserted: Addr): void {
  let node = inserted;
  for (let parent = parentOf(k, node); !isBlack(k, parent); parent = parentOf(k, node)) {
    const grandparent = parentOf(k, parent);
    const side = sideOf(k, parent, grandparent);
    const uncle = child(k, grandparent, otherSide(side));
    if (isBlack(k, uncle)) {
      if (child(k, parent, otherSide(side)) === node) {
        rotate(k, root, parent, side);
        parent = node;
      }
      paint(k, parent, true);
      paint(k, grandparent, false);
      rotate(k, root, grandparent, otherSide(side));
      return;
    }
    paint(k, uncle, true);
    paint(k, parent, true);
    paint(k, grandparent, false);
    node = grandparent;
  }
  if (parentOf(k, node) === 0) paint(k, node, true);
}

/** Takes a node out of its tree. kernel: rb_erase_cached() */
export function eraseNode(k: Kernel, root: Addr, node: Addr): void {
  if (leftmostNode(k, root) === node) storePointer(k, root + LEFTMOST, successor(k, node));
  const hole = leftOf(k, node) === 0 || rightOf(k, node) === 0 ? cutOut(k, root, node) : cutInner(k, root, node);
  if (hole !== undefined) balanceErased(k, root, hole.parent, hole.side);
  clearNode(k, node);
  storePointer(k, node + OWNER, 0);
}

/** Below `parent` on this side a black node is missing. */
interface Hole {
  readonly parent: Addr;
  readonly side: Side;
}

/** A node with at most one child, which is red then. */
function cutOut(k: Kernel, root: Addr, node: Addr): Hole | undefined {
  const only = leftOf(k, node) || rightOf(k, node);
  const parent = parentOf(k, node);
  const side = parent === 0 ? LEFT : sideOf(k, node, parent);
  const wasBlack = isBlack(k, node);
  replaceChild(k, root, node, only);
  if (only !== 0) paint(k, only, wasBlack);
  return only === 0 && wasBlack && parent !== 0 ? { parent, side } : undefined;
}

/** A node with two children: the next one in order takes its place and colour. */
function cutInner(k: Kernel, root: Addr, node: Addr): Hole | undefined {
  const heir = farthest(k, rightOf(k, node), LEFT);
  const hole = cutOut(k, root, heir);
  for (const side of [LEFT, RIGHT] as const) {
    const below = child(k, node, side);
    storePointer(k, heir + side, below);
    if (below !== 0) setParent(k, below, heir);
  }
  const black = isBlack(k, node);
  replaceChild(k, root, node, heir);
  paint(k, heir, black);
  return hole?.parent === node ? { ...hole, parent: heir } : hole;
}

/** All ways down have as many black nodes again. kernel: ____rb_erase_color() */
function balanceErased(k: Kernel, root: Addr, below: Addr, onSide: Side): void {
  let parent = below;
  let side = onSide;
  for (;;) {
    const sibling = blackSibling(k, root, parent, side);
    if (!isBlack(k, leftOf(k, sibling)) || !isBlack(k, rightOf(k, sibling))) {
      return lendFrom(k, root, parent, side);
    }
    paint(k, sibling, false);
    const up = parentOf(k, parent);
    const wasRed = !isBlack(k, parent);
    paint(k, parent, true);
    if (wasRed || up === 0) return;
    side = sideOf(k, parent, up);
    parent = up;
  }
}

/** The node opposite of the hole, after a turn if it was red. */
function blackSibling(k: Kernel, root: Addr, parent: Addr, side: Side): Addr {
  const sibling = child(k, parent, otherSide(side));
  if (isBlack(k, sibling)) return sibling;
  paint(k, sibling, true);
  paint(k, parent, false);
  rotate(k, root, parent, side);
  return child(k, parent, otherSide(side));
}

/** The sibling has a red child: one or two turns fill the hole. */
function lendFrom(k: Kernel, root: Addr, parent: Addr, side: Side): void {
  const far = otherSide(side);
  if (isBlack(k, child(k, child(k, parent, far), far))) {
    const sibling = child(k, parent, far);
    paint(k, child(k, sibling, side), true);
    paint(k, sibling, false);
    rotate(k, root, sibling, far);
  }
  const sibling = child(k, parent, far);
  paint(k, sibling, isBlack(k, parent));
  paint(k, parent, true);
  paint(k, child(k, sibling, far), true);
  rotate(k, root, parent, side);
}

function farthest(k: Kernel, from: Addr, side: Side): Addr {
  let at = from;
  while (at !== 0 && child(k, at, side) !== 0) at = child(k, at, side);
  return at;
}

/** The next node in order; 0 at the end. */
function successor(k: Kernel, node: Addr): Addr {
  if (rightOf(k, node) !== 0) return farthest(k, rightOf(k, node), LEFT);
  let at = node;
  let up = parentOf(k, at);
  while (up !== 0 && rightOf(k, up) === at) {
    at = up;
    up = parentOf(k, at);
  }
  return up;
}

/** Empties the tree; its former top node, or 0. */
export function detachTree(k: Kernel, root: Addr): Addr {
  const top = rootNode(k, root);
  storePointer(k, root, 0);
  storePointer(k, root + LEFTMOST, 0);
  return top;
}

/** The nodes of a tree by its top, children before their parents. */
export function nodesBelow(k: Kernel, top: Addr): Addr[] {
  if (top === 0) return [];
  return [...nodesBelow(k, leftOf(k, top)), ...nodesBelow(k, rightOf(k, top)), top];
}
