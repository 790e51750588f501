/**
 * Types of registers, and the flags that modify types of registers, arguments and return values.
 * kernel: include/linux/bpf.h enum bpf_reg_type, enum bpf_type_flag.
 */

/** Base types of registers; kernel: enum bpf_reg_type. Flags are or-ed in above BASE_TYPE_BITS. */
export const NOT_INIT = 0;
export const SCALAR_VALUE = 1;
export const PTR_TO_CTX = 2;
export const CONST_PTR_TO_MAP = 3;
export const PTR_TO_MAP_VALUE = 4;
export const PTR_TO_MAP_KEY = 5;
export const PTR_TO_STACK = 6;
export const PTR_TO_PACKET_META = 7;
export const PTR_TO_PACKET = 8;
export const PTR_TO_PACKET_END = 9;
export const PTR_TO_FLOW_KEYS = 10;
export const PTR_TO_SOCKET = 11;
export const PTR_TO_SOCK_COMMON = 12;
export const PTR_TO_TCP_SOCK = 13;
export const PTR_TO_TP_BUFFER = 14;
export const PTR_TO_XDP_SOCK = 15;
export const PTR_TO_BTF_ID = 16;
export const PTR_TO_MEM = 17;
export const PTR_TO_ARENA = 18;
export const PTR_TO_BUF = 19;
export const PTR_TO_FUNC = 20;
export const CONST_PTR_TO_DYNPTR = 21;

/** kernel: enum bpf_type_flag, in its order. */
export const BASE_TYPE_BITS = 8;
export const BASE_TYPE_MASK = (1 << BASE_TYPE_BITS) - 1;
export const PTR_MAYBE_NULL = 1 << 8;
export const MEM_RDONLY = 1 << 9;
export const MEM_RINGBUF = 1 << 10;
export const MEM_USER = 1 << 11;
export const MEM_PERCPU = 1 << 12;
export const OBJ_RELEASE = 1 << 13;
export const PTR_UNTRUSTED = 1 << 14;
export const MEM_UNINIT = 1 << 15;
export const DYNPTR_TYPE_LOCAL = 1 << 16;
export const DYNPTR_TYPE_RINGBUF = 1 << 17;
export const MEM_FIXED_SIZE = 1 << 18;
export const MEM_ALLOC = 1 << 19;
export const PTR_TRUSTED = 1 << 20;
export const MEM_RCU = 1 << 21;
export const NON_OWN_REF = 1 << 22;
export const DYNPTR_TYPE_SKB = 1 << 23;
export const DYNPTR_TYPE_XDP = 1 << 24;
export const MEM_ALIGNED = 1 << 25;
export const MEM_WRITE = 1 << 26;
export const DYNPTR_TYPE_SKB_META = 1 << 27;
export const DYNPTR_TYPE_FILE = 1 << 28;

export const baseType = (type: number): number => type & BASE_TYPE_MASK;
export const typeFlag = (type: number): number => type & ~BASE_TYPE_MASK;
export const typeMayBeNull = (type: number): boolean => (type & PTR_MAYBE_NULL) !== 0;
