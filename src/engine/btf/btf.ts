/**
 * A BTF blob: `parse` finds where each type begins, types are decoded when first asked for.
 *
 *   header 24 bytes | types: { name_off u32, info u32, size-or-type u32 } + what the kind adds … | strings
 *   info = kflag:1 | unused:2 | kind:5 | unused:8 | vlen:16
 *
 * `parse` refuses what cannot be walked (positioned by byte offset); whether a kernel would accept the rest is
 * `check.ts`. Strings are Latin-1: one character per byte, as the kernel prints them.
 */
import { viewOf } from '../../lib/bytes.ts';
import type { Result } from '../../lib/result.ts';
import { err, ok } from '../../lib/result.ts';
import { decodeType, kindAt, trailingSize } from './decode.ts';
import type { BtfComposite, BtfDeclTag, BtfFunc, BtfFuncProto, BtfKind, BtfMember, BtfType } from './types.ts';
import { BTF_HEADER_SIZE, BTF_KINDS, BTF_MAGIC, isComposite, isModifier } from './types.ts';

/** Chains of typedefs and modifiers longer than this do not occur; the bound ends cycles. */
const MAX_CHAIN = 64;

const POINTER_SIZE = 8;

/** Why a blob cannot be read, and at which of its bytes. */
export interface BtfProblem {
  readonly offset: number;
  readonly message: string;
}

export class Btf {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  /** Byte offset of each type; [0] is void and has none. */
  readonly #starts: Uint32Array;
  readonly #strings: Uint8Array;
  readonly #types: (BtfType | undefined)[] = [];
  #byName: Map<string, number[]> | undefined;
  #declTags: readonly BtfDeclTag[] | undefined;

  private constructor(bytes: Uint8Array, starts: Uint32Array, strings: Uint8Array) {
    this.bytes = bytes;
    this.#view = viewOf(bytes);
    this.#starts = starts;
    this.#strings = strings;
  }

  /** The types of a `.BTF` section. An error has the byte offset of what cannot be read. */
  static parse(bytes: Uint8Array): Result<Btf, BtfProblem> {
    const sections = parseHeader(bytes);
    if (!sections.ok) return sections;
    const { typesStart, typesEnd, strings } = sections.value;
    const starts = findTypes(bytes, typesStart, typesEnd);
    return starts.ok ? ok(new Btf(bytes, starts.value, strings)) : starts;
  }

  /** Number of types, void included: ids are 0 … typeCount - 1. */
  get typeCount(): number {
    return this.#starts.length;
  }

