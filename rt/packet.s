# packet
.license "GPL"

.program checked_read section="xdp"
    # SEC("xdp") int checked_read(struct xdp_md *ctx)
    r0 = 1
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w2 = *(u32 *)(r1 + 4)
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w1 = *(u32 *)(r1 + 0)
    # if (data + 14 > end)
    r3 = r1
    r3 += 14
    # if (data + 14 > end)
    if r3 > r2 goto .Lchecked_read_10
    # return data[12] == 8 ? XDP_PASS : XDP_TX;
    w1 = *(u8 *)(r1 + 12)
    r0 = 2
    if r1 == 8 goto .Lchecked_read_10
    r0 = 3
.Lchecked_read_10:
    # }
    exit

.program unchecked_read section="xdp"
    # __u8 *data = (void *)(long)ctx->data;
    w1 = *(u32 *)(r1 + 0)
    # return data[0];
    w0 = *(u8 *)(r1 + 0)
    # return data[0];
    exit

.program read_past_check section="xdp"
    # SEC("xdp") int read_past_check(struct xdp_md *ctx)
    r0 = 1
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w2 = *(u32 *)(r1 + 0)
    # if (data + 14 > end)
    r2 += 14
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w1 = *(u32 *)(r1 + 4)
    # if (data + 14 > end)
    if r2 > r1 goto .Lread_past_check_6
    # return data[14];
    w0 = *(u8 *)(r2 + 0)
.Lread_past_check_6:
    # }
    exit

.program strict_check section="xdp"
    # SEC("xdp") int strict_check(struct xdp_md *ctx)
    r0 = 1
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w2 = *(u32 *)(r1 + 0)
    # if (data + 13 < end)
    r2 += 13
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w1 = *(u32 *)(r1 + 4)
    # if (data + 13 < end)
    if r2 >= r1 goto .Lstrict_check_6
    # return data[13];
    w0 = *(u8 *)(r2 + 0)
.Lstrict_check_6:
    # }
    exit

.program strict_check_past section="xdp"
    # SEC("xdp") int strict_check_past(struct xdp_md *ctx)
    r0 = 1
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w2 = *(u32 *)(r1 + 4)
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w1 = *(u32 *)(r1 + 0)
    # if (data + 13 < end)
    r3 = r1
    r3 += 13
    # if (data + 13 < end)
    if r3 >= r2 goto .Lstrict_check_past_7
    # return data[14];
    w0 = *(u8 *)(r1 + 14)
.Lstrict_check_past_7:
    # }
    exit

.program write_packet section="xdp"
    # SEC("xdp") int write_packet(struct xdp_md *ctx)
    r0 = 1
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w2 = *(u32 *)(r1 + 4)
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w1 = *(u32 *)(r1 + 0)
    # if (data + 14 > end)
    r3 = r1
    r3 += 14
    # if (data + 14 > end)
    if r3 > r2 goto .Lwrite_packet_12
    r2 = 255
    # data[0] = 0xff;
    *(u8 *)(r1 + 0) = w2
    # data[13]++;
    w2 = *(u8 *)(r1 + 13)
    r2 += 1
    *(u8 *)(r1 + 13) = w2
    r0 = 2
.Lwrite_packet_12:
    # }
    exit

.program variable_offset section="xdp"
    # SEC("xdp") int variable_offset(struct xdp_md *ctx)
    r0 = 1
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end, *p;
    w2 = *(u32 *)(r1 + 4)
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end, *p;
    w1 = *(u32 *)(r1 + 0)
    # if (data + 20 > end)
    r3 = r1
    r3 += 20
    # if (data + 20 > end)
    if r3 > r2 goto .Lvariable_offset_16
    # len = (data[14] & 15) * 4;
    w3 = *(u8 *)(r1 + 14)
    r1 += 14
    # len = (data[14] & 15) * 4;
    r3 <<= 2
    r3 &= 60
    # p = data + 14 + len;
    r1 += r3
    # if (p + 2 > end)
    r3 = r1
    r3 += 2
    # if (p + 2 > end)
    if r3 > r2 goto .Lvariable_offset_16
    # return p[1] & 3;
    w0 = *(u8 *)(r1 + 1)
    # return p[1] & 3;
    r0 &= 3
