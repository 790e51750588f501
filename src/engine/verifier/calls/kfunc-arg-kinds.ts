/**
 * What a pointer parameter of a kernel function stands for: said by its type, by the suffix of its name, or by the
 * register that is passed. kernel: verifier.c get_kfunc_ptr_arg_type()
 */
import { EINVAL } from '../../abi/errno.ts';
import * as kf from '../../abi/kfuncs.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import type { Btf } from '../../btf/btf.ts';
import type { BtfParam, BtfType } from '../../btf/types.ts';
import { isAnyEnum, isComposite } from '../../btf/types.ts';
import type { Verifier } from '../env.ts';
import { reg } from '../env.ts';
import { isProgCtxType } from '../program/func-args.ts';
import {
  baseType,
  CONST_PTR_TO_MAP,
  PTR_TO_BTF_ID,
  PTR_TO_SOCK_COMMON,
  PTR_TO_SOCKET,
  PTR_TO_TCP_SOCK,
  SCALAR_VALUE,
  TYPE,
} from '../program/layout.ts';
import { registerIsNull } from '../states/regs.ts';
import type { KfuncMeta } from './kfunc-meta.ts';

/** kernel: enum kfunc_ptr_arg_type */
export type KfuncArgKind =
  | 'ctx'
  | 'alloc'
  | 'refcounted'
  | 'dynptr'
  | 'iter'
  | 'list_head'
  | 'list_node'
  | 'btf_id'
  | 'mem'
  | 'mem_size'
  | 'callback'
  | 'rb_root'
  | 'rb_node'
  | 'null'
  | 'const_str'
  | 'map'
  | 'wq'
  | 'irq_flag'
  | 'res_spin_lock'
  | 'task_work';

/** Register types that stand for a kernel struct. kernel: verifier.c reg2btf_ids */
const REG_STRUCTS: ReadonlyMap<number, string> = new Map([
  [PTR_TO_SOCKET, 'sock'],
  [PTR_TO_SOCK_COMMON, 'sock_common'],
  [PTR_TO_TCP_SOCK, 'tcp_sock'],
  [CONST_PTR_TO_MAP, 'bpf_map'],
]);

/** Type id of the struct that a register type stands for; undefined if it does not. */
export function regStructId(type: number): number | undefined {
  const name = REG_STRUCTS.get(baseType(type));
  return name === undefined ? undefined : vmlinuxBtf().find(name, 'struct');
}

const CTX_KFUNCS: ReadonlySet<string> = new Set([
  'bpf_cast_to_kern_ctx',
  'bpf_session_is_return',
  'bpf_session_cookie',
]);

const BY_SUFFIX: readonly (readonly [suffix: string, kind: KfuncArgKind])[] = [
  ['__alloc', 'alloc'],
  ['__refcounted_kptr', 'refcounted'],
];

/** Parameters that point to these structs. */
const BY_STRUCT: ReadonlyMap<string, KfuncArgKind> = new Map([
  ['bpf_dynptr', 'dynptr'],
  ['bpf_list_head', 'list_head'],
  ['bpf_list_node', 'list_node'],
  ['bpf_rb_root', 'rb_root'],
  ['bpf_rb_node', 'rb_node'],
  ['bpf_wq', 'wq'],
  ['bpf_task_work', 'task_work'],
  ['bpf_res_spin_lock', 'res_spin_lock'],
]);

const BY_LATE_SUFFIX: readonly (readonly [suffix: string, kind: KfuncArgKind])[] = [
  ['__str', 'const_str'],
  ['__map', 'map'],
  ['__irq_flag', 'irq_flag'],
];

/** kernel: verifier.c btf_param_match_suffix() */
export const hasSuffix = (param: BtfParam, suffix: string): boolean => param.name.endsWith(suffix);

/** kernel: verifier.c is_kfunc_arg_nullable() */
export const isNullable = (param: BtfParam): boolean => hasSuffix(param, '__nullable');

export const isScalar = (type: BtfType | undefined): boolean =>
  type !== undefined && (type.kind === 'int' || isAnyEnum(type));

/** The type of parameters and results, behind typedefs and qualifiers; undefined for void. */
export function plainType(btf: Btf, id: number): BtfType | undefined {
  return id === 0 ? undefined : btf.skipModifiers(id);
}

