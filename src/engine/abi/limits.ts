/** Sizes and bounds of the kernel that several parts keep to. */

/** Bytes of stack of one BPF function. kernel: include/linux/filter.h */
export const MAX_BPF_STACK = 512;

/** Rounds of bpf_loop, of numeric iterators, and of may_goto. kernel: include/linux/bpf.h */
export const BPF_MAX_LOOPS = 8 * 1024 * 1024;

/** Bytes of a page. */
export const PAGE_SIZE = 4096;
