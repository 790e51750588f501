/* Parses a line of settings in a map: addresses, numbers in two bases, switches; and prints it again in one form. */
#include "common.h"

struct text {
	char in[96];
	char out[64];
	u32 address;
	u32 port;
	u32 hex;
	u32 errors;
	u32 dots;
	u32 words;
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 2);
	__type(key, u32);
	__type(value, struct text);
} lines SEC(".maps");

#define DIGIT(i)							\
	do {								\
		u64 ch = (u8)t->in[i];					\
		if (ch >= '0' && ch <= '9')				\
			octet = octet * 10 + (ch - '0');		\
		else if (ch == '.') {					\
			address = address << 8 | (octet & 255);		\
			octet = 0;					\
			t->dots++;					\
		} else if (ch != ' ')					\
			t->errors++;					\
		OPAQUE(octet);						\
		OPAQUE(address);					\
	} while (0)

#define HEX(i)								\
	do {								\
		u64 ch = (u8)t->in[i];					\
		u64 low = ch | 32;					\
		if (ch >= '0' && ch <= '9')				\
			hex = hex << 4 | (ch - '0');			\
		else if (low >= 'a' && low <= 'f')			\
			hex = hex << 4 | (low - 'a' + 10);		\
		else							\
			t->errors++;					\
		OPAQUE(hex);						\
	} while (0)

#define OPAQUE(x) asm volatile("" : "+r"(x))

SEC("syscall")
int text_parse(void *ctx)
{
	u64 octet = bpf_get_prandom_u32(), address = bpf_get_prandom_u32(), hex = bpf_get_prandom_u32(), port = 0;
	u32 one = 1;
	volatile struct text *t = bpf_map_lookup_elem(&lines, &one);

	if (!t)
		return 1;
	DIGIT(0); DIGIT(1); DIGIT(2); DIGIT(3); DIGIT(4); DIGIT(5); DIGIT(6); DIGIT(7);
	DIGIT(8); DIGIT(9); DIGIT(10); DIGIT(11); DIGIT(12); DIGIT(13); DIGIT(14); DIGIT(15);
	HEX(18); HEX(19); HEX(20); HEX(21); HEX(22); HEX(23); HEX(24); HEX(25);
#pragma clang loop unroll(full)
	for (int i = 26; i < 32; i++) {
		port = port * 10 + (t->in[i] & 15);
		OPAQUE(port);
	}
	t->address = address << 8 | (octet & 255);
	t->hex = hex;
	t->port = port;
#pragma clang loop unroll(full)
	for (int i = 0; i < 16; i++) {
		u32 nibble = t->in[32 + i] & 15;
		t->out[2 * i] = "0123456789abcdef"[nibble];
		t->out[2 * i + 1] = "fedcba9876543210"[nibble ^ 5];
	}
#pragma clang loop unroll(full)
	for (int i = 32; i < 64; i++) {
		char ch = t->in[i + 16];
		t->out[i] = ch ^ (ch >> 1);
		OPAQUE(one);
	}
	return t->errors;
}

GPL;
