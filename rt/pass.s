# pass
.license "GPL"
.map packets type=array key=u32 value=u64 max_entries=2

.program pass section="xdp"
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w7 = *(u32 *)(r1 + 4)
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w6 = *(u32 *)(r1 + 0)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # __u64 *n = bpf_map_lookup_elem(&packets, &key);
    r1 = packets ll
    call bpf_map_lookup_elem
    # if (n)
    if r0 == 0 goto .Lpass_12
    r1 = 1
    # __sync_fetch_and_add(n, 1);
    lock *(u64 *)(r0 + 0) += r1
.Lpass_12:
    # if (data + 2 <= end)
    r1 = r6
    r1 += 2
    # if (data + 2 <= end)
    if r1 > r7 goto .Lpass_17
    r1 = 170
    # data[1] = 0xaa;
    *(u8 *)(r6 + 1) = w1
.Lpass_17:
    # return XDP_PASS;
    r0 = 2
    exit
