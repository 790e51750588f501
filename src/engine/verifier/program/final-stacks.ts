/**
 * Stack depths as they are after the kernel has rewritten a program, or while it does: dead subprograms are gone, loops
 * that are expanded in place and `may_goto` keep their counters on the stack.
 * kernel: verifier.c optimize_bpf_loop(), opt_remove_dead_code(), do_misc_fixups()
 */

import type { Verifier } from '../env.ts';
import { isMayGoto } from './code.ts';
import { INLINE_FITS } from './loop-inline.ts';
import { subprogEnd } from './subprogs.ts';

/** R6..R8 are saved around an expanded `bpf_loop`. */
const LOOP_EXTRA = 24;
/** The counter, and with the JIT the time at which the loop began. */
const MAY_GOTO_EXTRA = 8;
const TIMED_MAY_GOTO_EXTRA = 16;

/** Bytes of stack of each subprogram that is left. */
export function finalStackDepths(v: Verifier): number[] {
  const { rewrittenTo } = v;
  if (rewrittenTo === undefined) return v.subprogs.map((subprog) => subprog.stackDepth);
  const depths: number[] = [];
  for (const [n, subprog] of v.subprogs.entries()) {
    const end = subprogEnd(v, n);
    if (isDead(v, subprog.start, end)) continue;
    const counter = end <= rewrittenTo ? mayGotoExtra(v, subprog.start, end) : 0;
    depths.push(subprog.stackDepth + loopExtra(v, subprog.start, end) + counter);
  }
  // The exception callback that the kernel adds where the program has none.
  if (rewrittenTo >= 0 && v.seenException && v.exceptionCallbackSubprog === 0) depths.push(0);
  return depths;
}

function isDead(v: Verifier, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (v.aux.seen[i] !== 0) return false;
  return true;
}

const loopExtra = (v: Verifier, start: number, end: number): number =>
  v.aux.loopInline.subarray(start, end).includes(INLINE_FITS) ? LOOP_EXTRA : 0;

function mayGotoExtra(v: Verifier, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    // A jump to the next instruction is removed.
    if (isMayGoto(v.code, i) && v.code.off[i] !== 0 && v.aux.seen[i] !== 0)
      return v.env.jit ? TIMED_MAY_GOTO_EXTRA : MAY_GOTO_EXTRA;
  }
  return 0;
}
