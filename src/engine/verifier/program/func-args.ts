/**
 * Parameters of functions as BTF describes them, turned into what the verifier checks.
 * kernel: btf.c btf_prepare_func_args()
 */
import * as arg from '../../abi/arg-types.ts';
import * as attach from '../../abi/attach-types.ts';
import { contextLayout } from '../../abi/contexts.ts';
import { EFAULT, EINVAL, ENOENT, EOPNOTSUPP } from '../../abi/errno.ts';
import * as program from '../../abi/program-types.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import type { Btf } from '../../btf/btf.ts';
import type { BtfType } from '../../btf/types.ts';
import { isAnyEnum, isComposite } from '../../btf/types.ts';
import type { Verifier } from '../env.ts';
import { refuse } from '../refuse.ts';
import { MEM_RDONLY, PTR_MAYBE_NULL, PTR_TRUSTED, PTR_UNTRUSTED } from './layout.ts';
import type { SubprogArg, SubprogInfo } from './subprog-info.ts';
import { subprogIsGlobal } from './subprogs.ts';

/** Arguments are passed in R1..R5. kernel: MAX_BPF_FUNC_REG_ARGS */
const MAX_ARGS = 5;

/** What a parameter turned out to be, or the negative errno of the refusal. */
type Prepared = SubprogArg | number;

const argOf = (argType: number, memSize = 0, btfId = 0): SubprogArg => ({ argType, memSize, btfId });

/** Fills in `args` of a subprogram, once. kernel: btf.c btf_prepare_func_args() */
export function btfPrepareFuncArgs(v: Verifier, subprogno: number): number {
  const subprog = v.subprogs[subprogno];
  const { btf } = v.request;
  if (subprog.argsCached) return 0;
  if (btf === undefined || !v.hasFuncInfo) return refuse(v, 'verifier bug: func_info undefined', EFAULT);
  const funcId = v.request.funcInfo[subprogno].typeId;
  if (subprog.unreliable) return refuse(v, `verifier bug: unreliable BTF for function ${subprog.name}()`, EFAULT);
  const proto = btf.proto(funcId);
  if (proto === undefined) return refuse(v, `Invalid type of function ${subprog.name}()`, EFAULT);
  const isGlobal = subprogIsGlobal(v, subprogno);
  const err = checkSignature(v, btf, subprog, isGlobal, proto.params.length, proto.returns);
  if (err !== 0) return err;
  const args: SubprogArg[] = [];
  for (let i = 0; i < proto.params.length; i++) {
    const prepared = new ParamCheck(v, btf, subprog.name, isGlobal, i).prepare(funcId, proto.params[i].type);
    if (typeof prepared === 'number') return prepared;
    args.push(prepared);
  }
  subprog.args = args;
  subprog.argsCached = true;
  return 0;
}

function checkSignature(
  v: Verifier,
  btf: Btf,
  subprog: SubprogInfo,
  isGlobal: boolean,
  count: number,
  returns: number,
): number {
  if (count > MAX_ARGS) {
    if (!isGlobal) return -EINVAL;
    return refuse(v, `Global function ${subprog.name}() with ${count} > ${MAX_ARGS} args. Buggy compiler.`);
  }
  const type = btf.skipModifiers(returns);
  if (type !== undefined && (type.kind === 'int' || isAnyEnum(type))) return 0;
  if (!isGlobal) return -EINVAL;
  return refuse(v, `Global function ${subprog.name}() doesn't return scalar. Only those are supported.`);
}

const TAGS: ReadonlySet<string> = new Set(['ctx', 'trusted', 'untrusted', 'nonnull', 'nullable', 'arena']);

/** Check of parameter `i` of a function. */
class ParamCheck {
  readonly v: Verifier;
  readonly btf: Btf;
  readonly funcName: string;
  readonly isGlobal: boolean;
  readonly i: number;

  constructor(v: Verifier, btf: Btf, funcName: string, isGlobal: boolean, i: number) {
    this.v = v;
    this.btf = btf;
    this.funcName = funcName;
    this.isGlobal = isGlobal;
    this.i = i;
  }

  prepare(funcId: number, typeId: number): Prepared {
    const tags = this.#tagsOf(funcId);
    if (typeof tags === 'number') return tags;
    const type = this.btf.skipModifiers(typeId);
    if (type?.kind === 'ptr') {
      const pointer = this.#pointer(tags, type.type);
      if (pointer !== undefined) return pointer;
    }
    return this.#notPointer(tags, type);
  }

