/**
 * Dynptrs: two stack slots that say where some memory is and how large. Those in the stack are STACK_DYNPTR slots;
 * callbacks and global functions get CONST_PTR_TO_DYNPTR registers.
 * kernel: verifier.c process_dynptr_func() and its neighbours
 */
import { ARG_PTR_TO_DYNPTR } from '../../abi/arg-types.ts';
import { BPF_DYNPTR_TYPE_INVALID } from '../../abi/dynptr-types.ts';
import { EFAULT, EINVAL, ERANGE } from '../../abi/errno.ts';
import { BPF_DW } from '../../isa/constants.ts';
import type { FuncState, Verifier } from '../env.ts';
import { funcOf, markStackSlotScratched, reg, slotAt, slotCount } from '../env.ts';
import { dynptrTypeStr } from '../log/log-names.ts';
import { checkMemAccess } from '../memory/access.ts';
import { BPF_WRITE } from '../memory/access-types.ts';
import { isWholly, markStackSlotObjRead, stackSlotObjGetSpi } from '../memory/stack-objects.ts';
import {
  CONST_PTR_TO_DYNPTR,
  DYNPTR_FIRST_SLOT,
  DYNPTR_ID,
  DYNPTR_TYPE,
  FRAMENO,
  ID,
  MEM_RDONLY,
  MEM_UNINIT,
  PTR_MAYBE_NULL,
  PTR_TO_MEM,
  PTR_TO_STACK,
  REF_OBJ_ID,
  STACK_DYNPTR,
  STACK_INVALID,
  TYPE,
} from '../program/layout.ts';
import { refuse } from '../refuse.ts';
import { forEachRegInVstate } from '../states/for-each-reg.ts';
import { markStackWrite } from '../states/liveness.ts';
import { acquireReference, releaseReference } from '../states/refs.ts';
import { markRegInvalid, markRegKnownZero, markRegNotInit } from '../states/regs.ts';
import { fillSlotTypes, slotType } from '../states/stack-slots.ts';
import { argToDynptrType, dynptrTypeRefcounted } from './dynptr-types.ts';

const BPF_DYNPTR_NR_SLOTS = 2;
const BPF_DYNPTR_SIZE = 16;

/** The slot that a pointer to a dynptr means, or a negative errno. kernel: verifier.c dynptr_get_spi() */
export const dynptrGetSpi = (v: Verifier, r: number): number => stackSlotObjGetSpi(v, r, 'dynptr', BPF_DYNPTR_NR_SLOTS);

/** The record becomes a dynptr, or one slot of it. kernel: verifier.c __mark_dynptr_reg() */
export function markDynptrReg(v: Verifier, r: number, type: number, isFirstSlot: boolean, id: number): void {
  markRegKnownZero(v, r);
  v.w[r + TYPE] = CONST_PTR_TO_DYNPTR;
  v.w[r + ID] = id;
  v.w[r + DYNPTR_TYPE] = type;
  v.w[r + DYNPTR_FIRST_SLOT] = isFirstSlot ? 1 : 0;
}

/** The argument of a callback. kernel: verifier.c mark_dynptr_cb_reg() */
export function markDynptrCbReg(v: Verifier, r: number, type: number): void {
  markDynptrReg(v, r, type, true, ++v.idGen);
}

/** kernel: verifier.c mark_stack_slots_dynptr() */
function markStackSlotsDynptr(v: Verifier, r: number, argType: number, insnIdx: number, cloneRefObjId: number): number {
  const func = funcOf(v, v.w[r + FRAMENO]);
  const spi = dynptrGetSpi(v, r);
  if (spi < 0) return spi;
  // The two slots may belong to two other dynptrs.
  const error = destroyIfDynptrStackSlot(v, func, spi) || destroyIfDynptrStackSlot(v, func, spi - 1);
  if (error !== 0) return error;
  const type = argToDynptrType(argType);
  if (type === BPF_DYNPTR_TYPE_INVALID) return -EINVAL;
  const id = ++v.idGen;
  const refObjId = !dynptrTypeRefcounted(type) ? 0 : cloneRefObjId || acquireReference(v, insnIdx);
  for (const at of [spi, spi - 1]) {
    const slot = slotAt(func, at);
    fillSlotTypes(v.w, slot, STACK_DYNPTR);
    markDynptrReg(v, slot, type, at === spi, id);
    v.w[slot + REF_OBJ_ID] = refObjId;
    markStackWrite(v, func.frameno, at);
  }
  return 0;
}

