/**
 * Questions about single instructions of the program.
 */

import {
  BPF_ATOMIC,
  BPF_CALL,
  BPF_JA,
  BPF_JCOND,
  BPF_JMP,
  BPF_JMP32,
  BPF_LOAD_ACQ,
  BPF_MAY_GOTO,
  BPF_PSEUDO_CALL,
  BPF_PSEUDO_FUNC,
  BPF_PSEUDO_KFUNC_CALL,
  BPF_STX,
  classOf,
  LD_IMM64,
  modeOf,
} from '../../isa/constants.ts';
import type { Code } from '../../isa/insn.ts';

const CALL = BPF_JMP | BPF_CALL;

/** kernel: bpf_is_ldimm64() */
export const isLdImm64 = (code: Code, i: number): boolean => code.opcode[i] === LD_IMM64;

/** kernel: bpf_pseudo_func() */
export const isPseudoFunc = (code: Code, i: number): boolean => isLdImm64(code, i) && code.src[i] === BPF_PSEUDO_FUNC;

/** kernel: bpf_helper_call() */
export const isHelperCall = (code: Code, i: number): boolean => code.opcode[i] === CALL && code.src[i] === 0;

/** kernel: bpf_pseudo_call() */
export const isPseudoCall = (code: Code, i: number): boolean =>
  code.opcode[i] === CALL && code.src[i] === BPF_PSEUDO_CALL;

/** kernel: bpf_pseudo_kfunc_call() */
export const isPseudoKfuncCall = (code: Code, i: number): boolean =>
  code.opcode[i] === CALL && code.src[i] === BPF_PSEUDO_KFUNC_CALL;

/** kernel: verifier.c is_may_goto_insn() */
export const isMayGoto = (code: Code, i: number): boolean =>
  code.opcode[i] === (BPF_JMP | BPF_JCOND) && code.src[i] === BPF_MAY_GOTO;

/** kernel: verifier.c is_atomic_load_insn() */
export const isAtomicLoad = (code: Code, i: number): boolean =>
  classOf(code.opcode[i]) === BPF_STX && modeOf(code.opcode[i]) === BPF_ATOMIC && code.imm[i] === BPF_LOAD_ACQ;

/** Distance of a jump's target from the instruction after it. kernel: bpf_jmp_offset() */
export const jmpOffset = (code: Code, i: number): number =>
  code.opcode[i] === (BPF_JMP32 | BPF_JA) ? code.imm[i] : code.off[i];
