# program_types
.license "GPL"

.section .rodata,"a",@progbits
.var in_tc.____fmt: const char[22] static
    .byte 116,99,32,108,101,110,32,37,117,32,112,114,111,116,111,99
    .byte 111,108,32,37,120,0
.var in_xdp.____fmt: const char[13] static
    .byte 120,100,112,32,37,117,32,98,121,116,101,115,0
.var in_socket_filter.____fmt: const char[21] static
    .byte 115,111,99,107,101,116,32,102,105,108,116,101,114,32,108,101
    .byte 110,32,37,117,0
.var in_cgroup_skb.____fmt: const char[18] static
    .byte 99,103,114,111,117,112,95,115,107,98,32,108,101,110,32,37
    .byte 117,0
.var in_lwt.____fmt: const char[14] static
    .byte 108,119,116,95,105,110,32,108,101,110,32,37,117,0
.var in_flow_dissector.____fmt: const char[15] static
    .byte 102,108,111,119,95,100,105,115,115,101,99,116,111,114,0
.var in_syscall.____fmt: const char[13] static
    .byte 115,121,115,99,97,108,108,32,37,108,108,120,0
.var in_raw_tp.____fmt: const char[12] static
    .byte 114,97,119,95,116,112,32,37,108,108,100,0

.program in_tc section="tc"
    # bpf_printk("tc len %u protocol %x", ctx->len, ctx->protocol);
    w4 = *(u32 *)(r1 + 16)
    w3 = *(u32 *)(r1 + 0)
    r1 = in_tc.____fmt ll
    r2 = 22
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.program in_xdp section="xdp"
    # bpf_printk("xdp %u bytes", ctx->data_end - ctx->data);
    w2 = *(u32 *)(r1 + 0)
    w3 = *(u32 *)(r1 + 4)
    r3 -= r2
    r1 = in_tc.____fmt + 22 ll
    r2 = 13
    call bpf_trace_printk
    # return XDP_PASS;
    r0 = 2
    exit

.program in_socket_filter section="socket"
    # SEC("socket") int in_socket_filter(struct __sk_buff *ctx)
    r6 = r1
    # bpf_printk("socket filter len %u", ctx->len);
    w3 = *(u32 *)(r6 + 0)
    r1 = in_tc.____fmt + 35 ll
    r2 = 21
    call bpf_trace_printk
    # return ctx->len;
    w0 = *(u32 *)(r6 + 0)
    exit

.program in_cgroup_skb section="cgroup_skb/egress"
    # bpf_printk("cgroup_skb len %u", ctx->len);
    w3 = *(u32 *)(r1 + 0)
    r1 = in_tc.____fmt + 56 ll
    r2 = 18
    call bpf_trace_printk
    # return 1;
    r0 = 1
    exit

.program in_lwt section="lwt_in"
    # bpf_printk("lwt_in len %u", ctx->len);
    w3 = *(u32 *)(r1 + 0)
    r1 = in_tc.____fmt + 74 ll
    r2 = 14
    call bpf_trace_printk
    # return BPF_OK;
    r0 = 0
    exit

.program in_flow_dissector section="flow_dissector"
    # bpf_printk("flow_dissector");
    r1 = in_tc.____fmt + 88 ll
    r2 = 15
    call bpf_trace_printk
    # return BPF_OK;
    r0 = 0
    exit

.program in_syscall section="syscall" args=ctx:*u64
    # bpf_printk("syscall %llx", ctx[0]);
    r3 = *(u64 *)(r1 + 0)
    r1 = in_tc.____fmt + 103 ll
    r2 = 13
    call bpf_trace_printk
    # return 5;
    r0 = 5
    exit

.program in_raw_tp section="raw_tp" args=ctx:*u64
    # bpf_printk("raw_tp %lld", ctx[0]);
    r3 = *(u64 *)(r1 + 0)
    r1 = in_tc.____fmt + 116 ll
    r2 = 12
    call bpf_trace_printk
    # return 6;
    r0 = 6
    exit
