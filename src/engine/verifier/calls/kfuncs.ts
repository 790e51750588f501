/**
 * Calls of kernel functions (kfuncs). kernel: verifier.c check_kfunc_call()
 */
import { EACCES, EFAULT, EINVAL, ENOMEM, ENOTSUPP } from '../../abi/errno.ts';
import * as kf from '../../abi/kfuncs.ts';
import { isGplCompatible } from '../../abi/program-types.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import { structMeta } from '../../btf/fields.ts';
import { BPF_REG_2 } from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { curRegs, frameReg, reg } from '../env.ts';
import { clearCallerSavedRegs } from '../insns/reg-arg.ts';
import { isPseudoKfuncCall } from '../program/code.ts';
import {
  MEM_RCU,
  PTR_MAYBE_NULL,
  PTR_UNTRUSTED,
  REF_OBJ_ID,
  S32MAX,
  S32MIN,
  SMAX,
  SMIN,
  STACK_ITER,
  STACK_SPILL,
  SUBREG_DEF,
  TYPE,
} from '../program/layout.ts';
import { inRcuCs, inSleepable, inSleepableContext } from '../program/sections.ts';
import { refuse } from '../refuse.ts';
import { forEachRegInVstate } from '../states/for-each-reg.ts';
import { releaseReference } from '../states/refs.ts';
import { markRegUnknown } from '../states/regs.ts';
import { pushStack } from '../states/states.ts';
import { regBoundsSanityCheck } from '../values/bounds.ts';
import { regBoundsSync } from '../values/bounds-sync.ts';
import { setS32 } from '../values/word64.ts';
import { setTaskWorkScheduleCallbackState, setTimerCallbackState } from './callbacks.ts';
import type { SetCalleeState } from './calls.ts';
import { clearAllPktPointers, pushCallbackCall } from './calls.ts';
import { unmarkStackSlotsDynptr } from './dynptr.ts';
import { processIterNextCall } from './iters.ts';
import { checkKfuncArgs } from './kfunc-args.ts';
import { refConvertOwningNonOwning, setRbtreeAddCallbackState } from './kfunc-graph.ts';
import { calledKfunc, checkKfuncExists, fetchKfuncArgMeta, type KfuncMeta } from './kfunc-meta.ts';
import { markKfuncResult } from './kfunc-return.ts';
import { inRbtreeLockRequiredCb } from './locks.ts';
import { checkReturnCode } from './return-code.ts';

const MAX_ERRNO = 4095;

const LIST_KFUNCS = [
  'bpf_list_push_front_impl',
  'bpf_list_push_back_impl',
  'bpf_list_pop_front',
  'bpf_list_pop_back',
  'bpf_list_front',
  'bpf_list_back',
];

const RBTREE_KFUNCS = [
  'bpf_rbtree_add_impl',
  'bpf_rbtree_remove',
  'bpf_rbtree_first',
  'bpf_rbtree_root',
  'bpf_rbtree_left',
  'bpf_rbtree_right',
];

/** Functions that may be called while a lock is held. kernel: verifier.c kfunc_spin_allowed() */
const SPIN_ALLOWED: ReadonlySet<string> = new Set([
  ...LIST_KFUNCS,
  ...RBTREE_KFUNCS,
  'bpf_refcount_acquire_impl',
  'bpf_iter_num_new',
  'bpf_iter_num_next',
  'bpf_iter_num_destroy',
  'bpf_res_spin_lock',
  'bpf_res_spin_unlock',
  'bpf_res_spin_lock_irqsave',
  'bpf_res_spin_unlock_irqrestore',
]);

/** Functions that take a callback, and how it is entered. */
const CALLBACKS: ReadonlyMap<string, SetCalleeState> = new Map([
  ['bpf_rbtree_add_impl', setRbtreeAddCallbackState],
  ['bpf_wq_set_callback_impl', setTimerCallbackState],
  ['bpf_task_work_schedule_signal_impl', setTaskWorkScheduleCallbackState],
  ['bpf_task_work_schedule_resume_impl', setTaskWorkScheduleCallbackState],
]);

