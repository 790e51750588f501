# R0 is set on one path only; level 1 shows that path.
.program prog section=tc
  r6 = r1
  call bpf_get_prandom_u32
  if r0 > 3 goto out
  r0 = 0
  goto end
out:
  r1 = 1
  r0 = r2
end:
  exit
