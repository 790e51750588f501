# sync_callbacks
.license "GPL"
.struct st { n: u64; idx: u64 }
.struct holder { p: *char }
.map arr type=array key=u32 value=u64 max_entries=8
.map queue type=queue value=u32 max_entries=4

.section .rodata.cst16,"a",@progbits
    .byte 0,0,0,0,0,0,0,0,7,0,0,0,0,0,0,0

.function inc args=i:u32 s:*st
    # static int inc(__u32 i, struct st *s) { s->n++; return 0; }
    r1 = *(u64 *)(r2 + 0)
    r1 += 1
    *(u64 *)(r2 + 0) = r1
    # static int inc(__u32 i, struct st *s) { s->n++; return 0; }
    w0 = 0
    exit

.function grow args=i:u32 s:*st
    # static int grow(__u32 i, struct st *s) { s->idx += 1; return 0; }
    r1 = *(u64 *)(r2 + 8)
    r1 += 1
    *(u64 *)(r2 + 8) = r1
    # static int grow(__u32 i, struct st *s) { s->idx += 1; return 0; }
    w0 = 0
    exit

.function through args=i:u32 h:*holder
    # static int through(__u32 i, struct holder *h) { *h->p = i; return 0; }
    r2 = *(u64 *)(r2 + 0)
    # static int through(__u32 i, struct holder *h) { *h->p = i; return 0; }
    *(u8 *)(r2 + 0) = w1
    # static int through(__u32 i, struct holder *h) { *h->p = i; return 0; }
    w0 = 0
    exit

.function destroys args=i:u32 h:*holder
    # static int destroys(__u32 i, struct holder *h) { *h->p = i; h->p = (char *)(long)i; return 0; }
    r3 = *(u64 *)(r2 + 0)
    # static int destroys(__u32 i, struct holder *h) { *h->p = i; h->p = (char *)(long)i; return 0; }
    *(u8 *)(r3 + 0) = w1
    # static int destroys(__u32 i, struct holder *h) { *h->p = i; h->p = (char *)(long)i; return 0; }
    w1 = w1
    # static int destroys(__u32 i, struct holder *h) { *h->p = i; h->p = (char *)(long)i; return 0; }
    *(u64 *)(r2 + 0) = r1
    # static int destroys(__u32 i, struct holder *h) { *h->p = i; h->p = (char *)(long)i; return 0; }
    w0 = 0
    exit

.function bad args=i:u32 c:*void
    # static int bad(__u32 i, void *c) { return *(volatile int *)8; }
    r1 = 8
    # static int bad(__u32 i, void *c) { return *(volatile int *)8; }
    w0 = *(u32 *)(r1 + 0)
    # static int bad(__u32 i, void *c) { return *(volatile int *)8; }
    exit

.function global_cb args=i:u32 c:*void linkage=global
    # NOINLINE int global_cb(__u32 i, void *c) { return 0; }
    w0 = 0
    exit

.function each args=map:*void key:*u32 v:*void c:*void returns=s64
    # static long each(void *map, __u32 *key, void *v, void *c) { return 0; }
    r0 = 0
    exit

.function deep args=i:u32 c:*void
    # static int deep(__u32 i, void *c)
    r1 = r10
    r1 += -296
    r2 = 0
    # asm volatile("*(u64 *)(%0 + 0) = %1" : : "r"(buf), "r"(0ULL) : "memory");
    *(u64 *)(r1 + 0) = r2
    # return 0;
    w0 = 0
    exit

.program stack_forgotten section="tc"
    # SEC("tc") int stack_forgotten(struct __sk_buff *ctx)
    r6 = 0
    # __u64 a[2] = {};
    *(u64 *)(r10 - 8) = r6
    *(u64 *)(r10 - 16) = r6
    # struct st s = { 0, 0 };
    *(u64 *)(r10 - 24) = r6
    *(u64 *)(r10 - 32) = r6
    r3 = r10
    r3 += -32
    # bpf_loop(3, inc, &s, 0);
    w1 = 3
    r2 = inc ll
    r4 = 0
    call bpf_loop
    # i = s.n;
    r1 = *(u64 *)(r10 - 32)
    r2 = r10
    r2 += -16
    # asm volatile("%0 += %1; *(u8 *)(%0 + 0) = %2" : "+r"(i) : "r"(a), "r"(0) : "memory");
    r1 += r2
    *(u8 *)(r1 + 0) = w6
    # return 0;
    w0 = 0
    exit

.program stack_kept section="tc"
    # SEC("tc") int stack_kept(struct __sk_buff *ctx)
    w6 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w6
    r1 = 7
    # struct st s = { 0, 7 };
    *(u64 *)(r10 - 16) = r1
    r1 = 0
    *(u64 *)(r10 - 24) = r1
    r2 = r10
    r2 += -4
    # char *v = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    r7 = r0
    r3 = r10
    r3 += -24
    # bpf_loop(3, inc, &s, 0);
    w1 = 3
    r2 = inc ll
    r4 = 0
    call bpf_loop
    # return v ? v[s.idx] : 0;
    if r7 == 0 goto .Lstack_kept_25
    # return v ? v[s.idx] : 0;
    r1 = *(u64 *)(r10 - 16)
    # return v ? v[s.idx] : 0;
    r7 += r1
    w6 = *(u8 *)(r7 + 0)
    w6 <<= 24
    w6 s>>= 24
.Lstack_kept_25:
    # return v ? v[s.idx] : 0;
    w0 = w6
    exit