/** Functions that hand an object over to a list or tree. */
const INSERTIONS: ReadonlySet<string> = new Set([
  'bpf_list_push_front_impl',
  'bpf_list_push_back_impl',
  'bpf_rbtree_add_impl',
]);

/** What passes over the program need to know of a call. */
export interface KfuncTraits {
  readonly numParams: number;
  readonly isVoid: boolean;
  readonly fastcall: boolean;
  readonly isIterNext: boolean;
  readonly sleepable: boolean;
  readonly changesPktData: boolean;
}

const SYNC_CALLBACK = 'bpf_rbtree_add_impl';

/** By its id alone, whether the program may call it or not. kernel: verifier.c is_sync_callback_calling_kfunc() */
export const callsSyncCallback = (v: Verifier, i: number): boolean => calledKfunc(v, i) === SYNC_CALLBACK;

/** kernel: verifier.c is_async_callback_calling_kfunc() */
export function callsAsyncCallback(v: Verifier, i: number): boolean {
  const name = calledKfunc(v, i);
  return name !== SYNC_CALLBACK && CALLBACKS.has(name);
}

/** Of the call at `i`; undefined if there is no such function, or not for this program. */
export function kfuncTraits(v: Verifier, i: number): KfuncTraits | undefined {
  const name = calledKfunc(v, i);
  const flags = kf.kfuncFlags(name, v.progType, v.request.expectedAttachType);
  const proto = vmlinuxBtf().proto(v.code.imm[i]);
  if (flags === undefined || proto === undefined) return undefined;
  return {
    numParams: proto.params.length,
    isVoid: proto.returns === 0,
    fastcall: (flags & kf.KF_FASTCALL) !== 0,
    isIterNext: (flags & kf.KF_ITER_NEXT) !== 0,
    sleepable: (flags & kf.KF_SLEEPABLE) !== 0,
    changesPktData: name === 'bpf_xdp_pull_data',
  };
}

/** kernel: verifier.c is_bpf_throw_kfunc() */
export const isBpfThrowKfunc = (v: Verifier, i: number): boolean =>
  isPseudoKfuncCall(v.code, i) && calledKfunc(v, i) === 'bpf_throw';

/** kernel: verifier.c kfunc_spin_allowed() */
export const kfuncSpinAllowed = (v: Verifier, i: number): boolean => SPIN_ALLOWED.has(calledKfunc(v, i));

/**
 * Before the walk: may the program call kernel functions, and is there one with this id? Calls of function 0 count
 * only if they are reached. Returns 0 or a negative errno. kernel: verifier.c add_kfunc_call()
 */
export function addKfuncCall(v: Verifier, i: number): number {
  if (!v.env.jit) return refuse(v, 'JIT is required for calling kernel function', ENOTSUPP);
  if (!isGplCompatible(v.request.license)) {
    return refuse(v, 'cannot call kernel function from non-GPL compatible program', EINVAL);
  }
  if (v.code.imm[i] === 0 && v.code.off[i] === 0) return 0;
  return checkKfuncExists(v, i) || checkDeviceBound(v, i);
}

/** No program that we are given is bound to a network device. kernel: offload.c bpf_dev_bound_kfunc_check() */
function checkDeviceBound(v: Verifier, i: number): number {
  const isMetadata = vmlinuxBtf().name(v.code.imm[i]).startsWith('bpf_xdp_metadata_rx_');
  return isMetadata ? refuse(v, 'metadata kfuncs require device-bound program', EINVAL) : 0;
}

/** Checks the call at `v.insnIdx`. Returns 0 or a negative errno. kernel: verifier.c check_kfunc_call() */
export function checkKfuncCall(v: Verifier): number {
  const { insnIdx } = v;
  if (v.code.imm[insnIdx] === 0) return 0;
  const meta = fetchKfuncArgMeta(v, insnIdx);
  if (typeof meta === 'number') return meta;
  v.aux.isIterNext[insnIdx] = meta.has(kf.KF_ITER_NEXT) ? 1 : 0;
  return (
    forkFailedLock(v, meta) ||
    checkMaySleep(v, meta) ||
    checkKfuncArgs(v, meta, insnIdx) ||
    enterCallback(v, meta, insnIdx) ||
    changeSections(v, meta) ||
    releaseArgument(v, meta) ||
    insertArgument(v, meta, insnIdx) ||
    noteThrow(v, meta) ||
    finishCall(v, meta, insnIdx)
  );
}

