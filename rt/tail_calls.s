# tail_calls
.license "GPL"
.map progs type=prog_array key_size=4 value_size=4 max_entries=4
.map arr type=array key=u32 value=u32 max_entries=4

.function in_function args=ctx:*__sk_buff
    # bpf_tail_call(ctx, &progs, 2);
    r2 = progs ll
    r3 = 2
    call bpf_tail_call
    # return 5;
    exit

.program constant_index section="tc"
    # bpf_tail_call(ctx, &progs, 1);
    r2 = progs ll
    r3 = 1
    call bpf_tail_call
    # return 7;
    r0 = 7
    exit

.program unknown_index section="tc"
    # bpf_tail_call(ctx, &progs, ctx->len);
    w3 = *(u32 *)(r1 + 0)
    r2 = progs ll
    call bpf_tail_call
    # return 8;
    r0 = 8
    exit

.program r0_after_tail_call section="tc"
    # asm volatile("r2 = %[progs] ll; r3 = 0; call 12; exit;" : : ADDR(progs) : CLOBBER);
    r2 = progs ll
    r3 = 0
    call bpf_tail_call
    exit

.program wrong_map section="tc"
    # bpf_tail_call(ctx, &arr, 1);
    r2 = arr ll
    r3 = 1
    call bpf_tail_call
    # return 7;
    r0 = 7
    exit

.program wrong_context section="tc"
    # SEC("tc") int wrong_context(struct __sk_buff *ctx)
    r1 = 0
    # __u64 x = 0;
    *(u64 *)(r10 - 8) = r1
    r1 = r10
    r1 += -8
    # bpf_tail_call(&x, &progs, 1);
    r2 = progs ll
    r3 = 1
    call bpf_tail_call
    # return 7;
    r0 = 7
    exit

.program in_subprog section="tc"
    # SEC("tc") int in_subprog(struct __sk_buff *ctx) { return in_function(ctx) + 1; }
    call in_function
    # SEC("tc") int in_subprog(struct __sk_buff *ctx) { return in_function(ctx) + 1; }
    r0 = 6
    exit

.program in_subprog_big_stack section="tc"
    # SEC("tc") int in_subprog_big_stack(struct __sk_buff *ctx)
    r2 = r10
    r2 += -320
    r3 = 0
    # asm volatile("*(u64 *)(%0 + 0) = %1" : : "r"(buf), "r"(0ULL) : "memory");
    *(u64 *)(r2 + 0) = r3
    # return in_function(ctx) + 1;
    call in_function
    # return in_function(ctx) + 1;
    r0 = 6
    exit

.program lookup_in_progs section="tc"
    # SEC("tc") int lookup_in_progs(struct __sk_buff *ctx)
    r1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&progs, &k) != 0;
    r1 = progs ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 1
    # return bpf_map_lookup_elem(&progs, &k) != 0;
    if r1 != 0 goto .Llookup_in_progs_11
    r0 = 0
.Llookup_in_progs_11:
    # return bpf_map_lookup_elem(&progs, &k) != 0;
    exit
