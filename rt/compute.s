# compute
.license "GPL"

.program alu64 section="syscall" args=*u64
    # COMPUTE(alu64, B64(2, "+") B64(3, "-") B64(4, "*") B64(5, "&") B64(6, "|") B64(7, "^"))
    r6 = r1
    r7 = *(u64 *)(r6 + 0)
    r8 = *(u64 *)(r6 + 8)
    r0 = r7
    r0 += r8
    *(u64 *)(r6 + 16) = r0
    r0 = r7
    r0 -= r8
    *(u64 *)(r6 + 24) = r0
    r0 = r7
    r0 *= r8
    *(u64 *)(r6 + 32) = r0
    r0 = r7
    r0 &= r8
    *(u64 *)(r6 + 40) = r0
    r0 = r7
    r0 |= r8
    *(u64 *)(r6 + 48) = r0
    r0 = r7
    r0 ^= r8
    *(u64 *)(r6 + 56) = r0
    r0 = 0
    exit

.program alu32 section="syscall" args=*u64
    # COMPUTE(alu32, B32(2, "+") B32(3, "-") B32(4, "*") B32(5, "&") B32(6, "|") B32(7, "^"))
    r6 = r1
    r7 = *(u64 *)(r6 + 0)
    r8 = *(u64 *)(r6 + 8)
    r0 = r7
    w0 += w8
    *(u64 *)(r6 + 16) = r0
    r0 = r7
    w0 -= w8
    *(u64 *)(r6 + 24) = r0
    r0 = r7
    w0 *= w8
    *(u64 *)(r6 + 32) = r0
    r0 = r7
    w0 &= w8
    *(u64 *)(r6 + 40) = r0
    r0 = r7
    w0 |= w8
    *(u64 *)(r6 + 48) = r0
    r0 = r7
    w0 ^= w8
    *(u64 *)(r6 + 56) = r0
    r0 = 0
    exit

.program div64 section="syscall" args=*u64
    # COMPUTE(div64, B64(2, "/") B64(3, "%%") B64(4, "s/") B64(5, "s%%"))
    r6 = r1
    r7 = *(u64 *)(r6 + 0)
    r8 = *(u64 *)(r6 + 8)
    r0 = r7
    r0 /= r8
    *(u64 *)(r6 + 16) = r0
    r0 = r7
    r0 %= r8
    *(u64 *)(r6 + 24) = r0
    r0 = r7
    r0 s/= r8
    *(u64 *)(r6 + 32) = r0
    r0 = r7
    r0 s%= r8
    *(u64 *)(r6 + 40) = r0
    r0 = 0
    exit

.program div32 section="syscall" args=*u64
    # COMPUTE(div32, B32(2, "/") B32(3, "%%") B32(4, "s/") B32(5, "s%%"))
    r6 = r1
    r7 = *(u64 *)(r6 + 0)
    r8 = *(u64 *)(r6 + 8)
    r0 = r7
    w0 /= w8
    *(u64 *)(r6 + 16) = r0
    r0 = r7
    w0 %= w8
    *(u64 *)(r6 + 24) = r0
    r0 = r7
    w0 s/= w8
    *(u64 *)(r6 + 32) = r0
    r0 = r7
    w0 s%= w8
    *(u64 *)(r6 + 40) = r0
    r0 = 0
    exit

.program shifts section="syscall" args=*u64
    # COMPUTE(shifts, B64(2, "<<") B64(3, ">>") B64(4, "s>>") B32(5, "<<") B32(6, ">>") B32(7, "s>>"))
    r6 = r1
    r7 = *(u64 *)(r6 + 0)
    r8 = *(u64 *)(r6 + 8)
    r0 = r7
    r0 <<= r8
    *(u64 *)(r6 + 16) = r0
    r0 = r7
    r0 >>= r8
    *(u64 *)(r6 + 24) = r0
    r0 = r7
    r0 s>>= r8
    *(u64 *)(r6 + 32) = r0
    r0 = r7
    w0 <<= w8
    *(u64 *)(r6 + 40) = r0
    r0 = r7
    w0 >>= w8
    *(u64 *)(r6 + 48) = r0
    r0 = r7
    w0 s>>= w8
    *(u64 *)(r6 + 56) = r0
    r0 = 0
    exit

