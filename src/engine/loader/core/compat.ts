/** When a local type and one of the kernel count as the same. libbpf: relo_core.c */
import type { Result } from '../../../lib/result.ts';
import { err, ok } from '../../../lib/result.ts';
import { EINVAL } from '../../abi/errno.ts';
import type { Btf } from '../../btf/btf.ts';
import type { BtfComposite, BtfEnum, BtfFuncProto, BtfType } from '../../btf/types.ts';
import { BTF_INT_SIGNED, isAnyEnum, isComposite } from '../../btf/types.ts';

/** A type by the BTF it stands in. */
export interface TypeAt {
  readonly btf: Btf;
  readonly id: number;
}

/** Yes, no, or a positive errno where types nest too deep or are broken. */
export type Answer = Result<boolean, number>;

const yes = ok(true);
const no = ok(false);
const answer = (value: boolean): Answer => (value ? yes : no);

/** Types behind types that are looked at, and parameters behind parameters. */
const MAX_CHAIN = 32;
const MAX_LEVEL = 32;

/** The name without `___flavor`. libbpf: bpf_core_essential_name_len() */
export function essentialName(name: string): string {
  const at = /^(.*[^_])___[^_].*?$/s.exec(name)?.[1];
  return at ?? name;
}

/** Of one kind, all enums being one. libbpf: btf_kind_core_compat() */
export const areKindsCompatible = (a: BtfType, b: BtfType): boolean =>
  a.kind === b.kind || (isAnyEnum(a) && isAnyEnum(b));

const behind = ({ btf, id }: TypeAt): BtfType | undefined => btf.skipModifiers(id);

/** Whether a field of one type may be read as one of the other. libbpf: bpf_core_fields_are_compat() */
export function areFieldsCompatible(local: TypeAt, target: TypeAt): Answer {
  const [a, b] = [behind(local), behind(target)];
  if (a === undefined || b === undefined) return err(EINVAL);
  if (isComposite(a) && isComposite(b)) return yes;
  if (!areKindsCompatible(a, b)) return no;
  switch (a.kind) {
    case 'ptr':
    case 'float':
      return yes;
    case 'fwd':
    case 'enum':
    case 'enum64': {
      const [x, y] = [essentialName(a.name), essentialName(b.name)];
      return answer(x === '' || y === '' || x === y);
    }
    case 'int':
      return answer(b.kind === 'int' && a.bitOffset === 0 && b.bitOffset === 0);
    case 'array':
      if (b.kind !== 'array') return no;
      return areFieldsCompatible({ btf: local.btf, id: a.type }, { btf: target.btf, id: b.type });
    default:
      return no;
  }
}

/** Whether two types are the same as far as existence and size go. libbpf: __bpf_core_types_are_compat() */
export function areTypesCompatible(local: TypeAt, target: TypeAt, level = MAX_LEVEL): Answer {
  const [first, other] = [local.btf.type(local.id), target.btf.type(target.id)];
  if (first === undefined || other === undefined) return err(EINVAL);
  return areKindsCompatible(first, other) ? compareChains(local, target, level, MAX_CHAIN) : no;
}

function compareChains(local: TypeAt, target: TypeAt, level: number, depth: number): Answer {
  const [a, b] = [behind(local), behind(target)];
  if (a === undefined || b === undefined || depth === 0) return err(EINVAL);
  if (!areKindsCompatible(a, b)) return no;
  switch (a.kind) {
    case 'void':
    case 'struct':
    case 'union':
    case 'enum':
    case 'enum64':
    case 'fwd':
      return yes;
    case 'int':
      return answer(b.kind === 'int' && a.bitOffset === 0 && b.bitOffset === 0);
    case 'ptr':
    case 'array':
      if (b.kind !== 'ptr' && b.kind !== 'array') return no;
      return compareChains({ btf: local.btf, id: a.type }, { btf: target.btf, id: b.type }, level, depth - 1);
    case 'func_proto':
      return b.kind === 'func_proto' ? comparePrototypes(local.btf, a, target.btf, b, level, depth) : no;
    default:
      return no;
  }
}

function comparePrototypes(
  localBtf: Btf,
  a: BtfFuncProto,
  targetBtf: Btf,
  b: BtfFuncProto,
  level: number,
  depth: number,
): Answer {
  if (a.params.length !== b.params.length) return no;
  for (const [i, param] of a.params.entries()) {
    if (level <= 0) return err(EINVAL);
    const [x, y] = [localBtf.skipModifiers(param.type)?.id, targetBtf.skipModifiers(b.params[i].type)?.id];
    const same = areTypesCompatible({ btf: localBtf, id: x ?? 0 }, { btf: targetBtf, id: y ?? 0 }, level - 1);
    if (!same.ok || !same.value) return same;
  }
  return compareChains({ btf: localBtf, id: a.returns }, { btf: targetBtf, id: b.returns }, level, depth - 1);
}

