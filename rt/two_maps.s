# two_maps
.license "GPL"
.struct elem { count: u32; other: u32; t: bpf_timer }
.struct big { t: bpf_timer; count: u64; pad: u64[4] }
.map left type=array key=u32 value=elem max_entries=2
.map right type=array key=u32 value=elem max_entries=2
.map bigs type=hash key=u32 value=big max_entries=4

.section .bss,"aw",@nobits
.var total: u32
    .zero 4

.function shared_cb args=map:*void key:*u32 e:*elem
    # e->count++;
    w1 = *(u32 *)(r3 + 0)
    w1 += 1
    *(u32 *)(r3 + 0) = w1
    w1 = 1
    # __sync_fetch_and_add(&total, 1);
    r2 = total ll
    lock *(u32 *)(r2 + 0) += w1
    # return 0;
    w0 = 0
    exit

.function ping_cb args=map:*void key:*u32 e:*elem
    # static int ping_cb(void *map, __u32 *key, struct elem *e)
    w1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    # e->count++;
    w1 = *(u32 *)(r3 + 0)
    w1 += 1
    *(u32 *)(r3 + 0) = w1
    r2 = r10
    r2 += -4
    # o = bpf_map_lookup_elem(&right, &k);
    r1 = right ll
    call bpf_map_lookup_elem
    r6 = r0
    # if (!o)
    if r6 == 0 goto .Lping_cb_26
    # bpf_timer_init(&o->t, &right, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&o->t, &right, CLOCK_MONOTONIC);
    r1 = r6
    r2 = right ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&o->t, last_cb);
    r1 = r6
    r2 = last_cb ll
    call bpf_timer_set_callback
    # bpf_timer_start(&o->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lping_cb_26:
    # }
    w0 = 0
    exit

.function first_cb args=map:*void key:*u32 e:*elem
    # static int first_cb(void *map, __u32 *key, struct elem *e)
    r6 = r3
    # e->count++;
    w1 = *(u32 *)(r6 + 0)
    w1 += 1
    *(u32 *)(r6 + 0) = w1
    # bpf_timer_set_callback(&e->t, last_cb);
    r6 += 8
    # bpf_timer_set_callback(&e->t, last_cb);
    r1 = r6
    r2 = last_cb ll
    call bpf_timer_set_callback
    # bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    # return 0;
    w0 = 0
    exit

.function big_cb args=map:*void key:*u32 b:*big
    # b->count += *key;
    w1 = *(u32 *)(r2 + 0)
    r2 = 1
    # b->pad[3] = 1;
    *(u64 *)(r3 + 48) = r2
    # b->count += *key;
    r2 = *(u64 *)(r3 + 16)
    r2 += r1
    *(u64 *)(r3 + 16) = r2
    # return 0;
    w0 = 0
    exit

.function last_cb args=map:*void key:*u32 e:*elem
    # e->count += 100;
    w1 = *(u32 *)(r3 + 0)
    w1 += 100
    *(u32 *)(r3 + 0) = w1
    # return 0;
    w0 = 0
    exit

.program shared_callback section="tc"
    # SEC("tc") int shared_callback(struct __sk_buff *ctx)
    w1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r7 = r10
    r7 += -4
    # struct elem *a = bpf_map_lookup_elem(&left, &k);
    r1 = left ll
    r2 = r7
    call bpf_map_lookup_elem
    r6 = r0
    # struct elem *b = bpf_map_lookup_elem(&right, &k);
    r1 = right ll
    r2 = r7
    call bpf_map_lookup_elem
    r7 = r0
    w0 = 1
    # if (!a || !b)
    if r6 == 0 goto .Lshared_callback_46
    if r7 == 0 goto .Lshared_callback_46
    # bpf_timer_init(&a->t, &left, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&a->t, &left, CLOCK_MONOTONIC);
    r1 = r6
    r2 = left ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_init(&b->t, &right, CLOCK_MONOTONIC);
    r7 += 8
    # bpf_timer_init(&b->t, &right, CLOCK_MONOTONIC);
    r1 = r7
    r2 = right ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&a->t, shared_cb);
    r1 = r6
    r2 = shared_cb ll
    call bpf_timer_set_callback
    # bpf_timer_set_callback(&b->t, shared_cb);
    r1 = r7
    r2 = shared_cb ll
    call bpf_timer_set_callback
    # bpf_timer_start(&a->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    # bpf_timer_start(&b->t, 2 * MS, 0);
    r1 = r7
    r2 = 2000000
    r3 = 0
    call bpf_timer_start
    w0 = 0
.Lshared_callback_46:
    # }
    exit

.program callback_arms_other_map section="tc"
    # SEC("tc") int callback_arms_other_map(struct __sk_buff *ctx)
    w7 = 1
    # __u32 k = 1;
    *(u32 *)(r10 - 4) = w7
    r2 = r10
    r2 += -4
    # struct elem *a = bpf_map_lookup_elem(&left, &k);
    r1 = left ll
    call bpf_map_lookup_elem
    r6 = r0
    # if (!a)
    if r6 == 0 goto .Lcallback_arms_other_map_24
    # bpf_timer_init(&a->t, &left, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&a->t, &left, CLOCK_MONOTONIC);
    r1 = r6
    r2 = left ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&a->t, ping_cb);
    r1 = r6
    r2 = ping_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&a->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r7 = r0
.Lcallback_arms_other_map_24:
    # }
    w0 = w7
    exit

