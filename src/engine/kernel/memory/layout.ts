import { type Addr, DERIVED, LAZY, LIVE, type Memory, STATE } from './memory.ts';

/**
 * A struct is declared once: names, widths, kinds and hash classes of its fields. From the declaration come the
 * accessors, the inspector's rows, the edges of the ownership graph, the hash classes and the sanitizer's words.
 * Nobody else indexes memory.
 *
 *   const BpfTimer = layout('bpf_timer', { timer: ptr('bpf_hrtimer'), lock: lock(), pad: words(2) });
 *   const timer = BpfTimer.cursor(memory);
 *   timer(address).timer = 0;
 */

export type FieldKind = 'number' | 'pointer' | 'owning pointer' | 'counter' | 'flag' | 'lock' | 'words' | 'struct';

export interface Field {
  readonly kind: FieldKind;
  /** Words of 4 bytes. */
  readonly words: number;
  /** STATE, LAZY or DERIVED. */
  readonly hashClass: number;
  /** What a pointer points to, or the struct inside. */
  readonly target?: string;
  /** An owning pointer: the counter of the target that it holds one of. */
  readonly holds?: string;
  /** Structs inside: meta bytes come from them. */
  readonly inner?: AnyLayout;
}

/** A field of one word: readable and writable through cursors. */
interface WordField extends Field {
  readonly width: 'word';
}

/** A field of two words: `name` as a number (exact below 2^53), `nameLow` and `nameHigh` as words. */
interface WideField extends Field {
  readonly width: 'wide';
}

/** A field reached by its address only: `offset('name')`. */
interface BlockField extends Field {
  readonly width: 'block';
}

type AnyField = WordField | WideField | BlockField;
export type Fields = Readonly<Record<string, AnyField>>;

const word = (kind: FieldKind, more: Partial<Field> = {}): WordField => ({
  width: 'word',
  kind,
  words: 1,
  hashClass: STATE,
  ...more,
});

export const u32 = (): WordField => word('number');
/** A 64-bit number; low word first. */
export const u64 = (): WideField => ({ width: 'wide', kind: 'number', words: 2, hashClass: STATE });
export const flag = (): WordField => word('flag');
export const counter = (): WordField => word('counter');
/** A spin lock: 0 free, else who holds it. */
export const lock = (): WordField => word('lock');
/** A pointer that holds nothing. */
export const ptr = (target: string): WordField => word('pointer', { target });
/** A pointer that holds one of the counter `holds` of its target while it is not 0. */
export const owns = (target: string, holds: string): WordField => word('owning pointer', { target, holds });
/** `count` words without names. */
export const words = (count: number): BlockField => ({ width: 'block', kind: 'words', words: count, hashClass: STATE });
/** `count` structs in a row. */
export const structs = (inner: AnyLayout, count: number): BlockField => ({
  width: 'block',
  kind: 'struct',
  words: (inner.size >> 2) * count,
  hashClass: STATE,
  target: inner.name,
  inner,
});
/** The same field, hashed only when asked. */
export const lazy = <F extends AnyField>(field: F): F => ({ ...field, hashClass: LAZY });
/** The same field, never hashed. */
export const derived = <F extends AnyField>(field: F): F => ({ ...field, hashClass: DERIVED });

type WordNames<F extends Fields> = { [K in keyof F & string]: F[K] extends WordField ? K : never }[keyof F & string];
type WideNames<F extends Fields> = { [K in keyof F & string]: F[K] extends WideField ? K : never }[keyof F & string];

/** A view of one struct in memory. Reused: use it in the statement that placed it. */
export type Cursor<F extends Fields> = { readonly base: Addr } & { [K in WordNames<F>]: number } & {
  [K in WideNames<F>]: number;
} & { [K in `${WideNames<F>}Low`]: number } & { [K in `${WideNames<F>}High`]: number };

export interface FieldPlace {
  readonly name: string;
  readonly field: Field;
  /** Bytes from the start of the struct. */
  readonly offset: number;
}

