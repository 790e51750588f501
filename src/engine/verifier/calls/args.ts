/** Arguments of helper calls. kernel: verifier.c check_func_arg() and below */
import * as arg from '../../abi/arg-types.ts';
import { EACCES, EFAULT, EINVAL } from '../../abi/errno.ts';
import type { HelperProto } from '../../abi/helpers.ts';
import { helperName } from '../../abi/helpers.ts';
import { BPF_MAP_TYPE_BLOOM_FILTER, BPF_MAP_TYPE_SOCKHASH, BPF_MAP_TYPE_SOCKMAP } from '../../abi/map-types.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import type { Verifier } from '../env.ts';
import { btfOf, funcOf, reg, slotAt } from '../env.ts';
import { checkRegArg, SRC_OP } from '../insns/reg-arg.ts';
import { regTypeStr } from '../log/log-names.ts';
import { BPF_READ, BPF_WRITE } from '../memory/access-types.ts';
import { checkPtrAlignment } from '../memory/alignment.ts';
import { btfStructIdsMatch } from '../memory/btf-walk.ts';
import { mapKptrMatchType, processKptrFunc } from '../memory/kptr.ts';
import { checkPtrOffReg, mayAccessDirectPktData } from '../memory/mem-region.ts';
import * as layout from '../program/layout.ts';
import { refuse } from '../refuse.ts';
import { markChainPrecision } from '../states/backtrack.ts';
import { isPointerValue, registerIsNull, typeIsPktPointer } from '../states/regs.ts';
import { TNUM, tnumIsConst } from '../values/tnum.ts';
import { COMPATIBLE_REG_TYPES, MEM_TYPES } from './arg-reg-types.ts';
import type { CallArgMeta } from './call-meta.ts';
import { dynptrGetSpi, processDynptrFunc } from './dynptr.ts';
import * as id from './helper-ids.ts';
import { checkHelperMemAccess, checkMemSizeReg } from './helper-memory.ts';
import { checkSpinLockArg, processTimerFunc } from './locks.ts';
import { checkConstStr, constantMapKey } from './map-args.ts';

const DYNPTR_FLAGS =
  layout.DYNPTR_TYPE_LOCAL |
  layout.DYNPTR_TYPE_RINGBUF |
  layout.DYNPTR_TYPE_SKB |
  layout.DYNPTR_TYPE_XDP |
  layout.DYNPTR_TYPE_SKB_META;

const isRelease = (argType: number): boolean => (argType & layout.OBJ_RELEASE) !== 0;
export const argTypeIsDynptr = (argType: number): boolean => layout.baseType(argType) === arg.ARG_PTR_TO_DYNPTR;

/** The register's type without the modifiers that the argument does not mind. */
function foldFlags(type: number, argType: number, isXchgSource: boolean): number {
  let folded = type;
  if ((argType & layout.MEM_RDONLY) !== 0) folded &= ~layout.MEM_RDONLY;
  if (layout.typeMayBeNull(argType)) folded &= ~layout.PTR_MAYBE_NULL;
  if (layout.baseType(argType) === arg.ARG_PTR_TO_MEM) folded &= ~DYNPTR_FLAGS;
  if (isXchgSource && (folded & layout.MEM_ALLOC) !== 0) folded &= ~(layout.MEM_ALLOC | layout.MEM_PERCPU);
  return folded;
}

/**
 * Does the register's type fit the argument's? `argBtfId`: kernel struct that BTF arguments want, 0 if the argument
 * type alone says it. kernel: verifier.c check_reg_type()
 */
