# valid
.license "GPL"
.map devs type=devmap key_size=4 value_size=4 max_entries=4
.map cpus type=cpumap key_size=4 value_size=4 max_entries=4
.map arr type=array key=u32 value=u64 max_entries=4
.map stack type=stack value=u32 max_entries=4
.map pcpu type=percpu_array key=u32 value=u64 max_entries=2
.map trie type=lpm_trie key_size=8 value_size=4 max_entries=4 flags=1
.map lru type=lru_hash key=u32 value=u32 max_entries=4

.section .rodata,"a",@progbits
_rodata_0:
    .byte 1,2,3,4,5,6
.var strncmp_rodata.want: const char[4] static
    .byte 97,98,99,0

.program clocks section="tc"
    # return bpf_ktime_get_ns() && bpf_ktime_get_boot_ns() && bpf_ktime_get_coarse_ns() && bpf_jiffies64();
    call bpf_ktime_get_ns
    w6 = 0
    # return bpf_ktime_get_ns() && bpf_ktime_get_boot_ns() && bpf_ktime_get_coarse_ns() && bpf_jiffies64();
    if r0 == 0 goto .Lclocks_11
    # return bpf_ktime_get_ns() && bpf_ktime_get_boot_ns() && bpf_ktime_get_coarse_ns() && bpf_jiffies64();
    call bpf_ktime_get_boot_ns
    # return bpf_ktime_get_ns() && bpf_ktime_get_boot_ns() && bpf_ktime_get_coarse_ns() && bpf_jiffies64();
    if r0 == 0 goto .Lclocks_11
    # return bpf_ktime_get_ns() && bpf_ktime_get_boot_ns() && bpf_ktime_get_coarse_ns() && bpf_jiffies64();
    call bpf_ktime_get_coarse_ns
    # return bpf_ktime_get_ns() && bpf_ktime_get_boot_ns() && bpf_ktime_get_coarse_ns() && bpf_jiffies64();
    if r0 == 0 goto .Lclocks_11
    # return bpf_ktime_get_ns() && bpf_ktime_get_boot_ns() && bpf_ktime_get_coarse_ns() && bpf_jiffies64();
    call bpf_jiffies64
    w6 = 1
    # return bpf_ktime_get_ns() && bpf_ktime_get_boot_ns() && bpf_ktime_get_coarse_ns() && bpf_jiffies64();
    if r0 != 0 goto .Lclocks_11
    w6 = 0
.Lclocks_11:
    # return bpf_ktime_get_ns() && bpf_ktime_get_boot_ns() && bpf_ktime_get_coarse_ns() && bpf_jiffies64();
    w0 = w6
    exit

.program numa_node section="tc"
    # SEC("tc") int numa_node(struct __sk_buff *ctx) { return bpf_get_numa_node_id(); }
    call bpf_get_numa_node_id
    # SEC("tc") int numa_node(struct __sk_buff *ctx) { return bpf_get_numa_node_id(); }
    exit

.program hash_recalc section="tc"
    # SEC("tc") int hash_recalc(struct __sk_buff *ctx) { bpf_set_hash_invalid(ctx); return bpf_get_hash_recalc(ctx) != 0; }
    r6 = r1
    # SEC("tc") int hash_recalc(struct __sk_buff *ctx) { bpf_set_hash_invalid(ctx); return bpf_get_hash_recalc(ctx) != 0; }
    call bpf_set_hash_invalid
    # SEC("tc") int hash_recalc(struct __sk_buff *ctx) { bpf_set_hash_invalid(ctx); return bpf_get_hash_recalc(ctx) != 0; }
    r1 = r6
    call bpf_get_hash_recalc
    w1 = w0
    w0 = 1
    # SEC("tc") int hash_recalc(struct __sk_buff *ctx) { bpf_set_hash_invalid(ctx); return bpf_get_hash_recalc(ctx) != 0; }
    if w1 != 0 goto .Lhash_recalc_8
    w0 = 0
.Lhash_recalc_8:
    # SEC("tc") int hash_recalc(struct __sk_buff *ctx) { bpf_set_hash_invalid(ctx); return bpf_get_hash_recalc(ctx) != 0; }
    exit

