/**
 * All helpers of 6.18 in one table: what they take and return. Which program type may call which is in
 * `helper-availability`. Names are without `bpf_`.
 * kernel: include/uapi/linux/bpf.h ___BPF_FUNC_MAPPER; every `struct bpf_func_proto`
 *
 * A row: id, name, result, arguments (`-` for none), then flags and the program types that have this prototype
 * (`in=`); a row without `in=` holds for all others. A type is a word with suffixes:
 *
 *   ?      may be NULL            :r read only    :w written    :u need not be initialised    :a aligned
 *   @type  of this kernel struct  :! releases     :t trusted    :b from a ring buffer
 *   =N     of N bytes             :L local dynptr :R ring buffer dynptr
 *
 * Flags: gpl (licence must be GPL compatible), pkt (may be given packet pointers), sleeps, fastcall (keeps R1-R5),
 * probe (only at some attach points).
 */
import * as arg from './arg-types.ts';
import * as reg from './reg-types.ts';

const TABLE = `
1   map_lookup_elem                 value?                   map key                                        pkt
2   map_update_elem                 int                      map key value any                              pkt
3   map_delete_elem                 int                      map key                                        pkt
4   probe_read                      int                      mem:uw size? any                               gpl
5   ktime_get_ns                    int                      -
6   trace_printk                    int                      mem:r size                                     gpl
7   get_prandom_u32                 int                      -
8   get_smp_processor_id            int                      -
8   get_smp_processor_id            int                      -                                              fastcall in=@probes,sched_cls,sched_act,xdp,@lwt
9   skb_store_bytes                 int                      ctx any mem:r size any
10  l3_csum_replace                 int                      ctx any any any any
11  l4_csum_replace                 int                      ctx any any any any
12  tail_call                       void                     ctx map any
13  clone_redirect                  int                      ctx any any
14  get_current_pid_tgid            int                      -
15  get_current_uid_gid             int                      -
16  get_current_comm                int                      mem:uw size
17  get_cgroup_classid              int                      -
17  get_cgroup_classid              int                      ctx                                            in=sched_cls,sched_act,@lwt
18  skb_vlan_push                   int                      ctx any any
19  skb_vlan_pop                    int                      ctx
20  skb_get_tunnel_key              int                      ctx mem:uw size any
21  skb_set_tunnel_key              int                      ctx mem:r size any
22  perf_event_read                 int                      map any                                        gpl
23  redirect                        int                      any any
24  get_route_realm                 int                      ctx
25  perf_event_output               int                      ctx map any mem:r size?                        gpl
26  skb_load_bytes                  int                      ctx any mem:uw size
27  get_stackid                     int                      ctx map any                                    gpl
27  get_stackid                     int                      ctx map any                                    in=perf_event
28  csum_diff                       int                      mem?:r size? mem?:r size? any                  pkt
29  skb_get_tunnel_opt              int                      ctx mem:uw size
30  skb_set_tunnel_opt              int                      ctx mem:r size
31  skb_change_proto                int                      ctx any any
32  skb_change_type                 int                      ctx any
33  skb_under_cgroup                int                      ctx map any
34  get_hash_recalc                 int                      ctx
35  get_current_task                int                      -                                              gpl
36  probe_write_user                int                      any mem:r size                                 gpl
37  current_task_under_cgroup       int                      map any
38  skb_change_tail                 int                      ctx any any
39  skb_pull_data                   int                      ctx any
40  csum_update                     int                      ctx any
41  set_hash_invalid                int                      ctx
42  get_numa_node_id                int                      -
43  skb_change_head                 int                      ctx any any
44  xdp_adjust_head                 int                      ctx any
45  probe_read_str                  int                      mem:uw size? any                               gpl
46  get_socket_cookie               int                      ctx
46  get_socket_cookie               int                      btf_sock?                                      in=sk_reuseport,tracing,lsm,syscall
47  get_socket_uid                  int                      ctx
48  set_hash                        int                      ctx any
49  setsockopt                      int                      btf_sock any any mem:r size
49  setsockopt                      int                      ctx any any mem:r size                         in=cgroup_sock_addr,sock_ops
50  skb_adjust_room                 int                      ctx any any any
51  redirect_map                    int                      map any any
52  sk_redirect_map                 int                      ctx map any any
53  sock_map_update                 int                      ctx map key any                                pkt
54  xdp_adjust_meta                 int                      ctx any
55  perf_event_read_value           int                      map any mem:uw size                            gpl
56  perf_prog_read_value            int                      ctx mem:uw size                                gpl
57  getsockopt                      int                      btf_sock any any mem:uw size
57  getsockopt                      int                      ctx any any mem:uw size                        in=cgroup_sock_addr,sock_ops
58  override_return                 int                      ctx any                                        gpl
59  sock_ops_cb_flags_set           int                      ctx any
60  msg_redirect_map                int                      ctx map any any
61  msg_apply_bytes                 int                      ctx any
62  msg_cork_bytes                  int                      ctx any
63  msg_pull_data                   int                      ctx any any any
64  bind                            int                      ctx mem:r size
65  xdp_adjust_tail                 int                      ctx any
66  skb_get_xfrm_state              int                      ctx any mem:uw size any
67  get_stack                       int                      ctx mem:uw size? any                           gpl
68  skb_load_bytes_relative         int                      ctx any mem:uw size any
69  fib_lookup                      int                      ctx mem:w size any                             gpl
70  sock_hash_update                int                      ctx map key any                                pkt
71  msg_redirect_hash               int                      ctx map key any
72  sk_redirect_hash                int                      ctx map key any
73  lwt_push_encap                  int                      ctx any mem:r size
74  lwt_seg6_store_bytes            int                      ctx any mem:r size
75  lwt_seg6_adjust_srh             int                      ctx any any
76  lwt_seg6_action                 int                      ctx any mem:r size
77  rc_repeat                       int                      ctx                                            gpl
78  rc_keydown                      int                      ctx any any any                                gpl
79  skb_cgroup_id                   int                      ctx
80  get_current_cgroup_id           int                      -
81  get_local_storage               value                    map any
82  sk_select_reuseport             int                      ctx map key any
83  skb_ancestor_cgroup_id          int                      ctx any
84  sk_lookup_tcp                   socket?                  ctx mem:r size? any any                        pkt
85  sk_lookup_udp                   socket?                  ctx mem:r size? any any                        pkt
86  sk_release                      int                      btf_sock:!
87  map_push_elem                   int                      map value any                                  pkt
88  map_pop_elem                    int                      map value:uw
89  map_peek_elem                   int                      map value:uw
90  msg_push_data                   int                      ctx any any any
91  msg_pop_data                    int                      ctx any any any
92  rc_pointer_rel                  int                      ctx any any                                    gpl
93  spin_lock                       void                     spin_lock
94  spin_unlock                     void                     spin_lock
95  sk_fullsock                     socket?                  sock_common
96  tcp_sock                        tcp_sock?                sock_common
97  skb_ecn_set_ce                  int                      ctx
98  get_listener_sock               socket?                  sock_common
99  skc_lookup_tcp                  sock_common?             ctx mem:r size? any any                        pkt
100 tcp_check_syncookie             int                      btf_sock mem:r size mem:r size                 gpl pkt
101 sysctl_get_name                 int                      ctx mem:w size any
102 sysctl_get_current_value        int                      ctx mem:uw size
103 sysctl_get_new_value            int                      ctx mem:uw size
104 sysctl_set_new_value            int                      ctx mem:r size
105 strtol                          int                      mem:r size any mem:uwa=8
106 strtoul                         int                      mem:r size any mem:uwa=8
107 sk_storage_get                  value?                   map btf_sock value? any
107 sk_storage_get                  value?                   map ctx value? any                             in=cgroup_sock
107 sk_storage_get                  value?                   map btf?@sock_common value? any                probe in=tracing,syscall
108 sk_storage_delete               int                      map btf_sock
108 sk_storage_delete               int                      map btf?@sock_common                           probe in=tracing,syscall
109 send_signal                     int                      any
110 tcp_gen_syncookie               int                      btf_sock mem:r size mem:r size                 gpl pkt
111 skb_output                      int                      btf@sk_buff map any mem:r size?                gpl
112 probe_read_user                 int                      mem:uw size? any                               gpl
113 probe_read_kernel               int                      mem:uw size? any                               gpl
114 probe_read_user_str             int                      mem:uw size? any                               gpl
115 probe_read_kernel_str           int                      mem:uw size? any                               gpl
116 tcp_send_ack                    int                      btf@tcp_sock any
117 send_signal_thread              int                      any
118 jiffies64                       int                      -
119 read_branch_records             int                      ctx mem?:w size? any                           gpl
120 get_ns_current_pid_tgid         int                      any any mem:uw size
121 xdp_output                      int                      btf@xdp_buff map any mem:r size?               gpl
122 get_netns_cookie                int                      ctx?
123 get_current_ancestor_cgroup_id  int                      any
124 sk_assign                       int                      ctx btf_sock any
124 sk_assign                       int                      ctx socket? any                                in=sk_lookup
125 ktime_get_boot_ns               int                      -
126 seq_printf                      int                      btf@seq_file mem:r size mem?:r size?           gpl
127 seq_write                       int                      btf@seq_file mem:r size?                       gpl
128 sk_cgroup_id                    int                      btf_sock
129 sk_ancestor_cgroup_id           int                      btf_sock any
130 ringbuf_output                  int                      map mem:r size? any
131 ringbuf_reserve                 mem?:b                   map alloc_size any
132 ringbuf_submit                  void                     ringbuf_mem:! any
133 ringbuf_discard                 void                     ringbuf_mem:! any
134 ringbuf_query                   int                      map any
135 csum_level                      int                      ctx any
136 skc_to_tcp6_sock                btf?@tcp6_sock           btf_sock
137 skc_to_tcp_sock                 btf?@tcp_sock            btf_sock
138 skc_to_tcp_timewait_sock        btf?@tcp_timewait_sock   btf_sock
139 skc_to_tcp_request_sock         btf?@tcp_request_sock    btf_sock
140 skc_to_udp6_sock                btf?@udp6_sock           btf_sock
141 get_task_stack                  int                      btf@task_struct mem:uw size? any
142 load_hdr_opt                    int                      ctx mem:w size any
143 store_hdr_opt                   int                      ctx mem:r size any
144 reserve_hdr_opt                 int                      ctx any any
145 inode_storage_get               value?                   map btf?@inode value? any
146 inode_storage_delete            int                      map btf?@inode
147 d_path                          int                      btf@path mem:w size?                           probe
148 copy_from_user                  int                      mem:uw size? any                               sleeps
149 snprintf_btf                    int                      mem:w size mem:r size any
150 seq_printf_btf                  int                      btf@seq_file mem:r size? any                   gpl
151 skb_cgroup_classid              int                      ctx
152 redirect_neigh                  int                      any mem?:r size? any
153 per_cpu_ptr                     mem_or_btf?:r            percpu_btf any
154 this_cpu_ptr                    mem_or_btf:r             percpu_btf
155 redirect_peer                   int                      any any
156 task_storage_get                value?                   map btf?@task_struct value? any
157 task_storage_delete             int                      map btf?@task_struct
158 get_current_task_btf            btf:t@task_struct        -                                              gpl
159 bprm_opts_set                   int                      btf@linux_binprm any
160 ktime_get_coarse_ns             int                      -
161 ima_inode_hash                  int                      btf@inode mem:uw size                          probe
162 sock_from_file                  btf?@socket              btf@file
163 check_mtu                       int                      ctx any mem:wa=4 any any                       gpl
164 for_each_map_elem               int                      map func stack? any
165 snprintf                        int                      mem?:w size? const_str mem?:r size?            gpl
166 sys_bpf                         int                      any mem:r size
167 btf_find_by_name_kind           int                      mem:r size any any
168 sys_close                       int                      any
169 timer_init                      int                      timer map any                                  gpl
170 timer_set_callback              int                      timer func                                     gpl
171 timer_start                     int                      timer any any                                  gpl
172 timer_cancel                    int                      timer                                          gpl
173 get_func_ip                     int                      ctx                                            gpl
173 get_func_ip                     int                      ctx                                            in=kprobe_multi
174 get_attach_cookie               int                      ctx
175 task_pt_regs                    btf@pt_regs              btf@task_struct                                gpl
176 get_branch_snapshot             int                      mem:uw size?                                   gpl
177 trace_vprintk                   int                      mem:r size mem?:r size?                        gpl
178 skc_to_unix_sock                btf?@unix_sock           btf_sock
179 kallsyms_lookup_name            int                      mem:r size? any mem:uwa=8
180 find_vma                        int                      btf@task_struct any func stack? any
181 loop                            int                      any func stack? any
182 strncmp                         int                      mem:r size const_str
183 get_func_arg                    int                      ctx any mem:uwa=8
184 get_func_ret                    int                      ctx mem:uwa=8
185 get_func_arg_cnt                int                      ctx
186 get_retval                      int                      -
187 set_retval                      int                      any
188 xdp_get_buff_len                int                      ctx
188 xdp_get_buff_len                int                      btf@xdp_buff                                   in=tracing,lsm,syscall
189 xdp_load_bytes                  int                      ctx any mem:uw size
190 xdp_store_bytes                 int                      ctx any mem:r size
191 copy_from_user_task             int                      mem:uw size? any btf@task_struct any           gpl sleeps
192 skb_set_tstamp                  int                      ctx any any
193 ima_file_hash                   int                      btf@file mem:uw size                           probe
194 kptr_xchg                       btf?                     kptr btf?:!
195 map_lookup_percpu_elem          value?                   map key any                                    pkt
196 skc_to_mptcp_sock               btf?@mptcp_sock          sock_common
197 dynptr_from_mem                 int                      mem:uw size? any dynptr:Luw
198 ringbuf_reserve_dynptr          int                      map any any dynptr:Ruw
199 ringbuf_submit_dynptr           void                     dynptr:R! any
200 ringbuf_discard_dynptr          void                     dynptr:R! any
201 dynptr_read                     int                      mem:uw size? dynptr:r any any
202 dynptr_write                    int                      dynptr:r any mem:r size? any
203 dynptr_data                     mem?                     dynptr:r any alloc_size
204 tcp_raw_gen_syncookie_ipv4      int                      mem:r=20 mem:r size?                           gpl pkt
205 tcp_raw_gen_syncookie_ipv6      int                      mem:r=40 mem:r size?                           gpl pkt
206 tcp_raw_check_syncookie_ipv4    int                      mem:r=20 mem:r=20                              gpl pkt
207 tcp_raw_check_syncookie_ipv6    int                      mem:r=40 mem:r=20                              gpl pkt
208 ktime_get_tai_ns                int                      -
209 user_ringbuf_drain              int                      map func stack? any
210 cgrp_storage_get                value?                   map btf?@cgroup value? any
211 cgrp_storage_delete             int                      map btf?@cgroup
`;

