import type { Verifier } from '../env.ts';

/**
 * The walk really comes to the instruction. What only mispredicted branches reach stays dead code.
 * kernel: verifier.c sanitize_mark_insn_seen()
 */
export function markInsnSeen(v: Verifier): void {
  if (!v.cur.speculative) v.aux.seen[v.insnIdx] = v.passCnt;
}