.program store_bytes section="tc"
    # SEC("tc") int store_bytes(struct __sk_buff *ctx)
    w2 = 1541
    # __u8 b[6] = { 1, 2, 3, 4, 5, 6 };
    *(u16 *)(r10 - 4) = w2
    w2 = 67305985
    *(u32 *)(r10 - 8) = w2
    r3 = r10
    r3 += -8
    # return bpf_skb_store_bytes(ctx, 0, b, sizeof(b), 0);
    w2 = 0
    w4 = 6
    r5 = 0
    call bpf_skb_store_bytes
    # return bpf_skb_store_bytes(ctx, 0, b, sizeof(b), 0);
    exit

.program pointer_after_store section="tc"
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end, b = 1;
    w2 = *(u32 *)(r1 + 80)
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end, b = 1;
    w6 = *(u32 *)(r1 + 76)
    w3 = 1
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end, b = 1;
    *(u8 *)(r10 - 1) = w3
    w0 = 0
    # if (data + 1 > end)
    r3 = r6
    r3 += 1
    # if (data + 1 > end)
    if r3 > r2 goto .Lpointer_after_store_15
    r3 = r10
    r3 += -1
    # bpf_skb_store_bytes(ctx, 0, &b, 1, 0);
    w2 = 0
    w4 = 1
    r5 = 0
    call bpf_skb_store_bytes
    # return *data;
    w0 = *(u8 *)(r6 + 0)
.Lpointer_after_store_15:
    # }
    exit

.program pointer_after_load section="tc"
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end, b = 1;
    w2 = *(u32 *)(r1 + 80)
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end, b = 1;
    w6 = *(u32 *)(r1 + 76)
    w3 = 1
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end, b = 1;
    *(u8 *)(r10 - 1) = w3
    w0 = 0
    # if (data + 1 > end)
    r3 = r6
    r3 += 1
    # if (data + 1 > end)
    if r3 > r2 goto .Lpointer_after_load_14
    r3 = r10
    r3 += -1
    # bpf_skb_load_bytes(ctx, 0, &b, 1);
    w2 = 0
    w4 = 1
    call bpf_skb_load_bytes
    # return *data;
    w0 = *(u8 *)(r6 + 0)
.Lpointer_after_load_14:
    # }
    exit

.program pull_data section="tc"
    # SEC("tc") int pull_data(struct __sk_buff *ctx)
    r6 = r1
    # if (bpf_skb_pull_data(ctx, 20))
    w2 = 20
    call bpf_skb_pull_data
    r1 = r0
    w0 = 9
    # if (bpf_skb_pull_data(ctx, 20))
    if r1 != 0 goto .Lpull_data_13
    w0 = 8
    # end = (void *)(long)ctx->data_end;
    w2 = *(u32 *)(r6 + 80)
    # data = (void *)(long)ctx->data;
    w1 = *(u32 *)(r6 + 76)
    # if (data + 20 > end)
    r3 = r1
    r3 += 20
    # if (data + 20 > end)
    if r3 > r2 goto .Lpull_data_13
    # return data[19];
    w0 = *(u8 *)(r1 + 19)
.Lpull_data_13:
    # }
    exit

.program change_tail section="tc"
    # SEC("tc") int change_tail(struct __sk_buff *ctx) { return bpf_skb_change_tail(ctx, 40, 0) ? 1 : ctx->len; }
    r6 = r1
    # SEC("tc") int change_tail(struct __sk_buff *ctx) { return bpf_skb_change_tail(ctx, 40, 0) ? 1 : ctx->len; }
    w2 = 40
    r3 = 0
    call bpf_skb_change_tail
    r1 = r0
    w0 = 1
    if r1 != 0 goto .Lchange_tail_8
    # SEC("tc") int change_tail(struct __sk_buff *ctx) { return bpf_skb_change_tail(ctx, 40, 0) ? 1 : ctx->len; }
    w0 = *(u32 *)(r6 + 0)
.Lchange_tail_8:
    # SEC("tc") int change_tail(struct __sk_buff *ctx) { return bpf_skb_change_tail(ctx, 40, 0) ? 1 : ctx->len; }
    exit

