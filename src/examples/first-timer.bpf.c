// SPDX-License-Identifier: GPL-2.0-or-later
// First timer: what first-timer.s does, in C.
//   clang -O2 -g --target=bpf -c first-timer.bpf.c -o first-timer.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define CLOCK_MONOTONIC 1
#define MILLISECOND 1000000ULL
#define LIMIT 3

struct elem {
	__u64 fired;
	struct bpf_timer timer; /* only the helpers may touch it */
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct elem);
} timers SEC(".maps");

static int tick(void *map, __u32 *key, struct elem *elem)
{
	if (++elem->fired < LIMIT)
		bpf_timer_start(&elem->timer, MILLISECOND, 0);
	return 0; /* nothing else is allowed */
}

SEC("xdp")
int first_timer(struct xdp_md *ctx)
{
	__u32 key = 0;
	struct elem *elem = bpf_map_lookup_elem(&timers, &key);

	if (!elem)
		return XDP_PASS;
	bpf_timer_init(&elem->timer, &timers, CLOCK_MONOTONIC);
	bpf_timer_set_callback(&elem->timer, tick);
	bpf_timer_start(&elem->timer, MILLISECOND, 0);
	return XDP_PASS;
}

char LICENSE[] SEC("license") = "GPL";
