# refused
.license "GPL"
.map one type=hash key=u32 value=u32 max_entries=1

.program no_check section="xdp"
    # SEC("xdp") int no_check(struct xdp_md *ctx)
    r1 = 0
    # __u32 key = 0, *v = bpf_map_lookup_elem(&one, &key);
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # __u32 key = 0, *v = bpf_map_lookup_elem(&one, &key);
    r1 = one ll
    call bpf_map_lookup_elem
    # return *v;
    w0 = *(u32 *)(r0 + 0)
    exit
