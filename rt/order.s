# order
.license "GPL"

.function b args=x:s32
    # static NOINLINE int b(int x) { OPAQUE(x); return x + 2; }
    r0 = r1
    # static NOINLINE int b(int x) { OPAQUE(x); return x + 2; }
    r0 += 2
    # static NOINLINE int b(int x) { OPAQUE(x); return x + 2; }
    exit

.function a args=x:s32
    # static NOINLINE int a(int x) { OPAQUE(x); return x + 1; }
    r0 = r1
    # static NOINLINE int a(int x) { OPAQUE(x); return x + 1; }
    r0 += 1
    # static NOINLINE int a(int x) { OPAQUE(x); return x + 1; }
    exit

.function c args=x:s32
    # static NOINLINE int c(int x) { return b(x) * 3; }
    call b
    # static NOINLINE int c(int x) { return b(x) * 3; }
    r0 *= 3
    # static NOINLINE int c(int x) { return b(x) * 3; }
    exit

.function d args=x:s32
    # static NOINLINE int d(int x) { return a(x) + c(x); }
    r6 = r1
    # static NOINLINE int d(int x) { return a(x) + c(x); }
    call a
    r7 = r0
    # static NOINLINE int d(int x) { return a(x) + c(x); }
    r1 = r6
    call c
    # static NOINLINE int d(int x) { return a(x) + c(x); }
    r0 += r7
    # static NOINLINE int d(int x) { return a(x) + c(x); }
    exit

.program only_b section="tc" args=s:*__sk_buff
    # SEC("tc") int only_b(struct __sk_buff *s) { return b(s->len); }
    w1 = *(u32 *)(r1 + 0)
    call b
    # SEC("tc") int only_b(struct __sk_buff *s) { return b(s->len); }
    exit

.program a_then_b section="tc" args=s:*__sk_buff
    # SEC("tc") int a_then_b(struct __sk_buff *s) { int x = a(s->len); return b(x); }
    w1 = *(u32 *)(r1 + 0)
    call a
    # SEC("tc") int a_then_b(struct __sk_buff *s) { int x = a(s->len); return b(x); }
    r1 = r0
    call b
    # SEC("tc") int a_then_b(struct __sk_buff *s) { int x = a(s->len); return b(x); }
    exit

.program b_then_a section="tc" args=s:*__sk_buff
    # SEC("tc") int b_then_a(struct __sk_buff *s) { int x = b(s->len); return a(x); }
    w1 = *(u32 *)(r1 + 0)
    call b
    # SEC("tc") int b_then_a(struct __sk_buff *s) { int x = b(s->len); return a(x); }
    r1 = r0
    call a
    # SEC("tc") int b_then_a(struct __sk_buff *s) { int x = b(s->len); return a(x); }
    exit

.program c_first section="tc" args=s:*__sk_buff
    # SEC("tc") int c_first(struct __sk_buff *s) { int x = c(s->len); return a(x) + d(x); }
    w1 = *(u32 *)(r1 + 0)
    call c
    r6 = r0
    # SEC("tc") int c_first(struct __sk_buff *s) { int x = c(s->len); return a(x) + d(x); }
    r1 = r6
    call a
    r7 = r0
    # SEC("tc") int c_first(struct __sk_buff *s) { int x = c(s->len); return a(x) + d(x); }
    r1 = r6
    call d
    # SEC("tc") int c_first(struct __sk_buff *s) { int x = c(s->len); return a(x) + d(x); }
    r0 += r7
    # SEC("tc") int c_first(struct __sk_buff *s) { int x = c(s->len); return a(x) + d(x); }
    exit

.program d_only section="tc" args=s:*__sk_buff
    # SEC("tc") int d_only(struct __sk_buff *s) { return d(s->len); }
    w1 = *(u32 *)(r1 + 0)
    call d
    # SEC("tc") int d_only(struct __sk_buff *s) { return d(s->len); }
    exit

.program none section="tc" args=s:*__sk_buff
    # SEC("tc") int none(struct __sk_buff *s) { return 0; }
    r0 = 0
    exit

.program in_other_section section="xdp" args=s:*xdp_md
    # SEC("xdp") int in_other_section(struct xdp_md *s) { return a(s->rx_queue_index) & 3; }
    w1 = *(u32 *)(r1 + 16)
    call a
    # SEC("xdp") int in_other_section(struct xdp_md *s) { return a(s->rx_queue_index) & 3; }
    r0 &= 3
    # SEC("xdp") int in_other_section(struct xdp_md *s) { return a(s->rx_queue_index) & 3; }
    exit
