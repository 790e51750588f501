# bounds
.license "GPL"
.struct block { b: char[64] }
.map vals type=array key=u32 value=block max_entries=1

.program unknown_offset section="tc"
    # PROG(unknown_offset, START PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program and_mask_63 section="tc"
    # PROG(and_mask_63, START "r0 &= 63;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 63
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program and_mask_64 section="tc"
    # PROG(and_mask_64, START "r0 &= 64;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 64
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program and_or section="tc"
    # PROG(and_or, START "r0 &= 0x30; r0 |= 0x0f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 48
    r0 |= 15
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program and_xor section="tc"
    # PROG(and_xor, START "r0 &= 0x1f; r0 ^= 0x3f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 31
    r0 ^= 63
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program and_xor_too_big section="tc"
    # PROG(and_xor_too_big, START "r0 &= 0x1f; r0 ^= 0x5f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 31
    r0 ^= 95
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program shift_right_58 section="tc"
    # PROG(shift_right_58, START "r0 >>= 58;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 >>= 58
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program shift_right_57 section="tc"
    # PROG(shift_right_57, START "r0 >>= 57;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 >>= 57
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program arith_shift_58 section="tc"
    # PROG(arith_shift_58, START "r0 s>>= 58;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 s>>= 58
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program arith_shift_positive section="tc"
    # PROG(arith_shift_positive, START "r0 >>= 1; r0 s>>= 57;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 >>= 1
    r0 s>>= 57
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program shift_left_right section="tc"
    # PROG(shift_left_right, START "r0 <<= 60; r0 >>= 58;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 <<= 60
    r0 >>= 58
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program unsigned_le section="tc"
    # PROG(unsigned_le, START "if r0 > 63 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 > 63 goto .Lunsigned_le_12
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lunsigned_le_12:
    r0 = 0
    exit

.program unsigned_le_64 section="tc"
    # PROG(unsigned_le_64, START "if r0 > 64 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 > 64 goto .Lunsigned_le_64_12
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lunsigned_le_64_12:
    r0 = 0
    exit

.program signed_le_only section="tc"
    # PROG(signed_le_only, START "if r0 s> 63 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 s> 63 goto .Lsigned_le_only_12
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lsigned_le_only_12:
    r0 = 0
    exit

.program signed_both section="tc"
    # PROG(signed_both, START "if r0 s> 63 goto 9f; if r0 s< 0 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 s> 63 goto .Lsigned_both_13
    if r0 s< 0 goto .Lsigned_both_13
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lsigned_both_13:
    r0 = 0
    exit

.program signed_low_unsigned_high section="tc"
    # PROG(signed_low_unsigned_high, START "if r0 s< 10 goto 9f; if r0 >= 64 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 s< 10 goto .Lsigned_low_unsigned_high_13
    if r0 >= 64 goto .Lsigned_low_unsigned_high_13
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lsigned_low_unsigned_high_13:
    r0 = 0
    exit

.program taken_branch section="tc"
    # PROG(taken_branch, START "if r0 < 64 goto 1f; goto 9f; 1:" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 < 64 goto .Ltaken_branch_11
    goto .Ltaken_branch_13
.Ltaken_branch_11:
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Ltaken_branch_13:
    r0 = 0
    exit

.program jmp32_only section="tc"
    # PROG(jmp32_only, START "if w0 > 63 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if w0 > 63 goto .Ljmp32_only_12
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Ljmp32_only_12:
    r0 = 0
    exit

.program jmp32_zext_before section="tc"
    # PROG(jmp32_zext_before, START "w0 = w0; if w0 > 63 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    w0 = w0
    if w0 > 63 goto .Ljmp32_zext_before_13
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Ljmp32_zext_before_13:
    r0 = 0
    exit

.program jmp32_zext_after section="tc"
    # PROG(jmp32_zext_after, START "if w0 > 63 goto 9f; w0 = w0;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if w0 > 63 goto .Ljmp32_zext_after_13
    w0 = w0
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Ljmp32_zext_after_13:
    r0 = 0
    exit

