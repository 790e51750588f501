/* A table walk whose last unrolled step reaches one element too far: refused after more than a thousand instructions. */
#include "common.h"

struct cell {
	u32 key;
	u32 hits;
	u64 time;
};

struct table {
	struct cell cells[72];
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct table);
} tables SEC(".maps");

SEC("tc")
int off_by_one(struct __sk_buff *skb)
{
	u32 zero = 0;
	volatile struct table *t = bpf_map_lookup_elem(&tables, &zero);
	u64 now = bpf_ktime_get_ns();

	if (!t)
		return TC_OK;
#pragma clang loop unroll(full)
	for (int i = 0; i < 73; i++) {
		u32 key = t->cells[i].key;
		key ^= key >> 15;
		key *= 0x2c1b3c6d;
		key ^= key >> 12;
		key *= 0x297a2d39;
		key ^= key >> 15;
		if (key == skb->hash) {
			t->cells[i].hits++;
			t->cells[i].time = now;
		}
	}
	return TC_OK;
}

GPL;
