# not_gpl
.license "Proprietary"
.struct elem { n: u64; t: bpf_timer }
.map arr type=array key=u32 value=elem max_entries=1

.program free_helper section="tc"
    # SEC("tc") int free_helper(struct __sk_buff *ctx) { return bpf_get_prandom_u32() & 1; }
    call bpf_get_prandom_u32
    # SEC("tc") int free_helper(struct __sk_buff *ctx) { return bpf_get_prandom_u32() & 1; }
    r0 &= 1
    # SEC("tc") int free_helper(struct __sk_buff *ctx) { return bpf_get_prandom_u32() & 1; }
    exit

.program gpl_helper section="tc"
    # SEC("tc") int gpl_helper(struct __sk_buff *ctx)
    r1 = 120
    # char fmt[] = "x";
    *(u16 *)(r10 - 2) = w1
    r1 = r10
    r1 += -2
    # return bpf_trace_printk(fmt, sizeof(fmt));
    r2 = 2
    call bpf_trace_printk
    # return bpf_trace_printk(fmt, sizeof(fmt));
    exit

.program ktime section="tc"
    # SEC("tc") int ktime(struct __sk_buff *ctx) { return bpf_ktime_get_ns() != 0; }
    call bpf_ktime_get_ns
    r1 = r0
    r0 = 1
    # SEC("tc") int ktime(struct __sk_buff *ctx) { return bpf_ktime_get_ns() != 0; }
    if r1 != 0 goto .Lktime_5
    r0 = 0
.Lktime_5:
    # SEC("tc") int ktime(struct __sk_buff *ctx) { return bpf_ktime_get_ns() != 0; }
    exit

.program timer section="tc"
    # SEC("tc") int timer(struct __sk_buff *ctx)
    r1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 1
    # if (!e)
    if r0 == 0 goto .Ltimer_16
    # return bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r0 += 8
    # return bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r0
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Ltimer_16:
    # }
    r0 = r1
    exit

.program timer_start section="tc"
    # SEC("tc") int timer_start(struct __sk_buff *ctx)
    r1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 1
    # return e ? bpf_timer_start(&e->t, 1000, 0) : 1;
    if r0 == 0 goto .Ltimer_start_15
    # return e ? bpf_timer_start(&e->t, 1000, 0) : 1;
    r0 += 8
    # return e ? bpf_timer_start(&e->t, 1000, 0) : 1;
    r1 = r0
    r2 = 1000
    r3 = 0
    call bpf_timer_start
    r1 = r0
.Ltimer_start_15:
    # return e ? bpf_timer_start(&e->t, 1000, 0) : 1;
    r0 = r1
    exit
