/**
 * What a section name says about a program: type, expected attach type, and what libbpf adds at load time.
 * Names and order of libbpf 1.1 (`section_defs`), whose answers the conformance corpus records.
 */
import * as attach from './attach-types.ts';
import * as types from './program-types.ts';
import { BPF_F_SLEEPABLE, BPF_F_XDP_HAS_FRAGS } from './program-types.ts';

/** The program attaches to something of the kernel that has a BTF id. */
const ATTACH_BTF = 1;
const SLEEPABLE = 2;
const XDP_FRAGS = 4;

/** A name that ends in `+` stands alone or before a `/` and what to attach to. The first match counts. */
const ROWS: readonly (readonly [name: string, type: number, attachType: number, traits?: number])[] = [
  ['socket', types.BPF_PROG_TYPE_SOCKET_FILTER, 0],
  ['sk_reuseport/migrate', types.BPF_PROG_TYPE_SK_REUSEPORT, attach.BPF_SK_REUSEPORT_SELECT_OR_MIGRATE],
  ['sk_reuseport', types.BPF_PROG_TYPE_SK_REUSEPORT, attach.BPF_SK_REUSEPORT_SELECT],
  ['kprobe+', types.BPF_PROG_TYPE_KPROBE, 0],
  ['uprobe+', types.BPF_PROG_TYPE_KPROBE, 0],
  ['uprobe.s+', types.BPF_PROG_TYPE_KPROBE, 0, SLEEPABLE],
  ['kretprobe+', types.BPF_PROG_TYPE_KPROBE, 0],
  ['uretprobe+', types.BPF_PROG_TYPE_KPROBE, 0],
  ['uretprobe.s+', types.BPF_PROG_TYPE_KPROBE, 0, SLEEPABLE],
  ['kprobe.multi+', types.BPF_PROG_TYPE_KPROBE, attach.BPF_TRACE_KPROBE_MULTI],
  ['kretprobe.multi+', types.BPF_PROG_TYPE_KPROBE, attach.BPF_TRACE_KPROBE_MULTI],
  ['ksyscall+', types.BPF_PROG_TYPE_KPROBE, 0],
  ['kretsyscall+', types.BPF_PROG_TYPE_KPROBE, 0],
  ['usdt+', types.BPF_PROG_TYPE_KPROBE, 0],
  ['tc', types.BPF_PROG_TYPE_SCHED_CLS, 0],
  ['classifier', types.BPF_PROG_TYPE_SCHED_CLS, 0],
  ['action', types.BPF_PROG_TYPE_SCHED_ACT, 0],
  ['tracepoint+', types.BPF_PROG_TYPE_TRACEPOINT, 0],
  ['tp+', types.BPF_PROG_TYPE_TRACEPOINT, 0],
  ['raw_tracepoint+', types.BPF_PROG_TYPE_RAW_TRACEPOINT, 0],
  ['raw_tp+', types.BPF_PROG_TYPE_RAW_TRACEPOINT, 0],
  ['raw_tracepoint.w+', types.BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE, 0],
  ['raw_tp.w+', types.BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE, 0],
  ['tp_btf+', types.BPF_PROG_TYPE_TRACING, attach.BPF_TRACE_RAW_TP, ATTACH_BTF],
  ['fentry+', types.BPF_PROG_TYPE_TRACING, attach.BPF_TRACE_FENTRY, ATTACH_BTF],
  ['fmod_ret+', types.BPF_PROG_TYPE_TRACING, attach.BPF_MODIFY_RETURN, ATTACH_BTF],
  ['fexit+', types.BPF_PROG_TYPE_TRACING, attach.BPF_TRACE_FEXIT, ATTACH_BTF],
  ['fentry.s+', types.BPF_PROG_TYPE_TRACING, attach.BPF_TRACE_FENTRY, ATTACH_BTF | SLEEPABLE],
  ['fmod_ret.s+', types.BPF_PROG_TYPE_TRACING, attach.BPF_MODIFY_RETURN, ATTACH_BTF | SLEEPABLE],
  ['fexit.s+', types.BPF_PROG_TYPE_TRACING, attach.BPF_TRACE_FEXIT, ATTACH_BTF | SLEEPABLE],
  ['freplace+', types.BPF_PROG_TYPE_EXT, 0, ATTACH_BTF],
  ['lsm+', types.BPF_PROG_TYPE_LSM, attach.BPF_LSM_MAC, ATTACH_BTF],
  ['lsm.s+', types.BPF_PROG_TYPE_LSM, attach.BPF_LSM_MAC, ATTACH_BTF | SLEEPABLE],
  ['lsm_cgroup+', types.BPF_PROG_TYPE_LSM, attach.BPF_LSM_CGROUP, ATTACH_BTF],
  ['iter+', types.BPF_PROG_TYPE_TRACING, attach.BPF_TRACE_ITER, ATTACH_BTF],
  ['iter.s+', types.BPF_PROG_TYPE_TRACING, attach.BPF_TRACE_ITER, ATTACH_BTF | SLEEPABLE],
  ['syscall', types.BPF_PROG_TYPE_SYSCALL, 0, SLEEPABLE],
  ['xdp.frags/devmap', types.BPF_PROG_TYPE_XDP, attach.BPF_XDP_DEVMAP, XDP_FRAGS],
  ['xdp/devmap', types.BPF_PROG_TYPE_XDP, attach.BPF_XDP_DEVMAP],
  ['xdp.frags/cpumap', types.BPF_PROG_TYPE_XDP, attach.BPF_XDP_CPUMAP, XDP_FRAGS],
  ['xdp/cpumap', types.BPF_PROG_TYPE_XDP, attach.BPF_XDP_CPUMAP],
  ['xdp.frags', types.BPF_PROG_TYPE_XDP, attach.BPF_XDP, XDP_FRAGS],
  ['xdp', types.BPF_PROG_TYPE_XDP, attach.BPF_XDP],
  ['perf_event', types.BPF_PROG_TYPE_PERF_EVENT, 0],
  ['lwt_in', types.BPF_PROG_TYPE_LWT_IN, 0],
  ['lwt_out', types.BPF_PROG_TYPE_LWT_OUT, 0],
  ['lwt_xmit', types.BPF_PROG_TYPE_LWT_XMIT, 0],
  ['lwt_seg6local', types.BPF_PROG_TYPE_LWT_SEG6LOCAL, 0],
  ['sockops', types.BPF_PROG_TYPE_SOCK_OPS, attach.BPF_CGROUP_SOCK_OPS],
  ['sk_skb/stream_parser', types.BPF_PROG_TYPE_SK_SKB, attach.BPF_SK_SKB_STREAM_PARSER],
  ['sk_skb/stream_verdict', types.BPF_PROG_TYPE_SK_SKB, attach.BPF_SK_SKB_STREAM_VERDICT],
  ['sk_skb', types.BPF_PROG_TYPE_SK_SKB, 0],
  ['sk_msg', types.BPF_PROG_TYPE_SK_MSG, attach.BPF_SK_MSG_VERDICT],
  ['lirc_mode2', types.BPF_PROG_TYPE_LIRC_MODE2, attach.BPF_LIRC_MODE2],
  ['flow_dissector', types.BPF_PROG_TYPE_FLOW_DISSECTOR, attach.BPF_FLOW_DISSECTOR],
  ['cgroup_skb/ingress', types.BPF_PROG_TYPE_CGROUP_SKB, attach.BPF_CGROUP_INET_INGRESS],
  ['cgroup_skb/egress', types.BPF_PROG_TYPE_CGROUP_SKB, attach.BPF_CGROUP_INET_EGRESS],
  ['cgroup/skb', types.BPF_PROG_TYPE_CGROUP_SKB, 0],
  ['cgroup/sock_create', types.BPF_PROG_TYPE_CGROUP_SOCK, attach.BPF_CGROUP_INET_SOCK_CREATE],
  ['cgroup/sock_release', types.BPF_PROG_TYPE_CGROUP_SOCK, attach.BPF_CGROUP_INET_SOCK_RELEASE],
  ['cgroup/sock', types.BPF_PROG_TYPE_CGROUP_SOCK, attach.BPF_CGROUP_INET_SOCK_CREATE],
  ['cgroup/post_bind4', types.BPF_PROG_TYPE_CGROUP_SOCK, attach.BPF_CGROUP_INET4_POST_BIND],
  ['cgroup/post_bind6', types.BPF_PROG_TYPE_CGROUP_SOCK, attach.BPF_CGROUP_INET6_POST_BIND],
  ['cgroup/bind4', types.BPF_PROG_TYPE_CGROUP_SOCK_ADDR, attach.BPF_CGROUP_INET4_BIND],
  ['cgroup/bind6', types.BPF_PROG_TYPE_CGROUP_SOCK_ADDR, attach.BPF_CGROUP_INET6_BIND],
  ['cgroup/connect4', types.BPF_PROG_TYPE_CGROUP_SOCK_ADDR, attach.BPF_CGROUP_INET4_CONNECT],
  ['cgroup/connect6', types.BPF_PROG_TYPE_CGROUP_SOCK_ADDR, attach.BPF_CGROUP_INET6_CONNECT],
  ['cgroup/sendmsg4', types.BPF_PROG_TYPE_CGROUP_SOCK_ADDR, attach.BPF_CGROUP_UDP4_SENDMSG],
  ['cgroup/sendmsg6', types.BPF_PROG_TYPE_CGROUP_SOCK_ADDR, attach.BPF_CGROUP_UDP6_SENDMSG],
  ['cgroup/recvmsg4', types.BPF_PROG_TYPE_CGROUP_SOCK_ADDR, attach.BPF_CGROUP_UDP4_RECVMSG],
  ['cgroup/recvmsg6', types.BPF_PROG_TYPE_CGROUP_SOCK_ADDR, attach.BPF_CGROUP_UDP6_RECVMSG],
  ['cgroup/getpeername4', types.BPF_PROG_TYPE_CGROUP_SOCK_ADDR, attach.BPF_CGROUP_INET4_GETPEERNAME],
  ['cgroup/getpeername6', types.BPF_PROG_TYPE_CGROUP_SOCK_ADDR, attach.BPF_CGROUP_INET6_GETPEERNAME],
  ['cgroup/getsockname4', types.BPF_PROG_TYPE_CGROUP_SOCK_ADDR, attach.BPF_CGROUP_INET4_GETSOCKNAME],
  ['cgroup/getsockname6', types.BPF_PROG_TYPE_CGROUP_SOCK_ADDR, attach.BPF_CGROUP_INET6_GETSOCKNAME],
  ['cgroup/sysctl', types.BPF_PROG_TYPE_CGROUP_SYSCTL, attach.BPF_CGROUP_SYSCTL],
  ['cgroup/getsockopt', types.BPF_PROG_TYPE_CGROUP_SOCKOPT, attach.BPF_CGROUP_GETSOCKOPT],
  ['cgroup/setsockopt', types.BPF_PROG_TYPE_CGROUP_SOCKOPT, attach.BPF_CGROUP_SETSOCKOPT],
  ['cgroup/dev', types.BPF_PROG_TYPE_CGROUP_DEVICE, attach.BPF_CGROUP_DEVICE],
  ['struct_ops+', types.BPF_PROG_TYPE_STRUCT_OPS, 0],
  ['sk_lookup', types.BPF_PROG_TYPE_SK_LOOKUP, attach.BPF_SK_LOOKUP],
];