.program csum_diff section="tc"
    # SEC("tc") int csum_diff(struct __sk_buff *ctx)
    r1 = 0x200000001 ll
    # __u32 a[2] = { 1, 2 }, b[2] = { 3, 4 };
    *(u64 *)(r10 - 8) = r1
    r1 = 0x400000003 ll
    # __u32 a[2] = { 1, 2 }, b[2] = { 3, 4 };
    *(u64 *)(r10 - 16) = r1
    r1 = r10
    r1 += -8
    r3 = r10
    r3 += -16
    # return bpf_csum_diff(a, 8, b, 8, 0);
    w2 = 8
    w4 = 8
    w5 = 0
    call bpf_csum_diff
    # return bpf_csum_diff(a, 8, b, 8, 0);
    exit

.program csum_diff_null section="tc"
    # SEC("tc") int csum_diff_null(struct __sk_buff *ctx)
    r1 = 0x400000003 ll
    # __u32 b[2] = { 3, 4 };
    *(u64 *)(r10 - 8) = r1
    r3 = r10
    r3 += -8
    # return bpf_csum_diff((void *)0, 0, b, 8, 0);
    r1 = 0
    w2 = 0
    w4 = 8
    w5 = 0
    call bpf_csum_diff
    # return bpf_csum_diff((void *)0, 0, b, 8, 0);
    exit

.program redirect section="tc"
    # SEC("tc") int redirect(struct __sk_buff *ctx) { return bpf_redirect(1, 0) == 7; }
    w6 = 1
    # SEC("tc") int redirect(struct __sk_buff *ctx) { return bpf_redirect(1, 0) == 7; }
    w1 = 1
    r2 = 0
    call bpf_redirect
    # SEC("tc") int redirect(struct __sk_buff *ctx) { return bpf_redirect(1, 0) == 7; }
    if r0 == 7 goto .Lredirect_6
    w6 = 0
.Lredirect_6:
    # SEC("tc") int redirect(struct __sk_buff *ctx) { return bpf_redirect(1, 0) == 7; }
    w0 = w6
    exit

.program stack_push_pop section="tc"
    # SEC("tc") int stack_push_pop(struct __sk_buff *ctx)
    w1 = 1
    # __u32 v = 1, out = 0;
    *(u32 *)(r10 - 4) = w1
    w1 = 0
    # __u32 v = 1, out = 0;
    *(u32 *)(r10 - 8) = w1
    r6 = r10
    r6 += -4
    # bpf_map_push_elem(&stack, &v, 0);
    r1 = stack ll
    r2 = r6
    r3 = 0
    call bpf_map_push_elem
    w1 = 2
    # v = 2;
    *(u32 *)(r10 - 4) = w1
    # bpf_map_push_elem(&stack, &v, 0);
    r1 = stack ll
    r2 = r6
    r3 = 0
    call bpf_map_push_elem
    r6 = r10
    r6 += -8
    # bpf_map_peek_elem(&stack, &out);
    r1 = stack ll
    r2 = r6
    call bpf_map_peek_elem
    # v = out * 10;
    w1 = *(u32 *)(r10 - 8)
    # v = out * 10;
    w1 *= 10
    # v = out * 10;
    *(u32 *)(r10 - 4) = w1
    # bpf_map_pop_elem(&stack, &out);
    r1 = stack ll
    r2 = r6
    call bpf_map_pop_elem
    # bpf_map_pop_elem(&stack, &out);
    r1 = stack ll
    r2 = r6
    call bpf_map_pop_elem
    # return v + out;
    w1 = *(u32 *)(r10 - 4)
    # return v + out;
    w0 = *(u32 *)(r10 - 8)
    # return v + out;
    w0 += w1
    # return v + out;
    exit

.program percpu_of_cpu section="tc"
    # SEC("tc") int percpu_of_cpu(struct __sk_buff *ctx)
    w6 = 1
    # __u32 k = 1;
    *(u32 *)(r10 - 4) = w6
    r2 = r10
    r2 += -4
    # __u64 *v = bpf_map_lookup_percpu_elem(&pcpu, &k, 0);
    r1 = pcpu ll
    w3 = 0
    call bpf_map_lookup_percpu_elem
    # if (!v)
    if r0 == 0 goto .Lpercpu_of_cpu_12
    r1 = 55
    # *v = 55;
    *(u64 *)(r0 + 0) = r1
    w6 = 0
