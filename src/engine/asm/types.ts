/**
 * Types of the text's own directives: C's layout rules on the names of the kernel's headers.
 *
 *   .struct elem { count: u64; timer: bpf_timer; name: u8[16] }
 *
 * A type is written `u32`, `elem`, `struct elem`, `struct:elem`, `u8[16]`, `*elem`.
 */

import type { BtfBuilder } from '../btf/build.ts';
import { FIELD_TYPES } from '../btf/field-types.ts';
import { BTF_INT_BOOL, BTF_INT_CHAR, BTF_INT_SIGNED } from '../btf/types.ts';
import { numberOf } from './expression.ts';
import type { Statement, Token } from './lexer.ts';
import type { Problems } from './problems.ts';
import { describe, nearest, placeAt } from './problems.ts';

export type CType =
  | { readonly kind: 'void' }
  | { readonly kind: 'int'; readonly name: string; readonly size: number; readonly encoding: number }
  | { readonly kind: 'array'; readonly of: CType; readonly length: number }
  | { readonly kind: 'pointer'; readonly to: CType }
  | {
      readonly kind: 'struct' | 'union';
      readonly name: string;
      readonly members: readonly Member[];
      readonly size: number;
      readonly align: number;
    };

export interface Member {
  readonly name: string;
  readonly type: CType;
  readonly offset: number;
}

export const VOID: CType = { kind: 'void' };
const int = (name: string, size: number, encoding = 0): CType => ({ kind: 'int', name, size, encoding });

export const U32 = int('unsigned int', 4);
export const INT = int('int', 4, BTF_INT_SIGNED);
const U64 = int('unsigned long long', 8);

const SCALARS: Readonly<Record<string, CType>> = {
  u8: int('unsigned char', 1),
  u16: int('unsigned short', 2),
  u32: U32,
  u64: U64,
  s8: int('signed char', 1, BTF_INT_SIGNED),
  s16: int('short', 2, BTF_INT_SIGNED),
  s32: INT,
  s64: int('long long', 8, BTF_INT_SIGNED),
  int: INT,
  char: int('char', 1, BTF_INT_SIGNED | BTF_INT_CHAR),
  bool: int('_Bool', 1, BTF_INT_BOOL),
  void: VOID,
};

const scalar = (name: string): CType | undefined => (Object.hasOwn(SCALARS, name) ? SCALARS[name] : undefined);

/** The unsigned integer of 1, 2, 4 or 8 bytes. */
export const unsignedOfSize = (size: number): CType => scalar(`u${size * 8}`) ?? VOID;

export function sizeOfType(type: CType): number {
  switch (type.kind) {
    case 'void':
      return 0;
    case 'array':
      return type.length * sizeOfType(type.of);
    case 'pointer':
      return 8;
    default:
      return type.size;
  }
}

export function alignOfType(type: CType): number {
  switch (type.kind) {
    case 'void':
      return 1;
    case 'array':
      return alignOfType(type.of);
    case 'pointer':
      return 8;
    case 'int':
      return type.size;
    default:
      return type.align;
  }
}

const alignUp = (value: number, align: number): number => Math.ceil(value / align) * align;

/** A struct or union with its members where a C compiler puts them. */
export function layOut(
  kind: 'struct' | 'union',
  name: string,
  fields: readonly { readonly name: string; readonly type: CType }[],
): CType {
  let end = 0;
  let align = 1;
  let size = 0;
  const members = fields.map((field): Member => {
    const offset = kind === 'union' ? 0 : alignUp(end, alignOfType(field.type));
    end = offset + sizeOfType(field.type);
    size = Math.max(size, end);
    align = Math.max(align, alignOfType(field.type));
    return { ...field, offset };
  });
  return { kind, name, members, size: alignUp(size, align), align };
}

/** The kernel's special fields (`bpf_timer`, …) as opaque words, as its headers declare them. */
const SPECIAL: ReadonlyMap<string, CType> = new Map(
  [...FIELD_TYPES.values()]
    .filter(({ name }) => name.startsWith('bpf_'))
    .map(({ name, size, align }): [string, CType] => {
      const word = align === 8 ? U64 : U32;
      return [
        name,
        layOut('struct', name, [{ name: '__opaque', type: { kind: 'array', of: word, length: size / align } }]),
      ];
    }),
);

