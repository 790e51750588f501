# clocks_flags
.license "GPL"
.struct elem { count: u64; cpu: u64; t: bpf_timer }
.map arr type=array key=u32 value=elem max_entries=8

.section .bss,"aw",@nobits
.var clock_id: u32
    .zero 4

.function cb args=map:*void key:*u32 e:*elem
    # static int cb(void *map, __u32 *key, struct elem *e)
    r6 = r3
    # e->count++;
    r1 = *(u64 *)(r6 + 0)
    r1 += 1
    *(u64 *)(r6 + 0) = r1
    # e->cpu = bpf_get_smp_processor_id();
    call bpf_get_smp_processor_id
    r0 <<= 32
    r0 >>= 32
    # e->cpu = bpf_get_smp_processor_id();
    *(u64 *)(r6 + 8) = r0
    # return 0;
    r0 = 0
    exit

.program monotonic section="tc"
    # SEC("tc") int monotonic(struct __sk_buff *ctx) { return go(0, CLOCK_MONOTONIC, 1 * MS, 0); }
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    # if (!e)
    if r6 == 0 goto .Lmonotonic_35
    # if (bpf_timer_init(&e->t, &arr, clock))
    r6 += 16
    # if (bpf_timer_init(&e->t, &arr, clock))
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
    r0 = 2
    # if (bpf_timer_init(&e->t, &arr, clock))
    if r1 != 0 goto .Lmonotonic_35
    # if (bpf_timer_set_callback(&e->t, cb))
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r0
    r0 = 3
    # if (bpf_timer_set_callback(&e->t, cb))
    if r1 != 0 goto .Lmonotonic_35
    # if (bpf_timer_start(&e->t, ns, flags))
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r1 = r0
    r0 = 1
    if r1 != 0 goto .Lmonotonic_34
    r0 = 0
.Lmonotonic_34:
    r0 <<= 2
.Lmonotonic_35:
    # SEC("tc") int monotonic(struct __sk_buff *ctx) { return go(0, CLOCK_MONOTONIC, 1 * MS, 0); }
    exit

.program realtime section="tc"
    # SEC("tc") int realtime(struct __sk_buff *ctx) { return go(1, CLOCK_REALTIME, 1 * MS, 0); }
    r7 = 1
    *(u32 *)(r10 - 4) = w7
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    # if (!e)
    if r6 == 0 goto .Lrealtime_31
    # if (bpf_timer_init(&e->t, &arr, clock))
    r6 += 16
    # if (bpf_timer_init(&e->t, &arr, clock))
    r1 = r6
    r2 = arr ll
    r3 = 0
    call bpf_timer_init
    r7 = 2
    # if (bpf_timer_init(&e->t, &arr, clock))
    if r0 != 0 goto .Lrealtime_31
    # if (bpf_timer_set_callback(&e->t, cb))
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r7 = 3
    # if (bpf_timer_set_callback(&e->t, cb))
    if r0 != 0 goto .Lrealtime_31
    # if (bpf_timer_start(&e->t, ns, flags))
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r7 = 1
    if r0 != 0 goto .Lrealtime_30
    r7 = 0
.Lrealtime_30:
    r7 <<= 2
.Lrealtime_31:
    # SEC("tc") int realtime(struct __sk_buff *ctx) { return go(1, CLOCK_REALTIME, 1 * MS, 0); }
    r0 = r7
    exit

.program boottime section="tc"
    # SEC("tc") int boottime(struct __sk_buff *ctx) { return go(2, CLOCK_BOOTTIME, 1 * MS, 0); }
    r1 = 2
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    # if (!e)
    if r6 == 0 goto .Lboottime_35
    # if (bpf_timer_init(&e->t, &arr, clock))
    r6 += 16
    # if (bpf_timer_init(&e->t, &arr, clock))
    r1 = r6
    r2 = arr ll
    r3 = 7
    call bpf_timer_init
    r1 = r0
    r0 = 2
    # if (bpf_timer_init(&e->t, &arr, clock))
    if r1 != 0 goto .Lboottime_35
    # if (bpf_timer_set_callback(&e->t, cb))
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r0
    r0 = 3
    # if (bpf_timer_set_callback(&e->t, cb))
    if r1 != 0 goto .Lboottime_35
    # if (bpf_timer_start(&e->t, ns, flags))
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r1 = r0
    r0 = 1
    if r1 != 0 goto .Lboottime_34
    r0 = 0
.Lboottime_34:
    r0 <<= 2
.Lboottime_35:
    # SEC("tc") int boottime(struct __sk_buff *ctx) { return go(2, CLOCK_BOOTTIME, 1 * MS, 0); }
    exit

