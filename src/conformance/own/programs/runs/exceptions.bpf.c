/*
 * Programs that throw: from the main function, from functions below it, and only the second time.
 *
 * RUN: plain,deep,sometimes,sometimes,not,in_syscall,at_end
 */
#include "common.h"

extern void bpf_throw(u64 cookie) __ksym;

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 8);
	__type(key, u32);
	__type(value, u64);
} seen SEC(".maps");

enum { REACHED, ATTEMPTS };

INLINE void note(u32 what, u64 value)
{
	u64 *slot = bpf_map_lookup_elem(&seen, &what);

	if (slot)
		*slot += value;
}

SEC("tc")
int plain(struct __sk_buff *ctx)
{
	note(REACHED, 1);
	bpf_throw(ctx->len + 17);
	note(REACHED, 1000);
	return 0;
}

NOINLINE int third(struct __sk_buff *ctx, u64 number)
{
	u64 local[4] = { number, number + 1, number + 2, number + 3 };

	if (ctx->len > 10)
		bpf_throw(local[ctx->len & 3] + 100);
	return local[ctx->len & 3];
}

NOINLINE int second(struct __sk_buff *ctx, u64 number)
{
	return third(ctx, number + 10) + 1;
}

__attribute__((noinline)) int first(struct __sk_buff *ctx)
{
	int result = second(ctx, ctx->len);

	note(REACHED, 1000);
	return result;
}

SEC("tc")
int deep(struct __sk_buff *ctx)
{
	int result = first(ctx);

	note(REACHED, 1000);
	return result;
}

SEC("tc")
int sometimes(struct __sk_buff *ctx)
{
	u32 key = ATTEMPTS;
	u64 *attempts = bpf_map_lookup_elem(&seen, &key);

	if (!attempts)
		return 1;
	*attempts += 1;
	if (*attempts == 2)
		bpf_throw(200);
	return 3;
}

SEC("tc")
int not(struct __sk_buff *ctx)
{
	if (ctx->len == 12345)
		bpf_throw(1);
	return 4;
}

SEC("syscall")
int in_syscall(void *ctx)
{
	bpf_throw(0xffffffff00000009);
	return 5;
}

SEC("tc")
int at_end(struct __sk_buff *ctx)
{
	note(REACHED, 1);
	bpf_throw(ctx->len);
	return 6;
}

GPL;
