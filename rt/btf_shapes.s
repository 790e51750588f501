# btf_shapes
.license "GPL"
.typedef my_timer bpf_timer
.typedef my_timer2 my_timer
.struct via_typedef { n: u64; t: my_timer2 }
.struct via_volatile { n: u64; t: volatile bpf_timer }
.struct via_const { n: u64; t: const bpf_timer }
.struct via_anonymous { n: u64; struct { m: u64; t: bpf_timer } }
.struct deep3 { t: bpf_timer }
.struct deep2 { b: u64; c: deep3 }
.struct deep1 { a: u64; b: deep2 }
.struct pointer_only { n: u64; t: *bpf_timer }
.struct plain { n: u64; t: bpf_timer }
.struct arr_of_struct { n: u64; p: plain[2] }
.struct with_bits { a: u64:3; b: u64:61; t: bpf_timer }
.struct big_tail { t: bpf_timer; tail: char[1000] }
.struct key_timer { k: u32; t: bpf_timer }
.typedef plain_t plain
.typedef plain_cv const volatile plain_t
.map m_typedef type=array key=u32 value=via_typedef max_entries=1
.map m_volatile type=array key=u32 value=via_volatile max_entries=1
.map m_const type=array key=u32 value=via_const max_entries=1
.map m_anonymous type=array key=u32 value=via_anonymous max_entries=1
.map m_deep type=array key=u32 value=deep1 max_entries=1
.map m_pointer type=array key=u32 value=pointer_only max_entries=1
.map m_array type=array key=u32 value=arr_of_struct max_entries=1
.map m_bits type=array key=u32 value=with_bits max_entries=1
.map m_tail type=array key=u32 value=big_tail max_entries=1
.map m_value_typedef type=array key=u32 value=plain_cv max_entries=1
.map m_timer type=array key=u32 value=bpf_timer max_entries=1
.map m_timer_array type=array key=u32 value=bpf_timer[2] max_entries=1
.map m_key type=hash key=key_timer value=plain max_entries=1

.function cb args=map:*void key:*void v:*void
    # static int cb(void *map, void *key, void *v) { return 0; }
    r0 = 0
    exit

.program member_typedef section="tc"
    # TRY(member_typedef, m_typedef, 8)
    r1 = 0
    # TRY(member_typedef, m_typedef, 8)
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_typedef ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lmember_typedef_24
    r6 += 8
    r1 = r6
    r2 = m_typedef ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lmember_typedef_24:
    exit

.program member_volatile section="tc"
    # TRY(member_volatile, m_volatile, 8)
    r1 = 0
    # TRY(member_volatile, m_volatile, 8)
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_volatile ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lmember_volatile_24
    r6 += 8
    r1 = r6
    r2 = m_volatile ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lmember_volatile_24:
    exit

.program member_const section="tc"
    # TRY(member_const, m_const, 8)
    r1 = 0
    # TRY(member_const, m_const, 8)
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_const ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lmember_const_24
    r6 += 8
    r1 = r6
    r2 = m_const ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lmember_const_24:
    exit

.program member_anonymous section="tc"
    # TRY(member_anonymous, m_anonymous, 16)
    r1 = 0
    # TRY(member_anonymous, m_anonymous, 16)
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_anonymous ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lmember_anonymous_24
    r6 += 16
    r1 = r6
    r2 = m_anonymous ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lmember_anonymous_24:
    exit

.program member_deep section="tc"
    # TRY(member_deep, m_deep, 16)
    r1 = 0
    # TRY(member_deep, m_deep, 16)
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_deep ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lmember_deep_24
    r6 += 16
    r1 = r6
    r2 = m_deep ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lmember_deep_24:
    exit

.program member_pointer section="tc"
    # TRY(member_pointer, m_pointer, 8)
    r1 = 0
    # TRY(member_pointer, m_pointer, 8)
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_pointer ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lmember_pointer_24
    r6 += 8
    r1 = r6
    r2 = m_pointer ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lmember_pointer_24:
    exit

.program member_array_of_structs section="tc"
    # TRY(member_array_of_structs, m_array, 16)
    r1 = 0
    # TRY(member_array_of_structs, m_array, 16)
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_array ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lmember_array_of_structs_24
    r6 += 16
    r1 = r6
    r2 = m_array ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lmember_array_of_structs_24:
    exit

.program member_after_bits section="tc"
    # TRY(member_after_bits, m_bits, 8)
    r1 = 0
    # TRY(member_after_bits, m_bits, 8)
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_bits ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lmember_after_bits_24
    r6 += 8
    r1 = r6
    r2 = m_bits ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lmember_after_bits_24:
    exit

.program member_before_tail section="tc"
    # TRY(member_before_tail, m_tail, 0)
    r1 = 0
    # TRY(member_before_tail, m_tail, 0)
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_tail ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lmember_before_tail_23
    r1 = r6
    r2 = m_tail ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lmember_before_tail_23:
    exit

.program value_typedef section="tc"
    # TRY(value_typedef, m_value_typedef, 8)
    r1 = 0
    # TRY(value_typedef, m_value_typedef, 8)
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_value_typedef ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lvalue_typedef_24
    r6 += 8
    r1 = r6
    r2 = m_value_typedef ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lvalue_typedef_24:
    exit

.program value_is_timer section="tc"
    # TRY(value_is_timer, m_timer, 0)
    r1 = 0
    # TRY(value_is_timer, m_timer, 0)
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_timer ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lvalue_is_timer_23
    r1 = r6
    r2 = m_timer ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lvalue_is_timer_23:
    exit

.program value_is_array section="tc"
    # TRY(value_is_array, m_timer_array, 0)
    r1 = 0
    # TRY(value_is_array, m_timer_array, 0)
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = m_timer_array ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lvalue_is_array_23
    r1 = r6
    r2 = m_timer_array ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lvalue_is_array_23:
    exit

.program timer_in_key section="tc"
    # SEC("tc") int timer_in_key(struct __sk_buff *ctx)
    r1 = 0
    # __builtin_memset(&k, 0, sizeof(k));
    *(u64 *)(r10 - 8) = r1
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    r2 = r10
    r2 += -24
    # v = bpf_map_lookup_elem(&m_key, &k);
    r1 = m_key ll
    call bpf_map_lookup_elem
    r1 = 1
    # if (!v)
    if r0 == 0 goto .Ltimer_in_key_18
    # return bpf_timer_init(&v->t, &m_key, CLOCK_MONOTONIC);
    r0 += 8
    # return bpf_timer_init(&v->t, &m_key, CLOCK_MONOTONIC);
    r1 = r0
    r2 = m_key ll
    r3 = 1
    call bpf_timer_init
    r1 = r0
.Ltimer_in_key_18:
    # }
    r0 = r1
    exit
