/**
 * The control flow graph of instructions: who may follow whom inside a subprogram, and every subprogram's
 * instructions in post-order, which makes the fixed points of live registers and live stack slots converge fast.
 */
import { BPF_CALL, BPF_EXIT, BPF_JA, BPF_JMP, BPF_JMP32, classOf, opOf } from '../../isa/constants.ts';
import type { Code } from '../../isa/insn.ts';
import { isLdImm64, jmpOffset } from './code.ts';
import type { SubprogInfo } from './subprog-info.ts';

/** Each instruction has at most two successors; -1 = none. The kernel's order: the next one, then the jump's target. */
export interface Flow {
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Reachable instructions, subprogram by subprogram, each in post-order. */
  readonly postorder: Int32Array;
}

/**
 * The flow of a program that passed checkCfg(); every subprogram's `postorderStart` is set.
 * kernel: liveness.c bpf_insn_successors(), verifier.c compute_postorder()
 */
export function computeFlow(code: Code, subprogs: readonly SubprogInfo[]): Flow {
  const first = new Int32Array(code.length).fill(-1);
  const second = new Int32Array(code.length).fill(-1);
  for (let i = 0; i < code.length; i++) {
    const edges = edgesOf(code.opcode[i]);
    const next = i + (isLdImm64(code, i) ? 2 : 1);
    const target = i + jmpOffset(code, i) + 1;
    if (edges.next) first[i] = next;
    if (edges.jump && edges.next) second[i] = target;
    else if (edges.jump) first[i] = target;
  }
  return { first, second, postorder: computePostorder(first, second, subprogs) };
}

const STRAIGHT = { next: true, jump: false };
const BRANCHES = { next: true, jump: true };
const JUMPS = { next: false, jump: true };
const ENDS = { next: false, jump: false };

/** Calls are straight: what follows them is their return. */
function edgesOf(opcode: number): typeof STRAIGHT {
  const cls = classOf(opcode);
  if (cls !== BPF_JMP && cls !== BPF_JMP32) return STRAIGHT;
  switch (opOf(opcode)) {
    case BPF_EXIT:
      return ENDS;
    case BPF_JA:
      return JUMPS;
    case BPF_CALL:
      return STRAIGHT;
    default:
      return BRANCHES;
  }
}

const DISCOVERED = 1;
const EXPLORED = 2;

function computePostorder(first: Int32Array, second: Int32Array, subprogs: readonly SubprogInfo[]): Int32Array {
  const postorder = new Int32Array(first.length);
  const state = new Uint8Array(first.length);
  const stack: number[] = [];
  let count = 0;
  const discover = (insn: number): void => {
    if (insn < 0 || state[insn] !== 0) return;
    state[insn] = DISCOVERED;
    stack.push(insn);
  };
  for (const subprog of subprogs) {
    subprog.postorderStart = count;
    discover(subprog.start);
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      if ((state[top] & EXPLORED) !== 0) {
        postorder[count++] = top;
        stack.pop();
        continue;
      }
      discover(first[top]);
      discover(second[top]);
      state[top] |= EXPLORED;
    }
  }
  return postorder.subarray(0, count);
}
