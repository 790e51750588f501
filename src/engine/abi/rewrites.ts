/**
 * How many instructions the kernel makes of one when it rewrites a program that was verified: accesses of contexts and
 * sockets, calls that are expanded in place. Linux 6.18.44 on x86-64, with its JIT.
 * kernel: convert_ctx_access of the program types in net/core/filter.c, kernel/bpf/cgroup.c, kernel/trace/bpf_trace.c; do_misc_fixups()
 */

/** An access of a whole field, and what is left to do for a part of it. */
export interface FieldRewrite {
  readonly reads: number;
  readonly writes: number;
  /** More for a load into the register that holds the context. */
  readonly readsIntoBase: number;
  /** Bytes of the kernel's own field: a load of fewer is masked. */
  readonly bytes: number;
  /** Parts are counted from a multiple of this. */
  readonly unit: number;
}

/**
 * By struct, fields that are more than a plain member of a word: `name=R:B+S%U/W` for reads, bytes, reads into the
 * base, unit and writes, all but the first left out where usual.
 */
const FIELDS: Readonly<Record<string, string>> = {
  __sk_buff: `pkt_type=2:1 queue_mapping=1:2/2 protocol=1:2 vlan_present=3 vlan_tci=1:2 vlan_proto=1:2 ifindex=3 tc_index=1:2
    cb=1:1 tc_classid=1:2 napi_id=3 family=2:2 remote_ip4=2 local_ip4=2 remote_ip6=2 local_ip6=2 remote_port=3:2 local_port=2:2
    tstamp=8:8/6 gso_segs=4:2 gso_size=4:2 tstamp_type=2:1 hwtstamp=4:8`,
  xdp_md: 'ingress_ifindex=3 rx_queue_index=2 egress_ifindex=3',
  bpf_sock: 'family=1:2 type=1:2 protocol=1:2 src_port=1:2 dst_port=1:2 state=1:1 rx_queue_mapping=3:2',
  bpf_sock_addr: `user_family=2 user_ip4=2/4 user_ip6=2/4 user_port=2:2/4 family=2 type=2 protocol=2 msg_src_ip4=2/4
    msg_src_ip6=2/4`,
  bpf_sock_ops: `family=2 remote_ip4=2 local_ip4=2 remote_ip6=2 local_ip6=2 remote_port=3 local_port=2 state=2 rtt_min=2
    snd_cwnd=4+5 srtt_us=4+5 bpf_sock_ops_cb_flags=4+5 snd_ssthresh=4+5 rcv_nxt=4+5 snd_nxt=4+5 snd_una=4+5 mss_cache=4+5
    ecn_flags=4+5 rate_delivered=4+5 rate_interval_us=4+5 packets_out=4+5 retrans_out=4+5 total_retrans=4+5 segs_in=4+5
    data_segs_in=4+5 segs_out=4+5 data_segs_out=4+5 lost_out=4+5 sacked_out=4+5 sk_txhash=4+5/6 bytes_received=4+5
    bytes_acked=4+5 sk=3+5 skb_data=3 skb_len=3 skb_tcp_flags=3:2 skb_hwtstamp=6`,
  sk_msg_md: 'family=2 remote_ip4=2 local_ip4=2 remote_ip6=2 local_ip6=2 remote_port=3 local_port=2',
  sk_reuseport_md: 'data=2 len=2 eth_protocol=2:2 ip_protocol=2:2 bind_inany=1:1',
  // Upper halves of long fields may be read, but nothing can be made of them.
  bpf_tcp_sock: 'bytes_received_high=0 bytes_acked_high=0',
  bpf_sysctl: 'file_pos=2/4',
  bpf_sockopt: 'retval=3/5',
  bpf_sk_lookup: 'family=1:2 protocol=1:2 remote_ip6=3 local_ip6=3 remote_port=1:2%2 local_port=1:2',
  bpf_perf_event_data: `r15=2 r14=2 r13=2 r12=2 bp=2 bx=2 r11=2 r10=2 r9=2 r8=2 ax=2 cx=2 dx=2 si=2 di=2 orig_ax=2 ip=2 cs=2
    flags=2 sp=2 ss=2 sample_period=2:8 addr=2:8`,
};

