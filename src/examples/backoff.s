# Backing off
#
# A retry that waits twice as long after each attempt, gives up after
# six, and stops at once when the answer comes.
#
# The delay lies beside the timer, in the same value. What to look at:
# the gaps between firings double; `answer` cancels an armed timer, and
# `cancelled` says so.
#
#   $ bpftool prog run name request
#   $ sleep 20ms
#   $ bpftool prog run name answer
#   $ sleep 20ms
#   $ bpftool map dump name retries
#   $ bpftool prog run name request
#   $ sleep 300ms
#   $ bpftool map dump name retries

.struct retry {
    delay: u64
    attempts: u64           # of this request
    given_up: u64
    cancelled: s64          # 1: the answer came before the next attempt
    timer: bpf_timer
}
.map retries type=array key=u32 value=retry max_entries=1

.set DELAY, 0
.set ATTEMPTS, 8
.set GIVEN_UP, 16
.set CANCELLED, 24
.set TIMER, 32
.set FIRST_DELAY, 3000000
.set ATTEMPTS_MAX, 6

.program request section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = retries ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto no_request
    r6 = r0
    r1 = FIRST_DELAY
    *(u64 *)(r6 + DELAY) = r1
    r1 = 0
    *(u64 *)(r6 + ATTEMPTS) = r1
    r1 = r6
    r1 += TIMER
    r2 = retries ll
    r3 = CLOCK_MONOTONIC
    call bpf_timer_init
    r1 = r6
    r1 += TIMER
    r2 = attempt ll
    call bpf_timer_set_callback
    r1 = r6
    r1 += TIMER
    r2 = FIRST_DELAY
    r3 = 0
    call bpf_timer_start
no_request:
    r0 = TC_ACT_OK
    exit

.program answer section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = retries ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto no_answer
    r6 = r0
    r1 = r6
    r1 += TIMER
    call bpf_timer_cancel
    *(u64 *)(r6 + CANCELLED) = r0
no_answer:
    r0 = TC_ACT_OK
    exit

.callback attempt map=retries
    r1 = *(u64 *)(r3 + ATTEMPTS)
    r1 += 1
    *(u64 *)(r3 + ATTEMPTS) = r1
    if r1 >= ATTEMPTS_MAX goto give_up
    r2 = *(u64 *)(r3 + DELAY)
    r2 <<= 1
    *(u64 *)(r3 + DELAY) = r2
    r1 = r3
    r1 += TIMER
    r3 = 0
    call bpf_timer_start
    r0 = 0
    exit
give_up:
    r1 = 1
    lock *(u64 *)(r3 + GIVEN_UP) += r1
    r0 = 0
    exit
