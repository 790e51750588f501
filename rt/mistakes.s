# mistakes
.license "GPL"
.struct conn { hits: u64; t: bpf_timer }
.map conns type=hash key=u32 value=conn max_entries=16
.map archive type=hash key=u32 value=conn max_entries=16

.function returns_hits args=map:*void key:*u32 s:*conn
    # static int returns_hits(void *map, __u32 *key, struct conn *s) { return s->hits++; }
    r0 = *(u64 *)(r3 + 0)
    r1 = r0
    r1 += 1
    *(u64 *)(r3 + 0) = r1
    # static int returns_hits(void *map, __u32 *key, struct conn *s) { return s->hits++; }
    exit

.function swapped args=map:*void s:*conn key:*u32
    # static int swapped(void *map, struct conn *s, __u32 *key) { s->hits += *key; return 0; }
    w1 = *(u32 *)(r3 + 0)
    # static int swapped(void *map, struct conn *s, __u32 *key) { s->hits += *key; return 0; }
    r3 = *(u64 *)(r2 + 0)
    r3 += r1
    *(u64 *)(r2 + 0) = r3
    # static int swapped(void *map, struct conn *s, __u32 *key) { s->hits += *key; return 0; }
    r0 = 0
    exit

.function wants_ctx args=ctx:*xdp_md key:*u32 s:*conn
    # s->hits += ctx->rx_queue_index;
    w1 = *(u32 *)(r1 + 16)
    # s->hits += ctx->rx_queue_index;
    r2 = *(u64 *)(r3 + 0)
    r2 += r1
    *(u64 *)(r3 + 0) = r2
    # return 0;
    r0 = 0
    exit

.function touch args=map:*void key:*u32 s:*conn
    # static int touch(void *map, __u32 *key, struct conn *s) { s->hits++; return 0; }
    r1 = *(u64 *)(r3 + 0)
    r1 += 1
    *(u64 *)(r3 + 0) = r1
    # static int touch(void *map, __u32 *key, struct conn *s) { s->hits++; return 0; }
    r0 = 0
    exit

.program forgot_null_test section="xdp"
    # __u32 k = ctx->rx_queue_index;
    w1 = *(u32 *)(r1 + 16)
    # __u32 k = ctx->rx_queue_index;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct conn *s = bpf_map_lookup_elem(&conns, &k);
    r1 = conns ll
    call bpf_map_lookup_elem
    # bpf_timer_init(&s->t, &conns, CLOCK_MONOTONIC);
    r0 += 8
    # bpf_timer_init(&s->t, &conns, CLOCK_MONOTONIC);
    r1 = r0
    r2 = conns ll
    r3 = 1
    call bpf_timer_init
    # return XDP_PASS;
    r0 = 2
    exit

.program copies_value section="xdp"
    # SEC("xdp") int copies_value(struct xdp_md *ctx)
    r1 = 1
    # __u32 k = 1;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct conn *s = bpf_map_lookup_elem(&conns, &k), copy;
    r1 = conns ll
    call bpf_map_lookup_elem
    # if (!s)
    if r0 == 0 goto .Lcopies_value_22
    # copy = *s;
    r1 = *(u64 *)(r0 + 16)
    *(u64 *)(r10 - 16) = r1
    r1 = *(u64 *)(r0 + 8)
    *(u64 *)(r10 - 24) = r1
    r1 = *(u64 *)(r0 + 0)
    *(u64 *)(r10 - 32) = r1
    r2 = r10
    r2 += -4
    r3 = r10
    r3 += -32
    # bpf_map_update_elem(&archive, &k, &copy, BPF_ANY);
    r1 = archive ll
    r4 = 0
    call bpf_map_update_elem
.Lcopies_value_22:
    # }
    r0 = 2
    exit

.program archives_value section="xdp"
    # SEC("xdp") int archives_value(struct xdp_md *ctx)
    r1 = 1
    # __u32 k = 1;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct conn *s = bpf_map_lookup_elem(&conns, &k);
    r1 = conns ll
    call bpf_map_lookup_elem
    # if (s)
    if r0 == 0 goto .Larchives_value_15
    r2 = r10
    r2 += -4
    # bpf_map_update_elem(&archive, &k, s, BPF_ANY);
    r1 = archive ll
    r3 = r0
    r4 = 0
    call bpf_map_update_elem
