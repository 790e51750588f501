# v4
.license "GPL"
.struct block { b: char[64] }
.map vals type=array key=u32 value=block max_entries=1

.program movs8 section="tc"
    # PROG(movs8, START "r0 = (s8)r0;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = (s8)r0
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program movs8_tested section="tc"
    # PROG(movs8_tested, START "r0 = (s8)r0; if r0 s< 0 goto 9f; if r0 s> 63 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = (s8)r0
    if r0 s< 0 goto .Lmovs8_tested_14
    if r0 s> 63 goto .Lmovs8_tested_14
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lmovs8_tested_14:
    r0 = 0
    exit

.program movs8_small section="tc"
    # PROG(movs8_small, START "r0 &= 63; r0 = (s8)r0;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 &= 63
    r0 = (s8)r0
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program movs8_const section="tc"
    # PROG(movs8_const, START "r0 = 0xff; r0 = (s8)r0; r0 += 10;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = 255
    r0 = (s8)r0
    r0 += 10
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program movs16 section="tc"
    # PROG(movs16, START "r0 = (s16)r0; r0 += 32768; r0 >>= 10;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = (s16)r0
    r0 += 32768
    r0 >>= 10
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program movs32 section="tc"
    # PROG(movs32, START "r0 = (s32)r0; if r0 s< 0 goto 9f; if r0 s> 63 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = (s32)r0
    if r0 s< 0 goto .Lmovs32_14
    if r0 s> 63 goto .Lmovs32_14
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lmovs32_14:
    r0 = 0
    exit

.program movs8_32bit section="tc"
    # PROG(movs8_32bit, START "w0 = (s8)w0; w0 &= 63;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    w0 = (s8)w0
    w0 &= 63
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program load_s8 section="tc"
    # PROG(load_s8, VALUE_TO_R6 "r0 = *(s8 *)(r6 + 0); if r0 s< 0 goto 9f; if r0 s> 63 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = *(s8 *)(r6 + 0)
    if r0 s< 0 goto .Lload_s8_13
    if r0 s> 63 goto .Lload_s8_13
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lload_s8_13:
    r0 = 0
    exit

.program load_s8_negative section="tc"
    # PROG(load_s8_negative, VALUE_TO_R6 "r0 = *(s8 *)(r6 + 0); if r0 s> 63 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = *(s8 *)(r6 + 0)
    if r0 s> 63 goto .Lload_s8_negative_12
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lload_s8_negative_12:
    r0 = 0
    exit

.program load_s32 section="tc"
    # PROG(load_s32, VALUE_TO_R6 "r0 = *(s32 *)(r6 + 4); r0 &= 63;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = *(s32 *)(r6 + 4)
    r0 &= 63
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program load_s32_ctx section="tc"
    # PROG(load_s32_ctx, "r0 = *(s32 *)(r1 + 0); exit;")
    r0 = *(s32 *)(r1 + 0)
    exit

.program load_s8_spilled section="tc"
    # PROG(load_s8_spilled, VALUE_TO_R6 "r1 = 0xfe; *(u64 *)(r10 - 16) = r1; r0 = *(s8 *)(r10 - 16); r0 += 3;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    r1 = 254
    *(u64 *)(r10 - 16) = r1
    r0 = *(s8 *)(r10 - 16)
    r0 += 3
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program sdiv_const section="tc"
    # PROG(sdiv_const, START "r0 = -100; r0 s/= -4;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = -100
    r0 s/= -4
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program sdiv_unknown section="tc"
    # PROG(sdiv_unknown, START "r0 s/= 1000;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 s/= 1000
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program smod_unknown section="tc"
    # PROG(smod_unknown, START "r0 s%%= 32; if r0 s< 0 goto 9f;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 s%= 32
    if r0 s< 0 goto .Lsmod_unknown_13
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lsmod_unknown_13:
    r0 = 0
    exit

.program bswap16 section="tc"
    # PROG(bswap16, START "r0 = bswap16 r0; r0 >>= 10;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = bswap16 r0
    r0 >>= 10
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program bswap64_const section="tc"
    # PROG(bswap64_const, START "r0 = 0x0500000000000000 ll; r0 = bswap64 r0;" PROBE_R0 OUT)
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r0 = 0x500000000000000 ll
    r0 = bswap64 r0
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program long_jump section="tc"
    # PROG(long_jump, "r0 = 0; if r1 == 0 goto 2f; gotol 1f; 2: r0 = 1; 1: exit;")
    r0 = 0
    if r1 == 0 goto .Llong_jump_3
    gotol .Llong_jump_4
.Llong_jump_3:
    r0 = 1
.Llong_jump_4:
    exit

.program long_jump_unreachable section="tc"
    # PROG(long_jump_unreachable, "r0 = 0; gotol 1f; r0 = 1; 1: exit;")
    r0 = 0
    gotol .Llong_jump_unreachable_3
    r0 = 1
.Llong_jump_unreachable_3:
    exit

.program store_imm section="tc"
    # PROG(store_imm, "*(u64 *)(r10 - 8) = 7; r0 = *(u64 *)(r10 - 8); exit;")
    *(u64 *)(r10 - 8) = 7
    r0 = *(u64 *)(r10 - 8)
    exit

.program store_imm_u32 section="tc"
    # PROG(store_imm_u32, "*(u32 *)(r10 - 4) = 0; r2 = r10; r2 += -4; r1 = %[vals] ll; call 1; r0 = *(u8 *)(r0 + 0); exit;")
    *(u32 *)(r10 - 4) = 0
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    w0 = *(u8 *)(r0 + 0)
    exit
