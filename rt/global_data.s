# global_data
.license "GPL"
.struct elem { count: u64; t: bpf_timer }
.map arr type=array key=u32 value=elem max_entries=1

.section .bss,"aw",@nobits
.var global_timer: bpf_timer
    .zero 16

.program timer_in_bss section="tc"
    # return bpf_timer_init(&global_timer, &arr, CLOCK_MONOTONIC);
    r1 = global_timer ll
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # return bpf_timer_init(&global_timer, &arr, CLOCK_MONOTONIC);
    exit

.program start_in_bss section="tc"
    # return bpf_timer_start(&global_timer, 1 * MS, 0);
    r1 = global_timer ll
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    # return bpf_timer_start(&global_timer, 1 * MS, 0);
    exit
