# loops
.license "GPL"
.extern bpf_iter_num_destroy
.extern bpf_iter_num_new
.extern bpf_iter_num_next
.struct bpf_iter_num { opaque: u64[1] }
.map arr type=array key=u32 value=u64 max_entries=10
.map hash type=hash key=u32 value=u64 max_entries=10

.function sum_cb args=i:u32 sum:*u64
    # *sum += i;
    w1 = w1
    # *sum += i;
    r3 = *(u64 *)(r2 + 0)
    r3 += r1
    *(u64 *)(r2 + 0) = r3
    # return 0;
    w0 = 0
    exit

.function stop_cb args=i:u32 sum:*u64
    # static int stop_cb(__u32 i, __u64 *sum) { *sum += 1; return i >= 4; }
    r3 = *(u64 *)(r2 + 0)
    r3 += 1
    *(u64 *)(r2 + 0) = r3
    w0 = 1
    # static int stop_cb(__u32 i, __u64 *sum) { *sum += 1; return i >= 4; }
    if w1 > 3 goto .Lstop_cb_6
    w0 = 0
.Lstop_cb_6:
    # static int stop_cb(__u32 i, __u64 *sum) { *sum += 1; return i >= 4; }
    exit

.function two_cb args=i:u32 c:*void
    # static int two_cb(__u32 i, void *c) { return 2; }
    w0 = 2
    exit

.function use_ctx_cb args=i:u32 skb:*__sk_buff
    # static int use_ctx_cb(__u32 i, struct __sk_buff *skb) { return skb->len > 1000; }
    w1 = *(u32 *)(r2 + 0)
    w0 = 1
    # static int use_ctx_cb(__u32 i, struct __sk_buff *skb) { return skb->len > 1000; }
    if w1 > 1000 goto .Luse_ctx_cb_4
    w0 = 0
.Luse_ctx_cb_4:
    # static int use_ctx_cb(__u32 i, struct __sk_buff *skb) { return skb->len > 1000; }
    exit

.function outside_cb args=i:u32 a:*u64
    # static int outside_cb(__u32 i, __u64 *a) { a[i] = 1; return 0; }
    w1 = w1
    r1 <<= 3
    r2 += r1
    # static int outside_cb(__u32 i, __u64 *a) { a[i] = 1; return 0; }
    *(u64 *)(r2 + 0) = 1
    # static int outside_cb(__u32 i, __u64 *a) { a[i] = 1; return 0; }
    w0 = 0
    exit

.function inside_cb args=i:u32 a:*u64
    # OPAQUE(i);
    w1 = w1
    # if (i < 8)
    if w1 > 7 goto .Linside_cb_6
    # asm volatile("%0 <<= 3; %1 += %0; *(u64 *)(%1 + 0) = %0" : "+r"(i), "+r"(a) : : "memory");
    w1 = w1
    r1 <<= 3
    r2 += r1
    *(u64 *)(r2 + 0) = r1
.Linside_cb_6:
    # return 0;
    w0 = 0
    exit

.function outer_cb args=i:u32 n:*u64
    # static int outer_cb(__u32 i, __u64 *n) { bpf_loop(3, inner_cb, n, 0); return 0; }
    r3 = r2
    # static int outer_cb(__u32 i, __u64 *n) { bpf_loop(3, inner_cb, n, 0); return 0; }
    w1 = 3
    r2 = inner_cb ll
    r4 = 0
    call bpf_loop
    # static int outer_cb(__u32 i, __u64 *n) { bpf_loop(3, inner_cb, n, 0); return 0; }
    w0 = 0
    exit

.function each_cb args=map:*void key:*u32 val:*u64 n:*u64 returns=s64
    # *val = *key * 2;
    w1 = *(u32 *)(r2 + 0)
    # *val = *key * 2;
    w2 = w1
    w2 <<= 1
    # *val = *key * 2;
    *(u64 *)(r3 + 0) = r2
    # *n += 1;
    r2 = *(u64 *)(r4 + 0)
    r2 += 1
    *(u64 *)(r4 + 0) = r2
    w0 = 1
    # return *key == 6;
    if w1 == 6 goto .Leach_cb_10
    w0 = 0
.Leach_cb_10:
    # return *key == 6;
    exit

