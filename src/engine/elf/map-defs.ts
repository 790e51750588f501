/**
 * Maps that an object defines as structs in `.maps`: the types of the members say everything.
 *
 *   struct { int (*type)[BPF_MAP_TYPE_HASH]; int (*max_entries)[100]; __u32 *key; struct value *value; }
 *
 * libbpf: parse_btf_map_def()
 */
import { unreachable } from '../../lib/assert.ts';
import type { Result } from '../../lib/result.ts';
import { ok } from '../../lib/result.ts';
import { EINVAL, ENOENT, EOPNOTSUPP } from '../abi/errno.ts';
import { PAGE_SIZE } from '../abi/limits.ts';
import {
  BPF_MAP_TYPE_ARRAY_OF_MAPS,
  BPF_MAP_TYPE_HASH_OF_MAPS,
  BPF_MAP_TYPE_PROG_ARRAY,
  BPF_MAP_TYPE_RINGBUF,
  BPF_MAP_TYPE_USER_RINGBUF,
} from '../abi/map-types.ts';
import type { Btf } from '../btf/btf.ts';
import type { BtfComposite, BtfMember, BtfSecVar, BtfType } from '../btf/types.ts';
import { BTF_VAR_GLOBAL_ALLOCATED } from '../btf/types.ts';
import type { MapSpec } from '../program/spec.ts';
import type { OpenError } from './open-error.ts';
import { ENOTSUP, openError } from './open-error.ts';

/** A map with the place of its definition, by which relocations name it. */
export interface DefinedMap {
  readonly spec: MapSpec;
  readonly offset: number;
  readonly size: number;
  /** Where its `values` begin, relative to `offset`; undefined if it has none. */
  readonly valuesAt: number | undefined;
}

export const isMapOfMaps = (type: number): boolean =>
  type === BPF_MAP_TYPE_ARRAY_OF_MAPS || type === BPF_MAP_TYPE_HASH_OF_MAPS;

/** The maps of the `.maps` section, which has `sectionSize` bytes. */
export function parseMapDefs(btf: Btf, sectionSize: number): Result<readonly DefinedMap[], OpenError> {
  const id = btf.find('.maps', 'datasec');
  const section = id === undefined ? undefined : btf.type(id);
  if (section?.kind !== 'datasec') return openError(ENOENT, "DATASEC '.maps' not found.");
  const maps: DefinedMap[] = [];
  for (const [index, row] of section.vars.entries()) {
    const map = parseMap(btf, index, row, sectionSize);
    if (!map.ok) return map;
    maps.push(map.value);
  }
  return ok(maps);
}

const LINKAGE = ['static', 'global', 'extern'];

function parseMap(btf: Btf, index: number, row: BtfSecVar, sectionSize: number): Result<DefinedMap, OpenError> {
  const variable = btf.type(row.type);
  const name = variable?.name ?? '';
  if (name === '') return openError(EINVAL, `map #${index}: empty name.`);
  if (row.offset + row.size > sectionSize) return openError(EINVAL, `map '${name}' BTF data is corrupted.`);
  if (variable?.kind !== 'var') return openError(EINVAL, `map '${name}': unexpected var kind ${variable?.kind}.`);
  if (variable.linkage !== BTF_VAR_GLOBAL_ALLOCATED)
    return openError(EOPNOTSUPP, `map '${name}': unsupported map linkage ${LINKAGE[variable.linkage] ?? 'unknown'}.`);
  const definition = btf.skipModifiers(variable.type);
  if (definition?.kind !== 'struct') return openError(EINVAL, `map '${name}': unexpected def kind ${variable.kind}.`);
  if (definition.size > row.size) return openError(EINVAL, `map '${name}': invalid def size.`);
  const spec = new MapDefinition(btf, name, false).parse(definition);
  if (!spec.ok) return spec;
  const last = definition.members.at(-1);
  const valuesAt = last?.name === 'values' ? last.bitOffset / 8 : undefined;
  return ok({ spec: spec.value, offset: row.offset, size: row.size, valuesAt });
}

/** What one member adds, or why it is refused. */
type Step = OpenError | undefined;

