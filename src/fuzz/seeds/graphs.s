# Objects that programs allocate, keep in lists and trees, and lose.
.extern bpf_obj_new_impl
.extern bpf_obj_drop_impl
.extern bpf_percpu_obj_new_impl
.extern bpf_refcount_acquire_impl
.extern bpf_rbtree_add_impl
.extern bpf_rbtree_remove
.extern bpf_rbtree_first
.extern bpf_rbtree_left
.extern bpf_list_push_front_impl
.extern bpf_list_pop_front
.extern bpf_rcu_read_lock
.extern bpf_rcu_read_unlock
.extern bpf_task_from_pid
.extern bpf_task_release
.struct kept_node { key: u64; rb: bpf_rb_node; list: bpf_list_node; ref: bpf_refcount }
.struct other { rb: bpf_rb_node; n: u64; again: bpf_rb_node }
.struct large { a: u64[80] }
.struct with_pointer { p: *u64 }
.struct with_lock { lock: bpf_spin_lock; n: u32 }
.struct graph { lock: bpf_spin_lock; root: bpf_rb_root __contains(kept_node, rb); head: bpf_list_head __contains(kept_node, list); n: u64 }
.struct second { lock: bpf_spin_lock; root: bpf_rb_root __contains(other, rb) }
.map graphs type=array key=u32 value=graph max_entries=2
.map seconds type=array key=u32 value=second max_entries=1

.program adds section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 8
    r3 = less ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
8:
9:
    r0 = 0
    exit
.program pushes section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 24
    r2 = r6
    r2 += 40
    r3 = 0
    r4 = 0
    call bpf_list_push_front_impl
    r1 = r7
    call bpf_spin_unlock
8:
9:
    r0 = 0
    exit
.program wrong_struct section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id other "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 0
    r3 = less ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
8:
9:
    r0 = 0
    exit
.program wrong_node section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = seconds ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id other "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 40
    r3 = less ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
8:
9:
    r0 = 0
    exit
.program no_node section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 0
    r3 = less ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
8:
9:
    r0 = 0
    exit
.program other_lock section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r8 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r8
    r1 += 8
    r2 = r6
    r2 += 8
    r3 = less ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
8:
9:
    r0 = 0
    exit
.program no_lock section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 8
    r3 = less ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
8:
9:
    r0 = 0
    exit
.program adds_twice section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 8
    r3 = less ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 8
    r3 = less ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
8:
9:
    r0 = 0
    exit
.program adds_shared section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r6
    r2 = 0
    call bpf_refcount_acquire_impl
    r8 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 8
    r3 = less ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
    r1 = r8
    r2 = 0
    call bpf_obj_drop_impl
8:
9:
    r0 = 0
    exit
.program uses_after_unlock section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 8
    r3 = less ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
    r0 = *(u64 *)(r6 + 0)
8:
9:
    r0 = 0
    exit
.program drops_non_owning section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 8
    r3 = less ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r6
    r2 = 0
    call bpf_obj_drop_impl
    r1 = r7
    call bpf_spin_unlock
8:
9:
    r0 = 0
    exit
.program removes section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    call bpf_rbtree_first
    if r0 == 0 goto 7f
    r1 = r7
    r1 += 8
    r2 = r0
    call bpf_rbtree_remove
    r6 = r0
    r1 = r7
    call bpf_spin_unlock
    if r6 == 0 goto 8f
    r1 = r6
    r1 += -8
    r2 = 0
    call bpf_obj_drop_impl
    goto 8f
7:
    r1 = r7
    call bpf_spin_unlock
8:
    r0 = 0
    exit
.program removes_scalar section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = 5
    call bpf_rbtree_remove
    r1 = r7
    call bpf_spin_unlock
    r1 = r6
    r2 = 0
    call bpf_obj_drop_impl
8:
9:
    r0 = 0
    exit
.program removes_member_of_value section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r7
    call bpf_rbtree_remove
    r1 = r7
    call bpf_spin_unlock
8:
    r0 = 0
    exit
.program variable_root section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = *(u64 *)(r7 + 40)
    r1 &= 8
    r1 += r7
    r2 = r6
    r2 += 8
    r3 = less ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
    r1 = r6
    r2 = 0
    call bpf_obj_drop_impl
8:
9:
    r0 = 0
    exit
.program variable_node section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r8 = *(u64 *)(r7 + 40)
    r8 &= 8
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += r8
    r3 = less ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
8:
9:
    r0 = 0
    exit
.program with_less_removes section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 8
    r3 = less_removes ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
8:
9:
    r0 = 0
    exit
