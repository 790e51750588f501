/** The work of a conformance run, cut into pieces that workers can take. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ourId } from '../cli/fuzz/oracle.ts';
import { ourAnswer } from '../cli/fuzz/ours.ts';
import { OBJECT_LOG_SIZE, RAW_LOG_SIZE } from '../cli/log-size.ts';
import { normalise } from '../cli/normalise.ts';
import type { ProgramReport } from '../cli/object-report.ts';
import { reportObject } from '../cli/object-report.ts';
import { answerLine } from '../cli/raw.ts';
import { type RecordedCase, withIds } from '../fuzz/recorded-case.ts';
import type { GoldenObject, GoldenProgram, RandomHead, RandomProgram } from './golden.ts';
import { isGoldenObject } from './golden.ts';
import type { Row } from './judge.ts';
import { judgeCase, judgeProgram, sha256, splitStats } from './judge.ts';

/** One program of an object, or a range of the random programs. */
export type Task = {
  /** The folder with `golden` and `objects`. */
  readonly corpus: string;
  /** Roughly its share of the time. */
  readonly weight: number;
} & (
  | { readonly kind: 'object'; readonly path: string; readonly program: number }
  | { readonly kind: 'random'; readonly from: number; readonly to: number }
  | { readonly kind: 'case'; readonly path: string }
);

const RANDOM_PROGRAMS = 1500;
const RANDOM_CHUNK = 25;

/** All tasks whose name contains `filter`, the longest first. */
export function listTasks(corpora: readonly string[], filter: string): readonly Task[] {
  return corpora.flatMap((corpus) => tasksOf(corpus, filter)).sort((a, b) => b.weight - a.weight);
}

function tasksOf(corpus: string, filter: string): readonly Task[] {
  const root = join(corpus, 'golden');
  if (!existsSync(root)) return caseTasks(corpus, filter);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.json') && path.includes(filter),
  );
  const objects = paths.flatMap((path): Task[] => {
    const programs = readGolden(join(root, path))?.programs ?? [];
    return programs.map((golden, program) => ({ kind: 'object', corpus, path, program, weight: weightOf(golden) }));
  });
  const hasRandom = 'random/'.includes(filter) && existsSync(join(root, 'random'));
  return hasRandom ? [...objects, ...randomTasks(corpus)] : objects;
}

function randomTasks(corpus: string): Task[] {
  const starts = Array.from({ length: RANDOM_PROGRAMS / RANDOM_CHUNK }, (_, i) => i * RANDOM_CHUNK);
  return starts.map((from) => ({ kind: 'random', corpus, from, to: from + RANDOM_CHUNK, weight: 50_000 }));
}

/** Programs that fuzzing found and made small. */
function caseTasks(corpus: string, filter: string): Task[] {
  const paths = readdirSync(corpus).filter((path) => path.endsWith('.json') && path.includes(filter));
  return paths.map((path) => ({ kind: 'case', corpus, path, weight: 100 }));
}

function readGolden(path: string): GoldenObject | undefined {
  const value: unknown = JSON.parse(readFileSync(path, 'latin1'));
  return isGoldenObject(value) ? value : undefined;
}

/** Instructions that the verifier walks. */
const weightOf = ({ stats }: GoldenProgram): number => Number(/^processed (\d+)/.exec(stats ?? '')?.[1] ?? 0);

/** Recordings that were read; programs of one object come to several workers. */
const goldens = new Map<string, GoldenObject | undefined>();

function cachedGolden(path: string): GoldenObject | undefined {
  if (!goldens.has(path)) goldens.set(path, readGolden(path));
  return goldens.get(path);
}

export function runTask(task: Task): readonly Row[] {
  if (task.kind === 'random') return runRandom(task.corpus, task.from, task.to);
  if (task.kind === 'case') return [runCase(task.corpus, task.path)];
  const program = cachedGolden(join(task.corpus, 'golden', task.path))?.programs[task.program];
  return program === undefined ? [] : [runProgram(task.corpus, task.path, program)];
}

/** The rows of a task that came to nothing: all its programs count as unanswered. */
export function failedRows(task: Task, why: string): readonly Row[] {
  if (task.kind !== 'object') return [];
  const program = cachedGolden(join(task.corpus, 'golden', task.path))?.programs[task.program];
  const answers = { full: undefined, brief: undefined, statistics: undefined };
  return program === undefined ? [] : [{ ...judgeProgram(groupOf(task.path), program, answers), note: why }];
}

const groupOf = (path: string): string => path.split('/')[0];

function runProgram(corpus: string, path: string, program: GoldenProgram): Row {
  const object = join(corpus, 'objects', path.replace(/\.json$/, '.o'));
  const bytes = new Uint8Array(readFileSync(object));
  const report = (logLevel: number): ProgramReport | undefined => reportOne(bytes, object, program, logLevel);
  const statistics = report(4);
  const full = program.log_overflow ? statistics : report(2);
  const brief = program.log_overflow ? undefined : report(1);
  return judgeProgram(groupOf(path), program, { full, brief, statistics });
}

function reportOne(
  bytes: Uint8Array,
  path: string,
  { name, section }: GoldenProgram,
  logLevel: number,
): ProgramReport | undefined {
  const reported = reportObject(bytes, path, { logLevel, logSize: OBJECT_LOG_SIZE, program: name, insns: true });
  if (!reported.ok) return undefined;
  for (const { report } of reported.value.programs) if (report.section === section) return report;
  return undefined;
}

function runRandom(corpus: string, from: number, to: number): readonly Row[] {
  const lines = readFileSync(join(corpus, 'golden', 'random', 'programs.jsonl'), 'latin1').split('\n');
  const head: RandomHead = JSON.parse(lines[0]);
  return lines
    .slice(1 + from, 1 + to)
    .filter((line) => line !== '')
    .map((line) => judgeRandom(head, JSON.parse(line)));
}

function judgeRandom({ prog_type, license, log_level, map }: RandomHead, golden: RandomProgram): Row {
  const request = { id: golden.id, prog_type, license, insns: golden.insns, log_level, maps: [map] };
  const answer = answerLine(JSON.stringify(request), RAW_LOG_SIZE);
  const { body, stats } = splitStats(normalise(String(answer.log)));
  const verdict = answer.verdict === golden.verdict;
  const errno = verdict && answer.errno === golden.errno;
  const sameLog = body.length === golden.log_lines && sha256(body) === golden.log_sha256;
  const exact = sameLog && stats === golden.stats;
  const note = errno
    ? `${body.length} lines of log for ${golden.log_lines}`
    : `want ${golden.verdict}/${golden.errno}, got ${answer.verdict}/${answer.errno}`;
  return {
    group: 'random',
    program: String(golden.id),
    verdict,
    errno,
    insns: true,
    processed: stats === golden.stats,
    exact,
    exactLevel1: exact,
    depth: true,
    equalLines: sameLog ? golden.log_lines : 0,
    totalLines: golden.log_lines,
    note: exact && errno ? undefined : note,
  };
}

function runCase(corpus: string, path: string): Row {
  const recorded: RecordedCase = JSON.parse(readFileSync(join(corpus, path), 'utf8'));
  const answer = ourAnswer(withIds(recorded, ourId), recorded.rights) ?? {};
  return judgeCase(path.replace(/\.json$/, ''), recorded, answer);
}
