# map_types
.license "GPL"
.struct elem { count: u64; t: bpf_timer }
.struct lpm_key { prefixlen: u32; addr: u32 }
.map arr type=array key=u32 value=elem max_entries=4
.map hash type=hash key=u32 value=elem max_entries=8
.map hash_np type=hash key=u64 value=elem max_entries=8 flags=1
.map lru type=lru_hash key=u32 value=elem max_entries=8
.map pcpu type=percpu_array key=u32 value=elem max_entries=1
.map pcpu_hash type=percpu_hash key=u32 value=elem max_entries=4
.map lpm type=lpm_trie key=lpm_key value=elem max_entries=4 flags=1
.map no_btf type=array key_size=4 value_size=24 max_entries=1

.section .rodata,"a",@progbits
    .byte 10,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
    .byte 0,0,0,0,0,0,0,0

.function count_cb args=map:*void key:*void e:*elem
    # e->count++;
    r1 = *(u64 *)(r3 + 0)
    r1 += 1
    *(u64 *)(r3 + 0) = r1
    # return 0;
    r0 = 0
    exit

.function rearm_cb args=map:*void key:*u32 e:*elem
    # e->count++;
    r1 = *(u64 *)(r3 + 0)
    r1 += 1
    *(u64 *)(r3 + 0) = r1
    # if (e->count < 5)
    if r1 > 4 goto .Lrearm_cb_9
    # bpf_timer_start(&e->t, 1 * MS, 0);
    r3 += 8
    # bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r3
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lrearm_cb_9:
    # return 0;
    r0 = 0
    exit

.program array_oneshot section="tc"
    # SEC("tc") int array_oneshot(struct __sk_buff *ctx)
    r7 = 1
    # __u32 key = 1;
    *(u32 *)(r10 - 4) = w7
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    # if (!e)
    if r6 == 0 goto .Larray_oneshot_31
    # if (bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC))
    r6 += 8
    # if (bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC))
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r7 = 2
    # if (bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC))
    if r0 != 0 goto .Larray_oneshot_31
    # if (bpf_timer_set_callback(&e->t, count_cb))
    r1 = r6
    r2 = count_cb ll
    call bpf_timer_set_callback
    r7 = 3
    # if (bpf_timer_set_callback(&e->t, count_cb))
    if r0 != 0 goto .Larray_oneshot_31
    # if (bpf_timer_start(&e->t, 1 * MS, 0))
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r7 = 1
    if r0 != 0 goto .Larray_oneshot_30
    r7 = 0
.Larray_oneshot_30:
    r7 <<= 2
.Larray_oneshot_31:
    # }
    r0 = r7
    exit

.program array_rearm section="tc"
    # SEC("tc") int array_rearm(struct __sk_buff *ctx)
    r1 = 2
    # __u32 key = 2;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    # if (!e)
    if r6 == 0 goto .Larray_rearm_24
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, rearm_cb);
    r1 = r6
    r2 = rearm_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Larray_rearm_24:
    # }
    exit

.program hash_oneshot section="tc"
    # SEC("tc") int hash_oneshot(struct __sk_buff *ctx)
    r1 = 7
    # __u32 key = 7;
    *(u32 *)(r10 - 4) = w1
    r1 = 10
    # struct elem init = { .count = 10 }, *e;
    *(u64 *)(r10 - 32) = r1
    r1 = 0
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    r6 = r10
    r6 += -4
    r3 = r10
    r3 += -32
    # bpf_map_update_elem(&hash, &key, &init, BPF_ANY);
    r1 = hash ll
    r2 = r6
    r4 = 0
    call bpf_map_update_elem
    # e = bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    r2 = r6
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    # if (!e)
    if r6 == 0 goto .Lhash_oneshot_37
    # bpf_timer_init(&e->t, &hash, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &hash, CLOCK_MONOTONIC);
    r1 = r6
    r2 = hash ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, count_cb);
    r1 = r6
    r2 = count_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lhash_oneshot_37:
    # }
    exit

