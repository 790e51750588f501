# watchdog
.license "GPL"
.struct dog { feeds: u64; barks: u64; t: bpf_timer; armed: u32 }
.map dogs type=array key=u32 value=dog max_entries=2

.section .data,"aw",@progbits
.var last_bark_key: u64
    .byte 99,0,0,0,0,0,0,0

.function feed_one args=key:u32
    # static NOINLINE int feed_one(__u32 key)
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct dog *d = bpf_map_lookup_elem(&dogs, &key);
    r1 = dogs ll
    call bpf_map_lookup_elem
    r1 = 0xffffffff ll
    # if (!d)
    if r0 == 0 goto .Lfeed_one_35
    # d->feeds++;
    r1 = *(u64 *)(r0 + 0)
    r1 += 1
    *(u64 *)(r0 + 0) = r1
    # if (!d->armed) {
    w1 = *(u32 *)(r0 + 32)
    # if (!d->armed) {
    if r1 != 0 goto .Lfeed_one_29
    # bpf_timer_init(&d->t, &dogs, CLOCK_MONOTONIC);
    r6 = r0
    r6 += 16
    r8 = 1
    # bpf_timer_init(&d->t, &dogs, CLOCK_MONOTONIC);
    r1 = r6
    r2 = dogs ll
    r3 = 1
    r7 = r0
    call bpf_timer_init
    # bpf_timer_set_callback(&d->t, bark);
    r1 = r6
    r2 = bark ll
    call bpf_timer_set_callback
    r0 = r7
    # d->armed = 1;
    *(u32 *)(r0 + 32) = w8
.Lfeed_one_29:
    # return bpf_timer_start(&d->t, 40 * MS, 0);
    r0 += 16
    # return bpf_timer_start(&d->t, 40 * MS, 0);
    r1 = r0
    r2 = 40000000
    r3 = 0
    call bpf_timer_start
    r1 = r0
.Lfeed_one_35:
    # }
    r0 = r1
    exit

.function bark args=map:*void key:*u32 d:*dog
    # d->barks++;
    r1 = *(u64 *)(r3 + 8)
    r1 += 1
    *(u64 *)(r3 + 8) = r1
    r1 = 0
    # d->armed = 0;
    *(u32 *)(r3 + 32) = w1
    # last_bark_key = *key;
    w1 = *(u32 *)(r2 + 0)
    # last_bark_key = *key;
    r2 = last_bark_key ll
    *(u64 *)(r2 + 0) = r1
    # return 0;
    r0 = 0
    exit

.program feed_first section="tc" args=skb:*__sk_buff
    # SEC("tc") int feed_first(struct __sk_buff *skb) { return feed_one(0); }
    r1 = 0
    call feed_one
    # SEC("tc") int feed_first(struct __sk_buff *skb) { return feed_one(0); }
    exit

.program feed_second section="tc" args=skb:*__sk_buff
    # SEC("tc") int feed_second(struct __sk_buff *skb) { return feed_one(1); }
    r1 = 1
    call feed_one
    # SEC("tc") int feed_second(struct __sk_buff *skb) { return feed_one(1); }
    exit

.program sleep_first section="tc" args=skb:*__sk_buff
    # SEC("tc") int sleep_first(struct __sk_buff *skb)
    r1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct dog *d = bpf_map_lookup_elem(&dogs, &k);
    r1 = dogs ll
    call bpf_map_lookup_elem
    r1 = 9
    # return d ? bpf_timer_cancel(&d->t) : 9;
    if r0 == 0 goto .Lsleep_first_13
    # return d ? bpf_timer_cancel(&d->t) : 9;
    r0 += 16
    # return d ? bpf_timer_cancel(&d->t) : 9;
    r1 = r0
    call bpf_timer_cancel
    r1 = r0
.Lsleep_first_13:
    # return d ? bpf_timer_cancel(&d->t) : 9;
    r0 = r1
    exit