.function key_cb args=map:*void key:*u32 val:*u64 c:*void returns=s64
    # static long key_cb(void *map, __u32 *key, __u64 *val, void *c) { *key = 1; return 0; }
    *(u32 *)(r2 + 0) = 1
    # static long key_cb(void *map, __u32 *key, __u64 *val, void *c) { *key = 1; return 0; }
    r0 = 0
    exit

.function inner_cb args=i:u32 n:*u64
    # static int inner_cb(__u32 i, __u64 *n) { *n += 1; return 0; }
    r1 = *(u64 *)(r2 + 0)
    r1 += 1
    *(u64 *)(r2 + 0) = r1
    # static int inner_cb(__u32 i, __u64 *n) { *n += 1; return 0; }
    w0 = 0
    exit

.program loop_helper section="tc"
    # __u64 sum = 0;
    *(u64 *)(r10 - 8) = 0
    r3 = r10
    r3 += -8
    # bpf_loop(100, sum_cb, &sum, 0);
    w1 = 100
    r2 = sum_cb ll
    r4 = 0
    call bpf_loop
    # return sum;
    r0 = *(u64 *)(r10 - 8)
    # return sum;
    exit

.program loop_helper_unknown section="tc"
    # __u64 sum = 0;
    *(u64 *)(r10 - 8) = 0
    # return bpf_loop(ctx->len, sum_cb, &sum, 0);
    w1 = *(u32 *)(r1 + 0)
    r3 = r10
    r3 += -8
    # return bpf_loop(ctx->len, sum_cb, &sum, 0);
    r2 = sum_cb ll
    r4 = 0
    call bpf_loop
    # return bpf_loop(ctx->len, sum_cb, &sum, 0);
    exit

.program loop_helper_stops section="tc"
    # __u64 sum = 0;
    *(u64 *)(r10 - 8) = 0
    r3 = r10
    r3 += -8
    # bpf_loop(1000, stop_cb, &sum, 0);
    w1 = 1000
    r2 = stop_cb ll
    r4 = 0
    call bpf_loop
    # return sum;
    r0 = *(u64 *)(r10 - 8)
    # return sum;
    exit

.program loop_callback_returns_2 section="tc"
    # SEC("tc") int loop_callback_returns_2(struct __sk_buff *ctx) { return bpf_loop(5, two_cb, 0, 0); }
    w1 = 5
    r2 = two_cb ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # SEC("tc") int loop_callback_returns_2(struct __sk_buff *ctx) { return bpf_loop(5, two_cb, 0, 0); }
    exit

.program loop_passes_ctx section="tc"
    # SEC("tc") int loop_passes_ctx(struct __sk_buff *ctx) { return bpf_loop(5, use_ctx_cb, ctx, 0); }
    r3 = r1
    # SEC("tc") int loop_passes_ctx(struct __sk_buff *ctx) { return bpf_loop(5, use_ctx_cb, ctx, 0); }
    w1 = 5
    r2 = use_ctx_cb ll
    r4 = 0
    call bpf_loop
    # SEC("tc") int loop_passes_ctx(struct __sk_buff *ctx) { return bpf_loop(5, use_ctx_cb, ctx, 0); }
    exit

.program loop_index_unbounded section="tc"
    # __u64 a[8] = {};
    *(u64 *)(r10 - 8) = 0
    *(u64 *)(r10 - 16) = 0
    *(u64 *)(r10 - 24) = 0
    *(u64 *)(r10 - 32) = 0
    *(u64 *)(r10 - 40) = 0
    *(u64 *)(r10 - 48) = 0
    *(u64 *)(r10 - 56) = 0
    *(u64 *)(r10 - 64) = 0
    r3 = r10
    r3 += -64
    # return bpf_loop(8, outside_cb, a, 0);
    w1 = 8
    r2 = outside_cb ll
    r4 = 0
    call bpf_loop
    # return bpf_loop(8, outside_cb, a, 0);
    exit

.program loop_index_bounded section="tc"
    # __u64 a[8] = {};
    *(u64 *)(r10 - 8) = 0
    *(u64 *)(r10 - 16) = 0
    *(u64 *)(r10 - 24) = 0
    *(u64 *)(r10 - 32) = 0
    *(u64 *)(r10 - 40) = 0
    *(u64 *)(r10 - 48) = 0
    *(u64 *)(r10 - 56) = 0
    *(u64 *)(r10 - 64) = 0
    r3 = r10
    r3 += -64
    # bpf_loop(8, inside_cb, a, 0);
    w1 = 8
    r2 = inside_cb ll
    r4 = 0
    call bpf_loop
    # return a[7];
    r0 = *(u64 *)(r10 - 8)
    # return a[7];
    exit

