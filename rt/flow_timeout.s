# flow_timeout
.license "GPL"
.struct flow_key { src: u32; dst: u32; sport: u16; dport: u16; proto: u32 }
.struct flow { packets: u64; bytes: u64; expire: bpf_timer; dead: u32; pad: u32 }
.map flows type=hash key=flow_key value=flow max_entries=64
.map stats type=array key=u32 value=u64 max_entries=4

.section .rodata,"a",@progbits
.var timeout_ns: const volatile u64
    .byte 128,195,201,1,0,0,0,0

.function expired args=map:*void key:*flow_key f:*flow
    # static int expired(void *map, struct flow_key *key, struct flow *f)
    r6 = r2
    r7 = r1
    w1 = 2
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # __u64 *n = bpf_map_lookup_elem(&stats, &what);
    r1 = stats ll
    call bpf_map_lookup_elem
    # if (n)
    if r0 == 0 goto .Lexpired_12
    r1 = 1
    # __sync_fetch_and_add(n, 1);
    lock *(u64 *)(r0 + 0) += r1
.Lexpired_12:
    # bpf_map_delete_elem(map, key);
    r1 = r7
    r2 = r6
    call bpf_map_delete_elem
    # return 0;
    w0 = 0
    exit

.program track section="xdp"
    # void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w8 = *(u32 *)(r1 + 4)
    # void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w9 = *(u32 *)(r1 + 0)
    r1 = 0
    # struct flow_key key = {};
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    # if (ip + 20 > (__u8 *)end)
    r1 = r9
    r1 += 34
    # if (ip + 20 > (__u8 *)end)
    if r1 > r8 goto .Ltrack_20
    # if (*(__u16 *)(data + 12) != 0x0008)
    w1 = *(u16 *)(r9 + 12)
    # if (*(__u16 *)(data + 12) != 0x0008)
    if w1 != 8 goto .Ltrack_20
    r1 = r9
    r1 += 14
    # ihl = (ip[0] & 15) * 4;
    w2 = *(u8 *)(r1 + 0)
    # ihl = (ip[0] & 15) * 4;
    w2 <<= 2
    w2 &= 60
    # if (ihl < 20)
    if w2 < 20 goto .Ltrack_20
    # l4 = ip + ihl;
    r1 += r2
    # if (l4 + 4 > (__u8 *)end)
    r2 = r1
    r2 += 4
    # if (l4 + 4 > (__u8 *)end)
    if r2 <= r8 goto .Ltrack_32
.Ltrack_20:
    w1 = 3
    *(u32 *)(r10 - 64) = w1
    r2 = r10
    r2 += -64
    # __u64 *n = bpf_map_lookup_elem(&stats, &what);
    r1 = stats ll
    call bpf_map_lookup_elem
    # if (n)
    if r0 == 0 goto .Ltrack_30
    r1 = 1
    # __sync_fetch_and_add(n, 1);
    lock *(u64 *)(r0 + 0) += r1
.Ltrack_30:
    w0 = 2
.Ltrack_31:
    # }
    exit
.Ltrack_32:
    # key->src = *(__u32 *)(ip + 12);
    w2 = *(u32 *)(r9 + 26)
    # key->src = *(__u32 *)(ip + 12);
    *(u32 *)(r10 - 24) = w2
    # key->dst = *(__u32 *)(ip + 16);
    w2 = *(u32 *)(r9 + 30)
    # key->dst = *(__u32 *)(ip + 16);
    *(u32 *)(r10 - 20) = w2
    # key->proto = ip[9];
    w2 = *(u8 *)(r9 + 23)
    # key->proto = ip[9];
    *(u32 *)(r10 - 12) = w2
    # key->sport = *(__u16 *)l4;
    w2 = *(u16 *)(r1 + 0)
    # key->sport = *(__u16 *)l4;
    *(u16 *)(r10 - 16) = w2
    # key->dport = *(__u16 *)(l4 + 2);
    w1 = *(u16 *)(r1 + 2)
    # key->dport = *(__u16 *)(l4 + 2);
    *(u16 *)(r10 - 14) = w1
    r2 = r10
    r2 += -24
    # f = bpf_map_lookup_elem(&flows, &key);
    r1 = flows ll
    call bpf_map_lookup_elem
    r6 = r0
    # if (!f) {
    if r6 != 0 goto .Ltrack_93
    r1 = 0
    # struct flow init = {};
    *(u64 *)(r10 - 32) = r1
    *(u64 *)(r10 - 40) = r1
    *(u64 *)(r10 - 48) = r1
    *(u64 *)(r10 - 56) = r1
    *(u64 *)(r10 - 64) = r1
    r6 = r10
    r6 += -24
    r3 = r10
    r3 += -64
    # bpf_map_update_elem(&flows, &key, &init, BPF_NOEXIST);
    r1 = flows ll
    r2 = r6
    r4 = 1
    call bpf_map_update_elem
    # f = bpf_map_lookup_elem(&flows, &key);
    r1 = flows ll
    r2 = r6
    call bpf_map_lookup_elem
    r6 = r0
    # if (!f)
    if r6 == 0 goto .Ltrack_118
    # bpf_timer_init(&f->expire, &flows, CLOCK_MONOTONIC);
    r7 = r6
    r7 += 16
    r1 = 1
    # bpf_timer_init(&f->expire, &flows, CLOCK_MONOTONIC);
    *(u64 *)(r10 - 72) = r1
    r1 = r7
    r2 = flows ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&f->expire, expired);
    r1 = r7
    r2 = expired ll
    call bpf_timer_set_callback
    w1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # __u64 *n = bpf_map_lookup_elem(&stats, &what);
    r1 = stats ll
    call bpf_map_lookup_elem
    # if (n)
    if r0 == 0 goto .Ltrack_103
    # __sync_fetch_and_add(n, 1);
    r1 = *(u64 *)(r10 - 72)
    goto .Ltrack_102
.Ltrack_93:
    w1 = 1
    *(u32 *)(r10 - 64) = w1
    r2 = r10
    r2 += -64
    # __u64 *n = bpf_map_lookup_elem(&stats, &what);
    r1 = stats ll
    call bpf_map_lookup_elem
    # if (n)
    if r0 == 0 goto .Ltrack_103
    r1 = 1
.Ltrack_102:
    # __sync_fetch_and_add(n, 1);
    lock *(u64 *)(r0 + 0) += r1
.Ltrack_103:
    # f->packets++;
    r1 = *(u64 *)(r6 + 0)
    r1 += 1
    *(u64 *)(r6 + 0) = r1
    # f->bytes += end - data;
    r8 -= r9
    # f->bytes += end - data;
    r1 = *(u64 *)(r6 + 8)
    r8 += r1
    *(u64 *)(r6 + 8) = r8
    # bpf_timer_start(&f->expire, timeout_ns, 0);
    r1 = timeout_ns ll
    r2 = *(u64 *)(r1 + 0)
    # bpf_timer_start(&f->expire, timeout_ns, 0);
    r6 += 16
    # bpf_timer_start(&f->expire, timeout_ns, 0);
    r1 = r6
    r3 = 0
    call bpf_timer_start
    goto .Ltrack_30
.Ltrack_118:
    w0 = 0
    goto .Ltrack_31
