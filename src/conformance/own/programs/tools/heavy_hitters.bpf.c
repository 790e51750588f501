/* A count-min sketch of senders with sixteen rows, the eight heaviest kept in order; a timer halves all counts. */
#include "common.h"

#define ROWS 16
#define COLUMNS 64

struct row {
	u32 cells[COLUMNS];
};

struct heavy {
	u32 address[8];
	u32 count[8];
	u64 updates;
	struct bpf_timer timer;
	u32 armed;
	u32 epoch;
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, ROWS);
	__type(key, u32);
	__type(value, struct row);
} rows SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct heavy);
} heavy SEC(".maps");

/* halves the counts of one row each time, so that no run takes long */
static int decay(void *map, u32 *key, struct heavy *h)
{
	u32 at = h->epoch++ & (ROWS - 1);
	struct row *row = bpf_map_lookup_elem(&rows, &at);

	if (row) {
#pragma clang loop unroll(full)
		for (int i = 0; i < COLUMNS; i++)
			row->cells[i] >>= 1;
	}
#pragma clang loop unroll(full)
	for (int i = 0; i < 8; i++)
		h->count[i] -= h->count[i] >> 4;
	bpf_timer_start(&h->timer, 100 * MS, 0);
	return 0;
}

SEC("tc")
int heavy_hitters(struct __sk_buff *skb)
{
	struct cursor c = { (void *)(long)skb->data, (void *)(long)skb->data_end };
	struct eth *eth = take(&c, sizeof(*eth));
	u64 least = 0xffffffff;
	u32 zero = 0;

	if (!eth || eth->proto != bpf_htons(ETH_IP))
		return TC_OK;
	struct ip4 *ip = take(&c, sizeof(*ip));
	if (!ip)
		return TC_OK;
	u32 from = ip->src;
	struct heavy *h = bpf_map_lookup_elem(&heavy, &zero);
	if (!h)
		return TC_OK;
	if (!h->armed) {
		h->armed = 1;
		bpf_timer_init(&h->timer, &heavy, CLOCK_MONOTONIC);
		bpf_timer_set_callback(&h->timer, decay);
		bpf_timer_start(&h->timer, 100 * MS, 0);
	}
#pragma clang loop unroll(full)
	for (u32 i = 0; i < ROWS; i++) {
		u32 a = 0x9e3779b9 + i, b = 0x85ebca6b * (i + 1), x = from, at = i;
		struct row *row = bpf_map_lookup_elem(&rows, &at);

		MIX(a, b, x);
		if (!row)
			return TC_OK;
		volatile u32 *cell = &row->cells[x & (COLUMNS - 1)];
		u64 n = *cell + 1;
		*cell = n;
		least = n < least ? n : least;
		asm volatile("" : "+r"(least));
	}
	h->updates++;
	u32 address = from, count = least;
#pragma clang loop unroll(full)
	for (int i = 0; i < 8; i++) {
		u32 a = h->address[i], n = h->count[i];
		if (a == from || count > n) {
			h->address[i] = address;
			h->count[i] = count;
			if (a == from)
				break;
			address = a;
			count = n;
		}
		asm volatile("" : "+r"(address), "+r"(count));
	}
	return h->count[0] > 1000000 && h->address[0] == from ? TC_SHOT : TC_OK;
}

GPL;
