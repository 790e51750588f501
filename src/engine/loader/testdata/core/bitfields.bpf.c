/* Bit-fields of the kernel's sk_buff and of sock. */
#include "core.h"
struct sk_buff { u8 pkt_type:3; u8 ignore_df:1; u8 ip_summed:2; u8 cloned:1; u32 len; } PAI;
struct sock { u16 sk_type; u8 sk_userlocks:4; } PAI;
struct task_struct { unsigned sched_reset_on_fork:1; unsigned in_iowait:1; } PAI;
#define ALL(p, f) (FIELD((p)->f, 0) + 1000 * FIELD((p)->f, 1) + FIELD((p)->f, 3) + (FIELD((p)->f, 4) << 20) + ((long)FIELD((p)->f, 5) << 30) + FIELD((p)->f, 2))
SEC("kprobe/x") long skb(void *ctx)
{
	struct sk_buff *p = (void *)0;
	return ALL(p, pkt_type) + ALL(p, cloned) + ALL(p, ip_summed);
}
SEC("kprobe/x") long task(void *ctx)
{
	struct task_struct *p = (void *)0;
	return ALL(p, sched_reset_on_fork) + ALL(p, in_iowait);
}
SEC("kprobe/x") long missing(void *ctx)
{
	struct task_struct *p = (void *)0;
	return FIELD(p->in_iowait, 2);
}
