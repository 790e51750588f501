import { mapTypeName } from '../abi/map-types.ts';
import { Btf } from '../btf/btf.ts';
import { fieldName } from '../btf/field-types.ts';
import { printC } from '../btf/print-c.ts';
import type { Diagnostic } from '../program/diagnostic.ts';
import type { MapInfo } from '../program/load.ts';
import type { CollectionSpec } from '../program/spec.ts';

/** The types of a file and what its maps hold. */
export interface TypesAnswer {
  readonly file: string;
  /** Types as C, as `bpftool btf dump file … format c` prints them; empty if the file has no BTF. */
  readonly c: string;
  readonly maps: readonly MapTypes[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface MapTypes {
  readonly name: string;
  readonly type: string;
  readonly keySize: number;
  readonly valueSize: number;
  readonly maxEntries: number;
  /** Types as C, `struct flow`; empty where the map has no BTF. */
  readonly key: string;
  readonly value: string;
  /** The value's members and special fields, by offset. */
  readonly members: readonly MapMember[];
}

export interface MapMember {
  /** `idle.timer` for a member of a member. */
  readonly name: string;
  /** `u64`, `struct bpf_timer` */
  readonly type: string;
  /** Bytes. */
  readonly offset: number;
  readonly size: number;
  /** `bpf_timer`, `bpf_spin_lock`, …: only helpers may touch it. */
  readonly special?: string;
}

/** What a blueprint and its maps say of types. */
export function typesAnswer(file: string, spec: CollectionSpec, maps: readonly MapInfo[]): TypesAnswer {
  const btf = spec.btf === undefined ? undefined : Btf.parse(spec.btf);
  return {
    file,
    c: btf?.ok ? printC(btf.value) : '',
    maps: maps.map((info, i) => mapTypes(spec.maps[i]?.name ?? info.name, info)),
    diagnostics: [],
  };
}

function mapTypes(name: string, info: MapInfo): MapTypes {
  const { type, keySize, valueSize, maxEntries, btf, btfKeyTypeId, btfValueTypeId } = info;
  const base = { name, type: mapTypeName(type), keySize, valueSize, maxEntries };
  if (btf === undefined) return { ...base, key: '', value: '', members: [] };
  return {
    ...base,
    key: btfKeyTypeId === 0 ? '' : typeName(btf, btfKeyTypeId),
    value: btfValueTypeId === 0 ? '' : typeName(btf, btfValueTypeId),
    members: btfValueTypeId === 0 ? [] : membersOf(btf, btfValueTypeId, info),
  };
}

/** A type where it is used: `struct flow`, `u32`, `char[16]`. */
function typeName(btf: Btf, id: number): string {
  const type = btf.type(id);
  switch (type?.kind) {
    case 'struct':
    case 'union':
    case 'enum':
      return type.name === '' ? type.kind : `${type.kind} ${type.name}`;
    case 'enum64':
      return type.name === '' ? 'enum' : `enum ${type.name}`;
    case 'array':
      return `${typeName(btf, type.type)}[${type.length}]`;
    case 'ptr':
      return `${typeName(btf, type.type)} *`;
    case 'const':
    case 'volatile':
    case 'restrict':
      return `${type.kind} ${typeName(btf, type.type)}`;
    case 'void':
      return 'void';
    default:
      return type?.name ?? '';
  }
}

function membersOf(btf: Btf, id: number, { record }: MapInfo): readonly MapMember[] {
  const special = new Map(record?.fields.map((field) => [field.offset, fieldName(field.type)]));
  return leaves(btf, id, '', 0, special);
}

/** Members, with those of structs inside that hold a special field somewhere. */
function leaves(
  btf: Btf,
  id: number,
  prefix: string,
  base: number,
  special: ReadonlyMap<number, string>,
): readonly MapMember[] {
  return (btf.composite(id)?.members ?? []).flatMap(({ name, type, bitOffset }) => {
    const offset = base + (bitOffset >> 3);
    const size = btf.sizeOf(type) ?? 0;
    const path = prefix + (name || '(anonymous)');
    const found = special.get(offset);
    const inner = btf.composite(type);
    const isField = found !== undefined && (inner === undefined || inner.name === found);
    const holds = [...special.keys()].some((at) => at >= offset && at < offset + size);
    const member = { name: path, type: typeName(btf, type), offset, size, ...(isField && { special: found }) };
    return !isField && holds && inner !== undefined
      ? [member, ...leaves(btf, type, `${path}.`, offset, special)]
      : [member];
  });
}
