# calls
.license "GPL"
.struct pair { a: u64; b: u64 }
.map arr type=array key=u32 value=pair max_entries=1

.section .rodata.cst16,"a",@progbits
_rodata_cst16_0:
    .byte 1,0,0,0,0,0,0,0,2,0,0,0,0,0,0,0

.function twice args=a:s32
    # static NOINLINE int twice(int a) { return add(a, a) + 1; }
    r2 = r1
    call add
    # static NOINLINE int twice(int a) { return add(a, a) + 1; }
    r0 += 1
    # static NOINLINE int twice(int a) { return add(a, a) + 1; }
    exit

.function add args=a:s32 b:s32
    # static NOINLINE int add(int a, int b) { OPAQUE(a); return a + b; }
    r0 = r1
    # static NOINLINE int add(int a, int b) { OPAQUE(a); return a + b; }
    r0 += r2
    # static NOINLINE int add(int a, int b) { OPAQUE(a); return a + b; }
    exit

.function get_a args=p:*pair
    # static NOINLINE int get_a(struct pair *p) { return p->a; }
    r0 = *(u64 *)(r1 + 0)
    # static NOINLINE int get_a(struct pair *p) { return p->a; }
    exit

.function global_number args=x:s32 linkage=global
    # NOINLINE int global_number(int x) { OPAQUE(x); return x * 3; }
    r0 = r1
    # NOINLINE int global_number(int x) { OPAQUE(x); return x * 3; }
    r0 *= 3
    # NOINLINE int global_number(int x) { OPAQUE(x); return x * 3; }
    exit

.function global_checked args=p:*pair linkage=global
    # NOINLINE int global_checked(struct pair *p) { return p ? p->a : 0; }
    r0 = 0
    # NOINLINE int global_checked(struct pair *p) { return p ? p->a : 0; }
    if r1 == 0 goto .Lglobal_checked_3
    # NOINLINE int global_checked(struct pair *p) { return p ? p->a : 0; }
    r0 = *(u64 *)(r1 + 0)
.Lglobal_checked_3:
    # NOINLINE int global_checked(struct pair *p) { return p ? p->a : 0; }
    exit

.function global_unchecked args=p:*pair linkage=global
    # NOINLINE int global_unchecked(struct pair *p) { return p->b; }
    r0 = *(u64 *)(r1 + 8)
    # NOINLINE int global_unchecked(struct pair *p) { return p->b; }
    exit

.function global_ctx args=ctx:*__sk_buff linkage=global
    # NOINLINE int global_ctx(struct __sk_buff *ctx) { return ctx->len; }
    w0 = *(u32 *)(r1 + 0)
    exit

.function global_three linkage=global
    # NOINLINE int global_three(void) { int x = 3; OPAQUE(x); return x; }
    r0 = 3
    # NOINLINE int global_three(void) { int x = 3; OPAQUE(x); return x; }
    exit

.function static_three
    # static NOINLINE int static_three(void) { int x = 3; OPAQUE(x); return x; }
    r0 = 3
    # static NOINLINE int static_three(void) { int x = 3; OPAQUE(x); return x; }
    exit

.function global_bad args=x:s32 linkage=global
    # NOINLINE int global_bad(int x) { return *(volatile int *)(long)x; }
    r1 <<= 32
    r1 s>>= 32
    # NOINLINE int global_bad(int x) { return *(volatile int *)(long)x; }
    w0 = *(u32 *)(r1 + 0)
    exit

.function f1 args=x:s32
    # static NOINLINE int f1(int x) { return f2(x) + 1; }
    call f2
    # static NOINLINE int f1(int x) { return f2(x) + 1; }
    r0 += 1
    # static NOINLINE int f1(int x) { return f2(x) + 1; }
    exit

.function f0 args=x:s32
    # static NOINLINE int f0(int x) { return f1(x) * 2; }
    call f1
    # static NOINLINE int f0(int x) { return f1(x) * 2; }
    r0 <<= 1
    # static NOINLINE int f0(int x) { return f1(x) * 2; }
    exit

.function again
    # static NAKED NOINLINE int again(void) { asm volatile("call again; exit;" : : : CLOBBER); }
    call again
    exit

.function read_r6
    # static NAKED NOINLINE int read_r6(void) { asm volatile("r0 = r6; exit;" : : : CLOBBER); }
    r0 = r6
    exit

.function nothing
    # static NAKED NOINLINE int nothing(void) { asm volatile("r0 = 0; exit;" : : : CLOBBER); }
    r0 = 0
    exit

.function clobbers
    # static NAKED NOINLINE int clobbers(void) { asm volatile("r6 = 0; r7 = 0; r0 = 0; exit;" : : : CLOBBER); }
    r6 = 0
    r7 = 0
    r0 = 0
    exit

.function no_r0
    # static NAKED NOINLINE int no_r0(void) { asm volatile("exit;" : : : CLOBBER); }
    exit

.function falls
    # static NAKED NOINLINE int falls(void) { asm volatile("r0 = 0;" : : : CLOBBER); }
    r0 = 0

.function f2 args=x:s32
    # static NOINLINE int f2(int x) { return f3(x) + 2; }
    call f3
    # static NOINLINE int f2(int x) { return f3(x) + 2; }
    r0 += 2
    # static NOINLINE int f2(int x) { return f3(x) + 2; }
    exit

.function f3 args=x:s32
    # static NOINLINE int f3(int x) { return f4(x) + 3; }
    call f4
    # static NOINLINE int f3(int x) { return f4(x) + 3; }
    r0 += 3
    # static NOINLINE int f3(int x) { return f4(x) + 3; }
    exit

.function f4 args=x:s32
    # static NOINLINE int f4(int x) { return f5(x) + 4; }
    call f5
    # static NOINLINE int f4(int x) { return f5(x) + 4; }
    r0 += 4
    # static NOINLINE int f4(int x) { return f5(x) + 4; }
    exit

.function f5 args=x:s32
    # static NOINLINE int f5(int x) { return f6(x) + 5; }
    call f6
    # static NOINLINE int f5(int x) { return f6(x) + 5; }
    r0 += 5
    # static NOINLINE int f5(int x) { return f6(x) + 5; }
    exit

.function f6 args=x:s32
    # static NOINLINE int f6(int x) { return f7(x) + 6; }
    call f7
    # static NOINLINE int f6(int x) { return f7(x) + 6; }
    r0 += 6
    # static NOINLINE int f6(int x) { return f7(x) + 6; }
    exit

.function f7 args=x:s32
    # static NOINLINE int f7(int x) { OPAQUE(x); return x + 7; }
    r0 = r1
    # static NOINLINE int f7(int x) { OPAQUE(x); return x + 7; }
    r0 += 7
    # static NOINLINE int f7(int x) { OPAQUE(x); return x + 7; }
    exit

.program static_calls section="tc"
    # SEC("tc") int static_calls(struct __sk_buff *ctx) { return twice(ctx->len) + add(1, 2); }
    w1 = *(u32 *)(r1 + 0)
    call twice
    r6 = r0
    # SEC("tc") int static_calls(struct __sk_buff *ctx) { return twice(ctx->len) + add(1, 2); }
    r1 = 1
    r2 = 2
    call add
    # SEC("tc") int static_calls(struct __sk_buff *ctx) { return twice(ctx->len) + add(1, 2); }
    r0 += r6
    # SEC("tc") int static_calls(struct __sk_buff *ctx) { return twice(ctx->len) + add(1, 2); }
    exit

.program static_pointer section="tc"
    # struct pair p = { ctx->len, 2 };
    w1 = *(u32 *)(r1 + 0)
    r2 = 2
    # struct pair p = { ctx->len, 2 };
    *(u64 *)(r10 - 8) = r2
    *(u64 *)(r10 - 16) = r1
    r1 = r10
    r1 += -16
    # return get_a(&p);
    call get_a
    # return get_a(&p);
    exit

.program static_null_pointer section="tc"
    # __u32 k = ctx->len;
    w1 = *(u32 *)(r1 + 0)
    # __u32 k = ctx->len;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return get_a(bpf_map_lookup_elem(&arr, &k));
    r1 = arr ll
    call bpf_map_lookup_elem
    # return get_a(bpf_map_lookup_elem(&arr, &k));
    r1 = r0
    call get_a
    # return get_a(bpf_map_lookup_elem(&arr, &k));
    exit

.program global_call section="tc"
    # SEC("tc") int global_call(struct __sk_buff *ctx) { return global_number(ctx->len) + global_number(4); }
    w1 = *(u32 *)(r1 + 0)
    call global_number
    r6 = r0
    # SEC("tc") int global_call(struct __sk_buff *ctx) { return global_number(ctx->len) + global_number(4); }
    r1 = 4
    call global_number
    # SEC("tc") int global_call(struct __sk_buff *ctx) { return global_number(ctx->len) + global_number(4); }
    r0 += r6
    # SEC("tc") int global_call(struct __sk_buff *ctx) { return global_number(ctx->len) + global_number(4); }
    exit

.program global_pointer_checked section="tc"
    # SEC("tc") int global_pointer_checked(struct __sk_buff *ctx)
    r1 = 2
    # struct pair p = { 1, 2 };
    *(u64 *)(r10 - 8) = r1
    r1 = 1
    *(u64 *)(r10 - 16) = r1
    r1 = r10
    r1 += -16
    # return global_checked(&p);
    call global_checked
    # return global_checked(&p);
    exit

