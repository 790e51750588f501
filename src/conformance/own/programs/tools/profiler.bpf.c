/* Latencies of operations that a syscall program is told about: logarithmic and linear histograms, percentiles, top ten. */
#include "common.h"

struct event {
	u64 start;
	u64 end;
	u32 pid;
	u32 kind;
	char comm[16];
};

struct hist {
	u64 log[64];
	u64 linear[32];
	u64 total;
	u64 count;
	u64 min;
	u64 max;
	u64 p50;
	u64 p90;
	u64 p99;
	u64 top[10];
	u32 owner[10];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 128);
	__type(key, u32);
	__type(value, struct hist);
} hists SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct hist);
} empty SEC(".maps");

INLINE u32 log2(u64 v)
{
	u32 r = (v > 0xffffffff) << 5, s;

	v >>= r;
	s = (v > 0xffff) << 4; v >>= s; r |= s;
	s = (v > 0xff) << 3; v >>= s; r |= s;
	s = (v > 0xf) << 2; v >>= s; r |= s;
	s = (v > 3) << 1; v >>= s; r |= s;
	return r | (v >> 1);
}

INLINE void insert_top(struct hist *h, u64 v, u32 pid)
{
#pragma clang loop unroll(full)
	for (int i = 0; i < 10; i++) {
		u64 t = h->top[i];
		u32 o = h->owner[i];
		if (v > t) {
			h->top[i] = v;
			h->owner[i] = pid;
			v = t;
			pid = o;
		}
		asm volatile("" : "+r"(v), "+r"(pid));
	}
}

INLINE void percentiles(struct hist *h)
{
	u64 sum = 0, p50 = 0, p90 = 0, p99 = 0, n = h->count, half = n / 2, most = n * 9 / 10, nearly = n * 99 / 100;

#pragma clang loop unroll(full)
	for (int i = 0; i < 64; i++) {
		sum += *(volatile u64 *)&h->log[i];
		p50 += (sum - half) >> 63;
		p90 += (sum - most) >> 63;
		p99 += (sum - nearly) >> 63;
		asm volatile("" : "+r"(sum), "+r"(p50), "+r"(p90), "+r"(p99));
	}
	h->p50 = 1ULL << (p50 & 63);
	h->p90 = 1ULL << (p90 & 63);
	h->p99 = 1ULL << (p99 & 63);
}

SEC("syscall")
int profile(struct event *e)
{
	u64 took = e->end - e->start;
	u32 kind = e->kind, zero = 0;
	struct hist *h = bpf_map_lookup_elem(&hists, &kind);

	if (e->end < e->start)
		return 1;
	if (!h) {
		struct hist *fresh = bpf_map_lookup_elem(&empty, &zero);
		if (!fresh)
			return 2;
		bpf_map_update_elem(&hists, &kind, fresh, BPF_NOEXIST);
		h = bpf_map_lookup_elem(&hists, &kind);
		if (!h)
			return 3;
		h->min = ~0ULL;
	}
	u32 slot = log2(took);
	if (slot < 64)
		h->log[slot]++;
	u64 line = took / 1000000;
	h->linear[line > 31 ? 31 : line]++;
	h->total += took;
	h->count++;
	if (took < h->min)
		h->min = took;
	if (took > h->max)
		h->max = took;
	insert_top(h, took, e->pid);
	percentiles(h);
	char name[16] = {};
	bpf_get_current_comm(name, sizeof(name));
	u32 same = 0;
#pragma clang loop unroll(full)
	for (int i = 0; i < 16; i++) {
		same += name[i] == e->comm[i];
		asm volatile("" : "+r"(same));
	}
	return same == 16 ? 0 : 100 + same;
}

GPL;
