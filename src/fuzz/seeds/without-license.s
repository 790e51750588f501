# A program that may not read the kernel's structs.
.license "Proprietary"
.program reads_task section=tc
    call bpf_get_current_task_btf
    r0 = *(u32 *)(r0 + 24)
    exit
.program reads_clock section=tc
    call bpf_ktime_get_ns
    r0 = 0
    exit
.program reads_socket section=cgroup_skb/egress
    r1 = *(u64 *)(r1 + 168)
    if r1 == 0 goto 9f
    r0 = *(u32 *)(r1 + 0)
9:  r0 = 1
    exit
.program reads_argument section=tp_btf/sched_switch
    r1 = *(u64 *)(r1 + 8)
    r0 = *(u32 *)(r1 + 24)
    r0 = 0
    exit
