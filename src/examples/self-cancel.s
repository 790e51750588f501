# Cancelling from inside
#
# A callback that cancels its own timer gets -EDEADLK: bpf_timer_cancel
# waits until a running callback has ended, and it would be its own.
#
# From outside the answer is 1 if the timer was armed, 0 if not. A
# callback ends its timer by not starting it again. What to look at:
# `inside` is -35 (-EDEADLK), `outside` first 1, then 0.
#
#   $ bpftool prog run name arm
#   $ sleep 10ms
#   $ bpftool map dump name timers
#   $ bpftool prog run name arm
#   $ bpftool prog run name disarm
#   $ bpftool prog run name disarm
#   $ bpftool map dump name timers

.struct elem {
    fired: u64
    inside: s64             # what cancelling returned in the callback
    outside: s64            # … and in the program
    timer: bpf_timer
}
.map timers type=array key=u32 value=elem max_entries=1

.set FIRED, 0
.set INSIDE, 8
.set OUTSIDE, 16
.set TIMER, 24
.set DELAY, 4000000

.program arm section=xdp
    *(u32 *)(r10 - 4) = 0
    r1 = timers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto no_arm
    r6 = r0
    r1 = r6
    r1 += TIMER
    r2 = timers ll
    r3 = CLOCK_MONOTONIC
    call bpf_timer_init
    r1 = r6
    r1 += TIMER
    r2 = fire ll
    call bpf_timer_set_callback
    r1 = r6
    r1 += TIMER
    r2 = DELAY
    r3 = 0
    call bpf_timer_start
no_arm:
    r0 = XDP_PASS
    exit

.program disarm section=xdp
    *(u32 *)(r10 - 4) = 0
    r1 = timers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto no_disarm
    r6 = r0
    r1 = r6
    r1 += TIMER
    call bpf_timer_cancel
    *(u64 *)(r6 + OUTSIDE) = r0
no_disarm:
    r0 = XDP_PASS
    exit

.callback fire map=timers
    r6 = r3
    r1 = 1
    lock *(u64 *)(r6 + FIRED) += r1
    r1 = r6
    r1 += TIMER
    call bpf_timer_cancel   # wrong, and refused
    *(u64 *)(r6 + INSIDE) = r0
    r0 = 0
    exit
