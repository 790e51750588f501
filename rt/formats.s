# formats
.license "GPL"

.section .rodata,"a",@progbits
.var numbers._f: const char[9] static
    .byte 37,100,32,37,105,32,37,117,0
.var numbers._f.1: const char[9] static
    .byte 37,120,32,37,88,32,37,111,0
.var numbers._f.2: const char[14] static
    .byte 37,108,100,32,37,108,108,100,32,37,108,108,117,0
.var numbers._f.3: const char[13] static
    .byte 37,108,120,32,37,108,108,120,32,37,108,88,0
.var numbers._f.4: const char[20] static
    .byte 91,37,53,100,93,32,91,37,45,53,100,93,32,91,37,48
    .byte 53,100,93,0
.var numbers._f.5: const char[19] static
    .byte 91,37,56,120,93,32,91,37,48,56,120,93,32,91,37,35
    .byte 120,93,0
.var numbers._f.6: const char[18] static
    .byte 91,37,43,100,93,32,91,37,32,100,93,32,91,37,53,117
    .byte 93,0
.var numbers._f.7: const char[9] static
    .byte 49,48,48,37,37,32,37,100,0
.var numbers._f.8: const char[7] static
    .byte 37,99,37,99,37,99,0
.var strings.text: const char[10] static
    .byte 114,101,97,100,32,111,110,108,121,0
.var strings._f: const char[15] static
    .byte 91,37,115,93,32,91,37,115,93,32,91,37,115,93,0
.var strings._f.9: const char[20] static
    .byte 91,37,115,93,32,91,37,49,48,115,93,32,91,37,45,49
    .byte 48,115,93,0
.var strings._f.10: const char[10] static
    .byte 110,117,108,108,32,91,37,115,93,0
.var strings._f.11: const char[17] static
    .byte 98,97,100,32,112,111,105,110,116,101,114,32,91,37,115,93
    .byte 0
.var strings._f.12: const char[6] static
    .byte 112,108,97,105,110,0
.var many_arguments.___fmt: const char[36] static
    .byte 37,100,32,37,100,32,37,100,32,37,100,32,37,100,32,37
    .byte 100,32,37,100,32,37,100,32,37,100,32,37,100,32,37,100
    .byte 32,37,100,0
.var many_arguments.___fmt.13: const char[12] static
    .byte 37,115,32,37,100,32,37,115,32,37,100,0
.var many_arguments.____fmt: const char[26] static
    .byte 37,112,73,52,32,110,111,32,97,114,103,117,109,101,110,116
    .byte 115,32,108,111,115,116,32,37,100,0
.var newlines._f: const char[14] static
    .byte 119,105,116,104,32,110,101,119,108,105,110,101,10,0
.var newlines._f.15: const char[16] static
    .byte 119,105,116,104,111,117,116,32,110,101,119,108,105,110,101,0
.var newlines._f.16: const char[10] static
    .byte 116,119,111,10,108,105,110,101,115,0
.var newlines._f.17: const char[14] static
    .byte 101,110,100,115,32,105,110,32,116,119,111,10,10,0
.var newlines._f.18: const char[1] static
    .zero 1
.var newlines._f.19: const char[5] static
    .byte 9,116,97,98,0
.var refused.no_end: const char[4] static
    .byte 97,98,99,100
.var refused._f: const char[6] static
    .byte 49,50,51,52,53,0
.var refused._f.20: const char[22] static
    .byte 110,111,32,115,117,99,104,32,99,111,110,118,101,114,115,105
    .byte 111,110,32,37,113,0
.var refused._f.21: const char[3] static
    .byte 37,110,0
.var refused._f.22: const char[12] static
    .byte 101,110,100,115,32,119,105,116,104,32,37,0
.var refused._f.23: const char[16] static
    .byte 195,169,32,105,115,32,110,111,116,32,65,83,67,73,73,0