.program tai section="tc"
    # SEC("tc") int tai(struct __sk_buff *ctx) { return go(3, CLOCK_TAI, 1 * MS, 0); }
    r1 = 3
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    # if (!e)
    if r6 == 0 goto .Ltai_35
    # if (bpf_timer_init(&e->t, &arr, clock))
    r6 += 16
    # if (bpf_timer_init(&e->t, &arr, clock))
    r1 = r6
    r2 = arr ll
    r3 = 11
    call bpf_timer_init
    r1 = r0
    r0 = 2
    # if (bpf_timer_init(&e->t, &arr, clock))
    if r1 != 0 goto .Ltai_35
    # if (bpf_timer_set_callback(&e->t, cb))
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r0
    r0 = 3
    # if (bpf_timer_set_callback(&e->t, cb))
    if r1 != 0 goto .Ltai_35
    # if (bpf_timer_start(&e->t, ns, flags))
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r1 = r0
    r0 = 1
    if r1 != 0 goto .Ltai_34
    r0 = 0
.Ltai_34:
    r0 <<= 2
.Ltai_35:
    # SEC("tc") int tai(struct __sk_buff *ctx) { return go(3, CLOCK_TAI, 1 * MS, 0); }
    exit

.program clock_99 section="tc"
    # SEC("tc") int clock_99(struct __sk_buff *ctx)
    r1 = 4
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 1
    # return e ? -bpf_timer_init(&e->t, &arr, 99) : 1;
    if r0 == 0 goto .Lclock_99_17
    # return e ? -bpf_timer_init(&e->t, &arr, 99) : 1;
    r0 += 16
    # return e ? -bpf_timer_init(&e->t, &arr, 99) : 1;
    r1 = r0
    r2 = arr ll
    r3 = 99
    call bpf_timer_init
    r1 = r0
    # return e ? -bpf_timer_init(&e->t, &arr, 99) : 1;
    r1 = -r1
.Lclock_99_17:
    # return e ? -bpf_timer_init(&e->t, &arr, 99) : 1;
    r0 = r1
    exit

.program init_unknown_flags section="tc"
    # SEC("tc") int init_unknown_flags(struct __sk_buff *ctx)
    r1 = 4
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 1
    # return e ? -bpf_timer_init(&e->t, &arr, (1 << 8) | CLOCK_MONOTONIC) : 1;
    if r0 == 0 goto .Linit_unknown_flags_17
    # return e ? -bpf_timer_init(&e->t, &arr, (1 << 8) | CLOCK_MONOTONIC) : 1;
    r0 += 16
    # return e ? -bpf_timer_init(&e->t, &arr, (1 << 8) | CLOCK_MONOTONIC) : 1;
    r1 = r0
    r2 = arr ll
    r3 = 257
    call bpf_timer_init
    r1 = r0
    # return e ? -bpf_timer_init(&e->t, &arr, (1 << 8) | CLOCK_MONOTONIC) : 1;
    r1 = -r1
.Linit_unknown_flags_17:
    # return e ? -bpf_timer_init(&e->t, &arr, (1 << 8) | CLOCK_MONOTONIC) : 1;
    r0 = r1
    exit

.program clock_from_memory section="tc"
    # SEC("tc") int clock_from_memory(struct __sk_buff *ctx)
    r1 = 5
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 1
    # return e ? -bpf_timer_init(&e->t, &arr, clock_id) : 1;
    if r0 == 0 goto .Lclock_from_memory_19
    # return e ? -bpf_timer_init(&e->t, &arr, clock_id) : 1;
    r1 = clock_id ll
    w3 = *(u32 *)(r1 + 0)
    # return e ? -bpf_timer_init(&e->t, &arr, clock_id) : 1;
    r0 += 16
    # return e ? -bpf_timer_init(&e->t, &arr, clock_id) : 1;
    r1 = r0
    r2 = arr ll
    call bpf_timer_init
    r1 = r0
    # return e ? -bpf_timer_init(&e->t, &arr, clock_id) : 1;
    r1 = -r1
.Lclock_from_memory_19:
    # return e ? -bpf_timer_init(&e->t, &arr, clock_id) : 1;
    r0 = r1
    exit

.program absolute section="tc"
    # return go(0, CLOCK_MONOTONIC, bpf_ktime_get_ns() + 1 * MS, 1);
    call bpf_ktime_get_ns
    r6 = r0
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r7 = r0
    r0 = 1
    # if (!e)
    if r7 == 0 goto .Labsolute_38
    # if (bpf_timer_init(&e->t, &arr, clock))
    r7 += 16
    # if (bpf_timer_init(&e->t, &arr, clock))
    r1 = r7
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
    r0 = 2
    # if (bpf_timer_init(&e->t, &arr, clock))
    if r1 != 0 goto .Labsolute_38
    # if (bpf_timer_set_callback(&e->t, cb))
    r1 = r7
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r0
    r0 = 3
    # if (bpf_timer_set_callback(&e->t, cb))
    if r1 != 0 goto .Labsolute_38
    # return go(0, CLOCK_MONOTONIC, bpf_ktime_get_ns() + 1 * MS, 1);
    r6 += 1000000
    # if (bpf_timer_start(&e->t, ns, flags))
    r1 = r7
    r2 = r6
    r3 = 1
    call bpf_timer_start
    r1 = r0
    r0 = 1
    if r1 != 0 goto .Labsolute_37
    r0 = 0