.Lvariable_offset_16:
    # }
    exit

.program variable_offset_unchecked section="xdp"
    # SEC("xdp") int variable_offset_unchecked(struct xdp_md *ctx)
    r0 = 1
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end, *p;
    w2 = *(u32 *)(r1 + 4)
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end, *p;
    w1 = *(u32 *)(r1 + 0)
    # if (data + 20 > end)
    r3 = r1
    r3 += 20
    # if (data + 20 > end)
    if r3 > r2 goto .Lvariable_offset_unchecked_13
    # len = (data[14] & 15) * 4;
    w2 = *(u8 *)(r1 + 14)
    r1 += 14
    # len = (data[14] & 15) * 4;
    r2 <<= 2
    r2 &= 60
    # p = data + 14 + len;
    r1 += r2
    # return p[1] & 3;
    w0 = *(u8 *)(r1 + 1)
    # return p[1] & 3;
    r0 &= 3
.Lvariable_offset_unchecked_13:
    # }
    exit

.program pointer_after_adjust section="xdp"
    # SEC("xdp") int pointer_after_adjust(struct xdp_md *ctx)
    r6 = 1
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w2 = *(u32 *)(r1 + 4)
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w7 = *(u32 *)(r1 + 0)
    # if (data + 14 > end)
    r3 = r7
    r3 += 14
    # if (data + 14 > end)
    if r3 > r2 goto .Lpointer_after_adjust_10
    # if (bpf_xdp_adjust_head(ctx, 4))
    r2 = 4
    call bpf_xdp_adjust_head
    # if (bpf_xdp_adjust_head(ctx, 4))
    if r0 != 0 goto .Lpointer_after_adjust_10
    # return data[0];
    w6 = *(u8 *)(r7 + 0)
.Lpointer_after_adjust_10:
    # }
    r0 = r6
    exit

.program reload_after_adjust section="xdp"
    # SEC("xdp") int reload_after_adjust(struct xdp_md *ctx)
    r6 = r1
    # if (bpf_xdp_adjust_head(ctx, 4))
    r2 = 4
    call bpf_xdp_adjust_head
    r1 = r0
    r0 = 1
    # if (bpf_xdp_adjust_head(ctx, 4))
    if r1 != 0 goto .Lreload_after_adjust_13
    # end = (void *)(long)ctx->data_end;
    w2 = *(u32 *)(r6 + 4)
    # data = (void *)(long)ctx->data;
    w1 = *(u32 *)(r6 + 0)
    # if (data + 1 > end)
    r3 = r1
    r3 += 1
    # if (data + 1 > end)
    if r3 > r2 goto .Lreload_after_adjust_13
    # return data[0] & 3;
    w0 = *(u8 *)(r1 + 0)
    # return data[0] & 3;
    r0 &= 3
.Lreload_after_adjust_13:
    # }
    exit

.program metadata section="xdp"
    # SEC("xdp") int metadata(struct xdp_md *ctx)
    r0 = 2
    # __u8 *meta = (void *)(long)ctx->data_meta, *data = (void *)(long)ctx->data;
    w2 = *(u32 *)(r1 + 0)
    # __u8 *meta = (void *)(long)ctx->data_meta, *data = (void *)(long)ctx->data;
    w1 = *(u32 *)(r1 + 8)
    # if (meta + 4 > data)
    r3 = r1
    r3 += 4
    # if (meta + 4 > data)
    if r3 > r2 goto .Lmetadata_8
    # return *(__u32 *)meta & 3;
    w0 = *(u32 *)(r1 + 0)
    # return *(__u32 *)meta & 3;
    r0 &= 3
