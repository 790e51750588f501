# Pointers that the kernel gives: contexts, tasks, buffers, sockets, dynptrs, iterators.
.extern bpf_rdonly_cast
.extern bpf_cast_to_kern_ctx
.extern bpf_iter_task_new
.extern bpf_iter_task_next
.extern bpf_iter_task_destroy
.extern bpf_iter_num_new
.extern bpf_iter_num_next
.extern bpf_iter_num_destroy
.extern bpf_dynptr_from_skb
.extern bpf_dynptr_slice
.extern bpf_dynptr_clone
.extern bpf_dynptr_adjust
.extern bpf_rcu_read_lock
.extern bpf_rcu_read_unlock
.extern bpf_task_acquire
.extern bpf_task_release
.extern bpf_cpumask_create
.extern bpf_cpumask_release
.extern bpf_cpumask_set_cpu
.extern bpf_task_under_cgroup
.extern bpf_get_task_exe_file
.extern bpf_put_file
.extern bpf_map_sum_elem_count
.map ring type=ringbuf max_entries=4096
.map user_ring type=user_ringbuf max_entries=4096
.map plain type=array key=u32 value=u64 max_entries=4
.map of_tasks type=task_storage key=u32 value=u64 flags=1 max_entries=0
.map jumps type=prog_array key_size=4 value_size=4 max_entries=2

.program reads_argument section=tp_btf/sched_switch
    r2 = *(u64 *)(r1 + 0)
    r2 = *(u64 *)(r1 + 8)
    r3 = *(u32 *)(r2 + 4)
    r3 = *(u64 *)(r2 + 64)
    r0 = 0
    exit
.program reads_too_far section=tp_btf/sched_switch
    r2 = *(u64 *)(r1 + 64)
    r0 = 0
    exit
.program reads_half section=tp_btf/sched_switch
    r2 = *(u32 *)(r1 + 8)
    r0 = 0
    exit
.program reads_between section=tp_btf/sched_switch
    r2 = *(u32 *)(r1 + 4)
    r0 = 0
    exit
.program before_task section=tp_btf/sched_switch
    r2 = *(u64 *)(r1 + 8)
    r3 = *(u64 *)(r2 - 8)
    r0 = 0
    exit
.program beyond_task section=tp_btf/sched_switch
    r2 = *(u64 *)(r1 + 8)
    r3 = *(u64 *)(r2 + 32760)
    r0 = 0
    exit
.program variable_task section=tp_btf/sched_switch
    r2 = *(u64 *)(r1 + 8)
    r3 = *(u64 *)(r1 + 0)
    r3 &= 8
    r2 += r3
    r0 = *(u64 *)(r2 + 0)
    r0 = 0
    exit
.program writes_task section=tp_btf/sched_switch
    r2 = *(u64 *)(r1 + 8)
    *(u64 *)(r2 + 0) = 0
    r0 = 0
    exit
.program walks_task section=tp_btf/sched_switch
    r2 = *(u64 *)(r1 + 8)
    r2 = *(u64 *)(r2 + 1592)
    r3 = *(u64 *)(r2 + 0)
    r3 = *(u64 *)(r3 + 0)
    r0 = 0
    exit
.program seq_of_iterator section=iter/task
    r6 = *(u64 *)(r1 + 0)
    r2 = *(u64 *)(r6 + 0)
    r2 = *(u64 *)(r1 + 8)
    if r2 == 0 goto 9f
    r3 = *(u32 *)(r2 + 0)
9:  r0 = 0
    exit
.program element_of_iterator section=iter/bpf_map_elem
    r2 = *(u64 *)(r1 + 16)
    if r2 == 0 goto 9f
    r3 = *(u32 *)(r2 + 0)
    r3 = *(u32 *)(r2 + 4)
9:  r2 = *(u64 *)(r1 + 24)
    if r2 == 0 goto 8f
    *(u64 *)(r2 + 0) = 1
8:  r0 = 0
    exit
