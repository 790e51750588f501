/** What single helpers do beside checking their arguments and setting R0. kernel: the switch of verifier.c check_helper_call() */
import * as attach from '../../abi/attach-types.ts';
import { BPF_DYNPTR_TYPE_SKB, BPF_DYNPTR_TYPE_SKB_META } from '../../abi/dynptr-types.ts';
import { EACCES, EFAULT, EINVAL } from '../../abi/errno.ts';
import type { HelperProto } from '../../abi/helpers.ts';
import { BPF_PROG_TYPE_LSM } from '../../abi/program-types.ts';
import { isComposite } from '../../btf/types.ts';
import type { Verifier } from '../env.ts';
import { btfOf, curFunc, mapOf, reg } from '../env.ts';
import { regTypeStr } from '../log/log-names.ts';
import * as layout from '../program/layout.ts';
import { updateLoopInlineState } from '../program/loop-inline.ts';
import { refuse } from '../refuse.ts';
import { markChainPrecision } from '../states/backtrack.ts';
import { checkResourceLeak } from '../states/refs.ts';
import { registerIsNull } from '../states/regs.ts';
import { TNUM } from '../values/tnum.ts';
import { toNumberU64 } from '../values/word64.ts';
import { argTypeIsDynptr } from './args.ts';
import { checkFormat } from './bprintf.ts';
import type { CallArgMeta } from './call-meta.ts';
import {
  setFindVmaCallbackState,
  setLoopCallbackState,
  setMapElemCallbackState,
  setTimerCallbackState,
  setUserRingbufCallbackState,
} from './callbacks.ts';
import { pushCallbackCall } from './calls.ts';
import { dynptrGetType, dynptrId, dynptrRefObjId } from './dynptr.ts';
import * as id from './helper-ids.ts';
import { constMapOffset } from './map-args.ts';

/** What the rest of the call must know. */
export interface Effects {
  /** Packet pointers become invalid. */
  changesData: boolean;
  /** The per-CPU pointer is one of the program's own allocations. */
  returnsOwnPercpu: boolean;
}

/** One more turn of the loop is walked, unless all turns have been. */
function startLoop(v: Verifier, subprogno: number): number {
  updateLoopInlineState(v, subprogno);
  const error = markChainPrecision(v, 1);
  if (error !== 0) return error;
  const frame = curFunc(v);
  if (frame.callbackDepth < toNumberU64(v.w, reg(v, 1) + layout.UMAX))
    return pushCallbackCall(v, v.insnIdx, subprogno, setLoopCallbackState);
  frame.callbackDepth = 0;
  if (v.logsAll) v.verbose(`frame${v.cur.curframe} bpf_loop iteration limit reached\n`);
  return 0;
}

/** kernel: verifier.c check_bpf_snprintf_call() */
function checkSnprintf(v: Verifier): number {
  const length = v.w[reg(v, 5) + TNUM];
  if (length % 8 !== 0) return -EINVAL;
  const format = reg(v, 3);
  const { frozen } = mapOf(v, format);
  if (frozen === undefined) return refuse(v, 'failed to retrieve map value address', EFAULT);
  const error = checkFormat(frozen.subarray(constMapOffset(v, format)), length / 8);
  return error === 0 ? 0 : refuse(v, 'Invalid format string', -error);
}

const dynptrArg = (v: Verifier, proto: HelperProto): number => reg(v, proto.args.findIndex(argTypeIsDynptr) + 1);

/** The slice belongs to its dynptr, and to what that refers to. */
function noteDynptr(v: Verifier, proto: HelperProto, meta: CallArgMeta): number {
  const r = dynptrArg(v, proto);
  meta.dynptrId = dynptrId(v, r);
  meta.refObjId = dynptrRefObjId(v, r);
  return 0;
}

function checkPercpuPointer(v: Verifier, effects: Effects): number {
  const r = reg(v, 1);
  if ((v.w[r + layout.TYPE] & layout.MEM_RCU) === 0) return 0;
  const type = btfOf(v, r).type(v.w[r + layout.BTF_ID]);
  if (type === undefined || !isComposite(type)) return refuse(v, 'Helper has invalid btf/btf_id in R1', EFAULT);
  effects.returnsOwnPercpu = true;
  v.aux.callWithPercpuAllocPtr[v.insnIdx] = 1;
  return 0;
}

function checkSetRetval(v: Verifier): number {
  const isCgroupLsm = v.progType === BPF_PROG_TYPE_LSM && v.request.expectedAttachType === attach.BPF_LSM_CGROUP;
  if (!isCgroupLsm || v.attachTarget?.proto?.returns !== 0) return 0;
  return refuse(v, "BPF_LSM_CGROUP that attach to void LSM hooks can't modify return value!");
}

/** Checks and callbacks of particular helpers; 0 or an errno. */
export function applyHelperEffects(v: Verifier, proto: HelperProto, meta: CallArgMeta, effects: Effects): number {
  const callBack = (setState: typeof setLoopCallbackState): number =>
    pushCallbackCall(v, v.insnIdx, meta.subprogno, setState);
  switch (proto.id) {
    case id.BPF_FUNC_TAIL_CALL:
      return checkResourceLeak(v, false, true, 'tail_call');
    case id.BPF_FUNC_GET_LOCAL_STORAGE:
      if (registerIsNull(v.w, reg(v, 2))) return 0;
      return refuse(v, "get_local_storage() doesn't support non-zero flags");
    case id.BPF_FUNC_FOR_EACH_MAP_ELEM:
      return callBack(setMapElemCallbackState);
    case id.BPF_FUNC_TIMER_SET_CALLBACK:
      return callBack(setTimerCallbackState);
    case id.BPF_FUNC_FIND_VMA:
      return callBack(setFindVmaCallbackState);
    case id.BPF_FUNC_USER_RINGBUF_DRAIN:
      return callBack(setUserRingbufCallbackState);
    case id.BPF_FUNC_LOOP:
      return startLoop(v, meta.subprogno);
    case id.BPF_FUNC_SNPRINTF:
      return checkSnprintf(v);
    case id.BPF_FUNC_DYNPTR_FROM_MEM: {
      const type = v.w[reg(v, 1) + layout.TYPE];
      if (type === layout.PTR_TO_MAP_VALUE) return 0;
      return refuse(v, `Unsupported reg type ${regTypeStr(type)} for bpf_dynptr_from_mem data`, EACCES);
    }
    case id.BPF_FUNC_SET_RETVAL:
      return checkSetRetval(v);
    case id.BPF_FUNC_DYNPTR_DATA:
      return noteDynptr(v, proto, meta);
    case id.BPF_FUNC_DYNPTR_WRITE: {
      const type = dynptrGetType(v, dynptrArg(v, proto));
      if (type === BPF_DYNPTR_TYPE_SKB || type === BPF_DYNPTR_TYPE_SKB_META) effects.changesData = true;
      return 0;
    }
    case id.BPF_FUNC_PER_CPU_PTR:
    case id.BPF_FUNC_THIS_CPU_PTR:
      return checkPercpuPointer(v, effects);
    default:
      return 0;
  }
}
