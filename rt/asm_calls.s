# asm_calls
.license "GPL"

.section ".text","ax",@progbits
.type triple,@function
triple:
    r0 = r1
    r0 += r1
    r0 += r1
    exit
.size triple, .-triple

.section ".text","ax",@progbits
.type unused_fn,@function
unused_fn:
    r0 = 9
    exit
.size unused_fn, .-unused_fn

.section "tc","ax",@progbits
.globl calls_text
.type calls_text,@function
calls_text:
    r1 = 14
    call triple
    exit
.size calls_text, .-calls_text

.section "tc","ax",@progbits
.globl backward_jump
.type backward_jump,@function
backward_jump:
    r0 = 0
    r1 = 8
.Lbackward_jump_2:
    r0 += r1
    r1 -= 1
    if r1 != 0 goto .Lbackward_jump_2
    exit
.size backward_jump, .-backward_jump