.Lpercpu_of_cpu_12:
    # }
    w0 = w6
    exit

.program lpm section="tc"
    # SEC("tc") int lpm(struct __sk_buff *ctx)
    r1 = 0xa00000008 ll
    # struct { __u32 len; __u8 addr[4]; } net = { 8, { 10, 0, 0, 0 } }, one = { 32, { 10, 1, 2, 3 } };
    *(u64 *)(r10 - 8) = r1
    r1 = 0x302010a00000020 ll
    # struct { __u32 len; __u8 addr[4]; } net = { 8, { 10, 0, 0, 0 } }, one = { 32, { 10, 1, 2, 3 } };
    *(u64 *)(r10 - 16) = r1
    w1 = 12
    # __u32 v = 12, *p;
    *(u32 *)(r10 - 20) = w1
    r2 = r10
    r2 += -8
    r3 = r10
    r3 += -20
    # bpf_map_update_elem(&trie, &net, &v, 0);
    r1 = trie ll
    r4 = 0
    call bpf_map_update_elem
    r2 = r10
    r2 += -16
    # p = bpf_map_lookup_elem(&trie, &one);
    r1 = trie ll
    call bpf_map_lookup_elem
    r1 = r0
    w0 = 0
    # return p ? *p : 0;
    if r1 == 0 goto .Llpm_25
    # return p ? *p : 0;
    w0 = *(u32 *)(r1 + 0)
.Llpm_25:
    # return p ? *p : 0;
    exit

.program update_flags section="tc"
    # SEC("tc") int update_flags(struct __sk_buff *ctx)
    w1 = 1
    # __u32 k = 1, v = 5;
    *(u32 *)(r10 - 4) = w1
    w1 = 5
    # __u32 k = 1, v = 5;
    *(u32 *)(r10 - 8) = w1
    r6 = r10
    r6 += -4
    r8 = r10
    r8 += -8
    # int a = -bpf_map_update_elem(&lru, &k, &v, BPF_EXIST);
    r1 = lru ll
    r2 = r6
    r3 = r8
    r4 = 2
    call bpf_map_update_elem
    r9 = r0
    # int b = -bpf_map_update_elem(&lru, &k, &v, BPF_NOEXIST);
    r1 = lru ll
    r2 = r6
    r3 = r8
    r4 = 1
    call bpf_map_update_elem
    r7 = r0
    # return a + b * 100 + c * 10000 + d * 1000000 + e * 10000000;
    w7 *= -100
    # return a + b * 100 + c * 10000 + d * 1000000 + e * 10000000;
    w7 -= w9
    # int c = -bpf_map_update_elem(&lru, &k, &v, BPF_NOEXIST);
    r1 = lru ll
    r2 = r6
    r3 = r8
    r4 = 1
    call bpf_map_update_elem
    # return a + b * 100 + c * 10000 + d * 1000000 + e * 10000000;
    w0 *= -10000
    # return a + b * 100 + c * 10000 + d * 1000000 + e * 10000000;
    w7 += w0
    # int d = -bpf_map_delete_elem(&lru, &k);
    r1 = lru ll
    r2 = r6
    call bpf_map_delete_elem
    # return a + b * 100 + c * 10000 + d * 1000000 + e * 10000000;
    w0 *= -1000000
    # return a + b * 100 + c * 10000 + d * 1000000 + e * 10000000;
    w7 += w0
    # int e = -bpf_map_delete_elem(&lru, &k);
    r1 = lru ll
    r2 = r6
    call bpf_map_delete_elem
    # return a + b * 100 + c * 10000 + d * 1000000 + e * 10000000;
    w0 *= -10000000
    # return a + b * 100 + c * 10000 + d * 1000000 + e * 10000000;
    w7 += w0
    # return a + b * 100 + c * 10000 + d * 1000000 + e * 10000000;
    w0 = w7
    exit

