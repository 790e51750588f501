# timers
.license "GPL"
.struct elem { count: u32; t: bpf_timer }
.map arr type=array key=u32 value=elem max_entries=4
.map hash type=hash key=u32 value=elem max_entries=4

.section .rodata,"a",@progbits
.var tc_oneshot.____fmt: const char[7] static
    .byte 97,114,109,32,37,100,0
.var tc_oneshot_1.____fmt: const char[9] static
    .byte 97,114,109,32,49,32,37,100,0
.var xdp_oneshot.____fmt: const char[7] static
    .byte 97,114,109,32,37,100,0
.var socket_oneshot.____fmt: const char[7] static
    .byte 97,114,109,32,37,100,0
.var syscall_oneshot.____fmt: const char[7] static
    .byte 97,114,109,32,37,100,0
.var tc_pinned.____fmt: const char[7] static
    .byte 112,105,110,32,37,100,0
.var tc_rearm.____fmt: const char[7] static
    .byte 97,114,109,32,37,100,0
.var tc_delete.____fmt: const char[7] static
    .byte 97,114,109,32,37,100,0
.var tc_cancel_self.____fmt: const char[7] static
    .byte 97,114,109,32,37,100,0
.var tc_cancel.____fmt: const char[26] static
    .byte 97,114,109,32,37,100,32,99,97,110,99,101,108,32,37,100
    .byte 32,97,103,97,105,110,32,37,100,0
.var tc_chain.____fmt: const char[7] static
    .byte 97,114,109,32,37,100,0
.var tc_past.____fmt: const char[7] static
    .byte 97,114,109,32,37,100,0
.var tc_past.____fmt.1: const char[13] static
    .byte 97,102,116,101,114,32,97,114,109,105,110,103,0
.var print_cb.____fmt: const char[29] static
    .byte 102,105,114,101,100,32,107,101,121,32,37,117,32,99,111,117
    .byte 110,116,32,37,117,32,99,112,117,32,37,117,0
.var rearm_cb.____fmt: const char[18] static
    .byte 114,111,117,110,100,32,37,117,32,115,116,97,114,116,32,37
    .byte 100,0
.var delete_cb.____fmt: const char[22] static
    .byte 98,101,102,111,114,101,32,100,101,108,101,116,101,44,32,107
    .byte 101,121,32,37,120,0
.var delete_cb.____fmt.2: const char[16] static
    .byte 97,102,116,101,114,32,100,101,108,101,116,101,32,37,100,0
.var cancel_self_cb.____fmt: const char[20] static
    .byte 99,97,110,99,101,108,32,111,102,32,109,121,115,101,108,102
    .byte 32,37,100,0
.var chain_cb.____fmt: const char[16] static
    .byte 99,104,97,105,110,32,37,117,32,99,112,117,32,37,117,0
.var chain_cb.____fmt.3: const char[15] static
    .byte 99,104,97,105,110,32,115,116,97,114,116,32,37,100,0

.function print_cb args=map:*void key:*u32 e:*elem
    # e->count++;
    w6 = *(u32 *)(r3 + 0)
    r6 += 1
    *(u32 *)(r3 + 0) = w6
    # bpf_printk("fired key %u count %u cpu %u", *key, e->count, bpf_get_smp_processor_id());
    w7 = *(u32 *)(r2 + 0)
    call bpf_get_smp_processor_id
    r1 = tc_oneshot.____fmt + 118 ll
    r2 = 29
    r3 = r7
    r4 = r6
    r5 = r0
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.function rearm_cb args=map:*void key:*u32 e:*elem
    # static int rearm_cb(void *map, __u32 *key, struct elem *e)
    r5 = r3
    # e->count++;
    w3 = *(u32 *)(r5 + 0)
    r3 += 1
    *(u32 *)(r5 + 0) = w3
    r4 = 0
    r1 = r3
    r1 <<= 32
    r1 >>= 32
    # if (e->count < 4)
    if r1 > 3 goto .Lrearm_cb_17
    # err = bpf_timer_start(&e->t, 10 * MS, 0);
    r1 = r5
    r1 += 8
    # err = bpf_timer_start(&e->t, 10 * MS, 0);
    r2 = 10000000
    r6 = r5
    r3 = 0
    call bpf_timer_start
    r4 = r0
    # bpf_printk("round %u start %d", e->count, err);
    w3 = *(u32 *)(r6 + 0)