.program extend section="syscall" args=*u64
    # COMPUTE(extend, U(2, "r0 = (s8)r7;") U(3, "r0 = (s16)r7;") U(4, "r0 = (s32)r7;")
    r6 = r1
    r7 = *(u64 *)(r6 + 0)
    r8 = *(u64 *)(r6 + 8)
    r0 = r7
    r0 = (s8)r7
    *(u64 *)(r6 + 16) = r0
    r0 = r7
    r0 = (s16)r7
    *(u64 *)(r6 + 24) = r0
    r0 = r7
    r0 = (s32)r7
    *(u64 *)(r6 + 32) = r0
    r0 = r7
    w0 = (s8)w7
    *(u64 *)(r6 + 40) = r0
    r0 = r7
    w0 = (s16)w7
    *(u64 *)(r6 + 48) = r0
    r0 = r7
    w0 = w7
    *(u64 *)(r6 + 56) = r0
    r0 = r7
    r0 = -r0
    *(u64 *)(r6 + 64) = r0
    r0 = r7
    w0 = -w0
    *(u64 *)(r6 + 72) = r0
    r0 = 0
    exit

.program swaps section="syscall" args=*u64
    # COMPUTE(swaps, U(2, "r0 = be16 r0;") U(3, "r0 = be32 r0;") U(4, "r0 = be64 r0;")
    r6 = r1
    r7 = *(u64 *)(r6 + 0)
    r8 = *(u64 *)(r6 + 8)
    r0 = r7
    r0 = be16 r0
    *(u64 *)(r6 + 16) = r0
    r0 = r7
    r0 = be32 r0
    *(u64 *)(r6 + 24) = r0
    r0 = r7
    r0 = be64 r0
    *(u64 *)(r6 + 32) = r0
    r0 = r7
    r0 = le16 r0
    *(u64 *)(r6 + 40) = r0
    r0 = r7
    r0 = le32 r0
    *(u64 *)(r6 + 48) = r0
    r0 = r7
    r0 = bswap16 r0
    *(u64 *)(r6 + 56) = r0
    r0 = r7
    r0 = bswap32 r0
    *(u64 *)(r6 + 64) = r0
    r0 = r7
    r0 = bswap64 r0
    *(u64 *)(r6 + 72) = r0
    r0 = 0
    exit

.program constants section="syscall" args=*u64
    # COMPUTE(constants, U(2, "r0 += -1;") U(3, "w0 += -1;") U(4, "r0 &= -16;") U(5, "w0 &= -16;")
    r6 = r1
    r7 = *(u64 *)(r6 + 0)
    r8 = *(u64 *)(r6 + 8)
    r0 = r7
    r0 += -1
    *(u64 *)(r6 + 16) = r0
    r0 = r7
    w0 += -1
    *(u64 *)(r6 + 24) = r0
    r0 = r7
    r0 &= -16
    *(u64 *)(r6 + 32) = r0
    r0 = r7
    w0 &= -16
    *(u64 *)(r6 + 40) = r0
    r0 = r7
    r0 = -2
    *(u64 *)(r6 + 48) = r0
    r0 = r7
    w0 = -2
    *(u64 *)(r6 + 56) = r0
    r0 = r7
    r0 = 0x123456789abcdef0 ll
    *(u64 *)(r6 + 64) = r0
    r0 = r7
    r0 *= 2147483647
    *(u64 *)(r6 + 72) = r0
    r0 = 0
    exit

.program jumps64 section="syscall" args=*u64
    # COMPUTE(jumps64, J64(2, "==") J64(3, "!=") J64(4, ">") J64(5, ">=") J64(6, "<") J64(7, "<=")
    r6 = r1
    r7 = *(u64 *)(r6 + 0)
    r8 = *(u64 *)(r6 + 8)
    r0 = 1
    if r7 == r8 goto .Ljumps64_6
    r0 = 0
.Ljumps64_6:
    *(u64 *)(r6 + 16) = r0
    r0 = 1
    if r7 != r8 goto .Ljumps64_10
    r0 = 0
.Ljumps64_10:
    *(u64 *)(r6 + 24) = r0
    r0 = 1
    if r7 > r8 goto .Ljumps64_14
    r0 = 0
.Ljumps64_14:
    *(u64 *)(r6 + 32) = r0
    r0 = 1
    if r7 >= r8 goto .Ljumps64_18
    r0 = 0
.Ljumps64_18:
    *(u64 *)(r6 + 40) = r0
    r0 = 1
    if r7 < r8 goto .Ljumps64_22
    r0 = 0
.Ljumps64_22:
    *(u64 *)(r6 + 48) = r0
    r0 = 1
    if r7 <= r8 goto .Ljumps64_26
    r0 = 0
.Ljumps64_26:
    *(u64 *)(r6 + 56) = r0
    r0 = 1
    if r7 s> r8 goto .Ljumps64_30
    r0 = 0
.Ljumps64_30:
    *(u64 *)(r6 + 64) = r0
    r0 = 1
    if r7 s>= r8 goto .Ljumps64_34
    r0 = 0
.Ljumps64_34:
    *(u64 *)(r6 + 72) = r0
    r0 = 1
    if r7 s< r8 goto .Ljumps64_38
    r0 = 0
.Ljumps64_38:
    *(u64 *)(r6 + 80) = r0
    r0 = 1
    if r7 s<= r8 goto .Ljumps64_42
    r0 = 0