.program before_element section=iter/bpf_map_elem
    r2 = *(u64 *)(r1 + 16)
    if r2 == 0 goto 9f
    r3 = *(u32 *)(r2 - 4)
9:  r0 = 0
    exit
.program variable_element section=iter/bpf_map_elem
    r2 = *(u64 *)(r1 + 24)
    if r2 == 0 goto 9f
    r3 = *(u8 *)(r2 + 0)
    r2 += r3
    r3 = *(u8 *)(r2 + 0)
9:  r0 = 0
    exit
.program writes_key section=iter/bpf_map_elem
    r2 = *(u64 *)(r1 + 16)
    if r2 == 0 goto 9f
    *(u32 *)(r2 + 0) = 1
9:  r0 = 0
    exit
.program iterator_result section=iter/task
    r0 = 7
    exit
.program writable_buffer section=raw_tp.w/x
    r2 = *(u64 *)(r1 + 0)
    r3 = *(u64 *)(r2 + 0)
    *(u64 *)(r2 + 8) = 1
    r0 = 0
    exit
.program before_buffer section=raw_tp.w/x
    r2 = *(u64 *)(r1 + 0)
    r3 = *(u64 *)(r2 - 8)
    r0 = 0
    exit
.program variable_buffer section=raw_tp.w/x
    r2 = *(u64 *)(r1 + 0)
    r3 = *(u64 *)(r1 + 8)
    r3 &= 7
    r2 += r3
    r3 = *(u64 *)(r2 + 0)
    r0 = 0
    exit
.program flow_keys section=flow_dissector
    r2 = *(u64 *)(r1 + 144)
    r3 = *(u16 *)(r2 + 0)
    *(u16 *)(r2 + 2) = 7
    r0 = 0
    exit
.program beyond_flow_keys section=flow_dissector
    r2 = *(u64 *)(r1 + 144)
    r3 = *(u64 *)(r2 + 56)
    r0 = 0
    exit
.program leaks_to_flow_keys section=flow_dissector
    r2 = *(u64 *)(r1 + 144)
    *(u64 *)(r2 + 0) = r10
    r0 = 0
    exit
.program odd_flow_keys section=flow_dissector
    r2 = *(u64 *)(r1 + 144)
    r3 = *(u32 *)(r2 + 2)
    r0 = 0
    exit
.program tcp_socket section=cgroup_skb/egress
    r1 = *(u64 *)(r1 + 168)
    if r1 == 0 goto 9f
    call bpf_tcp_sock
    if r0 == 0 goto 9f
    r1 = *(u32 *)(r0 + 0)
    r1 = *(u32 *)(r0 + 2)
9:  r0 = 1
    exit
.program full_socket section=cgroup_skb/egress
    r1 = *(u64 *)(r1 + 168)
    if r1 == 0 goto 9f
    call bpf_sk_fullsock
    if r0 == 0 goto 9f
    r6 = r0
    r1 = *(u32 *)(r0 + 20)
    *(u32 *)(r0 + 16) = 1
9:  r0 = 1
    exit
.program far_pointer section=tc
    r1 += 0x1fffffff
    r1 += 0x1fffffff
    r0 = *(u32 *)(r1 + 0)
    exit
.program far_stack section=tc
    r1 = r10
    r2 = 0x40000000
    r1 += r2
    r0 = 0
    exit
.program dropped_context section=tc
    r1 += 8
    r2 = 0
    r3 = r10
    r3 += -16
    call bpf_dynptr_from_skb
    r0 = 0
    exit
.program cast_unknown section=tc
    r1 = 0
    r2 = 0x7fffffff
    call bpf_rdonly_cast
    r0 = 0
    exit
.program cast_variable section=tc
    r2 = *(u32 *)(r1 + 0)
    r1 = 0
    call bpf_rdonly_cast
    r0 = 0
    exit
.program cast_void section=tc
    r2 = 0
    call bpf_rdonly_cast
    r1 = *(u8 *)(r0 + 0)
    *(u8 *)(r0 + 0) = 0
    r0 = 0
    exit