.Labsolute_37:
    r0 <<= 2
.Labsolute_38:
    # return go(0, CLOCK_MONOTONIC, bpf_ktime_get_ns() + 1 * MS, 1);
    exit

.program absolute_past section="tc"
    # SEC("tc") int absolute_past(struct __sk_buff *ctx) { return go(1, CLOCK_MONOTONIC, 1, 1); }
    r6 = 1
    *(u32 *)(r10 - 4) = w6
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r7 = r0
    # if (!e)
    if r7 == 0 goto .Labsolute_past_31
    # if (bpf_timer_init(&e->t, &arr, clock))
    r7 += 16
    # if (bpf_timer_init(&e->t, &arr, clock))
    r1 = r7
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r6 = 2
    # if (bpf_timer_init(&e->t, &arr, clock))
    if r0 != 0 goto .Labsolute_past_31
    # if (bpf_timer_set_callback(&e->t, cb))
    r1 = r7
    r2 = cb ll
    call bpf_timer_set_callback
    r6 = 3
    # if (bpf_timer_set_callback(&e->t, cb))
    if r0 != 0 goto .Labsolute_past_31
    r6 = 1
    # if (bpf_timer_start(&e->t, ns, flags))
    r1 = r7
    r2 = 1
    r3 = 1
    call bpf_timer_start
    if r0 != 0 goto .Labsolute_past_30
    r6 = 0
.Labsolute_past_30:
    r6 <<= 2
.Labsolute_past_31:
    # SEC("tc") int absolute_past(struct __sk_buff *ctx) { return go(1, CLOCK_MONOTONIC, 1, 1); }
    r0 = r6
    exit

.program cpu_pin section="tc"
    # SEC("tc") int cpu_pin(struct __sk_buff *ctx) { return go(2, CLOCK_MONOTONIC, 1 * MS, 2); }
    r1 = 2
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    # if (!e)
    if r6 == 0 goto .Lcpu_pin_35
    # if (bpf_timer_init(&e->t, &arr, clock))
    r6 += 16
    # if (bpf_timer_init(&e->t, &arr, clock))
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
    r0 = 2
    # if (bpf_timer_init(&e->t, &arr, clock))
    if r1 != 0 goto .Lcpu_pin_35
    # if (bpf_timer_set_callback(&e->t, cb))
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r0
    r0 = 3
    # if (bpf_timer_set_callback(&e->t, cb))
    if r1 != 0 goto .Lcpu_pin_35
    # if (bpf_timer_start(&e->t, ns, flags))
    r1 = r6
    r2 = 1000000
    r3 = 2
    call bpf_timer_start
    r1 = r0
    r0 = 1
    if r1 != 0 goto .Lcpu_pin_34
    r0 = 0
.Lcpu_pin_34:
    r0 <<= 2
.Lcpu_pin_35:
    # SEC("tc") int cpu_pin(struct __sk_buff *ctx) { return go(2, CLOCK_MONOTONIC, 1 * MS, 2); }
    exit

.program absolute_and_pin section="tc"
    # return go(3, CLOCK_MONOTONIC, bpf_ktime_get_ns() + 1 * MS, 3);
    call bpf_ktime_get_ns
    r6 = r0
    r1 = 3
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r7 = r0
    r0 = 1
    # if (!e)
    if r7 == 0 goto .Labsolute_and_pin_38
    # if (bpf_timer_init(&e->t, &arr, clock))
    r7 += 16
    # if (bpf_timer_init(&e->t, &arr, clock))
    r1 = r7
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
    r0 = 2
    # if (bpf_timer_init(&e->t, &arr, clock))
    if r1 != 0 goto .Labsolute_and_pin_38
    # if (bpf_timer_set_callback(&e->t, cb))
    r1 = r7
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r0
    r0 = 3
    # if (bpf_timer_set_callback(&e->t, cb))
    if r1 != 0 goto .Labsolute_and_pin_38
    # return go(3, CLOCK_MONOTONIC, bpf_ktime_get_ns() + 1 * MS, 3);
    r6 += 1000000
    # if (bpf_timer_start(&e->t, ns, flags))
    r1 = r7
    r2 = r6
    r3 = 3
    call bpf_timer_start
    r1 = r0
    r0 = 1
    if r1 != 0 goto .Labsolute_and_pin_37
    r0 = 0
