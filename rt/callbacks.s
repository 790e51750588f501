# callbacks
.license "GPL"
.struct elem { count: u64; t: bpf_timer; tail: u64 }
.map arr type=array key=u32 value=elem max_entries=4
.map plain type=hash key=u32 value=u64 max_entries=4
.map progs type=prog_array key_size=4 value_size=4 max_entries=1

.section .bss,"aw",@nobits
.var seen: u64
    .zero 8

.function ret_one args=map:*void key:*u32 e:*elem
    # static int ret_one(void *map, __u32 *key, struct elem *e) { e->count++; return 1; }
    r1 = *(u64 *)(r3 + 0)
    r1 += 1
    *(u64 *)(r3 + 0) = r1
    # static int ret_one(void *map, __u32 *key, struct elem *e) { e->count++; return 1; }
    r0 = 1
    exit

.function ret_unknown args=map:*void key:*u32 e:*elem
    # static int ret_unknown(void *map, __u32 *key, struct elem *e) { return e->count; }
    r0 = *(u64 *)(r3 + 0)
    # static int ret_unknown(void *map, __u32 *key, struct elem *e) { return e->count; }
    exit

.function ret_range args=map:*void key:*u32 e:*elem
    # static int ret_range(void *map, __u32 *key, struct elem *e) { return e->count & 1; }
    r0 = *(u64 *)(r3 + 0)
    # static int ret_range(void *map, __u32 *key, struct elem *e) { return e->count & 1; }
    r0 &= 1
    # static int ret_range(void *map, __u32 *key, struct elem *e) { return e->count & 1; }
    exit

.function ret_proved args=map:*void key:*u32 e:*elem
    # __u64 c = e->count;
    r1 = *(u64 *)(r3 + 0)
    # return c;
    r0 = 0
    exit

.function past_end args=map:*void key:*u32 e:*elem
    # seen = *(volatile __u64 *)(e + 1);
    r1 = *(u64 *)(r3 + 32)
    # seen = *(volatile __u64 *)(e + 1);
    r2 = seen ll
    *(u64 *)(r2 + 0) = r1
    # return 0;
    r0 = 0
    exit

.function read_key args=map:*void key:*u32 e:*elem
    # static int read_key(void *map, __u32 *key, struct elem *e) { seen += *key + 1; return 0; }
    w1 = *(u32 *)(r2 + 0)
    # static int read_key(void *map, __u32 *key, struct elem *e) { seen += *key + 1; return 0; }
    r1 += 1
    # static int read_key(void *map, __u32 *key, struct elem *e) { seen += *key + 1; return 0; }
    r1 <<= 32
    r1 >>= 32
    # static int read_key(void *map, __u32 *key, struct elem *e) { seen += *key + 1; return 0; }
    r2 = seen ll
    r3 = *(u64 *)(r2 + 0)
    r3 += r1
    *(u64 *)(r2 + 0) = r3
    # static int read_key(void *map, __u32 *key, struct elem *e) { seen += *key + 1; return 0; }
    r0 = 0
    exit

.function write_key args=map:*void key:*u32 e:*elem
    # static int write_key(void *map, __u32 *key, struct elem *e) { *key = 3; return 0; }
    r1 = 3
    # static int write_key(void *map, __u32 *key, struct elem *e) { *key = 3; return 0; }
    *(u32 *)(r2 + 0) = w1
    # static int write_key(void *map, __u32 *key, struct elem *e) { *key = 3; return 0; }
    r0 = 0
    exit

.function past_key args=map:*void key:*u32 e:*elem
    # seen = *(volatile __u64 *)key;
    r1 = *(u64 *)(r2 + 0)
    # seen = *(volatile __u64 *)key;
    r2 = seen ll
    *(u64 *)(r2 + 0) = r1
    # return 0;
    r0 = 0
    exit

.function touch_timer args=map:*void key:*u32 e:*elem
    # static int touch_timer(void *map, __u32 *key, struct elem *e)
    r1 = 0
    # *(volatile __u32 *)&e->t = 0;
    *(u32 *)(r3 + 8) = w1
    # return 0;
    r0 = 0
    exit

.function bounded args=map:*void key:*u32 e:*elem
    # static int bounded(void *map, __u32 *key, struct elem *e)
    r1 = 0
    r2 = 10
.Lbounded_2:
    # e->count++;
    r4 = *(u64 *)(r3 + 0)
    r4 += 1
    *(u64 *)(r3 + 0) = r4
    # for (i = 0; i < 10; i++) {
    r1 += 1
    # for (i = 0; i < 10; i++) {
    if r2 > r1 goto .Lbounded_2
    # return 0;
    r0 = 0
    exit

