/**
 * Iterators: made by `new` in the stack, asked by `next` until it gives NULL, given back by `destroy`. A call of `next`
 * forks the walk: one path ends the loop, the other is walked until its states converge.
 * kernel: verifier.c process_iter_arg(), process_iter_next_call()
 */
import { EFAULT, EINVAL, ENOMEM, EPROTO, ERANGE } from '../../abi/errno.ts';
import * as kf from '../../abi/kfuncs.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import { BPF_DW, BPF_REG_0 } from '../../isa/constants.ts';
import type { Verifier, VerifierState } from '../env.ts';
import { BPF_REG_SIZE, btfNumber, curRegs, frameReg, funcOf, reg, slotAt } from '../env.ts';
import { iterStateStr, iterTypeStr } from '../log/log-names.ts';
import { checkMemAccess } from '../memory/access.ts';
import { BPF_WRITE } from '../memory/access-types.ts';
import {
  endStackObject,
  isPartly,
  isWholly,
  markStackSlotObjRead,
  stackSlotObjGetSpi,
  startStackObject,
} from '../memory/stack-objects.ts';
import {
  BTF,
  BTF_ID,
  FRAMENO,
  ITER,
  MEM_RCU,
  PTR_TO_STACK,
  PTR_UNTRUSTED,
  REF_OBJ_ID,
  STACK_INVALID,
  STACK_ITER,
  TYPE,
} from '../program/layout.ts';
import { inRcuCs } from '../program/sections.ts';
import { refuse } from '../refuse.ts';
import { acquireReference, releaseReference } from '../states/refs.ts';
import { markPtrNotNullReg, markRegConstZero } from '../states/regs.ts';
import { pushStack, sameCallsites } from '../states/states.ts';
import { findPrevEntry, widenImpreciseScalars } from '../states/widen.ts';
import type { KfuncMeta } from './kfunc-meta.ts';

/** States of an iterator, in the lowest bits of ITER. kernel: enum bpf_iter_state */
const BPF_ITER_STATE_ACTIVE = 1;
const BPF_ITER_STATE_DRAINED = 2;
const STATE_MASK = 3;
const DEPTH_SHIFT = 2;

const iterState = (v: Verifier, slot: number): number => v.w[slot + ITER] & STATE_MASK;

/** kernel: verifier.c iter_get_spi() */
const iterGetSpi = (v: Verifier, r: number, slots: number): number => stackSlotObjGetSpi(v, r, 'iter', slots);

/** Type id of the iterator that parameter `index` points to; undefined if it is none. kernel: btf.c btf_check_iter_arg() */
function iterTypeId(meta: KfuncMeta, index: number): number | undefined {
  const btf = vmlinuxBtf();
  const pointer = btf.skipModifiers(meta.proto.params[index].type);
  const type = pointer?.kind === 'ptr' ? btf.skipModifiers(pointer.type) : undefined;
  return type?.kind === 'struct' && type.name.startsWith('bpf_iter_') ? btf.find(type.name, 'struct') : undefined;
}

/** An argument that is an iterator. Returns 0 or a negative errno. kernel: verifier.c process_iter_arg() */
export function processIterArg(v: Verifier, regno: number, insnIdx: number, meta: KfuncMeta): number {
  if (v.w[reg(v, regno) + TYPE] !== PTR_TO_STACK) {
    return refuse(v, `arg#${regno - 1} expected pointer to an iterator on stack`);
  }
  const typeId = iterTypeId(meta, regno - 1);
  if (typeId === undefined) return refuse(v, `expected valid iter pointer as arg #${regno - 1}`);
  const slots = (vmlinuxBtf().sizeOf(typeId) ?? 0) / BPF_REG_SIZE;
  return meta.has(kf.KF_ITER_NEW)
    ? makeIter(v, regno, insnIdx, meta, typeId, slots)
    : checkUsedIter(v, regno, meta, typeId, slots);
}

function makeIter(v: Verifier, regno: number, insnIdx: number, meta: KfuncMeta, typeId: number, slots: number): number {
  if (!isIterRegValidUninit(v, reg(v, regno), slots)) {
    return refuse(v, `expected uninitialized iter_${iterTypeStr(vmlinuxBtf(), typeId)} as arg #${regno - 1}`);
  }
  for (let off = 0; off < slots * BPF_REG_SIZE; off += BPF_REG_SIZE) {
    const error = checkMemAccess(v, insnIdx, regno, off, BPF_DW, BPF_WRITE, -1, false, false);
    if (error !== 0) return error;
  }
  return markStackSlotsIter(v, meta, reg(v, regno), insnIdx, typeId, slots);
}

/** kernel: verifier.c is_iter_reg_valid_uninit() */
function isIterRegValidUninit(v: Verifier, r: number, slots: number): boolean {
  const spi = iterGetSpi(v, r, slots);
  if (spi < 0) return spi === -ERANGE;
  const func = funcOf(v, v.w[r + FRAMENO]);
  for (let i = 0; i < slots; i++) if (isPartly(v.w, slotAt(func, spi - i), STACK_ITER)) return false;
  return true;
}