.var refused._f.24: const char[23] static
    .byte 37,100,32,37,100,32,109,105,115,115,105,110,103,32,97,114
    .byte 103,117,109,101,110,116,0
.var refused._f.25: const char[3] static
    .byte 37,102,0
.var refused._f.26: const char[10] static
    .byte 37,108,108,100,32,37,108,108,100,0
.var refused._f.27: const char[4] static
    .byte 37,104,100,0
.var refused._f.28: const char[7] static
    .byte 98,101,108,108,32,7,0
.var refused._f.29: const char[5] static
    .byte 37,46,51,100,0
.var refused._f.30: const char[4] static
    .byte 37,42,100,0
.var refused._f.31: const char[5] static
    .byte 37,49,36,100,0
.var refused._f.32: const char[5] static
    .byte 37,53,115,124,0
.var refused._f.34: const char[4] static
    .byte 37,112,88,0
.var long_line.hundred: const char[101] static
    .byte 48,49,50,51,52,53,54,55,56,57,48,49,50,51,52,53
    .byte 54,55,56,57,48,49,50,51,52,53,54,55,56,57,48,49
    .byte 50,51,52,53,54,55,56,57,48,49,50,51,52,53,54,55
    .byte 56,57,48,49,50,51,52,53,54,55,56,57,48,49,50,51
    .byte 52,53,54,55,56,57,48,49,50,51,52,53,54,55,56,57
    .byte 48,49,50,51,52,53,54,55,56,57,95,95,95,95,95,95
    .byte 95,95,95,124,0
