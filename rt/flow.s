# flow
.license "GPL"
.struct block { b: char[64] }
.map vals type=array key=u32 value=block max_entries=1

.program smallest section="tc"
    # PROG(smallest, "r0 = 0; exit;")
    r0 = 0
    exit

.program falls_off_end section="tc"
    # PROG(falls_off_end, "r0 = 0;")
    r0 = 0

.program ends_in_conditional_jump section="tc"
    # PROG(ends_in_conditional_jump, "r0 = 0; 1: if r0 == 0 goto 1b;")
    r0 = 0
.Lends_in_conditional_jump_1:
    if r0 == 0 goto .Lends_in_conditional_jump_1

.program ends_in_jump section="tc"
    # PROG(ends_in_jump, "r0 = 0; goto 2f; 1: exit; 2: goto 1b;")
    r0 = 0
    goto .Lends_in_jump_3
.Lends_in_jump_2:
    exit
.Lends_in_jump_3:
    goto .Lends_in_jump_2

.program unreachable section="tc"
    # PROG(unreachable, "r0 = 0; exit; r0 = 1; exit;")
    r0 = 0
    exit
    r0 = 1
    exit

.program unreachable_by_value section="tc"
    # PROG(unreachable_by_value, "r0 = 0; if r0 == 0 goto 1f; r0 = 1; 1: exit;")
    r0 = 0
    if r0 == 0 goto .Lunreachable_by_value_3
    r0 = 1
.Lunreachable_by_value_3:
    exit

.program jump_behind_end section="tc"
    # PROG(jump_behind_end, "r0 = 0;" RAW(0x05, 0x00, 5, 0) "exit;")
    r0 = 0
    goto +5
    exit

.program jump_before_start section="tc"
    # PROG(jump_before_start, "r0 = 0;" RAW(0x05, 0x00, -5, 0) "exit;")
    r0 = 0
    goto -5
    exit

.program jump_to_itself section="tc"
    # PROG(jump_to_itself, "r0 = 0; 1: goto 1b; exit;")
    r0 = 0
.Ljump_to_itself_1:
    goto .Ljump_to_itself_1
    exit

.program loop_on_itself section="tc"
    # PROG(loop_on_itself, "r0 = 0; 1: if r0 == 0 goto 1b; exit;")
    r0 = 0
.Lloop_on_itself_1:
    if r0 == 0 goto .Lloop_on_itself_1
    exit

.program jump_to_next section="tc"
    # PROG(jump_to_next, "r0 = 0; if r1 == 0 goto 1f; 1: exit;")
    r0 = 0
    if r1 == 0 goto .Ljump_to_next_2
.Ljump_to_next_2:
    exit

.program jump_reserved section="tc"
    # PROG(jump_reserved, "r0 = 0;" RAW(0x05, 0x01, 0, 0) "exit;")
    r0 = 0
    .byte 5,1,0,0,0,0,0,0
.Ljump_reserved_2:
    exit

.program exit_reserved section="tc"
    # PROG(exit_reserved, "r0 = 0;" RAW(0x95, 0x00, 0, 1))
    r0 = 0
    .byte 149,0,0,0,1,0,0,0

.program call_reserved section="tc"
    # PROG(call_reserved, "r0 = 0;" RAW(0x85, 0x01, 0, 7) "exit;")
    r0 = 0
    .byte 133,1,0,0,7,0,0,0
    exit

.program count_to_ten section="tc"
    # PROG(count_to_ten, "r0 = 0; 1: r0 += 1; if r0 < 10 goto 1b; exit;")
    r0 = 0
.Lcount_to_ten_1:
    r0 += 1
    if r0 < 10 goto .Lcount_to_ten_1
    exit

.program count_down section="tc"
    # PROG(count_down, "r0 = 10; 1: r0 += -1; if r0 != 0 goto 1b; exit;")
    r0 = 10
.Lcount_down_1:
    r0 += -1
    if r0 != 0 goto .Lcount_down_1
    exit

.program steps_over_end section="tc"
    # PROG(steps_over_end, "r0 = 0; 1: r0 += 2; r0 &= 0xff; if r0 != 9 goto 1b; exit;")
    r0 = 0
.Lsteps_over_end_1:
    r0 += 2
    r0 &= 255
    if r0 != 9 goto .Lsteps_over_end_1
    exit

.program nested_loops section="tc"
    # PROG(nested_loops, "r0 = 0; r1 = 0; 1: r2 = 0; 2: r0 += 1; r2 += 1; if r2 < 5 goto 2b; r1 += 1; if r1 < 5 goto 1b; exit;")
    r0 = 0
    r1 = 0
