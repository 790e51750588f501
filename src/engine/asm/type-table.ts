/**
 * The types that a text declares: C's structs, unions, enums and typedefs in directives of our own.
 *
 *   .struct elem {
 *       count: u64
 *       mode: u32:3                           # a bit-field
 *       task: *__kptr task_struct             # a tag of the type
 *       list: bpf_list_head __contains(node, link)
 *       union { small: u32; large: u64 }      # anonymous
 *       tail: u16 @ 62                        # at a place that C would not give it
 *   }
 *   .struct header packed { kind: u8; length: u32 }
 *   .enum colour { RED, GREEN = 4, BLUE }
 *   .typedef handle *elem
 *
 * Fields stand on one line or several. `.struct NAME` alone says that there is one.
 */
import { vmlinuxBtf } from '../abi/vmlinux.ts';
import type { Constants } from './expression.ts';
import { parseExpression } from './expression.ts';
import type { Statement, Token } from './lexer.ts';
import type { Problems } from './problems.ts';
import { describe, placeAt } from './problems.ts';
import type { TypeScope } from './type-parser.ts';
import { declTags, placeBetween, reportUnknownType, TypeParser } from './type-parser.ts';
import type { Composite, CType, Enumeration, Field, LayoutDemands } from './types.ts';
import { builtinTypeNames, isBuiltinType, layOut, scalarType, sizeOfType, specialType } from './types.ts';

/** A struct whose fields are being read. */
interface OpenComposite {
  readonly kind: 'struct' | 'union';
  readonly name: Token;
  readonly isAnonymous: boolean;
  readonly fields: Field[];
  readonly demands: LayoutDemands;
  readonly tags: readonly string[];
  /** The field of the struct around it that it is the type of, and what is made of it: a pointer, an array. */
  readonly field: string;
  readonly wrap: (type: CType) => CType;
}

interface OpenEnum {
  readonly kind: 'enum';
  readonly name: Token;
  readonly type: CType | undefined;
  readonly values: { readonly name: string; readonly value: bigint }[];
}

/** Structs in structs: the bound keeps a text of ten thousand brackets from exhausting the stack. */
const MAX_DEPTH = 16;

const same = (type: CType): CType => type;

/** The types that a text has declared so far, and the one that is open. */
export class TypeTable implements TypeScope {
  readonly problems: Problems;
  readonly constants: Constants;
  readonly #known: (name: string) => CType | undefined;
  readonly #types = new Map<string, CType>();
  readonly #enumerators = new Map<string, bigint>();
  /** Names that are said to be structs, without more. */
  readonly #forward = new Set<string>();
  readonly #mentioned = new Map<string, Token>();
  readonly #parser: TypeParser = new TypeParser(this);
  readonly #open: (OpenComposite | OpenEnum)[] = [];

  /** `known` gives types that need no declaration, unless the text declares one of the same name. */
  constructor(problems: Problems, constants: Constants, known: (name: string) => CType | undefined) {
    this.problems = problems;
    this.constants = constants;
    this.#known = known;
  }

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  get isEmpty(): boolean {
    return this.#types.size === 0;
  }

  /** In the order of their declarations. */
  get declared(): Iterable<CType> {
    return this.#types.values();
  }

  readonly named = (name: string): CType | undefined =>
    scalarType(name) ?? this.#types.get(name) ?? specialType(name) ?? this.#known(name);