  /** The `arg:…` tags of the parameter. */
  #tagsOf(funcId: number): ReadonlySet<string> | number {
    const tags = new Set<string>();
    for (const tag of this.btf.declTags) {
      if (tag.type !== funcId || tag.componentIndex !== this.i) continue;
      if (!tag.name.startsWith('arg:')) continue;
      const name = tag.name.slice('arg:'.length);
      if (!this.isGlobal)
        return this.#refuse(`arg#${this.i} type tag is not supported in static functions`, EOPNOTSUPP);
      if (!TAGS.has(name)) return this.#refuse(`arg#${this.i} has unsupported set of tags`, EOPNOTSUPP);
      tags.add(name);
    }
    return tags;
  }

  #refuse(text: string, errno = EINVAL): number {
    return refuse(this.v, text, errno);
  }

  #badTags(): number {
    return this.#refuse(`arg#${this.i} has invalid combination of tags`);
  }

  /** undefined where the pointer is to be treated like any other type. */
  #pointer(tags: ReadonlySet<string>, pointee: number): Prepared | undefined {
    if (tags.has('ctx') || isProgCtxType(this.v, this.btf, pointee)) return this.#context(tags, pointee);
    if (isDynptr(this.btf.skipModifiers(pointee)))
      return tags.size > 0 ? this.#badTags() : argOf(arg.ARG_PTR_TO_DYNPTR | MEM_RDONLY);
    if (tags.has('trusted')) return this.#trusted(tags, pointee);
    if (tags.has('untrusted')) return this.#untrusted(tags, pointee);
    if (tags.has('arena')) return this.#arena(tags);
    return this.isGlobal ? this.#memory(tags, pointee) : undefined;
  }

  #context(tags: ReadonlySet<string>, pointee: number): Prepared {
    if (tags.size > (tags.has('ctx') ? 1 : 0)) return this.#badTags();
    const err = tags.has('ctx') ? validateProgCtxType(this.v, this.btf, pointee, this.i) : 0;
    return err === 0 ? argOf(arg.ARG_PTR_TO_CTX) : err;
  }

  #trusted(tags: ReadonlySet<string>, pointee: number): Prepared {
    if (tags.has('nonnull')) return this.#badTags();
    const id = this.#kernelType(pointee);
    if (id < 0) return id;
    const nullable = tags.has('nullable') ? PTR_MAYBE_NULL : 0;
    return argOf(arg.ARG_PTR_TO_BTF_ID | PTR_TRUSTED | nullable, 0, id);
  }

  #untrusted(tags: ReadonlySet<string>, pointee: number): Prepared {
    if (tags.size > 1) return this.#refuse(`arg#${this.i} untrusted cannot be combined with any other tags`);
    const type = this.btf.skipModifiers(pointee);
    if (type === undefined || type.kind === 'void' || type.kind === 'int' || isAnyEnum(type))
      return argOf(arg.ARG_PTR_TO_MEM | MEM_RDONLY | PTR_UNTRUSTED);
    const id = this.#kernelType(pointee);
    return id < 0 ? id : argOf(arg.ARG_PTR_TO_BTF_ID | PTR_UNTRUSTED, 0, id);
  }

  #arena(tags: ReadonlySet<string>): Prepared {
    if (tags.size > 1) return this.#refuse(`arg#${this.i} arena cannot be combined with any other tags`);
    return argOf(arg.ARG_PTR_TO_ARENA);
  }

  /** A pointer to memory of the size of its type. */
  #memory(tags: ReadonlySet<string>, pointee: number): Prepared {
    if (tags.has('nullable')) return this.#badTags();
    const size = this.btf.sizeOf(pointee);
    if (size === undefined) {
      const type = this.btf.skipModifiers(pointee);
      return this.#refuse(
        `arg#${this.i} reference type('${kindText(type)} ${type?.name ?? ''}') size cannot be determined: -22`,
      );
    }
    return argOf(arg.ARG_PTR_TO_MEM | (tags.has('nonnull') ? 0 : PTR_MAYBE_NULL), size);
  }

  #notPointer(tags: ReadonlySet<string>, type: BtfType | undefined): Prepared {
    if (tags.size > 0) return this.#refuse(`arg#${this.i} has pointer tag, but is not a pointer type`);
    if (type !== undefined && (type.kind === 'int' || isAnyEnum(type))) return argOf(arg.ARG_ANYTHING);
    if (!this.isGlobal) return -EINVAL;
    return this.#refuse(`Arg#${this.i} type ${kindText(type)} in ${this.funcName}() is not supported yet.`);
  }

  /** The kernel's type of the same name. kernel: btf.c btf_get_ptr_to_btf_id() */
  #kernelType(pointee: number): number {
    const type = this.btf.skipModifiers(pointee);
    const name = bareName(type?.name ?? '');
    const id = type === undefined ? undefined : vmlinuxBtf().find(name, type.kind);
    if (id !== undefined) return id;
    return this.#refuse(`arg#${this.i} reference type('${kindText(type)} ${type?.name ?? ''}') has no matches`, ENOENT);
  }
}

/** Names may carry a flavour behind three underscores. kernel: bpf_core_essential_name_len() */
function bareName(name: string): string {
  const at = name.lastIndexOf('___');
  return at > 0 ? name.slice(0, at) : name;
}

