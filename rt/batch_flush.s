# batch_flush
.license "GPL"
.struct batch { n: u32; flushes: u32; by_timer: u32; lost: u32; slot: u64[8]; t: bpf_timer }
.map batches type=array key=u32 value=batch max_entries=1
.map out type=ringbuf max_entries=4096
.map sums type=array key=u32 value=u64 max_entries=1

.function flush args=b:*batch
    # static NOINLINE int flush(struct batch *b)
    r6 = r1
    w1 = 0
    # __u32 i, k = 0;
    *(u32 *)(r10 - 4) = w1
    r7 = 0
    w1 = *(u32 *)(r6 + 0)
    # if (i >= b->n)
    if w1 == 0 goto .Lflush_41
    # sum += b->slot[i];
    r7 = *(u64 *)(r6 + 16)
    r3 = 0
    # b->slot[i] = 0;
    *(u64 *)(r6 + 16) = r3
    # if (i >= b->n)
    if w1 == 1 goto .Lflush_41
    # sum += b->slot[i];
    r2 = *(u64 *)(r6 + 24)
    # b->slot[i] = 0;
    *(u64 *)(r6 + 24) = r3
    # sum += b->slot[i];
    r2 += r7
    r7 = r2
    # if (i >= b->n)
    if w1 == 2 goto .Lflush_41
    # sum += b->slot[i];
    r7 = *(u64 *)(r6 + 32)
    # b->slot[i] = 0;
    *(u64 *)(r6 + 32) = r3
    # sum += b->slot[i];
    r7 += r2
    # if (i >= b->n)
    if w1 == 3 goto .Lflush_41
    # sum += b->slot[i];
    r2 = *(u64 *)(r6 + 40)
    # b->slot[i] = 0;
    *(u64 *)(r6 + 40) = r3
    # sum += b->slot[i];
    r2 += r7
    r7 = r2
    # if (i >= b->n)
    if w1 == 4 goto .Lflush_41
    # sum += b->slot[i];
    r7 = *(u64 *)(r6 + 48)
    # b->slot[i] = 0;
    *(u64 *)(r6 + 48) = r3
    # sum += b->slot[i];
    r7 += r2
    # if (i >= b->n)
    if w1 == 5 goto .Lflush_41
    # sum += b->slot[i];
    r2 = *(u64 *)(r6 + 56)
    # b->slot[i] = 0;
    *(u64 *)(r6 + 56) = r3
    # sum += b->slot[i];
    r2 += r7
    r7 = r2
    # if (i >= b->n)
    if w1 == 6 goto .Lflush_41
    # sum += b->slot[i];
    r7 = *(u64 *)(r6 + 64)
    # b->slot[i] = 0;
    *(u64 *)(r6 + 64) = r3
    # sum += b->slot[i];
    r7 += r2
    # if (i >= b->n)
    if w1 == 7 goto .Lflush_41
    # sum += b->slot[i];
    r1 = *(u64 *)(r6 + 72)
    # b->slot[i] = 0;
    *(u64 *)(r6 + 72) = r3
    # sum += b->slot[i];
    r1 += r7
    r7 = r1
.Lflush_41:
    r2 = r10
    r2 += -4
    # total = bpf_map_lookup_elem(&sums, &k);
    r1 = sums ll
    call bpf_map_lookup_elem
    # if (total)
    if r0 == 0 goto .Lflush_50
    # *total += sum;
    r1 = *(u64 *)(r0 + 0)
    r1 += r7
    *(u64 *)(r0 + 0) = r1
.Lflush_50:
    # r = bpf_ringbuf_reserve(&out, sizeof(*r), 0);
    r1 = out ll
    r2 = 16
    r3 = 0
    call bpf_ringbuf_reserve
    # if (!r) {
    if r0 != 0 goto .Lflush_60
    # b->lost++;
    w1 = *(u32 *)(r6 + 12)
    w1 += 1
    *(u32 *)(r6 + 12) = w1
    # return 1;
    goto .Lflush_71
.Lflush_60:
    # r->n = b->n;
    w1 = *(u32 *)(r6 + 0)
    # r->sum = sum;
    *(u64 *)(r0 + 8) = r7
    # r->n = b->n;
    *(u32 *)(r0 + 0) = w1
    # bpf_ringbuf_submit(r, 0);
    r1 = r0
    r2 = 0
    call bpf_ringbuf_submit
    w1 = 0
    # b->n = 0;
    *(u32 *)(r6 + 0) = w1
    # b->flushes++;
    w1 = *(u32 *)(r6 + 4)
    w1 += 1
    *(u32 *)(r6 + 4) = w1
.Lflush_71:
    # }
    exit

.function on_timer args=map:*void key:*u32 b:*batch
    # static int on_timer(void *map, __u32 *key, struct batch *b)
    r1 = r3
    # b->by_timer++;
    w2 = *(u32 *)(r1 + 8)
    w2 += 1
    *(u32 *)(r1 + 8) = w2
    # flush(b);
    call flush
    # return 0;
    w0 = 0
    exit

.program add section="tc" args=skb:*__sk_buff
    # SEC("tc") int add(struct __sk_buff *skb)
    r7 = r1
    w1 = 0
    # __u32 k = 0, n;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct batch *b = bpf_map_lookup_elem(&batches, &k);
    r1 = batches ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!b)
    if r6 == 0 goto .Ladd_46
    # n = b->n;
    w1 = *(u32 *)(r6 + 0)
    # if (n >= SLOTS) {
    if w1 < 8 goto .Ladd_20
    # flush(b);
    r1 = r6
    call flush
    # b->slot[n] = skb->len;
    w1 = *(u32 *)(r7 + 0)
    w2 = 1
    # b->n = n + 1;
    *(u32 *)(r6 + 0) = w2
    # b->slot[n] = skb->len;
    *(u64 *)(r6 + 16) = r1
    # if (n == 0) {
    goto .Ladd_31
.Ladd_20:
    # b->slot[n] = skb->len;
    r2 = r1
    r2 <<= 3
    # b->slot[n] = skb->len;
    r3 = r6
    r3 += r2
    # b->slot[n] = skb->len;
    w2 = *(u32 *)(r7 + 0)
    # b->slot[n] = skb->len;
    *(u64 *)(r3 + 16) = r2
    # b->n = n + 1;
    w2 = w1
    w2 += 1
    # b->n = n + 1;
    *(u32 *)(r6 + 0) = w2
    w0 = 0
    # if (n == 0) {
    if w1 != 0 goto .Ladd_46
.Ladd_31:
    # bpf_timer_init(&b->t, &batches, CLOCK_MONOTONIC);
    r6 += 80
    # bpf_timer_init(&b->t, &batches, CLOCK_MONOTONIC);
    r1 = r6
    r2 = batches ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&b->t, on_timer);
    r1 = r6
    r2 = on_timer ll
    call bpf_timer_set_callback
    # bpf_timer_start(&b->t, 20 * MS, 0);
    r1 = r6
    r2 = 20000000
    r3 = 0
    call bpf_timer_start
    w0 = 0
.Ladd_46:
    # }
    exit