export function checkRegType(v: Verifier, regno: number, argType: number, argBtfId: number, meta: CallArgMeta): number {
  const type = v.w[reg(v, regno) + layout.TYPE];
  const compatible = COMPATIBLE_REG_TYPES.get(layout.baseType(argType));
  if (compatible === undefined) return refuse(v, `verifier bug: unsupported arg type ${argType}`, EFAULT);
  const isXchgSource = meta.funcId === id.BPF_FUNC_KPTR_XCHG && regno === 2;
  if (!compatible.includes(foldFlags(type, argType, isXchgSource)))
    return refuse(v, `R${regno} type=${regTypeStr(type)} expected=${compatible.map(regTypeStr).join(', ')}`, EACCES);
  if (layout.baseType(type) !== layout.PTR_TO_BTF_ID) return 0;
  if (compatible !== MEM_TYPES) return checkBtfArg(v, regno, argType, argBtfId, meta);
  if ((argType & layout.MEM_RDONLY) !== 0) return 0;
  const where = `memory pointed by R${regno} type=${regTypeStr(type)}`;
  return refuse(v, `${helperName(meta.funcId)}() may write into ${where}`, EACCES);
}

/** Pointers with BTF types: to what, and with which modifiers? */
function checkBtfArg(v: Verifier, regno: number, argType: number, argBtfId: number, meta: CallArgMeta): number {
  const type = v.w[reg(v, regno) + layout.TYPE];
  switch (type & ~(layout.BASE_TYPE_MASK | layout.PTR_MAYBE_NULL)) {
    case 0:
    case layout.PTR_TRUSTED:
    case layout.MEM_RCU:
      return checkPointee(v, regno, argType, argBtfId, meta);
    case layout.MEM_ALLOC:
    case layout.MEM_PERCPU | layout.MEM_ALLOC:
      return checkLocalPointee(v, regno, meta);
    case layout.MEM_PERCPU:
    case layout.MEM_PERCPU | layout.MEM_RCU:
    case layout.MEM_PERCPU | layout.PTR_TRUSTED:
      return 0;
    default:
      return refuse(v, 'verifier bug: invalid PTR_TO_BTF_ID register for type match', EFAULT);
  }
}

function checkPointee(v: Verifier, regno: number, argType: number, argBtfId: number, meta: CallArgMeta): number {
  const r = reg(v, regno);
  if (layout.typeMayBeNull(v.w[r + layout.TYPE]) && (!layout.typeMayBeNull(argType) || isRelease(argType)))
    return refuse(v, `Possibly NULL pointer passed to helper arg${regno}`, EACCES);
  if (meta.funcId === id.BPF_FUNC_KPTR_XCHG) return checkKptrSource(v, regno, meta);
  const wanted = argBtfId === 0 ? (vmlinuxBtf().find('sock_common', 'struct') ?? 0) : argBtfId;
  // Sockets of all kinds are released as sock_common, their first member.
  const isStrict = isRelease(argType) && meta.funcId !== id.BPF_FUNC_SK_RELEASE;
  const btf = btfOf(v, r);
  const typeId = v.w[r + layout.BTF_ID];
  if (btfStructIdsMatch(v, btf, typeId, v.w[r + layout.OFF], vmlinuxBtf(), wanted, isStrict)) return 0;
  return refuse(v, `R${regno} is of type ${btf.name(typeId)} but ${vmlinuxBtf().name(wanted)} is expected`, EACCES);
}

function checkKptrSource(v: Verifier, regno: number, meta: CallArgMeta): number {
  const { kptrField } = meta;
  if (kptrField === undefined) return -EFAULT;
  return mapKptrMatchType(v, kptrField, reg(v, regno), regno) === 0 ? 0 : -EACCES;
}

function checkLocalPointee(v: Verifier, regno: number, meta: CallArgMeta): number {
  const { funcId } = meta;
  if (funcId === id.BPF_FUNC_KPTR_XCHG) return regno === 2 ? checkKptrSource(v, regno, meta) : 0;
  if (funcId === id.BPF_FUNC_SPIN_LOCK || funcId === id.BPF_FUNC_SPIN_UNLOCK) return 0;
  return refuse(v, 'verifier bug: unimplemented handling of MEM_ALLOC', EFAULT);
}

