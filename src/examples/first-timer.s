# A timer that fires five times, 20 us apart.

.struct elem { fired: u64; timer: bpf_timer }
.map timers type=array key=u32 value=elem max_entries=1

.program first_timer section=tc
    *(u32 *)(r10 - 4) = 0           # key 0
    r1 = timers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r6 = r0
    r6 += 8                         # &elem->timer
    r1 = r6
    r2 = timers ll
    r3 = 1                          # CLOCK_MONOTONIC
    call bpf_timer_init
    r1 = r6
    r2 = tick ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 20000                      # ns from now
    r3 = 0
    call bpf_timer_start
out:
    r0 = 0
    exit

.callback tick map=timers           # r1 map, r2 key, r3 elem
    r6 = r3
    r3 = *(u64 *)(r6 + 0)
    r3 += 1
    *(u64 *)(r6 + 0) = r3           # elem->fired
    r7 = r3
    r1 = 0x6425206b636974 ll        # "tick %d"
    *(u64 *)(r10 - 8) = r1
    r1 = r10
    r1 += -8
    r2 = 8
    call bpf_trace_printk
    if r7 > 4 goto done
    r6 += 8                         # &elem->timer
    r1 = r6
    r2 = 20000
    r3 = 0
    call bpf_timer_start            # once more
done:
    r0 = 0
    exit
