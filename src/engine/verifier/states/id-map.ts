const MAX_PAIRS = (11 + 64) * 8;

/**
 * Ids of one state and the ids that stand for them in another: registers that share an id in the first must share one
 * in the second. kernel: struct bpf_idmap
 */
export class IdMap {
  #count = 0;
  #lastTemporary = 0;
  readonly #old = new Int32Array(MAX_PAIRS);
  readonly #cur = new Int32Array(MAX_PAIRS);

  /** Forgets everything; ids above `lastId` are in nobody's use. */
  reset(lastId: number): void {
    this.#count = 0;
    this.#lastTemporary = lastId;
  }

  /** May `cur` stand for `old`? Remembers that it does. kernel: verifier.c check_ids() */
  check(old: number, cur: number): boolean {
    if ((old !== 0) !== (cur !== 0)) return false;
    if (old === 0) return true;
    for (let i = 0; i < this.#count; i++) {
      if (this.#old[i] === old) return this.#cur[i] === cur;
      if (this.#cur[i] === cur) return false;
    }
    if (this.#count === MAX_PAIRS) return false;
    this.#old[this.#count] = old;
    this.#cur[this.#count++] = cur;
    return true;
  }

  /**
   * The same for scalars. A stored scalar without id stood for itself, so relations of the other only say more; one
   * without id never stands for one that was related. Sums (`sumBits`) must be related to the same base.
   * kernel: verifier.c check_scalar_ids()
   */
  checkScalar(old: number, cur: number, sumBits: number): boolean {
    if (old === 0) return true;
    const curId = cur === 0 ? ++this.#lastTemporary : cur;
    if (!this.check(old, curId)) return false;
    return (old & sumBits) === 0 || this.check(old & ~sumBits, curId & ~sumBits);
  }
}
