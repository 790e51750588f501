/* Reads all options of TCP packets and keeps the handshake's fingerprint. BPF_CFLAGS: -mcpu=v3 */
#include "common.h"

struct print {
	u16 mss;
	u16 window;
	u8 scale;
	u8 ttl;
	u8 sack;
	u8 count;
	u8 order[16];
	u32 stamp;
	u32 echo;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 512);
	__type(key, u32);
	__type(value, struct print);
} prints SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 256);
	__type(key, u32);
	__type(value, u64);
} kinds SEC(".maps");

/* one option: 0 to go on, 1 at the end of the list, -1 if it is malformed */
INLINE int option(struct cursor *c, struct print *print, s32 *left, int i)
{
	u8 *o = c->pos;
	u32 len = 1;

	if (*left <= 0)
		return 1;
	if ((void *)(o + 1) > c->end)
		return -1;
	u32 kind = o[0];
	u64 *seen = bpf_map_lookup_elem(&kinds, &kind);
	if (seen)
		*seen += 1;
	print->order[i] = kind;
	print->count++;
	if (kind == 0)
		return 1;
	if (kind != 1) {
		if ((void *)(o + 2) > c->end)
			return -1;
		len = o[1];
		if (len < 2 || len > 40)
			return -1;
	}
	if (kind == 2) {
		if ((void *)(o + 4) > c->end || len != 4)
			return -1;
		print->mss = o[2] << 8 | o[3];
	} else if (kind == 3) {
		if ((void *)(o + 3) > c->end || len != 3)
			return -1;
		print->scale = o[2] > 14 ? 14 : o[2];
	} else if (kind == 4) {
		print->sack = 1;
	} else if (kind == 8) {
		if ((void *)(o + 10) > c->end || len != 10)
			return -1;
		print->stamp = bpf_ntohl(*(u32 *)(o + 2));
		print->echo = bpf_ntohl(*(u32 *)(o + 6));
	}
	c->pos = o + len;
	*left -= len;
	return 0;
}

#define OPTION(i)						\
	do {							\
		int r = option(&c, &print, &left, i);		\
		if (r < 0)					\
			return TC_SHOT;				\
		if (r > 0)					\
			goto done;				\
	} while (0)

SEC("tc")
int tcp_options(struct __sk_buff *skb)
{
	struct cursor c = { (void *)(long)skb->data, (void *)(long)skb->data_end };
	struct print print = {};
	struct eth *eth = take(&c, sizeof(*eth));

	if (!eth || eth->proto != bpf_htons(ETH_IP))
		return TC_OK;
	struct ip4 *ip = take(&c, sizeof(*ip));
	if (!ip || ip->ihl != 5 || ip->proto != PROTO_TCP)
		return TC_OK;
	struct tcp *tcp = take(&c, sizeof(*tcp));
	if (!tcp || !(tcp->flags & 2))
		return TC_OK;
	s32 left = tcp->off * 4 - 20;
	if (left < 0)
		return TC_SHOT;
	print.window = bpf_ntohs(tcp->window);
	print.ttl = ip->ttl;
	OPTION(0); OPTION(1); OPTION(2); OPTION(3); OPTION(4);
	OPTION(5); OPTION(6); OPTION(7); OPTION(8); OPTION(9);
	OPTION(10); OPTION(11); OPTION(12); OPTION(13);
done:;
	u32 from = ip->src;
	bpf_map_update_elem(&prints, &from, &print, BPF_ANY);
	return TC_OK;
}

GPL;