/** Numbers that a definition states as dimension of an array. */
type NumberAttribute = 'type' | 'max_entries' | 'map_flags' | 'numa_node' | 'key_size' | 'value_size' | 'pinning';

const NUMBER_ATTRIBUTES: ReadonlySet<string> = new Set<NumberAttribute>([
  'type',
  'max_entries',
  'map_flags',
  'numa_node',
  'key_size',
  'value_size',
  'pinning',
]);

const isNumberAttribute = (name: string): name is NumberAttribute => NUMBER_ATTRIBUTES.has(name);

/** One definition while its members are read in order. */
class MapDefinition {
  readonly #btf: Btf;
  readonly #name: string;
  readonly #isInner: boolean;
  #type = 0;
  #keySize = 0;
  #valueSize = 0;
  #maxEntries = 0;
  #flags = 0;
  #pinning = 0;
  #numaNode = 0;
  #extra = 0n;
  #keyTypeId = 0;
  #valueTypeId = 0;
  #inner: MapSpec | undefined;

  constructor(btf: Btf, name: string, isInner: boolean) {
    this.#btf = btf;
    this.#name = name;
    this.#isInner = isInner;
  }

  parse(definition: BtfComposite): Result<MapSpec, OpenError> {
    for (const [i, member] of definition.members.entries()) {
      const problem = this.#member(member, i === definition.members.length - 1);
      if (problem !== undefined) return openError(problem.errno, problem.message);
    }
    if (this.#type === 0) return openError(EINVAL, `map '${this.#name}': map type isn't specified.`);
    const isRing = this.#type === BPF_MAP_TYPE_RINGBUF || this.#type === BPF_MAP_TYPE_USER_RINGBUF;
    return ok({
      name: this.#name,
      type: this.#type,
      keySize: this.#keySize,
      valueSize: this.#valueSize,
      maxEntries: isRing ? adjustRingSize(this.#maxEntries) : this.#maxEntries,
      flags: this.#flags,
      mapExtra: this.#extra,
      btfKeyTypeId: this.#keyTypeId,
      btfValueTypeId: this.#valueTypeId,
      pinning: this.#pinning,
      ...(this.#numaNode !== 0 && { numaNode: this.#numaNode }),
      ...(this.#inner !== undefined && { inner: this.#inner }),
    });
  }

  #fail(errno: number, text: string): OpenError {
    return { errno, message: `map '${this.#name}': ${text}` };
  }

  #member(member: BtfMember, isLast: boolean): Step {
    const { name } = member;
    if (isNumberAttribute(name)) return this.#number(name, member);
    if (name === 'key' || name === 'value') return this.#typed(name, member);
    if (name === 'values') return this.#values(member, isLast);
    if (name === 'map_extra') return this.#mapExtra(member);
    return this.#fail(ENOTSUP, `unknown field '${name}'.`);
  }

  #number(name: NumberAttribute, member: BtfMember): Step {
    if (name === 'pinning' && this.#isInner) return this.#fail(EINVAL, "inner def can't be pinned.");
    const value = this.#dimension(member);
    if (typeof value !== 'number') return value;
    switch (name) {
      case 'type':
        this.#type = value;
        return undefined;
      case 'max_entries':
        this.#maxEntries = value;
        return undefined;
      case 'map_flags':
        this.#flags = value;
        return undefined;
      case 'numa_node':
        this.#numaNode = value;
        return undefined;
      case 'key_size':
        return this.#setSize('key', value);
      case 'value_size':
        return this.#setSize('value', value);
      case 'pinning':
        if (value > 1) return this.#fail(EINVAL, `invalid pinning value ${value}.`);
        this.#pinning = value;
        return undefined;
      default:
        return unreachable(name);
    }
  }

  /** `int (*name)[N]` says N. libbpf: get_map_field_int() */
  #dimension(member: BtfMember): number | OpenError {
    const pointer = this.#btf.skipModifiers(member.type);
    if (pointer?.kind !== 'ptr')
      return this.#fail(EINVAL, `attr '${member.name}': expected PTR, got ${kindName(pointer)}.`);
    const array = this.#btf.type(pointer.type);
    if (array === undefined) return this.#fail(EINVAL, `attr '${member.name}': type [${pointer.type}] not found.`);
    if (array.kind !== 'array')
      return this.#fail(EINVAL, `attr '${member.name}': expected ARRAY, got ${kindName(array)}.`);
    return array.length;
  }

  #setSize(what: 'key' | 'value', size: number): Step {
    const known = what === 'key' ? this.#keySize : this.#valueSize;
    if (known !== 0 && known !== size) return this.#fail(EINVAL, `conflicting ${what} size ${known} != ${size}.`);
    if (what === 'key') this.#keySize = size;
    else this.#valueSize = size;
    return undefined;
  }

