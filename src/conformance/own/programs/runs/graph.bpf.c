/*
 * Objects of the program's own: on lists, in a tree, behind kptrs, and gone with the map value that owns them.
 *
 * RUN: lists,tree,twice,in_value,drop_head,kptrs:cpu0,kptrs:cpu0,drop_value,drop_value,lists
 */
#include "graph.h"

struct item {
	u64 key;
	struct bpf_list_node on_list;
	struct bpf_rb_node in_tree;
	struct bpf_refcount references;
};

struct plain {
	u64 a, b;
};

struct counter {
	u64 n;
};

struct owner {
	struct plain KPTR *plain;
	struct item KPTR *item;
	struct counter PERCPU_KPTR *counter;
	u64 number;
};

struct head {
	struct bpf_spin_lock lock;
	struct bpf_list_head items CONTAINS(item, on_list);
	u64 number;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4);
	__type(key, u32);
	__type(value, struct owner);
} owners SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 2);
	__type(key, u32);
	__type(value, struct owner);
} slots SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__type(key, u32);
	__type(value, struct head);
} heads SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 64);
	__type(key, u32);
	__type(value, u64);
} seen SEC(".maps");

PRIVATE(A) struct bpf_spin_lock lock;
PRIVATE(A) struct bpf_list_head list CONTAINS(item, on_list);
PRIVATE(A) struct bpf_rb_root root CONTAINS(item, in_tree);

INLINE void tell(u32 index, u64 value)
{
	bpf_map_update_elem(&seen, &index, &value, 0);
}

static _Bool less(struct bpf_rb_node *a, const struct bpf_rb_node *b)
{
	return AROUND(a, struct item, in_tree)->key < AROUND(b, struct item, in_tree)->key;
}

SEC("tc") int lists(struct __sk_buff *skb)
{
	struct bpf_list_node *front, *back;
	u64 first = 0, last = 0, order = 0;

	for (int i = 0; i < 4; i++) {
		struct item *item = NEW(struct item);

		if (!item)
			return -1;
		item->key = i + 1;
		bpf_spin_lock(&lock);
		if (i & 1)
			bpf_list_push_front_impl(&list, &item->on_list, 0, 0);
		else
			bpf_list_push_back_impl(&list, &item->on_list, 0, 0);
		bpf_spin_unlock(&lock);
	}
	bpf_spin_lock(&lock);
	front = bpf_list_front(&list);
	if (front)
		first = AROUND(front, struct item, on_list)->key;
	back = bpf_list_back(&list);
	if (back)
		last = AROUND(back, struct item, on_list)->key;
	bpf_spin_unlock(&lock);
	tell(0, first);
	tell(1, last);
	for (int i = 0; i < 3; i++) {
		struct item *item;

		bpf_spin_lock(&lock);
		front = (i & 1) ? bpf_list_pop_back(&list) : bpf_list_pop_front(&list);
		bpf_spin_unlock(&lock);
		if (!front)
			return -2;
		item = AROUND(front, struct item, on_list);
		order = order * 10 + item->key;
		DROP(item);
	}
	return order;
}

/* The key of a node, if there is one: under the lock only. */
#define KEY(node) ((node) ? AROUND(node, struct item, in_tree)->key : 0)

SEC("tc") int tree(struct __sk_buff *skb)
{
	u32 keys[] = {5, 2, 9, 1, 7, 3, 8, 6, 4};
	u64 top = 0, left = 0, right = 0, order = 0;
	struct bpf_rb_node *node, *child;

	for (int i = 0; i < 9; i++) {
		struct item *item = NEW(struct item);

		if (!item)
			return -1;
		item->key = keys[i];
		bpf_spin_lock(&lock);
		bpf_rbtree_add_impl(&root, &item->in_tree, less, 0, 0);
		bpf_spin_unlock(&lock);
	}
	bpf_spin_lock(&lock);
	node = bpf_rbtree_root(&root);
	if (node) {
		top = KEY(node);
		child = bpf_rbtree_left(&root, node);
		left = KEY(child);
		child = bpf_rbtree_right(&root, node);
		right = KEY(child);
	}
	bpf_spin_unlock(&lock);
	tell(2, top);
	tell(3, left);
	tell(4, right);
	for (int i = 0; i < 5; i++) {
		struct item *item;

		bpf_spin_lock(&lock);
		node = i == 1 ? bpf_rbtree_root(&root) : bpf_rbtree_first(&root);
		if (!node) {
			bpf_spin_unlock(&lock);
			return -2;
		}
		node = bpf_rbtree_remove(&root, node);
		bpf_spin_unlock(&lock);
		if (!node)
			return -3;
		item = AROUND(node, struct item, in_tree);
		order = order * 10 + item->key;
		DROP(item);
		bpf_spin_lock(&lock);
		node = bpf_rbtree_root(&root);
		top = KEY(node);
		bpf_spin_unlock(&lock);
		tell(5 + i, top);
	}
	return order;
}

