/**
 * Comparisons of packet pointers with the packet's end: how many bytes behind a pointer may be read.
 * kernel: verifier.c try_match_pkt_pointers(), find_good_pkt_pointers()
 */
import { BPF_JGE, BPF_JGT, BPF_JLE, BPF_JLT, BPF_JMP32, BPF_X, classOf, opOf, sourceOf } from '../../isa/constants.ts';
import type { Verifier, VerifierState } from '../env.ts';
import { frameReg } from '../env.ts';
import { ID, OFF, PTR_TO_PACKET, PTR_TO_PACKET_END, PTR_TO_PACKET_META, RANGE, TYPE, UMAX } from '../program/layout.ts';
import { forEachRegInVstate } from '../states/for-each-reg.ts';
import { regIsInitPktPointer } from '../states/regs.ts';
import { AT_PKT_END, BEYOND_PKT_END, flipOpcode } from '../values/branch-taken.ts';
import { toNumberU64 } from '../values/word64.ts';

/** kernel: MAX_PACKET_OFF */
const MAX_PACKET_OFF = 0xffff;

/** `packet op end`: is it the taken path on which the packet goes on, and is the last byte excluded? */
const RULES: ReadonlyMap<number, { readonly goodIfTaken: boolean; readonly isOpen: boolean }> = new Map([
  [BPF_JGT, { goodIfTaken: false, isOpen: false }],
  [BPF_JLT, { goodIfTaken: true, isOpen: true }],
  [BPF_JGE, { goodIfTaken: false, isOpen: true }],
  [BPF_JLE, { goodIfTaken: true, isOpen: false }],
]);

/**
 * If the running jump compares a packet pointer with the end of the packet (or metadata with the packet's start),
 * both paths learn from it. False if it does not. kernel: verifier.c try_match_pkt_pointers()
 */
export function tryMatchPktPointers(v: Verifier, kept: VerifierState, taken: VerifierState): boolean {
  const { opcode, dst, src } = v.code;
  const i = v.insnIdx;
  if (sourceOf(opcode[i]) !== BPF_X || classOf(opcode[i]) === BPF_JMP32) return false;
  const func = kept.frames[kept.curframe];
  const isForward = isPacketAndEnd(v.w, frameReg(func, dst[i]), frameReg(func, src[i]));
  if (!isForward && !isPacketAndEnd(v.w, frameReg(func, src[i]), frameReg(func, dst[i]))) return false;
  const rule = RULES.get(isForward ? opOf(opcode[i]) : flipOpcode(opOf(opcode[i])));
  if (rule === undefined) return false;
  const regno = isForward ? dst[i] : src[i];
  findGoodPktPointers(v, rule.goodIfTaken ? taken : kept, frameReg(func, regno), rule.isOpen);
  markPktEnd(v, rule.goodIfTaken ? kept : taken, regno, !rule.isOpen);
  return true;
}

const isPacketAndEnd = (w: Int32Array, packet: number, end: number): boolean =>
  (w[packet + TYPE] === PTR_TO_PACKET && w[end + TYPE] === PTR_TO_PACKET_END) ||
  (w[packet + TYPE] === PTR_TO_PACKET_META && regIsInitPktPointer(w, end, PTR_TO_PACKET));

/** All pointers with the same base may be read as far as `pointer` points. kernel: find_good_pkt_pointers() */
function findGoodPktPointers(v: Verifier, state: VerifierState, pointer: number, isOpen: boolean): void {
  const off = v.w[pointer + OFF];
  const umax = toNumberU64(v.w, pointer + UMAX);
  if (off < 0 || (off === 0 && isOpen)) return;
  if (umax > MAX_PACKET_OFF || umax + off > MAX_PACKET_OFF) return;
  const range = isOpen ? off + 1 : off;
  const type = v.w[pointer + TYPE];
  const id = v.w[pointer + ID];
  forEachRegInVstate(v, state, (r) => {
    if (v.w[r + TYPE] === type && v.w[r + ID] === id) v.w[r + RANGE] = Math.max(v.w[r + RANGE], range);
  });
}

/** The pointer is at the packet's end, or behind it. kernel: verifier.c mark_pkt_end() */
function markPktEnd(v: Verifier, state: VerifierState, regno: number, isBeyond: boolean): void {
  const r = frameReg(state.frames[state.curframe], regno);
  if (v.w[r + TYPE] === PTR_TO_PACKET) v.w[r + RANGE] = isBeyond ? BEYOND_PKT_END : AT_PKT_END;
}
