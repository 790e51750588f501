/** Whether a member fits into its struct. kernel: btf.c `check_member` and `check_kflag_member` of each kind */
import type { Btf } from './btf.ts';
import type { BtfComposite, BtfInt, BtfMember, BtfType } from './types.ts';

const BITS_PER_U128 = 128;

/** From bit 0, whole bytes, a power of two of them. kernel: btf_type_int_is_regular() */
export const isRegularInt = ({ bits, bitOffset }: BtfInt): boolean =>
  bitOffset === 0 && [8, 16, 32, 64, 128].includes(bits);

const EXCEEDS = 'Member exceeds struct_size';

/** What is wrong with the member, in the kernel's words. */
export function memberProblem(btf: Btf, struct: BtfComposite, member: BtfMember): string | undefined {
  const type = btf.resolve(member.type);
  if (type === undefined || (type.kind !== 'ptr' && type.kind !== 'array' && !('size' in type)))
    return 'Invalid member';
  if (struct.kflag && type.kind === 'int') return bitfieldProblem(struct, member, type);
  if (struct.kflag && type.kind === 'enum') return enumBitfieldProblem(struct, member, type.size);
  if (struct.kflag && member.bitfieldSize !== 0) return 'Invalid member bitfield_size';
  if (type.kind === 'int') return intProblem(struct, member, type);
  return placeProblem(btf, struct, member, type);
}

function placeProblem(btf: Btf, struct: BtfComposite, member: BtfMember, type: BtfType): string | undefined {
  const size = btf.sizeOf(type.id) ?? 0;
  if (type.kind === 'float' && member.bitOffset % (8 * Math.min(8, size)) !== 0)
    return 'Member is not properly aligned';
  if (member.bitOffset % 8 !== 0) return 'Member is not byte aligned';
  return struct.size - member.bitOffset / 8 < size ? EXCEEDS : undefined;
}

/** Old encoding: the int itself says where in its bytes it lies. kernel: btf_int_check_member() */
function intProblem(struct: BtfComposite, member: BtfMember, type: BtfInt): string | undefined {
  return spanProblem(struct, member.bitOffset + type.bitOffset, type.bits);
}

function spanProblem(struct: BtfComposite, start: number, bits: number): string | undefined {
  const copied = bits + (start % 8);
  if (copied > BITS_PER_U128) return 'nr_copy_bits exceeds 128';
  return Math.floor(start / 8) + Math.ceil(copied / 8) > struct.size ? EXCEEDS : undefined;
}

/** kernel: btf_int_check_kflag_member() */
function bitfieldProblem(struct: BtfComposite, member: BtfMember, type: BtfInt): string | undefined {
  if (!isRegularInt(type)) return 'Invalid member base type';
  if (member.bitfieldSize === 0 && member.bitOffset % 8 !== 0) return 'Invalid member offset';
  if (member.bitfieldSize > type.bits) return 'Invalid member bitfield_size';
  return spanProblem(struct, member.bitOffset, member.bitfieldSize || type.bits);
}

/** kernel: btf_enum_check_kflag_member() */
function enumBitfieldProblem(struct: BtfComposite, member: BtfMember, size: number): string | undefined {
  if (member.bitfieldSize === 0 && member.bitOffset % 8 !== 0) return 'Member is not byte aligned';
  if (member.bitfieldSize > 32) return 'Invalid member bitfield_size';
  const bits = member.bitfieldSize || size * 8;
  return Math.floor(member.bitOffset / 8) + Math.ceil((bits + (member.bitOffset % 8)) / 8) > struct.size
    ? EXCEEDS
    : undefined;
}