.program jmp32_signed section="tc"
    # PROG(jmp32_signed, START "w0 = w0; if w0 s> 63 goto 9f; if w0 s< 0 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    w0 = w0
    if w0 s> 63 goto .Ljmp32_signed_14
    if w0 s< 0 goto .Ljmp32_signed_14
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Ljmp32_signed_14:
    r0 = 0
    exit

.program jmp32_signed_high_only section="tc"
    # PROG(jmp32_signed_high_only, START "w0 = w0; if w0 s> 63 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    w0 = w0
    if w0 s> 63 goto .Ljmp32_signed_high_only_13
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Ljmp32_signed_high_only_13:
    r0 = 0
    exit

.program equal section="tc"
    # PROG(equal, START "if r0 != 17 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 != 17 goto .Lequal_12
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lequal_12:
    r0 = 0
    exit

.program equal_too_big section="tc"
    # PROG(equal_too_big, START "if r0 != 64 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 != 64 goto .Lequal_too_big_12
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lequal_too_big_12:
    r0 = 0
    exit

.program not_equal_at_edge section="tc"
    # PROG(not_equal_at_edge, START "if r0 > 64 goto 9f; if r0 == 64 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 > 64 goto .Lnot_equal_at_edge_13
    if r0 == 64 goto .Lnot_equal_at_edge_13
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lnot_equal_at_edge_13:
    r0 = 0
    exit

.program not_equal_in_middle section="tc"
    # PROG(not_equal_in_middle, START "if r0 > 64 goto 9f; if r0 == 30 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 > 64 goto .Lnot_equal_in_middle_13
    if r0 == 30 goto .Lnot_equal_in_middle_13
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lnot_equal_in_middle_13:
    r0 = 0
    exit

.program jset_clear section="tc"
    # PROG(jset_clear, START "if r0 & -64 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 & -64 goto .Ljset_clear_12
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Ljset_clear_12:
    r0 = 0
    exit

.program jset_hole section="tc"
    # PROG(jset_hole, START "if r0 & -128 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 & -128 goto .Ljset_hole_12
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Ljset_hole_12:
    r0 = 0
    exit

.program reg_vs_bounded_reg section="tc"
    # PROG(reg_vs_bounded_reg, START "r7 = r0;" RANDOM_R0 "r7 &= 63; if r0 > r7 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = r0
    call bpf_get_prandom_u32
    r7 &= 63
    if r0 > r7 goto .Lreg_vs_bounded_reg_15
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lreg_vs_bounded_reg_15:
    r0 = 0
    exit

.program reg_vs_unknown_reg section="tc"
    # PROG(reg_vs_unknown_reg, START "r7 = r0;" RANDOM_R0 "if r0 > r7 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = r0
    call bpf_get_prandom_u32
    if r0 > r7 goto .Lreg_vs_unknown_reg_14
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lreg_vs_unknown_reg_14:
    r0 = 0
    exit

.program reg_less_than_64 section="tc"
    # PROG(reg_less_than_64, START "r7 = r0;" RANDOM_R0 "if r7 > 64 goto 9f; if r0 >= r7 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = r0
    call bpf_get_prandom_u32
    if r7 > 64 goto .Lreg_less_than_64_15
    if r0 >= r7 goto .Lreg_less_than_64_15
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lreg_less_than_64_15:
    r0 = 0
    exit

