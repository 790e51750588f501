/** Calls of helpers. kernel: verifier.c check_helper_call() */

import * as attach from '../../abi/attach-types.ts';
import { EACCES, EINVAL, ENOMEM, ENOTSUPP } from '../../abi/errno.ts';
import type { HelperProto } from '../../abi/helpers.ts';
import { HELPER_COUNT, helperName } from '../../abi/helpers.ts';
import {
  BPF_F_RDONLY_PROG,
  BPF_MAP_TYPE_PROG_ARRAY,
  BPF_MAP_TYPE_SOCKHASH,
  BPF_MAP_TYPE_SOCKMAP,
  helperTakesMap,
} from '../../abi/map-types.ts';
import * as program from '../../abi/program-types.ts';
import { BPF_B } from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { curRegs, markRegScratched, reg } from '../env.ts';
import { clearCallerSavedRegs } from '../insns/reg-arg.ts';
import { checkMemAccess } from '../memory/access.ts';
import { BPF_WRITE } from '../memory/access-types.ts';
import { CALL_MAP_POISON } from '../program/insn-aux.ts';
import * as layout from '../program/layout.ts';
import { inRcuCs, inSleepableContext } from '../program/sections.ts';
import { refuse } from '../refuse.ts';
import { markChainPrecision } from '../states/backtrack.ts';
import { getHelperProto, helperChangesPktData } from '../states/call-summary.ts';
import { forEachRegInVstate } from '../states/for-each-reg.ts';
import { releaseReference, releaseReferenceNomark } from '../states/refs.ts';
import { isRegConst, markRegInvalid, markRegUnknown, registerIsNull } from '../states/regs.ts';
import { pushStack } from '../states/states.ts';
import { TNUM } from '../values/tnum.ts';
import { toNumberU64 } from '../values/word64.ts';
import { argTypeIsDynptr, checkFuncArg } from './args.ts';
import { CallArgMeta } from './call-meta.ts';
import { clearAllPktPointers, prepareFuncExit } from './calls.ts';
import { unmarkStackSlotsDynptr } from './dynptr.ts';
import type { Effects } from './helper-effects.ts';
import { applyHelperEffects } from './helper-effects.ts';
import * as id from './helper-ids.ts';
import { setHelperResult } from './helper-result.ts';

/** One for all calls: nothing is allocated per call. */
const meta = new CallArgMeta();

const nameOf = (funcId: number): string => `${helperName(funcId)}#${funcId}`;

const isIterator = (v: Verifier): boolean =>
  v.progType === program.BPF_PROG_TYPE_TRACING && v.request.expectedAttachType === attach.BPF_TRACE_ITER;

const SK_STORAGE: ReadonlySet<number> = new Set([id.BPF_FUNC_SK_STORAGE_GET, id.BPF_FUNC_SK_STORAGE_DELETE]);
/** kernel: bpf_sk_storage_tracing_allowed() */
const WITH_SK_STORAGE: ReadonlySet<number> = new Set([
  attach.BPF_TRACE_RAW_TP,
  attach.BPF_TRACE_FENTRY,
  attach.BPF_TRACE_FEXIT,
]);

/** The attach point is one where the helper is safe. kernel: bpf_func_proto.allowed */
function isAllowedHere(v: Verifier, funcId: number): boolean {
  if (isIterator(v)) return true;
  return (
    v.progType === program.BPF_PROG_TYPE_TRACING &&
    SK_STORAGE.has(funcId) &&
    WITH_SK_STORAGE.has(v.request.expectedAttachType)
  );
}

/** May the program call this helper, and here? */
function checkAllowed(v: Verifier, proto: HelperProto): number {
  if (proto.gplOnly && !program.isGplCompatible(v.request.license))
    return refuse(v, 'cannot call GPL-restricted function from non-GPL compatible program');
  if (proto.restricted && !isAllowedHere(v, proto.id)) return refuse(v, 'helper call is not allowed in probe');
  if (!proto.mightSleep) return 0;
  const { cur } = v;
  if (!cur.inSleepable) return refuse(v, 'helper call might sleep in a non-sleepable prog');
  const name = `sleepable helper ${nameOf(proto.id)}`;
  if (cur.activeRcuLock) return refuse(v, `${name} in rcu_read_lock region`);
  if (cur.activePreemptLocks !== 0) return refuse(v, `${name} in non-preemptible region`);
  return cur.activeIrqId === 0 ? 0 : refuse(v, `${name} in IRQ-disabled region`);
}

const RECORDS_MAP: ReadonlySet<number> = new Set([
  id.BPF_FUNC_TAIL_CALL,
  id.BPF_FUNC_MAP_LOOKUP_ELEM,
  id.BPF_FUNC_MAP_UPDATE_ELEM,
  id.BPF_FUNC_MAP_DELETE_ELEM,
  id.BPF_FUNC_MAP_PUSH_ELEM,
  id.BPF_FUNC_MAP_POP_ELEM,
  id.BPF_FUNC_MAP_PEEK_ELEM,
  id.BPF_FUNC_FOR_EACH_MAP_ELEM,
  id.BPF_FUNC_REDIRECT_MAP,
  id.BPF_FUNC_MAP_LOOKUP_PERCPU_ELEM,
]);

