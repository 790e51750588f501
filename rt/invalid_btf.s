# invalid_btf
.license "GPL"
.struct elem { count: u64; t: bpf_timer }
.map arr type=array key=u32 value=elem max_entries=1

.function naked_cb args=*void *u32 *elem
    # asm volatile("r0 = 0; exit;" : : : CLOBBER);
    r0 = 0
    exit

.program init_without_btf section="tc"
    # SEC("tc") int init_without_btf(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 1
    # return e ? bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC) : 1;
    if r0 == 0 goto .Linit_without_btf_16
    # return e ? bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC) : 1;
    r0 += 8
    # return e ? bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC) : 1;
    r1 = r0
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Linit_without_btf_16:
    # return e ? bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC) : 1;
    r0 = r1
    exit

.program callback_without_func_info section="tc"
    # SEC("tc") int callback_without_func_info(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 1
    # return e ? bpf_timer_set_callback(&e->t, naked_cb) : 1;
    if r0 == 0 goto .Lcallback_without_func_info_15
    # return e ? bpf_timer_set_callback(&e->t, naked_cb) : 1;
    r0 += 8
    # return e ? bpf_timer_set_callback(&e->t, naked_cb) : 1;
    r1 = r0
    r2 = naked_cb ll
    call bpf_timer_set_callback
    r1 = r0
.Lcallback_without_func_info_15:
    # return e ? bpf_timer_set_callback(&e->t, naked_cb) : 1;
    r0 = r1
    exit

.program needs_no_btf section="tc"
    # SEC("tc") int needs_no_btf(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 1
    # return e ? e->count : 1;
    if r1 == 0 goto .Lneeds_no_btf_11
    # return e ? e->count : 1;
    r0 = *(u64 *)(r1 + 0)
.Lneeds_no_btf_11:
    # return e ? e->count : 1;
    exit
