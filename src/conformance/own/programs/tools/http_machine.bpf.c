/* A state machine that reads HTTP requests byte by byte: method, path, version, host. */
#include "common.h"

enum { METHOD, PATH, QUERY, VERSION, LINE, NAME, VALUE, END, BAD };

struct seen {
	u32 state;
	u32 method;
	u32 path_hash;
	u32 host_hash;
	u32 slashes;
	u32 params;
	u32 headers;
	u32 length;
	char path[32];
};

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 512);
	__type(key, u32);
	__type(value, struct seen);
} requests SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct seen);
} scratch SEC(".maps");

#define BYTE(i)								\
	do {								\
		u32 ch = text[i], state = s->state;			\
		if (state == METHOD) {					\
			if (ch == ' ')					\
				s->state = PATH;			\
			else						\
				s->method = s->method << 8 | ch;	\
		} else if (state == PATH) {				\
			s->slashes += ch == '/';			\
			if (ch == '?')					\
				s->state = QUERY;			\
			else if (ch == ' ')				\
				s->state = VERSION;			\
			else						\
				s->path_hash = s->path_hash * 31 + ch;	\
			s->path[s->length & 31] = ch;			\
			s->length++;					\
		} else if (state == QUERY) {				\
			s->params += ch == '&' || ch == '=';		\
			if (ch == ' ')					\
				s->state = VERSION;			\
		} else if (state == VERSION) {				\
			if (ch == '\r')					\
				s->state = LINE;			\
		} else if (state == LINE) {				\
			s->state = ch == '\n' ? NAME : BAD;		\
		} else if (state == NAME) {				\
			if (ch == ':') {				\
				s->state = VALUE;			\
				s->headers++;				\
			} else if (ch == '\r') {			\
				s->state = END;				\
			}						\
		} else if (state == VALUE) {				\
			if (ch == '\r')					\
				s->state = LINE;			\
			else if (s->headers == 1)			\
				s->host_hash = s->host_hash * 31 + ch;	\
		}							\
	} while (0)

#define FOUR(i) BYTE(i); BYTE(i + 1); BYTE(i + 2); BYTE(i + 3)

SEC("tc")
int http_machine(struct __sk_buff *skb)
{
	struct cursor c = { (void *)(long)skb->data, (void *)(long)skb->data_end };
	struct eth *eth = take(&c, sizeof(*eth));
	u32 zero = 0;

	if (!eth || eth->proto != bpf_htons(ETH_IP))
		return TC_OK;
	struct ip4 *ip = take(&c, sizeof(*ip));
	if (!ip || ip->ihl != 5 || ip->proto != PROTO_TCP)
		return TC_OK;
	struct tcp *tcp = take(&c, sizeof(*tcp));
	if (!tcp || tcp->off != 5 || tcp->dst != bpf_htons(80))
		return TC_OK;
	volatile u8 *text = take(&c, 40);
	if (!text)
		return TC_OK;
	struct seen *s = bpf_map_lookup_elem(&scratch, &zero);
	if (!s)
		return TC_OK;
	__builtin_memset(s, 0, sizeof(*s));
	FOUR(0); FOUR(4); FOUR(8); FOUR(12); FOUR(16);
	FOUR(20); FOUR(24); FOUR(28); FOUR(32); FOUR(36);
	u32 from = ip->src;
	bpf_map_update_elem(&requests, &from, s, BPF_ANY);
	return s->state == BAD ? TC_SHOT : TC_OK;
}

GPL;
