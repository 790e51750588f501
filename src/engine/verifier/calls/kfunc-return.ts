/**
 * What calls of kernel functions leave in R0. kernel: verifier.c check_kfunc_call(), check_special_kfunc()
 */
import { EFAULT } from '../../abi/errno.ts';
import * as kf from '../../abi/kfuncs.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import type { Btf } from '../../btf/btf.ts';
import { structMeta } from '../../btf/fields.ts';
import type { BtfType } from '../../btf/types.ts';
import { isComposite } from '../../btf/types.ts';
import type { Verifier } from '../env.ts';
import { btfNumber, reg } from '../env.ts';
import { BPF_WRITE } from '../memory/access-types.ts';
import { skipIds } from '../memory/btf-walk.ts';
import { mayAccessDirectPktData } from '../memory/mem-region.ts';
import {
  BTF,
  BTF_ID,
  DYNPTR_ID,
  ID,
  MEM_ALLOC,
  MEM_PERCPU,
  MEM_RCU,
  MEM_RDONLY,
  MEM_SIZE,
  PTR_MAYBE_NULL,
  PTR_TO_BTF_ID,
  PTR_TO_MEM,
  PTR_TRUSTED,
  PTR_UNTRUSTED,
  REF_OBJ_ID,
  SUBREG_DEF,
  TYPE,
} from '../program/layout.ts';
import { refuse } from '../refuse.ts';
import { acquireReference } from '../states/refs.ts';
import {
  markRegConstZero,
  markRegGraphNode,
  markRegKnownZero,
  markRegUnknown,
  regMayPointToSpinLock,
} from '../states/regs.ts';
import { dynptrTypeFlag } from './dynptr-types.ts';
import { getIterFromState } from './iters.ts';
import { isScalar, isScalarStruct, plainType, typeText } from './kfunc-arg-kinds.ts';
import { refSetNonOwning } from './kfunc-graph.ts';
import type { KfuncMeta } from './kfunc-meta.ts';

const BPF_GLOBAL_PERCPU_MA_MAX_SIZE = 512;

/** Functions that acquire an object without returning a kernel struct. */
const ALLOCATORS: ReadonlySet<string> = new Set([
  'bpf_obj_new_impl',
  'bpf_percpu_obj_new_impl',
  'bpf_refcount_acquire_impl',
]);

/** Sets R0 by the function's result type. 0 or a negative errno. kernel: verifier.c check_kfunc_call(), its last part */
export function markKfuncResult(v: Verifier, meta: KfuncMeta, insnIdx: number): number {
  const type = plainType(vmlinuxBtf(), meta.proto.returns);
  const pointee = type?.kind === 'ptr' ? plainType(vmlinuxBtf(), type.type) : undefined;
  const returnsStruct = pointee !== undefined && isComposite(pointee);
  if (meta.has(kf.KF_ACQUIRE) && !returnsStruct && !ALLOCATORS.has(meta.name)) {
    return refuse(v, 'acquire kernel function does not return PTR_TO_BTF_ID');
  }
  if (isScalar(type)) return markScalarResult(v, meta, type);
  if (type?.kind !== 'ptr') return 0;
  const error = markPointee(v, meta, insnIdx, pointee, skipIds(vmlinuxBtf(), type.type));
  return error < 0 ? error : markModifiers(v, meta, insnIdx, pointee);
}

function markScalarResult(v: Verifier, meta: KfuncMeta, type: BtfType | undefined): number {
  const r0 = reg(v, 0);
  markRegUnknown(v, r0);
  if (meta.name === 'bpf_res_spin_lock' || meta.name === 'bpf_res_spin_lock_irqsave') markRegConstZero(v, r0);
  const isWide = type !== undefined && 'size' in type && type.size === 8;
  v.w[r0 + SUBREG_DEF] = isWide ? 0 : v.insnIdx + 1;
  return 0;
}

function markPointee(v: Verifier, meta: KfuncMeta, insnIdx: number, pointee: BtfType | undefined, id: number): number {
  const special = checkSpecialKfunc(v, meta, insnIdx, pointee);
  if (special !== 0) return special;
  if (pointee === undefined || pointee.kind === 'void') {
    markRegUnknown(v, reg(v, 0));
    return 0;
  }
  return isComposite(pointee) ? markStructResult(v, meta, id) : markMemoryResult(v, meta, pointee, id);
}