/** kernel: verifier.c invalidate_dynptr() */
function invalidateDynptr(v: Verifier, func: FuncState, spi: number): void {
  for (const at of [spi, spi - 1]) {
    fillSlotTypes(v.w, slotAt(func, at), STACK_INVALID);
    markRegNotInit(v, slotAt(func, at));
    markStackWrite(v, func.frameno, at);
  }
}

/** The dynptr is given back, with its clones and slices. kernel: verifier.c unmark_stack_slots_dynptr() */
export function unmarkStackSlotsDynptr(v: Verifier, r: number): number {
  if (v.w[r + TYPE] === CONST_PTR_TO_DYNPTR) {
    v.verbose('verifier bug: CONST_PTR_TO_DYNPTR cannot be released\n');
    return -EFAULT;
  }
  const func = funcOf(v, v.w[r + FRAMENO]);
  const spi = dynptrGetSpi(v, r);
  if (spi < 0) return spi;
  const slot = slotAt(func, spi);
  if (!dynptrTypeRefcounted(v.w[slot + DYNPTR_TYPE])) {
    invalidateDynptr(v, func, spi);
    return 0;
  }
  const refObjId = v.w[slot + REF_OBJ_ID];
  releaseReference(v, refObjId);
  return invalidateClones(v, func, refObjId);
}

function invalidateClones(v: Verifier, func: FuncState, refObjId: number): number {
  for (let spi = 1; spi < slotCount(func); spi++) {
    const slot = slotAt(func, spi);
    if (v.w[slot + REF_OBJ_ID] !== refObjId) continue;
    if (slotType(v.w, slot, 0) !== STACK_DYNPTR) {
      v.verbose('verifier bug: misconfigured ref_obj_id\n');
      return -EFAULT;
    }
    if (v.w[slot + DYNPTR_FIRST_SLOT] !== 0) invalidateDynptr(v, func, spi);
  }
  return 0;
}

/**
 * A write to a slot of a dynptr ends it, and its slices; one that must be given back may not be overwritten.
 * kernel: verifier.c destroy_if_dynptr_stack_slot()
 */
export function destroyIfDynptrStackSlot(v: Verifier, func: FuncState, spi: number): number {
  const written = slotAt(func, spi);
  if (slotType(v.w, written, 0) !== STACK_DYNPTR) return 0;
  const first = v.w[written + DYNPTR_FIRST_SLOT] !== 0 ? spi : spi + 1;
  const slot = slotAt(func, first);
  if (dynptrTypeRefcounted(v.w[slot + DYNPTR_TYPE])) {
    v.verbose('cannot overwrite referenced dynptr\n');
    return -EINVAL;
  }
  markStackSlotScratched(v, first);
  markStackSlotScratched(v, first - 1);
  invalidateSlices(v, v.w[slot + ID]);
  invalidateDynptr(v, func, first);
  return 0;
}

function invalidateSlices(v: Verifier, dynptrId: number): void {
  forEachRegInVstate(v, v.cur, (r) => {
    const isSlice = (v.w[r + TYPE] & ~PTR_MAYBE_NULL) === PTR_TO_MEM;
    if (isSlice && v.w[r + DYNPTR_ID] === dynptrId) markRegInvalid(v, r);
  });
}

/** Room for a new dynptr. kernel: verifier.c is_dynptr_reg_valid_uninit() */
function isDynptrRegValidUninit(v: Verifier, r: number): boolean {
  if (v.w[r + TYPE] === CONST_PTR_TO_DYNPTR) return false;
  const spi = dynptrGetSpi(v, r);
  return spi >= 0 || spi === -ERANGE;
}

/** kernel: verifier.c is_dynptr_reg_valid_init() */
function isDynptrRegValidInit(v: Verifier, r: number): boolean {
  if (v.w[r + TYPE] === CONST_PTR_TO_DYNPTR) return true;
  const spi = dynptrGetSpi(v, r);
  if (spi < 0) return false;
  const func = funcOf(v, v.w[r + FRAMENO]);
  const slot = slotAt(func, spi);
  if (v.w[slot + DYNPTR_FIRST_SLOT] === 0) return false;
  return isWholly(v.w, slot, STACK_DYNPTR) && isWholly(v.w, slotAt(func, spi - 1), STACK_DYNPTR);
}

