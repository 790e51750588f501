# Pinned to a CPU
#
# BPF_F_TIMER_CPU_PIN keeps a timer on the CPU that started it; without
# the flag an idle CPU may hand its timers to a busy one.
#
# Per-CPU data stays valid that way: the callback finds the same slot as
# the program. What to look at: the arrows on the timeline stay in their
# lane, and `strayed` stays 0.
#
#   $ [one@0] bpftool prog run name arm
#   $ [two@1] bpftool prog run name arm
#   $ sleep 40ms
#   $ bpftool map dump name timers

.struct elem {
    armed_on: u32           # CPU numbers
    fired_on: u32
    fired: u32
    strayed: u32            # fired on another CPU
    timer: bpf_timer
}
.map timers type=array key=u32 value=elem max_entries=8

.set ARMED_ON, 0
.set FIRED_ON, 4
.set FIRED, 8
.set STRAYED, 12
.set TIMER, 16
.set PERIOD, 3000000
.set LAST, 3

.program arm section=xdp
    call bpf_get_smp_processor_id
    r7 = r0
    *(u32 *)(r10 - 4) = r7  # an element for each CPU
    r1 = timers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r6 = r0
    *(u32 *)(r6 + ARMED_ON) = r7
    r1 = r6
    r1 += TIMER
    r2 = timers ll
    r3 = CLOCK_MONOTONIC
    call bpf_timer_init
    r1 = r6
    r1 += TIMER
    r2 = tick ll
    call bpf_timer_set_callback
    r1 = r6
    r1 += TIMER
    r2 = PERIOD
    r3 = BPF_F_TIMER_CPU_PIN
    call bpf_timer_start
out:
    r0 = XDP_PASS
    exit

.callback tick map=timers
    r6 = r3
    call bpf_get_smp_processor_id
    *(u32 *)(r6 + FIRED_ON) = r0
    r1 = *(u32 *)(r6 + ARMED_ON)
    if r0 == r1 goto at_home
    r1 = 1
    lock *(u32 *)(r6 + STRAYED) += w1
at_home:
    r1 = *(u32 *)(r6 + FIRED)
    r1 += 1
    *(u32 *)(r6 + FIRED) = r1
    if r1 >= LAST goto done
    r1 = r6
    r1 += TIMER
    r2 = PERIOD
    r3 = BPF_F_TIMER_CPU_PIN
    call bpf_timer_start
done:
    r0 = 0
    exit
