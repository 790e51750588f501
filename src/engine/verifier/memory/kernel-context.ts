/** What the kernel passes to programs, where they see something else. kernel: linux/bpf_types.h, btf.c get_kern_ctx_btf_id() */
import { EINVAL } from '../../abi/errno.ts';
import * as program from '../../abi/program-types.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import type { KfuncMeta } from '../calls/kfunc-meta.ts';
import type { Verifier } from '../env.ts';

const SK_BUFF = 'sk_buff';

/** Structs by program type; the types that are not here have `void *` or a number for a context. */
const KERNEL_CONTEXTS: ReadonlyMap<number, string> = new Map([
  [program.BPF_PROG_TYPE_SOCKET_FILTER, SK_BUFF],
  [program.BPF_PROG_TYPE_SCHED_CLS, SK_BUFF],
  [program.BPF_PROG_TYPE_SCHED_ACT, SK_BUFF],
  [program.BPF_PROG_TYPE_CGROUP_SKB, SK_BUFF],
  [program.BPF_PROG_TYPE_LWT_IN, SK_BUFF],
  [program.BPF_PROG_TYPE_LWT_OUT, SK_BUFF],
  [program.BPF_PROG_TYPE_LWT_XMIT, SK_BUFF],
  [program.BPF_PROG_TYPE_LWT_SEG6LOCAL, SK_BUFF],
  [program.BPF_PROG_TYPE_SK_SKB, SK_BUFF],
  [program.BPF_PROG_TYPE_XDP, 'xdp_buff'],
  [program.BPF_PROG_TYPE_KPROBE, 'pt_regs'],
  [program.BPF_PROG_TYPE_PERF_EVENT, 'bpf_perf_event_data_kern'],
  [program.BPF_PROG_TYPE_CGROUP_SOCK, 'sock'],
  [program.BPF_PROG_TYPE_CGROUP_SOCK_ADDR, 'bpf_sock_addr_kern'],
  [program.BPF_PROG_TYPE_SOCK_OPS, 'bpf_sock_ops_kern'],
  [program.BPF_PROG_TYPE_SK_MSG, 'sk_msg'],
  [program.BPF_PROG_TYPE_SK_LOOKUP, 'bpf_sk_lookup_kern'],
  [program.BPF_PROG_TYPE_CGROUP_SOCKOPT, 'bpf_sockopt_kern'],
  [program.BPF_PROG_TYPE_CGROUP_SYSCTL, 'bpf_sysctl_kern'],
  [program.BPF_PROG_TYPE_CGROUP_DEVICE, 'bpf_cgroup_dev_ctx'],
  [program.BPF_PROG_TYPE_SK_REUSEPORT, 'sk_reuseport_kern'],
  [program.BPF_PROG_TYPE_FLOW_DISSECTOR, 'bpf_flow_dissector'],
  [program.BPF_PROG_TYPE_NETFILTER, 'bpf_nf_ctx'],
]);

/** Program types whose context the kernel declares as `void *`. */
const UNTYPED: ReadonlySet<number> = new Set([
  program.BPF_PROG_TYPE_TRACING,
  program.BPF_PROG_TYPE_STRUCT_OPS,
  program.BPF_PROG_TYPE_EXT,
  program.BPF_PROG_TYPE_LSM,
  program.BPF_PROG_TYPE_SYSCALL,
]);

/** The kernel's number for what stands in the place of a struct. */
function plainContext(type: number): number {
  const types = vmlinuxBtf();
  return (UNTYPED.has(type) ? types.pointerTo(0) : types.find('u64', 'typedef')) ?? 0;
}

/** Notes the struct that `bpf_cast_to_kern_ctx` gives: 0, or a negative errno after a message. */
export function noteKernelContext(v: Verifier, meta: KfuncMeta): number {
  const types = vmlinuxBtf();
  const name = KERNEL_CONTEXTS.get(v.progType);
  const id = name === undefined ? undefined : types.find(name, 'struct');
  if (id === undefined) {
    v.verbose(`kern ctx type id ${plainContext(v.progType)} is not a struct\n`);
    return -EINVAL;
  }
  meta.retBtfId = id;
  return 0;
}
