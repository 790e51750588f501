# The global function is walked on its own, for any argument.
.program prog section=tc
  r1 = 4
  call twice
  r0 &= 1
  exit
.function twice args=u64 linkage=global
  r0 = r1
  r0 += r1
  exit
