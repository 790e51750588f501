/**
 * Most instructions have no part in what backtracking looks for: they write and compare other registers. Which registers
 * concern an instruction is known before the walk, so that backtracking can run past the others.
 */
import { BPF_CALL, BPF_EXIT, BPF_JMP, BPF_JMP32, BPF_X, classOf, opOf, sourceOf } from '../isa/constants.ts';
import type { Code } from '../isa/insn.ts';
import type { Verifier } from './env.ts';

/** Set in every search: calls and exits change the frame that is looked at, whatever is wanted. */
const FRAME = 1 << 15;

/** Fills `aux.backtrackRegs`. */
export function computeBacktrackRegs({ code, aux }: Verifier): void {
  for (let i = 0; i < code.length; i++) aux.backtrackRegs[i] = backtrackRegs(code, i);
}

/** Those of an instruction that has no record in the history. */
function backtrackRegs(code: Code, i: number): number {
  const opcode = code.opcode[i];
  // The second half of a 64-bit constant.
  if (opcode === 0) return 0;
  const cls = classOf(opcode);
  if (cls !== BPF_JMP && cls !== BPF_JMP32) return 1 << code.dst[i];
  if (opOf(opcode) === BPF_CALL || opOf(opcode) === BPF_EXIT) return FRAME;
  return sourceOf(opcode) === BPF_X ? (1 << code.dst[i]) | (1 << code.src[i]) : 0;
}

/** Has the instruction at `idx` a part in what is wanted of the running frame, given as bits? */
export const isConcerned = (regs: Uint16Array, idx: number, wanted: number): boolean =>
  (regs[idx] & (wanted | FRAME)) !== 0;

/**
 * The nearest instruction from `idx` backwards that concerns a register in `wanted`, or is `firstIdx` or `recordIdx`,
 * or 0. Hot: `bench verifier` on `v_alu`.
 */
export function skipUnconcerned(
  regs: Uint16Array,
  idx: number,
  wanted: number,
  firstIdx: number,
  recordIdx: number,
): number {
  const bits = wanted | FRAME;
  let at = idx;
  while (at > 0 && at !== recordIdx && at !== firstIdx && (regs[at] & bits) === 0) at--;
  return at;
}