.function bounded_on_stack args=map:*void key:*u32 e:*elem
    # static int bounded_on_stack(void *map, __u32 *key, struct elem *e)
    r1 = 0
    # for (i = 0; i < 10; i++)
    *(u32 *)(r10 - 4) = w1
    # for (i = 0; i < 10; i++)
    w1 = *(u32 *)(r10 - 4)
    r1 <<= 32
    r1 s>>= 32
    # for (i = 0; i < 10; i++)
    if r1 s> 9 goto .Lbounded_on_stack_18
    r1 = *(u64 *)(r3 + 0)
    r1 += 1
    r2 = 10
.Lbounded_on_stack_9:
    # e->count++;
    *(u64 *)(r3 + 0) = r1
    # for (i = 0; i < 10; i++)
    w4 = *(u32 *)(r10 - 4)
    r4 += 1
    *(u32 *)(r10 - 4) = w4
    # for (i = 0; i < 10; i++)
    r1 += 1
    # for (i = 0; i < 10; i++)
    w4 = *(u32 *)(r10 - 4)
    r4 <<= 32
    r4 s>>= 32
    # for (i = 0; i < 10; i++)
    if r2 s> r4 goto .Lbounded_on_stack_9
.Lbounded_on_stack_18:
    # return 0;
    r0 = 0
    exit

.function forever args=map:*void key:*u32 e:*elem
.Lforever_0:
    # for (;;)
    goto .Lforever_0

.function calls_fn args=map:*void key:*u32 e:*elem
    # static int calls_fn(void *map, __u32 *key, struct elem *e)
    r6 = r3
    # e->count = helper_fn(e, *key + 7);
    w2 = *(u32 *)(r2 + 0)
    # e->count = helper_fn(e, *key + 7);
    r2 += 7
    # e->count = helper_fn(e, *key + 7);
    r2 <<= 32
    r2 >>= 32
    # e->count = helper_fn(e, *key + 7);
    r1 = r6
    call helper_fn
    r0 <<= 32
    r0 >>= 32
    # e->count = helper_fn(e, *key + 7);
    *(u64 *)(r6 + 0) = r0
    # return 0;
    r0 = 0
    exit

.function uses_maps args=map:*void key:*u32 e:*elem
    # static int uses_maps(void *map, __u32 *key, struct elem *e)
    r6 = r3
    r1 = 1
    # __u32 k = 1;
    *(u32 *)(r10 - 4) = w1
    r1 = 5
    # __u64 v = 5, *p;
    *(u64 *)(r10 - 16) = r1
    r7 = r10
    r7 += -4
    r3 = r10
    r3 += -16
    # bpf_map_update_elem(&plain, &k, &v, BPF_ANY);
    r1 = plain ll
    r2 = r7
    r4 = 0
    call bpf_map_update_elem
    # p = bpf_map_lookup_elem(&plain, &k);
    r1 = plain ll
    r2 = r7
    call bpf_map_lookup_elem
    # if (p)
    if r0 == 0 goto .Luses_maps_22
    # e->count = *p + 1;
    r1 = *(u64 *)(r0 + 0)
    # e->count = *p + 1;
    r1 += 1
    # e->count = *p + 1;
    *(u64 *)(r6 + 0) = r1
.Luses_maps_22:
    # return 0;
    r0 = 0
    exit

.function via_arg args=map:*void key:*u32 e:*elem
    # struct elem *o = bpf_map_lookup_elem(map, key);
    call bpf_map_lookup_elem
    # if (o)
    if r0 == 0 goto .Lvia_arg_5
    # o->count += 3;
    r1 = *(u64 *)(r0 + 0)
    r1 += 3
    *(u64 *)(r0 + 0) = r1
.Lvia_arg_5:
    # return 0;
    r0 = 0
    exit

.function with_bpf_loop args=map:*void key:*u32 e:*elem
    # static int with_bpf_loop(void *map, __u32 *key, struct elem *e)
    r6 = r3
    r1 = 0
    # __u64 sum = 0;
    *(u64 *)(r10 - 8) = r1
    r3 = r10
    r3 += -8
    # bpf_loop(5, loop_body, &sum, 0);
    r1 = 5
    r2 = loop_body ll
    r4 = 0
    call bpf_loop
    # e->count = sum;
    r1 = *(u64 *)(r10 - 8)
    # e->count = sum;
    *(u64 *)(r6 + 0) = r1
    # return 0;
    r0 = 0
    exit

