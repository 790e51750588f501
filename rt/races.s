# races
.license "GPL"
.struct elem { a: u64; b: u64; t: bpf_timer }
.struct locked { l: bpf_spin_lock; pad: u32; a: u64; b: u64; t: bpf_timer }
.struct state { spin_callback: u32; spin_program: u32; again: u32; fired: u32[2]; result: s32[6] }
.map arr type=array key=u32 value=elem max_entries=2
.map hash type=hash key=u32 value=elem max_entries=4
.map lock_arr type=array key=u32 value=locked max_entries=1
.map lock_hash type=hash key=u32 value=locked max_entries=4

.section .bss,"aw",@nobits
.var state: state
    .zero 44

.section .rodata.cst32,"a",@progbits
    .byte 100,0,0,0,0,0,0,0,100,0,0,0,0,0,0,0
    .byte 0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0

.function one args=map:*void key:*u32 e:*elem
    # static int one(void *map, __u32 *key, struct elem *e)
    r6 = r3
    r1 = 1
    # __sync_fetch_and_add(&state.fired[0], 1);
    r2 = state ll
    lock *(u32 *)(r2 + 12) += w1
    # e->a++;
    r1 = *(u64 *)(r6 + 0)
    r1 += 1
    *(u64 *)(r6 + 0) = r1
    # bpf_loop(state.spin_callback, idle, 0, 0);
    w1 = *(u32 *)(r2 + 0)
    r2 = idle ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # e->b++;
    r1 = *(u64 *)(r6 + 8)
    r1 += 1
    *(u64 *)(r6 + 8) = r1
    # return 0;
    r0 = 0
    exit

.function callback_rearm args=map:*void key:*u32 e:*elem
    # static int callback_rearm(void *map, __u32 *key, struct elem *e)
    r6 = r3
    r1 = 1
    # __sync_fetch_and_add(&state.fired[0], 1);
    r7 = state ll
    lock *(u32 *)(r7 + 12) += w1
    # bpf_loop(state.spin_callback, idle, 0, 0);
    w1 = *(u32 *)(r7 + 0)
    r2 = idle ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # if (state.again) {
    w1 = *(u32 *)(r7 + 8)
    # if (state.again) {
    if r1 == 0 goto .Lcallback_rearm_27
    # state.again--;
    r1 += -1
    *(u32 *)(r7 + 8) = w1
    # r = bpf_timer_start(&e->t, 0, 0);
    r6 += 16
    # r = bpf_timer_start(&e->t, 0, 0);
    r1 = r6
    r2 = 0
    r3 = 0
    call bpf_timer_start
    r1 = r0
    r1 <<= 32
    r1 >>= 32
    # if (r)
    if r1 == 0 goto .Lcallback_rearm_27
    # state.result[2] = r;
    r1 = state ll
    *(u32 *)(r1 + 28) = w0
.Lcallback_rearm_27:
    # return 0;
    r0 = 0
    exit

.function callback_cancel_other args=map:*void key:*u32 e:*elem
    # static int callback_cancel_other(void *map, __u32 *key, struct elem *e)
    r6 = r2
    # __u32 k = !*key;
    w2 = *(u32 *)(r6 + 0)
    r1 = 1
    # __u32 k = !*key;
    if r2 == 0 goto .Lcallback_cancel_other_5
    r1 = 0
.Lcallback_cancel_other_5:
    # __u32 k = !*key;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *o = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    r7 = r0
    # bpf_loop(state.spin_callback, idle, 0, 0);
    r8 = state ll
    # bpf_loop(state.spin_callback, idle, 0, 0);
    w1 = *(u32 *)(r8 + 0)
    r2 = idle ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # if (o)
    if r7 == 0 goto .Lcallback_cancel_other_31
    # state.result[*key & 1] = bpf_timer_cancel(&o->t);
    r7 += 16
    # state.result[*key & 1] = bpf_timer_cancel(&o->t);
    r1 = r7
    call bpf_timer_cancel
    # state.result[*key & 1] = bpf_timer_cancel(&o->t);
    w1 = *(u32 *)(r6 + 0)
    # state.result[*key & 1] = bpf_timer_cancel(&o->t);
    r1 &= 1
    r1 <<= 2
    r2 = state ll
    r2 += r1
    # state.result[*key & 1] = bpf_timer_cancel(&o->t);
    *(u32 *)(r2 + 20) = w0
