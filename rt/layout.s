# layout
.license "GPL"
.struct two_timers { a: u64; t1: bpf_timer; t2: bpf_timer }
.struct packed_timer packed { a: u32; t: bpf_timer; b: u32 }
.struct inside { x: u32; t: bpf_timer }
.struct nested { head: u64; in: inside; tail: u64 }
.struct arrayed { a: u64; t: bpf_timer[2] }
.struct array_of_one { a: u64; t: bpf_timer[1] }
.union either { words: u64[4]; t: bpf_timer }
.struct only { t: bpf_timer }
.struct locked { count: u64; lock: bpf_spin_lock; t: bpf_timer }
.struct last { a: u64; b: u64; t: bpf_timer }
.map m_two type=array key=u32 value=two_timers max_entries=2
.map m_packed type=array key=u32 value=packed_timer max_entries=2
.map m_nested type=array key=u32 value=nested max_entries=2
.map m_arrayed type=array key=u32 value=arrayed max_entries=2
.map m_one type=array key=u32 value=array_of_one max_entries=2
.map m_union type=array key=u32 value=either max_entries=2
.map m_only type=array key=u32 value=only max_entries=2
.map m_locked type=array key=u32 value=locked max_entries=2
.map m_last type=array key=u32 value=last max_entries=2
.map m_hash type=hash key=u32 value=only max_entries=2

.section .bss,"aw",@nobits
.var sink: u64
    .zero 8

.function nested_cb args=map:*void key:*u32 v:*nested
    # v->head++;
    r1 = *(u64 *)(r3 + 0)
    r1 += 1
    *(u64 *)(r3 + 0) = r1
    # v->tail += 2;
    r1 = *(u64 *)(r3 + 32)
    r1 += 2
    *(u64 *)(r3 + 32) = r1
    # return 0;
    r0 = 0
    exit

.function only_cb args=map:*void key:*u32 v:*only
    # __sync_fetch_and_add(&sink, *key + 1);
    w1 = *(u32 *)(r2 + 0)
    # __sync_fetch_and_add(&sink, *key + 1);
    r1 += 1
    # __sync_fetch_and_add(&sink, *key + 1);
    r1 <<= 32
    r1 >>= 32
    # __sync_fetch_and_add(&sink, *key + 1);
    r2 = sink ll
    lock *(u64 *)(r2 + 0) += r1
    # return 0;
    r0 = 0
    exit

.function locked_cb args=map:*void key:*u32 v:*locked
    # static int locked_cb(void *map, __u32 *key, struct locked *v)
    r6 = r3
    # bpf_spin_lock(&v->lock);
    r7 = r6
    r7 += 8
    # bpf_spin_lock(&v->lock);
    r1 = r7
    call bpf_spin_lock
    # v->count++;
    r1 = *(u64 *)(r6 + 0)
    r1 += 1
    *(u64 *)(r6 + 0) = r1
    # bpf_spin_unlock(&v->lock);
    r1 = r7
    call bpf_spin_unlock
    # return 0;
    r0 = 0
    exit

.program two_in_value section="tc"
    # SEC("tc") int two_in_value(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(struct two_timers, m_two);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_two ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Ltwo_in_value_16
    # return bpf_timer_init(&v->t1, &m_two, CLOCK_MONOTONIC);
    r0 += 8
    # return bpf_timer_init(&v->t1, &m_two, CLOCK_MONOTONIC);
    r1 = r0
    r2 = m_two ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Ltwo_in_value_16:
    # }
    r0 = r1
    exit

.program packed_offset section="tc"
    # SEC("tc") int packed_offset(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(struct packed_timer, m_packed);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_packed ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Lpacked_offset_16
    # return bpf_timer_init((void *)v + 4, &m_packed, CLOCK_MONOTONIC);
    r0 += 4
    # return bpf_timer_init((void *)v + 4, &m_packed, CLOCK_MONOTONIC);
    r1 = r0
    r2 = m_packed ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Lpacked_offset_16:
    # }
    r0 = r1
    exit

.program nested_struct section="tc"
    # SEC("tc") int nested_struct(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(struct nested, m_nested);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_nested ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lnested_struct_24
    # bpf_timer_init(&v->in.t, &m_nested, CLOCK_MONOTONIC);
    r6 += 16
    # bpf_timer_init(&v->in.t, &m_nested, CLOCK_MONOTONIC);
    r1 = r6
    r2 = m_nested ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&v->in.t, nested_cb);
    r1 = r6
    r2 = nested_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&v->in.t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lnested_struct_24:
    # }
    exit

