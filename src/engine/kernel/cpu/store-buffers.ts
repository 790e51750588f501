import type { Kernel } from '../kernel.ts';
import { MAX_PENDING_STORES, StoreBuffer } from '../layouts/cpu.ts';
import type { Addr } from '../memory/memory.ts';
import { TraceKind } from '../trace/trace.ts';
import { FENCE, type Order, PLAIN } from './routine.ts';

const ENTRIES = StoreBuffer.offset('entries');
const ENTRY = 12;
const MASK = 4;
const VALUE = 8;
/** Low bit of an entry's address: the last store of the step that made it. */
const LAST = 1;

/** A store that only its own CPU sees. */
export interface PendingStore {
  readonly address: Addr;
  /** The bytes of the word that were stored, and what. */
  readonly mask: number;
  readonly value: number;
}

/** A byte of a word that has changed makes 0xff in the mask. */
function changedBytes(before: number, after: number): number {
  let mask = 0;
  for (let byte = 0xff; byte !== 0; byte <<= 8) if (((before ^ after) & byte) !== 0) mask |= byte;
  return mask;
}

/**
 * Total store order, as on x86: what a CPU stores plainly waits in its store buffer, where its own loads find it and nobody
 * else's do, until it is drained, oldest first. There is one where the switch `store_buffers` is on.
 *
 *   memory of all CPUs:  x=0 y=0       CPU 0 stores x=1:  | x=1 |      CPU 1 stores y=1:  | y=1 |
 *   CPU 0 loads y: 0                   CPU 1 loads x: 0                CPU 0 loads x: 1, out of its buffer
 *
 * Between two steps memory is what all CPUs see. A step is made in memory as its own CPU sees it: `begin` writes the pending
 * stores there, `end` takes them back, together with what the step has stored if that was plain. Whatever a step stores
 * otherwise, under a lock or as an atomic operation, drains the buffer, and so does a fence. Shared is the heap: frames,
 * stacks of programs and per-CPU data are the CPU's own. The stores of one step stay together, and a store that
 * changes nothing is none.
 */
export class StoreBuffers {
  private readonly k: Kernel;
  private readonly first: Addr;
  /** Where the heap begins, as a word. */
  private readonly shared: number;
  private readonly buffer: ReturnType<typeof StoreBuffer.rawCursor>;
  /** Of the step under way: its CPU, what all others see in the words that differ, its stores, and whether it drains. */
  private at: Addr = 0;
  private readonly behind = new Map<number, number>();
  private groups: PendingStore[][] = [];
  private drains = false;
  private from = 0;

  /** Buffers at `first`, one behind the other; what lies above is shared. */
  constructor(k: Kernel, first: Addr, shared: Addr) {
    this.k = k;
    this.first = first;
    this.shared = shared >> 2;
    this.buffer = StoreBuffer.rawCursor(k.memory);
  }

  isEmpty(cpu: number): boolean {
    return this.buffer(this.bufferOf(cpu)).count === 0;
  }

  /** Oldest first. */
  pending(cpu: number): readonly PendingStore[] {
    const at = this.bufferOf(cpu);
    return Array.from({ length: this.buffer(at).count }, (_, i) => this.entry(at, i));
  }

  // ---- a step

  /** The step that follows is made by `cpu`. */
  begin(cpu: number): void {
    const { memory } = this.k;
    this.at = this.bufferOf(cpu);
    this.behind.clear();
    this.groups = [];
    this.drains = false;
    for (const store of this.pending(cpu)) {
      this.remember(store.address >> 2, memory.load32(store.address));
      this.apply(store);
    }
    this.from = memory.journal.takePosition();
  }

  /** What the step has stored so far is plain, as that of programs is; unless there was a fence among it. */
  takePlain(fenced: boolean): void {
    this.addGroup(this.stored());
    if (fenced) this.drains = true;
    this.from = this.k.memory.journal.takePosition();
  }

