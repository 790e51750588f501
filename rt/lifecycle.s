# lifecycle
.license "GPL"
.struct elem { count: u32; err: s32; t: bpf_timer }
.map arr type=array key=u32 value=elem max_entries=4
.map hash type=hash key=u32 value=elem max_entries=4

.section .rodata,"a",@progbits
    .byte 50,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
    .byte 0,0,0,0,0,0,0,0,70,0,0,0,0,0,0,0
    .byte 0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0

.section .bss,"aw",@nobits
.var fired: u32
    .zero 4
.var last_err: s32
    .zero 4

.function cb args=map:*void key:*u32 e:*elem
    # fired++;
    r1 = fired ll
    w2 = *(u32 *)(r1 + 0)
    w2 += 1
    *(u32 *)(r1 + 0) = w2
    # e->count++;
    w1 = *(u32 *)(r3 + 0)
    w1 += 1
    *(u32 *)(r3 + 0) = w1
    # return 0;
    w0 = 0
    exit

.function cancel_self_cb args=map:*void key:*u32 e:*elem
    # static int cancel_self_cb(void *map, __u32 *key, struct elem *e)
    r6 = r3
    # fired++;
    r1 = fired ll
    w2 = *(u32 *)(r1 + 0)
    w2 += 1
    *(u32 *)(r1 + 0) = w2
    # e->err = bpf_timer_cancel(&e->t);
    r1 = r6
    r1 += 8
    # e->err = bpf_timer_cancel(&e->t);
    call bpf_timer_cancel
    # e->err = bpf_timer_cancel(&e->t);
    *(u32 *)(r6 + 4) = w0
    # return 0;
    w0 = 0
    exit

.function cancel_other_cb args=map:*void key:*u32 e:*elem
    # static int cancel_other_cb(void *map, __u32 *key, struct elem *e)
    r6 = r3
    w1 = 1
    # __u32 k = 1;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *o = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    # fired++;
    r1 = fired ll
    w2 = *(u32 *)(r1 + 0)
    w2 += 1
    *(u32 *)(r1 + 0) = w2
    # if (o)
    if r0 == 0 goto .Lcancel_other_cb_18
    # e->err = bpf_timer_cancel(&o->t);
    r0 += 8
    # e->err = bpf_timer_cancel(&o->t);
    r1 = r0
    call bpf_timer_cancel
    # e->err = bpf_timer_cancel(&o->t);
    *(u32 *)(r6 + 4) = w0
.Lcancel_other_cb_18:
    # return 0;
    w0 = 0
    exit

.function delete_self_cb args=map:*void key:*u32 e:*elem
    # static int delete_self_cb(void *map, __u32 *key, struct elem *e)
    r1 = r3
    r6 = r2
    # fired++;
    r2 = fired ll
    w3 = *(u32 *)(r2 + 0)
    w3 += 1
    *(u32 *)(r2 + 0) = w3
    # bpf_timer_start(&e->t, 1 * MS, 0);
    r1 += 8
    # bpf_timer_start(&e->t, 1 * MS, 0);
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    # last_err = bpf_map_delete_elem(&hash, key);
    r1 = hash ll
    r2 = r6
    call bpf_map_delete_elem
    # last_err = bpf_map_delete_elem(&hash, key);
    r1 = last_err ll
    *(u32 *)(r1 + 0) = w0
    # return 0;
    w0 = 0
    exit

.function delete_then_start_cb args=map:*void key:*u32 e:*elem
    # static int delete_then_start_cb(void *map, __u32 *key, struct elem *e)
    r6 = r3
    # fired++;
    r1 = fired ll
    w3 = *(u32 *)(r1 + 0)
    w3 += 1
    *(u32 *)(r1 + 0) = w3
    # bpf_map_delete_elem(&hash, key);
    r1 = hash ll
    call bpf_map_delete_elem
    # last_err = bpf_timer_start(&e->t, 1 * MS, 0);
    r6 += 8
    # last_err = bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    # last_err = bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = last_err ll
    *(u32 *)(r1 + 0) = w0
    # return 0;
    w0 = 0
    exit

.program start_without_init section="tc"
    # SEC("tc") int start_without_init(struct __sk_buff *ctx)
    w1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    w1 = 1
    # return e ? -bpf_timer_start(&e->t, 1 * MS, 0) : 1;
    if r0 == 0 goto .Lstart_without_init_16
    # return e ? -bpf_timer_start(&e->t, 1 * MS, 0) : 1;
    r0 += 8
    # return e ? -bpf_timer_start(&e->t, 1 * MS, 0) : 1;
    r1 = r0
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r1 = r0
    # return e ? -bpf_timer_start(&e->t, 1 * MS, 0) : 1;
    w1 = -w1
