# First timer
#
# A packet arms a timer, which fires every millisecond until it has
# fired three times.
#
# A BPF timer lives inside the value of a map: the map owns it.
# A program initialises it once (bpf_timer_init), says which function
# it calls (bpf_timer_set_callback) and starts it (bpf_timer_start).
# When it fires, the callback gets the map, the key and the value that
# the timer lives in, and may start it again.
#
# What to look at: `fired` in the map, and the arrows on the timeline
# from each bpf_timer_start to the firing that it asked for.
#
#   $ bpftool prog run name first_timer
#   $ next-fire
#   $ bpftool map dump name timers
#   $ sleep 30ms
#   $ bpftool map dump name timers

.struct elem {
    fired: u64              # how often the timer has fired
    timer: bpf_timer        # 16 bytes that only the helpers may touch
}
.map timers type=array key=u32 value=elem max_entries=1

.set FIRED, 0               # offsets in `elem`
.set TIMER, 8
.set MILLISECOND, 1000000   # timers count nanoseconds
.set LIMIT, 3

.program first_timer section=xdp
    # elem = bpf_map_lookup_elem(&timers, &key), the key being 0 on the
    # stack
    r1 = 0
    *(u32 *)(r10 - 4) = r1
    r2 = r10
    r2 += -4
    r1 = timers ll
    call bpf_map_lookup_elem
    if r0 == 0 goto pass    # the verifier insists: maybe there is none
    r6 = r0

    # A timer is initialised once in its life; a second time gives
    # -EBUSY, which does no harm here.
    r1 = r6
    r1 += TIMER
    r2 = timers ll          # must be the map that the element is in
    r3 = CLOCK_MONOTONIC
    call bpf_timer_init

    r1 = r6
    r1 += TIMER
    r2 = tick ll            # the address of the callback
    call bpf_timer_set_callback

    r1 = r6
    r1 += TIMER
    r2 = MILLISECOND        # from now
    r3 = 0                  # flags: BPF_F_TIMER_ABS is a moment
    call bpf_timer_start
pass:
    r0 = XDP_PASS
    exit

# int tick(void *map, u32 *key, struct elem *elem)
.callback tick map=timers
    r1 = *(u64 *)(r3 + FIRED)
    r1 += 1
    *(u64 *)(r3 + FIRED) = r1
    if r1 >= LIMIT goto done
    r1 = r3
    r1 += TIMER
    r2 = MILLISECOND
    r3 = 0
    call bpf_timer_start    # again, from inside its own callback
done:
    r0 = 0                  # a timer callback returns 0, nothing else
    exit