.program add_bounded section="tc"
    # PROG(add_bounded, START "r7 = r0;" RANDOM_R0 "r7 &= 31; r0 &= 31; r0 += r7;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = r0
    call bpf_get_prandom_u32
    r7 &= 31
    r0 &= 31
    r0 += r7
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program add_too_big section="tc"
    # PROG(add_too_big, START "r7 = r0;" RANDOM_R0 "r7 &= 63; r0 &= 1; r0 += r7;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = r0
    call bpf_get_prandom_u32
    r7 &= 63
    r0 &= 1
    r0 += r7
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program sub_from_const section="tc"
    # PROG(sub_from_const, START "r0 &= 63; r1 = 63; r1 -= r0; r0 = r1;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 63
    r1 = 63
    r1 -= r0
    r0 = r1
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program sub_negative section="tc"
    # PROG(sub_negative, START "r0 &= 63; r1 = 62; r1 -= r0; r0 = r1;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 63
    r1 = 62
    r1 -= r0
    r0 = r1
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program negate section="tc"
    # PROG(negate, START "r0 &= 63; r0 = -r0; r0 += 63;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 63
    r0 = -r0
    r0 += 63
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program mul_9 section="tc"
    # PROG(mul_9, START "r0 &= 7; r0 *= 9;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 7
    r0 *= 9
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program mul_10 section="tc"
    # PROG(mul_10, START "r0 &= 7; r0 *= 10;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 7
    r0 *= 10
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program mul_overflow section="tc"
    # PROG(mul_overflow, START "r7 = r0;" RANDOM_R0 "r0 *= r7; r0 >>= 59;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = r0
    call bpf_get_prandom_u32
    r0 *= r7
    r0 >>= 59
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program div_const section="tc"
    # PROG(div_const, START "r0 &= 0xffff; r0 /= 1024;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 65535
    r0 /= 1024
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program mod_const section="tc"
    # PROG(mod_const, START "r0 %%= 64;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 %= 64
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program div_of_consts section="tc"
    # PROG(div_of_consts, START "r0 = 100; r0 /= 3;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = 100
    r0 /= 3
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program add_wraps section="tc"
    # PROG(add_wraps, START "if r0 > 63 goto 9f; r1 = -1 ll; r0 += r1;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 > 63 goto .Ladd_wraps_15
    r1 = -1 ll
    r0 += r1
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Ladd_wraps_15:
    r0 = 0
    exit

.program add_then_sub section="tc"
    # PROG(add_then_sub, START "if r0 > 63 goto 9f; r0 += 100; r0 -= 100;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 > 63 goto .Ladd_then_sub_14
    r0 += 100
    r0 -= 100
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Ladd_then_sub_14:
    r0 = 0
    exit

.program add32_wraps section="tc"
    # PROG(add32_wraps, START "w0 = w0; if w0 < 0xfffffff0 goto 9f; w0 += 16;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    w0 = w0
    if w0 < -16 goto .Ladd32_wraps_14
    w0 += 16
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Ladd32_wraps_14:
    r0 = 0
    exit

.program mul32 section="tc"
    # PROG(mul32, START "w0 &= 7; w0 *= 9;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    w0 &= 7
    w0 *= 9
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program arith_shift32 section="tc"
    # PROG(arith_shift32, START "w0 s>>= 26; w0 &= 63;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    w0 s>>= 26
    w0 &= 63
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program shift_by_reg section="tc"
    # PROG(shift_by_reg, START "r0 &= 5; r1 = 1; r1 <<= r0; r0 = r1;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 5
    r1 = 1
    r1 <<= r0
    r0 = r1
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program shift_by_big_reg section="tc"
    # PROG(shift_by_big_reg, START "r0 &= 63; r1 = 1; r1 <<= r0; r0 = r1;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 63
    r1 = 1
    r1 <<= r0
    r0 = r1
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program minus_one section="tc"
    # PROG(minus_one, START "r0 = -1;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = -1
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program moved_range section="tc"
    # PROG(moved_range, START "if r0 s> 20 goto 9f; if r0 s< -20 goto 9f; r0 += 30;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 s> 20 goto .Lmoved_range_14
    if r0 s< -20 goto .Lmoved_range_14
    r0 += 30
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lmoved_range_14:
    r0 = 0
    exit

.program moved_range_low section="tc"
    # PROG(moved_range_low, START "if r0 s> 20 goto 9f; if r0 s< -20 goto 9f; r0 += 10;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 s> 20 goto .Lmoved_range_low_14
    if r0 s< -20 goto .Lmoved_range_low_14
    r0 += 10
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lmoved_range_low_14:
    r0 = 0
    exit
