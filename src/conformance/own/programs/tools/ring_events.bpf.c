/* Writes large records to a ring buffer: what a task is, what it was told, and a checksum over all of it. */
#include "common.h"

#define ARGS 12

struct request {
	u32 kind;
	u32 count;
	u64 args[ARGS];
	char path[64];
};

struct record {
	u64 time;
	u64 pid_tgid;
	u64 uid_gid;
	u32 cpu;
	u32 kind;
	char comm[16];
	char path[64];
	u64 args[ARGS];
	struct {
		u16 tag;
		u16 len;
		u32 hash;
	} fields[ARGS];
	u32 depth;
	u32 dots;
	u64 sum;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 65536);
} ring SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 16);
	__type(key, u32);
	__type(value, u64);
} limits SEC(".maps");

u64 dropped;
u64 written[16];

SEC("syscall")
int ring_events(struct request *r)
{
	u32 kind = r->kind, slot = kind & 15, depth = 0, dots = 0;
	u64 *limit, sum = 14695981039346656037ULL;
	struct record *e;

	asm volatile("%0 &= 15" : "+r"(slot));
	if (kind > 15)
		return 1;
	limit = bpf_map_lookup_elem(&limits, &kind);
	if (limit && *limit && written[slot] >= *limit) {
		__sync_fetch_and_add(&dropped, 1);
		return 2;
	}
	e = bpf_ringbuf_reserve(&ring, sizeof(*e), 0);
	if (!e) {
		__sync_fetch_and_add(&dropped, 1);
		return 3;
	}
	e->time = bpf_ktime_get_ns();
	e->pid_tgid = bpf_get_current_pid_tgid();
	e->uid_gid = bpf_get_current_uid_gid();
	e->cpu = bpf_get_smp_processor_id();
	e->kind = kind;
	bpf_get_current_comm(e->comm, sizeof(e->comm));
#pragma clang loop unroll(full)
	for (int i = 0; i < 64; i++) {
		char ch = r->path[i];
		e->path[i] = ch;
		depth += ch == '/';
		dots += ch == '.';
		asm volatile("" : "+r"(depth), "+r"(dots));
	}
	e->depth = depth;
	e->dots = dots;
#pragma clang loop unroll(full)
	for (int i = 0; i < ARGS; i++) {
		u64 a = r->args[i];
		u32 hash = a ^ a >> 32;

		e->args[i] = a;
		hash ^= hash >> 16;
		hash *= 0x85ebca6b;
		hash ^= hash >> 13;
		hash *= 0xc2b2ae35;
		hash ^= hash >> 16;
		e->fields[i].hash = hash;
		e->fields[i].tag = i < r->count ? 0x100 + i : 0;
		e->fields[i].len = a > 0xffffffff ? 8 : a > 0xffff ? 4 : a > 0xff ? 2 : 1;
	}
#pragma clang loop unroll(full)
	for (int i = 0; i < 25; i++) {
		sum ^= ((u64 *)e)[i];
		sum *= 1099511628211ULL;
	}
	e->sum = sum;
	if (depth > 30) {
		bpf_ringbuf_discard(e, 0);
		return 4;
	}
	__sync_fetch_and_add(&written[slot], 1);
	bpf_ringbuf_submit(e, kind & 1 ? BPF_RB_NO_WAKEUP : 0);
	return 0;
}

GPL;
