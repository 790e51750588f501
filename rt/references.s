# references
.license "GPL"
.struct block { b: char[64] }
.map vals type=array key=u32 value=block max_entries=1

.program socket_released section="tc"
    # SEC("tc") int socket_released(struct __sk_buff *ctx)
    w6 = 0
    # struct bpf_sock_tuple t = {};
    *(u32 *)(r10 - 8) = w6
    r2 = 0
    *(u64 *)(r10 - 16) = r2
    *(u64 *)(r10 - 24) = r2
    *(u64 *)(r10 - 32) = r2
    *(u64 *)(r10 - 40) = r2
    r2 = r10
    r2 += -40
    # struct bpf_sock *sk = bpf_sk_lookup_udp(ctx, &t, sizeof(t.ipv4), BPF_F_CURRENT_NETNS, 0);
    w3 = 12
    r4 = -1
    r5 = 0
    call bpf_sk_lookup_udp
    # if (sk) {
    if r0 == 0 goto .Lsocket_released_17
    # f = sk->family;
    w6 = *(u32 *)(r0 + 4)
    # bpf_sk_release(sk);
    r1 = r0
    call bpf_sk_release
.Lsocket_released_17:
    # return f;
    w0 = w6
    exit

.program socket_leaked section="tc"
    # SEC("tc") int socket_leaked(struct __sk_buff *ctx)
    w2 = 0
    # struct bpf_sock_tuple t = {};
    *(u32 *)(r10 - 8) = w2
    r2 = 0
    *(u64 *)(r10 - 16) = r2
    *(u64 *)(r10 - 24) = r2
    *(u64 *)(r10 - 32) = r2
    *(u64 *)(r10 - 40) = r2
    r2 = r10
    r2 += -40
    # struct bpf_sock *sk = bpf_sk_lookup_udp(ctx, &t, sizeof(t.ipv4), BPF_F_CURRENT_NETNS, 0);
    w3 = 12
    r4 = -1
    r5 = 0
    call bpf_sk_lookup_udp
    r1 = r0
    w0 = 1
    # return sk ? 1 : 0;
    if r1 != 0 goto .Lsocket_leaked_17
    w0 = 0
.Lsocket_leaked_17:
    # return sk ? 1 : 0;
    exit

.program socket_released_untested section="tc"
    # SEC("tc") int socket_released_untested(struct __sk_buff *ctx)
    w2 = 0
    # struct bpf_sock_tuple t = {};
    *(u32 *)(r10 - 8) = w2
    r2 = 0
    *(u64 *)(r10 - 16) = r2
    *(u64 *)(r10 - 24) = r2
    *(u64 *)(r10 - 32) = r2
    *(u64 *)(r10 - 40) = r2
    r2 = r10
    r2 += -40
    # struct bpf_sock *sk = bpf_sk_lookup_udp(ctx, &t, sizeof(t.ipv4), BPF_F_CURRENT_NETNS, 0);
    w3 = 12
    r4 = -1
    r5 = 0
    call bpf_sk_lookup_udp
    # bpf_sk_release(sk);
    r1 = r0
    call bpf_sk_release
    # return 0;
    w0 = 0
    exit

.program socket_read_after_release section="tc"
    # SEC("tc") int socket_read_after_release(struct __sk_buff *ctx)
    w6 = 0
    # struct bpf_sock_tuple t = {};
    *(u32 *)(r10 - 8) = w6
    r2 = 0
    *(u64 *)(r10 - 16) = r2
    *(u64 *)(r10 - 24) = r2
    *(u64 *)(r10 - 32) = r2
    *(u64 *)(r10 - 40) = r2
    r2 = r10
    r2 += -40
    # struct bpf_sock *sk = bpf_sk_lookup_udp(ctx, &t, sizeof(t.ipv4), BPF_F_CURRENT_NETNS, 0);
    w3 = 12
    r4 = -1
    r5 = 0
    call bpf_sk_lookup_udp
    # if (!sk)
    if r0 == 0 goto .Lsocket_read_after_release_18
    # bpf_sk_release(sk);
    r1 = r0
    r6 = r0
    call bpf_sk_release
    # return sk->family;
    w6 = *(u32 *)(r6 + 4)
.Lsocket_read_after_release_18:
    # }
    w0 = w6
    exit

.program skb_sk section="tc"
    # SEC("tc") int skb_sk(struct __sk_buff *ctx)
    w0 = 0
    # struct bpf_sock *sk = ctx->sk;
    r1 = *(u64 *)(r1 + 168)
    # return sk ? sk->family : 0;
    if r1 == 0 goto .Lskb_sk_4
    # return sk ? sk->family : 0;
    w0 = *(u32 *)(r1 + 4)
.Lskb_sk_4:
    # return sk ? sk->family : 0;
    exit

.program skb_sk_untested section="tc"
    # struct bpf_sock *sk = ctx->sk;
    r1 = *(u64 *)(r1 + 168)
    # return sk->family;
    w0 = *(u32 *)(r1 + 4)
    # return sk->family;
    exit

.program skb_sk_write section="tc"
    # struct bpf_sock *sk = ctx->sk;
    r1 = *(u64 *)(r1 + 168)
    # if (sk)
    if r1 == 0 goto .Lskb_sk_write_4
    w2 = 1
    # *(volatile __u32 *)&sk->family = 1;
    *(u32 *)(r1 + 4) = w2
.Lskb_sk_write_4:
    # return 0;
    w0 = 0
    exit

.program ld_abs section="tc"
    # PROG(ld_abs, "r6 = r1; r0 = *(u8 *)skb[12]; exit;")
    r6 = r1
    r0 = *(u8 *)skb[12]
    exit

.program ld_ind section="tc"
    # PROG(ld_ind, "r6 = r1; r7 = 12; r0 = *(u16 *)skb[r7]; exit;")
    r6 = r1
    r7 = 12
    r0 = *(u16 *)skb[r7]
    exit

.program ld_abs_no_ctx section="tc"
    # PROG(ld_abs_no_ctx, "r6 = 0; r0 = *(u8 *)skb[12]; exit;")
    r6 = 0
    r0 = *(u8 *)skb[12]
    exit

.program ld_abs_clobbers section="tc"
    # PROG(ld_abs_clobbers, "r6 = r1; r0 = *(u8 *)skb[12]; r0 = r1; exit;")
    r6 = r1
    r0 = *(u8 *)skb[12]
    r0 = r1
    exit

.program ld_abs_in_loop section="tc"
    # asm volatile("r6 = r1; r7 = 0; 1: r0 = *(u8 *)skb[r7]; r7 += 1; if r7 < 6 goto 1b; exit;" : : : CLOBBER);
    r6 = r1
    r7 = 0
.Lld_abs_in_loop_2:
    r0 = *(u8 *)skb[r7]
    r7 += 1
    if r7 < 6 goto .Lld_abs_in_loop_2
    exit

.program ld_abs_xdp section="xdp"
    # XPROG(ld_abs_xdp, "r6 = r1; r0 = *(u8 *)skb[12]; exit;")
    r6 = r1
    r0 = *(u8 *)skb[12]
    exit
