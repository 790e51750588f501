# Three rounds; the counter must be known exactly, so marks go back round by round.
.program prog section=tc
  r0 = 0
  r6 = 0
head:
  r0 += 2
  r6 += 1
  if r6 < 3 goto head
  exit
