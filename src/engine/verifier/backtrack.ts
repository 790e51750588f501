/**
 * Precision: a stored state may cover others that differ in scalars, except where the exact value mattered later. When
 * it does matter, the path is walked backwards from there, and the registers and stack slots that the value came from
 * are marked in the stored states on the way. The running state itself needs no marks: only stored states are compared.
 */
import { EFAULT, ENOTSUPP } from '../abi/errno.ts';
import * as bpf from '../isa/constants.ts';
import { backtrackCall, backtrackExit } from './backtrack-calls.ts';
import { isConcerned, skipUnconcerned } from './backtrack-regs.ts';
import { isAtomicLoad } from './code.ts';
import type { FuncState, Verifier, VerifierState } from './env.ts';
import { BPF_MAIN_FUNC, frameReg, slotAt, slotCount } from './env.ts';
import {
  historyEntryAt,
  historyFlags,
  historyIdx,
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
import { PRECISE, SCALAR_VALUE, TYPE } from './layout.ts';
import { printVerifierState, verboseInsn } from './log.ts';
import { regMaskText, stackMaskText } from './number-text.ts';
import { isSpilledReg, isSpilledScalarReg } from './stack-slots.ts';

/** R1..R5 as a mask. kernel: BPF_REGMASK_ARGS */
export const REGMASK_ARGS = 0b111110;

const linked = new LinkedRegs();

/**
 * What must be precise before instruction `idx`, given what must be precise after it (`v.bt`). `subseqIdx` is the
 * instruction that ran next. -ENOTSUPP if it cannot be told. kernel: verifier.c backtrack_insn()
 */
function backtrackInsn(v: Verifier, state: VerifierState, idx: number, subseqIdx: number, entry: number): number {
  const { code, bt } = v;
  if (code.opcode[idx] === 0) return 0;
  if (v.logsAll) printStep(v, idx);
  historyLinks(state, entry, linked);
  if (linked.count > 0) bt.syncLinked(linked);
  const isFinal = backtrackByClass(v, idx, subseqIdx, historyFlags(state, entry));
  if (isFinal !== undefined) return isFinal;
  if (linked.count > 0) bt.syncLinked(linked);
  return 0;
}

function printStep(v: Verifier, idx: number): void {
  const { bt } = v;
  const slots = stackMaskText(bt.slotsLow[bt.frame], bt.slotsHigh[bt.frame]);
  v.verbose(`mark_precise: frame${bt.frame}: regs=${regMaskText(bt.regMask)} stack=${slots} before ${idx}: `);
  verboseInsn(v, idx);
}

/** undefined where linked registers must be looked at again afterwards. */
function backtrackByClass(v: Verifier, idx: number, subseqIdx: number, flags: number): number | undefined {
  const { code } = v;
  const opcode = code.opcode[idx];
  switch (bpf.classOf(opcode)) {
    case bpf.BPF_ALU:
    case bpf.BPF_ALU64:
      return backtrackAlu(v, idx);
    case bpf.BPF_LDX:
      return backtrackLoad(v, idx, flags);
    case bpf.BPF_STX:
    case bpf.BPF_ST:
      return isAtomicLoad(code, idx) ? backtrackLoad(v, idx, flags) : backtrackStore(v, idx, flags);
    case bpf.BPF_JMP:
    case bpf.BPF_JMP32:
      return backtrackJump(v, idx, subseqIdx, flags);
    default:
      return backtrackLd(v, idx);
  }
}

function backtrackAlu(v: Verifier, idx: number): number | undefined {
  const { code, bt } = v;
  const opcode = code.opcode[idx];
  const op = bpf.opOf(opcode);
  const src = code.src[idx];
  if (!bt.isRegSet(code.dst[idx])) return 0;
  if (op === bpf.BPF_END || op === bpf.BPF_NEG) return 0;
  if (op === bpf.BPF_MOV) bt.clearReg(code.dst[idx]);
  if (bpf.sourceOf(opcode) === bpf.BPF_X && src !== bpf.BPF_REG_FP) bt.setReg(src);
  return undefined;
}

/** Only a fill from the stack hands on a known scalar. */
function backtrackLoad(v: Verifier, idx: number, flags: number): number | undefined {
  const { code, bt } = v;
  if (!bt.isRegSet(code.dst[idx])) return 0;
  bt.clearReg(code.dst[idx]);
  if ((flags & INSN_F_STACK_ACCESS) === 0) return 0;
  bt.setSlot(insnStackAccessFrameno(flags), insnStackAccessSpi(flags));
  return undefined;
}

function backtrackStore(v: Verifier, idx: number, flags: number): number | undefined {
  const { code, bt } = v;
  // A wanted scalar as the address of a store: the difference of two pointers.
  if (bt.isRegSet(code.dst[idx])) return -ENOTSUPP;
  if ((flags & INSN_F_STACK_ACCESS) === 0) return 0;
  const frame = insnStackAccessFrameno(flags);
  const spi = insnStackAccessSpi(flags);
  if (!bt.isSlotSet(frame, spi)) return 0;
  bt.clearSlot(frame, spi);
  if (bpf.classOf(code.opcode[idx]) === bpf.BPF_STX) bt.setReg(code.src[idx]);
  return undefined;
}

function backtrackJump(v: Verifier, idx: number, subseqIdx: number, flags: number): number | undefined {
  const { code, bt } = v;
  const opcode = code.opcode[idx];
  const op = bpf.opOf(opcode);
  if (op === bpf.BPF_CALL) return backtrackCall(v, idx, subseqIdx);
  if (op === bpf.BPF_EXIT) return backtrackExit(v, subseqIdx);
  if (bpf.sourceOf(opcode) !== bpf.BPF_X) return undefined;
  if (!bt.isRegSet(code.dst[idx]) && !bt.isRegSet(code.src[idx])) return 0;
  if ((flags & INSN_F_SRC_REG_STACK) === 0) bt.setReg(code.src[idx]);
  if ((flags & INSN_F_DST_REG_STACK) === 0) bt.setReg(code.dst[idx]);
  return undefined;
}

function backtrackLd(v: Verifier, idx: number): number | undefined {
  const { code, bt } = v;
  if (!bt.isRegSet(code.dst[idx])) return 0;
  bt.clearReg(code.dst[idx]);
  const mode = bpf.modeOf(code.opcode[idx]);
  return mode === bpf.BPF_IND || mode === bpf.BPF_ABS ? -ENOTSUPP : undefined;
}

/** True if `idx` is where the instructions of a state begin; `end` records of the history are still ahead. */
function isFirstOf(state: VerifierState, idx: number, end: number): boolean {
  return idx === state.firstInsnIdx && (end === 0 || (end === 1 && historyIdx(state, 0) === idx));
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
 * Walks the instructions of one state backwards until nothing is wanted any more or they are exhausted.
 * kernel: verifier.c get_prev_insn_idx() and the inner loop of __mark_chain_precision()
 */
function backtrackState(
  v: Verifier,
  state: VerifierState,
  lastIdx: number,
  subseq: number,
  skipFirst: boolean,
): number {
  const { bt } = v;
  const regs = v.aux.backtrackRegs;
  let end = state.historyCount;
  let subseqIdx = subseq;
  let isSkipped = skipFirst;
  for (let idx = lastIdx; ; ) {
    if (idx < 0 || idx >= v.code.length) {
      v.verbose(`verifier bug: backtracking idx ${idx}\n`);
      return -EFAULT;
    }
    const entry = historyEntryAt(state, end, idx);
    const concerns = v.logsAll || isConcerned(regs, idx, bt.regs[bt.frame]) || historyMatters(state, entry);
    if (concerns && !isSkipped) {
      const err = backtrackInsn(v, state, idx, subseqIdx, entry);
      if (err !== 0) return err;
      if (bt.isEmpty()) return 0;
    }
    isSkipped = false;
    if (isFirstOf(state, idx, end)) return 0;
    subseqIdx = idx;
    if (entry >= 0) {
      end--;
      idx = historyPrevIdx(state, entry);
    } else {
      idx--;
    }
    if (v.logsAll || idx <= 0) continue;
    const at = skipUnconcerned(regs, idx, bt.regs[bt.frame], state.firstInsnIdx, lastHistoryIdx(state, end));
    if (at !== idx) subseqIdx = at + 1;
    idx = at;
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
