import type { Failure, Words } from '../shell/words.ts';
import type { ColumnName, Row } from './verdict-table.ts';

/** What can be said to veristat, in its own words. kernel: tools/testing/selftests/bpf/veristat.c */
export interface VeristatOptions {
  columns: readonly ColumnName[] | undefined;
  order: readonly SortKey[];
  readonly filters: Filter[];
  format: 'table' | 'csv';
  top: number;
  isVerbose: boolean;
  compares: boolean;
  readonly files: string[];
}

interface SortKey {
  readonly column: ColumnName;
  readonly isUpwards: boolean;
}

/** What is kept, or left out. */
interface Filter {
  readonly leavesOut: boolean;
  readonly fits: (row: Row) => boolean;
}

/** Names of columns, as veristat takes them. */
const NAMES: Readonly<Record<string, ColumnName>> = {
  file: 'file',
  file_name: 'file',
  filename: 'file',
  prog: 'program',
  prog_name: 'program',
  progname: 'program',
  verdict: 'verdict',
  duration: 'duration',
  dur: 'duration',
  total_insns: 'insns',
  insns: 'insns',
  total_states: 'states',
  states: 'states',
  peak_states: 'peak',
  peak: 'peak',
  max_states_per_insn: 'maxPerInsn',
  max_states: 'maxPerInsn',
  mark_read_max_len: 'markRead',
  mark_read: 'markRead',
  prog_size: 'size',
  size: 'size',
  stack_depth: 'stack',
  stack: 'stack',
};

/** Columns that sort downwards unless it is said: the largest are of interest. */
const DOWNWARDS: ReadonlySet<ColumnName> = new Set([
  'duration',
  'insns',
  'states',
  'peak',
  'maxPerInsn',
  'markRead',
  'size',
  'stack',
]);

type Take = (options: VeristatOptions, words: Words) => void;

const OPTIONS: Readonly<Record<string, Take>> = {
  e: (options, words) => {
    options.columns = list(words).map((name) => columnWord(words, name));
  },
  s: (options, words) => {
    options.order = list(words).map((word) => sortKey(words, word));
  },
  f: (options, words) => {
    options.filters.push(...list(words).map((word) => filterOf(words, word)));
  },
  o: (options, words) => {
    const format = value(words, 'o');
    if (format !== 'table' && format !== 'csv')
      throw words.wasWrong(`Unrecognized output format '${format}', supported formats are 'table' and 'csv'`, 1);
    options.format = format;
  },
  n: (options, words) => {
    const count = value(words, 'n');
    if (!/^\d{1,9}$/.test(count)) throw words.wasWrong(`invalid top N specifier: '${count}'`, 1);
    options.top = Number(count);
  },
  l: (_, words) => {
    value(words, 'l');
  },
  v: (options) => {
    options.isVerbose = true;
  },
  C: (options) => {
    options.compares = true;
  },
  q: () => undefined,
  d: () => undefined,
};

const LONG: Readonly<Record<string, string>> = {
  emit: 'e',
  sort: 's',
  filter: 'f',
  'output-format': 'o',
  'top-n': 'n',
  'log-level': 'l',
  verbose: 'v',
  compare: 'C',
  quiet: 'q',
  debug: 'd',
};

const USAGE = "Try `veristat --help' or `veristat --usage' for more information.";

export function veristatOptions(words: Words): VeristatOptions {
  const options: VeristatOptions = {
    columns: undefined,
    order: [],
    filters: [],
    format: 'table',
    top: Number.POSITIVE_INFINITY,
    isVerbose: false,
    compares: false,
    files: [],
  };
  for (let word = words.next(); word !== undefined; word = words.next()) {
    if (!/^-./.test(word)) options.files.push(word);
    else for (const name of lettersOf(words, word)) OPTIONS[name](options, words);
  }
  return options;
}