/** True for names that a text cannot declare: scalars, and the kernel's special fields. */
export const isBuiltinType = (name: string): boolean => SPECIAL.has(name) || Object.hasOwn(SCALARS, name);

/** The kernel's special field of this name: `bpf_timer` and the like. */
export const specialType = (name: string): CType | undefined => SPECIAL.get(name);

/** No value of a map is larger; the bound keeps sizes exact numbers. */
const MAX_SIZE = 2 ** 31;

/** Dimensions of an array; more than anybody needs, and the depth of what walks through them. */
const MAX_DIMENSIONS = 8;

/** A struct whose fields are being read. */
interface OpenStruct {
  readonly kind: 'struct' | 'union';
  readonly name: Token;
  readonly fields: { readonly name: string; readonly type: CType }[];
}

/** The structs that a text has declared so far, and the one that is open. */
export class TypeTable {
  readonly #structs = new Map<string, CType>();
  readonly #problems: Problems;
  readonly #known: (name: string) => CType | undefined;
  #open: OpenStruct | undefined;

  /** `known` gives types that need no declaration, unless the text declares one of the same name. */
  constructor(problems: Problems, known: (name: string) => CType | undefined) {
    this.#problems = problems;
    this.#known = known;
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** `.struct NAME {` … the rest of the statement may hold fields already. */
  open(kind: 'struct' | 'union', statement: Statement): void {
    const [, name, brace] = statement;
    if (name?.kind !== 'word' || brace?.text !== '{') {
      const at = name?.kind === 'word' ? 2 : 1;
      const wanted = at === 1 ? `the name of the ${kind}` : '`{`';
      this.#problems.error(placeAt(statement, at), `expected ${wanted}, found ${describe(statement[at])}`);
      return;
    }
    if (this.#structs.has(name.text) || isBuiltinType(name.text))
      this.#problems.error(name, `type \`${name.text}\` is declared already`);
    this.#open = { kind, name, fields: [] };
    this.readFields(statement.slice(3));
  }

  /** Fields of the open struct, up to its `}`. */
  readFields(tokens: Statement): void {
    let at = 0;
    while (this.#open !== undefined && at < tokens.length) {
      if (tokens[at].text === '}') {
        this.#close(this.#open);
        if (at + 1 < tokens.length)
          this.#problems.error(tokens[at + 1], `expected the end of the line, found ${describe(tokens[at + 1])}`);
        return;
      }
      if (tokens[at].text === ',') at++;
      else at = this.#field(this.#open, tokens, at);
    }
  }

  /** Says that a struct was never closed. */
  finish(): void {
    if (this.#open !== undefined)
      this.#problems.error(this.#open.name, `\`${this.#open.name.text}\` has no closing \`}\``);
  }

  #field(open: OpenStruct, tokens: Statement, at: number): number {
    const name = tokens[at];
    if (name.kind !== 'word' || tokens[at + 1]?.text !== ':') {
      this.#problems.error(
        placeAt(tokens, at),
        `expected a field such as \`count: u64\`, found ${describe(tokens[at])}`,
      );
      return tokens.length;
    }
    const type = this.parse(tokens, at + 2);
    if (type === undefined) return tokens.length;
    if (open.fields.some((field) => field.name === name.text))
      this.#problems.error(name, `\`${open.name.text}\` has a field \`${name.text}\` already`);
    open.fields.push({ name: name.text, type: type.type });
    return type.next;
  }

  #close(open: OpenStruct): void {
    this.#structs.set(open.name.text, layOut(open.kind, open.name.text, open.fields));
    this.#open = undefined;
  }

