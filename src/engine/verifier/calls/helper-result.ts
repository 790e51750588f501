/** What R0 holds after a helper call. kernel: verifier.c check_helper_call(), its second half */
import * as arg from '../../abi/arg-types.ts';
import { EFAULT, EINVAL } from '../../abi/errno.ts';
import type { HelperProto } from '../../abi/helpers.ts';
import { helperName } from '../../abi/helpers.ts';
import { BPF_MAP_TYPE_SOCKHASH, BPF_MAP_TYPE_SOCKMAP } from '../../abi/map-types.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import { BPF_KPTR_PERCPU, BPF_RES_SPIN_LOCK, BPF_SPIN_LOCK } from '../../btf/field-types.ts';
import { recordHas } from '../../btf/fields.ts';
import { isComposite } from '../../btf/types.ts';
import type { Verifier } from '../env.ts';
import { btfNumber, reg } from '../env.ts';
import * as layout from '../program/layout.ts';
import { acquireReference } from '../states/refs.ts';
import { markRegKnownZero, markRegUnknown } from '../states/regs.ts';
import { regBoundsSanityCheck } from '../values/bounds.ts';
import { regBoundsSync } from '../values/bounds-sync.ts';
import { set64, setS32, setU32 } from '../values/word64.ts';
import type { CallArgMeta } from './call-meta.ts';
import * as id from './helper-ids.ts';
import { canElideValueNullness } from './map-args.ts';

const MAX_ERRNO = 4095;

/** R0 points to something. */
function setPointer(v: Verifier, type: number): number {
  const r0 = reg(v, 0);
  markRegKnownZero(v, r0);
  v.w[r0 + layout.TYPE] = type;
  return r0;
}

function setMapValue(v: Verifier, proto: HelperProto, meta: CallArgMeta): number {
  if (meta.mapPtr === 0) return -EFAULT;
  const map = v.mapTable[meta.mapPtr - 1];
  const isInside = meta.constMapKey >= 0 && meta.constMapKey < map.maxEntries;
  const isCertain = proto.id === id.BPF_FUNC_MAP_LOOKUP_ELEM && isInside && canElideValueNullness(map);
  const flags = isCertain ? layout.typeFlag(proto.ret) & ~layout.PTR_MAYBE_NULL : layout.typeFlag(proto.ret);
  const r0 = setPointer(v, layout.PTR_TO_MAP_VALUE | flags);
  v.w[r0 + layout.MAP_PTR] = meta.mapPtr;
  v.w[r0 + layout.MAP_UID] = meta.mapUid;
  if (!layout.typeMayBeNull(flags) && recordHas(map.record, BPF_SPIN_LOCK | BPF_RES_SPIN_LOCK))
    v.w[r0 + layout.ID] = ++v.idGen;
  return 0;
}

/** A per-CPU variable: memory, or a struct. */
function setMemOrBtfId(v: Verifier, proto: HelperProto, meta: CallArgMeta, isOwnPercpu: boolean): number {
  const { retBtf, retBtfId } = meta;
  const flags = layout.typeFlag(proto.ret);
  const type = retBtf?.skipModifiers(retBtfId);
  if (retBtf === undefined || type === undefined) return -EFAULT;
  if (!isComposite(type)) {
    const size = retBtf.sizeOf(type.id);
    if (size === undefined) {
      v.verbose(`unable to resolve the size of type '${type.name}': ${-EINVAL}\n`);
      return -EINVAL;
    }
    v.w[setPointer(v, layout.PTR_TO_MEM | flags) + layout.MEM_SIZE] = size;
    return 0;
  }
  const modifiers = isOwnPercpu ? layout.MEM_ALLOC | layout.MEM_RCU : flags & ~layout.MEM_RDONLY;
  const r0 = setPointer(v, layout.PTR_TO_BTF_ID | modifiers);
  v.w[r0 + layout.BTF] = btfNumber(v, retBtf);
  v.w[r0 + layout.BTF_ID] = retBtfId;
  return 0;
}

function setBtfId(v: Verifier, proto: HelperProto, meta: CallArgMeta): number {
  const r0 = setPointer(v, layout.PTR_TO_BTF_ID | layout.typeFlag(proto.ret));
  const field = meta.kptrField;
  if (proto.id !== id.BPF_FUNC_KPTR_XCHG || field?.kptr === undefined) {
    const btf = vmlinuxBtf();
    const typeId = btf.find(proto.retStruct ?? '', 'struct');
    if (typeId === undefined) {
      v.verbose(`invalid return type ${layout.baseType(proto.ret)} of func ${helperName(proto.id)}#${proto.id}\n`);
      return -EINVAL;
    }
    v.w[r0 + layout.BTF] = btfNumber(v, btf);
    v.w[r0 + layout.BTF_ID] = typeId;
    return 0;
  }
  if (!field.kptr.isKernel) v.w[r0 + layout.TYPE] |= layout.MEM_ALLOC;
  if (!field.kptr.isKernel && field.type === BPF_KPTR_PERCPU) v.w[r0 + layout.TYPE] |= layout.MEM_PERCPU;
  v.w[r0 + layout.BTF] = btfNumber(v, field.kptr.btf);
  v.w[r0 + layout.BTF_ID] = field.kptr.typeId;
  return 0;
}

