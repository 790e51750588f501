# inner_maps
.license "GPL"
.struct elem { count: u64; t: bpf_timer }
.struct inner_array { type: *s32[2]; max_entries: *s32[2]; key: *u32; value: *elem }
.struct inner_hash { type: *s32[1]; max_entries: *s32[4]; key: *u32; value: *elem }
.map in_a type=array key=u32 value=elem max_entries=2
.map in_b type=array key=u32 value=elem max_entries=2
.map outer type=array_of_maps key=u32 value_size=4 max_entries=2 inner=in_a slots=in_a in_b
.map in_h type=hash key=u32 value=elem max_entries=4
.map outer_hash type=hash_of_maps key=u32 value_size=4 max_entries=2 inner=in_h slots=_ in_h

.function cb args=map:*void key:*u32 e:*elem
    # e->count += 1 + *key;
    w1 = *(u32 *)(r2 + 0)
    # e->count += 1 + *key;
    r1 += 1
    # e->count += 1 + *key;
    r1 <<= 32
    r1 >>= 32
    # e->count += 1 + *key;
    r2 = *(u64 *)(r3 + 0)
    r2 += r1
    *(u64 *)(r3 + 0) = r2
    # return 0;
    r0 = 0
    exit

.function rearm_cb args=map:*void key:*u32 e:*elem
    # if (++e->count < 3)
    r1 = *(u64 *)(r3 + 0)
    r1 += 1
    *(u64 *)(r3 + 0) = r1
    # if (++e->count < 3)
    if r1 > 2 goto .Lrearm_cb_9
    # bpf_timer_start(&e->t, 1 * MS, 0);
    r3 += 8
    # bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r3
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lrearm_cb_9:
    # return 0;
    r0 = 0
    exit

.program inner_array_timer section="tc"
    # SEC("tc") int inner_array_timer(struct __sk_buff *ctx)
    r8 = 1
    # __u32 ok = 1, ik = 1;
    *(u32 *)(r10 - 4) = w8
    # __u32 ok = 1, ik = 1;
    *(u32 *)(r10 - 8) = w8
    r2 = r10
    r2 += -4
    # void *in = bpf_map_lookup_elem(&outer, &ok);
    r1 = outer ll
    call bpf_map_lookup_elem
    r7 = r0
    # if (!in)
    if r7 == 0 goto .Linner_array_timer_31
    r2 = r10
    r2 += -8
    # e = bpf_map_lookup_elem(in, &ik);
    r1 = r7
    call bpf_map_lookup_elem
    r6 = r0
    r8 = 2
    # if (!e)
    if r6 == 0 goto .Linner_array_timer_31
    # bpf_timer_init(&e->t, in, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, in, CLOCK_MONOTONIC);
    r1 = r6
    r2 = r7
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, cb);
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r8 = r0
.Linner_array_timer_31:
    # }
    r0 = r8
    exit

.program inner_hash_timer section="tc"
    # SEC("tc") int inner_hash_timer(struct __sk_buff *ctx)
    r7 = 1
    # __u32 ok = 1, ik = 5;
    *(u32 *)(r10 - 4) = w7
    r1 = 5
    # __u32 ok = 1, ik = 5;
    *(u32 *)(r10 - 8) = w1
    r1 = 0
    # struct elem init = {}, *e;
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    *(u64 *)(r10 - 32) = r1
    r2 = r10
    r2 += -4
    # void *in = bpf_map_lookup_elem(&outer_hash, &ok);
    r1 = outer_hash ll
    call bpf_map_lookup_elem
    r6 = r0
    # if (!in)
    if r6 == 0 goto .Linner_hash_timer_43
    r7 = r10
    r7 += -8
    r3 = r10
    r3 += -32
    # bpf_map_update_elem(in, &ik, &init, BPF_ANY);
    r1 = r6
    r2 = r7
    r4 = 0
    call bpf_map_update_elem
    # e = bpf_map_lookup_elem(in, &ik);
    r1 = r6
    r2 = r7
    call bpf_map_lookup_elem
    r8 = r0
    r7 = 2
    # if (!e)
    if r8 == 0 goto .Linner_hash_timer_43
    # bpf_timer_init(&e->t, in, CLOCK_MONOTONIC);
    r8 += 8
    # bpf_timer_init(&e->t, in, CLOCK_MONOTONIC);
    r1 = r8
    r2 = r6
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, rearm_cb);
    r1 = r8
    r2 = rearm_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r8
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r7 = r0
.Linner_hash_timer_43:
    # }
    r0 = r7
    exit

