# async
.license "GPL"
.extern bpf_rcu_read_lock
.extern bpf_rcu_read_unlock
.struct elem { count: u64; t: bpf_timer }
.map arr type=array key=u32 value=elem max_entries=4
.map rb type=ringbuf max_entries=4096

.section .bss,"aw",@nobits
.var g: u64
    .zero 8

.function cb args=map:*void key:*u32 e:*elem
    # static int cb(void *map, __u32 *key, struct elem *e) { e->count++; return 0; }
    r1 = *(u64 *)(r3 + 0)
    r1 += 1
    *(u64 *)(r3 + 0) = r1
    # static int cb(void *map, __u32 *key, struct elem *e) { e->count++; return 0; }
    w0 = 0
    exit

.function loop_cb args=i:u32 c:*void
    # static int loop_cb(__u32 i, void *c)
    w1 = 0
    # GET(0);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    if r6 == 0 goto .Lloop_cb_25
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
    # bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    w0 = 0
.Lloop_cb_25:
    # }
    exit

.function later_loops_cb args=map:*void key:*u32 e:*elem
    # e->count += 100;
    r1 = *(u64 *)(r3 + 0)
    r1 += 100
    *(u64 *)(r3 + 0) = r1
    # if (e->count > 150)
    if r1 > 150 goto .Llater_loops_cb_10
    # bpf_loop(1, loop_cb, 0, 0);
    w1 = 1
    r2 = loop_cb ll
    r3 = 0
    r4 = 0
    call bpf_loop
.Llater_loops_cb_10:
    # }
    w0 = 0
    exit

.function twice args=x:s32 linkage=global
    # NOINLINE int twice(int x) { OPAQUE(x); return x * 2; }
    w0 = w1
    # NOINLINE int twice(int x) { OPAQUE(x); return x * 2; }
    w0 <<= 1
    # NOINLINE int twice(int x) { OPAQUE(x); return x * 2; }
    exit

.function calls_global_cb args=map:*void key:*u32 e:*elem
    # static int calls_global_cb(void *map, __u32 *key, struct elem *e) { e->count = twice(21); return 0; }
    r6 = r3
    # static int calls_global_cb(void *map, __u32 *key, struct elem *e) { e->count = twice(21); return 0; }
    w1 = 21
    call twice
    w1 = w0
    r1 <<= 32
    r1 s>>= 32
    # static int calls_global_cb(void *map, __u32 *key, struct elem *e) { e->count = twice(21); return 0; }
    *(u64 *)(r6 + 0) = r1
    # static int calls_global_cb(void *map, __u32 *key, struct elem *e) { e->count = twice(21); return 0; }
    w0 = 0
    exit

.function leaks_cb args=map:*void key:*u32 e:*elem
    # __u64 *r = bpf_ringbuf_reserve(&rb, 8, 0);
    r1 = rb ll
    r2 = 8
    r3 = 0
    call bpf_ringbuf_reserve
    # if (r)
    if r0 == 0 goto .Lleaks_cb_8
    r1 = 1
    # *r = 1;
    *(u64 *)(r0 + 0) = r1
.Lleaks_cb_8:
    # return 0;
    w0 = 0
    exit

.function submits_cb args=map:*void key:*u32 e:*elem
    # static int submits_cb(void *map, __u32 *key, struct elem *e)
    r6 = r3
    # __u64 *r = bpf_ringbuf_reserve(&rb, 8, 0);
    r1 = rb ll
    r2 = 8
    r3 = 0
    call bpf_ringbuf_reserve
    # if (!r)
    if r0 == 0 goto .Lsubmits_cb_15
    # *r = e->count++;
    r1 = *(u64 *)(r6 + 0)
    r2 = r1
    r2 += 1
    *(u64 *)(r6 + 0) = r2
    # *r = e->count++;
    *(u64 *)(r0 + 0) = r1
    # bpf_ringbuf_submit(r, 0);
    r1 = r0
    r2 = 0
    call bpf_ringbuf_submit
.Lsubmits_cb_15:
    # }
    w0 = 0
    exit

.function rcu_cb args=map:*void key:*u32 e:*elem
    # static int rcu_cb(void *map, __u32 *key, struct elem *e) { bpf_rcu_read_lock(); return 0; }
    call bpf_rcu_read_lock
    # static int rcu_cb(void *map, __u32 *key, struct elem *e) { bpf_rcu_read_lock(); return 0; }
    w0 = 0
    exit

