# Special fields of values, constant texts, and maps that take no values.
.extern bpf_obj_new_impl
.extern bpf_obj_drop_impl
.extern bpf_task_from_pid
.extern bpf_task_release
.extern bpf_task_acquire
.extern bpf_wq_init
.extern bpf_wq_set_callback_impl
.struct kept_node { key: u64; n: u64 }
.struct held { task: *__kptr task_struct; own: *__kptr kept_node; weak: *__kptr_untrusted task_struct; n: u64 }
.struct worker { wq: bpf_wq; timer: bpf_timer; n: u64 }
.struct locked { lock: bpf_spin_lock; n: u32; m: u64 }
.map holders type=array key=u32 value=held max_entries=1
.map workers type=array key=u32 value=worker max_entries=1
.map others type=array key=u32 value=worker max_entries=1
.map lockers type=array key=u32 value=locked max_entries=1
.map plain type=array key=u32 value=u64 max_entries=4
.map sockets type=sockmap key_size=4 value_size=4 max_entries=2
.map storage type=cgroup_storage key=u64 value=u64 max_entries=0
.map storage_too type=cgroup_storage key=u64 value=u64 max_entries=0
.map sk_storage type=sk_storage key=u32 value=u64 flags=1 max_entries=0
.map filter type=bloom_filter value=u64 max_entries=4
.map devices type=devmap key_size=4 value_size=4 max_entries=2

.program variable_field section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = holders ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r1 = *(u64 *)(r0 + 24)
    r1 &= 8
    r0 += r1
    r1 = *(u64 *)(r0 + 0)
9:  r0 = 0
    exit
.program variable_exchange section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = holders ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r1 = *(u64 *)(r0 + 24)
    r1 &= 8
    r1 += r0
    r2 = 0
    call bpf_kptr_xchg
9:  r0 = 0
    exit
.program atomic_field section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = holders ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r1 = 1
    lock *(u64 *)(r0 + 16) += r1
9:  r0 = 0
    exit
.program acquired_field section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = holders ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r1 = load_acquire((u64 *)(r0 + 16))
9:  r0 = 0
    exit
.program extended_field section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = holders ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r1 = *(s32 *)(r0 + 16)
9:  r0 = 0
    exit
.program stores_number section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = holders ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    *(u64 *)(r0 + 16) = 1
9:  r0 = 0
    exit
.program stores_null section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = holders ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    *(u64 *)(r0 + 16) = 0
9:  r0 = 0
    exit
.program stores_task section=tp_btf/sched_switch
    r6 = *(u64 *)(r1 + 8)
    *(u32 *)(r10 - 4) = 0
    r1 = holders ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    *(u64 *)(r0 + 16) = r6
    *(u64 *)(r0 + 0) = r6
9:  r0 = 0
    exit
.program keeps_task section=syscall
    *(u32 *)(r10 - 4) = 0
    r1 = holders ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r6 = r0
    r1 = 1
    call bpf_task_from_pid
    if r0 == 0 goto 9f
    r1 = r6
    r2 = r0
    call bpf_kptr_xchg
    if r0 == 0 goto 9f
    r1 = r0
    call bpf_task_release
9:  r0 = 0
    exit
.program keeps_task_unchecked section=syscall
    *(u32 *)(r10 - 4) = 0
    r1 = holders ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r6 = r0
    r1 = 1
    call bpf_task_from_pid
    r1 = r6
    r2 = r0
    call bpf_kptr_xchg
    if r0 == 0 goto 9f
    r1 = r0
    call bpf_task_release
9:  r0 = 0
    exit
.program keeps_task_as_node section=syscall
    *(u32 *)(r10 - 4) = 0
    r1 = holders ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r6 = r0
    r6 += 8
    r1 = 1
    call bpf_task_from_pid
    if r0 == 0 goto 9f
    r1 = r6
    r2 = r0
    call bpf_kptr_xchg
9:  r0 = 0
    exit
.program keeps_part_of_task section=syscall
    *(u32 *)(r10 - 4) = 0
    r1 = holders ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r6 = r0
    r1 = 1
    call bpf_task_from_pid
    if r0 == 0 goto 9f
    r1 = r6
    r2 = r0
    r2 += 8
    call bpf_kptr_xchg
9:  r0 = 0
    exit
.program two_references section=syscall
    r1 = 1
    call bpf_task_from_pid
    if r0 == 0 goto 9f
    r6 = r0
    r1 = 1
    call bpf_task_from_pid
    if r0 == 0 goto 8f
    r1 = sk_storage ll
    r2 = r6
    r3 = r0
    r4 = 0
    call bpf_sk_storage_get
8:  r1 = r6
    call bpf_task_release
9:  r0 = 0
    exit
.program other_queue section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = workers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r1 = r0
    r2 = others ll
    r3 = 0
    call bpf_wq_init
9:  r0 = 0
    exit