.Lstart_without_init_16:
    # return e ? -bpf_timer_start(&e->t, 1 * MS, 0) : 1;
    w0 = w1
    exit

.program start_without_callback section="tc"
    # SEC("tc") int start_without_callback(struct __sk_buff *ctx)
    w6 = 1
    *(u32 *)(r10 - 4) = w6
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r7 = r0
    # if (!e || bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC))
    if r7 == 0 goto .Lstart_without_callback_22
    # if (!e || bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC))
    r7 += 8
    # if (!e || bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC))
    r1 = r7
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # if (!e || bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC))
    if r0 != 0 goto .Lstart_without_callback_22
    # return -bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r7
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r6 = r0
    # return -bpf_timer_start(&e->t, 1 * MS, 0);
    w6 = -w6
.Lstart_without_callback_22:
    # }
    w0 = w6
    exit

.program callback_without_init section="tc"
    # SEC("tc") int callback_without_init(struct __sk_buff *ctx)
    w1 = 2
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = r0
    w0 = 1
    # return e ? -bpf_timer_set_callback(&e->t, cb) : 1;
    if r1 == 0 goto .Lcallback_without_init_15
    # return e ? -bpf_timer_set_callback(&e->t, cb) : 1;
    r1 += 8
    # return e ? -bpf_timer_set_callback(&e->t, cb) : 1;
    r2 = cb ll
    call bpf_timer_set_callback
    # return e ? -bpf_timer_set_callback(&e->t, cb) : 1;
    w0 = -w0
.Lcallback_without_init_15:
    # return e ? -bpf_timer_set_callback(&e->t, cb) : 1;
    exit

.program cancel_without_init section="tc"
    # SEC("tc") int cancel_without_init(struct __sk_buff *ctx)
    w1 = 3
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = r0
    w0 = 1
    # return e ? -bpf_timer_cancel(&e->t) : 1;
    if r1 == 0 goto .Lcancel_without_init_13
    # return e ? -bpf_timer_cancel(&e->t) : 1;
    r1 += 8
    # return e ? -bpf_timer_cancel(&e->t) : 1;
    call bpf_timer_cancel
    # return e ? -bpf_timer_cancel(&e->t) : 1;
    w0 = -w0
.Lcancel_without_init_13:
    # return e ? -bpf_timer_cancel(&e->t) : 1;
    exit

.program init_twice section="tc"
    # SEC("tc") int init_twice(struct __sk_buff *ctx)
    w1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!e)
    if r6 == 0 goto .Linit_twice_22
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # return -bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # return -bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    w0 = -w0
.Linit_twice_22:
    # }
    exit

.program cancel_idle_and_armed section="tc"
    # SEC("tc") int cancel_idle_and_armed(struct __sk_buff *ctx)
    w1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w7 = 99
    # if (!e)
    if r6 == 0 goto .Lcancel_idle_and_armed_31
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # idle = bpf_timer_cancel(&e->t);
    r1 = r6
    call bpf_timer_cancel
    r7 = r0
    # bpf_timer_set_callback(&e->t, cb);
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    # bpf_timer_start(&e->t, 5 * MS, 0);
    r1 = r6
    r2 = 5000000
    r3 = 0
    call bpf_timer_start
    # armed = bpf_timer_cancel(&e->t);
    r1 = r6
    call bpf_timer_cancel
    # return idle * 10 + armed;
    w7 *= 10
    # return idle * 10 + armed;
    w7 += w0
.Lcancel_idle_and_armed_31:
    # }
    w0 = w7
    exit

.program start_twice section="tc"
    # SEC("tc") int start_twice(struct __sk_buff *ctx)
    w7 = 1
    *(u32 *)(r10 - 4) = w7
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    # if (!e)
    if r6 == 0 goto .Lstart_twice_28
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
    # bpf_timer_start(&e->t, 1000 * MS, 0);
    r1 = r6
    r2 = 1000000000
    r3 = 0
    call bpf_timer_start
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r7 = r0
.Lstart_twice_28:
    # }
    w0 = w7
    exit

.program start_after_cancel section="tc"
    # SEC("tc") int start_after_cancel(struct __sk_buff *ctx)
    w1 = 2
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!e)
    if r6 == 0 goto .Lstart_after_cancel_31
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
    # bpf_timer_start(&e->t, 5 * MS, 0);
    r1 = r6
    r2 = 5000000
    r3 = 0
    call bpf_timer_start
    # bpf_timer_cancel(&e->t);
    r1 = r6
    call bpf_timer_cancel
    # return -bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    # return -bpf_timer_start(&e->t, 1 * MS, 0);
    w0 = -w0
