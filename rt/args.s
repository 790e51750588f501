# args
.license "GPL"
.struct block { b: char[64] }
.struct lock_val { n: u64; lock: bpf_spin_lock; m: u32 }
.map vals type=array key=u32 value=block max_entries=1
.map hash type=hash key=u64 value=u64 max_entries=4
.map events type=perf_event_array key_size=4 value_size=4 max_entries=4
.map locks type=array key=u32 value=lock_val max_entries=2

.section .rodata.str1.1,"a",@progbits
    .byte 108,101,110,32,37,100,0,37,100,0

.section .rodata,"a",@progbits
.var snprintf_ok.fmt: const char[6] static
    .byte 37,100,45,37,100,0
.var snprintf_bad_format.fmt: const char[3] static
    .byte 37,121,0
.var snprintf_missing_args.fmt: const char[6] static
    .byte 37,100,32,37,100,0

.section .rodata.cst16,"a",@progbits
    .byte 3,0,0,0,0,0,0,0,4,0,0,0,0,0,0,0

.program lookup_ctx_as_map section="tc"
    # PROG(lookup_ctx_as_map, "r2 = r10; r2 += -4; call 1; r0 = 0; exit;")
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    r0 = 0
    exit

.program lookup_number_as_map section="tc"
    # PROG(lookup_number_as_map, "r1 = 5; r2 = r10; r2 += -4; call 1; r0 = 0; exit;")
    r1 = 5
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    r0 = 0
    exit

.program lookup_number_as_key section="tc"
    # PROG(lookup_number_as_key, "r1 = %[vals] ll; r2 = 5; call 1; r0 = 0; exit;")
    r1 = vals ll
    r2 = 5
    call bpf_map_lookup_elem
    r0 = 0
    exit

.program lookup_null_key section="tc"
    # PROG(lookup_null_key, "r1 = %[vals] ll; r2 = 0; call 1; r0 = 0; exit;")
    r1 = vals ll
    r2 = 0
    call bpf_map_lookup_elem
    r0 = 0
    exit

.program lookup_uninit_key section="tc"
    # PROG(lookup_uninit_key, "r1 = %[vals] ll; call 1; r0 = 0; exit;")
    r1 = vals ll
    call bpf_map_lookup_elem
    r0 = 0
    exit

.program lookup_map_as_key section="tc"
    # PROG(lookup_map_as_key, "r1 = %[vals] ll; r2 = r1; call 1; r0 = 0; exit;")
    r1 = vals ll
    r2 = r1
    call bpf_map_lookup_elem
    r0 = 0
    exit

.program lookup_value_as_key section="tc"
    # PROG(lookup_value_as_key, VALUE_TO_R6 "r1 = %[vals] ll; r2 = r6; call 1; r0 = 0; exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r1 = vals ll
    r2 = r6
    call bpf_map_lookup_elem
    r0 = 0
    exit

.program lookup_key_past_value section="tc"
    # PROG(lookup_key_past_value, VALUE_TO_R6 "r1 = %[vals] ll; r2 = r6; r2 += 61; call 1; r0 = 0; exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r1 = vals ll
    r2 = r6
    r2 += 61
    call bpf_map_lookup_elem
    r0 = 0
    exit

.program hash_operations section="tc"
    # SEC("tc") int hash_operations(struct __sk_buff *ctx)
    r1 = 1
    # __u64 k = 1, v = 2, *p;
    *(u64 *)(r10 - 8) = r1
    r1 = 2
    # __u64 k = 1, v = 2, *p;
    *(u64 *)(r10 - 16) = r1
    r6 = r10
    r6 += -8
    r3 = r10
    r3 += -16
    # bpf_map_update_elem(&hash, &k, &v, BPF_NOEXIST);
    r1 = hash ll
    r2 = r6
    r4 = 1
    call bpf_map_update_elem
    # p = bpf_map_lookup_elem(&hash, &k);
    r1 = hash ll
    r2 = r6
    call bpf_map_lookup_elem
    r1 = 0
    # if (p)
    if r0 == 0 goto .Lhash_operations_22
    # *p += 40;
    r1 = *(u64 *)(r0 + 0)
    r1 += 40
    *(u64 *)(r0 + 0) = r1
