import type { Btf } from '../btf/btf.ts';
import type { BtfComposite, BtfEnum, BtfMember, BtfParam, BtfType } from '../btf/types.ts';

/** Declarations and definitions of C from types. libbpf: btf_dump_emit_type_decl(), btf_dump_emit_struct_def() */
export class CDeclarations {
  private readonly btf: Btf;
  /** How often a tag or an identifier was used: a second type of the name gets a number. */
  private readonly tags = new Map<string, number>();
  private readonly identifiers = new Map<string, number>();
  private readonly names = new Map<number, string>();

  constructor(btf: Btf) {
    this.btf = btf;
  }

  private nameOf(type: BtfType): string {
    let name = this.names.get(type.id);
    if (name === undefined) {
      name = type.name === '' ? '' : numbered(type.kind === 'typedef' ? this.identifiers : this.tags, type.name);
      this.names.set(type.id, name);
    }
    return name;
  }

  /** `struct name`, `union name`, `enum name`. */
  tag(type: BtfType): string {
    const kind =
      type.kind === 'fwd' ? (type.isUnion ? 'union' : 'struct') : type.kind === 'enum64' ? 'enum' : type.kind;
    const name = this.nameOf(type);
    return name === '' ? kind : `${kind} ${name}`;
  }

  typedefDefinition(
    type: Extract<BtfType, { kind: 'typedef' | 'ptr' | 'volatile' | 'const' | 'restrict' | 'type_tag' }>,
  ): string {
    return `typedef ${this.declaration(type.type, this.nameOf(type), 0)}`;
  }

  enumDefinition(type: BtfEnum, level: number): string {
    if (type.values.length === 0) return this.tag(type);
    const suffix = type.kind === 'enum' ? '' : type.isSigned ? 'LL' : 'ULL';
    const rows = type.values.map(
      ({ name, value }) => `\n${indent(level + 1)}${numbered(this.identifiers, name)} = ${value}${suffix},`,
    );
    return `${this.tag(type)} {${rows.join('')}\n${indent(level)}}${modeOf(type)}`;
  }

  // ---- structs and unions

  compositeDefinition(type: BtfComposite, level: number): string {
    const isStruct = type.kind === 'struct';
    const isPacked = isStruct && this.isPacked(type);
    let text = `${this.tag(type)} {`;
    let end = 0;
    let afterBits = false;
    for (const member of type.members) {
      const align = isPacked ? 1 : this.alignOf(member.type);
      const isBits = member.bitfieldSize > 0;
      text += padding(end, member.bitOffset, align, afterBits && isBits, level + 1);
      text += `\n${indent(level + 1)}${this.declaration(member.type, member.name, level + 1)}`;
      text += isBits ? `: ${member.bitfieldSize};` : ';';
      end = member.bitOffset + (isBits ? member.bitfieldSize : 8 * (this.btf.sizeOf(member.type) ?? 0));
      afterBits = isBits;
    }
    if (isStruct) text += padding(end, 8 * type.size, this.alignOf(type.id), false, level + 1);
    text += type.members.length > 0 || type.size > 0 ? `\n${indent(level)}}` : '}';
    return isPacked ? `${text} __attribute__((packed))` : text;
  }

  /** Some member, or the end, does not lie where it would by itself. */
  private isPacked(type: BtfComposite): boolean {
    let most = 1;
    for (const member of type.members) {
      const align = this.alignOf(member.type);
      if (isMisplaced(member, align)) return true;
      most = Math.max(most, align);
    }
    return type.size % most !== 0;
  }

  /** libbpf: btf__align_of() */
  private alignOf(id: number): number {
    const type = this.btf.type(id);
    switch (type?.kind) {
      case 'int':
      case 'float':
      case 'enum':
      case 'enum64':
        return Math.min(8, type.size);
      case 'ptr':
        return 8;
      case 'typedef':
      case 'volatile':
      case 'const':
      case 'restrict':
      case 'type_tag':
      case 'array':
        return this.alignOf(type.type);
      case 'struct':
      case 'union':
        return this.isPacked(type) ? 1 : Math.max(1, ...type.members.map((member) => this.alignOf(member.type)));
      default:
        return 0;
    }
  }

  // ---- declarations

  /** `int (*name)[2]`: the chain from the type that stands first to the name, read from its end. */
  private declaration(id: number, name: string, level: number): string {
    const chain: number[] = [];
    for (let at = id; ; ) {
      chain.push(at);
      const next = innerType(this.btf.type(at));
      if (at === 0 || next === undefined) break;
      at = next;
    }
    return this.chainText(chain, name, level);
  }

  /** Takes types off the chain's end; the rest of it stands in parentheses where C wants them. */
  private chainText(chain: number[], name: string, level: number): string {
    let text = '';
    let afterPointer = true;
    while (chain.length > 0) {
      const id = chain.pop() ?? 0;
      const type = this.btf.type(id);
      if (type === undefined) continue;
      switch (type.kind) {
        case 'void':
          text += `${this.takeQualifiers(chain)}void`;
          break;
        case 'ptr':
          text += afterPointer ? '*' : ' *';
          break;
        case 'volatile':
        case 'const':
        case 'restrict':
          text += ` ${type.kind}`;
          break;
        case 'type_tag':
          text += `${this.takeQualifiers(chain)} __attribute__((btf_type_tag("${type.name}")))`;
          break;
        case 'array':
          return text + this.arrayText(chain, type.length, name, afterPointer, level);
        case 'func_proto':
          return text + this.functionText(chain, type, name, afterPointer, level);
        default:
          text += this.takeQualifiers(chain) + this.baseText(type, level);
      }
      afterPointer = type.kind === 'ptr';
    }
    return text + (name !== '' && !afterPointer ? ` ${name}` : name);
  }

