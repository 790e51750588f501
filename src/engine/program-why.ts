import { type Work, wait } from '../lib/job.ts';
import { environmentOf, type JudgingMachine, type VerifierEnv } from './abi/env.ts';
import { programTypeName } from './abi/program-types.ts';
import type { LoadedProgram } from './loader/load.ts';
import type { LoadRequest } from './program/load.ts';
import { type LogText, logString, logTail } from './program/log-text.ts';
import type { ProgramSource } from './scenario/scenario.ts';
import { type ChainLink, editedText, type FixAnswer, type WhyAnswer } from './scenario/why-answer.ts';
import type { Verifier } from './verifier/env.ts';
import { verify } from './verifier/verify.ts';
import { type Prepared, prepare, sourceLinesOf } from './verify-source.ts';
import { foundOnPath, linksOf, StateNotes } from './why/chain.ts';
import { culpritOf } from './why/culprits.ts';
import { candidatesFor, type Mistake } from './why/fixes.ts';
import { PathNotes } from './why/path.ts';
import { deepestCalls } from './why/roots.ts';
import type { Names, Wanted } from './why/slice.ts';

/** Walks a program once more, and follows what it was rejected for back to where it comes from. */
export function* whyWork(source: ProgramSource, name: string, machine: JudgingMachine): Work<WhyAnswer> {
  const env = environmentOf(machine);
  const prepared = prepare(source, env);
  if (!prepared.ok) return { program: name, chain: [], roots: [] };
  return yield* whyPreparedWork(prepared.value, source, name, env);
}

/** The same for a file that was read already. */
export function* whyPreparedWork(
  { loaded, spec }: Prepared,
  source: ProgramSource,
  name: string,
  env: VerifierEnv,
): Work<WhyAnswer> {
  const program = loaded.programs.find((each) => each.spec.name === name);
  if (program === undefined || !('request' in program.outcome)) return { program: name, chain: [], roots: [] };
  const explained = yield* explainWork(program, program.outcome.request, env);
  const { chain, roots, mistake } = explained;
  if (mistake === undefined || !('asm' in source)) return { program: name, chain, roots };
  const lines = source.asm.split('\n');
  const maps = spec.maps.map((map) => map.name);
  const fix = yield* fixWork({ ...mistake, chain, lines, maps }, source, name, env);
  return { program: name, chain, roots, ...(fix !== undefined && { fix }) };
}

interface Explained extends Pick<WhyAnswer, 'chain' | 'roots'> {
  /** What a fix needs to know; absent where there is no path. */
  readonly mistake?: Omit<Mistake, 'chain' | 'lines' | 'maps'>;
}

function* explainWork(program: LoadedProgram, request: LoadRequest, env: VerifierEnv): Work<Explained> {
  const path = new PathNotes();
  const verdict = yield* wait(verify(request, env, { level: 1, tracer: path }));
  if (path.v === undefined) return { chain: [], roots: [] };
  const names = namesOf(program, path.v);
  const roots = path.roots.answers(path.v, names.nameOf);
  if (verdict.accepted) return { chain: [], roots };
  const lines = linesAbout(verdict.log);
  const last = path.rejection?.last;
  if (last === undefined) return { chain: chainWithoutPath(path.v, lines, names), roots };
  const found = foundOnPath(names, culpritOf(lines), last);
  const registers = Array.from(
    { length: 10 },
    (_, place): Wanted => ({ serial: last.serial, frame: last.frame, place }),
  );
  const states = yield* statesWork(request, env, [...found.flatMap(({ wanted }) => wanted ?? []), ...registers]);
  const mistake = {
    message: lines.at(-1) ?? '',
    type: programTypeName(program.spec.type),
    sourceLines: sourceLinesOf(program, request.insns.length / 8),
    registers: registers.map((wanted) => states.wholeTextOf(wanted)),
    isCallback: roots.some(({ kind, isRejected }) => isRejected && kind === 'async callback') || last.frame > 0,
  };
  return { chain: linksOf(found, states), roots, mistake };
}

/** Changes that are tried. */
const MAX_TRIES = 8;

/** The first change with which the program is accepted. */
function* fixWork(
  mistake: Mistake,
  source: { readonly name: string; readonly asm: string },
  name: string,
  env: VerifierEnv,
): Work<FixAnswer | undefined> {
  for (const { title, edits } of candidatesFor(mistake).slice(0, MAX_TRIES)) {
    const changed = prepare({ name: source.name, asm: editedText(source.asm, edits) }, env);
    const program = changed.ok ? changed.value.loaded.programs.find(({ spec }) => spec.name === name) : undefined;
    if (program === undefined || !('request' in program.outcome)) continue;
    const { accepted, stats } = yield* wait(verify(program.outcome.request, env, { level: 0 }));
    if (accepted) return { title, edits, processed: stats?.insnProcessed ?? 0 };
  }
  return undefined;
}

/** The same walk again, to look at the states that the chain speaks of. */
function* statesWork(request: LoadRequest, env: VerifierEnv, wanted: readonly Wanted[]): Work<StateNotes> {
  const states = new StateNotes(wanted);
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

/**
 * What is refused before or after the walk: calls that need too much stack, the instructions that the message names, or
 * the one that was looked at last.
 */
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
  const known = named.filter((insn) => insn < v.code.length);
  const stopped = message.startsWith('last insn') ? v.code.length - 1 : v.insnIdx;
  return (known.length > 0 ? known : [stopped]).map((insn) => ({ insn, what: 'rejected before the walk' }));
}
