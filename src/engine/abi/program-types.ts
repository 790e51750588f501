/**
 * Program types: numbers, names, and the rules that hang on the type. Which helpers a type may call is in
 * `helper-availability`, what its context looks like in `contexts`.
 * kernel: include/uapi/linux/bpf.h enum bpf_prog_type; kernel/bpf/syscall.c, verifier.c
 */
import * as attach from './attach-types.ts';
import type { VerifierEnv } from './env.ts';
import { capable } from './env.ts';
import { E2BIG, EINVAL, EPERM } from './errno.ts';

export const BPF_PROG_TYPE_UNSPEC = 0;
export const BPF_PROG_TYPE_SOCKET_FILTER = 1;
export const BPF_PROG_TYPE_KPROBE = 2;
export const BPF_PROG_TYPE_SCHED_CLS = 3;
export const BPF_PROG_TYPE_SCHED_ACT = 4;
export const BPF_PROG_TYPE_TRACEPOINT = 5;
export const BPF_PROG_TYPE_XDP = 6;
export const BPF_PROG_TYPE_PERF_EVENT = 7;
export const BPF_PROG_TYPE_CGROUP_SKB = 8;
export const BPF_PROG_TYPE_CGROUP_SOCK = 9;
export const BPF_PROG_TYPE_LWT_IN = 10;
export const BPF_PROG_TYPE_LWT_OUT = 11;
export const BPF_PROG_TYPE_LWT_XMIT = 12;
export const BPF_PROG_TYPE_SOCK_OPS = 13;
export const BPF_PROG_TYPE_SK_SKB = 14;
export const BPF_PROG_TYPE_CGROUP_DEVICE = 15;
export const BPF_PROG_TYPE_SK_MSG = 16;
export const BPF_PROG_TYPE_RAW_TRACEPOINT = 17;
export const BPF_PROG_TYPE_CGROUP_SOCK_ADDR = 18;
export const BPF_PROG_TYPE_LWT_SEG6LOCAL = 19;
export const BPF_PROG_TYPE_LIRC_MODE2 = 20;
export const BPF_PROG_TYPE_SK_REUSEPORT = 21;
export const BPF_PROG_TYPE_FLOW_DISSECTOR = 22;
export const BPF_PROG_TYPE_CGROUP_SYSCTL = 23;
export const BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE = 24;
export const BPF_PROG_TYPE_CGROUP_SOCKOPT = 25;
export const BPF_PROG_TYPE_TRACING = 26;
export const BPF_PROG_TYPE_STRUCT_OPS = 27;
export const BPF_PROG_TYPE_EXT = 28;
export const BPF_PROG_TYPE_LSM = 29;
export const BPF_PROG_TYPE_SK_LOOKUP = 30;
export const BPF_PROG_TYPE_SYSCALL = 31;
export const BPF_PROG_TYPE_NETFILTER = 32;

/** Names by number, as `bpftool` prints them. */
export const PROGRAM_TYPE_NAMES: readonly string[] = [
  'unspec',
  'socket_filter',
  'kprobe',
  'sched_cls',
  'sched_act',
  'tracepoint',
  'xdp',
  'perf_event',
  'cgroup_skb',
  'cgroup_sock',
  'lwt_in',
  'lwt_out',
  'lwt_xmit',
  'sock_ops',
  'sk_skb',
  'cgroup_device',
  'sk_msg',
  'raw_tracepoint',
  'cgroup_sock_addr',
  'lwt_seg6local',
  'lirc_mode2',
  'sk_reuseport',
  'flow_dissector',
  'cgroup_sysctl',
  'raw_tracepoint_writable',
  'cgroup_sockopt',
  'tracing',
  'struct_ops',
  'ext',
  'lsm',
  'sk_lookup',
  'syscall',
  'netfilter',
];

/** `sched_cls` for 3; the number as text if there is no such type. */
export const programTypeName = (type: number): string => PROGRAM_TYPE_NAMES[type] ?? String(type);

/** The number of a name; undefined if unknown. */
export function programTypeByName(name: string): number | undefined {
  const type = PROGRAM_TYPE_NAMES.indexOf(name);
  return type < 0 ? undefined : type;
}

/** `prog_flags` of `BPF_PROG_LOAD`. */
export const BPF_F_STRICT_ALIGNMENT = 1 << 0;
export const BPF_F_ANY_ALIGNMENT = 1 << 1;
export const BPF_F_TEST_RND_HI32 = 1 << 2;
export const BPF_F_TEST_STATE_FREQ = 1 << 3;
export const BPF_F_SLEEPABLE = 1 << 4;
export const BPF_F_XDP_HAS_FRAGS = 1 << 5;
export const BPF_F_XDP_DEV_BOUND_ONLY = 1 << 6;
export const BPF_F_TEST_REG_INVARIANTS = 1 << 7;

