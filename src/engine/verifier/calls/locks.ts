/** Special fields in map values that helpers work on: spin locks, timers, work queues. */
import { EACCES, EFAULT, EOPNOTSUPP } from '../../abi/errno.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import {
  BPF_RES_SPIN_LOCK,
  BPF_SPIN_LOCK,
  BPF_TASK_WORK,
  BPF_TIMER,
  BPF_WORKQUEUE,
  fieldName,
} from '../../btf/field-types.ts';
import { type BtfRecord, NO_FIELD, recordHas } from '../../btf/fields.ts';
import type { MapInfo } from '../../program/load.ts';
import type { Verifier } from '../env.ts';
import { mapNumber, mapOf, REF_TYPE_LOCK, REF_TYPE_RES_LOCK, REF_TYPE_RES_LOCK_IRQ, reg } from '../env.ts';
import { isPseudoKfuncCall } from '../program/code.ts';
import * as layout from '../program/layout.ts';
import { refuse } from '../refuse.ts';
import { forEachRegInVstate } from '../states/for-each-reg.ts';
import { acquireLockState, findLockState, releaseLockState } from '../states/refs.ts';
import { markRegInvalid, regBtfRecord, typeIsNonOwningRef } from '../states/regs.ts';
import { TNUM, tnumIsConst } from '../values/tnum.ts';
import { toBigS64 } from '../values/word64.ts';
import type { CallArgMeta } from './call-meta.ts';

/** What a call does to a lock. kernel: PROCESS_SPIN_LOCK, PROCESS_RES_LOCK, PROCESS_LOCK_IRQ */
export interface LockCall {
  readonly isLock: boolean;
  readonly isRes: boolean;
  readonly isIrq: boolean;
}

const SPIN_LOCK: LockCall = { isLock: true, isRes: false, isIrq: false };
const SPIN_UNLOCK: LockCall = { isLock: false, isRes: false, isIrq: false };

const RBTREE_KFUNCS: ReadonlySet<string> = new Set([
  'bpf_rbtree_add_impl',
  'bpf_rbtree_remove',
  'bpf_rbtree_first',
  'bpf_rbtree_root',
  'bpf_rbtree_left',
  'bpf_rbtree_right',
]);

/** In the callback of a tree function, which runs with the tree's lock held. kernel: verifier.c in_rbtree_lock_required_cb() */
export function inRbtreeLockRequiredCb(v: Verifier): boolean {
  const frame = v.cur.frames[v.cur.curframe];
  if (v.cur.curframe === 0 || !frame.inCallbackFn) return false;
  const { callsite } = frame;
  return isPseudoKfuncCall(v.code, callsite) && RBTREE_KFUNCS.has(vmlinuxBtf().name(v.code.imm[callsite]));
}

/** Pointers that were only good while the lock was held. kernel: verifier.c invalidate_non_owning_refs() */
function invalidateNonOwningRefs(v: Verifier): void {
  forEachRegInVstate(v, v.cur, (r) => {
    if (typeIsNonOwningRef(v.w[r + layout.TYPE])) markRegInvalid(v, r);
  });
}

/** The sum of fixed and variable offset, for messages and comparisons. */
const offsetOf = (v: Verifier, r: number): bigint => toBigS64(v.w, r + TNUM) + BigInt(v.w[r + layout.OFF]);

/** Numbers of what locks lie in: maps as MAP_PTR, BTFs as negative BTF numbers. */
const lockOwner = (v: Verifier, r: number, map: MapInfo | undefined): number =>
  map === undefined ? -v.w[r + layout.BTF] : mapNumber(v, map);

/** A lock is taken or given back. kernel: verifier.c process_spin_lock() */
export function processSpinLock(v: Verifier, regno: number, call: LockCall): number {
  const r = reg(v, regno);
  const name = call.isRes ? 'bpf_res_spin' : 'bpf_spin';
  if (!tnumIsConst(v.w, r + TNUM))
    return refuse(v, `R${regno} doesn't have constant offset. ${name}_lock has to be at the constant offset`);
  const map = v.w[r + layout.TYPE] === layout.PTR_TO_MAP_VALUE ? mapOf(v, r) : undefined;
  if (map !== undefined && map.btf === undefined)
    return refuse(v, `map '${map.name}' has to have BTF in order to use ${name}_lock`);
  const record = regBtfRecord(v, r);
  const owner = map === undefined ? "local 'kptr'" : `map '${map.name}'`;
  if (!recordHas(record, call.isRes ? BPF_RES_SPIN_LOCK : BPF_SPIN_LOCK))
    return refuse(v, `${owner} has no valid ${name}_lock`);
  const fieldOff = call.isRes ? record?.resSpinLockOff : record?.spinLockOff;
  const off = offsetOf(v, r);
  if (BigInt(fieldOff ?? NO_FIELD) !== off)
    return refuse(v, `off ${off} doesn't point to 'struct ${name}_lock' that is at ${fieldOff}`);
  const ptr = lockOwner(v, r, map);
  return call.isLock ? takeLock(v, call, v.w[r + layout.ID], ptr) : giveLock(v, call, v.w[r + layout.ID], ptr, name);
}