.function with_for_each args=map:*void key:*u32 e:*elem
    # static int with_for_each(void *map, __u32 *key, struct elem *e)
    r6 = r3
    r1 = 0
    # __u64 n = 0;
    *(u64 *)(r10 - 8) = r1
    r3 = r10
    r3 += -8
    # bpf_for_each_map_elem(&arr, each_elem, &n, 0);
    r1 = arr ll
    r2 = each_elem ll
    r4 = 0
    call bpf_for_each_map_elem
    # e->count = n;
    r1 = *(u64 *)(r10 - 8)
    # e->count = n;
    *(u64 *)(r6 + 0) = r1
    # return 0;
    r0 = 0
    exit

.function arm_each args=map:*void key:*u32 e:*elem ctx:*void returns=s64
    # static long arm_each(void *map, __u32 *key, struct elem *e, void *ctx)
    r6 = r3
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, count_cb);
    r1 = r6
    r2 = count_cb ll
    call bpf_timer_set_callback
    # bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    # return 0;
    r0 = 0
    exit

.function arm_arg args=map:*void key:*u32 e:*elem ctx:*void returns=s64
    # static long arm_arg(void *map, __u32 *key, struct elem *e, void *ctx)
    r2 = r1
    # return bpf_timer_init(&e->t, map, CLOCK_MONOTONIC) != 0;
    r3 += 8
    r6 = 1
    # return bpf_timer_init(&e->t, map, CLOCK_MONOTONIC) != 0;
    r1 = r3
    r3 = 1
    call bpf_timer_init
    # return bpf_timer_init(&e->t, map, CLOCK_MONOTONIC) != 0;
    if r0 != 0 goto .Larm_arg_8
    r6 = 0
.Larm_arg_8:
    # return bpf_timer_init(&e->t, map, CLOCK_MONOTONIC) != 0;
    r0 = r6
    exit

.function init_arg args=map:*void key:*u32 e:*elem
    # static int init_arg(void *map, __u32 *key, struct elem *e)
    r6 = r3
    r2 = r1
    # e->count = -bpf_timer_init(&e->t, map, CLOCK_MONOTONIC);
    r1 = r6
    r1 += 8
    # e->count = -bpf_timer_init(&e->t, map, CLOCK_MONOTONIC);
    r3 = 1
    call bpf_timer_init
    # e->count = -bpf_timer_init(&e->t, map, CLOCK_MONOTONIC);
    r0 = -r0
    # e->count = -bpf_timer_init(&e->t, map, CLOCK_MONOTONIC);
    *(u64 *)(r6 + 0) = r0
    # return 0;
    r0 = 0
    exit

.function with_tail_call args=map:*void key:*u32 e:*elem
    # bpf_tail_call(map, &progs, 0);
    r2 = progs ll
    r3 = 0
    call bpf_tail_call
    # return 0;
    r0 = 0
    exit

.function with_skb_helper args=map:*void key:*u32 e:*elem
    # return bpf_skb_load_bytes(map, 0, &e->count, 8) & 0;
    r2 = 0
    r4 = 8
    call bpf_skb_load_bytes
    # return bpf_skb_load_bytes(map, 0, &e->count, 8) & 0;
    r0 = 0
    exit

.function global_cb args=map:*void key:*u32 e:*elem linkage=global
    # NOINLINE int global_cb(void *map, __u32 *key, struct elem *e) { return 0; }
    r0 = 0
    exit

.function both_ways args=map:*void key:*u32 e:*elem
    # static NOINLINE int both_ways(void *map, __u32 *key, struct elem *e) { e->count++; return 0; }
    r1 = *(u64 *)(r3 + 0)
    r1 += 1
    *(u64 *)(r3 + 0) = r1
    # static NOINLINE int both_ways(void *map, __u32 *key, struct elem *e) { e->count++; return 0; }
    r0 = 0
    exit

.function helper_fn args=e:*elem n:u64
    # e->tail += n;
    r3 = *(u64 *)(r1 + 24)
    r3 += r2
    *(u64 *)(r1 + 24) = r3
    r0 = 1
    # return n > 5;
    if r2 > 5 goto .Lhelper_fn_6
    r0 = 0
.Lhelper_fn_6:
    # return n > 5;
    exit

