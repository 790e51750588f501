const FIRST_CAPACITY = 1 << 12;

/**
 * A set of 64-bit hashes: open addressing in pairs of words, at most half full. The pair (0, 0) marks a free place, so that
 * the hash of zeros is kept apart.
 */
export class VisitedStates {
  private words = new Int32Array(2 * FIRST_CAPACITY);
  private count = 0;
  private hasZero = false;

  get size(): number {
    return this.count;
  }

  /** Adds a hash; false if it is there already. Hot: `bench explore`. */
  add(low: number, high: number): boolean {
    if ((low | high) === 0) return this.addZero();
    if (4 * this.count >= this.words.length) this.grow();
    const at = this.placeOf(low, high);
    if ((this.words[at] | this.words[at + 1]) !== 0) return false;
    this.words[at] = low;
    this.words[at + 1] = high;
    this.count++;
    return true;
  }

  private addZero(): boolean {
    if (this.hasZero) return false;
    this.hasZero = true;
    this.count++;
    return true;
  }

  /** Index of the pair, or of the free place where it belongs. */
  private placeOf(low: number, high: number): number {
    const { words } = this;
    const last = words.length - 2;
    let at = (2 * low) & last;
    while ((words[at] !== low || words[at + 1] !== high) && (words[at] | words[at + 1]) !== 0) at = (at + 2) & last;
    return at;
  }

  private grow(): void {
    const old = this.words;
    this.words = new Int32Array(2 * old.length);
    for (let i = 0; i < old.length; i += 2) {
      if ((old[i] | old[i + 1]) === 0) continue;
      const at = this.placeOf(old[i], old[i + 1]);
      this.words[at] = old[i];
      this.words[at + 1] = old[i + 1];
    }
  }
}
