# The recording kernel lists no addresses of variables.
.extern bpf_prog_active: int
.program reads section=tc
    r1 = bpf_prog_active ll
    call bpf_this_cpu_ptr
    r0 = *(u32 *)(r0 + 0)
    exit