.Lhash_operations_22:
    # v = p ? *p : 0;
    *(u64 *)(r10 - 16) = r1
    r6 = r10
    r6 += -8
    # bpf_map_delete_elem(&hash, &k);
    r1 = hash ll
    r2 = r6
    call bpf_map_delete_elem
    # return bpf_map_lookup_elem(&hash, &k) ? 1 : v;
    r1 = hash ll
    r2 = r6
    call bpf_map_lookup_elem
    r1 = r0
    r0 = *(u64 *)(r10 - 16)
    if r1 == 0 goto .Lhash_operations_37
    w0 = 1
.Lhash_operations_37:
    # return bpf_map_lookup_elem(&hash, &k) ? 1 : v;
    exit

.program short_key section="tc"
    # SEC("tc") int short_key(struct __sk_buff *ctx)
    w1 = 1
    # __u32 k = 1;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_delete_elem(&hash, &k);
    r1 = hash ll
    call bpf_map_delete_elem
    # return bpf_map_delete_elem(&hash, &k);
    exit

.program no_argument_helpers section="tc"
    # __u64 t = bpf_ktime_get_ns(), r = bpf_get_prandom_u32(), c = bpf_get_smp_processor_id();
    call bpf_ktime_get_ns
    w7 = 1
    w6 = 1
    # return t > 0 && r <= 0xffffffff && c < 4096;
    if r0 != 0 goto .Lno_argument_helpers_5
    w6 = 0
.Lno_argument_helpers_5:
    # __u64 t = bpf_ktime_get_ns(), r = bpf_get_prandom_u32(), c = bpf_get_smp_processor_id();
    call bpf_get_prandom_u32
    # __u64 t = bpf_ktime_get_ns(), r = bpf_get_prandom_u32(), c = bpf_get_smp_processor_id();
    call bpf_get_smp_processor_id
    # return t > 0 && r <= 0xffffffff && c < 4096;
    if w0 < 4096 goto .Lno_argument_helpers_9
    w7 = 0
.Lno_argument_helpers_9:
    w6 &= w7
    # return t > 0 && r <= 0xffffffff && c < 4096;
    w0 = w6
    exit

.program cpu_as_index section="tc"
    # SEC("tc") int cpu_as_index(struct __sk_buff *ctx)
    w6 = 0
    # __u32 k = 0, c = bpf_get_smp_processor_id();
    *(u32 *)(r10 - 4) = w6
    # __u32 k = 0, c = bpf_get_smp_processor_id();
    call bpf_get_smp_processor_id
    w7 = w0
    r2 = r10
    r2 += -4
    # char *v = bpf_map_lookup_elem(&vals, &k);
    r1 = vals ll
    call bpf_map_lookup_elem
    # return v ? v[c] : 0;
    if r0 == 0 goto .Lcpu_as_index_15
    # return v ? v[c] : 0;
    w1 = w7
    r0 += r1
    w6 = *(u8 *)(r0 + 0)
    w6 <<= 24
    w6 s>>= 24
.Lcpu_as_index_15:
    # return v ? v[c] : 0;
    w0 = w6
    exit

.program trace_printk section="tc"
    # SEC("tc") int trace_printk(struct __sk_buff *ctx)
    w2 = 0
    # char fmt[] = "len %d";
    *(u8 *)(r10 - 2) = w2
    w2 = 25637
    *(u16 *)(r10 - 4) = w2
    w2 = 544105836
    *(u32 *)(r10 - 8) = w2
    # return bpf_trace_printk(fmt, sizeof(fmt), ctx->len);
    w3 = *(u32 *)(r1 + 0)
    r1 = r10
    r1 += -8
    # return bpf_trace_printk(fmt, sizeof(fmt), ctx->len);
    w2 = 7
    call bpf_trace_printk
    # return bpf_trace_printk(fmt, sizeof(fmt), ctx->len);
    exit

.program trace_printk_size_0 section="tc"
    # PROG(trace_printk_size_0, "r1 = 0; *(u64 *)(r10 - 8) = r1; r1 = r10; r1 += -8; r2 = 0; call 6; exit;")
    r1 = 0
    *(u64 *)(r10 - 8) = r1
    r1 = r10
    r1 += -8
    r2 = 0
    call bpf_trace_printk
    exit

.program trace_printk_size_negative section="tc"
    # PROG(trace_printk_size_negative, "r1 = 0; *(u64 *)(r10 - 8) = r1; r1 = r10; r1 += -8; r2 = -1; call 6; exit;")
    r1 = 0
    *(u64 *)(r10 - 8) = r1
    r1 = r10
    r1 += -8
    r2 = -1
    call bpf_trace_printk
    exit

