import { EACCES, EINVAL } from '../../abi/errno.ts';
import { BPF_REG_FP } from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { MAX_BPF_REG, NOT_INIT, REG_SIZE, TYPE } from '../program/layout.ts';
import { markRegUnknown } from '../states/regs.ts';

/** How an instruction uses a register. kernel: enum reg_arg_type */
export const SRC_OP = 0;
export const DST_OP = 1;
/** Written, but whoever asks says with what. */
export const DST_OP_NO_MARK = 2;

/**
 * May the instruction use register `regno` of the running frame in this way? A written register becomes unknown
 * (DST_OP). kernel: verifier.c check_reg_arg()
 */
export function checkRegArg(v: Verifier, regno: number, use: number): number {
  return checkRegArgOf(v, v.cur.frames[v.cur.curframe].regs, regno, use);
}

/** The same for the registers of any frame, given by the offset of R0. kernel: verifier.c __check_reg_arg() */
function checkRegArgOf(v: Verifier, regs: number, regno: number, use: number): number {
  if (regno >= MAX_BPF_REG) {
    v.verbose(`R${regno} is invalid\n`);
    return -EINVAL;
  }
  v.scratchedRegs |= 1 << regno;
  const reg = regs + regno * REG_SIZE;
  if (use === SRC_OP) {
    if (v.w[reg + TYPE] !== NOT_INIT) return 0;
    v.verbose(`R${regno} !read_ok\n`);
    return -EACCES;
  }
  if (regno === BPF_REG_FP) {
    v.verbose('frame pointer is read only\n');
    return -EACCES;
  }
  if (use === DST_OP) markRegUnknown(v, reg);
  return 0;
}

/**
 * Do both registers hold values? What checkRegArg() would say of an instruction that was found right before, without
 * calls and messages; both registers count as used.
 */
export function areReadable(v: Verifier, a: number, b: number): boolean {
  const { regs } = v.cur.frames[v.cur.curframe];
  v.scratchedRegs |= (1 << a) | (1 << b);
  return v.w[regs + a * REG_SIZE + TYPE] !== NOT_INIT && v.w[regs + b * REG_SIZE + TYPE] !== NOT_INIT;
}

/** R0..R5 are gone after a call. kernel: verifier.c clear_caller_saved_regs() */
export function clearCallerSavedRegs(v: Verifier, regs: number): void {
  v.w.copyWithin(regs, v.freshRegs, v.freshRegs + CALLER_SAVED_REGS * REG_SIZE);
  v.scratchedRegs |= CALLER_SAVED_MASK;
}

const CALLER_SAVED_REGS = 6;
const CALLER_SAVED_MASK = (1 << CALLER_SAVED_REGS) - 1;