.program inner_maps_mixed section="tc"
    # SEC("tc") int inner_maps_mixed(struct __sk_buff *ctx)
    r1 = 0
    # __u32 k0 = 0, k1 = 1;
    *(u32 *)(r10 - 4) = w1
    r6 = 1
    # __u32 k0 = 0, k1 = 1;
    *(u32 *)(r10 - 8) = w6
    r2 = r10
    r2 += -4
    # void *a = bpf_map_lookup_elem(&outer, &k0), *b;
    r1 = outer ll
    call bpf_map_lookup_elem
    r8 = r0
    # if (!a)
    if r8 == 0 goto .Linner_maps_mixed_31
    r2 = r10
    r2 += -8
    # b = bpf_map_lookup_elem(&outer, &k1);
    r1 = outer ll
    call bpf_map_lookup_elem
    r7 = r0
    r6 = 2
    # if (!b)
    if r7 == 0 goto .Linner_maps_mixed_31
    r2 = r10
    r2 += -4
    # e = bpf_map_lookup_elem(a, &k0);
    r1 = r8
    call bpf_map_lookup_elem
    r6 = 3
    # if (!e)
    if r0 == 0 goto .Linner_maps_mixed_31
    # return bpf_timer_init(&e->t, b, CLOCK_MONOTONIC);
    r0 += 8
    # return bpf_timer_init(&e->t, b, CLOCK_MONOTONIC);
    r1 = r0
    r2 = r7
    r3 = 1
    call bpf_timer_init
    r6 = r0
.Linner_maps_mixed_31:
    # }
    r0 = r6
    exit

.program inner_map_looked_up_twice section="tc"
    # SEC("tc") int inner_map_looked_up_twice(struct __sk_buff *ctx)
    r1 = 0
    # __u32 k0 = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # void *a = bpf_map_lookup_elem(&outer, &k0), *b;
    r1 = outer ll
    call bpf_map_lookup_elem
    r7 = r0
    r0 = 1
    # if (!a)
    if r7 == 0 goto .Linner_map_looked_up_twice_29
    r2 = r10
    r2 += -4
    # b = bpf_map_lookup_elem(&outer, &k0);
    r1 = outer ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 2
    # if (!b)
    if r6 == 0 goto .Linner_map_looked_up_twice_29
    r2 = r10
    r2 += -4
    # e = bpf_map_lookup_elem(a, &k0);
    r1 = r7
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 3
    # if (!e)
    if r1 == 0 goto .Linner_map_looked_up_twice_29
    # return bpf_timer_init(&e->t, b, CLOCK_MONOTONIC);
    r1 += 8
    # return bpf_timer_init(&e->t, b, CLOCK_MONOTONIC);
    r2 = r6
    r3 = 1
    call bpf_timer_init
.Linner_map_looked_up_twice_29:
    # }
    exit

.program inner_value_static_map section="tc"
    # SEC("tc") int inner_value_static_map(struct __sk_buff *ctx)
    r1 = 0
    # __u32 k0 = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # void *a = bpf_map_lookup_elem(&outer, &k0);
    r1 = outer ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 1
    # if (!a)
    if r1 == 0 goto .Linner_value_static_map_21
    r2 = r10
    r2 += -4
    # e = bpf_map_lookup_elem(a, &k0);
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 3
    # if (!e)
    if r1 == 0 goto .Linner_value_static_map_21
    # return bpf_timer_init(&e->t, &in_a, CLOCK_MONOTONIC);
    r1 += 8
    # return bpf_timer_init(&e->t, &in_a, CLOCK_MONOTONIC);
    r2 = in_a ll
    r3 = 1
    call bpf_timer_init
.Linner_value_static_map_21:
    # }
    exit

.program outer_as_map section="tc"
    # SEC("tc") int outer_as_map(struct __sk_buff *ctx)
    r1 = 0
    # __u32 k0 = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&in_a, &k0);
    r1 = in_a ll
    call bpf_map_lookup_elem
    r1 = 1
    # if (!e)
    if r0 == 0 goto .Louter_as_map_16
    # return bpf_timer_init(&e->t, &outer, CLOCK_MONOTONIC);
    r0 += 8
    # return bpf_timer_init(&e->t, &outer, CLOCK_MONOTONIC);
    r1 = r0
    r2 = outer ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Louter_as_map_16:
    # }
    r0 = r1
    exit

.program inner_without_check section="tc"
    # SEC("tc") int inner_without_check(struct __sk_buff *ctx)
    r1 = 0
    # __u32 k0 = 0;
    *(u32 *)(r10 - 4) = w1
    r6 = r10
    r6 += -4
    # void *a = bpf_map_lookup_elem(&outer, &k0);
    r1 = outer ll
    r2 = r6
    call bpf_map_lookup_elem
    # return bpf_map_lookup_elem(a, &k0) != 0;
    r1 = r0
    r2 = r6
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 1
    # return bpf_map_lookup_elem(a, &k0) != 0;
    if r1 != 0 goto .Linner_without_check_15
    r0 = 0
.Linner_without_check_15:
    # return bpf_map_lookup_elem(a, &k0) != 0;
    exit