.program array_errors section="tc"
    # SEC("tc") int array_errors(struct __sk_buff *ctx)
    w1 = 4
    # __u32 k = 4;
    *(u32 *)(r10 - 4) = w1
    r1 = 5
    # __u64 v = 5;
    *(u64 *)(r10 - 16) = r1
    r6 = r10
    r6 += -4
    r7 = r10
    r7 += -16
    # int a = -bpf_map_update_elem(&arr, &k, &v, BPF_ANY);
    r1 = arr ll
    r2 = r6
    r3 = r7
    r4 = 0
    call bpf_map_update_elem
    r9 = r0
    # int b = -bpf_map_delete_elem(&arr, &k);
    r1 = arr ll
    r2 = r6
    call bpf_map_delete_elem
    r8 = r0
    # int c = -bpf_map_update_elem(&arr, &k, &v, BPF_NOEXIST);
    r1 = arr ll
    r2 = r6
    r3 = r7
    r4 = 1
    call bpf_map_update_elem
    w1 = 0
    # k = 0;
    *(u32 *)(r10 - 4) = w1
    # return a + b * 100 + c * 10000 - bpf_map_update_elem(&arr, &k, &v, BPF_NOEXIST) * 1000000;
    w8 *= -100
    # return a + b * 100 + c * 10000 - bpf_map_update_elem(&arr, &k, &v, BPF_NOEXIST) * 1000000;
    w8 -= w9
    # return a + b * 100 + c * 10000 - bpf_map_update_elem(&arr, &k, &v, BPF_NOEXIST) * 1000000;
    w0 *= -10000
    # return a + b * 100 + c * 10000 - bpf_map_update_elem(&arr, &k, &v, BPF_NOEXIST) * 1000000;
    w8 += w0
    # return a + b * 100 + c * 10000 - bpf_map_update_elem(&arr, &k, &v, BPF_NOEXIST) * 1000000;
    r1 = arr ll
    r2 = r6
    r3 = r7
    r4 = 1
    call bpf_map_update_elem
    # return a + b * 100 + c * 10000 - bpf_map_update_elem(&arr, &k, &v, BPF_NOEXIST) * 1000000;
    w0 *= -1000000
    # return a + b * 100 + c * 10000 - bpf_map_update_elem(&arr, &k, &v, BPF_NOEXIST) * 1000000;
    w8 += w0
    # return a + b * 100 + c * 10000 - bpf_map_update_elem(&arr, &k, &v, BPF_NOEXIST) * 1000000;
    w0 = w8
    exit

.program strncmp_rodata section="tc"
    # SEC("tc") int strncmp_rodata(struct __sk_buff *ctx)
    w1 = 6578785
    # char have[4] = "abd";
    *(u32 *)(r10 - 4) = w1
    r1 = r10
    r1 += -4
    # return bpf_strncmp(have, sizeof(have), want);
    w2 = 4
    r3 = _rodata_0 + 6 ll
    call bpf_strncmp
    # return bpf_strncmp(have, sizeof(have), want);
    exit

.program strncmp_stack section="tc"
    # SEC("tc") int strncmp_stack(struct __sk_buff *ctx)
    w1 = 6578785
    # char have[4] = "abd", want[4] = "abc";
    *(u32 *)(r10 - 4) = w1
    w1 = 6513249
    # char have[4] = "abd", want[4] = "abc";
    *(u32 *)(r10 - 8) = w1
    r1 = r10
    r1 += -4
    r3 = r10
    r3 += -8
    # return bpf_strncmp(have, sizeof(have), want);
    w2 = 4
    call bpf_strncmp
    # return bpf_strncmp(have, sizeof(have), want);
    exit

.program redirect_map section="xdp"
    # SEC("xdp") int redirect_map(struct xdp_md *ctx) { return bpf_redirect_map(&devs, 2, XDP_DROP); }
    r1 = devs ll
    r2 = 2
    r3 = 1
    call bpf_redirect_map
    # SEC("xdp") int redirect_map(struct xdp_md *ctx) { return bpf_redirect_map(&devs, 2, XDP_DROP); }
    exit