.program trace_printk_size_unknown section="tc"
    # PROG(trace_printk_size_unknown, "r1 = 0; *(u64 *)(r10 - 8) = r1; call 7; r2 = r0; r1 = r10; r1 += -8; call 6; exit;")
    r1 = 0
    *(u64 *)(r10 - 8) = r1
    call bpf_get_prandom_u32
    r2 = r0
    r1 = r10
    r1 += -8
    call bpf_trace_printk
    exit

.program trace_printk_number section="tc"
    # PROG(trace_printk_number, "r1 = 4096; r2 = 8; call 6; exit;")
    r1 = 4096
    r2 = 8
    call bpf_trace_printk
    exit

.program perf_output section="tc"
    # SEC("tc") int perf_output(struct __sk_buff *ctx)
    r2 = 7
    # __u64 data = 7;
    *(u64 *)(r10 - 8) = r2
    r4 = r10
    r4 += -8
    # return bpf_perf_event_output(ctx, &events, BPF_F_CURRENT_CPU, &data, sizeof(data)) & 0;
    r2 = events ll
    r3 = 0xffffffff ll
    r5 = 8
    call bpf_perf_event_output
    # return bpf_perf_event_output(ctx, &events, BPF_F_CURRENT_CPU, &data, sizeof(data)) & 0;
    w0 = 0
    exit

.program perf_output_wrong_map section="tc"
    # SEC("tc") int perf_output_wrong_map(struct __sk_buff *ctx)
    r2 = 7
    # __u64 data = 7;
    *(u64 *)(r10 - 8) = r2
    r4 = r10
    r4 += -8
    # return bpf_perf_event_output(ctx, &hash, BPF_F_CURRENT_CPU, &data, sizeof(data));
    r2 = hash ll
    r3 = 0xffffffff ll
    r5 = 8
    call bpf_perf_event_output
    # return bpf_perf_event_output(ctx, &hash, BPF_F_CURRENT_CPU, &data, sizeof(data));
    exit

.program perf_output_too_much section="tc"
    # SEC("tc") int perf_output_too_much(struct __sk_buff *ctx)
    r2 = 7
    # __u64 data = 7;
    *(u64 *)(r10 - 8) = r2
    r4 = r10
    r4 += -8
    # return bpf_perf_event_output(ctx, &events, BPF_F_CURRENT_CPU, &data, 16);
    r2 = events ll
    r3 = 0xffffffff ll
    r5 = 16
    call bpf_perf_event_output
    # return bpf_perf_event_output(ctx, &events, BPF_F_CURRENT_CPU, &data, 16);
    exit

.program perf_output_no_ctx section="tc"
    # SEC("tc") int perf_output_no_ctx(struct __sk_buff *ctx)
    r1 = 7
    # __u64 data = 7;
    *(u64 *)(r10 - 8) = r1
    r1 = r10
    r1 += -8
    # return bpf_perf_event_output(&data, &events, BPF_F_CURRENT_CPU, &data, 8);
    r2 = events ll
    r3 = 0xffffffff ll
    r4 = r1
    r5 = 8
    call bpf_perf_event_output
    # return bpf_perf_event_output(&data, &events, BPF_F_CURRENT_CPU, &data, 8);
    exit

.program perf_lookup section="tc"
    # SEC("tc") int perf_lookup(struct __sk_buff *ctx)
    w1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&events, &k) != 0;
    r1 = events ll
    call bpf_map_lookup_elem
    r1 = r0
    w0 = 1
    # return bpf_map_lookup_elem(&events, &k) != 0;
    if r1 != 0 goto .Lperf_lookup_11
    w0 = 0
.Lperf_lookup_11:
    # return bpf_map_lookup_elem(&events, &k) != 0;
    exit

.program lock_unlock section="tc"
    # SEC("tc") int lock_unlock(struct __sk_buff *ctx)
    w1 = 0
    # LOCKED;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = locks ll
    call bpf_map_lookup_elem
    w1 = 1
    if r0 == 0 goto .Llock_unlock_20
    # bpf_spin_lock(&v->lock);
    r6 = r0
    r6 += 8
    # bpf_spin_lock(&v->lock);
    r1 = r6
    r7 = r0
    call bpf_spin_lock
    # v->n++;
    r1 = *(u64 *)(r7 + 0)
    r1 += 1
    *(u64 *)(r7 + 0) = r1
    # bpf_spin_unlock(&v->lock);
    r1 = r6
    call bpf_spin_unlock
    # return v->n;
    r1 = *(u64 *)(r7 + 0)
