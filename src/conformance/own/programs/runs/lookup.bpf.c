/*
 * What a socket lookup is told: the same context for both families, of which each sees its own addresses.
 *
 * RUN: lookup:ctx=000000000000000002000000060001000a000001111111111111111111111111111111110fa000000a000002222222222222222222222222222222225000000000000000
 * RUN: lookup:ctx=00000000000000000a000000110000000a000001111111111111111111111111111111110fa000000a000002222222222222222222222222222222225000000000000000
 */
#include "common.h"

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 16);
	__type(key, u32);
	__type(value, u64);
} seen SEC(".maps");

INLINE void tell(u32 index, u64 value)
{
	bpf_map_update_elem(&seen, &index, &value, 0);
}

SEC("sk_lookup") int lookup(struct bpf_sk_lookup *ctx)
{
	tell(0, ctx->family);
	tell(1, ctx->protocol);
	tell(2, ctx->remote_ip4);
	tell(3, ctx->remote_ip6[1]);
	tell(4, ctx->remote_port);
	tell(5, ctx->local_ip4);
	tell(6, ctx->local_ip6[3]);
	tell(7, ctx->local_port);
	tell(8, ctx->ingress_ifindex);
	tell(9, ctx->sk != 0);
	return ctx->family == 2;
}

GPL;
