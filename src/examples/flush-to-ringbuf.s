# Flush to a ring buffer
#
# Packets are only counted; a timer sends the sum to user space every
# 10 ms, in one record instead of one for each packet.
#
# A callback runs in a softirq, where it may use most helpers: here it
# writes to a ring buffer. The timer stops by itself when 10 ms pass
# without a packet. What to look at: `records` and `idle`, and in which
# context the callback runs.
#
#   $ bpftool prog run name count
#   $ bpftool prog run name count
#   $ bpftool prog run name count
#   $ sleep 15ms
#   $ bpftool prog run name count
#   $ sleep 50ms
#   $ bpftool map dump name counters

.struct counter {
    pending: u64            # packets since the last record
    running: u64            # 1 while the timer is armed
    records: u64            # records sent
    idle: u64               # times that there was nothing to send
    timer: bpf_timer
}
.map counters type=array key=u32 value=counter max_entries=1
.map events type=ringbuf max_entries=4096

.set PENDING, 0
.set RUNNING, 8
.set RECORDS, 16
.set IDLE, 24
.set TIMER, 32
.set PERIOD, 10000000

.program count section=xdp
    *(u32 *)(r10 - 4) = 0
    r1 = counters ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r6 = r0
    r1 = 1
    lock *(u64 *)(r6 + PENDING) += r1
    r1 = 1
    r1 = xchg_64(r6 + RUNNING, r1)
    if r1 != 0 goto out     # armed: the callback will see our packet

    r1 = r6
    r1 += TIMER
    r2 = counters ll
    r3 = CLOCK_MONOTONIC
    call bpf_timer_init
    r1 = r6
    r1 += TIMER
    r2 = flush ll
    call bpf_timer_set_callback
    r1 = r6
    r1 += TIMER
    r2 = PERIOD
    r3 = 0
    call bpf_timer_start
out:
    r0 = XDP_PASS
    exit

.callback flush map=counters
    r6 = r3                 # r1 to r5 do not survive a call
    r1 = 0
    r1 = xchg_64(r6 + PENDING, r1)
    if r1 == 0 goto nothing

    # bpf_ringbuf_output(&events, &sum, sizeof(sum), 0)
    *(u64 *)(r10 - 8) = r1
    r1 = events ll
    r2 = r10
    r2 += -8
    r3 = 8
    r4 = 0
    call bpf_ringbuf_output
    r1 = 1
    lock *(u64 *)(r6 + RECORDS) += r1
    r1 = r6
    r1 += TIMER
    r2 = PERIOD
    r3 = 0
    call bpf_timer_start
    goto done
nothing:
    r1 = 1
    lock *(u64 *)(r6 + IDLE) += r1
    r1 = 0
    *(u64 *)(r6 + RUNNING) = r1
done:
    r0 = 0
    exit