function lettersOf(words: Words, word: string): readonly string[] {
  const letters = word.startsWith('--') ? [LONG[word.slice(2)]] : [...word.slice(1)];
  const wrong = letters.findIndex((letter) => letter === undefined || !Object.hasOwn(OPTIONS, letter));
  if (wrong < 0) return letters;
  const what = word.startsWith('--') ? `unrecognized option '${word}'` : `invalid option -- '${letters[wrong]}'`;
  throw words.wasWrong(`veristat: ${what}\n${USAGE}`, 64);
}

function value(words: Words, letter: string): string {
  const word = words.next();
  if (word === undefined) throw words.wrong(`veristat: option requires an argument -- '${letter}'\n${USAGE}`, 64);
  return word;
}

const list = (words: Words): readonly string[] => value(words, 'e').split(',');

const unknownStat = (words: Words, name: string): Failure => words.wasWrong(`Unrecognized stat name '${name}'`, 1);

function columnWord(words: Words, name: string): ColumnName {
  if (!Object.hasOwn(NAMES, name.toLowerCase())) throw unknownStat(words, name);
  return NAMES[name.toLowerCase()];
}

/** `insns`, `insns^` (upwards), `insnsv` (downwards). */
function sortKey(words: Words, word: string): SortKey {
  const direction = /[\^v]$/.exec(Object.hasOwn(NAMES, word) ? '' : word)?.[0];
  const column = columnWord(words, direction === undefined ? word : word.slice(0, -1));
  return { column, isUpwards: direction === undefined ? !DOWNWARDS.has(column) : direction === '^' };
}

// ---- filters

const COMPARISON = /^(\w+)\s*(==|!=|<>|<=|>=|=|<|>)\s*(.+)$/;

/** `insns>100`, `FILE-GLOB`, `/PROG-GLOB`, `FILE-GLOB/PROG-GLOB`, each with `!` to leave out what fits. */
function filterOf(words: Words, word: string): Filter {
  const text = word.replace(/^!/, '');
  const leavesOut = word.startsWith('!');
  const comparison = COMPARISON.exec(text);
  if (comparison !== null) {
    const [, name, operator, wanted] = comparison;
    const column = columnWord(words, name);
    return { leavesOut, fits: (row) => compares(row[column] ?? '', operator, wanted) };
  }
  const [file, program] = text.includes('/') ? text.split('/', 2) : [text, undefined];
  if (program === undefined)
    return { leavesOut, fits: (row) => fitsGlob(row.file, file) || fitsGlob(row.program, file) };
  return { leavesOut, fits: (row) => fitsGlob(row.file, file || '*') && fitsGlob(row.program, program || '*') };
}

function compares(text: string, operator: string, wanted: string): boolean {
  const [a, b] = [text, wanted].map(Number);
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return (text === wanted || a === b) === (operator === '=' || operator === '==');
  }
}

const fitsGlob = (text: string, glob: string): boolean =>
  new RegExp(
    `^${glob
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  ).test(text);

/** The rows that are wanted, in their order. */
export function chosenRows(rows: readonly Row[], { filters, order, top }: VeristatOptions): readonly Row[] {
  const wanted = filters.filter(({ leavesOut }) => !leavesOut);
  const isKept = (row: Row): boolean =>
    (wanted.length === 0 || wanted.some(({ fits }) => fits(row))) &&
    !filters.some(({ leavesOut, fits }) => leavesOut && fits(row));
  return rows
    .filter(isKept)
    .sort((a, b) => order.map((key) => compareBy(key, a, b)).find((sign) => sign !== 0) ?? 0)
    .slice(0, top);
}

function compareBy({ column, isUpwards }: SortKey, a: Row, b: Row): number {
  const [left, right] = [a[column] ?? '', b[column] ?? ''];
  const sign = DOWNWARDS.has(column) ? Number(left) - Number(right) : left < right ? -1 : left > right ? 1 : 0;
  return isUpwards ? sign : -sign;
}
