/**
 * Records of the verifier's arena `v.w`, one `Int32Array`. A register is the offset of its first word; 64-bit values
 * are two words, low first; compare unsigned by `x ^ 0x80000000`.
 *
 *   word  0     1    2   3           4..5        6..7       8..9  10..11 12..13 14..15 16      17      18      19
 *         TYPE  OFF  ID  REF_OBJ_ID  TNUM_VALUE  TNUM_MASK  SMIN  SMAX   UMIN   UMAX   S32MIN  S32MAX  U32MIN  U32MAX
 *
 *   word  20       21          22       23    24    25    26      27
 *         FRAMENO  SUBREG_DEF  PRECISE  AUX0  AUX1  AUX2  PARENT  (unused)
 *
 * kernel: include/linux/bpf_verifier.h struct bpf_reg_state. The kernel's union is AUX0..AUX2:
 *
 *   type                               AUX0                     AUX1               AUX2
 *   CONST_PTR_TO_MAP, PTR_TO_MAP_*     map index + 1 (MAP_PTR)  map_uid (MAP_UID)  inner map: id of the MapInfo table
 *   PTR_TO_PACKET, _META               range (RANGE; s32)
 *   PTR_TO_MEM (and MEM_* variants)    mem_size (MEM_SIZE)      dynptr_id (DYNPTR_ID)
 *   PTR_TO_BTF_ID                      btf type id (BTF_ID)     btf table index (BTF)
 *   CONST_PTR_TO_DYNPTR, STACK_DYNPTR  dynptr type (DYNPTR_TYPE) first_slot (DYNPTR_FIRST_SLOT)
 *   iterators (stack slots)            btf id (BTF_ID)          btf table index    state | depth << 2 (ITER)
 *   irq flags                          kfunc class (IRQ_CLASS)
 *   PTR_TO_FUNC                        subprogram (SUBPROGNO)
 */
export const TYPE = 0;
export const OFF = 1;
export const ID = 2;
export const REF_OBJ_ID = 3;
export const TNUM_VALUE = 4;
export const TNUM_MASK = 6;
export const SMIN = 8;
export const SMAX = 10;
export const UMIN = 12;
export const UMAX = 14;
export const S32MIN = 16;
export const S32MAX = 17;
export const U32MIN = 18;
export const U32MAX = 19;
export const FRAMENO = 20;
export const SUBREG_DEF = 21;
export const PRECISE = 22;
export const AUX0 = 23;
export const AUX1 = 24;
export const AUX2 = 25;

export const MAP_PTR = AUX0;
export const MAP_UID = AUX1;
export const RANGE = AUX0;
export const MEM_SIZE = AUX0;
export const DYNPTR_ID = AUX1;
export const BTF_ID = AUX0;
export const BTF = AUX1;
export const DYNPTR_TYPE = AUX0;
export const DYNPTR_FIRST_SLOT = AUX1;
export const ITER = AUX2;
export const IRQ_CLASS = AUX0;
export const SUBPROGNO = AUX0;

export const REG_SIZE = 28;
/** R0..R10. */
export const MAX_BPF_REG = 11;
export const REGS_SIZE = REG_SIZE * MAX_BPF_REG;

/** A stack slot: a register record (`spilled_ptr`), then the eight byte types packed into two words, byte 0 lowest. */
export const SLOT_TYPES = REG_SIZE;
export const SLOT_SIZE = REG_SIZE + 2;

/** Byte types of a stack slot; kernel: enum bpf_stack_slot_type. */
export const STACK_INVALID = 0;
export const STACK_SPILL = 1;
export const STACK_MISC = 2;
export const STACK_ZERO = 3;
export const STACK_DYNPTR = 4;
export const STACK_ITER = 5;
export const STACK_IRQ_FLAG = 6;

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