  /** `T *key` says type and size. */
  #typed(what: 'key' | 'value', member: BtfMember): Step {
    const pointer = this.#btf.type(member.type);
    if (pointer?.kind !== 'ptr') return this.#fail(EINVAL, `${what} spec is not PTR: ${kindName(pointer)}.`);
    const size = this.#btf.sizeOf(pointer.type);
    if (size === undefined)
      return this.#fail(EINVAL, `can't determine ${what} size for type [${pointer.type}]: ${-EINVAL}.`);
    const problem = this.#setSize(what, size);
    if (problem !== undefined) return problem;
    if (what === 'key') this.#keyTypeId = pointer.type;
    else this.#valueTypeId = pointer.type;
    return undefined;
  }

  /** `T *values[]`: inner maps of a map of maps, or programs of a program array. */
  #values(member: BtfMember, isLast: boolean): Step {
    if (this.#isInner) return this.#fail(ENOTSUP, 'multi-level inner maps not supported.');
    if (!isLast) return this.#fail(EINVAL, "'values' member should be last.");
    const isProgArray = this.#type === BPF_MAP_TYPE_PROG_ARRAY;
    if (!isProgArray && !isMapOfMaps(this.#type)) return this.#fail(ENOTSUP, 'should be map-in-map or prog-array.');
    const problem = this.#setSize('value', 4);
    if (problem !== undefined) return problem;
    const what = isProgArray ? 'prog-array value' : 'map-in-map inner';
    const array = this.#btf.type(member.type);
    if (array?.kind !== 'array' || array.length > 0)
      return this.#fail(EINVAL, `${what} spec is not a zero-sized array.`);
    const pointer = this.#btf.skipModifiers(array.type);
    if (pointer?.kind !== 'ptr') return this.#fail(EINVAL, `${what} def is of unexpected kind ${kindName(pointer)}.`);
    const target = this.#btf.skipModifiers(pointer.type);
    if (target?.kind !== (isProgArray ? 'func_proto' : 'struct'))
      return this.#fail(EINVAL, `${what} def is of unexpected kind ${kindName(target)}.`);
    return target.kind === 'struct' ? this.#innerMap(target) : undefined;
  }

  #innerMap(definition: BtfComposite): Step {
    const inner = new MapDefinition(this.#btf, `${this.#name}.inner`, true).parse(definition);
    if (!inner.ok) return inner.error;
    this.#inner = inner.value;
    return undefined;
  }

  /** An array dimension, or an enum of one value for what needs 64 bits. libbpf: get_map_field_long() */
  #mapExtra(member: BtfMember): Step {
    const type = this.#btf.skipModifiers(member.type);
    if (type?.kind === 'enum' || type?.kind === 'enum64') {
      if (type.values.length !== 1) return this.#fail(EINVAL, `attr '${member.name}': invalid __ulong`);
      this.#extra = BigInt.asUintN(64, type.values[0].value);
      return undefined;
    }
    const value = this.#dimension(member);
    if (typeof value !== 'number') return value;
    this.#extra = BigInt(value);
    return undefined;
  }
}

const kindName = (type: BtfType | undefined): string => type?.kind ?? 'unknown';

/** The kernel wants a power of two of pages; libbpf rounds up what is not. libbpf: adjust_ringbuf_sz() */
function adjustRingSize(size: number): number {
  if (size === 0) return 0;
  const pages = size / PAGE_SIZE;
  if (Number.isInteger(pages) && (pages & (pages - 1)) === 0) return size;
  for (let fit = PAGE_SIZE; fit <= 0xffffffff; fit *= 2) if (fit > size) return fit;
  return size;
}
