import { expect, it } from 'vitest';
import type { Kernel } from '../kernel.ts';
import { Machine } from '../machine.ts';
import { eraseNode, insertNode, leftmostNode, leftOf, nodesBelow, ownerOf, rightOf, rootNode } from './rbtree.ts';

const COUNT = 40;
const NODE = 32;

/** Black nodes on every way down; throws where the tree is not red and black as it should be. */
function blackDepth(k: Kernel, node: number, parent: number, parentIsRed: boolean): number {
  if (node === 0) return 1;
  const word = k.memory.load32(node);
  const isRed = (word & 1) === 0;
  expect(word & ~1).toBe(parent);
  expect(isRed && parentIsRed).toBe(false);
  const depths = [leftOf(k, node), rightOf(k, node)].map((child) => blackDepth(k, child, node, isRed));
  expect(depths[0]).toBe(depths[1]);
  return depths[0] + (isRed ? 0 : 1);
}

/** The keys in order: here a node's address is its key. */
const inOrder = (k: Kernel, node: number): number[] =>
  node === 0 ? [] : [...inOrder(k, leftOf(k, node)), node, ...inOrder(k, rightOf(k, node))];

function insert(k: Kernel, root: number, node: number): void {
  let parent = 0;
  for (let at = rootNode(k, root); at !== 0; at = node < parent ? leftOf(k, parent) : rightOf(k, parent)) parent = at;
  insertNode(k, root, node, parent, node < parent);
}

it('stays a red-black tree through any insertions and removals', () => {
  const machine = new Machine({ memoryMiB: 4 });
  const { kernel: k } = machine;
  machine.act(() => {
    const root = k.kzallocBytes(16, 'root');
    const first = k.kzallocBytes(COUNT * NODE, 'nodes');
    const present = new Set<number>();
    let seed = 1;
    for (let round = 0; round < 400; round++) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      const node = first + NODE * ((seed >>> 16) % COUNT);
      if (present.delete(node)) eraseNode(k, root, node);
      else {
        insert(k, root, node);
        present.add(node);
      }
      const sorted = [...present].toSorted((a, b) => a - b);
      expect(inOrder(k, rootNode(k, root))).toEqual(sorted);
      expect(leftmostNode(k, root)).toBe(sorted[0] ?? 0);
      expect(ownerOf(k, node)).toBe(present.has(node) ? root : 0);
      expect(nodesBelow(k, rootNode(k, root))).toHaveLength(sorted.length);
      blackDepth(k, rootNode(k, root), 0, true);
    }
  });
});
