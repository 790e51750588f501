/**
 * What a register record says as a whole: known, unknown, not initialised, a pointer. A record is named by its offset
 * in the arena, so the same functions serve registers, spilled registers and scratch records.
 */
import { BPF_MAP_TYPE_SOCKHASH, BPF_MAP_TYPE_SOCKMAP, BPF_MAP_TYPE_XSKMAP } from '../../abi/map-types.ts';
import { BPF_RES_SPIN_LOCK, BPF_SPIN_LOCK, BPF_TASK_WORK, BPF_TIMER, BPF_WORKQUEUE } from '../../btf/field-types.ts';
import type { BtfRecord } from '../../btf/fields.ts';
import { recordHas, structMeta } from '../../btf/fields.ts';
import { BPF_REG_FP } from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { btfOf, mapNumber, mapOf } from '../env.ts';
import {
  AUX0,
  AUX1,
  AUX2,
  BTF_ID,
  baseType,
  CONST_PTR_TO_MAP,
  FRAMENO,
  ID,
  MAP_PTR,
  MAP_UID,
  MEM_ALLOC,
  MEM_RCU,
  NON_OWN_REF,
  NOT_INIT,
  OFF,
  PRECISE,
  PTR_MAYBE_NULL,
  PTR_TO_BTF_ID,
  PTR_TO_MAP_KEY,
  PTR_TO_MAP_VALUE,
  PTR_TO_MEM,
  PTR_TO_PACKET,
  PTR_TO_PACKET_END,
  PTR_TO_PACKET_META,
  PTR_TO_SOCK_COMMON,
  PTR_TO_SOCKET,
  PTR_TO_STACK,
  PTR_TO_TCP_SOCK,
  PTR_TO_XDP_SOCK,
  PTR_TRUSTED,
  PTR_UNTRUSTED,
  REF_OBJ_ID,
  REG_SIZE,
  SCALAR_VALUE,
  TNUM_MASK,
  TNUM_VALUE,
  TYPE,
  typeFlag,
  typeMayBeNull,
  UMAX,
} from '../program/layout.ts';
import { markRegUnbounded, setBoundsKnown } from '../values/bounds.ts';
import { TNUM, tnumEqualsConst, tnumIsConst, tnumSubregIsConst } from '../values/tnum.ts';
import { fls64 } from '../values/word64.ts';

/** Modifiers that vouch for a pointer; any other makes it unsafe. kernel: BPF_REG_TRUSTED_MODIFIERS */
export const BPF_REG_TRUSTED_MODIFIERS = MEM_ALLOC | PTR_TRUSTED | NON_OWN_REF;

/** The source's record, whole. kernel: verifier.c copy_register_state() */
export function copyRegister(w: Int32Array, destination: number, source: number): void {
  for (let i = 0; i < REG_SIZE; i++) w[destination + i] = w[source + i];
}

/**
 * A value known exactly, as the scalar itself or as the variable offset of a pointer. The type stays, offset and
 * what the type adds are forgotten. kernel: verifier.c __mark_reg_known()
 */
export function markRegKnown(w: Int32Array, r: number, low: number, high: number): void {
  clearDetails(w, r);
  setBoundsKnown(w, r, low, high);
}

function clearDetails(w: Int32Array, r: number): void {
  w[r + OFF] = 0;
  w[r + AUX0] = 0;
  w[r + AUX1] = 0;
  w[r + AUX2] = 0;
  w[r + ID] = 0;
  w[r + REF_OBJ_ID] = 0;
}

/** For pointers: no variable offset. kernel: verifier.c mark_reg_known_zero() */
export function markRegKnownZero(v: Verifier, r: number): void {
  markRegKnown(v.w, r, 0, 0);
}

/** The scalar 0. kernel: verifier.c __mark_reg_const_zero() */
export function markRegConstZero(v: Verifier, r: number): void {
  markRegKnown(v.w, r, 0, 0);
  v.w[r + TYPE] = SCALAR_VALUE;
  v.w[r + PRECISE] = v.bpfCapable ? 0 : 1;
}