.var long_line._f: const char[1201] static
    .byte 48,49,50,51,52,53,54,55,56,57,48,49,50,51,52,53
    .byte 54,55,56,57,48,49,50,51,52,53,54,55,56,57,48,49
    .byte 50,51,52,53,54,55,56,57,48,49,50,51,52,53,54,55
    .byte 56,57,48,49,50,51,52,53,54,55,56,57,48,49,50,51
    .byte 52,53,54,55,56,57,48,49,50,51,52,53,54,55,56,57
    .byte 48,49,50,51,52,53,54,55,56,57,95,95,95,95,95,95
    .byte 95,95,95,124,48,49,50,51,52,53,54,55,56,57,48,49
    .byte 50,51,52,53,54,55,56,57,48,49,50,51,52,53,54,55
    .byte 56,57,48,49,50,51,52,53,54,55,56,57,48,49,50,51
    .byte 52,53,54,55,56,57,48,49,50,51,52,53,54,55,56,57
    .byte 48,49,50,51,52,53,54,55,56,57,48,49,50,51,52,53
    .byte 54,55,56,57,48,49,50,51,52,53,54,55,56,57,95,95
    .byte 95,95,95,95,95,95,95,124,48,49,50,51,52,53,54,55
    .byte 56,57,48,49,50,51,52,53,54,55,56,57,48,49,50,51
    .byte 52,53,54,55,56,57,48,49,50,51,52,53,54,55,56,57
    .byte 48,49,50,51,52,53,54,55,56,57,48,49,50,51,52,53
    .byte 54,55,56,57,48,49,50,51,52,53,54,55,56,57,48,49
    .byte 50,51,52,53,54,55,56,57,48,49,50,51,52,53,54,55
    .byte 56,57,95,95,95,95,95,95,95,95,95,124,48,49,50,51
    .byte 52,53,54,55,56,57,48,49,50,51,52,53,54,55,56,57
    .byte 48,49,50,51,52,53,54,55,56,57,48,49,50,51,52,53
    .byte 54,55,56,57,48,49,50,51,52,53,54,55,56,57,48,49
    .byte 50,51,52,53,54,55,56,57,48,49,50,51,52,53,54,55
    .byte 56,57,48,49,50,51,52,53,54,55,56,57,48,49,50,51
    .byte 52,53,54,55,56,57,95,95,95,95,95,95,95,95,95,124
    .byte 48,49,50,51,52,53,54,55,56,57,48,49,50,51,52,53
    .byte 54,55,56,57,48,49,50,51,52,53,54,55,56,57,48,49
    .byte 50,51,52,53,54,55,56,57,48,49,50,51,52,53,54,55
    .byte 56,57,48,49,50,51,52,53,54,55,56,57,48,49,50,51
    .byte 52,53,54,55,56,57,48,49,50,51,52,53,54,55,56,57
    .byte 48,49,50,51,52,53,54,55,56,57,95,95,95,95,95,95
    .byte 95,95,95,124,48,49,50,51,52,53,54,55,56,57,48,49
    .byte 50,51,52,53,54,55,56,57,48,49,50,51,52,53,54,55
    .byte 56,57,48,49,50,51,52,53,54,55,56,57,48,49,50,51
    .byte 52,53,54,55,56,57,48,49,50,51,52,53,54,55,56,57
    .byte 48,49,50,51,52,53,54,55,56,57,48,49,50,51,52,53
    .byte 54,55,56,57,48,49,50,51,52,53,54,55,56,57,95,95
    .byte 95,95,95,95,95,95,95,124,48,49,50,51,52,53,54,55
    .byte 56,57,48,49,50,51,52,53,54,55,56,57,48,49,50,51
    .byte 52,53,54,55,56,57,48,49,50,51,52,53,54,55,56,57
    .byte 48,49,50,51,52,53,54,55,56,57,48,49,50,51,52,53
    .byte 54,55,56,57,48,49,50,51,52,53,54,55,56,57,48,49
    .byte 50,51,52,53,54,55,56,57,48,49,50,51,52,53,54,55
    .byte 56,57,95,95,95,95,95,95,95,95,95,124,48,49,50,51
    .byte 52,53,54,55,56,57,48,49,50,51,52,53,54,55,56,57
    .byte 48,49,50,51,52,53,54,55,56,57,48,49,50,51,52,53
    .byte 54,55,56,57,48,49,50,51,52,53,54,55,56,57,48,49
    .byte 50,51,52,53,54,55,56,57,48,49,50,51,52,53,54,55
    .byte 56,57,48,49,50,51,52,53,54,55,56,57,48,49,50,51
    .byte 52,53,54,55,56,57,95,95,95,95,95,95,95,95,95,124
    .byte 48,49,50,51,52,53,54,55,56,57,48,49,50,51,52,53
    .byte 54,55,56,57,48,49,50,51,52,53,54,55,56,57,48,49
    .byte 50,51,52,53,54,55,56,57,48,49,50,51,52,53,54,55
    .byte 56,57,48,49,50,51,52,53,54,55,56,57,48,49,50,51
    .byte 52,53,54,55,56,57,48,49,50,51,52,53,54,55,56,57
    .byte 48,49,50,51,52,53,54,55,56,57,95,95,95,95,95,95
    .byte 95,95,95,124,48,49,50,51,52,53,54,55,56,57,48,49
    .byte 50,51,52,53,54,55,56,57,48,49,50,51,52,53,54,55
    .byte 56,57,48,49,50,51,52,53,54,55,56,57,48,49,50,51
    .byte 52,53,54,55,56,57,48,49,50,51,52,53,54,55,56,57
    .byte 48,49,50,51,52,53,54,55,56,57,48,49,50,51,52,53
    .byte 54,55,56,57,48,49,50,51,52,53,54,55,56,57,95,95
    .byte 95,95,95,95,95,95,95,124,48,49,50,51,52,53,54,55
    .byte 56,57,48,49,50,51,52,53,54,55,56,57,48,49,50,51
    .byte 52,53,54,55,56,57,48,49,50,51,52,53,54,55,56,57
    .byte 48,49,50,51,52,53,54,55,56,57,48,49,50,51,52,53
    .byte 54,55,56,57,48,49,50,51,52,53,54,55,56,57,48,49
    .byte 50,51,52,53,54,55,56,57,48,49,50,51,52,53,54,55
    .byte 56,57,95,95,95,95,95,95,95,95,95,124,48,49,50,51
    .byte 52,53,54,55,56,57,48,49,50,51,52,53,54,55,56,57
    .byte 48,49,50,51,52,53,54,55,56,57,48,49,50,51,52,53
    .byte 54,55,56,57,48,49,50,51,52,53,54,55,56,57,48,49
    .byte 50,51,52,53,54,55,56,57,48,49,50,51,52,53,54,55
    .byte 56,57,48,49,50,51,52,53,54,55,56,57,48,49,50,51
    .byte 52,53,54,55,56,57,95,95,95,95,95,95,95,95,95,124
    .byte 0