.program other_timer section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = workers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r1 = r0
    r1 += 16
    r2 = others ll
    r3 = 0
    call bpf_timer_init
9:  r0 = 0
    exit
.program variable_timer section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = workers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r1 = *(u64 *)(r0 + 32)
    r1 &= 16
    r1 += r0
    r2 = workers ll
    r3 = 0
    call bpf_timer_init
9:  r0 = 0
    exit
.program variable_lock section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = lockers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r1 = *(u64 *)(r0 + 8)
    r1 &= 4
    r1 += r0
    call bpf_spin_lock
9:  r0 = 0
    exit
.program updates_sockets section=kprobe/x
    *(u32 *)(r10 - 4) = 0
    r1 = sockets ll
    r2 = r10
    r2 += -4
    call bpf_map_delete_elem
    r0 = 0
    exit
.program socket_as_value section=tc
    *(u32 *)(r10 - 4) = 0
    r6 = *(u64 *)(r1 + 168)
    if r6 == 0 goto 9f
    r1 = sockets ll
    r2 = r10
    r2 += -4
    r3 = r6
    r4 = 0
    call bpf_map_update_elem
9:  r0 = 0
    exit
.program for_each_socket section=tc
    r1 = sockets ll
    r2 = each ll
    r3 = 0
    r4 = 0
    call bpf_for_each_map_elem
    r0 = 0
    exit
.function each args=m:*void k:*void v:*void c:*void
    r0 = 0
    exit
.program local_storage section=cgroup_skb/egress
    r1 = storage ll
    r2 = 1
    call bpf_get_local_storage
    r0 = 1
    exit
.program local_storage_of_two section=cgroup_skb/egress
    r1 = storage ll
    r2 = 0
    call bpf_get_local_storage
    r1 = storage_too ll
    r2 = 0
    call bpf_get_local_storage
    r0 = 1
    exit
.program local_storage_used section=cgroup_skb/egress
    r1 = storage ll
    r2 = 0
    call bpf_get_local_storage
    r1 = *(u64 *)(r0 + 0)
    r0 = 1
    exit
.program peeks_filter section=tc
    *(u64 *)(r10 - 8) = 0
    r1 = filter ll
    r2 = r10
    r2 += -8
    call bpf_map_peek_elem
    r0 = 0
    exit
.program reads_map_pointer section=tc
    r1 = plain ll
    r0 = *(u32 *)(r1 + 24)
    r0 = *(u32 *)(r1 + 28)
    r1 = devices ll
    r0 = *(u32 *)(r1 + 24)
    r0 = *(u32 *)(r1 + 1)
    r0 = 0
    exit
.program writes_map_pointer section=tc
    r1 = plain ll
    *(u32 *)(r1 + 24) = 0
    r0 = 0
    exit
.program before_map_pointer section=tc
    r1 = plain ll
    r0 = *(u32 *)(r1 - 4)
    r0 = 0
    exit
.program reads_sockmap_pointer section=tc
    r1 = filter ll
    r0 = *(u32 *)(r1 + 24)
    r1 = sk_storage ll
    r0 = *(u32 *)(r1 + 24)
    r1 = storage ll
    r0 = *(u32 *)(r1 + 24)
    r0 = 0
    exit

.section .rodata
.globl text
text: .asciz "abc %d"
.globl endless
endless: .ascii "abcdefgh"
.text
.program texts section=tc
    r1 = text ll
    r2 = 4
    r3 = text ll
    call bpf_strncmp
    r1 = r10
    r1 += -8
    *(u64 *)(r10 - 8) = 0
    r2 = 8
    r3 = endless ll
    call bpf_strncmp
    r0 = 0
    exit
.program text_in_array section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = plain ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r1 = r0
    r2 = 4
    r3 = r0
    call bpf_strncmp
9:  r0 = 0
    exit
.program variable_text section=tc
    r6 = *(u32 *)(r1 + 0)
    r6 &= 3
    *(u64 *)(r10 - 8) = 0
    r1 = r10
    r1 += -8
    r2 = 8
    r3 = text ll
    r3 += r6
    call bpf_strncmp
    r0 = 0
    exit
.program formats section=tc
    *(u64 *)(r10 - 8) = 0
    r1 = r10
    r1 += -8
    r2 = 8
    r3 = text ll
    r4 = r10
    r4 += -8
    r5 = 8
    call bpf_snprintf
    r1 = r10
    r1 += -8
    r2 = 8
    r3 = text ll
    r4 = 0
    r5 = 0
    call bpf_snprintf
    r0 = 0
    exit
.program formats_oddly section=tc
    *(u64 *)(r10 - 8) = 0
    r1 = r10
    r1 += -8
    r2 = 8
    r3 = text ll
    r4 = r10
    r4 += -8
    r5 = 4
    call bpf_snprintf
    r0 = 0
    exit
