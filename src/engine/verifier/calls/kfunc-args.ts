/**
 * Arguments of kernel functions. kernel: verifier.c check_kfunc_args()
 */
import { ARG_DONTCARE, ARG_PTR_TO_DYNPTR } from '../../abi/arg-types.ts';
import { BPF_TRACE_ITER } from '../../abi/attach-types.ts';
import { BPF_DYNPTR_TYPE_INVALID } from '../../abi/dynptr-types.ts';
import { EACCES, EFAULT, EINVAL } from '../../abi/errno.ts';
import * as kf from '../../abi/kfuncs.ts';
import { BPF_PROG_TYPE_LSM, BPF_PROG_TYPE_TRACING } from '../../abi/program-types.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import type { BtfParam } from '../../btf/types.ts';
import type { Verifier } from '../env.ts';
import { btfOf, mapOf, reg } from '../env.ts';
import { regTypeStr } from '../log/log-names.ts';
import { btfStructIdsMatch, skipIds } from '../memory/btf-walk.ts';
import { noteKernelContext } from '../memory/kernel-context.ts';
import {
  BTF_ID,
  baseType,
  CONST_PTR_TO_DYNPTR,
  CONST_PTR_TO_MAP,
  DYNPTR_TYPE_SKB,
  DYNPTR_TYPE_SKB_META,
  DYNPTR_TYPE_XDP,
  MAP_PTR,
  MAP_UID,
  MEM_ALLOC,
  MEM_PERCPU,
  MEM_RDONLY,
  MEM_UNINIT,
  OBJ_RELEASE,
  OFF,
  PTR_TO_BTF_ID,
  PTR_TO_CTX,
  PTR_TO_FUNC,
  PTR_TO_MAP_KEY,
  PTR_TO_MAP_VALUE,
  PTR_TO_STACK,
  REF_OBJ_ID,
  SCALAR_VALUE,
  SUBPROGNO,
  TNUM_VALUE,
  TYPE,
  typeFlag,
  typeMayBeNull,
} from '../program/layout.ts';
import { inSleepable } from '../program/sections.ts';
import { refuse } from '../refuse.ts';
import { markChainPrecision } from '../states/backtrack.ts';
import {
  BPF_REG_TRUSTED_MODIFIERS,
  isRcuReg,
  isTrustedReg,
  regBtfRecord,
  registerIsNull,
  typeHasUnsafeModifiers,
  typeIsNonOwningRef,
  typeIsPtrAllocObj,
} from '../states/regs.ts';
import { TNUM, tnumIsConst } from '../values/tnum.ts';
import { checkFuncArgRegOff } from './args.ts';
import { dynptrGetType, dynptrId, dynptrRefObjId, processDynptrFunc } from './dynptr.ts';
import { dynptrTypeFlag } from './dynptr-types.ts';
import { checkKfuncMemSizeReg, checkMemReg } from './helper-memory.ts';
import { processIrqFlag } from './irq.ts';
import { processIterArg } from './iters.ts';
import type { KfuncArgKind } from './kfunc-arg-kinds.ts';
import { hasSuffix, isNullable, isScalar, kfuncArgKind, plainType, regStructId, typeText } from './kfunc-arg-kinds.ts';
import { checkGraphNodeArg, checkGraphRootArg } from './kfunc-graph.ts';
import type { KfuncMeta } from './kfunc-meta.ts';
import { processSpinLock, processTaskWorkFunc, processWqFunc } from './locks.ts';
import { checkConstStr } from './map-args.ts';

const MAX_BPF_FUNC_REG_ARGS = 5;

/** One argument: `r` is the record of its register, `pointee` the type id behind a pointer. */
interface Arg {
  readonly index: number;
  readonly regno: number;
  readonly r: number;
  readonly param: BtfParam;
  readonly pointee: number;
  readonly insnIdx: number;
}