/** True if parameter `index` says how large the memory before it is. kernel: is_kfunc_arg_mem_size(), …_const_mem_size() */
function isSizeOfPrevious(v: Verifier, meta: KfuncMeta, index: number): boolean {
  const param = meta.proto.params[index];
  if (param === undefined || !isScalar(plainType(vmlinuxBtf(), param.type))) return false;
  if (v.w[reg(v, index + 1) + TYPE] !== SCALAR_VALUE) return false;
  return hasSuffix(param, '__sz') || hasSuffix(param, '__szk');
}

/** The kind of pointer parameter `index`, or a negative errno after a message. kernel: get_kfunc_ptr_arg_type() */
export function kfuncArgKind(v: Verifier, meta: KfuncMeta, index: number, pointee: number): KfuncArgKind | number {
  const param = meta.proto.params[index];
  const hasSize = isSizeOfPrevious(v, meta, index + 1);
  if (CTX_KFUNCS.has(meta.name) || isProgCtxType(v, vmlinuxBtf(), pointee)) return 'ctx';
  if (isNullable(param) && registerIsNull(v.w, reg(v, index + 1)) && !hasSize) return 'null';
  return declaredKind(meta, index, param, pointee) ?? kindByRegister(v, meta, index, pointee, hasSize);
}

/** What name and type of the parameter say. */
function declaredKind(meta: KfuncMeta, index: number, param: BtfParam, pointee: number): KfuncArgKind | undefined {
  const early = BY_SUFFIX.find(([suffix]) => hasSuffix(param, suffix));
  if (early !== undefined) return early[1];
  const type = plainType(vmlinuxBtf(), pointee);
  const struct = type?.kind === 'struct' ? BY_STRUCT.get(type.name) : undefined;
  if (struct === 'dynptr') return struct;
  if (meta.has(kf.KF_ITER) ? index === 0 : hasSuffix(param, '__iter')) return 'iter';
  return struct ?? BY_LATE_SUFFIX.find(([suffix]) => hasSuffix(param, suffix))?.[1];
}

function kindByRegister(
  v: Verifier,
  meta: KfuncMeta,
  index: number,
  pointee: number,
  hasSize: boolean,
): KfuncArgKind | number {
  const type = plainType(vmlinuxBtf(), pointee);
  const regType = v.w[reg(v, index + 1) + TYPE];
  if (baseType(regType) === PTR_TO_BTF_ID || regStructId(regType) !== undefined) {
    if (type !== undefined && isComposite(type)) return 'btf_id';
    v.verbose(`kernel function ${meta.name} args#${index} pointer type ${typeText(type)} is not supported\n`);
    return -EINVAL;
  }
  if (type?.kind === 'func_proto') return 'callback';
  const isPlainMemory = isScalar(type) || isScalarStruct(v, vmlinuxBtf(), type, 0) || (hasSize && type === undefined);
  if (isPlainMemory) return hasSize ? 'mem_size' : 'mem';
  const allowed = `${hasSize ? 'void, ' : ''}scalar, or struct with scalar`;
  v.verbose(`arg#${index} pointer type ${typeText(type)} must point to ${allowed}\n`);
  return -EINVAL;
}

/** Kind and name of a type, as in messages. kernel: btf.c btf_type_str() */
export function typeText(type: BtfType | undefined): string {
  if (type === undefined) return 'UNKNOWN ';
  return `${type.kind.toUpperCase()} ${type.name}`;
}

/** A struct of nothing but numbers, arrays of numbers and such structs. kernel: verifier.c __btf_type_is_scalar_struct() */
export function isScalarStruct(v: Verifier, btf: Btf, type: BtfType | undefined, depth: number): boolean {
  if (type === undefined || !isComposite(type)) return false;
  for (const member of type.members) {
    const memberType = plainType(btf, member.type);
    if (memberType !== undefined && isComposite(memberType)) {
      if (depth >= 3) {
        v.verbose('max struct nesting depth exceeded\n');
        return false;
      }
      if (!isScalarStruct(v, btf, memberType, depth + 1)) return false;
    } else if (!isScalar(memberType) && !isScalarArray(btf, memberType)) {
      return false;
    }
  }
  return true;
}

const isScalarArray = (btf: Btf, type: BtfType | undefined): boolean =>
  type?.kind === 'array' && type.length !== 0 && isScalar(plainType(btf, type.type));