/** Register types that may be passed with any offset. */
function takesAnyOffset(type: number): boolean {
  switch (type) {
    case layout.PTR_TO_STACK:
    case layout.PTR_TO_PACKET:
    case layout.PTR_TO_PACKET_META:
    case layout.PTR_TO_MAP_KEY:
    case layout.PTR_TO_MAP_VALUE:
    case layout.PTR_TO_MEM:
    case layout.PTR_TO_MEM | layout.MEM_RDONLY:
    case layout.PTR_TO_MEM | layout.MEM_RINGBUF:
    case layout.PTR_TO_BUF:
    case layout.PTR_TO_BUF | layout.MEM_RDONLY:
    case layout.PTR_TO_ARENA:
    case layout.SCALAR_VALUE:
      return true;
    default:
      return false;
  }
}

/** Modifiers of BTF pointers that may be passed with a fixed offset. */
const FIXED_OFFSET_FLAGS: ReadonlySet<number> = new Set([
  0,
  layout.MEM_ALLOC,
  layout.PTR_TRUSTED,
  layout.MEM_RCU,
  layout.MEM_ALLOC | layout.NON_OWN_REF,
  layout.MEM_ALLOC | layout.NON_OWN_REF | layout.MEM_RCU,
]);

/** Which offsets an argument may have. kernel: verifier.c check_func_arg_reg_off() */
export function checkFuncArgRegOff(v: Verifier, r: number, regno: number, argType: number): number {
  const type = v.w[r + layout.TYPE];
  if (isRelease(argType)) {
    if (argTypeIsDynptr(argType) && type === layout.PTR_TO_STACK) return 0;
    if (v.w[r + layout.OFF] !== 0) {
      const where = 'when passed to release func or trusted arg to kfunc';
      return refuse(v, `R${regno} must have zero offset ${where}`, EINVAL);
    }
    return checkPtrOffReg(v, r, regno);
  }
  if (takesAnyOffset(type)) return 0;
  const isBtfId = layout.baseType(type) === layout.PTR_TO_BTF_ID && FIXED_OFFSET_FLAGS.has(layout.typeFlag(type));
  return checkPtrOffReg(v, r, regno, isBtfId);
}

/** Sockmaps take sockets as values. kernel: verifier.c resolve_map_arg_type() */
function resolveMapArgType(v: Verifier, meta: CallArgMeta, argType: number): number {
  const { type } = v.mapTable[meta.mapPtr - 1];
  if (type === BPF_MAP_TYPE_SOCKMAP || type === BPF_MAP_TYPE_SOCKHASH) {
    if (argType === arg.ARG_PTR_TO_MAP_VALUE) return arg.ARG_PTR_TO_BTF_ID_SOCK_COMMON;
    return refuse(v, 'invalid arg_type for sockmap/sockhash', EINVAL);
  }
  const isPeek = type === BPF_MAP_TYPE_BLOOM_FILTER && meta.funcId === id.BPF_FUNC_MAP_PEEK_ELEM;
  return isPeek ? arg.ARG_PTR_TO_MAP_VALUE : argType;
}

/** The object that the call gives back. kernel: verifier.c check_func_arg(), OBJ_RELEASE */
function noteRelease(v: Verifier, regno: number, argType: number, meta: CallArgMeta): number {
  const r = reg(v, regno);
  if (!isRelease(argType)) return 0;
  if (argTypeIsDynptr(argType)) {
    if (v.w[r + layout.TYPE] !== layout.PTR_TO_STACK)
      return refuse(v, 'cannot release unowned const bpf_dynptr', EINVAL);
    const spi = dynptrGetSpi(v, r);
    const func = funcOf(v, v.w[r + layout.FRAMENO]);
    if (spi < 0 || v.w[slotAt(func, spi) + layout.REF_OBJ_ID] === 0)
      return refuse(v, `arg ${regno} is an unacquired reference`, EINVAL);
  } else if (v.w[r + layout.REF_OBJ_ID] === 0 && !registerIsNull(v.w, r))
    return refuse(v, `R${regno} must be referenced when passed to release function`, EINVAL);
  if (meta.releaseRegno !== 0) return refuse(v, 'verifier bug: more than one release argument', EFAULT);
  meta.releaseRegno = regno;
  return 0;
}

