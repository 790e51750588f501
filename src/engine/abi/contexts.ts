/**
 * Contexts of program types, and the socket structs that programs read through pointers: which bytes may be read and
 * written in which sizes, and what a load gives. The verifier checks by this table, the machine serves loads and stores by it.
 * kernel: net/core/filter.c, kernel/bpf/cgroup.c, kernel/trace/bpf_trace.c *_is_valid_access()
 *
 * A row: offset, name (with the number of elements), bytes of an element, sizes that may be read, sizes that may be
 * written, pointer that a load gives (`-`: a number). Sizes are digits; `<N` allows offsets below N inside the field only; `=abc`
 * restricts them to the variants a, b and c of the context. An access is aligned to its size and stays inside the field.
 */
import * as attach from './attach-types.ts';
import * as program from './program-types.ts';
import * as reg from './reg-types.ts';

/** Variants: f socket_filter, c sched_cls and sched_act, g cgroup_skb, l lwt_*, s sk_skb, d flow_dissector. */
const SK_BUFF = `
0     len                    4     124=fcgls    -           -
4     pkt_type               4     124=fcgls    -           -
8     mark                   4     124=fcgl     4=cgl       -
12    queue_mapping          4     124=fcgls    4=c         -
16    protocol               4     124=fcgls    -           -
20    vlan_present           4     124=fcgls    -           -
24    vlan_tci               4     124=fcgls    -           -
28    vlan_proto             4     124=fcgls    -           -
32    priority               4     124=fcgls    4=cgls      -
36    ingress_ifindex        4     124=fcgls    -           -
40    ifindex                4     124=fcgls    -           -
44    tc_index               4     124=fcgls    4=cs        -
48    cb[5]                  4     1248=fcgls   1248=fcgl   -
68    hash                   4     124=fcgls    -           -
72    tc_classid             4     124=c        4=c         -
76    data                   4     4=cglsd      -           pkt
80    data_end               4     4=cglsd      -           pkt_end
84    napi_id                4     124=fcgls    -           -
88    family                 4     124=gs       -           -
92    remote_ip4             4     4=gs         -           -
96    local_ip4              4     4=gs         -           -
100   remote_ip6[4]          4     4=gs         -           -
116   local_ip6[4]           4     4=gs         -           -
132   remote_port            4     124=gs       -           -
136   local_port             4     124=gs       -           -
140   data_meta              4     4=c          -           pkt_meta
144   flow_keys              8     8=d          -           flow_keys
152   tstamp                 8     8=cg         8=cg        -
160   wire_len               4     124=c        -           -
164   gso_segs               4     124=fcgls    -           -
168   sk                     8     8=fcgls      -           sock_common_or_null
176   gso_size               4     124=fcgls    -           -
180   tstamp_type            1     1=c          -           -
184   hwtstamp               8     8=cg         -           -
`;

/** Variants: x other, d devmap. */
const XDP_MD = `
0     data                   4     4            -           pkt
4     data_end               4     4            -           pkt_end
8     data_meta              4     4            -           pkt_meta
12    ingress_ifindex        4     4            -           -
16    rx_queue_index         4     4            -           -
20    egress_ifindex         4     4=d          -           -
`;

/** Variants: cgroup_sock as c create and release, 4 and 6 post_bind; pointers s bpf_sock, o sock_common. */
const SOCK = `
0     bound_dev_if           4     4=cso        4=c         -
4     family                 4     124<1=c46so  -           -
8     type                   4     124<1=c46s   -           -
12    protocol               4     124<1=c46s   -           -
16    mark                   4     4=cs         4=c         -
20    priority               4     4=cs         4=c         -
24    src_ip4                4     124=4so      -           -
28    src_ip6[4]             4     124=6so      -           -
44    src_port               4     124<1=46so   -           -
48    dst_port               4     124<2=c46so  -           -
52    dst_ip4                4     124=c46so    -           -
56    dst_ip6[4]             4     124=c46so    -           -
72    state                  4     124<1=c46so  -           -
76    rx_queue_mapping       4     124<1=c46so  -           -
`;

/** Variants: 4, 6 by address family, m udp4_sendmsg, n udp6_sendmsg, u unix. */
const SOCK_ADDR = `
0     user_family            4     4            -           -
4     user_ip4               4     124=4m       4=4m        -
8     user_ip6[4]            4     1248=6n      48=6n       -
24    user_port              4     124          4           -
28    family                 4     4            -           -
32    type                   4     4            -           -
36    protocol               4     4            -           -
40    msg_src_ip4            4     124=m        4=m         -
44    msg_src_ip6[4]         4     1248=n       48=n        -
64    sk                     8     8            -           sock
`;

