/* SHA-256 of a block in a map value: sixteen rounds in a row, four times, the schedule on the stack. */
#include "common.h"

struct job {
	u32 words[16];
	u32 state[8];
	u64 blocks;
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 4);
	__type(key, u32);
	__type(value, struct job);
} jobs SEC(".maps");

static const u32 K[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

INLINE u32 ror(u32 x, u32 n)
{
	return (x >> n) | (x << (32 - n));
}

SEC("syscall")
int sha256(void *ctx)
{
	u32 zero = 0;
	volatile u32 w[16];
	struct job *job = bpf_map_lookup_elem(&jobs, &zero);

	if (!job)
		return 1;
	u32 a = job->state[0], b = job->state[1], c = job->state[2], d = job->state[3];
	u32 e = job->state[4], f = job->state[5], g = job->state[6], h = job->state[7];
#pragma clang loop unroll(full)
	for (int i = 0; i < 16; i++)
		w[i] = bpf_ntohl(job->words[i]);
#pragma clang loop unroll_count(16)
	for (int i = 0; i < 64; i++) {
		u32 s1 = ror(e, 6) ^ ror(e, 11) ^ ror(e, 25);
		u32 t1 = h + s1 + ((e & f) ^ (~e & g)) + K[i] + w[i & 15];
		u32 s0 = ror(a, 2) ^ ror(a, 13) ^ ror(a, 22);
		u32 t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
		u32 x = w[(i + 1) & 15], y = w[(i + 14) & 15];
		h = g;
		g = f;
		f = e;
		e = d + t1;
		d = c;
		c = b;
		b = a;
		a = t1 + t2;
		asm volatile("" : : : "memory");
		w[i & 15] = w[i & 15] + (ror(x, 7) ^ ror(x, 18) ^ (x >> 3)) + w[(i + 9) & 15] +
			     (ror(y, 17) ^ ror(y, 19) ^ (y >> 10));
	}
	job->state[0] += a;
	job->state[1] += b;
	job->state[2] += c;
	job->state[3] += d;
	job->state[4] += e;
	job->state[5] += f;
	job->state[6] += g;
	job->state[7] += h;
	job->blocks++;
	return 0;
}

GPL;
