/**
 * Calls whose callee leaves R1-R5 alone: compilers spill what is live around them for old kernels. Where the stack
 * slots of such spills serve nothing else, the spills are not counted. kernel: verifier.c mark_fastcall_patterns()
 */
import { BPF_CALL, BPF_DW, BPF_JMP, BPF_LDX, BPF_MEM, BPF_REG_10, BPF_STX } from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { callSummary } from '../states/call-summary.ts';
import type { SubprogInfo } from './subprog-info.ts';

const SPILL = BPF_STX | BPF_MEM | BPF_DW;
const FILL = BPF_LDX | BPF_MEM | BPF_DW;
/** R0..R5. */
const CALLER_SAVED = 0x3f;
const MAX_SPILLS = 6;

/** Marks spills and fills around calls, and where in each function's stack they lie. */
export function markFastcallPatterns(v: Verifier): void {
  for (const [i, subprog] of v.subprogs.entries()) {
    const end = v.subprogs[i + 1]?.start ?? v.code.length;
    const lowest = lowestSpill(v, subprog.start, end);
    for (let insn = subprog.start; insn < end; insn++) {
      if (v.code.opcode[insn] === (BPF_JMP | BPF_CALL)) markPatternForCall(v, subprog, insn, lowest);
    }
  }
}

function lowestSpill(v: Verifier, start: number, end: number): number {
  let lowest = 0;
  for (let i = start; i < end; i++) {
    if (v.code.opcode[i] === SPILL && v.code.dst[i] === BPF_REG_10) lowest = Math.min(lowest, v.code.off[i]);
  }
  return lowest;
}

/** Matches pairs of a spill before and a fill after the call, outwards, at ascending offsets. kernel: mark_fastcall_pattern_for_call() */
function markPatternForCall(v: Verifier, subprog: SubprogInfo, call: number, lowest: number): void {
  const summary = callSummary(v, call);
  if (summary === undefined) return;
  const params = ((2 << summary.numParams) - 1) & ~1;
  let expected = CALLER_SAVED & ~(params | (summary.isVoid ? 0 : 1));
  let pairs = 0;
  let off = lowest;
  for (; pairs < MAX_SPILLS; pairs++, off += 8) {
    const regno = spilledAround(v, call, pairs + 1, off);
    if (regno < 0 || (expected & (1 << regno)) === 0) break;
    expected &= ~(1 << regno);
    v.aux.fastcallPattern[call - pairs - 1] = 1;
    v.aux.fastcallPattern[call + pairs + 1] = 1;
  }
  if (pairs === 0) return;
  if (summary.fastcall) v.aux.fastcallSpills[call] = pairs;
  else subprog.keepFastcallStack = true;
  subprog.fastcallStackOff = Math.min(subprog.fastcallStackOff, off);
}

/** The register that is spilled `distance` before the call and filled as far behind it, at `off`; -1 if none is. */
function spilledAround(v: Verifier, call: number, distance: number, off: number): number {
  const { code } = v;
  const spill = call - distance;
  const fill = call + distance;
  if (spill < 0 || fill >= code.length) return -1;
  if (code.opcode[spill] !== SPILL || code.opcode[fill] !== FILL) return -1;
  if (code.dst[spill] !== BPF_REG_10 || code.src[fill] !== BPF_REG_10) return -1;
  if (code.src[spill] !== code.dst[fill] || code.off[spill] !== off || code.off[fill] !== off) return -1;
  return code.src[spill];
}

function hasSpills(v: Verifier, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (v.aux.fastcallSpills[i] !== 0) return true;
  return false;
}

/** Spills around fast calls are dropped from accepted programs, which may need less stack then. kernel: remove_fastcall_spills_fills() */
export function removeFastcallSpillsFills(v: Verifier): void {
  for (const [i, subprog] of v.subprogs.entries()) {
    const end = v.subprogs[i + 1]?.start ?? v.code.length;
    subprog.touchedStack = subprog.stackDepth;
    if (!subprog.keepFastcallStack && hasSpills(v, subprog.start, end)) subprog.stackDepth = -subprog.fastcallStackOff;
  }
}