.var long_line.___fmt: const char[9] static
    .byte 37,115,37,115,37,115,37,115,0
.var long_line.___fmt.35: const char[11] static
    .byte 37,115,37,115,37,115,37,115,37,115,0
.var long_line.___fmt.36: const char[13] static
    .byte 37,115,37,115,37,115,37,115,37,115,37,115,0
.var long_line.___fmt.37: const char[15] static
    .byte 37,115,37,115,37,115,37,115,37,115,37,115,37,115,0

.section .rodata.str1.1,"a",@progbits
_rodata_str1_1_0:
    .byte 111,110,101,0,116,119,111,0,97,98,0

.section .bss,"aw",@nobits
.var results: s32[16]
    .zero 64

.program numbers section="tc"
    # PRINT("%d %i %u", -1, -2, -3);
    r1 = numbers._f ll
    r2 = 9
    r3 = 0xffffffff ll
    r4 = 0xfffffffe ll
    r5 = 0xfffffffd ll
    call bpf_trace_printk
    # PRINT("%x %X %o", 0xabcdef, 0xabcdef, 8);
    r1 = numbers._f + 9 ll
    r2 = 9
    r3 = 11259375
    r4 = 11259375
    r5 = 8
    call bpf_trace_printk
    # PRINT("%ld %lld %llu", big, big, big);
    r1 = numbers._f + 18 ll
    r2 = 14
    r3 = 0xfffffffed5fa0e00 ll
    r4 = 0xfffffffed5fa0e00 ll
    r5 = 0xfffffffed5fa0e00 ll
    call bpf_trace_printk
    # PRINT("%lx %llx %lX", big, big, big);
    r1 = numbers._f + 32 ll
    r2 = 13
    r3 = 0xfffffffed5fa0e00 ll
    r4 = 0xfffffffed5fa0e00 ll
    r5 = 0xfffffffed5fa0e00 ll
    call bpf_trace_printk
    # PRINT("[%5d] [%-5d] [%05d]", 42, 42, 42);
    r1 = numbers._f + 45 ll
    r2 = 20
    r3 = 42
    r4 = 42
    r5 = 42
    call bpf_trace_printk
    # PRINT("[%8x] [%08x] [%#x]", 0xbeef, 0xbeef, 0xbeef);
    r1 = numbers._f + 65 ll
    r2 = 19
    r3 = 48879
    r4 = 48879
    r5 = 48879
    call bpf_trace_printk
    # PRINT("[%+d] [% d] [%5u]", 7, 7, 123456);
    r1 = numbers._f + 84 ll
    r2 = 18
    r3 = 7
    r4 = 7
    r5 = 123456
    call bpf_trace_printk
    # PRINT("100%% %d", 1);
    r1 = numbers._f + 102 ll
    r2 = 9
    r3 = 1
    call bpf_trace_printk
    # return PRINT("%c%c%c", 'a', 'b', 'c');
    r1 = numbers._f + 111 ll
    r2 = 7
    r3 = 97
    r4 = 98
    r5 = 99
    call bpf_trace_printk
    # return PRINT("%c%c%c", 'a', 'b', 'c');
    exit

