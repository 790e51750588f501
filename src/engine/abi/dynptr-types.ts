/** What a dynptr points to. kernel: include/linux/bpf.h enum bpf_dynptr_type */
export const BPF_DYNPTR_TYPE_INVALID = 0;
export const BPF_DYNPTR_TYPE_LOCAL = 1;
export const BPF_DYNPTR_TYPE_RINGBUF = 2;
export const BPF_DYNPTR_TYPE_SKB = 3;
export const BPF_DYNPTR_TYPE_XDP = 4;
export const BPF_DYNPTR_TYPE_SKB_META = 5;
