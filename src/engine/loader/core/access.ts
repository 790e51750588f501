/**
 * What a relocation is about: a type, an enumerator, or a field with the way to it.
 *
 *   struct sample { int x; struct { int y; int a[7]; }; } *s;    &s->a[3]    access string 0:1:1:3
 *
 *   raw    0 1 1 3                      each index of the string, anonymous members too
 *   steps  [0] of sample, .a, [3]       what has a meaning in C
 *
 * libbpf: relo_core.c bpf_core_parse_spec(), bpf_core_spec_match()
 */
import type { Result } from '../../../lib/result.ts';
import { err, ok } from '../../../lib/result.ts';
import { CORE_RELOCATIONS } from '../../abi/core-relocations.ts';
import { E2BIG, EINVAL } from '../../abi/errno.ts';
import type { Btf } from '../../btf/btf.ts';
import type { BtfArray, BtfComposite } from '../../btf/types.ts';
import { isAnyEnum, isComposite } from '../../btf/types.ts';
import { areFieldsCompatible, areTypesCompatible, doTypesMatch, essentialName } from './compat.ts';

/** A named field, or an element of an array, of type `typeId`. */
export interface Step {
  readonly typeId: number;
  readonly index: number;
  /** Undefined for an element. */
  readonly name: string | undefined;
}

export interface Access {
  readonly btf: Btf;
  readonly rootId: number;
  /** `enum bpf_core_relo_kind` */
  readonly kind: number;
  readonly steps: readonly Step[];
  readonly raw: readonly number[];
  readonly bitOffset: number;
}

/** An access while it is followed. */
interface OpenAccess {
  readonly steps: Step[];
  readonly raw: number[];
  bitOffset: number;
}

/** Indices of an access string. libbpf: BPF_CORE_SPEC_MAX_LEN */
const MAX_LENGTH = 64;

const kindName = (kind: number): string => CORE_RELOCATIONS[kind] ?? 'unknown';

const isFieldKind = (kind: number): boolean => kind >= 0 && kind <= CORE_RELOCATIONS.indexOf('rshift_u64');
export const isEnumKind = (kind: number): boolean => kindName(kind).startsWith('enumval');
export const isTypeKind = (kind: number): boolean =>
  !isFieldKind(kind) && !isEnumKind(kind) && kind < CORE_RELOCATIONS.length;

/** The access that a relocation of the object says; a positive errno if it makes no sense. */
export function parseAccess(btf: Btf, typeId: number, text: string, kind: number): Result<Access, number> {
  const whole = { btf, rootId: typeId, kind, steps: [], raw: [], bitOffset: 0 };
  if (isTypeKind(kind)) return text === '0' ? ok(whole) : err(EINVAL);
  if (!/^\d+(?::\d+)*$/.test(text)) return err(EINVAL);
  const raw = text.split(':').map(Number);
  if (raw.length > MAX_LENGTH) return err(E2BIG);
  if (isEnumKind(kind)) return parseEnumerator(btf, typeId, raw, kind);
  return isFieldKind(kind) ? parseField(btf, typeId, raw, kind) : err(EINVAL);
}

function parseEnumerator(btf: Btf, rootId: number, raw: readonly number[], kind: number): Result<Access, number> {
  const type = btf.skipModifiers(rootId);
  const value = type !== undefined && isAnyEnum(type) && raw.length === 1 ? type.values[raw[0]] : undefined;
  if (type === undefined || value === undefined) return err(EINVAL);
  return ok({
    btf,
    rootId,
    kind,
    raw,
    bitOffset: 0,
    steps: [{ typeId: type.id, index: raw[0], name: value.name }],
  });
}

function parseField(btf: Btf, rootId: number, raw: readonly number[], kind: number): Result<Access, number> {
  const root = btf.skipModifiers(rootId);
  const size = root && btf.sizeOf(root.id);
  if (root === undefined || size === undefined) return err(EINVAL);
  const steps: Step[] = [{ typeId: root.id, index: raw[0], name: undefined }];
  let bitOffset = raw[0] * size * 8;
  let id = root.id;
  for (const index of raw.slice(1)) {
    const type = btf.skipModifiers(id);
    if (type !== undefined && isComposite(type)) {
      const member = type.members[index];
      if (member === undefined) return err(EINVAL);
      bitOffset += member.bitOffset;
      if (member.name !== '') steps.push({ typeId: type.id, index, name: member.name });
      id = member.type;
    } else if (type?.kind === 'array') {
      const element = elementOf(btf, type, index, steps);
      if (element === undefined) return err(EINVAL);
      steps.push({ typeId: element.id, index, name: undefined });
      bitOffset += index * element.size * 8;
      id = element.id;
    } else return err(EINVAL);
  }
  return ok({ btf, rootId, kind, steps, raw, bitOffset });
}

/** Type and size of an element that may be there: of a flexible array any. */
function elementOf(
  btf: Btf,
  array: BtfArray,
  index: number,
  steps: readonly Step[],
): { readonly id: number; readonly size: number } | undefined {
  const id = btf.skipModifiers(array.type)?.id;
  const size = id === undefined ? undefined : btf.sizeOf(id);
  const isThere = index < array.length || isFlexible(btf, array, steps.at(-1));
  return id === undefined || size === undefined || !isThere ? undefined : { id, size };
}

