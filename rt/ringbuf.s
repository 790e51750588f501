# ringbuf
.license "GPL"
.struct ev { a: u64; b: u64 }
.map rb type=ringbuf max_entries=4096
.map arr type=array key=u32 value=u64 max_entries=1

.section .rodata.cst16,"a",@progbits
    .byte 1,0,0,0,0,0,0,0,2,0,0,0,0,0,0,0

.function finish args=e:*ev x:u64
    # static NOINLINE int finish(struct ev *e, __u64 x)
    r6 = r2
    # e->a = x;
    *(u64 *)(r1 + 0) = r6
    # bpf_ringbuf_submit(e, 0);
    r2 = 0
    call bpf_ringbuf_submit
    # return x & 1;
    r6 &= 1
    # return x & 1;
    r0 = r6
    exit

.program submit section="tc"
    # SEC("tc") int submit(struct __sk_buff *ctx)
    r6 = r1
    # struct ev *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0);
    r1 = rb ll
    r2 = 16
    r3 = 0
    call bpf_ringbuf_reserve
    r1 = 1
    # if (!e)
    if r0 == 0 goto .Lsubmit_15
    # e->a = 1;
    *(u64 *)(r0 + 0) = r1
    # e->b = ctx->len;
    w1 = *(u32 *)(r6 + 0)
    # e->b = ctx->len;
    *(u64 *)(r0 + 8) = r1
    # bpf_ringbuf_submit(e, 0);
    r1 = r0
    r2 = 0
    call bpf_ringbuf_submit
    r1 = 0
.Lsubmit_15:
    # }
    r0 = r1
    exit

.program discard section="tc"
    # struct ev *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0);
    r1 = rb ll
    r2 = 16
    r3 = 0
    call bpf_ringbuf_reserve
    # if (e)
    if r0 == 0 goto .Ldiscard_9
    # bpf_ringbuf_discard(e, 0);
    r1 = r0
    r2 = 0
    call bpf_ringbuf_discard
.Ldiscard_9:
    # return 0;
    r0 = 0
    exit

.program leak section="tc"
    # struct ev *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0);
    r1 = rb ll
    r2 = 16
    r3 = 0
    call bpf_ringbuf_reserve
    # if (e)
    if r0 == 0 goto .Lleak_8
    r1 = 1
    # e->a = 1;
    *(u64 *)(r0 + 0) = r1
.Lleak_8:
    # return 0;
    r0 = 0
    exit

.program leak_on_one_path section="tc"
    # SEC("tc") int leak_on_one_path(struct __sk_buff *ctx)
    r7 = r1
    r6 = 0
    # struct ev *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0);
    r1 = rb ll
    r2 = 16
    r3 = 0
    call bpf_ringbuf_reserve
    # if (!e)
    if r0 == 0 goto .Lleak_on_one_path_15
    r6 = 1
    # if (ctx->len > 100)
    w1 = *(u32 *)(r7 + 0)
    # if (ctx->len > 100)
    if r1 > 100 goto .Lleak_on_one_path_15
    r6 = 0
    # bpf_ringbuf_submit(e, 0);
    r1 = r0
    r2 = 0
    call bpf_ringbuf_submit
.Lleak_on_one_path_15:
    # }
    r0 = r6
    exit

.program use_after_submit section="tc"
    # SEC("tc") int use_after_submit(struct __sk_buff *ctx)
    r6 = 0
    # struct ev *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0);
    r1 = rb ll
    r2 = 16
    r3 = 0
    call bpf_ringbuf_reserve
    # if (!e)
    if r0 == 0 goto .Luse_after_submit_12
    # bpf_ringbuf_submit(e, 0);
    r1 = r0
    r2 = 0
    r6 = r0
    call bpf_ringbuf_submit
    # return e->a;
    r6 = *(u64 *)(r6 + 0)
.Luse_after_submit_12:
    # }
    r0 = r6
    exit

.program submit_twice section="tc"
    # struct ev *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0);
    r1 = rb ll
    r2 = 16
    r3 = 0
    call bpf_ringbuf_reserve
    r6 = r0
    # if (!e)
    if r6 == 0 goto .Lsubmit_twice_13
    # bpf_ringbuf_submit(e, 0);
    r1 = r6
    r2 = 0
    call bpf_ringbuf_submit
    # bpf_ringbuf_submit(e, 0);
    r1 = r6
    r2 = 0
    call bpf_ringbuf_submit
.Lsubmit_twice_13:
    # }
    r0 = 0
    exit

.program no_null_test section="tc"
    # struct ev *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0);
    r1 = rb ll
    r2 = 16
    r3 = 0
    call bpf_ringbuf_reserve
    r1 = 1
    # e->a = 1;
    *(u64 *)(r0 + 0) = r1
    # bpf_ringbuf_submit(e, 0);
    r1 = r0
    r2 = 0
    call bpf_ringbuf_submit
    # return 0;
    r0 = 0
    exit

.program write_past_record section="tc"
    # struct ev *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0);
    r1 = rb ll
    r2 = 16
    r3 = 0
    call bpf_ringbuf_reserve
    # if (!e)
    if r0 == 0 goto .Lwrite_past_record_11
    r1 = 1
    # *(volatile __u64 *)(e + 1) = 1;
    *(u64 *)(r0 + 16) = r1
    # bpf_ringbuf_submit(e, 0);
    r1 = r0
    r2 = 0
    call bpf_ringbuf_submit
