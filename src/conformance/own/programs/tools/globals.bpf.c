/* A policy engine in global functions, each verified by itself, that share a context by pointer. */
#include "common.h"

struct request {
	u32 subject;
	u32 object;
	u32 action;
	u32 flags;
	u64 attrs[16];
	char label[32];
};

struct rule {
	u32 subject_mask;
	u32 subject;
	u32 object_mask;
	u32 object;
	u32 actions;
	u32 effect;
	u64 attr_min[8];
	u64 attr_max[8];
};

struct result {
	u32 allow;
	u32 deny;
	u32 audited;
	u32 score;
	u32 hash;
	u32 words[4];
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 64);
	__type(key, u32);
	__type(value, struct rule);
} rules SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 256);
	__type(key, u64);
	__type(value, struct result);
} cache SEC(".maps");

__attribute__((noinline)) int attributes(const struct request *r, const struct rule *rule)
{
	int misses = 0;

	if (!r || !rule)
		return -1;
#pragma clang loop unroll(full)
	for (int i = 0; i < 8; i++) {
		misses += r->attrs[i] < rule->attr_min[i] || r->attrs[i] > rule->attr_max[i];
		misses += r->attrs[i + 8] % (rule->attr_max[i] | 1) < rule->attr_min[i];
	}
	return misses;
}

__attribute__((noinline)) int fingerprint(const struct request *r, struct result *out)
{
	u32 a = 0x9e3779b9, b = 0x12345678, c = 0xdeadbeef;

	if (!r || !out)
		return 1;
#pragma clang loop unroll(full)
	for (int i = 0; i < 15; i += 3) {
		a += r->attrs[i];
		b += r->attrs[i + 1] >> 7;
		c += r->attrs[i + 2];
		MIX(a, b, c);
	}
#pragma clang loop unroll(full)
	for (int i = 0; i < 30; i += 3) {
		a += r->label[i];
		b += r->label[i + 1];
		c += r->label[i + 2];
		MIX(a, b, c);
	}
	out->hash = c;
	out->words[0] = a;
	out->words[1] = b;
	return 0;
}

__attribute__((noinline)) int judge(u32 at, const struct request *r, struct result *out)
{
	struct rule *rule = bpf_map_lookup_elem(&rules, &at);
	int misses;

	if (!rule || !r || !out)
		return 0;
	if ((r->subject & rule->subject_mask) != rule->subject)
		return 0;
	if ((r->object & rule->object_mask) != rule->object)
		return 0;
	if (!(rule->actions >> (r->action & 31) & 1))
		return 0;
	misses = attributes(r, rule);
	if (misses > 4)
		return 0;
	out->score += 16 - misses;
	switch (rule->effect) {
	case 0:
		out->allow++;
		return 0;
	case 1:
		out->deny++;
		return 1;
	case 2:
		out->audited++;
		return 0;
	case 3:
		out->words[2] ^= at;
		return 0;
	}
	return -1;
}

#define J(n) do { int r = judge(n, &req, &out); if (r) return r; } while (0)
#define J8(n) J(n); J(n + 1); J(n + 2); J(n + 3); J(n + 4); J(n + 5); J(n + 6); J(n + 7)

SEC("syscall")
int policy(struct request *arg)
{
	struct request req;
	struct result out = {};
	u64 id;

	__builtin_memcpy(&req, arg, sizeof(req));
	if (fingerprint(&req, &out))
		return -1;
	id = (u64)req.subject << 32 | out.hash;
	struct result *known = bpf_map_lookup_elem(&cache, &id);
	if (known)
		return known->deny;
	J8(0); J8(8); J8(16); J8(24); J8(32); J8(40); J8(48); J8(56);
	bpf_map_update_elem(&cache, &id, &out, BPF_ANY);
	return out.deny ? 2 : out.allow ? 0 : 3;
}

GPL;
