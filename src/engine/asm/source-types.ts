/** BTF types in the words of the text's own directives: declarations, and how a type is named. */
import { vmlinuxBtf } from '../abi/vmlinux.ts';
import type { Btf } from '../btf/btf.ts';
import type { BtfComposite, BtfEnum, BtfInt, BtfMember, BtfReference, BtfType } from '../btf/types.ts';
import { BTF_INT_BOOL, BTF_INT_SIGNED, isAnyEnum, isComposite } from '../btf/types.ts';
import { contextTypeByName } from './context-type.ts';
import type { CType } from './types.ts';
import {
  alignOfType,
  DECL_TAGS,
  isBuiltinType,
  nextPlace,
  sizeOfType,
  specialType,
  TRISTATE,
  TYPE_TAGS,
} from './types.ts';

/** Types nested deeper than this are bytes. */
const MAX_DEPTH = 16;

const WORD = /^[A-Za-z_]\w*$/;

/** A struct whose fields fit into a line of this length stands in one. */
const MAX_LINE = 100;

export class SourceTypes {
  readonly #btf: Btf | undefined;
  /** Declarations in the order in which they must stand, by type id. */
  readonly #declared = new Map<number, { readonly name: string; text: string }>();
  readonly #names = new Map<string, number>();
  /** Declaration tags by type id and component. */
  readonly #tags = new Map<string, string[]>();
  /** Names that pointers lead to without a declaration. */
  readonly #pointed = new Set<string>();

  constructor(btf: Btf | undefined) {
    this.#btf = btf;
    for (const type of this.#all()) {
      if (type.kind !== 'decl_tag') continue;
      const key = `${type.type} ${type.componentIndex}`;
      this.#tags.set(key, [...(this.#tags.get(key) ?? []), type.name]);
    }
  }

  *#all(): Generator<BtfType> {
    for (let id = 1; id < (this.#btf?.typeCount ?? 0); id++) {
      const type = this.#btf?.type(id);
      if (type !== undefined) yield type;
    }
  }

  /** Declares every type that has a name, used or not: the kernel finds some by their names. */
  declareNamed(): void {
    for (const type of this.#all()) {
      const isKnown =
        contextTypeByName(type.name) !== undefined ||
        specialType(type.name) !== undefined ||
        type.name === TRISTATE.name;
      if (type.name !== '' && !isKnown && (isAnyEnum(type) || isFull(type))) this.text(type.id);
    }
  }

