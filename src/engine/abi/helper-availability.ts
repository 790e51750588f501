/**
 * Which program type may call which helper, as 6.18.44 answers.
 * kernel: bpf_base_func_proto(), bpf_sk_base_func_proto(), bpf_tracing_func_proto() and one function per type
 */
import * as attach from './attach-types.ts';
import type { VerifierEnv } from './env.ts';
import { capable } from './env.ts';
import type { HelperProto } from './helpers.ts';
import { HELPER_COUNT, helperName, helperProto } from './helpers.ts';
import { iteratorHelpers } from './iterators.ts';
import * as program from './program-types.ts';

/** Every type has these. */
const BASE = `
map_lookup_elem map_update_elem map_delete_elem ktime_get_ns get_prandom_u32 get_smp_processor_id tail_call
get_current_pid_tgid get_current_uid_gid get_cgroup_classid current_task_under_cgroup get_numa_node_id
get_current_cgroup_id map_push_elem map_pop_elem map_peek_elem spin_lock spin_unlock strtol strtoul jiffies64
get_ns_current_pid_tgid get_current_ancestor_cgroup_id ktime_get_boot_ns ringbuf_output ringbuf_reserve
ringbuf_submit ringbuf_discard ringbuf_query per_cpu_ptr this_cpu_ptr task_storage_get task_storage_delete
for_each_map_elem timer_init timer_set_callback timer_start timer_cancel loop strncmp kptr_xchg
map_lookup_percpu_elem dynptr_from_mem ringbuf_reserve_dynptr ringbuf_submit_dynptr ringbuf_discard_dynptr
dynptr_read dynptr_write dynptr_data ktime_get_tai_ns user_ringbuf_drain cgrp_storage_get cgrp_storage_delete
`;

/** Every type has these, with CAP_PERFMON. */
const BASE_PERFMON = `
trace_printk get_current_comm perf_event_read get_current_task perf_event_read_value send_signal probe_read_user
probe_read_kernel probe_read_user_str probe_read_kernel_str send_signal_thread get_task_stack copy_from_user
snprintf_btf get_current_task_btf snprintf task_pt_regs get_branch_snapshot trace_vprintk find_vma
copy_from_user_task
`;

/** Sets that several types share; `@sk` needs CAP_PERFMON where programs meet the network. */
const GROUPS: Readonly<Record<string, string>> = {
  '@sk': `skc_to_tcp6_sock skc_to_tcp_sock skc_to_tcp_timewait_sock skc_to_tcp_request_sock skc_to_udp6_sock
    skc_to_unix_sock skc_to_mptcp_sock`,
  '@trace': 'probe_read perf_event_output get_stackid probe_read_str get_stack get_func_ip',
  '@btf': `get_socket_cookie sk_storage_get sk_storage_delete skb_output xdp_output d_path sock_from_file
    xdp_get_buff_len`,
};