/** kernel: struct bpf_func_proto */
export interface HelperProto {
  readonly id: number;
  /** Without `bpf_`. */
  readonly name: string;
  /** Five argument types: base and flags; ARG_DONTCARE for those it does not take. */
  readonly args: readonly number[];
  /** Bytes of arguments with MEM_FIXED_SIZE, else 0. */
  readonly sizes: readonly number[];
  /** Kernel struct of BTF arguments, else undefined. */
  readonly structs: readonly (string | undefined)[];
  readonly ret: number;
  readonly retStruct: string | undefined;
  readonly gplOnly: boolean;
  readonly packetAccess: boolean;
  readonly mightSleep: boolean;
  readonly allowFastcall: boolean;
  /** Allowed at some attach points only. kernel: bpf_func_proto.allowed */
  readonly restricted: boolean;
}

/** Program types (or `kprobe_multi`) that are named together in `in=`. */
const GROUPS: Readonly<Record<string, string>> = {
  '@probes': 'kprobe,kprobe_multi,tracepoint,perf_event,raw_tracepoint,raw_tracepoint_writable,tracing,lsm,syscall',
  '@lwt': 'lwt_in,lwt_out,lwt_xmit,lwt_seg6local',
};

const ARG_WORDS: Readonly<Record<string, number>> = {
  any: arg.ARG_ANYTHING,
  map: arg.ARG_CONST_MAP_PTR,
  key: arg.ARG_PTR_TO_MAP_KEY,
  value: arg.ARG_PTR_TO_MAP_VALUE,
  mem: arg.ARG_PTR_TO_MEM,
  size: arg.ARG_CONST_SIZE,
  ctx: arg.ARG_PTR_TO_CTX,
  spin_lock: arg.ARG_PTR_TO_SPIN_LOCK,
  sock_common: arg.ARG_PTR_TO_SOCK_COMMON,
  socket: arg.ARG_PTR_TO_SOCKET,
  btf: arg.ARG_PTR_TO_BTF_ID,
  ringbuf_mem: arg.ARG_PTR_TO_RINGBUF_MEM,
  alloc_size: arg.ARG_CONST_ALLOC_SIZE_OR_ZERO,
  btf_sock: arg.ARG_PTR_TO_BTF_ID_SOCK_COMMON,
  percpu_btf: arg.ARG_PTR_TO_PERCPU_BTF_ID,
  func: arg.ARG_PTR_TO_FUNC,
  stack: arg.ARG_PTR_TO_STACK,
  const_str: arg.ARG_PTR_TO_CONST_STR,
  timer: arg.ARG_PTR_TO_TIMER,
  kptr: arg.ARG_KPTR_XCHG_DEST,
  dynptr: arg.ARG_PTR_TO_DYNPTR,
};