.program array_of_timers section="tc"
    # SEC("tc") int array_of_timers(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(struct arrayed, m_arrayed);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_arrayed ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Larray_of_timers_16
    # return bpf_timer_init(&v->t[0], &m_arrayed, CLOCK_MONOTONIC);
    r0 += 8
    # return bpf_timer_init(&v->t[0], &m_arrayed, CLOCK_MONOTONIC);
    r1 = r0
    r2 = m_arrayed ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Larray_of_timers_16:
    # }
    r0 = r1
    exit

.program array_of_one_timer section="tc"
    # SEC("tc") int array_of_one_timer(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(struct array_of_one, m_one);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_one ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Larray_of_one_timer_16
    # return bpf_timer_init(&v->t[0], &m_one, CLOCK_MONOTONIC);
    r0 += 8
    # return bpf_timer_init(&v->t[0], &m_one, CLOCK_MONOTONIC);
    r1 = r0
    r2 = m_one ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Larray_of_one_timer_16:
    # }
    r0 = r1
    exit

.program union_value section="tc"
    # SEC("tc") int union_value(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(union either, m_union);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_union ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Lunion_value_15
    # return bpf_timer_init(&v->t, &m_union, CLOCK_MONOTONIC);
    r1 = r0
    r2 = m_union ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Lunion_value_15:
    # }
    r0 = r1
    exit

.program timer_is_value section="tc"
    # SEC("tc") int timer_is_value(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(struct only, m_only);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_only ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Ltimer_is_value_23
    # bpf_timer_init(&v->t, &m_only, CLOCK_MONOTONIC);
    r1 = r6
    r2 = m_only ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&v->t, only_cb);
    r1 = r6
    r2 = only_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&v->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Ltimer_is_value_23:
    # }
    exit

.program with_spin_lock section="tc"
    # SEC("tc") int with_spin_lock(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(struct locked, m_locked);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_locked ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Lwith_spin_lock_34
    # bpf_timer_init(&v->t, &m_locked, CLOCK_MONOTONIC);
    r6 = r0
    r6 += 16
    # bpf_timer_init(&v->t, &m_locked, CLOCK_MONOTONIC);
    r1 = r6
    r2 = m_locked ll
    r3 = 1
    r8 = r0
    call bpf_timer_init
    # bpf_timer_set_callback(&v->t, locked_cb);
    r1 = r6
    r2 = locked_cb ll
    call bpf_timer_set_callback
    # bpf_spin_lock(&v->lock);
    r7 = r8
    r7 += 8
    # bpf_spin_lock(&v->lock);
    r1 = r7
    call bpf_spin_lock
    r1 = 100
    # v->count = 100;
    *(u64 *)(r8 + 0) = r1
    # bpf_spin_unlock(&v->lock);
    r1 = r7
    call bpf_spin_unlock
    # return bpf_timer_start(&v->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r1 = r0
.Lwith_spin_lock_34:
    # }
    r0 = r1
    exit

.program start_under_lock section="tc"
    # SEC("tc") int start_under_lock(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(struct locked, m_locked);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_locked ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Lstart_under_lock_22
    # bpf_spin_lock(&v->lock);
    r6 = r0
    r6 += 8
    # bpf_spin_lock(&v->lock);
    r1 = r6
    r7 = r0
    call bpf_spin_lock
    # bpf_timer_start(&v->t, 1 * MS, 0);
    r7 += 16
    # bpf_timer_start(&v->t, 1 * MS, 0);
    r1 = r7
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    # bpf_spin_unlock(&v->lock);
    r1 = r6
    call bpf_spin_unlock
    r1 = 0
.Lstart_under_lock_22:
    # }
    r0 = r1
    exit

.program cancel_under_lock section="tc"
    # SEC("tc") int cancel_under_lock(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(struct locked, m_locked);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_locked ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Lcancel_under_lock_20
    # bpf_spin_lock(&v->lock);
    r6 = r0
    r6 += 8
    # bpf_spin_lock(&v->lock);
    r1 = r6
    r7 = r0
    call bpf_spin_lock
    # bpf_timer_cancel(&v->t);
    r7 += 16
    # bpf_timer_cancel(&v->t);
    r1 = r7
    call bpf_timer_cancel
    # bpf_spin_unlock(&v->lock);
    r1 = r6
    call bpf_spin_unlock
    r1 = 0
.Lcancel_under_lock_20:
    # }
    r0 = r1
    exit

.program set_callback_under_lock section="tc"
    # SEC("tc") int set_callback_under_lock(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(struct locked, m_locked);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_locked ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Lset_callback_under_lock_22
    # bpf_spin_lock(&v->lock);
    r6 = r0
    r6 += 8
    # bpf_spin_lock(&v->lock);
    r1 = r6
    r7 = r0
    call bpf_spin_lock
    # bpf_timer_set_callback(&v->t, locked_cb);
    r7 += 16
    # bpf_timer_set_callback(&v->t, locked_cb);
    r1 = r7
    r2 = locked_cb ll
    call bpf_timer_set_callback
    # bpf_spin_unlock(&v->lock);
    r1 = r6
    call bpf_spin_unlock
    r1 = 0