/** Sets R0 by the helper's return type. */
function setByReturnType(v: Verifier, proto: HelperProto, meta: CallArgMeta, isOwnPercpu: boolean): number {
  const flags = layout.typeFlag(proto.ret);
  switch (layout.baseType(proto.ret)) {
    case arg.RET_INTEGER:
      markRegUnknown(v, reg(v, 0));
      return 0;
    case arg.RET_VOID:
      v.w[reg(v, 0) + layout.TYPE] = layout.NOT_INIT;
      return 0;
    case arg.RET_PTR_TO_MAP_VALUE:
      return setMapValue(v, proto, meta);
    case arg.RET_PTR_TO_SOCKET:
      setPointer(v, layout.PTR_TO_SOCKET | flags);
      return 0;
    case arg.RET_PTR_TO_SOCK_COMMON:
      setPointer(v, layout.PTR_TO_SOCK_COMMON | flags);
      return 0;
    case arg.RET_PTR_TO_TCP_SOCK:
      setPointer(v, layout.PTR_TO_TCP_SOCK | flags);
      return 0;
    case arg.RET_PTR_TO_MEM:
      v.w[setPointer(v, layout.PTR_TO_MEM | flags) + layout.MEM_SIZE] = meta.memSize;
      return 0;
    case arg.RET_PTR_TO_MEM_OR_BTF_ID:
      return setMemOrBtfId(v, proto, meta, isOwnPercpu);
    case arg.RET_PTR_TO_BTF_ID:
      return setBtfId(v, proto, meta);
    default:
      return -EINVAL;
  }
}

/** The result is its argument, seen as another type. kernel: verifier.c is_ptr_cast_function() */
const CASTS: ReadonlySet<number> = new Set([
  id.BPF_FUNC_TCP_SOCK,
  id.BPF_FUNC_SK_FULLSOCK,
  id.BPF_FUNC_SKC_TO_TCP_SOCK,
  id.BPF_FUNC_SKC_TO_TCP6_SOCK,
  id.BPF_FUNC_SKC_TO_UDP6_SOCK,
  id.BPF_FUNC_SKC_TO_MPTCP_SOCK,
  id.BPF_FUNC_SKC_TO_TCP_TIMEWAIT_SOCK,
  id.BPF_FUNC_SKC_TO_TCP_REQUEST_SOCK,
]);

/** The result must be given back. kernel: verifier.c is_acquire_function() */
const ACQUIRES: ReadonlySet<number> = new Set([
  id.BPF_FUNC_SK_LOOKUP_TCP,
  id.BPF_FUNC_SK_LOOKUP_UDP,
  id.BPF_FUNC_SKC_LOOKUP_TCP,
  id.BPF_FUNC_RINGBUF_RESERVE,
  id.BPF_FUNC_KPTR_XCHG,
]);

function acquires(v: Verifier, proto: HelperProto, meta: CallArgMeta): boolean {
  if (ACQUIRES.has(proto.id)) return true;
  if (proto.id !== id.BPF_FUNC_MAP_LOOKUP_ELEM || meta.mapPtr === 0) return false;
  const { type } = v.mapTable[meta.mapPtr - 1];
  return type === BPF_MAP_TYPE_SOCKMAP || type === BPF_MAP_TYPE_SOCKHASH;
}

/** kernel: verifier.c do_refine_retval_range() */
function refineRetvalRange(v: Verifier, proto: HelperProto, meta: CallArgMeta): number {
  if (proto.ret !== arg.RET_INTEGER) return 0;
  const r0 = reg(v, 0);
  const { w } = v;
  switch (proto.id) {
    case id.BPF_FUNC_GET_STACK:
    case id.BPF_FUNC_GET_TASK_STACK:
    case id.BPF_FUNC_PROBE_READ_STR:
    case id.BPF_FUNC_PROBE_READ_KERNEL_STR:
    case id.BPF_FUNC_PROBE_READ_USER_STR:
      set64(w, r0 + layout.SMAX, meta.msizeMaxLow, meta.msizeMaxHigh);
      w[r0 + layout.S32MAX] = meta.msizeMaxLow;
      setS32(w, r0 + layout.SMIN, -MAX_ERRNO);
      w[r0 + layout.S32MIN] = -MAX_ERRNO;
      regBoundsSync(w, r0);
      break;
    case id.BPF_FUNC_GET_SMP_PROCESSOR_ID:
      for (const max of [layout.SMAX, layout.UMAX]) setU32(w, r0 + max, v.env.possibleCpus - 1);
      for (const min of [layout.SMIN, layout.UMIN]) setU32(w, r0 + min, 0);
      for (const max of [layout.S32MAX, layout.U32MAX]) w[r0 + max] = v.env.possibleCpus - 1;
      for (const min of [layout.S32MIN, layout.U32MIN]) w[r0 + min] = 0;
      regBoundsSync(w, r0);
      break;
  }
  return regBoundsSanityCheck(v, r0, 'retval');
}

/** Sets R0 after the call. `isOwnPercpu`: the per-CPU pointer is an allocation of the program's. */
export function setHelperResult(v: Verifier, proto: HelperProto, meta: CallArgMeta, isOwnPercpu: boolean): number {
  const error = setByReturnType(v, proto, meta, isOwnPercpu);
  if (error !== 0) return error;
  const r0 = reg(v, 0);
  if (layout.typeMayBeNull(v.w[r0 + layout.TYPE])) v.w[r0 + layout.ID] = ++v.idGen;
  if (proto.id === id.BPF_FUNC_DYNPTR_DATA) v.w[r0 + layout.DYNPTR_ID] = meta.dynptrId;
  if (CASTS.has(proto.id) || proto.id === id.BPF_FUNC_DYNPTR_DATA) v.w[r0 + layout.REF_OBJ_ID] = meta.refObjId;
  else if (acquires(v, proto, meta)) {
    const reference = acquireReference(v, v.insnIdx);
    v.w[r0 + layout.ID] = reference;
    v.w[r0 + layout.REF_OBJ_ID] = reference;
  }
  return refineRetvalRange(v, proto, meta);
}