.program hash_noprealloc section="tc"
    # SEC("tc") int hash_noprealloc(struct __sk_buff *ctx)
    r1 = 0x1122334455667788 ll
    # __u64 key = 0x1122334455667788;
    *(u64 *)(r10 - 8) = r1
    r1 = 0
    # struct elem init = {}, *e;
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    *(u64 *)(r10 - 32) = r1
    r6 = r10
    r6 += -8
    r3 = r10
    r3 += -32
    r7 = 1
    # bpf_map_update_elem(&hash_np, &key, &init, BPF_NOEXIST);
    r1 = hash_np ll
    r2 = r6
    r4 = 1
    call bpf_map_update_elem
    # e = bpf_map_lookup_elem(&hash_np, &key);
    r1 = hash_np ll
    r2 = r6
    call bpf_map_lookup_elem
    r6 = r0
    # if (!e)
    if r6 == 0 goto .Lhash_noprealloc_38
    # bpf_timer_init(&e->t, &hash_np, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &hash_np, CLOCK_MONOTONIC);
    r1 = r6
    r2 = hash_np ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, count_cb);
    r1 = r6
    r2 = count_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    r7 = r0
.Lhash_noprealloc_38:
    # }
    r0 = r7
    exit

.program lru_oneshot section="tc"
    # SEC("tc") int lru_oneshot(struct __sk_buff *ctx)
    r1 = 3
    # __u32 key = 3;
    *(u32 *)(r10 - 4) = w1
    r1 = 0
    # struct elem init = {}, *e;
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    *(u64 *)(r10 - 32) = r1
    r6 = r10
    r6 += -4
    r3 = r10
    r3 += -32
    # bpf_map_update_elem(&lru, &key, &init, BPF_ANY);
    r1 = lru ll
    r2 = r6
    r4 = 0
    call bpf_map_update_elem
    # e = bpf_map_lookup_elem(&lru, &key);
    r1 = lru ll
    r2 = r6
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    # if (!e)
    if r6 == 0 goto .Llru_oneshot_36
    # bpf_timer_init(&e->t, &lru, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &lru, CLOCK_MONOTONIC);
    r1 = r6
    r2 = lru ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, count_cb);
    r1 = r6
    r2 = count_cb ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Llru_oneshot_36:
    # }
    exit

.program percpu_array_timer section="tc"
    # SEC("tc") int percpu_array_timer(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&pcpu, &key);
    r1 = pcpu ll
    call bpf_map_lookup_elem
    r1 = 1
    # if (!e)
    if r0 == 0 goto .Lpercpu_array_timer_16
    # return bpf_timer_init(&e->t, &pcpu, CLOCK_MONOTONIC);
    r0 += 8
    # return bpf_timer_init(&e->t, &pcpu, CLOCK_MONOTONIC);
    r1 = r0
    r2 = pcpu ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Lpercpu_array_timer_16:
    # }
    r0 = r1
    exit

.program percpu_hash_timer section="tc"
    # SEC("tc") int percpu_hash_timer(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&pcpu_hash, &key);
    r1 = pcpu_hash ll
    call bpf_map_lookup_elem
    r1 = 1
    # if (!e)
    if r0 == 0 goto .Lpercpu_hash_timer_16
    # return bpf_timer_init(&e->t, &pcpu_hash, CLOCK_MONOTONIC);
    r0 += 8
    # return bpf_timer_init(&e->t, &pcpu_hash, CLOCK_MONOTONIC);
    r1 = r0
    r2 = pcpu_hash ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Lpercpu_hash_timer_16:
    # }
    r0 = r1
    exit

.program lpm_timer section="tc"
    # SEC("tc") int lpm_timer(struct __sk_buff *ctx)
    r1 = 0x100000020 ll
    # struct lpm_key key = { 32, 1 };
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # struct elem *e = bpf_map_lookup_elem(&lpm, &key);
    r1 = lpm ll
    call bpf_map_lookup_elem
    r1 = 1
    # if (!e)
    if r0 == 0 goto .Llpm_timer_17
    # return bpf_timer_init(&e->t, &lpm, CLOCK_MONOTONIC);
    r0 += 8
    # return bpf_timer_init(&e->t, &lpm, CLOCK_MONOTONIC);
    r1 = r0
    r2 = lpm ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Llpm_timer_17:
    # }
    r0 = r1
    exit

.program map_without_btf section="tc"
    # SEC("tc") int map_without_btf(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&no_btf, &key);
    r1 = no_btf ll
    call bpf_map_lookup_elem
    r1 = 1
    # if (!e)
    if r0 == 0 goto .Lmap_without_btf_16
    # return bpf_timer_init(&e->t, &no_btf, CLOCK_MONOTONIC);
    r0 += 8
    # return bpf_timer_init(&e->t, &no_btf, CLOCK_MONOTONIC);
    r1 = r0
    r2 = no_btf ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Lmap_without_btf_16:
    # }
    r0 = r1
    exit