const RET_WORDS: Readonly<Record<string, number>> = {
  int: arg.RET_INTEGER,
  void: arg.RET_VOID,
  value: arg.RET_PTR_TO_MAP_VALUE,
  socket: arg.RET_PTR_TO_SOCKET,
  tcp_sock: arg.RET_PTR_TO_TCP_SOCK,
  sock_common: arg.RET_PTR_TO_SOCK_COMMON,
  mem: arg.RET_PTR_TO_MEM,
  mem_or_btf: arg.RET_PTR_TO_MEM_OR_BTF_ID,
  btf: arg.RET_PTR_TO_BTF_ID,
};

const LETTERS: Readonly<Record<string, number>> = {
  r: reg.MEM_RDONLY,
  w: reg.MEM_WRITE,
  u: reg.MEM_UNINIT,
  a: reg.MEM_ALIGNED,
  b: reg.MEM_RINGBUF,
  t: reg.PTR_TRUSTED,
  L: reg.DYNPTR_TYPE_LOCAL,
  R: reg.DYNPTR_TYPE_RINGBUF,
  '!': reg.OBJ_RELEASE,
};

interface TypeWord {
  readonly type: number;
  readonly size: number;
  readonly struct: string | undefined;
}

const ABSENT: TypeWord = { type: arg.ARG_DONTCARE, size: 0, struct: undefined };

