/* Types and enumerators: existence, size, ids, matching. */
#include "core.h"
struct task_struct { int pid; } ;
struct task_struct___other { char comm[16]; };
struct task_struct___wrong { long pid; };
struct list_head { struct list_head *next, *prev; };
typedef int pid_t;
union bpf_attr { u32 map_type; };
enum bpf_map_type { BPF_MAP_TYPE_HASH = 77, BPF_MAP_TYPE_ARRAY = 78 };
enum bpf_map_type___x { BPF_MAP_TYPE_NO_SUCH_ONE___x = 5, BPF_MAP_TYPE_LPM_TRIE___x = 6 };
enum pid_type { PIDTYPE_PID, PIDTYPE_TGID };
#define TYPE(t, kind) __builtin_preserve_type_info(*(t *)0, kind)
SEC("kprobe/x") long exists(void *ctx)
{
	return TYPE(struct task_struct, 0) + 2 * TYPE(struct list_head, 0) + 4 * TYPE(struct task_struct___other, 0);
}
SEC("kprobe/x") long sizes(void *ctx)
{
	return TYPE(struct task_struct, 1) + TYPE(struct list_head, 1);
}
SEC("kprobe/x") long matches(void *ctx)
{
	return TYPE(struct list_head, 2) + 2 * TYPE(struct task_struct___other, 2);
}
SEC("kprobe/x") long mismatch(void *ctx)
{
	return TYPE(struct task_struct___wrong, 2) + TYPE(struct list_head, 2);
}
SEC("kprobe/x") long ids(void *ctx)
{
	return __builtin_btf_type_id(*(struct list_head *)0, 0);
}
SEC("kprobe/x") long target_ids(void *ctx)
{
	return __builtin_btf_type_id(*(struct list_head *)0, 1);
}
SEC("kprobe/x") long enums(void *ctx)
{
	return __builtin_preserve_enum_value(*(enum bpf_map_type *)BPF_MAP_TYPE_HASH, 1)
	     + 16 * __builtin_preserve_enum_value(*(enum bpf_map_type *)BPF_MAP_TYPE_ARRAY, 0)
	     + 32 * __builtin_preserve_enum_value(*(enum bpf_map_type___x *)BPF_MAP_TYPE_LPM_TRIE___x, 1)
	     + 512 * __builtin_preserve_enum_value(*(enum bpf_map_type___x *)BPF_MAP_TYPE_NO_SUCH_ONE___x, 0);
}
SEC("kprobe/x") long no_enumerator(void *ctx)
{
	return __builtin_preserve_enum_value(*(enum bpf_map_type___x *)BPF_MAP_TYPE_NO_SUCH_ONE___x, 1);
}
struct no_such_struct_at_all { int x; } PAI;
SEC("kprobe/x") long unknown(void *ctx)
{
	struct no_such_struct_at_all *p = (void *)0;
	return FIELD(p->x, 2) + TYPE(struct no_such_struct_at_all, 0);
}