.Lcallback_cancel_other_31:
    # __sync_fetch_and_add(&state.fired[*key & 1], 1);
    w1 = *(u32 *)(r6 + 0)
    # __sync_fetch_and_add(&state.fired[*key & 1], 1);
    r1 &= 1
    r1 <<= 2
    r8 += r1
    r1 = 1
    # __sync_fetch_and_add(&state.fired[*key & 1], 1);
    lock *(u32 *)(r8 + 12) += w1
    # return 0;
    r0 = 0
    exit

.function callback_locked args=map:*void key:*u32 e:*locked
    # static int callback_locked(void *map, __u32 *key, struct locked *e)
    r6 = r3
    r1 = 1
    # __sync_fetch_and_add(&state.fired[0], 1);
    r2 = state ll
    lock *(u32 *)(r2 + 12) += w1
    # bpf_loop(state.spin_callback, idle, 0, 0);
    w1 = *(u32 *)(r2 + 0)
    r2 = idle ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # bpf_spin_lock(&e->l);
    r1 = r6
    call bpf_spin_lock
    # e->a++;
    r1 = *(u64 *)(r6 + 8)
    r1 += 1
    *(u64 *)(r6 + 8) = r1
    # e->b++;
    r1 = *(u64 *)(r6 + 16)
    r1 += 1
    *(u64 *)(r6 + 16) = r1
    # bpf_spin_unlock(&e->l);
    r1 = r6
    call bpf_spin_unlock
    # return 0;
    r0 = 0
    exit

.function two args=map:*void key:*u32 e:*elem
    # static int two(void *map, __u32 *key, struct elem *e)
    r1 = 1
    # __sync_fetch_and_add(&state.fired[1], 1);
    r2 = state ll
    lock *(u32 *)(r2 + 16) += w1
    # bpf_loop(state.spin_callback, idle, 0, 0);
    w1 = *(u32 *)(r2 + 0)
    r2 = idle ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # return 0;
    r0 = 0
    exit

.function idle args=i:u32 ctx:*void returns=s64
    # return 0;
    r0 = 0
    exit

.program prepare_0 section="tc"
    # PREPARE(prepare_0, arr, 0, one)
    r7 = 0
    # PREPARE(prepare_0, arr, 0, one)
    *(u32 *)(r10 - 4) = w7
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # PREPARE(prepare_0, arr, 0, one)
    if r0 == 0 goto .Lprepare_0_30
    r6 = r0
    r6 += 16
    r1 = r6
    r8 = r0
    call bpf_timer_cancel
    *(u64 *)(r8 + 0) = r7
    *(u64 *)(r8 + 8) = r7
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = state ll
    *(u32 *)(r1 + 40) = w0
    r1 = r6
    r2 = one ll
    call bpf_timer_set_callback
    r1 = r0
.Lprepare_0_30:
    r0 = r1
    exit

.program prepare_rearm section="tc"
    # PREPARE(prepare_rearm, arr, 0, callback_rearm)
    r7 = 0
    # PREPARE(prepare_rearm, arr, 0, callback_rearm)
    *(u32 *)(r10 - 4) = w7
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # PREPARE(prepare_rearm, arr, 0, callback_rearm)
    if r0 == 0 goto .Lprepare_rearm_30
    r6 = r0
    r6 += 16
    r1 = r6
    r8 = r0
    call bpf_timer_cancel
    *(u64 *)(r8 + 0) = r7
    *(u64 *)(r8 + 8) = r7
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = state ll
    *(u32 *)(r1 + 40) = w0
    r1 = r6
    r2 = callback_rearm ll
    call bpf_timer_set_callback
    r1 = r0
.Lprepare_rearm_30:
    r0 = r1
    exit

.program prepare_mutual_0 section="tc"
    # PREPARE(prepare_mutual_0, arr, 0, callback_cancel_other)
    r7 = 0
    # PREPARE(prepare_mutual_0, arr, 0, callback_cancel_other)
    *(u32 *)(r10 - 4) = w7
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # PREPARE(prepare_mutual_0, arr, 0, callback_cancel_other)
    if r0 == 0 goto .Lprepare_mutual_0_30
    r6 = r0
    r6 += 16
    r1 = r6
    r8 = r0
    call bpf_timer_cancel
    *(u64 *)(r8 + 0) = r7
    *(u64 *)(r8 + 8) = r7
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = state ll
    *(u32 *)(r1 + 40) = w0
    r1 = r6
    r2 = callback_cancel_other ll
    call bpf_timer_set_callback
    r1 = r0
.Lprepare_mutual_0_30:
    r0 = r1
    exit