const areNamesEqual = (local: string, target: string): boolean =>
  target === '' ? local === '' : essentialName(local) === essentialName(target);

/** Whether all that the local type says holds of the other. libbpf: __bpf_core_types_match() */
export function doTypesMatch(local: TypeAt, target: TypeAt, isBehindPointer = false, level = MAX_LEVEL): Answer {
  return level <= 0 ? err(EINVAL) : matchChains(local, target, isBehindPointer, level, MAX_CHAIN);
}

function matchChains(local: TypeAt, target: TypeAt, isBehindPointer: boolean, level: number, depth: number): Answer {
  const [a, b] = [behind(local), behind(target)];
  if (a === undefined || b === undefined || depth === 0) return err(EINVAL);
  if (!areNamesEqual(a.name, b.name)) return no;
  const next = (x: number, y: number, isPointer: boolean): Answer =>
    matchChains({ btf: local.btf, id: x }, { btf: target.btf, id: y }, isPointer, level, depth - 1);
  switch (a.kind) {
    case 'void':
      return answer(b.kind === 'void');
    case 'fwd':
      return answer(doesForwardMatch(a.isUnion, b, isBehindPointer));
    case 'enum':
    case 'enum64':
      return answer(isAnyEnum(b) && doEnumsMatch(a, b));
    case 'struct':
    case 'union':
      if (isBehindPointer) return answer(a.kind === b.kind || (b.kind === 'fwd' && b.isUnion === (a.kind === 'union')));
      return b.kind === a.kind && isComposite(b) ? doMembersMatch(local.btf, a, target.btf, b, level) : no;
    case 'int':
      return answer(b.kind === 'int' && a.size === b.size && ((a.encoding ^ b.encoding) & BTF_INT_SIGNED) === 0);
    case 'ptr':
      return b.kind === 'ptr' ? next(a.type, b.type, true) : no;
    case 'array':
      return b.kind === 'array' && a.length === b.length ? next(a.type, b.type, isBehindPointer) : no;
    case 'func_proto': {
      if (b.kind !== 'func_proto' || a.params.length !== b.params.length) return no;
      const same = doParametersMatch(local.btf, a, target.btf, b, isBehindPointer, level);
      return same.ok && same.value ? next(a.returns, b.returns, isBehindPointer) : same;
    }
    default:
      return no;
  }
}

function doParametersMatch(
  localBtf: Btf,
  local: BtfFuncProto,
  targetBtf: Btf,
  target: BtfFuncProto,
  isBehindPointer: boolean,
  level: number,
): Answer {
  for (const [i, { type }] of local.params.entries()) {
    const [a, b] = [
      { btf: localBtf, id: type },
      { btf: targetBtf, id: target.params[i].type },
    ];
    const same = doTypesMatch(a, b, isBehindPointer, level - 1);
    if (!same.ok || !same.value) return same;
  }
  return yes;
}

function doesForwardMatch(isUnion: boolean, target: BtfType, isBehindPointer: boolean): boolean {
  if (target.kind === 'fwd') return target.isUnion === isUnion;
  return isBehindPointer && target.kind === (isUnion ? 'union' : 'struct');
}

const doEnumsMatch = (a: BtfEnum, b: BtfEnum): boolean =>
  a.size === b.size &&
  a.values.length <= b.values.length &&
  a.values.every(({ name }) => b.values.some((value) => areNamesEqual(name, value.name)));

/** Every local member has one of its name and type. libbpf: bpf_core_composites_match() */
function doMembersMatch(localBtf: Btf, a: BtfComposite, targetBtf: Btf, b: BtfComposite, level: number): Answer {
  if (a.members.length > b.members.length) return no;
  for (const member of a.members) {
    let isFound = false;
    for (const candidate of b.members) {
      if (!areNamesEqual(member.name, candidate.name)) continue;
      const [x, y] = [
        { btf: localBtf, id: member.type },
        { btf: targetBtf, id: candidate.type },
      ];
      const same = doTypesMatch(x, y, false, level - 1);
      if (!same.ok) return same;
      isFound ||= same.value;
      if (isFound) break;
    }
    if (!isFound) return no;
  }
  return yes;
}

/** True if a comparison of the type looks at functions: of a recorded part of the kernel's types they are missing. */
export function reachesFunction(btf: Btf, id: number, depth = 0): boolean {
  const type = btf.skipModifiers(id);
  if (type === undefined || depth > MAX_CHAIN) return false;
  if (isComposite(type)) return type.members.some((one) => reachesFunction(btf, one.type, depth + 1));
  if (type.kind === 'array') return reachesFunction(btf, type.type, depth + 1);
  return type.kind === 'ptr' ? btf.skipModifiers(type.type)?.kind === 'func_proto' : type.kind === 'func_proto';
}