  private baseText(type: BtfType, level: number): string {
    switch (type.kind) {
      case 'struct':
      case 'union':
        return type.name === '' ? this.compositeDefinition(type, level) : this.tag(type);
      case 'enum':
      case 'enum64':
        return type.name === '' ? this.enumDefinition(type, level) : this.tag(type);
      case 'fwd':
        return this.tag(type);
      case 'typedef':
        return this.nameOf(type);
      default:
        return type.name;
    }
  }

  private arrayText(chain: number[], length: number, name: string, afterPointer: boolean, level: number): string {
    this.takeQualifiers(chain);
    if (chain.length === 0) return `${name !== '' && !afterPointer ? ' ' : ''}${name}[${length}]`;
    const isNested = this.btf.type(chain[chain.length - 1])?.kind === 'array';
    const space = name !== '' && !afterPointer ? ' ' : '';
    const inner = this.chainText(chain, name, level);
    return `${space}${isNested ? inner : `(${inner})`}[${length}]`;
  }

  private functionText(
    chain: number[],
    type: Extract<BtfType, { kind: 'func_proto' }>,
    name: string,
    afterPointer: boolean,
    level: number,
  ): string {
    this.takeQualifiers(chain);
    const own = name !== '' && !afterPointer ? ` ${name}` : name;
    const head = chain.length > 0 ? ` (${this.chainText(chain, name, level)})` : own;
    return `${head}(${this.parameters(type.params, level)})`;
  }

  private parameters(params: readonly BtfParam[], level: number): string {
    if (params.length === 0 || (params.length === 1 && params[0].type === 0)) return 'void';
    return params
      .map(({ type, name }, i) => (type === 0 && i === params.length - 1 ? '...' : this.declaration(type, name, level)))
      .join(', ');
  }

  /** Qualifiers of what is not a pointer stand before it. */
  private takeQualifiers(chain: number[]): string {
    let text = '';
    for (;;) {
      const kind = this.btf.type(chain[chain.length - 1] ?? 0)?.kind;
      if (kind !== 'volatile' && kind !== 'const' && kind !== 'restrict') return text;
      text += `${kind} `;
      chain.pop();
    }
  }
}

const indent = (level: number): string => '\t'.repeat(level);

/** The name; with the number of its use from the second on. */
function numbered(uses: Map<string, number>, name: string): string {
  const count = (uses.get(name) ?? 0) + 1;
  uses.set(name, count);
  return count > 1 ? `${name}___${count}` : name;
}

const isMisplaced = ({ bitfieldSize, bitOffset }: BtfMember, align: number): boolean =>
  align > 0 && bitfieldSize === 0 && bitOffset % (8 * align) !== 0;

/** What a type is made of, where a declaration goes through it. */
function innerType(type: BtfType | undefined): number | undefined {
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

function modeOf(type: BtfEnum): string {
  if (type.size === 1) return ' __attribute__((mode(byte)))';
  const needsWord = type.kind === 'enum' || type.values.every(({ value }) => BigInt.asUintN(64, value) >> 32n === 0n);
  return type.size === 8 && needsWord ? ' __attribute__((mode(word)))' : '';
}

const PADS = [
  { name: 'long', bits: 64 },
  { name: 'int', bits: 32 },
  { name: 'short', bits: 16 },
  { name: 'char', bits: 8 },
];

const roundUp = (value: number, to: number): number => (to === 0 ? value : Math.ceil(value / to) * to);

/** Unnamed bit-fields that fill a gap which the compiler would not leave by itself. libbpf: btf_dump_emit_bit_padding() */
function padding(from: number, to: number, align: number, inBits: boolean, level: number): string {
  if (from >= to) return '';
  let text = '';
  const line = (name: string, bits: number): void => {
    text += `\n${indent(level)}${name}: ${bits};`;
  };
  const pad = PADS.find(({ bits }) => roundUp(from, bits) <= to) ?? PADS[PADS.length - 1];
  const aligned = roundUp(from, pad.bits);
  let at = from;
  if (aligned > from && aligned <= to) {
    const isUnnatural = aligned === to && roundUp(from, 8 * align) !== aligned;
    const isSwallowed = aligned !== to && to - aligned <= aligned - from;
    if (inBits || isUnnatural || isSwallowed) line(pad.name, inBits ? aligned - from : 0);
    at = aligned;
  }
  while (at !== to) {
    const bits = Math.min(to - at, pad.bits);
    const fitting = bits === pad.bits ? pad : (PADS.findLast((each) => each.bits >= bits) ?? pad);
    line(fitting.name, bits);
    at += bits;
  }
  return text;
}
