# Token bucket
#
# Lets bursts of three packets through, then one every 20 ms: each packet
# takes a token, a timer brings them back.
#
# The timer runs only while tokens are missing. Whoever takes the first
# one starts it; the callback starts it again until the bucket is full.
# What to look at: `taken` in the map, and that the timeline is empty
# while the bucket is full.
#
#   $ bpftool prog run name packet
#   $ bpftool prog run name packet
#   $ bpftool prog run name packet
#   $ bpftool prog run name packet
#   $ sleep 30ms
#   $ bpftool prog run name packet
#   $ sleep 120ms
#   $ bpftool map dump name buckets

.struct bucket {
    taken: u64              # 0: full, BURST: empty
    timer: bpf_timer
}
.map buckets type=array key=u32 value=bucket max_entries=1

.set TAKEN, 0
.set TIMER, 8
.set BURST, 3
.set REFILL, 20000000       # nanoseconds for one token

.program packet section=xdp
    *(u32 *)(r10 - 4) = 0
    r1 = buckets ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto drop
    r6 = r0

    # Take a token; other CPUs may do so at the same moment, so one
    # atomic instruction both adds and says what was there before.
    r7 = 1
    r7 = atomic_fetch_add((u64 *)(r6 + TAKEN), r7)
    if r7 >= BURST goto give_back
    if r7 != 0 goto pass    # the timer is running already

    r1 = r6
    r1 += TIMER
    r2 = buckets ll
    r3 = CLOCK_MONOTONIC
    call bpf_timer_init     # -EBUSY from the second time on
    r1 = r6
    r1 += TIMER
    r2 = refill ll
    call bpf_timer_set_callback
    r1 = r6
    r1 += TIMER
    r2 = REFILL
    r3 = 0
    call bpf_timer_start
pass:
    r0 = XDP_PASS
    exit
give_back:
    r1 = -1
    lock *(u64 *)(r6 + TAKEN) += r1
drop:
    r0 = XDP_DROP
    exit

# int refill(void *map, u32 *key, struct bucket *bucket)
.callback refill map=buckets
    r1 = -1
    r1 = atomic_fetch_add((u64 *)(r3 + TAKEN), r1)
    if r1 s<= 1 goto full   # that was the last one missing
    r1 = r3
    r1 += TIMER
    r2 = REFILL
    r3 = 0
    call bpf_timer_start
full:
    r0 = 0
    exit
