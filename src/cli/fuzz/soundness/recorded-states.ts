/**
 * What the verifier believed before each instruction: a copy of every state that it walked, each once, in a form of its
 * own that outlives the walk.
 *
 *   word  0            then, for each frame, outermost first:
 *         FRAME_COUNT  CALLSITE  SLOT_COUNT  R0 … R10 (REG_SIZE each)  slot 0 … (SLOT_SIZE each)
 *
 * Registers and slots are records of the verifier's layout. Words that say nothing about values are 0, and ids count from
 * 1 in the order in which a state shows them; an id that only one record has is none.
 */
import { frameReg, type Verifier } from '../../../engine/verifier/env.ts';
import * as layout from '../../../engine/verifier/program/layout.ts';
import { BPF_ADD_CONST } from '../../../engine/verifier/states/linked.ts';
import { isSpilledReg } from '../../../engine/verifier/states/stack-slots.ts';
import type { Tracer } from '../../../engine/verifier/tracer.ts';

export type RecordedState = Int32Array;

export const FRAME_HEAD = 2;
export const FRAME_REGS_SIZE = FRAME_HEAD + layout.REGS_SIZE;
/** Words of a frame whose stack has so many slots. */
export const frameSize = (slots: number): number => FRAME_REGS_SIZE + slots * layout.SLOT_SIZE;

/** Types whose ids tell of their values: numbers that are equal, packets with one variable part, pointers null together. */
const hasMeaningfulId = (type: number): boolean =>
  type === layout.SCALAR_VALUE ||
  type === layout.PTR_TO_PACKET ||
  type === layout.PTR_TO_PACKET_META ||
  layout.typeMayBeNull(type);

export class RecordedStates implements Tracer {
  readonly states: RecordedState[][] = [];
  /** Registers that are read later, as bits, by instruction. */
  readonly live: number[] = [];
  private readonly known = new Map<number, RecordedState[]>();
  /** By instruction: the state that held last. A loop's next turn is in the one after it. */
  private readonly held: number[] = [];
  private scratch = new Int32Array(4096);

  insn(v: Verifier, insnIdx: number): void {
    const size = this.pack(v);
    const key = Math.imul(hashOf(this.scratch, size), 31) + insnIdx;
    const same = this.known.get(key);
    if (same?.some((state) => isSame(state, this.scratch, size))) return;
    const state = this.scratch.slice(0, size);
    if (same === undefined) this.known.set(key, [state]);
    else same.push(state);
    this.states[insnIdx] ??= [];
    this.states[insnIdx].push(state);
    this.live[insnIdx] = v.aux.liveRegsBefore[insnIdx];
  }

  /** True if one of the states before an instruction holds. */
  hold(insnIdx: number, holds: (state: RecordedState) => boolean): boolean {
    const states = this.states[insnIdx] ?? [];
    const first = this.held[insnIdx] ?? 0;
    for (let i = 0; i < states.length; i++) {
      const at = (first + i) % states.length;
      if (!holds(states[at])) continue;
      this.held[insnIdx] = at;
      return true;
    }
    return false;
  }

  /** Types that a register of the innermost frame may have before an instruction. */
  typesOf(insnIdx: number, register: number): readonly number[] {
    return this.wordsOf(insnIdx, register, layout.TYPE);
  }

  /** True if a number in a register of the innermost frame may be taken for equal to others. */
  isLinked(insnIdx: number, register: number): boolean {
    const [types, ids] = [this.typesOf(insnIdx, register), this.wordsOf(insnIdx, register, layout.ID)];
    return ids.some((id, i) => id !== 0 && types[i] === layout.SCALAR_VALUE);
  }

  private wordsOf(insnIdx: number, register: number, field: number): readonly number[] {
    return (this.states[insnIdx] ?? []).map((state) => {
      let at = 1;
      for (let frame = 1; frame < state[0]; frame++) at += frameSize(state[at + 1]);
      return state[at + FRAME_HEAD + register * layout.REG_SIZE + field];
    });
  }

