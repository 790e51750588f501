# rate_limit
.license "GPL"
.struct bucket {
    lock: bpf_spin_lock
    tokens: u32
    passed: u32
    dropped: u32
    refills: u32
    refill: bpf_timer
}
.map buckets type=array key=u32 value=bucket max_entries=1

.function refill args=map:*void key:*u32 b:*bucket
    # static int refill(void *map, __u32 *key, struct bucket *b)
    r6 = r3
    # bpf_spin_lock(&b->lock);
    r1 = r6
    call bpf_spin_lock
    # b->tokens += 2;
    w1 = *(u32 *)(r6 + 4)
    r1 += 2
    r1 <<= 32
    r1 >>= 32
    r2 = 4
    # if (b->tokens > BURST)
    if r2 > r1 goto .Lrefill_10
    r1 = 4
.Lrefill_10:
    *(u32 *)(r6 + 4) = w1
    # b->refills++;
    w7 = *(u32 *)(r6 + 16)
    r7 += 1
    *(u32 *)(r6 + 16) = w7
    # bpf_spin_unlock(&b->lock);
    r1 = r6
    call bpf_spin_unlock
    # b->refills++;
    r7 <<= 32
    r7 >>= 32
    # if (more)
    if r7 > 2 goto .Lrefill_24
    # bpf_timer_start(&b->refill, 2 * MS, 0);
    r6 += 24
    # bpf_timer_start(&b->refill, 2 * MS, 0);
    r1 = r6
    r2 = 2000000
    r3 = 0
    call bpf_timer_start
.Lrefill_24:
    # return 0;
    r0 = 0
    exit

.program setup section="syscall"
    # SEC("syscall") int setup(void *ctx)
    r1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct bucket *b = bpf_map_lookup_elem(&buckets, &k);
    r1 = buckets ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    # if (!b)
    if r6 == 0 goto .Lsetup_29
    r1 = 4
    # b->tokens = BURST;
    *(u32 *)(r6 + 4) = w1
    # if (bpf_timer_init(&b->refill, &buckets, CLOCK_MONOTONIC))
    r6 += 24
    # if (bpf_timer_init(&b->refill, &buckets, CLOCK_MONOTONIC))
    r1 = r6
    r2 = buckets ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
    r0 = 2
    # if (bpf_timer_init(&b->refill, &buckets, CLOCK_MONOTONIC))
    if r1 != 0 goto .Lsetup_29
    # bpf_timer_set_callback(&b->refill, refill);
    r1 = r6
    r2 = refill ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&b->refill, 2 * MS, 0);
    r1 = r6
    r2 = 2000000
    r3 = 0
    call bpf_timer_start
.Lsetup_29:
    # }
    exit

.program limit section="tc" args=skb:*__sk_buff
    # SEC("tc") int limit(struct __sk_buff *skb)
    r7 = 0
    # __u32 k = 0, ok = 0;
    *(u32 *)(r10 - 4) = w7
    r2 = r10
    r2 += -4
    # struct bucket *b = bpf_map_lookup_elem(&buckets, &k);
    r1 = buckets ll
    call bpf_map_lookup_elem
    r6 = r0
    # if (!b)
    if r6 == 0 goto .Llimit_25
    # bpf_spin_lock(&b->lock);
    r1 = r6
    call bpf_spin_lock
    # if (b->tokens) {
    w1 = *(u32 *)(r6 + 4)
    # if (b->tokens) {
    if r1 == 0 goto .Llimit_19
    # b->tokens--;
    r1 += -1
    *(u32 *)(r6 + 4) = w1
    # b->passed++;
    w1 = *(u32 *)(r6 + 8)
    r1 += 1
    *(u32 *)(r6 + 8) = w1
    # } else {
    goto .Llimit_23
.Llimit_19:
    # b->dropped++;
    w1 = *(u32 *)(r6 + 12)
    r1 += 1
    *(u32 *)(r6 + 12) = w1
    r7 = 2
.Llimit_23:
    # bpf_spin_unlock(&b->lock);
    r1 = r6
    call bpf_spin_unlock
.Llimit_25:
    # }
    r0 = r7
    exit
