# subprogs
.license "GPL"
.struct elem { count: u64; t: bpf_timer }
.map arr type=array key=u32 value=elem max_entries=4

.section .bss,"aw",@nobits
.var sink: u64
    .zero 8

.function arm_static args=e:*elem ns:u64
    # static NOINLINE int arm_static(struct elem *e, __u64 ns)
    r6 = r1
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, cb);
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, ns, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    # return bpf_timer_start(&e->t, ns, 0);
    exit

.function arm_global args=key:u32 linkage=global
    # NOINLINE int arm_global(__u32 key)
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!e)
    if r6 == 0 goto .Larm_global_23
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
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
.Larm_global_23:
    # }
    exit

.function cb args=map:*void key:*u32 e:*elem
    # e->count++;
    r1 = *(u64 *)(r3 + 0)
    r1 += 1
    *(u64 *)(r3 + 0) = r1
    # return 0;
    w0 = 0
    exit

.function level1 args=e:*elem
    # static NOINLINE int level1(struct elem *e) { return level2(e) + 1; }
    call level2
    # static NOINLINE int level1(struct elem *e) { return level2(e) + 1; }
    w0 += 1
    # static NOINLINE int level1(struct elem *e) { return level2(e) + 1; }
    exit

.function stack_480_cb args=map:*void key:*u32 e:*elem
    # static int stack_480_cb(void *map, __u32 *key, struct elem *e)
    r1 = r10
    r1 += -480
    r2 = 0
    # USE_STACK(480);
    *(u64 *)(r1 + 0) = r2
    # e->count++;
    r1 = *(u64 *)(r3 + 0)
    r1 += 1
    *(u64 *)(r3 + 0) = r1
    # return 0;
    w0 = 0
    exit

.function stack_300 args=x:u64
    # static NOINLINE int stack_300(__u64 x)
    r0 = r1
    r1 = r10
    r1 += -296
    r2 = 0
    # USE_STACK(296);
    *(u64 *)(r1 + 0) = r2
    # sink = x;
    r1 = sink ll
    *(u64 *)(r1 + 0) = r0
    # return x & 7;
    w0 &= 7
    # return x & 7;
    exit

.function stack_chain_cb args=map:*void key:*u32 e:*elem
    # static int stack_chain_cb(void *map, __u32 *key, struct elem *e)
    r6 = r3
    r1 = r10
    r1 += -296
    r3 = 0
    # USE_STACK(296);
    *(u64 *)(r1 + 0) = r3
    # e->count = stack_300(*key);
    w1 = *(u32 *)(r2 + 0)
    # e->count = stack_300(*key);
    call stack_300
    w1 = w0
    # e->count = stack_300(*key);
    *(u64 *)(r6 + 0) = r1
    # return 0;
    w0 = 0
    exit

.function uninit_stack_cb
    # asm volatile("r0 = *(u64 *)(r10 - 8); r0 = 0; exit;" : : : CLOBBER);
    r0 = *(u64 *)(r10 - 8)
    r0 = 0
    exit

.function uninit_reg_cb
    # asm volatile("r0 = r4; r0 = 0; exit;" : : : CLOBBER);
    r0 = r4
    r0 = 0
    exit

.function callee_saved_cb
    # asm volatile("r0 = r6; r0 = 0; exit;" : : : CLOBBER);
    r0 = r6
    r0 = 0
    exit

.function no_r0_cb
    # asm volatile("exit;" : : : CLOBBER);
    exit

.function self_ref_cb args=map:*void key:*u32 e:*elem
    # static int self_ref_cb(void *map, __u32 *key, struct elem *e)
    r7 = r3
    r6 = r2
    w1 = 2
    # __u32 k = 2;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *o = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    # e->count++;
    r1 = *(u64 *)(r7 + 0)
    r1 += 1
    *(u64 *)(r7 + 0) = r1
    # if (o && *key != 2) {
    if r0 == 0 goto .Lself_ref_cb_30
    # if (o && *key != 2) {
    w1 = *(u32 *)(r6 + 0)
    # if (o && *key != 2) {
    if w1 == 2 goto .Lself_ref_cb_30
    # bpf_timer_init(&o->t, &arr, CLOCK_MONOTONIC);
    r0 += 8
    # bpf_timer_init(&o->t, &arr, CLOCK_MONOTONIC);
    r1 = r0
    r2 = arr ll
    r3 = 1
    r6 = r0
    call bpf_timer_init
    # bpf_timer_set_callback(&o->t, self_ref_cb);
    r1 = r6
    r2 = self_ref_cb ll
    call bpf_timer_set_callback
    # bpf_timer_start(&o->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lself_ref_cb_30:
    # return 0;
    w0 = 0
    exit