function parseType(word: string, words: Readonly<Record<string, number>>): TypeWord {
  if (word === 'size?') return { type: arg.ARG_CONST_SIZE_OR_ZERO, size: 0, struct: undefined };
  const match = /^(\w+)(\?)?(?::([^@=]+))?(?:=(\d+))?(?:@(\w+))?$/.exec(word);
  if (match === null) throw new Error(`bug: type ${word} in the helper table`);
  const [, base, maybeNull, letters = '', size, struct] = match;
  let type = words[base] | (maybeNull === undefined ? 0 : reg.PTR_MAYBE_NULL);
  for (const letter of letters) type |= LETTERS[letter];
  if (size !== undefined) type |= reg.MEM_FIXED_SIZE;
  return { type, size: Number(size ?? 0), struct };
}

interface Row {
  readonly proto: HelperProto;
  /** Program types that have this prototype; undefined: all others. */
  readonly types: ReadonlySet<string> | undefined;
}

function parseRow(line: string): Row {
  const [id, name, ret, ...rest] = line.split(/\s+/);
  const isFlag = (word: string): boolean => /^(gpl|pkt|sleeps|fastcall|probe|in=.*)$/.test(word);
  const flags = rest.filter(isFlag);
  const args = rest.filter((word) => word !== '-' && !isFlag(word)).map((word) => parseType(word, ARG_WORDS));
  while (args.length < 5) args.push(ABSENT);
  const result = parseType(ret, RET_WORDS);
  const proto: HelperProto = {
    id: Number(id),
    name,
    args: args.map((word) => word.type),
    sizes: args.map((word) => word.size),
    structs: args.map((word) => word.struct),
    ret: result.type,
    retStruct: result.struct,
    gplOnly: flags.includes('gpl'),
    packetAccess: flags.includes('pkt'),
    mightSleep: flags.includes('sleeps'),
    allowFastcall: flags.includes('fastcall'),
    restricted: flags.includes('probe'),
  };
  return { proto, types: parseTypes(flags.find((flag) => flag.startsWith('in='))) };
}

