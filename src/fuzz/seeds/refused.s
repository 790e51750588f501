# What is refused at the edge of something that is allowed.
.extern bpf_obj_new_impl
.extern bpf_obj_drop_impl
.extern bpf_rbtree_add_impl
.extern bpf_task_acquire
.extern bpf_task_release
.extern bpf_wq_init
.extern bpf_task_work_schedule_signal_impl
.extern bpf_res_spin_lock
.extern bpf_res_spin_unlock
.extern bpf_res_spin_lock_irqsave
.extern bpf_res_spin_unlock_irqrestore
.extern bpf_local_irq_save
.extern bpf_local_irq_restore
.extern bpf_rcu_read_lock
.extern bpf_rcu_read_unlock
.extern bpf_dynptr_from_skb
.extern bpf_rdonly_cast
.extern bpf_cgroup_read_xattr
.extern __bpf_trap
.struct kept_node { key: u64; rb: bpf_rb_node }
.struct graph { lock: bpf_spin_lock; root: bpf_rb_root __contains(kept_node, rb); n: u64 }
.struct fenced { lock: bpf_res_spin_lock; n: u32 }
.struct worker { wq: bpf_wq; n: u64 }
.struct user_data { a: u64; b: u64 }
.struct with_user { data: *__uptr user_data }
.struct pair { a: u64; b: u64 }
.map graphs type=array key=u32 value=graph max_entries=1
.map fences type=array key=u32 value=fenced max_entries=1
.map workers type=array key=u32 value=worker max_entries=1
.map jumps type=prog_array key_size=4 value_size=4 max_entries=2
.map ring type=ringbuf max_entries=4096
.map sockets type=sk_storage key=int value=u64 flags=1 max_entries=0
.map of_tasks type=task_storage key=int value=with_user flags=1 max_entries=0
.map plain type=array key=u32 value=u64 max_entries=4
.struct with_work { work: bpf_task_work; n: u64 }
.map tasked type=array key=u32 value=with_work max_entries=1
.map tasked_too type=array key=u32 value=with_work max_entries=1
.data
.var kept: graph
.text

.program unlocks_in_less section=tc
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 8f
    r6 = r0
    r1 = kept ll
    call bpf_spin_lock
    r1 = kept + 8 ll
    r2 = r6
    r2 += 8
    r3 = less_unlocks ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = kept ll
    call bpf_spin_unlock
8:  r0 = 0
    exit
.function less_unlocks args=a:*bpf_rb_node b:*bpf_rb_node returns=bool
    r1 = kept ll
    call bpf_spin_unlock
    r0 = 0
    exit
.program adds_without_less section=tc
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 8f
    r6 = r0
    r1 = kept ll
    call bpf_spin_lock
    r1 = kept + 8 ll
    r2 = r6
    r2 += 8
    r3 = 0
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = kept ll
    call bpf_spin_unlock
8:  r0 = 0
    exit
.program same_lock_twice section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = fences ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r0
    call bpf_res_spin_lock
    if r0 != 0 goto 9f
    r1 = r6
    call bpf_res_spin_lock
    r1 = r6
    call bpf_res_spin_unlock
9:  r0 = 0
    exit
.program other_flag section=tc
    r1 = r10
    r1 += -24
    call bpf_local_irq_save
    *(u32 *)(r10 - 4) = 0
    r1 = fences ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r0
    r2 = r10
    r2 += -16
    call bpf_res_spin_lock_irqsave
    if r0 != 0 goto 9f
    r1 = r6
    r2 = r10
    r2 += -24
    call bpf_res_spin_unlock_irqrestore
    r1 = r10
    r1 += -16
    call bpf_local_irq_restore
9:  r0 = 0
    exit
.program unprotected_task section=tp_btf/sched_switch
    r1 = *(u64 *)(r1 + 8)
    r1 = *(u64 *)(r1 + 88)
    if r1 == 0 goto 9f
    call bpf_task_acquire
    if r0 == 0 goto 9f
    r1 = r0
    call bpf_task_release
9:  r0 = 0
    exit
.program hole_of_task section=tp_btf/sched_switch
    r1 = *(u64 *)(r1 + 8)
    r0 = *(u32 *)(r1 + 76)
    r0 = 0
    exit
.program group_as_task section=tp_btf/sched_switch
    r1 = *(u64 *)(r1 + 8)
    r1 = *(u64 *)(r1 + 2376)
    if r1 == 0 goto 9f
    call bpf_task_pt_regs
9:  r0 = 0
    exit
.program tracing_context section=tp_btf/sched_switch
    call takes_pair_context
    r0 = 0
    exit
.function takes_pair_context args=p:*pair __arg_ctx linkage=global
    r0 = 0
    exit
.program no_map section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = workers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r1 = r0
    r2 = 0
    r3 = 0
    call bpf_wq_init
9:  r0 = 0
    exit
.program tail_call_in_rcu section=tc
    r6 = r1
    call bpf_rcu_read_lock
    r1 = r6
    r2 = jumps ll
    r3 = 0
    call bpf_tail_call
    call bpf_rcu_read_unlock
    r0 = 0
    exit
.program gives_context section=cgroup_skb/egress
    r0 = r1
    exit
.program gives_value section=cgroup_skb/egress
    *(u32 *)(r10 - 4) = 0
    r1 = plain ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    exit
.program global_gives_frame section=tc
    r1 = 1
    call gives_frame
    r0 = 0
    exit
