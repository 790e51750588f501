/* Objects of programs, lists and trees of them, kptrs: what linux/bpf.h of older systems lacks, and the kernel's functions. */
#ifndef OWN_GRAPH_H
#define OWN_GRAPH_H

#include "common.h"

struct bpf_list_head { u64 opaque[2]; } __attribute__((aligned(8)));
struct bpf_list_node { u64 opaque[3]; } __attribute__((aligned(8)));
struct bpf_rb_root { u64 opaque[2]; } __attribute__((aligned(8)));
struct bpf_rb_node { u64 opaque[4]; } __attribute__((aligned(8)));
struct bpf_refcount { u32 opaque[1]; } __attribute__((aligned(4)));

#define KPTR __attribute__((btf_type_tag("kptr")))
#define PERCPU_KPTR __attribute__((btf_type_tag("percpu_kptr")))
#define CONTAINS(name, node) __attribute__((btf_decl_tag("contains:" #name ":" #node)))
#define PRIVATE(name) SEC(".bss." #name) __attribute__((visibility("hidden"), aligned(8)))
#define AROUND(ptr, type, member) ((type *)((void *)(ptr) - __builtin_offsetof(type, member)))

extern void *bpf_obj_new_impl(u64, void *) __ksym;
extern void bpf_obj_drop_impl(void *, void *) __ksym;
extern void *bpf_percpu_obj_new_impl(u64, void *) __ksym;
extern void bpf_percpu_obj_drop_impl(void *, void *) __ksym;
extern void *bpf_refcount_acquire_impl(void *, void *) __ksym;
extern int bpf_list_push_front_impl(struct bpf_list_head *, struct bpf_list_node *, void *, u64) __ksym;
extern int bpf_list_push_back_impl(struct bpf_list_head *, struct bpf_list_node *, void *, u64) __ksym;
extern struct bpf_list_node *bpf_list_pop_front(struct bpf_list_head *) __ksym;
extern struct bpf_list_node *bpf_list_pop_back(struct bpf_list_head *) __ksym;
extern struct bpf_list_node *bpf_list_front(struct bpf_list_head *) __ksym;
extern struct bpf_list_node *bpf_list_back(struct bpf_list_head *) __ksym;
extern int bpf_rbtree_add_impl(struct bpf_rb_root *, struct bpf_rb_node *,
			       _Bool (*)(struct bpf_rb_node *, const struct bpf_rb_node *), void *, u64) __ksym;
extern struct bpf_rb_node *bpf_rbtree_remove(struct bpf_rb_root *, struct bpf_rb_node *) __ksym;
extern struct bpf_rb_node *bpf_rbtree_first(struct bpf_rb_root *) __ksym;
extern struct bpf_rb_node *bpf_rbtree_root(struct bpf_rb_root *) __ksym;
extern struct bpf_rb_node *bpf_rbtree_left(struct bpf_rb_root *, struct bpf_rb_node *) __ksym;
extern struct bpf_rb_node *bpf_rbtree_right(struct bpf_rb_root *, struct bpf_rb_node *) __ksym;
extern void bpf_rcu_read_lock(void) __ksym;
extern void bpf_rcu_read_unlock(void) __ksym;

#define NEW(type) ((type *)bpf_obj_new_impl(__builtin_btf_type_id(*(type *)0, 0), 0))
#define PERCPU_NEW(type) ((type PERCPU_KPTR *)bpf_percpu_obj_new_impl(__builtin_btf_type_id(*(type *)0, 0), 0))
#define DROP(object) bpf_obj_drop_impl(object, 0)
#define ACQUIRE(object) bpf_refcount_acquire_impl(object, 0)

#endif
