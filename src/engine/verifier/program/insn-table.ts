/** Which of the 256 opcodes are instructions. kernel: core.c bpf_opcode_in_insntable() */
import * as bpf from '../../isa/constants.ts';

const ALU_OPS = [
  bpf.BPF_ADD,
  bpf.BPF_SUB,
  bpf.BPF_AND,
  bpf.BPF_OR,
  bpf.BPF_LSH,
  bpf.BPF_RSH,
  bpf.BPF_XOR,
  bpf.BPF_MUL,
  bpf.BPF_MOV,
  bpf.BPF_ARSH,
  bpf.BPF_DIV,
  bpf.BPF_MOD,
];

const CONDITIONS = [
  bpf.BPF_JEQ,
  bpf.BPF_JNE,
  bpf.BPF_JGT,
  bpf.BPF_JLT,
  bpf.BPF_JGE,
  bpf.BPF_JLE,
  bpf.BPF_JSGT,
  bpf.BPF_JSLT,
  bpf.BPF_JSGE,
  bpf.BPF_JSLE,
  bpf.BPF_JSET,
];

const SIZES = [bpf.BPF_B, bpf.BPF_H, bpf.BPF_W, bpf.BPF_DW];
const NARROW = [bpf.BPF_B, bpf.BPF_H, bpf.BPF_W];

/** One operation with register and with constant. */
const withSources = (cls: number, ops: readonly number[]): number[] =>
  ops.flatMap((op) => [cls | op | bpf.BPF_K, cls | op | bpf.BPF_X]);

const withSizes = (code: number, sizes: readonly number[]): number[] => sizes.map((size) => code | size);

const KNOWN: ReadonlySet<number> = new Set([
  ...withSources(bpf.BPF_ALU, ALU_OPS),
  ...withSources(bpf.BPF_ALU64, ALU_OPS),
  bpf.BPF_ALU | bpf.BPF_NEG,
  bpf.BPF_ALU64 | bpf.BPF_NEG,
  bpf.BPF_ALU | bpf.BPF_END | bpf.BPF_TO_BE,
  bpf.BPF_ALU | bpf.BPF_END | bpf.BPF_TO_LE,
  bpf.BPF_ALU64 | bpf.BPF_END | bpf.BPF_TO_LE,
  bpf.BPF_JMP | bpf.BPF_CALL,
  bpf.BPF_JMP | bpf.BPF_EXIT,
  ...withSources(bpf.BPF_JMP, CONDITIONS),
  ...withSources(bpf.BPF_JMP32, CONDITIONS),
  bpf.BPF_JMP | bpf.BPF_JA,
  bpf.BPF_JMP32 | bpf.BPF_JA,
  bpf.BPF_JMP | bpf.BPF_JCOND,
  ...withSizes(bpf.BPF_LDX | bpf.BPF_MEM, SIZES),
  ...withSizes(bpf.BPF_LDX | bpf.BPF_MEMSX, NARROW),
  ...withSizes(bpf.BPF_STX | bpf.BPF_MEM, SIZES),
  ...withSizes(bpf.BPF_STX | bpf.BPF_ATOMIC, SIZES),
  ...withSizes(bpf.BPF_ST | bpf.BPF_MEM, SIZES),
  ...withSizes(bpf.BPF_LD | bpf.BPF_ABS, NARROW),
  ...withSizes(bpf.BPF_LD | bpf.BPF_IND, NARROW),
  bpf.LD_IMM64,
]);

export const isKnownOpcode = (opcode: number): boolean => KNOWN.has(opcode);
