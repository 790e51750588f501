/*
 * Objects of the kernel from where programs seldom take them: kept in an object of the program's own, by an iterator that may set
 * socket options, as the registers of a kprobe. And settings of the kernel.
 */
#include "graph.h"

struct task_struct {
	int pid;
};
struct bpf_user_pt_regs_t {};

struct keeper {
	struct task_struct KPTR *task;
	u64 number;
};

struct bpf_iter__tcp {
	void *meta;
	void *sk_common;
	u32 uid;
};

extern struct task_struct *bpf_task_from_pid(s32) __ksym;
extern void bpf_task_release(struct task_struct *) __ksym;
extern _Bool CONFIG_BPF_SYSCALL __attribute__((section(".kconfig")));
extern int CONFIG_HZ __attribute__((section(".kconfig")));

/* What was in the object before comes back, and is released. */
SEC("syscall")
int kept_in_own_object(void *ctx)
{
	struct task_struct *task = bpf_task_from_pid(1);
	struct keeper *keeper;

	if (!task)
		return 1;
	keeper = bpf_obj_new_impl(__builtin_btf_type_id(*(struct keeper *)0, 0), 0);
	if (!keeper) {
		bpf_task_release(task);
		return 2;
	}
	task = bpf_kptr_xchg(&keeper->task, task);
	if (task)
		bpf_task_release(task);
	bpf_obj_drop_impl(keeper, 0);
	return 0;
}

SEC("iter/tcp")
int sets_socket_option(struct bpf_iter__tcp *ctx)
{
	int size = 4096;

	if (ctx->sk_common)
		bpf_setsockopt(ctx->sk_common, 1, 7, &size, sizeof(size));
	return 0;
}

/* A global function: its parameter is the context by its name alone. */
__attribute__((noinline)) int takes_registers(struct bpf_user_pt_regs_t *ctx)
{
	u64 address = 0;

	bpf_get_stack(ctx, &address, sizeof(address), 0);
	return address != 0;
}

SEC("kprobe")
int passes_registers(void *ctx)
{
	return takes_registers(ctx);
}

SEC("tc")
int settings(struct __sk_buff *skb)
{
	return CONFIG_BPF_SYSCALL ? CONFIG_HZ : 0;
}

GPL;
