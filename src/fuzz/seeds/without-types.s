# Functions of which nothing is known: without our directives there is no BTF.
.section socket,"ax",@progbits
.globl abs_below
.type abs_below,@function
abs_below:
    r6 = r1
    call reads
    exit
.size abs_below, .-abs_below
.text
.type reads,@function
reads:
    r6 = r1
    r0 = *(u16 *)skb[12]
    exit
.size reads, .-reads