/** A call may deal with one reference. */
function noteReference(v: Verifier, regno: number, argType: number, meta: CallArgMeta): number {
  const refObjId = v.w[reg(v, regno) + layout.REF_OBJ_ID];
  if (refObjId === 0 || layout.baseType(argType) === arg.ARG_KPTR_XCHG_DEST) return 0;
  if (meta.refObjId !== 0) {
    v.verbose(`more than one arg with ref_obj_id R${regno} ${refObjId} ${meta.refObjId}`);
    return -EACCES;
  }
  meta.refObjId = refObjId;
  return 0;
}

/** Timers are tied to the map passed with them; inner maps are told apart by uid. */
function noteMapArg(v: Verifier, regno: number, meta: CallArgMeta): number {
  const r = reg(v, regno);
  const mapPtr = v.w[r + layout.MAP_PTR];
  const mapUid = v.w[r + layout.MAP_UID];
  if (meta.mapPtr !== 0 && (meta.mapPtr !== mapPtr || (meta.mapUid !== mapUid && v.env.rules.map_uid))) {
    const uids = `timer pointer in R1 map_uid=${meta.mapUid} doesn't match map pointer in R2 map_uid=${mapUid}`;
    return refuse(v, uids, EINVAL);
  }
  meta.mapPtr = mapPtr;
  meta.mapUid = mapUid;
  return 0;
}

const accessOf = (argType: number): number => ((argType & layout.MEM_WRITE) !== 0 ? BPF_WRITE : BPF_READ);

function checkFixedMem(v: Verifier, regno: number, argType: number, size: number, meta: CallArgMeta): number {
  meta.rawMode = (argType & layout.MEM_UNINIT) !== 0;
  if ((argType & layout.MEM_FIXED_SIZE) === 0) return 0;
  const error = checkHelperMemAccess(v, regno, size, accessOf(argType), false, meta);
  if (error !== 0 || (argType & layout.MEM_ALIGNED) === 0) return error;
  return checkPtrAlignment(v, reg(v, regno), 0, size, true);
}

function checkMapValueArg(v: Verifier, regno: number, argType: number, meta: CallArgMeta): number {
  if (layout.typeMayBeNull(argType) && registerIsNull(v.w, reg(v, regno))) return 0;
  meta.rawMode = (argType & layout.MEM_UNINIT) !== 0;
  const { valueSize } = v.mapTable[meta.mapPtr - 1];
  return checkHelperMemAccess(v, regno, valueSize, accessOf(argType), false, meta);
}

function checkAllocSize(v: Verifier, regno: number, meta: CallArgMeta): number {
  const r = reg(v, regno);
  if (!tnumIsConst(v.w, r + TNUM)) return refuse(v, `R${regno} is not a known constant'`, EACCES);
  meta.memSize = v.w[r + TNUM];
  return markChainPrecision(v, regno);
}

function checkPercpuBtfArg(v: Verifier, regno: number, meta: CallArgMeta): number {
  const r = reg(v, regno);
  if (v.w[r + layout.BTF_ID] === 0) return refuse(v, `Helper has invalid btf_id in R${regno}`, EACCES);
  meta.retBtf = btfOf(v, r);
  meta.retBtfId = v.w[r + layout.BTF_ID];
  return 0;
}

