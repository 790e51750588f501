# show
.license "GPL"
.struct inner { type: *s32[2]; max_entries: *s32[1]; key: *u32; value: *u32 }
.struct elem { count: u64; timer: bpf_timer }
.struct pair { a: u16; b: u16 }
.enum level { LOW = 0, MEDIUM = 5, HIGH = 6 }
.struct inside { small: s8; yes: bool; letter: char; list: s16[3] }
.struct shape {
    when: u64
    minus: s32
    level: level
    in: inside
    union { word: u32; bytes: u8[4] }
    low: u32:3
    middle: u32:12
    high: s32:5
    name: char[8]
    pointer: *void
}
.struct lock_elem { lock: bpf_spin_lock; value: u32 }
.map inner_map type=array key=u32 value=u32 max_entries=1
.map outer type=array_of_maps key=u32 value_size=4 max_entries=2 inner=inner_map slots=_ inner_map
.map timers type=array key=u32 value=elem max_entries=3
.map lru type=lru_hash key=u64 value=u64 max_entries=4 flags=64
.map shapes type=hash key=pair value=shape max_entries=4 flags=64
.map locks type=hash key=u32 value=lock_elem max_entries=2
.map per_cpu type=percpu_array key=u32 value=u32 max_entries=2
.map ring type=ringbuf max_entries=4096
.map bytes type=hash key_size=3 value_size=20 max_entries=4 flags=65

.section .rodata,"a",@progbits
.var limit: const volatile s32
    .byte 249,255,255,255

.section .bss,"aw",@nobits
.var runs: u32
    .zero 4

.function tick args=map:*void key:*u32 e:*elem
    # e->count++;
    r1 = *(u64 *)(r3 + 0)
    r1 += 1
    *(u64 *)(r3 + 0) = r1
    # return 0;
    r0 = 0
    exit

.function twice args=x:u32 returns=u32
    # static NOINLINE __u32 twice(__u32 x)
    r0 = r1
    # return x * 2;
    r0 <<= 1
    # return x * 2;
    exit

.program arm section="tc"
    # SEC("tc") int arm(struct __sk_buff *ctx)
    r7 = 1
    # __u32 key = 1;
    *(u32 *)(r10 - 4) = w7
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&timers, &key);
    r1 = timers ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 2
    # if (!e)
    if r6 == 0 goto .Larm_27
    # bpf_timer_init(&e->timer, &timers, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&e->timer, &timers, CLOCK_MONOTONIC);
    r1 = r6
    r2 = timers ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->timer, tick);
    r1 = r6
    r2 = tick ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&e->timer, 1 * MS, 0) ? 1 : 0;
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
    if r0 != 0 goto .Larm_26
    r7 = 0
.Larm_26:
    r0 = r7
.Larm_27:
    # }
    exit

.program count_length section="tc"
    # __u64 key = ctx->len, one = 1, *n = bpf_map_lookup_elem(&lru, &key);
    w1 = *(u32 *)(r1 + 0)
    # __u64 key = ctx->len, one = 1, *n = bpf_map_lookup_elem(&lru, &key);
    *(u64 *)(r10 - 8) = r1
    r6 = 1
    # __u64 key = ctx->len, one = 1, *n = bpf_map_lookup_elem(&lru, &key);
    *(u64 *)(r10 - 16) = r6
    r2 = r10
    r2 += -8
    # __u64 key = ctx->len, one = 1, *n = bpf_map_lookup_elem(&lru, &key);
    r1 = lru ll
    call bpf_map_lookup_elem
    # runs++;
    r1 = runs ll
    w2 = *(u32 *)(r1 + 0)
    r2 += 1
    *(u32 *)(r1 + 0) = w2
    # if (n)
    if r0 == 0 goto .Lcount_length_17
    # __sync_fetch_and_add(n, 1);
    lock *(u64 *)(r0 + 0) += r6
    goto .Lcount_length_25
.Lcount_length_17:
    r2 = r10
    r2 += -8
    r3 = r10
    r3 += -16
    # bpf_map_update_elem(&lru, &key, &one, BPF_ANY);
    r1 = lru ll
    r4 = 0
    call bpf_map_update_elem
.Lcount_length_25:
    # return twice(runs);
    r1 = runs ll
    # return twice(runs);
    w1 = *(u32 *)(r1 + 0)
    call twice
    # return twice(runs);
    exit

.program on_demand section="syscall"
    # return limit;
    r1 = limit ll
    # return limit;
    w0 = *(u32 *)(r1 + 0)
    exit