.Lrearm_cb_17:
    r1 = tc_oneshot.____fmt + 147 ll
    r2 = 18
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.function delete_cb args=map:*void key:*u32 e:*elem
    # static int delete_cb(void *map, __u32 *key, struct elem *e)
    r6 = r2
    # bpf_printk("before delete, key %x", *key);
    w3 = *(u32 *)(r6 + 0)
    r1 = tc_oneshot.____fmt + 165 ll
    r2 = 22
    call bpf_trace_printk
    # err = bpf_map_delete_elem(&hash, key);
    r1 = hash ll
    r2 = r6
    call bpf_map_delete_elem
    # bpf_printk("after delete %d", err);
    r1 = tc_oneshot.____fmt + 187 ll
    r2 = 16
    r3 = r0
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.function cancel_self_cb args=map:*void key:*u32 e:*elem
    # static int cancel_self_cb(void *map, __u32 *key, struct elem *e)
    r1 = r3
    # bpf_printk("cancel of myself %d", bpf_timer_cancel(&e->t));
    r1 += 8
    call bpf_timer_cancel
    r1 = tc_oneshot.____fmt + 203 ll
    r2 = 20
    r3 = r0
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.function chain_cb args=map:*void key:*u32 e:*elem
    # bpf_printk("chain %u cpu %u", *key, bpf_get_smp_processor_id());
    w6 = *(u32 *)(r2 + 0)
    # __u32 k = *key + 1;
    r7 = r6
    r7 += 1
    # __u32 k = *key + 1;
    *(u32 *)(r10 - 4) = w7
    # bpf_printk("chain %u cpu %u", *key, bpf_get_smp_processor_id());
    call bpf_get_smp_processor_id
    r1 = tc_oneshot.____fmt + 223 ll
    r2 = 16
    r3 = r6
    r4 = r0
    call bpf_trace_printk
    # __u32 k = *key + 1;
    r7 <<= 32
    r7 >>= 32
    # if (k >= 4)
    if r7 > 3 goto .Lchain_cb_40
    r2 = r10
    r2 += -4
    # o = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    # if (!o)
    if r6 == 0 goto .Lchain_cb_40
    # bpf_timer_init(&o->t, &arr, CLOCK_MONOTONIC);
    r6 += 8
    # bpf_timer_init(&o->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&o->t, print_cb);
    r1 = r6
    r2 = print_cb ll
    call bpf_timer_set_callback
    # bpf_printk("chain start %d", bpf_timer_start(&o->t, 5 * MS, 0));
    r1 = r6
    r2 = 5000000
    r3 = 0
    call bpf_timer_start
    r1 = tc_oneshot.____fmt + 239 ll
    r2 = 15
    r3 = r0
    call bpf_trace_printk
.Lchain_cb_40:
    # }
    r0 = 0
    exit

.program tc_oneshot section="tc"
    # SEC("tc") int tc_oneshot(struct __sk_buff *ctx)
    r1 = 0
    # bpf_printk("arm %d", ARM(arr, 0, print_cb, 10 * MS, 0));
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r3 = -1
    if r6 == 0 goto .Ltc_oneshot_25
    # bpf_printk("arm %d", ARM(arr, 0, print_cb, 10 * MS, 0));
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = print_cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 10000000
    r3 = 0
    call bpf_timer_start
    r3 = r0
.Ltc_oneshot_25:
    # bpf_printk("arm %d", ARM(arr, 0, print_cb, 10 * MS, 0));
    r1 = tc_oneshot.____fmt ll
    r2 = 7
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.program tc_oneshot_1 section="tc"
    # SEC("tc") int tc_oneshot_1(struct __sk_buff *ctx)
    r1 = 1
    # bpf_printk("arm 1 %d", ARM(arr, 1, print_cb, 20 * MS, 0));
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r3 = -1
    if r6 == 0 goto .Ltc_oneshot_1_25
    # bpf_printk("arm 1 %d", ARM(arr, 1, print_cb, 20 * MS, 0));
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = print_cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 20000000
    r3 = 0
    call bpf_timer_start
    r3 = r0
.Ltc_oneshot_1_25:
    # bpf_printk("arm 1 %d", ARM(arr, 1, print_cb, 20 * MS, 0));
    r1 = tc_oneshot.____fmt + 7 ll
    r2 = 9
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.program tc_pinned section="tc"
    # SEC("tc") int tc_pinned(struct __sk_buff *ctx)
    r1 = 3
    # bpf_printk("pin %d", ARM(arr, 3, print_cb, 10 * MS, 2 /* BPF_F_TIMER_CPU_PIN */));
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r3 = -1
    if r6 == 0 goto .Ltc_pinned_25
    # bpf_printk("pin %d", ARM(arr, 3, print_cb, 10 * MS, 2 /* BPF_F_TIMER_CPU_PIN */));
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = print_cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 10000000
    r3 = 2
    call bpf_timer_start
    r3 = r0