const KNOWN_FLAGS =
  BPF_F_STRICT_ALIGNMENT |
  BPF_F_ANY_ALIGNMENT |
  BPF_F_TEST_RND_HI32 |
  BPF_F_TEST_STATE_FREQ |
  BPF_F_SLEEPABLE |
  BPF_F_XDP_HAS_FRAGS |
  BPF_F_XDP_DEV_BOUND_ONLY |
  BPF_F_TEST_REG_INVARIANTS;

/** The most instructions that a program may have, and that the verifier walks, with CAP_BPF. */
export const BPF_COMPLEXITY_LIMIT_INSNS = 1_000_000;

const BIND = [attach.BPF_CGROUP_INET4_BIND, attach.BPF_CGROUP_INET6_BIND];
const CONNECT = [attach.BPF_CGROUP_INET4_CONNECT, attach.BPF_CGROUP_INET6_CONNECT, attach.BPF_CGROUP_UNIX_CONNECT];
const SENDMSG = [attach.BPF_CGROUP_UDP4_SENDMSG, attach.BPF_CGROUP_UDP6_SENDMSG, attach.BPF_CGROUP_UNIX_SENDMSG];
const RECVMSG = [attach.BPF_CGROUP_UDP4_RECVMSG, attach.BPF_CGROUP_UDP6_RECVMSG, attach.BPF_CGROUP_UNIX_RECVMSG];
const PEERNAME = [
  attach.BPF_CGROUP_INET4_GETPEERNAME,
  attach.BPF_CGROUP_INET6_GETPEERNAME,
  attach.BPF_CGROUP_UNIX_GETPEERNAME,
];
const SOCKNAME = [
  attach.BPF_CGROUP_INET4_GETSOCKNAME,
  attach.BPF_CGROUP_INET6_GETSOCKNAME,
  attach.BPF_CGROUP_UNIX_GETSOCKNAME,
];

/** Attach types that a type insists on at load time; types without a row take any. kernel: syscall.c bpf_prog_load_check_attach() */
const ATTACH_TYPES: ReadonlyMap<number, readonly number[]> = new Map<number, readonly number[]>([
  [
    BPF_PROG_TYPE_CGROUP_SOCK,
    [
      attach.BPF_CGROUP_INET_SOCK_CREATE,
      attach.BPF_CGROUP_INET_SOCK_RELEASE,
      attach.BPF_CGROUP_INET4_POST_BIND,
      attach.BPF_CGROUP_INET6_POST_BIND,
    ],
  ],
  [BPF_PROG_TYPE_CGROUP_SOCK_ADDR, [...BIND, ...CONNECT, ...SENDMSG, ...RECVMSG, ...PEERNAME, ...SOCKNAME]],
  [BPF_PROG_TYPE_CGROUP_SKB, [attach.BPF_CGROUP_INET_INGRESS, attach.BPF_CGROUP_INET_EGRESS]],
  [BPF_PROG_TYPE_CGROUP_SOCKOPT, [attach.BPF_CGROUP_SETSOCKOPT, attach.BPF_CGROUP_GETSOCKOPT]],
  [BPF_PROG_TYPE_SK_LOOKUP, [attach.BPF_SK_LOOKUP]],
  [BPF_PROG_TYPE_SK_REUSEPORT, [attach.BPF_SK_REUSEPORT_SELECT, attach.BPF_SK_REUSEPORT_SELECT_OR_MIGRATE]],
  [BPF_PROG_TYPE_NETFILTER, [attach.BPF_NETFILTER]],
  [BPF_PROG_TYPE_SYSCALL, [0]],
  [BPF_PROG_TYPE_EXT, [0]],
]);

const NET_ADMIN_TYPES: ReadonlySet<number> = new Set([
  BPF_PROG_TYPE_SCHED_CLS,
  BPF_PROG_TYPE_SCHED_ACT,
  BPF_PROG_TYPE_XDP,
  BPF_PROG_TYPE_LWT_IN,
  BPF_PROG_TYPE_LWT_OUT,
  BPF_PROG_TYPE_LWT_XMIT,
  BPF_PROG_TYPE_LWT_SEG6LOCAL,
  BPF_PROG_TYPE_SK_SKB,
  BPF_PROG_TYPE_SK_MSG,
  BPF_PROG_TYPE_FLOW_DISSECTOR,
  BPF_PROG_TYPE_CGROUP_DEVICE,
  BPF_PROG_TYPE_CGROUP_SOCK,
  BPF_PROG_TYPE_CGROUP_SOCK_ADDR,
  BPF_PROG_TYPE_CGROUP_SOCKOPT,
  BPF_PROG_TYPE_CGROUP_SYSCTL,
  BPF_PROG_TYPE_SOCK_OPS,
  BPF_PROG_TYPE_EXT,
  BPF_PROG_TYPE_NETFILTER,
]);