  readonly mention = (name: Token): void => {
    if (!this.#mentioned.has(name.text)) this.#mentioned.set(name.text, name);
  };

  /** Names of all types. */
  readonly names = (): readonly string[] => [...builtinTypeNames(), ...this.#types.keys()];

  /** A declared type; undefined for what needs no declaration. */
  readonly declaredType = (name: string): CType | undefined => this.#types.get(name);

  /** The number that an enumerator stands for. */
  readonly enumerator = (name: string): bigint | undefined => this.#enumerators.get(name);

  get enumerators(): Iterable<string> {
    return this.#enumerators.keys();
  }

  readonly parse: TypeParser['parse'] = (tokens, at) => this.#parser.parse(tokens, at);
  readonly parameters: TypeParser['parameters'] = (tokens, from) => this.#parser.parameters(tokens, from);

  /** `.struct NAME [packed] [align=N] [size=N] {` … the rest of the statement may hold fields already. */
  open(kind: 'struct' | 'union', statement: Statement): void {
    const name = this.#newName(kind, statement);
    if (name === undefined) return;
    if (statement.length === 2) {
      this.#forward.add(name.text);
      return;
    }
    const options = this.#options(statement);
    if (options === undefined) return;
    this.#open.push({ kind, name, isAnonymous: false, fields: [], field: '', wrap: same, ...options });
    this.readFields(statement.slice(options.next));
  }

  /** `.enum NAME[: TYPE] {` … */
  openEnum(statement: Statement): void {
    const name = this.#newName('enum', statement);
    if (name === undefined) return;
    const type = statement[2]?.text === ':' ? this.parse(statement, 3) : { type: undefined, next: 2 };
    if (type === undefined) return;
    if (statement[type.next]?.text !== '{') return this.#expected('`{`', statement, type.next);
    this.#open.push({ kind: 'enum', name, type: type.type, values: [] });
    this.readFields(statement.slice(type.next + 1));
  }

  /** `.typedef NAME TYPE` */
  typedef(statement: Statement): void {
    const name = this.#newName('type', statement);
    const parsed = name && this.parse(statement, 2);
    if (name === undefined || parsed === undefined) return;
    if (parsed.next < statement.length) return this.#expected('the end of the line', statement, parsed.next);
    this.#types.set(name.text, { kind: 'typedef', name: name.text, of: parsed.type });
  }

  /** Fields or enumerators of what is open, up to its `}`. */
  readFields(tokens: Statement): void {
    let at = 0;
    while (at < tokens.length) {
      const open = this.#open.at(-1);
      if (open === undefined) return this.#expected('the end of the line', tokens, at);
      if (tokens[at].text === ',') at++;
      else if (tokens[at].text === '}') at = this.#close(open, tokens, at + 1);
      else at = open.kind === 'enum' ? this.#enumValue(open, tokens, at) : this.#field(open, tokens, at);
    }
  }

  /** Says what was never closed, and which names are none of a type. */
  finish(): void {
    for (const { name } of this.#open.slice(0, 1)) this.problems.error(name, `\`${name.text}\` has no closing \`}\``);
    for (const [name, token] of this.#mentioned) if (!this.#isStruct(name)) reportUnknownType(this, [token], 0);
  }

  /** True if a pointer may lead to it: the text or the kernel has it. */
  #isStruct(name: string): boolean {
    if (this.#types.has(name) || this.#forward.has(name)) return true;
    const kernel = vmlinuxBtf();
    return kernel.find(name, 'struct') !== undefined || kernel.find(name, 'union') !== undefined;
  }

  #expected(wanted: string, tokens: Statement, at: number): void {
    this.problems.error(placeAt(tokens, at), `expected ${wanted}, found ${describe(tokens[at])}`);
  }

  #newName(what: string, statement: Statement): Token | undefined {
    const name = statement[1];
    if (name?.kind !== 'word') {
      this.#expected(`the name of the ${what}`, statement, 1);
      return undefined;
    }
    if (this.#types.has(name.text) || isBuiltinType(name.text))
      this.problems.error(name, `type \`${name.text}\` is declared already`);
    return name;
  }

  /** What stands between a struct's name and its `{`. */
  #options(
    statement: Statement,
  ): { readonly demands: LayoutDemands; readonly tags: readonly string[]; readonly next: number } | undefined {
    const demands: { packed?: boolean; align?: number; size?: number } = {};
    const tags: string[] = [];
    let at = 2;
    while (at < statement.length && statement[at].text !== '{') {
      const { text } = statement[at];
      const value = statement[at + 1]?.text === '=' ? statement[at + 2] : undefined;
      if (text === 'packed') demands.packed = true;
      else if ((text === 'align' || text === 'size') && value?.kind === 'number') demands[text] = Number(value.text);
      else if (text === 'tag' && value?.kind === 'string') tags.push(value.text.slice(1, -1));
      else {
        this.#expected('`{`', statement, at);
        return undefined;
      }
      at += text === 'packed' ? 1 : 3;
    }
    if (at < statement.length) return { demands, tags, next: at + 1 };
    this.#expected('`{`', statement, at);
    return undefined;
  }

  /** `NAME: TYPE`, or an anonymous struct or union; answers with the token behind it. */
  #field(open: OpenComposite, tokens: Statement, at: number): number {
    const name = tokens[at];
    const inner = innerKind(tokens, at);
    if (inner !== undefined) return this.#openInner(inner, tokens, at, '', same);
    if (name.kind === 'word' && this.named(tokens[at + 1]?.text ?? '') !== undefined && tokens[at + 1]?.text !== ':') {
      this.#expected(`\`:\` behind \`${name.text}\``, tokens, at + 1);
      return tokens.length;
    }
    if (name.kind !== 'word' || tokens[at + 1]?.text !== ':') {
      const hint = CONVERSIONS.find(([pattern]) => pattern.test(name.text))?.[1];
      this.problems.error(
        placeAt(tokens, at),
        `expected a field such as \`count: u64\`, found ${describe(name)}`,
        hint === undefined ? [] : [hint],
      );
      return tokens.length;
    }
    if (open.fields.some((field) => field.name === name.text))
      this.problems.error(name, `\`${open.name.text}\` has a field \`${name.text}\` already`);
    const prefix = this.#parser.prefix(tokens, at + 2);
    const named = prefix && innerKind(tokens, prefix.next);
    if (prefix !== undefined && named !== undefined)
      return this.#openInner(named, tokens, prefix.next, name.text, prefix.wrap);
    const parsed = prefix && this.parse(tokens, at + 2);
    return parsed === undefined
      ? tokens.length
      : this.#addField(open, name.text, parsed.type, tokens, parsed.next, at + 2);
  }

  #openInner(
    kind: 'struct' | 'union',
    tokens: Statement,
    at: number,
    field: string,
    wrap: (type: CType) => CType,
  ): number {
    if (this.#open.length >= MAX_DEPTH) {
      this.problems.error(tokens[at], `more than ${MAX_DEPTH} structs inside of each other`);
      return tokens.length;
    }
    const packed = tokens[at + 1].text === 'packed';
    const demands: LayoutDemands = packed ? { packed } : {};
    this.#open.push({ kind, name: tokens[at], isAnonymous: true, fields: [], demands, tags: [], field, wrap });
    return at + (packed ? 3 : 2);
  }