.program redirect_cpu section="xdp"
    # SEC("xdp") int redirect_cpu(struct xdp_md *ctx) { return bpf_redirect_map(&cpus, 9, XDP_PASS); }
    r1 = cpus ll
    r2 = 9
    r3 = 2
    call bpf_redirect_map
    # SEC("xdp") int redirect_cpu(struct xdp_md *ctx) { return bpf_redirect_map(&cpus, 9, XDP_PASS); }
    exit

.program redirect_wrong_map section="xdp"
    # SEC("xdp") int redirect_wrong_map(struct xdp_md *ctx) { return bpf_redirect_map(&arr, 2, XDP_DROP); }
    r1 = arr ll
    r2 = 2
    r3 = 1
    call bpf_redirect_map
    # SEC("xdp") int redirect_wrong_map(struct xdp_md *ctx) { return bpf_redirect_map(&arr, 2, XDP_DROP); }
    exit

.program adjust_tail section="xdp"
    # SEC("xdp") int adjust_tail(struct xdp_md *ctx) { return bpf_xdp_adjust_tail(ctx, -10) ? XDP_ABORTED : XDP_TX; }
    w2 = -10
    call bpf_xdp_adjust_tail
    r1 = r0
    w0 = 3
    if r1 == 0 goto .Ladjust_tail_6
    w0 = 0
.Ladjust_tail_6:
    # SEC("xdp") int adjust_tail(struct xdp_md *ctx) { return bpf_xdp_adjust_tail(ctx, -10) ? XDP_ABORTED : XDP_TX; }
    exit

.program adjust_meta section="xdp"
    # SEC("xdp") int adjust_meta(struct xdp_md *ctx)
    r6 = r1
    # if (bpf_xdp_adjust_meta(ctx, -4))
    w2 = -4
    call bpf_xdp_adjust_meta
    r1 = r0
    w0 = 0
    # if (bpf_xdp_adjust_meta(ctx, -4))
    if r1 != 0 goto .Ladjust_meta_15
    w0 = 1
    # if ((void *)(meta + 1) > (void *)(long)ctx->data)
    w2 = *(u32 *)(r6 + 0)
    # meta = (void *)(long)ctx->data_meta;
    w1 = *(u32 *)(r6 + 8)
    # if ((void *)(meta + 1) > (void *)(long)ctx->data)
    r3 = r1
    r3 += 4
    # if ((void *)(meta + 1) > (void *)(long)ctx->data)
    if r3 > r2 goto .Ladjust_meta_15
    w2 = 77
    # *meta = 77;
    *(u32 *)(r1 + 0) = w2
    w0 = 2
.Ladjust_meta_15:
    # }
    exit

.program xdp_load_store section="xdp"
    # SEC("xdp") int xdp_load_store(struct xdp_md *ctx)
    r6 = r1
    r3 = r10
    r3 += -4
    # if (bpf_xdp_load_bytes(ctx, 2, b, 4))
    w2 = 2
    w4 = 4
    call bpf_xdp_load_bytes
    r1 = r0
    w0 = 0
    # if (bpf_xdp_load_bytes(ctx, 2, b, 4))
    if r1 != 0 goto .Lxdp_load_store_23
    # b[0] ^= 0xff;
    w1 = *(u8 *)(r10 - 4)
    w1 ^= -1
    *(u8 *)(r10 - 4) = w1
    r3 = r10
    r3 += -4
    # return bpf_xdp_store_bytes(ctx, 2, b, 4) ? XDP_ABORTED : XDP_PASS;
    r1 = r6
    w2 = 2
    w4 = 4
    call bpf_xdp_store_bytes
    r1 = r0
    w0 = 1
    if r1 == 0 goto .Lxdp_load_store_22
    w0 = 0
.Lxdp_load_store_22:
    w0 <<= 1
.Lxdp_load_store_23:
    # }
    exit

.program buff_len section="xdp"
    # SEC("xdp") int buff_len(struct xdp_md *ctx) { return bpf_xdp_get_buff_len(ctx); }
    call bpf_xdp_get_buff_len
    # SEC("xdp") int buff_len(struct xdp_md *ctx) { return bpf_xdp_get_buff_len(ctx); }
    exit

