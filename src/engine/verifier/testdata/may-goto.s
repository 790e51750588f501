# A loop without a bound of its own.
.program prog section=tc
  r6 = 0
head:
  r6 += 1
  may_goto out
  goto head
out:
  r0 = 0
  exit