function lockType(call: LockCall): number {
  if (!call.isRes) return REF_TYPE_LOCK;
  return call.isIrq ? REF_TYPE_RES_LOCK_IRQ : REF_TYPE_RES_LOCK;
}

function takeLock(v: Verifier, call: LockCall, id: number, ptr: number): number {
  if (v.cur.activeLocks !== 0 && !call.isRes && v.cur.refs.some((ref) => ref.type === REF_TYPE_LOCK))
    return refuse(v, 'Locking two bpf_spin_locks are not allowed');
  const held = REF_TYPE_RES_LOCK | REF_TYPE_RES_LOCK_IRQ;
  if (v.cur.activeLocks !== 0 && call.isRes && findLockState(v.cur, held, id, ptr) !== undefined)
    return refuse(v, 'Acquiring the same lock again, AA deadlock detected');
  acquireLockState(v, v.insnIdx, lockType(call), id, ptr);
  return 0;
}

function giveLock(v: Verifier, call: LockCall, id: number, ptr: number, name: string): number {
  if (v.cur.activeLocks === 0) return refuse(v, `${name}_unlock without taking a lock`);
  const type = lockType(call);
  if (findLockState(v.cur, type, id, ptr) === undefined) return refuse(v, `${name}_unlock of different lock`);
  if (id !== v.cur.activeLockId || ptr !== v.cur.activeLockPtr)
    return refuse(v, `${name}_unlock cannot be out of order`);
  if (releaseLockState(v.cur, type, id, ptr) !== 0) return refuse(v, `${name}_unlock of different lock`);
  invalidateNonOwningRefs(v);
  return 0;
}

function fieldOffset(record: BtfRecord | undefined, type: number): number {
  if (record === undefined) return NO_FIELD;
  if (type === BPF_TIMER) return record.timerOff;
  return type === BPF_WORKQUEUE ? record.wqOff : record.taskWorkOff;
}

/** The register points to this special field of a map value. kernel: verifier.c check_map_field_pointer() */
function checkMapFieldPointer(v: Verifier, regno: number, type: number): number {
  const r = reg(v, regno);
  const map = mapOf(v, r);
  const name = fieldName(type);
  if (!tnumIsConst(v.w, r + TNUM))
    return refuse(v, `R${regno} doesn't have constant offset. ${name} has to be at the constant offset`);
  if (map.btf === undefined) return refuse(v, `map '${map.name}' has to have BTF in order to use ${name}`);
  if (!recordHas(map.record, type)) return refuse(v, `map '${map.name}' has no valid ${name}`);
  const at = fieldOffset(map.record, type);
  const off = offsetOf(v, r);
  return off === BigInt(at) ? 0 : refuse(v, `off ${off} doesn't point to 'struct ${name}' that is at ${at}`);
}

/** The map argument that the call was given so far; timers and the like must lie in the map passed beside them. */
export interface MapArg {
  mapPtr: number;
  mapUid: number;
}

function noteMap(v: Verifier, regno: number, map: MapArg, what: string): number {
  if (map.mapPtr !== 0) return refuse(v, `verifier bug: Two map pointers in a ${what} helper`, EFAULT);
  const r = reg(v, regno);
  map.mapPtr = v.w[r + layout.MAP_PTR];
  map.mapUid = v.w[r + layout.MAP_UID];
  return 0;
}

/** kernel: verifier.c process_timer_func() */
export function processTimerFunc(v: Verifier, regno: number, meta: CallArgMeta): number {
  const error = checkMapFieldPointer(v, regno, BPF_TIMER) || noteMap(v, regno, meta, 'timer');
  if (error !== 0 || !v.env.preemptRt) return error;
  return refuse(v, 'bpf_timer cannot be used for PREEMPT_RT.', EOPNOTSUPP);
}

/** kernel: verifier.c process_wq_func() */
export const processWqFunc = (v: Verifier, regno: number, map: MapArg): number =>
  checkMapFieldPointer(v, regno, BPF_WORKQUEUE) || noteMap(v, regno, map, 'bpf_wq');

/** kernel: verifier.c process_task_work_func() */
export const processTaskWorkFunc = (v: Verifier, regno: number, map: MapArg): number =>
  checkMapFieldPointer(v, regno, BPF_TASK_WORK) || noteMap(v, regno, map, 'bpf_task_work');

/** The argument of `bpf_spin_lock` and `bpf_spin_unlock`. */
export function checkSpinLockArg(v: Verifier, regno: number, isLock: boolean): number {
  if (inRbtreeLockRequiredCb(v)) return refuse(v, "can't spin_{lock,unlock} in rbtree cb", EACCES);
  return processSpinLock(v, regno, isLock ? SPIN_LOCK : SPIN_UNLOCK);
}
