/**
 * Functions whose address is taken and that no path calls. The kernel removes them with all other dead code; an
 * address then leads to whatever function follows, and where none follows the program cannot be translated.
 * kernel: verifier.c opt_remove_dead_code(), jit_subprogs()
 */
import { EFAULT } from '../abi/errno.ts';
import { isPseudoFunc } from './code.ts';
import type { Verifier } from './env.ts';

/** 0, or a negative errno after a message. */
export function checkDeadFunctions(v: Verifier): number {
  const alive = v.subprogs.filter(({ start }) => v.aux.seen[start] !== 0);
  // A `bpf_throw` brings a function of the kernel's along.
  const hidden = v.seenException && v.exceptionCallbackSubprog === 0 ? 1 : 0;
  if (alive.length + hidden <= 1) return 0;
  const lastStart = alive[alive.length - 1].start;
  for (let i = 0; i < v.code.length; i++) {
    if (v.aux.seen[i] === 0 || !isPseudoFunc(v.code, i) || i + v.code.imm[i] + 1 <= lastStart) continue;
    v.verbose(`verifier bug: No program to jit at insn ${liveLength(v)} (subprog < 0)\n`);
    return -EFAULT;
  }
  return 0;
}

/** Instructions that are left. What the kernel expands in place makes more of them. */
function liveLength(v: Verifier): number {
  return v.aux.seen.reduce((count, seen) => count + (seen === 0 ? 0 : 1), 0);
}
