/** Two answers of raw mode beside each other. */
import { arrayField, field, isObject, type Json, numberField, stringField } from '../json.ts';
import { normalise } from '../normalise.ts';

/** What may differ, in the order in which it is looked at. */
export const DIFFERENCE_KINDS = ['verdict', 'errno', 'log', 'result'] as const;

export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export interface Difference {
  readonly kind: DifferenceKind;
  /** What the kernel says, and what we say. */
  readonly want: string;
  readonly got: string;
}

export const verdictOf = (answer: Json): string => stringField(answer, 'verdict', '');
/** Lines without what differs from run to run, or from kernel to kernel: a message may lack the end of its line. */
export const logOf = (answer: Json): readonly string[] =>
  normalise(
    stringField(answer, 'log', '')
      .replace(/(?<=.)verification time \d+ usec$/gm, 'verification time')
      .replace(/(has btf_id|^attach_btf_id|kern ctx type id) \d+/gm, '$1 ID')
      .replace(/^(kfunc \w+)#\d+/gm, '$1#KFUNC'),
  );

/** The first difference of what counts most; undefined if the answers are the same. */
export function differenceOf(kernel: Json, ours: Json): Difference | undefined {
  if (verdictOf(kernel) !== verdictOf(ours)) return difference('verdict', ending(kernel), ending(ours));
  const errno = numberField(kernel, 'errno', 0);
  if (errno !== numberField(ours, 'errno', 0)) return difference('errno', ending(kernel), ending(ours));
  // What never reached the verifier has the log of something else.
  if (verdictOf(kernel) === 'error') return undefined;
  const isSame = stringField(kernel, 'log', '') === stringField(ours, 'log', '');
  const inLog = isSame ? undefined : logDifference(logOf(kernel), logOf(ours));
  return inLog ?? resultDifference(kernel, ours);
}

const difference = (kind: DifferenceKind, want: string, got: string): Difference => ({ kind, want, got });

/** Verdict, errno and the last line of the log before the statistics. */
function ending(answer: Json): string {
  const lines = logOf(answer).filter((line) => !line.startsWith('processed '));
  return `${verdictOf(answer)} ${numberField(answer, 'errno', 0)} ${lines.at(-1) ?? ''}`;
}

function logDifference(want: readonly string[], got: readonly string[]): Difference | undefined {
  for (let i = 0; i < Math.max(want.length, got.length); i++) {
    if (want[i] !== got[i]) return difference('log', want[i] ?? '(end)', got[i] ?? '(end)');
  }
  return undefined;
}

function resultDifference(kernel: Json, ours: Json): Difference | undefined {
  const [want, got] = [resultOf(kernel), resultOf(ours)];
  return want === got ? undefined : difference('result', want, got);
}

/** Return value and contents of the maps. */
export function resultOf(answer: Json): string {
  const run = field(answer, 'run');
  if (!isObject(run)) return '';
  const returned = numberField(run, 'errno', 0) === 0 ? `returns ${numberField(run, 'retval', 0)}` : 'no run';
  const maps = arrayField(answer, 'maps').map((map) => (isObject(map) ? JSON.stringify(field(map, 'entries')) : ''));
  return [returned, ...maps].join('\n');
}

/** Differences of one kind have the same name: numbers are left out. */
export const nameOf = ({ kind, want, got }: Difference): string => `${kind}: ${shape(want)} | ${shape(got)}`;

const shape = (line: string): string => line.replace(/0x[0-9a-f]+|-?\d+/g, 'N').slice(0, 160);
