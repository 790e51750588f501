# links
.license "GPL"
.struct block { b: char[64] }
.map vals type=array key=u32 value=block max_entries=1

.function give_12
    # static NAKED NOINLINE int give_12(void) { asm volatile("r0 = 12; exit;" : : : CLOBBER); }
    r0 = 12
    exit

.function probe_arg
    # static NAKED NOINLINE int probe_arg(void) { asm volatile("r1 += r2; r0 = *(u8 *)(r1 + 0); exit;" : : : CLOBBER); }
    r1 += r2
    w0 = *(u8 *)(r1 + 0)
    exit

.program copy_before_test section="tc"
    # PROG(copy_before_test, START "r7 = r0; if r0 > 63 goto 9f; r0 = r7;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = r0
    if r0 > 63 goto .Lcopy_before_test_14
    r0 = r7
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lcopy_before_test_14:
    r0 = 0
    exit

.program copy_changed section="tc"
    # PROG(copy_changed, START "r7 = r0; r7 ^= 1; if r0 > 63 goto 9f; r0 = r7;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = r0
    r7 ^= 1
    if r0 > 63 goto .Lcopy_changed_15
    r0 = r7
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lcopy_changed_15:
    r0 = 0
    exit

.program copy_plus_const section="tc"
    # PROG(copy_plus_const, START "r7 = r0; r7 += 10; if r0 > 53 goto 9f; r0 = r7;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = r0
    r7 += 10
    if r0 > 53 goto .Lcopy_plus_const_15
    r0 = r7
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lcopy_plus_const_15:
    r0 = 0
    exit

.program copy_plus_const_too_big section="tc"
    # PROG(copy_plus_const_too_big, START "r7 = r0; r7 += 11; if r0 > 53 goto 9f; r0 = r7;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = r0
    r7 += 11
    if r0 > 53 goto .Lcopy_plus_const_too_big_15
    r0 = r7
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lcopy_plus_const_too_big_15:
    r0 = 0
    exit

.program copy_minus_const section="tc"
    # PROG(copy_minus_const, START "r7 = r0; r7 += 10; if r7 > 63 goto 9f; if r7 < 10 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = r0
    r7 += 10
    if r7 > 63 goto .Lcopy_minus_const_15
    if r7 < 10 goto .Lcopy_minus_const_15
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lcopy_minus_const_15:
    r0 = 0
    exit

.program copy32_clear section="tc"
    # PROG(copy32_clear, START "w0 = w0; w7 = w0; if w0 > 63 goto 9f; r0 = r7;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    w0 = w0
    w7 = w0
    if w0 > 63 goto .Lcopy32_clear_15
    r0 = r7
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lcopy32_clear_15:
    r0 = 0
    exit

.program copy32_unknown section="tc"
    # PROG(copy32_unknown, START "w7 = w0; if r7 > 63 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    w7 = w0
    if r7 > 63 goto .Lcopy32_unknown_13
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lcopy32_unknown_13:
    r0 = 0
    exit

.program spill_before_test section="tc"
    # PROG(spill_before_test, START "*(u64 *)(r10 - 16) = r0; if r0 > 63 goto 9f; r0 = *(u64 *)(r10 - 16);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    *(u64 *)(r10 - 16) = r0
    if r0 > 63 goto .Lspill_before_test_14
    r0 = *(u64 *)(r10 - 16)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lspill_before_test_14:
    r0 = 0
    exit

.program spill32_before_test section="tc"
    # PROG(spill32_before_test, START "w0 = w0; *(u32 *)(r10 - 16) = r0; if r0 > 63 goto 9f; r0 = *(u32 *)(r10 - 16);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    w0 = w0
    *(u32 *)(r10 - 16) = w0
    if r0 > 63 goto .Lspill32_before_test_15
    w0 = *(u32 *)(r10 - 16)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lspill32_before_test_15:
    r0 = 0
    exit

.program three_copies section="tc"
    # PROG(three_copies, START "r7 = r0; r8 = r7; if r7 > 31 goto 9f; r0 += r8;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = r0
    r8 = r7
    if r7 > 31 goto .Lthree_copies_15
    r0 += r8
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lthree_copies_15:
    r0 = 0
    exit

.program equal_regs section="tc"
    # PROG(equal_regs, START "r7 = r0;" RANDOM_R0 "r7 &= 63; if r0 != r7 goto 9f;" PROBE_R0 OUT)
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
    if r0 != r7 goto .Lequal_regs_15
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lequal_regs_15:
    r0 = 0
    exit

.program prune_imprecise section="tc"
    # PROG(prune_imprecise, START "r7 = 1; if r0 > 5 goto 1f; r7 = 2; 1: r0 = 0; r1 = 0; exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = 1
    if r0 > 5 goto .Lprune_imprecise_12
    r7 = 2