.function tick_cb args=map:*void key:*u32 e:*elem
    # static int tick_cb(void *map, __u32 *key, struct elem *e)
    r7 = r3
    # e->count += 1;
    r1 = *(u64 *)(r7 + 0)
    r1 += 1
    *(u64 *)(r7 + 0) = r1
    # bpf_timer_set_callback(&e->t, tock_cb);
    r6 = r7
    r6 += 8
    # bpf_timer_set_callback(&e->t, tock_cb);
    r1 = r6
    r2 = tock_cb ll
    call bpf_timer_set_callback
    # if (e->count < 0x300)
    r1 = *(u64 *)(r7 + 0)
    # if (e->count < 0x300)
    if r1 > 767 goto .Ltick_cb_16
    # bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Ltick_cb_16:
    # return 0;
    w0 = 0
    exit

.function tock_cb args=map:*void key:*u32 e:*elem
    # static int tock_cb(void *map, __u32 *key, struct elem *e)
    r7 = r3
    # e->count += 0x100;
    r1 = *(u64 *)(r7 + 0)
    r1 += 256
    *(u64 *)(r7 + 0) = r1
    # bpf_timer_set_callback(&e->t, tick_cb);
    r6 = r7
    r6 += 8
    # bpf_timer_set_callback(&e->t, tick_cb);
    r1 = r6
    r2 = tick_cb ll
    call bpf_timer_set_callback
    # if (e->count < 0x300)
    r1 = *(u64 *)(r7 + 0)
    # if (e->count < 0x300)
    if r1 > 767 goto .Ltock_cb_16
    # bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Ltock_cb_16:
    # return 0;
    w0 = 0
    exit

.function level2 args=e:*elem
    # static NOINLINE int level2(struct elem *e) { return level3(e) + 1; }
    call level3
    # static NOINLINE int level2(struct elem *e) { return level3(e) + 1; }
    w0 += 1
    # static NOINLINE int level2(struct elem *e) { return level3(e) + 1; }
    exit

.function level3 args=e:*elem
    # static NOINLINE int level3(struct elem *e) { return arm_static(e, 1 * MS); }
    call arm_static
    # static NOINLINE int level3(struct elem *e) { return arm_static(e, 1 * MS); }
    exit

.program in_static_function section="tc"
    # SEC("tc") int in_static_function(struct __sk_buff *ctx)
    w1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = r0
    w0 = 1
    # return e ? arm_static(e, 1 * MS) : 1;
    if r1 == 0 goto .Lin_static_function_11
    # return e ? arm_static(e, 1 * MS) : 1;
    call arm_static
.Lin_static_function_11:
    # return e ? arm_static(e, 1 * MS) : 1;
    exit

.program in_global_function section="tc"
    # return arm_global(1) + arm_global(2);
    w1 = 1
    call arm_global
    w6 = w0
    # return arm_global(1) + arm_global(2);
    w1 = 2
    call arm_global
    # return arm_global(1) + arm_global(2);
    w0 += w6
    # return arm_global(1) + arm_global(2);
    exit

.program deep_chain section="tc"
    # SEC("tc") int deep_chain(struct __sk_buff *ctx)
    w1 = 3
    # __u32 key = 3;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = r0
    w0 = 9
    # return e ? level1(e) : 9;
    if r1 == 0 goto .Ldeep_chain_11
    # return e ? level1(e) : 9;
    call level1
.Ldeep_chain_11:
    # return e ? level1(e) : 9;
    exit

.program big_stack_both section="tc"
    # SEC("tc") int big_stack_both(struct __sk_buff *ctx)
    w1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r1 = r10
    r1 += -488
    r2 = 0
    # USE_STACK(480);
    *(u64 *)(r1 + 0) = r2
    w0 = 1
    # if (!e)
    if r6 == 0 goto .Lbig_stack_both_28
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, stack_480_cb);
    r1 = r6
    r2 = stack_480_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lbig_stack_both_28:
    # }
    exit

.program stack_too_deep section="tc"
    # SEC("tc") int stack_too_deep(struct __sk_buff *ctx)
    r2 = r10
    r2 += -296
    r3 = 0
    # USE_STACK(296);
    *(u64 *)(r2 + 0) = r3
    # return stack_300(ctx->len);
    w1 = *(u32 *)(r1 + 0)
    # return stack_300(ctx->len);
    call stack_300
    # return stack_300(ctx->len);
    exit

.program callback_stack_too_deep section="tc"
    # SEC("tc") int callback_stack_too_deep(struct __sk_buff *ctx)
    w1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!e)
    if r6 == 0 goto .Lcallback_stack_too_deep_20
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # return bpf_timer_set_callback(&e->t, stack_chain_cb);
    r1 = r6
    r2 = stack_chain_cb ll
    call bpf_timer_set_callback
.Lcallback_stack_too_deep_20:
    # }
    exit

.program callback_uninit_stack section="tc"
    # SEC("tc") int callback_uninit_stack(struct __sk_buff *ctx)
    w1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    w1 = 1
    # return e ? bpf_timer_set_callback(&e->t, uninit_stack_cb) : 1;
    if r0 == 0 goto .Lcallback_uninit_stack_15
    # return e ? bpf_timer_set_callback(&e->t, uninit_stack_cb) : 1;
    r0 += 8
    # return e ? bpf_timer_set_callback(&e->t, uninit_stack_cb) : 1;
    r1 = r0
    r2 = uninit_stack_cb ll
    call bpf_timer_set_callback
    r1 = r0
