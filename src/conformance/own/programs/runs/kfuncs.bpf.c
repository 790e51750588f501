/*
 * Functions of the kernel on strings, bits, sets of CPUs and dynptrs, called from a program of user space.
 *
 * RUN: strings,bits,cpus,ranges
 */
#include "graph.h"

struct bpf_iter_bits {
	u64 opaque[2];
} __attribute__((aligned(8)));
struct cpumask {
	u64 bits[4];
};
struct bpf_cpumask {
	struct cpumask cpumask;
	u32 usage;
};

extern int bpf_strcmp(const char *, const char *) __ksym;
extern int bpf_strcasecmp(const char *, const char *) __ksym;
extern int bpf_strchr(const char *, char) __ksym;
extern int bpf_strchrnul(const char *, char) __ksym;
extern int bpf_strnchr(const char *, u64, char) __ksym;
extern int bpf_strrchr(const char *, int) __ksym;
extern int bpf_strlen(const char *) __ksym;
extern int bpf_strnlen(const char *, u64) __ksym;
extern int bpf_strspn(const char *, const char *) __ksym;
extern int bpf_strcspn(const char *, const char *) __ksym;
extern int bpf_strstr(const char *, const char *) __ksym;
extern int bpf_strnstr(const char *, const char *, u64) __ksym;
extern int bpf_iter_bits_new(struct bpf_iter_bits *, const u64 *, u32) __ksym;
extern int *bpf_iter_bits_next(struct bpf_iter_bits *) __ksym;
extern void bpf_iter_bits_destroy(struct bpf_iter_bits *) __ksym;
extern struct bpf_cpumask *bpf_cpumask_create(void) __ksym;
extern void bpf_cpumask_release(struct bpf_cpumask *) __ksym;
extern void bpf_cpumask_set_cpu(u32, struct bpf_cpumask *) __ksym;
extern void bpf_cpumask_clear_cpu(u32, struct bpf_cpumask *) __ksym;
extern void bpf_cpumask_setall(struct bpf_cpumask *) __ksym;
extern u32 bpf_cpumask_first(const struct cpumask *) __ksym;
extern u32 bpf_cpumask_first_zero(const struct cpumask *) __ksym;
extern u32 bpf_cpumask_weight(const struct cpumask *) __ksym;
extern _Bool bpf_cpumask_empty(const struct cpumask *) __ksym;
extern _Bool bpf_cpumask_full(const struct cpumask *) __ksym;
extern _Bool bpf_cpumask_and(struct bpf_cpumask *, const struct cpumask *, const struct cpumask *) __ksym;
extern _Bool bpf_cpumask_subset(const struct cpumask *, const struct cpumask *) __ksym;
extern int bpf_dynptr_copy(struct bpf_dynptr *, u64, struct bpf_dynptr *, u64, u64) __ksym;
extern int bpf_dynptr_memset(struct bpf_dynptr *, u64, u64, u8) __ksym;

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 128);
	__type(key, u32);
	__type(value, u64);
} seen SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, char[64]);
} buffers SEC(".maps");

INLINE void tell(u32 index, s64 value)
{
	bpf_map_update_elem(&seen, &index, &value, 0);
}

char text[] = "hello world";
char other[] = "HELLO World";
char part[] = "wor";
char none[] = "";
char vowels[] = "aeiou";
char letters[] = "helo";

SEC("syscall") int strings(void *ctx)
{
	tell(0, bpf_strcmp(text, other));
	tell(1, bpf_strcmp(text, text));
	tell(2, bpf_strcasecmp(text, other));
	tell(3, bpf_strchr(text, 'o'));
	tell(4, bpf_strchr(text, 'z'));
	tell(5, bpf_strchr(text, 0));
	tell(6, bpf_strchrnul(text, 'z'));
	tell(7, bpf_strnchr(text, 3, 'o'));
	tell(8, bpf_strnchr(text, 5, 'o'));
	tell(9, bpf_strrchr(text, 'o'));
	tell(10, bpf_strlen(text));
	tell(11, bpf_strnlen(text, 4));
	tell(12, bpf_strnlen(text, -1));
	tell(13, bpf_strspn(text, letters));
	tell(14, bpf_strcspn(text, vowels));
	tell(15, bpf_strstr(text, part));
	tell(16, bpf_strstr(part, text));
	tell(17, bpf_strstr(text, none));
	tell(18, bpf_strnstr(text, part, 8));
	tell(19, bpf_strnstr(text, part, 9));
	tell(20, bpf_strnstr(text, part, 2));
	tell(21, bpf_strlen((const char *)8));
	tell(22, bpf_strstr(none, part));
	tell(23, bpf_strcmp(none, part));
	return 0;
}

u64 words[3] = {0x8000000000000001, 0, 0x10};

INLINE void count(u32 index, const u64 *from, u32 size)
{
	struct bpf_iter_bits it;
	u64 sum = 0;
	int *bit;

	tell(index, bpf_iter_bits_new(&it, from, size));
	while ((bit = bpf_iter_bits_next(&it)))
		sum = sum * 1000 + *bit;
	bpf_iter_bits_destroy(&it);
	tell(index + 1, sum);
}

SEC("syscall") int bits(void *ctx)
{
	count(40, words, 1);
	count(42, words, 3);
	count(44, words, 0);
	count(46, words, 512);
	return 0;
}

SEC("syscall") int cpus(void *ctx)
{
	struct bpf_cpumask *a = bpf_cpumask_create(), *b;

	if (!a)
		return -1;
	b = bpf_cpumask_create();
	if (!b) {
		bpf_cpumask_release(a);
		return -2;
	}
	tell(50, bpf_cpumask_empty((void *)a));
	tell(51, bpf_cpumask_first((void *)a));
	bpf_cpumask_set_cpu(1, a);
	bpf_cpumask_set_cpu(1000, a);
	tell(52, bpf_cpumask_first((void *)a));
	tell(53, bpf_cpumask_first_zero((void *)a));
	tell(54, bpf_cpumask_weight((void *)a));
	bpf_cpumask_setall(b);
	tell(55, bpf_cpumask_full((void *)b));
	tell(56, bpf_cpumask_subset((void *)a, (void *)b));
	tell(57, bpf_cpumask_subset((void *)b, (void *)a));
	tell(58, bpf_cpumask_and(b, (void *)a, (void *)b));
	tell(59, bpf_cpumask_weight((void *)b));
	bpf_cpumask_clear_cpu(1, a);
	tell(60, bpf_cpumask_and(b, (void *)a, (void *)b));
	bpf_cpumask_release(a);
	bpf_cpumask_release(b);
	return 0;
}

SEC("syscall") int ranges(void *ctx)
{
	struct bpf_dynptr a, b;
	u32 key = 0;
	char *buffer = bpf_map_lookup_elem(&buffers, &key);

	if (!buffer)
		return -1;
	bpf_dynptr_from_mem(buffer, 32, 0, &a);
	bpf_dynptr_from_mem(buffer + 32, 32, 0, &b);
	tell(70, bpf_dynptr_memset(&a, 4, 8, 0x5a));
	tell(71, bpf_dynptr_memset(&a, 30, 8, 0x5a));
	tell(72, bpf_dynptr_copy(&b, 1, &a, 2, 10));
	tell(73, bpf_dynptr_copy(&b, 30, &a, 2, 10));
	tell(74, bpf_dynptr_copy(&b, 1, &a, 30, 10));
	return 0;
}

GPL;