.function loop_body args=i:u32 sum:*u64
    # *sum += i;
    r1 <<= 32
    r1 >>= 32
    # *sum += i;
    r3 = *(u64 *)(r2 + 0)
    r3 += r1
    *(u64 *)(r2 + 0) = r3
    # return 0;
    r0 = 0
    exit

.function each_elem args=map:*void key:*u32 e:*elem n:*u64 returns=s64
    # *n += 1;
    r1 = *(u64 *)(r4 + 0)
    r1 += 1
    *(u64 *)(r4 + 0) = r1
    # e->tail = *key;
    w1 = *(u32 *)(r2 + 0)
    # e->tail = *key;
    *(u64 *)(r3 + 24) = r1
    # return 0;
    r0 = 0
    exit

.function count_cb args=map:*void key:*u32 e:*elem
    # static int count_cb(void *map, __u32 *key, struct elem *e) { e->count += 1 + *key; return 0; }
    w1 = *(u32 *)(r2 + 0)
    # static int count_cb(void *map, __u32 *key, struct elem *e) { e->count += 1 + *key; return 0; }
    r1 += 1
    # static int count_cb(void *map, __u32 *key, struct elem *e) { e->count += 1 + *key; return 0; }
    r1 <<= 32
    r1 >>= 32
    # static int count_cb(void *map, __u32 *key, struct elem *e) { e->count += 1 + *key; return 0; }
    r2 = *(u64 *)(r3 + 0)
    r2 += r1
    *(u64 *)(r3 + 0) = r2
    # static int count_cb(void *map, __u32 *key, struct elem *e) { e->count += 1 + *key; return 0; }
    r0 = 0
    exit

.program returns_one section="tc"
    # SEC("tc") int returns_one(struct __sk_buff *ctx) { ARM(ret_one); }
    r1 = 0
    # SEC("tc") int returns_one(struct __sk_buff *ctx) { ARM(ret_one); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lreturns_one_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = ret_one ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lreturns_one_24:
    # SEC("tc") int returns_one(struct __sk_buff *ctx) { ARM(ret_one); }
    exit

.program returns_unknown section="tc"
    # SEC("tc") int returns_unknown(struct __sk_buff *ctx) { ARM(ret_unknown); }
    r1 = 0
    # SEC("tc") int returns_unknown(struct __sk_buff *ctx) { ARM(ret_unknown); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lreturns_unknown_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = ret_unknown ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lreturns_unknown_24:
    # SEC("tc") int returns_unknown(struct __sk_buff *ctx) { ARM(ret_unknown); }
    exit

.program returns_range section="tc"
    # SEC("tc") int returns_range(struct __sk_buff *ctx) { ARM(ret_range); }
    r1 = 0
    # SEC("tc") int returns_range(struct __sk_buff *ctx) { ARM(ret_range); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lreturns_range_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = ret_range ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lreturns_range_24:
    # SEC("tc") int returns_range(struct __sk_buff *ctx) { ARM(ret_range); }
    exit

.program returns_proved_zero section="tc"
    # SEC("tc") int returns_proved_zero(struct __sk_buff *ctx) { ARM(ret_proved); }
    r1 = 0
    # SEC("tc") int returns_proved_zero(struct __sk_buff *ctx) { ARM(ret_proved); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lreturns_proved_zero_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = ret_proved ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lreturns_proved_zero_24:
    # SEC("tc") int returns_proved_zero(struct __sk_buff *ctx) { ARM(ret_proved); }
    exit

.program reads_past_value section="tc"
    # SEC("tc") int reads_past_value(struct __sk_buff *ctx) { ARM(past_end); }
    r1 = 0
    # SEC("tc") int reads_past_value(struct __sk_buff *ctx) { ARM(past_end); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lreads_past_value_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = past_end ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lreads_past_value_24:
    # SEC("tc") int reads_past_value(struct __sk_buff *ctx) { ARM(past_end); }
    exit

.program reads_key section="tc"
    # SEC("tc") int reads_key(struct __sk_buff *ctx) { ARM(read_key); }
    r1 = 0
    # SEC("tc") int reads_key(struct __sk_buff *ctx) { ARM(read_key); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lreads_key_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = read_key ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lreads_key_24:
    # SEC("tc") int reads_key(struct __sk_buff *ctx) { ARM(read_key); }
    exit

.program writes_key section="tc"
    # SEC("tc") int writes_key(struct __sk_buff *ctx) { ARM(write_key); }
    r1 = 0
    # SEC("tc") int writes_key(struct __sk_buff *ctx) { ARM(write_key); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lwrites_key_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = write_key ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lwrites_key_24:
    # SEC("tc") int writes_key(struct __sk_buff *ctx) { ARM(write_key); }
    exit

