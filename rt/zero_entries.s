# zero_entries
.license "GPL"
.map empty type=hash key=u32 value=u32

.program uses section="tc" args=s:*void
    # SEC("tc") int uses(void *s) { __u32 k = 0; return bpf_map_lookup_elem(&empty, &k) != 0; }
    r1 = 0
    # SEC("tc") int uses(void *s) { __u32 k = 0; return bpf_map_lookup_elem(&empty, &k) != 0; }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # SEC("tc") int uses(void *s) { __u32 k = 0; return bpf_map_lookup_elem(&empty, &k) != 0; }
    r1 = empty ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 1
    # SEC("tc") int uses(void *s) { __u32 k = 0; return bpf_map_lookup_elem(&empty, &k) != 0; }
    if r1 != 0 goto .Luses_11
    r0 = 0
.Luses_11:
    # SEC("tc") int uses(void *s) { __u32 k = 0; return bpf_map_lookup_elem(&empty, &k) != 0; }
    exit

.program does_not_use section="tc" args=s:*void
    # SEC("tc") int does_not_use(void *s) { return 0; }
    r0 = 0
    exit