/** Resilient locks may fail: that is another path. `__bpf_trap` stands where the compiler found undefined behaviour. */
function forkFailedLock(v: Verifier, meta: KfuncMeta): number {
  if (meta.name === '__bpf_trap') {
    return refuse(v, 'unexpected __bpf_trap() due to uninitialized variable?', EFAULT);
  }
  if (meta.name !== 'bpf_res_spin_lock' && meta.name !== 'bpf_res_spin_lock_irqsave') return 0;
  const branch = pushStack(v, v.insnIdx + 1, v.insnIdx, false);
  if (branch === undefined) {
    v.verbose('failed to push state for failed lock acquisition\n');
    return -ENOMEM;
  }
  const r0 = frameReg(branch.frames[branch.curframe], 0);
  clearCallerSavedRegs(v, r0);
  markRegUnknown(v, r0);
  return markErrno(v, r0);
}

/** A negative error number. kernel: verifier.c __mark_reg_s32_range() */
function markErrno(v: Verifier, r: number): number {
  v.w[r + S32MIN] = -MAX_ERRNO;
  v.w[r + S32MAX] = -1;
  setS32(v.w, r + SMIN, -MAX_ERRNO);
  setS32(v.w, r + SMAX, -1);
  regBoundsSync(v.w, r);
  v.w[r + SUBREG_DEF] = v.insnIdx + 1;
  return regBoundsSanityCheck(v, r, 's32_range');
}

function checkMaySleep(v: Verifier, meta: KfuncMeta): number {
  if (meta.has(kf.KF_SLEEPABLE) && !inSleepable(v)) {
    return refuse(v, `program must be sleepable to call sleepable kfunc ${meta.name}`, EACCES);
  }
  if (!inSleepableContext(v)) v.aux.nonSleepable[v.insnIdx] = 1;
  return 0;
}

function enterCallback(v: Verifier, meta: KfuncMeta, insnIdx: number): number {
  const setState = CALLBACKS.get(meta.name);
  if (setState === undefined) return 0;
  const error = pushCallbackCall(v, insnIdx, meta.subprogno, setState);
  if (error !== 0) v.verbose(`kfunc ${meta.name}#${meta.funcId} failed callback verification\n`);
  return error;
}

/** RCU sections, sections without preemption or interrupts, and what may not be called in them. */
const changeSections = (v: Verifier, meta: KfuncMeta): number =>
  changeRcuSection(v, meta) || changePreemptSection(v, meta) || checkOtherSections(v, meta);

function changeRcuSection(v: Verifier, meta: KfuncMeta): number {
  const isLock = meta.name === 'bpf_rcu_read_lock';
  const isUnlock = meta.name === 'bpf_rcu_read_unlock';
  if (!v.cur.activeRcuLock) {
    if (isUnlock) return refuse(v, `unmatched rcu read unlock (kernel function ${meta.name})`, EINVAL);
    if (isLock) v.cur.activeRcuLock = true;
    return 0;
  }
  if (inRbtreeLockRequiredCb(v) && (isLock || isUnlock)) {
    return refuse(v, 'Calling bpf_rcu_read_{lock,unlock} in unnecessary rbtree callback', EACCES);
  }
  if (isLock) return refuse(v, `nested rcu read lock (kernel function ${meta.name})`, EINVAL);
  if (isUnlock) leaveRcuSection(v);
  else if (meta.has(kf.KF_SLEEPABLE)) {
    return refuse(v, `kernel func ${meta.name} is sleepable within rcu_read_lock region`, EACCES);
  }
  return 0;
}