/** What a type has besides, whatever it attaches to. A line: types, then helpers and groups; indented lines go on. */
const BY_TYPE = `
sched_cls,sched_act: @sk skb_store_bytes l3_csum_replace l4_csum_replace clone_redirect skb_vlan_push skb_vlan_pop
  skb_get_tunnel_key skb_set_tunnel_key redirect get_route_realm perf_event_output skb_load_bytes csum_diff
  skb_get_tunnel_opt skb_set_tunnel_opt skb_change_proto skb_change_type skb_under_cgroup get_hash_recalc
  skb_change_tail skb_pull_data csum_update set_hash_invalid skb_change_head get_socket_cookie get_socket_uid set_hash
  skb_adjust_room skb_get_xfrm_state skb_load_bytes_relative fib_lookup skb_cgroup_id skb_ancestor_cgroup_id
  sk_lookup_tcp sk_lookup_udp sk_release sk_fullsock tcp_sock skb_ecn_set_ce get_listener_sock skc_lookup_tcp
  tcp_check_syncookie sk_storage_get sk_storage_delete tcp_gen_syncookie get_netns_cookie sk_assign csum_level
  skb_cgroup_classid redirect_neigh redirect_peer check_mtu skb_set_tstamp tcp_raw_gen_syncookie_ipv4
  tcp_raw_gen_syncookie_ipv6 tcp_raw_check_syncookie_ipv4 tcp_raw_check_syncookie_ipv6 ktime_get_coarse_ns
kprobe,tracepoint,raw_tracepoint,raw_tracepoint_writable: @trace get_attach_cookie
socket_filter: @sk perf_event_output skb_load_bytes get_socket_cookie get_socket_uid skb_load_bytes_relative
  get_netns_cookie ktime_get_coarse_ns
xdp: @sk redirect perf_event_output csum_diff xdp_adjust_head redirect_map xdp_adjust_meta xdp_adjust_tail fib_lookup
  sk_lookup_tcp sk_lookup_udp sk_release skc_lookup_tcp tcp_check_syncookie tcp_gen_syncookie check_mtu
  xdp_get_buff_len xdp_load_bytes xdp_store_bytes tcp_raw_gen_syncookie_ipv4 tcp_raw_gen_syncookie_ipv6
  tcp_raw_check_syncookie_ipv4 tcp_raw_check_syncookie_ipv6 ktime_get_coarse_ns
perf_event: @trace perf_prog_read_value read_branch_records get_attach_cookie
cgroup_skb: @sk perf_event_output skb_load_bytes get_socket_cookie get_socket_uid skb_load_bytes_relative
  skb_cgroup_id get_local_storage skb_ancestor_cgroup_id sk_lookup_tcp sk_lookup_udp sk_release sk_fullsock tcp_sock
  skb_ecn_set_ce get_listener_sock skc_lookup_tcp sk_storage_get sk_storage_delete get_netns_cookie sk_cgroup_id
  sk_ancestor_cgroup_id ktime_get_coarse_ns
cgroup_sock: perf_event_output get_socket_cookie get_local_storage sk_storage_get get_netns_cookie ktime_get_coarse_ns
lwt_in: @sk get_route_realm perf_event_output skb_load_bytes csum_diff skb_under_cgroup get_hash_recalc skb_pull_data
  lwt_push_encap ktime_get_coarse_ns
lwt_out: @sk get_route_realm perf_event_output skb_load_bytes csum_diff skb_under_cgroup get_hash_recalc skb_pull_data
  ktime_get_coarse_ns
lwt_xmit: @sk skb_store_bytes l3_csum_replace l4_csum_replace clone_redirect skb_get_tunnel_key skb_set_tunnel_key
  redirect get_route_realm perf_event_output skb_load_bytes csum_diff skb_get_tunnel_opt skb_set_tunnel_opt
  skb_under_cgroup get_hash_recalc skb_change_tail skb_pull_data csum_update set_hash_invalid skb_change_head
  lwt_push_encap csum_level ktime_get_coarse_ns
sock_ops: @sk perf_event_output get_socket_cookie setsockopt sock_map_update getsockopt sock_ops_cb_flags_set
  sock_hash_update get_local_storage tcp_sock sk_storage_get sk_storage_delete get_netns_cookie load_hdr_opt
  store_hdr_opt reserve_hdr_opt ktime_get_coarse_ns
sk_skb: @sk skb_store_bytes perf_event_output skb_load_bytes skb_change_tail skb_pull_data skb_change_head
  get_socket_cookie get_socket_uid skb_adjust_room sk_redirect_map sk_redirect_hash sk_lookup_tcp sk_lookup_udp
  sk_release skc_lookup_tcp ktime_get_coarse_ns
cgroup_device: perf_event_output get_local_storage
sk_msg: @sk perf_event_output msg_redirect_map msg_apply_bytes msg_cork_bytes msg_pull_data msg_redirect_hash
  msg_push_data msg_pop_data sk_storage_get sk_storage_delete get_netns_cookie ktime_get_coarse_ns
cgroup_sock_addr: @sk perf_event_output get_socket_cookie setsockopt getsockopt get_local_storage sk_lookup_tcp
  sk_lookup_udp sk_release skc_lookup_tcp sk_storage_get sk_storage_delete get_netns_cookie ktime_get_coarse_ns
lwt_seg6local: @sk get_route_realm perf_event_output skb_load_bytes csum_diff skb_under_cgroup get_hash_recalc
  skb_pull_data lwt_seg6_store_bytes lwt_seg6_adjust_srh lwt_seg6_action ktime_get_coarse_ns
sk_reuseport: skb_load_bytes get_socket_cookie skb_load_bytes_relative sk_select_reuseport ktime_get_coarse_ns
flow_dissector: @sk skb_load_bytes ktime_get_coarse_ns
cgroup_sysctl: perf_event_output get_local_storage sysctl_get_name sysctl_get_current_value sysctl_get_new_value
  sysctl_set_new_value ktime_get_coarse_ns
cgroup_sockopt: perf_event_output get_local_storage tcp_sock sk_storage_get sk_storage_delete get_netns_cookie
sk_lookup: @sk perf_event_output sk_release sk_assign ktime_get_coarse_ns
syscall: @trace @btf @sk sys_bpf btf_find_by_name_kind sys_close kallsyms_lookup_name
tracing: @trace @btf @sk
lsm: @trace @btf @sk inode_storage_get inode_storage_delete bprm_opts_set ima_inode_hash ima_file_hash
struct_ops: ktime_get_coarse_ns
`;