.Lwrite_past_record_11:
    # }
    r0 = 0
    exit

.program submit_moved section="tc"
    # struct ev *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0);
    r1 = rb ll
    r2 = 16
    r3 = 0
    call bpf_ringbuf_reserve
    # if (!e)
    if r0 == 0 goto .Lsubmit_moved_10
    # bpf_ringbuf_submit(&e->b, 0);
    r0 += 8
    # bpf_ringbuf_submit(&e->b, 0);
    r1 = r0
    r2 = 0
    call bpf_ringbuf_submit
.Lsubmit_moved_10:
    # }
    r0 = 0
    exit

.program variable_size section="tc"
    # void *e = bpf_ringbuf_reserve(&rb, ctx->len & 31, 0);
    w2 = *(u32 *)(r1 + 0)
    # void *e = bpf_ringbuf_reserve(&rb, ctx->len & 31, 0);
    r2 &= 31
    # void *e = bpf_ringbuf_reserve(&rb, ctx->len & 31, 0);
    r1 = rb ll
    r3 = 0
    call bpf_ringbuf_reserve
    # if (e)
    if r0 == 0 goto .Lvariable_size_10
    # bpf_ringbuf_discard(e, 0);
    r1 = r0
    r2 = 0
    call bpf_ringbuf_discard
.Lvariable_size_10:
    # return 0;
    r0 = 0
    exit

.program submit_map_value section="tc"
    # SEC("tc") int submit_map_value(struct __sk_buff *ctx)
    r1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # void *v = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    # if (v)
    if r0 == 0 goto .Lsubmit_map_value_11
    # bpf_ringbuf_submit(v, 0);
    r1 = r0
    r2 = 0
    call bpf_ringbuf_submit
.Lsubmit_map_value_11:
    # return 0;
    r0 = 0
    exit

.program reserve_from_array section="tc"
    # void *e = bpf_ringbuf_reserve(&arr, 16, 0);
    r1 = arr ll
    r2 = 16
    r3 = 0
    call bpf_ringbuf_reserve
    # if (e)
    if r0 == 0 goto .Lreserve_from_array_9
    # bpf_ringbuf_discard(e, 0);
    r1 = r0
    r2 = 0
    call bpf_ringbuf_discard
.Lreserve_from_array_9:
    # return 0;
    r0 = 0
    exit

.program submit_in_subprog section="tc"
    # SEC("tc") int submit_in_subprog(struct __sk_buff *ctx)
    r7 = r1
    r6 = 0
    # struct ev *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0);
    r1 = rb ll
    r2 = 16
    r3 = 0
    call bpf_ringbuf_reserve
    # return e ? finish(e, ctx->len) : 0;
    if r0 == 0 goto .Lsubmit_in_subprog_14
    # return e ? finish(e, ctx->len) : 0;
    w2 = *(u32 *)(r7 + 0)
    # return e ? finish(e, ctx->len) : 0;
    r1 = r0
    call finish
    r6 = r0
    r6 <<= 32
    r6 >>= 32
.Lsubmit_in_subprog_14:
    # return e ? finish(e, ctx->len) : 0;
    r0 = r6
    exit

.program two_records section="tc"
    # struct ev *a = bpf_ringbuf_reserve(&rb, sizeof(*a), 0), *b;
    r1 = rb ll
    r2 = 16
    r3 = 0
    call bpf_ringbuf_reserve
    r7 = r0
    r6 = 1
    # if (!a)
    if r7 == 0 goto .Ltwo_records_30
    r6 = 0
    # b = bpf_ringbuf_reserve(&rb, sizeof(*b), 0);
    r1 = rb ll
    r2 = 16
    r3 = 0
    call bpf_ringbuf_reserve
    # if (!b) {
    if r0 != 0 goto .Ltwo_records_20
    # bpf_ringbuf_discard(a, 0);
    r1 = r7
    r2 = 0
    call bpf_ringbuf_discard
    r6 = 2
    # return 2;
    goto .Ltwo_records_30
.Ltwo_records_20:
    r1 = 1
    # a->a = 1;
    *(u64 *)(r7 + 0) = r1
    r1 = 2
    # b->a = 2;
    *(u64 *)(r0 + 0) = r1
    # bpf_ringbuf_submit(b, 0);
    r1 = r0
    r2 = 0
    call bpf_ringbuf_submit
    # bpf_ringbuf_submit(a, 0);
    r1 = r7
    r2 = 0
    call bpf_ringbuf_submit
.Ltwo_records_30:
    # }
    r0 = r6
    exit

.program output section="tc"
    # SEC("tc") int output(struct __sk_buff *ctx)
    r1 = 2
    # struct ev e = { 1, 2 };
    *(u64 *)(r10 - 8) = r1
    r1 = 1
    *(u64 *)(r10 - 16) = r1
    r2 = r10
    r2 += -16
    # return bpf_ringbuf_output(&rb, &e, sizeof(e), 0);
    r1 = rb ll
    r3 = 16
    r4 = 0
    call bpf_ringbuf_output
    # return bpf_ringbuf_output(&rb, &e, sizeof(e), 0);
    exit
