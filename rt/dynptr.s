# dynptr
.license "GPL"
.map rb type=ringbuf max_entries=4096
.map arr type=array key=u32 value=u64[4] max_entries=1

.program ringbuf_submit section="tc"
    # SEC("tc") int ringbuf_submit(struct __sk_buff *ctx)
    r2 = 7
    # __u64 v = 7;
    *(u64 *)(r10 - 24) = r2
    # bpf_ringbuf_reserve_dynptr(&rb, ctx->len, 0, &d);
    w2 = *(u32 *)(r1 + 0)
    r6 = r10
    r6 += -16
    # bpf_ringbuf_reserve_dynptr(&rb, ctx->len, 0, &d);
    r1 = rb ll
    r3 = 0
    r4 = r6
    call bpf_ringbuf_reserve_dynptr
    r3 = r10
    r3 += -24
    # bpf_dynptr_write(&d, 0, &v, sizeof(v), 0);
    r1 = r6
    w2 = 0
    w4 = 8
    r5 = 0
    call bpf_dynptr_write
    # bpf_ringbuf_submit_dynptr(&d, 0);
    r1 = r6
    r2 = 0
    call bpf_ringbuf_submit_dynptr
    # return 0;
    w0 = 0
    exit

.program ringbuf_leak section="tc"
    # SEC("tc") int ringbuf_leak(struct __sk_buff *ctx)
    r4 = r10
    r4 += -16
    # bpf_ringbuf_reserve_dynptr(&rb, 8, 0, &d);
    r1 = rb ll
    w2 = 8
    r3 = 0
    call bpf_ringbuf_reserve_dynptr
    # return 0;
    w0 = 0
    exit

.program ringbuf_twice section="tc"
    # SEC("tc") int ringbuf_twice(struct __sk_buff *ctx)
    r6 = r10
    r6 += -16
    # bpf_ringbuf_reserve_dynptr(&rb, 8, 0, &d);
    r1 = rb ll
    w2 = 8
    r3 = 0
    r4 = r6
    call bpf_ringbuf_reserve_dynptr
    # bpf_ringbuf_discard_dynptr(&d, 0);
    r1 = r6
    r2 = 0
    call bpf_ringbuf_discard_dynptr
    # bpf_ringbuf_discard_dynptr(&d, 0);
    r1 = r6
    r2 = 0
    call bpf_ringbuf_discard_dynptr
    # return 0;
    w0 = 0
    exit

.program from_map_value section="tc"
    # SEC("tc") int from_map_value(struct __sk_buff *ctx)
    w1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # __u64 *v = bpf_map_lookup_elem(&arr, &k), out = 0;
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 0
    # __u64 *v = bpf_map_lookup_elem(&arr, &k), out = 0;
    *(u64 *)(r10 - 16) = r1
    w1 = 1
    # if (!v)
    if r0 == 0 goto .Lfrom_map_value_30
    r1 = 33
    # v[1] = 33;
    *(u64 *)(r0 + 8) = r1
    r4 = r10
    r4 += -32
    # if (bpf_dynptr_from_mem(v, 32, 0, &d))
    r1 = r0
    w2 = 32
    r3 = 0
    call bpf_dynptr_from_mem
    w1 = 2
    # if (bpf_dynptr_from_mem(v, 32, 0, &d))
    if r0 != 0 goto .Lfrom_map_value_30
    r1 = r10
    r1 += -16
    r3 = r10
    r3 += -32
    # bpf_dynptr_read(&out, sizeof(out), &d, 8, 0);
    w2 = 8
    w4 = 8
    r5 = 0
    call bpf_dynptr_read
    # return out;
    r1 = *(u64 *)(r10 - 16)
.Lfrom_map_value_30:
    # }
    w0 = w1
    exit

.program from_stack section="tc"
    # SEC("tc") int from_stack(struct __sk_buff *ctx)
    r1 = 0
    # __u64 v = 0;
    *(u64 *)(r10 - 24) = r1
    r1 = r10
    r1 += -24
    r4 = r10
    r4 += -16
    # return bpf_dynptr_from_mem(&v, 8, 0, &d);
    w2 = 8
    r3 = 0
    call bpf_dynptr_from_mem
    # return bpf_dynptr_from_mem(&v, 8, 0, &d);
    exit