.Llock_unlock_20:
    # }
    w0 = w1
    exit

.program lock_only section="tc"
    # SEC("tc") int lock_only(struct __sk_buff *ctx)
    w1 = 0
    # LOCKED;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = locks ll
    call bpf_map_lookup_elem
    w1 = 1
    if r0 == 0 goto .Llock_only_17
    # bpf_spin_lock(&v->lock);
    r1 = r0
    r1 += 8
    r6 = r0
    # bpf_spin_lock(&v->lock);
    call bpf_spin_lock
    # v->n++;
    r1 = *(u64 *)(r6 + 0)
    r1 += 1
    *(u64 *)(r6 + 0) = r1
    w1 = 0
.Llock_only_17:
    # }
    w0 = w1
    exit

.program unlock_only section="tc"
    # SEC("tc") int unlock_only(struct __sk_buff *ctx)
    w1 = 0
    # LOCKED;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = locks ll
    call bpf_map_lookup_elem
    w1 = 1
    if r0 == 0 goto .Lunlock_only_13
    # bpf_spin_unlock(&v->lock);
    r0 += 8
    # bpf_spin_unlock(&v->lock);
    r1 = r0
    call bpf_spin_unlock
    w1 = 0
.Lunlock_only_13:
    # }
    w0 = w1
    exit

.program lock_twice section="tc"
    # SEC("tc") int lock_twice(struct __sk_buff *ctx)
    w1 = 0
    # LOCKED;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = locks ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    if r6 == 0 goto .Llock_twice_18
    # bpf_spin_lock(&v->lock);
    r6 += 8
    # bpf_spin_lock(&v->lock);
    r1 = r6
    call bpf_spin_lock
    # bpf_spin_lock(&v->lock);
    r1 = r6
    call bpf_spin_lock
    # bpf_spin_unlock(&v->lock);
    r1 = r6
    call bpf_spin_unlock
    w0 = 0
.Llock_twice_18:
    # }
    exit

.program unlock_other section="tc"
    # SEC("tc") int unlock_other(struct __sk_buff *ctx)
    w6 = 1
    # __u32 k1 = 1;
    *(u32 *)(r10 - 4) = w6
    r2 = r10
    r2 += -4
    # struct lock_val *w = bpf_map_lookup_elem(&locks, &k1);
    r1 = locks ll
    call bpf_map_lookup_elem
    r7 = r0
    w1 = 0
    # LOCKED;
    *(u32 *)(r10 - 8) = w1
    r2 = r10
    r2 += -8
    r1 = locks ll
    call bpf_map_lookup_elem
    if r0 == 0 goto .Lunlock_other_24
    if r7 == 0 goto .Lunlock_other_24
    # bpf_spin_lock(&v->lock);
    r0 += 8
    # bpf_spin_lock(&v->lock);
    r1 = r0
    call bpf_spin_lock
    # bpf_spin_unlock(&w->lock);
    r7 += 8
    # bpf_spin_unlock(&w->lock);
    r1 = r7
    call bpf_spin_unlock
    w6 = 0
.Lunlock_other_24:
    # }
    w0 = w6
    exit

.program call_under_lock section="tc"
    # SEC("tc") int call_under_lock(struct __sk_buff *ctx)
    w1 = 0
    # LOCKED;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = locks ll
    call bpf_map_lookup_elem
    w1 = 1
    if r0 == 0 goto .Lcall_under_lock_19
    # bpf_spin_lock(&v->lock);
    r6 = r0
    r6 += 8
    # bpf_spin_lock(&v->lock);
    r1 = r6
    r7 = r0
    call bpf_spin_lock
    # v->n = bpf_ktime_get_ns();
    call bpf_ktime_get_ns
    # v->n = bpf_ktime_get_ns();
    *(u64 *)(r7 + 0) = r0
    # bpf_spin_unlock(&v->lock);
    r1 = r6
    call bpf_spin_unlock
    w1 = 0
.Lcall_under_lock_19:
    # }
    w0 = w1
    exit