.Ltc_pinned_25:
    # bpf_printk("pin %d", ARM(arr, 3, print_cb, 10 * MS, 2 /* BPF_F_TIMER_CPU_PIN */));
    r1 = tc_oneshot.____fmt + 37 ll
    r2 = 7
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.program tc_rearm section="tc"
    # SEC("tc") int tc_rearm(struct __sk_buff *ctx)
    r1 = 0
    # bpf_printk("arm %d", ARM(arr, 0, rearm_cb, 10 * MS, 0));
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r3 = -1
    if r6 == 0 goto .Ltc_rearm_25
    # bpf_printk("arm %d", ARM(arr, 0, rearm_cb, 10 * MS, 0));
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = rearm_cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 10000000
    r3 = 0
    call bpf_timer_start
    r3 = r0
.Ltc_rearm_25:
    # bpf_printk("arm %d", ARM(arr, 0, rearm_cb, 10 * MS, 0));
    r1 = tc_oneshot.____fmt + 44 ll
    r2 = 7
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.program tc_delete section="tc"
    # SEC("tc") int tc_delete(struct __sk_buff *ctx)
    r1 = 0
    # struct elem init = {};
    *(u64 *)(r10 - 8) = r1
    *(u64 *)(r10 - 16) = r1
    *(u64 *)(r10 - 24) = r1
    r6 = 119
    # __u32 k = 0x77;
    *(u32 *)(r10 - 28) = w6
    r2 = r10
    r2 += -28
    r3 = r10
    r3 += -24
    # bpf_map_update_elem(&hash, &k, &init, BPF_ANY);
    r1 = hash ll
    r4 = 0
    call bpf_map_update_elem
    # bpf_printk("arm %d", ARM(hash, 0x77, delete_cb, 10 * MS, 0));
    *(u32 *)(r10 - 32) = w6
    r2 = r10
    r2 += -32
    r1 = hash ll
    call bpf_map_lookup_elem
    r6 = r0
    r3 = -1
    if r6 == 0 goto .Ltc_delete_38
    # bpf_printk("arm %d", ARM(hash, 0x77, delete_cb, 10 * MS, 0));
    r6 += 8
    r1 = r6
    r2 = hash ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = delete_cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 10000000
    r3 = 0
    call bpf_timer_start
    r3 = r0
.Ltc_delete_38:
    # bpf_printk("arm %d", ARM(hash, 0x77, delete_cb, 10 * MS, 0));
    r1 = tc_oneshot.____fmt + 51 ll
    r2 = 7
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.program tc_cancel_self section="tc"
    # SEC("tc") int tc_cancel_self(struct __sk_buff *ctx)
    r1 = 0
    # bpf_printk("arm %d", ARM(arr, 0, cancel_self_cb, 10 * MS, 0));
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r3 = -1
    if r6 == 0 goto .Ltc_cancel_self_25
    # bpf_printk("arm %d", ARM(arr, 0, cancel_self_cb, 10 * MS, 0));
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = cancel_self_cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 10000000
    r3 = 0
    call bpf_timer_start
    r3 = r0
.Ltc_cancel_self_25:
    # bpf_printk("arm %d", ARM(arr, 0, cancel_self_cb, 10 * MS, 0));
    r1 = tc_oneshot.____fmt + 58 ll
    r2 = 7
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.program tc_cancel section="tc"
    # SEC("tc") int tc_cancel(struct __sk_buff *ctx)
    r7 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w7
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    # long armed = ARM(arr, 0, print_cb, 100 * MS, 0);
    *(u32 *)(r10 - 8) = w7
    r2 = r10
    r2 += -8
    r1 = arr ll
    call bpf_map_lookup_elem
    r8 = r0
    r7 = -1
    if r8 == 0 goto .Ltc_cancel_32
    # long armed = ARM(arr, 0, print_cb, 100 * MS, 0);
    r8 += 8
    r1 = r8
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r8
    r2 = print_cb ll
    call bpf_timer_set_callback
    r1 = r8
    r2 = 100000000
    r3 = 0
    call bpf_timer_start
    r7 = r0