function setPointer(v: Verifier, type: number): number {
  const r0 = reg(v, 0);
  markRegKnownZero(v, r0);
  v.w[r0 + TYPE] = type;
  return r0;
}

function setBtfPointer(v: Verifier, type: number, btf: Btf, id: number): void {
  const number = btfNumber(v, btf);
  const r0 = setPointer(v, type);
  v.w[r0 + BTF] = number;
  v.w[r0 + BTF_ID] = id;
}

/** Pointers to numbers may be read, as far as the number goes. */
function markMemoryResult(v: Verifier, meta: KfuncMeta, pointee: BtfType, id: number): number {
  if (meta.r0Size === 0) {
    meta.r0Size = vmlinuxBtf().sizeOf(id) ?? 0;
    if (meta.r0Size !== 0) meta.r0Rdonly = true;
  }
  if (meta.r0Size === 0) {
    return refuse(v, `kernel function ${meta.name} returns pointer type ${typeText(pointee)} is not supported`);
  }
  const r0 = setPointer(v, PTR_TO_MEM | (meta.r0Rdonly ? MEM_RDONLY : 0));
  v.w[r0 + MEM_SIZE] = meta.r0Size;
  // Memory of an object that can be released must not outlive it.
  v.w[r0 + REF_OBJ_ID] = meta.refObjId;
  return 0;
}

function markStructResult(v: Verifier, meta: KfuncMeta, id: number): number {
  setBtfPointer(v, PTR_TO_BTF_ID | structModifier(v, meta), vmlinuxBtf(), id);
  return 0;
}

/**
 * Elements of an iterator are trusted, but those of one that was made in an RCU section are good in that section only.
 * Other results are trusted by their reference, if they have one.
 */
function structModifier(v: Verifier, meta: KfuncMeta): number {
  if (meta.name === 'bpf_get_kmem_cache') return PTR_UNTRUSTED;
  if (!meta.has(kf.KF_ITER_NEXT)) return meta.has(kf.KF_RCU_PROTECTED) ? MEM_RCU : 0;
  return (v.w[getIterFromState(v.cur, meta) + TYPE] & MEM_RCU) !== 0 ? MEM_RCU : PTR_TRUSTED;
}

const isGraphNode = (type: BtfType | undefined): boolean =>
  type?.name === 'bpf_list_node' || type?.name === 'bpf_rb_node';

/** NULL, references, and ids that locks need. */
function markModifiers(v: Verifier, meta: KfuncMeta, insnIdx: number, pointee: BtfType | undefined): number {
  const r0 = reg(v, 0);
  const mayBeNull = meta.has(kf.KF_RET_NULL) && !(meta.name === 'bpf_refcount_acquire_impl' && meta.argOwningRef);
  if (mayBeNull) {
    v.w[r0 + TYPE] |= PTR_MAYBE_NULL;
    v.w[r0 + ID] = ++v.idGen;
  }
  v.w[r0 + SUBREG_DEF] = 0;
  if (meta.has(kf.KF_ACQUIRE)) {
    const id = acquireReference(v, insnIdx);
    if (mayBeNull) v.w[r0 + ID] = id;
    v.w[r0 + REF_OBJ_ID] = id;
  } else if (isGraphNode(pointee)) {
    refSetNonOwning(v, r0);
  }
  if (regMayPointToSpinLock(v, r0) && v.w[r0 + ID] === 0) v.w[r0 + ID] = ++v.idGen;
  return 0;
}

/** Functions whose result depends on their arguments: 1 if R0 is set, 0 if not, or a negative errno. kernel: check_special_kfunc() */
function checkSpecialKfunc(v: Verifier, meta: KfuncMeta, insnIdx: number, pointee: BtfType | undefined): number {
  switch (meta.name) {
    case 'bpf_obj_new_impl':
      return markNewObject(v, meta, insnIdx, false);
    case 'bpf_percpu_obj_new_impl':
      return markNewObject(v, meta, insnIdx, true);
    case 'bpf_refcount_acquire_impl':
      return markAcquired(v, meta, insnIdx);
    case 'bpf_cast_to_kern_ctx':
      setBtfPointer(v, PTR_TO_BTF_ID | PTR_TRUSTED, vmlinuxBtf(), meta.retBtfId);
      return 1;
    case 'bpf_rdonly_cast':
      return markRdonlyCast(v, meta);
    case 'bpf_dynptr_slice':
    case 'bpf_dynptr_slice_rdwr':
      return markSlice(v, meta);
    default:
      return markNode(v, meta, pointee);
  }
}