  /** What may stand behind a field's type: `:BITS`, `@ BYTE`, `@ BYTE:BIT`, tags. */
  #addField(open: OpenComposite, name: string, type: CType, tokens: Statement, from: number, typeAt: number): number {
    let next = from;
    const bits = tokens[next]?.text === ':' ? this.#number(tokens, next + 1) : undefined;
    if (tokens[next]?.text === ':') next += 2;
    if (bits !== undefined && (bits === 0 || bits > sizeOfType(type) * 8))
      this.problems.error(
        placeBetween(tokens, typeAt, next),
        `a bit-field of this type has 1 to ${sizeOfType(type) * 8} bits, not ${bits}`,
      );
    const place = tokens[next]?.text === '@' ? this.#place(tokens, next + 1) : undefined;
    if (tokens[next]?.text === '@') next = place?.next ?? tokens.length;
    const found = declTags(tokens, next);
    open.fields.push({
      name,
      type,
      ...(bits !== undefined && { bits }),
      ...(place !== undefined && { at: place.bits }),
      ...(found.tags.length > 0 && { tags: found.tags }),
    });
    return found.next;
  }

  #number(tokens: Statement, at: number): number | undefined {
    if (tokens[at]?.kind === 'number') return Number(tokens[at].text);
    this.#expected('a number', tokens, at);
    return undefined;
  }

  #place(tokens: Statement, at: number): { readonly bits: number; readonly next: number } | undefined {
    const bytes = this.#number(tokens, at);
    const bit = tokens[at + 1]?.text === ':' ? this.#number(tokens, at + 2) : 0;
    if (bytes === undefined || bit === undefined) return undefined;
    return { bits: bytes * 8 + bit, next: at + (tokens[at + 1]?.text === ':' ? 3 : 1) };
  }

  /** `NAME` or `NAME = VALUE` */
  #enumValue(open: OpenEnum, tokens: Statement, at: number): number {
    const name = tokens[at];
    if (name.kind !== 'word') {
      this.#expected('a name', tokens, at);
      return tokens.length;
    }
    const isGiven = tokens[at + 1]?.text === '=';
    const given = isGiven ? parseExpression(tokens, at + 2, this.constants) : undefined;
    if (isGiven && (given === undefined || given.value.symbol !== undefined)) {
      this.#expected('a number', tokens, at + 2);
      return tokens.length;
    }
    if (this.#enumerators.has(name.text)) this.problems.error(name, `\`${name.text}\` is a number already`);
    const value = given?.value.addend ?? (open.values.at(-1)?.value ?? -1n) + 1n;
    open.values.push({ name: name.text, value });
    this.#enumerators.set(name.text, value);
    return given?.next ?? at + 1;
  }

  /** Ends what is open; answers with the token behind it and behind the field whose type it is. */
  #close(open: OpenComposite | OpenEnum, tokens: Statement, next: number): number {
    this.#open.pop();
    if (open.kind === 'enum') {
      this.#types.set(open.name.text, enumOf(open));
      return next;
    }
    const { kind, name, isAnonymous, fields, demands, tags } = open;
    const laid = layOut(kind, isAnonymous ? '' : name.text, fields, demands);
    const made: Composite = tags.length > 0 ? { ...laid, tags } : laid;
    const around = this.#open.at(-1);
    if (around === undefined || around.kind === 'enum') {
      this.#types.set(name.text, made);
      return next;
    }
    const type = this.#parser.dimensions(tokens, next, open.wrap(made), next);
    return type === undefined
      ? tokens.length
      : this.#addField(around, open.field, type.type, tokens, type.next, type.next);
  }
}

