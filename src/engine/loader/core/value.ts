/** The number that a relocation writes, and the one that the compiler wrote. libbpf: relo_core.c bpf_core_calc_relo() */
import type { Result } from '../../../lib/result.ts';
import { err, ok } from '../../../lib/result.ts';
import { CORE_RELOCATIONS } from '../../abi/core-relocations.ts';
import { E2BIG, EINVAL, EOPNOTSUPP } from '../../abi/errno.ts';
import type { Btf } from '../../btf/btf.ts';
import type { BtfMember, BtfType } from '../../btf/types.ts';
import { BTF_INT_SIGNED, isAnyEnum } from '../../btf/types.ts';
import type { Access } from './access.ts';
import { isEnumKind, isTypeKind } from './access.ts';

/** What becomes of an instruction. */
export interface Patch {
  /** What the compiler should have written. */
  readonly before: bigint;
  readonly after: bigint;
  /** True if the instruction must not be reached: what it reads is not there. */
  readonly isPoisoned: boolean;
  /** True if it is to be checked that the compiler wrote `before`. */
  readonly isChecked: boolean;
  /** Bytes of the field here and there; 0 if they do not matter. */
  readonly sizeBefore: number;
  readonly sizeAfter: number;
  /** True if a load or store of another size would read nonsense. */
  readonly hasUnfitSize: boolean;
}

/** A number with what depends on the way it was found. */
interface Value {
  readonly number: bigint;
  readonly size: number;
  readonly type: BtfType | undefined;
  readonly isChecked: boolean;
}

/** `missing`: the field is not there. A number is a positive errno. */
type Found = Result<Value | 'missing', number>;

const value = (number: bigint | number, isChecked = true, size = 0, type?: BtfType): Found =>
  ok({ number: BigInt(number), size, type, isChecked });

/** What a relocation does to its instruction; `target` is undefined if the kernel has nothing of the kind. */
export function patchFor(local: Access, target: Access | undefined): Result<Patch, number> {
  const before = numberFor(local, local.kind);
  if (!before.ok) return before;
  const after = numberFor(target, local.kind);
  if (!after.ok) return after;
  if (before.value === 'missing' || after.value === 'missing')
    return ok({ ...NOTHING, isChecked: before.value !== 'missing' && before.value.isChecked, isPoisoned: true });
  return ok({
    before: before.value.number,
    after: after.value.number,
    isPoisoned: false,
    isChecked: before.value.isChecked,
    sizeBefore: before.value.size,
    sizeAfter: after.value.size,
    hasUnfitSize: before.value.size !== after.value.size && !mayChangeSize(before.value.type, after.value.type),
  });
}

const NOTHING = { before: 0n, after: 0n, sizeBefore: 0, sizeAfter: 0, hasUnfitSize: false };

/** A local type's own id, whatever the kernel has. */
export const localIdPatch = (id: number): Patch => ({
  ...NOTHING,
  before: BigInt(id),
  after: BigInt(id),
  isPoisoned: false,
  isChecked: false,
});

/** Pointers and unsigned numbers keep their value if more zeroes are read with them. */
function mayChangeSize(before: BtfType | undefined, after: BtfType | undefined): boolean {
  if (before?.kind === 'ptr' && after?.kind === 'ptr') return true;
  return isUnsigned(before) && isUnsigned(after);
}

const isUnsigned = (type: BtfType | undefined): boolean => type?.kind === 'int' && type.encoding !== BTF_INT_SIGNED;

function numberFor(access: Access | undefined, kind: number): Found {
  if (isTypeKind(kind)) return typeValue(access, CORE_RELOCATIONS[kind]);
  if (isEnumKind(kind)) return enumValue(access, CORE_RELOCATIONS[kind]);
  return fieldValue(access, CORE_RELOCATIONS[kind]);
}

