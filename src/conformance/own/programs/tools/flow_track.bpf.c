/* Follows TCP, UDP and ICMP flows in both directions; a timer in each flow forgets it when it was silent. */
#include "common.h"

struct key {
	u32 src[4];
	u32 dst[4];
	u16 sport;
	u16 dport;
	u8 proto;
	u8 family;
	u16 vlan;
};

struct side {
	u64 packets;
	u64 bytes;
	u64 first;
	u64 last;
	u32 seq;
	u32 ack;
	u32 window;
	u32 retransmits;
	u8 flags;
	u8 ttl_min;
	u8 ttl_max;
	u8 tos;
};

struct flow {
	struct bpf_timer timer;
	struct bpf_spin_lock lock;
	u32 state;
	struct side side[2];
	u64 gaps[16];
	u32 sizes[16];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4096);
	__type(key, struct key);
	__type(value, struct flow);
} flows SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 32);
	__type(key, u32);
	__type(value, u64);
} counters SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct flow);
} blank SEC(".maps");

enum { NEW, SYN, SYN_ACK, OPEN, FIN1, FIN2, CLOSED };
enum { C_SHORT, C_OTHER, C_FRAG, C_NEW, C_FULL, C_EXPIRED, C_TCP, C_UDP, C_ICMP, C_RESET };

INLINE void count(u32 what)
{
	u64 *n = bpf_map_lookup_elem(&counters, &what);

	if (n)
		__sync_fetch_and_add(n, 1);
}

static int expire(void *map, struct key *key, struct flow *flow)
{
	u64 now = bpf_ktime_get_ns();
	u64 last = flow->side[0].last > flow->side[1].last ? flow->side[0].last : flow->side[1].last;

	if (now - last < 30000 * MS) {
		bpf_timer_start(&flow->timer, 30000 * MS - (now - last), 0);
		return 0;
	}
	count(C_EXPIRED);
	bpf_map_delete_elem(map, key);
	return 0;
}

NOINLINE u32 bucket(u64 v)
{
	u32 b = (v > 0xffffffff) << 5, s;

	v >>= b;
	s = (v > 0xffff) << 4; v >>= s; b |= s;
	s = (v > 0xff) << 3; v >>= s; b |= s;
	s = (v > 0xf) << 2; v >>= s; b |= s;
	s = (v > 3) << 1; v >>= s; b |= s;
	return b | (v >> 1);
}

/* orders the two ends, so that both directions have one key; tells which direction this is */
NOINLINE int canonical(struct key *k)
{
	int swap = 0, decided = 0;

#pragma unroll
	for (int i = 0; i < 4; i++) {
		if (!decided && k->src[i] != k->dst[i]) {
			swap = bpf_ntohl(k->src[i]) > bpf_ntohl(k->dst[i]);
			decided = 1;
		}
	}
	if (!decided)
		swap = k->sport > k->dport;
	if (swap) {
#pragma unroll
		for (int i = 0; i < 4; i++) {
			u32 t = k->src[i];
			k->src[i] = k->dst[i];
			k->dst[i] = t;
		}
		u16 t = k->sport;
		k->sport = k->dport;
		k->dport = t;
	}
	return swap;
}

NOINLINE u32 advance(u32 state, u8 flags, int back)
{
	if (flags & 4)
		return CLOSED;
	switch (state) {
	case NEW:
		return flags & 2 ? (flags & 16 ? SYN_ACK : SYN) : OPEN;
	case SYN:
		return (flags & 18) == 18 && back ? SYN_ACK : SYN;
	case SYN_ACK:
		return flags & 16 && !back ? OPEN : SYN_ACK;
	case OPEN:
		return flags & 1 ? FIN1 : OPEN;
	case FIN1:
		return flags & 1 && back ? FIN2 : FIN1;
	case FIN2:
		return flags & 16 ? CLOSED : FIN2;
	}
	return CLOSED;
}

