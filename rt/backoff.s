# backoff
.license "GPL"
.struct job {
    id: u32
    attempts: u32
    delay: u64
    waited: u64
    state: u32
    pad: u32
    retry: bpf_timer
}
.map jobs type=hash key=u32 value=job max_entries=16 flags=1

.function attempt args=map:*void key:*u32 j:*job
    # j->waited += j->delay;
    r2 = *(u64 *)(r3 + 8)
    # j->waited += j->delay;
    r1 = *(u64 *)(r3 + 16)
    r1 += r2
    *(u64 *)(r3 + 16) = r1
    # j->attempts++;
    w1 = *(u32 *)(r3 + 4)
    w1 += 1
    *(u32 *)(r3 + 4) = w1
    # if (!(j->id & 1) && j->attempts == 3) {
    w4 = *(u32 *)(r3 + 0)
    # if (!(j->id & 1) && j->attempts == 3) {
    w4 &= 1
    # if (!(j->id & 1) && j->attempts == 3) {
    if w4 != 0 goto .Lattempt_14
    if w1 != 3 goto .Lattempt_14
    w1 = 3
    # j->state = DONE;
    *(u32 *)(r3 + 24) = w1
    # return 0;
    goto .Lattempt_24
.Lattempt_14:
    # if (j->attempts >= 4) {
    if w1 < 4 goto .Lattempt_18
    w1 = 2
    # j->state = GAVE_UP;
    *(u32 *)(r3 + 24) = w1
    # return 0;
    goto .Lattempt_24
.Lattempt_18:
    # j->delay *= 2;
    r2 <<= 1
    *(u64 *)(r3 + 8) = r2
    # bpf_timer_start(&j->retry, j->delay, 0);
    r3 += 32
    # bpf_timer_start(&j->retry, j->delay, 0);
    r1 = r3
    r3 = 0
    call bpf_timer_start
.Lattempt_24:
    # }
    w0 = 0
    exit

.program submit section="syscall" args=ctx:*u32
    # __u32 id = ctx[0];
    w1 = *(u32 *)(r1 + 0)
    # __u32 id = ctx[0];
    *(u32 *)(r10 - 4) = w1
    r2 = 0
    # struct job init = { .id = id, .delay = MS, .state = WAITING }, *j;
    *(u32 *)(r10 - 24) = w2
    *(u32 *)(r10 - 16) = w2
    *(u32 *)(r10 - 20) = w2
    *(u64 *)(r10 - 40) = r2
    r2 = 1000000
    *(u64 *)(r10 - 48) = r2
    *(u32 *)(r10 - 56) = w1
    w1 = 0
    *(u32 *)(r10 - 52) = w1
    *(u32 *)(r10 - 12) = w1
    r1 = 1
    *(u64 *)(r10 - 32) = r1
    r2 = r10
    r2 += -4
    r3 = r10
    r3 += -56
    # if (bpf_map_update_elem(&jobs, &id, &init, BPF_NOEXIST))
    r1 = jobs ll
    r4 = 1
    call bpf_map_update_elem
    w1 = 17
    # if (bpf_map_update_elem(&jobs, &id, &init, BPF_NOEXIST))
    if r0 != 0 goto .Lsubmit_49
    r2 = r10
    r2 += -4
    # j = bpf_map_lookup_elem(&jobs, &id);
    r1 = jobs ll
    call bpf_map_lookup_elem
    w1 = 2
    # if (!j)
    if r0 == 0 goto .Lsubmit_49
    # bpf_timer_init(&j->retry, &jobs, CLOCK_BOOTTIME);
    r6 = r0
    r6 += 32
    # bpf_timer_init(&j->retry, &jobs, CLOCK_BOOTTIME);
    r1 = r6
    r2 = jobs ll
    r3 = 7
    r7 = r0
    call bpf_timer_init
    # bpf_timer_set_callback(&j->retry, attempt);
    r1 = r6
    r2 = attempt ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&j->retry, j->delay, 0);
    r2 = *(u64 *)(r7 + 8)
    # return bpf_timer_start(&j->retry, j->delay, 0);
    r1 = r6
    r3 = 0
    call bpf_timer_start
    r1 = r0
.Lsubmit_49:
    # }
    w0 = w1
    exit
