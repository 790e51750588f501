/** Loads and stores of map values: special fields, read-only maps, kptrs. */
import { EACCES, EINVAL, ENOTSUPP } from '../../abi/errno.ts';
import { BPF_F_RDONLY_PROG, BPF_F_WRONLY_PROG, BPF_MAP_TYPE_ARRAY } from '../../abi/map-types.ts';
import { BPF_KPTR, BPF_KPTR_PERCPU, BPF_KPTR_REF, BPF_KPTR_UNREF, BPF_UPTR, fieldName } from '../../btf/field-types.ts';
import type { BtfField } from '../../btf/fields.ts';
import { BPF_LDX, BPF_MEM, BPF_ST, BPF_STX, classOf, modeOf } from '../../isa/constants.ts';
import type { MapInfo } from '../../program/load.ts';
import type { Verifier } from '../env.ts';
import { mapOf, reg } from '../env.ts';
import * as layout from '../program/layout.ts';
import { refuse } from '../refuse.ts';
import { markRegKnown, markRegKnownZero, markRegUnknown, registerIsNull } from '../states/regs.ts';
import { TNUM, tnumIsConst } from '../values/tnum.ts';
import { toNumberS64, toNumberU64 } from '../values/word64.ts';
import { BPF_READ, BPF_WRITE } from './access-types.ts';
import { markBtfLdReg } from './btf-access.ts';
import { btfLdKptrType, mapKptrMatchType } from './kptr.ts';
import { checkMemRegionAccess } from './mem-region.ts';

/** Who makes an access: an instruction, or a helper on its behalf. kernel: enum bpf_access_src */
export type AccessSource = 'direct' | 'helper';

/** Programs may be kept from reading or writing a map's values. kernel: verifier.c check_map_access_type() */
export function checkMapAccessType(v: Verifier, regno: number, off: number, size: number, type: number): number {
  const map = mapOf(v, reg(v, regno));
  if ((map.flags & (BPF_F_RDONLY_PROG | BPF_F_WRONLY_PROG)) === 0) return 0;
  const where = `value_size=${map.valueSize} off=${off} size=${size}\n`;
  if (type === BPF_WRITE && (map.flags & BPF_F_RDONLY_PROG) !== 0) {
    v.verbose(`write into map forbidden, ${where}`);
    return -EACCES;
  }
  if (type === BPF_READ && (map.flags & BPF_F_WRONLY_PROG) !== 0) {
    v.verbose(`read from map forbidden, ${where}`);
    return -EACCES;
  }
  return 0;
}

/** Nobody can change its contents any more. kernel: verifier.c bpf_map_is_rdonly() */
export const isMapRdonly = (map: MapInfo): boolean => (map.flags & BPF_F_RDONLY_PROG) !== 0 && map.frozen !== undefined;

/** Checks a range of a map value, special fields included. kernel: verifier.c check_map_access() */
export function checkMapAccess(
  v: Verifier,
  regno: number,
  off: number,
  size: number,
  zeroSizeAllowed: boolean,
  source: AccessSource,
): number {
  const r = reg(v, regno);
  const map = mapOf(v, r);
  const error = checkMemRegionAccess(v, regno, off, size, map.valueSize, zeroSizeAllowed);
  if (error !== 0 || map.record === undefined) return error;
  const first = toNumberS64(v.w, r + layout.SMIN) + off;
  const end = toNumberU64(v.w, r + layout.UMAX) + off + size;
  for (const field of map.record.fields) {
    if (first >= field.offset + field.size || field.offset >= end) continue;
    const refused = checkFieldAccess(v, r, field, off, size, source);
    if (refused !== 0) return refused;
  }
  return 0;
}

const KPTR_TYPES = BPF_KPTR_UNREF | BPF_KPTR_REF | BPF_KPTR_PERCPU | BPF_UPTR;

/** Only kptrs may be touched by instructions, whole and at their place. */
function checkFieldAccess(
  v: Verifier,
  r: number,
  field: BtfField,
  off: number,
  size: number,
  source: AccessSource,
): number {
  const name = fieldName(field.type);
  const refuse = (why: string): number => {
    v.verbose(`${name} ${why}\n`);
    return -EACCES;
  };
  if ((field.type & KPTR_TYPES) === 0) return refuse('cannot be accessed directly by load/store');
  if (source !== 'direct') return refuse('cannot be accessed indirectly by helper');
  if (!tnumIsConst(v.w, r + TNUM)) return refuse('access cannot have variable offset');
  const at = off + toNumberS64(v.w, r + TNUM);
  if (field.offset !== at) return refuse(`access misaligned expected=${field.offset} off=${at}`);
  return size === 8 ? 0 : refuse('access size must be BPF_DW');
}

