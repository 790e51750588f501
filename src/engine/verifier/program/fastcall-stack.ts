import type { FuncState, Verifier } from '../env.ts';

const S16_MIN = -0x8000;

/**
 * Stack that only spills around fast calls use must not be touched by anything else, else those spills stay.
 * kernel: verifier.c check_fastcall_stack_contract()
 */
export function checkFastcallStackContract(v: Verifier, func: FuncState, insnIdx: number, off: number): void {
  const subprog = v.subprogs[func.subprogno];
  const { aux } = v;
  if (subprog.fastcallStackOff <= off || aux.fastcallPattern[insnIdx] !== 0) return;
  subprog.fastcallStackOff = S16_MIN;
  const end = v.subprogs[func.subprogno + 1]?.start ?? v.code.length;
  aux.fastcallSpills.fill(0, subprog.start, end);
  aux.fastcallPattern.fill(0, subprog.start, end);
}
