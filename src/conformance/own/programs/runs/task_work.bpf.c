/*
 * Work for the task on its way back to user space: by signal and by resume, in arrays and hashes, twice, again, out of its
 * own callback, and gone with the value before it could run.
 *
 * RUN: in_array,in_array,twice,in_hash,in_lru,deleted,in_hash,itself,itself,replaced,from_packet,look,@delete:hashed:05000000,look
 */
#include "common.h"

struct task_struct {
	int pid;
};
struct bpf_task_work {
	u64 opaque;
} __attribute__((aligned(8)));

struct bpf_map {
	u32 id;
};
typedef int (*bpf_task_work_callback_t)(struct bpf_map *map, void *key, void *value);

extern int bpf_task_work_schedule_signal_impl(struct task_struct *task, struct bpf_task_work *tw, void *map__map,
					      bpf_task_work_callback_t callback, void *aux__prog) __ksym;
extern int bpf_task_work_schedule_resume_impl(struct task_struct *task, struct bpf_task_work *tw, void *map__map,
					      bpf_task_work_callback_t callback, void *aux__prog) __ksym;

struct value {
	u64 ran;
	u64 key;
	u64 same_task;
	struct bpf_task_work work;
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 2);
	__type(key, u32);
	__type(value, struct value);
} numbered SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 8);
	__type(key, u32);
	__type(value, struct value);
} hashed SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 8);
	__type(key, u32);
	__type(value, struct value);
} lru SEC(".maps");

/* How often callbacks ran, what scheduling said, and who asked. */
enum { RUNS, RESULT, TASK, INNER };
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 4);
	__type(key, u32);
	__type(value, u64);
} seen SEC(".maps");

u64 asker;

INLINE void note(u32 what, u64 value)
{
	u64 *slot = bpf_map_lookup_elem(&seen, &what);

	if (slot)
		*slot += value;
}

static int work(struct bpf_map *map, void *key, void *data)
{
	struct value *value = data;

	value->ran++;
	value->key += *(u32 *)key;
	value->same_task += bpf_get_current_pid_tgid() == asker;
	note(RUNS, 1);
	return 0;
}

static int again(struct bpf_map *map, void *key, void *data)
{
	struct value *value = data;

	value->ran += 100;
	note(INNER, -bpf_task_work_schedule_signal_impl(bpf_get_current_task_btf(), &value->work, &numbered, work, 0));
	return 0;
}

SEC("syscall")
int in_array(void *ctx)
{
	u32 key = 1;
	struct value *value = bpf_map_lookup_elem(&numbered, &key);

	if (!value)
		return 1;
	asker = bpf_get_current_pid_tgid();
	if (value->ran > 9)
		return 2;
	return bpf_task_work_schedule_signal_impl(bpf_get_current_task_btf(), &value->work, &numbered, work, 0);
}

SEC("syscall")
int twice(void *ctx)
{
	u32 key = 1;
	struct value *value = bpf_map_lookup_elem(&numbered, &key);
	int first, second;

	if (!value)
		return 1;
	asker = bpf_get_current_pid_tgid();
	first = bpf_task_work_schedule_resume_impl(bpf_get_current_task_btf(), &value->work, &numbered, work, 0);
	second = bpf_task_work_schedule_resume_impl(bpf_get_current_task_btf(), &value->work, &numbered, work, 0);
	return first * 1000 - second;
}

SEC("syscall")
int in_hash(void *ctx)
{
	struct value fresh = {}, *value;
	u32 key = 5;

	bpf_map_update_elem(&hashed, &key, &fresh, BPF_NOEXIST);
	value = bpf_map_lookup_elem(&hashed, &key);
	if (!value)
		return 1;
	asker = bpf_get_current_pid_tgid();
	return bpf_task_work_schedule_resume_impl(bpf_get_current_task_btf(), &value->work, &hashed, work, 0);
}

SEC("syscall")
int in_lru(void *ctx)
{
	struct value fresh = {}, *value;
	u32 key = 6;

	bpf_map_update_elem(&lru, &key, &fresh, BPF_NOEXIST);
	value = bpf_map_lookup_elem(&lru, &key);
	if (!value)
		return 1;
	asker = bpf_get_current_pid_tgid();
	return bpf_task_work_schedule_signal_impl(bpf_get_current_task_btf(), &value->work, &lru, work, 0);
}

SEC("syscall")
int deleted(void *ctx)
{
	struct value fresh = {}, *value;
	u32 key = 7;
	int result;

	bpf_map_update_elem(&hashed, &key, &fresh, BPF_NOEXIST);
	value = bpf_map_lookup_elem(&hashed, &key);
	if (!value)
		return 1;
	result = bpf_task_work_schedule_signal_impl(bpf_get_current_task_btf(), &value->work, &hashed, work, 0);
	bpf_map_delete_elem(&hashed, &key);
	note(RESULT, 100);
	return result;
}

/* An update gives the key another element: the old one takes its work along. */
SEC("syscall")
int replaced(void *ctx)
{
	struct value fresh = {}, *value;
	u32 key = 8;
	int result;

	bpf_map_update_elem(&hashed, &key, &fresh, BPF_ANY);
	value = bpf_map_lookup_elem(&hashed, &key);
	if (!value)
		return 1;
	result = bpf_task_work_schedule_signal_impl(bpf_get_current_task_btf(), &value->work, &hashed, work, 0);
	fresh.key = 1000;
	bpf_map_update_elem(&hashed, &key, &fresh, BPF_EXIST);
	return result;
}

SEC("syscall")
int itself(void *ctx)
{
	u32 key = 0;
	struct value *value = bpf_map_lookup_elem(&numbered, &key);

	if (!value)
		return 1;
	return bpf_task_work_schedule_signal_impl(bpf_get_current_task_btf(), &value->work, &numbered, again, 0);
}

SEC("tc")
int from_packet(struct __sk_buff *skb)
{
	u32 key = 1;
	struct value *value = bpf_map_lookup_elem(&numbered, &key);

	if (!value)
		return 1;
	asker = bpf_get_current_pid_tgid();
	return bpf_task_work_schedule_signal_impl(bpf_get_current_task_btf(), &value->work, &numbered, work, 0);
}

SEC("syscall")
int look(void *ctx)
{
	u32 key = RUNS;
	u64 *runs = bpf_map_lookup_elem(&seen, &key);

	return runs ? *runs : -1;
}

GPL;
