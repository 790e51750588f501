# Timers in inner maps
#
# Each CPU has a map of its own inside an outer map, and its own timer
# in there: nothing is shared between CPUs.
#
# A timer may live in an inner map. bpf_timer_init then wants that inner
# map, which is what the lookup in the outer map returned. What to look
# at: the ownership graph, in which the outer map holds the inner ones
# and those hold the timers.
#
#   $ [one@0] bpftool prog run name arm
#   $ [two@1] bpftool prog run name arm
#   $ sleep 30ms
#   $ bpftool map dump name first
#   $ bpftool map dump name second

.struct elem {
    armed: u64
    fired: u64
    timer: bpf_timer
}
.map first type=array key=u32 value=elem max_entries=1
.map second type=array key=u32 value=elem max_entries=1
# `inner=` says what inner maps look like, `slots=` which are in there
# from the beginning.
.map per_cpu type=array_of_maps key=u32 max_entries=2 inner=first slots=first second

.set ARMED, 0
.set FIRED, 8
.set TIMER, 16
.set DELAY, 5000000

.program arm section=xdp
    call bpf_get_smp_processor_id
    *(u32 *)(r10 - 4) = r0
    r1 = per_cpu ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out     # no map for this CPU
    r7 = r0                 # the inner map

    *(u32 *)(r10 - 4) = 0
    r1 = r7
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r6 = r0                 # the element in it
    r1 = 1
    lock *(u64 *)(r6 + ARMED) += r1

    r1 = r6
    r1 += TIMER
    r2 = r7                 # not `first ll`: the map that was found
    r3 = CLOCK_MONOTONIC
    call bpf_timer_init
    r1 = r6
    r1 += TIMER
    r2 = tick ll
    call bpf_timer_set_callback
    r1 = r6
    r1 += TIMER
    r2 = DELAY
    r3 = 0
    call bpf_timer_start
out:
    r0 = XDP_PASS
    exit

# One callback for the timers of all inner maps; r1 says which map.
.callback tick map=first
    r1 = 1
    lock *(u64 *)(r3 + FIRED) += r1
    r0 = 0
    exit