/** What every layout offers, whatever its fields. */
export interface AnyLayout {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly places: readonly FieldPlace[];
  /** One hash class per word. */
  readonly classes: Uint8Array;
  /** Makes [a, a + size) memory of this layout: live, each word in its class. */
  claim(memory: Memory, a: Addr): void;
}

export interface Layout<F extends Fields> extends AnyLayout {
  /** Byte offset of a field. */
  offset(field: keyof F & string): number;
  /** A function that places the layout's cursor; it touches the first word, so that a stale pointer is reported. */
  cursor(memory: Memory): (a: Addr) => Cursor<F>;
  /** The same without the sanitizer: for structs that nobody frees, and for the allocator's own. */
  rawCursor(memory: Memory): (a: Addr) => Cursor<F>;
}

/** Declares a struct. Fields lie in the order written, without padding; 64-bit fields are 8-aligned by their declarer. */
export function layout<F extends Fields>(name: string, fields: F): Layout<F> {
  const places = placesOf(fields);
  const offsets = new Map(places.map((place) => [place.name, place.offset]));
  const classes = classesOf(places);
  const size = classes.length * 4;
  const accessors = accessorsOf(places);
  return {
    name,
    size,
    places,
    classes,
    offset: (field) => offsets.get(field) ?? 0,
    claim(memory, a) {
      for (let i = 0; i < classes.length; i++) memory.setMeta(a + 4 * i, 4, LIVE | classes[i]);
    },
    cursor(memory) {
      const place = placer<F>(accessors, memory);
      return (a) => {
        memory.touch(a);
        return place(a);
      };
    },
    rawCursor: (memory) => placer<F>(accessors, memory),
  };
}

function placesOf(fields: Fields): FieldPlace[] {
  let offset = 0;
  return Object.entries(fields).map(([name, field]) => {
    const place = { name, field, offset };
    offset += field.words * 4;
    return place;
  });
}

function classesOf(places: readonly FieldPlace[]): Uint8Array {
  const classes: number[] = [];
  for (const { field } of places) {
    const inner = field.inner?.classes;
    for (let i = 0; i < field.words; i++) classes.push(inner === undefined ? field.hashClass : inner[i % inner.length]);
  }
  return Uint8Array.from(classes);
}

/** What accessors find on every cursor. */
export interface Placed {
  base: Addr;
  readonly memory: Memory;
  readonly words: Int32Array;
}

/** The accessors of one layout: one prototype for the cursors of all memories, so that V8 sees one shape. */
function accessorsOf(places: readonly FieldPlace[]): object {
  const accessors = {};
  for (const { name, field, offset } of places) defineField(accessors, name, field, offset);
  return accessors;
}

function placer<F extends Fields>(accessors: object, memory: Memory): (a: Addr) => Cursor<F> {
  const cursor = Object.assign(Object.create(accessors), { base: 0, memory, words: memory.words });
  return (a) => {
    cursor.base = a;
    return cursor;
  };
}

function defineField(accessors: object, name: string, field: Field, offset: number): void {
  if (field.kind === 'words' || field.kind === 'struct') return;
  if (field.words === 1) return defineWord(accessors, name, offset);
  defineWord(accessors, `${name}Low`, offset);
  defineWord(accessors, `${name}High`, offset + 4);
  Object.defineProperty(accessors, name, {
    get(this: Placed) {
      return this.memory.loadNumber64(this.base + offset);
    },
    set(this: Placed, value: number) {
      this.memory.storeNumber64(this.base + offset, value);
    },
  });
}

/** An accessor of one word at a fixed offset. Hot: `bench machine`. */
export function defineWord(accessors: object, name: string, offset: number): void {
  Object.defineProperty(accessors, name, {
    get(this: Placed) {
      return this.words[(this.base + offset) >> 2];
    },
    set(this: Placed, value: number) {
      this.memory.store32(this.base + offset, value);
    },
  });
}
