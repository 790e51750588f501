# stack
.license "GPL"
.struct block { b: char[64] }
.map vals type=array key=u32 value=block max_entries=1

.function write_caller
    # static NAKED NOINLINE int write_caller(void) { asm volatile("r0 = 5; *(u64 *)(r1 + 0) = r0; r0 = 0; exit;" : : : CLOBBER); }
    r0 = 5
    *(u64 *)(r1 + 0) = r0
    r0 = 0
    exit

.function leak_frame
    # static NAKED NOINLINE int leak_frame(void) { asm volatile("*(u64 *)(r1 + 0) = r10; r0 = 0; exit;" : : : CLOBBER); }
    *(u64 *)(r1 + 0) = r10
    r0 = 0
    exit

.function return_frame
    # static NAKED NOINLINE int return_frame(void) { asm volatile("r0 = r10; exit;" : : : CLOBBER); }
    r0 = r10
    exit

.program lowest_byte section="tc"
    # PROG(lowest_byte, "r1 = 1; *(u8 *)(r10 - 512) = r1; r0 = 0; exit;")
    r1 = 1
    *(u8 *)(r10 - 512) = w1
    r0 = 0
    exit

.program below_stack section="tc"
    # PROG(below_stack, "r1 = 1; *(u8 *)(r10 - 513) = r1; r0 = 0; exit;")
    r1 = 1
    *(u8 *)(r10 - 513) = w1
    r0 = 0
    exit

.program straddles_bottom section="tc"
    # PROG(straddles_bottom, "r1 = 1; *(u64 *)(r10 - 520) = r1; r0 = 0; exit;")
    r1 = 1
    *(u64 *)(r10 - 520) = r1
    r0 = 0
    exit

.program at_frame_pointer section="tc"
    # PROG(at_frame_pointer, "r1 = 1; *(u64 *)(r10 + 0) = r1; r0 = 0; exit;")
    r1 = 1
    *(u64 *)(r10 + 0) = r1
    r0 = 0
    exit

.program above_frame_pointer section="tc"
    # PROG(above_frame_pointer, "r0 = *(u64 *)(r10 + 8); exit;")
    r0 = *(u64 *)(r10 + 8)
    exit

.program misaligned_store section="tc"
    # PROG(misaligned_store, "r1 = 1; *(u64 *)(r10 - 12) = r1; r0 = 0; exit;")
    r1 = 1
    *(u64 *)(r10 - 12) = r1
    r0 = 0
    exit

.program misaligned_load section="tc"
    # PROG(misaligned_load, "r1 = 1; *(u64 *)(r10 - 16) = r1; r0 = *(u32 *)(r10 - 14); exit;")
    r1 = 1
    *(u64 *)(r10 - 16) = r1
    w0 = *(u32 *)(r10 - 14)
    exit

.program load_unwritten section="tc"
    # PROG(load_unwritten, "r0 = *(u64 *)(r10 - 8); r0 = 0; exit;")
    r0 = *(u64 *)(r10 - 8)
    r0 = 0
    exit

.program load_unwritten_use section="tc"
    # PROG(load_unwritten_use, VALUE_TO_R6 "r0 = *(u64 *)(r10 - 16);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = *(u64 *)(r10 - 16)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program spill_pointer section="tc"
    # PROG(spill_pointer, VALUE_TO_R6 "*(u64 *)(r10 - 16) = r6; r7 = *(u64 *)(r10 - 16); r0 = *(u8 *)(r7 + 63); exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    *(u64 *)(r10 - 16) = r6
    r7 = *(u64 *)(r10 - 16)
    w0 = *(u8 *)(r7 + 63)
    exit

.program half_of_pointer section="tc"
    # PROG(half_of_pointer, VALUE_TO_R6 "*(u64 *)(r10 - 16) = r6; w7 = *(u32 *)(r10 - 16); r0 = *(u8 *)(r7 + 0); exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    *(u64 *)(r10 - 16) = r6
    w7 = *(u32 *)(r10 - 16)
    w0 = *(u8 *)(r7 + 0)
    exit

