# plain
.license "GPL"

.section "socket","ax",@progbits
.globl accept_all
.type accept_all,@function
accept_all:
    r0 = 65535
    exit
.size accept_all, .-accept_all

.section "socket","ax",@progbits
.globl parity
.type parity,@function
parity:
    call bpf_get_prandom_u32
    r6 = r0
    r6 &= 1
    if r6 != 0 goto .Lparity_6
    r0 = 2
    exit
.Lparity_6:
    r0 = 1
    exit
.size parity, .-parity

.section "xdp","ax",@progbits
.globl drop_short
.type drop_short,@function
drop_short:
    w2 = *(u32 *)(r1 + 0)
    w3 = *(u32 *)(r1 + 4)
    r4 = r2
    r4 += 34
    r0 = 1
    if r4 > r3 goto .Ldrop_short_9
    w0 = *(u8 *)(r2 + 33)
    r0 &= 1
    r0 += 1
.Ldrop_short_9:
    exit
.size drop_short, .-drop_short

.section "xdp","ax",@progbits
.globl reads_too_far
.type reads_too_far,@function
reads_too_far:
    w2 = *(u32 *)(r1 + 0)
    w3 = *(u32 *)(r1 + 4)
    r4 = r2
    r4 += 34
    r0 = 1
    if r4 > r3 goto .Lreads_too_far_7
    w0 = *(u8 *)(r2 + 34)
.Lreads_too_far_7:
    exit
.size reads_too_far, .-reads_too_far
