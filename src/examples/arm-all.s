# Many timers, one queue
#
# Arms the timer of every element with a delay of its own and records
# the order in which they fire.
#
# bpf_for_each_map_elem calls a function for each element; that function
# arms the element's timer. All timers of a CPU stand in one queue,
# ordered by expiry. What to look at: `place`, which runs against the
# order of the keys because later elements get shorter delays.
#
#   $ bpftool prog run name arm_all
#   $ sleep 100ms
#   $ bpftool map dump name timers

.struct elem {
    place: u64              # 1: the first to fire
    timer: bpf_timer
}
.struct clerk { served: u64 }
.map timers type=array key=u32 value=elem max_entries=4
.map clerks type=array key=u32 value=clerk max_entries=1

.set PLACE, 0
.set TIMER, 8
.set STEP, 8000000
.set COUNT, 4

.program arm_all section=xdp
    r1 = timers ll
    r2 = arm_one ll
    r3 = 0                  # what arm_one gets as fourth argument
    r4 = 0
    call bpf_for_each_map_elem
    r0 = XDP_PASS
    exit

# long arm_one(map, u32 *key, struct elem *elem, void *ctx); 0: go on
.callback arm_one map=timers
    r6 = r3
    r7 = *(u32 *)(r2 + 0)
    r1 = r6
    r1 += TIMER
    r2 = timers ll
    r3 = CLOCK_MONOTONIC
    call bpf_timer_init
    r1 = r6
    r1 += TIMER
    r2 = fire ll
    call bpf_timer_set_callback
    r2 = COUNT
    r2 -= r7
    r2 *= STEP              # the last element fires first
    r1 = r6
    r1 += TIMER
    r3 = 0
    call bpf_timer_start
    r0 = 0
    exit

.callback fire map=timers
    r6 = r3
    *(u32 *)(r10 - 4) = 0
    r1 = clerks ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto done
    r1 = 1
    r1 = atomic_fetch_add((u64 *)(r0 + 0), r1)
    r1 += 1
    *(u64 *)(r6 + PLACE) = r1
done:
    r0 = 0
    exit
