import type { Verifier, VerifierState } from './env.ts';

/** Looks on while a program is walked. States are only valid during the call: copy what is needed. */
export interface Tracer {
  /** Before an instruction is checked; `v.cur` is the state before it. */
  insn?(v: Verifier, insnIdx: number): void;
  /** Another path was put aside: from `v.insnIdx` to `insnIdx`. */
  push?(v: Verifier, state: VerifierState, insnIdx: number): void;
  /** A path put aside is taken up again. */
  pop?(v: Verifier, insnIdx: number, prevInsnIdx: number): void;
  /** The running path ends here because a stored state covers it. */
  pruned?(v: Verifier, by: VerifierState): void;
  /** The running path ends at an exit of the program. */
  exit?(v: Verifier): void;
  /** Registers (and, as bits 0..63 in two words, stack slots) of a frame were found to matter exactly. */
  precise?(v: Verifier, frameno: number, regs: number, slotsLow: number, slotsHigh: number): void;
  /** The program is refused at `v.insnIdx`; the reason is the end of the log. */
  reject?(v: Verifier, errno: number): void;
}
