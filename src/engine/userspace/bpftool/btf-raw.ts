import type { Btf } from '../../btf/btf.ts';
import { BTF_INT_BOOL, BTF_INT_CHAR, BTF_INT_SIGNED, type BtfType } from '../../btf/types.ts';
import type { JsonWriter } from './json-writer.ts';

/** Types one by one, as `bpftool btf dump` prints them. kernel: dump_btf_type() of tools/bpf/bpftool/btf.c */

type Fields = readonly (readonly [name: string, value: string | number | bigint])[];

/** What a kind says of itself, and of its parts. */
interface Described {
  readonly fields: Fields;
  /** Name of the list in JSON, and its rows; in text each is a line. */
  readonly parts?: { readonly name: string; readonly rows: readonly Part[] };
}

interface Part {
  readonly json: Fields;
  readonly text: string;
}

const ENCODINGS: Readonly<Record<number, string>> = {
  0: '(none)',
  [BTF_INT_SIGNED]: 'SIGNED',
  [BTF_INT_CHAR]: 'CHAR',
  [BTF_INT_BOOL]: 'BOOL',
};
const LINKAGE = ['static', 'global', 'extern'];

const nameText = (name: string): string => (name === '' ? '(anon)' : name);
const kindText = (type: BtfType): string => type.kind.toUpperCase();

export function rawText(btf: Btf, ids: readonly number[]): string {
  return ids.map((id) => typeText(btf, id)).join('');
}

function typeText(btf: Btf, id: number): string {
  const type = btf.type(id);
  if (type === undefined) return '';
  const { fields, parts } = describe(btf, type);
  // A variable has a comma behind its type.
  const comma = type.kind === 'var' ? ',' : '';
  const words = fields.map(([name, value]) => ` ${name}=${value}`).join(comma);
  const rows = parts?.rows.map((row) => `\n\t${row.text}`).join('') ?? '';
  return `[${id}] ${kindText(type)} '${nameText(type.name)}'${words}${rows}\n`;
}

export function writeRaw(json: JsonWriter, btf: Btf, ids: readonly number[]): void {
  json.begin('{');
  json.name('types');
  json.begin('[');
  for (const id of ids) writeType(json, btf, id);
  json.end(']');
  json.end('}');
}

function writeType(json: JsonWriter, btf: Btf, id: number): void {
  const type = btf.type(id);
  if (type === undefined) return;
  const { fields, parts } = describe(btf, type);
  json.begin('{');
  writeFields(json, [['id', id], ['kind', kindText(type)], ['name', nameText(type.name)], ...fields]);
  if (parts !== undefined) {
    json.name(parts.name);
    json.begin('[');
    for (const row of parts.rows) {
      json.begin('{');
      writeFields(json, row.json);
      json.end('}');
    }
    json.end(']');
  }
  json.end('}');
}

function writeFields(json: JsonWriter, fields: Fields): void {
  for (const [name, value] of fields) {
    if (typeof value === 'string') json.stringField(name, value);
    else json.field(name, value);
  }
}

function describe(btf: Btf, type: BtfType): Described {
  switch (type.kind) {
    case 'int':
      return {
        fields: [
          ['size', type.size],
          ['bits_offset', type.bitOffset],
          ['nr_bits', type.bits],
          ['encoding', ENCODINGS[type.encoding] ?? 'UNKN'],
        ],
      };
    case 'array':
      return {
        fields: [
          ['type_id', type.type],
          ['index_type_id', type.indexType],
          ['nr_elems', type.length],
        ],
      };
    case 'struct':
    case 'union':
      return {
        fields: sizes(type.size, type.members.length),
        parts: { name: 'members', rows: type.members.map(member) },
      };
    case 'enum':
    case 'enum64':
      return describeEnum(type);
    case 'fwd':
      return { fields: [['fwd_kind', type.isUnion ? 'union' : 'struct']] };
    case 'func':
    case 'var':
      return {
        fields: [
          ['type_id', type.type],
          ['linkage', LINKAGE[type.linkage] ?? '(unknown)'],
        ],
      };
    case 'func_proto':
      return describeProto(type);
    case 'datasec':
      return {
        fields: sizes(type.size, type.vars.length),
        parts: { name: 'vars', rows: type.vars.map((row) => sectionRow(btf, row.type, row.offset, row.size)) },
      };
    case 'float':
      return { fields: [['size', type.size]] };
    case 'decl_tag':
      return {
        fields: [
          ['type_id', type.type],
          ['component_idx', type.componentIndex],
        ],
      };
    case 'void':
      return { fields: [] };
    default:
      return { fields: [['type_id', type.type]] };
  }
}

const describeProto = ({ returns, params }: Extract<BtfType, { kind: 'func_proto' }>): Described => ({
  fields: [
    ['ret_type_id', returns],
    ['vlen', params.length],
  ],
  parts: { name: 'params', rows: params.map(({ name, type }) => named(name, [['type_id', type]])) },
});

const sizes = (size: number, count: number): Fields => [
  ['size', size],
  ['vlen', count],
];

/** A row that begins with a name. */
function named(name: string, fields: Fields): Part {
  const text = fields.map(([field, value]) => ` ${field}=${value}`).join('');
  return { json: [['name', nameText(name)], ...fields], text: `'${nameText(name)}'${text}` };
}

function member(row: { name: string; type: number; bitOffset: number; bitfieldSize: number }): Part {
  const size: Fields = row.bitfieldSize === 0 ? [] : [['bitfield_size', row.bitfieldSize]];
  return named(row.name, [['type_id', row.type], ['bits_offset', row.bitOffset], ...size]);
}

function describeEnum(type: Extract<BtfType, { kind: 'enum' | 'enum64' }>): Described {
  const suffix = type.kind === 'enum' ? '' : type.isSigned ? 'LL' : 'ULL';
  const rows = type.values.map(({ name, value }) => {
    const row = named(name, [['val', value]]);
    return { ...row, text: row.text + suffix };
  });
  return {
    fields: [['encoding', type.isSigned ? 'SIGNED' : 'UNSIGNED'], ...sizes(type.size, type.values.length)],
    parts: { name: 'values', rows },
  };
}

function sectionRow(btf: Btf, type: number, offset: number, size: number): Part {
  const of = btf.type(type);
  const fields: Fields = [
    ['type_id', type],
    ['offset', offset],
    ['size', size],
  ];
  const text = fields.map(([name, value]) => `${name}=${value}`).join(' ');
  return { json: fields, text: of === undefined ? text : `${text} (${kindText(of)} '${nameText(of.name)}')` };
}
