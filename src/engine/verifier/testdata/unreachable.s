# Nothing leads to the second instruction.
.program prog section=tc
  goto out
  r0 = 1
out:
  r0 = 0
  exit
