import { assert } from '../../../lib/assert.ts';
import { type Hash64, HashSum, mixHigh, mixLow } from './hash.ts';
import { Journal, type JournalPosition, type Mark } from './journal.ts';

/**
 * The one memory of the machine. Everything that changes during a run lies here; every store goes through `store32`
 * (or a function made of it), which journals the old word.
 *
 *   0        4096                                  size            size + size / 4
 *   | null   | fixed areas, heap …                 | meta bytes    |
 *
 * One meta byte for each word: its hash class and its shadow. The meta bytes are themselves memory, so that undo
 * brings them back; they belong to no class.
 *
 *   bit  7..5   4..2     1..0
 *        0      shadow   class
 */

export { NULL_PAGE, POINTER_HIGH } from '../../vm/addresses.ts';

/** Offset of a byte in the memory; what a BPF pointer has in its low word. */
export type Addr = number;

/** High word of the address of a BPF function or of kernel text. */
export const TEXT_HIGH = 0xffffffff | 0;

/** Hash class of a word. STATE: always part of the hash. LAZY: while what it belongs to is in use. DERIVED: never. */
export const STATE = 0;
export const LAZY = 1;
export const DERIVED = 2;
const CLASS_MASK = 3;

/** Shadow of a word, in the manner of KASAN. */
export const WILD = 0 << 2;
export const LIVE = 1 << 2;
export const FREED = 2 << 2;
export const HEADER = 3 << 2;
const SHADOW_MASK = 7 << 2;

/** What fills memory that was really freed (kernel: POISON_FREE). */
export const FREED_FILL = 0x6b6b6b6b;

export interface MemoryOptions {
  /** Usable size; default 16. */
  readonly mebibytes?: number;
  /** A SharedArrayBuffer beneath; needs a cross-origin isolated page. */
  readonly shared?: boolean;
  /** Upper bound of the journal's size in bytes; default 64 MiB. 0: nothing can be undone, only replayed. */
  readonly journalBytes?: number;
}

const PAGE = 65536;
const MIB = 1 << 20;
/** Whether a meta byte says that its word is of class STATE. */
const isState = (meta: number): boolean => (meta & CLASS_MASK) === STATE;

/** A bad access, found by the shadow. */
export interface BadAccess {
  readonly address: Addr;
  readonly shadow: typeof WILD | typeof FREED | typeof HEADER;
}

export class Memory {
  readonly wasm: WebAssembly.Memory;
  readonly words: Int32Array;
  readonly bytes: Uint8Array;
  /** Usable bytes, from 0. */
  readonly size: number;
  /** Byte offset of the meta byte of word 0. */
  readonly metaBase: number;
  readonly journal: Journal;
  /** Without a journal the hash is made from scratch whenever somebody asks. */
  private readonly isJournaled: boolean;
  /** First bad access since the last `takeBadAccess()`. */
  badAccess: BadAccess | undefined;
  /**
   * The hash of the state at the journal's position `hashedAt`. What was stored since is counted when somebody asks: the
   * journal tells which words, so that a run that nobody names costs no hashing.
   */
  private low = 0;
  private high = 0;
  private hashedAt: JournalPosition = 0;
  /** A bit per word: counted in the renewal under way. */
  private readonly counted: Int32Array;

