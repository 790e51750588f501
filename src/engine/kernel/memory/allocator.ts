import { assert } from '../../../lib/assert.ts';
import type { Globals } from '../layouts/cpu.ts';
import { type AnyLayout, derived, layout, ptr, u32 } from './layout.ts';
import { type Addr, DERIVED, FREED, FREED_FILL, HEADER, LIVE, type Memory, NULL_PAGE, STATE } from './memory.ts';

/**
 * kmalloc: objects with a header in front that remembers who allocated and who freed them.
 *
 *   | header (8 words, never accessible) | object … | next header …
 *
 * Each actor (CPU and context) takes small objects from an arena of its own, so that addresses depend on what the actor
 * did and not on the order of the CPUs' steps. Freed objects are filled, wait in a quarantine, and are reused only
 * once the quarantine is over its budget, oldest first.
 */

const ObjectHeader = layout('object', {
  /** Bytes of the object, a multiple of 16. */
  size: derived(u32()),
  /** Index of the layout's name in the machine's name table. */
  what: derived(u32()),
  /** Actors of allocation and free, 16 bits each, then place (trace name of the step) and number of the step. */
  actors: derived(u32()),
  allocatedAt: derived(u32()),
  allocatedStep: derived(u32()),
  freedAt: derived(u32()),
  /** Next in quarantine or in the free list of its size. */
  next: derived(ptr('object')),
  freedStep: derived(u32()),
});

const ACTOR_BITS = 16;
const ACTOR_MASK = 0xffff;

const ALIGN = 16;
const ARENA_BYTES = 1 << 16;
const SMALL = 1024;
/** Free lists for sizes of 16 … 4096 in steps of 16; larger objects are searched for in one list. */
const SIZE_CLASSES = 257;
const QUARANTINE_BYTES = 1 << 20;

/** Who does something and where: for the sanitizer's reports. */
export interface Actor {
  /** cpu | context << 8 */
  readonly who: number;
  /** Trace name of the step. */
  readonly where: number;
  readonly step: number;
}

/** What is known about an object that an address lies in. */
export interface Provenance {
  readonly object: Addr;
  readonly size: number;
  readonly what: number;
  readonly allocatedBy: number;
  readonly allocatedAt: number;
  readonly allocatedStep: number;
  readonly freedBy: number;
  readonly freedAt: number;
  readonly freedStep: number;
}

type GlobalsCursor = ReturnType<ReturnType<typeof Globals.cursor>>;

export class Allocator {
  private readonly memory: Memory;
  private readonly globals: () => GlobalsCursor;
  private readonly header: ReturnType<typeof ObjectHeader.rawCursor>;
  /** One word per size class, then two per arena (top and end). */
  private readonly tables: Addr;
  private readonly arenaTable: Addr;
  private readonly arenas: number;

  /** Takes the memory from `heapStart` on; `arenas` actors get an arena of their own. */
  constructor(memory: Memory, globals: () => GlobalsCursor, heapStart: Addr, arenas: number) {
    this.memory = memory;
    this.globals = globals;
    this.arenas = arenas;
    this.header = ObjectHeader.rawCursor(memory);
    this.tables = alignUp(heapStart);
    this.arenaTable = this.tables + 4 * SIZE_CLASSES;
    const tableEnd = alignUp(this.arenaTable + 8 * arenas);
    memory.setMeta(this.tables, tableEnd - this.tables, LIVE | DERIVED);
    this.globals().heapTop = tableEnd;
    for (let arena = 0; arena < arenas; arena++) this.giveArena(arena);
  }

  private giveArena(arena: number): void {
    const start = this.takeTop(ARENA_BYTES);
    this.memory.store32(this.arenaTable + 8 * arena, start);
    this.memory.store32(this.arenaTable + 8 * arena + 4, start + ARENA_BYTES);
  }

  /** Memory for one struct of `type`; 0 if there is none left. Contents are whatever was there before. */
  allocate(type: AnyLayout, what: number, arena: number, actor: Actor): Addr {
    const object = this.take(type.size, what, arena, actor);
    if (object !== 0) type.claim(this.memory, object);
    return object;
  }

  /** `bytes` bytes of one hash class; 0 if there is no memory left. */
  allocateBytes(bytes: number, what: number, arena: number, actor: Actor, hashClass = STATE): Addr {
    const object = this.take(bytes, what, arena, actor);
    if (object !== 0) this.memory.setMeta(object, alignUp(bytes, 4), LIVE | hashClass);
    return object;
  }

  private take(bytes: number, what: number, arena: number, actor: Actor): Addr {
    const size = Math.max(ALIGN, alignUp(bytes));
    const object = this.reuse(size) || this.carve(size, arena);
    if (object === 0) return 0;
    this.memory.setMeta(object - ObjectHeader.size, ObjectHeader.size, HEADER | DERIVED);
    const header = this.headerOf(object);
    header.size = size;
    header.what = what;
    header.actors = actor.who;
    header.allocatedAt = actor.where;
    header.allocatedStep = actor.step;
    header.next = 0;
    return object;
  }

