import { TRACE_SIZE } from '../../engine/kernel/trace.ts';
import type { TraceAnswer } from '../../engine/scenario/queries.ts';

/** The trace as far as the page has it. The arrays of a view never change in the range it shows. */
export interface TraceView {
  readonly records: Int32Array;
  readonly names: readonly string[];
  /** Records before this number have happened; those after it are known from before the machine went back. */
  readonly happened: number;
  /** Another number when records were replaced, not only added. */
  readonly generation: number;
}

let generations = 0;

/** A number that no other array of records has. */
const newGeneration = () => generations++;

/**
 * Collects the parts of the trace that the worker sends. When the machine goes back, the worker forgets what comes
 * after; the page keeps it, to show what lies ahead, until the run takes another way.
 */
export class TraceStore {
  private words = new Int32Array(1 << 14);
  private used = 0;
  private happened = 0;
  private generation = newGeneration();
  private names: readonly string[] = [];

  /** Number of the record that the machine writes next: what to ask for. */
  get count(): number {
    return this.happened;
  }

  get nameCount(): number {
    return this.names.length;
  }

  /** Takes records that follow what has happened, or replace a part of it. */
  add(part: TraceAnswer): TraceView {
    const from = part.from * TRACE_SIZE;
    const end = from + part.records.length;
    if (!this.isKnown(part.records, from)) {
      if (from < this.used) this.branch(from);
      this.grow(end);
      this.words.set(part.records, from);
      this.used = end;
    }
    this.happened = end / TRACE_SIZE;
    if (part.names.length > 0) this.names = [...this.names.slice(0, part.namesFrom), ...part.names];
    return this.view();
  }

  private isKnown(records: Int32Array, from: number): boolean {
    if (from + records.length > this.used) return false;
    return records.every((word, i) => word === this.words[from + i]);
  }

  /** What lies from `from` on will not happen: earlier views keep the old array. */
  private branch(from: number): void {
    this.words = this.words.slice();
    this.used = from;
    this.generation = newGeneration();
  }

  private grow(words: number): void {
    if (words <= this.words.length) return;
    const larger = new Int32Array(Math.max(words, this.words.length * 2));
    larger.set(this.words.subarray(0, this.used));
    this.words = larger;
  }

  private view(): TraceView {
    return {
      records: this.words.subarray(0, this.used),
      names: this.names,
      happened: this.happened,
      generation: this.generation,
    };
  }
}
