/**
 * Building BTF: each method adds one type and answers with its id (1, 2, … in order of the calls), so a type that
 * refers to another is added after it, or refers to an id that `nextId` foretells. `bytes()` is the finished section.
 *
 *   const btf = new BtfBuilder();
 *   const u32 = btf.int('unsigned int', 4);
 *   const value = btf.struct('value', 8, [{ name: 'count', type: u32, bitOffset: 0 }]);
 */
import type { BtfKind, BtfMember, BtfParam, BtfSecVar } from './types.ts';
import { BTF_HEADER_SIZE, BTF_KINDS, BTF_MAGIC, BTF_VERSION } from './types.ts';

/** A member; `bitfieldSize` only for bit-fields. */
export type MemberSpec = Omit<BtfMember, 'bitfieldSize'> & { readonly bitfieldSize?: number };

export type ReferenceKind = 'ptr' | 'typedef' | 'volatile' | 'const' | 'restrict' | 'type_tag';

export class BtfBuilder {
  readonly #types: number[] = [];
  /** Where each type begins in `#types`, by id - 1. */
  readonly #starts: number[] = [];
  readonly #strings = new StringTable();
  #nextId = 1;

  /** The id that the next type will have. */
  get nextId(): number {
    return this.#nextId;
  }

  /** Offset of a string in the string section, added if it is new; for line_info and the like. */
  string(text: string): number {
    return this.#strings.add(text);
  }

  /** `size` in bytes; `encoding` of BTF_INT_SIGNED, BTF_INT_CHAR, BTF_INT_BOOL; `bits` defaults to the whole size. */
  int(name: string, size: number, encoding = 0, bits = size * 8): number {
    return this.#add('int', name, size, 0, false, [(encoding << 24) | bits]);
  }

  float(name: string, size: number): number {
    return this.#add('float', name, size);
  }

  /** A pointer, qualifier, typedef (named) or type tag (named). */
  reference(kind: ReferenceKind, type: number, name = ''): number {
    return this.#add(kind, name, type);
  }

  /** Makes a type that `reference` or `variable` has given refer to another one. */
  setTarget(id: number, type: number): void {
    this.#types[this.#starts[id - 1] + 2] = type;
  }

  pointer(type: number): number {
    return this.reference('ptr', type);
  }

  typedef(name: string, type: number): number {
    return this.reference('typedef', type, name);
  }

  array(type: number, indexType: number, length: number): number {
    return this.#add('array', '', 0, 0, false, [type, indexType, length]);
  }

  /** `size` in bytes. Bit-fields make the kernel's other encoding of offsets. */
  struct(name: string, size: number, members: readonly MemberSpec[], kind: 'struct' | 'union' = 'struct'): number {
    const kflag = members.some((member) => (member.bitfieldSize ?? 0) > 0);
    const words = members.flatMap((member) => [
      this.string(member.name),
      member.type,
      kflag ? ((member.bitfieldSize ?? 0) << 24) | member.bitOffset : member.bitOffset,
    ]);
    return this.#add(kind, name, size, members.length, kflag, words);
  }

  union(name: string, size: number, members: readonly MemberSpec[]): number {
    return this.struct(name, size, members, 'union');
  }

  /** Values of up to 32 bits, `size` bytes; signed if one is negative and unless it is said. */
  enum(name: string, values: readonly Enumerator[], size = 4, isSigned = values.some(isNegative)): number {
    const words = values.flatMap(({ name: value, value: number }) => [this.string(value), lowWord(number)]);
    return this.#add('enum', name, size, values.length, isSigned, words);
  }

  /** Values of 64 bits. */
  enum64(name: string, values: readonly Enumerator[], isSigned = values.some(isNegative)): number {
    const words = values.flatMap(({ name: value, value: number }) => [
      this.string(value),
      lowWord(number),
      lowWord(BigInt(number) >> 32n),
    ]);
    return this.#add('enum64', name, 8, values.length, isSigned, words);
  }

  fwd(name: string, isUnion = false): number {
    return this.#add('fwd', name, 0, 0, isUnion);
  }

  /** A trailing parameter of type 0 without name stands for varargs. */
  funcProto(returns: number, params: readonly BtfParam[]): number {
    const words = params.flatMap(({ name, type }) => [this.string(name), type]);
    return this.#add('func_proto', '', returns, params.length, false, words);
  }

  /** `linkage`: BTF_FUNC_STATIC, BTF_FUNC_GLOBAL, BTF_FUNC_EXTERN. */
  func(name: string, proto: number, linkage: number): number {
    return this.#add('func', name, proto, linkage);
  }

  /** `linkage`: BTF_VAR_STATIC, BTF_VAR_GLOBAL_ALLOCATED, BTF_VAR_GLOBAL_EXTERN. */
  variable(name: string, type: number, linkage: number): number {
    return this.#add('var', name, type, 0, false, [linkage]);
  }

  datasec(name: string, size: number, vars: readonly BtfSecVar[]): number {
    const words = vars.flatMap(({ type, offset, size: bytes }) => [type, offset, bytes]);
    return this.#add('datasec', name, size, vars.length, false, words);
  }

  /** `componentIndex` -1 tags the type itself. */
  declTag(name: string, type: number, componentIndex: number): number {
    return this.#add('decl_tag', name, type, 0, false, [componentIndex]);
  }

  /** The `.BTF` section. */
  bytes(): Uint8Array {
    const strings = this.#strings.bytes();
    const typesSize = this.#types.length * 4;
    const bytes = new Uint8Array(BTF_HEADER_SIZE + typesSize + strings.length);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, BTF_MAGIC, true);
    view.setUint8(2, BTF_VERSION);
    [BTF_HEADER_SIZE, 0, typesSize, typesSize, strings.length].forEach((word, i) => {
      view.setUint32(4 + 4 * i, word, true);
    });
    this.#types.forEach((word, i) => {
      view.setUint32(BTF_HEADER_SIZE + 4 * i, word, true);
    });
    bytes.set(strings, BTF_HEADER_SIZE + typesSize);
    return bytes;
  }

  #add(
    kind: BtfKind,
    name: string,
    sizeOrType: number,
    vlen = 0,
    kflag = false,
    words: readonly number[] = [],
  ): number {
    const info = ((kflag ? 1 << 31 : 0) | (BTF_KINDS.indexOf(kind) << 24) | vlen) >>> 0;
    this.#starts.push(this.#types.length);
    this.#types.push(this.string(name), info, sizeOrType, ...words);
    return this.#nextId++;
  }
}

export interface Enumerator {
  readonly name: string;
  readonly value: number | bigint;
}

const isNegative = ({ value }: Enumerator): boolean => value < 0;

const lowWord = (value: number | bigint): number => Number(BigInt.asUintN(32, BigInt(value)));

/** NUL-terminated strings, each once; offset 0 is the empty string. Characters are bytes (Latin-1). */
export class StringTable {
  readonly #offsets = new Map<string, number>([['', 0]]);
  #size = 1;

  add(text: string): number {
    const known = this.#offsets.get(text);
    if (known !== undefined) return known;
    const offset = this.#size;
    this.#offsets.set(text, offset);
    this.#size += text.length + 1;
    return offset;
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#size);
    for (const [text, offset] of this.#offsets)
      for (let i = 0; i < text.length; i++) bytes[offset + i] = text.charCodeAt(i);
    return bytes;
  }
}
