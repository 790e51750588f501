/**
 * Special fields of map values and of structs that programs allocate: timers, locks, kptrs, graph roots and nodes.
 * kernel: btf.c btf_parse_fields(), include/linux/bpf.h struct btf_record
 */

import type { Result } from '../../lib/result.ts';
import { err, ok } from '../../lib/result.ts';
import { E2BIG, EEXIST, EFAULT, EINVAL, ELOOP, ENOENT } from '../abi/errno.ts';
import { PAGE_SIZE } from '../abi/limits.ts';
import type { Btf } from './btf.ts';
import {
  BPF_GRAPH_NODE,
  BPF_GRAPH_ROOT,
  BPF_KPTR,
  BPF_KPTR_REF,
  BPF_LIST_HEAD,
  BPF_LIST_NODE,
  BPF_RB_NODE,
  BPF_REFCOUNT,
  BPF_RES_SPIN_LOCK,
  BPF_SPIN_LOCK,
  BPF_TASK_WORK,
  BPF_TIMER,
  BPF_UPTR,
  BPF_WORKQUEUE,
  fieldSize,
  STRUCT_META_FIELDS,
} from './field-types.ts';
import type { FoundField } from './find-fields.ts';
import { findFields, findKptr } from './find-fields.ts';

/** Offsets in the record where there is no such field. */
export const NO_FIELD = -1;

export interface BtfField {
  readonly offset: number;
  readonly size: number;
  /** One of the field type bits above. */
  readonly type: number;
  /** What a kptr or uptr points to; `btf` is the kernel's or the program's own. */
  readonly kptr?: { readonly btf: Btf; readonly typeId: number; readonly isKernel: boolean };
  /** What a list head or tree root contains. `value()` is the record of the contained struct. */
  readonly graphRoot?: {
    readonly btf: Btf;
    readonly valueTypeId: number;
    readonly nodeOffset: number;
    readonly value: () => BtfRecord | undefined;
  };
}

/** kernel: struct btf_record. Fields ascend by offset. */
export interface BtfRecord {
  readonly fieldMask: number;
  readonly spinLockOff: number;
  readonly resSpinLockOff: number;
  readonly timerOff: number;
  readonly wqOff: number;
  readonly refcountOff: number;
  readonly taskWorkOff: number;
  readonly fields: readonly BtfField[];
}

/** The kernel's own types, as far as kptrs need them. */
export interface KernelTypes {
  readonly btf: Btf;
  /** Whether referenced kptrs to the type may be kept in maps (the type has a registered destructor). */
  hasDestructor(typeId: number): boolean;
  /** True if the kernel has types that are missing here. */
  readonly isPartial?: boolean;
}

/** kernel: include/linux/bpf.h btf_record_has_field() */
export const recordHas = (record: BtfRecord | undefined, mask: number): boolean =>
  record !== undefined && (record.fieldMask & mask) !== 0;

/**
 * The record of a struct or data section with `mask`ed field types; undefined if it has no such field, an errno if
 * its fields contradict each other (map creation then goes on without a record). kernel: btf.c btf_parse_fields()
 */
export function parseFields(
  btf: Btf,
  typeId: number,
  mask: number,
  valueSize: number,
  kernel?: KernelTypes,
): Result<BtfRecord | undefined, number> {
  const found = findFields(btf, typeId, mask);
  if (!found.ok) return found;
  if (found.value.length === 0) return ok(undefined);
  const fields: BtfField[] = [];
  let end = 0;
  for (const at of found.value) {
    const size = fieldSize(at.type);
    if (at.offset + size > valueSize) return err(EFAULT);
    if (at.offset < end) return err(EEXIST);
    end = at.offset + size;
    const field = completeField(btf, at, size, kernel);
    if (!field.ok) return field;
    fields.push(field.value);
  }
  return checkTogether(recordOf(fields));
}

