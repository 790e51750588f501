/* A pipeline of tail calls: parse, classify, police, account, log; each stage a program of its own with shared scratch. */
#include "common.h"

struct meta {
	u32 stage;
	u32 class;
	u32 mark;
	u32 hash;
	u64 tokens;
	u64 when;
	u32 words[32];
};

struct meter {
	struct bpf_spin_lock lock;
	u32 rate;
	u64 tokens;
	u64 when;
	u64 passed;
	u64 dropped;
};

struct {
	__uint(type, BPF_MAP_TYPE_PROG_ARRAY);
	__uint(max_entries, 8);
	__type(key, u32);
	__type(value, u32);
} stages SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct meta);
} metas SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 64);
	__type(key, u32);
	__type(value, struct meter);
} meters SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
	__type(key, u32);
	__type(value, u32);
} perf SEC(".maps");

INLINE struct meta *meta(void)
{
	u32 zero = 0;

	return bpf_map_lookup_elem(&metas, &zero);
}

/* 120 words of the packet, mixed */
INLINE u32 digest(volatile u32 *p, struct meta *m)
{
	u32 a = 1, b = 2, c = 3;

#pragma clang loop unroll(full)
	for (int i = 0; i < 30; i += 3) {
		a += p[i];
		b += p[i + 1];
		c += p[i + 2];
		MIX(a, b, c);
		m->words[i] = a;
		m->words[i + 1] = b;
		m->words[i + 2] = c;
	}
	return c;
}

SEC("tc")
int stage_parse(struct __sk_buff *skb)
{
	struct cursor c = { (void *)(long)skb->data, (void *)(long)skb->data_end };
	struct meta *m = meta();
	struct eth *eth = take(&c, sizeof(*eth));

	if (!m || !eth)
		return TC_OK;
	m->stage = 1;
	m->when = bpf_ktime_get_ns();
	u32 *words = take(&c, 120);
	if (words) {
		m->hash = digest(words, m);
		u32 *more = take(&c, 120);
		if (more)
			m->hash ^= digest(more, m);
		u32 *rest = take(&c, 120);
		if (rest)
			m->hash += digest(rest, m);
		u32 *tail = take(&c, 120);
		if (tail)
			m->hash -= digest(tail, m);
	}
	m->class = eth->proto == bpf_htons(ETH_IP) ? 1 : eth->proto == bpf_htons(ETH_IP6) ? 2 : 3;
	bpf_tail_call(skb, &stages, m->class);
	return TC_SHOT;
}

SEC("tc")
int stage_police(struct __sk_buff *skb)
{
	struct meta *m = meta();
	u32 drop = 0;

	if (!m)
		return TC_OK;
#pragma clang loop unroll(full)
	for (int i = 0; i < 6; i++) {
		u32 at = m->words[i] & 63;
		struct meter *meter = bpf_map_lookup_elem(&meters, &at);
		if (meter) {
			u64 now = bpf_ktime_get_ns();
			bpf_spin_lock(&meter->lock);
			u64 gain = (now - meter->when) * meter->rate >> 20;
			meter->tokens = meter->tokens + gain > 100000 ? 100000 : meter->tokens + gain;
			meter->when = now;
			if (meter->tokens >= skb->len) {
				meter->tokens -= skb->len;
				meter->passed++;
			} else {
				meter->dropped++;
				drop |= 1 << i;
			}
			bpf_spin_unlock(&meter->lock);
		}
	}
	m->mark = drop;
	if (drop) {
		bpf_perf_event_output(skb, &perf, BPF_F_CURRENT_CPU | (u64)(skb->len & 127) << 32, m, sizeof(*m));
		bpf_tail_call(skb, &stages, 6);
	}
	skb->mark = m->hash;
	skb->cb[0] = m->class;
	skb->cb[1] = m->mark;
	bpf_tail_call(skb, &stages, 5);
	return drop ? TC_SHOT : TC_OK;
}

GPL;
