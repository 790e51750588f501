# no_license
.license ""

.program plain section="tc" args=s:*__sk_buff
    # SEC("tc") int plain(struct __sk_buff *s) { return 0; }
    r0 = 0
    exit

.program gpl_helper section="tc" args=s:*__sk_buff
    # SEC("tc") int gpl_helper(struct __sk_buff *s) { char f[] = "x"; return bpf_trace_printk(f, sizeof(f)); }
    r1 = 120
    # SEC("tc") int gpl_helper(struct __sk_buff *s) { char f[] = "x"; return bpf_trace_printk(f, sizeof(f)); }
    *(u16 *)(r10 - 2) = w1
    r1 = r10
    r1 += -2
    # SEC("tc") int gpl_helper(struct __sk_buff *s) { char f[] = "x"; return bpf_trace_printk(f, sizeof(f)); }
    r2 = 2
    call bpf_trace_printk
    # SEC("tc") int gpl_helper(struct __sk_buff *s) { char f[] = "x"; return bpf_trace_printk(f, sizeof(f)); }
    exit
