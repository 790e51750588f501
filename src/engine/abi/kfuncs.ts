/**
 * Kernel functions that programs may call, by the sets in which the kernel registers them. Prototypes are in `vmlinux`.
 * kernel: the BTF_KFUNCS_START() lists of helpers.c, cpumask.c, crypto.c, arena.c, rqspinlock.c, net/, fs/
 */
import { BPF_TRACE_ITER, BPF_TRACE_KPROBE_SESSION } from './attach-types.ts';
import * as prog from './program-types.ts';

export const KF_ACQUIRE = 1 << 0;
export const KF_RELEASE = 1 << 1;
export const KF_RET_NULL = 1 << 2;
export const KF_TRUSTED_ARGS = 1 << 4;
export const KF_SLEEPABLE = 1 << 5;
export const KF_DESTRUCTIVE = 1 << 6;
export const KF_RCU = 1 << 7;
export const KF_ITER_NEW = 1 << 8;
export const KF_ITER_NEXT = 1 << 9;
export const KF_ITER_DESTROY = 1 << 10;
export const KF_RCU_PROTECTED = 1 << 11;
export const KF_FASTCALL = 1 << 12;
export const KF_ITER = KF_ITER_NEW | KF_ITER_NEXT | KF_ITER_DESTROY;

const FLAG_WORDS: Readonly<Record<string, number>> = {
  acquire: KF_ACQUIRE,
  release: KF_RELEASE,
  null: KF_RET_NULL,
  trusted: KF_TRUSTED_ARGS,
  sleepable: KF_SLEEPABLE,
  rcu: KF_RCU,
  new: KF_ITER_NEW,
  next: KF_ITER_NEXT,
  destroy: KF_ITER_DESTROY,
  protected: KF_RCU_PROTECTED,
  fastcall: KF_FASTCALL,
};

/** Program types that share their sets. kernel: enum btf_kfunc_hook; btf.c bpf_prog_type_to_kfunc_hook() */
type Hook =
  | 'common'
  | 'xdp'
  | 'tc'
  | 'struct_ops'
  | 'tracing'
  | 'lsm'
  | 'syscall'
  | 'cgroup'
  | 'act'
  | 'sk_skb'
  | 'filter'
  | 'lwt'
  | 'netfilter'
  | 'kprobe';

const HOOKS: ReadonlyMap<number, readonly Hook[]> = new Map<number, readonly Hook[]>([
  [prog.BPF_PROG_TYPE_XDP, ['xdp']],
  [prog.BPF_PROG_TYPE_SCHED_CLS, ['tc']],
  [prog.BPF_PROG_TYPE_STRUCT_OPS, ['struct_ops']],
  [prog.BPF_PROG_TYPE_TRACING, ['tracing']],
  [prog.BPF_PROG_TYPE_TRACEPOINT, ['tracing']],
  [prog.BPF_PROG_TYPE_PERF_EVENT, ['tracing']],
  [prog.BPF_PROG_TYPE_LSM, ['tracing', 'lsm']],
  [prog.BPF_PROG_TYPE_SYSCALL, ['syscall']],
  [prog.BPF_PROG_TYPE_CGROUP_SKB, ['cgroup']],
  [prog.BPF_PROG_TYPE_CGROUP_SOCK, ['cgroup']],
  [prog.BPF_PROG_TYPE_CGROUP_DEVICE, ['cgroup']],
  [prog.BPF_PROG_TYPE_CGROUP_SOCK_ADDR, ['cgroup']],
  [prog.BPF_PROG_TYPE_CGROUP_SOCKOPT, ['cgroup']],
  [prog.BPF_PROG_TYPE_CGROUP_SYSCTL, ['cgroup']],
  [prog.BPF_PROG_TYPE_SOCK_OPS, ['cgroup']],
  [prog.BPF_PROG_TYPE_SCHED_ACT, ['act']],
  [prog.BPF_PROG_TYPE_SK_SKB, ['sk_skb']],
  [prog.BPF_PROG_TYPE_SOCKET_FILTER, ['filter']],
  [prog.BPF_PROG_TYPE_LWT_OUT, ['lwt']],
  [prog.BPF_PROG_TYPE_LWT_IN, ['lwt']],
  [prog.BPF_PROG_TYPE_LWT_XMIT, ['lwt']],
  [prog.BPF_PROG_TYPE_LWT_SEG6LOCAL, ['lwt']],
  [prog.BPF_PROG_TYPE_NETFILTER, ['netfilter']],
  [prog.BPF_PROG_TYPE_KPROBE, ['kprobe']],
]);