.program global_pointer_unchecked section="tc"
    # return global_unchecked(&p);
    r1 = _rodata_cst16_0 ll
    call global_unchecked
    # return global_unchecked(&p);
    exit

.program global_pointer_too_small section="tc"
    # SEC("tc") int global_pointer_too_small(struct __sk_buff *ctx)
    r1 = 1
    # __u64 small = 1;
    *(u64 *)(r10 - 8) = r1
    r1 = r10
    r1 += -8
    # return global_checked((void *)&small);
    call global_checked
    # return global_checked((void *)&small);
    exit

.program global_number_for_pointer section="tc"
    # return global_checked((void *)(long)ctx->len);
    w1 = *(u32 *)(r1 + 0)
    # return global_checked((void *)(long)ctx->len);
    call global_checked
    # return global_checked((void *)(long)ctx->len);
    exit

.program global_context section="tc"
    # SEC("tc") int global_context(struct __sk_buff *ctx) { return global_ctx(ctx); }
    call global_ctx
    # SEC("tc") int global_context(struct __sk_buff *ctx) { return global_ctx(ctx); }
    exit

.program global_return_unknown section="tc"
    # SEC("tc") int global_return_unknown(struct __sk_buff *ctx)
    r6 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w6
    r2 = r10
    r2 += -4
    # char *v = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    r7 = r0
    # __u64 i = global_three();
    call global_three
    r0 <<= 32
    r0 s>>= 32
    # return v ? v[i] : 0;
    if r7 == 0 goto .Lglobal_return_unknown_16
    # return v ? v[i] : 0;
    r7 += r0
    w6 = *(u8 *)(r7 + 0)
    r6 <<= 56
    r6 s>>= 56
.Lglobal_return_unknown_16:
    # return v ? v[i] : 0;
    r0 = r6
    exit

.program static_return_known section="tc"
    # SEC("tc") int static_return_known(struct __sk_buff *ctx)
    r6 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w6
    r2 = r10
    r2 += -4
    # char *v = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    r7 = r0
    # __u64 i = static_three();
    call static_three
    r0 <<= 32
    r0 s>>= 32
    # return v ? v[i] : 0;
    if r7 == 0 goto .Lstatic_return_known_16
    # return v ? v[i] : 0;
    r7 += r0
    w6 = *(u8 *)(r7 + 0)
    r6 <<= 56
    r6 s>>= 56
.Lstatic_return_known_16:
    # return v ? v[i] : 0;
    r0 = r6
    exit

.program calls_bad_global_in_dead_code section="tc"
    # SEC("tc") int calls_bad_global_in_dead_code(struct __sk_buff *ctx)
    r0 = 0
    # OPAQUE(zero);
    r1 = 0
    r1 <<= 32
    r1 >>= 32
    # if (zero)
    if r1 == 0 goto .Lcalls_bad_global_in_dead_code_7
    # return global_bad(1);
    r1 = 1
    call global_bad
.Lcalls_bad_global_in_dead_code_7:
    # }
    exit

.program eight_frames section="tc"
    # SEC("tc") int eight_frames(struct __sk_buff *ctx) { return f1(ctx->len); }
    w1 = *(u32 *)(r1 + 0)
    call f1
    # SEC("tc") int eight_frames(struct __sk_buff *ctx) { return f1(ctx->len); }
    exit

.program nine_frames section="tc"
    # SEC("tc") int nine_frames(struct __sk_buff *ctx) { return f0(ctx->len); }
    w1 = *(u32 *)(r1 + 0)
    call f0
    # SEC("tc") int nine_frames(struct __sk_buff *ctx) { return f0(ctx->len); }
    exit

.program recursion section="tc"
    # return again();
    call again
    # return again();
    exit

.program callee_reads_r6 section="tc"
    # asm volatile("r6 = 1; call %[read_r6]; exit;" : : IMM(read_r6) : CLOBBER);
    r6 = 1
    call read_r6
    exit

.program caller_uses_r1 section="tc"
    # asm volatile("call %[nothing]; r0 = r1; exit;" : : IMM(nothing) : CLOBBER);
    call nothing
    r0 = r1
    exit

.program callee_saved section="tc"
    # asm volatile("r6 = 5; call %[clobbers]; r0 = r6; exit;" : : IMM(clobbers) : CLOBBER);
    r6 = 5
    call clobbers
    r0 = r6
    exit

.program callee_without_r0 section="tc"
    # asm volatile("call %[no_r0]; r0 = 0; exit;" : : IMM(no_r0) : CLOBBER);
    call no_r0
    r0 = 0
    exit

.program callee_falls_through section="tc"
    # asm volatile("call %[falls]; exit;" : : IMM(falls) : CLOBBER);
    call falls
    exit
