import type { VerifierState } from '../env.ts';

/** The states stored for pruning. kernel: env->explored_states, env->free_list */
export class StateCache {
  /** By instruction and call site modulo the program's length; the newest state last. */
  #lists: (VerifierState[] | undefined)[] = [];
  readonly #length: number;
  /** States in the lists, and states thrown out of them through which paths still lead. */
  exploredCount = 0;
  evictedCount = 0;

  constructor(programLength: number) {
    this.#length = programLength;
  }

  /** Forgets the states, not their numbers. kernel: free_states() */
  clear(): void {
    this.#lists = [];
  }

  /** The list that states at an instruction belong to, those of some other instructions among them. kernel: explored_state() */
  listFor(insnIdx: number, callsite: number): VerifierState[] {
    const index = ((insnIdx ^ callsite) >>> 0) % this.#length;
    const list = this.#lists[index] ?? [];
    this.#lists[index] = list;
    return list;
  }
}
