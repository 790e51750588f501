/** Verdicts in the table and in the CSV of `veristat`, without its durations: simulated time says nothing there. */
import type { Reported } from './object-report.ts';

interface Row {
  readonly file: string;
  readonly program: string;
  readonly verdict: string;
  readonly insns: string;
  readonly states: string;
  readonly size: string;
}

const HEADINGS: Row = {
  file: 'File',
  program: 'Program',
  verdict: 'Verdict',
  insns: 'Insns',
  states: 'States',
  size: 'Program size',
};

const COLUMNS = ['file', 'program', 'verdict', 'insns', 'states', 'size'] as const;

/** Numbers are right-aligned. */
const NUMERIC: ReadonlySet<string> = new Set(['insns', 'states', 'size']);

const rowsOf = ({ report, stats }: Reported): readonly Row[] =>
  report.programs.map((program, i) => ({
    file: report.object,
    program: program.name,
    verdict: program.verdict === 'accept' ? 'success' : 'failure',
    insns: String(stats[i]?.insnProcessed ?? 0),
    states: String(stats[i]?.totalStates ?? 0),
    size: String(program.insn_cnt),
  }));

/** One line per program, and a last line with the totals. */
export function verdictTable(all: readonly Reported[]): string {
  const rows = all.flatMap(rowsOf);
  const widths = COLUMNS.map((column) => Math.max(...[HEADINGS, ...rows].map((row) => row[column].length)));
  const line = (row: Row): string =>
    COLUMNS.map((column, i) => (NUMERIC.has(column) ? row[column].padStart(widths[i]) : row[column].padEnd(widths[i])))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const skipped = all.filter(({ report }) => report.open_error !== undefined).length;
  const done = `Done. Processed ${all.length - skipped} files, ${rows.length} programs. Skipped ${skipped} files, 0 programs.`;
  return `${[line(HEADINGS), rule, ...rows.map(line), rule, done].join('\n')}\n`;
}

export function verdictCsv(all: readonly Reported[]): string {
  const lines = all.flatMap(rowsOf).map((row) => COLUMNS.map((column) => quote(row[column])).join(','));
  return `${['file_name,prog_name,verdict,total_insns,total_states,prog_size', ...lines].join('\n')}\n`;
}

const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