/** The check that belongs to the argument's type, after its register type was found to fit. */
function checkArgValue(
  v: Verifier,
  index: number,
  argType: number,
  proto: HelperProto,
  meta: CallArgMeta,
  insnIdx: number,
): number {
  const regno = index + 1;
  switch (layout.baseType(argType)) {
    case arg.ARG_CONST_MAP_PTR:
      return noteMapArg(v, regno, meta);
    case arg.ARG_PTR_TO_MAP_KEY:
      return constantMapKey(v, regno, meta);
    case arg.ARG_PTR_TO_MAP_VALUE:
      return checkMapValueArg(v, regno, argType, meta);
    case arg.ARG_PTR_TO_PERCPU_BTF_ID:
      return checkPercpuBtfArg(v, regno, meta);
    case arg.ARG_PTR_TO_SPIN_LOCK:
      return checkSpinLockArg(v, regno, meta.funcId === id.BPF_FUNC_SPIN_LOCK);
    case arg.ARG_PTR_TO_TIMER:
      return processTimerFunc(v, regno, meta);
    case arg.ARG_PTR_TO_FUNC:
      meta.subprogno = v.w[reg(v, regno) + layout.SUBPROGNO];
      return 0;
    case arg.ARG_PTR_TO_MEM:
      return checkFixedMem(v, regno, argType, proto.sizes[index], meta);
    case arg.ARG_CONST_SIZE:
      return checkMemSizeReg(v, regno, accessOf(proto.args[index - 1]), false, meta);
    case arg.ARG_CONST_SIZE_OR_ZERO:
      return checkMemSizeReg(v, regno, accessOf(proto.args[index - 1]), true, meta);
    case arg.ARG_PTR_TO_DYNPTR:
      return processDynptrFunc(v, regno, insnIdx, argType, 0);
    case arg.ARG_CONST_ALLOC_SIZE_OR_ZERO:
      return checkAllocSize(v, regno, meta);
    case arg.ARG_PTR_TO_CONST_STR:
      return checkConstStr(v, regno);
    case arg.ARG_KPTR_XCHG_DEST:
      return processKptrFunc(v, regno, meta);
    default:
      return 0;
  }
}

/** The kernel struct that a BTF argument wants; 0 if its type says it. */
function wantedStruct(proto: HelperProto, index: number, argType: number): number {
  const name = layout.baseType(argType) === arg.ARG_PTR_TO_BTF_ID ? proto.structs[index] : undefined;
  return name === undefined ? 0 : (vmlinuxBtf().find(name, 'struct') ?? 0);
}

/** Argument `index` (0-based) of a helper call. kernel: verifier.c check_func_arg() */
export function checkFuncArg(
  v: Verifier,
  index: number,
  proto: HelperProto,
  meta: CallArgMeta,
  insnIdx: number,
): number {
  const regno = index + 1;
  let argType = proto.args[index];
  if (argType === arg.ARG_DONTCARE) return 0;
  const error = checkRegArg(v, regno, SRC_OP);
  if (error !== 0) return error;
  const r = reg(v, regno);
  if (argType === arg.ARG_ANYTHING)
    return isPointerValue(v, r) ? refuse(v, `R${regno} leaks addr into helper function`, EACCES) : 0;
  if (typeIsPktPointer(v.w[r + layout.TYPE]) && !mayAccessDirectPktData(v, meta, BPF_READ))
    return refuse(v, 'helper access to the packet is not allowed', EACCES);
  if (layout.baseType(argType) === arg.ARG_PTR_TO_MAP_VALUE) {
    argType = resolveMapArgType(v, meta, argType);
    if (argType < 0) return argType;
  }
  if (!registerIsNull(v.w, r) || !layout.typeMayBeNull(argType)) {
    const wrong =
      checkRegType(v, regno, argType, wantedStruct(proto, index, argType), meta) ||
      checkFuncArgRegOff(v, r, regno, argType);
    if (wrong !== 0) return wrong;
  }
  return (
    noteRelease(v, regno, argType, meta) ||
    noteReference(v, regno, argType, meta) ||
    checkArgValue(v, index, argType, proto, meta, insnIdx)
  );
}