.function sleeps_cb args=map:*void key:*u32 e:*elem
    # static int sleeps_cb(void *map, __u32 *key, struct elem *e)
    r1 = r3
    # bpf_copy_from_user(&e->count, 8, (void *)16);
    w2 = 8
    r3 = 16
    call bpf_copy_from_user
    # return 0;
    w0 = 0
    exit

.function stores_args_cb args=map:*void key:*u32 e:*elem
    # static int stores_args_cb(void *map, __u32 *key, struct elem *e) { g = (__u64)e; return 0; }
    r1 = g ll
    *(u64 *)(r1 + 0) = r3
    # static int stores_args_cb(void *map, __u32 *key, struct elem *e) { g = (__u64)e; return 0; }
    w0 = 0
    exit

.function c1 args=map:*void key:*u32 e:*elem
    # static int c1(void *map, __u32 *key, struct elem *e)
    r6 = r3
    # e->count |= 1;
    r1 = *(u64 *)(r6 + 0)
    r1 |= 1
    *(u64 *)(r6 + 0) = r1
    # bpf_timer_set_callback(&e->t, c2);
    r6 += 8
    # bpf_timer_set_callback(&e->t, c2);
    r1 = r6
    r2 = c2 ll
    call bpf_timer_set_callback
    # bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    # return 0;
    w0 = 0
    exit

.function cancel_next_cb args=map:*void key:*u32 e:*elem
    # static int cancel_next_cb(void *map, __u32 *key, struct elem *e)
    r6 = r3
    # __u32 k = (*key + 1) & 3;
    w1 = *(u32 *)(r2 + 0)
    # __u32 k = (*key + 1) & 3;
    w1 += 1
    # __u32 k = (*key + 1) & 3;
    w1 &= 3
    # __u32 k = (*key + 1) & 3;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *o = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    # if (o)
    if r0 == 0 goto .Lcancel_next_cb_16
    # e->count = 1000 + bpf_timer_cancel(&o->t);
    r0 += 8
    # e->count = 1000 + bpf_timer_cancel(&o->t);
    r1 = r0
    call bpf_timer_cancel
    # e->count = 1000 + bpf_timer_cancel(&o->t);
    r0 += 1000
    # e->count = 1000 + bpf_timer_cancel(&o->t);
    *(u64 *)(r6 + 0) = r0
.Lcancel_next_cb_16:
    # return 0;
    w0 = 0
    exit

.function c2 args=map:*void key:*u32 e:*elem
    # static int c2(void *map, __u32 *key, struct elem *e)
    r6 = r3
    # e->count |= 2;
    r1 = *(u64 *)(r6 + 0)
    r1 |= 2
    *(u64 *)(r6 + 0) = r1
    # bpf_timer_set_callback(&e->t, c3);
    r6 += 8
    # bpf_timer_set_callback(&e->t, c3);
    r1 = r6
    r2 = c3 ll
    call bpf_timer_set_callback
    # bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    # return 0;
    w0 = 0
    exit

.function c3 args=map:*void key:*u32 e:*elem
    # static int c3(void *map, __u32 *key, struct elem *e) { e->count |= 4; return 0; }
    r1 = *(u64 *)(r3 + 0)
    r1 |= 4
    *(u64 *)(r3 + 0) = r1
    # static int c3(void *map, __u32 *key, struct elem *e) { e->count |= 4; return 0; }
    w0 = 0
    exit

.program set_twice section="tc"
    # SEC("tc") int set_twice(struct __sk_buff *ctx)
    w1 = 0
    # GET(0);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    if r6 == 0 goto .Lset_twice_28
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
    # bpf_timer_set_callback(&e->t, cb);
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lset_twice_28:
    # }
    exit

.program set_in_loop section="tc"
    # SEC("tc") int set_in_loop(struct __sk_buff *ctx)
    w6 = 0
    goto .Lset_in_loop_21
.Lset_in_loop_2:
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r7 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r7
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, cb);
    r1 = r7
    r2 = cb ll
    call bpf_timer_set_callback
    # bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r7
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    # OPAQUE(i);
    w1 = w6
    # for (i = 0; i < 4; i++) {
    w6 += 1
    # for (i = 0; i < 4; i++) {
    if w1 s< 3 goto .Lset_in_loop_21