.program reads_past_key section="tc"
    # SEC("tc") int reads_past_key(struct __sk_buff *ctx) { ARM(past_key); }
    r1 = 0
    # SEC("tc") int reads_past_key(struct __sk_buff *ctx) { ARM(past_key); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lreads_past_key_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = past_key ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lreads_past_key_24:
    # SEC("tc") int reads_past_key(struct __sk_buff *ctx) { ARM(past_key); }
    exit

.program writes_timer section="tc"
    # SEC("tc") int writes_timer(struct __sk_buff *ctx) { ARM(touch_timer); }
    r1 = 0
    # SEC("tc") int writes_timer(struct __sk_buff *ctx) { ARM(touch_timer); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lwrites_timer_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = touch_timer ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lwrites_timer_24:
    # SEC("tc") int writes_timer(struct __sk_buff *ctx) { ARM(touch_timer); }
    exit

.program bounded_loop section="tc"
    # SEC("tc") int bounded_loop(struct __sk_buff *ctx) { ARM(bounded); }
    r1 = 0
    # SEC("tc") int bounded_loop(struct __sk_buff *ctx) { ARM(bounded); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lbounded_loop_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = bounded ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lbounded_loop_24:
    # SEC("tc") int bounded_loop(struct __sk_buff *ctx) { ARM(bounded); }
    exit

.program bounded_loop_on_stack section="tc"
    # SEC("tc") int bounded_loop_on_stack(struct __sk_buff *ctx) { ARM(bounded_on_stack); }
    r1 = 0
    # SEC("tc") int bounded_loop_on_stack(struct __sk_buff *ctx) { ARM(bounded_on_stack); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lbounded_loop_on_stack_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = bounded_on_stack ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lbounded_loop_on_stack_24:
    # SEC("tc") int bounded_loop_on_stack(struct __sk_buff *ctx) { ARM(bounded_on_stack); }
    exit

.program unbounded_loop section="tc"
    # SEC("tc") int unbounded_loop(struct __sk_buff *ctx) { ARM(forever); }
    r1 = 0
    # SEC("tc") int unbounded_loop(struct __sk_buff *ctx) { ARM(forever); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lunbounded_loop_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = forever ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lunbounded_loop_24:
    # SEC("tc") int unbounded_loop(struct __sk_buff *ctx) { ARM(forever); }
    exit

.program calls_subprog section="tc"
    # SEC("tc") int calls_subprog(struct __sk_buff *ctx) { ARM(calls_fn); }
    r1 = 0
    # SEC("tc") int calls_subprog(struct __sk_buff *ctx) { ARM(calls_fn); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lcalls_subprog_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = calls_fn ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lcalls_subprog_24:
    # SEC("tc") int calls_subprog(struct __sk_buff *ctx) { ARM(calls_fn); }
    exit

.program uses_other_map section="tc"
    # SEC("tc") int uses_other_map(struct __sk_buff *ctx) { ARM(uses_maps); }
    r1 = 0
    # SEC("tc") int uses_other_map(struct __sk_buff *ctx) { ARM(uses_maps); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Luses_other_map_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = uses_maps ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Luses_other_map_24:
    # SEC("tc") int uses_other_map(struct __sk_buff *ctx) { ARM(uses_maps); }
    exit

.program map_argument section="tc"
    # SEC("tc") int map_argument(struct __sk_buff *ctx) { ARM(via_arg); }
    r1 = 0
    # SEC("tc") int map_argument(struct __sk_buff *ctx) { ARM(via_arg); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lmap_argument_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = via_arg ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lmap_argument_24:
    # SEC("tc") int map_argument(struct __sk_buff *ctx) { ARM(via_arg); }
    exit

.program calls_bpf_loop section="tc"
    # SEC("tc") int calls_bpf_loop(struct __sk_buff *ctx) { ARM(with_bpf_loop); }
    r1 = 0
    # SEC("tc") int calls_bpf_loop(struct __sk_buff *ctx) { ARM(with_bpf_loop); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lcalls_bpf_loop_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = with_bpf_loop ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lcalls_bpf_loop_24:
    # SEC("tc") int calls_bpf_loop(struct __sk_buff *ctx) { ARM(with_bpf_loop); }
    exit