.program kernel_context section=tc
    call bpf_cast_to_kern_ctx
    r1 = *(u64 *)(r0 + 16)
    r1 = *(u32 *)(r0 + 112)
    r0 = 0
    exit
.program kernel_context_of_number section=tracepoint/x/y
    call bpf_cast_to_kern_ctx
    r0 = 0
    exit
.program tasks_without_rcu section=syscall
    r1 = r10
    r1 += -24
    r2 = 0
    r3 = 0
    call bpf_iter_task_new
    r1 = r10
    r1 += -24
    call bpf_iter_task_next
    r1 = r10
    r1 += -24
    call bpf_iter_task_destroy
    r0 = 0
    exit
.program tasks_leave_rcu section=syscall
    call bpf_rcu_read_lock
    r1 = r10
    r1 += -24
    r2 = 0
    r3 = 0
    call bpf_iter_task_new
    call bpf_rcu_read_unlock
    r1 = r10
    r1 += -24
    call bpf_iter_task_next
    r1 = r10
    r1 += -24
    call bpf_iter_task_destroy
    r0 = 0
    exit
.program tasks section=syscall
    call bpf_rcu_read_lock
    r1 = r10
    r1 += -24
    r2 = 0
    r3 = 0
    call bpf_iter_task_new
1:  r1 = r10
    r1 += -24
    call bpf_iter_task_next
    if r0 == 0 goto 2f
    r1 = *(u32 *)(r0 + 24)
    goto 1b
2:  r1 = r10
    r1 += -24
    call bpf_iter_task_destroy
    call bpf_rcu_read_unlock
    r0 = 0
    exit
.program variable_iterator section=tc
    r6 = *(u32 *)(r1 + 0)
    r6 &= 8
    r1 = r10
    r1 += -24
    r1 += r6
    r2 = 0
    r3 = 4
    call bpf_iter_num_new
    r0 = 0
    exit
.program iterator_elsewhere section=tc
    r2 = 0
    r3 = 4
    call bpf_iter_num_new
    r0 = 0
    exit
.program drains section=tc
    r1 = user_ring ll
    r2 = message ll
    r3 = 0
    r4 = 0
    call bpf_user_ringbuf_drain
    r0 = 0
    exit
.program drains_and_submits section=tc
    r1 = user_ring ll
    r2 = submits ll
    r3 = 0
    r4 = 0
    call bpf_user_ringbuf_drain
    r0 = 0
    exit
.program drains_and_clones section=tc
    r1 = user_ring ll
    r2 = adjusts ll
    r3 = 0
    r4 = 0
    call bpf_user_ringbuf_drain
    r0 = 0
    exit
.program drains_and_writes section=tc
    r1 = user_ring ll
    r2 = makes ll
    r3 = 0
    r4 = 0
    call bpf_user_ringbuf_drain
    r0 = 0
    exit
.function message args=d:*void c:*void
    r2 = 0
    r3 = 8
    call bpf_dynptr_data
    if r0 == 0 goto 9f
    r1 = *(u64 *)(r0 + 0)
9:  r0 = 0
    exit
.function submits args=d:*void c:*void
    r2 = 0
    call bpf_ringbuf_submit_dynptr
    r0 = 0
    exit
.function adjusts args=d:*void c:*void
    r2 = 0
    r3 = 0
    call bpf_dynptr_adjust
    r0 = 0
    exit
.function makes args=d:*void c:*void
    r4 = r1
    r1 = plain ll
    r2 = 8
    r3 = 0
    call bpf_ringbuf_reserve_dynptr
    r0 = 0
    exit
.program other_dynptr section=tc
    r2 = 0
    r3 = r10
    r3 += -16
    call bpf_dynptr_from_skb
    r1 = r10
    r1 += -16
    r2 = 0
    call bpf_ringbuf_submit_dynptr
    r0 = 0
    exit
.program ring_dynptr section=tc
    r1 = ring ll
    r2 = 8
    r3 = 0
    r4 = r10
    r4 += -16
    call bpf_ringbuf_reserve_dynptr
    r1 = r10
    r1 += -24
    r2 = 16
    r3 = 0
    call bpf_probe_read_kernel
    r1 = r10
    r1 += -16
    r2 = 0
    call bpf_ringbuf_discard_dynptr
    r0 = 0
    exit