function parseTypes(flag: string | undefined): ReadonlySet<string> | undefined {
  if (flag === undefined) return undefined;
  const names = flag.slice('in='.length).split(',');
  return new Set(names.flatMap((name) => (GROUPS[name] ?? name).split(',')));
}

const ROWS: readonly (readonly Row[])[] = indexRows(TABLE.trim().split('\n').map(parseRow));

function indexRows(rows: readonly Row[]): Row[][] {
  const byId: Row[][] = [];
  for (const row of rows) {
    byId[row.proto.id] ??= [];
    byId[row.proto.id].push(row);
  }
  return byId;
}

/** Helper ids are 1 … HELPER_COUNT. */
export const HELPER_COUNT = ROWS.length - 1;

/** `bpf_map_lookup_elem` for 1, `unknown` outside the table. kernel: disasm.c func_id_name() */
export function helperName(id: number): string {
  if (id === 0) return 'bpf_unspec';
  const rows = ROWS[id];
  return rows === undefined ? 'unknown' : `bpf_${rows[0].proto.name}`;
}

/** The id of a helper by its name with or without `bpf_`; undefined if there is none. */
export function helperByName(name: string): number | undefined {
  const bare = name.startsWith('bpf_') ? name.slice('bpf_'.length) : name;
  const id = ROWS.findIndex((rows) => rows !== undefined && rows[0].proto.name === bare);
  return id < 0 ? undefined : id;
}

/** The prototype of a helper in programs of a type (by name; `kprobe_multi` for kprobes that attach to many functions). */
export function helperProto(id: number, programType: string): HelperProto | undefined {
  const rows = ROWS[id];
  const special = rows?.find((row) => row.types?.has(programType));
  return (special ?? rows?.find((row) => row.types === undefined))?.proto;
}