/** The last member of a struct, of no length. libbpf: is_flex_arr() */
function isFlexible(btf: Btf, { length }: BtfArray, step: Step | undefined): boolean {
  if (step?.name === undefined || length > 0) return false;
  return step.index === (btf.composite(step.typeId)?.members.length ?? 0) - 1;
}

/** The same access in a type of the kernel; undefined if that has nothing of the kind. */
export function matchAccess(local: Access, btf: Btf, targetId: number): Result<Access | undefined, number> {
  const whole: Access = { btf, rootId: targetId, kind: local.kind, steps: [], raw: [], bitOffset: 0 };
  if (isTypeKind(local.kind)) {
    const compare = kindName(local.kind) === 'type_matches' ? doTypesMatch : areTypesCompatible;
    const same = compare({ btf: local.btf, id: local.rootId }, { btf, id: targetId });
    return same.ok ? ok(same.value ? whole : undefined) : same;
  }
  return isEnumKind(local.kind) ? ok(matchEnumerator(local, whole)) : matchField(local, whole);
}

function matchEnumerator(local: Access, whole: Access): Access | undefined {
  const type = whole.btf.skipModifiers(whole.rootId);
  if (type === undefined || !isAnyEnum(type)) return undefined;
  const wanted = essentialName(local.steps[0].name ?? '');
  const index = type.values.findIndex(({ name }) => essentialName(name) === wanted);
  if (index < 0) return undefined;
  return { ...whole, raw: [index], steps: [{ typeId: type.id, index, name: type.values[index].name }] };
}

function matchField(local: Access, whole: Access): Result<Access | undefined, number> {
  const { btf } = whole;
  const found: OpenAccess = { steps: [], raw: [], bitOffset: 0 };
  let id = whole.rootId;
  for (const [i, step] of local.steps.entries()) {
    const type = btf.skipModifiers(id);
    if (type === undefined) return err(EINVAL);
    if (step.name !== undefined) {
      const next = isComposite(type) ? matchMember(local.btf, step, btf, type, found) : ok(undefined);
      if (!next.ok || next.value === undefined) return next.ok ? ok(undefined) : next;
      id = next.value;
      continue;
    }
    const element =
      i === 0 ? { id: type.id } : type.kind === 'array' ? reachable(btf, type, step.index, found) : undefined;
    if (element === undefined) return ok(undefined);
    if (found.raw.length === MAX_LENGTH) return err(E2BIG);
    id = element.id;
    found.steps.push({ typeId: id, index: step.index, name: undefined });
    found.raw.push(step.index);
    const size = btf.sizeOf(id);
    if (size === undefined) return err(EINVAL);
    found.bitOffset += step.index * size * 8;
  }
  return ok({ ...whole, ...found });
}

function reachable(btf: Btf, array: BtfArray, index: number, { steps }: OpenAccess): { id: number } | undefined {
  const id = btf.skipModifiers(array.type)?.id;
  const isThere = index < array.length || isFlexible(btf, array, steps.at(-1));
  return id === undefined || !isThere ? undefined : { id };
}

/** The type of the member of this name, searched for in anonymous members too. libbpf: bpf_core_match_member() */
function matchMember(
  localBtf: Btf,
  step: Step,
  btf: Btf,
  type: BtfComposite,
  found: OpenAccess,
): Result<number | undefined, number> {
  const wanted = localBtf.composite(step.typeId)?.members[step.index];
  if (wanted === undefined) return err(EINVAL);
  for (const [index, member] of type.members.entries()) {
    if (found.raw.length === MAX_LENGTH) return err(E2BIG);
    found.bitOffset += member.bitOffset;
    found.raw.push(index);
    if (member.name === '') {
      const inner = btf.composite(member.type);
      const next = inner === undefined ? ok(undefined) : matchMember(localBtf, step, btf, inner, found);
      if (!next.ok || next.value !== undefined) return next;
    } else if (member.name === step.name) {
      const same = areFieldsCompatible({ btf: localBtf, id: wanted.type }, { btf, id: member.type });
      if (!same.ok) return same;
      if (!same.value) return ok(undefined);
      found.steps.push({ typeId: type.id, index, name: member.name });
      return ok(member.type);
    }
    found.bitOffset -= member.bitOffset;
    found.raw.pop();
  }
  return ok(undefined);
}

/** `<byte_off> [5] struct task_struct.pid (0:3 @ offset 24)`, as libbpf prints it. libbpf: bpf_core_format_spec() */
export function accessText({ btf, rootId, kind, steps, raw, bitOffset }: Access): string {
  const type = btf.type(rootId);
  const head = `<${kindName(kind)}> [${rootId}] ${type?.kind ?? 'unknown'} ${type?.name || '<anon>'}`;
  if (isTypeKind(kind)) return head;
  if (isEnumKind(kind)) {
    const enumeration = btf.skipModifiers(rootId);
    const value = enumeration !== undefined && isAnyEnum(enumeration) ? enumeration.values[raw[0]] : undefined;
    return `${head}::${value?.name} = ${value?.value}`;
  }
  const path = steps.map(({ name, index }, i) => {
    if (name !== undefined) return `.${name}`;
    return i > 0 || index > 0 ? `[${index}]` : '';
  });
  const bits = bitOffset % 8 === 0 ? '' : `.${bitOffset % 8}`;
  return `${head}${path.join('')} (${raw.join(':')} @ offset ${Math.floor(bitOffset / 8)}${bits})`;
}
