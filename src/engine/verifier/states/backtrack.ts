/**
 * Precision: a stored state may cover others that differ in scalars, except where the exact value mattered later. When
 * it does matter, the path is walked backwards from there, and the registers and stack slots that the value came from
 * are marked in the stored states on the way. The running state itself needs no marks: only stored states are compared.
 */
import { EFAULT, ENOTSUPP } from '../../abi/errno.ts';
import * as bpf from '../../isa/constants.ts';
import type { FuncState, Verifier, VerifierState } from '../env.ts';
import { BPF_MAIN_FUNC, frameReg, slotAt, slotCount } from '../env.ts';
import { printVerifierState, verboseInsn } from '../log/log.ts';
import { PRECISE, SCALAR_VALUE, TYPE } from '../program/layout.ts';
import { regMaskText, stackMaskText } from '../values/number-text.ts';
import { backtrackCall, backtrackExit } from './backtrack-calls.ts';
import { BY_CALL, BY_EXIT, BY_LEGACY_LOAD, BY_MASKS, BY_STORE, FRAME } from './backtrack-regs.ts';
import {
  historyEntry,
  historyFlags,
  historyHasLinks,
  historyLinks,
  historyMatters,
  historyPrevIdx,
  INSN_F_DST_REG_STACK,
  INSN_F_SRC_REG_STACK,
  INSN_F_STACK_ACCESS,
  insnStackAccessFrameno,
  insnStackAccessSpi,
  LinkedRegs,
  lastHistoryIdx,
} from './history.ts';
import { isSpilledReg, isSpilledScalarReg } from './stack-slots.ts';

/** R1..R5 as a mask. kernel: BPF_REGMASK_ARGS */
export const REGMASK_ARGS = 0b111110;

const linked = new LinkedRegs();

/**
 * What must be precise before instruction `idx`, given what must be precise after it (`v.bt`). `subseqIdx` is the
 * instruction that ran next. -ENOTSUPP if it cannot be told. kernel: verifier.c backtrack_insn()
 */
function backtrackInsn(v: Verifier, state: VerifierState, idx: number, subseqIdx: number, entry: number): number {
  const { bt } = v;
  if (v.code.opcode[idx] === 0) return 0;
  if (v.logsAll) printStep(v, idx);
  const flags = historyFlags(state, entry);
  if (!historyHasLinks(state, entry)) return backtrackByRule(v, idx, subseqIdx, flags);
  historyLinks(state, entry, linked);
  bt.syncLinked(linked);
  const err = backtrackByRule(v, idx, subseqIdx, flags);
  if (err === 0) bt.syncLinked(linked);
  return err;
}

function printStep(v: Verifier, idx: number): void {
  const { bt } = v;
  const slots = stackMaskText(bt.slotsLow[bt.frame], bt.slotsHigh[bt.frame]);
  v.verbose(`mark_precise: frame${bt.frame}: regs=${regMaskText(bt.regMask)} stack=${slots} before ${idx}: `);
  verboseInsn(v, idx);
}

function backtrackByRule(v: Verifier, idx: number, subseqIdx: number, flags: number): number {
  switch (v.aux.backtrackRule[idx]) {
    case BY_STORE:
      return backtrackStore(v, idx, flags);
    case BY_CALL:
      return backtrackCall(v, idx, subseqIdx);
    case BY_EXIT:
      return backtrackExit(v, subseqIdx);
    default:
      return backtrackByMasks(v, idx, flags);
  }
}

/** Values come from other registers or, as the flags say, from a stack slot; pointers into the stack need no precision. */
function backtrackByMasks(v: Verifier, idx: number, flags: number): number {
  const { aux, bt, code } = v;
  if ((aux.backtrackRegs[idx] & bt.regMask) === 0) return 0;
  const pointers =
    ((flags & INSN_F_SRC_REG_STACK) === 0 ? 0 : 1 << code.src[idx]) |
    ((flags & INSN_F_DST_REG_STACK) === 0 ? 0 : 1 << code.dst[idx]);
  bt.regs[bt.frame] = (bt.regMask & ~aux.backtrackEnds[idx]) | (aux.backtrackBegins[idx] & ~pointers);
  if ((flags & INSN_F_STACK_ACCESS) !== 0) bt.setSlot(insnStackAccessFrameno(flags), insnStackAccessSpi(flags));
  return aux.backtrackRule[idx] === BY_LEGACY_LOAD ? -ENOTSUPP : 0;
}

function backtrackStore(v: Verifier, idx: number, flags: number): number {
  const { code, bt } = v;
  // A wanted scalar as the address of a store: the difference of two pointers.
  if (bt.isRegSet(code.dst[idx])) return -ENOTSUPP;
  if ((flags & INSN_F_STACK_ACCESS) === 0) return 0;
  const frame = insnStackAccessFrameno(flags);
  const spi = insnStackAccessSpi(flags);
  if (!bt.isSlotSet(frame, spi)) return 0;
  bt.clearSlot(frame, spi);
  if (bpf.classOf(code.opcode[idx]) === bpf.BPF_STX) bt.setReg(code.src[idx]);
  return 0;
}