/** kernel: btf.c btf_type_str() */
const kindText = (type: BtfType | undefined): string =>
  type === undefined || type.kind === 'void' ? 'UNKNOWN' : type.kind.toUpperCase();

/** kernel: btf.c btf_is_dynptr_ptr() */
const isDynptr = (type: BtfType | undefined): boolean =>
  type?.name === 'bpf_dynptr' && (type.kind === 'struct' || (type.kind === 'fwd' && !type.isUnion));

/** The struct that programs of a type have as context, by the name that programs use. kernel: bpf_ctx_convert */
const CONTEXT_NAMES: ReadonlyMap<number, string> = new Map([
  [program.BPF_PROG_TYPE_KPROBE, 'pt_regs'],
  [program.BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE, 'bpf_raw_tracepoint_args'],
  [program.BPF_PROG_TYPE_SYSCALL, ''],
  [program.BPF_PROG_TYPE_TRACEPOINT, ''],
  [program.BPF_PROG_TYPE_NETFILTER, 'bpf_nf_ctx'],
]);

function contextName(v: Verifier): string {
  const known = CONTEXT_NAMES.get(v.progType);
  return known ?? contextLayout(v.progType, v.request.expectedAttachType)?.struct ?? '';
}

/** The context of kprobes as user space calls it, whatever registers the machine has; programs may call a struct so. */
const REGS_TYPEDEF = 'bpf_user_pt_regs_t';

/** kernel: btf.c btf_is_prog_ctx_type() */
export function isProgCtxType(v: Verifier, btf: Btf, pointee: number): boolean {
  if (v.progType === program.BPF_PROG_TYPE_KPROBE && passesTypedef(btf, pointee, REGS_TYPEDEF)) return true;
  const type = btf.skipModifiers(pointee);
  if (type === undefined || !isComposite(type)) return false;
  if (v.progType === program.BPF_PROG_TYPE_KPROBE && type.name === REGS_TYPEDEF) return true;
  const expected = contextName(v);
  return expected !== '' && (type.name === expected || type.name.startsWith(`${expected}___`));
}

/** True if the first typedef of a chain of modifiers has this name. */
function passesTypedef(btf: Btf, id: number, name: string): boolean {
  let type = btf.type(id);
  while (type !== undefined && (type.kind === 'const' || type.kind === 'volatile' || type.kind === 'restrict'))
    type = btf.type(type.type);
  return type?.kind === 'typedef' && type.name === name;
}

const REGS_TYPES: ReadonlySet<number> = new Set([program.BPF_PROG_TYPE_KPROBE, program.BPF_PROG_TYPE_PERF_EVENT]);
const ANY_CONTEXT: ReadonlySet<number> = new Set([
  program.BPF_PROG_TYPE_TRACEPOINT,
  program.BPF_PROG_TYPE_SYSCALL,
  program.BPF_PROG_TYPE_EXT,
]);
const WORDS_CONTEXT: ReadonlySet<number> = new Set([
  program.BPF_PROG_TYPE_RAW_TRACEPOINT,
  program.BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE,
  program.BPF_PROG_TYPE_LSM,
  program.BPF_PROG_TYPE_STRUCT_OPS,
]);

/** A parameter tagged as context has a type that fits the program's. kernel: btf.c btf_validate_prog_ctx_type() */
function validateProgCtxType(v: Verifier, btf: Btf, pointee: number, i: number): number {
  if (REGS_TYPES.has(v.progType) && passesTypedef(btf, pointee, REGS_TYPEDEF)) return 0;
  const type = btf.skipModifiers(pointee);
  if (type === undefined || type.kind === 'void') return 0;
  if (type.name === '') return refuse(v, `arg#${i} type doesn't have a name`);
  if (REGS_TYPES.has(v.progType) && isComposite(type) && type.name === 'pt_regs') return 0;
  if (isWord(type) && WORDS_CONTEXT.has(v.progType)) return 0;
  if (v.progType === program.BPF_PROG_TYPE_TRACING && fitsTracing(type, v.request.expectedAttachType)) return 0;
  if (ANY_CONTEXT.has(v.progType)) return 0;
  const expected = contextName(v);
  if (expected === '') return refuse(v, `arg#${i} should be void pointer`);
  if (isComposite(type) && type.name === expected) return 0;
  return refuse(v, `arg#${i} should be \`struct ${expected} *\``);
}

const isWord = (type: BtfType): boolean => type.kind === 'int' && type.size === 8;

function fitsTracing(type: BtfType, attachType: number): boolean {
  if (attachType === attach.BPF_TRACE_ITER) return isComposite(type) && type.name.startsWith('bpf_iter__');
  if (attachType !== attach.BPF_TRACE_RAW_TP) return isWord(type);
  return isWord(type) || (isComposite(type) && type.name === 'bpf_raw_tracepoint_args');
}
