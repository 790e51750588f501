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
  const component = new Int32Array(length);
  const walk = new Int32Array(length);
  let componentLength = 0;
  let nextPreorder = 1;
  let nextScc = 1;

  const enter = (insn: number): void => {
    preorder[insn] = nextPreorder;
    low[insn] = nextPreorder++;
    component[componentLength++] = insn;
  };
  /** The first successor that was not visited; before it, `low` follows those that were. */
  const unvisitedSuccessor = (insn: number): number => {
    const first = flow.first[insn];
    if (first < 0) return -1;
    if (preorder[first] === 0) return first;
    if (low[first] < low[insn]) low[insn] = low[first];
    const second = flow.second[insn];
    if (second < 0) return -1;
    if (preorder[second] === 0) return second;
    if (low[second] < low[insn]) low[insn] = low[second];
    return -1;
  };
  const complete = (root: number): void => {
    const isLoop = component[componentLength - 1] !== root || flow.first[root] === root || flow.second[root] === root;
    for (let insn = -1; insn !== root; ) {
      insn = component[--componentLength];
      low[insn] = NOT_ON_STACK;
      if (isLoop) aux.scc[insn] = nextScc;
    }
    if (isLoop) nextScc++;
  };

  for (let start = 0; start < length; start++) {
    if (preorder[start] !== 0) continue;
    let depth = 0;
    walk[depth++] = start;
    while (depth > 0) {
      const insn = walk[depth - 1];
      if (preorder[insn] === 0) enter(insn);
      const next = unvisitedSuccessor(insn);
      if (next >= 0) {
        walk[depth++] = next;
        continue;
      }
      if (low[insn] === preorder[insn]) complete(insn);
      depth--;
    }
  }
  return nextScc;
}