/** Pointers that RCU protected are untrusted from now on. */
function leaveRcuSection(v: Verifier): void {
  const slots = (1 << STACK_SPILL) | (1 << STACK_ITER);
  const untrust = (r: number): void => {
    const type = v.w[r + TYPE];
    if ((type & MEM_RCU) !== 0) v.w[r + TYPE] = (type & ~(MEM_RCU | PTR_MAYBE_NULL)) | PTR_UNTRUSTED;
  };
  forEachRegInVstate(v, v.cur, untrust, slots);
  v.cur.activeRcuLock = false;
}

function changePreemptSection(v: Verifier, meta: KfuncMeta): number {
  const isActive = v.cur.activePreemptLocks !== 0;
  if (meta.name === 'bpf_preempt_disable') v.cur.activePreemptLocks++;
  else if (meta.name === 'bpf_preempt_enable') {
    if (!isActive) {
      return refuse(v, `unmatched attempt to enable preemption (kernel function ${meta.name})`, EINVAL);
    }
    v.cur.activePreemptLocks--;
  } else if (isActive && meta.has(kf.KF_SLEEPABLE)) {
    return refuse(v, `kernel func ${meta.name} is sleepable within non-preemptible region`, EACCES);
  }
  return 0;
}

function checkOtherSections(v: Verifier, meta: KfuncMeta): number {
  if (v.cur.activeIrqId !== 0 && meta.has(kf.KF_SLEEPABLE)) {
    return refuse(v, `kernel func ${meta.name} is sleepable within IRQ-disabled region`, EACCES);
  }
  if (meta.has(kf.KF_RCU_PROTECTED) && !inRcuCs(v)) {
    return refuse(v, `kernel func ${meta.name} requires RCU critical section protection`, EACCES);
  }
  return 0;
}

function releaseArgument(v: Verifier, meta: KfuncMeta): number {
  if (meta.releaseRegno === 0) return 0;
  const r = reg(v, meta.releaseRegno);
  if (meta.dynptrRefObjId !== 0) return unmarkStackSlotsDynptr(v, r);
  const error = releaseReference(v, v.w[r + REF_OBJ_ID]);
  if (error !== 0) v.verbose(`kfunc ${meta.name}#${meta.funcId} reference has not been acquired before\n`);
  return error;
}

/** The object now belongs to the list or tree; the program may look at it until it unlocks. */
function insertArgument(v: Verifier, meta: KfuncMeta, insnIdx: number): number {
  if (!INSERTIONS.has(meta.name)) return 0;
  const refObjId = v.w[reg(v, BPF_REG_2) + REF_OBJ_ID];
  const record = meta.argBtf === undefined ? undefined : structMeta(meta.argBtf, meta.argBtfId);
  if (record !== undefined) v.aux.kptrStructMeta.set(insnIdx, record);
  const call = `kfunc ${meta.name}#${meta.funcId}`;
  const error = refConvertOwningNonOwning(v, refObjId);
  if (error !== 0) {
    v.verbose(`${call} conversion of owning ref to non-owning failed\n`);
    return error;
  }
  const released = releaseReference(v, refObjId);
  if (released !== 0) v.verbose(`${call} reference has not been acquired before\n`);
  return released;
}

/** Without a callback of the program's own, the argument of `bpf_throw` is the program's result. */
function noteThrow(v: Verifier, meta: KfuncMeta): number {
  if (meta.name !== 'bpf_throw') return 0;
  v.seenException = true;
  return v.exceptionCallbackSubprog === 0 ? Math.min(checkReturnCode(v, 1, 'R1'), 0) : 0;
}

function finishCall(v: Verifier, meta: KfuncMeta, insnIdx: number): number {
  clearCallerSavedRegs(v, curRegs(v));
  if (meta.name === 'bpf_session_cookie') meta.r0Size = 8;
  const error = markKfuncResult(v, meta, insnIdx);
  if (error !== 0) return error;
  if (meta.name === 'bpf_xdp_pull_data') clearAllPktPointers(v);
  return meta.has(kf.KF_ITER_NEXT) ? processIterNextCall(v, insnIdx, meta) : 0;
}
