import type { VerifierState } from './env.ts';

/** A stored state with its record of use. kernel: struct bpf_verifier_state_list */
export interface CachedState {
  readonly state: VerifierState;
  missCount: number;
  hitCount: number;
}

/** Instructions share lists of stored states by number modulo the program's length, and by call site. */
export class StateCache {
  readonly #lists: (CachedState[] | undefined)[] = [];
  readonly #length: number;
  /** Stored states, and states that were evicted while paths still led through them. */
  explored = 0;
  evicted: CachedState[] = [];

  constructor(length: number) {
    this.#length = length;
  }

  /** kernel: verifier.c explored_state() */
  listFor(insnIdx: number, callsite: number): CachedState[] {
    const at = (insnIdx ^ callsite) >>> 0;
    const index = at % this.#length;
    const list = this.#lists[index] ?? [];
    this.#lists[index] = list;
    return list;
  }
}
