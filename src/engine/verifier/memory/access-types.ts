/** kernel: enum bpf_access_type */
export const BPF_READ = 1;
export const BPF_WRITE = 2;

/** Variable offsets are below this. kernel: BPF_MAX_VAR_OFF */
export const BPF_MAX_VAR_OFF = 1 << 29;
/** Sizes that helpers are given are below this. kernel: BPF_MAX_VAR_SIZ */
export const BPF_MAX_VAR_SIZ = 1 << 29;
