import type { VerifierState } from '../env.ts';

/**
 * States that are stored under one number: those of an instruction, and of others that it happens to share the number
 * with. Only their count matters to each other, so every instruction has a list of its own.
 */
export class StateBucket {
  /** States in all lists. */
  count = 0;
  readonly #insns: number[] = [];
  readonly #lists: VerifierState[][] = [];

  /** The states of an instruction, the newest last. */
  listFor(insnIdx: number): VerifierState[] {
    for (let i = 0; i < this.#insns.length; i++) if (this.#insns[i] === insnIdx) return this.#lists[i];
    const list: VerifierState[] = [];
    this.#insns.push(insnIdx);
    this.#lists.push(list);
    return list;
  }
}

/** The states stored for pruning. kernel: env->explored_states, env->free_list */
export class StateCache {
  /** By instruction and call site modulo the program's length. */
  readonly #buckets: (StateBucket | undefined)[];
  /** States in the lists, and states thrown out of them through which paths still lead. */
  exploredCount = 0;
  evictedCount = 0;

  constructor(programLength: number) {
    this.#buckets = new Array<StateBucket | undefined>(programLength).fill(undefined);
  }

  /** Forgets the states, not their numbers. kernel: free_states() */
  clear(): void {
    this.#buckets.fill(undefined);
  }

  /** Where states at an instruction belong. kernel: explored_state() */
  bucketFor(insnIdx: number, callsite: number): StateBucket {
    const index = ((insnIdx ^ callsite) >>> 0) % this.#buckets.length;
    const bucket = this.#buckets[index] ?? new StateBucket();
    this.#buckets[index] = bucket;
    return bucket;
  }
}
