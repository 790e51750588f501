# An expanded bpf_loop, may_goto and dead code: level 4 tells what stack that takes.
.program prog section=tc
  r1 = 3
  r2 = step ll
  r3 = 0
  r4 = 0
  call bpf_loop
  r0 = 1
  if r0 == 1 goto out
  call unused
out:
  may_goto end
  r0 = 0
end:
  exit
.function step args=u64 u64
  *(u64 *)(r10 - 24) = r1
  r0 = 0
  exit
.function unused
  *(u64 *)(r10 - 48) = 1
  r0 = 0
  exit
