# ringbuf_size
.license "GPL"
.map rb type=ringbuf max_entries=8192

.program uses section="tc" args=s:*void
    # SEC("tc") int uses(void *s) { __u64 v = 1; return bpf_ringbuf_output(&rb, &v, 8, 0); }
    r1 = 1
    # SEC("tc") int uses(void *s) { __u64 v = 1; return bpf_ringbuf_output(&rb, &v, 8, 0); }
    *(u64 *)(r10 - 8) = r1
    r2 = r10
    r2 += -8
    # SEC("tc") int uses(void *s) { __u64 v = 1; return bpf_ringbuf_output(&rb, &v, 8, 0); }
    r1 = rb ll
    r3 = 8
    r4 = 0
    call bpf_ringbuf_output
    # SEC("tc") int uses(void *s) { __u64 v = 1; return bpf_ringbuf_output(&rb, &v, 8, 0); }
    exit
