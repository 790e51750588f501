# Exceptions: callbacks that a program names for what it throws.
.extern bpf_throw

.struct timed { timer: bpf_timer }
.map timers type=array key=u32 value=timed max_entries=1
.map jumps type=prog_array key_size=4 value_size=4 max_entries=2

.program throws section=tc tag="exception_callback:caught"
    r1 = 1
    call bpf_throw
    r0 = 0
    exit
.function caught args=cookie:u64 linkage=global
    r0 = 0
    exit

.program calls_it section=tc tag="exception_callback:caught"
    r1 = 1
    call caught
    r0 = 0
    exit

.function other args=cookie:u64 linkage=global
    r0 = 0
    exit

.program nobody section=tc tag="exception_callback:nobody_there"
    r1 = 1
    call bpf_throw
    exit

.program is_static section=tc tag="exception_callback:kept_static"
    r1 = 1
    call bpf_throw
    call kept_static
    exit
.function kept_static args=cookie:u64
    r0 = 0
    exit

.program itself section=tc tag="exception_callback:itself"
    r1 = 1
    call bpf_throw
    r0 = 0
    exit

.program takes_two section=tc tag="exception_callback:caught_two"
    r1 = 1
    call bpf_throw
    r0 = 0
    exit
.function caught_two args=cookie:u64 more:u64 linkage=global
    r0 = 0
    exit

.program throws_away section=tc tag="exception_callback:jumps_away"
    r1 = 1
    call bpf_throw
    r0 = 0
    exit
.function jumps_away args=cookie:u64 linkage=global
    r1 = 0
    r2 = jumps ll
    r3 = 0
    call bpf_tail_call
    r0 = 0
    exit

.program rethrows section=tc tag="exception_callback:throws_again"
    r1 = 1
    call bpf_throw
    r0 = 0
    exit
.function throws_again args=cookie:u64 linkage=global
    r1 = 2
    call bpf_throw
    r0 = 0
    exit

.program in_loop section=tc
    r1 = 3
    r2 = each ll
    r3 = 0
    r4 = 0
    call bpf_loop
    r0 = 0
    exit
.function each args=i:u32 c:*void
    r1 = 1
    call bpf_throw
    r0 = 0
    exit

.program in_timer section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = timers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r1 = r0
    r2 = fired ll
    call bpf_timer_set_callback
out:
    r0 = 0
    exit
.callback fired map=timers
    r1 = 1
    call bpf_throw
    r0 = 0
    exit

.program throws_number_of_pointer section=tc
    call bpf_throw
    r0 = 0
    exit