.Lstart_after_cancel_31:
    # }
    exit

.program cancel_self section="tc"
    # SEC("tc") int cancel_self(struct __sk_buff *ctx)
    w1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!e)
    if r6 == 0 goto .Lcancel_self_24
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, cancel_self_cb);
    r1 = r6
    r2 = cancel_self_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lcancel_self_24:
    # }
    exit

.program cancel_other section="tc"
    # SEC("tc") int cancel_other(struct __sk_buff *ctx)
    w1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w8 = 1
    *(u32 *)(r10 - 8) = w8
    r2 = r10
    r2 += -8
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r7 = r0
    # if (!a || !b)
    if r6 == 0 goto .Lcancel_other_47
    if r7 == 0 goto .Lcancel_other_47
    # bpf_timer_init(&a->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&a->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_init(&b->t, &arr, CLOCK_MONOTONIC);
    r7 += 8
    # bpf_timer_init(&b->t, &arr, CLOCK_MONOTONIC);
    r1 = r7
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&a->t, cancel_other_cb);
    r1 = r6
    r2 = cancel_other_cb ll
    call bpf_timer_set_callback
    # bpf_timer_set_callback(&b->t, cb);
    r1 = r7
    r2 = cb ll
    call bpf_timer_set_callback
    # bpf_timer_start(&b->t, 200 * MS, 0);
    r1 = r7
    r2 = 200000000
    r3 = 0
    call bpf_timer_start
    # return bpf_timer_start(&a->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r8 = r0
.Lcancel_other_47:
    # }
    w0 = w8
    exit

.program delete_cancels section="tc"
    # SEC("tc") int delete_cancels(struct __sk_buff *ctx)
    w1 = 4
    # __u32 key = 4;
    *(u32 *)(r10 - 36) = w1
    *(u32 *)(r10 - 4) = w1
    r1 = 0
    # struct elem init = {};
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    *(u64 *)(r10 - 32) = r1
    r6 = r10
    r6 += -4
    r3 = r10
    r3 += -32
    # bpf_map_update_elem(&hash, &key, &init, BPF_ANY);
    r1 = hash ll
    r2 = r6
    r4 = 0
    call bpf_map_update_elem
    # return bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    r2 = r6
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!e)
    if r6 == 0 goto .Ldelete_cancels_42
    # bpf_timer_init(&e->t, &hash, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &hash, CLOCK_MONOTONIC);
    r1 = r6
    r2 = hash ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, cb);
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    # bpf_timer_start(&e->t, 10 * MS, 0);
    r1 = r6
    r2 = 10000000
    r3 = 0
    call bpf_timer_start
    r2 = r10
    r2 += -36
    # return bpf_map_delete_elem(&hash, &key);
    r1 = hash ll
    call bpf_map_delete_elem
.Ldelete_cancels_42:
    # }
    exit

.program overwrite_cancels section="tc"
    # SEC("tc") int overwrite_cancels(struct __sk_buff *ctx)
    w1 = 5
    # __u32 key = 5;
    *(u32 *)(r10 - 36) = w1
    r2 = 50
    # struct elem init = { .count = 50 }, *e = make(key);
    *(u64 *)(r10 - 64) = r2
    r2 = 0
    *(u64 *)(r10 - 48) = r2
    *(u64 *)(r10 - 56) = r2
    *(u32 *)(r10 - 4) = w1
    # struct elem init = {};
    *(u64 *)(r10 - 16) = r2
    *(u64 *)(r10 - 24) = r2
    *(u64 *)(r10 - 32) = r2
    r6 = r10
    r6 += -4
    r3 = r10
    r3 += -32
    # bpf_map_update_elem(&hash, &key, &init, BPF_ANY);
    r1 = hash ll
    r2 = r6
    r4 = 0
    call bpf_map_update_elem
    # return bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    r2 = r6
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!e)
    if r6 == 0 goto .Loverwrite_cancels_49
    # bpf_timer_init(&e->t, &hash, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &hash, CLOCK_MONOTONIC);
    r1 = r6
    r2 = hash ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, cb);
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    # bpf_timer_start(&e->t, 10 * MS, 0);
    r1 = r6
    r2 = 10000000
    r3 = 0
    call bpf_timer_start
    r2 = r10
    r2 += -36
    r3 = r10
    r3 += -64
    # return bpf_map_update_elem(&hash, &key, &init, BPF_ANY);
    r1 = hash ll
    r4 = 0
    call bpf_map_update_elem