.Lnested_loops_2:
    r2 = 0
.Lnested_loops_3:
    r0 += 1
    r2 += 1
    if r2 < 5 goto .Lnested_loops_3
    r1 += 1
    if r1 < 5 goto .Lnested_loops_2
    exit

.program bounded_by_range section="tc"
    # PROG(bounded_by_range, "call 7; r0 &= 15; r1 = 0; 1: if r1 >= r0 goto 2f; r1 += 1; goto 1b; 2: r0 = 0; exit;")
    call bpf_get_prandom_u32
    r0 &= 15
    r1 = 0
.Lbounded_by_range_3:
    if r1 >= r0 goto .Lbounded_by_range_6
    r1 += 1
    goto .Lbounded_by_range_3
.Lbounded_by_range_6:
    r0 = 0
    exit

.program unbounded_by_random section="tc"
.Lunbounded_by_random_0:
    # PROG(unbounded_by_random, "1: call 7; if r0 != 0 goto 1b; r0 = 0; exit;")
    call bpf_get_prandom_u32
    if r0 != 0 goto .Lunbounded_by_random_0
    r0 = 0
    exit

.program changes_nothing section="tc"
    # PROG(changes_nothing, "call 7; r1 = 0; 1: r2 = r1; if r0 != 5 goto 1b; r0 = 0; exit;")
    call bpf_get_prandom_u32
    r1 = 0
.Lchanges_nothing_2:
    r2 = r1
    if r0 != 5 goto .Lchanges_nothing_2
    r0 = 0
    exit

.program loop_entered_in_middle section="tc"
    # PROG(loop_entered_in_middle, "r1 = 0; call 7; r1 = 0; if r0 > 3 goto 2f; 1: r1 += 1; 2: r1 += 1; if r1 < 8 goto 1b; r0 = 0; exit;")
    r1 = 0
    call bpf_get_prandom_u32
    r1 = 0
    if r0 > 3 goto .Lloop_entered_in_middle_5
.Lloop_entered_in_middle_4:
    r1 += 1
.Lloop_entered_in_middle_5:
    r1 += 1
    if r1 < 8 goto .Lloop_entered_in_middle_4
    r0 = 0
    exit

.program ends_in_ld_imm64 section="tc"
    # PROG(ends_in_ld_imm64, "r0 = 1 ll;")
    r0 = 1 ll

.program both_exit section="tc"
    # PROG(both_exit, "r0 = 1; if r1 == r10 goto 1f; exit; 1: r0 = 2; exit;")
    r0 = 1
    if r1 == r10 goto .Lboth_exit_3
    exit
.Lboth_exit_3:
    r0 = 2
    exit

.program diamond section="tc"
    # PROG(diamond, "call 7; r1 = r0; r0 = 0; if r1 > 1 goto 1f; r2 = 0; goto 2f; 1: r2 = 0; 2: r0 = 0; exit;")
    call bpf_get_prandom_u32
    r1 = r0
    r0 = 0
    if r1 > 1 goto .Ldiamond_6
    r2 = 0
    goto .Ldiamond_7
.Ldiamond_6:
    r2 = 0
.Ldiamond_7:
    r0 = 0
    exit

.program ten_tests section="tc"
    # PROG(ten_tests, "call 7; r6 = r0; r0 = 0; if r6 & 1 goto +1; r1 = 1; if r6 & 2 goto +1; r1 = 2; if r6 & 4 goto +1; r1 = 3;"
    call bpf_get_prandom_u32
    r6 = r0
    r0 = 0
    if r6 & 1 goto .Lten_tests_5
    r1 = 1
.Lten_tests_5:
    if r6 & 2 goto .Lten_tests_7
    r1 = 2
.Lten_tests_7:
    if r6 & 4 goto .Lten_tests_9
    r1 = 3
.Lten_tests_9:
    if r6 & 8 goto .Lten_tests_11
    r1 = 4
.Lten_tests_11:
    if r6 & 16 goto .Lten_tests_13
    r1 = 5
.Lten_tests_13:
    if r6 & 32 goto .Lten_tests_15
    r1 = 6
.Lten_tests_15:
    if r6 & 64 goto .Lten_tests_17
    r1 = 7
.Lten_tests_17:
    if r6 & 128 goto .Lten_tests_19
    r1 = 8
.Lten_tests_19:
    if r6 & 256 goto .Lten_tests_21
    r1 = 9
.Lten_tests_21:
    if r6 & 512 goto .Lten_tests_23
    r1 = 10
.Lten_tests_23:
    exit
