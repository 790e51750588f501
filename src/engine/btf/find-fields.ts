/**
 * Where special fields lie in a struct or data section: a walk through members, nested structs and arrays.
 * kernel: btf.c btf_find_field() and what it calls
 */

import type { Result } from '../../lib/result.ts';
import { err, ok } from '../../lib/result.ts';
import { E2BIG, EEXIST, EINVAL, ENOENT } from '../abi/errno.ts';
import type { Btf } from './btf.ts';
import {
  BPF_KPTR,
  BPF_KPTR_PERCPU,
  BPF_KPTR_REF,
  BPF_KPTR_UNREF,
  BPF_LIST_HEAD,
  BPF_LIST_NODE,
  BPF_RB_NODE,
  BPF_RB_ROOT,
  BPF_REFCOUNT,
  BPF_RES_SPIN_LOCK,
  BPF_SPIN_LOCK,
  BPF_TASK_WORK,
  BPF_TIMER,
  BPF_UPTR,
  BPF_WORKQUEUE,
  FIELD_TYPES,
} from './field-types.ts';
import type { BtfComposite, BtfDatasec, BtfType } from './types.ts';

export interface FoundField {
  readonly type: number;
  readonly offset: number;
  /** kptrs and uptrs: the struct pointed to, in the program's BTF. */
  readonly pointee?: number;
  /** List heads and tree roots: what their `contains:` tag says. */
  readonly contains?: { readonly valueTypeId: number; readonly nodeName: string };
}

const BTF_FIELDS_MAX = 11;
const MAX_RESOLVE_DEPTH = 32;

/** Fields of which a struct has at most one. */
const UNIQUE = BPF_SPIN_LOCK | BPF_RES_SPIN_LOCK | BPF_TIMER | BPF_WORKQUEUE | BPF_TASK_WORK;

const BY_NAME: readonly (readonly [name: string, type: number])[] = [
  ['bpf_spin_lock', BPF_SPIN_LOCK],
  ['bpf_res_spin_lock', BPF_RES_SPIN_LOCK],
  ['bpf_timer', BPF_TIMER],
  ['bpf_wq', BPF_WORKQUEUE],
  ['bpf_task_work', BPF_TASK_WORK],
  ['bpf_list_head', BPF_LIST_HEAD],
  ['bpf_list_node', BPF_LIST_NODE],
  ['bpf_rb_root', BPF_RB_ROOT],
  ['bpf_rb_node', BPF_RB_NODE],
  ['bpf_refcount', BPF_REFCOUNT],
];

const POINTER_TAGS: Readonly<Record<string, number>> = {
  kptr_untrusted: BPF_KPTR_UNREF,
  kptr: BPF_KPTR_REF,
  percpu_kptr: BPF_KPTR_PERCPU,
  uptr: BPF_UPTR,
};

/** What arrays of fields may repeat; the others stand alone. */
const REPEATABLE = BPF_KPTR | BPF_UPTR | BPF_LIST_HEAD | BPF_RB_ROOT;

/** The masked special fields of a struct or data section in the order of its members; or an errno. */
export function findFields(btf: Btf, typeId: number, mask: number): Result<readonly FoundField[], number> {
  const type = btf.type(typeId);
  const walk = new FieldWalk(btf, mask);
  let error = EINVAL;
  if (type?.kind === 'struct') error = walk.struct(type, 0);
  else if (type?.kind === 'datasec') error = walk.datasec(type);
  return error === 0 ? ok(walk.found) : err(error);
}

/** One search: methods append to `found` and return 0 or an errno. */
class FieldWalk {
  readonly found: FoundField[] = [];
  readonly #btf: Btf;
  readonly #mask: number;
  /** Unique fields met so far in the struct or section at hand; a nested struct counts for itself. */
  #seen = 0;

  constructor(btf: Btf, mask: number) {
    this.#btf = btf;
    this.#mask = mask;
  }

  /** Offsets, and with them alignment, are relative to this struct. */
  struct(type: BtfComposite, level: number): number {
    for (const [index, member] of type.members.entries()) {
      if (member.bitOffset % 8 !== 0) return EINVAL;
      const place = { offset: member.bitOffset / 8, owner: type.id, index, level };
      const error = this.#one(member.type, place, undefined);
      if (error !== 0) return error;
    }
    return 0;
  }

  datasec(type: BtfDatasec): number {
    for (const row of type.vars) {
      const variable = this.#btf.type(row.type);
      if (variable?.kind !== 'var') return EINVAL;
      const place = { offset: row.offset, owner: variable.id, index: -1, level: 0 };
      const error = this.#one(variable.type, place, row.size);
      if (error !== 0) return error;
    }
    return 0;
  }

  /** kernel: btf_find_field_one() */
  #one(typeId: number, place: Place, expectedSize: number | undefined): number {
    const element = flatten(this.#btf, typeId);
    if (element === undefined) return E2BIG;
    const { type, count } = element;
    if (type === undefined || count === 0) return 0;
    const kind = this.#kindOf(type);
    if (!kind.ok) return kind.error;
    if (kind.value === 0) return type.kind === 'struct' ? this.#nested(type, place, count, expectedSize) : 0;
    const shape = FIELD_TYPES.get(kind.value);
    if (shape === undefined || place.offset % shape.align !== 0) return 0;
    if (expectedSize !== undefined && expectedSize !== shape.size * count) return 0;
    const field = this.#field(type, kind.value, shape.size, place);
    if (!field.ok) return field.error;
    if (field.value === undefined) return 0;
    return this.#append([field.value], count, shape.size);
  }

