# complexity
.license "GPL"
.struct block { b: char[64] }
.map vals type=array key=u32 value=block max_entries=1

.program hundred_thousand section="tc"
    # PROG(hundred_thousand, "r0 = 0; r1 = 0; 1: r1 += 3; r0 += 1; if r0 < 25000 goto 1b; r0 = 0; exit;")
    r0 = 0
    r1 = 0
.Lhundred_thousand_2:
    r1 += 3
    r0 += 1
    if r0 < 25000 goto .Lhundred_thousand_2
    r0 = 0
    exit

.program more_than_a_million section="tc"
    # PROG(more_than_a_million, "r0 = 0; r1 = 0; 1: r1 += 3; r0 += 1; if r0 < 400000 goto 1b; r0 = 0; exit;")
    r0 = 0
    r1 = 0
.Lmore_than_a_million_2:
    r1 += 3
    r0 += 1
    if r0 < 400000 goto .Lmore_than_a_million_2
    r0 = 0
    exit

.program thousand section="tc"
    # PROG(thousand, "r0 = 0; 1: r0 += 1; if r0 < 1000 goto 1b; exit;")
    r0 = 0
.Lthousand_1:
    r0 += 1
    if r0 < 1000 goto .Lthousand_1
    exit

.program twelve_bits section="tc"
    # PROG(twelve_bits, START "r7 = 0;"
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = 0
    if r0 & 1 goto .Ltwelve_bits_12
    r7 += 1
.Ltwelve_bits_12:
    if r0 & 2 goto .Ltwelve_bits_14
    r7 += 2
.Ltwelve_bits_14:
    if r0 & 4 goto .Ltwelve_bits_16
    r7 += 4
.Ltwelve_bits_16:
    if r0 & 8 goto .Ltwelve_bits_18
    r7 += 8
.Ltwelve_bits_18:
    if r0 & 16 goto .Ltwelve_bits_20
    r7 += 16
.Ltwelve_bits_20:
    if r0 & 32 goto .Ltwelve_bits_22
    r7 += 32
.Ltwelve_bits_22:
    r0 = r7
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
    r0 = 0
    exit

.program twelve_bits_unused section="tc"
    # PROG(twelve_bits_unused, START "r7 = 0;"
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    r7 = 0
    if r0 & 1 goto .Ltwelve_bits_unused_12
    r7 += 1
.Ltwelve_bits_unused_12:
    if r0 & 2 goto .Ltwelve_bits_unused_14
    r7 += 2
.Ltwelve_bits_unused_14:
    if r0 & 4 goto .Ltwelve_bits_unused_16
    r7 += 4
.Ltwelve_bits_unused_16:
    if r0 & 8 goto .Ltwelve_bits_unused_18
    r7 += 8
.Ltwelve_bits_unused_18:
    if r0 & 16 goto .Ltwelve_bits_unused_20
    r7 += 16
.Ltwelve_bits_unused_20:
    if r0 & 32 goto .Ltwelve_bits_unused_22
    r7 += 32
.Ltwelve_bits_unused_22:
    r0 = 0
    exit

.program ladder section="tc"
    # PROG(ladder, START
    r1 = 0
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = vals ll
    call bpf_map_lookup_elem
    r6 = r0
    call bpf_get_prandom_u32
    if r0 == 1 goto .Lladder_20
    if r0 == 2 goto .Lladder_20
    if r0 == 3 goto .Lladder_20
    if r0 == 4 goto .Lladder_20
    if r0 == 5 goto .Lladder_20
    if r0 == 6 goto .Lladder_20
    if r0 == 7 goto .Lladder_20
    if r0 == 8 goto .Lladder_20
    if r0 == 9 goto .Lladder_20
    if r0 == 10 goto .Lladder_20
    goto .Lladder_22
.Lladder_20:
    r6 += r0
    w1 = *(u8 *)(r6 + 0)
.Lladder_22:
    r0 = 0
    exit