.Lprune_imprecise_12:
    r0 = 0
    r1 = 0
    exit

.program no_prune_precise section="tc"
    # PROG(no_prune_precise, START "r7 = 1; if r0 > 5 goto 1f; r7 = 2; 1: r0 = r7;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = 1
    if r0 > 5 goto .Lno_prune_precise_12
    r7 = 2
.Lno_prune_precise_12:
    r0 = r7
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program second_path_bad section="tc"
    # PROG(second_path_bad, START "r7 = 1; if r0 > 5 goto 1f; r7 = 64; 1: r0 = r7;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = 1
    if r0 > 5 goto .Lsecond_path_bad_12
    r7 = 64
.Lsecond_path_bad_12:
    r0 = r7
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program precise_through_stack section="tc"
    # PROG(precise_through_stack, START "r7 = 8; *(u64 *)(r10 - 16) = r7; if r0 > 5 goto 1f; r7 = 16; *(u64 *)(r10 - 16) = r7; 1: r0 = *(u64 *)(r10 - 16);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = 8
    *(u64 *)(r10 - 16) = r7
    if r0 > 5 goto .Lprecise_through_stack_14
    r7 = 16
    *(u64 *)(r10 - 16) = r7
.Lprecise_through_stack_14:
    r0 = *(u64 *)(r10 - 16)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program prune_range_within section="tc"
    # PROG(prune_range_within, START "r7 = r0; r7 &= 63; if r0 > 5 goto 1f; r7 &= 15; 1: r0 = r7;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = r0
    r7 &= 63
    if r0 > 5 goto .Lprune_range_within_13
    r7 &= 15
.Lprune_range_within_13:
    r0 = r7
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program prune_range_wider section="tc"
    # PROG(prune_range_wider, START "r7 = r0; r7 &= 15; if r0 > 5 goto 1f; r7 = r0; r7 &= 63; 1: r0 = r7;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = r0
    r7 &= 15
    if r0 > 5 goto .Lprune_range_wider_14
    r7 = r0
    r7 &= 63
.Lprune_range_wider_14:
    r0 = r7
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program dead_branch section="tc"
    # PROG(dead_branch, START "r0 = 5; if r0 > 7 goto 1f; goto 9f; 1: r6 += 1000; r1 = *(u8 *)(r6 + 0);" OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = 5
    if r0 > 7 goto .Ldead_branch_12
    goto .Ldead_branch_14
.Ldead_branch_12:
    r6 += 1000
    w1 = *(u8 *)(r6 + 0)
.Ldead_branch_14:
    r0 = 0
    exit

.program dead_by_range section="tc"
    # PROG(dead_by_range, START "r0 &= 7; if r0 < 8 goto 9f; r6 += 1000; r1 = *(u8 *)(r6 + 0);" OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 7
    if r0 < 8 goto .Ldead_by_range_13
    r6 += 1000
    w1 = *(u8 *)(r6 + 0)
.Ldead_by_range_13:
    r0 = 0
    exit

.program dead_by_bits section="tc"
    # PROG(dead_by_bits, START "r0 |= 1; if r0 == 4 goto 1f; goto 9f; 1: r6 += 1000; r1 = *(u8 *)(r6 + 0);" OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 |= 1
    if r0 == 4 goto .Ldead_by_bits_12
    goto .Ldead_by_bits_14
.Ldead_by_bits_12:
    r6 += 1000
    w1 = *(u8 *)(r6 + 0)
.Ldead_by_bits_14:
    r0 = 0
    exit

.program dead_by_range32 section="tc"
    # PROG(dead_by_range32, START "w0 &= 7; if w0 s>= 0 goto 9f; r6 += 1000; r1 = *(u8 *)(r6 + 0);" OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    w0 &= 7
    if w0 s>= 0 goto .Ldead_by_range32_13
    r6 += 1000
    w1 = *(u8 *)(r6 + 0)
.Ldead_by_range32_13:
    r0 = 0
    exit

.program precise_through_call section="tc"
    # asm volatile(VALUE_TO_R6 "call %[give_12];" PROBE_R0 OUT : : ADDR(vals), IMM(give_12) : CLOBBER);
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call give_12
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program precise_argument section="tc"
    # asm volatile(VALUE_TO_R6 "r1 = r6; r2 = 63; call %[probe_arg]; exit;" : : ADDR(vals), IMM(probe_arg) : CLOBBER);
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r1 = r6
    r2 = 63
    call probe_arg
    exit

.program argument_too_big section="tc"
    # asm volatile(VALUE_TO_R6 "r1 = r6; r2 = 64; call %[probe_arg]; exit;" : : ADDR(vals), IMM(probe_arg) : CLOBBER);
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r1 = r6
    r2 = 64
    call probe_arg
    exit