  private headerOf(object: Addr) {
    return this.header(object - ObjectHeader.size);
  }

  private listOf(size: number): Addr {
    return this.tables + 4 * Math.min(size >> 4, SIZE_CLASSES - 1);
  }

  private reuse(size: number): Addr {
    const list = this.listOf(size);
    const object = this.memory.load32(list);
    if (object === 0 || this.headerOf(object).size !== size) return 0;
    this.memory.store32(list, this.headerOf(object).next);
    return object;
  }

  private carve(size: number, arena: number): Addr {
    const bytes = size + ObjectHeader.size;
    if (size > SMALL) return this.fromTop(bytes);
    const top = this.memory.load32(this.arenaTable + 8 * arena);
    if (top + bytes > this.memory.load32(this.arenaTable + 8 * arena + 4)) return this.fromTop(bytes);
    this.memory.store32(this.arenaTable + 8 * arena, top + bytes);
    return top + ObjectHeader.size;
  }

  private fromTop(bytes: number): Addr {
    const start = this.takeTop(bytes);
    return start === 0 ? 0 : start + ObjectHeader.size;
  }

  private takeTop(bytes: number): Addr {
    const start = this.globals().heapTop;
    if (start + bytes > this.memory.size) return 0;
    this.globals().heapTop = start + bytes;
    return start;
  }

  /** Gives the object back: its memory is filled and must not be touched any more. */
  free(object: Addr, actor: Actor): void {
    assert(object > NULL_PAGE, `free of ${object}`);
    if (!this.memory.touch(object)) return;
    const header = this.headerOf(object);
    header.actors = (header.actors & ACTOR_MASK) | (actor.who << ACTOR_BITS);
    header.freedAt = actor.where;
    header.freedStep = actor.step;
    const size = header.size;
    this.memory.fill(object, size, FREED_FILL);
    this.memory.setMeta(object, size, FREED | DERIVED);
    this.quarantine(object, size);
  }

  private quarantine(object: Addr, size: number): void {
    const last = this.globals().quarantineTail;
    if (last === 0) this.globals().quarantineHead = object;
    else this.headerOf(last).next = object;
    this.headerOf(object).next = 0;
    const globals = this.globals();
    globals.quarantineTail = object;
    globals.quarantineBytes = globals.quarantineBytes + size;
    while (this.globals().quarantineBytes > QUARANTINE_BYTES) this.releaseOldest();
  }

  private releaseOldest(): void {
    const object = this.globals().quarantineHead;
    const header = this.headerOf(object);
    const { size, next } = header;
    const list = this.listOf(size);
    header.next = this.memory.load32(list);
    this.memory.store32(list, object);
    const globals = this.globals();
    globals.quarantineHead = next;
    if (next === 0) globals.quarantineTail = 0;
    globals.quarantineBytes = globals.quarantineBytes - size;
  }

  /** Addresses of all objects that are live, in no particular order. */
  *objects(): Generator<Addr> {
    for (let arena = 0; arena < this.arenas; arena++) {
      const top = this.memory.load32(this.arenaTable + 8 * arena);
      const end = this.memory.load32(this.arenaTable + 8 * arena + 4);
      yield* this.objectsBetween(end - ARENA_BYTES, top);
    }
    const lastEnd = this.memory.load32(this.arenaTable + 8 * this.arenas - 4);
    yield* this.objectsBetween(lastEnd, this.globals().heapTop);
  }

  private *objectsBetween(from: Addr, to: Addr): Generator<Addr> {
    for (let at = from; at < to; ) {
      const object = at + ObjectHeader.size;
      if (this.memory.shadowOf(object) === LIVE) yield object;
      at = object + this.headerOf(object).size;
    }
  }

  /** Trace name of what an object is. */
  whatOf(object: Addr): number {
    return this.headerOf(object).what;
  }

  /** The object in which `address` lies, live or freed; undefined outside of the heap. */
  provenance(address: Addr): Provenance | undefined {
    let a = address & ~3;
    while (a > this.tables && this.memory.shadowOf(a) !== HEADER) a -= 4;
    if (a <= this.tables) return undefined;
    const object = a + 4;
    const { size, what, actors, allocatedAt, allocatedStep, freedAt, freedStep } = this.headerOf(object);
    if (address >= object + size) return undefined;
    const [allocatedBy, freedBy] = [actors & ACTOR_MASK, actors >>> ACTOR_BITS];
    return { object, size, what, allocatedBy, allocatedAt, allocatedStep, freedBy, freedAt, freedStep };
  }
}

/** Rounds up to a multiple of a power of two. */
export const alignUp = (value: number, to = ALIGN): number => (value + to - 1) & ~(to - 1);
