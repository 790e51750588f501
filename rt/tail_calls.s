# tail_calls
.license "GPL"
.map jump type=prog_array key_size=4 value_size=4 max_entries=2 slots=_ target

.section .rodata,"a",@progbits
.var target.____fmt: const char[7] static
    .byte 116,97,114,103,101,116,0
.var caller.____fmt: const char[7] static
    .byte 98,101,102,111,114,101,0
.var caller.____fmt.1: const char[16] static
    .byte 115,108,111,116,32,48,32,105,115,32,101,109,112,116,121,0
.var caller.____fmt.2: const char[12] static
    .byte 110,111,116,32,114,101,97,99,104,101,100,0

.program target section="tc"
    # bpf_printk("target");
    r1 = target.____fmt ll
    r2 = 7
    call bpf_trace_printk
    # return 9;
    r0 = 9
    exit

.program caller section="tc"
    # SEC("tc") int caller(struct __sk_buff *ctx)
    r6 = r1
    # bpf_printk("before");
    r1 = target.____fmt + 7 ll
    r2 = 7
    call bpf_trace_printk
    # bpf_tail_call(ctx, &jump, 0);
    r1 = r6
    r2 = jump ll
    r3 = 0
    call bpf_tail_call
    # bpf_printk("slot 0 is empty");
    r1 = target.____fmt + 14 ll
    r2 = 16
    call bpf_trace_printk
    # bpf_tail_call(ctx, &jump, 1);
    r1 = r6
    r2 = jump ll
    r3 = 1
    call bpf_tail_call
    # bpf_printk("not reached");
    r1 = target.____fmt + 30 ll
    r2 = 12
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit
