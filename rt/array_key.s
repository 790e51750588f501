# array_key
.license "GPL"
.map wide type=array key=u64 value=u32 max_entries=4

.program uses section="tc" args=s:*void
    # SEC("tc") int uses(void *s) { __u64 k = 0; return bpf_map_lookup_elem(&wide, &k) != 0; }
    r1 = 0
    # SEC("tc") int uses(void *s) { __u64 k = 0; return bpf_map_lookup_elem(&wide, &k) != 0; }
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # SEC("tc") int uses(void *s) { __u64 k = 0; return bpf_map_lookup_elem(&wide, &k) != 0; }
    r1 = wide ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 1
    # SEC("tc") int uses(void *s) { __u64 k = 0; return bpf_map_lookup_elem(&wide, &k) != 0; }
    if r1 != 0 goto .Luses_11
    r0 = 0
.Luses_11:
    # SEC("tc") int uses(void *s) { __u64 k = 0; return bpf_map_lookup_elem(&wide, &k) != 0; }
    exit