/** libbpf: bpf_core_calc_type_relo() */
function typeValue(access: Access | undefined, kind: string): Found {
  if (access === undefined) return value(0);
  switch (kind) {
    case 'target_type_id':
      return value(access.rootId, false);
    case 'type_exists':
    case 'type_matches':
      return value(1);
    case 'type_size': {
      const size = access.btf.sizeOf(access.rootId);
      return size === undefined ? err(EINVAL) : value(size);
    }
    default:
      return err(EOPNOTSUPP);
  }
}

/** libbpf: bpf_core_calc_enumval_relo() */
function enumValue(access: Access | undefined, kind: string): Found {
  if (kind === 'enumval_exists') return value(access === undefined ? 0 : 1);
  if (access === undefined) return ok('missing');
  const { typeId, index } = access.steps[0];
  const type = access.btf.type(typeId);
  return type !== undefined && isAnyEnum(type) ? value(BigInt.asUintN(64, type.values[index].value)) : err(EINVAL);
}

/** libbpf: bpf_core_calc_field_relo() */
function fieldValue(access: Access | undefined, kind: string): Found {
  if (kind === 'field_exists') return value(access === undefined ? 0 : 1);
  const step = access?.steps.at(-1);
  if (access === undefined || step === undefined) return ok('missing');
  if (step.name === undefined) return elementValue(access, step.typeId, kind);
  const member = access.btf.composite(step.typeId)?.members[step.index];
  const type = member && access.btf.skipModifiers(member.type);
  if (member === undefined || type === undefined) return err(EINVAL);
  const place = placeOf(access.btf, member, type, access.bitOffset);
  return place.ok ? memberValue(place.value, type, kind) : place;
}

function elementValue({ btf, bitOffset }: Access, typeId: number, kind: string): Found {
  const size = btf.sizeOf(typeId);
  if (size === undefined || (kind !== 'byte_off' && kind !== 'byte_sz')) return err(EINVAL);
  return kind === 'byte_sz' ? value(size) : value(Math.floor(bitOffset / 8), true, size, btf.type(typeId));
}

/** The bytes to load for a field, and its bits in them. */
interface Place {
  readonly byteOffset: number;
  readonly byteSize: number;
  readonly bitOffset: number;
  readonly bits: number;
  readonly isBitfield: boolean;
}

/** A bit-field is loaded by the smallest integer that holds it, from its type's size on. */
function placeOf(btf: Btf, member: BtfMember, type: BtfType, bitOffset: number): Result<Place, number> {
  if (member.bitfieldSize === 0) {
    const byteSize = btf.sizeOf(type.id);
    if (byteSize === undefined) return err(EINVAL);
    const byteOffset = Math.floor(bitOffset / 8);
    return ok({ byteOffset, byteSize, bitOffset, bits: byteSize * 8, isBitfield: false });
  }
  const bits = member.bitfieldSize;
  for (let byteSize = btf.sizeOf(type.id) ?? 0; byteSize > 0 && byteSize <= 8; byteSize *= 2) {
    const byteOffset = Math.floor(bitOffset / 8 / byteSize) * byteSize;
    if (bitOffset + bits - byteOffset * 8 <= byteSize * 8)
      return ok({ byteOffset, byteSize, bitOffset, bits, isBitfield: true });
  }
  return err(E2BIG);
}

function memberValue(place: Place, type: BtfType, kind: string): Found {
  const { byteOffset, byteSize, bitOffset, bits, isBitfield } = place;
  switch (kind) {
    case 'byte_off':
      return isBitfield ? value(byteOffset, false) : value(byteOffset, true, byteSize, type);
    case 'byte_sz':
      return value(byteSize, !isBitfield);
    case 'signed':
      return value(isSigned(type) ? 1 : 0);
    case 'lshift_u64':
      return value(64 - (bitOffset + bits - byteOffset * 8), !isBitfield);
    case 'rshift_u64':
      return value(64 - bits);
    default:
      return err(EOPNOTSUPP);
  }
}

const isSigned = (type: BtfType): boolean =>
  (isAnyEnum(type) && type.isSigned) || (type.kind === 'int' && (type.encoding & BTF_INT_SIGNED) !== 0);
