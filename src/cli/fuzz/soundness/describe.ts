/** What a machine has at a place where a recorded state does not hold it, in words. */
import * as layout from '../../../engine/verifier/program/layout.ts';
import type { Mismatch } from './contains.ts';
import type { Moment } from './moment.ts';
import { FRAME_HEAD, FRAME_REGS_SIZE, frameSize, type RecordedState } from './recorded-states.ts';

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
const pair = (w: Int32Array, at: number): string => `0x${hex(w[at + 1])}${hex(w[at])}`;

/** `R3 = 0x… in frame 0, where the state allows …` */
export function describeMismatch(state: RecordedState, moment: Moment, { frame, place }: Mismatch): string {
  let at = 1;
  for (let i = 0; i < frame; i++) at += frameSize(state[at + 1]);
  const { words } = moment.kernel.memory;
  const depth = state[0] - 1 - frame;
  if (place < layout.MAX_BPF_REG) {
    const record = at + FRAME_HEAD + place * layout.REG_SIZE;
    return `R${place} = ${pair(words, moment.registers(depth) + 2 * place)} in frame ${frame}, allowed is ${describeRecord(state, record)}`;
  }
  const slot = place - layout.MAX_BPF_REG;
  const record = at + FRAME_REGS_SIZE + slot * layout.SLOT_SIZE;
  const value = pair(words, (moment.stackTop(depth) >> 2) - 2 * (slot + 1));
  const types = hex(state[record + layout.SLOT_TYPES + 1]) + hex(state[record + layout.SLOT_TYPES]);
  return `fp-${8 * (slot + 1)} = ${value} in frame ${frame}, allowed is ${describeRecord(state, record)} in bytes of types ${types}`;
}

const describeRecord = (w: RecordedState, r: number): string =>
  [
    `type 0x${hex(w[r + layout.TYPE])} off ${w[r + layout.OFF]} id ${w[r + layout.ID]} aux ${w[r + layout.AUX0]}`,
    `var (${pair(w, r + layout.TNUM_VALUE)}; ${pair(w, r + layout.TNUM_MASK)})`,
    `u64 ${pair(w, r + layout.UMIN)}…${pair(w, r + layout.UMAX)} s64 ${pair(w, r + layout.SMIN)}…${pair(w, r + layout.SMAX)}`,
    `u32 ${hex(w[r + layout.U32MIN])}…${hex(w[r + layout.U32MAX])} s32 ${hex(w[r + layout.S32MIN])}…${hex(w[r + layout.S32MAX])}`,
  ].join(', ');