.Ljumps64_42:
    *(u64 *)(r6 + 88) = r0
    r0 = 1
    if r7 & r8 goto .Ljumps64_46
    r0 = 0
.Ljumps64_46:
    *(u64 *)(r6 + 96) = r0
    r0 = 0
    exit

.program jumps32 section="syscall" args=*u64
    # COMPUTE(jumps32, J32(2, "==") J32(3, "!=") J32(4, ">") J32(5, ">=") J32(6, "<") J32(7, "<=")
    r6 = r1
    r7 = *(u64 *)(r6 + 0)
    r8 = *(u64 *)(r6 + 8)
    r0 = 1
    if w7 == w8 goto .Ljumps32_6
    r0 = 0
.Ljumps32_6:
    *(u64 *)(r6 + 16) = r0
    r0 = 1
    if w7 != w8 goto .Ljumps32_10
    r0 = 0
.Ljumps32_10:
    *(u64 *)(r6 + 24) = r0
    r0 = 1
    if w7 > w8 goto .Ljumps32_14
    r0 = 0
.Ljumps32_14:
    *(u64 *)(r6 + 32) = r0
    r0 = 1
    if w7 >= w8 goto .Ljumps32_18
    r0 = 0
.Ljumps32_18:
    *(u64 *)(r6 + 40) = r0
    r0 = 1
    if w7 < w8 goto .Ljumps32_22
    r0 = 0
.Ljumps32_22:
    *(u64 *)(r6 + 48) = r0
    r0 = 1
    if w7 <= w8 goto .Ljumps32_26
    r0 = 0
.Ljumps32_26:
    *(u64 *)(r6 + 56) = r0
    r0 = 1
    if w7 s> w8 goto .Ljumps32_30
    r0 = 0
.Ljumps32_30:
    *(u64 *)(r6 + 64) = r0
    r0 = 1
    if w7 s>= w8 goto .Ljumps32_34
    r0 = 0
.Ljumps32_34:
    *(u64 *)(r6 + 72) = r0
    r0 = 1
    if w7 s< w8 goto .Ljumps32_38
    r0 = 0
.Ljumps32_38:
    *(u64 *)(r6 + 80) = r0
    r0 = 1
    if w7 s<= w8 goto .Ljumps32_42
    r0 = 0
.Ljumps32_42:
    *(u64 *)(r6 + 88) = r0
    r0 = 1
    if w7 & w8 goto .Ljumps32_46
    r0 = 0
.Ljumps32_46:
    *(u64 *)(r6 + 96) = r0
    r0 = 0
    exit

.program loads section="syscall" args=*u64
    # COMPUTE(loads, "*(u64 *)(r10 - 8) = r7;"
    r6 = r1
    r7 = *(u64 *)(r6 + 0)
    r8 = *(u64 *)(r6 + 8)
    *(u64 *)(r10 - 8) = r7
    r0 = r7
    w0 = *(u8 *)(r10 - 8)
    *(u64 *)(r6 + 16) = r0
    r0 = r7
    w0 = *(u16 *)(r10 - 8)
    *(u64 *)(r6 + 24) = r0
    r0 = r7
    w0 = *(u32 *)(r10 - 8)
    *(u64 *)(r6 + 32) = r0
    r0 = r7
    r0 = *(s8 *)(r10 - 8)
    *(u64 *)(r6 + 40) = r0
    r0 = r7
    r0 = *(s16 *)(r10 - 8)
    *(u64 *)(r6 + 48) = r0
    r0 = r7
    r0 = *(s32 *)(r10 - 8)
    *(u64 *)(r6 + 56) = r0
    *(u64 *)(r10 - 16) = r8
    *(u8 *)(r10 - 16) = w7
    r0 = r7
    r0 = *(u64 *)(r10 - 16)
    *(u64 *)(r6 + 64) = r0
    *(u64 *)(r10 - 16) = r8
    *(u16 *)(r10 - 16) = w7
    r0 = r7
    r0 = *(u64 *)(r10 - 16)
    *(u64 *)(r6 + 72) = r0
    *(u64 *)(r10 - 16) = r8
    *(u32 *)(r10 - 16) = w7
    r0 = r7
    r0 = *(u64 *)(r10 - 16)
    *(u64 *)(r6 + 80) = r0
    r0 = 0
    exit

