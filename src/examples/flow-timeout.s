# Flow timeout
#
# Forgets a flow 40 ms after its last packet: the timer lies in the
# flow's own element, and its callback deletes that element.
#
# Packets do not move the timer, they only write down the time, which is
# cheaper. When the timer fires and the flow was used in the meantime, it
# sleeps for the rest. What to look at: the element disappears while the
# callback still works on it, and its timer with it.
#
#   $ bpftool prog run name packet
#   $ sleep 20ms
#   $ bpftool prog run name packet
#   $ bpftool map dump name flows
#   $ sleep 120ms
#   $ bpftool map dump name flows
#   $ bpftool map dump name stats

.struct flow {
    seen: u64               # bpf_ktime_get_ns() of the last packet
    timer: bpf_timer
}
.struct counts { packets: u64; slept_on: u64; expired: u64 }
.map flows type=lru_hash key=u32 value=flow max_entries=1024
.map stats type=array key=u32 value=counts max_entries=1

.set SEEN, 0
.set TIMER, 8
.set SLEPT_ON, 8
.set EXPIRED, 16
.set TIMEOUT, 40000000
.set SOURCE, 26             # of an IPv4 header behind an Ethernet header
.set SOURCE_END, 30

.program packet section=xdp
    r2 = *(u32 *)(r1 + 0)   # ctx->data
    r3 = *(u32 *)(r1 + 4)   # ctx->data_end
    r4 = r2
    r4 += SOURCE_END
    if r4 > r3 goto out     # too short
    r2 = *(u32 *)(r2 + SOURCE)
    *(u32 *)(r10 - 4) = r2
    r1 = 0
    call count
    r1 = flows ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 != 0 goto known

    r1 = 0
    *(u64 *)(r10 - 32) = r1
    *(u64 *)(r10 - 24) = r1
    *(u64 *)(r10 - 16) = r1
    r1 = flows ll
    r2 = r10
    r2 += -4
    r3 = r10
    r3 += -32
    r4 = BPF_NOEXIST
    call bpf_map_update_elem
    r7 = r0                 # 0: the flow is new, and ours to arm
    r1 = flows ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    if r7 != 0 goto known
    r6 = r0
    r1 = r6
    r1 += TIMER
    r2 = flows ll
    r3 = CLOCK_MONOTONIC
    call bpf_timer_init
    r1 = r6
    r1 += TIMER
    r2 = expire ll
    call bpf_timer_set_callback
    r1 = r6
    r1 += TIMER
    r2 = TIMEOUT
    r3 = 0
    call bpf_timer_start
    r0 = r6
known:
    r6 = r0
    call bpf_ktime_get_ns
    *(u64 *)(r6 + SEEN) = r0
out:
    r0 = XDP_PASS
    exit

.callback expire map=flows
    r7 = r2
    r6 = r3
    call bpf_ktime_get_ns
    r1 = *(u64 *)(r6 + SEEN)
    r0 -= r1                # how long nothing came
    r2 = TIMEOUT
    if r0 >= r2 goto forget
    r2 -= r0
    r1 = r6
    r1 += TIMER
    r3 = 0
    call bpf_timer_start
    r1 = SLEPT_ON
    call count
    r0 = 0
    exit
forget:
    r1 = flows ll
    r2 = r7                 # the key that the callback was given
    call bpf_map_delete_elem
    r1 = EXPIRED
    call count
    r0 = 0
    exit

# static int count(u64 offset): adds one to a number in `stats`
.function count args=u64
    r6 = r1
    *(u32 *)(r10 - 4) = 0
    r1 = stats ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto no_stats
    if r6 > EXPIRED goto no_stats
    r0 += r6
    r1 = 1
    lock *(u64 *)(r0 + 0) += r1
no_stats:
    r0 = 0
    exit