.function gives_frame args=a:u64 linkage=global
    r0 = r10
    exit
.program releases_context_socket section=tc
    r1 = *(u64 *)(r1 + 168)
    if r1 == 0 goto 9f
    call bpf_sk_fullsock
    if r0 == 0 goto 9f
    r1 = r0
    call bpf_sk_release
9:  r0 = 0
    exit
.program two_references section=tc
    r6 = r1
    *(u64 *)(r10 - 8) = 0
    *(u64 *)(r10 - 16) = 0
    r2 = r10
    r2 += -16
    r3 = 12
    r4 = -1
    r5 = 0
    call bpf_sk_lookup_tcp
    if r0 == 0 goto 9f
    r6 = r0
    r1 = ring ll
    r2 = 8
    r3 = 0
    call bpf_ringbuf_reserve
    if r0 == 0 goto 8f
    r7 = r0
    r1 = sockets ll
    r2 = r6
    r3 = r7
    r4 = 1
    call bpf_sk_storage_get
    r1 = r7
    r2 = 0
    call bpf_ringbuf_discard
8:  r1 = r6
    call bpf_sk_release
9:  r0 = 0
    exit
.program writes_user_pointer section=tp_btf/sched_switch
    r2 = *(u64 *)(r1 + 8)
    r1 = of_tasks ll
    r3 = 0
    r4 = 1
    call bpf_task_storage_get
    if r0 == 0 goto 9f
    r6 = r0
    r1 = *(u64 *)(r6 + 0)
    if r1 == 0 goto 9f
    r2 = *(u64 *)(r1 + 0)
    *(u64 *)(r1 + 8) = 1
    *(u64 *)(r6 + 0) = 0
9:  r0 = 0
    exit
.program dynptr_in_range section=tc
    r6 = *(u32 *)(r1 + 0)
    r6 &= 7
    r2 = 0
    r3 = r10
    r3 += -16
    call bpf_dynptr_from_skb
    r2 = r10
    r2 += -16
    r1 = plain ll
    call bpf_map_lookup_elem
    r2 = r10
    r2 += -16
    r2 += r6
    r1 = plain ll
    call bpf_map_lookup_elem
    r0 = 0
    exit
.program dynptr_in_unknown_range section=tc
    r6 = *(u32 *)(r1 + 0)
    r6 &= 7
    r2 = 0
    r3 = r10
    r3 += -16
    call bpf_dynptr_from_skb
    r2 = r10
    r2 += -16
    r2 += r6
    r1 = plain ll
    call bpf_map_lookup_elem
    r0 = 0
    exit
.program adds_to_spilled_pointer section=tc
    *(u64 *)(r10 - 8) = r1
    r2 = 1
    lock *(u64 *)(r10 - 8) += r2
    r0 = 0
    exit
.program adds_at_unknown section=tc
    *(u64 *)(r10 - 8) = 0
    *(u64 *)(r10 - 16) = 0
    r2 = *(u32 *)(r1 + 0)
    r2 &= 8
    r1 = r10
    r1 += -16
    r1 += r2
    r2 = 1
    lock *(u64 *)(r1 + 0) += r2
    r0 = 0
    exit
.program adds_to_context section=tc
    r2 = 1
    lock *(u32 *)(r1 + 8) += r2
    r0 = 0
    exit
.program acquires_context section=tc
    r0 = load_acquire((u32 *)(r1 + 0))
    exit
.program releases_context section=tc
    r0 = 0
    store_release((u32 *)(r1 + 8), r0)
    exit
.program cast_number section=tc
    r1 = 0
    r2 = 685
    call bpf_rdonly_cast
    r0 = 0
    exit
.program unterminated_name section=syscall
    r1 = 0
    r2 = r10
    r3 = 0
    call bpf_cgroup_read_xattr
    r0 = 0
    exit
.program deep section=tc
    r1 = 0
    call deep_1
    exit
.function deep_1 args=a:u64
    call deep_2
    exit
.function deep_2 args=a:u64
    call deep_3
    exit
.function deep_3 args=a:u64
    call deep_4
    exit
.function deep_4 args=a:u64
    call deep_5
    exit
.function deep_5 args=a:u64
    call deep_6
    exit
.function deep_6 args=a:u64
    call deep_7
    exit
.function deep_7 args=a:u64
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 8f
    r6 = r0
    r1 = kept ll
    call bpf_spin_lock
    r1 = kept + 8 ll
    r2 = r6
    r2 += 8
    r3 = less_unlocks ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = kept ll
    call bpf_spin_unlock
8:  r0 = 0
    exit
.program wrong_work section=syscall
    *(u32 *)(r10 - 4) = 0
    r1 = tasked ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r6 = r0
    call bpf_get_current_task_btf
    r1 = r0
    r2 = r6
    r3 = tasked_too ll
    r4 = worked ll
    r5 = 0
    call bpf_task_work_schedule_signal_impl
9:  r0 = 0
    exit
.function worked args=m:*void k:*void v:*void
    r0 = 0
    exit
.program trapped section=tc
    call __bpf_trap
    r0 = 0
    exit
.program not_here section=xdp
    call bpf_get_func_ip
    r0 = 0
    exit
.program no_target section=tp_btf
    r0 = 0
    exit
.program no_operations section="struct_ops/none"
    r0 = 0
    exit
.program half_of_pointer section=tc
    w2 = w10
    r0 = 0
    exit
.program sign_of_pointer section=tc
    r2 = (s8)r10
    r0 = 0
    exit
