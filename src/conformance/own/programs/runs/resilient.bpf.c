/*
 * Resilient spin locks: taken in turn, and one that its holder wants again.
 *
 * RUN: in_turn,again
 */
#include "common.h"

struct bpf_res_spin_lock {
	u32 val;
};

extern int bpf_res_spin_lock(struct bpf_res_spin_lock *) __ksym;
extern void bpf_res_spin_unlock(struct bpf_res_spin_lock *) __ksym;
extern int bpf_res_spin_lock_irqsave(struct bpf_res_spin_lock *, unsigned long *) __ksym;
extern void bpf_res_spin_unlock_irqrestore(struct bpf_res_spin_lock *, unsigned long *) __ksym;

struct locked {
	u64 number;
	struct bpf_res_spin_lock lock;
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 2);
	__type(key, u32);
	__type(value, struct locked);
} values SEC(".maps");

SEC("tc") int in_turn(struct __sk_buff *skb)
{
	u32 zero = 0, one = 1;
	struct locked *a = bpf_map_lookup_elem(&values, &zero);
	struct locked *b = bpf_map_lookup_elem(&values, &one);
	unsigned long flags;

	if (!a || !b)
		return -1;
	if (bpf_res_spin_lock(&a->lock))
		return -2;
	if (bpf_res_spin_lock(&b->lock)) {
		bpf_res_spin_unlock(&a->lock);
		return -3;
	}
	a->number = 7;
	bpf_res_spin_unlock(&b->lock);
	bpf_res_spin_unlock(&a->lock);
	if (bpf_res_spin_lock_irqsave(&b->lock, &flags))
		return -4;
	b->number = 8;
	bpf_res_spin_unlock_irqrestore(&b->lock, &flags);
	return 0;
}

SEC("tc") int again(struct __sk_buff *skb)
{
	u32 key = 0;
	struct locked *a = bpf_map_lookup_elem(&values, &key);
	struct locked *same = bpf_map_lookup_elem(&values, &key);
	int error;

	if (!a || !same)
		return 1;
	if (bpf_res_spin_lock(&a->lock))
		return 2;
	error = bpf_res_spin_lock(&same->lock);
	if (!error)
		bpf_res_spin_unlock(&same->lock);
	bpf_res_spin_unlock(&a->lock);
	return error;
}

GPL;
