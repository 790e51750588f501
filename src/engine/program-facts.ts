import { type Work, wait } from '../lib/job.ts';
import { environmentOf, type JudgingMachine } from './abi/env.ts';
import { NOT_INIT } from './abi/reg-types.ts';
import type { FactsAnswer, KnownState } from './scenario/facts-answer.ts';
import type { ProgramSource } from './scenario/scenario.ts';
import { type FuncState, frameReg, slotCount, type Verifier } from './verifier/env.ts';
import { regText, stackText } from './verifier/log/log.ts';
import { TYPE } from './verifier/program/layout.ts';
import { verify } from './verifier/verify.ts';
import { prepare } from './verify-source.ts';

/** Different states that are kept of an instruction. */
const MAX_STATES = 4;
/** Visits of an instruction that are looked at. */
const MAX_VISITS = 64;
const REGISTERS = 11;

/** Walks a program once more and writes down what is known before each instruction. */
export function* factsWork(source: ProgramSource, name: string, machine: JudgingMachine): Work<FactsAnswer> {
  const env = environmentOf(machine);
  const prepared = prepare(source, env);
  const program = prepared.ok ? prepared.value.loaded.programs.find(({ spec }) => spec.name === name) : undefined;
  if (program === undefined || !('request' in program.outcome)) return { program: name, insns: [] };
  const { request } = program.outcome;
  const notes = new Notes(request.insns.length / 8);
  // A path that ends where a stored state covers it has come to that instruction too.
  const tracer = { insn: (v: Verifier) => notes.write(v), pruned: (v: Verifier) => notes.write(v) };
  yield* wait(verify(request, env, { level: 0, tracer }));
  return { program: name, insns: notes.insns };
}

/** The states seen at each instruction, each of them once. */
class Notes {
  readonly insns: KnownState[][];
  private readonly seen: Set<string>[];
  private readonly visits: Uint8Array;

  constructor(length: number) {
    this.insns = Array.from({ length }, () => []);
    this.seen = Array.from({ length }, () => new Set());
    this.visits = new Uint8Array(length);
  }

  write(v: Verifier): void {
    const at = v.insnIdx;
    if (this.insns[at].length >= MAX_STATES || this.visits[at] >= MAX_VISITS) return;
    this.visits[at]++;
    const state = knownState(v, v.cur.frames[v.cur.curframe]);
    const key = JSON.stringify(state);
    if (this.seen[at].has(key)) return;
    this.seen[at].add(key);
    this.insns[at].push(state);
  }
}

function knownState(v: Verifier, func: FuncState): KnownState {
  const registers = Array.from({ length: REGISTERS }, (_, regno) => {
    const r = frameReg(func, regno);
    return v.w[r + TYPE] === NOT_INIT ? undefined : regText(v, r, func.frameno);
  });
  return { registers, stack: slotCount(func) === 0 ? [] : slotsOf(stackText(v, func, true)) };
}

/** ` fp-8=mmmm???? fp-16=ctx()` */
const SLOT = / fp(-\d+)=(.*?)(?= fp-\d+=|$)/g;

const slotsOf = (text: string): KnownState['stack'] =>
  Array.from(text.matchAll(SLOT), ([, offset, slot]) => ({ offset: Number(offset), text: slot }));
