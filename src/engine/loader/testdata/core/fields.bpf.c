/* Fields: offset, size, existence, sign, through arrays, anonymous members and flavours. */
#include "core.h"
struct list_head { struct list_head *next, *prev; } PAI;
struct pid;
struct mm_struct;
struct task_struct {
	int pid;
	int tgid;
	char comm[16];
	struct task_struct *parent;
	struct list_head tasks;
	unsigned int flags;
	u64 start_time;
} PAI;
struct task_struct___old { long state; } PAI;
struct task_struct___new { unsigned int __state; int no_such_field; } PAI;
SEC("kprobe/x") long offsets(void *ctx)
{
	struct task_struct *t = (void *)0;
	long sum = 0;
	sum += FIELD(t->pid, 0);
	sum += FIELD(t->comm, 0);
	sum += FIELD(t->comm[3], 0);
	sum += FIELD(t->tasks.prev, 0);
	sum += FIELD(t->start_time, 0);
	sum += (long)__builtin_preserve_access_index(&t->parent);
	sum += (long)__builtin_preserve_access_index(&t[2].tgid);
	return sum;
}
SEC("kprobe/x") long sizes(void *ctx)
{
	struct task_struct *t = (void *)0;
	return FIELD(t->pid, 1) + FIELD(t->comm, 1) + FIELD(t->tasks, 1) + FIELD(t->parent, 1) + FIELD(t->comm[1], 1);
}
SEC("kprobe/x") long exists(void *ctx)
{
	struct task_struct *t = (void *)0;
	struct task_struct___old *o = (void *)0;
	struct task_struct___new *n = (void *)0;
	return FIELD(t->pid, 2) + 2 * FIELD(o->state, 2) + 4 * FIELD(n->__state, 2) + 8 * FIELD(n->no_such_field, 2);
}
SEC("kprobe/x") long signs(void *ctx)
{
	struct task_struct *t = (void *)0;
	return FIELD(t->pid, 3) + 2 * FIELD(t->flags, 3) + 4 * FIELD(t->start_time, 3);
}
SEC("kprobe/x") long shifts(void *ctx)
{
	struct task_struct *t = (void *)0;
	return FIELD(t->pid, 4) + 256 * FIELD(t->pid, 5) + FIELD(t->start_time, 4);
}
SEC("kprobe/x") long guarded(void *ctx)
{
	struct task_struct___old *o = (void *)0;
	struct task_struct___new *n = (void *)0;
	if (FIELD(o->state, 2)) return FIELD(o->state, 0);
	return FIELD(n->__state, 0);
}
SEC("kprobe/x") long reached(void *ctx)
{
	struct task_struct___old *o = (void *)0;
	return FIELD(o->state, 0);
}
SEC("tp_btf/sched_switch") int loads(u64 *ctx)
{
	struct task_struct *t = (void *)ctx[1];
	return t->pid + t->tgid + t->flags + (int)t->start_time + t->parent->pid;
}
SEC("tp_btf/sched_switch") int loads_flavor(u64 *ctx)
{
	struct task_struct___new *t = (void *)ctx[1];
	return t->__state;
}
struct task_struct___small { u16 flags; char pid; } PAI;
SEC("tp_btf/sched_switch") int widened(u64 *ctx)
{
	struct task_struct___small *t = (void *)ctx[1];
	return t->flags;
}
SEC("tp_btf/sched_switch") int unfit(u64 *ctx)
{
	struct task_struct___small *t = (void *)ctx[1];
	return t->pid;
}
static __attribute__((noinline)) int sub(struct task_struct *t) { return t->tgid; }
SEC("tp_btf/sched_switch") int calls(u64 *ctx) { return sub((void *)ctx[1]); }
