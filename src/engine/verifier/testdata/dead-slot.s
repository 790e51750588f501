# What lies at fp-8 is written before it is read, so it makes no difference which path stored what there.
.program prog section=tc
  call bpf_get_prandom_u32
  if r0 > 7 goto other
  *(u64 *)(r10 - 8) = 1
  *(u64 *)(r10 - 16) = 1
  goto meet
other:
  *(u64 *)(r10 - 8) = 2
  *(u64 *)(r10 - 16) = 1
meet:
  *(u64 *)(r10 - 8) = 3
  r1 = *(u64 *)(r10 - 8)
  r0 = *(u64 *)(r10 - 16)
  exit