.program strings section="tc"
    # SEC("tc") int strings(struct __sk_buff *ctx)
    r1 = 0x6b63617473 ll
    # char local[8] = "stack";
    *(u64 *)(r10 - 8) = r1
    r1 = 0
    # char empty[1] = "";
    *(u8 *)(r10 - 9) = w1
    r4 = r10
    r4 += -8
    r5 = r10
    r5 += -9
    # PRINT("[%s] [%s] [%s]", text, local, empty);
    r1 = numbers._f + 128 ll
    r2 = 15
    r3 = numbers._f + 118 ll
    call bpf_trace_printk
    # PRINT("[%s] [%10s] [%-10s]", text, text, text);
    r1 = numbers._f + 143 ll
    r2 = 20
    r3 = numbers._f + 118 ll
    r4 = numbers._f + 118 ll
    r5 = numbers._f + 118 ll
    call bpf_trace_printk
    # PRINT("null [%s]", 0);
    r1 = numbers._f + 163 ll
    r2 = 10
    r3 = 0
    call bpf_trace_printk
    # PRINT("bad pointer [%s]", 1);
    r1 = numbers._f + 173 ll
    r2 = 17
    r3 = 1
    call bpf_trace_printk
    # return PRINT("plain");
    r1 = numbers._f + 190 ll
    r2 = 6
    call bpf_trace_printk
    # return PRINT("plain");
    exit