.program strtoul_ok section="syscall"
    # SEC("syscall") int strtoul_ok(void *ctx)
    r1 = 0x2066317830 ll
    # char s[8] = "0x1f ";
    *(u64 *)(r10 - 8) = r1
    r1 = 0
    # unsigned long r = 0;
    *(u64 *)(r10 - 16) = r1
    r1 = r10
    r1 += -8
    r4 = r10
    r4 += -16
    # long n = bpf_strtoul(s, sizeof(s), 0, &r);
    r2 = 8
    r3 = 0
    call bpf_strtoul
    # return n * 1000 + r;
    w0 *= 1000
    # return n * 1000 + r;
    r1 = *(u64 *)(r10 - 16)
    # return n * 1000 + r;
    w0 += w1
    # return n * 1000 + r;
    exit

.program read_str section="raw_tp/sys_enter" args=ctx:*void
    # SEC("raw_tp/sys_enter") int read_str(void *ctx)
    r3 = r1
    r1 = r10
    r1 += -8
    # return bpf_probe_read_kernel_str(b, sizeof(b), ctx) > 0;
    w2 = 8
    call bpf_probe_read_kernel_str
    r1 = r0
    w0 = 1
    # return bpf_probe_read_kernel_str(b, sizeof(b), ctx) > 0;
    if r1 s> 0 goto .Lread_str_9
    w0 = 0
.Lread_str_9:
    # return bpf_probe_read_kernel_str(b, sizeof(b), ctx) > 0;
    exit

.program task section="raw_tp/sys_enter" args=ctx:*void
    # SEC("raw_tp/sys_enter") int task(void *ctx) { return bpf_get_current_task() != 0; }
    call bpf_get_current_task
    r1 = r0
    w0 = 1
    # SEC("raw_tp/sys_enter") int task(void *ctx) { return bpf_get_current_task() != 0; }
    if r1 != 0 goto .Ltask_5
    w0 = 0
.Ltask_5:
    # SEC("raw_tp/sys_enter") int task(void *ctx) { return bpf_get_current_task() != 0; }
    exit

.program override section="kprobe/nothing"
    # SEC("kprobe/nothing") int override(void *ctx) { return bpf_get_current_uid_gid() != 0; }
    call bpf_get_current_uid_gid
    r1 = r0
    w0 = 1
    # SEC("kprobe/nothing") int override(void *ctx) { return bpf_get_current_uid_gid() != 0; }
    if r1 != 0 goto .Loverride_5
    w0 = 0
.Loverride_5:
    # SEC("kprobe/nothing") int override(void *ctx) { return bpf_get_current_uid_gid() != 0; }
    exit

.program get_stack section="kprobe/nothing"
    # SEC("kprobe/nothing") int get_stack(void *ctx)
    r2 = r10
    r2 += -32
    # return bpf_get_stack(ctx, ips, sizeof(ips), 0) > 0;
    w3 = 32
    r4 = 0
    call bpf_get_stack
    r1 = r0
    w0 = 1
    # return bpf_get_stack(ctx, ips, sizeof(ips), 0) > 0;
    if r1 s> 0 goto .Lget_stack_9
    w0 = 0
.Lget_stack_9:
    # return bpf_get_stack(ctx, ips, sizeof(ips), 0) > 0;
    exit

.program cgroup_classid section="cgroup_skb/egress"
    # SEC("cgroup_skb/egress") int cgroup_classid(struct __sk_buff *ctx) { return bpf_get_socket_cookie(ctx) != 0; }
    call bpf_get_socket_cookie
    r1 = r0
    w0 = 1
    # SEC("cgroup_skb/egress") int cgroup_classid(struct __sk_buff *ctx) { return bpf_get_socket_cookie(ctx) != 0; }
    if r1 != 0 goto .Lcgroup_classid_5
    w0 = 0
.Lcgroup_classid_5:
    # SEC("cgroup_skb/egress") int cgroup_classid(struct __sk_buff *ctx) { return bpf_get_socket_cookie(ctx) != 0; }
    exit