/** Checks all arguments of the call at `insnIdx`. Returns 0 or a negative errno. kernel: verifier.c check_kfunc_args() */
export function checkKfuncArgs(v: Verifier, meta: KfuncMeta, insnIdx: number): number {
  const { params } = meta.proto;
  if (params.length > MAX_BPF_FUNC_REG_ARGS) {
    return refuse(v, `Function ${meta.name} has ${params.length} > ${MAX_BPF_FUNC_REG_ARGS} args`);
  }
  for (let index = 0; index < params.length; index++) {
    const used = checkArg(v, meta, index, insnIdx);
    if (used < 0) return used;
    index += used;
  }
  if (meta.has(kf.KF_RELEASE) && meta.releaseRegno === 0) {
    return refuse(v, `release kernel function ${meta.name} expects refcounted PTR_TO_BTF_ID`);
  }
  return 0;
}

/** Returns how many further parameters were checked along with this one, or a negative errno. */
function checkArg(v: Verifier, meta: KfuncMeta, index: number, insnIdx: number): number {
  const param = meta.proto.params[index];
  if (hasSuffix(param, '__ign')) return 0;
  if (hasSuffix(param, '__prog')) {
    meta.argProg = true;
    return 0;
  }
  const type = plainType(vmlinuxBtf(), param.type);
  if (isScalar(type)) return checkScalarArg(v, meta, index + 1, param);
  if (type?.kind !== 'ptr') return refuse(v, `Unrecognized arg#${index} type ${typeText(type)}`);
  const regno = index + 1;
  return checkPointerArg(v, meta, { index, regno, r: reg(v, regno), param, pointee: type.type, insnIdx });
}

function checkScalarArg(v: Verifier, meta: KfuncMeta, regno: number, param: BtfParam): number {
  if (v.w[reg(v, regno) + TYPE] !== SCALAR_VALUE) return refuse(v, `R${regno} is not a scalar`);
  if (hasSuffix(param, '__k')) return noteConstant(v, meta, regno, true);
  const isReadOnly = param.name === 'rdonly_buf_size';
  if (!isReadOnly && param.name !== 'rdwr_buf_size') return 0;
  if (isReadOnly) meta.r0Rdonly = true;
  return noteBufferSize(v, meta, regno);
}

function noteConstant(v: Verifier, meta: KfuncMeta, regno: number, isPrecise: boolean): number {
  const r = reg(v, regno);
  if (meta.constant !== undefined) return refuse(v, 'verifier bug: only one constant argument permitted', EFAULT);
  if (!tnumIsConst(v.w, r + TNUM)) return refuse(v, `R${regno} must be a known constant`);
  meta.constant = { low: v.w[r + TNUM_VALUE], high: v.w[r + TNUM_VALUE + 1] };
  return isPrecise ? markChainPrecision(v, regno) : 0;
}

function noteBufferSize(v: Verifier, meta: KfuncMeta, regno: number): number {
  const r = reg(v, regno);
  if (meta.r0Size !== 0) {
    v.verbose('2 or more rdonly/rdwr_buf_size parameters for kfunc');
    return -EINVAL;
  }
  if (!tnumIsConst(v.w, r + TNUM)) return refuse(v, `R${regno} is not a const`);
  if (v.w[r + TNUM_VALUE + 1] !== 0) return refuse(v, `R${regno} rdonly/rdwr_buf_size exceeds u32 max`);
  meta.r0Size = v.w[r + TNUM_VALUE] >>> 0;
  return markChainPrecision(v, regno);
}