/** Makes a record. Of fields of one type, which nested structs make possible, the last one found has the cached offset. */
function recordOf(fields: readonly BtfField[]): BtfRecord {
  const offsetOf = (type: number): number => fields.findLast((field) => field.type === type)?.offset ?? NO_FIELD;
  return {
    fieldMask: fields.reduce((mask, field) => mask | field.type, 0),
    spinLockOff: offsetOf(BPF_SPIN_LOCK),
    resSpinLockOff: offsetOf(BPF_RES_SPIN_LOCK),
    timerOff: offsetOf(BPF_TIMER),
    wqOff: offsetOf(BPF_WORKQUEUE),
    refcountOff: offsetOf(BPF_REFCOUNT),
    taskWorkOff: offsetOf(BPF_TASK_WORK),
    fields: fields.toSorted((a, b) => a.offset - b.offset),
  };
}

/** Rules between fields: one kind of lock, graph roots only under a lock, a node of two graphs needs a refcount. */
function checkTogether(record: BtfRecord): Result<BtfRecord, number> {
  const has = (mask: number): boolean => recordHas(record, mask);
  if (has(BPF_SPIN_LOCK) && has(BPF_RES_SPIN_LOCK)) return err(EINVAL);
  if (has(BPF_GRAPH_ROOT) && !has(BPF_SPIN_LOCK | BPF_RES_SPIN_LOCK)) return err(EINVAL);
  if (!has(BPF_REFCOUNT) && has(BPF_LIST_NODE) && has(BPF_RB_NODE)) return err(EINVAL);
  return ok(record);
}

function completeField(
  btf: Btf,
  at: FoundField,
  size: number,
  kernel: KernelTypes | undefined,
): Result<BtfField, number> {
  const plain = { offset: at.offset, size, type: at.type };
  if (at.pointee !== undefined) {
    const kptr = resolveKptr(btf, at.type, at.pointee, kernel);
    return kptr.ok ? ok({ ...plain, kptr: kptr.value }) : kptr;
  }
  if (at.contains !== undefined) {
    const root = resolveGraphRoot(btf, at.type, at.contains);
    return root.ok ? ok({ ...plain, graphRoot: root.value }) : root;
  }
  return ok(plain);
}

type Kptr = NonNullable<BtfField['kptr']>;

/** A struct that the kernel knows by name is the kernel's, any other the program's own. kernel: btf.c btf_parse_kptr() */
function resolveKptr(btf: Btf, type: number, pointee: number, kernel: KernelTypes | undefined): Result<Kptr, number> {
  const typeId = kernel?.btf.find(btf.name(pointee), 'struct');
  if (kernel === undefined || typeId === undefined) return ok({ btf, typeId: pointee, isKernel: false });
  if (type === BPF_KPTR_REF && !kernel.hasDestructor(typeId)) return err(ENOENT);
  return ok({ btf: kernel.btf, typeId, isKernel: true });
}

type GraphRoot = NonNullable<BtfField['graphRoot']>;

/** Finds the node member that a `contains:` tag names. kernel: btf.c btf_parse_graph_root() */
function resolveGraphRoot(
  btf: Btf,
  type: number,
  contains: NonNullable<FoundField['contains']>,
): Result<GraphRoot, number> {
  const nodeType = type === BPF_LIST_HEAD ? 'bpf_list_node' : 'bpf_rb_node';
  const members =
    btf.composite(contains.valueTypeId)?.members.filter((member) => member.name === contains.nodeName) ?? [];
  if (members.length === 0) return err(ENOENT);
  const [member] = members;
  const node = btf.type(member.type);
  if (members.length > 1 || node?.kind !== 'struct' || node.name !== nodeType) return err(EINVAL);
  // Nodes are aligned to 8 bytes.
  if (member.bitOffset % 64 !== 0) return err(EINVAL);
  return ok({
    btf,
    valueTypeId: contains.valueTypeId,
    nodeOffset: member.bitOffset / 8,
    value: () => structMeta(btf, contains.valueTypeId),
  });
}

const metas = new WeakMap<Btf, Map<number, BtfRecord | undefined>>();

