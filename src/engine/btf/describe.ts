/** Types in the words of the kernel's BTF log: `[3] STRUCT value size=24 vlen=2`. kernel: btf.c `log_details` of each kind */
import type { BtfComposite, BtfFuncProto, BtfMember, BtfSecVar, BtfType } from './types.ts';

export function describeType(type: BtfType): string {
  const name = type.name === '' ? '(anon)' : type.name;
  const details = detailsOf(type);
  return `[${type.id}] ${type.kind.toUpperCase()} ${name}${details === '' ? '' : ` ${details}`}`;
}

const ENCODINGS: Readonly<Record<number, string>> = { 0: '(none)', 1: 'SIGNED', 2: 'CHAR', 4: 'BOOL' };

function detailsOf(type: BtfType): string {
  switch (type.kind) {
    case 'int':
      return `size=${type.size} bits_offset=${type.bitOffset} nr_bits=${type.bits} encoding=${ENCODINGS[type.encoding] ?? 'UNKN'}`;
    case 'array':
      return `type_id=${type.type} index_type_id=${type.indexType} nr_elems=${type.length}`;
    case 'struct':
    case 'union':
      return `size=${type.size} vlen=${type.members.length}`;
    case 'enum':
    case 'enum64':
      return `size=${type.size} vlen=${type.values.length}`;
    case 'datasec':
      return `size=${type.size} vlen=${type.vars.length}`;
    case 'float':
      return `size=${type.size}`;
    case 'fwd':
      return type.isUnion ? 'union' : 'struct';
    case 'func_proto':
      return describeProto(type);
    case 'var':
      return `type_id=${type.type} linkage=${type.linkage}`;
    case 'decl_tag':
      return `type=${type.type} component_idx=${type.componentIndex}`;
    case 'void':
      return '';
    default:
      return `type_id=${type.type}`;
  }
}

/** kernel: btf_func_proto_log() */
function describeProto({ returns, params }: BtfFuncProto): string {
  const isVariadic = params.at(-1)?.type === 0;
  const fixed = isVariadic ? params.slice(0, -1) : params;
  const names = fixed.map(({ type, name }) => `${type} ${name === '' ? '(anon)' : name}`);
  const rest = params.length === 0 ? ['void'] : isVariadic ? ['vararg'] : [];
  return `return=${returns} args=(${[...names, ...rest].join(', ')})`;
}

export function describeMember(struct: BtfComposite, { name, type, bitOffset, bitfieldSize }: BtfMember): string {
  const bitfield = struct.kflag ? ` bitfield_size=${bitfieldSize}` : '';
  return `\t${name === '' ? '(anon)' : name} type_id=${type}${bitfield} bits_offset=${bitOffset}`;
}

export const describeSecVar = ({ type, offset, size }: BtfSecVar): string =>
  `\t type_id=${type} offset=${offset} size=${size}`;
