/**
 * Types as C, as `bpftool btf dump … format c` prints them: definitions in an order that compiles, forward declarations
 * where pointers lead back, padding written out. libbpf: btf_dump.c
 */
import type { Btf } from './btf.ts';
import { NameTable } from './c-names.ts';
import { definitionOrder } from './order-c.ts';
import { paddingLines } from './padding-c.ts';
import type { BtfComposite, BtfEnum, BtfFuncProto, BtfMember, BtfReference, BtfType } from './types.ts';
import { isComposite } from './types.ts';

/** All types, or those that `roots` need, as a text of definitions each followed by a blank line. */
export function printC(btf: Btf, roots?: readonly number[]): string {
  const ids = roots ?? Array.from({ length: btf.typeCount - 1 }, (_, i) => i + 1);
  const printer = new Printer(btf);
  // Like bpftool: one type after the other, each with what it needs.
  const order = definitionOrder(btf, ids);
  for (const id of order) printer.emit(id, 0);
  return printer.text;
}

/** A declaration of something of a type, at a depth of indentation, without qualifiers. libbpf: btf_dump__emit_type_decl() */
export const declarationOf = (btf: Btf, id: number, name: string, level: number): string =>
  new Printer(btf).declare(id, name, level, false);

type EmitState = 'open' | 'under way' | 'emitted';

const indent = (level: number): string => '\t'.repeat(level);

class Printer {
  text = '';
  readonly #btf: Btf;
  readonly #states = new Map<number, EmitState>();
  readonly #forwarded = new Set<number>();
  readonly #names: NameTable;

  constructor(btf: Btf) {
    this.#btf = btf;
    this.#names = new NameTable(btf);
  }

  /** Writes what must stand before a use of `id` inside of `container` (0: the definition itself). libbpf: btf_dump_emit_type() */
  emit(id: number, container: number): void {
    const type = this.#btf.type(id);
    const state = this.#states.get(id) ?? 'open';
    if (type === undefined || type.kind === 'void' || state === 'emitted') return;
    if (state === 'under way') return this.#emitForward(type, container);
    switch (type.kind) {
      case 'enum':
      case 'enum64':
        if (container === 0) this.#define(this.#enum(type, 0));
        this.#states.set(id, 'emitted');
        return;
      case 'fwd':
        this.#define(`${type.isUnion ? 'union' : 'struct'} ${this.#names.type(id)}`);
        this.#states.set(id, 'emitted');
        return;
      case 'ptr':
      case 'volatile':
      case 'const':
      case 'restrict':
      case 'type_tag':
      case 'array':
        return this.emit(type.type, container);
      case 'typedef':
        this.#states.set(id, 'under way');
        this.emit(type.type, id);
        if (!this.#forwarded.has(id)) this.#define(this.#typedef(type));
        this.#states.set(id, 'emitted');
        return;
      case 'struct':
      case 'union':
        return this.#emitComposite(type, container);
      case 'func_proto':
        this.emit(type.returns, container);
        for (const param of type.params) this.emit(param.type, container);
        return;
      default:
        this.#states.set(id, 'emitted');
    }
  }

  #define(text: string): void {
    this.text += `${text};\n\n`;
  }

  /** A type that is being defined is needed by what it contains: it must be declared first. */
  #emitForward(type: BtfType, container: number): void {
    if (this.#forwarded.has(type.id)) return;
    if (isComposite(type)) {
      if (type.id === container || type.name === '') return;
      this.#define(this.#forward(type));
    } else if (type.kind === 'typedef') this.#define(this.#typedef(type));
    this.#forwarded.add(type.id);
  }

