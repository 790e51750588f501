# wrong_size
.license "GPL"
.struct elem { n: u64; t: u8[8] }
.map arr type=array key=u32 value=elem max_entries=1

.program timer_of_eight_bytes section="tc"
    # SEC("tc") int timer_of_eight_bytes(struct __sk_buff *ctx)
    r1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 1
    # return e ? bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC) : 1;
    if r0 == 0 goto .Ltimer_of_eight_bytes_16
    # return e ? bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC) : 1;
    r0 += 8
    # return e ? bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC) : 1;
    r1 = r0
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Ltimer_of_eight_bytes_16:
    # return e ? bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC) : 1;
    r0 = r1
    exit

.program read_value section="tc"
    # SEC("tc") int read_value(struct __sk_buff *ctx)
    r1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 1
    # return e ? e->t.only_eight_bytes + e->n : 1;
    if r1 == 0 goto .Lread_value_13
    # return e ? e->t.only_eight_bytes + e->n : 1;
    r2 = *(u64 *)(r1 + 8)
    # return e ? e->t.only_eight_bytes + e->n : 1;
    r0 = *(u64 *)(r1 + 0)
    # return e ? e->t.only_eight_bytes + e->n : 1;
    r0 += r2
.Lread_value_13:
    # return e ? e->t.only_eight_bytes + e->n : 1;
    exit
