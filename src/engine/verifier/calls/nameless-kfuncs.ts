/** Calls of kernel functions without an id: a loader leaves them where code is dead. kernel: verifier.c fixup_kfunc_call() */
import { EINVAL } from '../../abi/errno.ts';
import type { Verifier } from '../env.ts';
import { isPseudoKfuncCall } from '../program/code.ts';

/** One that is not dead: 0, or a negative errno after a message. */
export function checkNamelessKfuncs(v: Verifier): number {
  for (let i = 0; i < v.code.length; i++) {
    if (v.aux.seen[i] === 0 || v.code.imm[i] !== 0 || !isPseudoKfuncCall(v.code, i)) continue;
    v.verbose('invalid kernel function call not eliminated in verifier pass\n');
    return -EINVAL;
  }
  return 0;
}
