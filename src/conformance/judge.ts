/** One answer of ours beside one of the kernel's. */
import { createHash } from 'node:crypto';
import { logOf, resultOf, verdictOf } from '../cli/fuzz/difference.ts';
import { type Json, numberField } from '../cli/json.ts';
import { normalise } from '../cli/normalise.ts';
import type { ProgramReport } from '../cli/object-report.ts';
import { logString } from '../engine/program/log-text.ts';
import type { RecordedCase } from '../fuzz/recorded-case.ts';
import type { GoldenProgram } from './golden.ts';
import { commonLines, firstDifference } from './logs.ts';

/** What is scored about a program; counters and flags, so that rows add up. */
export interface Score {
  readonly verdict: boolean;
  readonly errno: boolean;
  readonly insns: boolean;
  readonly processed: boolean;
  readonly exact: boolean;
  readonly exactLevel1: boolean;
  readonly depth: boolean;
  readonly equalLines: number;
  readonly totalLines: number;
}

export interface Row extends Score {
  readonly group: string;
  readonly program: string;
  /** What to look at first, if anything differs. */
  readonly note: string | undefined;
}

/** Reports of one program at the levels that the recording has. */
export interface Reports {
  /** Level 2, or 4 for logs that no buffer holds. */
  readonly full: ProgramReport | undefined;
  readonly brief: ProgramReport | undefined;
  readonly statistics: ProgramReport | undefined;
}

const PROCESSED = 'processed ';

export const sha256 = (lines: readonly string[]): string =>
  createHash('sha256')
    .update(Buffer.from(lines.map((line) => `${line}\n`).join(''), 'latin1'))
    .digest('hex');

/** A log without its last line, and that line. */
export function splitStats(lines: readonly string[]): {
  readonly body: readonly string[];
  readonly stats: string | null;
} {
  const last = lines.at(-1);
  return last?.startsWith(PROCESSED) ? { body: lines.slice(0, -1), stats: last } : { body: lines, stats: null };
}

const processedOf = (stats: string | null): string | undefined => /^processed (\d+) /.exec(stats ?? '')?.[1];

const textOf = (report: ProgramReport | undefined): string => (report === undefined ? '' : logString(report.log));

/** A comparison of logs. */
interface LogScore {
  readonly exact: boolean;
  readonly equal: number;
  readonly total: number;
  readonly difference?: string;
}

export function judgeProgram(group: string, golden: GoldenProgram, { full, brief, statistics }: Reports): Row {
  const program = golden.name;
  const missing = {
    verdict: false,
    errno: false,
    insns: false,
    processed: false,
    exact: false,
    exactLevel1: false,
    depth: false,
  };
  if (full === undefined) return { group, program, ...missing, equalLines: 0, totalLines: 1, note: 'no answer' };
  const verdict = full.verdict === golden.verdict;
  const errno = verdict && full.errno === golden.errno;
  const text = textOf(full);
  const log = judgeLog(golden, text);
  const level1 = judgeLevel1(golden, textOf(brief));
  const wrong = errno ? log.difference : `want ${golden.verdict}/${golden.errno}, got ${full.verdict}/${full.errno}`;
  const depth = depthOf(textOf(statistics));
  const wrongDepth = golden.stack_depth === depth ? undefined : `want ${golden.stack_depth}, got ${depth}`;
  return {
    group,
    program,
    verdict,
    errno,
    insns: full.insn_cnt === golden.insn_cnt && sameInsns(golden.insns, full.insns),
    processed: processedOf(golden.stats) === processedOf(splitStats(normalise(text)).stats),
    exact: log.exact,
    exactLevel1: level1.exact,
    depth: wrongDepth === undefined,
    equalLines: log.equal,
    totalLines: log.total,
    note: wrong ?? level1.difference ?? wrongDepth,
  };
}

