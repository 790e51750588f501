/* Sweeps and statistics with every kind of loop: bpf_loop, for_each_map_elem, open-coded iterators, bounded and unrolled ones. BPF_CFLAGS: -mcpu=v4 */
#include "common.h"

struct bpf_iter_num {
	u64 opaque[1];
} __attribute__((aligned(8)));

extern int bpf_iter_num_new(struct bpf_iter_num *it, int start, int end) __attribute__((weak)) SEC(".ksyms");
extern int *bpf_iter_num_next(struct bpf_iter_num *it) __attribute__((weak)) SEC(".ksyms");
extern void bpf_iter_num_destroy(struct bpf_iter_num *it) __attribute__((weak)) SEC(".ksyms");

struct sample {
	u64 at;
	s64 value;
	u32 series;
	u32 flags;
};

struct series {
	s64 sum;
	s64 squares;
	s64 min;
	s64 max;
	s64 ewma;
	u64 count;
	s64 window[64];
	u32 head;
	u32 fill;
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 256);
	__type(key, u32);
	__type(value, struct sample);
} samples SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 64);
	__type(key, u32);
	__type(value, struct series);
} table SEC(".maps");

struct sweep {
	u64 now;
	u64 oldest;
	u32 dead;
	u32 live;
	s64 total;
	s64 best[8];
};

NOINLINE void feed(struct series *s, s64 v)
{
	if (!s)
		return;
	s->sum += v;
	s->squares += v * v;
	s->min = v < s->min ? v : s->min;
	s->max = v > s->max ? v : s->max;
	s->ewma += (v - s->ewma) / 8;
	s->window[s->head & 63] = v;
	s->head = (s->head + 1) & 63;
	if (s->fill < 64)
		s->fill++;
	s->count++;
}

static long take_sample(u32 i, struct sweep *w)
{
	struct sample *sample = bpf_map_lookup_elem(&samples, &i);
	struct series *s;
	u32 id;

	if (!sample)
		return 1;
	if (sample->at > w->now)
		return 0;
	id = sample->series;
	s = bpf_map_lookup_elem(&table, &id);
	if (!s) {
		w->dead++;
		return 0;
	}
	feed(s, sample->value);
	w->live++;
	return 0;
}

static long sum_up(void *map, u32 *key, struct series *s, struct sweep *w)
{
	s64 mean, spread = 0;

	if (s->fill < 1)
		return 0;
#pragma clang loop unroll(full)
	for (int i = 0; i < 64; i++) {
		s64 d = s->window[i] - s->ewma;
		spread += d < 0 ? -d : d;
		asm volatile("" : "+r"(spread));
	}
	mean = s->sum / (s64)(s->count | 1);
	w->total += mean;
#pragma clang loop unroll(full)
	for (int i = 0; i < 8; i++) {
		s64 b = w->best[i];
		if (spread > b) {
			w->best[i] = spread;
			spread = b;
		}
	}
	return *key == 63;
}

/* how many values lie below the middle of the range */
NOINLINE s64 median(struct series *s)
{
	s64 mid = (s->min + s->max) / 2;
	struct bpf_iter_num it;
	u64 under = bpf_get_prandom_u32() & 1;
	int *i;

	bpf_iter_num_new(&it, 0, 64);
	while ((i = bpf_iter_num_next(&it))) {
		u32 at = *i;
		if (at < 64)
			under += (u64)(s->window[at] - mid) >> 63;
	}
	bpf_iter_num_destroy(&it);
	return under;
}

SEC("syscall")
int loops(struct sample *arg)
{
	struct sweep w = { .now = bpf_ktime_get_ns() };
	u32 id = arg->series, order[24];
	s64 middle = 0;

	bpf_loop(256, take_sample, &w, 0);
	bpf_for_each_map_elem(&table, sum_up, &w, 0);
	struct series *s = bpf_map_lookup_elem(&table, &id);
	if (!s)
		return 1;
	middle = median(s);
#pragma clang loop unroll(full)
	for (int i = 0; i < 24; i++)
		order[i] = s->window[i];
#pragma clang loop unroll(full)
	for (int i = 0; i < 8; i++) {
#pragma clang loop unroll(full)
		for (int j = 0; j < 23; j++) {
			u32 a = order[j], b = order[j + 1];
			order[j] = a < b ? a : b;
			order[j + 1] = a < b ? b : a;
		}
	}
	for (int i = 0; i < 24; i++)
		s->window[40 + i] = order[i];
	return middle > order[12] ? w.live : w.dead;
}

GPL;