.program with_less_locks section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 8
    r3 = less_locks ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
8:
9:
    r0 = 0
    exit
.program with_less_reads_rcu section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 8
    r3 = less_reads_rcu ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
8:
9:
    r0 = 0
    exit
.program with_less_gives_pointer section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 8
    r3 = less_gives_pointer ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
8:
9:
    r0 = 0
    exit
.program with_less_walks section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 8
    r3 = less_walks ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
8:
9:
    r0 = 0
    exit
.program too_large section=tc
    .core local_type_id large "0"
    r1 = 1 ll
    r2 = 0
    call bpf_percpu_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
9:
    r0 = 0
    exit
.program with_pointers section=tc
    .core local_type_id with_pointer "0"
    r1 = 1 ll
    r2 = 0
    call bpf_percpu_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
9:
    r0 = 0
    exit
.program with_fields section=tc
    .core local_type_id with_lock "0"
    r1 = 1 ll
    r2 = 0
    call bpf_percpu_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
9:
    r0 = 0
    exit
.program wide_id section=tc
    r1 = 0x100000001 ll
    r2 = 0
    call bpf_obj_new_impl
    r0 = 0
    exit
.program unknown_id section=tc
    r1 = *(u32 *)(r1 + 0)
    r2 = 0
    call bpf_obj_new_impl
    r0 = 0
    exit
.program no_struct section=tc
    r1 = 1
    r2 = 0
    call bpf_obj_new_impl
    r0 = 0
    exit
.program not_refcounted section=tc
    .core local_type_id other "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r6
    r2 = 0
    call bpf_refcount_acquire_impl
    r1 = r6
    r2 = 0
    call bpf_obj_drop_impl
9:
    r0 = 0
    exit
.program locks_object section=tc
    .core local_type_id with_lock "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r6
    call bpf_spin_lock
    r1 = *(u32 *)(r6 + 4)
    r1 = r6
    call bpf_spin_unlock
    r1 = r6
    r2 = 0
    call bpf_obj_drop_impl
9:
    r0 = 0
    exit
.program locks_object_wrongly section=tc
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r6
    call bpf_spin_lock
9:
    r0 = 0
    exit
.program adds_in_rcu section=syscall
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 9f
    r6 = r0
    call bpf_rcu_read_lock
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 8
    r3 = less ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
    call bpf_rcu_read_unlock
8:
9:
    r0 = 0
    exit
.program pops section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 24
    call bpf_list_pop_front
    r6 = r0
    r1 = r7
    call bpf_spin_unlock
    if r6 == 0 goto 8f
    r1 = r6
    r1 += -40
    r2 = 0
    call bpf_obj_drop_impl
8:
    r0 = 0
    exit
.program with_less_unlocks section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = graphs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 8f
    r7 = r0
    .core local_type_id kept_node "0"
    r1 = 1 ll
    r2 = 0
    call bpf_obj_new_impl
    if r0 == 0 goto 8f
    r6 = r0
    r1 = r7
    call bpf_spin_lock
    r1 = r7
    r1 += 8
    r2 = r6
    r2 += 8
    r3 = less_unlocks ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = r7
    call bpf_spin_unlock
8:
    r0 = 0
    exit
.program removes_in_less section=tc
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
    r3 = less_removes ll
    r4 = 0
    r5 = 0
    call bpf_rbtree_add_impl
    r1 = kept ll
    call bpf_spin_unlock
8:
    r0 = 0
    exit
.data
.var kept: graph
.text
.function less args=a:*bpf_rb_node b:*bpf_rb_node returns=bool
    r0 = 0
    exit
.function less_removes args=a:*bpf_rb_node b:*bpf_rb_node returns=bool
    r2 = r1
    r1 = kept + 8 ll
    call bpf_rbtree_remove
    r0 = 0
    exit
.function less_walks args=a:*bpf_rb_node b:*bpf_rb_node returns=bool
    r0 = *(u64 *)(r1 - 8)
    r0 &= 1
    exit
.function less_locks args=a:*bpf_rb_node b:*bpf_rb_node returns=bool
    call bpf_spin_lock
    r0 = 0
    exit
.function less_reads_rcu args=a:*bpf_rb_node b:*bpf_rb_node returns=bool
    call bpf_rcu_read_lock
    call bpf_rcu_read_unlock
    r0 = 0
    exit
.function less_gives_pointer args=a:*bpf_rb_node b:*bpf_rb_node returns=bool
    r0 = r1
    exit
.function less_unlocks args=a:*bpf_rb_node b:*bpf_rb_node returns=bool
    call bpf_spin_unlock
    r0 = 0
    exit
