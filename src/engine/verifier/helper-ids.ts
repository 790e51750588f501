/** Helpers that the verifier itself knows by number. kernel: include/uapi/linux/bpf.h enum bpf_func_id */
export const BPF_FUNC_TAIL_CALL = 12;
export const BPF_FUNC_SPIN_UNLOCK = 94;
