/** Contexts that are the arguments of a kernel function. kernel: btf.c btf_ctx_access() */
import * as attach from '../abi/attach-types.ts';
import { BPF_PROG_TYPE_TRACING } from '../abi/program-types.ts';
import type { BtfType } from '../btf/types.ts';
import { isAnyEnum, isComposite } from '../btf/types.ts';
import { BPF_READ } from './access-types.ts';
import { skipIds } from './btf-walk.ts';
import type { CtxValue } from './ctx.ts';
import type { AttachTarget, Verifier } from './env.ts';
import * as layout from './layout.ts';

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
  const arg = off / 8;
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
  return pointerArgument(v, target, argument.type, arg);
}
