import type { TraceAnswer } from '../../engine/scenario/queries.ts';

/** The trace as far as the page has it. The arrays of a view never change in the range it shows. */
export interface TraceView {
  readonly records: Int32Array;
  readonly names: readonly string[];
}

export const EMPTY_TRACE: TraceView = { records: new Int32Array(0), names: [] };

/** Collects the parts of the trace that the worker sends; grows by doubling, so that appending is cheap. */
export class TraceStore {
  private words = new Int32Array(1 << 14);
  private used = 0;
  private names: readonly string[] = [];
  private readonly recordWords: number;

  constructor(recordWords: number) {
    this.recordWords = recordWords;
  }

  /** Number of records, and of names: what to ask for next. */
  get count(): number {
    return this.used / this.recordWords;
  }

  get nameCount(): number {
    return this.names.length;
  }

  /** Takes an answer. A part that starts inside what is there replaces the rest: the run took another branch. */
  add(part: TraceAnswer): TraceView {
    const from = part.from * this.recordWords;
    if (from < this.used) this.words = this.words.slice();
    const end = from + part.records.length;
    if (end > this.words.length) {
      const larger = new Int32Array(Math.max(end, this.words.length * 2));
      larger.set(this.words.subarray(0, from));
      this.words = larger;
    }
    this.words.set(part.records, from);
    this.used = end;
    if (part.names.length > 0) this.names = [...this.names.slice(0, part.namesFrom), ...part.names];
    return this.view();
  }

  private view(): TraceView {
    return { records: this.words.subarray(0, this.used), names: this.names };
  }
}