const PERFMON_TYPES: ReadonlySet<number> = new Set([
  BPF_PROG_TYPE_KPROBE,
  BPF_PROG_TYPE_TRACEPOINT,
  BPF_PROG_TYPE_PERF_EVENT,
  BPF_PROG_TYPE_RAW_TRACEPOINT,
  BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE,
  BPF_PROG_TYPE_TRACING,
  BPF_PROG_TYPE_LSM,
  BPF_PROG_TYPE_STRUCT_OPS,
  BPF_PROG_TYPE_EXT,
]);

/** Types whose maps may hold no locks, timers or graphs. kernel: verifier.c is_tracing_prog_type() */
const TRACING_TYPES: ReadonlySet<number> = new Set([
  BPF_PROG_TYPE_KPROBE,
  BPF_PROG_TYPE_TRACEPOINT,
  BPF_PROG_TYPE_PERF_EVENT,
  BPF_PROG_TYPE_RAW_TRACEPOINT,
  BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE,
]);

/** kernel: verifier.c is_tracing_prog_type() */
export const isTracingProgType = (type: number): boolean => TRACING_TYPES.has(type);

/** The attach type that stands for "none given". kernel: syscall.c bpf_prog_load_fixup_attach_type() */
export function effectiveAttachType(type: number, expectedAttachType: number): number {
  if (expectedAttachType !== 0) return expectedAttachType;
  if (type === BPF_PROG_TYPE_CGROUP_SOCK) return attach.BPF_CGROUP_INET_SOCK_CREATE;
  if (type === BPF_PROG_TYPE_SK_REUSEPORT) return attach.BPF_SK_REUSEPORT_SELECT;
  return 0;
}

/** What `BPF_PROG_LOAD` looks at before the verifier starts. */
export interface ProgLoad {
  readonly type: number;
  readonly expectedAttachType: number;
  readonly flags: number;
  readonly insnCount: number;
  readonly attachBtfId: number;
}

/** 0, or the negative errno with which `BPF_PROG_LOAD` refuses without a log. kernel: syscall.c bpf_prog_load() */
export function checkProgLoad(load: ProgLoad, env: VerifierEnv): number {
  if ((load.flags & ~KNOWN_FLAGS) !== 0) return -EINVAL;
  const hasBpf = capable(env, 'CAP_BPF');
  if (!hasBpf) return -EPERM;
  if (load.insnCount === 0 || load.insnCount > BPF_COMPLEXITY_LIMIT_INSNS) return -E2BIG;
  if (NET_ADMIN_TYPES.has(load.type) && !capable(env, 'CAP_NET_ADMIN')) return -EPERM;
  if (PERFMON_TYPES.has(load.type) && !capable(env, 'CAP_PERFMON')) return -EPERM;
  return checkAttach(load);
}

/** Types that name a kernel function or type by BTF id. */
const BTF_ATTACHED: ReadonlySet<number> = new Set([
  BPF_PROG_TYPE_TRACING,
  BPF_PROG_TYPE_LSM,
  BPF_PROG_TYPE_STRUCT_OPS,
  BPF_PROG_TYPE_EXT,
]);

/** kernel: syscall.c bpf_prog_load_check_attach(), find_prog_type() */
function checkAttach(load: ProgLoad): number {
  if (load.attachBtfId !== 0 && !BTF_ATTACHED.has(load.type)) return -EINVAL;
  const allowed = ATTACH_TYPES.get(load.type);
  if (allowed !== undefined && !allowed.includes(effectiveAttachType(load.type, load.expectedAttachType)))
    return -EINVAL;
  const isKnown = load.type > BPF_PROG_TYPE_UNSPEC && load.type < PROGRAM_TYPE_NAMES.length;
  return isKnown && load.type !== BPF_PROG_TYPE_LIRC_MODE2 ? 0 : -EINVAL;
}

/** How a type may touch packet bytes through pointers. */
export type PacketAccess = 'none' | 'read' | 'readwrite' | 'sockopt';