.program loop_in_loop section="tc"
    # __u64 n = 0;
    *(u64 *)(r10 - 8) = 0
    r3 = r10
    r3 += -8
    # bpf_loop(4, outer_cb, &n, 0);
    w1 = 4
    r2 = outer_cb ll
    r4 = 0
    call bpf_loop
    # return n;
    r0 = *(u64 *)(r10 - 8)
    # return n;
    exit

.program loop_flags section="tc"
    # SEC("tc") int loop_flags(struct __sk_buff *ctx) { __u64 n = 0; return -bpf_loop(4, sum_cb, &n, 1); }
    *(u64 *)(r10 - 8) = 0
    r3 = r10
    r3 += -8
    # SEC("tc") int loop_flags(struct __sk_buff *ctx) { __u64 n = 0; return -bpf_loop(4, sum_cb, &n, 1); }
    w1 = 4
    r2 = sum_cb ll
    r4 = 1
    call bpf_loop
    # SEC("tc") int loop_flags(struct __sk_buff *ctx) { __u64 n = 0; return -bpf_loop(4, sum_cb, &n, 1); }
    w0 = -w0
    # SEC("tc") int loop_flags(struct __sk_buff *ctx) { __u64 n = 0; return -bpf_loop(4, sum_cb, &n, 1); }
    exit

.program for_each_array section="tc"
    # __u64 n = 0;
    *(u64 *)(r10 - 8) = 0
    r3 = r10
    r3 += -8
    # bpf_for_each_map_elem(&arr, each_cb, &n, 0);
    r1 = arr ll
    r2 = each_cb ll
    r4 = 0
    call bpf_for_each_map_elem
    # return n;
    r0 = *(u64 *)(r10 - 8)
    # return n;
    exit

.program for_each_hash section="tc"
    # __u32 k = 3;
    *(u32 *)(r10 - 4) = 3
    # __u64 n = 0, v = 1;
    *(u64 *)(r10 - 16) = 0
    # __u64 n = 0, v = 1;
    *(u64 *)(r10 - 24) = 1
    r2 = r10
    r2 += -4
    r3 = r10
    r3 += -24
    # bpf_map_update_elem(&hash, &k, &v, 0);
    r1 = hash ll
    r4 = 0
    call bpf_map_update_elem
    r3 = r10
    r3 += -16
    # return bpf_for_each_map_elem(&hash, each_cb, &n, 0);
    r1 = hash ll
    r2 = each_cb ll
    r4 = 0
    call bpf_for_each_map_elem
    # return bpf_for_each_map_elem(&hash, each_cb, &n, 0);
    exit

.program for_each_writes_key section="tc"
    # SEC("tc") int for_each_writes_key(struct __sk_buff *ctx) { return bpf_for_each_map_elem(&arr, key_cb, 0, 0); }
    r1 = arr ll
    r2 = key_cb ll
    r3 = 0
    r4 = 0
    call bpf_for_each_map_elem
    # SEC("tc") int for_each_writes_key(struct __sk_buff *ctx) { return bpf_for_each_map_elem(&arr, key_cb, 0, 0); }
    exit

.program iter_num section="tc"
    # SEC("tc") int iter_num(struct __sk_buff *ctx)
    r7 = r10
    r7 += -8
    w6 = 0
    # bpf_iter_num_new(&it, 0, 10);
    r1 = r7
    w2 = 0
    w3 = 10
    call bpf_iter_num_new
    # while ((v = bpf_iter_num_next(&it)))
    r1 = r7
    call bpf_iter_num_next
    # while ((v = bpf_iter_num_next(&it)))
    if r0 == 0 goto .Liter_num_18
    w1 = 0
.Liter_num_11:
    # sum += *v;
    w6 = *(u32 *)(r0 + 0)
    # sum += *v;
    w6 += w1
    r1 = r10
    r1 += -8
    # while ((v = bpf_iter_num_next(&it)))
    call bpf_iter_num_next
    w1 = w6
    # while ((v = bpf_iter_num_next(&it)))
    if r0 != 0 goto .Liter_num_11