.Labsolute_and_pin_37:
    r0 <<= 2
.Labsolute_and_pin_38:
    # return go(3, CLOCK_MONOTONIC, bpf_ktime_get_ns() + 1 * MS, 3);
    exit

.program start_unknown_flag section="tc"
    # SEC("tc") int start_unknown_flag(struct __sk_buff *ctx)
    r1 = 4
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    # if (!e)
    if r6 == 0 goto .Lstart_unknown_flag_25
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 16
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, cb);
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    # return -bpf_timer_start(&e->t, 1 * MS, 4);
    r1 = r6
    r2 = 1000000
    r3 = 4
    call bpf_timer_start
    # return -bpf_timer_start(&e->t, 1 * MS, 4);
    r0 = -r0
.Lstart_unknown_flag_25:
    # }
    exit

.program zero_delay section="tc"
    # SEC("tc") int zero_delay(struct __sk_buff *ctx) { return go(6, CLOCK_MONOTONIC, 0, 0); }
    r1 = 6
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    # if (!e)
    if r6 == 0 goto .Lzero_delay_35
    # if (bpf_timer_init(&e->t, &arr, clock))
    r6 += 16
    # if (bpf_timer_init(&e->t, &arr, clock))
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
    r0 = 2
    # if (bpf_timer_init(&e->t, &arr, clock))
    if r1 != 0 goto .Lzero_delay_35
    # if (bpf_timer_set_callback(&e->t, cb))
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r0
    r0 = 3
    # if (bpf_timer_set_callback(&e->t, cb))
    if r1 != 0 goto .Lzero_delay_35
    # if (bpf_timer_start(&e->t, ns, flags))
    r1 = r6
    r2 = 0
    r3 = 0
    call bpf_timer_start
    r1 = r0
    r0 = 1
    if r1 != 0 goto .Lzero_delay_34
    r0 = 0
.Lzero_delay_34:
    r0 <<= 2
.Lzero_delay_35:
    # SEC("tc") int zero_delay(struct __sk_buff *ctx) { return go(6, CLOCK_MONOTONIC, 0, 0); }
    exit

.program huge_delay section="tc"
    # SEC("tc") int huge_delay(struct __sk_buff *ctx) { return go(7, CLOCK_MONOTONIC, ~0ULL, 0); }
    r1 = 7
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    # if (!e)
    if r6 == 0 goto .Lhuge_delay_35
    # if (bpf_timer_init(&e->t, &arr, clock))
    r6 += 16
    # if (bpf_timer_init(&e->t, &arr, clock))
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
    r0 = 2
    # if (bpf_timer_init(&e->t, &arr, clock))
    if r1 != 0 goto .Lhuge_delay_35
    # if (bpf_timer_set_callback(&e->t, cb))
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r0
    r0 = 3
    # if (bpf_timer_set_callback(&e->t, cb))
    if r1 != 0 goto .Lhuge_delay_35
    # if (bpf_timer_start(&e->t, ns, flags))
    r1 = r6
    r2 = -1
    r3 = 0
    call bpf_timer_start
    r1 = r0
    r0 = 1
    if r1 != 0 goto .Lhuge_delay_34
    r0 = 0
.Lhuge_delay_34:
    r0 <<= 2
.Lhuge_delay_35:
    # SEC("tc") int huge_delay(struct __sk_buff *ctx) { return go(7, CLOCK_MONOTONIC, ~0ULL, 0); }
    exit

.program flags_pointer section="tc"
    # SEC("tc") int flags_pointer(struct __sk_buff *ctx)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 1
    # if (!e)
    if r0 == 0 goto .Lflags_pointer_15
    # return bpf_timer_start(&e->t, 1 * MS, (__u64)e);
    r1 = r0
    r1 += 16
    # return bpf_timer_start(&e->t, 1 * MS, (__u64)e);
    r2 = 1000000
    r3 = r0
    call bpf_timer_start
    r1 = r0
.Lflags_pointer_15:
    # }
    r0 = r1
    exit

.program delay_pointer section="tc"
    # SEC("tc") int delay_pointer(struct __sk_buff *ctx)
    r6 = r1
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 1
    # if (!e)
    if r0 == 0 goto .Ldelay_pointer_16
    # return bpf_timer_start(&e->t, (__u64)ctx, 0);
    r0 += 16
    # return bpf_timer_start(&e->t, (__u64)ctx, 0);
    r1 = r0
    r2 = r6
    r3 = 0
    call bpf_timer_start
    r1 = r0
.Ldelay_pointer_16:
    # }
    r0 = r1
    exit
