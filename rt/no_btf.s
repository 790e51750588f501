# no_btf
.license "GPL"

.section "tc","ax",@progbits
.globl timer_without_btf
.type timer_without_btf,@function
timer_without_btf:
    r1 = r10
    r1 += -16
    r2 = 1000
    r3 = 0
    call bpf_timer_start
    r0 = 0
    exit
.size timer_without_btf, .-timer_without_btf