/** A load or store through a pointer into a map value. kernel: verifier.c check_mem_access(), PTR_TO_MAP_VALUE */
export function checkMapValueAccess(
  v: Verifier,
  insnIdx: number,
  regno: number,
  off: number,
  size: number,
  type: number,
  valueRegno: number,
  signExtends: boolean,
): number {
  const r = reg(v, regno);
  const error = checkMapAccessType(v, regno, off, size, type) || checkMapAccess(v, regno, off, size, false, 'direct');
  if (error !== 0) return error;
  const map = mapOf(v, r);
  const isFixed = tnumIsConst(v.w, r + TNUM);
  const at = off + toNumberS64(v.w, r + TNUM);
  const kptr = isFixed ? fieldAt(map, at, BPF_KPTR | BPF_UPTR) : undefined;
  if (kptr !== undefined) return checkMapKptrAccess(v, valueRegno, insnIdx, kptr);
  if (type !== BPF_READ || valueRegno < 0) return 0;
  if (isFixed && isMapRdonly(map) && map.type === BPF_MAP_TYPE_ARRAY)
    return loadConstant(v, map, at, size, valueRegno, signExtends);
  markRegUnknown(v, reg(v, valueRegno));
  return 0;
}

/** kernel: syscall.c btf_record_find() */
const fieldAt = (map: MapInfo, offset: number, mask: number): BtfField | undefined =>
  map.record?.fields.find((field) => field.offset === offset && (field.type & mask) !== 0);

/** The contents of a read-only map are known. kernel: verifier.c bpf_map_direct_read() */
function loadConstant(
  v: Verifier,
  map: MapInfo,
  off: number,
  size: number,
  valueRegno: number,
  signExtends: boolean,
): number {
  // kernel: arraymap.c array_map_direct_value_addr() knows single values only
  if (map.maxEntries !== 1 || map.frozen === undefined) return -ENOTSUPP;
  const view = new DataView(map.frozen.buffer, map.frozen.byteOffset, map.frozen.byteLength);
  if (off + size > view.byteLength) return -EINVAL;
  const value = reg(v, valueRegno);
  v.w[value + layout.TYPE] = layout.SCALAR_VALUE;
  if (size === 8) markRegKnown(v.w, value, view.getInt32(off, true), view.getInt32(off + 4, true));
  else if (signExtends) {
    const low = readSigned(view, off, size);
    markRegKnown(v.w, value, low, low >> 31);
  } else markRegKnown(v.w, value, readUnsigned(view, off, size), 0);
  return 0;
}

function readSigned(view: DataView, off: number, size: number): number {
  if (size === 1) return view.getInt8(off);
  return size === 2 ? view.getInt16(off, true) : view.getInt32(off, true);
}

function readUnsigned(view: DataView, off: number, size: number): number {
  if (size === 1) return view.getUint8(off);
  return size === 2 ? view.getUint16(off, true) : view.getUint32(off, true) | 0;
}

/** kernel: verifier.c check_map_kptr_access() */
function checkMapKptrAccess(v: Verifier, valueRegno: number, insnIdx: number, field: BtfField): number {
  const opcode = v.code.opcode[insnIdx];
  const kind = classOf(opcode);
  if (modeOf(opcode) !== BPF_MEM)
    return refuse(v, 'kptr in map can only be accessed using BPF_MEM instruction mode', EACCES);
  if (kind !== BPF_LDX && (field.type & (BPF_KPTR_REF | BPF_KPTR_PERCPU)) !== 0)
    return refuse(v, 'store to referenced kptr disallowed', EACCES);
  if (kind !== BPF_LDX && field.type === BPF_UPTR) return refuse(v, 'store to uptr disallowed', EACCES);
  if (kind === BPF_LDX) return loadKptr(v, valueRegno, field);
  if (kind === BPF_STX) {
    const value = reg(v, valueRegno);
    return registerIsNull(v.w, value) || mapKptrMatchType(v, field, value, valueRegno) === 0 ? 0 : -EACCES;
  }
  if (kind !== BPF_ST) return refuse(v, 'kptr in map can only be accessed using BPF_LDX/BPF_STX/BPF_ST', EACCES);
  if (v.code.imm[insnIdx] === 0) return 0;
  return refuse(v, `BPF_ST imm must be 0 when storing to kptr at off=${field.offset}`, EACCES);
}

function loadKptr(v: Verifier, valueRegno: number, field: BtfField): number {
  const { kptr } = field;
  if (kptr === undefined) return -EINVAL;
  const value = reg(v, valueRegno);
  if (field.type !== BPF_UPTR)
    return markBtfLdReg(v, value, layout.PTR_TO_BTF_ID, kptr.btf, kptr.typeId, btfLdKptrType(v, field));
  markRegKnownZero(v, value);
  v.w[value + layout.TYPE] = layout.PTR_TO_MEM | layout.PTR_MAYBE_NULL;
  v.w[value + layout.MEM_SIZE] = kptr.btf.sizeOf(kptr.typeId) ?? 0;
  v.w[value + layout.ID] = ++v.idGen;
  return 0;
}