  /** Structs that are not special themselves are searched. kernel: btf_find_nested_struct() */
  #nested(type: BtfComposite, place: Place, count: number, expectedSize: number | undefined): number {
    if (expectedSize !== undefined && expectedSize !== type.size * count) return 0;
    if (place.level + 1 >= MAX_RESOLVE_DEPTH) return E2BIG;
    const before = this.found.length;
    const seen = this.#seen;
    this.#seen = 0;
    const error = this.struct(type, place.level + 1);
    this.#seen = seen;
    if (error !== 0 || this.found.length === before) return error;
    const inner = this.found.splice(before).map((field) => ({ ...field, offset: field.offset + place.offset }));
    return this.#append(inner, count, type.size);
  }

  /** Adds the fields of one element, and copies for the other elements of an array. kernel: btf_repeat_fields() */
  #append(fields: readonly FoundField[], count: number, elementSize: number): number {
    if (this.found.length + fields.length > BTF_FIELDS_MAX) return E2BIG;
    if (count > 1 && fields.some((field) => (field.type & REPEATABLE) === 0)) return EINVAL;
    if (this.found.length + fields.length * count > BTF_FIELDS_MAX) return E2BIG;
    for (let i = 0; i < count; i++)
      for (const field of fields) this.found.push({ ...field, offset: field.offset + i * elementSize });
    return 0;
  }

  /** Field type by the type's name; any other non-struct may be a kptr. kernel: btf_get_field_type() */
  #kindOf(type: BtfType): Result<number, number> {
    for (const [name, bit] of BY_NAME) {
      if ((this.#mask & bit) === 0 || type.name !== name) continue;
      if ((UNIQUE & this.#seen & bit) !== 0) return err(E2BIG);
      this.#seen |= bit;
      return ok(bit);
    }
    return ok((this.#mask & (BPF_KPTR | BPF_UPTR)) !== 0 && type.kind !== 'struct' ? BPF_KPTR_REF : 0);
  }

  #field(type: BtfType, kind: number, size: number, place: Place): Result<FoundField | undefined, number> {
    const { offset } = place;
    if (kind === BPF_KPTR_REF) {
      const kptr = findKptr(this.#btf, type.id, this.#mask);
      return kptr.ok ? ok(kptr.value && { ...kptr.value, offset }) : kptr;
    }
    if (type.kind !== 'struct' || type.size !== size) return ok(undefined);
    if (kind !== BPF_LIST_HEAD && kind !== BPF_RB_ROOT) return ok({ type: kind, offset });
    const contains = findContains(this.#btf, place);
    return contains.ok ? ok({ type: kind, offset, contains: contains.value }) : contains;
  }
}

interface Place {
  readonly offset: number;
  /** The struct or variable that declares the field, and the member's index (-1: the variable itself). */
  readonly owner: number;
  readonly index: number;
  readonly level: number;
}

/** Element type and count of an array of arrays; a plain type counts once. Undefined: nested too deeply. */
function flatten(btf: Btf, typeId: number): { type: BtfType | undefined; count: number } | undefined {
  let type = btf.type(typeId);
  let count = 1;
  for (let depth = 0; type?.kind === 'array'; depth++) {
    if (depth === MAX_RESOLVE_DEPTH) return undefined;
    count *= type.length;
    type = btf.type(type.type);
  }
  return { type, count };
}

/** `T __kptr *` and its relatives; undefined if the type is something else. kernel: btf.c btf_find_kptr() */
export function findKptr(
  btf: Btf,
  typeId: number,
  mask: number,
): Result<{ type: number; pointee: number } | undefined, number> {
  let type = btf.type(typeId);
  if (type?.kind === 'volatile') type = btf.type(type.type);
  const tag = type?.kind === 'ptr' ? btf.type(type.type) : undefined;
  if (tag?.kind !== 'type_tag' || tag.kflag) return ok(undefined);
  const kind = POINTER_TAGS[tag.name];
  if (btf.type(tag.type)?.kind === 'type_tag' || kind === undefined) return err(EINVAL);
  if ((kind & mask) === 0) return ok(undefined);
  const pointee = btf.skipModifiers(tag.type);
  return pointee?.kind === 'struct' ? ok({ type: kind, pointee: pointee.id }) : err(EINVAL);
}

const CONTAINS = 'contains:';

/** The tag `contains:STRUCT:MEMBER` of a list head or tree root. kernel: btf.c btf_find_graph_root() */
function findContains(btf: Btf, { owner, index }: Place): Result<NonNullable<FoundField['contains']>, number> {
  const value = declTagValue(btf, owner, index, CONTAINS);
  if (!value.ok) return err(EINVAL);
  const colon = value.value.indexOf(':');
  if (colon < 0) return err(EINVAL);
  const valueTypeId = btf.find(value.value.slice(0, colon), 'struct');
  if (valueTypeId === undefined) return err(ENOENT);
  const nodeName = value.value.slice(colon + 1);
  return nodeName === '' ? err(EINVAL) : ok({ valueTypeId, nodeName });
}

/**
 * What follows `prefix` in the declaration tag of a type's component (-1: the type itself). ENOENT if there is no such
 * tag, EEXIST if there are two. kernel: btf.c btf_find_decl_tag_value()
 */
function declTagValue(btf: Btf, typeId: number, component: number, prefix: string): Result<string, number> {
  const values: string[] = [];
  for (const tag of btf.declTags) {
    if (tag.type !== typeId || tag.componentIndex !== component) continue;
    if (tag.name.startsWith(prefix)) values.push(tag.name.slice(prefix.length));
  }
  if (values.length === 0) return err(ENOENT);
  return values.length > 1 ? err(EEXIST) : ok(values[0]);
}
