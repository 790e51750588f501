import { SLOT_SIZE } from '../program/layout.ts';

const START_WORDS = 1 << 16;
/** Memory that is kept from one verification to the next at most. */
const MAX_SPARE_WORDS = 1 << 22;

/** What the last verification left: pages that were touched before cost less than new ones. */
let spare: Int32Array | undefined;

function takeWords(): Int32Array {
  const words = spare ?? new Int32Array(START_WORDS);
  spare = undefined;
  return words;
}

/**
 * The memory of register and stack records. Stacks, whose capacity is a power of two, can be given back; they are kept
 * in lists, one per capacity.
 */
export class Arena {
  words = takeWords();
  #end: number;
  /** Free stacks by log2 of their capacity. */
  readonly #freeStacks: number[][] = [[], [], [], [], [], [], []];

  readonly #moved: (words: Int32Array) => void;

  /** The first `start` words are never handed out; `moved` hears of every replacement of `words`. */
  constructor(start: number, moved: (words: Int32Array) => void) {
    this.#end = start;
    this.#moved = moved;
    this.words.fill(0, 0, start);
  }

  /** Offset of `size` zeroed words. */
  allocateZeroed(size: number): number {
    const at = this.allocate(size);
    this.words.fill(0, at, at + size);
    return at;
  }

  /** Offset of `size` words with undefined contents, which are never given back. Replaces `words` when it is full. */
  allocate(size: number): number {
    const at = this.#end;
    this.#end += size;
    if (this.#end > this.words.length) this.#grow();
    return at;
  }

  #grow(): void {
    // Pages that are not touched cost nothing, copies of words that are do.
    let length = this.words.length * 4;
    while (length < this.#end) length *= 4;
    const words = new Int32Array(length);
    words.set(this.words);
    this.words = words;
    this.#moved(words);
  }

  /** The capacity of the smallest block that holds `slots` slots. */
  stackCapacity(slots: number): number {
    return slots <= 1 ? slots : 1 << (32 - Math.clz32(slots - 1));
  }

  /** Offset of a stack of `capacity` slots (a result of `stackCapacity`); contents are undefined. */
  allocateStack(capacity: number): number {
    if (capacity === 0) return 0;
    return this.#freeStacks[31 - Math.clz32(capacity)].pop() ?? this.allocate(capacity * SLOT_SIZE);
  }

  /** The verification is over: its words may serve the next one. */
  release(): void {
    if (this.words.length <= MAX_SPARE_WORDS && this.words.length > (spare?.length ?? 0)) spare = this.words;
    this.words = new Int32Array(0);
    this.#moved(this.words);
  }

  freeStack(at: number, capacity: number): void {
    if (capacity !== 0) this.#freeStacks[31 - Math.clz32(capacity)].push(at);
  }
}