/** One function a line: name, flags. */
const SETS: readonly { readonly hooks: readonly Hook[]; readonly rows: string }[] = [
  {
    hooks: ['common'],
    rows: `bpf_cast_to_kern_ctx fastcall
bpf_rdonly_cast fastcall
bpf_rcu_read_lock
bpf_rcu_read_unlock
bpf_dynptr_slice null
bpf_dynptr_slice_rdwr null
bpf_iter_num_new new
bpf_iter_num_next next null
bpf_iter_num_destroy destroy
bpf_iter_task_vma_new new rcu
bpf_iter_task_vma_next next null
bpf_iter_task_vma_destroy destroy
bpf_iter_css_task_new new trusted
bpf_iter_css_task_next next null
bpf_iter_css_task_destroy destroy
bpf_iter_css_new new trusted protected
bpf_iter_css_next next null
bpf_iter_css_destroy destroy
bpf_iter_task_new new trusted protected
bpf_iter_task_next next null
bpf_iter_task_destroy destroy
bpf_dynptr_adjust
bpf_dynptr_is_null
bpf_dynptr_is_rdonly
bpf_dynptr_size
bpf_dynptr_clone
bpf_dynptr_copy
bpf_dynptr_memset
bpf_wq_init
bpf_wq_set_callback_impl
bpf_wq_start
bpf_preempt_disable
bpf_preempt_enable
bpf_iter_bits_new new
bpf_iter_bits_next next null
bpf_iter_bits_destroy destroy
bpf_copy_from_user_str sleepable
bpf_copy_from_user_task_str sleepable
bpf_get_kmem_cache
bpf_iter_kmem_cache_new new sleepable
bpf_iter_kmem_cache_next next null sleepable
bpf_iter_kmem_cache_destroy destroy sleepable
bpf_local_irq_save
bpf_local_irq_restore
bpf_probe_read_user_dynptr
bpf_probe_read_kernel_dynptr
bpf_probe_read_user_str_dynptr
bpf_probe_read_kernel_str_dynptr
bpf_copy_from_user_dynptr sleepable
bpf_copy_from_user_str_dynptr sleepable
bpf_copy_from_user_task_dynptr sleepable trusted
bpf_copy_from_user_task_str_dynptr sleepable trusted
bpf_iter_dmabuf_new new sleepable
bpf_iter_dmabuf_next next null sleepable
bpf_iter_dmabuf_destroy destroy sleepable
__bpf_trap
bpf_strcmp
bpf_strcasecmp
bpf_strchr
bpf_strchrnul
bpf_strnchr
bpf_strrchr
bpf_strlen
bpf_strnlen
bpf_strspn
bpf_strcspn
bpf_strstr
bpf_strnstr
bpf_cgroup_read_xattr rcu
bpf_stream_vprintk_impl trusted
bpf_task_work_schedule_signal_impl trusted
bpf_task_work_schedule_resume_impl trusted
bpf_modify_return_test_tp
bpf_map_sum_elem_count trusted
bpf_arena_alloc_pages trusted sleepable
bpf_arena_free_pages trusted sleepable
bpf_arena_reserve_pages trusted sleepable
bpf_res_spin_lock null
bpf_res_spin_unlock
bpf_res_spin_lock_irqsave null
bpf_res_spin_unlock_irqrestore`,
  },
  {
    hooks: ['tracing', 'tc', 'xdp', 'struct_ops', 'syscall', 'cgroup'],
    rows: `bpf_obj_new_impl acquire null
bpf_percpu_obj_new_impl acquire null
bpf_obj_drop_impl release
bpf_percpu_obj_drop_impl release
bpf_refcount_acquire_impl acquire null rcu
bpf_list_push_front_impl
bpf_list_push_back_impl
bpf_list_pop_front acquire null
bpf_list_pop_back acquire null
bpf_list_front null
bpf_list_back null
bpf_task_acquire acquire rcu null
bpf_task_release release
bpf_rbtree_remove acquire null
bpf_rbtree_add_impl
bpf_rbtree_first null
bpf_rbtree_root null
bpf_rbtree_left null
bpf_rbtree_right null
bpf_cgroup_acquire acquire rcu null
bpf_cgroup_release release
bpf_cgroup_ancestor acquire rcu null
bpf_cgroup_from_id acquire null
bpf_task_under_cgroup rcu
bpf_task_get_cgroup1 acquire rcu null
bpf_task_from_pid acquire null
bpf_task_from_vpid acquire null
bpf_throw
bpf_send_signal_task trusted
bpf_lookup_user_key acquire null sleepable
bpf_lookup_system_key acquire null
bpf_key_put release`,
  },
  {
    hooks: ['tracing', 'struct_ops', 'syscall'],
    rows: `bpf_cpumask_create acquire null
bpf_cpumask_release release
bpf_cpumask_acquire acquire trusted
bpf_cpumask_first rcu
bpf_cpumask_first_zero rcu
bpf_cpumask_first_and rcu
bpf_cpumask_set_cpu rcu
bpf_cpumask_clear_cpu rcu
bpf_cpumask_test_cpu rcu
bpf_cpumask_test_and_set_cpu rcu
bpf_cpumask_test_and_clear_cpu rcu
bpf_cpumask_setall rcu
bpf_cpumask_clear rcu
bpf_cpumask_and rcu
bpf_cpumask_or rcu
bpf_cpumask_xor rcu
bpf_cpumask_equal rcu
bpf_cpumask_intersects rcu
bpf_cpumask_subset rcu
bpf_cpumask_empty rcu
bpf_cpumask_full rcu
bpf_cpumask_copy rcu
bpf_cpumask_any_distribute rcu
bpf_cpumask_any_and_distribute rcu
bpf_cpumask_weight rcu
bpf_cpumask_populate rcu`,
  },
  {
    hooks: ['syscall'],
    rows: `bpf_crypto_ctx_create acquire null sleepable
bpf_crypto_ctx_release release
bpf_crypto_ctx_acquire acquire rcu null`,
  },
  { hooks: ['tc', 'act', 'xdp'], rows: 'bpf_crypto_decrypt rcu\nbpf_crypto_encrypt rcu' },
  {
    hooks: ['tc', 'act', 'sk_skb', 'filter', 'cgroup', 'lwt', 'netfilter', 'tracing'],
    rows: 'bpf_dynptr_from_skb trusted',
  },
  { hooks: ['tc', 'act'], rows: 'bpf_dynptr_from_skb_meta trusted' },
  {
    hooks: ['xdp'],
    rows: `bpf_dynptr_from_xdp
bpf_xdp_pull_data
bpf_xdp_metadata_rx_timestamp trusted
bpf_xdp_metadata_rx_hash trusted
bpf_xdp_metadata_rx_vlan_tag trusted
bpf_xdp_get_xfrm_state null acquire
bpf_xdp_xfrm_state_release release`,
  },
  {
    hooks: ['tc'],
    rows: `bpf_sk_assign_tcp_reqsk trusted`,
  },
  {
    hooks: ['tc', 'xdp'],
    rows: `bpf_xdp_ct_alloc acquire null
bpf_xdp_ct_lookup acquire null
bpf_skb_ct_alloc acquire null
bpf_skb_ct_lookup acquire null
bpf_ct_insert_entry acquire null release
bpf_ct_release release
bpf_ct_set_timeout trusted
bpf_ct_change_timeout trusted
bpf_ct_set_status trusted
bpf_ct_change_status trusted
bpf_ct_set_nat_info trusted`,
  },
  {
    hooks: ['cgroup'],
    rows: 'bpf_sock_addr_set_sun_path\nbpf_sock_ops_enable_tx_tstamp trusted',
  },
  { hooks: ['tracing'], rows: 'bpf_sock_destroy trusted\ncss_rstat_updated\ncss_rstat_flush sleepable' },
  {
    hooks: ['tc', 'tracing', 'syscall'],
    rows: 'bpf_kfunc_call_test_release release\nbpf_kfunc_call_memb_release release',
  },
  { hooks: ['kprobe'], rows: 'bpf_session_is_return\nbpf_session_cookie' },
  {
    hooks: ['lsm'],
    rows: `bpf_get_task_exe_file acquire trusted null
bpf_put_file release
bpf_path_d_path trusted
bpf_get_dentry_xattr sleepable trusted
bpf_get_file_xattr sleepable trusted
bpf_set_dentry_xattr sleepable trusted
bpf_remove_dentry_xattr sleepable trusted`,
  },
];

