/** What single instructions read and write, as far as a chain follows it. */
import * as bpf from '../isa/constants.ts';
import type { Code } from '../isa/insn.ts';

export interface Effect {
  /** Register that is written; undefined for none. */
  readonly writes: number | undefined;
  /** Registers that what is written (or decided) comes from. */
  readonly from: readonly number[];
  /** What is written comes from memory, is written to memory. */
  readonly loads: boolean;
  readonly stores: boolean;
  readonly is: 'value' | 'branch' | 'call' | 'exit' | 'other';
}

const effect = (is: Effect['is'], writes: number | undefined, from: readonly number[], memory = ''): Effect => ({
  is,
  writes,
  from,
  loads: memory === 'load',
  stores: memory === 'store',
});

/** Registers that a call scratches. */
export const SCRATCHED: readonly number[] = [1, 2, 3, 4, 5];

export function effectOf(code: Code, i: number): Effect {
  const [opcode, dst, src] = [code.opcode[i], code.dst[i], code.src[i]];
  switch (bpf.classOf(opcode)) {
    case bpf.BPF_ALU:
    case bpf.BPF_ALU64:
      return effect('value', dst, operandsOfAlu(opcode, dst, src));
    case bpf.BPF_LDX:
      return effect('value', dst, [src], 'load');
    case bpf.BPF_LD:
      return opcode === bpf.LD_IMM64 ? effect('value', dst, []) : effect('value', 0, [6]);
    case bpf.BPF_ST:
      return effect('other', undefined, [dst], 'store');
    case bpf.BPF_STX:
      return effectOfStore(code, i);
    default:
      return effectOfJump(opcode, dst, src);
  }
}

function operandsOfAlu(opcode: number, dst: number, src: number): readonly number[] {
  const isRegister = bpf.sourceOf(opcode) === bpf.BPF_X;
  const op = bpf.opOf(opcode);
  if (op === bpf.BPF_MOV) return isRegister ? [src] : [];
  return isRegister && op !== bpf.BPF_END && src !== dst ? [dst, src] : [dst];
}

function effectOfStore(code: Code, i: number): Effect {
  const { dst, src, imm, opcode } = code;
  if (bpf.modeOf(opcode[i]) !== bpf.BPF_ATOMIC) return effect('other', undefined, [dst[i], src[i]], 'store');
  if (imm[i] === bpf.BPF_LOAD_ACQ) return effect('value', dst[i], [src[i]], 'load');
  if ((imm[i] & bpf.BPF_FETCH) === 0) return effect('other', undefined, [dst[i], src[i]], 'store');
  return effect('value', imm[i] === bpf.BPF_CMPXCHG ? 0 : src[i], [dst[i], src[i]], 'load');
}

function effectOfJump(opcode: number, dst: number, src: number): Effect {
  switch (bpf.opOf(opcode)) {
    case bpf.BPF_CALL:
      return effect('call', 0, []);
    case bpf.BPF_EXIT:
      return effect('exit', undefined, [0]);
    case bpf.BPF_JA:
      return effect('other', undefined, []);
    case bpf.BPF_JCOND:
      return effect('branch', undefined, []);
    default:
      return effect('branch', undefined, bpf.sourceOf(opcode) === bpf.BPF_X ? [dst, src] : [dst]);
  }
}

/** Where control may go after an instruction of a function; nowhere after an exit. */
export function successorsOf(code: Code, i: number): readonly number[] {
  const opcode = code.opcode[i];
  const kind = bpf.classOf(opcode);
  const next = opcode === bpf.LD_IMM64 ? i + 2 : i + 1;
  if (kind !== bpf.BPF_JMP && kind !== bpf.BPF_JMP32) return [next];
  switch (bpf.opOf(opcode)) {
    case bpf.BPF_CALL:
      return [next];
    case bpf.BPF_EXIT:
      return [];
    case bpf.BPF_JA:
      return [i + 1 + (kind === bpf.BPF_JMP32 ? code.imm[i] : code.off[i])];
    default:
      return [next, i + 1 + code.off[i]];
  }
}
