import { TRACE_SIZE } from '../../engine/kernel/trace/trace.ts';
import type { TraceAnswer } from '../../engine/scenario/queries.ts';

/** The trace as far as the page has it. The arrays of a view never change in the range it shows. */
export interface TraceView {
  /** Number of the first record that is kept. */
  readonly first: number;
  readonly records: Int32Array;
  readonly names: readonly string[];
  /** Records before this number have happened; those after it are known from before the machine went back. */
  readonly happened: number;
  /** Another number when records were replaced or dropped, not only added. */
  readonly generation: number;
}

/** As many records as the worker keeps; twice as many are dropped to this at once. */
const KEPT_RECORDS = 1 << 17;

let generations = 0;

/** A number that no other array of records has. */
const newGeneration = () => generations++;

/**
 * Collects the parts of the trace that the worker sends. When the machine goes back, the worker forgets what comes
 * after; the page keeps it, to show what lies ahead, until the run takes another way.
 */
export class TraceStore {
  private words = new Int32Array(1 << 14);
  /** Words in use, and the number of the record that they begin with. */
  private used = 0;
  private first = 0;
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
    const isGap = part.from < this.first || part.from > this.first + this.used / TRACE_SIZE;
    if (isGap) this.restartAt(part.from);
    const at = (part.from - this.first) * TRACE_SIZE;
    if (!this.isKnown(part.records, at)) {
      if (at < this.used) this.branch(at);
      this.append(part.records);
    }
    this.happened = part.from + part.records.length / TRACE_SIZE;
    if (part.names.length > 0) this.names = [...this.names.slice(0, part.namesFrom), ...part.names];
    return this.view();
  }

  private isKnown(records: Int32Array, at: number): boolean {
    if (at + records.length > this.used) return false;
    return records.every((word, i) => word === this.words[at + i]);
  }

  /** What lies from `at` on will not happen: earlier views keep the old array. */
  private branch(at: number): void {
    this.words = this.words.slice();
    this.used = at;
    this.generation = newGeneration();
  }

  /** Records are missing in between, so nothing before them is of use. */
  private restartAt(first: number): void {
    this.words = new Int32Array(this.words.length);
    this.used = 0;
    this.first = first;
    this.generation = newGeneration();
  }

  private append(records: Int32Array): void {
    const end = this.used + records.length;
    if (end > this.words.length) {
      const larger = new Int32Array(Math.max(end, this.words.length * 2));
      larger.set(this.words.subarray(0, this.used));
      this.words = larger;
    }
    this.words.set(records, this.used);
    this.used = end;
    this.dropOldest();
  }

  private dropOldest(): void {
    const count = this.used / TRACE_SIZE;
    if (count <= 2 * KEPT_RECORDS) return;
    const dropped = count - KEPT_RECORDS;
    this.words = this.words.slice(dropped * TRACE_SIZE, this.used);
    this.used = this.words.length;
    this.first += dropped;
    this.generation = newGeneration();
  }

  private view(): TraceView {
    const { first, names, happened, generation } = this;
    return { first, records: this.words.subarray(0, this.used), names, happened, generation };
  }
}