function checkPointerArg(v: Verifier, meta: KfuncMeta, arg: Arg): number {
  const mayBeNull = registerIsNull(v.w, arg.r) || typeMayBeNull(v.w[arg.r + TYPE]);
  if ((meta.trustedArgs || meta.has(kf.KF_RCU)) && mayBeNull && !isNullable(arg.param)) {
    return refuse(v, `Possibly NULL pointer passed to trusted arg${arg.index}`, EACCES);
  }
  const noted = noteReference(v, meta, arg);
  if (noted !== 0) return noted;
  const kind = kfuncArgKind(v, meta, arg.index, arg.pointee);
  if (typeof kind === 'number') return kind;
  if (kind === 'null') return 0;
  const error = checkOrigin(v, meta, arg, kind);
  if (error !== 0) return error;
  const isReleased = meta.has(kf.KF_RELEASE) && v.w[arg.r + REF_OBJ_ID] !== 0;
  const refused = checkFuncArgRegOff(v, arg.r, arg.regno, isReleased ? ARG_DONTCARE | OBJ_RELEASE : ARG_DONTCARE);
  return refused !== 0 ? refused : CHECKS[kind](v, meta, arg);
}

function noteReference(v: Verifier, meta: KfuncMeta, arg: Arg): number {
  const refObjId = v.w[arg.r + REF_OBJ_ID];
  if (refObjId === 0) return 0;
  const isRelease = meta.has(kf.KF_RELEASE);
  if (isRelease && meta.refObjId !== 0) {
    const ids = `R${arg.regno} ${refObjId} ${meta.refObjId}`;
    return refuse(v, `verifier bug: more than one arg with ref_obj_id ${ids}`, EFAULT);
  }
  meta.refObjId = refObjId;
  if (isRelease) meta.releaseRegno = arg.regno;
  return 0;
}

/** Maps must be those of the field passed before; kernel objects must be trusted. */
function checkOrigin(v: Verifier, meta: KfuncMeta, arg: Arg, kind: KfuncArgKind): number {
  if (kind === 'map') {
    const error = noteMap(v, meta, arg);
    if (error !== 0) return error;
  }
  if (kind !== 'map' && kind !== 'alloc' && kind !== 'btf_id') return 0;
  if (!meta.trustedArgs && !meta.has(kf.KF_RCU)) return 0;
  if (isTrustedReg(v.w, arg.r)) return 0;
  if (!meta.has(kf.KF_RCU)) return refuse(v, `R${arg.regno} must be referenced or trusted`);
  return isRcuReg(v.w, arg.r) ? 0 : refuse(v, `R${arg.regno} must be a rcu pointer`);
}

/** Types whose records name a map. */
const MAP_POINTERS: ReadonlySet<number> = new Set([CONST_PTR_TO_MAP, PTR_TO_MAP_VALUE, PTR_TO_MAP_KEY]);

function noteMap(v: Verifier, meta: KfuncMeta, arg: Arg): number {
  const mapPtr = v.w[arg.r + TYPE] === SCALAR_VALUE ? 0 : v.w[arg.r + MAP_PTR];
  if (mapPtr === 0) return refuse(v, `pointer in R${arg.regno} isn't map pointer`);
  const uid = v.w[arg.r + MAP_UID];
  // Other pointers have something else where maps have theirs: they are refused further on.
  const record = MAP_POINTERS.has(baseType(v.w[arg.r + TYPE])) ? mapOf(v, arg.r).record : undefined;
  const hasField = record !== undefined && (record.wqOff >= 0 || record.taskWorkOff >= 0);
  if (meta.mapPtr !== 0 && hasField && (meta.mapPtr !== mapPtr || meta.mapUid !== uid)) {
    const isTaskWork = record.taskWorkOff >= 0;
    const what = isTaskWork ? 'bpf_task_work pointer in R2' : 'workqueue pointer in R1';
    const where = isTaskWork ? 'R3' : 'R2';
    return refuse(v, `${what} map_uid=${meta.mapUid} doesn't match map pointer in ${where} map_uid=${uid}`);
  }
  meta.mapPtr = mapPtr;
  meta.mapUid = uid;
  return 0;
}

type Check = (v: Verifier, meta: KfuncMeta, arg: Arg) => number;

const LOCAL_OBJECT = PTR_TO_BTF_ID | MEM_ALLOC;