.program not_made section="tc"
    # SEC("tc") int not_made(struct __sk_buff *ctx)
    r1 = r10
    r1 += -24
    r3 = r10
    r3 += -16
    # return bpf_dynptr_read(&v, 8, &d, 0, 0);
    w2 = 8
    w4 = 0
    r5 = 0
    call bpf_dynptr_read
    # return bpf_dynptr_read(&v, 8, &d, 0, 0);
    exit

.program read_state section="tc"
    # SEC("tc") int read_state(struct __sk_buff *ctx)
    r6 = r10
    r6 += -16
    # bpf_ringbuf_reserve_dynptr(&rb, 8, 0, &d);
    r1 = rb ll
    w2 = 8
    r3 = 0
    r4 = r6
    call bpf_ringbuf_reserve_dynptr
    # x = *(volatile __u64 *)&d;
    r7 = *(u64 *)(r10 - 16)
    # bpf_ringbuf_discard_dynptr(&d, 0);
    r1 = r6
    r2 = 0
    call bpf_ringbuf_discard_dynptr
    w0 = 1
    # return x != 0;
    if r7 != 0 goto .Lread_state_15
    w0 = 0
.Lread_state_15:
    # return x != 0;
    exit

.program slice section="tc"
    # SEC("tc") int slice(struct __sk_buff *ctx)
    r6 = r10
    r6 += -16
    # bpf_ringbuf_reserve_dynptr(&rb, 16, 0, &d);
    r1 = rb ll
    w2 = 16
    r3 = 0
    r4 = r6
    call bpf_ringbuf_reserve_dynptr
    # p = bpf_dynptr_data(&d, 8, 8);
    r1 = r6
    w2 = 8
    w3 = 8
    call bpf_dynptr_data
    r6 = r0
    # if (p)
    if r6 == 0 goto .Lslice_16
    r1 = 5
    # *p = 5;
    *(u64 *)(r6 + 0) = r1
.Lslice_16:
    r1 = r10
    r1 += -16
    # bpf_ringbuf_submit_dynptr(&d, 0);
    r2 = 0
    call bpf_ringbuf_submit_dynptr
    w0 = 1
    # if (p)
    if r6 == 0 goto .Lslice_23
    w0 = 0
.Lslice_23:
    # return p ? 0 : 1;
    exit

.program slice_after_submit section="tc"
    # SEC("tc") int slice_after_submit(struct __sk_buff *ctx)
    r7 = r10
    r7 += -16
    # bpf_ringbuf_reserve_dynptr(&rb, 16, 0, &d);
    r1 = rb ll
    w2 = 16
    r3 = 0
    r4 = r7
    call bpf_ringbuf_reserve_dynptr
    # p = bpf_dynptr_data(&d, 8, 8);
    r1 = r7
    w2 = 8
    w3 = 8
    call bpf_dynptr_data
    r6 = r0
    # bpf_ringbuf_submit_dynptr(&d, 0);
    r1 = r7
    r2 = 0
    call bpf_ringbuf_submit_dynptr
    # if (p)
    if r6 == 0 goto .Lslice_after_submit_19
    r1 = 5
    # *p = 5;
    *(u64 *)(r6 + 0) = r1
.Lslice_after_submit_19:
    # return 0;
    w0 = 0
    exit

.program slice_too_small section="tc"
    # SEC("tc") int slice_too_small(struct __sk_buff *ctx)
    r6 = r10
    r6 += -16
    # bpf_ringbuf_reserve_dynptr(&rb, 16, 0, &d);
    r1 = rb ll
    w2 = 16
    r3 = 0
    r4 = r6
    call bpf_ringbuf_reserve_dynptr
    # p = bpf_dynptr_data(&d, 8, 4);
    r1 = r6
    w2 = 8
    w3 = 4
    call bpf_dynptr_data
    # if (p)
    if r0 == 0 goto .Lslice_too_small_15
    r1 = 5
    # *p = 5;
    *(u64 *)(r0 + 0) = r1
.Lslice_too_small_15:
    r1 = r10
    r1 += -16
    # bpf_ringbuf_submit_dynptr(&d, 0);
    r2 = 0
    call bpf_ringbuf_submit_dynptr
    # return 0;
    w0 = 0
    exit