.Lset_in_loop_19:
    # return i;
    w0 = w6
    exit
.Lset_in_loop_21:
    # __u32 key = i;
    *(u32 *)(r10 - 4) = w6
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r7 = r0
    # if (!e)
    if r7 != 0 goto .Lset_in_loop_2
    goto .Lset_in_loop_19

.program set_in_bpf_loop section="tc"
    # SEC("tc") int set_in_bpf_loop(struct __sk_buff *ctx) { return bpf_loop(2, loop_cb, 0, 0); }
    w1 = 2
    r2 = loop_cb ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # SEC("tc") int set_in_bpf_loop(struct __sk_buff *ctx) { return bpf_loop(2, loop_cb, 0, 0); }
    exit

.program loop_in_callback_sets section="tc"
    # SEC("tc") int loop_in_callback_sets(struct __sk_buff *ctx)
    w7 = 1
    # GET(1);
    *(u32 *)(r10 - 4) = w7
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    if r6 == 0 goto .Lloop_in_callback_sets_24
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, later_loops_cb);
    r1 = r6
    r2 = later_loops_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r7 = r0
.Lloop_in_callback_sets_24:
    # }
    w0 = w7
    exit

.program callback_calls_global section="tc"
    # SEC("tc") int callback_calls_global(struct __sk_buff *ctx)
    w1 = 2
    # GET(2);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    if r6 == 0 goto .Lcallback_calls_global_24
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, calls_global_cb);
    r1 = r6
    r2 = calls_global_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lcallback_calls_global_24:
    # }
    exit

.program callback_leaks section="tc"
    # SEC("tc") int callback_leaks(struct __sk_buff *ctx) { GET(0); return bpf_timer_set_callback(&e->t, leaks_cb); }
    w1 = 0
    # SEC("tc") int callback_leaks(struct __sk_buff *ctx) { GET(0); return bpf_timer_set_callback(&e->t, leaks_cb); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    w1 = 1
    if r0 == 0 goto .Lcallback_leaks_15
    # SEC("tc") int callback_leaks(struct __sk_buff *ctx) { GET(0); return bpf_timer_set_callback(&e->t, leaks_cb); }
    r0 += 8
    # SEC("tc") int callback_leaks(struct __sk_buff *ctx) { GET(0); return bpf_timer_set_callback(&e->t, leaks_cb); }
    r1 = r0
    r2 = leaks_cb ll
    call bpf_timer_set_callback
    r1 = r0
.Lcallback_leaks_15:
    # SEC("tc") int callback_leaks(struct __sk_buff *ctx) { GET(0); return bpf_timer_set_callback(&e->t, leaks_cb); }
    w0 = w1
    exit

.program callback_submits section="tc"
    # SEC("tc") int callback_submits(struct __sk_buff *ctx)
    w1 = 0
    # GET(0);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    if r6 == 0 goto .Lcallback_submits_24
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, submits_cb);
    r1 = r6
    r2 = submits_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lcallback_submits_24:
    # }
    exit

.program holds_reference section="tc"
    # SEC("tc") int holds_reference(struct __sk_buff *ctx)
    w1 = 0
    # GET(0);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    if r6 == 0 goto .Lholds_reference_35
    # r = bpf_ringbuf_reserve(&rb, 8, 0);
    r1 = rb ll
    r2 = 8
    r3 = 0
    call bpf_ringbuf_reserve
    r7 = r0
    w0 = 2
    # if (!r)
    if r7 == 0 goto .Lholds_reference_35
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
    # bpf_ringbuf_discard(r, 0);
    r1 = r7
    r2 = 0
    call bpf_ringbuf_discard
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lholds_reference_35:
    # }
    exit

.program under_rcu_lock section="tc"
    # SEC("tc") int under_rcu_lock(struct __sk_buff *ctx)
    w1 = 0
    # GET(0);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    if r6 == 0 goto .Lunder_rcu_lock_27
    # bpf_rcu_read_lock();
    call bpf_rcu_read_lock
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
    # bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    # bpf_rcu_read_unlock();
    call bpf_rcu_read_unlock
    w0 = 0
.Lunder_rcu_lock_27:
    # }
    exit

