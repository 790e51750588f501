/* Pads, rewrites and sums up packets through helpers: blocks copied to the stack, changed, stored back, checksums replaced. */
#include "common.h"

struct rule {
	u32 from;
	u32 to;
	u32 hits;
	u16 offset;
	u16 on;
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 32);
	__type(key, u32);
	__type(value, struct rule);
} rules SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 8);
	__type(key, u32);
	__type(value, u64);
} totals SEC(".maps");

INLINE u16 fold(u64 sum)
{
	sum = (sum & 0xffffffff) + (sum >> 32);
	sum = (sum & 0xffff) + (sum >> 16);
	sum = (sum & 0xffff) + (sum >> 16);
	sum = (sum & 0xffff) + (sum >> 16);
	return ~sum;
}

INLINE void add(u32 at, u64 n)
{
	u64 *t = bpf_map_lookup_elem(&totals, &at);

	if (t)
		*t += n;
}

#define RULE(n)								\
	do {								\
		u32 at = n, found;					\
		struct rule *r = bpf_map_lookup_elem(&rules, &at);	\
		if (r && r->on) {					\
			u32 off = 34 + (r->offset & 127);		\
			if (!bpf_skb_load_bytes(skb, off, &found, 4) && found == r->from) {	\
				u32 to = r->to;				\
				bpf_l4_csum_replace(skb, 50, found, to, 4);	\
				bpf_skb_store_bytes(skb, off, &to, 4, 0);	\
				r->hits++;				\
				changed++;				\
			}						\
		}							\
	} while (0)

SEC("tc")
int csum_rewrite(struct __sk_buff *skb)
{
	u32 words[32] = {}, changed = 0;
	u64 sum = 0;
	s64 diff;

	if (skb->len < 14 + 20 + 20)
		return TC_OK;
	if (bpf_skb_pull_data(skb, 14 + 20 + 20))
		return TC_SHOT;
	struct cursor c = { (void *)(long)skb->data, (void *)(long)skb->data_end };
	struct eth *eth = take(&c, sizeof(*eth));
	if (!eth || eth->proto != bpf_htons(ETH_IP))
		return TC_OK;
	struct ip4 *ip = take(&c, sizeof(*ip));
	if (!ip || ip->ihl != 5 || ip->proto != PROTO_TCP)
		return TC_OK;
	RULE(0); RULE(1); RULE(2); RULE(3); RULE(4); RULE(5); RULE(6); RULE(7);
	RULE(8); RULE(9); RULE(10); RULE(11); RULE(12); RULE(13); RULE(14); RULE(15);
	RULE(16); RULE(17); RULE(18); RULE(19);
	add(0, changed);
	if (bpf_skb_load_bytes(skb, 14, words, 40))
		return TC_SHOT;
#pragma clang loop unroll(full)
	for (int i = 0; i < 32; i++) {
		u32 w = words[i];
		sum += w;
		words[i] = bpf_htonl(bpf_ntohl(w) ^ (i * 0x01010101));
		asm volatile("" : "+r"(sum) : : "memory");
	}
	diff = bpf_csum_diff(words, 64, words + 16, 64, fold(sum));
	if (diff < 0)
		return TC_SHOT;
	add(1, fold(diff));
#pragma clang loop unroll(full)
	for (int i = 0; i < 5; i++)
		bpf_l3_csum_replace(skb, 24, words[i], words[i + 5], 4);
	if (changed > 4) {
		if (bpf_skb_change_tail(skb, skb->len + 16, 0))
			return TC_SHOT;
		if (bpf_skb_store_bytes(skb, skb->len - 16, words, 16, BPF_F_RECOMPUTE_CSUM))
			return TC_SHOT;
		add(2, 1);
	}
	return TC_OK;
}

GPL;
