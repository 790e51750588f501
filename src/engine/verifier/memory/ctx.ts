/** Loads and stores of the context and of sockets that it leads to. */
import { contextAccess, contextLayout, socketLayout } from '../../abi/contexts.ts';
import { EACCES } from '../../abi/errno.ts';
import * as program from '../../abi/program-types.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import type { Btf } from '../../btf/btf.ts';
import type { Verifier } from '../env.ts';
import { btfNumber, reg } from '../env.ts';
import { verboseLinfo } from '../log/log.ts';
import { regTypeStr } from '../log/log-names.ts';
import * as layout from '../program/layout.ts';
import { isPointerValue, markRegKnownZero, markRegUnknown } from '../states/regs.ts';
import { BPF_READ, BPF_WRITE } from './access-types.ts';
import { btfCtxAccess } from './btf-ctx.ts';
import { checkPtrOffReg } from './mem-region.ts';

/** What a load of a context field gives. kernel: struct bpf_insn_access_aux */
export interface CtxValue {
  readonly regType: number;
  readonly btf?: Btf;
  readonly btfId?: number;
  /** Bytes of the field in the context, for loads of a part of it. */
  readonly fieldSize?: number;
}

/** Types whose accesses to the context are not rewritten. kernel: every bpf_verifier_ops without convert_ctx_access */
const PLAIN_CONTEXTS: ReadonlySet<number> = new Set([
  program.BPF_PROG_TYPE_SYSCALL,
  program.BPF_PROG_TYPE_KPROBE,
  program.BPF_PROG_TYPE_TRACEPOINT,
  program.BPF_PROG_TYPE_RAW_TRACEPOINT,
  program.BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE,
  program.BPF_PROG_TYPE_TRACING,
  program.BPF_PROG_TYPE_LSM,
  program.BPF_PROG_TYPE_STRUCT_OPS,
  program.BPF_PROG_TYPE_CGROUP_DEVICE,
  program.BPF_PROG_TYPE_LIRC_MODE2,
  program.BPF_PROG_TYPE_NETFILTER,
]);

/** True if the context is memory like any other for helpers: its last byte that they use is checked. */
export const isPlainContext = (v: Verifier): boolean => PLAIN_CONTEXTS.has(v.progType);

function ctxValue(v: Verifier, off: number, size: number, type: number, signExtends: boolean): CtxValue | undefined {
  const context = contextLayout(v.progType, v.request.expectedAttachType);
  if (context === undefined) return btfCtxAccess(v, off, size, type);
  const field = contextAccess(context, off, size, type === BPF_WRITE, signExtends);
  if (field === undefined) return undefined;
  if (field.struct === undefined) return { regType: field.regType, fieldSize: field.size };
  const btf = vmlinuxBtf();
  return { regType: field.regType, btf, btfId: btf.find(field.struct, 'struct') ?? 0 };
}

/** kernel: verifier.c check_ctx_access() */
function checkCtxFieldAccess(
  v: Verifier,
  insnIdx: number,
  off: number,
  size: number,
  type: number,
  signExtends: boolean,
): CtxValue | undefined {
  const value = ctxValue(v, off, size, type, signExtends);
  if (value === undefined) {
    v.verbose(`invalid bpf_context access off=${off} size=${size}\n`);
    return undefined;
  }
  if (value.fieldSize !== undefined) v.aux.ctxFieldSize[insnIdx] = value.fieldSize;
  v.maxCtxOffset = Math.max(v.maxCtxOffset, off + size);
  return value;
}

/** A load or store of the context. kernel: verifier.c check_mem_access(), PTR_TO_CTX */
export function checkCtxAccess(
  v: Verifier,
  insnIdx: number,
  regno: number,
  off: number,
  size: number,
  type: number,
  valueRegno: number,
  signExtends: boolean,
): number {
  if (type === BPF_WRITE && valueRegno >= 0 && isPointerValue(v, reg(v, valueRegno))) {
    v.verbose(`R${valueRegno} leaks addr into ctx\n`);
    return -EACCES;
  }
  const error = checkPtrOffReg(v, reg(v, regno), regno);
  if (error !== 0) return error;
  const value = checkCtxFieldAccess(v, insnIdx, off, size, type, signExtends);
  if (value === undefined) {
    verboseLinfo(v, insnIdx, '; ');
    return -EACCES;
  }
  if (type === BPF_READ && valueRegno >= 0) loadCtxValue(v, reg(v, valueRegno), value);
  return 0;
}

function loadCtxValue(v: Verifier, r: number, value: CtxValue): void {
  if (value.regType === layout.SCALAR_VALUE) {
    markRegUnknown(v, r);
    return;
  }
  markRegKnownZero(v, r);
  if (layout.typeMayBeNull(value.regType)) v.w[r + layout.ID] = ++v.idGen;
  // A pointer is whole, whatever the width of the load.
  v.w[r + layout.SUBREG_DEF] = 0;
  if (value.btf !== undefined) {
    v.w[r + layout.BTF] = btfNumber(v, value.btf);
    v.w[r + layout.BTF_ID] = value.btfId ?? 0;
  }
  v.w[r + layout.TYPE] = value.regType;
}

/** A load through a socket pointer. kernel: verifier.c check_sock_access() */
export function checkSockAccess(
  v: Verifier,
  insnIdx: number,
  regno: number,
  off: number,
  size: number,
  type: number,
): number {
  const r = reg(v, regno);
  if (v.w[r + layout.SMIN + 1] < 0) {
    v.verbose(`R${regno} min value is negative, either use unsigned index or do a if (index >=0) check.\n`);
    return -EACCES;
  }
  const regType = v.w[r + layout.TYPE];
  const socket = socketLayout(regType);
  const field = socket === undefined ? undefined : contextAccess(socket, off, size, type === BPF_WRITE, false);
  if (field !== undefined) {
    v.aux.ctxFieldSize[insnIdx] = field.size;
    return 0;
  }
  v.verbose(`R${regno} invalid ${regTypeStr(regType)} access off=${off} size=${size}\n`);
  return -EACCES;
}