function markNode(v: Verifier, meta: KfuncMeta, pointee: BtfType | undefined): number {
  if (!isGraphNode(pointee)) return 0;
  const root = (pointee?.name === 'bpf_list_node' ? meta.listHead : meta.rbtreeRoot)?.graphRoot;
  if (root === undefined) return refuse(v, 'verifier bug: node without graph root', EFAULT);
  markRegGraphNode(v, reg(v, 0), btfNumber(v, root.btf), root.valueTypeId, root.nodeOffset);
  return 1;
}

function markNewObject(v: Verifier, meta: KfuncMeta, insnIdx: number, isPercpu: boolean): number {
  const { funcInfo, lineInfo } = v.request;
  // The kernel keeps the types of programs that describe functions or lines with them.
  const btf = funcInfo.length + lineInfo.length > 0 ? v.request.btf : undefined;
  const names = 'bpf_obj_new/bpf_percpu_obj_new';
  if (meta.constant === undefined || meta.constant.high !== 0) {
    return refuse(v, 'local type ID argument must be in range [0, U32_MAX]');
  }
  if (btf === undefined) return refuse(v, `${names} requires prog BTF`);
  const type = btf.type(meta.constant.low);
  if (type?.kind !== 'struct') return refuse(v, `${names} type ID argument must be of a struct`);
  const record = structMeta(btf, meta.constant.low);
  if (isPercpu && type.size > BPF_GLOBAL_PERCPU_MA_MAX_SIZE) {
    return refuse(v, `bpf_percpu_obj_new type size (${type.size}) is greater than ${BPF_GLOBAL_PERCPU_MA_MAX_SIZE}`);
  }
  if (isPercpu && !isScalarStruct(v, btf, type, 0)) {
    return refuse(v, 'bpf_percpu_obj_new type ID argument must be of a struct of scalars');
  }
  if (isPercpu && record !== undefined) {
    return refuse(v, 'bpf_percpu_obj_new type ID argument must not contain special fields');
  }
  setBtfPointer(v, PTR_TO_BTF_ID | MEM_ALLOC | (isPercpu ? MEM_PERCPU : 0), btf, meta.constant.low);
  if (record !== undefined) v.aux.kptrStructMeta.set(insnIdx, record);
  return 1;
}

function markAcquired(v: Verifier, meta: KfuncMeta, insnIdx: number): number {
  if (meta.argBtf === undefined) return -EFAULT;
  setBtfPointer(v, PTR_TO_BTF_ID | MEM_ALLOC, meta.argBtf, meta.argBtfId);
  const record = structMeta(meta.argBtf, meta.argBtfId);
  if (record !== undefined) v.aux.kptrStructMeta.set(insnIdx, record);
  return 1;
}

function markRdonlyCast(v: Verifier, meta: KfuncMeta): number {
  const id = meta.constant?.low ?? 0;
  const type = vmlinuxBtf().type(id);
  if (type === undefined) return refuse(v, `Unknown type ID ${id} passed to kfunc bpf_rdonly_cast`);
  if (id === 0) {
    setPointer(v, PTR_TO_MEM | MEM_RDONLY | PTR_UNTRUSTED);
    return 1;
  }
  if (!isComposite(type)) return refuse(v, 'kfunc bpf_rdonly_cast type ID argument must be of a struct or void');
  setBtfPointer(v, PTR_TO_BTF_ID | PTR_UNTRUSTED, vmlinuxBtf(), id);
  return 1;
}

/** NULL is added later, as for all functions that may return it. */
function markSlice(v: Verifier, meta: KfuncMeta): number {
  const isReadOnly = meta.name === 'bpf_dynptr_slice';
  if (meta.constant === undefined) return refuse(v, 'verifier bug: bpf_dynptr_slice(_rdwr) no constant size', EFAULT);
  const flag = dynptrTypeFlag(meta.dynptrType);
  const r0 = setPointer(v, PTR_TO_MEM | flag | (isReadOnly ? MEM_RDONLY : 0));
  v.w[r0 + MEM_SIZE] = meta.constant.low;
  if (!isReadOnly && !mayAccessDirectPktData(v, undefined, BPF_WRITE)) {
    return refuse(v, 'the prog does not allow writes to packet data');
  }
  if (meta.dynptrId === 0) return refuse(v, 'verifier bug: no dynptr id', EFAULT);
  v.w[r0 + DYNPTR_ID] = meta.dynptrId;
  return 1;
}