SEC("tc")
int flow_track(struct __sk_buff *skb)
{
	struct cursor c = { (void *)(long)skb->data, (void *)(long)skb->data_end };
	struct key key = {};
	struct tcp *tcp = 0;
	struct flow *flow;
	u32 zero = 0, size;
	u8 ttl = 0, tos = 0;
	u64 now;
	int back;

	struct eth *eth = take(&c, sizeof(*eth));
	if (!eth) {
		count(C_SHORT);
		return TC_OK;
	}
	u16 proto = eth->proto;
#pragma unroll
	for (int i = 0; i < 3; i++) {
		if (proto == bpf_htons(ETH_VLAN) || proto == bpf_htons(ETH_QINQ)) {
			struct vlan *v = take(&c, sizeof(*v));
			if (!v) {
				count(C_SHORT);
				return TC_OK;
			}
			key.vlan = key.vlan * 4096 + (bpf_ntohs(v->tci) & 4095);
			proto = v->proto;
		}
	}
	if (proto == bpf_htons(ETH_IP)) {
		struct ip4 *ip = take(&c, sizeof(*ip));
		if (!ip || ip->ihl < 5) {
			count(C_SHORT);
			return TC_OK;
		}
		if (ip->frag & bpf_htons(0x1fff)) {
			count(C_FRAG);
			return TC_OK;
		}
		u32 options = ip->ihl * 4 - 20;
		key.src[0] = ip->src;
		key.dst[0] = ip->dst;
		key.proto = ip->proto;
		key.family = 4;
		ttl = ip->ttl;
		tos = ip->tos;
		if (options && !take(&c, options & 63)) {
			count(C_SHORT);
			return TC_OK;
		}
	} else if (proto == bpf_htons(ETH_IP6)) {
		struct ip6 *ip = take(&c, sizeof(*ip));
		if (!ip) {
			count(C_SHORT);
			return TC_OK;
		}
		__builtin_memcpy(key.src, ip->src, 16);
		__builtin_memcpy(key.dst, ip->dst, 16);
		key.proto = ip->next;
		key.family = 6;
		ttl = ip->hops;
		tos = bpf_ntohl(ip->flow) >> 20;
	} else {
		count(C_OTHER);
		return TC_OK;
	}
	switch (key.proto) {
	case PROTO_TCP:
		tcp = take(&c, sizeof(*tcp));
		if (!tcp) {
			count(C_SHORT);
			return TC_OK;
		}
		key.sport = tcp->src;
		key.dport = tcp->dst;
		count(C_TCP);
		break;
	case PROTO_UDP: {
		struct udp *udp = take(&c, sizeof(*udp));
		if (!udp) {
			count(C_SHORT);
			return TC_OK;
		}
		key.sport = udp->src;
		key.dport = udp->dst;
		count(C_UDP);
		break;
	}
	case PROTO_ICMP:
	case PROTO_ICMP6: {
		u8 *icmp = take(&c, 8);
		if (!icmp) {
			count(C_SHORT);
			return TC_OK;
		}
		if (icmp[0] == 8 || icmp[0] == 0 || icmp[0] == 128 || icmp[0] == 129)
			key.sport = key.dport = *(u16 *)(icmp + 4);
		else
			key.sport = key.dport = icmp[0] * 256 + icmp[1];
		count(C_ICMP);
		break;
	}
	default:
		count(C_OTHER);
		return TC_OK;
	}
	back = canonical(&key);
	now = bpf_ktime_get_ns();
	flow = bpf_map_lookup_elem(&flows, &key);
	if (!flow) {
		struct flow *fresh = bpf_map_lookup_elem(&blank, &zero);
		if (!fresh)
			return TC_OK;
		if (bpf_map_update_elem(&flows, &key, fresh, BPF_NOEXIST)) {
			count(C_FULL);
			return TC_OK;
		}
		flow = bpf_map_lookup_elem(&flows, &key);
		if (!flow)
			return TC_OK;
		count(C_NEW);
		if (!bpf_timer_init(&flow->timer, &flows, CLOCK_MONOTONIC)) {
			bpf_timer_set_callback(&flow->timer, expire);
			bpf_timer_start(&flow->timer, 30000 * MS, 0);
		}
	}
	size = bucket(skb->len) & 15;
	u32 gap = bucket((now - flow->side[back & 1].last) / 1000) & 15;
	u32 state = tcp ? advance(flow->state, tcp->flags, back) : flow->state;
	bpf_spin_lock(&flow->lock);
#pragma unroll
	for (int i = 0; i < 2; i++) {
		if (i != back)
			continue;
		struct side *s = &flow->side[i];
		if (!s->packets)
			s->first = now;
		else
			flow->gaps[gap]++;
		flow->sizes[size]++;
		s->packets++;
		s->bytes += skb->len;
		s->last = now;
		s->tos |= tos;
		if (!s->ttl_min || ttl < s->ttl_min)
			s->ttl_min = ttl;
		if (ttl > s->ttl_max)
			s->ttl_max = ttl;
		if (tcp) {
			u32 seq = bpf_ntohl(tcp->seq);
			if (s->seq && (s32)(seq - s->seq) < 0)
				s->retransmits++;
			else
				s->seq = seq;
			s->ack = bpf_ntohl(tcp->ack);
			s->window = bpf_ntohs(tcp->window);
			s->flags |= tcp->flags;
			flow->state = state;
		}
	}
	bpf_spin_unlock(&flow->lock);
	if (tcp && tcp->flags & 4) {
		count(C_RESET);
		bpf_timer_start(&flow->timer, 1000 * MS, 0);
	}
	return TC_OK;
}

GPL;