.program prepare_mutual_1 section="tc"
    # PREPARE(prepare_mutual_1, arr, 1, callback_cancel_other)
    r1 = 1
    # PREPARE(prepare_mutual_1, arr, 1, callback_cancel_other)
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # PREPARE(prepare_mutual_1, arr, 1, callback_cancel_other)
    if r0 == 0 goto .Lprepare_mutual_1_31
    r6 = r0
    r6 += 16
    r1 = r6
    r7 = r0
    call bpf_timer_cancel
    r1 = 0
    *(u64 *)(r7 + 0) = r1
    *(u64 *)(r7 + 8) = r1
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = state ll
    *(u32 *)(r1 + 40) = w0
    r1 = r6
    r2 = callback_cancel_other ll
    call bpf_timer_set_callback
    r1 = r0
.Lprepare_mutual_1_31:
    r0 = r1
    exit

.program prepare_hash section="tc"
    # PREPARE(prepare_hash, hash, 0, one)
    r7 = 0
    # PREPARE(prepare_hash, hash, 0, one)
    *(u32 *)(r10 - 4) = w7
    r2 = r10
    r2 += -4
    r1 = hash ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # PREPARE(prepare_hash, hash, 0, one)
    if r0 == 0 goto .Lprepare_hash_30
    r6 = r0
    r6 += 16
    r1 = r6
    r8 = r0
    call bpf_timer_cancel
    *(u64 *)(r8 + 0) = r7
    *(u64 *)(r8 + 8) = r7
    r1 = r6
    r2 = hash ll
    r3 = 1
    call bpf_timer_init
    r1 = state ll
    *(u32 *)(r1 + 40) = w0
    r1 = r6
    r2 = one ll
    call bpf_timer_set_callback
    r1 = r0
.Lprepare_hash_30:
    r0 = r1
    exit

.program prepare_lock_arr section="tc"
    # PREPARE(prepare_lock_arr, lock_arr, 0, callback_locked)
    r7 = 0
    # PREPARE(prepare_lock_arr, lock_arr, 0, callback_locked)
    *(u32 *)(r10 - 4) = w7
    r2 = r10
    r2 += -4
    r1 = lock_arr ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # PREPARE(prepare_lock_arr, lock_arr, 0, callback_locked)
    if r0 == 0 goto .Lprepare_lock_arr_30
    r6 = r0
    r6 += 24
    r1 = r6
    r8 = r0
    call bpf_timer_cancel
    *(u64 *)(r8 + 8) = r7
    *(u64 *)(r8 + 16) = r7
    r1 = r6
    r2 = lock_arr ll
    r3 = 1
    call bpf_timer_init
    r1 = state ll
    *(u32 *)(r1 + 40) = w0
    r1 = r6
    r2 = callback_locked ll
    call bpf_timer_set_callback
    r1 = r0
.Lprepare_lock_arr_30:
    r0 = r1
    exit

.program prepare_lock_hash section="tc"
    # PREPARE(prepare_lock_hash, lock_hash, 0, callback_locked)
    r7 = 0
    # PREPARE(prepare_lock_hash, lock_hash, 0, callback_locked)
    *(u32 *)(r10 - 4) = w7
    r2 = r10
    r2 += -4
    r1 = lock_hash ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # PREPARE(prepare_lock_hash, lock_hash, 0, callback_locked)
    if r0 == 0 goto .Lprepare_lock_hash_30
    r6 = r0
    r6 += 24
    r1 = r6
    r8 = r0
    call bpf_timer_cancel
    *(u64 *)(r8 + 8) = r7
    *(u64 *)(r8 + 16) = r7
    r1 = r6
    r2 = lock_hash ll
    r3 = 1
    call bpf_timer_init
    r1 = state ll
    *(u32 *)(r1 + 40) = w0
    r1 = r6
    r2 = callback_locked ll
    call bpf_timer_set_callback
    r1 = r0
.Lprepare_lock_hash_30:
    r0 = r1
    exit

.program start_0 section="tc"
    # WITH(start_0, arr, 0, bpf_timer_start(&e->t, 0, 0))
    r1 = 0
    # WITH(start_0, arr, 0, bpf_timer_start(&e->t, 0, 0))
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # WITH(start_0, arr, 0, bpf_timer_start(&e->t, 0, 0))
    if r0 == 0 goto .Lstart_0_16
    r0 += 16
    r1 = r0
    r2 = 0
    r3 = 0
    call bpf_timer_start
    r1 = r0