  /** The step is made; its stores (since `takePlain`) are of this order. */
  end(order: Order): void {
    const stored = this.stored();
    if (order === PLAIN) this.addGroup(stored);
    else if (order === FENCE || stored.size > 0) this.drains = true;
    const { count } = this.buffer(this.at);
    const added = this.groups.reduce((sum, group) => sum + group.length, 0);
    if (this.drains || count + added > MAX_PENDING_STORES) return this.clear();
    if (count + added === 0) return;
    for (const [word, value] of this.behind) this.k.memory.store32(word << 2, value);
    this.append();
  }

  /** The shared words that the step has changed, with what they were. An allocation, a free, and more than the journal holds drain. */
  private stored(): ReadonlyMap<number, number> {
    const { journal, metaBase, words } = this.k.memory;
    const stored = new Map<number, number>();
    if (this.from < journal.oldest) this.drains = true;
    for (let at = Math.max(this.from, journal.oldest); at < journal.position; at++) {
      const entry = journal.entry(at);
      const word = journal.wordAt(entry);
      if (word >= metaBase >> 2) this.drains = true;
      else if (word >= this.shared && !stored.has(word)) stored.set(word, journal.oldAt(entry));
    }
    for (const [word, old] of stored) if (words[word] === old) stored.delete(word);
    return stored;
  }

  private addGroup(stored: ReadonlyMap<number, number>): void {
    if (stored.size === 0) return;
    const { words } = this.k.memory;
    for (const [word, old] of stored) this.remember(word, old);
    this.groups.push(
      [...stored].map(([word, old]) => ({
        address: word << 2,
        mask: changedBytes(old, words[word]),
        value: words[word],
      })),
    );
  }

  private remember(word: number, value: number): void {
    if (!this.behind.has(word)) this.behind.set(word, value);
  }

  private append(): void {
    let { count } = this.buffer(this.at);
    for (const group of this.groups) {
      for (const [i, store] of group.entries()) this.setEntry(this.at, count++, store, i === group.length - 1);
    }
    this.buffer(this.at).count = count;
  }

  // ---- draining

  /** The stores of the oldest step become visible. */
  drainOne(cpu: number): void {
    const at = this.bufferOf(cpu);
    const { memory } = this.k;
    let taken = 0;
    for (let isLast = false; !isLast; taken++) {
      isLast = (memory.load32(at + ENTRIES + ENTRY * taken) & LAST) !== 0;
      this.makeVisible(this.entry(at, taken));
    }
    const left = this.buffer(at).count - taken;
    for (let i = 0; i < ENTRY * left; i += 4) {
      memory.store32(at + ENTRIES + i, memory.load32(at + ENTRIES + ENTRY * taken + i));
    }
    memory.clear(at + ENTRIES + ENTRY * left, ENTRY * taken);
    this.buffer(at).count = left;
  }

  /** All stores of the CPU become visible: something serialises it. */
  drainAll(cpu: number): void {
    while (!this.isEmpty(cpu)) this.drainOne(cpu);
  }

  /** By now somebody else may have freed what was stored to. */
  private makeVisible(store: PendingStore): void {
    const { k } = this;
    k.memory.touch(store.address);
    this.apply(store);
    k.record(TraceKind.storeDrain, store.address, k.memory.load32(store.address));
  }

  private apply({ address, mask, value }: PendingStore): void {
    const { memory } = this.k;
    memory.store32(address, (memory.load32(address) & ~mask) | (value & mask));
  }

  // ---- the records

  private bufferOf(cpu: number): Addr {
    return this.first + cpu * StoreBuffer.size;
  }

  private clear(): void {
    this.k.memory.clear(this.at + ENTRIES, ENTRY * this.buffer(this.at).count);
    this.buffer(this.at).count = 0;
  }

  private entry(buffer: Addr, index: number): PendingStore {
    const at = buffer + ENTRIES + ENTRY * index;
    const { memory } = this.k;
    return { address: memory.load32(at) & ~LAST, mask: memory.load32(at + MASK), value: memory.load32(at + VALUE) };
  }

  private setEntry(buffer: Addr, index: number, { address, mask, value }: PendingStore, isLast: boolean): void {
    const at = buffer + ENTRIES + ENTRY * index;
    const { memory } = this.k;
    memory.store32(at, address | (isLast ? LAST : 0));
    memory.store32(at + MASK, mask);
    memory.store32(at + VALUE, value & mask);
  }
}