  constructor(options: MemoryOptions = {}) {
    this.size = (options.mebibytes ?? 16) * MIB;
    const pages = (this.size + this.size / 4) / PAGE;
    this.wasm = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: options.shared ?? false });
    this.words = new Int32Array(this.wasm.buffer);
    this.bytes = new Uint8Array(this.wasm.buffer);
    this.metaBase = this.size;
    this.journal = new Journal(options.journalBytes ?? 64 * MIB, this.words.length);
    this.isJournaled = options.journalBytes !== 0;
    this.counted = new Int32Array(this.size >> 7);
  }

  load32(a: Addr): number {
    return this.words[a >> 2];
  }

  load8(a: Addr): number {
    return this.bytes[a];
  }

  load16(a: Addr): number {
    return this.bytes[a] | (this.bytes[a + 1] << 8);
  }

  /** A word at any byte address. */
  loadUnaligned32(a: Addr): number {
    if ((a & 3) === 0) return this.words[a >> 2];
    const b = this.bytes;
    return b[a] | (b[a + 1] << 8) | (b[a + 2] << 16) | (b[a + 3] << 24);
  }

  /** A 64-bit word as a number: exact up to 2^53. */
  loadNumber64(a: Addr): number {
    return (this.words[a >> 2] >>> 0) + (this.words[(a >> 2) + 1] >>> 0) * 0x1_0000_0000;
  }

  /** Stores the aligned word at `a`: journals the old word. The core of every other store. Hot: `bench machine`. */
  store32(a: Addr, value: number): void {
    const word = a >> 2;
    const old = this.words[word];
    const next = value | 0;
    if (old === next) return;
    if (this.isJournaled) this.journal.note(word, old);
    this.words[word] = next;
  }

  store8(a: Addr, value: number): void {
    const shift = (a & 3) << 3;
    this.store32(a & ~3, (this.words[a >> 2] & ~(0xff << shift)) | ((value & 0xff) << shift));
  }

  store16(a: Addr, value: number): void {
    if ((a & 3) === 3) {
      this.store8(a, value);
      this.store8(a + 1, value >> 8);
      return;
    }
    const shift = (a & 3) << 3;
    this.store32(a & ~3, (this.words[a >> 2] & ~(0xffff << shift)) | ((value & 0xffff) << shift));
  }

  storeUnaligned32(a: Addr, value: number): void {
    if ((a & 3) === 0) return this.store32(a, value);
    this.store16(a, value);
    this.store16(a + 2, value >>> 16);
  }

  store64(a: Addr, low: number, high: number): void {
    this.storeUnaligned32(a, low);
    this.storeUnaligned32(a + 4, high);
  }

  /** Stores a non-negative number below 2^53 at an aligned address: `|` takes its low 32 bits. */
  storeNumber64(a: Addr, value: number): void {
    this.store32(a, value | 0);
    this.store32(a + 4, (value / 0x1_0000_0000) | 0);
  }

  /** Journals the words at `a` as they are: until the next mark they may then be stored past the journal. */
  journalWords(a: Addr, count: number): void {
    if (this.isJournaled) this.journal.noteRange(a >> 2, count, this.words);
  }

  /** `journalWords` for a block whose last word is never journaled but with it. */
  journalBlock(a: Addr, count: number): void {
    if (this.isJournaled) this.journal.noteBlock(a >> 2, count, this.words);
  }

  /** Copies `count` bytes; the ranges do not overlap. */
  copy(to: Addr, from: Addr, count: number): void {
    if (((to | from) & 3) === 0) {
      const whole = count & ~3;
      for (let i = 0; i < whole; i += 4) this.store32(to + i, this.words[(from + i) >> 2]);
      for (let i = whole; i < count; i++) this.store8(to + i, this.bytes[from + i]);
      return;
    }
    for (let i = 0; i < count; i++) this.store8(to + i, this.bytes[from + i]);
  }

  /** Stores bytes of the host: packets, contexts, keys and values of system calls. */
  storeBytes(to: Addr, source: Uint8Array): void {
    for (let i = 0; i < source.length; i++) this.store8(to + i, source[i]);
  }

  /** A copy of `count` bytes for the host. */
  bytesAt(a: Addr, count: number): Uint8Array {
    return this.bytes.slice(a, a + count);
  }

  /** Sets `count` bytes to zero. */
  clear(a: Addr, count: number): void {
    if (((a | count) & 3) !== 0) return this.fill(a, count, 0);
    const { words, journal, isJournaled } = this;
    for (let word = a >> 2; word < (a + count) >> 2; word++) {
      const old = words[word];
      if (old === 0) continue;
      if (isJournaled) journal.note(word, old);
      words[word] = 0;
    }
  }

  /** Fills whole words with `word` and a rest of fewer than four bytes with its low bytes. */
  fill(a: Addr, count: number, word: number): void {
    let i = 0;
    for (; i < count && ((a + i) & 3) !== 0; i++) this.store8(a + i, word & 0xff);
    for (; i + 4 <= count; i += 4) this.store32(a + i, word);
    for (; i < count; i++) this.store8(a + i, word & 0xff);
  }

  /** Gives the words of [a, a + count) a class and a shadow; the hash follows. `a` and `count` are multiples of 4. */
  setMeta(a: Addr, count: number, meta: number): void {
    if (((a | count) & 3) !== 0) throw new Error(`bug: meta of unaligned range ${a}+${count}`);
    const end = (a + count) >> 2;
    for (let word = a >> 2; word < end; word++) this.setWordMeta(word, meta);
  }

  private setWordMeta(word: number, meta: number): void {
    const at = this.metaBase + word;
    const old = this.bytes[at];
    if (old === meta) return;
    const changesClass = this.isJournaled && isState(old) !== isState(meta);
    if (changesClass) this.countStores();
    if (this.isJournaled) this.journal.push(at >> 2, this.words[at >> 2]);
    this.bytes[at] = meta;
    if (!changesClass) return;
    this.rehash(word, isState(old) ? this.words[word] : 0, isState(meta) ? this.words[word] : 0);
    this.hashedAt = this.journal.takePosition();
  }

  classOf(a: Addr): number {
    return this.bytes[this.metaBase + (a >> 2)] & CLASS_MASK;
  }

  shadowOf(a: Addr): number {
    return this.bytes[this.metaBase + (a >> 2)] & SHADOW_MASK;
  }

  /** Notes a bad access if the word at `a` is not live; the access itself goes on. True if it is fine. */
  touch(a: Addr): boolean {
    if (a < this.size && a >= 0 && (this.bytes[this.metaBase + (a >> 2)] & SHADOW_MASK) === LIVE) return true;
    this.noteBadAccess(a);
    return false;
  }

  /** `touch` for `count` bytes. */
  touchRange(a: Addr, count: number): boolean {
    if (a < 0 || a + count > this.size) return this.touch(Math.max(a + count, this.size));
    for (let at = a & ~3; at < a + count; at += 4) if (!this.touch(at)) return false;
    return true;
  }

  private noteBadAccess(address: Addr): void {
    if (this.badAccess !== undefined) return;
    const shadow = address >= 0 && address < this.size ? this.shadowOf(address) : WILD;
    this.badAccess = { address, shadow: shadow === FREED || shadow === HEADER ? shadow : WILD };
  }

  /** The first bad access since the last call. */
  takeBadAccess(): BadAccess | undefined {
    const found = this.badAccess;
    this.badAccess = undefined;
    return found;
  }

  mark(): Mark {
    return { journal: this.journal.takePosition(), low: this.low, high: this.high, hashedAt: this.hashedAt };
  }

  /** True while the journal still reaches back to the position. */
  reaches(position: JournalPosition): boolean {
    return this.isJournaled && position >= this.journal.oldest;
  }

  /** Brings every byte back to what it was at the mark. */
  undoTo(mark: Mark): void {
    assert(this.reaches(mark.journal), 'undo beyond the journal');
    this.journal.unwind(mark.journal, this.words);
    this.low = mark.low;
    this.high = mark.high;
    this.hashedAt = mark.hashedAt;
    this.badAccess = undefined;
  }

  /** The same for a position of the journal; the hash is taken back store by store as far as it has gone. */
  undoToPosition(position: JournalPosition): void {
    assert(this.reaches(position), 'undo beyond the journal');
    this.journal.unwind(Math.max(position, Math.min(this.hashedAt, this.journal.position)), this.words);
    while (this.journal.position > position) this.uncount(this.journal.drop());
    this.hashedAt = Math.min(this.hashedAt, position);
    this.badAccess = undefined;
  }

  private uncount(entry: number): void {
    const index = this.journal.wordAt(entry);
    const old = this.journal.oldAt(entry);
    if (index >= this.metaBase >> 2) this.uncountMeta(index, old);
    else if (isState(this.bytes[this.metaBase + index])) this.rehash(index, this.words[index], old);
    this.words[index] = old;
  }

  /** The four meta bytes in word `index` become those in `old`. */
  private uncountMeta(index: number, old: number): void {
    const first = (index << 2) - this.metaBase;
    for (let i = 0; i < 4; i++) {
      const was = isState(this.bytes[(index << 2) + i]);
      const is = isState(old >> (8 * i));
      if (was !== is) this.rehash(first + i, was ? this.words[first + i] : 0, is ? this.words[first + i] : 0);
    }
  }

  /** Stores happened past the journal (a checkpoint was restored): the hash is made from scratch when next asked for. */
  markStale(): void {
    this.hashedAt = -1;
  }

  /** A sum that begins with all words of class STATE. */
  stateSum(): HashSum {
    this.countStores();
    return new HashSum(this.low, this.high);
  }

  /** Hash of all words of class STATE. */
  stateHash(): Hash64 {
    return this.stateSum().text();
  }

  /** The same from scratch, without believing the running sum. */
  stateHashFromScratch(): Hash64 {
    return this.sumFromScratch().text();
  }

  /** Brings the hash up to date: from the journal, or from scratch where that is shorter or the journal has forgotten. */
  private countStores(): void {
    const { journal, hashedAt } = this;
    const { position } = journal;
    if (hashedAt === position && this.isJournaled) return;
    if (!this.reaches(hashedAt) || position - hashedAt > this.size >> 3) this.countAll();
    else this.countEntries(position);
    this.hashedAt = journal.takePosition();
  }

  private countAll(): void {
    const sum = this.sumFromScratch();
    this.low = sum.low;
    this.high = sum.high;
  }

  /** Only the oldest entry of each word counts: it has what the word was when the hash was made. Hot: `bench explore`. */
  private countEntries(position: JournalPosition): void {
    const { journal, counted, words } = this;
    const metaWord = this.metaBase >> 2;
    for (let at = this.hashedAt; at < position; at++) {
      const entry = journal.entry(at);
      const word = journal.wordAt(entry);
      if (word >= metaWord || (counted[word >> 5] & (1 << word)) !== 0) continue;
      counted[word >> 5] |= 1 << word;
      if (isState(this.bytes[this.metaBase + word])) this.rehash(word, journal.oldAt(entry), words[word]);
    }
    for (let at = this.hashedAt; at < position; at++) {
      const word = journal.wordAt(journal.entry(at));
      if (word < metaWord) counted[word >> 5] = 0;
    }
  }

  private sumFromScratch(): HashSum {
    const sum = new HashSum();
    const end = this.size >> 2;
    for (let word = 0; word < end; word++) {
      const value = this.words[word];
      if (value !== 0 && isState(this.bytes[this.metaBase + word])) sum.add(word, value);
    }
    return sum;
  }

  /** Hot: `bench explore`. */
  private rehash(word: number, old: number, next: number): void {
    let low = this.low;
    let high = this.high;
    if (old === next) return;
    if (old !== 0) {
      low -= mixLow(word, old);
      high -= mixHigh(word, old);
    }
    if (next !== 0) {
      low += mixLow(word, next);
      high += mixHigh(word, next);
    }
    this.low = low | 0;
    this.high = high | 0;
  }
}
