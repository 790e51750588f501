# A watchdog
#
# As long as packets keep coming, nothing happens; 20 ms after the last
# one it barks.
#
# bpf_timer_start on a timer that is armed already moves it: each packet
# pushes the deadline away. The element is made by the first packet, so
# the timer is initialised exactly once, where bpf_map_update_elem with
# BPF_NOEXIST succeeded. What to look at: the first deadline is never
# reached, the second is.
#
#   $ bpftool prog run name feed
#   $ sleep 10ms
#   $ bpftool prog run name feed
#   $ sleep 60ms
#   $ bpftool map dump name dogs
#   $ bpftool prog run name feed
#   $ bpftool prog run name take_away
#   $ sleep 40ms
#   $ bpftool map dump name dogs

.struct dog {
    fed: u64                # packets seen
    barked: u64             # deadlines missed
    timer: bpf_timer
}
.map dogs type=hash key=u32 value=dog max_entries=16

.set FED, 0
.set BARKED, 8
.set TIMER, 16
.set DOG_SIZE, 32
.set PATIENCE, 20000000     # nanoseconds

.program feed section=tc
    *(u32 *)(r10 - 4) = 7   # the key of our dog
    r1 = dogs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 != 0 goto known

    # A new dog: an element of zeroes.
    r1 = 0
    *(u64 *)(r10 - 40) = r1
    *(u64 *)(r10 - 32) = r1
    *(u64 *)(r10 - 24) = r1
    *(u64 *)(r10 - 16) = r1
    r1 = dogs ll
    r2 = r10
    r2 += -4
    r3 = r10
    r3 += -40
    r4 = BPF_NOEXIST
    call bpf_map_update_elem
    r7 = r0                 # 0: we made it; -EEXIST: another CPU was faster

    r1 = dogs ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    if r7 != 0 goto known

    r6 = r0
    r1 = r6
    r1 += TIMER
    r2 = dogs ll
    r3 = CLOCK_BOOTTIME
    call bpf_timer_init
    if r0 != 0 goto out
    r1 = r6
    r1 += TIMER
    r2 = bark ll
    call bpf_timer_set_callback
    if r0 != 0 goto out
    r0 = r6

known:
    r6 = r0
    r1 = 1
    lock *(u64 *)(r6 + FED) += r1
    r1 = r6
    r1 += TIMER
    r2 = PATIENCE
    r3 = 0
    call bpf_timer_start    # arms it, or moves its deadline
out:
    r0 = TC_ACT_OK
    exit

# When the dog is taken away, deleting the element cancels its timer.
.program take_away section=tc
    *(u32 *)(r10 - 4) = 7
    r1 = dogs ll
    r2 = r10
    r2 += -4
    call bpf_map_delete_elem
    r0 = TC_ACT_OK
    exit

.callback bark map=dogs
    r1 = 1
    lock *(u64 *)(r3 + BARKED) += r1
    r0 = 0
    exit