  #emitComposite(type: BtfComposite, container: number): void {
    const { id } = type;
    this.#states.set(id, 'under way');
    if (container === 0 || type.name === '') {
      for (const member of type.members) this.emit(member.type, type.name === '' ? container : id);
    } else if (!this.#forwarded.has(id) && id !== container) {
      this.#define(this.#forward(type));
      this.#forwarded.add(id);
    }
    if (container === 0) this.#define(this.#composite(type, 0));
    this.#states.set(id, container === 0 ? 'emitted' : 'open');
  }

  #forward(type: BtfComposite): string {
    return `${type.kind}${type.name === '' ? '' : ' '}${this.#names.type(type.id)}`;
  }

  #typedef(type: BtfReference): string {
    return `typedef ${this.declare(type.type, this.#names.identifier(type.id), 0)}`;
  }

  #enum(type: BtfEnum, level: number): string {
    const head = `enum${type.name === '' ? '' : ' '}${this.#names.type(type.id)}`;
    if (type.values.length === 0) return head;
    const lines = type.values.map(({ name, value }) => {
      const suffix = type.kind === 'enum64' ? (type.isSigned ? 'LL' : 'ULL') : '';
      return `\n${indent(level + 1)}${this.#names.enumerator(name)} = ${value}${suffix},`;
    });
    return `${head} {${lines.join('')}\n${indent(level)}}${enumMode(type)}`;
  }

  #composite(type: BtfComposite, level: number): string {
    const packed = type.kind === 'struct' && isPacked(this.#btf, type);
    const body = this.#members(type, packed, level + 1);
    const isEmpty = type.members.length === 0 && type.size === 0;
    const close = isEmpty ? '}' : `\n${indent(level)}}`;
    return `${this.#forward(type)} {${body}${close}${packed ? ' __attribute__((packed))' : ''}`;
  }

  #members(type: BtfComposite, packed: boolean, level: number): string {
    let text = '';
    let end = 0;
    let afterBitfield = false;
    const pad = (next: number, align: number, inBitfield: boolean): void => {
      if (type.kind === 'struct')
        text += paddingLines(end, next, align, inBitfield)
          .map((line) => `\n${indent(level)}${line}`)
          .join('');
    };
    for (const member of type.members) {
      const isBitfield = member.bitfieldSize > 0;
      pad(member.bitOffset, packed ? 1 : alignOf(this.#btf, member.type), afterBitfield && isBitfield);
      text += `\n${indent(level)}${this.#member(member, level)};`;
      end = member.bitOffset + (isBitfield ? member.bitfieldSize : 8 * (this.#btf.sizeOf(member.type) ?? 0));
      afterBitfield = isBitfield;
    }
    pad(type.size * 8, packed ? 1 : alignOf(this.#btf, type.id), false);
    return text;
  }

  #member(member: BtfMember, level: number): string {
    const declaration = this.declare(member.type, member.name, level);
    return member.bitfieldSize > 0 ? `${declaration}: ${member.bitfieldSize}` : declaration;
  }

  /** `int (*name)[2]`. libbpf: btf_dump_emit_type_decl() */
  declare(id: number, name: string, level: number, isQualified = true): string {
    const chain: number[] = [];
    for (let next: number | undefined = id; next !== undefined; next = this.#nextInChain(next)) {
      if (isQualified || !isModifier(this.#btf.kind(next))) chain.push(next);
    }
    return this.#chain(chain, name, level);
  }

  #nextInChain(id: number): number | undefined {
    const type = this.#btf.type(id);
    switch (type?.kind) {
      case 'ptr':
      case 'volatile':
      case 'const':
      case 'restrict':
      case 'type_tag':
      case 'array':
        return type.type;
      case 'func_proto':
        return type.returns;
      default:
        return undefined;
    }
  }

  /** Writes a chain from its end (the base type) to its beginning; consumes it. libbpf: btf_dump_emit_type_chain() */
  #chain(chain: number[], name: string, level: number): string {
    let text = '';
    let afterPointer = true;
    for (let id = chain.pop(); id !== undefined; id = chain.pop()) {
      const type = this.#btf.type(id);
      switch (type?.kind) {
        case 'ptr':
          text += afterPointer ? '*' : ' *';
          break;
        case 'volatile':
        case 'const':
        case 'restrict':
          text += ` ${type.kind}`;
          break;
        case 'array':
          return text + this.#arrayTail(type.length, chain, name, level, afterPointer);
        case 'func_proto':
          return text + this.#protoTail(type, chain, name, level, afterPointer);
        default:
          text += this.#qualifiers(chain) + this.#base(type, level);
      }
      afterPointer = type?.kind === 'ptr';
    }
    return text + separated(name, afterPointer);
  }

  /** Qualifiers of a base type come before it. */
  #qualifiers(chain: number[]): string {
    let text = '';
    for (let kind = this.#btf.kind(chain.at(-1) ?? 0); isQualifier(kind); kind = this.#btf.kind(chain.at(-1) ?? 0)) {
      text += `${kind} `;
      chain.pop();
    }
    return text;
  }

  #base(type: BtfType | undefined, level: number): string {
    switch (type?.kind) {
      case 'void':
        return 'void';
      case 'struct':
      case 'union':
        return type.name === '' ? this.#composite(type, level) : this.#forward(type);
      case 'enum':
      case 'enum64':
        return type.name === '' ? this.#enum(type, level) : `enum ${this.#names.type(type.id)}`;
      case 'fwd':
        return `${type.isUnion ? 'union' : 'struct'} ${this.#names.type(type.id)}`;
      case 'typedef':
        return this.#names.identifier(type.id);
      case 'type_tag':
        return ` __attribute__((btf_type_tag("${type.name}")))`;
      default:
        return type?.name ?? 'void';
    }
  }

  #dropQualifiers(chain: number[]): void {
    while (chain.length > 0 && isQualifier(this.#btf.kind(chain[chain.length - 1]))) chain.pop();
  }

  #arrayTail(length: number, chain: number[], name: string, level: number, afterPointer: boolean): string {
    this.#dropQualifiers(chain);
    if (chain.length === 0) return `${separated(name, afterPointer)}[${length}]`;
    const isMultidimensional = this.#btf.kind(chain[chain.length - 1]) === 'array';
    const gap = name !== '' && !afterPointer ? ' ' : '';
    const inner = this.#chain(chain, name, level);
    return `${gap}${isMultidimensional ? inner : `(${inner})`}[${length}]`;
  }

  #protoTail(type: BtfFuncProto, chain: number[], name: string, level: number, afterPointer: boolean): string {
    this.#dropQualifiers(chain);
    const head = chain.length > 0 ? ` (${this.#chain(chain, name, level)})` : separated(name, afterPointer);
    return `${head}(${this.#params(type, level)})`;
  }

  #params({ params }: BtfFuncProto, level: number): string {
    if (params.length === 0 || (params.length === 1 && params[0].type === 0)) return 'void';
    return params
      .map(({ type, name }, i) => (type === 0 && i === params.length - 1 ? '...' : this.declare(type, name, level)))
      .join(', ');
  }
}

