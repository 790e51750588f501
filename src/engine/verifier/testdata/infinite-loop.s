# The state at the loop's head never changes.
.program prog section=tc
  r0 = 0
head:
  if r0 == 0 goto head
  exit