const SOCK_OPS = `
0     op                     4     4            -           -
4     args[4]                4     4            4<1         -
20    family                 4     4            -           -
24    remote_ip4             4     4            -           -
28    local_ip4              4     4            -           -
32    remote_ip6[4]          4     4            -           -
48    local_ip6[4]           4     4            -           -
64    remote_port            4     4            -           -
68    local_port             4     4            -           -
72    is_fullsock            4     4            -           -
76    snd_cwnd               4     4            -           -
80    srtt_us                4     4            -           -
84    bpf_sock_ops_cb_flags  4     4            -           -
88    state                  4     4            -           -
92    rtt_min                4     4            -           -
96    snd_ssthresh           4     4            -           -
100   rcv_nxt                4     4            -           -
104   snd_nxt                4     4            -           -
108   snd_una                4     4            -           -
112   mss_cache              4     4            -           -
116   ecn_flags              4     4            -           -
120   rate_delivered         4     4            -           -
124   rate_interval_us       4     4            -           -
128   packets_out            4     4            -           -
132   retrans_out            4     4            -           -
136   total_retrans          4     4            -           -
140   segs_in                4     4            -           -
144   data_segs_in           4     4            -           -
148   segs_out               4     4            -           -
152   data_segs_out          4     4            -           -
156   lost_out               4     4            -           -
160   sacked_out             4     4            -           -
164   sk_txhash              4     4            4           -
168   bytes_received         8     8            -           -
176   bytes_acked            8     8            -           -
184   sk                     8     8            -           sock_or_null
192   skb_data               8     8            -           pkt
200   skb_data_end           8     8            -           pkt_end
208   skb_len                4     4            -           -
212   skb_tcp_flags          4     124<1        -           -
216   skb_hwtstamp           8     8            -           -
`;

const SK_MSG = `
0     data                   8     8            -           pkt
8     data_end               8     8            -           pkt_end
16    family                 4     4            -           -
20    remote_ip4             4     4            -           -
24    local_ip4              4     4            -           -
28    remote_ip6[4]          4     4            -           -
44    local_ip6[4]           4     4            -           -
60    remote_port            4     4            -           -
64    local_port             4     4            -           -
68    size                   4     4            -           -
72    sk                     8     8            -           sock
`;

const SK_REUSEPORT = `
0     data                   8     8            -           pkt
8     data_end               8     8            -           pkt_end
16    len                    4     124          -           -
20    eth_protocol           4     24           -           -
24    ip_protocol            4     124          -           -
28    bind_inany             4     124          -           -
32    hash                   4     4            -           -
40    sk                     8     8            -           sock
48    migrating_sk           8     8            -           sock_common_or_null
`;

const CGROUP_DEVICE = `
0     access_type            4     124          -           -
4     major                  4     4            -           -
8     minor                  4     4            -           -
`;

const SYSCTL = `
0     write                  4     124          -           -
4     file_pos               4     124          4           -
`;

/** Variants: g getsockopt, s setsockopt. */
const SOCKOPT = `
0     sk                     8     8            -           sock
8     optval                 8     8            -           pkt
16    optval_end             8     8            -           pkt_end
24    level                  4     4            4=s         -
28    optname                4     4            4=s         -
32    optlen                 4     4            4           -
36    retval                 4     4=g          4=g         -
`;

const SK_LOOKUP = `
0     sk                     8     8            -           sock_or_null
8     family                 4     124          -           -
12    protocol               4     124          -           -
16    remote_ip4             4     124          -           -
20    remote_ip6[4]          4     124          -           -
36    remote_port            4     124          -           -
40    local_ip4              4     124          -           -
44    local_ip6[4]           4     124          -           -
60    local_port             4     124          -           -
64    ingress_ifindex        4     124          -           -
`;

const PERF_EVENT = `
0     r15                    8     8            -           -
8     r14                    8     8            -           -
16    r13                    8     8            -           -
24    r12                    8     8            -           -
32    bp                     8     8            -           -
40    bx                     8     8            -           -
48    r11                    8     8            -           -
56    r10                    8     8            -           -
64    r9                     8     8            -           -
72    r8                     8     8            -           -
80    ax                     8     8            -           -
88    cx                     8     8            -           -
96    dx                     8     8            -           -
104   si                     8     8            -           -
112   di                     8     8            -           -
120   orig_ax                8     8            -           -
128   ip                     8     8            -           -
136   cs                     8     8            -           -
144   flags                  8     8            -           -
152   sp                     8     8            -           -
160   ss                     8     8            -           -
168   sample_period          8     1248         -           -
176   addr                   8     1248         -           -
`;