/** The record of a struct that programs may allocate; undefined for plain structs. kernel: btf.c btf_find_struct_meta() */
export function structMeta(btf: Btf, typeId: number): BtfRecord | undefined {
  if (metas.get(btf)?.has(typeId) !== true) parseStructMeta(btf, typeId);
  return metas.get(btf)?.get(typeId);
}

/**
 * The record of a struct with a special member of its own, which `structMeta` knows from then on; an errno refuses the whole
 * BTF. `kernel`: what kptrs in it may point to. kernel: btf_parse_struct_metas()
 */
export function parseStructMeta(btf: Btf, typeId: number, kernel?: KernelTypes): Result<BtfRecord | undefined, number> {
  const record = parseSpecialStruct(btf, typeId, kernel);
  const known = metas.get(btf) ?? new Map<number, BtfRecord | undefined>();
  metas.set(btf, known.set(typeId, record.ok ? record.value : undefined));
  return record;
}

function parseSpecialStruct(
  btf: Btf,
  typeId: number,
  kernel: KernelTypes | undefined,
): Result<BtfRecord | undefined, number> {
  const type = btf.type(typeId);
  if (type?.kind !== 'struct' || !type.members.some((member) => isSpecialMember(btf, member.type)))
    return ok(undefined);
  const record = parseFields(btf, typeId, STRUCT_META_FIELDS, type.size, kernel);
  return record.ok && record.value === undefined ? err(EFAULT) : record;
}

const META_STRUCTS: ReadonlySet<string> = new Set([
  'bpf_spin_lock',
  'bpf_list_head',
  'bpf_list_node',
  'bpf_rb_root',
  'bpf_rb_node',
  'bpf_refcount',
]);

/** Only the first struct of each special name counts, as the kernel looks it up by name. */
function isSpecialMember(btf: Btf, typeId: number): boolean {
  const type = btf.type(typeId);
  if (type?.kind === 'struct') return META_STRUCTS.has(type.name) && btf.find(type.name, 'struct') === typeId;
  const kptr = findKptr(btf, typeId, BPF_KPTR);
  return kptr.ok && kptr.value !== undefined;
}

/** Sizes that map_check_btf() and btf_check_and_fixup_fields() allow a uptr's target. */

/** Refuses ownership cycles and unusable uptrs: 0 or an errno. kernel: btf.c btf_check_and_fixup_fields() */
export function checkFieldOwnership(record: BtfRecord | undefined): number {
  for (const field of record?.fields ?? []) {
    const error = field.type === BPF_UPTR ? checkUptr(field) : checkGraphOwnership(record, field);
    if (error !== 0) return error;
  }
  return 0;
}

function checkUptr({ kptr }: BtfField): number {
  if (kptr === undefined || kptr.isKernel) return EINVAL;
  const size = kptr.btf.sizeOf(kptr.typeId) ?? 0;
  if (size === 0) return EINVAL;
  return size > PAGE_SIZE ? E2BIG : 0;
}

/** A type that is both root and node may not own a type that is a root. */
function checkGraphOwnership(record: BtfRecord | undefined, { graphRoot }: BtfField): number {
  if (graphRoot === undefined) return 0;
  const value = graphRoot.value();
  if (value === undefined) return EFAULT;
  return recordHas(record, BPF_GRAPH_NODE) && recordHas(value, BPF_GRAPH_ROOT) ? ELOOP : 0;
}

/** Whether two maps' values have the same special fields, as inner maps of one outer map must. kernel: syscall.c btf_record_equal() */
export function recordsEqual(a: BtfRecord | undefined, b: BtfRecord | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.fields.length === b.fields.length && a.fields.every((field, i) => fieldsEqual(field, b.fields[i]));
}

function fieldsEqual(a: BtfField, b: BtfField): boolean {
  return (
    a.type === b.type &&
    a.offset === b.offset &&
    a.kptr?.btf === b.kptr?.btf &&
    a.kptr?.typeId === b.kptr?.typeId &&
    a.graphRoot?.btf === b.graphRoot?.btf &&
    a.graphRoot?.valueTypeId === b.graphRoot?.valueTypeId &&
    a.graphRoot?.nodeOffset === b.graphRoot?.nodeOffset
  );
}