  /** A type; undefined if there is none at `at`, which `problems` then says. */
  parse(tokens: Statement, at: number): { readonly type: CType; readonly next: number } | undefined {
    let next = at;
    let stars = 0;
    for (; tokens[next]?.text === '*'; next++) stars++;
    if (tokens[next]?.text === 'struct' || tokens[next]?.text === 'union')
      next += tokens[next + 1]?.text === ':' ? 2 : 1;
    let type = this.#named(tokens, next++);
    for (; stars > 0 && type !== undefined; stars--) type = { kind: 'pointer', to: type };
    const lengths: number[] = [];
    for (; type !== undefined && tokens[next]?.text === '[' && lengths.length < MAX_DIMENSIONS; next += 3) {
      const length = this.#length(tokens, next + 1);
      if (length === undefined) return undefined;
      lengths.push(length);
    }
    for (const length of lengths.reverse()) type = type && { kind: 'array', of: type, length };
    if (type !== undefined && sizeOfType(type) >= MAX_SIZE) {
      this.#problems.error(placeAt(tokens, at), `a type of ${sizeOfType(type)} bytes is too large`);
      return undefined;
    }
    return type && { type, next };
  }

  #named(tokens: Statement, at: number): CType | undefined {
    const name = tokens[at];
    const type =
      name && (scalar(name.text) ?? this.#structs.get(name.text) ?? SPECIAL.get(name.text) ?? this.#known(name.text));
    if (type !== undefined) return type;
    const similar = name && nearest(name.text, this.names());
    this.#problems.error(
      placeAt(tokens, at),
      `expected a type, found ${describe(name)}`,
      similar === undefined
        ? ['types are u8 … u64, s8 … s64, bpf_timer, bpf_spin_lock, …, and structs declared above']
        : [`did you mean \`${similar}\`?`],
    );
    return undefined;
  }

  #length(tokens: Statement, at: number): number | undefined {
    const token = tokens[at];
    if (token?.kind === 'number' && tokens[at + 1]?.text === ']') return Number(numberOf(token));
    const wrong = token?.kind === 'number' ? at + 1 : at;
    this.#problems.error(
      placeAt(tokens, wrong),
      `expected ${wrong === at ? 'a length' : '`]`'}, found ${describe(tokens[wrong])}`,
    );
    return undefined;
  }

  /** In the order of their declarations, so that each refers to earlier ones only. */
  get structs(): Iterable<CType> {
    return this.#structs.values();
  }

  /** Names of all types. */
  names(): readonly string[] {
    return [...Object.keys(SCALARS), ...SPECIAL.keys(), ...this.#structs.keys()];
  }
}

/** Adds types to a BTF, each once. */
export class BtfTypes {
  readonly builder: BtfBuilder;
  readonly #ids = new Map<CType, number>([[VOID, 0]]);
  readonly #arrays = new Map<string, number>();

  constructor(builder: BtfBuilder) {
    this.builder = builder;
  }

  /** The id of a type and, before it, of all that it consists of. */
  id(type: CType): number {
    let id = this.#ids.get(type);
    if (id === undefined) {
      id = this.#add(type);
      this.#ids.set(type, id);
    }
    return id;
  }

  /** `TYPE[length]`, each once. */
  array(of: CType, length: number): number {
    const element = this.id(of);
    const key = `${element} ${length}`;
    const known = this.#arrays.get(key);
    if (known !== undefined) return known;
    const id = this.builder.array(element, this.id(INDEX), length);
    this.#arrays.set(key, id);
    return id;
  }

  #add(type: Exclude<CType, { kind: 'void' }> | CType): number {
    switch (type.kind) {
      case 'void':
        return 0;
      case 'int':
        return this.builder.int(type.name, type.size, type.encoding);
      case 'array':
        return this.array(type.of, type.length);
      case 'pointer':
        return this.builder.pointer(this.id(type.to));
      default: {
        const members = type.members.map(({ name, type: member, offset }) => ({
          name,
          type: this.id(member),
          bitOffset: offset * 8,
        }));
        return this.builder.struct(type.name, type.size, members, type.kind);
      }
    }
  }
}

/** The type of array indices, under the name that clang gives it. */
const INDEX = int('__ARRAY_SIZE_TYPE__', 4);