.program unlock_one_path section="tc"
    # SEC("tc") int unlock_one_path(struct __sk_buff *ctx)
    w1 = 0
    # LOCKED;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = locks ll
    call bpf_map_lookup_elem
    w1 = 1
    if r0 == 0 goto .Lunlock_one_path_20
    # bpf_spin_lock(&v->lock);
    r6 = r0
    r6 += 8
    # bpf_spin_lock(&v->lock);
    r1 = r6
    r7 = r0
    call bpf_spin_lock
    # if (v->n > 5) {
    r2 = *(u64 *)(r7 + 0)
    w1 = 0
    # if (v->n > 5) {
    if r2 < 6 goto .Lunlock_one_path_20
    # bpf_spin_unlock(&v->lock);
    r1 = r6
    call bpf_spin_unlock
    w1 = 1
.Lunlock_one_path_20:
    # }
    w0 = w1
    exit

.program lock_wrong_offset section="tc"
    # SEC("tc") int lock_wrong_offset(struct __sk_buff *ctx)
    w1 = 0
    # LOCKED;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = locks ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    if r6 == 0 goto .Llock_wrong_offset_16
    # bpf_spin_lock((void *)&v->m);
    r6 += 12
    # bpf_spin_lock((void *)&v->m);
    r1 = r6
    call bpf_spin_lock
    # bpf_spin_unlock((void *)&v->m);
    r1 = r6
    call bpf_spin_unlock
    w0 = 0
.Llock_wrong_offset_16:
    # }
    exit

.program lock_on_stack section="tc"
    # SEC("tc") int lock_on_stack(struct __sk_buff *ctx)
    w1 = 0
    # struct bpf_spin_lock l = {};
    *(u32 *)(r10 - 4) = w1
    r6 = r10
    r6 += -4
    # bpf_spin_lock(&l);
    r1 = r6
    call bpf_spin_lock
    # bpf_spin_unlock(&l);
    r1 = r6
    call bpf_spin_unlock
    # return 0;
    w0 = 0
    exit

.program lock_read_directly section="tc"
    # SEC("tc") int lock_read_directly(struct __sk_buff *ctx)
    w1 = 0
    # LOCKED;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = locks ll
    call bpf_map_lookup_elem
    r1 = r0
    w0 = 1
    if r1 == 0 goto .Llock_read_directly_11
    # return *(volatile __u32 *)&v->lock;
    w0 = *(u32 *)(r1 + 8)
.Llock_read_directly_11:
    # }
    exit

.program load_bytes section="tc"
    # SEC("tc") int load_bytes(struct __sk_buff *ctx)
    r3 = r10
    r3 += -6
    # return bpf_skb_load_bytes(ctx, 0, b, 6) ? 1 : b[0];
    w2 = 0
    w4 = 6
    call bpf_skb_load_bytes
    r1 = r0
    w0 = *(u8 *)(r10 - 6)
    if r1 == 0 goto .Lload_bytes_9
    w0 = 1
.Lload_bytes_9:
    # return bpf_skb_load_bytes(ctx, 0, b, 6) ? 1 : b[0];
    exit

.program load_bytes_null section="tc"
    # PROG(load_bytes_null, "r2 = 0; r3 = 0; r4 = 8; call 26; exit;")
    r2 = 0
    r3 = 0
    r4 = 8
    call bpf_skb_load_bytes
    exit

.program load_bytes_number section="tc"
    # PROG(load_bytes_number, "r2 = 0; r3 = 77; r4 = 8; call 26; exit;")
    r2 = 0
    r3 = 77
    r4 = 8
    call bpf_skb_load_bytes
    exit

.program load_bytes_ctx section="tc"
    # PROG(load_bytes_ctx, "r2 = 0; r3 = r1; r4 = 8; call 26; exit;")
    r2 = 0
    r3 = r1
    r4 = 8
    call bpf_skb_load_bytes
    exit

.program load_bytes_value section="tc"
    # PROG(load_bytes_value, "r7 = r1;" VALUE_TO_R6 "r1 = r7; r2 = 0; r3 = r6; r3 += 60; r4 = 8; call 26; exit;")
    r7 = r1
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r1 = r7
    r2 = 0
    r3 = r6
    r3 += 60
    r4 = 8
    call bpf_skb_load_bytes
    exit

