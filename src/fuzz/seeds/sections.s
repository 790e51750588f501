# Sections without preemption, interrupts or RCU's grace periods, and what may not be done in them.
.extern bpf_rcu_read_lock
.extern bpf_rcu_read_unlock
.extern bpf_preempt_disable
.extern bpf_preempt_enable
.extern bpf_local_irq_save
.extern bpf_local_irq_restore
.extern bpf_copy_from_user_str
.extern bpf_res_spin_lock_irqsave
.extern bpf_res_spin_unlock_irqrestore
.extern bpf_res_spin_lock
.extern bpf_res_spin_unlock
.struct fenced { lock: bpf_res_spin_lock; n: u32 }
.struct fenced_too { n: u64; lock: bpf_res_spin_lock; m: u32 }
.map fences type=array key=u32 value=fenced max_entries=1
.map others type=array key=u32 value=fenced_too max_entries=1

.program sleeps_in_rcu section=syscall
    call bpf_rcu_read_lock
    r1 = r10
    r1 += -8
    r2 = 8
    r3 = 0
    call bpf_copy_from_user
    call bpf_rcu_read_unlock
    r0 = 0
    exit
.program sleeps_without_preemption section=syscall
    call bpf_preempt_disable
    r1 = r10
    r1 += -8
    r2 = 8
    r3 = 0
    call bpf_copy_from_user
    call bpf_preempt_enable
    r0 = 0
    exit
.program sleeps_without_interrupts section=syscall
    r1 = r10
    r1 += -16
    call bpf_local_irq_save
    r1 = r10
    r1 += -8
    r2 = 8
    r3 = 0
    call bpf_copy_from_user
    r1 = r10
    r1 += -16
    call bpf_local_irq_restore
    r0 = 0
    exit
.program kernel_sleeps_in_rcu section=syscall
    call bpf_rcu_read_lock
    r1 = r10
    r1 += -8
    r2 = 8
    r3 = 0
    r4 = 0
    call bpf_copy_from_user_str
    call bpf_rcu_read_unlock
    r0 = 0
    exit
.program kernel_sleeps_without_preemption section=syscall
    call bpf_preempt_disable
    r1 = r10
    r1 += -8
    r2 = 8
    r3 = 0
    r4 = 0
    call bpf_copy_from_user_str
    call bpf_preempt_enable
    r0 = 0
    exit
.program kernel_sleeps_without_interrupts section=syscall
    r1 = r10
    r1 += -16
    call bpf_local_irq_save
    r1 = r10
    r1 += -8
    r2 = 8
    r3 = 0
    r4 = 0
    call bpf_copy_from_user_str
    r1 = r10
    r1 += -16
    call bpf_local_irq_restore
    r0 = 0
    exit
.program interrupts_out_of_order section=tc
    r1 = r10
    r1 += -8
    call bpf_local_irq_save
    r1 = r10
    r1 += -16
    call bpf_local_irq_save
    r1 = r10
    r1 += -8
    call bpf_local_irq_restore
    r1 = r10
    r1 += -16
    call bpf_local_irq_restore
    r0 = 0
    exit
.program nested_interrupts section=tc
    r1 = r10
    r1 += -8
    call bpf_local_irq_save
    r1 = r10
    r1 += -16
    call bpf_local_irq_save
    r1 = r10
    r1 += -16
    call bpf_local_irq_restore
    r1 = r10
    r1 += -8
    call bpf_local_irq_restore
    r0 = 0
    exit
.program variable_flag section=tc
    r2 = *(u32 *)(r1 + 0)
    r2 &= 8
    r1 = r10
    r1 += -16
    r1 += r2
    call bpf_local_irq_save
    r0 = 0
    exit
.program not_on_stack section=tc
    call bpf_local_irq_save
    r0 = 0
    exit
.program other_kind section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = fences ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r1 = r0
    r2 = r10
    r2 += -16
    call bpf_res_spin_lock_irqsave
    if r0 != 0 goto 9f
    r1 = r10
    r1 += -16
    call bpf_local_irq_restore
9:
    r0 = 0
    exit
.program locks_in_order section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = fences ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r6 = r0
    r1 = others ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r7 = r0
    r7 += 8
    r1 = r6
    call bpf_res_spin_lock
    if r0 != 0 goto 9f
    r1 = r7
    call bpf_res_spin_lock
    if r0 != 0 goto 8f
    r1 = r7
    call bpf_res_spin_unlock
8:
    r1 = r6
    call bpf_res_spin_unlock
9:
    r0 = 0
    exit
.program locks_out_of_order section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = fences ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r6 = r0
    r1 = others ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r7 = r0
    r7 += 8
    r1 = r6
    call bpf_res_spin_lock
    if r0 != 0 goto 9f
    r1 = r7
    call bpf_res_spin_lock
    if r0 != 0 goto 8f
    r1 = r6
    call bpf_res_spin_unlock
    r1 = r7
    call bpf_res_spin_unlock
    r0 = 0
    exit
8:
    r1 = r6
    call bpf_res_spin_unlock
9:
    r0 = 0
    exit
.program locks_twice section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = locks ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r0
    call bpf_spin_lock
    r1 = r6
    call bpf_spin_lock
    r1 = r6
    call bpf_spin_unlock
9:
    r0 = 0
    exit
.struct locked { lock: bpf_spin_lock; n: u32 }
.map locks type=array key=u32 value=locked max_entries=1