/** Any scalar, not precise. kernel: verifier.c __mark_reg_unknown_imprecise() */
export function markRegUnknownImprecise(w: Int32Array, r: number): void {
  clearDetails(w, r);
  w[r + TYPE] = SCALAR_VALUE;
  w[r + TNUM_VALUE] = 0;
  w[r + TNUM_VALUE + 1] = 0;
  w[r + TNUM_MASK] = -1;
  w[r + TNUM_MASK + 1] = -1;
  w[r + FRAMENO] = 0;
  w[r + PRECISE] = 0;
  markRegUnbounded(w, r);
}

/** Any scalar; always precise for programs without CAP_BPF. kernel: verifier.c mark_reg_unknown() */
export function markRegUnknown(v: Verifier, r: number): void {
  markRegUnknownImprecise(v.w, r);
  if (!v.bpfCapable) v.w[r + PRECISE] = 1;
}

/** kernel: verifier.c mark_reg_not_init() */
export function markRegNotInit(v: Verifier, r: number): void {
  markRegUnknown(v, r);
  v.w[r + TYPE] = NOT_INIT;
}

/** Sets the records that others are copied from: an unknown scalar, and the registers that a function finds. */
export function setTemplates(v: Verifier): void {
  markRegUnknownImprecise(v.w, v.unboundReg);
  for (let regno = 0; regno < BPF_REG_FP; regno++) markRegNotInit(v, v.freshRegs + regno * REG_SIZE);
  const fp = v.freshRegs + BPF_REG_FP * REG_SIZE;
  markRegUnknown(v, fp);
  markRegKnownZero(v, fp);
  v.w[fp + TYPE] = PTR_TO_STACK;
}

/** What happens to a pointer whose object is gone. kernel: verifier.c mark_reg_invalid() */
export function markRegInvalid(v: Verifier, r: number): void {
  if (v.allowPtrLeaks) markRegUnknown(v, r);
  else markRegNotInit(v, r);
}

/** A pointer to an object of type `btfId` of the BTF with number `btf`, at offset `off`. kernel: mark_reg_graph_node() */
export function markRegGraphNode(v: Verifier, r: number, btf: number, btfId: number, off: number): void {
  markRegKnownZero(v, r);
  v.w[r + TYPE] = PTR_TO_BTF_ID | MEM_ALLOC;
  v.w[r + BTF_ID] = btfId;
  v.w[r + AUX1] = btf;
  v.w[r + OFF] = off;
}

const UID_FIELDS = BPF_TIMER | BPF_WORKQUEUE | BPF_TASK_WORK;

/** A pointer that was tested: NULL is excluded. kernel: verifier.c mark_ptr_not_null_reg() */
export function markPtrNotNullReg(v: Verifier, r: number): void {
  const w = v.w;
  if (baseType(w[r + TYPE]) !== PTR_TO_MAP_VALUE) {
    w[r + TYPE] &= ~PTR_MAYBE_NULL;
    return;
  }
  const map = mapOf(v, r);
  if (map.inner !== undefined) {
    w[r + TYPE] = CONST_PTR_TO_MAP;
    w[r + MAP_PTR] = mapNumber(v, map.inner);
    if (recordHas(map.inner.record, UID_FIELDS)) w[r + MAP_UID] = w[r + ID];
    return;
  }
  w[r + TYPE] = VALUE_TYPES.get(map.type) ?? PTR_TO_MAP_VALUE;
}

/** What a lookup gives for maps of sockets. */
const VALUE_TYPES = new Map([
  [BPF_MAP_TYPE_XSKMAP, PTR_TO_XDP_SOCK],
  [BPF_MAP_TYPE_SOCKMAP, PTR_TO_SOCKET],
  [BPF_MAP_TYPE_SOCKHASH, PTR_TO_SOCKET],
]);

/** The scalar 0. kernel: verifier.c register_is_null() */
export const registerIsNull = (w: Int32Array, r: number): boolean =>
  w[r + TYPE] === SCALAR_VALUE && tnumEqualsConst(w, r + TNUM, 0);

/** kernel: verifier.c is_reg_const() */
export const isRegConst = (w: Int32Array, r: number, subreg32: boolean): boolean =>
  w[r + TYPE] === SCALAR_VALUE && (subreg32 ? tnumSubregIsConst(w, r + TNUM) : tnumIsConst(w, r + TNUM));

/** Bits that the largest value needs. kernel: verifier.c get_reg_width() */
export const regWidth = (w: Int32Array, r: number): number => fls64(w[r + UMAX], w[r + UMAX + 1]);

