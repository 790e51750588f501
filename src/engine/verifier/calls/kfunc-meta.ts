/**
 * A kfunc call: which function it is, and what its arguments tell about the rest of the call.
 */
import { EACCES, EINVAL, EPROTO } from '../../abi/errno.ts';
import * as kf from '../../abi/kfuncs.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import type { Btf } from '../../btf/btf.ts';
import type { BtfField } from '../../btf/fields.ts';
import type { BtfFuncProto } from '../../btf/types.ts';
import type { Verifier } from '../env.ts';

/** kernel: struct bpf_kfunc_call_arg_meta */
export class KfuncMeta {
  readonly funcId: number;
  readonly name: string;
  readonly proto: BtfFuncProto;
  /** KF_* flags. */
  readonly flags: number;
  refObjId = 0;
  /** Register whose object is given back; 0 = none. */
  releaseRegno = 0;
  subprogno = 0;
  /** `prog->aux` is passed by the kernel. */
  argProg = false;
  argOwningRef = false;
  /** Bytes that a returned pointer may be used for; 0 = its type says. */
  r0Size = 0;
  r0Rdonly = false;
  /** A constant argument; type ids and sizes. */
  constant: { low: number; high: number } | undefined = undefined;
  argBtf: Btf | undefined = undefined;
  argBtfId = 0;
  retBtfId = 0;
  listHead: BtfField | undefined = undefined;
  rbtreeRoot: BtfField | undefined = undefined;
  dynptrId = 0;
  dynptrType = 0;
  dynptrRefObjId = 0;
  iterSpi = 0;
  iterFrameno = 0;
  /** MAP_PTR number of the map argument, or of the map that a field argument lies in; 0 = none so far. */
  mapPtr = 0;
  mapUid = 0;

  constructor(funcId: number, name: string, proto: BtfFuncProto, flags: number) {
    this.funcId = funcId;
    this.name = name;
    this.proto = proto;
    this.flags = flags;
  }

  has(flag: number): boolean {
    return (this.flags & flag) !== 0;
  }

  /** kernel: verifier.c is_kfunc_trusted_args() */
  get trustedArgs(): boolean {
    return this.has(kf.KF_TRUSTED_ARGS | kf.KF_RELEASE);
  }
}

/** A prototype by function id; a negative errno after a message. kernel: verifier.c fetch_kfunc_meta() */
function kfuncProto(v: Verifier, i: number): BtfFuncProto | number {
  const { imm, off } = v.code;
  const id = imm[i];
  if (off[i] !== 0) return refuseOffset(v, off[i]);
  const proto = vmlinuxBtf().func(id) === undefined ? undefined : vmlinuxBtf().proto(id);
  if (proto !== undefined) return proto;
  v.verbose(`kernel btf_id ${id >>> 0} is not a function\n`);
  return -EINVAL;
}

/** Functions of modules come with file descriptors, which nobody passes. */
function refuseOffset(v: Verifier, off: number): number {
  if (off < 0) v.verbose('negative offset disallowed for kernel module function call\n');
  else v.verbose('kfunc offset > 0 without fd_array is invalid\n');
  v.verbose('failed to find BTF for kernel function\n');
  return off < 0 ? -EINVAL : -EPROTO;
}

/** Whether the call at `i` names a function; 0 or a negative errno after a message. */
export function checkKfuncExists(v: Verifier, i: number): number {
  const proto = kfuncProto(v, i);
  return typeof proto === 'number' ? proto : 0;
}

/** The call at `i`, or a negative errno after a message. kernel: verifier.c fetch_kfunc_arg_meta() */
export function fetchKfuncArgMeta(v: Verifier, i: number): KfuncMeta | number {
  const proto = kfuncProto(v, i);
  if (typeof proto === 'number') return proto;
  const name = vmlinuxBtf().name(v.code.imm[i]);
  const flags = kf.kfuncFlags(name, v.progType, v.request.expectedAttachType);
  if (flags !== undefined) return new KfuncMeta(v.code.imm[i], name, proto, flags);
  v.verbose(`calling kernel function ${name} is not allowed\n`);
  return -EACCES;
}

/** Answers by function name; the name of what a call calls, or empty. */
export const calledKfunc = (v: Verifier, i: number): string =>
  v.code.off[i] === 0 ? vmlinuxBtf().name(v.code.imm[i]) : '';
