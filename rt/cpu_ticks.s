# cpu_ticks
.license "GPL"
.struct tick { next: u64; count: u32; foreign: u32; t: bpf_timer }
.map ticks type=array key=u32 value=tick max_entries=4

.function tick_cb args=map:*void key:*u32 t:*tick
    # static int tick_cb(void *map, __u32 *key, struct tick *t)
    r6 = r3
    r7 = r2
    # t->count++;
    w1 = *(u32 *)(r6 + 8)
    r1 += 1
    *(u32 *)(r6 + 8) = w1
    # if (bpf_get_smp_processor_id() != *key)
    call bpf_get_smp_processor_id
    # if (bpf_get_smp_processor_id() != *key)
    w1 = *(u32 *)(r7 + 0)
    # if (bpf_get_smp_processor_id() != *key)
    r0 <<= 32
    r0 >>= 32
    # if (bpf_get_smp_processor_id() != *key)
    if r0 == r1 goto .Ltick_cb_13
    # t->foreign++;
    w1 = *(u32 *)(r6 + 12)
    r1 += 1
    *(u32 *)(r6 + 12) = w1
.Ltick_cb_13:
    # if (t->count >= 6)
    w1 = *(u32 *)(r6 + 8)
    # if (t->count >= 6)
    if r1 > 5 goto .Ltick_cb_22
    # t->next += PERIOD;
    r2 = *(u64 *)(r6 + 0)
    r2 += 2000000
    *(u64 *)(r6 + 0) = r2
    # bpf_timer_start(&t->t, t->next, ABS | PIN);
    r6 += 16
    # bpf_timer_start(&t->t, t->next, ABS | PIN);
    r1 = r6
    r3 = 3
    call bpf_timer_start
.Ltick_cb_22:
    # }
    r0 = 0
    exit

.program start section="tc" args=skb:*__sk_buff
    # __u32 cpu = bpf_get_smp_processor_id();
    call bpf_get_smp_processor_id
    # __u32 cpu = bpf_get_smp_processor_id();
    *(u32 *)(r10 - 4) = w0
    r2 = r10
    r2 += -4
    # struct tick *t = bpf_map_lookup_elem(&ticks, &cpu);
    r1 = ticks ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 99
    # if (!t)
    if r6 == 0 goto .Lstart_35
    # t->next = bpf_ktime_get_ns() + PERIOD;
    call bpf_ktime_get_ns
    # t->next = bpf_ktime_get_ns() + PERIOD;
    r0 += 2000000
    # t->next = bpf_ktime_get_ns() + PERIOD;
    *(u64 *)(r6 + 0) = r0
    # if (bpf_timer_init(&t->t, &ticks, CLOCK_MONOTONIC))
    r7 = r6
    r7 += 16
    # if (bpf_timer_init(&t->t, &ticks, CLOCK_MONOTONIC))
    r1 = r7
    r2 = ticks ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
    r0 = 98
    # if (bpf_timer_init(&t->t, &ticks, CLOCK_MONOTONIC))
    if r1 != 0 goto .Lstart_35
    # bpf_timer_set_callback(&t->t, tick_cb);
    r1 = r7
    r2 = tick_cb ll
    call bpf_timer_set_callback
    # if (bpf_timer_start(&t->t, t->next, ABS | PIN))
    r2 = *(u64 *)(r6 + 0)
    # if (bpf_timer_start(&t->t, t->next, ABS | PIN))
    r1 = r7
    r3 = 3
    call bpf_timer_start
    r1 = r0
    r0 = 97
    # if (bpf_timer_start(&t->t, t->next, ABS | PIN))
    if r1 != 0 goto .Lstart_35
    # return cpu;
    w0 = *(u32 *)(r10 - 4)
.Lstart_35:
    # }
    exit