.program corrupt_pointer section="tc"
    # PROG(corrupt_pointer, VALUE_TO_R6 "*(u64 *)(r10 - 16) = r6; r1 = 0; *(u8 *)(r10 - 13) = r1; r7 = *(u64 *)(r10 - 16); r0 = *(u8 *)(r7 + 0); exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    *(u64 *)(r10 - 16) = r6
    r1 = 0
    *(u8 *)(r10 - 13) = w1
    r7 = *(u64 *)(r10 - 16)
    w0 = *(u8 *)(r7 + 0)
    exit

.program spill_const section="tc"
    # PROG(spill_const, VALUE_TO_R6 "r1 = 40; *(u64 *)(r10 - 16) = r1; r0 = *(u64 *)(r10 - 16);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r1 = 40
    *(u64 *)(r10 - 16) = r1
    r0 = *(u64 *)(r10 - 16)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program low_byte_of_const section="tc"
    # PROG(low_byte_of_const, VALUE_TO_R6 "r1 = 0x1128; *(u64 *)(r10 - 16) = r1; w0 = *(u8 *)(r10 - 16);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r1 = 4392
    *(u64 *)(r10 - 16) = r1
    w0 = *(u8 *)(r10 - 16)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program second_byte_of_const section="tc"
    # PROG(second_byte_of_const, VALUE_TO_R6 "r1 = 0x1128; *(u64 *)(r10 - 16) = r1; w0 = *(u8 *)(r10 - 15);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r1 = 4392
    *(u64 *)(r10 - 16) = r1
    w0 = *(u8 *)(r10 - 15)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program spill_const32_aligned section="tc"
    # PROG(spill_const32_aligned, VALUE_TO_R6 "w1 = 33; *(u32 *)(r10 - 16) = r1; w0 = *(u32 *)(r10 - 16);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    w1 = 33
    *(u32 *)(r10 - 16) = w1
    w0 = *(u32 *)(r10 - 16)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program spill_const32 section="tc"
    # PROG(spill_const32, VALUE_TO_R6 "w1 = 33; *(u32 *)(r10 - 12) = r1; w0 = *(u32 *)(r10 - 12);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    w1 = 33
    *(u32 *)(r10 - 12) = w1
    w0 = *(u32 *)(r10 - 12)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program zero_halves_upper_first section="tc"
    # PROG(zero_halves_upper_first, VALUE_TO_R6 "r1 = 0; *(u32 *)(r10 - 12) = r1; *(u32 *)(r10 - 16) = r1; r0 = *(u64 *)(r10 - 16);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r1 = 0
    *(u32 *)(r10 - 12) = w1
    *(u32 *)(r10 - 16) = w1
    r0 = *(u64 *)(r10 - 16)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program zero_bytes section="tc"
    # PROG(zero_bytes, VALUE_TO_R6 "r1 = 0; *(u32 *)(r10 - 16) = r1; *(u32 *)(r10 - 12) = r1; r0 = *(u64 *)(r10 - 16);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r1 = 0
    *(u32 *)(r10 - 16) = w1
    *(u32 *)(r10 - 12) = w1
    r0 = *(u64 *)(r10 - 16)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program half_zero section="tc"
    # PROG(half_zero, VALUE_TO_R6 "call 7; r1 = 0; *(u32 *)(r10 - 12) = r1; *(u32 *)(r10 - 16) = r0; r0 = *(u64 *)(r10 - 16);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r1 = 0
    *(u32 *)(r10 - 12) = w1
    *(u32 *)(r10 - 16) = w0
    r0 = *(u64 *)(r10 - 16)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program spill_bounded section="tc"
    # PROG(spill_bounded, START "r0 &= 63; *(u64 *)(r10 - 16) = r0; r0 = 0; r0 = *(u64 *)(r10 - 16);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 63
    *(u64 *)(r10 - 16) = r0
    r0 = 0
    r0 = *(u64 *)(r10 - 16)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program fill_half_bounded section="tc"
    # PROG(fill_half_bounded, START "r0 &= 63; *(u64 *)(r10 - 16) = r0; w0 = *(u32 *)(r10 - 16);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 63
    *(u64 *)(r10 - 16) = r0
    w0 = *(u32 *)(r10 - 16)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program fill_upper_half section="tc"
    # PROG(fill_upper_half, START "r0 &= 63; *(u64 *)(r10 - 16) = r0; w0 = *(u32 *)(r10 - 12);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 63
    *(u64 *)(r10 - 16) = r0
    w0 = *(u32 *)(r10 - 12)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program variable_read section="tc"
    # PROG(variable_read, "r1 = 0; *(u64 *)(r10 - 16) = r1; *(u64 *)(r10 - 8) = r1; call 7; r0 &= 8; r1 = r10; r1 += -16; r1 += r0; r0 = *(u64 *)(r1 + 0); exit;")
    r1 = 0
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 8) = r1
    call bpf_get_prandom_u32
    r0 &= 8
    r1 = r10
    r1 += -16
    r1 += r0
    r0 = *(u64 *)(r1 + 0)
    exit

