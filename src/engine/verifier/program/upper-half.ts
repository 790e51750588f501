/** Is the upper half of R0 read after an instruction that sets the lower one? kernel: verifier.c mark_insn_zext(), is_reg64() */
import * as bpf from '../../isa/constants.ts';
import type { Code } from '../../isa/insn.ts';
import type { Verifier } from '../env.ts';
import { jmpOffset } from './code.ts';

/** Along the paths that were walked. */
export function readsUpperHalf(v: Verifier, from: number): boolean {
  const waiting = [from + 1];
  const known = new Set<number>();
  for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
    if (known.has(i) || i >= v.code.length || v.aux.seen[i] === 0) continue;
    known.add(i);
    const effect = effectOf(v, i);
    if (effect === 'wide') return true;
    if (effect !== 'written') waiting.push(...nextOf(v, i));
  }
  return false;
}

type Effect = 'none' | 'wide' | 'written';

/** What an instruction does with R0, a number. Loads through it are none of it. */
function effectOf({ code }: Verifier, i: number): Effect {
  switch (bpf.classOf(code.opcode[i])) {
    case bpf.BPF_LD:
    case bpf.BPF_LDX:
      return code.dst[i] === 0 ? 'written' : 'none';
    case bpf.BPF_STX:
      return code.src[i] === 0 && bpf.sizeOf(code.opcode[i]) === bpf.BPF_DW ? 'wide' : 'none';
    case bpf.BPF_ALU:
    case bpf.BPF_ALU64:
      return effectOfArithmetic(code, i);
    case bpf.BPF_JMP:
      return effectOfJump(code, i);
    default:
      return 'none';
  }
}

/** R0 is the second operand. */
const isSource = (code: Code, i: number): boolean => code.src[i] === 0 && bpf.sourceOf(code.opcode[i]) === bpf.BPF_X;

function effectOfArithmetic(code: Code, i: number): Effect {
  const isWide = bpf.classOf(code.opcode[i]) === bpf.BPF_ALU64;
  const readsDestination = code.dst[i] === 0 && bpf.opOf(code.opcode[i]) !== bpf.BPF_MOV;
  if (isWide && (readsDestination || isSource(code, i))) return 'wide';
  return code.dst[i] === 0 ? 'written' : 'none';
}

function effectOfJump(code: Code, i: number): Effect {
  const op = bpf.opOf(code.opcode[i]);
  if (op === bpf.BPF_CALL) return 'written';
  if (op === bpf.BPF_EXIT) return 'wide';
  const compares = op !== bpf.BPF_JA && op !== bpf.BPF_JCOND;
  return compares && (code.dst[i] === 0 || isSource(code, i)) ? 'wide' : 'none';
}

function nextOf(v: Verifier, i: number): readonly number[] {
  const { opcode } = v.code;
  const group = bpf.classOf(opcode[i]);
  if (opcode[i] === bpf.LD_IMM64) return [i + 2];
  if (group !== bpf.BPF_JMP && group !== bpf.BPF_JMP32) return [i + 1];
  const target = i + 1 + jmpOffset(v.code, i);
  return bpf.opOf(opcode[i]) === bpf.BPF_JA ? [target] : [i + 1, target];
}
