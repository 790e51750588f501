/** Each type by itself: flags, names, sizes, places of members. kernel: btf.c btf_check_all_metas() and `check_meta` of each kind */
import { unreachable } from '../../lib/assert.ts';
import { ENOTSUPP } from '../abi/errno.ts';
import type { Btf } from './btf.ts';
import { describeMember, describeSecVar, describeType } from './describe.ts';
import type { BtfRefusal } from './refusal.ts';
import { isIdentifier, KSYM_NAME_LEN, refuse } from './refusal.ts';
import type { BtfComposite, BtfDatasec, BtfEnum, BtfInt, BtfReference, BtfType } from './types.ts';
import {
  BTF_FUNC_GLOBAL,
  BTF_INT_BOOL,
  BTF_INT_CHAR,
  BTF_INT_SIGNED,
  BTF_MAX_TYPE,
  BTF_VAR_GLOBAL_ALLOCATED,
} from './types.ts';

/** Bits of `info` that mean something: kflag, kind, vlen. */
const INFO_MASK = 0x9f00ffff;
/** Bits of an int's data word: encoding, offset, bits. */
const INT_MASK = 0x0fffffff;
const BITS_PER_U128 = 128;

export function checkTypes(btf: Btf): BtfRefusal | undefined {
  for (let id = 1; id < btf.typeCount; id++) {
    const refusal = checkHead(btf, id) ?? new TypeCheck(btf, id).run();
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** What all kinds have in common. kernel: btf_check_meta() */
function checkHead(btf: Btf, id: number): BtfRefusal | undefined {
  const [nameOff, info] = [btf.word(id, 0), btf.word(id, 1)];
  if ((info & ~INFO_MASK) !== 0) return refuse(`[${id}] Invalid btf_info:${info.toString(16)}`);
  if (!btf.hasString(nameOff)) return refuse(`[${id}] Invalid name_offset:${nameOff}`);
  return undefined;
}

/** kernel: btf_name_valid_section() */
const isSectionName = (name: string): boolean => /^[\x20-\x7e]+$/.test(name) && name.length < KSYM_NAME_LEN;

const isTypeId = (id: number): boolean => id <= BTF_MAX_TYPE;

type Answer = BtfRefusal | undefined;

/** The checks of one type. */
class TypeCheck {
  readonly #btf: Btf;
  readonly #id: number;
  readonly #vlen: number;

  constructor(btf: Btf, id: number) {
    this.#btf = btf;
    this.#id = id;
    this.#vlen = btf.word(id, 1) & 0xffff;
  }

  run(): Answer {
    const type = this.#btf.type(this.#id);
    if (type === undefined) return undefined;
    const { kind } = type;
    switch (kind) {
      case 'void':
        return undefined;
      case 'int':
        return this.#noVlen(type) ?? this.#noKflag(type) ?? this.#int(type);
      case 'ptr':
      case 'typedef':
      case 'volatile':
      case 'const':
      case 'restrict':
      case 'type_tag':
        return this.#noVlen(type) ?? this.#reference(type);
      case 'array':
        return this.#array(type);
      case 'struct':
      case 'union':
        return this.#composite(type);
      case 'enum':
      case 'enum64':
        return this.#enum(type);
      case 'fwd':
        return this.#fwd(type);
      case 'func':
        return this.#func(type);
      case 'func_proto':
        return this.#unnamed(type) ?? this.#noKflag(type);
      case 'var':
        return this.#noVlen(type) ?? this.#noKflag(type) ?? this.#identifier(type) ?? this.#var(type);
      case 'datasec':
        return this.#datasec(type);
      case 'float':
        return this.#noVlen(type) ?? this.#noKflag(type) ?? this.#float(type);
      case 'decl_tag':
        return this.#declTag(type);
      default:
        return unreachable(kind);
    }
  }

  #word(index: number): number {
    return this.#btf.word(this.#id, index);
  }

  #bad(type: BtfType, text: string, errno?: number): BtfRefusal {
    return refuse(`${describeType(type)} ${text}`, errno);
  }

  #noVlen(type: BtfType): Answer {
    return this.#vlen === 0 ? undefined : this.#bad(type, 'vlen != 0');
  }

  #noKflag(type: BtfType): Answer {
    return type.kflag ? this.#bad(type, 'Invalid btf_info kind_flag') : undefined;
  }

  #unnamed(type: BtfType): Answer {
    return this.#word(0) === 0 ? undefined : this.#bad(type, 'Invalid name');
  }

  #identifier(type: BtfType): Answer {
    return isIdentifier(type.name) ? undefined : this.#bad(type, 'Invalid name');
  }

  /** Anonymous types are welcome here. */
  #optionalIdentifier(type: BtfType): Answer {
    return this.#word(0) === 0 ? undefined : this.#identifier(type);
  }

  #int(type: BtfInt): Answer {
    const data = this.#word(3);
    const bits = type.bits + type.bitOffset;
    if ((data & ~INT_MASK) !== 0) return this.#bad(type, `Invalid int_data:${data.toString(16)}`);
    if (bits > BITS_PER_U128) return this.#bad(type, `nr_bits exceeds ${BITS_PER_U128}`);
    if (Math.ceil(bits / 8) > type.size) return this.#bad(type, 'nr_bits exceeds type_size');
    const isKnown = [0, BTF_INT_SIGNED, BTF_INT_CHAR, BTF_INT_BOOL].includes(type.encoding);
    return isKnown ? undefined : this.#bad(type, 'Unsupported encoding', ENOTSUPP);
  }

  #reference(type: BtfReference): Answer {
    if (type.kind !== 'type_tag' && type.kflag) return this.#noKflag(type);
    if (!isTypeId(type.type)) return this.#bad(type, 'Invalid type_id');
    if (type.kind === 'typedef') return this.#identifier(type);
    if (type.kind === 'type_tag') return type.name === '' ? this.#bad(type, 'Invalid name') : undefined;
    return this.#unnamed(type);
  }

  #array(type: BtfType & { kind: 'array' }): Answer {
    const flags = this.#unnamed(type) ?? this.#noVlen(type) ?? this.#noKflag(type);
    if (flags !== undefined) return flags;
    if (this.#word(2) !== 0) return this.#bad(type, 'size != 0');
    if (type.type === 0 || !isTypeId(type.type)) return this.#bad(type, 'Invalid elem');
    return type.indexType === 0 || !isTypeId(type.indexType) ? this.#bad(type, 'Invalid index') : undefined;
  }

  #composite(type: BtfComposite): Answer {
    const name = this.#optionalIdentifier(type);
    if (name !== undefined) return name;
    let last = 0;
    for (const [i, member] of type.members.entries()) {
      const text = this.#memberProblem(type, i, last);
      if (text !== undefined) return refuse(`${describeMember(type, member)} ${text}`);
      last = member.bitOffset;
    }
    return undefined;
  }

  #memberProblem(type: BtfComposite, index: number, last: number): string | undefined {
    const member = type.members[index];
    const nameOff = this.#word(3 + 3 * index);
    if (!this.#btf.hasString(nameOff)) return `Invalid member name_offset:${nameOff}`;
    if (nameOff !== 0 && !isIdentifier(member.name)) return 'Invalid name';
    if (member.type === 0 || !isTypeId(member.type)) return 'Invalid type_id';
    if (type.kind === 'union' && member.bitOffset !== 0) return 'Invalid member bits_offset';
    if (last > member.bitOffset) return 'Invalid member bits_offset';
    return Math.ceil(member.bitOffset / 8) > type.size ? 'Member bits_offset exceeds its struct size' : undefined;
  }

  #enum(type: BtfEnum): Answer {
    if (![1, 2, 4, 8].includes(type.size)) return this.#bad(type, 'Unexpected size');
    const name = this.#optionalIdentifier(type);
    if (name !== undefined) return name;
    const wordsPerValue = type.kind === 'enum' ? 2 : 3;
    for (const [i, value] of type.values.entries()) {
      const nameOff = this.#word(3 + wordsPerValue * i);
      if (!this.#btf.hasString(nameOff)) return refuse(`\tInvalid name_offset:${nameOff}`);
      if (!isIdentifier(value.name)) return this.#bad(type, 'Invalid name');
    }
    return undefined;
  }

  #fwd(type: BtfType & { kind: 'fwd' }): Answer {
    if (this.#vlen !== 0) return this.#noVlen(type);
    return this.#word(2) === 0 ? this.#identifier(type) : this.#bad(type, 'type != 0');
  }

  #func(type: BtfType & { kind: 'func' }): Answer {
    const name = this.#identifier(type);
    if (name !== undefined) return name;
    return type.linkage > BTF_FUNC_GLOBAL ? this.#bad(type, 'Invalid func linkage') : this.#noKflag(type);
  }

  #var(type: BtfType & { kind: 'var' }): Answer {
    if (type.type === 0 || !isTypeId(type.type)) return this.#bad(type, 'Invalid type_id');
    return type.linkage > BTF_VAR_GLOBAL_ALLOCATED ? this.#bad(type, 'Linkage not supported') : undefined;
  }

  #datasec(type: BtfDatasec): Answer {
    if (type.size === 0) return this.#bad(type, 'size == 0');
    const flags = this.#noKflag(type);
    if (flags !== undefined) return flags;
    if (!isSectionName(type.name)) return this.#bad(type, 'Invalid name');
    let end = 0;
    for (const row of type.vars) {
      const text = secVarProblem(type, row, end);
      if (text !== undefined) return refuse(`${describeSecVar(row)} ${text}`);
      end = row.offset + row.size;
    }
    return undefined;
  }

  #float(type: BtfType & { kind: 'float' }): Answer {
    return [2, 4, 8, 12, 16].includes(type.size) ? undefined : this.#bad(type, 'Invalid type_size');
  }

  #declTag(type: BtfType & { kind: 'decl_tag' }): Answer {
    if (type.name === '') return this.#bad(type, 'Invalid value');
    if (this.#vlen !== 0) return this.#noVlen(type);
    return type.componentIndex < -1 ? this.#bad(type, 'Invalid component_idx') : undefined;
  }
}

function secVarProblem(
  section: BtfDatasec,
  { type, offset, size }: BtfDatasec['vars'][number],
  end: number,
): string | undefined {
  if (type === 0 || !isTypeId(type)) return 'Invalid type_id';
  if (offset < end || offset >= section.size) return 'Invalid offset';
  if (size === 0 || size > section.size) return 'Invalid size';
  return offset + size > section.size ? 'Invalid offset+size' : undefined;
}
