# Both branches meet with different numbers that nobody looks at: the second path ends where they meet.
.program prog section=tc
  call bpf_get_prandom_u32
  r7 = r0
  call bpf_get_prandom_u32
  if r0 > 7 goto other
  r8 = 1
  goto meet
other:
  r8 = 2
meet:
  if r7 > 3 goto out
  r7 = 0
out:
  r0 = 0
  exit
