// SPDX-License-Identifier: GPL-2.0-or-later
// Timers in inner maps: what inner-maps.s does, in C.
//   clang -O2 -g --target=bpf -c inner-maps.bpf.c -o inner-maps.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define CLOCK_MONOTONIC 1
#define DELAY 5000000ULL /* nanoseconds */

struct elem {
	__u64 armed;
	__u64 fired;
	struct bpf_timer timer;
};

struct inner {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct elem);
} first SEC(".maps"), second SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY_OF_MAPS);
	__uint(max_entries, 2);
	__type(key, __u32);
	__array(values, struct inner);
} per_cpu SEC(".maps") = {
	.values = { &first, &second },
};

static int tick(void *map, __u32 *key, struct elem *elem)
{
	__sync_fetch_and_add(&elem->fired, 1);
	return 0;
}

SEC("xdp")
int arm(struct xdp_md *ctx)
{
	__u32 cpu = bpf_get_smp_processor_id(), key = 0;
	void *map = bpf_map_lookup_elem(&per_cpu, &cpu);
	struct elem *elem;

	if (!map)
		return XDP_PASS;
	elem = bpf_map_lookup_elem(map, &key);
	if (!elem)
		return XDP_PASS;
	__sync_fetch_and_add(&elem->armed, 1);
	/* Not &first: the map that was found. */
	bpf_timer_init(&elem->timer, map, CLOCK_MONOTONIC);
	bpf_timer_set_callback(&elem->timer, tick);
	bpf_timer_start(&elem->timer, DELAY, 0);
	return XDP_PASS;
}

char LICENSE[] SEC("license") = "GPL";