/** Marks every scalar of all stored states behind `state`. kernel: verifier.c mark_all_scalars_precise() */
export function markAllScalarsPrecise(v: Verifier, state: VerifierState): void {
  if (v.logsAll) v.verbose(`mark_precise: frame${state.curframe}: falling back to forcing all scalars precise\n`);
  for (let st = state.parent; st !== undefined; st = st.parent) {
    for (let i = 0; i <= st.curframe; i++) forceFramePrecise(v, st.frames[i], i);
  }
}

function forceFramePrecise(v: Verifier, func: FuncState, frameno: number): void {
  for (let regno = 0; regno < bpf.BPF_REG_FP; regno++) {
    if (!becomesPrecise(v, frameReg(func, regno))) continue;
    if (v.logsAll) v.verbose(`force_precise: frame${frameno}: forcing r${regno} to be precise\n`);
  }
  for (let spi = 0; spi < slotCount(func); spi++) {
    const slot = slotAt(func, spi);
    if (!isSpilledReg(v.w, slot) || !becomesPrecise(v, slot)) continue;
    if (v.logsAll) v.verbose(`force_precise: frame${frameno}: forcing fp${-(spi + 1) * 8} to be precise\n`);
  }
}

/** Marks a scalar; false if it is none or was marked. */
function becomesPrecise(v: Verifier, record: number): boolean {
  const { w } = v;
  if (w[record + TYPE] !== SCALAR_VALUE || w[record + PRECISE] !== 0) return false;
  w[record + PRECISE] = 1;
  return true;
}

/** Forgets the marks of a state that is about to be stored. kernel: verifier.c mark_all_scalars_imprecise() */
export function markAllScalarsImprecise(v: Verifier, state: VerifierState): void {
  const { w } = v;
  for (let i = 0; i <= state.curframe; i++) {
    const func = state.frames[i];
    for (let regno = 0; regno < bpf.BPF_REG_FP; regno++) {
      const r = frameReg(func, regno);
      if (w[r + TYPE] === SCALAR_VALUE) w[r + PRECISE] = 0;
    }
    for (let spi = 0; spi < slotCount(func); spi++) {
      const slot = slotAt(func, spi);
      if (isSpilledScalarReg(w, slot)) w[slot + PRECISE] = 0;
    }
  }
}

/** The value of `regno` matters here; -1 stands for a constant, which needs nothing. kernel: verifier.c mark_chain_precision() */
export function markChainPrecision(v: Verifier, regno: number): number {
  const { bt } = v;
  if (!v.bpfCapable || regno < 0) return 0;
  bt.frame = v.cur.curframe;
  if (v.w[frameReg(v.cur.frames[bt.frame], regno) + TYPE] !== SCALAR_VALUE) {
    v.verbose('verifier bug: backtracking misuse\n');
    return -EFAULT;
  }
  bt.setReg(regno);
  return backtrackPath(v, v.cur);
}

/** The registers and slots set in `v.bt` matter at the end of `state`. kernel: verifier.c mark_chain_precision_batch() */
export function markChainPrecisionBatch(v: Verifier, state: VerifierState): number {
  if (!v.bpfCapable) return 0;
  v.bt.frame = state.curframe;
  return backtrackPath(v, state);
}

/** kernel: verifier.c __mark_chain_precision() */
function backtrackPath(v: Verifier, startingState: VerifierState): number {
  const { bt } = v;
  if (bt.isEmpty()) return 0;
  let state = startingState;
  let lastIdx = startingState.insnIdx;
  let subseqIdx = -1;
  // The instruction that needs the value is not itself looked at.
  let skipFirst = true;
  for (;;) {
    const firstIdx = state.firstInsnIdx;
    if (v.logsAll) {
      v.verbose(`mark_precise: frame${bt.frame}: last_idx ${lastIdx} first_idx ${firstIdx} subseq_idx ${subseqIdx} \n`);
    }
    if (lastIdx < 0) return backtrackedToEntry(v, state);
    const err = backtrackState(v, state, lastIdx, subseqIdx, skipFirst);
    if (err === -ENOTSUPP) return giveUp(v, startingState);
    if (err !== 0 || bt.isEmpty()) return err;
    skipFirst = false;
    if (state.parent === undefined) return giveUp(v, startingState);
    state = state.parent;
    markParent(v, state);
    if (bt.isEmpty()) return 0;
    subseqIdx = firstIdx;
    lastIdx = state.lastInsnIdx;
  }
}

function giveUp(v: Verifier, startingState: VerifierState): number {
  markAllScalarsPrecise(v, startingState);
  v.bt.reset();
  return 0;
}

/**
 * Walks the instructions of one state backwards until nothing is wanted any more or they are exhausted. Hot, as a value
 * may come from thousands of instructions before (`bench verifier` on `fnv1a` and `v_alu`): without a full log it runs
 * past what does not concern the search, and hands it on by masks where they say all.
 * kernel: verifier.c get_prev_insn_idx() and the inner loop of __mark_chain_precision()
 */