  /** The directives of all types that were asked for so far, and what they consist of. */
  declarations(): readonly string[] {
    const forward = [...this.#pointed].filter((name) => !this.#names.has(name) && !isKnownStruct(name));
    return [...forward.map((name) => `.struct ${name}`), ...[...this.#declared.values()].map(({ text }) => text)];
  }

  /** `key=u32`, `key_size=4` where there is no type, nothing where there is no key. */
  attribute(name: 'key' | 'value', id: number, size: number): readonly string[] {
    if (id !== 0 && this.#btf !== undefined) return [`${name}=${this.text(id)}`];
    return size === 0 ? [] : [`${name}_size=${size}`];
  }

  /** Declaration tags of a type (component -1) or of one of its members or parameters. */
  tags(id: number, component: number): readonly string[] {
    return this.#tags.get(`${id} ${component}`) ?? [];
  }

  /** Tags as they stand behind a field or parameter. */
  tagsText(id: number, component: number): string {
    return this.tags(id, component)
      .map((tag) => ` ${shortTag(tag)}`)
      .join('');
  }

  /** The type that a relocation names: typedefs stay, and what is incomplete is a struct without fields. */
  relocatedText(id: number): string {
    const type = this.#btf?.type(id);
    if (type?.kind === 'typedef' && WORD.test(type.name)) return this.#typedef(id, type.name, type.type);
    return type?.kind === 'fwd' ? this.#declare(type, type.name, `.struct ${type.name} {}`) : this.text(id);
  }

  /** Typedefs stay, since the kernel does not see through them everywhere; of numbers they say nothing. */
  #alias({ id, name, type }: BtfReference, depth: number): string {
    const kind = this.#btf?.skipModifiers(type)?.kind;
    const isNumber = kind === undefined || kind === 'int' || kind === 'float' || kind === 'void';
    return isNumber || !WORD.test(name) ? this.text(type, depth) : this.#typedef(id, name, type);
  }

  #typedef(id: number, wanted: string, target: number): string {
    const known = this.#declared.get(id);
    if (known !== undefined) return known.name;
    const text = this.text(target);
    const name = this.#freeName(wanted, id);
    this.#declared.set(id, { name, text: `.typedef ${name} ${text}` });
    return name;
  }

  /** The type as a directive writes it. */
  text(id: number, depth = 0): string {
    const type = this.#btf?.type(id);
    const size = this.#btf?.sizeOf(id) ?? 0;
    if (type === undefined || depth > MAX_DEPTH) return bytesText(size);
    switch (type.kind) {
      case 'void':
        return 'void';
      case 'int':
        return intType(type) ?? bytesText(size);
      case 'float':
        return size === 4 ? 'float' : size === 8 ? 'double' : bytesText(size);
      case 'enum':
      case 'enum64':
        return this.#enum(type);
      case 'ptr':
        return `*${this.#pointedText(type.type, depth + 1)}`;
      case 'const':
      case 'volatile':
      case 'restrict':
        return `${type.kind} ${this.text(type.type, depth + 1)}`;
      case 'type_tag':
        return this.text(type.type, depth + 1);
      case 'typedef':
        return this.#nameless(type.type, type.name) ?? this.#alias(type, depth);
      case 'array':
        return this.#array(type.type, type.length, depth);
      case 'struct':
      case 'union':
        return this.#composite(type, depth);
      case 'func_proto':
        return `func(${type.params.map((param) => this.text(param.type, depth + 1)).join(', ')}) ${this.text(type.returns, depth + 1)}`;
      default:
        return bytesText(size);
    }
  }

  /** Lengths stand in C's order: the outermost first. */
  #array(element: number, length: number, depth: number): string {
    const of = this.text(element, depth + 1);
    const bracket = /^[^[]*/.exec(of)?.[0].length ?? of.length;
    return `${of.slice(0, bracket)}[${length}]${of.slice(bracket)}`;
  }

  /** A struct or enum that only a typedef names takes its name. */
  #nameless(id: number, wanted: string): string | undefined {
    const type = this.#btf?.type(id);
    if (type === undefined || type.name !== '' || !WORD.test(wanted)) return undefined;
    if (isComposite(type)) return this.#composite(type, 0, wanted);
    return isAnyEnum(type) ? this.#enum(type, wanted) : undefined;
  }

  /** Behind a star: structs by name, tags as the kernel's headers write them. */
  #pointedText(id: number, depth: number): string {
    const type = this.#btf?.type(id);
    if (type === undefined) return 'void';
    if (type.kind === 'type_tag') return `${typeTag(type.name)} ${this.#pointedText(type.type, depth + 1)}`;
    if (type.kind === 'const' || type.kind === 'volatile' || type.kind === 'restrict')
      return `${type.kind} ${this.#pointedText(type.type, depth + 1)}`;
    if (type.kind === 'typedef') return this.#nameless(type.type, type.name) ?? this.#pointedText(type.type, depth + 1);
    if (type.kind === 'fwd' || (isComposite(type) && WORD.test(type.name))) return this.#pointedName(type);
    return this.text(id, depth);
  }