.program slices_variable section=tc
    r6 = *(u32 *)(r1 + 0)
    r2 = 0
    r3 = r10
    r3 += -16
    call bpf_dynptr_from_skb
    r1 = r10
    r1 += -16
    r2 = 0
    r3 = 0
    r4 = r6
    call bpf_dynptr_slice
    r0 = 0
    exit
.program borrowed_task section=tp_btf/sched_switch
    r6 = *(u64 *)(r1 + 8)
    r1 = r6
    call bpf_task_acquire
    if r0 == 0 goto 9f
    r1 = r0
    call bpf_task_release
9:  r1 = *(u64 *)(r6 + 1400)
    call bpf_task_acquire
    r0 = 0
    exit
.program releases_borrowed section=tp_btf/sched_switch
    r1 = *(u64 *)(r1 + 8)
    call bpf_task_release
    r0 = 0
    exit
.program writes_argument section=tp_btf/sched_switch
    *(u64 *)(r1 + 8) = 0
    r0 = 0
    exit
.program counts_elements section=tp_btf/sched_switch
    r1 = plain ll
    call bpf_map_sum_elem_count
    r1 = *(u64 *)(r10 - 8)
    call bpf_map_sum_elem_count
    r0 = 0
    exit
.program copies_to_task section=tp_btf/sched_switch
    r1 = *(u64 *)(r1 + 8)
    r2 = 8
    r3 = 0
    call bpf_probe_read_kernel
    r0 = 0
    exit
.program storage_of_task section=tp_btf/sched_switch
    r2 = *(u64 *)(r1 + 8)
    r1 = of_tasks ll
    r3 = 0
    r4 = 1
    call bpf_task_storage_get
    if r0 == 0 goto 9f
    r1 = *(u64 *)(r0 + 0)
9:  r0 = 0
    exit
.program without_license section=tc
    call bpf_ktime_get_ns
    r0 = 0
    exit
.program packet_to_helper section=flow_dissector
    r2 = *(u32 *)(r1 + 76)
    r3 = *(u32 *)(r1 + 80)
    r4 = r2
    r4 += 8
    if r4 > r3 goto 9f
    r1 = r2
    r2 = 8
    r3 = r1
    call bpf_strncmp
9:  r0 = 0
    exit
.program packet_as_key section=lwt_in
    r2 = *(u32 *)(r1 + 76)
    r3 = *(u32 *)(r1 + 80)
    r4 = r2
    r4 += 8
    if r4 > r3 goto 9f
    r1 = plain ll
    call bpf_map_lookup_elem
9:  r0 = 0
    exit
.program unbounded_stack section=tc
    r2 = *(u64 *)(r10 - 8)
    r1 = r10
    r1 += r2
    r0 = *(u8 *)(r1 + 0)
    exit
.program unknown_stack section=tc
    *(u64 *)(r10 - 16) = 0
    r2 = *(u32 *)(r1 + 0)
    r2 &= 8
    r2 += -16
    r6 = r10
    r6 += r2
    r1 = plain ll
    r2 = r6
    call bpf_map_lookup_elem
    r0 = 0
    exit
.program dynptr_at_unknown section=tc
    r6 = *(u32 *)(r1 + 0)
    r6 &= 8
    r2 = 0
    r3 = r10
    r3 += -32
    r3 += r6
    call bpf_dynptr_from_skb
    r0 = 0
    exit
.program far_in_stack section=tc
    r2 = *(u32 *)(r1 + 0)
    r2 <<= 30
    r1 = r10
    r1 += r2
    r0 = *(u8 *)(r1 + 0)
    r0 = 0
    exit
.program below_stack section=tc
    r2 = *(u32 *)(r1 + 0)
    r2 &= 7
    r3 = r10
    r3 += -512
    r3 += r2
    r0 = 0
    exit