.program many_arguments section="tc"
    # SEC("tc") int many_arguments(struct __sk_buff *ctx)
    r1 = 11
    # bpf_printk("%d %d %d %d %d %d %d %d %d %d %d %d", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    *(u64 *)(r10 - 16) = r1
    r1 = 10
    *(u64 *)(r10 - 24) = r1
    r1 = 9
    *(u64 *)(r10 - 32) = r1
    r1 = 8
    *(u64 *)(r10 - 40) = r1
    r1 = 7
    *(u64 *)(r10 - 48) = r1
    r1 = 6
    *(u64 *)(r10 - 56) = r1
    r1 = 5
    *(u64 *)(r10 - 64) = r1
    r1 = 4
    *(u64 *)(r10 - 72) = r1
    r1 = 3
    *(u64 *)(r10 - 80) = r1
    r1 = 12
    *(u64 *)(r10 - 8) = r1
    r6 = 2
    *(u64 *)(r10 - 88) = r6
    r7 = 1
    *(u64 *)(r10 - 96) = r7
    r3 = r10
    r3 += -96
    r1 = numbers._f + 196 ll
    r2 = 36
    r4 = 96
    call bpf_trace_vprintk
    # bpf_printk("%s %d %s %d", "one", 1, "two", 2);
    *(u64 *)(r10 - 72) = r6
    r1 = _rodata_str1_1_0 + 4 ll
    *(u64 *)(r10 - 80) = r1
    r1 = _rodata_str1_1_0 ll
    *(u64 *)(r10 - 96) = r1
    *(u64 *)(r10 - 88) = r7
    r3 = r10
    r3 += -96
    r1 = numbers._f + 232 ll
    r2 = 12
    r4 = 32
    call bpf_trace_vprintk
    r1 = 16777343
    # bpf_printk("%pI4 no arguments lost %d", &(__u32){ 0x0100007f }, 1);
    *(u32 *)(r10 - 100) = w1
    r3 = r10
    r3 += -100
    r1 = numbers._f + 244 ll
    r2 = 26
    r4 = 1
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.program newlines section="tc"
    # PRINT("with newline\n");
    r1 = numbers._f + 270 ll
    r2 = 14
    call bpf_trace_printk
    # PRINT("without newline");
    r1 = numbers._f + 284 ll
    r2 = 16
    call bpf_trace_printk
    # PRINT("two\nlines");
    r1 = numbers._f + 300 ll
    r2 = 10
    call bpf_trace_printk
    # PRINT("ends in two\n\n");
    r1 = numbers._f + 310 ll
    r2 = 14
    call bpf_trace_printk
    # PRINT("");
    r1 = numbers._f + 324 ll
    r2 = 1
    call bpf_trace_printk
    # PRINT("\ttab");
    r1 = numbers._f + 325 ll
    r2 = 5
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.program refused section="tc"
    # results[0] = PRINT("12345");
    r1 = numbers._f + 334 ll
    r2 = 6
    call bpf_trace_printk
    # results[0] = PRINT("12345");
    r6 = results ll
    *(u32 *)(r6 + 0) = w0
    # results[1] = PRINT("no such conversion %q");
    r1 = numbers._f + 340 ll
    r2 = 22
    call bpf_trace_printk
    # results[1] = PRINT("no such conversion %q");
    *(u32 *)(r6 + 4) = w0
    # results[2] = PRINT("%n", 1);
    r1 = numbers._f + 362 ll
    r2 = 3
    r3 = 1
    call bpf_trace_printk
    # results[2] = PRINT("%n", 1);
    *(u32 *)(r6 + 8) = w0
    # results[3] = PRINT("ends with %");
    r1 = numbers._f + 365 ll
    r2 = 12
    call bpf_trace_printk
    # results[3] = PRINT("ends with %");
    *(u32 *)(r6 + 12) = w0
    # results[4] = PRINT("\xc3\xa9 is not ASCII");
    r1 = numbers._f + 377 ll
    r2 = 16
    call bpf_trace_printk
    # results[4] = PRINT("\xc3\xa9 is not ASCII");
    *(u32 *)(r6 + 16) = w0
    # results[5] = bpf_trace_printk(no_end, sizeof(no_end));
    r1 = numbers._f + 330 ll
    r2 = 4
    call bpf_trace_printk
    # results[5] = bpf_trace_printk(no_end, sizeof(no_end));
    *(u32 *)(r6 + 20) = w0
    # results[6] = PRINT("%d %d missing argument", 1);
    r1 = numbers._f + 393 ll
    r2 = 23
    r3 = 1
    call bpf_trace_printk
    # results[6] = PRINT("%d %d missing argument", 1);
    *(u32 *)(r6 + 24) = w0
    # results[7] = PRINT("%f", 1);
    r1 = numbers._f + 416 ll
    r2 = 3
    r3 = 1
    call bpf_trace_printk
    # results[7] = PRINT("%f", 1);
    *(u32 *)(r6 + 28) = w0
    # results[8] = PRINT("%lld %lld", 1LL);
    r1 = numbers._f + 419 ll
    r2 = 10
    r3 = 1
    call bpf_trace_printk
    # results[8] = PRINT("%lld %lld", 1LL);
    *(u32 *)(r6 + 32) = w0
    # results[9] = PRINT("%hd", 1);
    r1 = numbers._f + 429 ll
    r2 = 4
    r3 = 1
    call bpf_trace_printk
    # results[9] = PRINT("%hd", 1);
    *(u32 *)(r6 + 36) = w0
    # results[10] = PRINT("bell \a");
    r1 = numbers._f + 433 ll
    r2 = 7
    call bpf_trace_printk
    # results[10] = PRINT("bell \a");
    *(u32 *)(r6 + 40) = w0
    # results[11] = PRINT("%.3d", 1);
    r1 = numbers._f + 440 ll
    r2 = 5
    r3 = 1
    call bpf_trace_printk
    # results[11] = PRINT("%.3d", 1);
    *(u32 *)(r6 + 44) = w0
    # results[12] = PRINT("%*d", 1, 2);
    r1 = numbers._f + 445 ll
    r2 = 4
    r3 = 1
    r4 = 2
    call bpf_trace_printk
    # results[12] = PRINT("%*d", 1, 2);
    *(u32 *)(r6 + 48) = w0
    # results[13] = PRINT("%1$d", 1);
    r1 = numbers._f + 449 ll
    r2 = 5
    r3 = 1
    call bpf_trace_printk
    # results[13] = PRINT("%1$d", 1);
    *(u32 *)(r6 + 52) = w0
    # results[14] = PRINT("%5s|", "ab");
    r1 = numbers._f + 454 ll
    r2 = 5
    r3 = _rodata_str1_1_0 + 8 ll
    call bpf_trace_printk
    # results[14] = PRINT("%5s|", "ab");
    *(u32 *)(r6 + 56) = w0
    # results[15] = PRINT("%pX", 1);
    r1 = numbers._f + 459 ll
    r2 = 4
    r3 = 1
    call bpf_trace_printk
    # results[15] = PRINT("%pX", 1);
    *(u32 *)(r6 + 60) = w0
    # return 0;
    r0 = 0
    exit

