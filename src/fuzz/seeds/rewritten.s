# What the kernel finds, or counts, when it rewrites a program that was verified.
.struct elem { fired: u64; timer: bpf_timer }
.map timers type=array key=u32 value=elem max_entries=1
.map plain type=hash key=u32 value=u64 max_entries=4
.map jumps type=prog_array key_size=4 value_size=4 max_entries=2
.map other_jumps type=prog_array key_size=4 value_size=4 max_entries=2

.program jumps_through_two_maps section=tc
    r6 = r1
    r2 = jumps ll
    r3 = *(u32 *)(r1 + 0)
    if r3 > 5 goto chosen
    r2 = other_jumps ll
    chosen:
    r3 = 0
    r1 = r6
    call bpf_tail_call
    r0 = 0
    exit
.program upper_half_of_received section=tc
    r1 = *(u64 *)(r1 + 168)
    if r1 == 0 goto without_socket
    call bpf_tcp_sock
    if r0 == 0 goto without_socket
    r1 = *(u32 *)(r0 + 84)
    without_socket:
    r0 = 0
    exit
.program dead_function_of_packet section=tc
    r6 = r1
    call helper
    r1 = uncalled ll
    r1 = *(u8 *)(r6 + 17)
    r1 = *(u32 *)(r6 + 40)
    r1 = *(u64 *)(r6 + 152)
    *(u32 *)(r6 + 12) = r1
    r2 = *(u32 *)(r6 + 76)
    r3 = *(u32 *)(r6 + 80)
    r4 = r2
    r4 += 8
    if r4 > r3 goto short
    *(u8 *)(r2 + 0) = 1
    short:
    r0 = *(u8 *)skb[4]
    r2 = 7
    r2 s%= r0
    r0 = 0
    exit
    .function helper
    r0 = 0
    exit
    .callback uncalled map=timers
    r0 = 0
    exit
.program dead_function_of_maps section=tc
    call counts
    r1 = uncalled_either ll
    *(u64 *)(r10 - 8) = 0
    r2 = r10
    r2 += -8
    r1 = plain ll
    call bpf_map_lookup_elem
    r2 = r10
    r2 += -8
    r1 = timers ll
    call bpf_map_lookup_elem
    if r0 == 0 goto missing
    r1 = *(u64 *)(r0 + 0)
    r1 &= 7
    r2 = r0
    r2 += r1
    r1 = *(u8 *)(r2 + 0)
    missing:
    call bpf_jiffies64
    r0 = 0
    exit
    .function counts
    r1 = 0
    again:
    may_goto done
    r1 += 1
    goto again
    done:
    r0 = 0
    exit
    .callback uncalled_either map=timers
    r0 = 0
    exit