.Lset_callback_under_lock_22:
    # }
    r0 = r1
    exit

.program pointer_at_start section="tc"
    # SEC("tc") int pointer_at_start(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(struct last, m_last);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_last ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Lpointer_at_start_15
    # return bpf_timer_init((void *)v, &m_last, CLOCK_MONOTONIC);
    r1 = r0
    r2 = m_last ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Lpointer_at_start_15:
    # }
    r0 = r1
    exit

.program pointer_inside_timer section="tc"
    # SEC("tc") int pointer_inside_timer(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(struct last, m_last);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_last ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Lpointer_inside_timer_16
    # return bpf_timer_init((void *)&v->t + 8, &m_last, CLOCK_MONOTONIC);
    r0 += 24
    # return bpf_timer_init((void *)&v->t + 8, &m_last, CLOCK_MONOTONIC);
    r1 = r0
    r2 = m_last ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Lpointer_inside_timer_16:
    # }
    r0 = r1
    exit

.program pointer_past_value section="tc"
    # SEC("tc") int pointer_past_value(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(struct last, m_last);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_last ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Lpointer_past_value_16
    # return bpf_timer_init((void *)(v + 1), &m_last, CLOCK_MONOTONIC);
    r0 += 32
    # return bpf_timer_init((void *)(v + 1), &m_last, CLOCK_MONOTONIC);
    r1 = r0
    r2 = m_last ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Lpointer_past_value_16:
    # }
    r0 = r1
    exit

.program variable_offset section="tc"
    # SEC("tc") int variable_offset(struct __sk_buff *ctx)
    r6 = r1
    r1 = 0
    # LOOKUP(struct last, m_last);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_last ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Lvariable_offset_19
    # __u64 off = ctx->len & 16;
    w1 = *(u32 *)(r6 + 0)
    # __u64 off = ctx->len & 16;
    r1 &= 16
    # return bpf_timer_init((void *)v + off, &m_last, CLOCK_MONOTONIC);
    r0 += r1
    # return bpf_timer_init((void *)v + off, &m_last, CLOCK_MONOTONIC);
    r1 = r0
    r2 = m_last ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Lvariable_offset_19:
    # }
    r0 = r1
    exit

.program constant_in_register section="tc"
    # SEC("tc") int constant_in_register(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(struct last, m_last);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_last ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Lconstant_in_register_18
    r1 = 8
    # p = (void *)v + off + 8;
    r0 += r1
    # p = (void *)v + off + 8;
    r0 += 8
    # return bpf_timer_init(p, &m_last, CLOCK_MONOTONIC);
    r1 = r0
    r2 = m_last ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Lconstant_in_register_18:
    # }
    r0 = r1
    exit

.program stack_timer section="tc"
    # SEC("tc") int stack_timer(struct __sk_buff *ctx)
    r1 = r10
    r1 += -16
    # return bpf_timer_init(&t, &m_only, CLOCK_MONOTONIC);
    r2 = m_only ll
    r3 = 1
    call bpf_timer_init
    # return bpf_timer_init(&t, &m_only, CLOCK_MONOTONIC);
    exit

.program ctx_timer section="tc"
    # return bpf_timer_init((void *)ctx, &m_only, CLOCK_MONOTONIC);
    r2 = m_only ll
    r3 = 1
    call bpf_timer_init
    # return bpf_timer_init((void *)ctx, &m_only, CLOCK_MONOTONIC);
    exit

.program no_null_check_const_key section="tc"
    # SEC("tc") int no_null_check_const_key(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct only *v = bpf_map_lookup_elem(&m_only, &key);
    r1 = m_only ll
    call bpf_map_lookup_elem
    # return bpf_timer_init(&v->t, &m_only, CLOCK_MONOTONIC);
    r1 = r0
    r2 = m_only ll
    r3 = 1
    call bpf_timer_init
    # return bpf_timer_init(&v->t, &m_only, CLOCK_MONOTONIC);
    exit

.program no_null_check_key_2 section="tc"
    # SEC("tc") int no_null_check_key_2(struct __sk_buff *ctx)
    r1 = 2
    # __u32 key = 2;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct only *v = bpf_map_lookup_elem(&m_only, &key);
    r1 = m_only ll
    call bpf_map_lookup_elem
    # return bpf_timer_init(&v->t, &m_only, CLOCK_MONOTONIC);
    r1 = r0
    r2 = m_only ll
    r3 = 1
    call bpf_timer_init
    # return bpf_timer_init(&v->t, &m_only, CLOCK_MONOTONIC);
    exit