export interface SectionRule {
  readonly type: number;
  readonly expectedAttachType: number;
  /** `prog_flags` of the load request. */
  readonly flags: number;
  /** The name behind the slash is looked up in the kernel's BTF. */
  readonly attachesToBtf: boolean;
}

/** The rule for a section name without `?`; undefined if libbpf does not know the section. */
export function sectionRule(section: string): SectionRule | undefined {
  const row = ROWS.find(([name]) => matches(section, name));
  if (row === undefined) return undefined;
  const [, type, expectedAttachType, traits = 0] = row;
  const sleepable = (traits & SLEEPABLE) !== 0 ? BPF_F_SLEEPABLE : 0;
  const frags = (traits & XDP_FRAGS) !== 0 ? BPF_F_XDP_HAS_FRAGS : 0;
  return { type, expectedAttachType, flags: sleepable | frags, attachesToBtf: (traits & ATTACH_BTF) !== 0 };
}

/** libbpf: sec_def_matches() */
function matches(section: string, name: string): boolean {
  if (!name.endsWith('+')) return section === name;
  const stem = name.slice(0, -1);
  return section === stem || section.startsWith(`${stem}/`);
}

/** All names that a program section may have, for completion; a trailing `/` wants a target. */
export const sectionNames = (): readonly string[] => ROWS.map(([name]) => name.replace(/\+$/, '/'));

/** The names as libbpf lists them in a message: with `+` where a target may follow. */
export const sectionPatterns = (): readonly string[] => ROWS.map(([name]) => name);