const CHANGES_MAP: ReadonlySet<number> = new Set([
  id.BPF_FUNC_MAP_DELETE_ELEM,
  id.BPF_FUNC_MAP_UPDATE_ELEM,
  id.BPF_FUNC_MAP_PUSH_ELEM,
  id.BPF_FUNC_MAP_POP_ELEM,
]);

/** Remembers the map if it is the same on all paths. kernel: verifier.c record_func_map() */
function recordFuncMap(v: Verifier, funcId: number): number {
  if (!RECORDS_MAP.has(funcId)) return 0;
  const { callMap } = v.aux;
  if ((v.mapTable[meta.mapPtr - 1].flags & BPF_F_RDONLY_PROG) !== 0 && CHANGES_MAP.has(funcId))
    return refuse(v, 'write into map forbidden', EACCES);
  const known = callMap[v.insnIdx];
  if (known === 0) callMap[v.insnIdx] = meta.mapPtr;
  else if (known !== meta.mapPtr) callMap[v.insnIdx] = CALL_MAP_POISON;
  return 0;
}

/** A constant index of a tail call matters exactly. kernel: verifier.c record_func_key() */
function recordFuncKey(v: Verifier, funcId: number): number {
  if (funcId !== id.BPF_FUNC_TAIL_CALL) return 0;
  const map = v.mapTable[meta.mapPtr - 1];
  if (map.type !== BPF_MAP_TYPE_PROG_ARRAY) {
    v.verbose('expected prog array map for tail call');
    return -EINVAL;
  }
  const index = reg(v, 3);
  const isInside = isRegConst(v.w, index, false) && toNumberU64(v.w, index + TNUM) < map.maxEntries;
  return isInside ? markChainPrecision(v, 3) : 0;
}

/** The helper fills the buffer that `meta` notes, byte by byte. */
function writeRawMemory(v: Verifier): number {
  for (let i = 0; i < meta.accessSize; i++) {
    const error = checkMemAccess(v, v.insnIdx, meta.regno, i, BPF_B, BPF_WRITE, -1, false, false);
    if (error !== 0) return error;
  }
  return 0;
}

/** The pointer put into the map is gone; under RCU a per-CPU object stays readable. */
function releaseXchgSource(v: Verifier, refObjId: number): number {
  const inRcu = inRcuCs(v);
  const error = releaseReferenceNomark(v.cur, refObjId);
  if (error !== 0) return error;
  const percpu = layout.MEM_ALLOC | layout.MEM_PERCPU;
  forEachRegInVstate(v, v.cur, (r) => {
    if (v.w[r + layout.REF_OBJ_ID] !== refObjId) return;
    if (!inRcu || (v.w[r + layout.TYPE] & percpu) !== percpu) {
      markRegInvalid(v, r);
      return;
    }
    v.w[r + layout.REF_OBJ_ID] = 0;
    v.w[r + layout.TYPE] = (v.w[r + layout.TYPE] & ~layout.MEM_ALLOC) | layout.MEM_RCU;
  });
  return 0;
}

/** Gives back what the call releases. */
function releaseArgument(v: Verifier, proto: HelperProto): number {
  if (meta.releaseRegno === 0) return 0;
  const r = reg(v, meta.releaseRegno);
  let error = -EINVAL;
  if (argTypeIsDynptr(proto.args[meta.releaseRegno - 1])) error = unmarkStackSlotsDynptr(v, r);
  else if (proto.id === id.BPF_FUNC_KPTR_XCHG && meta.refObjId !== 0) error = releaseXchgSource(v, meta.refObjId);
  else if (meta.refObjId !== 0) error = releaseReference(v, meta.refObjId);
  else if (registerIsNull(v.w, r)) error = 0;
  if (error !== 0) v.verbose(`func ${nameOf(proto.id)} reference has not been acquired before\n`);
  return error;
}

/** Program types in which no socket can be locked. */
const UPDATES_SOCKMAP: ReadonlySet<number> = new Set([
  program.BPF_PROG_TYPE_SOCKET_FILTER,
  program.BPF_PROG_TYPE_SCHED_CLS,
  program.BPF_PROG_TYPE_SCHED_ACT,
  program.BPF_PROG_TYPE_XDP,
  program.BPF_PROG_TYPE_SK_REUSEPORT,
  program.BPF_PROG_TYPE_FLOW_DISSECTOR,
  program.BPF_PROG_TYPE_SK_LOOKUP,
]);

