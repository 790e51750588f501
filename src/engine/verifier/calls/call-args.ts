/**
 * Do the registers at a call fit the callee's BTF signature?
 * kernel: verifier.c btf_check_subprog_call(), btf_check_func_arg_match()
 */
import * as arg from '../../abi/arg-types.ts';
import { EFAULT, EINVAL } from '../../abi/errno.ts';
import type { Verifier } from '../env.ts';
import { btfPrepareFuncArgs } from '../program/func-args.ts';
import {
  baseType,
  MEM_RDONLY,
  PTR_MAYBE_NULL,
  PTR_TO_ARENA,
  PTR_TO_CTX,
  PTR_UNTRUSTED,
  REG_SIZE,
  SCALAR_VALUE,
  TYPE,
  typeMayBeNull,
} from '../program/layout.ts';
import type { SubprogArg } from '../program/subprog-info.ts';
import { refuse } from '../refuse.ts';
import { registerIsNull } from '../states/regs.ts';
import { checkFuncArgRegOff, checkRegType } from './args.ts';
import { CallArgMeta } from './call-meta.ts';
import { processDynptrFunc } from './dynptr.ts';
import { checkMemReg } from './helper-memory.ts';

/**
 * -EINVAL if registers do not fit, or nothing is known (not fatal for static functions); -EFAULT ends the walk.
 * `regs` is the offset of R0. kernel: btf_check_subprog_call()
 */
export function btfCheckSubprogCall(v: Verifier, subprogno: number, regs: number): number {
  if (!v.hasFuncInfo) return -EINVAL;
  const subprog = v.subprogs[subprogno];
  if (v.request.funcInfo[subprogno].typeId === 0) return -EFAULT;
  if (subprog.unreliable) return -EINVAL;
  const err = checkFuncArgMatch(v, subprogno, regs);
  if (err !== 0) subprog.unreliable = true;
  return err;
}

function checkFuncArgMatch(v: Verifier, subprogno: number, regs: number): number {
  const err = btfPrepareFuncArgs(v, subprogno);
  if (err !== 0) return err;
  const { args } = v.subprogs[subprogno];
  for (let i = 0; i < args.length; i++) {
    const wrong = checkArg(v, i, args[i], regs + (i + 1) * REG_SIZE);
    if (wrong !== 0) return wrong;
  }
  return 0;
}

function checkArg(v: Verifier, i: number, expected: SubprogArg, r: number): number {
  const type = v.w[r + TYPE];
  const { argType } = expected;
  if (argType === arg.ARG_ANYTHING) return type === SCALAR_VALUE ? 0 : refuse(v, `R${i + 1} is not a scalar`);
  if ((argType & PTR_UNTRUSTED) !== 0) return 0;
  if (argType === arg.ARG_PTR_TO_CTX) return checkCtxArg(v, i, r);
  if (argType === (arg.ARG_PTR_TO_DYNPTR | MEM_RDONLY)) return checkDynptrArg(v, i, argType, r);
  switch (baseType(argType)) {
    case arg.ARG_PTR_TO_MEM:
      return checkMemArg(v, i, expected, r);
    case arg.ARG_PTR_TO_ARENA:
      if (type === PTR_TO_ARENA || type === SCALAR_VALUE) return 0;
      return refuse(v, `R${i + 1} is not a pointer to arena or scalar.`);
    default:
      return checkBtfArg(v, i, expected, r);
  }
}

function checkCtxArg(v: Verifier, i: number, r: number): number {
  const err = checkFuncArgRegOff(v, r, i + 1, arg.ARG_DONTCARE);
  if (err < 0) return err;
  return v.w[r + TYPE] === PTR_TO_CTX ? 0 : refuse(v, `arg#${i} expects pointer to ctx`);
}

function checkDynptrArg(v: Verifier, i: number, argType: number, r: number): number {
  const err = checkFuncArgRegOff(v, r, i + 1, arg.ARG_PTR_TO_DYNPTR);
  return err === 0 ? processDynptrFunc(v, i + 1, -1, argType, 0) : err;
}

function checkMemArg(v: Verifier, i: number, expected: SubprogArg, r: number): number {
  const err = checkFuncArgRegOff(v, r, i + 1, arg.ARG_DONTCARE);
  if (err < 0) return err;
  if (checkMemReg(v, r, i + 1, expected.memSize) !== 0) return -EINVAL;
  if ((expected.argType & PTR_MAYBE_NULL) !== 0 || !typeMayBeNull(v.w[r + TYPE])) return 0;
  return refuse(v, `arg#${i} is expected to be non-NULL`);
}

function checkBtfArg(v: Verifier, i: number, expected: SubprogArg, r: number): number {
  if (registerIsNull(v.w, r) && typeMayBeNull(expected.argType)) return 0;
  const err = checkRegType(v, i + 1, expected.argType, expected.btfId, new CallArgMeta());
  return err === 0 ? checkFuncArgRegOff(v, r, i + 1, expected.argType) : err;
}
