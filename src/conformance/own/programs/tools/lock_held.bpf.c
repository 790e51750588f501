/* Buckets with a lock each, one after the other; on one path of many a lock is still held when the next is taken. */
#include "common.h"

struct bucket {
	struct bpf_spin_lock lock;
	u32 used;
	u64 keys[8];
	u64 values[8];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 64);
	__type(key, u32);
	__type(value, struct bucket);
} buckets SEC(".maps");

#define BUCKET(n, broken)						\
	do {								\
		u32 at = skb->hash >> n & 63;				\
		struct bucket *b = bpf_map_lookup_elem(&buckets, &at);	\
		if (!b)							\
			break;						\
		u64 key = skb->hash * 0x9e3779b97f4a7c15ULL, spare = 0;	\
		bpf_spin_lock(&b->lock);				\
		_Pragma("clang loop unroll(full)")			\
		for (int i = 0; i < 8; i++) {				\
			u64 same = !(b->keys[i] ^ key);			\
			b->values[i] += -same & skb->len;		\
			spare += same;					\
			asm volatile("" : "+r"(spare));			\
		}							\
		if (!spare) {						\
			if (b->used > 7 && broken)			\
				break;					\
			b->keys[b->used & 7] = key;			\
			b->used++;					\
		}							\
		bpf_spin_unlock(&b->lock);				\
	} while (0)

SEC("tc")
int lock_held(struct __sk_buff *skb)
{
	BUCKET(0, 0); BUCKET(1, 0); BUCKET(2, 0); BUCKET(3, 0); BUCKET(4, 0); BUCKET(5, 0);
	BUCKET(6, 0); BUCKET(7, 0); BUCKET(8, 0); BUCKET(9, 1); BUCKET(10, 0); BUCKET(11, 0);
	return TC_OK;
}

GPL;
