# maps
.license "GPL"
.struct val { idx: u32; arr: u32[15] }
.map hash type=hash key=u64 value=val max_entries=16
.map arr type=array key=u32 value=val max_entries=4
.map pcpu type=percpu_array key=u32 value=u64 max_entries=1
.map rdonly type=array key=u32 value=u64 max_entries=2 flags=128
.map wronly type=array key=u32 value=u64 max_entries=2 flags=256
.map queue type=queue value=u32 max_entries=4

.section .rodata,"a",@progbits
.var limit: const volatile u32
    .byte 9,0,0,0
.var table: const u32[8]
    .byte 3,0,0,0,1,0,0,0,4,0,0,0,1,0,0,0
    .byte 5,0,0,0,9,0,0,0,2,0,0,0,6,0,0,0

.section .data,"aw",@progbits
.var counter: u32
    .byte 5,0,0,0

.section .bss,"aw",@nobits
.var zero_counter: u32
    .zero 4
.var hidden: volatile u32[4] static
    .zero 16

.program no_null_test section="tc"
    # SEC("tc") int no_null_test(struct __sk_buff *ctx)
    r1 = 1
    # __u64 key = 1;
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # struct val *v = bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    call bpf_map_lookup_elem
    # return v->idx;
    w0 = *(u32 *)(r0 + 0)
    exit

.program null_test section="tc"
    # SEC("tc") int null_test(struct __sk_buff *ctx)
    r1 = 1
    # __u64 key = 1;
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # struct val *v = bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 0
    # return v ? v->idx : 0;
    if r1 == 0 goto .Lnull_test_11
    # return v ? v->idx : 0;
    w0 = *(u32 *)(r1 + 0)
.Lnull_test_11:
    # return v ? v->idx : 0;
    exit

.program null_test_of_copy section="tc"
    # SEC("tc") int null_test_of_copy(struct __sk_buff *ctx)
    r1 = 1
    # __u64 key = 1;
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # struct val *v = bpf_map_lookup_elem(&hash, &key), *w = v;
    r1 = hash ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 0
    # OPAQUE(w);
    r2 = r1
    # return w ? v->idx : 0;
    if r2 == 0 goto .Lnull_test_of_copy_12
    # return w ? v->idx : 0;
    w0 = *(u32 *)(r1 + 0)
.Lnull_test_of_copy_12:
    # return w ? v->idx : 0;
    exit

.program arithmetic_before_test section="tc"
    # SEC("tc") int arithmetic_before_test(struct __sk_buff *ctx)
    r1 = 1
    # __u64 key = 1;
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # char *v = bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    call bpf_map_lookup_elem
    # v += 4;
    r0 += 4
    r1 = 0
    # return v ? *v : 0;
    if r0 == 0 goto .Larithmetic_before_test_13
    # return v ? *v : 0;
    w1 = *(u8 *)(r0 + 0)
    r1 <<= 56
    r1 s>>= 56
.Larithmetic_before_test_13:
    # return v ? *v : 0;
    r0 = r1
    exit

.program there_and_back section="tc"
    # SEC("tc") int there_and_back(struct __sk_buff *ctx)
    r1 = 1
    # __u64 key = 1;
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # char *v = bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    call bpf_map_lookup_elem
    r1 = 0
    # if (!v)
    if r0 == 0 goto .Lthere_and_back_14
    # v += 100;
    r0 += 100
    # v -= 90;
    r0 += -90
    # return *v;
    w1 = *(u8 *)(r0 + 0)
    r1 <<= 56
    r1 s>>= 56
.Lthere_and_back_14:
    # }
    r0 = r1
    exit

.program index_tested section="tc"
    # SEC("tc") int index_tested(struct __sk_buff *ctx)
    r1 = 1
    # __u64 key = 1;
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # struct val *v = bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    call bpf_map_lookup_elem
    r1 = 0
    # if (!v)
    if r0 == 0 goto .Lindex_tested_14
    # i = v->idx;
    w2 = *(u32 *)(r0 + 0)
    # if (i >= 15)
    if r2 > 14 goto .Lindex_tested_14
    # return v->arr[i];
    r2 <<= 2
    # return v->arr[i];
    r0 += r2
    # return v->arr[i];
    w1 = *(u32 *)(r0 + 4)
.Lindex_tested_14:
    # }
    r0 = r1
    exit