  /** The type of an id; undefined if there is none. Id 0 is void. */
  type(id: number): BtfType | undefined {
    if (id >= this.#starts.length || id < 0) return undefined;
    let type = this.#types[id];
    if (type === undefined) {
      type = decodeType(this.#view, id, this.#starts[id], (offset) => this.string(offset));
      this.#types[id] = type;
    }
    return type;
  }

  /** Byte offset of a type in `bytes`, for messages. */
  typeOffset(id: number): number {
    return this.#starts[id];
  }

  /** Word `index` of a type as it stands in the blob: 0 = name_off, 1 = info, 2 = size or type, 3… = what follows. */
  word(id: number, index: number): number {
    return this.#view.getUint32(this.#starts[id] + 4 * index, true);
  }

  /** The string at an offset of the string section, up to its NUL; empty if the offset is outside. */
  string(offset: number): string {
    return this.hasString(offset) ? readString(this.#strings, offset) : '';
  }

  /** kernel: btf.c btf_name_offset_valid() */
  hasString(offset: number): boolean {
    return offset >= 0 && offset < this.#strings.length;
  }

  get stringsSize(): number {
    return this.#strings.length;
  }

  /** Like `name`, without decoding the type. */
  nameOf(id: number): string {
    return id > 0 && id < this.#starts.length ? this.string(this.word(id, 0)) : '';
  }

  /** Name of a type; empty for anonymous types and unknown ids. */
  name(id: number): string {
    return this.type(id)?.name ?? '';
  }

  /** The type behind typedefs, qualifiers and type tags. kernel: btf.c btf_type_skip_modifiers() */
  skipModifiers(id: number): BtfType | undefined {
    let type = this.type(id);
    for (let depth = 0; type !== undefined && isModifier(type.kind); depth++) {
      if (depth === MAX_CHAIN || !('type' in type)) return undefined;
      type = this.type(type.type);
    }
    return type;
  }

  /** Like `skipModifiers`, but a var counts as its type. */
  resolve(id: number): BtfType | undefined {
    const type = this.type(id);
    return this.skipModifiers(type?.kind === 'var' ? type.type : id);
  }

  /** Bytes of a value of the type; undefined for types without size (void, func, fwd, …) and for broken chains. */
  sizeOf(id: number): number | undefined {
    let count = 1;
    let type = this.resolve(id);
    for (let depth = 0; type?.kind === 'array'; depth++) {
      if (depth === MAX_CHAIN) return undefined;
      count *= type.length;
      type = this.resolve(type.type);
    }
    const size = type === undefined ? undefined : ownSize(type);
    return size === undefined ? undefined : size * count;
  }

  /** Struct or union behind typedefs and qualifiers. */
  composite(id: number): BtfComposite | undefined {
    const type = this.skipModifiers(id);
    return type !== undefined && isComposite(type) ? type : undefined;
  }

  member(id: number, name: string): BtfMember | undefined {
    return this.composite(id)?.members.find((member) => member.name === name);
  }

  /** A function by the id of its `func`. */
  func(id: number): BtfFunc | undefined {
    const type = this.type(id);
    return type?.kind === 'func' ? type : undefined;
  }

  /** Prototype of a `func`, of a `func_proto`, or of a pointer to one. */
  proto(id: number): BtfFuncProto | undefined {
    let type = this.skipModifiers(id);
    if (type?.kind === 'func' || type?.kind === 'ptr') type = this.skipModifiers(type.type);
    return type?.kind === 'func_proto' ? type : undefined;
  }

  /** The lowest id with this name (and kind), or undefined. kernel: btf.c btf_find_by_name_kind() */
  find(name: string, kind?: BtfKind): number | undefined {
    this.#byName ??= this.#indexNames();
    return this.#byName.get(name)?.find((id) => kind === undefined || this.kind(id) === kind);
  }

  /** The lowest id of a pointer to the type `target`, or undefined. */
  pointerTo(target: number): number | undefined {
    for (let id = 1; id < this.typeCount; id++) {
      if (this.kind(id) !== 'ptr') continue;
      const type = this.type(id);
      if (type?.kind === 'ptr' && type.type === target) return id;
    }
    return undefined;
  }

  /** Kind of a type without decoding it. */
  kind(id: number): BtfKind {
    return id === 0 ? 'void' : BTF_KINDS[kindAt(this.#view, this.#starts[id])];
  }

  /** All tags of declarations, in the order of their ids. */
  get declTags(): readonly BtfDeclTag[] {
    this.#declTags ??= this.#collectDeclTags();
    return this.#declTags;
  }

  #collectDeclTags(): readonly BtfDeclTag[] {
    const tags: BtfDeclTag[] = [];
    for (let id = 1; id < this.typeCount; id++) {
      const tag = this.kind(id) === 'decl_tag' ? this.type(id) : undefined;
      if (tag?.kind === 'decl_tag') tags.push(tag);
    }
    return tags;
  }

  #indexNames(): Map<string, number[]> {
    const index = new Map<string, number[]>();
    for (let id = 1; id < this.typeCount; id++) {
      const name = this.nameOf(id);
      const ids = index.get(name);
      if (ids === undefined) index.set(name, [id]);
      else ids.push(id);
    }
    return index;
  }
}

/** kernel: btf.c btf_type_has_size(), and pointers */
function ownSize(type: BtfType): number | undefined {
  if (type.kind === 'ptr') return POINTER_SIZE;
  return 'size' in type ? type.size : undefined;
}

function readString(strings: Uint8Array, start: number): string {
  let text = '';
  for (let at = start; at < strings.length && strings[at] !== 0; at++) text += String.fromCharCode(strings[at]);
  return text;
}

const at = (offset: number, message: string): Result<never, BtfProblem> => err({ offset, message });

interface Sections {
  readonly typesStart: number;
  readonly typesEnd: number;
  readonly strings: Uint8Array;
}

function parseHeader(bytes: Uint8Array): Result<Sections, BtfProblem> {
  if (bytes.length < BTF_HEADER_SIZE) return at(0, `BTF of ${bytes.length} bytes is shorter than its header`);
  const view = viewOf(bytes);
  const magic = view.getUint16(0, true);
  if (magic !== BTF_MAGIC) return at(0, `BTF magic is 0x${magic.toString(16)} instead of 0xeb9f`);
  const word = (offset: number): number => view.getUint32(offset, true);
  const headerSize = word(4);
  const typesStart = headerSize + word(8);
  const typesEnd = typesStart + word(12);
  const stringsStart = headerSize + word(16);
  const stringsEnd = stringsStart + word(20);
  if (headerSize < BTF_HEADER_SIZE) return at(4, `BTF header length ${headerSize} is less than ${BTF_HEADER_SIZE}`);
  if (typesEnd > bytes.length) return at(8, `BTF type section ends at ${typesEnd}, beyond ${bytes.length} bytes`);
  if (stringsEnd > bytes.length)
    return at(16, `BTF string section ends at ${stringsEnd}, beyond ${bytes.length} bytes`);
  return ok({ typesStart, typesEnd, strings: bytes.subarray(stringsStart, stringsEnd) });
}

/** The byte offset of each type, index = id. */
function findTypes(bytes: Uint8Array, start: number, end: number): Result<Uint32Array, BtfProblem> {
  const view = viewOf(bytes);
  const starts = [0];
  for (let offset = start; offset < end; ) {
    if (offset + 12 > end) return at(offset, `BTF type [${starts.length}] is cut off`);
    const kind = kindAt(view, offset);
    if (kind === 0 || kind >= BTF_KINDS.length)
      return at(offset + 4, `BTF type [${starts.length}] has unknown kind ${kind}`);
    const size = 12 + trailingSize(view, offset);
    if (offset + size > end) return at(offset, `BTF type [${starts.length}] is cut off`);
    starts.push(offset);
    offset += size;
  }
  return ok(Uint32Array.from(starts));
}
