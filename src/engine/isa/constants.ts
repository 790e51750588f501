/**
 * The bits of an opcode and the special values of other fields, in the kernel's spelling.
 * kernel: include/uapi/linux/bpf.h, include/uapi/linux/bpf_common.h
 *
 *   arithmetic, jumps      op:4   | source:1 | class:3
 *   loads, stores          mode:3 | size:2   | class:3
 */

// Classes.
export const BPF_LD = 0x00;
export const BPF_LDX = 0x01;
export const BPF_ST = 0x02;
export const BPF_STX = 0x03;
export const BPF_ALU = 0x04;
export const BPF_JMP = 0x05;
export const BPF_JMP32 = 0x06;
export const BPF_ALU64 = 0x07;

// Source of the second operand: `imm` or the source register.
export const BPF_K = 0x00;
export const BPF_X = 0x08;

// Byte order of BPF_END.
export const BPF_TO_LE = 0x00;
export const BPF_TO_BE = 0x08;

// Operations of BPF_ALU and BPF_ALU64.
export const BPF_ADD = 0x00;
export const BPF_SUB = 0x10;
export const BPF_MUL = 0x20;
export const BPF_DIV = 0x30;
export const BPF_OR = 0x40;
export const BPF_AND = 0x50;
export const BPF_LSH = 0x60;
export const BPF_RSH = 0x70;
export const BPF_NEG = 0x80;
export const BPF_MOD = 0x90;
export const BPF_XOR = 0xa0;
export const BPF_MOV = 0xb0;
export const BPF_ARSH = 0xc0;
export const BPF_END = 0xd0;

// Operations of BPF_JMP and BPF_JMP32.
export const BPF_JA = 0x00;
export const BPF_JEQ = 0x10;
export const BPF_JGT = 0x20;
export const BPF_JGE = 0x30;
export const BPF_JSET = 0x40;
export const BPF_JNE = 0x50;
export const BPF_JSGT = 0x60;
export const BPF_JSGE = 0x70;
export const BPF_CALL = 0x80;
export const BPF_EXIT = 0x90;
export const BPF_JLT = 0xa0;
export const BPF_JLE = 0xb0;
export const BPF_JSLT = 0xc0;
export const BPF_JSLE = 0xd0;
export const BPF_JCOND = 0xe0;

// Sizes of memory accesses.
export const BPF_W = 0x00;
export const BPF_H = 0x08;
export const BPF_B = 0x10;
export const BPF_DW = 0x18;

// Modes of memory accesses.
export const BPF_IMM = 0x00;
export const BPF_ABS = 0x20;
export const BPF_IND = 0x40;
export const BPF_MEM = 0x60;
export const BPF_MEMSX = 0x80;
/** Speculation barrier of rewritten programs (class BPF_ST). */
export const BPF_NOSPEC = 0xc0;
export const BPF_ATOMIC = 0xc0;

// Operations of BPF_ATOMIC, in `imm`; also BPF_ADD, BPF_AND, BPF_OR, BPF_XOR.
export const BPF_FETCH = 0x01;
export const BPF_XCHG = 0xe0 | BPF_FETCH;
export const BPF_CMPXCHG = 0xf0 | BPF_FETCH;
export const BPF_LOAD_ACQ = 0x100;
export const BPF_STORE_REL = 0x110;

// `src` of a BPF_LD | BPF_IMM | BPF_DW.
export const BPF_PSEUDO_MAP_FD = 1;
export const BPF_PSEUDO_MAP_VALUE = 2;
export const BPF_PSEUDO_BTF_ID = 3;
export const BPF_PSEUDO_FUNC = 4;
export const BPF_PSEUDO_MAP_IDX = 5;
export const BPF_PSEUDO_MAP_IDX_VALUE = 6;

// `src` of a BPF_JMP | BPF_CALL; 0 is a helper by number.
export const BPF_PSEUDO_CALL = 1;
export const BPF_PSEUDO_KFUNC_CALL = 2;

/** `src` of a BPF_JMP | BPF_JCOND. */
export const BPF_MAY_GOTO = 0;

/** `off` of a BPF_ALU64 | BPF_MOV | BPF_X that changes the address space of an arena pointer. */
export const BPF_ADDR_SPACE_CAST = 1;
/** `off` of a BPF_ALU64 | BPF_MOV | BPF_X that adds the per-CPU base (rewritten programs only). */
export const BPF_ADDR_PERCPU = -1;

export const BPF_REG_0 = 0;
export const BPF_REG_1 = 1;
export const BPF_REG_2 = 2;
export const BPF_REG_3 = 3;
export const BPF_REG_4 = 4;
export const BPF_REG_5 = 5;
export const BPF_REG_6 = 6;
export const BPF_REG_7 = 7;
export const BPF_REG_8 = 8;
export const BPF_REG_9 = 9;
export const BPF_REG_10 = 10;
export const BPF_REG_FP = BPF_REG_10;

/** `BPF_LD | BPF_IMM | BPF_DW`: the one instruction of two slots. */
export const LD_IMM64 = BPF_LD | BPF_IMM | BPF_DW;

/** kernel: BPF_CLASS(), BPF_OP(), BPF_SRC(), BPF_SIZE(), BPF_MODE() */
export const classOf = (opcode: number): number => opcode & 0x07;
export const opOf = (opcode: number): number => opcode & 0xf0;
export const sourceOf = (opcode: number): number => opcode & 0x08;
export const sizeOf = (opcode: number): number => opcode & 0x18;
export const modeOf = (opcode: number): number => opcode & 0xe0;

/** Bytes of a memory access by the size bits shifted right by 3. kernel: bpf_size_to_bytes() */
export const SIZE_BYTES: readonly number[] = [4, 2, 1, 8];