  #pointedName(type: BtfType): string {
    const known = this.#declared.get(type.id)?.name;
    if (known !== undefined || !WORD.test(type.name)) return known ?? 'void';
    this.#pointed.add(type.name);
    return type.name;
  }

  #declare(type: BtfType, wanted: string, text: string): string {
    const known = this.#declared.get(type.id);
    if (known !== undefined) return known.name;
    this.#declared.set(type.id, { name: this.#freeName(wanted, type.id), text });
    return wanted;
  }

  #enum(type: BtfEnum, wanted = type.name): string {
    if (type.name === TRISTATE.name) return 'tristate';
    const isPlain = WORD.test(wanted) && type.values.every(({ name }) => WORD.test(name));
    if (!isPlain || isBuiltinType(wanted)) return intText(type.size, type.isSigned);
    const known = this.#declared.get(type.id);
    if (known !== undefined) return known.name;
    const name = this.#freeName(wanted, type.id);
    const base = type.size === 4 && !type.isSigned ? '' : `: ${intText(type.size, type.isSigned)}`;
    const values = type.values.map((value) => `${value.name} = ${value.value}`);
    this.#declared.set(type.id, { name, text: block(`.enum ${name}${base}`, values, ', ') });
    return name;
  }

  #composite(type: BtfComposite, depth: number, wanted = type.name): string {
    const special = specialType(type.name);
    if (special !== undefined) return sizeOfType(special) === type.size ? type.name : bytesText(type.size);
    const known = this.#declared.get(type.id);
    if (known !== undefined) return known.name;
    const name = this.#freeName(WORD.test(wanted) ? wanted : `anonymous_${type.id}`, type.id);
    const head = `.${type.kind} ${name}${this.#demands(type)}`;
    const fields = this.#fields(type, depth);
    this.#declared.set(type.id, { name, text: block(head, fields, '; ') });
    return name;
  }

  #freeName(wanted: string, id: number): string {
    let name = wanted;
    for (let copy = 1; (this.#names.get(name) ?? id) !== id || isBuiltinType(name); copy++) name = `${wanted}_${copy}`;
    this.#names.set(name, id);
    return name;
  }

  /** What C's rules do not give a struct by themselves. */
  #demands(type: BtfComposite): string {
    const packed = this.#isPacked(type);
    const align = packed ? 1 : this.#align(type.id);
    const end = Math.max(0, ...type.members.map((member) => this.#endOf(member)));
    const natural = Math.ceil(Math.ceil(end / 8) / align) * align;
    const tags = this.tags(type.id, -1).map((tag) => ` tag="${tag}"`);
    return `${packed ? ' packed' : ''}${natural === type.size ? '' : ` size=${type.size}`}${tags.join('')}`;
  }

  #endOf({ type, bitOffset, bitfieldSize }: BtfMember): number {
    return bitOffset + (bitfieldSize || (this.#btf?.sizeOf(type) ?? 0) * 8);
  }

  /** A struct that C could only make packed. */
  #isPacked(type: BtfComposite): boolean {
    const align = Math.max(1, ...type.members.map((member) => this.#align(member.type)));
    if (type.size % align !== 0) return true;
    return type.members.some(
      (member) => member.bitfieldSize === 0 && (member.bitOffset / 8) % this.#align(member.type) !== 0,
    );
  }

  /** Fields, with their places where C would put them elsewhere. */
  #fields(type: BtfComposite, depth: number): readonly string[] {
    const packed = this.#isPacked(type);
    let end = 0;
    return type.members.map((member, i) => {
      const { bitOffset, bitfieldSize: bits } = member;
      const field = { name: '', type: this.#box(member.type), ...(bits > 0 && { bits }) };
      const natural = type.kind === 'union' ? 0 : nextPlace(end, field, packed);
      end = this.#endOf(member);
      const place = natural === bitOffset ? '' : placeText(bitOffset);
      const tail = `${bits > 0 ? `:${bits}` : ''}${place}${this.tagsText(type.id, i)}`;
      return `${this.#memberText(member, i, depth + 1)}${tail}`;
    });
  }

  /** `NAME: TYPE`; a struct without name stands where it is used. */
  #memberText(member: BtfMember, index: number, depth: number): string {
    const inline = this.#inline(member.type, depth);
    if (inline !== undefined && member.name === '') return inline;
    const name = WORD.test(member.name) ? member.name : `_${index}`;
    return `${name}: ${inline ?? this.text(member.type, depth)}`;
  }

  /** `struct { … }[4]` */
  #inline(id: number, depth: number): string | undefined {
    const type = this.#btf?.type(id);
    if (type === undefined || depth > MAX_DEPTH) return undefined;
    if (type.kind === 'array') {
      const element = this.#inline(type.type, depth + 1);
      const [, body = '', rest = ''] = /^(.*})(.*)$/.exec(element ?? '') ?? [];
      return element && `${body}[${type.length}]${rest}`;
    }
    if (!isComposite(type) || type.name !== '') return undefined;
    return `${type.kind}${this.#isPacked(type) ? ' packed' : ''} { ${this.#fields(type, depth).join('; ')} }`;
  }

  /** Something of a type's size and alignment, for the rules of layout. */
  #box(id: number): CType {
    return { kind: 'struct', name: '', members: [], size: this.#btf?.sizeOf(id) ?? 0, align: this.#align(id) };
  }

  /** As the text's own type will be aligned. */
  #align(id: number, depth = 0): number {
    const type = this.#btf?.skipModifiers(id);
    if (type === undefined || depth > MAX_DEPTH) return 1;
    if (type.kind === 'array') return this.#align(type.type, depth + 1);
    if (type.kind === 'ptr') return 8;
    const special = specialType(type.name);
    if (special !== undefined) return alignOfType(special);
    if (isComposite(type))
      return this.#isPacked(type) ? 1 : Math.max(1, ...type.members.map((one) => this.#align(one.type, depth + 1)));
    return 'size' in type && type.size <= 16 ? type.size : 1;
  }
}

