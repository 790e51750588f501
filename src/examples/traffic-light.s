# Traffic light
#
# A state machine: each state is a callback that names the next state's
# callback and starts the timer for as long as its own state lasts.
#
# bpf_timer_set_callback may be called at any time, from a callback too;
# what runs now goes on, the next expiry calls the new function. What to
# look at: the timer's callback in the map panel after each firing.
#
#   $ bpftool prog run name switch_on
#   $ next-fire
#   $ next-fire
#   $ sleep 100ms
#   $ bpftool map dump name lights

.struct light {
    green: u32              # how often it was …
    amber: u32
    red: u32
    left: u32               # changes until it goes out
    timer: bpf_timer
}
.map lights type=array key=u32 value=light max_entries=1

.set GREEN, 0
.set AMBER, 4
.set RED, 8
.set LEFT, 12
.set TIMER, 16
.set GREEN_TIME, 8000000
.set AMBER_TIME, 2000000
.set RED_TIME, 6000000

.program switch_on section=xdp
    *(u32 *)(r10 - 4) = 0
    r1 = lights ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r6 = r0
    *(u32 *)(r6 + LEFT) = 7
    r1 = r6
    r1 += TIMER
    r2 = lights ll
    r3 = CLOCK_MONOTONIC
    call bpf_timer_init
    r1 = r6
    r1 += TIMER
    r2 = to_red ll          # the first state, at once
    call bpf_timer_set_callback
    r1 = r6
    r1 += TIMER
    r2 = 0
    r3 = 0
    call bpf_timer_start
out:
    r0 = XDP_PASS
    exit

.callback to_red map=lights
    r1 = 1
    lock *(u32 *)(r3 + RED) += w1
    r6 = r3
    r1 = r3
    r1 += TIMER
    r2 = to_green ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = RED_TIME
    call wait
    r0 = 0
    exit

.callback to_green map=lights
    r1 = 1
    lock *(u32 *)(r3 + GREEN) += w1
    r6 = r3
    r1 = r3
    r1 += TIMER
    r2 = to_amber ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = GREEN_TIME
    call wait
    r0 = 0
    exit

.callback to_amber map=lights
    r1 = 1
    lock *(u32 *)(r3 + AMBER) += w1
    r6 = r3
    r1 = r3
    r1 += TIMER
    r2 = to_red ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = AMBER_TIME
    call wait
    r0 = 0
    exit

# static int wait(struct light *light, u64 nanoseconds)
.function wait args=*light u64
    r3 = *(u32 *)(r1 + LEFT)
    if r3 == 0 goto dark
    r3 += -1
    *(u32 *)(r1 + LEFT) = r3
    r1 += TIMER
    r3 = 0
    call bpf_timer_start
dark:
    r0 = 0
    exit