/** Fields that a program type reads in its own way. */
const OF_TYPE: Readonly<Record<string, string>> = {
  sched_cls: 'ifindex=2',
  sched_act: 'ifindex=2',
  sk_skb: 'data_end=5+4',
};

const PLAIN: FieldRewrite = { reads: 1, writes: 1, readsIntoBase: 0, bytes: 4, unit: 0 };

function parse(table: string): ReadonlyMap<string, FieldRewrite> {
  const rows = table
    .trim()
    .split(/\s+/)
    .map((row): [string, FieldRewrite] => {
      const [, name, reads, bytes = 4, readsIntoBase = 0, unit = 0, writes = 1] =
        /^(\w+)=(\d+)(?::(\d+))?(?:\+(\d+))?(?:%(\d+))?(?:\/(\d+))?$/.exec(row) ?? [];
      return [
        name,
        {
          reads: Number(reads),
          writes: Number(writes),
          readsIntoBase: Number(readsIntoBase),
          bytes: Number(bytes),
          unit: Number(unit),
        },
      ];
    });
  return new Map(rows);
}

const parsed = new Map<string, ReadonlyMap<string, FieldRewrite>>();

function rowOf(tables: Readonly<Record<string, string>>, key: string, field: string): FieldRewrite | undefined {
  if (!Object.hasOwn(tables, key)) return undefined;
  const known = parsed.get(key) ?? parse(tables[key]);
  parsed.set(key, known);
  return known.get(field);
}

/** What becomes of accesses to a field of a struct that a program sees; `typeName` is the program's type. */
export const fieldRewrite = (struct: string, field: string, typeName: string): FieldRewrite =>
  rowOf(OF_TYPE, typeName, field) ?? rowOf(FIELDS, struct, field) ?? PLAIN;

/** What is put before programs of these types that write to packets. kernel: bpf_unclone_prologue(); sk_skb_prologue() */
export const UNCLONE_PROLOGUE = 10;
export const UNCLONED: ReadonlySet<string> = new Set(['sched_cls', 'sched_act', 'lwt_xmit', 'sk_skb']);

/** Lookups by map type; `masked`: with an index that speculation cannot leave. kernel: map_gen_lookup of the map types */
export const LOOKUP_SIZES: Readonly<Record<string, { readonly size: number; readonly masked: number }>> = {
  array: { size: 7, masked: 8 },
  percpu_array: { size: 9, masked: 10 },
  array_of_maps: { size: 9, masked: 10 },
  hash: { size: 3, masked: 3 },
  lru_hash: { size: 6, masked: 6 },
  percpu_hash: { size: 5, masked: 5 },
  hash_of_maps: { size: 4, masked: 4 },
  xskmap: { size: 8, masked: 8 },
};

/** Helpers that are more than a call wherever they stand. */
export const HELPER_SIZES: Readonly<Record<string, number>> = {
  bpf_timer_set_callback: 3,
  bpf_sk_storage_get: 2,
  bpf_inode_storage_get: 2,
  bpf_task_storage_get: 2,
  bpf_cgrp_storage_get: 2,
  bpf_jiffies64: 3,
  bpf_get_smp_processor_id: 3,
  bpf_get_branch_snapshot: 11,
  bpf_kptr_xchg: 2,
};

/** Functions of the kernel that get arguments which programs cannot give. kernel: fixup_kfunc_call() */
export const KFUNC_SIZES: Readonly<Record<string, number>> = {
  bpf_obj_new_impl: 4,
  bpf_percpu_obj_new_impl: 4,
  bpf_obj_drop_impl: 3,
  bpf_percpu_obj_drop_impl: 3,
  bpf_refcount_acquire_impl: 3,
  bpf_list_push_front_impl: 4,
  bpf_list_push_back_impl: 4,
  bpf_rbtree_add_impl: 4,
  bpf_wq_set_callback_impl: 3,
  bpf_stream_vprintk_impl: 3,
  bpf_task_work_schedule_signal_impl: 3,
  bpf_task_work_schedule_resume_impl: 3,
};