const byHook = new Map<Hook, Map<string, number>>();
for (const { hooks, rows } of SETS) {
  for (const row of rows.split('\n')) {
    const [name, ...words] = row.split(' ');
    const flags = words.reduce((all, word) => all | FLAG_WORDS[word], 0);
    for (const hook of hooks) functionsOf(hook).set(name, flags);
  }
}

function functionsOf(hook: Hook): Map<string, number> {
  const known = byHook.get(hook) ?? new Map<string, number>();
  byHook.set(hook, known);
  return known;
}

/** Functions that only programs with this `expected_attach_type` may call. kernel: btf_kfunc_id_set.filter */
const ATTACH_TYPES: ReadonlyMap<string, number> = new Map([
  ['bpf_sock_destroy', BPF_TRACE_ITER],
  ['bpf_session_is_return', BPF_TRACE_KPROBE_SESSION],
  ['bpf_session_cookie', BPF_TRACE_KPROBE_SESSION],
]);

/** KF_* flags of a function; undefined if programs of the type may not call it. kernel: btf.c btf_kfunc_flags() */
export function kfuncFlags(name: string, programType: number, attachType: number): number | undefined {
  if ((ATTACH_TYPES.get(name) ?? attachType) !== attachType) return undefined;
  for (const hook of ['common' as const, ...(HOOKS.get(programType) ?? [])]) {
    const flags = byHook.get(hook)?.get(name);
    if (flags !== undefined) return flags;
  }
  return undefined;
}

/** All functions, each once. */
export const kfuncNames = (): readonly string[] => [
  ...new Set([...byHook.values()].flatMap((functions) => [...functions.keys()])),
];
