# ops
.license "GPL"
.struct block { b: char[64] }
.map vals type=array key=u32 value=block max_entries=1

.program shift_64 section="tc"
    # PROG(shift_64, "r0 = 1;" RAW(0x67, 0x00, 0, 64) "exit;")
    r0 = 1
    r0 <<= 64
    exit

.program shift32_32 section="tc"
    # PROG(shift32_32, "r0 = 1;" RAW(0x64, 0x00, 0, 32) "exit;")
    r0 = 1
    w0 <<= 32
    exit

.program shift_negative section="tc"
    # PROG(shift_negative, "r0 = 1;" RAW(0x77, 0x00, 0, -1) "exit;")
    r0 = 1
    r0 >>= -1
    exit

.program div_zero_const section="tc"
    # PROG(div_zero_const, "r0 = 1;" RAW(0x37, 0x00, 0, 0) "exit;")
    r0 = 1
    r0 /= 0
    exit

.program mod32_zero_const section="tc"
    # PROG(mod32_zero_const, "r0 = 1;" RAW(0x94, 0x00, 0, 0) "exit;")
    r0 = 1
    w0 %= 0
    exit

.program div_zero_reg section="tc"
    # PROG(div_zero_reg, "r0 = 7; r1 = 0; r0 /= r1; exit;")
    r0 = 7
    r1 = 0
    r0 /= r1
    exit

.program mod_zero_reg section="tc"
    # PROG(mod_zero_reg, "r0 = 7; r1 = 0; r0 %%= r1; exit;")
    r0 = 7
    r1 = 0
    r0 %= r1
    exit

.program opcode_ff section="tc"
    # PROG(opcode_ff, "r0 = 0;" RAW(0xff, 0x00, 0, 0) "exit;")
    r0 = 0
    .byte 255,0,0,0,0,0,0,0
    exit

.program register_11 section="tc"
    # PROG(register_11, "r0 = 0;" RAW(0xb7, 0x0b, 0, 0) "exit;")
    r0 = 0
    r11 = 0
    exit

.program write_r10 section="tc"
    # PROG(write_r10, "r10 = 0; r0 = 0; exit;")
    r10 = 0
    r0 = 0
    exit

.program add_to_r10 section="tc"
    # PROG(add_to_r10, "r10 += -8; r0 = 0; exit;")
    r10 += -8
    r0 = 0
    exit

.program mov_reserved_off section="tc"
    # PROG(mov_reserved_off, RAW(0xb7, 0x00, 5, 0) "exit;")
    .byte 183,0,5,0,0,0,0,0
    exit

.program mov_reg_and_imm section="tc"
    # PROG(mov_reg_and_imm, RAW(0xbf, 0x10, 0, 3) "exit;")
    .byte 191,16,0,0,3,0,0,0
    exit

.program neg_reserved section="tc"
    # PROG(neg_reserved, "r0 = 0;" RAW(0x87, 0x10, 0, 0) "exit;")
    r0 = 0
    .byte 135,16,0,0,0,0,0,0
    exit

.program half_ld_imm64 section="tc"
    # PROG(half_ld_imm64, "r0 = 0;" RAW(0x18, 0x01, 0, 1) "exit;")
    r0 = 0
    .byte 24,1,0,0,1,0,0,0
    exit

.program jump_into_ld_imm64 section="tc"
    # PROG(jump_into_ld_imm64, "r0 = 0; if r1 == 0 goto +1; r2 = 1 ll; exit;")
    r0 = 0
    if r1 == 0 goto +1
    r2 = 1 ll
    exit

.program be16_range section="tc"
    # PROG(be16_range, START "r0 = be16 r0; r0 >>= 10;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = be16 r0
    r0 >>= 10
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program be32_range section="tc"
    # PROG(be32_range, START "r0 = be32 r0; r0 >>= 26;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = be32 r0
    r0 >>= 26
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program be64_unknown section="tc"
    # PROG(be64_unknown, START "r0 = be64 r0; r0 &= 63;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = be64 r0
    r0 &= 63
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program le16_range section="tc"
    # PROG(le16_range, START "r0 = le16 r0; r0 >>= 10;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = le16 r0
    r0 >>= 10
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program be16_of_const section="tc"
    # PROG(be16_of_const, START "r0 = 0x1200; r0 = be16 r0;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = 4608
    r0 = be16 r0
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program bswap_8 section="tc"
    # PROG(bswap_8, "r0 = 1;" RAW(0xdc, 0x00, 0, 8) "exit;")
    r0 = 1
    .byte 220,0,0,0,8,0,0,0
    exit

.program atomic_add_stack section="tc"
    # PROG(atomic_add_stack, "r1 = 5; *(u64 *)(r10 - 8) = r1; lock *(u64 *)(r10 - 8) += r1; r0 = *(u64 *)(r10 - 8); exit;")
    r1 = 5
    *(u64 *)(r10 - 8) = r1
    lock *(u64 *)(r10 - 8) += r1
    r0 = *(u64 *)(r10 - 8)
    exit

.program atomic_fetch_add section="tc"
    # PROG(atomic_fetch_add, "r1 = 5; *(u64 *)(r10 - 8) = r1; r1 = atomic_fetch_add((u64 *)(r10 - 8), r1); r0 = r1; exit;")
    r1 = 5
    *(u64 *)(r10 - 8) = r1
    r1 = atomic_fetch_add((u64 *)(r10 - 8), r1)
    r0 = r1
    exit

.program atomic_cmpxchg section="tc"
    # PROG(atomic_cmpxchg, VALUE_TO_R6 "r0 = 0; r1 = 3; r0 = cmpxchg_64(r6 + 0, r0, r1); exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 0
    r1 = 3
    r0 = cmpxchg_64(r6 + 0, r0, r1)
    exit

.program atomic_misaligned section="tc"
    # PROG(atomic_misaligned, VALUE_TO_R6 "r1 = 3; lock *(u64 *)(r6 + 4) += r1; r0 = 0; exit;")
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r1 = 3
    lock *(u64 *)(r6 + 4) += r1
    r0 = 0
    exit

.program atomic_on_ctx section="tc"
    # PROG(atomic_on_ctx, "r2 = 3; lock *(u32 *)(r1 + 8) += r2; r0 = 0; exit;")
    r2 = 3
    lock *(u32 *)(r1 + 8) += w2
    r0 = 0
    exit

.program atomic_byte section="tc"
    # PROG(atomic_byte, "r1 = 0; *(u64 *)(r10 - 8) = r1;" RAW(0xd3, 0x1a, -8, 0) "r0 = 0; exit;")
    r1 = 0
    *(u64 *)(r10 - 8) = r1
    .byte 211,26,248,255,0,0,0,0
    r0 = 0
    exit

.program uninit_arith section="tc"
    # PROG(uninit_arith, "r0 = 0; r0 += r3; exit;")
    r0 = 0
    r0 += r3
    exit

.program uninit_r0 section="tc"
    # PROG(uninit_r0, "exit;")
    exit