/** Has fields, or is a struct that is meant to have none. */
const isFull = (type: BtfType): boolean => isComposite(type) && type.members.length > 0;

/** A name that a pointer may lead to without a declaration. */
function isKnownStruct(name: string): boolean {
  if (isBuiltinType(name) || contextTypeByName(name) !== undefined) return true;
  const kernel = vmlinuxBtf();
  return kernel.find(name, 'struct') !== undefined || kernel.find(name, 'union') !== undefined;
}

function intType({ name, size, bits, encoding }: BtfInt): string | undefined {
  if (bits !== size * 8) return undefined;
  if ((encoding & BTF_INT_BOOL) !== 0 && size === 1) return 'bool';
  if (name === 'char' && size === 1) return 'char';
  return intText(size, (encoding & BTF_INT_SIGNED) !== 0);
}

const shortNames = (names: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...names].map(([short, long]) => [long, short]));
const SHORT_TYPE_TAGS = shortNames(TYPE_TAGS);
const SHORT_DECL_TAGS = shortNames(DECL_TAGS);

const typeTag = (tag: string): string => SHORT_TYPE_TAGS.get(tag) ?? `__type_tag("${tag}")`;

function shortTag(tag: string): string {
  const contains = /^contains:(\w+):(\w+)$/.exec(tag);
  if (contains !== null) return `__contains(${contains[1]}, ${contains[2]})`;
  return SHORT_DECL_TAGS.get(tag) ?? `__decl_tag("${tag}")`;
}

const placeText = (bits: number): string => ` @ ${Math.floor(bits / 8)}${bits % 8 === 0 ? '' : `:${bits % 8}`}`;

/** `HEAD { a; b }`, over several lines if it is long. */
function block(head: string, parts: readonly string[], separator: string): string {
  const line = parts.length === 0 ? `${head} {}` : `${head} { ${parts.join(separator)} }`;
  return line.length <= MAX_LINE ? line : [`${head} {`, ...parts.map((part) => `    ${part}`), '}'].join('\n');
}

const intText = (size: number, isSigned: boolean): string => `${isSigned ? 's' : 'u'}${size * 8}`;
const bytesText = (size: number): string => `u8[${size}]`;
