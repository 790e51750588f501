/** Calls of `bpf_loop` that the kernel expands in place. */

import type { Verifier } from '../env.ts';
import { reg } from '../env.ts';
import { markChainPrecision } from '../states/backtrack.ts';
import { registerIsNull } from '../states/regs.ts';

/** Flags are NULL: the loop may be expanded in place. kernel: verifier.c loop_flag_is_zero() */
function loopFlagIsZero(v: Verifier): boolean {
  const isNull = registerIsNull(v.w, reg(v, 4));
  if (isNull) markChainPrecision(v, 4);
  return isNull;
}

/** The callback and the flags have been the same each time so far. */
export const INLINE_FITS = 1;
const INLINE_UNFIT = 2;

/** kernel: verifier.c update_loop_inline_state() */
export function updateLoopInlineState(v: Verifier, subprogno: number): void {
  const { loopInline, callback } = v.aux;
  const state = loopInline[v.insnIdx];
  if (state === INLINE_UNFIT) return;
  // A loop of no turns has a callback, too.
  if (state === 0) callback[v.insnIdx] = subprogno + 1;
  const fits = loopFlagIsZero(v) && callback[v.insnIdx] === subprogno + 1;
  loopInline[v.insnIdx] = fits ? INLINE_FITS : INLINE_UNFIT;
}
