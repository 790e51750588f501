# Active after detach
#
# The cover letter's demonstration: a program is detached and its pin
# removed, yet its timer fires on in the first versions of BPF timers.
#
# Nobody but the program refers to the map. As of v3 a timer may be set up
# all the same; it holds the program, which holds the map, and nothing is
# left that would ever take the timer away. Since v4 bpf_timer_init answers
# -EPERM where no descriptor and no pin holds the map. What to look at: the
# graph after the last line, and `status` of the map.
#
# Kernels: v3, 6.18
#
#   $ bpftool prog load xdp_timer.o /sys/fs/bpf/xdp_timer type xdp
#   $ bpftool net attach xdpgeneric pinned /sys/fs/bpf/xdp_timer dev lo
#   $ rm /sys/fs/bpf/xdp_timer
#   $ nc -6 ::1 8888
#   $ bpftool net show
#   $ bpftool net detach xdpgeneric dev lo
#   $ sleep 5ms
#   $ bpftool map show

.struct elem {
    packets: u32
    fired: u32
    status: u64             # what bpf_timer_init answered last
    timer: bpf_timer
}
.map timers type=array key=u32 value=elem max_entries=1

.set PACKETS, 0
.set FIRED, 4
.set STATUS, 8
.set TIMER, 16
.set PERIOD, 1000000        # 1 ms
.set EBUSY, -16

.program xdp_timer section=xdp
    *(u32 *)(r10 - 4) = 0
    r1 = timers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r6 = r0
    r1 = *(u32 *)(r6 + PACKETS)
    r1 += 1
    *(u32 *)(r6 + PACKETS) = r1
    r1 = r6
    r1 += TIMER
    r2 = timers ll
    r3 = CLOCK_MONOTONIC
    call bpf_timer_init
    if r0 == EBUSY goto out # an earlier packet has set it up
    *(u64 *)(r6 + STATUS) = r0
    if r0 != 0 goto out
    r1 = r6
    r1 += TIMER
    r2 = tick ll
    call bpf_timer_set_callback
    r1 = r6
    r1 += TIMER
    r2 = PERIOD
    r3 = 0
    call bpf_timer_start
out:
    r0 = XDP_PASS
    exit

.callback tick map=timers
    r6 = r3
    r1 = *(u32 *)(r6 + FIRED)
    r1 += 1
    *(u32 *)(r6 + FIRED) = r1
    r1 = r6
    r1 += TIMER
    r2 = PERIOD
    r3 = 0
    call bpf_timer_start
    r0 = 0
    exit