.Liter_num_18:
    r1 = r10
    r1 += -8
    # bpf_iter_num_destroy(&it);
    call bpf_iter_num_destroy
    # return sum;
    w0 = w6
    exit

.program iter_leak section="tc"
    # SEC("tc") int iter_leak(struct __sk_buff *ctx)
    r6 = r10
    r6 += -8
    # bpf_iter_num_new(&it, 0, 10);
    r1 = r6
    w2 = 0
    w3 = 10
    call bpf_iter_num_new
    # bpf_iter_num_next(&it);
    r1 = r6
    call bpf_iter_num_next
    # return 0;
    w0 = 0
    exit

.program iter_without_new section="tc"
    # SEC("tc") int iter_without_new(struct __sk_buff *ctx)
    r1 = r10
    r1 += -8
    # bpf_iter_num_next(&it);
    call bpf_iter_num_next
    # return 0;
    w0 = 0
    exit

.program iter_index section="tc"
    # __u64 a[8] = {};
    *(u64 *)(r10 - 16) = 0
    *(u64 *)(r10 - 24) = 0
    *(u64 *)(r10 - 32) = 0
    *(u64 *)(r10 - 40) = 0
    *(u64 *)(r10 - 48) = 0
    *(u64 *)(r10 - 56) = 0
    *(u64 *)(r10 - 64) = 0
    *(u64 *)(r10 - 72) = 0
    r6 = r10
    r6 += -8
    # bpf_iter_num_new(&it, 0, 8);
    r1 = r6
    w2 = 0
    w3 = 8
    call bpf_iter_num_new
    # while ((v = bpf_iter_num_next(&it))) {
    r1 = r6
    call bpf_iter_num_next
    # while ((v = bpf_iter_num_next(&it))) {
    if r0 == 0 goto .Liter_index_23
    r6 = 0
    goto .Liter_index_28
.Liter_index_19:
    r1 = r10
    r1 += -8
    # while ((v = bpf_iter_num_next(&it))) {
    call bpf_iter_num_next
    # while ((v = bpf_iter_num_next(&it))) {
    if r0 != 0 goto .Liter_index_28
.Liter_index_23:
    r1 = r10
    r1 += -8
    # bpf_iter_num_destroy(&it);
    call bpf_iter_num_destroy
    # return a[3];
    r0 = *(u64 *)(r10 - 48)
    # return a[3];
    exit
.Liter_index_28:
    # __u32 i = *v;
    w1 = *(u32 *)(r0 + 0)
    # if (i < 8)
    if w1 > 7 goto .Liter_index_19
    # asm volatile("%0 <<= 3; %1 = %2; %1 += %0; *(u64 *)(%1 + 0) = %0"
    w1 = w1
    r2 = r10
    r2 += -72
    r1 <<= 3
    r6 = r2
    r6 += r1
    *(u64 *)(r6 + 0) = r1
    goto .Liter_index_19

.program iter_read_state section="tc"
    # SEC("tc") int iter_read_state(struct __sk_buff *ctx)
    r6 = r10
    r6 += -8
    # bpf_iter_num_new(&it, 0, 8);
    r1 = r6
    w2 = 0
    w3 = 8
    call bpf_iter_num_new
    # r = it.opaque[0];
    r7 = *(u64 *)(r10 - 8)
    # bpf_iter_num_destroy(&it);
    r1 = r6
    call bpf_iter_num_destroy
    # return r;
    w0 = w7
    exit

.program may_goto_loop section="tc"
    # asm volatile("r0 = 0; 1: may_goto 2f; r0 += 1; goto 1b; 2: exit;" : : : CLOBBER);
    r0 = 0
.Lmay_goto_loop_1:
    may_goto .Lmay_goto_loop_4
    r0 += 1
    goto .Lmay_goto_loop_1
.Lmay_goto_loop_4:
    exit

.program may_goto_and_test section="tc"
    # asm volatile("r0 = 0; 1: may_goto 2f; r0 += 1; if r0 < 1000 goto 1b; 2: exit;" : : : CLOBBER);
    r0 = 0
.Lmay_goto_and_test_1:
    may_goto .Lmay_goto_and_test_4
    r0 += 1
    if r0 < 1000 goto .Lmay_goto_and_test_1
.Lmay_goto_and_test_4:
    exit