.Larchives_value_15:
    # return XDP_PASS;
    r0 = 2
    exit

.program callback_returns_number section="xdp"
    # SEC("xdp") int callback_returns_number(struct xdp_md *ctx)
    r1 = 1
    # __u32 k = 1;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct conn *s = bpf_map_lookup_elem(&conns, &k);
    r1 = conns ll
    call bpf_map_lookup_elem
    # if (s)
    if r0 == 0 goto .Lcallback_returns_number_13
    # bpf_timer_set_callback(&s->t, returns_hits);
    r0 += 8
    # bpf_timer_set_callback(&s->t, returns_hits);
    r1 = r0
    r2 = returns_hits ll
    call bpf_timer_set_callback
.Lcallback_returns_number_13:
    # return XDP_PASS;
    r0 = 2
    exit

.program callback_swapped_arguments section="xdp"
    # SEC("xdp") int callback_swapped_arguments(struct xdp_md *ctx)
    r1 = 1
    # __u32 k = 1;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct conn *s = bpf_map_lookup_elem(&conns, &k);
    r1 = conns ll
    call bpf_map_lookup_elem
    # if (s)
    if r0 == 0 goto .Lcallback_swapped_arguments_13
    # bpf_timer_set_callback(&s->t, swapped);
    r0 += 8
    # bpf_timer_set_callback(&s->t, swapped);
    r1 = r0
    r2 = swapped ll
    call bpf_timer_set_callback
.Lcallback_swapped_arguments_13:
    # return XDP_PASS;
    r0 = 2
    exit

.program callback_wants_context section="xdp"
    # SEC("xdp") int callback_wants_context(struct xdp_md *ctx)
    r1 = 1
    # __u32 k = 1;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct conn *s = bpf_map_lookup_elem(&conns, &k);
    r1 = conns ll
    call bpf_map_lookup_elem
    # if (s)
    if r0 == 0 goto .Lcallback_wants_context_13
    # bpf_timer_set_callback(&s->t, wants_ctx);
    r0 += 8
    # bpf_timer_set_callback(&s->t, wants_ctx);
    r1 = r0
    r2 = wants_ctx ll
    call bpf_timer_set_callback
.Lcallback_wants_context_13:
    # return XDP_PASS;
    r0 = 2
    exit

.program starts_copy section="xdp"
    # SEC("xdp") int starts_copy(struct xdp_md *ctx)
    r1 = 0
    # __builtin_memset(&t, 0, sizeof(t));
    *(u64 *)(r10 - 8) = r1
    *(u64 *)(r10 - 16) = r1
    r1 = r10
    r1 += -16
    # bpf_timer_start(&t, 1000, 0);
    r2 = 1000
    r3 = 0
    call bpf_timer_start
    # return XDP_PASS;
    r0 = 2
    exit

.program passes_value section="xdp"
    # SEC("xdp") int passes_value(struct xdp_md *ctx)
    r1 = 1
    # __u32 k = 1;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct conn *s = bpf_map_lookup_elem(&conns, &k);
    r1 = conns ll
    call bpf_map_lookup_elem
    # if (s)
    if r0 == 0 goto .Lpasses_value_12
    # bpf_timer_start((void *)s, 1000, 0);
    r1 = r0
    r2 = 1000
    r3 = 0
    call bpf_timer_start
.Lpasses_value_12:
    # return XDP_PASS;
    r0 = 2
    exit

.program names_other_map section="xdp"
    # SEC("xdp") int names_other_map(struct xdp_md *ctx)
    r1 = 1
    # __u32 k = 1;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct conn *s = bpf_map_lookup_elem(&conns, &k);
    r1 = conns ll
    call bpf_map_lookup_elem
    # if (s)
    if r0 == 0 goto .Lnames_other_map_14
    # bpf_timer_init(&s->t, &archive, CLOCK_MONOTONIC);
    r0 += 8
    # bpf_timer_init(&s->t, &archive, CLOCK_MONOTONIC);
    r1 = r0
    r2 = archive ll
    r3 = 1
    call bpf_timer_init