.Lstart_0_16:
    r0 = r1
    exit

.program start_1 section="tc"
    # WITH(start_1, arr, 1, bpf_timer_start(&e->t, 0, 0))
    r1 = 1
    # WITH(start_1, arr, 1, bpf_timer_start(&e->t, 0, 0))
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # WITH(start_1, arr, 1, bpf_timer_start(&e->t, 0, 0))
    if r0 == 0 goto .Lstart_1_16
    r0 += 16
    r1 = r0
    r2 = 0
    r3 = 0
    call bpf_timer_start
    r1 = r0
.Lstart_1_16:
    r0 = r1
    exit

.program start_soon section="tc"
    # WITH(start_soon, arr, 0, bpf_timer_start(&e->t, 15000, 0))
    r1 = 0
    # WITH(start_soon, arr, 0, bpf_timer_start(&e->t, 15000, 0))
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # WITH(start_soon, arr, 0, bpf_timer_start(&e->t, 15000, 0))
    if r0 == 0 goto .Lstart_soon_16
    r0 += 16
    r1 = r0
    r2 = 15000
    r3 = 0
    call bpf_timer_start
    r1 = r0
.Lstart_soon_16:
    r0 = r1
    exit

.program start_later section="tc"
    # WITH(start_later, arr, 0, bpf_timer_start(&e->t, 40000, 0))
    r1 = 0
    # WITH(start_later, arr, 0, bpf_timer_start(&e->t, 40000, 0))
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # WITH(start_later, arr, 0, bpf_timer_start(&e->t, 40000, 0))
    if r0 == 0 goto .Lstart_later_16
    r0 += 16
    r1 = r0
    r2 = 40000
    r3 = 0
    call bpf_timer_start
    r1 = r0
.Lstart_later_16:
    r0 = r1
    exit

.program cancel_0 section="tc"
    # WITH(cancel_0, arr, 0, bpf_timer_cancel(&e->t))
    r1 = 0
    # WITH(cancel_0, arr, 0, bpf_timer_cancel(&e->t))
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # WITH(cancel_0, arr, 0, bpf_timer_cancel(&e->t))
    if r0 == 0 goto .Lcancel_0_14
    r0 += 16
    r1 = r0
    call bpf_timer_cancel
    r1 = r0
.Lcancel_0_14:
    r0 = r1
    exit

.program cancel_1 section="tc"
    # WITH(cancel_1, arr, 1, bpf_timer_cancel(&e->t))
    r1 = 1
    # WITH(cancel_1, arr, 1, bpf_timer_cancel(&e->t))
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # WITH(cancel_1, arr, 1, bpf_timer_cancel(&e->t))
    if r0 == 0 goto .Lcancel_1_14
    r0 += 16
    r1 = r0
    call bpf_timer_cancel
    r1 = r0
.Lcancel_1_14:
    r0 = r1
    exit

.program init_0 section="tc"
    # WITH(init_0, arr, 0, bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC))
    r1 = 0
    # WITH(init_0, arr, 0, bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC))
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # WITH(init_0, arr, 0, bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC))
    if r0 == 0 goto .Linit_0_17
    r0 += 16
    r1 = r0
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Linit_0_17:
    r0 = r1
    exit

.program init_0_boottime section="tc"
    # WITH(init_0_boottime, arr, 0, bpf_timer_init(&e->t, &arr, CLOCK_BOOTTIME))
    r1 = 0
    # WITH(init_0_boottime, arr, 0, bpf_timer_init(&e->t, &arr, CLOCK_BOOTTIME))
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # WITH(init_0_boottime, arr, 0, bpf_timer_init(&e->t, &arr, CLOCK_BOOTTIME))
    if r0 == 0 goto .Linit_0_boottime_17
    r0 += 16
    r1 = r0
    r2 = arr ll
    r3 = 7
    call bpf_timer_init
    r1 = r0
.Linit_0_boottime_17:
    r0 = r1
    exit

.program set_two section="tc"
    # WITH(set_two, arr, 0, bpf_timer_set_callback(&e->t, two))
    r1 = 0
    # WITH(set_two, arr, 0, bpf_timer_set_callback(&e->t, two))
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # WITH(set_two, arr, 0, bpf_timer_set_callback(&e->t, two))
    if r0 == 0 goto .Lset_two_16
    r0 += 16
    r1 = r0
    r2 = two ll
    call bpf_timer_set_callback
    r1 = r0
.Lset_two_16:
    r0 = r1
    exit