.program atomics section="syscall" args=*u64
    # COMPUTE(atomics,
    r6 = r1
    r7 = *(u64 *)(r6 + 0)
    r8 = *(u64 *)(r6 + 8)
    *(u64 *)(r10 - 8) = r7
    r0 = r8
    r1 = r8
    lock *(u64 *)(r10 - 8) += r8
    *(u64 *)(r6 + 24) = r1
    r1 = *(u64 *)(r10 - 8)
    *(u64 *)(r6 + 16) = r1
    *(u64 *)(r10 - 8) = r7
    r0 = r8
    r1 = r8
    r1 = atomic_fetch_add((u64 *)(r10 - 8), r1)
    *(u64 *)(r6 + 40) = r1
    r1 = *(u64 *)(r10 - 8)
    *(u64 *)(r6 + 32) = r1
    *(u64 *)(r10 - 8) = r7
    r0 = r8
    r1 = r8
    r1 = atomic_fetch_and((u64 *)(r10 - 8), r1)
    *(u64 *)(r6 + 56) = r1
    r1 = *(u64 *)(r10 - 8)
    *(u64 *)(r6 + 48) = r1
    *(u64 *)(r10 - 8) = r7
    r0 = r8
    r1 = r8
    r1 = atomic_fetch_or((u64 *)(r10 - 8), r1)
    *(u64 *)(r6 + 72) = r1
    r1 = *(u64 *)(r10 - 8)
    *(u64 *)(r6 + 64) = r1
    *(u64 *)(r10 - 8) = r7
    r0 = r8
    r1 = r8
    r1 = atomic_fetch_xor((u64 *)(r10 - 8), r1)
    *(u64 *)(r6 + 88) = r1
    r1 = *(u64 *)(r10 - 8)
    *(u64 *)(r6 + 80) = r1
    *(u64 *)(r10 - 8) = r7
    r0 = r8
    r1 = r8
    r1 = xchg_64(r10 - 8, r1)
    *(u64 *)(r6 + 104) = r1
    r1 = *(u64 *)(r10 - 8)
    *(u64 *)(r6 + 96) = r1
    *(u64 *)(r10 - 8) = r7
    r0 = r8
    r1 = r8
    r0 = cmpxchg_64(r10 - 8, r0, r1)
    r1 = r0
    *(u64 *)(r6 + 120) = r1
    r1 = *(u64 *)(r10 - 8)
    *(u64 *)(r6 + 112) = r1
    *(u64 *)(r10 - 8) = r7
    r0 = r8
    r1 = r8
    r0 = r7
    r0 = cmpxchg_64(r10 - 8, r0, r1)
    r1 = r0
    *(u64 *)(r6 + 136) = r1
    r1 = *(u64 *)(r10 - 8)
    *(u64 *)(r6 + 128) = r1
    r0 = 0
    exit

.program atomics32 section="syscall" args=*u64
    # COMPUTE(atomics32,
    r6 = r1
    r7 = *(u64 *)(r6 + 0)
    r8 = *(u64 *)(r6 + 8)
    *(u64 *)(r10 - 8) = r7
    r0 = r8
    r1 = r8
    lock *(u32 *)(r10 - 8) += w8
    *(u64 *)(r6 + 24) = r1
    r1 = *(u64 *)(r10 - 8)
    *(u64 *)(r6 + 16) = r1
    *(u64 *)(r10 - 8) = r7
    r0 = r8
    r1 = r8
    w1 = atomic_fetch_add((u32 *)(r10 - 8), w1)
    *(u64 *)(r6 + 40) = r1
    r1 = *(u64 *)(r10 - 8)
    *(u64 *)(r6 + 32) = r1
    *(u64 *)(r10 - 8) = r7
    r0 = r8
    r1 = r8
    w1 = atomic_fetch_and((u32 *)(r10 - 8), w1)
    *(u64 *)(r6 + 56) = r1
    r1 = *(u64 *)(r10 - 8)
    *(u64 *)(r6 + 48) = r1
    *(u64 *)(r10 - 8) = r7
    r0 = r8
    r1 = r8
    w1 = atomic_fetch_or((u32 *)(r10 - 8), w1)
    *(u64 *)(r6 + 72) = r1
    r1 = *(u64 *)(r10 - 8)
    *(u64 *)(r6 + 64) = r1
    *(u64 *)(r10 - 8) = r7
    r0 = r8
    r1 = r8
    w1 = atomic_fetch_xor((u32 *)(r10 - 8), w1)
    *(u64 *)(r6 + 88) = r1
    r1 = *(u64 *)(r10 - 8)
    *(u64 *)(r6 + 80) = r1
    *(u64 *)(r10 - 8) = r7
    r0 = r8
    r1 = r8
    w1 = xchg32_32(r10 - 8, w1)
    *(u64 *)(r6 + 104) = r1
    r1 = *(u64 *)(r10 - 8)
    *(u64 *)(r6 + 96) = r1
    *(u64 *)(r10 - 8) = r7
    r0 = r8
    r1 = r8
    w0 = cmpxchg32_32(r10 - 8, w0, w1)
    r1 = r0
    *(u64 *)(r6 + 120) = r1
    r1 = *(u64 *)(r10 - 8)
    *(u64 *)(r6 + 112) = r1
    r0 = 0
    exit