.program long_line section="tc"
    # results[0] = PRINT(HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED);
    r1 = numbers._f + 564 ll
    r2 = 1201
    call bpf_trace_printk
    # results[0] = PRINT(HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED);
    r6 = results ll
    *(u32 *)(r6 + 0) = w0
    # results[1] = bpf_printk("%s%s%s%s", hundred, hundred, hundred, hundred);
    r7 = numbers._f + 463 ll
    *(u64 *)(r10 - 32) = r7
    *(u64 *)(r10 - 40) = r7
    *(u64 *)(r10 - 48) = r7
    *(u64 *)(r10 - 56) = r7
    r3 = r10
    r3 += -56
    r1 = numbers._f + 1765 ll
    r2 = 9
    r4 = 32
    call bpf_trace_vprintk
    # results[1] = bpf_printk("%s%s%s%s", hundred, hundred, hundred, hundred);
    *(u32 *)(r6 + 4) = w0
    # results[2] = bpf_printk("%s%s%s%s%s", hundred, hundred, hundred, hundred, hundred);
    *(u64 *)(r10 - 24) = r7
    *(u64 *)(r10 - 32) = r7
    *(u64 *)(r10 - 40) = r7
    *(u64 *)(r10 - 48) = r7
    *(u64 *)(r10 - 56) = r7
    r3 = r10
    r3 += -56
    r1 = numbers._f + 1774 ll
    r2 = 11
    r4 = 40
    call bpf_trace_vprintk
    # results[2] = bpf_printk("%s%s%s%s%s", hundred, hundred, hundred, hundred, hundred);
    *(u32 *)(r6 + 8) = w0
    # results[3] = bpf_printk("%s%s%s%s%s%s", hundred, hundred, hundred, hundred, hundred, hundred);
    *(u64 *)(r10 - 16) = r7
    *(u64 *)(r10 - 24) = r7
    *(u64 *)(r10 - 32) = r7
    *(u64 *)(r10 - 40) = r7
    *(u64 *)(r10 - 48) = r7
    *(u64 *)(r10 - 56) = r7
    r3 = r10
    r3 += -56
    r1 = numbers._f + 1785 ll
    r2 = 13
    r4 = 48
    call bpf_trace_vprintk
    # results[3] = bpf_printk("%s%s%s%s%s%s", hundred, hundred, hundred, hundred, hundred, hundred);
    *(u32 *)(r6 + 12) = w0
    # results[4] = bpf_printk("%s%s%s%s%s%s%s", hundred, hundred, hundred, hundred, hundred, hundred, hundred);
    *(u64 *)(r10 - 8) = r7
    *(u64 *)(r10 - 16) = r7
    *(u64 *)(r10 - 24) = r7
    *(u64 *)(r10 - 32) = r7
    *(u64 *)(r10 - 40) = r7
    *(u64 *)(r10 - 48) = r7
    *(u64 *)(r10 - 56) = r7
    r3 = r10
    r3 += -56
    r1 = numbers._f + 1798 ll
    r2 = 15
    r4 = 56
    call bpf_trace_vprintk
    # results[4] = bpf_printk("%s%s%s%s%s%s%s", hundred, hundred, hundred, hundred, hundred, hundred, hundred);
    *(u32 *)(r6 + 16) = w0
    # return 0;
    r0 = 0
    exit
