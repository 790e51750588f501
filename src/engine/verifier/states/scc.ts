/**
 * Strongly connected components of the control flow: the loops. States inside a loop need care until the whole loop
 * has been walked; their instructions carry the loop's number in the log.
 */

import type { Flow } from '../program/flow.ts';
import type { InsnAux } from '../program/insn-aux.ts';

/** `low` of instructions whose component is complete. */
const NOT_ON_STACK = 0x7fff_ffff;

/**
 * Gives every instruction the number of its component, from 1 in the order of completion; 0 for an instruction that
 * is alone and does not jump to itself. Returns the number of components + 1.
 * Tarjan's algorithm with an explicit stack (Pearce's variant: `low` of any visited successor may be taken).
 * kernel: verifier.c compute_scc()
 */
export function computeScc(flow: Flow, aux: InsnAux): number {
  const length = flow.first.length;
  const preorder = new Int32Array(length);
  const low = new Int32Array(length);
  const component: number[] = [];
  const walk: number[] = [];
  let nextPreorder = 1;
  let nextScc = 1;

  const enter = (insn: number): void => {
    preorder[insn] = nextPreorder;
    low[insn] = nextPreorder++;
    component.push(insn);
  };
  /** The first successor that was not visited; before it, `low` follows those that were. */
  const unvisitedSuccessor = (insn: number): number => {
    for (const next of [flow.first[insn], flow.second[insn]]) {
      if (next < 0) continue;
      if (preorder[next] === 0) return next;
      low[insn] = Math.min(low[insn], low[next]);
    }
    return -1;
  };
  const complete = (root: number): void => {
    const isLoop = component[component.length - 1] !== root || flow.first[root] === root || flow.second[root] === root;
    for (let insn = -1; insn !== root; ) {
      insn = component.pop() ?? root;
      low[insn] = NOT_ON_STACK;
      if (isLoop) aux.scc[insn] = nextScc;
    }
    if (isLoop) nextScc++;
  };

  for (let start = 0; start < length; start++) {
    if (preorder[start] !== 0) continue;
    walk.push(start);
    while (walk.length > 0) {
      const insn = walk[walk.length - 1];
      if (preorder[insn] === 0) enter(insn);
      const next = unvisitedSuccessor(insn);
      if (next >= 0) {
        walk.push(next);
        continue;
      }
      if (low[insn] === preorder[insn]) complete(insn);
      walk.pop();
    }
  }
  return nextScc;
}