.program callback_keeps_rcu_lock section="tc"
    # SEC("tc") int callback_keeps_rcu_lock(struct __sk_buff *ctx) { GET(0); return bpf_timer_set_callback(&e->t, rcu_cb); }
    w1 = 0
    # SEC("tc") int callback_keeps_rcu_lock(struct __sk_buff *ctx) { GET(0); return bpf_timer_set_callback(&e->t, rcu_cb); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    w1 = 1
    if r0 == 0 goto .Lcallback_keeps_rcu_lock_15
    # SEC("tc") int callback_keeps_rcu_lock(struct __sk_buff *ctx) { GET(0); return bpf_timer_set_callback(&e->t, rcu_cb); }
    r0 += 8
    # SEC("tc") int callback_keeps_rcu_lock(struct __sk_buff *ctx) { GET(0); return bpf_timer_set_callback(&e->t, rcu_cb); }
    r1 = r0
    r2 = rcu_cb ll
    call bpf_timer_set_callback
    r1 = r0
.Lcallback_keeps_rcu_lock_15:
    # SEC("tc") int callback_keeps_rcu_lock(struct __sk_buff *ctx) { GET(0); return bpf_timer_set_callback(&e->t, rcu_cb); }
    w0 = w1
    exit

.program callback_leaks_address section="tc"
    # SEC("tc") int callback_leaks_address(struct __sk_buff *ctx)
    w1 = 0
    # GET(0);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    if r6 == 0 goto .Lcallback_leaks_address_20
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # return bpf_timer_set_callback(&e->t, stores_args_cb);
    r1 = r6
    r2 = stores_args_cb ll
    call bpf_timer_set_callback
.Lcallback_leaks_address_20:
    # }
    exit

.program chain_of_three section="tc"
    # SEC("tc") int chain_of_three(struct __sk_buff *ctx)
    w1 = 3
    # GET(3);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    if r6 == 0 goto .Lchain_of_three_24
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, c1);
    r1 = r6
    r2 = c1 ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lchain_of_three_24:
    # }
    exit

.program cancel_in_ring section="tc"
    # SEC("tc") int cancel_in_ring(struct __sk_buff *ctx)
    w1 = 2
    # GET(2);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    if r6 == 0 goto .Lcancel_in_ring_24
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, cancel_next_cb);
    r1 = r6
    r2 = cancel_next_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lcancel_in_ring_24:
    # }
    exit

.program callback_may_not_sleep section="syscall"
    # SEC("syscall") int callback_may_not_sleep(void *ctx) { GET(0); return bpf_timer_set_callback(&e->t, sleeps_cb); }
    w1 = 0
    # SEC("syscall") int callback_may_not_sleep(void *ctx) { GET(0); return bpf_timer_set_callback(&e->t, sleeps_cb); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    w1 = 1
    if r0 == 0 goto .Lcallback_may_not_sleep_15
    # SEC("syscall") int callback_may_not_sleep(void *ctx) { GET(0); return bpf_timer_set_callback(&e->t, sleeps_cb); }
    r0 += 8
    # SEC("syscall") int callback_may_not_sleep(void *ctx) { GET(0); return bpf_timer_set_callback(&e->t, sleeps_cb); }
    r1 = r0
    r2 = sleeps_cb ll
    call bpf_timer_set_callback
    r1 = r0
.Lcallback_may_not_sleep_15:
    # SEC("syscall") int callback_may_not_sleep(void *ctx) { GET(0); return bpf_timer_set_callback(&e->t, sleeps_cb); }
    w0 = w1
    exit

.program program_may_sleep section="syscall"
    # SEC("syscall") int program_may_sleep(void *ctx)
    r1 = 5
    # __u64 x = 5;
    *(u64 *)(r10 - 8) = r1
    r1 = r10
    r1 += -8
    # return bpf_copy_from_user(&x, 8, 0) != 0;
    w2 = 8
    r3 = 0
    call bpf_copy_from_user
    r1 = r0
    w0 = 1
    # return bpf_copy_from_user(&x, 8, 0) != 0;
    if r1 != 0 goto .Lprogram_may_sleep_11
    w0 = 0
.Lprogram_may_sleep_11:
    # return bpf_copy_from_user(&x, 8, 0) != 0;
    exit
