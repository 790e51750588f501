/**
 * Which registers are read before they are written, from each instruction on; pruning ignores the others.
 * kernel: verifier.c compute_live_registers()
 */
import { defined } from '../../../lib/assert.ts';
import {
  BPF_ALU,
  BPF_ALU64,
  BPF_ATOMIC,
  BPF_CALL,
  BPF_CMPXCHG,
  BPF_DW,
  BPF_END,
  BPF_EXIT,
  BPF_FETCH,
  BPF_IMM,
  BPF_JA,
  BPF_JCOND,
  BPF_K,
  BPF_LD,
  BPF_LDX,
  BPF_LOAD_ACQ,
  BPF_MEM,
  BPF_MEMSX,
  BPF_MOV,
  BPF_ST,
  BPF_STORE_REL,
  BPF_STX,
  classOf,
  modeOf,
  opOf,
  sizeOf,
  sourceOf,
} from '../../isa/constants.ts';
import type { Code } from '../../isa/insn.ts';
import type { Verifier } from '../env.ts';
import { verboseInsn } from '../log/log.ts';
import { isLdImm64 } from '../program/code.ts';
import { callSummary } from './call-summary.ts';

const R0 = 1;
/** R0..R5. */
const CALLER_SAVED = 0x3f;
/** What reads everything and writes nothing: the assumption for instructions that are not analysed. */
const ALL = 0xffff;

/** Registers read and written, as bits: `use | def << 16`. */
type Effect = number;
const effect = (use: number, def: number): Effect => use | (def << 16);
const usedBy = (e: Effect): number => e & ALL;
const definedBy = (e: Effect): number => e >>> 16;

/** Fills `aux.liveRegsBefore` and, at level 2, prints it. */
export function computeLiveRegisters(v: Verifier): void {
  const effects = new Int32Array(v.code.length);
  for (let i = 0; i < effects.length; i++) effects[i] = insnEffect(v, i);
  solve(v, effects);
  if (v.logsAll) printLiveRegisters(v);
}

function solve(v: Verifier, effects: Int32Array): void {
  const { first: firsts, second: seconds, postorder } = defined(v.flow, 'control flow');
  const before = v.aux.liveRegsBefore;
  before.fill(0);
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < postorder.length; i++) {
      const insn = postorder[i];
      const first = firsts[insn];
      const second = seconds[insn];
      const after = (first < 0 ? 0 : before[first]) | (second < 0 ? 0 : before[second]);
      const live = (after & ~definedBy(effects[insn])) | usedBy(effects[insn]);
      if (live === before[insn]) continue;
      before[insn] = live;
      changed = true;
    }
  }
}

// kernel: verifier.c compute_insn_live_regs()
function insnEffect(v: Verifier, i: number): Effect {
  const { code } = v;
  const opcode = code.opcode[i];
  const dst = 1 << code.dst[i];
  const src = 1 << code.src[i];
  switch (classOf(opcode)) {
    case BPF_LD:
      return modeOf(opcode) === BPF_IMM && sizeOf(opcode) === BPF_DW ? effect(0, dst) : effect(ALL, 0);
    case BPF_LDX:
      return modeOf(opcode) === BPF_MEM || modeOf(opcode) === BPF_MEMSX ? effect(src, dst) : effect(ALL, 0);
    case BPF_ST:
      return modeOf(opcode) === BPF_MEM ? effect(dst, 0) : effect(ALL, 0);
    case BPF_STX:
      return storeEffect(code, i, dst, src);
    case BPF_ALU:
    case BPF_ALU64:
      return aluEffect(opcode, dst, src);
    default:
      return jumpEffect(v, i, dst, src);
  }
}

function storeEffect(code: Code, i: number, dst: number, src: number): Effect {
  const mode = modeOf(code.opcode[i]);
  if (mode === BPF_MEM) return effect(dst | src, 0);
  if (mode !== BPF_ATOMIC) return effect(ALL, 0);
  switch (code.imm[i]) {
    case BPF_CMPXCHG:
      return effect(R0 | dst | src, R0);
    case BPF_LOAD_ACQ:
      return effect(src, dst);
    case BPF_STORE_REL:
      return effect(dst | src, 0);
    default:
      return effect(dst | src, (code.imm[i] & BPF_FETCH) !== 0 ? src : 0);
  }
}

function aluEffect(opcode: number, dst: number, src: number): Effect {
  const operand = sourceOf(opcode) === BPF_K ? 0 : src;
  switch (opOf(opcode)) {
    case BPF_END:
      return effect(dst, dst);
    case BPF_MOV:
      return effect(operand, dst);
    default:
      return effect(dst | operand, dst);
  }
}

function jumpEffect(v: Verifier, i: number, dst: number, src: number): Effect {
  const opcode = v.code.opcode[i];
  switch (opOf(opcode)) {
    case BPF_JA:
    case BPF_JCOND:
      return effect(0, 0);
    case BPF_EXIT:
      return effect(R0, 0);
    case BPF_CALL: {
      const summary = callSummary(v, i);
      const args = summary === undefined ? CALLER_SAVED & ~R0 : ((2 << summary.numParams) - 1) & ~R0;
      return effect(args, CALLER_SAVED);
    }
    default:
      return effect(sourceOf(opcode) === BPF_K ? dst : dst | src, 0);
  }
}

/** `  1  17: 0.....67.. (95) exit`: loop, instruction, live registers, text. */
function printLiveRegisters(v: Verifier): void {
  v.verbose('Live regs before insn:\n');
  for (let i = 0; i < v.code.length; i++) {
    const scc = v.aux.scc[i] === 0 ? '    ' : `${String(v.aux.scc[i]).padStart(3)} `;
    v.verbose(`${scc}${String(i).padStart(3)}: ${registersText(v.aux.liveRegsBefore[i])} `);
    verboseInsn(v, i);
    if (isLdImm64(v.code, i)) i++;
  }
}

function registersText(bits: number): string {
  let text = '';
  for (let regno = 0; regno < 10; regno++) text += (bits & (1 << regno)) !== 0 ? String(regno) : '.';
  return text;
}
