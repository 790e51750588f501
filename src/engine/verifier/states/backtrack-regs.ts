/**
 * What an instruction does to the set of registers that backtracking looks for, known before the walk. Most instructions
 * have no part in it: they write and compare other registers, and backtracking runs past them. Of the others, most hand
 * the search on from the registers they write to those they read, which is two masks.
 */
import {
  BPF_ABS,
  BPF_CALL,
  BPF_END,
  BPF_EXIT,
  BPF_IND,
  BPF_JMP,
  BPF_JMP32,
  BPF_LD,
  BPF_LDX,
  BPF_MOV,
  BPF_NEG,
  BPF_REG_FP,
  BPF_ST,
  BPF_STX,
  BPF_X,
  classOf,
  modeOf,
  opOf,
  sourceOf,
} from '../../isa/constants.ts';
import type { Code } from '../../isa/insn.ts';
import type { Verifier } from '../env.ts';
import { isAtomicLoad } from '../program/code.ts';
import type { InsnAux } from '../program/insn-aux.ts';

/** How an instruction without a record in the history hands the search on. */
export const BY_MASKS = 0;
/** Stores, whose address cannot be the value looked for. */
export const BY_STORE = 1;
/** Loads of packet bytes: R0 comes from nowhere. */
export const BY_LEGACY_LOAD = 2;
export const BY_CALL = 3;
export const BY_EXIT = 4;

/** Set in every search: calls and exits change the frame that is looked at, whatever is wanted. */
export const FRAME = 1 << 15;

/** Fills `aux.backtrackRule`, `backtrackRegs`, `backtrackEnds` and `backtrackBegins`. */
export function computeBacktrackRegs({ code, aux }: Verifier): void {
  for (let i = 0; i < code.length; i++) {
    // Not the second half of a 64-bit constant.
    if (code.opcode[i] !== 0) setEffectOf(aux, code, i);
  }
}

/** If one of `regs` is wanted, `ends` are no longer wanted before the instruction, and `begins` are. */
function setEffect(aux: InsnAux, i: number, rule: number, regs: number, ends: number, begins: number): void {
  aux.backtrackRule[i] = rule;
  aux.backtrackRegs[i] = regs;
  aux.backtrackEnds[i] = ends;
  aux.backtrackBegins[i] = begins;
}

function setEffectOf(aux: InsnAux, code: Code, i: number): void {
  const dst = 1 << code.dst[i];
  switch (classOf(code.opcode[i])) {
    case BPF_JMP:
    case BPF_JMP32:
      return setEffectOfJump(aux, code, i);
    case BPF_STX:
    case BPF_ST:
      return isAtomicLoad(code, i) ? setEffect(aux, i, BY_MASKS, dst, dst, 0) : setEffect(aux, i, BY_STORE, dst, 0, 0);
    case BPF_LD:
      return setEffect(aux, i, isLegacyLoad(code.opcode[i]) ? BY_LEGACY_LOAD : BY_MASKS, dst, dst, 0);
    case BPF_LDX:
      return setEffect(aux, i, BY_MASKS, dst, dst, 0);
    default:
      return setEffectOfAlu(aux, code, i);
  }
}

const isLegacyLoad = (opcode: number): boolean => modeOf(opcode) === BPF_IND || modeOf(opcode) === BPF_ABS;

function setEffectOfAlu(aux: InsnAux, code: Code, i: number): void {
  const opcode = code.opcode[i];
  const op = opOf(opcode);
  const dst = 1 << code.dst[i];
  const readsSource = op !== BPF_END && op !== BPF_NEG && sourceOf(opcode) === BPF_X && code.src[i] !== BPF_REG_FP;
  setEffect(aux, i, BY_MASKS, dst, op === BPF_MOV ? dst : 0, readsSource ? 1 << code.src[i] : 0);
}

/** A comparison of two registers makes both matter. */
function setEffectOfJump(aux: InsnAux, code: Code, i: number): void {
  const op = opOf(code.opcode[i]);
  if (op === BPF_CALL) return setEffect(aux, i, BY_CALL, FRAME, 0, 0);
  if (op === BPF_EXIT) return setEffect(aux, i, BY_EXIT, FRAME, 0, 0);
  const both = sourceOf(code.opcode[i]) === BPF_X ? (1 << code.dst[i]) | (1 << code.src[i]) : 0;
  setEffect(aux, i, BY_MASKS, both, 0, both);
}