.Lnames_other_map_14:
    # return XDP_PASS;
    r0 = 2
    exit

.program waits_for_timer section="xdp"
    # SEC("xdp") int waits_for_timer(struct xdp_md *ctx)
    r1 = 1
    # __u32 k = 1;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct conn *s = bpf_map_lookup_elem(&conns, &k);
    r1 = conns ll
    call bpf_map_lookup_elem
    r1 = 2
    # if (!s)
    if r0 == 0 goto .Lwaits_for_timer_12
    r1 = 1
.Lwaits_for_timer_10:
    # while (!*(volatile __u64 *)&s->hits)
    r2 = *(u64 *)(r0 + 0)
    # while (!*(volatile __u64 *)&s->hits)
    if r2 == 0 goto .Lwaits_for_timer_10
.Lwaits_for_timer_12:
    # }
    r0 = r1
    exit

.program only_starts section="xdp"
    # SEC("xdp") int only_starts(struct xdp_md *ctx)
    r6 = 1
    # __u32 k = 1;
    *(u32 *)(r10 - 4) = w6
    r1 = 0
    # struct conn init = {}, *s;
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    *(u64 *)(r10 - 32) = r1
    r7 = r10
    r7 += -4
    r3 = r10
    r3 += -32
    # bpf_map_update_elem(&conns, &k, &init, BPF_ANY);
    r1 = conns ll
    r2 = r7
    r4 = 0
    call bpf_map_update_elem
    # s = bpf_map_lookup_elem(&conns, &k);
    r1 = conns ll
    r2 = r7
    call bpf_map_lookup_elem
    # return s ? -bpf_timer_start(&s->t, 1000, 0) : 1;
    if r0 == 0 goto .Lonly_starts_27
    # return s ? -bpf_timer_start(&s->t, 1000, 0) : 1;
    r0 += 8
    # return s ? -bpf_timer_start(&s->t, 1000, 0) : 1;
    r1 = r0
    r2 = 1000
    r3 = 0
    call bpf_timer_start
    r6 = r0
    # return s ? -bpf_timer_start(&s->t, 1000, 0) : 1;
    r6 = -r6
.Lonly_starts_27:
    # return s ? -bpf_timer_start(&s->t, 1000, 0) : 1;
    r0 = r6
    exit

.program init_every_packet section="xdp"
    # SEC("xdp") int init_every_packet(struct xdp_md *ctx)
    r1 = 2
    # __u32 k = 2;
    *(u32 *)(r10 - 4) = w1
    r1 = 0
    # struct conn init = {}, *s = bpf_map_lookup_elem(&conns, &k);
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    *(u64 *)(r10 - 32) = r1
    r2 = r10
    r2 += -4
    # struct conn init = {}, *s = bpf_map_lookup_elem(&conns, &k);
    r1 = conns ll
    call bpf_map_lookup_elem
    r6 = r0
    # if (!s) {
    if r6 != 0 goto .Linit_every_packet_29
    r6 = r10
    r6 += -4
    r3 = r10
    r3 += -32
    # bpf_map_update_elem(&conns, &k, &init, BPF_ANY);
    r1 = conns ll
    r2 = r6
    r4 = 0
    call bpf_map_update_elem
    # s = bpf_map_lookup_elem(&conns, &k);
    r1 = conns ll
    r2 = r6
    call bpf_map_lookup_elem
    r6 = r0
    r7 = 9
    # if (!s)
    if r6 == 0 goto .Linit_every_packet_46
.Linit_every_packet_29:
    # if (bpf_timer_init(&s->t, &conns, CLOCK_MONOTONIC))
    r6 += 8
    r7 = 1
    # if (bpf_timer_init(&s->t, &conns, CLOCK_MONOTONIC))
    r1 = r6
    r2 = conns ll
    r3 = 1
    call bpf_timer_init
    # if (bpf_timer_init(&s->t, &conns, CLOCK_MONOTONIC))
    if r0 != 0 goto .Linit_every_packet_46
    # bpf_timer_set_callback(&s->t, touch);
    r1 = r6
    r2 = touch ll
    call bpf_timer_set_callback
    # bpf_timer_start(&s->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r7 = 2
.Linit_every_packet_46:
    # }
    r0 = r7
    exit
