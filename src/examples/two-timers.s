# Two timers hand over
#
# Two timers start each other: a lamp that is on for 20 ms and off for
# 60 ms.
#
# A value may hold only one bpf_timer, so each timer has a map of its
# own. The callback of one looks up the other's element and starts it;
# either can be stopped with bpf_timer_cancel, but not from its own
# callback (-EDEADLK). What to look at: on the timeline each firing of
# one timer arms the other.
#
#   $ bpftool prog run name switch_on
#   $ sleep 120ms
#   $ bpftool prog run name switch_off
#   $ bpftool map dump name on_timers
#   $ bpftool map dump name off_timers

.struct lamp { switched: u64; timer: bpf_timer }
.map on_timers type=array key=u32 value=lamp max_entries=1
.map off_timers type=array key=u32 value=lamp max_entries=1

.set SWITCHED, 0
.set TIMER, 8
.set ON_TIME, 20000000
.set OFF_TIME, 60000000

.program switch_on section=xdp
    # The timer that ends the light: initialise it and its callback.
    *(u32 *)(r10 - 4) = 0
    r1 = on_timers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r6 = r0
    r1 = r6
    r1 += TIMER
    r2 = on_timers ll
    r3 = CLOCK_MONOTONIC
    call bpf_timer_init
    r1 = r6
    r1 += TIMER
    r2 = light_ends ll
    call bpf_timer_set_callback

    # The timer that ends the darkness.
    r1 = off_timers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r7 = r0
    r1 = r7
    r1 += TIMER
    r2 = off_timers ll
    r3 = CLOCK_MONOTONIC
    call bpf_timer_init
    r1 = r7
    r1 += TIMER
    r2 = darkness_ends ll
    call bpf_timer_set_callback

    r1 = r6
    r1 += TIMER
    r2 = ON_TIME
    r3 = 0
    call bpf_timer_start
out:
    r0 = XDP_PASS
    exit

.program switch_off section=xdp
    *(u32 *)(r10 - 4) = 0
    r1 = on_timers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto none
    r0 += TIMER
    r1 = r0
    call bpf_timer_cancel
    r1 = off_timers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto none
    r0 += TIMER
    r1 = r0
    call bpf_timer_cancel
none:
    r0 = XDP_PASS
    exit

.callback light_ends map=on_timers
    r1 = 1
    lock *(u64 *)(r3 + SWITCHED) += r1
    r1 = off_timers ll
    r2 = OFF_TIME
    call start_other
    r0 = 0
    exit

.callback darkness_ends map=off_timers
    r1 = 1
    lock *(u64 *)(r3 + SWITCHED) += r1
    r1 = on_timers ll
    r2 = ON_TIME
    call start_other
    r0 = 0
    exit

# static int start_other(map, nanoseconds): starts the timer of element
# 0
.function start_other args=*void u64
    r6 = r2
    *(u32 *)(r10 - 4) = 0
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto missing
    r1 = r0
    r1 += TIMER
    r2 = r6
    r3 = 0
    call bpf_timer_start
missing:
    r0 = 0
    exit
