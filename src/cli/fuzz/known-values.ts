/** What the verifier believed of registers before each instruction, on every path; and whether a value is among it. */
import { curFunc, type Verifier } from '../../engine/verifier/env.ts';
import * as layout from '../../engine/verifier/layout.ts';
import type { Tracer } from '../../engine/verifier/tracer.ts';

const REGISTERS = 11;
const FRAME = 10;
const WORD = 0xffff_ffffn;

const big = (w: Int32Array, at: number): bigint => (BigInt(w[at + 1] >>> 0) << 32n) | BigInt(w[at] >>> 0);

/** The registers of one state: records one behind the other. */
type Registers = Int32Array;

export class KnownValues implements Tracer {
  /** States by instruction, each once. */
  private readonly states: Map<string, Registers>[] = [];
  private readonly live: number[] = [];

  insn(v: Verifier, insnIdx: number): void {
    const { regs } = curFunc(v);
    const copy = v.w.slice(regs, regs + REGISTERS * layout.REG_SIZE);
    this.states[insnIdx] ??= new Map();
    this.states[insnIdx].set(copy.join(), copy);
    this.live[insnIdx] = v.aux.liveRegsBefore[insnIdx];
  }

  /** Why registers (two words each) are none that the verifier knew of before an instruction; undefined if they are. */
  problem(insnIdx: number, words: Int32Array): string | undefined {
    const states = this.states[insnIdx];
    if (states === undefined) return `insn ${insnIdx} was never walked`;
    for (const state of states.values()) if (this.holds(insnIdx, state, words)) return undefined;
    return `insn ${insnIdx}: ${this.describe(insnIdx, words)} is in none of ${states.size} states`;
  }

  private holds(insnIdx: number, state: Registers, words: Int32Array): boolean {
    for (let register = 0; register < FRAME; register++) {
      if ((this.live[insnIdx] & (1 << register)) === 0) continue;
      if (!holdsValue(state, register, words)) return false;
    }
    return true;
  }

  private describe(insnIdx: number, words: Int32Array): string {
    const parts: string[] = [];
    for (let register = 0; register < FRAME; register++)
      if ((this.live[insnIdx] & (1 << register)) !== 0)
        parts.push(`R${register}=0x${big(words, 2 * register).toString(16)}`);
    return parts.join(' ');
  }
}

function holdsValue(state: Registers, register: number, words: Int32Array): boolean {
  const r = register * layout.REG_SIZE;
  const value = big(words, 2 * register);
  const type = state[r + layout.TYPE];
  if (type === layout.SCALAR_VALUE) return isWithin(state, r, value);
  // No path that is possible reads it.
  if (type === layout.NOT_INIT) return true;
  if ((type & layout.PTR_MAYBE_NULL) !== 0 && value === 0n) return true;
  if (type !== layout.PTR_TO_STACK || state[r + layout.FRAMENO] !== state[FRAME * layout.REG_SIZE + layout.FRAMENO])
    return value !== 0n;
  const offset = BigInt.asUintN(64, value - big(words, 2 * FRAME) - BigInt(state[r + layout.OFF]));
  return isWithin(state, r, offset);
}

/** Known bits and all bounds. */
function isWithin(state: Registers, r: number, value: bigint): boolean {
  const mask = big(state, r + layout.TNUM_MASK);
  const signed = BigInt.asIntN(64, value);
  const low = Number(value & WORD);
  return (
    (value & ~mask & 0xffff_ffff_ffff_ffffn) === big(state, r + layout.TNUM_VALUE) &&
    value >= big(state, r + layout.UMIN) &&
    value <= big(state, r + layout.UMAX) &&
    signed >= BigInt.asIntN(64, big(state, r + layout.SMIN)) &&
    signed <= BigInt.asIntN(64, big(state, r + layout.SMAX)) &&
    (state[r + layout.TYPE] !== layout.SCALAR_VALUE || isWithin32(state, r, low))
  );
}

const isWithin32 = (state: Registers, r: number, low: number): boolean =>
  low >= state[r + layout.U32MIN] >>> 0 &&
  low <= state[r + layout.U32MAX] >>> 0 &&
  (low | 0) >= state[r + layout.S32MIN] &&
  (low | 0) <= state[r + layout.S32MAX];
