# sweeper
.license "GPL"
.struct item { age: u64; payload: u64 }
.struct ctl { sweeps: u32; removed: u32; kept: u64; t: bpf_timer }
.struct acc { removed: u32; kept: u32 }
.map items type=hash key=u32 value=item max_entries=32
.map control type=array key=u32 value=ctl max_entries=1

.function sweep args=map:*void key:*u32 c:*ctl
    # static int sweep(void *map, __u32 *key, struct ctl *c)
    r6 = r3
    r1 = 0
    # struct acc a = {};
    *(u64 *)(r10 - 8) = r1
    r3 = r10
    r3 += -8
    # bpf_for_each_map_elem(&items, look, &a, 0);
    r1 = items ll
    r2 = look ll
    r4 = 0
    call bpf_for_each_map_elem
    # c->sweeps++;
    w1 = *(u32 *)(r6 + 0)
    w1 += 1
    *(u32 *)(r6 + 0) = w1
    # c->removed += a.removed;
    w1 = *(u32 *)(r6 + 4)
    # c->removed += a.removed;
    w2 = *(u32 *)(r10 - 8)
    # c->removed += a.removed;
    w1 += w2
    *(u32 *)(r6 + 4) = w1
    # c->kept = a.kept;
    w1 = *(u32 *)(r10 - 4)
    # c->kept = a.kept;
    *(u64 *)(r6 + 8) = r1
    # if (a.kept)
    if w1 == 0 goto .Lsweep_26
    # bpf_timer_start(&c->t, 3 * MS, 0);
    r6 += 16
    # bpf_timer_start(&c->t, 3 * MS, 0);
    r1 = r6
    r2 = 3000000
    r3 = 0
    call bpf_timer_start
.Lsweep_26:
    # return 0;
    w0 = 0
    exit

.function look args=map:*void key:*u32 it:*item a:*acc returns=s64
    # static long look(void *map, __u32 *key, struct item *it, struct acc *a)
    r6 = r4
    # it->age++;
    r4 = *(u64 *)(r3 + 0)
    r4 += 1
    *(u64 *)(r3 + 0) = r4
    # if (it->age > 2) {
    if r4 < 3 goto .Llook_7
    # bpf_map_delete_elem(map, key);
    call bpf_map_delete_elem
    # } else {
    goto .Llook_8
.Llook_7:
    # a->kept++;
    r6 += 4
.Llook_8:
    w1 = *(u32 *)(r6 + 0)
    w1 += 1
    *(u32 *)(r6 + 0) = w1
    # return 0;
    r0 = 0
    exit

.program put section="syscall" args=ctx:*u64
    # __u32 key = ctx[1];
    r2 = *(u64 *)(r1 + 8)
    # __u32 key = ctx[1];
    *(u32 *)(r10 - 4) = w2
    # struct item it = { .age = ctx[0], .payload = 7 };
    r1 = *(u64 *)(r1 + 0)
    r2 = 7
    # struct item it = { .age = ctx[0], .payload = 7 };
    *(u64 *)(r10 - 16) = r2
    *(u64 *)(r10 - 24) = r1
    r2 = r10
    r2 += -4
    r3 = r10
    r3 += -24
    # return -bpf_map_update_elem(&items, &key, &it, BPF_ANY);
    r1 = items ll
    r4 = 0
    call bpf_map_update_elem
    # return -bpf_map_update_elem(&items, &key, &it, BPF_ANY);
    w0 = -w0
    # return -bpf_map_update_elem(&items, &key, &it, BPF_ANY);
    exit

.program begin section="syscall"
    # SEC("syscall") int begin(void *ctx)
    w1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct ctl *c = bpf_map_lookup_elem(&control, &k);
    r1 = control ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!c)
    if r6 == 0 goto .Lbegin_24
    # bpf_timer_init(&c->t, &control, CLOCK_MONOTONIC);
    r6 += 16
    # bpf_timer_init(&c->t, &control, CLOCK_MONOTONIC);
    r1 = r6
    r2 = control ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&c->t, sweep);
    r1 = r6
    r2 = sweep ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&c->t, 3 * MS, 0);
    r1 = r6
    r2 = 3000000
    r3 = 0
    call bpf_timer_start
.Lbegin_24:
    # }
    exit
