# data
.license "GPL"
.struct anonymous_35 { a: u8; b: u32; c: u64 }

.section .data,"aw",@progbits
.var one: s32
    .byte 1,0,0,0
.L_data_4:
    .zero 4
.var aligned_value: u64
    .byte 136,119,102,85,68,51,34,17
.var mixed: anonymous_35
    .byte 1,0,0,0,2,0,0,0,3,0,0,0,0,0,0,0
.var hidden_var: s32 hidden
    .byte 4,0,0,0
.var weak_var: s32
    .byte 6,0,0,0
.var static_five: volatile s32 static
    .byte 5,0,0,0

.section .rodata,"a",@progbits
.var ro: const volatile s32
    .byte 3,0,0,0
.var text: const volatile char[6]
    .byte 104,101,108,108,111,0

.section .data.custom,"aw",@progbits
.var custom: s32
    .byte 9,0,0,0

.section .rodata.custom,"a",@progbits
.var custom_ro: const volatile s32
    .byte 8,0,0,0

.section .bss,"aw",@nobits
.var zero: s32
    .zero 4
.var static_zero: volatile s32 static
    .zero 4

.section .rodata.str1.1,"a",@progbits
_rodata_str1_1_0:
    .byte 108,111,110,103,0,115,104,111,114,116,0

.program sums section="tc" args=s:*__sk_buff
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r1 = zero ll
    w1 = *(u32 *)(r1 + 0)
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r2 = one ll
    w0 = *(u32 *)(r2 + 0)
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r0 += r1
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r1 = zero + 4 ll
    w1 = *(u32 *)(r1 + 0)
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r0 += r1
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r1 = one + 40 ll
    w1 = *(u32 *)(r1 + 0)
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r0 += r1
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r1 = ro ll
    w1 = *(u32 *)(r1 + 0)
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r0 += r1
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r1 = mixed ll
    w1 = *(u32 *)(r1 + 4)
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r0 += r1
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r1 = custom ll
    w1 = *(u32 *)(r1 + 0)
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r0 += r1
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r1 = custom_ro ll
    w1 = *(u32 *)(r1 + 0)
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r0 += r1
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r1 = hidden_var ll
    w1 = *(u32 *)(r1 + 0)
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r0 += r1
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r1 = weak_var ll
    w1 = *(u32 *)(r1 + 0)
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    r0 += r1
    # return zero + one + static_zero + static_five + ro + mixed.b + custom + custom_ro + hidden_var + weak_var;
    exit

.program changes section="tc" args=s:*__sk_buff
    # static_zero = 4;
    r1 = zero + 4 ll
    r2 = 4
    *(u32 *)(r1 + 0) = w2
    # zero = 10;
    r1 = zero ll
    r2 = 10
    *(u32 *)(r1 + 0) = w2
    # one++;
    r1 = one ll
    w2 = *(u32 *)(r1 + 0)
    r2 += 1
    *(u32 *)(r1 + 0) = w2
    # mixed.c += aligned_value;
    r1 = aligned_value ll
    r1 = *(u64 *)(r1 + 0)
    # mixed.c += aligned_value;
    r2 = mixed ll
    r3 = *(u64 *)(r2 + 8)
    r3 += r1
    *(u64 *)(r2 + 8) = r3
    # custom = text[1];
    r1 = text ll
    w1 = *(u8 *)(r1 + 1)
    r1 <<= 56
    r1 s>>= 56
    # custom = text[1];
    r2 = custom ll
    *(u32 *)(r2 + 0) = w1
    # return 0;
    r0 = 0
    exit

.program literal section="tc" args=s:*__sk_buff
    # const char *p = s->len > 10 ? "long" : "short";
    w2 = *(u32 *)(r1 + 0)
    # const char *p = s->len > 10 ? "long" : "short";
    r1 = _rodata_str1_1_0 ll
    if r2 > 10 goto .Lliteral_6
    r1 = _rodata_str1_1_0 + 5 ll
.Lliteral_6:
    # return p[0];
    w0 = *(u8 *)(r1 + 0)
    r0 <<= 56
    r0 s>>= 56
    # return p[0];
    exit