/** kernel: verifier.c mark_stack_slots_iter() */
function markStackSlotsIter(
  v: Verifier,
  meta: KfuncMeta,
  r: number,
  insnIdx: number,
  typeId: number,
  slots: number,
): number {
  const func = funcOf(v, v.w[r + FRAMENO]);
  const spi = iterGetSpi(v, r, slots);
  if (spi < 0) return spi;
  const id = acquireReference(v, insnIdx);
  for (let i = 0; i < slots; i++) {
    const slot = startStackObject(v, func, spi - i, STACK_ITER);
    if (meta.has(kf.KF_RCU_PROTECTED)) v.w[slot + TYPE] |= inRcuCs(v) ? MEM_RCU : PTR_UNTRUSTED;
    v.w[slot + REF_OBJ_ID] = i === 0 ? id : 0;
    v.w[slot + BTF] = btfNumber(v, vmlinuxBtf());
    v.w[slot + BTF_ID] = typeId;
    v.w[slot + ITER] = BPF_ITER_STATE_ACTIVE;
  }
  return 0;
}

function checkUsedIter(v: Verifier, regno: number, meta: KfuncMeta, typeId: number, slots: number): number {
  const r = reg(v, regno);
  const invalid = isIterRegValidInit(v, r, typeId, slots);
  if (invalid === -EPROTO) return refuse(v, `expected an RCU CS when using ${meta.name}`, EPROTO);
  if (invalid !== 0) {
    return refuse(v, `expected an initialized iter_${iterTypeStr(vmlinuxBtf(), typeId)} as arg #${regno - 1}`);
  }
  const spi = iterGetSpi(v, r, slots);
  markStackSlotObjRead(v, v.w[r + FRAMENO], spi, slots);
  meta.iterSpi = spi;
  meta.iterFrameno = v.w[r + FRAMENO];
  meta.refObjId = v.w[slotAt(funcOf(v, meta.iterFrameno), spi) + REF_OBJ_ID];
  if (meta.has(kf.KF_ITER_DESTROY)) unmarkStackSlotsIter(v, r, spi, slots);
  return 0;
}

/** kernel: verifier.c is_iter_reg_valid_init() */
function isIterRegValidInit(v: Verifier, r: number, typeId: number, slots: number): number {
  const spi = iterGetSpi(v, r, slots);
  if (spi < 0) return -EINVAL;
  const func = funcOf(v, v.w[r + FRAMENO]);
  const btf = btfNumber(v, vmlinuxBtf());
  for (let i = 0; i < slots; i++) {
    const slot = slotAt(func, spi - i);
    if ((v.w[slot + TYPE] & PTR_UNTRUSTED) !== 0) return -EPROTO;
    const isFirst = v.w[slot + REF_OBJ_ID] !== 0;
    if (isFirst !== (i === 0) || v.w[slot + BTF] !== btf || v.w[slot + BTF_ID] !== typeId) return -EINVAL;
    if (!isWholly(v.w, slot, STACK_ITER)) return -EINVAL;
  }
  return 0;
}

/** kernel: verifier.c unmark_stack_slots_iter() */
function unmarkStackSlotsIter(v: Verifier, r: number, spi: number, slots: number): void {
  const func = funcOf(v, v.w[r + FRAMENO]);
  releaseReference(v, v.w[slotAt(func, spi) + REF_OBJ_ID]);
  for (let i = 0; i < slots; i++) endStackObject(v, func, spi - i, STACK_INVALID);
}

/** Slot of the iterator of a `next` call in a state. kernel: verifier.c get_iter_from_state() */
export const getIterFromState = (state: VerifierState, meta: KfuncMeta): number =>
  slotAt(state.frames[meta.iterFrameno], meta.iterSpi);

/**
 * `next` gives NULL on the running path; an element on another, which goes round the loop once more.
 * Returns 0 or a negative errno. kernel: verifier.c process_iter_next_call()
 */
export function processIterNextCall(v: Verifier, insnIdx: number, meta: KfuncMeta): number {
  const state = iterState(v, getIterFromState(v.cur, meta));
  if (state !== BPF_ITER_STATE_ACTIVE && state !== BPF_ITER_STATE_DRAINED) {
    return refuse(v, `verifier bug: unexpected iterator state ${state} (${iterStateStr(state)})`, EFAULT);
  }
  if (state === BPF_ITER_STATE_ACTIVE) {
    const error = forkActive(v, insnIdx, meta);
    if (error !== 0) return error;
  }
  const iter = getIterFromState(v.cur, meta);
  v.w[iter + ITER] = (v.w[iter + ITER] & ~STATE_MASK) | BPF_ITER_STATE_DRAINED;
  markRegConstZero(v, curRegs(v) + BPF_REG_0);
  return 0;
}

function forkActive(v: Verifier, insnIdx: number, meta: KfuncMeta): number {
  const { parent } = v.cur;
  if (parent === undefined || parent.insnIdx !== insnIdx || !sameCallsites(parent, v.cur)) {
    return refuse(v, 'verifier bug: bad parent state for iter next call', EFAULT);
  }
  const previous = findPrevEntry(v, parent, insnIdx);
  const queued = pushStack(v, insnIdx + 1, insnIdx, false);
  if (queued === undefined) return -ENOMEM;
  v.w[getIterFromState(queued, meta) + ITER] += 1 << DEPTH_SHIFT;
  if (previous !== undefined) widenImpreciseScalars(v, previous, queued);
  markPtrNotNullReg(v, frameReg(queued.frames[queued.curframe], BPF_REG_0));
  return 0;
}