.program adjust_head_tc section="tc"
    # PROG(adjust_head_tc, "r2 = 4; call 44; exit;")
    r2 = 4
    call bpf_xdp_adjust_head
    exit

.program snprintf_ok section="tc"
    # SEC("tc") int snprintf_ok(struct __sk_buff *ctx)
    r1 = 4
    # __u64 args[2] = { 3, 4 };
    *(u64 *)(r10 - 24) = r1
    r1 = 3
    *(u64 *)(r10 - 32) = r1
    r1 = r10
    r1 += -16
    r4 = r10
    r4 += -32
    # return bpf_snprintf(out, sizeof(out), fmt, args, sizeof(args));
    w2 = 16
    r3 = snprintf_ok.fmt ll
    w5 = 16
    call bpf_snprintf
    # return bpf_snprintf(out, sizeof(out), fmt, args, sizeof(args));
    exit

.program snprintf_fmt_stack section="tc"
    # SEC("tc") int snprintf_fmt_stack(struct __sk_buff *ctx)
    w1 = 0
    # char fmt[] = "%d", out[16];
    *(u8 *)(r10 - 2) = w1
    w1 = 25637
    *(u16 *)(r10 - 4) = w1
    r1 = 3
    # __u64 args[1] = { 3 };
    *(u64 *)(r10 - 32) = r1
    r1 = r10
    r1 += -20
    r3 = r10
    r3 += -4
    r4 = r10
    r4 += -32
    # return bpf_snprintf(out, sizeof(out), fmt, args, sizeof(args));
    w2 = 16
    w5 = 8
    call bpf_snprintf
    # return bpf_snprintf(out, sizeof(out), fmt, args, sizeof(args));
    exit

.program snprintf_bad_format section="tc"
    # SEC("tc") int snprintf_bad_format(struct __sk_buff *ctx)
    r1 = 3
    # __u64 args[1] = { 3 };
    *(u64 *)(r10 - 24) = r1
    r1 = r10
    r1 += -16
    r4 = r10
    r4 += -24
    # return bpf_snprintf(out, sizeof(out), fmt, args, sizeof(args));
    w2 = 16
    r3 = snprintf_ok.fmt + 6 ll
    w5 = 8
    call bpf_snprintf
    # return bpf_snprintf(out, sizeof(out), fmt, args, sizeof(args));
    exit

.program snprintf_missing_args section="tc"
    # SEC("tc") int snprintf_missing_args(struct __sk_buff *ctx)
    r1 = 3
    # __u64 args[1] = { 3 };
    *(u64 *)(r10 - 24) = r1
    r1 = r10
    r1 += -16
    r4 = r10
    r4 += -24
    # return bpf_snprintf(out, sizeof(out), fmt, args, sizeof(args));
    w2 = 16
    r3 = snprintf_ok.fmt + 9 ll
    w5 = 8
    call bpf_snprintf
    # return bpf_snprintf(out, sizeof(out), fmt, args, sizeof(args));
    exit

.program pid_in_tc section="tc"
    # SEC("tc") int pid_in_tc(struct __sk_buff *ctx) { return bpf_get_current_pid_tgid() != 0; }
    call bpf_get_current_pid_tgid
    r1 = r0
    w0 = 1
    # SEC("tc") int pid_in_tc(struct __sk_buff *ctx) { return bpf_get_current_pid_tgid() != 0; }
    if r1 != 0 goto .Lpid_in_tc_5
    w0 = 0
.Lpid_in_tc_5:
    # SEC("tc") int pid_in_tc(struct __sk_buff *ctx) { return bpf_get_current_pid_tgid() != 0; }
    exit

.program unknown_helper section="tc"
    # PROG(unknown_helper, "call 9999; r0 = 0; exit;")
    call 9999
    r0 = 0
    exit

.program helper_zero section="tc"
    # PROG(helper_zero, "call 0; r0 = 0; exit;")
    call 0
    r0 = 0
    exit

.program helper_negative section="tc"
    # PROG(helper_negative, ".byte 0x85, 0; .short 0; .long -1; r0 = 0; exit;")
    call -1
    r0 = 0
    exit

.program unknown_kfunc section="tc"
    # PROG(unknown_kfunc, ".byte 0x85, 0x20; .short 0; .long 0x7ffffff; r0 = 0; exit;")
    .byte 133,32,0,0,255,255,255,7
    r0 = 0
    exit