  /** Writes `v.cur` to `scratch`: its size in words. */
  private pack({ cur, w }: Verifier): number {
    const size = cur.frames.reduce((sum, frame) => sum + frameSize(frame.allocatedStack >> 3), 1);
    if (size > this.scratch.length) this.scratch = new Int32Array(2 * size);
    const to = this.scratch;
    to[0] = cur.frames.length;
    let at = 1;
    for (const frame of cur.frames) {
      const slots = frame.allocatedStack >> 3;
      to[at] = frame.callsite;
      to[at + 1] = slots;
      at += FRAME_HEAD;
      to.set(w.subarray(frame.regs, frameReg(frame, layout.MAX_BPF_REG)), at);
      at += layout.REGS_SIZE;
      if (slots > 0) to.set(w.subarray(frame.stack, frame.stack + slots * layout.SLOT_SIZE), at);
      at += slots * layout.SLOT_SIZE;
    }
    forEachRecord(to, (record, isSlot) => tidyRecord(to, record, isSlot));
    numberIds(to);
    return size;
  }
}

/** Visits registers and slots: where they are, and whether it is a slot. */
function forEachRecord(state: RecordedState, visit: (record: number, isSlot: boolean) => void): void {
  let at = 1;
  for (let frame = 0; frame < state[0]; frame++) {
    const slots = state[at + 1];
    at += FRAME_HEAD;
    for (let r = 0; r < layout.MAX_BPF_REG; r++, at += layout.REG_SIZE) visit(at, false);
    for (let i = 0; i < slots; i++, at += layout.SLOT_SIZE) visit(at, true);
  }
}

/** Only what tells of the value stays. */
function tidyRecord(w: RecordedState, r: number, isSlot: boolean): void {
  const type = isSlot && !isSpilledReg(w, r) ? layout.NOT_INIT : w[r + layout.TYPE];
  if (type === layout.NOT_INIT) {
    w.fill(0, r, r + layout.REG_SIZE);
    return;
  }
  if (!hasMeaningfulId(type)) w[r + layout.ID] = 0;
  w[r + layout.REF_OBJ_ID] = 0;
  w.fill(0, r + layout.SUBREG_DEF, r + layout.AUX0);
  w.fill(0, r + layout.AUX1, r + layout.REG_SIZE);
  if (type !== layout.SCALAR_VALUE) return;
  if ((w[r + layout.ID] & BPF_ADD_CONST) === 0) w[r + layout.OFF] = 0;
  w[r + layout.AUX0] = 0;
}

/** Ids by how often they are met: numbered anew, or 0 for those met once. */
function numberIds(state: RecordedState): void {
  const met = new Map<number, number>();
  forEachRecord(state, (r) => {
    const id = state[r + layout.ID] & ~BPF_ADD_CONST;
    if (id !== 0) met.set(id, (met.get(id) ?? 0) + 1);
  });
  if (met.size === 0) return;
  const numbers = new Map<number, number>();
  forEachRecord(state, (r) => {
    const id = state[r + layout.ID];
    const base = id & ~BPF_ADD_CONST;
    if (base === 0) return;
    if (met.get(base) === 1) {
      state[r + layout.ID] = 0;
      return;
    }
    if (!numbers.has(base)) numbers.set(base, numbers.size + 1);
    state[r + layout.ID] = (numbers.get(base) ?? 0) | (id & BPF_ADD_CONST);
  });
}

function hashOf(words: Int32Array, size: number): number {
  let hash = size;
  for (let i = 0; i < size; i++) hash = Math.imul(hash ^ words[i], 0x01000193);
  return hash;
}

function isSame(state: RecordedState, words: Int32Array, size: number): boolean {
  if (state.length !== size) return false;
  for (let i = 0; i < size; i++) if (state[i] !== words[i]) return false;
  return true;
}
