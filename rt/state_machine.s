# state_machine
.license "GPL"
.struct light { trace: u8[16]; n: u32; t: bpf_timer }
.map lights type=array key=u32 value=light max_entries=1

.function to_red args=map:*void key:*u32 l:*light
    # static int to_red(void *map, __u32 *key, struct light *l)
    r6 = r3
    # if (note(l, 'r'))
    r1 = r6
    w2 = 114
    call note
    # if (note(l, 'r'))
    if w0 != 0 goto .Lto_red_14
    # bpf_timer_set_callback(&l->t, to_green);
    r6 += 24
    # bpf_timer_set_callback(&l->t, to_green);
    r1 = r6
    r2 = to_green ll
    call bpf_timer_set_callback
    # bpf_timer_start(&l->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lto_red_14:
    # }
    w0 = 0
    exit

.function to_green args=map:*void key:*u32 l:*light
    # static int to_green(void *map, __u32 *key, struct light *l)
    r6 = r3
    # if (note(l, 'g'))
    r1 = r6
    w2 = 103
    call note
    # if (note(l, 'g'))
    if w0 != 0 goto .Lto_green_14
    # bpf_timer_set_callback(&l->t, to_yellow);
    r6 += 24
    # bpf_timer_set_callback(&l->t, to_yellow);
    r1 = r6
    r2 = to_yellow ll
    call bpf_timer_set_callback
    # bpf_timer_start(&l->t, 2 * MS, 0);
    r1 = r6
    r2 = 2000000
    r3 = 0
    call bpf_timer_start
.Lto_green_14:
    # }
    w0 = 0
    exit

.function note args=l:*light c:char
    # static NOINLINE int note(struct light *l, char c)
    w0 = 1
    # __u32 n = l->n;
    w3 = *(u32 *)(r1 + 16)
    # if (n >= sizeof(l->trace))
    if w3 > 15 goto .Lnote_9
    # l->trace[n] = c;
    r4 = r1
    r4 += r3
    # l->trace[n] = c;
    *(u8 *)(r4 + 0) = w2
    # l->n = n + 1;
    w3 += 1
    # l->n = n + 1;
    *(u32 *)(r1 + 16) = w3
    w0 = 0
.Lnote_9:
    # }
    exit

.function to_yellow args=map:*void key:*u32 l:*light
    # static int to_yellow(void *map, __u32 *key, struct light *l)
    r6 = r3
    # if (note(l, 'y'))
    r1 = r6
    w2 = 121
    call note
    # if (note(l, 'y'))
    if w0 != 0 goto .Lto_yellow_14
    # bpf_timer_set_callback(&l->t, to_red);
    r6 += 24
    # bpf_timer_set_callback(&l->t, to_red);
    r1 = r6
    r2 = to_red ll
    call bpf_timer_set_callback
    # bpf_timer_start(&l->t, 1 * MS, 0);
    r1 = r6
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
.Lto_yellow_14:
    # }
    w0 = 0
    exit

.program power_on section="socket" args=skb:*__sk_buff
    # SEC("socket") int power_on(struct __sk_buff *skb)
    w1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct light *l = bpf_map_lookup_elem(&lights, &k);
    r1 = lights ll
    call bpf_map_lookup_elem
    r6 = r0
    w0 = 1
    # if (!l)
    if r6 == 0 goto .Lpower_on_24
    # bpf_timer_init(&l->t, &lights, CLOCK_MONOTONIC);
    r6 += 24
    # bpf_timer_init(&l->t, &lights, CLOCK_MONOTONIC);
    r1 = r6
    r2 = lights ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&l->t, to_red);
    r1 = r6
    r2 = to_red ll
    call bpf_timer_set_callback
    # return bpf_timer_start(&l->t, 0, 0);
    r1 = r6
    r2 = 0
    r3 = 0
    call bpf_timer_start
.Lpower_on_24:
    # }
    exit
