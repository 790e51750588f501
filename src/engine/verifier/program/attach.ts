/**
 * What a program is loaded for: whether it may sleep there, and the kernel function it stands at.
 * kernel: verifier.c check_attach_btf_id(), bpf_check_attach_target()
 */
import * as attach from '../../abi/attach-types.ts';
import { EINVAL, ENOTSUPP } from '../../abi/errno.ts';
import { isIterator } from '../../abi/iterators.ts';
import * as program from '../../abi/program-types.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import type { Verifier } from '../env.ts';
import { refuse } from '../refuse.ts';

const SLEEPABLE_TYPES: ReadonlySet<number> = new Set([
  program.BPF_PROG_TYPE_LSM,
  program.BPF_PROG_TYPE_KPROBE,
  program.BPF_PROG_TYPE_STRUCT_OPS,
]);
const SLEEPABLE_TRACING: ReadonlySet<number> = new Set([
  attach.BPF_TRACE_FENTRY,
  attach.BPF_TRACE_FEXIT,
  attach.BPF_MODIFY_RETURN,
  attach.BPF_TRACE_ITER,
]);
const ATTACHED_BY_BTF: ReadonlySet<number> = new Set([
  program.BPF_PROG_TYPE_TRACING,
  program.BPF_PROG_TYPE_LSM,
  program.BPF_PROG_TYPE_EXT,
]);

/** kernel: verifier.c can_be_sleepable() */
const canBeSleepable = (v: Verifier): boolean =>
  v.progType === program.BPF_PROG_TYPE_TRACING
    ? SLEEPABLE_TRACING.has(v.request.expectedAttachType)
    : SLEEPABLE_TYPES.has(v.progType);

/** Sets `v.attachTarget` of programs that name a kernel function. */
export function checkAttachBtfId(v: Verifier): number {
  if (v.progType === program.BPF_PROG_TYPE_SYSCALL)
    return v.sleepable ? 0 : refuse(v, 'Syscall programs can only be sleepable');
  if (v.sleepable && !canBeSleepable(v)) {
    return refuse(v, 'Only fentry/fexit/fmod_ret, lsm, iter, uprobe, and struct_ops programs can be sleepable');
  }
  if (v.progType === program.BPF_PROG_TYPE_STRUCT_OPS) return refuseStructOps(v);
  return ATTACHED_BY_BTF.has(v.progType) ? findTarget(v) : 0;
}

/** As where no struct of the kernel takes programs for its functions. kernel: verifier.c check_struct_ops_btf_id() */
function refuseStructOps(v: Verifier): number {
  const { attachBtfId } = v.request;
  if (!program.isGplCompatible(v.request.license))
    return refuse(v, 'struct ops programs must have a GPL compatible license');
  if (attachBtfId !== 0) v.verbose(`attach_btf_id ${attachBtfId} is not a supported struct\n`);
  return -ENOTSUPP;
}

const isIteratorProgram = (v: Verifier): boolean =>
  v.progType === program.BPF_PROG_TYPE_TRACING && v.request.expectedAttachType === attach.BPF_TRACE_ITER;

function findTarget(v: Verifier): number {
  const { attachBtfId } = v.request;
  if (attachBtfId === 0) return refuse(v, 'Tracing programs must provide btf_id');
  const btf = vmlinuxBtf();
  const type = btf.type(attachBtfId);
  if (type === undefined || type.name === '') return refuse(v, 'attach_btf_id not found in BTF');
  if (isIteratorProgram(v) && !isIterator(type.name)) return -EINVAL;
  v.attachTarget = { btf, btfId: attachBtfId, name: type.name, proto: btf.proto(attachBtfId) };
  return 0;
}