.program callback_changes_callback section="tc"
    # SEC("tc") int callback_changes_callback(struct __sk_buff *ctx)
    w1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *a = bpf_map_lookup_elem(&left, &k);
    r1 = left ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!a)
    if r6 == 0 goto .Lcallback_changes_callback_24
    # bpf_timer_init(&a->t, &left, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&a->t, &left, CLOCK_MONOTONIC);
    r1 = r6
    r2 = left ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&a->t, first_cb);
    r1 = r6
    r2 = first_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&a->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lcallback_changes_callback_24:
    # }
    exit

.program different_layouts section="tc"
    # SEC("tc") int different_layouts(struct __sk_buff *ctx)
    w1 = 0
    # __u32 k = 0, hk = 5;
    *(u32 *)(r10 - 4) = w1
    w1 = 5
    # __u32 k = 0, hk = 5;
    *(u32 *)(r10 - 8) = w1
    r1 = 0
    # struct big init = {}, *b;
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    *(u64 *)(r10 - 32) = r1
    *(u64 *)(r10 - 40) = r1
    *(u64 *)(r10 - 48) = r1
    *(u64 *)(r10 - 56) = r1
    *(u64 *)(r10 - 64) = r1
    r2 = r10
    r2 += -4
    # struct elem *a = bpf_map_lookup_elem(&left, &k);
    r1 = left ll
    call bpf_map_lookup_elem
    r6 = r0
    r7 = r10
    r7 += -8
    r3 = r10
    r3 += -64
    # bpf_map_update_elem(&bigs, &hk, &init, BPF_ANY);
    r1 = bigs ll
    r2 = r7
    r4 = 0
    call bpf_map_update_elem
    # b = bpf_map_lookup_elem(&bigs, &hk);
    r1 = bigs ll
    r2 = r7
    call bpf_map_lookup_elem
    r7 = r0
    w0 = 1
    # if (!a || !b)
    if r6 == 0 goto .Ldifferent_layouts_62
    if r7 == 0 goto .Ldifferent_layouts_62
    # bpf_timer_init(&a->t, &left, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&a->t, &left, CLOCK_MONOTONIC);
    r1 = r6
    r2 = left ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_init(&b->t, &bigs, CLOCK_MONOTONIC);
    r1 = r7
    r2 = bigs ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&a->t, shared_cb);
    r1 = r6
    r2 = shared_cb ll
    call bpf_timer_set_callback
    # bpf_timer_set_callback(&b->t, big_cb);
    r1 = r7
    r2 = big_cb ll
    call bpf_timer_set_callback
    # bpf_timer_start(&a->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    # return bpf_timer_start(&b->t, 1 * MS, 0);
    r1 = r7
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Ldifferent_layouts_62:
    # }
    exit

.program init_wrong_map_same_layout section="tc"
    # SEC("tc") int init_wrong_map_same_layout(struct __sk_buff *ctx)
    w1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *a = bpf_map_lookup_elem(&left, &k);
    r1 = left ll
    call bpf_map_lookup_elem
    w1 = 1
    # if (!a)
    if r0 == 0 goto .Linit_wrong_map_same_layout_16
    # return bpf_timer_init(&a->t, &right, CLOCK_MONOTONIC);
    r0 += 8
    # return bpf_timer_init(&a->t, &right, CLOCK_MONOTONIC);
    r1 = r0
    r2 = right ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Linit_wrong_map_same_layout_16:
    # }
    w0 = w1
    exit

.program init_wrong_map_other_layout section="tc"
    # SEC("tc") int init_wrong_map_other_layout(struct __sk_buff *ctx)
    w1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *a = bpf_map_lookup_elem(&left, &k);
    r1 = left ll
    call bpf_map_lookup_elem
    w1 = 1
    # if (!a)
    if r0 == 0 goto .Linit_wrong_map_other_layout_16
    # return bpf_timer_init(&a->t, &bigs, CLOCK_MONOTONIC);
    r0 += 8
    # return bpf_timer_init(&a->t, &bigs, CLOCK_MONOTONIC);
    r1 = r0
    r2 = bigs ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Linit_wrong_map_other_layout_16:
    # }
    w0 = w1
    exit

.program callback_of_other_layout section="tc"
    # SEC("tc") int callback_of_other_layout(struct __sk_buff *ctx)
    w1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *a = bpf_map_lookup_elem(&left, &k);
    r1 = left ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!a)
    if r6 == 0 goto .Lcallback_of_other_layout_21
    # bpf_timer_init(&a->t, &left, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&a->t, &left, CLOCK_MONOTONIC);
    r1 = r6
    r2 = left ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&a->t, big_cb);
    r1 = r6
    r2 = big_cb ll
    call bpf_timer_set_callback
    w0 = 0
.Lcallback_of_other_layout_21:
    # }
    exit

.program init_map_from_branch section="tc"
    # SEC("tc") int init_map_from_branch(struct __sk_buff *ctx)
    r6 = r1
    w1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *a = bpf_map_lookup_elem(&left, &k);
    r1 = left ll
    call bpf_map_lookup_elem
    w1 = 1
    # if (!a)
    if r0 == 0 goto .Linit_map_from_branch_21
    # if (ctx->len > 100)
    w1 = *(u32 *)(r6 + 0)
    # if (ctx->len > 100)
    r2 = right ll
    if w1 > 100 goto .Linit_map_from_branch_16
    r2 = left ll
.Linit_map_from_branch_16:
    # return bpf_timer_init(&a->t, m, CLOCK_MONOTONIC);
    r0 += 8
    # return bpf_timer_init(&a->t, m, CLOCK_MONOTONIC);
    r1 = r0
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Linit_map_from_branch_21:
    # }
    w0 = w1
    exit