/** kernel: verifier.c may_update_sockmap() */
function mayUpdateSockmap(v: Verifier, funcId: number): boolean {
  if (UPDATES_SOCKMAP.has(v.progType) || isIterator(v)) return true;
  if (v.progType === program.BPF_PROG_TYPE_SOCK_OPS && funcId === id.BPF_FUNC_MAP_DELETE_ELEM) return true;
  v.verbose('cannot update sockmap in this context\n');
  return false;
}

/** Does the helper work on this type of map? kernel: verifier.c check_map_func_compatibility() */
function checkMapFuncCompatibility(v: Verifier, proto: HelperProto): number {
  if (meta.mapPtr === 0) return 0;
  const { type } = v.mapTable[meta.mapPtr - 1];
  const isSockmap = type === BPF_MAP_TYPE_SOCKMAP || type === BPF_MAP_TYPE_SOCKHASH;
  const changes = proto.id === id.BPF_FUNC_MAP_UPDATE_ELEM || proto.id === id.BPF_FUNC_MAP_DELETE_ELEM;
  const isRefused = isSockmap && changes && !mayUpdateSockmap(v, proto.id);
  if (isRefused || !helperTakesMap(proto.name, type))
    return refuse(v, `cannot pass map_type ${type} into func ${nameOf(proto.id)}`);
  if (proto.id === id.BPF_FUNC_TAIL_CALL && v.subprogs.length > 1 && !v.env.jit)
    return refuse(v, 'mixing of tail_calls and bpf-to-bpf calls is not supported');
  return 0;
}

/** kernel: verifier.c check_get_func_ip() */
function checkGetFuncIp(v: Verifier): number {
  const name = `func ${nameOf(id.BPF_FUNC_GET_FUNC_IP)}`;
  if (v.progType === program.BPF_PROG_TYPE_KPROBE) return 0;
  if (v.progType !== program.BPF_PROG_TYPE_TRACING)
    return refuse(v, `${name} not supported for program type ${v.progType}`, ENOTSUPP);
  const at = v.request.expectedAttachType;
  const hasTrampoline =
    at === attach.BPF_TRACE_FENTRY || at === attach.BPF_TRACE_FEXIT || at === attach.BPF_MODIFY_RETURN;
  return hasTrampoline ? 0 : refuse(v, `${name} supported only for fentry/fexit/fmod_ret programs`, ENOTSUPP);
}

/** A tail call that succeeds ends the subprogram, with whatever the other program returns. */
function exploreTailCall(v: Verifier): number {
  markRegScratched(v, 0);
  if (pushStack(v, v.insnIdx + 1, v.insnIdx, false) === undefined) return -ENOMEM;
  clearAllPktPointers(v);
  markRegUnknown(v, reg(v, 0));
  const error = prepareFuncExit(v);
  if (error === 0) v.insnIdx--;
  return error;
}

/** R1..R5 are lost and R0 is set. */
function finishCall(v: Verifier, proto: HelperProto, effects: Effects): number {
  clearCallerSavedRegs(v, curRegs(v));
  v.w[reg(v, 0) + layout.SUBREG_DEF] = 0;
  const error = setHelperResult(v, proto, meta, effects.returnsOwnPercpu) || checkMapFuncCompatibility(v, proto);
  if (error !== 0) return error;
  if (proto.id === id.BPF_FUNC_GET_FUNC_IP) {
    const refused = checkGetFuncIp(v);
    if (refused !== 0) return refused;
  }
  if (proto.id === id.BPF_FUNC_TAIL_CALL) {
    if (v.cur.curframe === 0) effects.changesData = false;
    else {
      const ended = exploreTailCall(v);
      if (ended !== 0) return ended;
    }
  }
  if (effects.changesData) clearAllPktPointers(v);
  return 0;
}

/** The instruction at `v.insnIdx` calls a helper. kernel: verifier.c check_helper_call() */
export function checkHelperCall(v: Verifier): number {
  const funcId = v.code.imm[v.insnIdx];
  if (funcId < 0 || funcId > HELPER_COUNT) return refuse(v, `invalid func ${nameOf(funcId)}`);
  const proto = getHelperProto(v, funcId);
  if (proto === undefined) return refuse(v, `program of this type cannot use helper ${nameOf(funcId)}`);
  const refused = checkAllowed(v, proto);
  if (refused !== 0) return refused;
  if (!inSleepableContext(v)) v.aux.nonSleepable[v.insnIdx] = 1;
  meta.reset(funcId, proto.packetAccess);
  for (let index = 0; index < 5; index++) {
    const error = checkFuncArg(v, index, proto, meta, v.insnIdx);
    if (error !== 0) return error;
  }
  const effects: Effects = { changesData: helperChangesPktData(funcId), returnsOwnPercpu: false };
  return (
    recordFuncMap(v, funcId) ||
    recordFuncKey(v, funcId) ||
    writeRawMemory(v) ||
    releaseArgument(v, proto) ||
    applyHelperEffects(v, proto, meta, effects) ||
    finishCall(v, proto, effects)
  );
}