.program variable_read_unwritten section="tc"
    # PROG(variable_read_unwritten, "call 7; r0 &= 8; r1 = r10; r1 += -16; r1 += r0; r0 = *(u64 *)(r1 + 0); r0 = 0; exit;")
    call bpf_get_prandom_u32
    r0 &= 8
    r1 = r10
    r1 += -16
    r1 += r0
    r0 = *(u64 *)(r1 + 0)
    r0 = 0
    exit

.program variable_write section="tc"
    # PROG(variable_write, "call 7; r0 &= 8; r1 = r10; r1 += -16; r1 += r0; r2 = 3; *(u64 *)(r1 + 0) = r2; r0 = 0; exit;")
    call bpf_get_prandom_u32
    r0 &= 8
    r1 = r10
    r1 += -16
    r1 += r0
    r2 = 3
    *(u64 *)(r1 + 0) = r2
    r0 = 0
    exit

.program variable_write_forgets section="tc"
    # PROG(variable_write_forgets, START "r1 = 5; *(u64 *)(r10 - 16) = r1; *(u64 *)(r10 - 24) = r1; r0 &= 8; r1 = r10; r1 += -24; r1 += r0; r2 = 300; *(u64 *)(r1 + 0) = r2; r0 = *(u64 *)(r10 - 16);" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r1 = 5
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    r0 &= 8
    r1 = r10
    r1 += -24
    r1 += r0
    r2 = 300
    *(u64 *)(r1 + 0) = r2
    r0 = *(u64 *)(r10 - 16)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program variable_write_pointer section="tc"
    # PROG(variable_write_pointer, START "*(u64 *)(r10 - 16) = r6; r0 &= 8; r1 = r10; r1 += -24; r1 += r0; r2 = 3; *(u64 *)(r1 + 0) = r2; r7 = *(u64 *)(r10 - 16); r0 = *(u8 *)(r7 + 0); exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    *(u64 *)(r10 - 16) = r6
    r0 &= 8
    r1 = r10
    r1 += -24
    r1 += r0
    r2 = 3
    *(u64 *)(r1 + 0) = r2
    r7 = *(u64 *)(r10 - 16)
    w0 = *(u8 *)(r7 + 0)
    exit

.program variable_out_of_bounds section="tc"
    # PROG(variable_out_of_bounds, "call 7; r0 &= 1023; r1 = r10; r1 -= r0; r2 = 3; *(u8 *)(r1 + 0) = r2; r0 = 0; exit;")
    call bpf_get_prandom_u32
    r0 &= 1023
    r1 = r10
    r1 -= r0
    r2 = 3
    *(u8 *)(r1 + 0) = w2
    r0 = 0
    exit

