// SPDX-License-Identifier: GPL-2.0-or-later
// Flow timeout: what flow-timeout.s does, in C.
//   clang -O2 -g --target=bpf -c flow-timeout.bpf.c -o flow-timeout.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define CLOCK_MONOTONIC 1
#define TIMEOUT 40000000ULL /* nanoseconds */
#define SOURCE 26 /* of an IPv4 header behind an Ethernet header */

struct flow {
	__u64 seen;
	struct bpf_timer timer;
};

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024);
	__type(key, __u32);
	__type(value, struct flow);
} flows SEC(".maps");

__u64 packets, slept_on, expired;

static int expire(void *map, __u32 *key, struct flow *flow)
{
	__u64 quiet = bpf_ktime_get_ns() - flow->seen;

	if (quiet < TIMEOUT) {
		/* Used in the meantime: sleep for the rest. */
		__sync_fetch_and_add(&slept_on, 1);
		bpf_timer_start(&flow->timer, TIMEOUT - quiet, 0);
		return 0;
	}
	/* The element goes, and its timer with it. */
	bpf_map_delete_elem(map, key);
	__sync_fetch_and_add(&expired, 1);
	return 0;
}

SEC("xdp")
int packet(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
	struct flow *flow, fresh = {};
	__u32 source;

	if (data + SOURCE + sizeof(source) > end)
		return XDP_PASS;
	source = *(__u32 *)(data + SOURCE);
	__sync_fetch_and_add(&packets, 1);

	flow = bpf_map_lookup_elem(&flows, &source);
	if (!flow) {
		long raced = bpf_map_update_elem(&flows, &source, &fresh, BPF_NOEXIST);

		flow = bpf_map_lookup_elem(&flows, &source);
		if (!flow)
			return XDP_PASS;
		if (!raced) {
			bpf_timer_init(&flow->timer, &flows, CLOCK_MONOTONIC);
			bpf_timer_set_callback(&flow->timer, expire);
			bpf_timer_start(&flow->timer, TIMEOUT, 0);
		}
	}
	flow->seen = bpf_ktime_get_ns();
	return XDP_PASS;
}

char LICENSE[] SEC("license") = "GPL";
