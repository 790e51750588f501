/**
 * When does one state cover another? If everything that is allowed in the stored state `old` is known to end well, and
 * `cur` allows no more, `cur` need not be walked.
 */
import type { FuncState, Verifier, VerifierState } from '../env.ts';
import { REF_TYPE_LOCK_MASK, slotAt } from '../env.ts';
import * as t from '../program/layout.ts';
import { tnumIn } from '../values/tnum.ts';
import { IdMap } from './id-map.ts';
import { BPF_ADD_CONST } from './linked.ts';
import { isSpilledScalarReg, slotType } from './stack-slots.ts';
import { frameInsnIdx } from './states.ts';

/** How strictly scalars are compared. kernel: enum exact_level */
export const NOT_EXACT = 0;
export const EXACT = 1;
export const RANGE_WITHIN = 2;

const idMap = new IdMap();

/** Bits of an unsigned comparison: `(a ^ SIGN) < (b ^ SIGN)`. */
const SIGN = 0x80000000 | 0;

/** Hot, so it calls nothing: narrow ranges first, as they differ most cheaply. kernel: verifier.c range_within() */
function rangeWithin(w: Int32Array, old: number, cur: number): boolean {
  if ((w[cur + t.U32MIN] ^ SIGN) < (w[old + t.U32MIN] ^ SIGN)) return false;
  if ((w[old + t.U32MAX] ^ SIGN) < (w[cur + t.U32MAX] ^ SIGN)) return false;
  if (w[cur + t.S32MIN] < w[old + t.S32MIN] || w[old + t.S32MAX] < w[cur + t.S32MAX]) return false;
  const uminHigh = w[cur + t.UMIN + 1] ^ SIGN;
  const oldUminHigh = w[old + t.UMIN + 1] ^ SIGN;
  const umaxHigh = w[cur + t.UMAX + 1] ^ SIGN;
  const oldUmaxHigh = w[old + t.UMAX + 1] ^ SIGN;
  const sminHigh = w[cur + t.SMIN + 1];
  const oldSminHigh = w[old + t.SMIN + 1];
  const smaxHigh = w[cur + t.SMAX + 1];
  const oldSmaxHigh = w[old + t.SMAX + 1];
  return (
    (oldUminHigh < uminHigh || (oldUminHigh === uminHigh && (w[old + t.UMIN] ^ SIGN) <= (w[cur + t.UMIN] ^ SIGN))) &&
    (umaxHigh < oldUmaxHigh || (umaxHigh === oldUmaxHigh && (w[cur + t.UMAX] ^ SIGN) <= (w[old + t.UMAX] ^ SIGN))) &&
    (oldSminHigh < sminHigh || (oldSminHigh === sminHigh && (w[old + t.SMIN] ^ SIGN) <= (w[cur + t.SMIN] ^ SIGN))) &&
    (smaxHigh < oldSmaxHigh || (smaxHigh === oldSmaxHigh && (w[cur + t.SMAX] ^ SIGN) <= (w[old + t.SMAX] ^ SIGN)))
  );
}

/** Type, fixed offset and what the type refers to. kernel: memcmp() up to var_off */
const sameKind = (w: Int32Array, a: number, b: number): boolean =>
  w[a + t.TYPE] === w[b + t.TYPE] &&
  w[a + t.OFF] === w[b + t.OFF] &&
  w[a + t.AUX0] === w[b + t.AUX0] &&
  w[a + t.AUX1] === w[b + t.AUX1] &&
  w[a + t.AUX2] === w[b + t.AUX2];

/** All but ids. kernel: memcmp() up to id */
export function sameRegister(w: Int32Array, a: number, b: number): boolean {
  if (!sameKind(w, a, b)) return false;
  for (let i = t.TNUM_VALUE; i <= t.U32MAX; i++) if (w[a + i] !== w[b + i]) return false;
  return true;
}

const sameIds = (w: Int32Array, old: number, cur: number): boolean =>
  idMap.check(w[old + t.ID], w[cur + t.ID]) && idMap.check(w[old + t.REF_OBJ_ID], w[cur + t.REF_OBJ_ID]);

/** kernel: verifier.c regs_exact() */
const regsExact = (w: Int32Array, old: number, cur: number): boolean =>
  sameRegister(w, old, cur) && sameIds(w, old, cur);

/** Is `cur` allowed where `old` was? kernel: verifier.c regsafe() */
function regsafe(v: Verifier, old: number, cur: number, exact: number): boolean {
  const { w } = v;
  if (exact === EXACT) return regsExact(w, old, cur);
  const type = w[old + t.TYPE];
  // The stored path cannot have used it; loops want it unused on both sides.
  if (type === t.NOT_INIT && (exact === NOT_EXACT || w[cur + t.TYPE] === t.NOT_INIT)) return true;
  if (type !== w[cur + t.TYPE]) return false;
  switch (t.baseType(type)) {
    case t.SCALAR_VALUE:
      return scalarSafe(v, old, cur, exact);
    case t.PTR_TO_MAP_KEY:
    case t.PTR_TO_MAP_VALUE:
    case t.PTR_TO_MEM:
    case t.PTR_TO_BUF:
    case t.PTR_TO_TP_BUFFER:
      return sameKind(w, old, cur) && valueWithin(w, old, cur) && sameIds(w, old, cur);
    case t.PTR_TO_PACKET_META:
    case t.PTR_TO_PACKET:
      return packetSafe(w, old, cur);
    case t.PTR_TO_STACK:
      return regsExact(w, old, cur) && w[old + t.FRAMENO] === w[cur + t.FRAMENO];
    case t.PTR_TO_ARENA:
      return true;
    default:
      return regsExact(w, old, cur);
  }
}

const valueWithin = (w: Int32Array, old: number, cur: number): boolean =>
  rangeWithin(w, old, cur) && tnumIn(w, old + t.TNUM_VALUE, cur + t.TNUM_VALUE);

function scalarSafe(v: Verifier, old: number, cur: number, exact: number): boolean {
  const { w } = v;
  const oldId = w[old + t.ID];
  const curId = w[cur + t.ID];
  if (v.exploreAluLimits) return sameRegister(w, old, cur) && idMap.checkScalar(oldId, curId, BPF_ADD_CONST);
  if (w[old + t.PRECISE] === 0 && exact === NOT_EXACT) return true;
  if (oldId !== 0 && (oldId & BPF_ADD_CONST) !== (curId & BPF_ADD_CONST)) return false;
  if ((oldId & BPF_ADD_CONST) !== 0 && w[old + t.OFF] !== w[cur + t.OFF]) return false;
  return valueWithin(w, old, cur) && idMap.checkScalar(oldId, curId, BPF_ADD_CONST);
}

/** A packet pointer may be known to reach further than the stored one; one at or beyond the end is only like itself. */
const rangeSafe = (old: number, cur: number): boolean => (old < 0 || cur < 0 ? old === cur : old <= cur);

const packetSafe = (w: Int32Array, old: number, cur: number): boolean =>
  rangeSafe(w[old + t.RANGE], w[cur + t.RANGE]) &&
  w[old + t.OFF] === w[cur + t.OFF] &&
  idMap.check(w[old + t.ID], w[cur + t.ID]) &&
  valueWithin(w, old, cur);

/** Every byte is data, or undefined where undefined bytes may be read. kernel: verifier.c is_stack_all_misc() */
function isStackAllMisc(v: Verifier, slot: number): boolean {
  for (let i = 0; i < 8; i++) {
    const type = slotType(v.w, slot, i);
    if (type !== t.STACK_MISC && !(type === t.STACK_INVALID && v.allowUninitStack)) return false;
  }
  return true;
}

/**
 * The register that a load of the whole slot gives, if it is a scalar; -1 otherwise. Data gives an unknown scalar.
 * kernel: verifier.c scalar_reg_for_stack()
 */
function scalarRegForStack(v: Verifier, slot: number): number {
  if (isSpilledScalarReg(v.w, slot) && slotType(v.w, slot, 0) === t.STACK_SPILL) return slot;
  return isStackAllMisc(v, slot) ? v.unboundReg : -1;
}

/** kernel: verifier.c stacksafe() */
function stacksafe(v: Verifier, old: FuncState, cur: FuncState, exact: number): boolean {
  const slots = old.allocatedStack >> 3;
  const curSlots = cur.allocatedStack >> 3;
  for (let spi = 0; spi < slots; spi++) {
    const oldSlot = slotAt(old, spi);
    const curSlot = spi < curSlots ? slotAt(cur, spi) : -1;
    if (exact !== NOT_EXACT && (curSlot < 0 || !sameSlotTypes(v.w, oldSlot, curSlot))) return false;
    if (!slotSafe(v, oldSlot, curSlot, exact)) return false;
  }
  return true;
}

/** Four bytes of one type. */
const ALL_SPILL = t.STACK_SPILL * 0x01010101;
const ALL_MISC = t.STACK_MISC * 0x01010101;

const sameSlotTypes = (w: Int32Array, a: number, b: number): boolean =>
  w[a + t.SLOT_TYPES] === w[b + t.SLOT_TYPES] && w[a + t.SLOT_TYPES + 1] === w[b + t.SLOT_TYPES + 1];

/** One slot; `curSlot` is -1 where the running state has none. */
function slotSafe(v: Verifier, oldSlot: number, curSlot: number, exact: number): boolean {
  const { w } = v;
  const typesLow = w[oldSlot + t.SLOT_TYPES];
  const typesHigh = w[oldSlot + t.SLOT_TYPES + 1];
  // Usual slots at a glance: empty, data that may be undefined, whole spills.
  if ((typesLow | typesHigh) === 0 || (v.allowUninitStack && typesLow === ALL_MISC && typesHigh === ALL_MISC))
    return true;
  if (typesLow === ALL_SPILL && typesHigh === ALL_SPILL && curSlot >= 0 && sameSlotTypes(w, oldSlot, curSlot)) {
    return regsafe(v, oldSlot, curSlot, exact);
  }
  for (let i = 0; i < 8; i++) {
    const type = slotType(w, oldSlot, i);
    if (type === t.STACK_INVALID || (v.allowUninitStack && type === t.STACK_MISC)) continue;
    if (curSlot < 0) return false;
    const oldReg = scalarRegForStack(v, oldSlot);
    const curReg = oldReg < 0 ? -1 : scalarRegForStack(v, curSlot);
    if (curReg >= 0) return regsafe(v, oldReg, curReg, exact);
    const curType = slotType(w, curSlot, i);
    if (type === t.STACK_MISC && curType === t.STACK_ZERO) continue;
    if (type !== curType) return false;
    if (i === 7) return sameContent(v, oldSlot, curSlot, type, exact);
  }
  return true;
}

/** Two slots whose highest bytes have the same type. */
function sameContent(v: Verifier, oldSlot: number, curSlot: number, type: number, exact: number): boolean {
  const { w } = v;
  switch (type) {
    case t.STACK_SPILL:
      return regsafe(v, oldSlot, curSlot, exact);
    case t.STACK_DYNPTR:
      return sameFields(w, oldSlot, curSlot, [t.DYNPTR_TYPE, t.DYNPTR_FIRST_SLOT]) && sameRefObj(w, oldSlot, curSlot);
    case t.STACK_ITER:
      return (
        sameFields(w, oldSlot, curSlot, [t.BTF, t.BTF_ID]) &&
        (w[oldSlot + t.ITER] & 3) === (w[curSlot + t.ITER] & 3) &&
        sameRefObj(w, oldSlot, curSlot)
      );
    case t.STACK_IRQ_FLAG:
      return sameRefObj(w, oldSlot, curSlot) && w[oldSlot + t.IRQ_CLASS] === w[curSlot + t.IRQ_CLASS];
    default:
      return true;
  }
}

const sameFields = (w: Int32Array, a: number, b: number, fields: readonly number[]): boolean =>
  fields.every((field) => w[a + field] === w[b + field]);

const sameRefObj = (w: Int32Array, old: number, cur: number): boolean =>
  idMap.check(w[old + t.REF_OBJ_ID], w[cur + t.REF_OBJ_ID]);

/** References, locks and sections are the same up to ids. kernel: verifier.c refsafe() */
function refsafe(old: VerifierState, cur: VerifierState): boolean {
  if (old.refs.length !== cur.refs.length) return false;
  if (old.activeLocks !== cur.activeLocks) return false;
  if (old.activePreemptLocks !== cur.activePreemptLocks) return false;
  if (old.activeRcuLock !== cur.activeRcuLock) return false;
  // Usually there is nothing that an id could stand for.
  if ((old.activeIrqId | cur.activeIrqId | old.activeLockId | cur.activeLockId) !== 0) {
    if (!idMap.check(old.activeIrqId, cur.activeIrqId)) return false;
    if (!idMap.check(old.activeLockId, cur.activeLockId) || old.activeLockPtr !== cur.activeLockPtr) return false;
  }
  return old.refs.length === 0 || refsEqual(old, cur);
}

const refsEqual = (old: VerifierState, cur: VerifierState): boolean =>
  old.refs.every((ref, i) => {
    const other = cur.refs[i];
    if (!idMap.check(ref.id, other.id) || ref.type !== other.type) return false;
    return (ref.type & REF_TYPE_LOCK_MASK) === 0 || ref.ptr === other.ptr;
  });

/** kernel: verifier.c func_states_equal() */
function funcStatesEqual(v: Verifier, old: FuncState, cur: FuncState, insnIdx: number, exact: number): boolean {
  const live = v.aux.liveRegsBefore[insnIdx];
  if (old.callbackDepth > cur.callbackDepth) return false;
  for (let regno = 0; regno < t.MAX_BPF_REG; regno++) {
    if ((live & (1 << regno)) === 0) continue;
    if (regsafe(v, old.regs + regno * t.REG_SIZE, cur.regs + regno * t.REG_SIZE, exact)) continue;
    v.lastUncovered = regno;
    return false;
  }
  return stacksafe(v, old, cur, exact);
}

/**
 * The register that was not covered last, usually the counter of a loop, is looked at before all others: with no ids
 * known nothing is refused that would be allowed later.
 */
function isSurelyUncovered(v: Verifier, old: VerifierState, cur: VerifierState, exact: number): boolean {
  const regno = v.lastUncovered;
  if ((v.aux.liveRegsBefore[old.insnIdx] & (1 << regno)) === 0) return false;
  const isSafe = regsafe(
    v,
    old.frames[old.curframe].regs + regno * t.REG_SIZE,
    cur.frames[cur.curframe].regs + regno * t.REG_SIZE,
    exact,
  );
  idMap.reset(v.idGen);
  return !isSafe;
}

/** Does the stored state `old` cover `cur`? kernel: verifier.c states_equal() */
export function statesEqual(v: Verifier, old: VerifierState, cur: VerifierState, exact: number): boolean {
  if (old.curframe !== cur.curframe) return false;
  idMap.reset(v.idGen);
  if (isSurelyUncovered(v, old, cur, exact)) return false;
  if (old.speculative && !cur.speculative) return false;
  if (old.inSleepable !== cur.inSleepable) return false;
  if (!refsafe(old, cur)) return false;
  for (let i = 0; i <= old.curframe; i++) {
    if (old.frames[i].callsite !== cur.frames[i].callsite) return false;
    if (!funcStatesEqual(v, old.frames[i], cur.frames[i], frameInsnIdx(old, i), exact)) return false;
  }
  return true;
}

/**
 * A cheap test before `statesEqual`: registers of the innermost frame of a stored state are the same, ids included. Hot: states of a loop
 * are compared with one another over and over, and nearly always differ in its counter; so what told two states apart
 * last is looked at first. kernel: states_maybe_looping()
 */
export function statesMaybeLooping(v: Verifier, old: VerifierState, cur: VerifierState): boolean {
  const { w } = v;
  if (old.curframe !== cur.curframe) return false;
  const a = old.innermostRegs;
  const b = cur.frames[cur.curframe].regs;
  if (w[a + v.lastDifference] !== w[b + v.lastDifference]) return false;
  const difference = firstDifference(w, a, b);
  if (difference < 0) return true;
  v.lastDifference = difference;
  return false;
}

/** The first word, counted from R0's record, in which the registers of two frames differ; -1 if there is none. */
function firstDifference(w: Int32Array, a: number, b: number): number {
  for (let r = 0; r < t.REGS_SIZE; r += t.REG_SIZE) {
    for (let i = r; i <= r + t.U32MAX; i++) if (w[a + i] !== w[b + i]) return i;
    for (let i = r + t.AUX0; i <= r + t.AUX2; i++) if (w[a + i] !== w[b + i]) return i;
  }
  return -1;
}
