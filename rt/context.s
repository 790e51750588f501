# context
.license "GPL"
.struct block { b: char[64] }
.map vals type=array key=u32 value=block max_entries=1

.program read_fields section="tc" args=skb:*__sk_buff
    # SEC("tc") int read_fields(struct __sk_buff *skb) { return skb->len + skb->protocol + skb->ifindex; }
    w2 = *(u32 *)(r1 + 0)
    # SEC("tc") int read_fields(struct __sk_buff *skb) { return skb->len + skb->protocol + skb->ifindex; }
    w0 = *(u32 *)(r1 + 16)
    # SEC("tc") int read_fields(struct __sk_buff *skb) { return skb->len + skb->protocol + skb->ifindex; }
    w0 += w2
    # SEC("tc") int read_fields(struct __sk_buff *skb) { return skb->len + skb->protocol + skb->ifindex; }
    w1 = *(u32 *)(r1 + 40)
    # SEC("tc") int read_fields(struct __sk_buff *skb) { return skb->len + skb->protocol + skb->ifindex; }
    w0 += w1
    # SEC("tc") int read_fields(struct __sk_buff *skb) { return skb->len + skb->protocol + skb->ifindex; }
    exit

.program write_fields section="tc" args=skb:*__sk_buff
    # SEC("tc") int write_fields(struct __sk_buff *skb) { skb->mark = 7; skb->cb[2] = skb->mark + 1; return skb->cb[2]; }
    w2 = 7
    # SEC("tc") int write_fields(struct __sk_buff *skb) { skb->mark = 7; skb->cb[2] = skb->mark + 1; return skb->cb[2]; }
    *(u32 *)(r1 + 8) = w2
    w2 = 8
    # SEC("tc") int write_fields(struct __sk_buff *skb) { skb->mark = 7; skb->cb[2] = skb->mark + 1; return skb->cb[2]; }
    *(u32 *)(r1 + 56) = w2
    # SEC("tc") int write_fields(struct __sk_buff *skb) { skb->mark = 7; skb->cb[2] = skb->mark + 1; return skb->cb[2]; }
    w0 = 8
    exit

.program write_len section="tc" args=skb:*__sk_buff
    # SEC("tc") int write_len(struct __sk_buff *skb) { skb->len = 1; return 0; }
    w2 = 1
    # SEC("tc") int write_len(struct __sk_buff *skb) { skb->len = 1; return 0; }
    *(u32 *)(r1 + 0) = w2
    # SEC("tc") int write_len(struct __sk_buff *skb) { skb->len = 1; return 0; }
    w0 = 0
    exit

.program past_context section="tc"
    # PROG(past_context, "r0 = *(u32 *)(r1 + 4096); exit;")
    w0 = *(u32 *)(r1 + 4096)
    exit

.program after_last_field section="tc"
    # PROG(after_last_field, "r0 = *(u32 *)(r1 + 192); exit;")
    w0 = *(u32 *)(r1 + 192)
    exit

.program before_context section="tc"
    # PROG(before_context, "r0 = *(u32 *)(r1 - 4); exit;")
    w0 = *(u32 *)(r1 - 4)
    exit

.program misaligned_field section="tc"
    # PROG(misaligned_field, "r0 = *(u32 *)(r1 + 2); exit;")
    w0 = *(u32 *)(r1 + 2)
    exit

.program half_field section="tc"
    # PROG(half_field, "r0 = *(u16 *)(r1 + 0); exit;")
    w0 = *(u16 *)(r1 + 0)
    exit

.program upper_byte section="tc"
    # PROG(upper_byte, "r0 = *(u8 *)(r1 + 3); exit;")
    w0 = *(u8 *)(r1 + 3)
    exit

.program two_fields section="tc"
    # PROG(two_fields, "r0 = *(u64 *)(r1 + 0); exit;")
    r0 = *(u64 *)(r1 + 0)
    exit

.program cb_eight_bytes section="tc"
    # PROG(cb_eight_bytes, "r2 = *(u64 *)(r1 + 48); r2 += 1; *(u64 *)(r1 + 48) = r2; r0 = 0; exit;")
    r2 = *(u64 *)(r1 + 48)
    r2 += 1
    *(u64 *)(r1 + 48) = r2
    r0 = 0
    exit

.program write_byte_of_mark section="tc"
    # PROG(write_byte_of_mark, "r2 = 1; *(u8 *)(r1 + 8) = r2; r0 = 0; exit;")
    r2 = 1
    *(u8 *)(r1 + 8) = w2
    r0 = 0
    exit

.program variable_offset section="tc"
    # PROG(variable_offset, "r6 = r1; call 7; r0 &= 4; r6 += r0; r0 = *(u32 *)(r6 + 0); exit;")
    r6 = r1
    call bpf_get_prandom_u32
    r0 &= 4
    r6 += r0
    w0 = *(u32 *)(r6 + 0)
    exit

.program constant_added section="tc"
    # PROG(constant_added, "r1 += 8; r0 = *(u32 *)(r1 + 0); exit;")
    r1 += 8
    w0 = *(u32 *)(r1 + 0)
    exit

.program modified_ctx_to_helper section="tc"
    # PROG(modified_ctx_to_helper, "r1 += 8; r2 = 0; r3 = r10; r3 += -8; r4 = 8; call 26; r0 = 0; exit;")
    r1 += 8
    r2 = 0
    r3 = r10
    r3 += -8
    r4 = 8
    call bpf_skb_load_bytes
    r0 = 0
    exit

