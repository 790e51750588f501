/* Source NAT: bindings with idle timers, ports from a bitmap, checksums corrected word by word. */
#include "common.h"

struct tuple {
	u32 inside;
	u32 outside;
	u16 inside_port;
	u16 outside_port;
	u8 proto;
	u8 pad[3];
};

struct binding {
	struct bpf_timer idle;
	struct tuple tuple;
	u16 port;
	u16 state;
	u64 last;
	u64 packets[2];
};

struct pool {
	struct bpf_spin_lock lock;
	u32 address;
	u64 used[32];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 2048);
	__type(key, struct tuple);
	__type(value, struct binding);
} out SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 2048);
	__type(key, u64);
	__type(value, struct tuple);
} back SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 4);
	__type(key, u32);
	__type(value, struct pool);
} pools SEC(".maps");

const volatile u64 idle_ns = 60000 * MS;

INLINE void release(u32 at, u16 port)
{
	struct pool *pool = bpf_map_lookup_elem(&pools, &at);

	if (!pool)
		return;
	bpf_spin_lock(&pool->lock);
	pool->used[port >> 6 & 31] &= ~(1ULL << (port & 63));
	bpf_spin_unlock(&pool->lock);
}

static int idle(void *map, struct tuple *key, struct binding *b)
{
	u64 age = bpf_ktime_get_ns() - b->last, reverse;

	if (age < idle_ns) {
		bpf_timer_start(&b->idle, idle_ns - age, 0);
		return 0;
	}
	reverse = (u64)b->tuple.outside << 32 | (u64)b->port << 16 | b->tuple.proto;
	bpf_map_delete_elem(&back, &reverse);
	release(b->tuple.outside & 3, b->port);
	bpf_map_delete_elem(map, key);
	return 0;
}

/* a free port, or 0 */
INLINE u16 reserve(struct pool *pool)
{
	u16 port = 0;

	bpf_spin_lock(&pool->lock);
#pragma clang loop unroll(full)
	for (u32 w = 0; w < 32; w++) {
		u64 free = ~pool->used[w];
		if (free && !port) {
			u32 bit = 0;
			u64 low = free & -free;
			bit += (low & 0xffffffff00000000ULL ? 32 : 0);
			bit += (low & 0xffff0000ffff0000ULL ? 16 : 0);
			bit += (low & 0xff00ff00ff00ff00ULL ? 8 : 0);
			bit += (low & 0xf0f0f0f0f0f0f0f0ULL ? 4 : 0);
			bit += (low & 0xccccccccccccccccULL ? 2 : 0);
			bit += (low & 0xaaaaaaaaaaaaaaaaULL ? 1 : 0);
			pool->used[w] |= low;
			port = 1 + w * 64 + bit;
			break;
		}
	}
	bpf_spin_unlock(&pool->lock);
	return port;
}

INLINE u16 fix(u16 check, u32 from, u32 to)
{
	u32 sum = (u16)~check;

	sum += (u16)~(from >> 16) + (u16)~from;
	sum += (u16)(to >> 16) + (u16)to;
	sum = (sum & 0xffff) + (sum >> 16);
	sum = (sum & 0xffff) + (sum >> 16);
	return ~sum;
}

SEC("tc")
int nat_out(struct __sk_buff *skb)
{
	struct cursor c = { (void *)(long)skb->data, (void *)(long)skb->data_end };
	struct eth *eth = take(&c, sizeof(*eth));
	struct tuple key = {};
	u16 *check = 0;

	if (!eth || eth->proto != bpf_htons(ETH_IP))
		return TC_OK;
	struct ip4 *ip = take(&c, sizeof(*ip));
	if (!ip || ip->ihl != 5 || ip->frag & bpf_htons(0x1fff))
		return TC_OK;
	u16 *ports = take(&c, 8);
	if (!ports)
		return TC_SHOT;
	if (ip->proto == PROTO_TCP) {
		u8 *more = take(&c, 12);
		if (!more)
			return TC_SHOT;
		check = (u16 *)(more + 8);
	} else if (ip->proto == PROTO_UDP) {
		check = ports + 3;
	} else {
		return TC_OK;
	}
	key.inside = ip->src;
	key.outside = ip->dst;
	key.inside_port = ports[0];
	key.outside_port = ports[1];
	key.proto = ip->proto;
	u32 at = ip->dst & 3;
	struct pool *pool = bpf_map_lookup_elem(&pools, &at);
	if (!pool)
		return TC_SHOT;
	struct binding *b = bpf_map_lookup_elem(&out, &key);
	if (!b) {
		struct binding fresh = { .tuple = key, .last = bpf_ktime_get_ns() };
		fresh.port = reserve(pool);
		if (!fresh.port)
			return TC_SHOT;
		u64 reverse = (u64)key.outside << 32 | (u64)fresh.port << 16 | key.proto;
		if (bpf_map_update_elem(&out, &key, &fresh, BPF_NOEXIST)) {
			release(at, fresh.port - 1);
			return TC_SHOT;
		}
		bpf_map_update_elem(&back, &reverse, &key, BPF_ANY);
		b = bpf_map_lookup_elem(&out, &key);
		if (!b)
			return TC_SHOT;
		if (bpf_timer_init(&b->idle, &out, CLOCK_MONOTONIC) == 0) {
			bpf_timer_set_callback(&b->idle, idle);
			bpf_timer_start(&b->idle, idle_ns, 0);
		}
	}
	b->last = bpf_ktime_get_ns();
	b->packets[0]++;
	u32 to = pool->address;
	u16 port = bpf_htons(1024 + b->port);
	ip->check = fix(ip->check, ip->src, to);
	if (*check || ip->proto == PROTO_TCP) {
		*check = fix(*check, ip->src, to);
		*check = fix(*check, ports[0], port);
	}
	ip->src = to;
	ports[0] = port;
	return TC_OK;
}

SEC("tc")
int nat_in(struct __sk_buff *skb)
{
	struct cursor c = { (void *)(long)skb->data, (void *)(long)skb->data_end };
	struct eth *eth = take(&c, sizeof(*eth));

	if (!eth || eth->proto != bpf_htons(ETH_IP))
		return TC_OK;
	struct ip4 *ip = take(&c, sizeof(*ip));
	if (!ip || ip->ihl != 5)
		return TC_OK;
	u16 *ports = take(&c, 20);
	if (!ports)
		return TC_OK;
	u64 reverse = (u64)ip->src << 32 | (u64)(u16)(bpf_ntohs(ports[1]) - 1024) << 16 | ip->proto;
	struct tuple *t = bpf_map_lookup_elem(&back, &reverse);
	if (!t)
		return TC_OK;
	struct tuple key = *t;
	struct binding *b = bpf_map_lookup_elem(&out, &key);
	if (!b)
		return TC_OK;
	b->last = bpf_ktime_get_ns();
	b->packets[1]++;
	u16 *check = ip->proto == PROTO_TCP ? ports + 8 : ports + 3;
	ip->check = fix(ip->check, ip->dst, key.inside);
	*check = fix(*check, ip->dst, key.inside);
	*check = fix(*check, ports[1], key.inside_port);
	ip->dst = key.inside;
	ports[1] = key.inside_port;
	return TC_OK;
}

GPL;