.program no_null_check section="tc"
    # SEC("tc") int no_null_check(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct only *v = bpf_map_lookup_elem(&m_hash, &key);
    r1 = m_hash ll
    call bpf_map_lookup_elem
    # return bpf_timer_init(&v->t, &m_hash, CLOCK_MONOTONIC);
    r1 = r0
    r2 = m_hash ll
    r3 = 1
    call bpf_timer_init
    # return bpf_timer_init(&v->t, &m_hash, CLOCK_MONOTONIC);
    exit

.program direct_load section="tc"
    # SEC("tc") int direct_load(struct __sk_buff *ctx)
    r1 = 0
    # LOOKUP(struct last, m_last);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_last ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 1
    if r1 == 0 goto .Ldirect_load_13
    # return *(volatile __u64 *)&v->t != 0;
    r1 = *(u64 *)(r1 + 16)
    # return *(volatile __u64 *)&v->t != 0;
    if r1 != 0 goto .Ldirect_load_13
    r0 = 0
.Ldirect_load_13:
    # }
    exit

.program direct_store section="tc"
    # SEC("tc") int direct_store(struct __sk_buff *ctx)
    r6 = 0
    # LOOKUP(struct last, m_last);
    *(u32 *)(r10 - 4) = w6
    r2 = r10
    r2 += -4
    r1 = m_last ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Ldirect_store_11
    # *(volatile __u64 *)((void *)&v->t + 8) = 0;
    *(u64 *)(r0 + 24) = r6
    r1 = 0
.Ldirect_store_11:
    # }
    r0 = r1
    exit

.program variable_load section="tc"
    # SEC("tc") int variable_load(struct __sk_buff *ctx)
    r6 = r1
    r1 = 0
    # LOOKUP(struct last, m_last);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_last ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Lvariable_load_14
    # __u64 off = ctx->len & 15;
    w1 = *(u32 *)(r6 + 0)
    # __u64 off = ctx->len & 15;
    r1 &= 15
    # return *(volatile __u8 *)((void *)v + off + 8);
    r0 += r1
    # return *(volatile __u8 *)((void *)v + off + 8);
    w1 = *(u8 *)(r0 + 8)
.Lvariable_load_14:
    # }
    r0 = r1
    exit

.program variable_load_before section="tc"
    # SEC("tc") int variable_load_before(struct __sk_buff *ctx)
    r6 = r1
    r1 = 0
    # LOOKUP(struct last, m_last);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_last ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Lvariable_load_before_14
    # __u64 off = ctx->len & 15;
    w1 = *(u32 *)(r6 + 0)
    # __u64 off = ctx->len & 15;
    r1 &= 15
    # return *(volatile __u8 *)((void *)v + off);
    r0 += r1
    # return *(volatile __u8 *)((void *)v + off);
    w1 = *(u8 *)(r0 + 0)
.Lvariable_load_before_14:
    # }
    r0 = r1
    exit

.program helper_writes_timer section="tc"
    # SEC("tc") int helper_writes_timer(struct __sk_buff *ctx)
    r6 = r1
    r1 = 0
    # LOOKUP(struct last, m_last);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_last ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Lhelper_writes_timer_16
    # return bpf_skb_load_bytes(ctx, 0, v, sizeof(*v));
    r1 = r6
    r2 = 0
    r3 = r0
    r4 = 32
    call bpf_skb_load_bytes
    r1 = r0
.Lhelper_writes_timer_16:
    # }
    r0 = r1
    exit

.program helper_writes_before section="tc"
    # SEC("tc") int helper_writes_before(struct __sk_buff *ctx)
    r6 = r1
    r1 = 0
    # LOOKUP(struct last, m_last);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_last ll
    call bpf_map_lookup_elem
    r1 = 1
    if r0 == 0 goto .Lhelper_writes_before_16
    # return bpf_skb_load_bytes(ctx, 0, v, 16);
    r1 = r6
    r2 = 0
    r3 = r0
    r4 = 16
    call bpf_skb_load_bytes
    r1 = r0
.Lhelper_writes_before_16:
    # }
    r0 = r1
    exit

.program update_from_value section="tc"
    # SEC("tc") int update_from_value(struct __sk_buff *ctx)
    r6 = 1
    # __u32 other = 1;
    *(u32 *)(r10 - 4) = w6
    r1 = 0
    # LOOKUP(struct last, m_last);
    *(u32 *)(r10 - 8) = w1
    r2 = r10
    r2 += -8
    r1 = m_last ll
    call bpf_map_lookup_elem
    if r0 == 0 goto .Lupdate_from_value_18
    r2 = r10
    r2 += -4
    # return bpf_map_update_elem(&m_last, &other, v, BPF_ANY);
    r1 = m_last ll
    r3 = r0
    r4 = 0
    call bpf_map_update_elem
    r6 = r0
.Lupdate_from_value_18:
    # }
    r0 = r6
    exit