/** The record with type, id and reference of a dynptr: the register itself, or a stack slot; or a negative errno. */
function dynptrRecord(v: Verifier, r: number): number {
  if (v.w[r + TYPE] === CONST_PTR_TO_DYNPTR) return r;
  const spi = dynptrGetSpi(v, r);
  return spi < 0 ? spi : slotAt(funcOf(v, v.w[r + FRAMENO]), spi);
}

/** What a field of the dynptr's record says, or a negative errno. */
function dynptrField(v: Verifier, r: number, field: number): number {
  const record = dynptrRecord(v, r);
  return record < 0 ? record : v.w[record + field];
}

/** kernel: verifier.c dynptr_id() */
export const dynptrId = (v: Verifier, r: number): number => dynptrField(v, r, ID);

/** kernel: verifier.c dynptr_ref_obj_id() */
export const dynptrRefObjId = (v: Verifier, r: number): number => dynptrField(v, r, REF_OBJ_ID);

/** kernel: verifier.c dynptr_get_type() */
export const dynptrGetType = (v: Verifier, r: number): number => dynptrField(v, r, DYNPTR_TYPE);

/** kernel: verifier.c is_dynptr_type_expected() */
const isDynptrTypeExpected = (v: Verifier, r: number, argType: number): boolean =>
  argType === ARG_PTR_TO_DYNPTR || dynptrGetType(v, r) === argToDynptrType(argType);

/**
 * A dynptr argument: made by the call (MEM_UNINIT), only read (MEM_RDONLY), or used and perhaps changed. A clone
 * shares the reference `cloneRefObjId`. Returns 0 or a negative errno. kernel: verifier.c process_dynptr_func()
 */
export function processDynptrFunc(
  v: Verifier,
  regno: number,
  insnIdx: number,
  argType: number,
  cloneRefObjId: number,
): number {
  const r = reg(v, regno);
  const type = v.w[r + TYPE];
  if (type !== PTR_TO_STACK && type !== CONST_PTR_TO_DYNPTR) {
    return refuse(v, `arg#${regno - 1} expected pointer to stack or const struct bpf_dynptr`);
  }
  if ((argType & MEM_UNINIT) !== 0) return makeDynptr(v, regno, insnIdx, argType, cloneRefObjId);
  if (type === CONST_PTR_TO_DYNPTR && (argType & MEM_RDONLY) === 0) {
    return refuse(v, 'cannot pass pointer to const bpf_dynptr, the helper mutates it');
  }
  if (!isDynptrRegValidInit(v, r)) return refuse(v, `Expected an initialized dynptr as arg #${regno - 1}`);
  if (!isDynptrTypeExpected(v, r, argType & ~MEM_RDONLY)) {
    return refuse(v, `Expected a dynptr of type ${dynptrTypeStr(argToDynptrType(argType))} as arg #${regno - 1}`);
  }
  return markDynptrRead(v, r);
}

function makeDynptr(v: Verifier, regno: number, insnIdx: number, argType: number, cloneRefObjId: number): number {
  if (!isDynptrRegValidUninit(v, reg(v, regno))) return refuse(v, 'Dynptr has to be an uninitialized dynptr');
  for (let off = 0; off < BPF_DYNPTR_SIZE; off += 8) {
    const error = checkMemAccess(v, insnIdx, regno, off, BPF_DW, BPF_WRITE, -1, false, false);
    if (error !== 0) return error;
  }
  return markStackSlotsDynptr(v, reg(v, regno), argType, insnIdx, cloneRefObjId);
}

/** kernel: verifier.c mark_dynptr_read() */
function markDynptrRead(v: Verifier, r: number): number {
  if (v.w[r + TYPE] === CONST_PTR_TO_DYNPTR) return 0;
  const spi = dynptrGetSpi(v, r);
  if (spi < 0) return spi;
  markStackSlotObjRead(v, v.w[r + FRAMENO], spi, BPF_DYNPTR_NR_SLOTS);
  return 0;
}
