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

/** The arena's first words, where no record lies: intermediate values of tnum.ts, bounds.ts and alu.ts. */
export const SCRATCH = 0;
export const SCRATCH_SIZE = 128;

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

/** Base types of registers and their flags belong to the contract with the kernel's tables. */
export * from '../../abi/reg-types.ts';