/** By kind of argument: how many parameters more were checked, or a negative errno. */
const CHECKS: Readonly<Record<KfuncArgKind, Check>> = {
  ctx: checkCtxArg,
  alloc: checkAllocArg,
  refcounted: checkRefcountedArg,
  dynptr: checkDynptrArg,
  iter: checkIterArg,
  list_head: (v, meta, arg) => checkGraphRootArg(v, meta, arg.r, arg.index, 'list'),
  rb_root: (v, meta, arg) => checkGraphRootArg(v, meta, arg.r, arg.index, 'rbtree'),
  list_node: (v, meta, arg) => checkGraphNodeArg(v, meta, arg.r, arg.index, 'list'),
  rb_node: (v, meta, arg) => checkGraphNodeArg(v, meta, arg.r, arg.index, 'rbtree'),
  btf_id: (v, meta, arg) => checkBtfIdArg(v, meta, arg, skipIds(vmlinuxBtf(), arg.pointee)),
  map: (v, meta, arg) => checkBtfIdArg(v, meta, arg, regStructId(CONST_PTR_TO_MAP) ?? 0),
  mem: checkMemArg,
  mem_size: checkMemSizeArg,
  callback: checkCallbackArg,
  null: () => 0,
  const_str: checkConstStrArg,
  wq: (v, meta, arg) => checkMapFieldArg(v, meta, arg, processWqFunc),
  task_work: (v, meta, arg) => checkMapFieldArg(v, meta, arg, processTaskWorkFunc),
  irq_flag: checkIrqFlagArg,
  res_spin_lock: checkResSpinLockArg,
};

function checkCtxArg(v: Verifier, meta: KfuncMeta, arg: Arg): number {
  const type = v.w[arg.r + TYPE];
  if (type !== PTR_TO_CTX) {
    return refuse(v, `arg#${arg.index} expected pointer to ctx, but got ${regTypeStr(type)}`);
  }
  return meta.name === 'bpf_cast_to_kern_ctx' ? noteKernelContext(v, meta) : 0;
}

function checkAllocArg(v: Verifier, meta: KfuncMeta, arg: Arg): number {
  const type = v.w[arg.r + TYPE];
  const isPercpu = type === (LOCAL_OBJECT | MEM_PERCPU);
  if (type !== LOCAL_OBJECT && !isPercpu) return refuse(v, `arg#${arg.index} expected pointer to allocated object`);
  const drop = isPercpu ? 'bpf_percpu_obj_drop_impl' : 'bpf_obj_drop_impl';
  if (meta.name !== drop) return refuse(v, `arg#${arg.index} expected for ${drop}()`);
  if (v.w[arg.r + REF_OBJ_ID] === 0) return refuse(v, 'allocated object must be referenced');
  noteArgType(v, meta, arg.r);
  return 0;
}

function noteArgType(v: Verifier, meta: KfuncMeta, r: number): void {
  meta.argBtf = btfOf(v, r);
  meta.argBtfId = v.w[r + BTF_ID];
}

function checkRefcountedArg(v: Verifier, meta: KfuncMeta, arg: Arg): number {
  const type = v.w[arg.r + TYPE];
  if (!typeIsPtrAllocObj(type)) return refuse(v, `arg#${arg.index} is neither owning or non-owning ref`);
  if (!typeIsNonOwningRef(type)) meta.argOwningRef = true;
  const record = regBtfRecord(v, arg.r);
  if (record === undefined) return refuse(v, "verifier bug: Couldn't find btf_record", EFAULT);
  if (record.refcountOff < 0) {
    return refuse(v, `arg#${arg.index} doesn't point to a type with bpf_refcount field`);
  }
  noteArgType(v, meta, arg.r);
  return 0;
}

/** Functions that make a dynptr of a certain type. */
const DYNPTR_MAKERS: Readonly<Record<string, number>> = {
  bpf_dynptr_from_skb: DYNPTR_TYPE_SKB,
  bpf_dynptr_from_xdp: DYNPTR_TYPE_XDP,
  bpf_dynptr_from_skb_meta: DYNPTR_TYPE_SKB_META,
};