/** libbpf: btf_is_mod() */
const isModifier = (kind: string): boolean => isQualifier(kind) || kind === 'type_tag';

const isQualifier = (kind: string): boolean => kind === 'volatile' || kind === 'const' || kind === 'restrict';

const separated = (name: string, afterPointer: boolean): string => `${name !== '' && !afterPointer ? ' ' : ''}${name}`;

/** Sizes of enums that C would not choose by itself. */
function enumMode({ kind, size, values }: BtfEnum): string {
  if (size === 1) return ' __attribute__((mode(byte)))';
  if (size !== 8) return '';
  const isWide = kind === 'enum64' && values.some(({ value }) => BigInt.asUintN(64, value) >> 32n !== 0n);
  return isWide ? '' : ' __attribute__((mode(word)))';
}

/** Alignment of a type in bytes, by its parts. libbpf: btf__align_of() */
export function alignOf(btf: Btf, id: number): number {
  const type = btf.resolve(id);
  switch (type?.kind) {
    case 'array':
      return alignOf(btf, type.type);
    case 'struct':
    case 'union':
      return isPacked(btf, type) ? 1 : Math.max(1, ...type.members.map((member) => alignOf(btf, member.type)));
    default:
      return Math.min(8, type === undefined ? 1 : (btf.sizeOf(type.id) ?? 1));
  }
}

/** Whether the layout needs `packed`. libbpf: btf_is_struct_packed() */
function isPacked(btf: Btf, { members, size }: BtfComposite): boolean {
  const aligns = members.map((member) => alignOf(btf, member.type));
  const isMisplaced = members.some(
    ({ bitfieldSize, bitOffset }, i) => bitfieldSize === 0 && bitOffset % (8 * aligns[i]) !== 0,
  );
  return isMisplaced || size % Math.max(1, ...aligns) !== 0;
}
