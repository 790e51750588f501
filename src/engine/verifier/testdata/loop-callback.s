# The callback is walked until nothing changes; its return value is limited to 0 and 1.
.program prog section=tc
  *(u64 *)(r10 - 8) = 0
  r1 = 10
  r2 = step ll
  r3 = r10
  r3 += -8
  r4 = 0
  call bpf_loop
  r0 = *(u64 *)(r10 - 8)
  exit
.function step args=u64 u64
  r3 = *(u64 *)(r2 + 0)
  r3 += 1
  *(u64 *)(r2 + 0) = r3
  r0 = 2
  exit