.program set_two_and_start section="tc"
    # WITH(set_two_and_start, arr, 0, (bpf_timer_set_callback(&e->t, two), bpf_timer_start(&e->t, 0, 0)))
    r1 = 0
    # WITH(set_two_and_start, arr, 0, (bpf_timer_set_callback(&e->t, two), bpf_timer_start(&e->t, 0, 0)))
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 0xfffffc18 ll
    # WITH(set_two_and_start, arr, 0, (bpf_timer_set_callback(&e->t, two), bpf_timer_start(&e->t, 0, 0)))
    if r6 == 0 goto .Lset_two_and_start_20
    r6 += 16
    r1 = r6
    r2 = two ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 0
    r3 = 0
    call bpf_timer_start
.Lset_two_and_start_20:
    exit

.program start_hash section="tc"
    # WITH(start_hash, hash, 0, bpf_timer_start(&e->t, 0, 0))
    r1 = 0
    # WITH(start_hash, hash, 0, bpf_timer_start(&e->t, 0, 0))
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = hash ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # WITH(start_hash, hash, 0, bpf_timer_start(&e->t, 0, 0))
    if r0 == 0 goto .Lstart_hash_16
    r0 += 16
    r1 = r0
    r2 = 0
    r3 = 0
    call bpf_timer_start
    r1 = r0
.Lstart_hash_16:
    r0 = r1
    exit

.program start_hash_later section="tc"
    # WITH(start_hash_later, hash, 0, bpf_timer_start(&e->t, 40000, 0))
    r1 = 0
    # WITH(start_hash_later, hash, 0, bpf_timer_start(&e->t, 40000, 0))
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = hash ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # WITH(start_hash_later, hash, 0, bpf_timer_start(&e->t, 40000, 0))
    if r0 == 0 goto .Lstart_hash_later_16
    r0 += 16
    r1 = r0
    r2 = 40000
    r3 = 0
    call bpf_timer_start
    r1 = r0
.Lstart_hash_later_16:
    r0 = r1
    exit

.program start_lock_arr section="tc"
    # WITH(start_lock_arr, lock_arr, 0, bpf_timer_start(&e->t, 0, 0))
    r1 = 0
    # WITH(start_lock_arr, lock_arr, 0, bpf_timer_start(&e->t, 0, 0))
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = lock_arr ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # WITH(start_lock_arr, lock_arr, 0, bpf_timer_start(&e->t, 0, 0))
    if r0 == 0 goto .Lstart_lock_arr_16
    r0 += 24
    r1 = r0
    r2 = 0
    r3 = 0
    call bpf_timer_start
    r1 = r0
.Lstart_lock_arr_16:
    r0 = r1
    exit

.program start_lock_hash section="tc"
    # WITH(start_lock_hash, lock_hash, 0, bpf_timer_start(&e->t, 0, 0))
    r1 = 0
    # WITH(start_lock_hash, lock_hash, 0, bpf_timer_start(&e->t, 0, 0))
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = lock_hash ll
    call bpf_map_lookup_elem
    r1 = 0xfffffc18 ll
    # WITH(start_lock_hash, lock_hash, 0, bpf_timer_start(&e->t, 0, 0))
    if r0 == 0 goto .Lstart_lock_hash_16
    r0 += 24
    r1 = r0
    r2 = 0
    r3 = 0
    call bpf_timer_start
    r1 = r0
.Lstart_lock_hash_16:
    r0 = r1
    exit

.program spin_and_start_hash section="tc"
    # WITH(spin_and_start_hash, hash, 0, (bpf_loop(state.spin_program, idle, 0, 0), bpf_timer_start(&e->t, 15000, 0)))
    r1 = 0
    # WITH(spin_and_start_hash, hash, 0, (bpf_loop(state.spin_program, idle, 0, 0), bpf_timer_start(&e->t, 15000, 0)))
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = hash ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 0xfffffc18 ll
    # WITH(spin_and_start_hash, hash, 0, (bpf_loop(state.spin_program, idle, 0, 0), bpf_timer_start(&e->t, 15000, 0)))
    if r6 == 0 goto .Lspin_and_start_hash_24
    r1 = state ll
    w1 = *(u32 *)(r1 + 4)
    r2 = idle ll
    r3 = 0
    r4 = 0
    call bpf_loop
    r6 += 16
    r1 = r6
    r2 = 15000
    r3 = 0
    call bpf_timer_start
.Lspin_and_start_hash_24:
    exit

