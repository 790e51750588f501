/* ChaCha20 over a map value: key stream in registers and stack, blocks in a bounded loop, a global function per block. */
#include "common.h"

struct stream {
	u32 key[8];
	u32 nonce[3];
	u32 counter;
	u32 data[64];
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 4);
	__type(key, u32);
	__type(value, struct stream);
} streams SEC(".maps");

#define QUARTER(a, b, c, d)				\
	do {						\
		x[a] += x[b]; x[d] = rol32(x[d] ^ x[a], 16);	\
		x[c] += x[d]; x[b] = rol32(x[b] ^ x[c], 12);	\
		x[a] += x[b]; x[d] = rol32(x[d] ^ x[a], 8);	\
		x[c] += x[d]; x[b] = rol32(x[b] ^ x[c], 7);	\
	} while (0)

__attribute__((noinline)) int block(u32 stream, u32 number)
{
	struct stream *s = bpf_map_lookup_elem(&streams, &stream);
	volatile u32 x[16];
	u32 at = number & 3;

	if (!s)
		return -1;
	x[0] = 0x61707865;
	x[1] = 0x3320646e;
	x[2] = 0x79622d32;
	x[3] = 0x6b206574;
#pragma clang loop unroll(full)
	for (int i = 0; i < 8; i++)
		x[4 + i] = s->key[i];
	x[12] = s->counter + number;
	x[13] = s->nonce[0];
	x[14] = s->nonce[1];
	x[15] = s->nonce[2];
#pragma clang loop unroll_count(5)
	for (int i = 0; i < 10; i++) {
		QUARTER(0, 4, 8, 12);
		QUARTER(1, 5, 9, 13);
		QUARTER(2, 6, 10, 14);
		QUARTER(3, 7, 11, 15);
		QUARTER(0, 5, 10, 15);
		QUARTER(1, 6, 11, 12);
		QUARTER(2, 7, 8, 13);
		QUARTER(3, 4, 9, 14);
	}
#pragma clang loop unroll(full)
	for (int i = 0; i < 16; i++)
		s->data[at * 16 + i] ^= x[i] + (i > 3 && i < 12 ? s->key[i - 4] : 0);
	return 0;
}

SEC("tc")
int chacha(struct __sk_buff *skb)
{
	u32 at = skb->hash & 3;

	for (u32 i = 0; i < 4; i++) {
		if (block(at, i))
			return TC_SHOT;
	}
	struct stream *s = bpf_map_lookup_elem(&streams, &at);
	if (s)
		__sync_fetch_and_add(&s->counter, 4);
	return TC_OK;
}

GPL;