function checkDynptrArg(v: Verifier, meta: KfuncMeta, arg: Arg): number {
  const isUninit = hasSuffix(arg.param, '__uninit');
  const isClone = meta.name === 'bpf_dynptr_clone' && isUninit;
  if (isClone && meta.dynptrType === BPF_DYNPTR_TYPE_INVALID) {
    return refuse(v, 'verifier bug: no dynptr type for parent of clone', EFAULT);
  }
  const argType =
    ARG_PTR_TO_DYNPTR |
    (v.w[arg.r + TYPE] === CONST_PTR_TO_DYNPTR ? MEM_RDONLY : 0) |
    (isUninit ? MEM_UNINIT : 0) |
    (DYNPTR_MAKERS[meta.name] ?? 0) |
    (isClone ? dynptrTypeFlag(meta.dynptrType) : 0);
  const error = processDynptrFunc(v, arg.regno, arg.insnIdx, argType, isClone ? meta.dynptrRefObjId : 0);
  if (error !== 0 || isUninit) return error;
  meta.dynptrId = dynptrId(v, arg.r);
  meta.dynptrType = dynptrGetType(v, arg.r);
  meta.dynptrRefObjId = dynptrRefObjId(v, arg.r);
  return 0;
}

/** Walking the tasks of a cgroup takes a lock that other hooks may hold. kernel: check_css_task_iter_allowlist() */
function mayWalkCssTasks(v: Verifier): boolean {
  if (v.progType === BPF_PROG_TYPE_LSM) return true;
  const isIter = v.progType === BPF_PROG_TYPE_TRACING && v.request.expectedAttachType === BPF_TRACE_ITER;
  return isIter || inSleepable(v);
}

function checkIterArg(v: Verifier, meta: KfuncMeta, arg: Arg): number {
  if (meta.name === 'bpf_iter_css_task_new' && !mayWalkCssTasks(v)) {
    return refuse(v, 'css_task_iter is only allowed in bpf_lsm, bpf_iter and sleepable progs');
  }
  return processIterArg(v, arg.regno, arg.insnIdx, meta);
}

/** A kernel object of the type `wanted`. */
function checkBtfIdArg(v: Verifier, meta: KfuncMeta, arg: Arg, wanted: number): number {
  const type = v.w[arg.r + TYPE];
  const isPlainBtf = baseType(type) === PTR_TO_BTF_ID && (!typeHasUnsafeModifiers(type) || isRcuReg(v.w, arg.r));
  if (!isPlainBtf && regStructId(type) === undefined) {
    const expected = regTypeStr(baseType(type) | (typeFlag(type) & BPF_REG_TRUSTED_MODIFIERS));
    return refuse(v, `arg#${arg.index} is ${regTypeStr(type)} expected ${expected} or socket`);
  }
  return processKfArgPtrToBtfId(v, meta, arg, wanted);
}

/** What programs call a kernel struct that they see in another shape. kernel: btf.c btf_is_projection_of() */
const PROJECTIONS: Readonly<Record<string, string>> = { __sk_buff: 'sk_buff', xdp_md: 'xdp_buff' };

/** kernel: verifier.c process_kf_arg_ptr_to_btf_id() */
function processKfArgPtrToBtfId(v: Verifier, meta: KfuncMeta, arg: Arg, wanted: number): number {
  const isBtfId = baseType(v.w[arg.r + TYPE]) === PTR_TO_BTF_ID;
  const btf = isBtfId ? btfOf(v, arg.r) : vmlinuxBtf();
  const typeId = skipIds(btf, isBtfId ? v.w[arg.r + BTF_ID] : (regStructId(v.w[arg.r + TYPE]) ?? 0));
  const [wantedName, name] = [vmlinuxBtf().name(wanted), btf.name(typeId)];
  const isStrict =
    (meta.has(kf.KF_RELEASE) && v.w[arg.r + REF_OBJ_ID] !== 0) ||
    (btf === vmlinuxBtf() && isNocastAlias(wantedName, name));
  if (PROJECTIONS[wantedName] === name) return 0;
  if (btfStructIdsMatch(v, btf, typeId, v.w[arg.r + OFF], vmlinuxBtf(), wanted, isStrict)) return 0;
  const expected = typeText(vmlinuxBtf().type(wanted));
  const passed = typeText(btf.type(typeId));
  const where = `kernel function ${meta.name} args#${arg.index}`;
  return refuse(v, `${where} expected pointer to ${expected} but R${arg.regno} has a pointer to ${passed}`);
}