.Lcallback_uninit_stack_15:
    # return e ? bpf_timer_set_callback(&e->t, uninit_stack_cb) : 1;
    w0 = w1
    exit

.program callback_uninit_reg section="tc"
    # SEC("tc") int callback_uninit_reg(struct __sk_buff *ctx)
    w1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    w1 = 1
    # return e ? bpf_timer_set_callback(&e->t, uninit_reg_cb) : 1;
    if r0 == 0 goto .Lcallback_uninit_reg_15
    # return e ? bpf_timer_set_callback(&e->t, uninit_reg_cb) : 1;
    r0 += 8
    # return e ? bpf_timer_set_callback(&e->t, uninit_reg_cb) : 1;
    r1 = r0
    r2 = uninit_reg_cb ll
    call bpf_timer_set_callback
    r1 = r0
.Lcallback_uninit_reg_15:
    # return e ? bpf_timer_set_callback(&e->t, uninit_reg_cb) : 1;
    w0 = w1
    exit

.program callback_callers_r6 section="tc"
    # SEC("tc") int callback_callers_r6(struct __sk_buff *ctx)
    w1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    w1 = 1
    # return e ? bpf_timer_set_callback(&e->t, callee_saved_cb) : 1;
    if r0 == 0 goto .Lcallback_callers_r6_15
    # return e ? bpf_timer_set_callback(&e->t, callee_saved_cb) : 1;
    r0 += 8
    # return e ? bpf_timer_set_callback(&e->t, callee_saved_cb) : 1;
    r1 = r0
    r2 = callee_saved_cb ll
    call bpf_timer_set_callback
    r1 = r0
.Lcallback_callers_r6_15:
    # return e ? bpf_timer_set_callback(&e->t, callee_saved_cb) : 1;
    w0 = w1
    exit

.program callback_without_r0 section="tc"
    # SEC("tc") int callback_without_r0(struct __sk_buff *ctx)
    w1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    w1 = 1
    # return e ? bpf_timer_set_callback(&e->t, no_r0_cb) : 1;
    if r0 == 0 goto .Lcallback_without_r0_15
    # return e ? bpf_timer_set_callback(&e->t, no_r0_cb) : 1;
    r0 += 8
    # return e ? bpf_timer_set_callback(&e->t, no_r0_cb) : 1;
    r1 = r0
    r2 = no_r0_cb ll
    call bpf_timer_set_callback
    r1 = r0
.Lcallback_without_r0_15:
    # return e ? bpf_timer_set_callback(&e->t, no_r0_cb) : 1;
    w0 = w1
    exit

.program callback_names_itself section="tc"
    # SEC("tc") int callback_names_itself(struct __sk_buff *ctx)
    w7 = 1
    # __u32 key = 1;
    *(u32 *)(r10 - 4) = w7
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    # if (!e)
    if r6 == 0 goto .Lcallback_names_itself_24
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, self_ref_cb);
    r1 = r6
    r2 = self_ref_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r7 = r0
.Lcallback_names_itself_24:
    # }
    w0 = w7
    exit

.program tick_tock section="tc"
    # SEC("tc") int tick_tock(struct __sk_buff *ctx)
    w1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!e)
    if r6 == 0 goto .Ltick_tock_24
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, tick_cb);
    r1 = r6
    r2 = tick_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Ltick_tock_24:
    # }
    exit

.program callback_on_one_path section="tc"
    # SEC("tc") int callback_on_one_path(struct __sk_buff *ctx)
    r7 = r1
    # __u32 key = ctx->len & 3;
    w1 = *(u32 *)(r7 + 0)
    # __u32 key = ctx->len & 3;
    w1 &= 3
    # __u32 key = ctx->len & 3;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!e)
    if r6 == 0 goto .Lcallback_on_one_path_29
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # if (ctx->protocol == 8)
    w1 = *(u32 *)(r7 + 16)
    # if (ctx->protocol == 8)
    if w1 != 8 goto .Lcallback_on_one_path_24
    # bpf_timer_set_callback(&e->t, cb);
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
.Lcallback_on_one_path_24:
    # return -bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    # return -bpf_timer_start(&e->t, 1 * MS, 0);
    w0 = -w0
.Lcallback_on_one_path_29:
    # }
    exit

.program callback_by_branch section="tc"
    # SEC("tc") int callback_by_branch(struct __sk_buff *ctx)
    r7 = r1
    w1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!e)
    if r6 == 0 goto .Lcallback_by_branch_29
    # if (ctx->len > 64)
    w7 = *(u32 *)(r7 + 0)
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # if (ctx->len > 64)
    r2 = stack_480_cb ll
    if w7 > 64 goto .Lcallback_by_branch_23
    r2 = cb ll
.Lcallback_by_branch_23:
    # bpf_timer_set_callback(&e->t, f);
    r1 = r6
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lcallback_by_branch_29:
    # }
    exit