const PT_REGS = `
0     r15                    8     1248         -           -
8     r14                    8     1248         -           -
16    r13                    8     1248         -           -
24    r12                    8     1248         -           -
32    bp                     8     1248         -           -
40    bx                     8     1248         -           -
48    r11                    8     1248         -           -
56    r10                    8     1248         -           -
64    r9                     8     1248         -           -
72    r8                     8     1248         -           -
80    ax                     8     1248         -           -
88    cx                     8     1248         -           -
96    dx                     8     1248         -           -
104   si                     8     1248         -           -
112   di                     8     1248         -           -
120   orig_ax                8     1248         -           -
128   ip                     8     1248         -           -
136   cs                     8     1248         -           -
144   flags                  8     1248         -           -
152   sp                     8     1248         -           -
160   ss                     8     1248         -           -
`;

/** The kernel knows the long fields by their first byte only: their upper halves can be read as words. */
const TCP_SOCK = `
0     snd_cwnd               4     4            -           -
4     srtt_us                4     4            -           -
8     rtt_min                4     4            -           -
12    snd_ssthresh           4     4            -           -
16    rcv_nxt                4     4            -           -
20    snd_nxt                4     4            -           -
24    snd_una                4     4            -           -
28    mss_cache              4     4            -           -
32    ecn_flags              4     4            -           -
36    rate_delivered         4     4            -           -
40    rate_interval_us       4     4            -           -
44    packets_out            4     4            -           -
48    retrans_out            4     4            -           -
52    total_retrans          4     4            -           -
56    segs_in                4     4            -           -
60    data_segs_in           4     4            -           -
64    segs_out               4     4            -           -
68    data_segs_out          4     4            -           -
72    lost_out               4     4            -           -
76    sacked_out             4     4            -           -
80    bytes_received         8     8            -           -
84    bytes_received_high    4     4            -           -
88    bytes_acked            8     8            -           -
92    bytes_acked_high       4     4            -           -
96    dsack_dups             4     4            -           -
100   delivered              4     4            -           -
104   delivered_ce           4     4            -           -
108   icsk_retransmits       4     4            -           -
`;

const RAW_TRACEPOINT = '0 args[12] 8 1248 - -';

/** The kernel looks for the buffer at offset 0 only: loads inside the word are numbers. */
const RAW_TRACEPOINT_WRITABLE = `
0 buffer   8 8    - tp_buffer
1 bytes[7] 1 124  - -
8 args[11] 8 1248 - -
`;

/** The first word is the kernel's. Offsets below zero pass, because the kernel compares them unsigned. */
const TRACEPOINT = `
-32768 before[4096] 8 1248 - -
8      data[1023]   8 1248 - -
`;

/** A syscall program's context is whatever user space passed. */
const SYSCALL = '0 data[8192] 8 1248 1248 -';

const NETFILTER = `
0 state 8 8 - nf_hook_state
8 skb   8 8 - sk_buff
`;

const XDP_SOCK = '0 queue_id 4 4 - -';

/** A field of a context. */
export interface ContextField {
  readonly name: string;
  readonly offset: number;
  /** Bytes of an element. */
  readonly size: number;
  readonly count: number;
  /** Sizes in bytes that may be read at once; empty: not readable. */
  readonly read: readonly number[];
  readonly write: readonly number[];
  /** Offsets inside the field from here on are refused. */
  readonly readEnd: number;
  readonly writeEnd: number;
  /** Register type that a load gives, SCALAR_VALUE for numbers. */
  readonly regType: number;
  /** Kernel struct of a PTR_TO_BTF_ID. */
  readonly struct: string | undefined;
}

/** The context of a program, or a struct read through a pointer. */
export interface ContextLayout {
  /** The struct's name in the kernel. */
  readonly struct: string;
  readonly size: number;
  readonly fields: readonly ContextField[];
}

interface Pointer {
  readonly regType: number;
  readonly struct?: string;
}

const POINTERS: Readonly<Record<string, Pointer>> = {
  pkt: { regType: reg.PTR_TO_PACKET },
  pkt_end: { regType: reg.PTR_TO_PACKET_END },
  pkt_meta: { regType: reg.PTR_TO_PACKET_META },
  flow_keys: { regType: reg.PTR_TO_FLOW_KEYS },
  sock: { regType: reg.PTR_TO_SOCKET },
  sock_or_null: { regType: reg.PTR_TO_SOCKET | reg.PTR_MAYBE_NULL },
  sock_common_or_null: { regType: reg.PTR_TO_SOCK_COMMON | reg.PTR_MAYBE_NULL },
  tp_buffer: { regType: reg.PTR_TO_TP_BUFFER },
  nf_hook_state: { regType: reg.PTR_TO_BTF_ID | reg.PTR_TRUSTED, struct: 'nf_hook_state' },
  sk_buff: { regType: reg.PTR_TO_BTF_ID | reg.PTR_TRUSTED, struct: 'sk_buff' },
  '-': { regType: reg.SCALAR_VALUE },
};

