/** The old packet loads. kernel: verifier.c check_ld_abs() */
import { ENOMEM } from '../../abi/errno.ts';
import { mayAccessSkb } from '../../abi/program-types.ts';
import { BPF_ABS, BPF_DW, BPF_IND, BPF_REG_0, BPF_REG_6, modeOf, sizeOf } from '../../isa/constants.ts';
import { prepareFuncExit } from '../calls/calls.ts';
import type { Verifier } from '../env.ts';
import { curRegs, markRegScratched, reg } from '../env.ts';
import { checkRegArg, clearCallerSavedRegs, SRC_OP } from '../insns/reg-arg.ts';
import * as layout from '../program/layout.ts';
import { refuse } from '../refuse.ts';
import { checkResourceLeak } from '../states/refs.ts';
import { markRegKnownZero, markRegUnknown } from '../states/regs.ts';
import { pushStack } from '../states/states.ts';
import { checkPtrOffReg } from './mem-region.ts';

/** Fields of the instruction that must be zero. */
function usesReservedFields(v: Verifier): boolean {
  const { code, insnIdx: i } = v;
  const opcode = code.opcode[i];
  if (code.dst[i] !== 0 || code.off[i] !== 0 || sizeOf(opcode) === BPF_DW) return true;
  return modeOf(opcode) === BPF_ABS && code.src[i] !== 0;
}

/**
 * The instruction at `v.insnIdx` loads packet bytes into R0; R6 is the context, R1..R5 are lost. A load beyond the packet
 * ends the program; in a subprogram that exit is a path of its own, with 0 as result. kernel: verifier.c check_ld_abs()
 */
export function checkLdAbs(v: Verifier): number {
  const { code, insnIdx: i } = v;
  if (!mayAccessSkb(v.progType)) return refuse(v, 'BPF_LD_[ABS|IND] instructions not allowed for this program type');
  if (usesReservedFields(v)) return refuse(v, 'BPF_LD_[ABS|IND] uses reserved fields');
  const error = checkRegArg(v, BPF_REG_6, SRC_OP) || checkResourceLeak(v, false, true, 'BPF_LD_[ABS|IND]');
  if (error !== 0) return error;
  const ctx = reg(v, BPF_REG_6);
  if (v.w[ctx + layout.TYPE] !== layout.PTR_TO_CTX)
    return refuse(v, 'at the time of BPF_LD_ABS|IND R6 != pointer to skb');
  if (modeOf(code.opcode[i]) === BPF_IND) {
    const unread = checkRegArg(v, code.src[i], SRC_OP);
    if (unread !== 0) return unread;
  }
  const moved = checkPtrOffReg(v, ctx, BPF_REG_6);
  if (moved !== 0) return moved;
  clearCallerSavedRegs(v, curRegs(v));
  markRegUnknown(v, reg(v, BPF_REG_0));
  v.w[reg(v, BPF_REG_0) + layout.SUBREG_DEF] = i + 1;
  return v.cur.curframe === 0 ? 0 : exploreHiddenExit(v);
}

/** The path on which the load failed and the subprogram returned 0. */
function exploreHiddenExit(v: Verifier): number {
  const branch = pushStack(v, v.insnIdx + 1, v.insnIdx, false);
  if (branch === undefined) return -ENOMEM;
  markRegScratched(v, BPF_REG_0);
  const r0 = reg(v, BPF_REG_0);
  markRegKnownZero(v, r0);
  v.w[r0 + layout.TYPE] = layout.SCALAR_VALUE;
  const error = prepareFuncExit(v);
  if (error === 0) v.insnIdx--;
  return error;
}