/** `struct {` and `union packed {` begin a type without name. */
function innerKind(tokens: Statement, at: number): 'struct' | 'union' | undefined {
  const [word, first, second] = tokens.slice(at, at + 3).map(({ text }) => text);
  if (word !== 'struct' && word !== 'union') return undefined;
  return first === '{' || (first === 'packed' && second === '{') ? word : undefined;
}

/** An enum's size is its type's; without one 4 bytes, or 8 if a value needs them. */
function enumOf({ name, type, values }: OpenEnum): Enumeration {
  const isSigned = values.some(({ value }) => value < 0n);
  const fits = values.every(({ value }) => value >= -0x80000000n && value <= (isSigned ? 0x7fffffffn : 0xffffffffn));
  const size = type === undefined ? (fits ? 4 : 8) : sizeOfType(type);
  return { kind: 'enum', name: name.text, size, isSigned: isSigned || isSignedInt(type), values };
}

const isSignedInt = (type: CType | undefined): boolean => type?.kind === 'int' && (type.encoding & 1) !== 0;

/** C's words where a field should stand, and what to write instead. */
const CONVERSIONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:__)?[us](?:8|16|32|64)$/, 'the name comes first: `count: u64`'],
  [/^(?:unsigned|signed|int|long|short|char|struct|union|enum|const)$/, 'the name comes first: `count: u64`'],
];
