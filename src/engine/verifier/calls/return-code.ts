/** The value a program or an asynchronous callback may end with. kernel: verifier.c check_return_code() */
import * as attach from '../../abi/attach-types.ts';
import { EACCES, EINVAL, ENOTSUPP } from '../../abi/errno.ts';
import type { ReturnRange } from '../../abi/program-types.ts';
import * as program from '../../abi/program-types.ts';
import type { Verifier } from '../env.ts';
import { reg } from '../env.ts';
import { checkRegArg, SRC_OP } from '../insns/reg-arg.ts';
import { verboseInvalidScalar } from '../log/log.ts';
import { regTypeStr } from '../log/log-names.ts';
import * as layout from '../program/layout.ts';
import { markChainPrecision } from '../states/backtrack.ts';
import { isPointerValue } from '../states/regs.ts';
import { toNumberS64 } from '../values/word64.ts';

/** Both ends of the register's range lie in [min, max]. kernel: verifier.c retval_range_within() */
export function retvalRangeWithin(w: Int32Array, r: number, min: number, max: number, is32Bit: boolean): boolean {
  const low = is32Bit ? w[r + layout.S32MIN] : toNumberS64(w, r + layout.SMIN);
  const high = is32Bit ? w[r + layout.S32MAX] : toNumberS64(w, r + layout.SMAX);
  return low >= min && high <= max;
}

/** The register is a number in the range, and matters exactly. */
function enforceRange(v: Verifier, regno: number, name: string, { min, max }: ReturnRange, where: string): number {
  const r = reg(v, regno);
  const type = v.w[r + layout.TYPE];
  if (type !== layout.SCALAR_VALUE) {
    v.verbose(`${where} the register R${regno} is not a known value (${regTypeStr(type)})\n`);
    return -EINVAL;
  }
  const isExact = v.env.rules.return_precision || !v.cur.frames[0].inAsyncCallbackFn;
  const error = isExact ? markChainPrecision(v, regno) : 0;
  if (error !== 0) return error;
  if (retvalRangeWithin(v.w, r, min, max, false)) return 0;
  verboseInvalidScalar(v, r, min, max, where, name);
  return -EINVAL;
}

/** Global functions that are walked on their own return any number. */
function checkSubprogExit(v: Verifier, regno: number): number {
  const type = v.w[reg(v, regno) + layout.TYPE];
  if (type === layout.SCALAR_VALUE) return 0;
  v.verbose(`At subprogram exit the register R${regno} is not a scalar value (${regTypeStr(type)})\n`);
  return -EINVAL;
}

/** Attach types of tracing programs that are known to return at all. */
const TRACING_ATTACH_TYPES = [
  attach.BPF_TRACE_FENTRY,
  attach.BPF_TRACE_FEXIT,
  attach.BPF_TRACE_RAW_TP,
  attach.BPF_MODIFY_RETURN,
  attach.BPF_TRACE_ITER,
];

/** The kernel function behind a LSM or struct_ops program returns nothing. */
function returnsVoid(v: Verifier): boolean {
  const isHook = v.progType === program.BPF_PROG_TYPE_LSM && v.request.expectedAttachType !== attach.BPF_LSM_CGROUP;
  if (!isHook && v.progType !== program.BPF_PROG_TYPE_STRUCT_OPS) return false;
  return v.attachTarget?.proto?.returns === 0;
}

/**
 * The program (or the callback whose outermost frame runs) ends with `regno`, called `name` in messages.
 * kernel: verifier.c check_return_code()
 */
export function checkReturnCode(v: Verifier, regno: number, name: string): number {
  const frame = v.cur.frames[0];
  const isSubprog = frame.subprogno !== 0;
  if ((!isSubprog || frame.inExceptionCallbackFn) && returnsVoid(v)) return 0;
  const error = checkRegArg(v, regno, SRC_OP);
  if (error !== 0) return error;
  if (isPointerValue(v, reg(v, regno))) {
    v.verbose(`R${regno} leaks addr as return value\n`);
    return -EACCES;
  }
  if (frame.inAsyncCallbackFn) {
    const range = { min: frame.callbackRetMin, max: frame.callbackRetMax };
    return enforceRange(v, regno, name, range, 'At async callback return');
  }
  if (isSubprog && !frame.inExceptionCallbackFn) return checkSubprogExit(v, regno);
  const { expectedAttachType } = v.request;
  if (v.progType === program.BPF_PROG_TYPE_TRACING && !TRACING_ATTACH_TYPES.includes(expectedAttachType))
    return -ENOTSUPP;
  const range = program.returnRange(v.progType, expectedAttachType);
  return range === undefined ? 0 : enforceRange(v, regno, name, range, 'At program exit');
}
