# The callee writes into the caller's stack and hands back a number whose value matters.
.program prog section=tc
  *(u64 *)(r10 - 8) = 0
  r1 = r10
  r1 += -8
  call fill
  r2 = r10
  r2 += -64
  r0 &= 7
  r2 += r0
  *(u8 *)(r2 + 0) = 1
  r0 = *(u64 *)(r10 - 8)
  exit
.function fill
  *(u64 *)(r1 + 0) = 5
  r0 = 3
  exit
