/* Reads the question of DNS packets, lower-cases the name, hashes it label by label, and counts and blocks names. */
#include "common.h"

#define NAME 64

struct dns {
	u16 id;
	u16 flags;
	u16 questions;
	u16 answers;
	u16 authorities;
	u16 additional;
};

struct name {
	u8 text[NAME];
	u32 labels;
	u32 hash;
};

struct stat {
	u64 queries;
	u64 answers;
	u64 refused;
	u64 last;
	u32 types[8];
};

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024);
	__type(key, struct name);
	__type(value, struct stat);
} names SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 256);
	__type(key, u32);
	__type(value, u8);
} blocked SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct name);
} scratch SEC(".maps");

INLINE u32 type_slot(u16 type)
{
	switch (bpf_ntohs(type)) {
	case 1: return 0;
	case 2: return 1;
	case 5: return 2;
	case 12: return 3;
	case 15: return 4;
	case 28: return 5;
	case 33: return 6;
	}
	return 7;
}

SEC("xdp")
int dns_names(struct xdp_md *ctx)
{
	struct cursor c = { (void *)(long)ctx->data, (void *)(long)ctx->data_end };
	struct eth *eth = take(&c, sizeof(*eth));
	u32 zero = 0, left = 0, labels = 0, hash = 5381, done = 0;

	if (!eth || eth->proto != bpf_htons(ETH_IP))
		return XDP_PASS;
	struct ip4 *ip = take(&c, sizeof(*ip));
	if (!ip || ip->ihl != 5 || ip->proto != PROTO_UDP)
		return XDP_PASS;
	struct udp *udp = take(&c, sizeof(*udp));
	if (!udp || (udp->dst != bpf_htons(53) && udp->src != bpf_htons(53)))
		return XDP_PASS;
	struct dns *dns = take(&c, sizeof(*dns));
	if (!dns || dns->questions != bpf_htons(1))
		return XDP_PASS;
	struct name *name = bpf_map_lookup_elem(&scratch, &zero);
	if (!name)
		return XDP_PASS;
	__builtin_memset(name, 0, sizeof(*name));
#pragma clang loop unroll(full)
	for (int i = 0; i < NAME; i++) {
		if (!done) {
			u8 *b = take(&c, 1);
			if (!b)
				return XDP_DROP;
			u8 ch = *b;
			if (left == 0) {
				if (ch == 0) {
					done = 1;
				} else if (ch > 63) {
					return XDP_DROP;
				} else {
					left = ch;
					labels++;
					name->text[i] = '.';
				}
			} else {
				left--;
				if (ch >= 'A' && ch <= 'Z')
					ch += 32;
				name->text[i] = ch;
				hash = hash * 33 ^ ch;
			}
		}
	}
	if (!done)
		return XDP_PASS;
	u16 *type = take(&c, 4);
	if (!type)
		return XDP_DROP;
	name->labels = labels;
	name->hash = hash;
	struct stat *stat = bpf_map_lookup_elem(&names, name);
	if (!stat) {
		struct stat fresh = {};
		bpf_map_update_elem(&names, name, &fresh, BPF_ANY);
		stat = bpf_map_lookup_elem(&names, name);
		if (!stat)
			return XDP_PASS;
	}
	stat->last = bpf_ktime_get_ns();
	stat->types[type_slot(*type)]++;
	if (dns->flags & bpf_htons(0x8000)) {
		stat->answers++;
		if ((bpf_ntohs(dns->flags) & 15) == 5)
			stat->refused++;
		return XDP_PASS;
	}
	stat->queries++;
	u8 *block = bpf_map_lookup_elem(&blocked, &hash);
	return block && *block ? XDP_DROP : XDP_PASS;
}

GPL;
