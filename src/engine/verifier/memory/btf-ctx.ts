/** Contexts that are the arguments of a kernel function. kernel: btf.c btf_ctx_access() */
import * as attach from '../../abi/attach-types.ts';
import { iteratorArgument } from '../../abi/iterators.ts';
import { BPF_PROG_TYPE_TRACING } from '../../abi/program-types.ts';
import type { BtfType } from '../../btf/types.ts';
import { isAnyEnum, isComposite } from '../../btf/types.ts';
import type { AttachTarget, Verifier } from '../env.ts';
import * as layout from '../program/layout.ts';
import { BPF_READ } from './access-types.ts';
import { skipIds } from './btf-walk.ts';
import type { CtxValue } from './ctx.ts';

const MAX_CTX_SIZE = 8 * 12;

const SCALAR: CtxValue = { regType: layout.SCALAR_VALUE };

/** Arguments of tracepoints that may be NULL: four bits each, 1 = may be NULL. kernel: btf.c raw_tp_null_args[] */
const NULL_ARGS: ReadonlyMap<string, bigint> = new Map([
  ['sched_pi_setprio', 0x10n],
  ['mm_page_alloc', 0x1n],
  ['kfree_skb', 0x1000n],
  ['tcp_send_reset', 0x11n],
  ['fib_table_lookup', 0x100n],
  ['neigh_update', 0x10n],
]);

const TRACE_PREFIX = 'btf_trace_';

/** The kernel speaks of a tracepoint by its own name. */
const shownName = (target: AttachTarget): string =>
  target.name.startsWith(TRACE_PREFIX) ? target.name.slice(TRACE_PREFIX.length) : target.name;

/** The register type of an iterator's argument, if it has one of its own. */
const iteratorArg = (v: Verifier, target: AttachTarget, arg: number): number | undefined =>
  v.request.expectedAttachType === attach.BPF_TRACE_ITER ? iteratorArgument(target.name, arg) : undefined;

function refuse(v: Verifier, message: string): undefined {
  v.verbose(`${message}\n`);
  return undefined;
}

const isSmallInt = (type: BtfType): boolean => type.kind === 'int' && type.size <= 8;

/** Parameters as programs see them: a tracepoint's first is the kernel's own. */
function paramsOf(target: AttachTarget): readonly { readonly name: string; readonly type: number }[] {
  const params = target.proto?.params ?? [];
  return target.name.startsWith(TRACE_PREFIX) ? params.slice(1) : params;
}

/** The value of a function's return can be read behind its arguments. */
const RETURN_READERS = [attach.BPF_LSM_MAC, attach.BPF_LSM_CGROUP, attach.BPF_TRACE_FEXIT, attach.BPF_MODIFY_RETURN];

/** Bytes that an argument takes in the context. */
const argumentSize = (target: AttachTarget, typeId: number): number => {
  const type = target.btf.skipModifiers(typeId);
  if (type?.kind === 'ptr') return 8;
  return 8 * Math.ceil((typeId === 0 ? 0 : (target.btf.sizeOf(typeId) ?? 0)) / 8);
};

/** Number of the argument at an offset; one more than there are stands for the result, and one more for none. kernel: btf.c get_ctx_arg_idx() */
function argumentAt(target: AttachTarget, off: number): number {
  const { proto } = target;
  if (proto === undefined) return Math.floor(off / 8);
  let end = 0;
  for (const [i, { type }] of proto.params.entries()) {
    end += argumentSize(target, type);
    if (off < end) return i;
  }
  return proto.params.length + (off < end + argumentSize(target, proto.returns) ? 0 : 1);
}

/** The type behind an argument number; undefined (with a message) if there is none. */
function argumentType(v: Verifier, target: AttachTarget, arg: number): number | undefined {
  const params = paramsOf(target);
  if (arg < params.length) return params[arg].type;
  if (arg === params.length && RETURN_READERS.includes(v.request.expectedAttachType)) return target.proto?.returns;
  return refuse(v, `func '${shownName(target)}' doesn't have ${arg + 1}-th argument`);
}

/** Flags of a pointer argument. */
function pointerFlags(v: Verifier, target: AttachTarget, arg: number): number {
  const at = v.request.expectedAttachType;
  const isTrusted =
    v.progType !== BPF_PROG_TYPE_TRACING || at === attach.BPF_TRACE_RAW_TP || at === attach.BPF_TRACE_ITER;
  let flags = isTrusted ? layout.PTR_TRUSTED : 0;
  const name = paramsOf(target)[arg]?.name ?? '';
  if (name.endsWith('__nullable')) flags |= layout.PTR_MAYBE_NULL;
  const nulls = NULL_ARGS.get(target.name.slice(TRACE_PREFIX.length)) ?? 0n;
  if (at === attach.BPF_TRACE_RAW_TP && (nulls & (1n << BigInt(4 * arg))) !== 0n) flags |= layout.PTR_MAYBE_NULL;
  return flags;
}

/** A pointer argument: to a struct of the kernel, or good for nothing. */
function pointerArgument(v: Verifier, target: AttachTarget, pointee: number, arg: number): CtxValue | undefined {
  const { btf } = target;
  const name = shownName(target);
  const typeId = skipIds(btf, pointee);
  const type = btf.type(typeId);
  if (typeId === 0 || type === undefined || type.kind === 'int') return SCALAR;
  if (!isComposite(type)) return refuse(v, `func '${name}' arg${arg} type ${type.kind.toUpperCase()} is not a struct`);
  const own = iteratorArg(v, target, arg);
  if (own !== undefined) return { regType: own, btf, btfId: typeId };
  let flags = pointerFlags(v, target, arg);
  const tag = btf.type(pointee);
  if (tag?.kind === 'type_tag' && tag.name === 'user') flags |= layout.MEM_USER;
  if (tag?.kind === 'type_tag' && tag.name === 'percpu') flags |= layout.MEM_PERCPU;
  const what = `type ${type.kind.toUpperCase()} '${type.name}'`;
  v.verbose(`func '${name}' arg${arg} has btf_id ${typeId} ${what}\n`);
  return { regType: layout.PTR_TO_BTF_ID | flags, btf, btfId: typeId };
}

/** What a load of an argument gives; undefined if it is refused. kernel: btf.c btf_ctx_access() */
export function btfCtxAccess(v: Verifier, off: number, size: number, type: number): CtxValue | undefined {
  const target = v.attachTarget;
  if (target === undefined || off < 0 || off >= MAX_CTX_SIZE || type !== BPF_READ || off % size !== 0) return undefined;
  if (off % 8 !== 0) return refuse(v, `func '${shownName(target)}' offset ${off} is not multiple of 8`);
  const arg = argumentAt(target, off);
  const typeId = argumentType(v, target, arg);
  if (typeId === undefined) return undefined;
  const argument = target.btf.skipModifiers(typeId);
  if (argument === undefined) return undefined;
  if (isSmallInt(argument) || isAnyEnum(argument) || isComposite(argument)) return SCALAR;
  if (argument.kind !== 'ptr') {
    const what = `'${argument.name}' has type ${argument.kind.toUpperCase()}. Only pointer access is allowed`;
    return refuse(v, `func '${shownName(target)}' arg${arg} ${what}`);
  }
  if (size !== 8) return refuse(v, `func '${shownName(target)}' size ${size} must be 8`);
  const own = iteratorArg(v, target, arg) ?? 0;
  if (layout.baseType(own) === layout.PTR_TO_BUF) return { regType: own };
  return pointerArgument(v, target, argument.type, arg);
}
