# unknown_section
.license "GPL"

.section "mystery","ax",@progbits
.globl odd
.type odd,@function
odd:
    # SEC("mystery") int odd(void *s) { return 0; }
    r0 = 0
    exit
.size odd, .-odd

.program known section="tc" args=s:*void
    # SEC("tc") int known(void *s) { return 0; }
    r0 = 0
    exit
