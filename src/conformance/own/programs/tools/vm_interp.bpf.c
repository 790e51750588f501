/* An interpreter of a small stack machine: filters that users write are run over events. */
#include "common.h"

struct op {
	u8 code;
	u8 a;
	u16 b;
	u32 imm;
};

struct filter {
	struct op ops[24];
	u32 length;
	u32 runs;
	u64 steps;
};

struct event {
	u64 fields[8];
};

struct machine {
	u64 stack[16];
	u32 top;
	u32 failed;
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 8);
	__type(key, u32);
	__type(value, struct filter);
} filters SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct machine);
} machines SEC(".maps");

INLINE void push(struct machine *m, u64 v)
{
	if (m->top > 15) {
		m->failed = 1;
		return;
	}
	m->stack[m->top & 15] = v;
	m->top++;
}

INLINE u64 pop(struct machine *m)
{
	if (m->top == 0) {
		m->failed = 2;
		return 0;
	}
	m->top--;
	return m->stack[m->top & 15];
}

INLINE void step(struct machine *m, volatile struct op *op, struct event *e)
{
	u32 code = op->code;

	if (code == 0) {
		push(m, op->imm);
	} else if (code == 1) {
		push(m, e->fields[op->a & 7]);
	} else if (code == 2) {
		u64 b = pop(m), a = pop(m);
		push(m, op->a & 1 ? a - b : a + b);
	} else if (code == 3) {
		u64 b = pop(m), a = pop(m);
		push(m, op->a & 1 ? a / (b | 1) : a * b);
	} else if (code == 4) {
		u64 b = pop(m), a = pop(m);
		push(m, op->a & 1 ? a > b : a == b);
	} else if (code == 5) {
		u64 a = pop(m);
		push(m, a << (op->b & 63) ^ op->imm);
	} else if (code == 6) {
		u64 a = pop(m);
		push(m, a);
		push(m, a);
	} else {
		m->failed = 3;
	}
}

#define OP(i) if (i < f->length && !m->failed) step(m, &f->ops[i], &e)

SEC("syscall")
int vm_interp(struct event *arg)
{
	u32 zero = 0, at = 3;
	struct event e;
	struct filter *f;
	struct machine *m;

	__builtin_memcpy(&e, arg, sizeof(e));
	f = bpf_map_lookup_elem(&filters, &at);
	m = bpf_map_lookup_elem(&machines, &zero);
	if (!f || !m)
		return -1;
	m->top = 0;
	m->failed = 0;
	f->runs++;
	OP(0); OP(1); OP(2); OP(3); OP(4); OP(5); OP(6); OP(7);
	OP(8); OP(9); OP(10); OP(11); OP(12); OP(13); OP(14); OP(15);
	if (m->failed)
		return -(int)m->failed;
	return pop(m) != 0;
}

GPL;
