import { type Work, wait } from '../lib/job.ts';
import { environmentOf, type VerifierEnv } from './abi/env.ts';
import type { LoadedProgram } from './loader/load.ts';
import type { LoadRequest } from './program/load.ts';
import { type LogText, logString, logTail } from './program/log-text.ts';
import type { ProgramSource } from './scenario/scenario.ts';
import type { ChainLink, WhyAnswer } from './scenario/why-answer.ts';
import type { Verifier } from './verifier/env.ts';
import { verify } from './verifier/verify.ts';
import { prepare } from './verify-source.ts';
import { foundOnPath, linksOf, StateNotes } from './why/chain.ts';
import { culpritOf } from './why/culprits.ts';
import { PathNotes } from './why/path.ts';
import { deepestCalls } from './why/roots.ts';
import type { Found, Names } from './why/slice.ts';

/** Walks a program once more, and follows what it was rejected for back to where it comes from. */
export function* whyWork(source: ProgramSource, name: string, kernel: string): Work<WhyAnswer> {
  const env = environmentOf(kernel);
  const prepared = prepare(source, env);
  const program = prepared.ok ? prepared.value.loaded.programs.find(({ spec }) => spec.name === name) : undefined;
  if (program === undefined || !('request' in program.outcome)) return { program: name, chain: [], roots: [] };
  return yield* explainWork(program, program.outcome.request, env);
}

function* explainWork(program: LoadedProgram, request: LoadRequest, env: VerifierEnv): Work<WhyAnswer> {
  const path = new PathNotes();
  const verdict = yield* wait(verify(request, env, { level: 1, tracer: path }));
  const name = program.spec.name;
  if (path.v === undefined) return { program: name, chain: [], roots: [] };
  const names = namesOf(program, path.v);
  const roots = path.roots.answers(path.v, names.nameOf);
  if (verdict.accepted) return { program: name, chain: [], roots };
  const lines = linesAbout(verdict.log);
  if (path.rejection?.last === undefined)
    return { program: name, chain: chainWithoutPath(path.v, lines, names), roots };
  const found = foundOnPath(names, culpritOf(lines), path.rejection.last);
  return { program: name, chain: linksOf(found, yield* statesWork(request, env, found)), roots };
}

/** The same walk again, to look at the states that the chain speaks of. */
function* statesWork(request: LoadRequest, env: VerifierEnv, found: readonly Found[]): Work<StateNotes> {
  const states = new StateNotes(found.flatMap(({ wanted }) => wanted ?? []));
  yield* wait(verify(request, env, { level: 0, tracer: states }));
  return states;
}

/** Functions by their first instruction: as the file calls them, or else as BTF does. */
const namesOf = ({ parts }: LoadedProgram, v: Verifier): Names => ({
  code: v.code,
  textOf: (insn) => v.insnTexts[insn]?.trimEnd() ?? '',
  nameOf: (insn) => parts.find(({ start }) => start === insn)?.fn.name ?? nameInBtf(v, insn),
});

function nameInBtf(v: Verifier, insn: number): string {
  const index = v.subprogs.findIndex(({ start }) => start === insn);
  return v.subprogs[index]?.name || `func#${index}`;
}

/** Longer than what follows the last instruction of a log. */
const END = 1 << 13;
/** Lines that only show states and instructions. */
const STATES = /^\d+: |^(?:cur|old) state:|^processed |^;|^mark_precise/;

/** What the log says behind the last instruction. */
function linesAbout(log: LogText): readonly string[] {
  const lines = logString(logTail(log, END)).split('\n');
  const last = lines.findLastIndex((line) => /^\d+: \(/.test(line));
  return lines.slice(last + 1).filter((line) => line !== '' && !STATES.test(line));
}

/** What is refused before or after the walk: calls that need too much stack, or the instructions that the message names. */
function chainWithoutPath(v: Verifier, lines: readonly string[], names: Names): readonly ChainLink[] {
  const message = lines.at(-1) ?? '';
  if (/stack size|call stack/.test(message)) {
    const calls = deepestCalls(v).slice(0, 8);
    return calls.map(({ insn, callee }) => {
      const { start, stackDepth } = v.subprogs[callee];
      return { insn, what: `enters ${names.nameOf(start)}, ${stackDepth} bytes of stack` };
    });
  }
  const named = [...message.matchAll(/insn (\d+)/g)].map(([, insn]) => Number(insn));
  const insns = named.filter((insn) => insn < v.code.length);
  return (insns.length > 0 ? insns : [v.code.length - 1]).map((insn) => ({ insn, what: 'rejected before the walk' }));
}