.program index_untested section="tc"
    # SEC("tc") int index_untested(struct __sk_buff *ctx)
    r1 = 1
    # __u64 key = 1;
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # struct val *v = bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    call bpf_map_lookup_elem
    r1 = 0
    # return v ? v->arr[v->idx] : 0;
    if r0 == 0 goto .Lindex_untested_13
    # return v ? v->arr[v->idx] : 0;
    w1 = *(u32 *)(r0 + 0)
    # return v ? v->arr[v->idx] : 0;
    r1 <<= 2
    # return v ? v->arr[v->idx] : 0;
    r0 += r1
    # return v ? v->arr[v->idx] : 0;
    w1 = *(u32 *)(r0 + 4)
.Lindex_untested_13:
    # return v ? v->arr[v->idx] : 0;
    r0 = r1
    exit

.program last_element section="tc"
    # SEC("tc") int last_element(struct __sk_buff *ctx)
    r1 = 1
    # __u64 key = 1;
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # struct val *v = bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 0
    # return v ? *(volatile __u32 *)((void *)v + 60) : 0;
    if r1 == 0 goto .Llast_element_11
    # return v ? *(volatile __u32 *)((void *)v + 60) : 0;
    w0 = *(u32 *)(r1 + 60)
.Llast_element_11:
    # return v ? *(volatile __u32 *)((void *)v + 60) : 0;
    exit

.program behind_last_element section="tc"
    # SEC("tc") int behind_last_element(struct __sk_buff *ctx)
    r1 = 1
    # __u64 key = 1;
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # struct val *v = bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 0
    # return v ? *(volatile __u32 *)((void *)v + 64) : 0;
    if r1 == 0 goto .Lbehind_last_element_11
    # return v ? *(volatile __u32 *)((void *)v + 64) : 0;
    w0 = *(u32 *)(r1 + 64)
.Lbehind_last_element_11:
    # return v ? *(volatile __u32 *)((void *)v + 64) : 0;
    exit

.program before_first_element section="tc"
    # SEC("tc") int before_first_element(struct __sk_buff *ctx)
    r1 = 1
    # __u64 key = 1;
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # struct val *v = bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 0
    # return v ? *(volatile __u32 *)((void *)v - 4) : 0;
    if r1 == 0 goto .Lbefore_first_element_11
    # return v ? *(volatile __u32 *)((void *)v - 4) : 0;
    w0 = *(u32 *)(r1 - 4)
.Lbefore_first_element_11:
    # return v ? *(volatile __u32 *)((void *)v - 4) : 0;
    exit

.program misaligned_value section="tc"
    # SEC("tc") int misaligned_value(struct __sk_buff *ctx)
    r1 = 1
    # __u64 key = 1;
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # struct val *v = bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 0
    # return v ? *(volatile __u32 *)((void *)v + 2) : 0;
    if r1 == 0 goto .Lmisaligned_value_11
    # return v ? *(volatile __u32 *)((void *)v + 2) : 0;
    w0 = *(u32 *)(r1 + 2)
.Lmisaligned_value_11:
    # return v ? *(volatile __u32 *)((void *)v + 2) : 0;
    exit

.program array_key_beyond section="tc"
    # SEC("tc") int array_key_beyond(struct __sk_buff *ctx)
    r1 = 4
    # __u32 key = 4;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct val *v = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    # return v->idx;
    w0 = *(u32 *)(r0 + 0)
    exit

.program array_key_within section="tc"
    # SEC("tc") int array_key_within(struct __sk_buff *ctx)
    r1 = 3
    # __u32 key = 3;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct val *v = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    # return v->idx;
    w0 = *(u32 *)(r0 + 0)
    exit

.program array_key_zero section="tc"
    # SEC("tc") int array_key_zero(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct val *v = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    # return v->idx;
    w0 = *(u32 *)(r0 + 0)
    exit

.program array_key_aligned section="tc"
    # SEC("tc") int array_key_aligned(struct __sk_buff *ctx)
    r1 = 3
    # __u32 key[2] __attribute__((aligned(8))) = { 3, 0 };
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # struct val *v = bpf_map_lookup_elem(&arr, key);
    r1 = arr ll
    call bpf_map_lookup_elem
    # return v->idx;
    w0 = *(u32 *)(r0 + 0)
    exit

.program array_key_unknown section="tc"
    # __u32 key = ctx->len & 3;
    w1 = *(u32 *)(r1 + 0)
    # __u32 key = ctx->len & 3;
    r1 &= 3
    # __u32 key = ctx->len & 3;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct val *v = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    # return v->idx;
    w0 = *(u32 *)(r0 + 0)
    exit