.program index_grows section="tc"
    # SEC("tc") int index_grows(struct __sk_buff *ctx)
    w6 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w6
    r1 = 0
    # struct st s = { 0, 0 };
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    r2 = r10
    r2 += -4
    # char *v = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    r7 = r0
    r3 = r10
    r3 += -24
    # bpf_loop(3, grow, &s, 0);
    w1 = 3
    r2 = grow ll
    r4 = 0
    call bpf_loop
    # return v ? v[s.idx] : 0;
    if r7 == 0 goto .Lindex_grows_24
    # return v ? v[s.idx] : 0;
    r1 = *(u64 *)(r10 - 16)
    # return v ? v[s.idx] : 0;
    r7 += r1
    w6 = *(u8 *)(r7 + 0)
    w6 <<= 24
    w6 s>>= 24
.Lindex_grows_24:
    # return v ? v[s.idx] : 0;
    w0 = w6
    exit

.program index_grows_unknown section="tc"
    # SEC("tc") int index_grows_unknown(struct __sk_buff *ctx)
    r8 = r1
    w6 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w6
    r1 = 0
    # struct st s = { 0, 0 };
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    r2 = r10
    r2 += -4
    # char *v = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    r7 = r0
    # bpf_loop(ctx->len, grow, &s, 0);
    w1 = *(u32 *)(r8 + 0)
    r3 = r10
    r3 += -24
    # bpf_loop(ctx->len, grow, &s, 0);
    r2 = grow ll
    r4 = 0
    call bpf_loop
    # return v ? v[s.idx] : 0;
    if r7 == 0 goto .Lindex_grows_unknown_25
    # return v ? v[s.idx] : 0;
    r1 = *(u64 *)(r10 - 16)
    # return v ? v[s.idx] : 0;
    r7 += r1
    w6 = *(u8 *)(r7 + 0)
    w6 <<= 24
    w6 s>>= 24
.Lindex_grows_unknown_25:
    # return v ? v[s.idx] : 0;
    w0 = w6
    exit

.program pointer_on_stack section="tc"
    # SEC("tc") int pointer_on_stack(struct __sk_buff *ctx)
    w1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct holder h = { bpf_map_lookup_elem(&arr, &k) };
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = r0
    w0 = 1
    # struct holder h = { bpf_map_lookup_elem(&arr, &k) };
    *(u64 *)(r10 - 16) = r1
    # if (!h.p)
    if r1 == 0 goto .Lpointer_on_stack_18
    r3 = r10
    r3 += -16
    # return bpf_loop(3, through, &h, 0);
    w1 = 3
    r2 = through ll
    r4 = 0
    call bpf_loop
.Lpointer_on_stack_18:
    # }
    exit

.program pointer_destroyed section="tc"
    # SEC("tc") int pointer_destroyed(struct __sk_buff *ctx)
    w1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct holder h = { bpf_map_lookup_elem(&arr, &k) };
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = r0
    w0 = 1
    # struct holder h = { bpf_map_lookup_elem(&arr, &k) };
    *(u64 *)(r10 - 16) = r1
    # if (!h.p)
    if r1 == 0 goto .Lpointer_destroyed_18
    r3 = r10
    r3 += -16
    # return bpf_loop(3, destroys, &h, 0);
    w1 = 3
    r2 = destroys ll
    r4 = 0
    call bpf_loop
.Lpointer_destroyed_18:
    # }
    exit

.program zero_rounds section="tc"
    # SEC("tc") int zero_rounds(struct __sk_buff *ctx) { return bpf_loop(0, bad, 0, 0); }
    w1 = 0
    r2 = bad ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # SEC("tc") int zero_rounds(struct __sk_buff *ctx) { return bpf_loop(0, bad, 0, 0); }
    exit

.program loop_no_function section="tc"
    # SEC("tc") int loop_no_function(struct __sk_buff *ctx) { return bpf_loop(3, (void *)5, 0, 0); }
    w1 = 3
    r2 = 5
    r3 = 0
    r4 = 0
    call bpf_loop
    # SEC("tc") int loop_no_function(struct __sk_buff *ctx) { return bpf_loop(3, (void *)5, 0, 0); }
    exit

.program loop_global_function section="tc"
    # SEC("tc") int loop_global_function(struct __sk_buff *ctx) { return bpf_loop(3, global_cb, 0, 0); }
    w1 = 3
    r2 = global_cb ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # SEC("tc") int loop_global_function(struct __sk_buff *ctx) { return bpf_loop(3, global_cb, 0, 0); }
    exit

.program for_each_queue section="tc"
    # SEC("tc") int for_each_queue(struct __sk_buff *ctx) { return bpf_for_each_map_elem(&queue, each, 0, 0); }
    r1 = queue ll
    r2 = each ll
    r3 = 0
    r4 = 0
    call bpf_for_each_map_elem
    # SEC("tc") int for_each_queue(struct __sk_buff *ctx) { return bpf_for_each_map_elem(&queue, each, 0, 0); }
    exit

.program callback_stack section="tc"
    # SEC("tc") int callback_stack(struct __sk_buff *ctx)
    r1 = r10
    r1 += -296
    r2 = 0
    # asm volatile("*(u64 *)(%0 + 0) = %1" : : "r"(buf), "r"(0ULL) : "memory");
    *(u64 *)(r1 + 0) = r2
    # return bpf_loop(1, deep, 0, 0);
    w1 = 1
    r2 = deep ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # return bpf_loop(1, deep, 0, 0);
    exit