.program calls_for_each section="tc"
    # SEC("tc") int calls_for_each(struct __sk_buff *ctx) { ARM(with_for_each); }
    r1 = 0
    # SEC("tc") int calls_for_each(struct __sk_buff *ctx) { ARM(with_for_each); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lcalls_for_each_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = with_for_each ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lcalls_for_each_24:
    # SEC("tc") int calls_for_each(struct __sk_buff *ctx) { ARM(with_for_each); }
    exit

.program arm_in_for_each section="tc"
    # return bpf_for_each_map_elem(&arr, arm_each, 0, 0);
    r1 = arr ll
    r2 = arm_each ll
    r3 = 0
    r4 = 0
    call bpf_for_each_map_elem
    # return bpf_for_each_map_elem(&arr, arm_each, 0, 0);
    exit

.program init_with_for_each_arg section="tc"
    # return bpf_for_each_map_elem(&arr, arm_arg, 0, 0);
    r1 = arr ll
    r2 = arm_arg ll
    r3 = 0
    r4 = 0
    call bpf_for_each_map_elem
    # return bpf_for_each_map_elem(&arr, arm_arg, 0, 0);
    exit

.program init_with_callback_arg section="tc"
    # SEC("tc") int init_with_callback_arg(struct __sk_buff *ctx) { ARM(init_arg); }
    r1 = 0
    # SEC("tc") int init_with_callback_arg(struct __sk_buff *ctx) { ARM(init_arg); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Linit_with_callback_arg_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = init_arg ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Linit_with_callback_arg_24:
    # SEC("tc") int init_with_callback_arg(struct __sk_buff *ctx) { ARM(init_arg); }
    exit

.program tail_call_in_callback section="tc"
    # SEC("tc") int tail_call_in_callback(struct __sk_buff *ctx) { ARM(with_tail_call); }
    r1 = 0
    # SEC("tc") int tail_call_in_callback(struct __sk_buff *ctx) { ARM(with_tail_call); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Ltail_call_in_callback_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = with_tail_call ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Ltail_call_in_callback_24:
    # SEC("tc") int tail_call_in_callback(struct __sk_buff *ctx) { ARM(with_tail_call); }
    exit

.program ctx_helper_in_callback section="tc"
    # SEC("tc") int ctx_helper_in_callback(struct __sk_buff *ctx) { ARM(with_skb_helper); }
    r1 = 0
    # SEC("tc") int ctx_helper_in_callback(struct __sk_buff *ctx) { ARM(with_skb_helper); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lctx_helper_in_callback_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = with_skb_helper ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lctx_helper_in_callback_24:
    # SEC("tc") int ctx_helper_in_callback(struct __sk_buff *ctx) { ARM(with_skb_helper); }
    exit

.program null_callback section="tc"
    # SEC("tc") int null_callback(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 1
    # if (!e)
    if r0 == 0 goto .Lnull_callback_14
    # return bpf_timer_set_callback(&e->t, (void *)0);
    r0 += 8
    # return bpf_timer_set_callback(&e->t, (void *)0);
    r1 = r0
    r2 = 0
    call bpf_timer_set_callback
    r1 = r0
.Lnull_callback_14:
    # }
    r0 = r1
    exit

.program data_as_callback section="tc"
    # SEC("tc") int data_as_callback(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r1 = 1
    # if (!e)
    if r0 == 0 goto .Ldata_as_callback_14
    # return bpf_timer_set_callback(&e->t, (void *)e);
    r1 = r0
    r1 += 8
    # return bpf_timer_set_callback(&e->t, (void *)e);
    r2 = r0
    call bpf_timer_set_callback
    r1 = r0
.Ldata_as_callback_14:
    # }
    r0 = r1
    exit

.program global_callback section="tc"
    # SEC("tc") int global_callback(struct __sk_buff *ctx) { ARM(global_cb); }
    r1 = 0
    # SEC("tc") int global_callback(struct __sk_buff *ctx) { ARM(global_cb); }
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    if r6 == 0 goto .Lglobal_callback_24
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = global_cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lglobal_callback_24:
    # SEC("tc") int global_callback(struct __sk_buff *ctx) { ARM(global_cb); }
    exit

.program called_and_callback section="tc"
    # SEC("tc") int called_and_callback(struct __sk_buff *ctx)
    r1 = 0
    # __u32 key = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &key);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    # if (!e)
    if r6 == 0 goto .Lcalled_and_callback_26
    # both_ways(&arr, &key, e);
    r3 = r6
    call both_ways
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, both_ways);
    r1 = r6
    r2 = both_ways ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lcalled_and_callback_26:
    # }
    exit
