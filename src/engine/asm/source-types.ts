/**
 * BTF types in the words of the text's own directives. What those cannot say (bit-fields, packed structs, tags) becomes
 * bytes of the same size, so that sizes and offsets stay.
 */
import type { Btf } from '../btf/btf.ts';
import type { BtfComposite, BtfType } from '../btf/types.ts';
import { BTF_INT_SIGNED } from '../btf/types.ts';
import { contextTypeByName } from './context-type.ts';
import { alignOfType, isBuiltinType, sizeOfType, specialType } from './types.ts';

/** Types nested deeper than this are bytes. */
const MAX_DEPTH = 16;

const WORD = /^[A-Za-z_]\w*$/;

export class SourceTypes {
  readonly #btf: Btf | undefined;
  /** Declarations in the order in which they must stand, by type id. */
  readonly #declared = new Map<number, { readonly name: string; readonly text: string }>();
  readonly #names = new Set<string>();

  constructor(btf: Btf | undefined) {
    this.#btf = btf;
  }

  /** The `.struct` directives of all types that were asked for so far, and what they consist of. */
  declarations(): readonly string[] {
    return [...this.#declared.values()].map(({ text }) => text);
  }

  /** `key=u32`, `key_size=4` where there is no type, nothing where there is no key. */
  attribute(name: 'key' | 'value', id: number, size: number): readonly string[] {
    if (id !== 0 && this.#btf !== undefined) return [`${name}=${this.text(id)}`];
    return size === 0 ? [] : [`${name}_size=${size}`];
  }

  /** The type as a directive writes it. */
  text(id: number, depth = 0): string {
    const type = this.#btf?.skipModifiers(id);
    const size = this.#btf?.sizeOf(id) ?? 0;
    if (type === undefined || depth > MAX_DEPTH) return bytesText(size);
    switch (type.kind) {
      case 'void':
        return 'void';
      case 'int':
        return type.bits === type.size * 8 && type.size <= 8
          ? intText(type.size, (type.encoding & BTF_INT_SIGNED) !== 0)
          : bytesText(size);
      case 'enum':
      case 'enum64':
        return intText(type.size, type.isSigned);
      case 'ptr':
        return `*${this.#pointedText(type.type, depth + 1)}`;
      case 'array':
        return `${this.text(type.type, depth + 1)}[${type.length}]`;
      case 'struct':
      case 'union':
        return this.#composite(type, depth);
      default:
        return bytesText(size);
    }
  }

  /** What a pointer points to matters little; structs are named if they were declared or are contexts. */
  #pointedText(id: number, depth: number): string {
    const type = this.#btf?.skipModifiers(id);
    if (type === undefined || type.kind === 'ptr' || type.kind === 'fwd' || type.kind === 'func_proto') return 'void';
    if (type.kind !== 'struct' && type.kind !== 'union') return this.text(id, depth);
    const isContext = !this.#names.has(type.name) && contextTypeByName(type.name) !== undefined;
    return this.#declared.get(type.id)?.name ?? (isContext ? type.name : 'void');
  }

  #composite(type: BtfComposite, depth: number): string {
    const special = specialType(type.name);
    if (special !== undefined) return sizeOfType(special) === type.size ? type.name : bytesText(type.size);
    const known = this.#declared.get(type.id);
    if (known !== undefined) return known.name;
    const before = this.#declared.size;
    const fields = this.#fields(type, depth);
    if (fields === undefined) {
      this.#forgetFrom(before);
      return bytesText(type.size);
    }
    const name = this.#freeName(WORD.test(type.name) ? type.name : `anonymous_${type.id}`);
    this.#declared.set(type.id, { name, text: `.${type.kind} ${name} { ${fields.join('; ')} }` });
    return name;
  }

  /** Drops the declarations from number `first` on: nothing names them. */
  #forgetFrom(first: number): void {
    for (const [id, { name }] of [...this.#declared].slice(first)) {
      this.#declared.delete(id);
      this.#names.delete(name);
    }
  }

  #freeName(wanted: string): string {
    let name = wanted;
    for (let copy = 1; this.#names.has(name) || isBuiltinType(name); copy++) name = `${wanted}_${copy}`;
    this.#names.add(name);
    return name;
  }

  /** Fields with padding where C would not put them by itself; undefined if no padding does. */
  #fields(type: BtfComposite, depth: number): readonly string[] | undefined {
    const fields: string[] = [];
    let end = 0;
    for (const [i, member] of type.members.entries()) {
      const offset = member.bitOffset / 8;
      const size = this.#btf?.sizeOf(member.type);
      if (member.bitfieldSize !== 0 || size === undefined || !Number.isInteger(offset)) return undefined;
      if (offset % this.#align(member.type, depth) !== 0) return undefined;
      if (type.kind === 'struct' && offset > end) fields.push(`_pad${i}: u8[${offset - end}]`);
      fields.push(`${WORD.test(member.name) ? member.name : `_${i}`}: ${this.text(member.type, depth + 1)}`);
      end = type.kind === 'struct' ? offset + size : Math.max(end, size);
    }
    if (type.size > end)
      fields.push(type.kind === 'struct' ? `_end: u8[${type.size - end}]` : `_all: u8[${type.size}]`);
    return type.size % this.#alignOf(type, depth) === 0 ? fields : undefined;
  }

  #align(id: number, depth: number): number {
    const type = this.#btf?.skipModifiers(id);
    return type === undefined ? 1 : this.#alignOf(type, depth + 1);
  }

  /** As the text's own type will be aligned. */
  #alignOf(type: BtfType, depth: number): number {
    if (depth > MAX_DEPTH) return 1;
    if (type.kind === 'array') return this.#align(type.type, depth);
    if (type.kind === 'ptr') return 8;
    const special = specialType(type.name);
    if (special !== undefined) return alignOfType(special);
    if (type.kind === 'struct' || type.kind === 'union')
      return Math.max(1, ...type.members.map((member) => this.#align(member.type, depth)));
    return 'size' in type && type.size <= 8 ? type.size : 1;
  }
}

const intText = (size: number, isSigned: boolean): string => `${isSigned ? 's' : 'u'}${size * 8}`;
const bytesText = (size: number): string => `u8[${size}]`;