.Ltc_cancel_32:
    # if (e)
    if r6 == 0 goto .Ltc_cancel_46
    # bpf_printk("arm %d cancel %d again %d", armed, bpf_timer_cancel(&e->t), bpf_timer_cancel(&e->t));
    r6 += 8
    r1 = r6
    call bpf_timer_cancel
    r8 = r0
    r1 = r6
    call bpf_timer_cancel
    r1 = tc_oneshot.____fmt + 65 ll
    r2 = 26
    r3 = r7
    r4 = r8
    r5 = r0
    call bpf_trace_printk
.Ltc_cancel_46:
    # return 0;
    r0 = 0
    exit

.program tc_chain section="tc"
    # SEC("tc") int tc_chain(struct __sk_buff *ctx)
    r1 = 0
    # bpf_printk("arm %d", ARM(arr, 0, chain_cb, 10 * MS, 0));
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r3 = -1
    if r6 == 0 goto .Ltc_chain_25
    # bpf_printk("arm %d", ARM(arr, 0, chain_cb, 10 * MS, 0));
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = chain_cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 10000000
    r3 = 0
    call bpf_timer_start
    r3 = r0
.Ltc_chain_25:
    # bpf_printk("arm %d", ARM(arr, 0, chain_cb, 10 * MS, 0));
    r1 = tc_oneshot.____fmt + 91 ll
    r2 = 7
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.program tc_past section="tc"
    # SEC("tc") int tc_past(struct __sk_buff *ctx)
    r1 = 0
    # bpf_printk("arm %d", ARM(arr, 0, print_cb, 1, 1 /* BPF_F_TIMER_ABS */));
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r3 = -1
    if r6 == 0 goto .Ltc_past_25
    # bpf_printk("arm %d", ARM(arr, 0, print_cb, 1, 1 /* BPF_F_TIMER_ABS */));
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = print_cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1
    r3 = 1
    call bpf_timer_start
    r3 = r0
.Ltc_past_25:
    # bpf_printk("arm %d", ARM(arr, 0, print_cb, 1, 1 /* BPF_F_TIMER_ABS */));
    r1 = tc_oneshot.____fmt + 98 ll
    r2 = 7
    call bpf_trace_printk
    # bpf_printk("after arming");
    r1 = tc_oneshot.____fmt + 105 ll
    r2 = 13
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.program xdp_oneshot section="xdp"
    # SEC("xdp") int xdp_oneshot(struct xdp_md *ctx)
    r1 = 0
    # bpf_printk("arm %d", ARM(arr, 0, print_cb, 10 * MS, 0));
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r3 = -1
    if r6 == 0 goto .Lxdp_oneshot_25
    # bpf_printk("arm %d", ARM(arr, 0, print_cb, 10 * MS, 0));
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = print_cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 10000000
    r3 = 0
    call bpf_timer_start
    r3 = r0
.Lxdp_oneshot_25:
    # bpf_printk("arm %d", ARM(arr, 0, print_cb, 10 * MS, 0));
    r1 = tc_oneshot.____fmt + 16 ll
    r2 = 7
    call bpf_trace_printk
    # return XDP_DROP;
    r0 = 1
    exit

.program socket_oneshot section="socket"
    # SEC("socket") int socket_oneshot(struct __sk_buff *ctx)
    r1 = 0
    # bpf_printk("arm %d", ARM(arr, 0, print_cb, 10 * MS, 0));
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r3 = -1
    if r6 == 0 goto .Lsocket_oneshot_25
    # bpf_printk("arm %d", ARM(arr, 0, print_cb, 10 * MS, 0));
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = print_cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 10000000
    r3 = 0
    call bpf_timer_start
    r3 = r0
.Lsocket_oneshot_25:
    # bpf_printk("arm %d", ARM(arr, 0, print_cb, 10 * MS, 0));
    r1 = tc_oneshot.____fmt + 23 ll
    r2 = 7
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.program syscall_oneshot section="syscall"
    # SEC("syscall") int syscall_oneshot(void *ctx)
    r1 = 2
    # bpf_printk("arm %d", ARM(arr, 2, print_cb, 10 * MS, 0));
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r3 = -1
    if r6 == 0 goto .Lsyscall_oneshot_25
    # bpf_printk("arm %d", ARM(arr, 2, print_cb, 10 * MS, 0));
    r6 += 8
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = print_cb ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 10000000
    r3 = 0
    call bpf_timer_start
    r3 = r0
.Lsyscall_oneshot_25:
    # bpf_printk("arm %d", ARM(arr, 2, print_cb, 10 * MS, 0));
    r1 = tc_oneshot.____fmt + 30 ll
    r2 = 7
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit
