/**
 * What the page says about helpers, in the words of the kernel's documentation made short. Errors are those of 6.18, as
 * the machine gives them.
 */
export interface HelperWords {
  readonly prototype: string;
  readonly says: string;
  /** What it returns, and when. */
  readonly returns: readonly (readonly [value: string, when: string])[];
}

const TIMER = 'struct bpf_timer *timer';
const IN_NMI = ['-EOPNOTSUPP', 'called from NMI'] as const;
const NO_INIT = ['-EINVAL', 'the timer was never initialised'] as const;

/** Helpers by name. */
export const HELPER_WORDS: Readonly<Record<string, HelperWords>> = {
  bpf_timer_init: {
    prototype: `long bpf_timer_init(${TIMER}, void *map, u64 flags)`,
    says: 'Makes the timer of an element. R2 is the map that the element lies in, R3 the clock: CLOCK_MONOTONIC, CLOCK_REALTIME or CLOCK_BOOTTIME.',
    returns: [
      ['0', 'made'],
      ['-EBUSY', 'it was initialised before'],
      ['-EINVAL', 'no such clock, or unknown flags'],
      ['-EPERM', 'no process and no pin holds the map'],
      ['-ENOMEM', 'no memory'],
      IN_NMI,
    ],
  },
  bpf_timer_set_callback: {
    prototype: `long bpf_timer_set_callback(${TIMER}, void *callback_fn)`,
    says: 'Says which function runs when the timer fires. It gets the map, the key and the value, and returns 0. The timer holds the program from now on.',
    returns: [['0', 'set'], NO_INIT, ['-EPERM', 'no process and no pin holds the map'], IN_NMI],
  },
  bpf_timer_start: {
    prototype: `long bpf_timer_start(${TIMER}, u64 nsecs, u64 flags)`,
    says: 'Arms the timer, also one that is armed already. The callback runs in softirq. Flags: BPF_F_TIMER_ABS takes nsecs as a moment, BPF_F_TIMER_CPU_PIN keeps it on this CPU.',
    returns: [
      ['0', 'armed'],
      ['-EINVAL', 'no init, no callback, cancelled since it was set, or unknown flags'],
      IN_NMI,
    ],
  },
  bpf_timer_cancel: {
    prototype: `long bpf_timer_cancel(${TIMER})`,
    says: 'Disarms the timer, waits for a callback that runs on another CPU, and forgets the callback.',
    returns: [
      ['1', 'it was armed'],
      ['0', 'it was not'],
      NO_INIT,
      ['-EDEADLK', 'called by its own callback, or two callbacks would wait for each other'],
      IN_NMI,
    ],
  },
  bpf_map_lookup_elem: {
    prototype: 'void *bpf_map_lookup_elem(struct bpf_map *map, const void *key)',
    says: 'The address of the value of a key. Compare it with 0 before it is used.',
    returns: [['NULL', 'no such element']],
  },
  bpf_map_update_elem: {
    prototype: 'long bpf_map_update_elem(struct bpf_map *map, const void *key, const void *value, u64 flags)',
    says: 'Puts a value under a key. A timer of a value that it replaces is cancelled and freed.',
    returns: [
      ['0', 'done'],
      ['-EEXIST', 'BPF_NOEXIST, and the key is there'],
      ['-ENOENT', 'BPF_EXIST, and the key is not there'],
      ['-E2BIG', 'the map is full, or the index is behind its end'],
    ],
  },
  bpf_map_delete_elem: {
    prototype: 'long bpf_map_delete_elem(struct bpf_map *map, const void *key)',
    says: 'Takes an element out of a map. Its timer is cancelled and freed.',
    returns: [
      ['0', 'done'],
      ['-ENOENT', 'no such element'],
      ['-EINVAL', 'elements of an array stay'],
    ],
  },
  bpf_for_each_map_elem: {
    prototype: 'long bpf_for_each_map_elem(struct bpf_map *map, void *callback_fn, void *callback_ctx, u64 flags)',
    says: 'Calls a function with map, key, value and context for each element, until it returns 1.',
    returns: [['n', 'elements that it was called for']],
  },
  bpf_ktime_get_ns: {
    prototype: 'u64 bpf_ktime_get_ns(void)',
    says: 'Nanoseconds since the start of the machine: the clock of CLOCK_MONOTONIC.',
    returns: [],
  },
  bpf_ktime_get_boot_ns: {
    prototype: 'u64 bpf_ktime_get_boot_ns(void)',
    says: 'Nanoseconds since the start of the machine, with the time that it slept.',
    returns: [],
  },
  bpf_trace_printk: {
    prototype: 'long bpf_trace_printk(const char *fmt, u32 fmt_size, …)',
    says: 'Writes a line to trace_pipe, with up to three numbers in R3 to R5.',
    returns: [['n', 'bytes written']],
  },
  bpf_get_smp_processor_id: {
    prototype: 'u32 bpf_get_smp_processor_id(void)',
    says: 'The CPU that it is called on.',
    returns: [],
  },
  bpf_get_prandom_u32: {
    prototype: 'u32 bpf_get_prandom_u32(void)',
    says: 'A pseudo-random number; the seed is the machine’s.',
    returns: [],
  },
  bpf_spin_lock: {
    prototype: 'void bpf_spin_lock(struct bpf_spin_lock *lock)',
    says: 'Takes the lock of a value; nothing but a few helpers may be called until it is given back.',
    returns: [],
  },
  bpf_spin_unlock: {
    prototype: 'void bpf_spin_unlock(struct bpf_spin_lock *lock)',
    says: 'Gives back the lock that this program took.',
    returns: [],
  },
  bpf_ringbuf_reserve: {
    prototype: 'void *bpf_ringbuf_reserve(void *ringbuf, u64 size, u64 flags)',
    says: 'Room for a record, to be submitted or discarded on every path.',
    returns: [['NULL', 'no room']],
  },
  bpf_ringbuf_submit: {
    prototype: 'void bpf_ringbuf_submit(void *data, u64 flags)',
    says: 'Hands a reserved record over to readers.',
    returns: [],
  },
  bpf_ringbuf_output: {
    prototype: 'long bpf_ringbuf_output(void *ringbuf, void *data, u64 size, u64 flags)',
    says: 'Copies a record into the ring buffer.',
    returns: [
      ['0', 'done'],
      ['-EAGAIN', 'no room'],
    ],
  },
  bpf_tail_call: {
    prototype: 'long bpf_tail_call(void *ctx, struct bpf_map *prog_array_map, u32 index)',
    says: 'Goes on in another program and does not return; it returns only where there is none.',
    returns: [],
  },
  bpf_loop: {
    prototype: 'long bpf_loop(u32 nr_loops, void *callback_fn, void *callback_ctx, u64 flags)',
    says: 'Calls a function with an index and a context, until it returns 1.',
    returns: [
      ['n', 'calls that were made'],
      ['-E2BIG', 'more than 8\u00a0388\u00a0608 loops'],
    ],
  },
};
