/** What the verifier knows at each instruction of a program. */
export interface FactsAnswer {
  readonly program: string;
  /** Per slot of the loaded program: what was known there on each of the first paths; empty where it never came. */
  readonly insns: readonly (readonly KnownState[])[];
}

/** What is known before an instruction on one path, in the words of the verifier's log. */
export interface KnownState {
  /** R0 … R10 of the innermost frame; undefined for a register without a value. */
  readonly registers: readonly (string | undefined)[];
  /** Slots of eight bytes that hold something, by offset from r10. */
  readonly stack: readonly { readonly offset: number; readonly text: string }[];
}
