# Two frames of 320 bytes.
.program prog section=tc
  *(u64 *)(r10 - 320) = 0
  call big
  exit
.function big
  *(u64 *)(r10 - 320) = 0
  r0 = 0
  exit