.program percpu section="tc"
    # SEC("tc") int percpu(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # __u64 *v = bpf_map_lookup_elem(&pcpu, &key);
    r1 = pcpu ll
    call bpf_map_lookup_elem
    r1 = 1
    # if (!v)
    if r0 == 0 goto .Lpercpu_13
    # *v += 1;
    r1 = *(u64 *)(r0 + 0)
    r1 += 1
    *(u64 *)(r0 + 0) = r1
    r1 = 0
.Lpercpu_13:
    # }
    r0 = r1
    exit

.program write_read_only section="tc"
    # SEC("tc") int write_read_only(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # __u64 *v = bpf_map_lookup_elem(&rdonly, &key);
    r1 = rdonly ll
    call bpf_map_lookup_elem
    # if (v)
    if r0 == 0 goto .Lwrite_read_only_10
    r1 = 1
    # *v = 1;
    *(u64 *)(r0 + 0) = r1
.Lwrite_read_only_10:
    # return 0;
    r0 = 0
    exit

.program read_read_only section="tc"
    # SEC("tc") int read_read_only(struct __sk_buff *ctx)
    r6 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w6
    r2 = r10
    r2 += -4
    # __u64 *v = bpf_map_lookup_elem(&rdonly, &key);
    r1 = rdonly ll
    call bpf_map_lookup_elem
    # return v ? *v : 0;
    if r0 == 0 goto .Lread_read_only_9
    # return v ? *v : 0;
    r6 = *(u64 *)(r0 + 0)
.Lread_read_only_9:
    # return v ? *v : 0;
    r0 = r6
    exit

.program update_read_only section="tc"
    # SEC("tc") int update_read_only(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r1 = 1
    # __u64 v = 1;
    *(u64 *)(r10 - 16) = r1
    r2 = r10
    r2 += -4
    r3 = r10
    r3 += -16
    # return bpf_map_update_elem(&rdonly, &key, &v, 0);
    r1 = rdonly ll
    r4 = 0
    call bpf_map_update_elem
    # return bpf_map_update_elem(&rdonly, &key, &v, 0);
    exit

.program read_write_only section="tc"
    # SEC("tc") int read_write_only(struct __sk_buff *ctx)
    r6 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w6
    r2 = r10
    r2 += -4
    # __u64 *v = bpf_map_lookup_elem(&wronly, &key);
    r1 = wronly ll
    call bpf_map_lookup_elem
    # return v ? *v : 0;
    if r0 == 0 goto .Lread_write_only_9
    # return v ? *v : 0;
    r6 = *(u64 *)(r0 + 0)
.Lread_write_only_9:
    # return v ? *v : 0;
    r0 = r6
    exit

.program update_write_only section="tc"
    # SEC("tc") int update_write_only(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r1 = 1
    # __u64 v = 1;
    *(u64 *)(r10 - 16) = r1
    r2 = r10
    r2 += -4
    r3 = r10
    r3 += -16
    # return bpf_map_update_elem(&wronly, &key, &v, 0);
    r1 = wronly ll
    r4 = 0
    call bpf_map_update_elem
    # return bpf_map_update_elem(&wronly, &key, &v, 0);
    exit

.program rodata_constant section="tc"
    # SEC("tc") int rodata_constant(struct __sk_buff *ctx)
    r0 = 0
    # if (limit != 9)
    r1 = limit ll
    w1 = *(u32 *)(r1 + 0)
    # if (limit != 9)
    if r1 == 9 goto .Lrodata_constant_7
    r1 = 0
    # return *(volatile int *)0;
    w0 = *(u32 *)(r1 + 0)
.Lrodata_constant_7:
    # }
    exit

.program rodata_table section="tc"
    # return table[ctx->len & 7];
    w1 = *(u32 *)(r1 + 0)
    # return table[ctx->len & 7];
    r1 &= 7
    r1 <<= 2
    r2 = table ll
    r2 += r1
    # return table[ctx->len & 7];
    w0 = *(u32 *)(r2 + 0)
    exit

.program rodata_write section="tc"
    # OPAQUE(p);
    r1 = limit ll
    r2 = 1
    # *p = 1;
    *(u32 *)(r1 + 0) = w2
    # return 0;
    r0 = 0
    exit