.program pointer_to_cb section="tc"
    # PROG(pointer_to_cb, "*(u32 *)(r1 + 48) = r1; r0 = 0; exit;")
    *(u32 *)(r1 + 48) = w1
    r0 = 0
    exit

.program return_ctx section="tc"
    # PROG(return_ctx, "r0 = r1; exit;")
    r0 = r1
    exit

.program xdp_fields section="xdp"
    # SEC("xdp") int xdp_fields(struct xdp_md *ctx) { return ctx->rx_queue_index + ctx->ingress_ifindex; }
    w2 = *(u32 *)(r1 + 16)
    # SEC("xdp") int xdp_fields(struct xdp_md *ctx) { return ctx->rx_queue_index + ctx->ingress_ifindex; }
    w0 = *(u32 *)(r1 + 12)
    # SEC("xdp") int xdp_fields(struct xdp_md *ctx) { return ctx->rx_queue_index + ctx->ingress_ifindex; }
    w0 += w2
    # SEC("xdp") int xdp_fields(struct xdp_md *ctx) { return ctx->rx_queue_index + ctx->ingress_ifindex; }
    exit

.program xdp_write section="xdp"
    # XPROG(xdp_write, "r2 = 1; *(u32 *)(r1 + 16) = r2; r0 = 0; exit;")
    r2 = 1
    *(u32 *)(r1 + 16) = w2
    r0 = 0
    exit

.program xdp_half_data section="xdp"
    # XPROG(xdp_half_data, "r0 = *(u16 *)(r1 + 0); exit;")
    w0 = *(u16 *)(r1 + 0)
    exit

.program socket_tc_classid section="socket" args=skb:*__sk_buff
    # SEC("socket") int socket_tc_classid(struct __sk_buff *skb) { return skb->tc_classid; }
    w0 = *(u32 *)(r1 + 72)
    # SEC("socket") int socket_tc_classid(struct __sk_buff *skb) { return skb->tc_classid; }
    exit

.program socket_len section="socket" args=skb:*__sk_buff
    # SEC("socket") int socket_len(struct __sk_buff *skb) { return skb->len; }
    w0 = *(u32 *)(r1 + 0)
    # SEC("socket") int socket_len(struct __sk_buff *skb) { return skb->len; }
    exit

.program cgroup_return_2 section="cgroup_skb/ingress" args=skb:*__sk_buff
    # SEC("cgroup_skb/ingress") int cgroup_return_2(struct __sk_buff *skb) { return 2; }
    w0 = 2
    exit

.program cgroup_return_bit section="cgroup_skb/ingress" args=skb:*__sk_buff
    # SEC("cgroup_skb/ingress") int cgroup_return_bit(struct __sk_buff *skb) { return skb->len & 1; }
    w0 = *(u32 *)(r1 + 0)
    # SEC("cgroup_skb/ingress") int cgroup_return_bit(struct __sk_buff *skb) { return skb->len & 1; }
    w0 &= 1
    # SEC("cgroup_skb/ingress") int cgroup_return_bit(struct __sk_buff *skb) { return skb->len & 1; }
    exit

.program raw_tp_args section="raw_tp/sys_enter"
    # SEC("raw_tp/sys_enter") int raw_tp_args(struct bpf_raw_tracepoint_args *ctx) { return ctx->args[1] != 0; }
    r1 = *(u64 *)(r1 + 8)
    w0 = 1
    # SEC("raw_tp/sys_enter") int raw_tp_args(struct bpf_raw_tracepoint_args *ctx) { return ctx->args[1] != 0; }
    if r1 != 0 goto .Lraw_tp_args_4
    w0 = 0
.Lraw_tp_args_4:
    # SEC("raw_tp/sys_enter") int raw_tp_args(struct bpf_raw_tracepoint_args *ctx) { return ctx->args[1] != 0; }
    exit

.program raw_tp_write section="raw_tp/sys_enter"
    # SEC("raw_tp/sys_enter") int raw_tp_write(struct bpf_raw_tracepoint_args *ctx) { ctx->args[0] = 1; return 0; }
    r2 = 1
    # SEC("raw_tp/sys_enter") int raw_tp_write(struct bpf_raw_tracepoint_args *ctx) { ctx->args[0] = 1; return 0; }
    *(u64 *)(r1 + 0) = r2
    # SEC("raw_tp/sys_enter") int raw_tp_write(struct bpf_raw_tracepoint_args *ctx) { ctx->args[0] = 1; return 0; }
    w0 = 0
    exit

.program syscall_ctx section="syscall" args=ctx:*u64
    # SEC("syscall") int syscall_ctx(__u64 *ctx) { ctx[1] = ctx[0] + 1; return ctx[0]; }
    r0 = *(u64 *)(r1 + 0)
    # SEC("syscall") int syscall_ctx(__u64 *ctx) { ctx[1] = ctx[0] + 1; return ctx[0]; }
    r2 = r0
    r2 += 1
    # SEC("syscall") int syscall_ctx(__u64 *ctx) { ctx[1] = ctx[0] + 1; return ctx[0]; }
    *(u64 *)(r1 + 8) = r2
    # SEC("syscall") int syscall_ctx(__u64 *ctx) { ctx[1] = ctx[0] + 1; return ctx[0]; }
    exit