const CGROUP_TYPES = [
  program.BPF_PROG_TYPE_CGROUP_SKB,
  program.BPF_PROG_TYPE_CGROUP_SOCK,
  program.BPF_PROG_TYPE_CGROUP_SOCK_ADDR,
  program.BPF_PROG_TYPE_CGROUP_DEVICE,
  program.BPF_PROG_TYPE_CGROUP_SYSCTL,
  program.BPF_PROG_TYPE_CGROUP_SOCKOPT,
  program.BPF_PROG_TYPE_SOCK_OPS,
];

/** Attach points that ignore what `bpf_set_retval()` says. kernel: cgroup.c cgroup_common_func_proto() */
const WITHOUT_RETVAL = [
  attach.BPF_CGROUP_INET_INGRESS,
  attach.BPF_CGROUP_INET_EGRESS,
  attach.BPF_CGROUP_SOCK_OPS,
  attach.BPF_CGROUP_UDP4_RECVMSG,
  attach.BPF_CGROUP_UDP6_RECVMSG,
  attach.BPF_CGROUP_UNIX_RECVMSG,
  attach.BPF_CGROUP_INET4_GETPEERNAME,
  attach.BPF_CGROUP_INET6_GETPEERNAME,
  attach.BPF_CGROUP_UNIX_GETPEERNAME,
  attach.BPF_CGROUP_INET4_GETSOCKNAME,
  attach.BPF_CGROUP_INET6_GETSOCKNAME,
  attach.BPF_CGROUP_UNIX_GETSOCKNAME,
];

const TRAMPOLINE = [attach.BPF_TRACE_FENTRY, attach.BPF_TRACE_FEXIT, attach.BPF_MODIFY_RETURN];

interface Grant {
  readonly types: readonly number[];
  readonly isAt: (attachType: number) => boolean;
  readonly helpers: string;
}

const oneOf =
  (...attachTypes: readonly number[]) =>
  (attachType: number): boolean =>
    attachTypes.includes(attachType);

/** What depends on the attach type. */
const BY_ATTACH_TYPE: readonly Grant[] = [
  { types: CGROUP_TYPES, isAt: (type) => !WITHOUT_RETVAL.includes(type), helpers: 'get_retval set_retval' },
  {
    types: [program.BPF_PROG_TYPE_CGROUP_SOCK_ADDR],
    isAt: oneOf(attach.BPF_CGROUP_INET4_CONNECT, attach.BPF_CGROUP_INET6_CONNECT),
    helpers: 'bind',
  },
  {
    types: [program.BPF_PROG_TYPE_CGROUP_SOCKOPT],
    isAt: oneOf(attach.BPF_CGROUP_SETSOCKOPT),
    helpers: 'setsockopt getsockopt',
  },
  {
    types: [program.BPF_PROG_TYPE_TRACING],
    isAt: oneOf(attach.BPF_TRACE_ITER),
    helpers: 'seq_printf seq_write seq_printf_btf',
  },
  {
    types: [program.BPF_PROG_TYPE_TRACING],
    isAt: oneOf(attach.BPF_TRACE_RAW_TP, ...TRAMPOLINE),
    helpers: 'get_attach_cookie',
  },
  {
    types: [program.BPF_PROG_TYPE_TRACING],
    isAt: oneOf(...TRAMPOLINE),
    helpers: 'get_func_arg get_func_ret get_func_arg_cnt',
  },
];

const words = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s+/)
    .flatMap((word) => (word in GROUPS ? words(GROUPS[word]) : [word]));

const PERFMON_ONLY: ReadonlySet<string> = new Set([...words(BASE_PERFMON), 'sys_bpf']);
const SOCKETS: ReadonlySet<string> = new Set(words('@sk'));
/** Types that reach sockets through the kernel's own types. */
const TRACING_TYPES = [program.BPF_PROG_TYPE_SYSCALL, program.BPF_PROG_TYPE_TRACING, program.BPF_PROG_TYPE_LSM];

const needsPerfmon = (name: string, type: number): boolean =>
  PERFMON_ONLY.has(name) || (SOCKETS.has(name) && !TRACING_TYPES.includes(type));

const TYPE_LINES: readonly (readonly [string, string])[] = BY_TYPE.trim()
  .replace(/\n\s+/g, ' ')
  .split('\n')
  .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);

function collect(type: number, attachType: number): ReadonlySet<string> {
  const name = program.programTypeName(type);
  const own = TYPE_LINES.filter(([types]) => types.split(',').includes(name)).map(([, helpers]) => helpers);
  const attached = BY_ATTACH_TYPE.filter((grant) => grant.types.includes(type) && grant.isAt(attachType));
  const texts = [BASE, BASE_PERFMON, ...own, ...attached.map((grant) => grant.helpers)];
  return new Set(texts.flatMap(words));
}

const cache = new Map<string, ReadonlySet<string>>();

function helpersOf(type: number, attachType: number): ReadonlySet<string> {
  const key = `${type}/${attachType}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const helpers = collect(type, attachType);
  cache.set(key, helpers);
  return helpers;
}

const KPROBE_MULTI = [attach.BPF_TRACE_KPROBE_MULTI, attach.BPF_TRACE_KPROBE_SESSION, attach.BPF_TRACE_UPROBE_MULTI];

/** The name under which `helpers` keeps prototypes of a program. */
function prototypeFamily(type: number, attachType: number): string {
  if (type === program.BPF_PROG_TYPE_KPROBE && KPROBE_MULTI.includes(attachType)) return 'kprobe_multi';
  return program.programTypeName(type);
}

/** Whether the iterator that calls the program in the place of `target` grants the helper. */
const grantsIterator = (name: string, type: number, attachType: number, target: string | undefined): boolean =>
  type === program.BPF_PROG_TYPE_TRACING &&
  attachType === attach.BPF_TRACE_ITER &&
  target !== undefined &&
  iteratorHelpers(target).includes(name);

/**
 * The prototype of a helper as a program of this type and attach type sees it, in the place of the kernel function `target` if
 * it stands at one; undefined if the program may not call it. kernel: verifier_ops.get_func_proto
 */
export function availableHelper(
  id: number,
  type: number,
  attachType: number,
  env: VerifierEnv,
  target?: string,
): HelperProto | undefined {
  if (id <= 0 || id > HELPER_COUNT) return undefined;
  const name = helperName(id).slice('bpf_'.length);
  const effective = program.effectiveAttachType(type, attachType);
  if (!helpersOf(type, effective).has(name) && !grantsIterator(name, type, effective, target)) return undefined;
  if (needsPerfmon(name, type) && !capable(env, 'CAP_PERFMON')) return undefined;
  return helperProto(id, prototypeFamily(type, effective));
}