.program args_after_call section="tc"
    # PROG(args_after_call, "r6 = r1; r1 = 1; call 7; r0 = r1; exit;")
    r6 = r1
    r1 = 1
    call bpf_get_prandom_u32
    r0 = r1
    exit

.program missing_argument section="tc"
    # PROG(missing_argument, "r1 = r10; r1 += -8; call 6; exit;")
    r1 = r10
    r1 += -8
    call bpf_trace_printk
    exit

.program lock_in_socket_filter section="socket"
    # SEC("socket") int lock_in_socket_filter(struct __sk_buff *ctx)
    w1 = 0
    # LOCKED;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = locks ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    if r6 == 0 goto .Llock_in_socket_filter_16
    # bpf_spin_lock(&v->lock);
    r6 += 8
    # bpf_spin_lock(&v->lock);
    r1 = r6
    call bpf_spin_lock
    # bpf_spin_unlock(&v->lock);
    r1 = r6
    call bpf_spin_unlock
    w0 = 0
.Llock_in_socket_filter_16:
    # }
    exit

.program lock_in_raw_tp section="raw_tp/sys_enter" args=ctx:*void
    # SEC("raw_tp/sys_enter") int lock_in_raw_tp(void *ctx)
    w1 = 0
    # LOCKED;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = locks ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    if r6 == 0 goto .Llock_in_raw_tp_16
    # bpf_spin_lock(&v->lock);
    r6 += 8
    # bpf_spin_lock(&v->lock);
    r1 = r6
    call bpf_spin_lock
    # bpf_spin_unlock(&v->lock);
    r1 = r6
    call bpf_spin_unlock
    w0 = 0
.Llock_in_raw_tp_16:
    # }
    exit

.program probe_read section="raw_tp/sys_enter"
    # SEC("raw_tp/sys_enter") int probe_read(struct bpf_raw_tracepoint_args *ctx)
    r2 = 0
    # __u64 v = 0;
    *(u64 *)(r10 - 8) = r2
    # bpf_probe_read_kernel(&v, sizeof(v), (void *)ctx->args[0]);
    r3 = *(u64 *)(r1 + 0)
    r1 = r10
    r1 += -8
    # bpf_probe_read_kernel(&v, sizeof(v), (void *)ctx->args[0]);
    w2 = 8
    call bpf_probe_read_kernel
    w0 = 1
    # return v != 0;
    r1 = *(u64 *)(r10 - 8)
    # return v != 0;
    if r1 != 0 goto .Lprobe_read_11
    w0 = 0
.Lprobe_read_11:
    # return v != 0;
    exit

.program comm section="raw_tp/sys_enter" args=ctx:*void
    # SEC("raw_tp/sys_enter") int comm(void *ctx)
    r1 = r10
    r1 += -16
    # return bpf_get_current_comm(b, sizeof(b)) ? 1 : b[0];
    w2 = 16
    call bpf_get_current_comm
    r1 = r0
    w0 = *(u8 *)(r10 - 16)
    w0 <<= 24
    w0 s>>= 24
    if r1 == 0 goto .Lcomm_10
    w0 = 1
.Lcomm_10:
    # return bpf_get_current_comm(b, sizeof(b)) ? 1 : b[0];
    exit

.program load_bytes_xdp section="xdp"
    # XPROG(load_bytes_xdp, "r2 = 0; r3 = r10; r3 += -8; r4 = 8; call 26; exit;")
    r2 = 0
    r3 = r10
    r3 += -8
    r4 = 8
    call bpf_skb_load_bytes
    exit

.program adjust_head_pointer section="xdp"
    # XPROG(adjust_head_pointer, "r2 = r10; call 44; r0 = 2; exit;")
    r2 = r10
    call bpf_xdp_adjust_head
    r0 = 2
    exit

.program strtol_ok section="syscall"
    # SEC("syscall") int strtol_ok(void *ctx)
    r1 = 12852
    # char s[8] = "42";
    *(u64 *)(r10 - 8) = r1
    r1 = 0
    # long r = 0;
    *(u64 *)(r10 - 16) = r1
    r1 = r10
    r1 += -8
    r4 = r10
    r4 += -16
    # bpf_strtol(s, sizeof(s), 10, &r);
    r2 = 8
    r3 = 10
    call bpf_strtol
    # return r;
    r0 = *(u64 *)(r10 - 16)
    # return r;
    exit
