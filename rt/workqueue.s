# workqueue
.license "GPL"
.extern bpf_wq_init
.extern bpf_wq_set_callback_impl
.extern bpf_wq_start
.struct elem { t: bpf_timer; w: bpf_wq }
.map arr type=array key=u32 value=elem max_entries=1

.section .rodata,"a",@progbits
.var timer_then_work.____fmt: const char[7] static
    .byte 97,114,109,32,37,100,0
.var work.____fmt: const char[5] static
    .byte 119,111,114,107,0
.var timer_cb.____fmt: const char[21] static
    .byte 116,105,109,101,114,32,115,116,97,114,116,115,32,119,111,114
    .byte 107,32,37,100,0

.function work args=map:*void key:*s32 value:*void
    # bpf_printk("work");
    r1 = timer_then_work.____fmt + 7 ll
    r2 = 5
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.function timer_cb args=map:*void key:*u32 e:*elem
    # static int timer_cb(void *map, __u32 *key, struct elem *e)
    r1 = r3
    # bpf_printk("timer starts work %d", bpf_wq_start(&e->w, 0));
    r1 += 16
    r2 = 0
    call bpf_wq_start
    r1 = timer_then_work.____fmt + 12 ll
    r2 = 21
    r3 = r0
    call bpf_trace_printk
    # return 0;
    r0 = 0
    exit

.program timer_then_work section="tc"
    # SEC("tc") int timer_then_work(struct __sk_buff *ctx)
    r1 = 0
    # __u32 k = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct elem *e = bpf_map_lookup_elem(&arr, &k);
    r1 = arr ll
    call bpf_map_lookup_elem
    r6 = r0
    r0 = 1
    # if (!e)
    if r6 == 0 goto .Ltimer_then_work_42
    # bpf_wq_init(&e->w, &arr, 0);
    r7 = r6
    r7 += 16
    # bpf_wq_init(&e->w, &arr, 0);
    r1 = r7
    r2 = arr ll
    r3 = 0
    call bpf_wq_init
    # bpf_wq_set_callback_impl(&e->w, work, 0, 0);
    r1 = r7
    r2 = work ll
    r3 = 0
    r4 = 0
    call bpf_wq_set_callback_impl
    # bpf_timer_init(&e->t, &arr, CLOCK_MONOTONIC);
    r1 = r6
    r2 = arr ll
    r3 = 1
    call bpf_timer_init
    # bpf_timer_set_callback(&e->t, timer_cb);
    r1 = r6
    r2 = timer_cb ll
    call bpf_timer_set_callback
    # bpf_printk("arm %d", bpf_timer_start(&e->t, 10 * MS, 0));
    r1 = r6
    r2 = 10000000
    r3 = 0
    call bpf_timer_start
    r1 = timer_then_work.____fmt ll
    r2 = 7
    r3 = r0
    call bpf_trace_printk
    r0 = 0
.Ltimer_then_work_42:
    # }
    exit