.program globals section="tc"
    # zero_counter += 2;
    r2 = zero_counter ll
    w3 = *(u32 *)(r2 + 0)
    r3 += 2
    *(u32 *)(r2 + 0) = w3
    # counter++;
    r2 = counter ll
    w0 = *(u32 *)(r2 + 0)
    r0 += 1
    *(u32 *)(r2 + 0) = w0
    # hidden[ctx->len & 3] = 7;
    w1 = *(u32 *)(r1 + 0)
    # hidden[ctx->len & 3] = 7;
    r1 &= 3
    r1 <<= 2
    r2 = zero_counter + 4 ll
    r2 += r1
    r1 = 7
    # hidden[ctx->len & 3] = 7;
    *(u32 *)(r2 + 0) = w1
    # return counter;
    exit

.program globals_out_of_bounds section="tc"
    # return hidden[ctx->len & 15];
    w1 = *(u32 *)(r1 + 0)
    # return hidden[ctx->len & 15];
    r1 &= 15
    r1 <<= 2
    r2 = zero_counter + 4 ll
    r2 += r1
    # return hidden[ctx->len & 15];
    w0 = *(u32 *)(r2 + 0)
    exit

.program value_as_argument section="tc"
    # SEC("tc") int value_as_argument(struct __sk_buff *ctx)
    r1 = 1
    # __u64 key = 1;
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # struct val *v = bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    call bpf_map_lookup_elem
    r1 = 0
    # if (!v)
    if r0 == 0 goto .Lvalue_as_argument_16
    # return bpf_map_update_elem(&arr, &v->idx, v, BPF_ANY);
    r1 = arr ll
    r2 = r0
    r3 = r0
    r4 = 0
    call bpf_map_update_elem
    r1 = r0
.Lvalue_as_argument_16:
    # }
    r0 = r1
    exit

.program value_argument_short section="tc"
    # SEC("tc") int value_argument_short(struct __sk_buff *ctx)
    r1 = 1
    # __u64 key = 1;
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # struct val *v = bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    call bpf_map_lookup_elem
    r1 = 0
    # if (!v)
    if r0 == 0 goto .Lvalue_argument_short_17
    # return bpf_map_update_elem(&arr, &v->idx, &v->arr[0], BPF_ANY);
    r3 = r0
    r3 += 4
    # return bpf_map_update_elem(&arr, &v->idx, &v->arr[0], BPF_ANY);
    r1 = arr ll
    r2 = r0
    r4 = 0
    call bpf_map_update_elem
    r1 = r0
.Lvalue_argument_short_17:
    # }
    r0 = r1
    exit

.program queue_push_pop section="tc"
    # SEC("tc") int queue_push_pop(struct __sk_buff *ctx)
    r1 = 42
    # __u32 v = 42, out = 0;
    *(u32 *)(r10 - 4) = w1
    r1 = 0
    # __u32 v = 42, out = 0;
    *(u32 *)(r10 - 8) = w1
    r2 = r10
    r2 += -4
    # bpf_map_push_elem(&queue, &v, 0);
    r1 = queue ll
    r3 = 0
    call bpf_map_push_elem
    r2 = r10
    r2 += -8
    # bpf_map_pop_elem(&queue, &out);
    r1 = queue ll
    call bpf_map_pop_elem
    # return out;
    w0 = *(u32 *)(r10 - 8)
    exit

.program queue_lookup section="tc"
    # SEC("tc") int queue_lookup(struct __sk_buff *ctx)
    r1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # return bpf_map_lookup_elem(&queue, &k) != 0;
    r1 = queue ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 1
    # return bpf_map_lookup_elem(&queue, &k) != 0;
    if r1 != 0 goto .Lqueue_lookup_11
    r0 = 0
.Lqueue_lookup_11:
    # return bpf_map_lookup_elem(&queue, &k) != 0;
    exit

.program store_pointer section="tc"
    # SEC("tc") int store_pointer(struct __sk_buff *ctx)
    r6 = r1
    r1 = 1
    # __u64 key = 1;
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # struct val *v = bpf_map_lookup_elem(&hash, &key);
    r1 = hash ll
    call bpf_map_lookup_elem
    # if (v)
    if r0 == 0 goto .Lstore_pointer_10
    # asm volatile("*(u64 *)(%0 + 8) = %1" : : "r"(v), "r"(ctx) : "memory");
    *(u64 *)(r0 + 8) = r6
.Lstore_pointer_10:
    # return 0;
    r0 = 0
    exit