.Loverwrite_cancels_49:
    # }
    exit

.program overwrite_array section="tc"
    # SEC("tc") int overwrite_array(struct __sk_buff *ctx)
    w1 = 3
    # __u32 key = 3;
    *(u32 *)(r10 - 8) = w1
    r2 = 0
    # struct elem init = { .count = 70 }, *e = get(3);
    *(u64 *)(r10 - 16) = r2
    *(u64 *)(r10 - 24) = r2
    r2 = 70
    *(u64 *)(r10 - 32) = r2
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!e)
    if r6 == 0 goto .Loverwrite_array_38
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
    # bpf_timer_start(&e->t, 10 * MS, 0);
    r1 = r6
    r2 = 10000000
    r3 = 0
    call bpf_timer_start
    r2 = r10
    r2 += -8
    r3 = r10
    r3 += -32
    # return bpf_map_update_elem(&arr, &key, &init, BPF_ANY);
    r1 = arr ll
    r4 = 0
    call bpf_map_update_elem
.Loverwrite_array_38:
    # }
    exit

.program callback_deletes_itself section="tc"
    # SEC("tc") int callback_deletes_itself(struct __sk_buff *ctx)
    w1 = 6
    *(u32 *)(r10 - 4) = w1
    r1 = 0
    # struct elem init = {};
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    *(u64 *)(r10 - 32) = r1
    r6 = r10
    r6 += -4
    r3 = r10
    r3 += -32
    # bpf_map_update_elem(&hash, &key, &init, BPF_ANY);
    r1 = hash ll
    r2 = r6
    r4 = 0
    call bpf_map_update_elem
    # return bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    r2 = r6
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!e)
    if r6 == 0 goto .Lcallback_deletes_itself_36
    # bpf_timer_init(&e->t, &hash, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &hash, CLOCK_MONOTONIC);
    r1 = r6
    r2 = hash ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, delete_self_cb);
    r1 = r6
    r2 = delete_self_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lcallback_deletes_itself_36:
    # }
    exit

.program callback_uses_deleted section="tc"
    # SEC("tc") int callback_uses_deleted(struct __sk_buff *ctx)
    w1 = 8
    *(u32 *)(r10 - 4) = w1
    r1 = 0
    # struct elem init = {};
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    *(u64 *)(r10 - 32) = r1
    r6 = r10
    r6 += -4
    r3 = r10
    r3 += -32
    # bpf_map_update_elem(&hash, &key, &init, BPF_ANY);
    r1 = hash ll
    r2 = r6
    r4 = 0
    call bpf_map_update_elem
    # return bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    r2 = r6
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!e)
    if r6 == 0 goto .Lcallback_uses_deleted_36
    # bpf_timer_init(&e->t, &hash, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &hash, CLOCK_MONOTONIC);
    r1 = r6
    r2 = hash ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, delete_then_start_cb);
    r1 = r6
    r2 = delete_then_start_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lcallback_uses_deleted_36:
    # }
    exit

.program arm_slow section="tc"
    # SEC("tc") int arm_slow(struct __sk_buff *ctx)
    w1 = 9
    *(u32 *)(r10 - 4) = w1
    r1 = 0
    # struct elem init = {};
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    *(u64 *)(r10 - 32) = r1
    r6 = r10
    r6 += -4
    r3 = r10
    r3 += -32
    # bpf_map_update_elem(&hash, &key, &init, BPF_ANY);
    r1 = hash ll
    r2 = r6
    r4 = 0
    call bpf_map_update_elem
    # return bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    r2 = r6
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!e)
    if r6 == 0 goto .Larm_slow_36
    # bpf_timer_init(&e->t, &hash, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &hash, CLOCK_MONOTONIC);
    r1 = r6
    r2 = hash ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, cb);
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 50 * MS, 0);
    r1 = r6
    r2 = 50000000
    r3 = 0
    call bpf_timer_start
.Larm_slow_36:
    # }
    exit

.program cancel_slow section="tc"
    # SEC("tc") int cancel_slow(struct __sk_buff *ctx)
    w1 = 9
    # __u32 key = 9;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    call bpf_map_lookup_elem
    w1 = 77
    # return e ? bpf_timer_cancel(&e->t) : 77;
    if r0 == 0 goto .Lcancel_slow_13
    # return e ? bpf_timer_cancel(&e->t) : 77;
    r0 += 8
    # return e ? bpf_timer_cancel(&e->t) : 77;
    r1 = r0
    call bpf_timer_cancel
    r1 = r0
.Lcancel_slow_13:
    # return e ? bpf_timer_cancel(&e->t) : 77;
    w0 = w1
    exit