.program variable_unbounded section="tc"
    # PROG(variable_unbounded, "call 7; r1 = r10; r1 -= r0; r0 = *(u8 *)(r1 + 0); exit;")
    call bpf_get_prandom_u32
    r1 = r10
    r1 -= r0
    w0 = *(u8 *)(r1 + 0)
    exit

.program helper_reads_unwritten section="tc"
    # PROG(helper_reads_unwritten, "r2 = r10; r2 += -4; r1 = %[vals] ll; call 1; r0 = 0; exit;")
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r0 = 0
    exit

.program helper_key_outside section="tc"
    # PROG(helper_key_outside, "r2 = r10; r2 += -2; r1 = %[vals] ll; call 1; r0 = 0; exit;")
    r2 = r10
    r2 += -2
    r1 = vals ll
    call bpf_map_lookup_elem
    r0 = 0
    exit

.program helper_writes section="tc"
    # PROG(helper_writes, "r6 = r1; r1 = 9; *(u64 *)(r10 - 8) = r1; r1 = r6; r2 = 0; r3 = r10; r3 += -8; r4 = 8; call 26; r0 = *(u64 *)(r10 - 8); exit;")
    r6 = r1
    r1 = 9
    *(u64 *)(r10 - 8) = r1
    r1 = r6
    r2 = 0
    r3 = r10
    r3 += -8
    r4 = 8
    call bpf_skb_load_bytes
    r0 = *(u64 *)(r10 - 8)
    exit

.program helper_writes_too_much section="tc"
    # PROG(helper_writes_too_much, "r2 = 0; r3 = r10; r3 += -8; r4 = 9; call 26; r0 = 0; exit;")
    r2 = 0
    r3 = r10
    r3 += -8
    r4 = 9
    call bpf_skb_load_bytes
    r0 = 0
    exit

.program helper_size_zero section="tc"
    # PROG(helper_size_zero, "r2 = 0; r3 = r10; r3 += -8; r4 = 0; call 26; r0 = 0; exit;")
    r2 = 0
    r3 = r10
    r3 += -8
    r4 = 0
    call bpf_skb_load_bytes
    r0 = 0
    exit

.program helper_size_variable section="tc"
    # PROG(helper_size_variable, "r6 = r1; call 7; r4 = r0; r4 &= 15; r1 = r6; r2 = 0; r3 = r10; r3 += -8; call 26; r0 = 0; exit;")
    r6 = r1
    call bpf_get_prandom_u32
    r4 = r0
    r4 &= 15
    r1 = r6
    r2 = 0
    r3 = r10
    r3 += -8
    call bpf_skb_load_bytes
    r0 = 0
    exit

.program helper_size_bounded section="tc"
    # PROG(helper_size_bounded, "r6 = r1; call 7; r4 = r0; r4 &= 7; r4 += 1; r1 = r6; r2 = 0; r3 = r10; r3 += -8; call 26; r0 = 0; exit;")
    r6 = r1
    call bpf_get_prandom_u32
    r4 = r0
    r4 &= 7
    r4 += 1
    r1 = r6
    r2 = 0
    r3 = r10
    r3 += -8
    call bpf_skb_load_bytes
    r0 = 0
    exit

.program callee_writes_stack section="tc"
    # asm volatile(VALUE_TO_R6 "r1 = r10; r1 += -16; call %[write_caller]; r0 = *(u64 *)(r10 - 16);" PROBE_R0 OUT
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r1 = r10
    r1 += -16
    call write_caller
    r0 = *(u64 *)(r10 - 16)
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program callee_leaks_frame section="tc"
    # asm volatile("r1 = r10; r1 += -8; call %[leak_frame]; exit;" : : IMM(leak_frame) : CLOBBER);
    r1 = r10
    r1 += -8
    call leak_frame
    exit

.program callee_returns_frame section="tc"
    # asm volatile("call %[return_frame]; r0 = 0; exit;" : : IMM(return_frame) : CLOBBER);
    call return_frame
    r0 = 0
    exit