/** The sizes of a word like `124<1=fc` for one variant, and the end of the offsets it allows. */
function parseSizes(word: string, variant: string, fieldSize: number): { sizes: number[]; end: number } {
  const match = /^(\d+)(?:<(\d+))?(?:=(\w+))?$/.exec(word);
  if (match === null || (match[3] !== undefined && !match[3].includes(variant))) return { sizes: [], end: 0 };
  return { sizes: [...match[1]].map(Number), end: Number(match[2] ?? fieldSize) };
}

function parseField(line: string, variant: string): ContextField {
  const [offset, fullName, size, read, write, pointer] = line.split(/\s+/);
  const [name, count = '1'] = fullName.replace(']', '').split('[');
  const fieldSize = Number(size) * Number(count);
  const readable = parseSizes(read, variant, fieldSize);
  const writable = parseSizes(write, variant, fieldSize);
  return {
    name,
    offset: Number(offset),
    size: Number(size),
    count: Number(count),
    read: readable.sizes,
    readEnd: readable.end,
    write: writable.sizes,
    writeEnd: writable.end,
    regType: POINTERS[pointer].regType,
    struct: POINTERS[pointer].struct,
  };
}

const cache = new Map<string, ContextLayout>();

function layout(struct: string, size: number, table: string, variant = '*'): ContextLayout {
  const key = `${struct}/${variant}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const fields = table
    .trim()
    .split('\n')
    .map((line) => parseField(line, variant));
  const made = { struct, size, fields };
  cache.set(key, made);
  return made;
}

const skBuff = (variant: string): ContextLayout => layout('__sk_buff', 192, SK_BUFF, variant);

const CREATE = [attach.BPF_CGROUP_INET_SOCK_CREATE, attach.BPF_CGROUP_INET_SOCK_RELEASE];

function sockVariant(attachType: number): string {
  if (CREATE.includes(attachType)) return 'c';
  return attachType === attach.BPF_CGROUP_INET4_POST_BIND ? '4' : '6';
}

const IP4 = [
  attach.BPF_CGROUP_INET4_BIND,
  attach.BPF_CGROUP_INET4_CONNECT,
  attach.BPF_CGROUP_INET4_GETPEERNAME,
  attach.BPF_CGROUP_INET4_GETSOCKNAME,
  attach.BPF_CGROUP_UDP4_RECVMSG,
];

const UNIX = [
  attach.BPF_CGROUP_UNIX_CONNECT,
  attach.BPF_CGROUP_UNIX_SENDMSG,
  attach.BPF_CGROUP_UNIX_RECVMSG,
  attach.BPF_CGROUP_UNIX_GETPEERNAME,
  attach.BPF_CGROUP_UNIX_GETSOCKNAME,
];

function sockAddrVariant(attachType: number): string {
  if (attachType === attach.BPF_CGROUP_UDP4_SENDMSG) return 'm';
  if (attachType === attach.BPF_CGROUP_UDP6_SENDMSG) return 'n';
  if (UNIX.includes(attachType)) return 'u';
  return IP4.includes(attachType) ? '4' : '6';
}

/** Contexts by program type; tracing, struct_ops, lsm and ext programs have arguments of kernel functions instead. */
const CONTEXTS: ReadonlyMap<number, (attachType: number) => ContextLayout> = new Map<
  number,
  (attachType: number) => ContextLayout
>([
  [program.BPF_PROG_TYPE_SOCKET_FILTER, () => skBuff('f')],
  [program.BPF_PROG_TYPE_SCHED_CLS, () => skBuff('c')],
  [program.BPF_PROG_TYPE_SCHED_ACT, () => skBuff('c')],
  [program.BPF_PROG_TYPE_CGROUP_SKB, () => skBuff('g')],
  [program.BPF_PROG_TYPE_LWT_IN, () => skBuff('l')],
  [program.BPF_PROG_TYPE_LWT_OUT, () => skBuff('l')],
  [program.BPF_PROG_TYPE_LWT_XMIT, () => skBuff('l')],
  [program.BPF_PROG_TYPE_LWT_SEG6LOCAL, () => skBuff('l')],
  [program.BPF_PROG_TYPE_SK_SKB, () => skBuff('s')],
  [program.BPF_PROG_TYPE_FLOW_DISSECTOR, () => skBuff('d')],
  [program.BPF_PROG_TYPE_XDP, (type) => layout('xdp_md', 24, XDP_MD, type === attach.BPF_XDP_DEVMAP ? 'd' : 'x')],
  [program.BPF_PROG_TYPE_CGROUP_SOCK, (type) => layout('bpf_sock', 80, SOCK, sockVariant(type))],
  [program.BPF_PROG_TYPE_CGROUP_SOCK_ADDR, (type) => layout('bpf_sock_addr', 72, SOCK_ADDR, sockAddrVariant(type))],
  [program.BPF_PROG_TYPE_SOCK_OPS, () => layout('bpf_sock_ops', 224, SOCK_OPS)],
  [program.BPF_PROG_TYPE_SK_MSG, () => layout('sk_msg_md', 80, SK_MSG)],
  [program.BPF_PROG_TYPE_SK_REUSEPORT, () => layout('sk_reuseport_md', 56, SK_REUSEPORT)],
  [program.BPF_PROG_TYPE_CGROUP_DEVICE, () => layout('bpf_cgroup_dev_ctx', 12, CGROUP_DEVICE)],
  [program.BPF_PROG_TYPE_CGROUP_SYSCTL, () => layout('bpf_sysctl', 8, SYSCTL)],
  [
    program.BPF_PROG_TYPE_CGROUP_SOCKOPT,
    (type) => layout('bpf_sockopt', 40, SOCKOPT, type === attach.BPF_CGROUP_GETSOCKOPT ? 'g' : 's'),
  ],
  [program.BPF_PROG_TYPE_SK_LOOKUP, () => layout('bpf_sk_lookup', 72, SK_LOOKUP)],
  [program.BPF_PROG_TYPE_PERF_EVENT, () => layout('bpf_perf_event_data', 184, PERF_EVENT)],
  [program.BPF_PROG_TYPE_KPROBE, () => layout('pt_regs', 168, PT_REGS)],
  [program.BPF_PROG_TYPE_TRACEPOINT, () => layout('tracepoint', 8192, TRACEPOINT)],
  [program.BPF_PROG_TYPE_RAW_TRACEPOINT, () => layout('bpf_raw_tracepoint_args', 96, RAW_TRACEPOINT)],
  [
    program.BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE,
    () => layout('bpf_raw_tracepoint_args_writable', 96, RAW_TRACEPOINT_WRITABLE),
  ],
  [program.BPF_PROG_TYPE_SYSCALL, () => layout('syscall', 65536, SYSCALL)],
  [program.BPF_PROG_TYPE_NETFILTER, () => layout('bpf_nf_ctx', 16, NETFILTER)],
]);

/** The context of a program type at an attach type; undefined if its context is the arguments of a kernel function. */
export function contextLayout(type: number, attachType: number): ContextLayout | undefined {
  return CONTEXTS.get(type)?.(program.effectiveAttachType(type, attachType));
}

/** The struct behind a socket pointer, as programs see it; undefined for other register types. */
export function socketLayout(regType: number): ContextLayout | undefined {
  if (regType === reg.PTR_TO_SOCK_COMMON) return layout('bpf_sock', 80, SOCK, 'o');
  if (regType === reg.PTR_TO_SOCKET) return layout('bpf_sock', 80, SOCK, 's');
  if (regType === reg.PTR_TO_TCP_SOCK) return layout('bpf_tcp_sock', 112, TCP_SOCK);
  return regType === reg.PTR_TO_XDP_SOCK ? layout('bpf_xdp_sock', 4, XDP_SOCK) : undefined;
}

/** Bytes of `struct bpf_flow_keys`, all of which may be read and written. */
export const FLOW_KEYS_SIZE = 56;

/** The field that an access may touch; undefined if the access is refused. Sign-extending loads of pointers are. */
export function contextAccess(
  context: ContextLayout,
  offset: number,
  size: number,
  isWrite: boolean,
  signExtends: boolean,
): ContextField | undefined {
  if (offset >= context.size || offset % size !== 0) return undefined;
  const field = context.fields.find((candidate) => allows(candidate, offset - candidate.offset, size, isWrite));
  return signExtends && field?.regType !== reg.SCALAR_VALUE ? undefined : field;
}

function allows(field: ContextField, inside: number, size: number, isWrite: boolean): boolean {
  if (inside < 0 || inside + size > field.size * field.count) return false;
  const sizes = isWrite ? field.write : field.read;
  return sizes.includes(size) && inside < (isWrite ? field.writeEnd : field.readEnd);
}
