# pointers
.license "GPL"
.struct block { b: char[64] }
.map vals type=array key=u32 value=block max_entries=1

.program add_pointers section="tc"
    # PROG(add_pointers, VALUE_TO_R6 "r6 += r10; r0 = 0; exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r6 += r10
    r0 = 0
    exit

.program sub_same_value section="tc"
    # PROG(sub_same_value, VALUE_TO_R6 "r7 = r6; r7 += 8; r7 -= r6; r0 = 0; exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r7 = r6
    r7 += 8
    r7 -= r6
    r0 = 0
    exit

.program sub_pointer_from_const section="tc"
    # PROG(sub_pointer_from_const, VALUE_TO_R6 "r7 = 5; r7 -= r6; r0 = 0; exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r7 = 5
    r7 -= r6
    r0 = 0
    exit

.program and_pointer section="tc"
    # PROG(and_pointer, VALUE_TO_R6 "r6 &= -8; r0 = *(u8 *)(r6 + 0); exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r6 &= -8
    w0 = *(u8 *)(r6 + 0)
    exit

.program and_pointer_unused section="tc"
    # PROG(and_pointer_unused, VALUE_TO_R6 "r6 &= -8; r0 = 0; exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r6 &= -8
    r0 = 0
    exit

.program shift_pointer section="tc"
    # PROG(shift_pointer, VALUE_TO_R6 "r6 <<= 1; r0 = *(u8 *)(r6 + 0); exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r6 <<= 1
    w0 = *(u8 *)(r6 + 0)
    exit

.program mul_pointer section="tc"
    # PROG(mul_pointer, VALUE_TO_R6 "r6 *= 1; r0 = *(u8 *)(r6 + 0); exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r6 *= 1
    w0 = *(u8 *)(r6 + 0)
    exit

.program negate_pointer section="tc"
    # PROG(negate_pointer, VALUE_TO_R6 "r6 = -r6; r6 = -r6; r0 = *(u8 *)(r6 + 0); exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r6 = -r6
    r6 = -r6
    w0 = *(u8 *)(r6 + 0)
    exit

.program mov32_pointer section="tc"
    # PROG(mov32_pointer, VALUE_TO_R6 "w6 = w6; r0 = *(u8 *)(r6 + 0); exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    w6 = w6
    w0 = *(u8 *)(r6 + 0)
    exit

.program add32_pointer section="tc"
    # PROG(add32_pointer, VALUE_TO_R6 "w6 += 1; r0 = 0; exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    w6 += 1
    r0 = 0
    exit

.program bswap_pointer section="tc"
    # PROG(bswap_pointer, VALUE_TO_R6 "r6 = be64 r6; r0 = 0; exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r6 = be64 r6
    r0 = 0
    exit

.program compare_null section="tc"
    # PROG(compare_null, VALUE_TO_R6 "if r6 == 0 goto 9f; r0 = *(u8 *)(r6 + 0); exit;" OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    if r6 == 0 goto .Lcompare_null_11
    w0 = *(u8 *)(r6 + 0)
    exit
.Lcompare_null_11:
    r0 = 0
    exit

.program compare_number section="tc"
    # PROG(compare_number, VALUE_TO_R6 "if r6 == 77 goto 9f; r0 = *(u8 *)(r6 + 0); exit;" OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    if r6 == 77 goto .Lcompare_number_11
    w0 = *(u8 *)(r6 + 0)
    exit
.Lcompare_number_11:
    r0 = 0
    exit

.program order_number section="tc"
    # PROG(order_number, VALUE_TO_R6 "if r6 > 77 goto 9f; r0 = 0; exit;" OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    if r6 > 77 goto .Lorder_number_11
    r0 = 0
    exit
.Lorder_number_11:
    r0 = 0
    exit

.program compare_different section="tc"
    # PROG(compare_different, VALUE_TO_R6 "if r6 == r10 goto 9f; r0 = 0; exit;" OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    if r6 == r10 goto .Lcompare_different_11
    r0 = 0
    exit
.Lcompare_different_11:
    r0 = 0
    exit

.program return_pointer section="tc"
    # PROG(return_pointer, VALUE_TO_R6 "r0 = r6; exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = r6
    exit

.program huge_constant section="tc"
    # PROG(huge_constant, VALUE_TO_R6 "r1 = 0x20000000 ll; r6 += r1; r0 = 0; exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r1 = 0x20000000 ll
    r6 += r1
    r0 = 0
    exit

.program large_constant section="tc"
    # PROG(large_constant, VALUE_TO_R6 "r6 += 0x10000000; r0 = *(u8 *)(r6 + 0); exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r6 += 268435456
    w0 = *(u8 *)(r6 + 0)
    exit

.program number_as_address section="tc"
    # PROG(number_as_address, "r1 = 0x1000; r0 = *(u64 *)(r1 + 0); exit;")
    r1 = 4096
    r0 = *(u64 *)(r1 + 0)
    exit

.program null_as_address section="tc"
    # PROG(null_as_address, "r1 = 0; r0 = *(u64 *)(r1 + 0); exit;")
    r1 = 0
    r0 = *(u64 *)(r1 + 0)
    exit

.program store_to_number section="tc"
    # PROG(store_to_number, "r1 = 0x1000; *(u64 *)(r1 + 0) = r1; r0 = 0; exit;")
    r1 = 4096
    *(u64 *)(r1 + 0) = r1
    r0 = 0
    exit

.program load_map_pointer section="tc"
    # PROG(load_map_pointer, "r1 = %[vals] ll; r0 = *(u32 *)(r1 + 0); exit;")
    r1 = vals ll
    w0 = *(u32 *)(r1 + 0)
    exit

.program store_map_pointer section="tc"
    # PROG(store_map_pointer, "r1 = %[vals] ll; r2 = 0; *(u32 *)(r1 + 0) = r2; r0 = 0; exit;")
    r1 = vals ll
    r2 = 0
    *(u32 *)(r1 + 0) = w2
    r0 = 0
    exit

.program different_types section="tc"
    # PROG(different_types, VALUE_TO_R6 "r7 = r6; call 7; if r0 > 5 goto 1f; r7 = r10; r7 += -8; 1: r0 = *(u32 *)(r7 + 0); r0 = 0; exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r7 = r6
    call bpf_get_prandom_u32
    if r0 > 5 goto .Ldifferent_types_13
    r7 = r10
    r7 += -8
.Ldifferent_types_13:
    w0 = *(u32 *)(r7 + 0)
    r0 = 0
    exit

.program ctx_or_stack section="tc"
    # PROG(ctx_or_stack, "r7 = r1; r2 = 0; *(u64 *)(r10 - 8) = r2; call 7; if r0 > 5 goto 1f; r7 = r10; r7 += -8; 1: r0 = *(u32 *)(r7 + 0); exit;")
    r7 = r1
    r2 = 0
    *(u64 *)(r10 - 8) = r2
    call bpf_get_prandom_u32
    if r0 > 5 goto .Lctx_or_stack_7
    r7 = r10
    r7 += -8
.Lctx_or_stack_7:
    w0 = *(u32 *)(r7 + 0)
    exit