/** Not a scalar, so it must not leak to programs without CAP_PERFMON. kernel: verifier.c is_pointer_value() */
export const isPointerValue = (v: Verifier, r: number): boolean => !v.allowPtrLeaks && v.w[r + TYPE] !== SCALAR_VALUE;

/** kernel: include/linux/bpf_verifier.h type_is_pkt_pointer() */
export const typeIsPktPointer = (type: number): boolean =>
  baseType(type) === PTR_TO_PACKET || baseType(type) === PTR_TO_PACKET_META;

/** kernel: verifier.c reg_is_pkt_pointer_any() */
export const regIsPktPointerAny = (w: Int32Array, r: number): boolean =>
  typeIsPktPointer(w[r + TYPE]) || w[r + TYPE] === PTR_TO_PACKET_END;

/** As it came from the context. kernel: verifier.c reg_is_init_pkt_pointer() */
export const regIsInitPktPointer = (w: Int32Array, r: number, type: number): boolean =>
  w[r + TYPE] === type && w[r + ID] === 0 && w[r + OFF] === 0 && tnumEqualsConst(w, r + TNUM, 0);

/** kernel: include/linux/bpf_verifier.h type_is_ptr_alloc_obj() */
export const typeIsPtrAllocObj = (type: number): boolean =>
  baseType(type) === PTR_TO_BTF_ID && (type & MEM_ALLOC) !== 0;

/** kernel: include/linux/bpf_verifier.h type_is_non_owning_ref() */
export const typeIsNonOwningRef = (type: number): boolean => typeIsPtrAllocObj(type) && (type & NON_OWN_REF) !== 0;

/** kernel: include/linux/bpf_verifier.h bpf_type_has_unsafe_modifiers() */
export const typeHasUnsafeModifiers = (type: number): boolean => (typeFlag(type) & ~BPF_REG_TRUSTED_MODIFIERS) !== 0;

/** Register types that stand for a kernel type. kernel: verifier.c reg2btf_ids */
const ALWAYS_TRUSTED: readonly number[] = [PTR_TO_SOCKET, PTR_TO_SOCK_COMMON, PTR_TO_TCP_SOCK, CONST_PTR_TO_MAP];

/** kernel: verifier.c is_trusted_reg() */
export function isTrustedReg(w: Int32Array, r: number): boolean {
  const type = w[r + TYPE];
  if (w[r + REF_OBJ_ID] !== 0) return true;
  if (typeHasUnsafeModifiers(type)) return false;
  return ALWAYS_TRUSTED.includes(baseType(type)) || (type & BPF_REG_TRUSTED_MODIFIERS) !== 0;
}

/** kernel: verifier.c is_rcu_reg() */
export const isRcuReg = (w: Int32Array, r: number): boolean => (w[r + TYPE] & MEM_RCU) !== 0;

const NEVER_NULL: readonly number[] = [
  PTR_TO_SOCKET,
  PTR_TO_TCP_SOCK,
  PTR_TO_MAP_VALUE,
  PTR_TO_MAP_KEY,
  PTR_TO_SOCK_COMMON,
  CONST_PTR_TO_MAP,
];

/** A pointer that cannot be NULL at run time. kernel: verifier.c reg_not_null() */
export function regNotNull(w: Int32Array, r: number): boolean {
  const type = w[r + TYPE];
  if (typeMayBeNull(type)) return false;
  if (baseType(type) === PTR_TO_BTF_ID) return isTrustedReg(w, r);
  if (baseType(type) === PTR_TO_MEM) return (type & PTR_UNTRUSTED) === 0;
  return NEVER_NULL.includes(baseType(type));
}

/** The special fields of what a register points to. kernel: verifier.c reg_btf_record() */
export function regBtfRecord(v: Verifier, r: number): BtfRecord | undefined {
  const type = v.w[r + TYPE];
  if (type === PTR_TO_MAP_VALUE) return mapOf(v, r).record;
  return typeIsPtrAllocObj(type) ? structMeta(btfOf(v, r), v.w[r + BTF_ID]) : undefined;
}

/** kernel: verifier.c reg_may_point_to_spin_lock() */
export const regMayPointToSpinLock = (v: Verifier, r: number): boolean =>
  recordHas(regBtfRecord(v, r), BPF_SPIN_LOCK | BPF_RES_SPIN_LOCK);
