# contexts
.license "GPL"
.extern bpf_local_irq_restore
.extern bpf_local_irq_save
.extern bpf_preempt_disable
.extern bpf_preempt_enable
.extern bpf_rcu_read_lock
.extern bpf_rcu_read_unlock
.struct elem { t: bpf_timer }
.map arr type=array key=u32 value=elem max_entries=1

.section .rodata,"a",@progbits
.var all.____fmt: const char[6] static
    .byte 112,108,97,105,110,0
.var all.____fmt.1: const char[15] static
    .byte 112,114,101,101,109,112,116,105,111,110,32,111,102,102,0
.var all.____fmt.2: const char[21] static
    .byte 112,114,101,101,109,112,116,105,111,110,32,111,102,102,32,116
    .byte 119,105,99,101,0
.var all.____fmt.3: const char[15] static
    .byte 105,110,116,101,114,114,117,112,116,115,32,111,102,102,0
.var all.____fmt.4: const char[4] static
    .byte 114,99,117,0

.function cb args=map:*void key:*u32 e:*elem
    # bpf_printk("plain");
    r1 = all.____fmt ll
    r2 = 6
    call bpf_trace_printk
    # bpf_preempt_disable();
    call bpf_preempt_disable
    # bpf_printk("preemption off");
    r1 = all.____fmt + 6 ll
    r2 = 15
    call bpf_trace_printk
    # bpf_preempt_disable();
    call bpf_preempt_disable
    # bpf_printk("preemption off twice");
    r1 = all.____fmt + 21 ll
    r2 = 21
    call bpf_trace_printk
    # bpf_preempt_enable();
    call bpf_preempt_enable
    # bpf_preempt_enable();
    call bpf_preempt_enable
    r6 = r10
    r6 += -8
    # bpf_local_irq_save(&flags);
    r1 = r6
    call bpf_local_irq_save
    # bpf_printk("interrupts off");
    r1 = all.____fmt + 42 ll
    r2 = 15
    call bpf_trace_printk
    # bpf_local_irq_restore(&flags);
    r1 = r6
    call bpf_local_irq_restore
    # bpf_rcu_read_lock();
    call bpf_rcu_read_lock
    # bpf_printk("rcu");
    r1 = all.____fmt + 57 ll
    r2 = 4
    call bpf_trace_printk
    # bpf_rcu_read_unlock();
    call bpf_rcu_read_unlock
    # return 0;
    r0 = 0
    exit

.program contexts_tc section="tc"
    # bpf_printk("plain");
    r1 = all.____fmt ll
    r2 = 6
    call bpf_trace_printk
    # bpf_preempt_disable();
    call bpf_preempt_disable
    # bpf_printk("preemption off");
    r1 = all.____fmt + 6 ll
    r2 = 15
    call bpf_trace_printk
    # bpf_preempt_disable();
    call bpf_preempt_disable
    # bpf_printk("preemption off twice");
    r1 = all.____fmt + 21 ll
    r2 = 21
    call bpf_trace_printk
    # bpf_preempt_enable();
    call bpf_preempt_enable
    # bpf_preempt_enable();
    call bpf_preempt_enable
    r6 = r10
    r6 += -8
    # bpf_local_irq_save(&flags);
    r1 = r6
    call bpf_local_irq_save
    # bpf_printk("interrupts off");
    r1 = all.____fmt + 42 ll
    r2 = 15
    call bpf_trace_printk
    # bpf_local_irq_restore(&flags);
    r1 = r6
    call bpf_local_irq_restore
    # bpf_rcu_read_lock();
    call bpf_rcu_read_lock
    # bpf_printk("rcu");
    r1 = all.____fmt + 57 ll
    r2 = 4
    call bpf_trace_printk
    # bpf_rcu_read_unlock();
    call bpf_rcu_read_unlock
    # return 0;
    r0 = 0
    exit

.program contexts_callback section="tc"
    # SEC("tc") int contexts_callback(struct __sk_buff *ctx)
    r1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    # if (!e)
    if r6 == 0 goto .Lcontexts_callback_23
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, cb);
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 10 * MS, 0);
    r1 = r6
    r2 = 10000000
    r3 = 0
    call bpf_timer_start
.Lcontexts_callback_23:
    # }
    exit

.program contexts_syscall section="syscall"
    # bpf_printk("plain");
    r1 = all.____fmt ll
    r2 = 6
    call bpf_trace_printk
    # bpf_preempt_disable();
    call bpf_preempt_disable
    # bpf_printk("preemption off");
    r1 = all.____fmt + 6 ll
    r2 = 15
    call bpf_trace_printk
    # bpf_preempt_disable();
    call bpf_preempt_disable
    # bpf_printk("preemption off twice");
    r1 = all.____fmt + 21 ll
    r2 = 21
    call bpf_trace_printk
    # bpf_preempt_enable();
    call bpf_preempt_enable
    # bpf_preempt_enable();
    call bpf_preempt_enable
    r6 = r10
    r6 += -8
    # bpf_local_irq_save(&flags);
    r1 = r6
    call bpf_local_irq_save
    # bpf_printk("interrupts off");
    r1 = all.____fmt + 42 ll
    r2 = 15
    call bpf_trace_printk
    # bpf_local_irq_restore(&flags);
    r1 = r6
    call bpf_local_irq_restore
    # bpf_rcu_read_lock();
    call bpf_rcu_read_lock
    # bpf_printk("rcu");
    r1 = all.____fmt + 57 ll
    r2 = 4
    call bpf_trace_printk
    # bpf_rcu_read_unlock();
    call bpf_rcu_read_unlock
    # return 0;
    r0 = 0
    exit