/* One object twice on one list: the second time fails and drops its reference. */
SEC("tc") int twice(struct __sk_buff *skb)
{
	struct item *one = NEW(struct item), *again;
	long first, second;

	if (!one)
		return -1;
	again = ACQUIRE(one);
	if (!again) {
		DROP(one);
		return -2;
	}
	bpf_spin_lock(&lock);
	first = bpf_list_push_back_impl(&list, &one->on_list, 0, 0);
	second = bpf_list_push_back_impl(&list, &again->on_list, 0, 0);
	bpf_spin_unlock(&lock);
	tell(20, first);
	tell(21, second);
	return 0;
}

INLINE u64 swap_plain(struct owner *owner, u64 a)
{
	struct plain *plain = NEW(struct plain);
	u64 old = 0;

	if (!plain)
		return -1;
	plain->a = a;
	plain->b = 2 * a;
	plain = bpf_kptr_xchg(&owner->plain, plain);
	if (plain) {
		old = plain->a + plain->b;
		DROP(plain);
	}
	return old;
}

SEC("tc") int kptrs(struct __sk_buff *skb)
{
	struct counter PERCPU_KPTR *counter, *old;
	struct owner empty = {}, *owner;
	struct counter *mine, *other;
	u32 key = 1;

	bpf_map_update_elem(&owners, &key, &empty, 0);
	owner = bpf_map_lookup_elem(&owners, &key);
	if (!owner)
		return -1;
	tell(30, swap_plain(owner, 11));
	tell(31, swap_plain(owner, 33));
	counter = PERCPU_NEW(struct counter);
	if (counter) {
		old = bpf_kptr_xchg(&owner->counter, counter);
		if (old)
			bpf_percpu_obj_drop_impl((void *)old, 0);
	}
	bpf_rcu_read_lock();
	counter = owner->counter;
	if (counter) {
		mine = bpf_this_cpu_ptr(counter);
		mine->n = 99;
		tell(32, mine->n);
		other = bpf_per_cpu_ptr(counter, 1);
		tell(33, other ? other->n : 7);
		other = bpf_per_cpu_ptr(counter, 0);
		tell(34, other ? other->n : 7);
		tell(35, bpf_per_cpu_ptr(counter, 100000) ? 1 : 0);
	}
	bpf_rcu_read_unlock();
	key = 0;
	owner = bpf_map_lookup_elem(&slots, &key);
	if (!owner)
		return -2;
	tell(36, swap_plain(owner, 5));
	tell(37, owner->plain ? 1 : 0);
	bpf_map_update_elem(&slots, &key, &empty, 0);
	tell(38, owner->plain ? 1 : 0);
	return 0;
}

SEC("tc") int drop_value(struct __sk_buff *skb)
{
	u32 key = 1;

	return bpf_map_delete_elem(&owners, &key);
}

SEC("tc") int in_value(struct __sk_buff *skb)
{
	struct bpf_list_node *node;
	struct head empty = {}, *head;
	struct item *item;
	u32 key = 3;

	bpf_map_update_elem(&heads, &key, &empty, 0);
	head = bpf_map_lookup_elem(&heads, &key);
	if (!head)
		return -1;
	for (int i = 0; i < 3; i++) {
		item = NEW(struct item);
		if (!item)
			return -2;
		item->key = 100 + i;
		bpf_spin_lock(&head->lock);
		bpf_list_push_front_impl(&head->items, &item->on_list, 0, 0);
		bpf_spin_unlock(&head->lock);
	}
	bpf_spin_lock(&head->lock);
	node = bpf_list_pop_back(&head->items);
	bpf_spin_unlock(&head->lock);
	if (!node)
		return -3;
	item = AROUND(node, struct item, on_list);
	key = item->key;
	DROP(item);
	return key;
}

SEC("tc") int drop_head(struct __sk_buff *skb)
{
	u32 key = 3;

	return bpf_map_delete_elem(&heads, &key);
}

GPL;
