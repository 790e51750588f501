# loops
.license "GPL"
.struct elem { count: u32; t: bpf_timer }
.map arr type=array key=u32 value=elem max_entries=3

.section .rodata,"a",@progbits
.var global_sub.____fmt: const char[19] static
    .byte 103,108,111,98,97,108,32,102,117,110,99,116,105,111,110,32
    .byte 37,117,0
.var all_in_callback.____fmt: const char[6] static
    .byte 97,114,109,101,100,0
.var loop_cb.____fmt: const char[8] static
    .byte 108,111,111,112,32,37,117,0
.var each_cb.____fmt: const char[20] static
    .byte 101,108,101,109,101,110,116,32,37,117,32,99,111,117,110,116
    .byte 32,37,117,0
.var sub.____fmt: const char[14] static
    .byte 115,117,98,112,114,111,103,114,97,109,32,37,117,0
.var timer_cb.____fmt: const char[15] static
    .byte 99,97,108,108,98,97,99,107,32,111,102,32,37,117,0

.function global_sub args=x:u32 linkage=global
    # NOINLINE int global_sub(__u32 x)
    r6 = r1
    # bpf_printk("global function %u", x);
    r1 = global_sub.____fmt ll
    r2 = 19
    r3 = r6
    call bpf_trace_printk
    # return x * 2;
    r6 <<= 1
    # return x * 2;
    r0 = r6
    exit

.function loop_cb args=i:u32 ctx:*void
    # static int loop_cb(__u32 i, void *ctx)
    r6 = r1
    # bpf_printk("loop %u", i);
    r1 = global_sub.____fmt + 25 ll
    r2 = 8
    r3 = r6
    call bpf_trace_printk
    r6 <<= 32
    r6 >>= 32
    r0 = 1
    # return i == 2;
    if r6 == 2 goto .Lloop_cb_11
    r0 = 0
.Lloop_cb_11:
    # return i == 2;
    exit

.function each_cb args=map:*void key:*u32 e:*elem ctx:*void
    # e->count = *key + 100;
    w4 = *(u32 *)(r2 + 0)
    # e->count = *key + 100;
    r4 += 100
    # e->count = *key + 100;
    *(u32 *)(r3 + 0) = w4
    # bpf_printk("element %u count %u", *key, e->count);
    w3 = *(u32 *)(r2 + 0)
    r1 = global_sub.____fmt + 33 ll
    r2 = 20
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.function sub args=x:u32
    # static NOINLINE int sub(__u32 x)
    r6 = r1
    # bpf_printk("subprogram %u", x);
    r1 = global_sub.____fmt + 53 ll
    r2 = 14
    r3 = r6
    call bpf_trace_printk
    # return x + 1;
    r6 += 1
    # return x + 1;
    r0 = r6
    exit

.function timer_cb args=map:*void key:*u32 e:*elem
    # bpf_printk("callback of %u", *key);
    w3 = *(u32 *)(r2 + 0)
    r1 = global_sub.____fmt + 67 ll
    r2 = 15
    call bpf_trace_printk
    # bpf_loop(5, loop_cb, 0, 0);
    r1 = 5
    r2 = loop_cb ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # bpf_for_each_map_elem(&arr, each_cb, 0, 0);
    r1 = arr ll
    r2 = each_cb ll
    r3 = 0
    r4 = 0
    call bpf_for_each_map_elem
    # sub(global_sub(21));
    r1 = 21
    call global_sub
    # sub(global_sub(21));
    r1 = r0
    call sub
    # return 0;
    r0 = 0
    exit

.program loop_in_program section="tc"
    # return bpf_loop(5, loop_cb, 0, 0);
    r1 = 5
    r2 = loop_cb ll
    r3 = 0
    r4 = 0
    call bpf_loop
    # return bpf_loop(5, loop_cb, 0, 0);
    exit

.program subprograms section="tc"
    # return sub(global_sub(3));
    r1 = 3
    call global_sub
    # return sub(global_sub(3));
    r1 = r0
    call sub
    # return sub(global_sub(3));
    exit

.program all_in_callback section="tc"
    # SEC("tc") int all_in_callback(struct __sk_buff *ctx)
    r6 = 1
    # __u32 k = 1;
    *(u32 *)(r10 - 4) = w6
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    r7 = r0
    # if (!e)
    if r7 == 0 goto .Lall_in_callback_28
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r7 += 8
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r7
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, timer_cb);
    r1 = r7
    r2 = timer_cb ll
    call bpf_timer_set_callback
    r6 = 0
    # bpf_timer_start(&e->t, 10 * MS, 0);
    r1 = r7
    r2 = 10000000
    r3 = 0
    call bpf_timer_start
    # bpf_printk("armed");
    r1 = global_sub.____fmt + 19 ll
    r2 = 6
    call bpf_trace_printk
.Lall_in_callback_28:
    # }
    r0 = r6
    exit

.program each_in_program section="xdp"
    # return bpf_for_each_map_elem(&arr, each_cb, 0, 0);
    r1 = arr ll
    r2 = each_cb ll
    r3 = 0
    r4 = 0
    call bpf_for_each_map_elem
    # return bpf_for_each_map_elem(&arr, each_cb, 0, 0);
    exit