function backtrackState(
  v: Verifier,
  state: VerifierState,
  lastIdx: number,
  subseq: number,
  skipFirst: boolean,
): number {
  const { bt, aux, logsAll } = v;
  const { backtrackRegs: regs, backtrackRule, backtrackEnds, backtrackBegins } = aux;
  const first = state.firstInsnIdx;
  let end = state.historyCount;
  let recorded = lastHistoryIdx(state, end);
  let wanted = bt.regs[bt.frame];
  let subseqIdx = subseq;
  let isSkipped = skipFirst;
  for (let idx = lastIdx; ; ) {
    if (idx < 0 || idx >= v.code.length) {
      v.verbose(`verifier bug: backtracking idx ${idx}\n`);
      return -EFAULT;
    }
    const isRecorded = idx === recorded;
    const matters = isRecorded && historyMatters(state, end);
    if (!isSkipped && (logsAll || matters || (regs[idx] & (wanted | FRAME)) !== 0)) {
      if (logsAll || matters || backtrackRule[idx] !== BY_MASKS) {
        const err = backtrackInsn(v, state, idx, subseqIdx, isRecorded ? historyEntry(end) : -1);
        if (err !== 0) return err;
        wanted = bt.regs[bt.frame];
      } else {
        wanted = (wanted & ~backtrackEnds[idx]) | backtrackBegins[idx];
        bt.regs[bt.frame] = wanted;
      }
      if (wanted === 0 && bt.isEmpty()) return 0;
    }
    isSkipped = false;
    if (idx === first && (end === 0 || (end === 1 && isRecorded))) return 0;
    subseqIdx = idx;
    if (isRecorded) {
      idx = historyPrevIdx(state, historyEntry(end));
      recorded = lastHistoryIdx(state, --end);
    } else {
      idx--;
    }
    if (logsAll) continue;
    while (idx > 0 && idx !== recorded && idx !== first && (regs[idx] & (wanted | FRAME)) === 0) subseqIdx = idx--;
  }
}

/** Only arguments of a global function can be wanted where a walk began. */
function backtrackedToEntry(v: Verifier, state: VerifierState): number {
  const { bt } = v;
  const func = state.frames[0];
  const isEntry = state.curframe === 0 && func.subprogno > 0 && func.callsite === BPF_MAIN_FUNC;
  if (isEntry && !bt.hasSlots() && (bt.regMask & ~REGMASK_ARGS) === 0) {
    for (let regno = 1; regno <= 5; regno++) {
      if (!bt.isRegSet(regno)) continue;
      bt.clearReg(regno);
      const r = frameReg(func, regno);
      if (v.w[r + TYPE] !== SCALAR_VALUE) continue;
      v.w[r + PRECISE] = 1;
      bt.changed = true;
    }
    return 0;
  }
  v.verbose(
    `verifier bug: backtracking func entry subprog ${func.subprogno} reg_mask ${bt.regMask.toString(16)} stack_mask ${bt.slotsLow[bt.frame].toString(16)}\n`,
  );
  return -EFAULT;
}

/** Marks what is wanted in a stored state; what was marked before, or is no scalar, need not be followed further. */
function markParent(v: Verifier, state: VerifierState): void {
  const { bt } = v;
  for (let frameno = bt.frame; frameno >= 0; frameno--) {
    const func = state.frames[frameno];
    for (let regno = 0; regno < bpf.BPF_REG_FP; regno++) {
      if ((bt.regs[frameno] & (1 << regno)) === 0) continue;
      if (becomesPrecise(v, frameReg(func, regno))) bt.changed = true;
      else bt.clearFrameReg(frameno, regno);
    }
    markParentSlots(v, func, frameno);
    v.tracer?.precise?.(v, frameno, bt.regs[frameno], bt.slotsLow[frameno], bt.slotsHigh[frameno]);
    if (v.logsAll) printParent(v, state, frameno);
  }
}

function markParentSlots(v: Verifier, func: FuncState, frameno: number): void {
  const { bt } = v;
  if ((bt.slotsLow[frameno] | bt.slotsHigh[frameno]) === 0) return;
  for (let spi = 0; spi < 64; spi++) {
    if (!bt.isSlotSet(frameno, spi)) continue;
    const isScalar = spi < slotCount(func) && isSpilledScalarReg(v.w, slotAt(func, spi));
    if (isScalar && becomesPrecise(v, slotAt(func, spi))) bt.changed = true;
    else bt.clearSlot(frameno, spi);
  }
}

function printParent(v: Verifier, state: VerifierState, frameno: number): void {
  const { bt } = v;
  const slots = stackMaskText(bt.slotsLow[frameno], bt.slotsHigh[frameno]);
  v.verbose(`mark_precise: frame${frameno}: parent state regs=${regMaskText(bt.regs[frameno])} stack=${slots}: `);
  printVerifierState(v, state, frameno, true);
}