const PACKET_ACCESS: ReadonlyMap<number, PacketAccess> = new Map<number, PacketAccess>([
  [BPF_PROG_TYPE_LWT_IN, 'read'],
  [BPF_PROG_TYPE_LWT_OUT, 'read'],
  [BPF_PROG_TYPE_LWT_SEG6LOCAL, 'read'],
  [BPF_PROG_TYPE_SK_REUSEPORT, 'read'],
  [BPF_PROG_TYPE_FLOW_DISSECTOR, 'read'],
  [BPF_PROG_TYPE_CGROUP_SKB, 'read'],
  [BPF_PROG_TYPE_SCHED_CLS, 'readwrite'],
  [BPF_PROG_TYPE_SCHED_ACT, 'readwrite'],
  [BPF_PROG_TYPE_XDP, 'readwrite'],
  [BPF_PROG_TYPE_LWT_XMIT, 'readwrite'],
  [BPF_PROG_TYPE_SK_SKB, 'readwrite'],
  [BPF_PROG_TYPE_SK_MSG, 'readwrite'],
  [BPF_PROG_TYPE_CGROUP_SOCKOPT, 'sockopt'],
]);

/** kernel: verifier.c may_access_direct_pkt_data(), without the helper's say */
export const packetAccess = (type: number): PacketAccess => PACKET_ACCESS.get(type) ?? 'none';

/** Types that may use `BPF_LD_ABS` and `BPF_LD_IND`. kernel: verifier.c may_access_skb() */
export const mayAccessSkb = (type: number): boolean =>
  type === BPF_PROG_TYPE_SOCKET_FILTER || type === BPF_PROG_TYPE_SCHED_CLS || type === BPF_PROG_TYPE_SCHED_ACT;

/** Both ends belong to the range. */
export interface ReturnRange {
  readonly min: number;
  readonly max: number;
}

const range = (min: number, max: number): ReturnRange => ({ min, max });

/**
 * The values a program may return, or undefined if any will do (pointers included, where they may leave the program).
 * kernel: verifier.c check_return_code()
 */
export function returnRange(type: number, expectedAttachType: number): ReturnRange | undefined {
  switch (type) {
    case BPF_PROG_TYPE_CGROUP_SOCK_ADDR:
      return sockAddrReturnRange(expectedAttachType);
    case BPF_PROG_TYPE_CGROUP_SKB:
      return expectedAttachType === attach.BPF_CGROUP_INET_EGRESS ? range(0, 3) : range(0, 1);
    case BPF_PROG_TYPE_CGROUP_SOCK:
    case BPF_PROG_TYPE_SOCK_OPS:
    case BPF_PROG_TYPE_CGROUP_DEVICE:
    case BPF_PROG_TYPE_CGROUP_SYSCTL:
    case BPF_PROG_TYPE_CGROUP_SOCKOPT:
    case BPF_PROG_TYPE_SK_LOOKUP:
    case BPF_PROG_TYPE_NETFILTER:
      return range(0, 1);
    case BPF_PROG_TYPE_TRACING:
      return tracingReturnRange(expectedAttachType);
    case BPF_PROG_TYPE_KPROBE:
      return isSession(expectedAttachType) ? range(0, 1) : undefined;
    default:
      return undefined;
  }
}

function sockAddrReturnRange(expectedAttachType: number): ReturnRange {
  if ([...RECVMSG, ...PEERNAME, ...SOCKNAME].includes(expectedAttachType)) return range(1, 1);
  return BIND.includes(expectedAttachType) ? range(0, 3) : range(0, 1);
}

function tracingReturnRange(expectedAttachType: number): ReturnRange | undefined {
  if (expectedAttachType === attach.BPF_TRACE_ITER) return range(0, 1);
  const isEntryOrExit = expectedAttachType === attach.BPF_TRACE_FENTRY || expectedAttachType === attach.BPF_TRACE_FEXIT;
  return isEntryOrExit ? range(0, 0) : undefined;
}

const isSession = (expectedAttachType: number): boolean =>
  expectedAttachType === attach.BPF_TRACE_KPROBE_SESSION || expectedAttachType === attach.BPF_TRACE_UPROBE_SESSION;

const GPL_LICENSES: ReadonlySet<string> = new Set([
  'GPL',
  'GPL v2',
  'GPL and additional rights',
  'Dual BSD/GPL',
  'Dual MIT/GPL',
  'Dual MPL/GPL',
]);

/** kernel: include/linux/license.h license_is_gpl_compatible() */
export const isGplCompatible = (license: string): boolean => GPL_LICENSES.has(license);