/** The answer to a program that fuzzing found, beside the recorded one. */
export function judgeCase(program: string, { answer: want }: RecordedCase, answer: Json): Row {
  const got = logOf(answer);
  const verdict = verdictOf(answer) === want.verdict;
  const errno = verdict && numberField(answer, 'errno', 0) === want.errno;
  const log = compareLines(want.log, got);
  const sameResult = want.result === undefined || resultOf(answer) === want.result;
  const exact = log.exact && sameResult;
  const note = errno ? log.difference : `want ${want.verdict}/${want.errno}, got ${verdictOf(answer)}`;
  return {
    group: 'regressions',
    program,
    verdict,
    errno,
    insns: true,
    processed: splitStats(want.log).stats === splitStats(got).stats,
    exact,
    exactLevel1: exact,
    depth: true,
    equalLines: log.equal,
    totalLines: log.total,
    note: sameResult ? note : (note ?? 'another result'),
  };
}

/** Ids of kernel functions and variables differ from kernel to kernel. */
function sameInsns(want: string | undefined, got: string | undefined): boolean {
  return want === undefined || got === undefined || withoutKernelIds(want) === withoutKernelIds(got);
}

const withoutKernelIds = (hex: string): string =>
  hex.replace(/.{16}/g, (insn) => (/^8520|^18.?3|^183/.test(insn) ? insn.slice(0, 8) : insn));

const depthOf = (log: string): string | null => normalise(log).find((line) => line.startsWith('stack depth')) ?? null;

function judgeLog(golden: GoldenProgram, text: string): LogScore {
  const got = normalise(text);
  const stats = golden.stats === null ? [] : [golden.stats];
  if (golden.log_overflow)
    return compareLines(
      stats,
      got.filter((line) => line.startsWith(PROCESSED)),
    );
  if (golden.log !== null) return compareLines([...normalise(golden.log), ...stats], got);
  const { log_head: head = [], log_tail: tail = [], log_lines: count = 0, log_sha256: sha = '' } = golden;
  return compareDigest({ head, tail, count, sha }, splitStats(got), golden.stats);
}

function judgeLevel1(golden: GoldenProgram, text: string): LogScore {
  const got = splitStats(normalise(text));
  if (golden.log_overflow) return { exact: true, equal: 0, total: 0 };
  if (golden.log_level_1 !== null) return compareLines(normalise(golden.log_level_1), got.body);
  const {
    log_level_1_head: head = [],
    log_level_1_tail: tail = [],
    log_level_1_lines: count = 0,
    log_level_1_sha256: sha = '',
  } = golden;
  return compareDigest({ head, tail, count, sha }, { ...got, stats: null }, null);
}

function compareLines(want: readonly string[], got: readonly string[]): LogScore {
  const at = firstDifference(want, got);
  const total = Math.max(want.length, got.length);
  if (at === undefined) return { exact: true, equal: total, total };
  const difference = `line ${at + 1}\n      want ${want[at] ?? '(end)'}\n      got  ${got[at] ?? '(end)'}`;
  return { exact: false, equal: commonLines(want, got), total, difference };
}

/** Of a long log only head, tail and hash are recorded. */
interface Digest {
  readonly head: readonly string[];
  readonly tail: readonly string[];
  readonly count: number;
  readonly sha: string;
}

function compareDigest(
  { head, tail, count, sha }: Digest,
  got: ReturnType<typeof splitStats>,
  stats: string | null,
): LogScore {
  const total = head.length + tail.length + 1;
  const { body } = got;
  if (sha256(body) === sha && got.stats === stats) return { exact: true, equal: total, total };
  const ends =
    commonLines(normalise(head), body.slice(0, head.length)) + commonLines(normalise(tail), body.slice(-tail.length));
  const { difference = `${body.length} lines for ${count}` } = compareLines(
    normalise(head),
    body.slice(0, head.length),
  );
  return { exact: false, equal: Math.min(total - 1, ends), total, difference };
}
