/* A load balancer: SipHash of the flow, two choices of backend, encapsulation in front of the packet. BPF_CFLAGS: -mcpu=v4 */
#include "common.h"

struct backend {
	u32 address;
	u32 weight;
	u64 packets;
	u64 bytes;
	u8 mac[6];
	u16 up;
};

struct service {
	u64 k0;
	u64 k1;
	u32 count;
	u32 vip;
	u16 port;
	u16 flags;
	u32 ring[64];
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 64);
	__type(key, u32);
	__type(value, struct backend);
} backends SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16);
	__type(key, u64);
	__type(value, struct service);
} services SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_LRU_PERCPU_HASH);
	__uint(max_entries, 1024);
	__type(key, u64);
	__type(value, u32);
} sticky SEC(".maps");

#define ROUND(v0, v1, v2, v3)				\
	do {						\
		v0 += v1; v1 = rol64(v1, 13); v1 ^= v0;	\
		v0 = rol64(v0, 32);			\
		v2 += v3; v3 = rol64(v3, 16); v3 ^= v2;	\
		v0 += v3; v3 = rol64(v3, 21); v3 ^= v0;	\
		v2 += v1; v1 = rol64(v1, 17); v1 ^= v2;	\
		v2 = rol64(v2, 32);			\
	} while (0)

INLINE u64 siphash(u64 k0, u64 k1, const u64 *words, int n)
{
	u64 v0 = 0x736f6d6570736575ULL ^ k0, v1 = 0x646f72616e646f6dULL ^ k1;
	u64 v2 = 0x6c7967656e657261ULL ^ k0, v3 = 0x7465646279746573ULL ^ k1;

#pragma unroll
	for (int i = 0; i < n; i++) {
		v3 ^= words[i];
		ROUND(v0, v1, v2, v3);
		ROUND(v0, v1, v2, v3);
		v0 ^= words[i];
	}
	v2 ^= 0xff;
	ROUND(v0, v1, v2, v3);
	ROUND(v0, v1, v2, v3);
	ROUND(v0, v1, v2, v3);
	ROUND(v0, v1, v2, v3);
	return v0 ^ v1 ^ v2 ^ v3;
}

INLINE u16 header_sum(struct ip4 *ip)
{
	u16 *p = (u16 *)ip;
	u32 sum = 0;

#pragma unroll
	for (int i = 0; i < 10; i++)
		sum += p[i];
	sum = (sum & 0xffff) + (sum >> 16);
	sum = (sum & 0xffff) + (sum >> 16);
	return ~sum;
}

SEC("xdp")
int balance(struct xdp_md *ctx)
{
	struct cursor c = { (void *)(long)ctx->data, (void *)(long)ctx->data_end };
	struct eth *eth = take(&c, sizeof(*eth)), old;
	u64 words[4], h1, h2, id;
	struct backend *best = 0;
	u16 sport, dport, total;

	if (!eth || eth->proto != bpf_htons(ETH_IP))
		return XDP_PASS;
	struct ip4 *ip = take(&c, sizeof(*ip));
	if (!ip || ip->ihl != 5)
		return XDP_PASS;
	u16 *ports = take(&c, 4);
	if (!ports)
		return XDP_PASS;
	if (ip->proto != PROTO_TCP && ip->proto != PROTO_UDP)
		return XDP_PASS;
	sport = ports[0];
	dport = ports[1];
	id = (u64)ip->dst << 32 | (u64)dport << 16 | ip->proto;
	struct service *s = bpf_map_lookup_elem(&services, &id);
	if (!s || s->count == 0)
		return XDP_PASS;
	words[0] = (u64)ip->src << 32 | ip->dst;
	words[1] = (u64)sport << 16 | dport;
	words[2] = ip->proto;
	words[3] = s->flags;
	h1 = siphash(s->k0, s->k1, words, 4);
	h2 = siphash(s->k1, ~s->k0, words, 4);
	u32 *kept = bpf_map_lookup_elem(&sticky, &h1);
	if (kept) {
		u32 at = *kept;
		best = bpf_map_lookup_elem(&backends, &at);
		if (best && !best->up)
			best = 0;
	}
	if (!best) {
		u32 one = s->ring[h1 % s->count & 63], two = s->ring[h2 % s->count & 63];
		struct backend *a = bpf_map_lookup_elem(&backends, &one);
		struct backend *b = bpf_map_lookup_elem(&backends, &two);
		if (!a || !b)
			return XDP_DROP;
		u32 pick = a->packets * (b->weight + 1) <= b->packets * (a->weight + 1) && a->up ? one : two;
		best = pick == one ? a : b;
		if (!best->up)
			return XDP_DROP;
		bpf_map_update_elem(&sticky, &h1, &pick, BPF_ANY);
	}
	best->packets++;
	best->bytes += (long)ctx->data_end - (long)ctx->data;
	total = bpf_ntohs(ip->len);
	old = *eth;
	if (bpf_xdp_adjust_head(ctx, -(int)sizeof(struct ip4)))
		return XDP_DROP;
	c.pos = (void *)(long)ctx->data;
	c.end = (void *)(long)ctx->data_end;
	eth = take(&c, sizeof(*eth));
	ip = take(&c, sizeof(*ip));
	if (!eth || !ip)
		return XDP_DROP;
	__builtin_memcpy(eth->src, old.dst, 6);
	__builtin_memcpy(eth->dst, best->mac, 6);
	eth->proto = bpf_htons(ETH_IP);
	ip->version = 4;
	ip->ihl = 5;
	ip->tos = 0;
	ip->len = bpf_htons(total + 20);
	ip->id = (u16)h2;
	ip->frag = 0;
	ip->ttl = 64;
	ip->proto = 4;
	ip->check = 0;
	ip->src = s->vip ^ bpf_htonl(sport);
	ip->dst = best->address;
	ip->check = header_sum(ip);
	return XDP_TX;
}

GPL;
