# Metronome
#
# Ten beats exactly 5 ms apart: BPF_F_TIMER_ABS names the moment of the
# next beat instead of a distance from now.
#
# A callback always runs a little late. A timer that is started with
# "5 ms from now" adds that up, beat after beat; one that is started with
# "the last beat + 5 ms" does not. What to look at: the distance between
# the firings on the timeline, and `early`, which must stay 0.
#
#   $ bpftool prog run name start
#   $ sleep 100ms
#   $ bpftool map dump name metronomes

.struct metronome {
    next: u64               # the moment of the next beat; 0: stopped
    beats: u64
    early: u64              # beats before their time
    timer: bpf_timer
}
.map metronomes type=array key=u32 value=metronome max_entries=1

.set NEXT, 0
.set BEATS, 8
.set EARLY, 16
.set TIMER, 24
.set PERIOD, 5000000
.set LAST, 10

.program start section=xdp
    *(u32 *)(r10 - 4) = 0
    r1 = metronomes ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r6 = r0
    r1 = r6
    r1 += TIMER
    r2 = metronomes ll
    r3 = CLOCK_MONOTONIC    # the clock of bpf_ktime_get_ns
    call bpf_timer_init
    r1 = r6
    r1 += TIMER
    r2 = beat ll
    call bpf_timer_set_callback

    call bpf_ktime_get_ns
    r0 += PERIOD
    *(u64 *)(r6 + NEXT) = r0
    r1 = r6
    r1 += TIMER
    r2 = r0
    r3 = BPF_F_TIMER_ABS
    call bpf_timer_start
out:
    r0 = XDP_PASS
    exit

.callback beat map=metronomes
    r6 = r3
    r1 = *(u64 *)(r6 + BEATS)
    r1 += 1
    *(u64 *)(r6 + BEATS) = r1
    r7 = *(u64 *)(r6 + NEXT)
    r8 = r1
    call bpf_ktime_get_ns
    if r0 >= r7 goto in_time
    r1 = 1
    lock *(u64 *)(r6 + EARLY) += r1
in_time:
    if r8 >= LAST goto stop
    r7 += PERIOD            # from the beat, not from now
    *(u64 *)(r6 + NEXT) = r7
    r1 = r6
    r1 += TIMER
    r2 = r7
    r3 = BPF_F_TIMER_ABS
    call bpf_timer_start
    r0 = 0
    exit
stop:
    r1 = 0
    *(u64 *)(r6 + NEXT) = r1
    r0 = 0
    exit