/** `nf_conn___init` is no `nf_conn` yet. kernel: btf.c btf_type_ids_nocast_alias() */
const isNocastAlias = (a: string, b: string): boolean => a === `${b}___init` || b === `${a}___init`;

function checkMemArg(v: Verifier, _meta: KfuncMeta, arg: Arg): number {
  const size = vmlinuxBtf().sizeOf(arg.pointee);
  if (size !== undefined) return checkMemReg(v, arg.r, arg.regno, size);
  const type = typeText(plainType(vmlinuxBtf(), arg.pointee));
  return refuse(v, `arg#${arg.index} reference type('${type}') size cannot be determined: -22`);
}

/** Memory with its size in the next parameter. */
function checkMemSizeArg(v: Verifier, meta: KfuncMeta, arg: Arg): number {
  const isOptional = hasSuffix(arg.param, '__opt');
  if (!registerIsNull(v.w, arg.r) || !isOptional) {
    const error = checkKfuncMemSizeReg(v, arg.regno + 1);
    if (error < 0) {
      v.verbose(`arg#${arg.index} arg#${arg.index + 1} memory, len pair leads to invalid memory access\n`);
      return error;
    }
  }
  const isConstant = hasSuffix(meta.proto.params[arg.index + 1], '__szk');
  const error = isConstant ? noteConstant(v, meta, arg.regno + 1, false) : 0;
  return error !== 0 ? error : 1;
}

function checkCallbackArg(v: Verifier, meta: KfuncMeta, arg: Arg): number {
  if (v.w[arg.r + TYPE] !== PTR_TO_FUNC) return refuse(v, `arg${arg.index} expected pointer to func`);
  meta.subprogno = v.w[arg.r + SUBPROGNO];
  return 0;
}

function checkConstStrArg(v: Verifier, _meta: KfuncMeta, arg: Arg): number {
  if (v.w[arg.r + TYPE] === PTR_TO_MAP_VALUE) return checkConstStr(v, arg.regno);
  return refuse(v, `arg#${arg.index} doesn't point to a const string`);
}

function checkMapFieldArg(
  v: Verifier,
  meta: KfuncMeta,
  arg: Arg,
  process: (v: Verifier, regno: number, map: KfuncMeta) => number,
): number {
  if (v.w[arg.r + TYPE] !== PTR_TO_MAP_VALUE) return refuse(v, `arg#${arg.index} doesn't point to a map value`);
  return process(v, arg.regno, meta);
}

function checkIrqFlagArg(v: Verifier, meta: KfuncMeta, arg: Arg): number {
  if (v.w[arg.r + TYPE] !== PTR_TO_STACK) {
    return refuse(v, `arg#${arg.index} doesn't point to an irq flag on stack`);
  }
  return processIrqFlag(v, arg.regno, meta.name);
}

function checkResSpinLockArg(v: Verifier, meta: KfuncMeta, arg: Arg): number {
  const type = v.w[arg.r + TYPE];
  if (type !== PTR_TO_MAP_VALUE && type !== LOCAL_OBJECT) {
    return refuse(v, `arg#${arg.index} doesn't point to map value or allocated object`);
  }
  return processSpinLock(v, arg.regno, {
    isLock: meta.name.startsWith('bpf_res_spin_lock'),
    isRes: true,
    isIrq: meta.name.endsWith('irqsave') || meta.name.endsWith('irqrestore'),
  });
}
