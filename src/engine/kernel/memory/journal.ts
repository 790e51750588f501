import { assert } from '../../../lib/assert.ts';

/** How many entries were ever written: grows for ever, goes back only with `unwind`. */
export type JournalPosition = number;

/** A moment to which the memory can go back. */
export interface Mark {
  readonly journal: JournalPosition;
  /** The hash as it was known then, and up to where in the journal it counted. */
  readonly low: number;
  readonly high: number;
  readonly hashedAt: JournalPosition;
}

const MIN_ENTRIES = 16;
const FIRST_ENTRIES = 1 << 14;
const ENTRY_BYTES = 8;
/** Words that `note` remembers: one for each value of the low bits of a word's index. */
const RECENT_BITS = 11;
const RECENT = 1 << RECENT_BITS;
const LAST_EPOCH = 1 << 30;

/**
 * A ring of (word index, old word). It starts small, doubles up to its budget, then forgets the oldest entries.
 *
 * Only positions that `takePosition` gave can be gone back to: of the stores to a word between two of them the first one
 * is enough. `recent` has the words noted since the last one was taken, each as `epoch` + the high bits of its index.
 */
export class Journal {
  private words: Int32Array;
  private capacity: number;
  private readonly maxCapacity: number;
  /** Entry to be written next, in the ring. */
  private head = 0;
  /** Entries that can be unwound, and those forgotten before them. */
  private used = 0;
  private forgotten = 0;
  private readonly recent = new Int32Array(RECENT);
  private readonly epochSize: number;
  private epoch = 0;

  /** A journal of so many bytes at most for a memory of so many words. */
  constructor(budgetBytes: number, memoryWords: number) {
    this.epochSize = (memoryWords >>> RECENT_BITS) + 1;
    this.epoch = this.epochSize;
    let entries = MIN_ENTRIES;
    while (entries * 2 * ENTRY_BYTES <= budgetBytes) entries *= 2;
    this.maxCapacity = entries;
    this.capacity = Math.min(entries, FIRST_ENTRIES);
    this.words = new Int32Array(2 * this.capacity);
  }

  get position(): JournalPosition {
    return this.forgotten + this.used;
  }

  /** The position, to be gone back to or to be counted from. */
  takePosition(): JournalPosition {
    this.beginEpoch();
    return this.position;
  }

  private beginEpoch(): void {
    this.epoch += this.epochSize;
    if (this.epoch < LAST_EPOCH) return;
    this.recent.fill(0);
    this.epoch = this.epochSize;
  }

  /** Journals what a word was before a store, unless it is known since the last position was taken. Hot: `bench machine`. */
  note(index: number, old: number): void {
    const tag = this.epoch + (index >>> RECENT_BITS);
    const slot = index & (RECENT - 1);
    if (this.recent[slot] === tag) return;
    this.recent[slot] = tag;
    this.push(index, old);
  }

  /** The oldest position that `unwind` can still reach. */
  get oldest(): JournalPosition {
    return this.forgotten;
  }

  /** Hot: `bench machine`. */
  push(index: number, old: number): void {
    if (this.used === this.capacity) this.makeRoom();
    const at = this.head * 2;
    this.words[at] = index;
    this.words[at + 1] = old;
    this.head = (this.head + 1) & (this.capacity - 1);
    this.used++;
  }

  /** `note` for `count` words as they are in `memory`: until the next position is taken they may be stored past the journal. */
  noteRange(first: number, count: number, memory: Int32Array): void {
    const { recent, epoch } = this;
    for (let index = first; index < first + count; index++) {
      const tag = epoch + (index >>> RECENT_BITS);
      if (recent[index & (RECENT - 1)] === tag) continue;
      recent[index & (RECENT - 1)] = tag;
      this.push(index, memory[index]);
    }
  }

  /** `noteRange` for a block whose last word is only ever noted here: one look tells whether the others are known. */
  noteBlock(first: number, count: number, memory: Int32Array): void {
    const last = first + count - 1;
    if (this.recent[last & (RECENT - 1)] !== this.epoch + (last >>> RECENT_BITS)) this.noteRange(first, count, memory);
  }

  /** Puts the old words back, newest first, down to `position`. */
  unwind(position: JournalPosition, memory: Int32Array): void {
    this.beginEpoch();
    for (let n = this.position - position; n > 0; n--) {
      const at = this.drop();
      memory[this.words[at]] = this.words[at + 1];
    }
  }

  /** Takes the newest entry off, after `unwind`: what `wordAt` and `oldAt` take, valid until the next `push`. */
  drop(): number {
    assert(this.used > 0, 'the journal is empty');
    this.head = (this.head - 1) & (this.capacity - 1);
    this.used--;
    return 2 * this.head;
  }

  /** The entry written at `position`, for `wordAt` and `oldAt`. */
  entry(position: JournalPosition): number {
    return 2 * ((this.head - (this.position - position)) & (this.capacity - 1));
  }

  wordAt(entry: number): number {
    return this.words[entry];
  }

  oldAt(entry: number): number {
    return this.words[entry + 1];
  }

  /** Forgets everything: nothing before now can be undone. */
  forget(): void {
    this.beginEpoch();
    this.forgotten += this.used;
    this.used = 0;
  }

  private makeRoom(): void {
    if (this.capacity < this.maxCapacity) this.grow();
    else this.forgetOldest();
  }

  /** A sixteenth at a time, so that this is rare. */
  private forgetOldest(): void {
    const dropped = this.capacity >> 4;
    this.forgotten += dropped;
    this.used -= dropped;
  }

  private grow(): void {
    const grown = new Int32Array(4 * this.capacity);
    // The ring is full: the oldest entry lies at the head.
    grown.set(this.words.subarray(2 * this.head));
    grown.set(this.words.subarray(0, 2 * this.head), 2 * (this.capacity - this.head));
    this.head = this.capacity;
    this.words = grown;
    this.capacity *= 2;
  }
}