.program delete_hash section="tc"
    # SEC("tc") int delete_hash(struct __sk_buff *ctx)
    r1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_delete_elem(&hash, &k);
    r1 = hash ll
    call bpf_map_delete_elem
    # return bpf_map_delete_elem(&hash, &k);
    exit

.program update_hash section="tc"
    # SEC("tc") int update_hash(struct __sk_buff *ctx)
    r1 = 100
    # struct elem new = { .a = 100, .b = 100 };
    *(u64 *)(r10 - 24) = r1
    *(u64 *)(r10 - 32) = r1
    r1 = 0
    *(u64 *)(r10 - 8) = r1
    *(u64 *)(r10 - 16) = r1
    # __u32 k = 0;
    *(u32 *)(r10 - 36) = w1
    r2 = r10
    r2 += -36
    r3 = r10
    r3 += -32
    # return bpf_map_update_elem(&hash, &k, &new, BPF_ANY);
    r1 = hash ll
    r4 = 0
    call bpf_map_update_elem
    # return bpf_map_update_elem(&hash, &k, &new, BPF_ANY);
    exit

.program stale_init section="tc"
    # SEC("tc") int stale_init(struct __sk_buff *ctx)
    r1 = 0
    # struct elem *e = GET(hash, 0);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = hash ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 0xfffffc18 ll
    # if (!e)
    if r6 == 0 goto .Lstale_init_49
    # bpf_loop(state.spin_program, idle, 0, 0);
    r7 = state ll
    # bpf_loop(state.spin_program, idle, 0, 0);
    w1 = *(u32 *)(r7 + 4)
    r2 = idle ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # state.result[0] = bpf_timer_init(&e->t, &hash, CLOCK_MONOTONIC);
    r6 += 16
    # state.result[0] = bpf_timer_init(&e->t, &hash, CLOCK_MONOTONIC);
    r1 = r6
    r2 = hash ll
    r3 = 1
    call bpf_timer_init
    # state.result[0] = bpf_timer_init(&e->t, &hash, CLOCK_MONOTONIC);
    *(u32 *)(r7 + 20) = w0
    # bpf_loop(state.spin_program, idle, 0, 0);
    w1 = *(u32 *)(r7 + 4)
    r2 = idle ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # state.result[1] = bpf_timer_set_callback(&e->t, two);
    r1 = r6
    r2 = two ll
    call bpf_timer_set_callback
    # state.result[1] = bpf_timer_set_callback(&e->t, two);
    *(u32 *)(r7 + 24) = w0
    # bpf_loop(state.spin_program, idle, 0, 0);
    w1 = *(u32 *)(r7 + 4)
    r2 = idle ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # state.result[2] = bpf_timer_start(&e->t, 0, 0);
    r1 = r6
    r2 = 0
    r3 = 0
    call bpf_timer_start
    # state.result[2] = bpf_timer_start(&e->t, 0, 0);
    *(u32 *)(r7 + 28) = w0
    r0 = 0
.Lstale_init_49:
    # }
    exit

.program init_closing section="tc"
    # SEC("tc") int init_closing(struct __sk_buff *ctx)
    r1 = 0
    # struct elem *e = GET(arr, 0);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 0xfffffc18 ll
    # if (!e)
    if r6 == 0 goto .Linit_closing_49
    # bpf_loop(state.spin_program, idle, 0, 0);
    r7 = state ll
    # bpf_loop(state.spin_program, idle, 0, 0);
    w1 = *(u32 *)(r7 + 4)
    r2 = idle ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # state.result[0] = bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 16
    # state.result[0] = bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # state.result[0] = bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    *(u32 *)(r7 + 20) = w0
    # bpf_loop(state.spin_program, idle, 0, 0);
    w1 = *(u32 *)(r7 + 4)
    r2 = idle ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # state.result[1] = bpf_timer_set_callback(&e->t, two);
    r1 = r6
    r2 = two ll
    call bpf_timer_set_callback
    # state.result[1] = bpf_timer_set_callback(&e->t, two);
    *(u32 *)(r7 + 24) = w0
    # bpf_loop(state.spin_program, idle, 0, 0);
    w1 = *(u32 *)(r7 + 4)
    r2 = idle ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # state.result[2] = bpf_timer_start(&e->t, 0, 0);
    r1 = r6
    r2 = 0
    r3 = 0
    call bpf_timer_start
    # state.result[2] = bpf_timer_start(&e->t, 0, 0);
    *(u32 *)(r7 + 28) = w0
    r0 = 0
.Linit_closing_49:
    # }
    exit
