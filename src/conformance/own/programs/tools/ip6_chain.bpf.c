/* Walks the extension headers of IPv6 packets, checks each, and counts where chains end. */
#include "common.h"

struct chain {
	u64 packets;
	u64 bytes;
	u32 kinds[16];
	u32 longest;
	u32 last;
};

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH);
	__uint(max_entries, 256);
	__type(key, u32);
	__type(value, struct chain);
} chains SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_LPM_TRIE);
	__uint(max_entries, 64);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__type(key, struct { u32 bits; u32 address[4]; });
	__type(value, u32);
} prefixes SEC(".maps");

struct walk {
	struct cursor c;
	u32 next;
	u32 hops;
	u32 fragment;
	u32 seen;
};

/* 0 to go on, 1 at the end of the chain, -1 if the packet is malformed */
INLINE int header(struct walk *w)
{
	u8 *h = w->c.pos;
	u32 len;

	switch (w->next) {
	case 0:
	case 43:
	case 60:
	case 135:
		if ((void *)(h + 8) > w->c.end)
			return -1;
		len = (h[1] & 7) * 8 + 8;
		if (w->next == 0 && w->hops)
			return -1;
		if (w->next == 43 && h[2] == 0)
			return -1;
		break;
	case 44:
		if ((void *)(h + 8) > w->c.end)
			return -1;
		len = 8;
		w->fragment = bpf_ntohs(*(u16 *)(h + 2)) >> 3;
		break;
	case 51:
		if ((void *)(h + 8) > w->c.end)
			return -1;
		len = (h[1] & 7) * 4 + 8;
		break;
	case 59:
		return 1;
	default:
		return 1;
	}
	w->next = h[0];
	w->hops++;
	if ((void *)(h + len) > w->c.end)
		return -1;
	w->c.pos = h + len;
	return w->fragment != 0;
}

#define HEADER()					\
	do {						\
		int r = header(&w);			\
		if (r < 0)				\
			return XDP_DROP;		\
		if (r > 0)				\
			goto end;			\
	} while (0)

SEC("xdp")
int ip6_chain(struct xdp_md *ctx)
{
	struct walk w = { .c = { (void *)(long)ctx->data, (void *)(long)ctx->data_end } };
	struct { u32 bits; u32 address[4]; } key = { .bits = 128 };
	struct eth *eth = take(&w.c, sizeof(*eth));

	if (!eth || eth->proto != bpf_htons(ETH_IP6))
		return XDP_PASS;
	struct ip6 *ip = take(&w.c, sizeof(*ip));
	if (!ip)
		return XDP_DROP;
	w.next = ip->next;
	HEADER(); HEADER(); HEADER(); HEADER();
	HEADER(); HEADER(); HEADER(); HEADER();
	HEADER(); HEADER(); HEADER(); HEADER();
	HEADER(); HEADER(); HEADER();
	return XDP_DROP;
end:
	__builtin_memcpy(key.address, ip->src, 16);
	u32 *class = bpf_map_lookup_elem(&prefixes, &key);
	u32 id = class ? *class : 0;
	struct chain *chain = bpf_map_lookup_elem(&chains, &id);
	if (!chain) {
		struct chain fresh = {};
		bpf_map_update_elem(&chains, &id, &fresh, BPF_ANY);
		return XDP_PASS;
	}
	chain->packets++;
	chain->bytes += bpf_ntohs(ip->len);
	chain->kinds[w.next & 15]++;
	chain->last = w.next;
	if (w.hops > chain->longest)
		chain->longest = w.hops;
	return XDP_PASS;
}

GPL;