.Lmetadata_8:
    # }
    exit

.program sum_loop section="xdp"
    # SEC("xdp") int sum_loop(struct xdp_md *ctx)
    r2 = 0
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w3 = *(u32 *)(r1 + 4)
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w1 = *(u32 *)(r1 + 0)
    r0 = 0
.Lsum_loop_4:
    # if (data + i + 1 > end)
    r4 = r1
    r4 += r2
    # if (data + i + 1 > end)
    r5 = r4
    r5 += 1
    # if (data + i + 1 > end)
    if r5 > r3 goto .Lsum_loop_13
    # sum += data[i];
    w4 = *(u8 *)(r4 + 0)
    # sum += data[i];
    r0 += r4
    # for (i = 0; i < 16; i++) {
    r2 += 1
    # for (i = 0; i < 16; i++) {
    if r2 != 16 goto .Lsum_loop_4
.Lsum_loop_13:
    # return sum & 3;
    r0 &= 3
    # return sum & 3;
    exit

.program huge_offset section="xdp"
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end, *p;
    w7 = *(u32 *)(r1 + 4)
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end, *p;
    w6 = *(u32 *)(r1 + 0)
    # p = data + bpf_ktime_get_ns();
    call bpf_ktime_get_ns
    # p = data + bpf_ktime_get_ns();
    r6 += r0
    r0 = 1
    # if (p + 1 > end)
    r1 = r6
    r1 += 1
    # if (p + 1 > end)
    if r1 > r7 goto .Lhuge_offset_9
    # return p[0];
    w0 = *(u8 *)(r6 + 0)
.Lhuge_offset_9:
    # }
    exit

.program length_by_difference section="xdp"
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w2 = *(u32 *)(r1 + 0)
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w1 = *(u32 *)(r1 + 4)
    # return (end - data) > 60 ? XDP_PASS : XDP_DROP;
    r1 -= r2
    r0 = 2
    # return (end - data) > 60 ? XDP_PASS : XDP_DROP;
    if r1 s> 60 goto .Llength_by_difference_6
    r0 = 1
.Llength_by_difference_6:
    exit

.program move_data_end section="xdp"
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w2 = *(u32 *)(r1 + 0)
    # __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    w1 = *(u32 *)(r1 + 4)
    # end += 4;
    r1 += 4
    r0 = 1
    # if (data + 4 > end)
    r3 = r2
    r3 += 4
    # if (data + 4 > end)
    if r3 > r1 goto .Lmove_data_end_8
    # return data[3];
    w0 = *(u8 *)(r2 + 3)
.Lmove_data_end_8:
    # }
    exit

.program any_return section="xdp"
    # return bpf_get_prandom_u32();
    call bpf_get_prandom_u32
    # return bpf_get_prandom_u32();
    exit

.program tc_read section="tc" args=skb:*__sk_buff
    # SEC("tc") int tc_read(struct __sk_buff *skb)
    r0 = 0
    # __u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    w2 = *(u32 *)(r1 + 80)
    # __u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    w1 = *(u32 *)(r1 + 76)
    # if (data + 20 > end)
    r3 = r1
    r3 += 20
    # if (data + 20 > end)
    if r3 > r2 goto .Ltc_read_7
    # return *(__u16 *)(data + 12);
    w0 = *(u16 *)(r1 + 12)
.Ltc_read_7:
    # }
    exit

.program socket_direct section="socket" args=skb:*__sk_buff
    # SEC("socket") int socket_direct(struct __sk_buff *skb)
    r0 = 0
    # __u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    w2 = *(u32 *)(r1 + 80)
    # __u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    w1 = *(u32 *)(r1 + 76)
    # if (data + 1 > end)
    r3 = r1
    r3 += 1
    # if (data + 1 > end)
    if r3 > r2 goto .Lsocket_direct_7
    # return data[0];
    w0 = *(u8 *)(r1 + 0)
.Lsocket_direct_7:
    # }
    exit
