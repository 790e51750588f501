/** Verdicts in the table and in the CSV of `veristat`, without its durations: simulated time says nothing there. */

/** A program of an object. */
export interface Row {
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

/** The programs of an object; it is skipped if libbpf could not even open it. */
export interface FileRows {
  readonly rows: readonly Row[];
  readonly isSkipped: boolean;
}

/** One line per program, and a last line with the totals. */
export function verdictTable(all: readonly FileRows[]): string {
  const rows = all.flatMap((file) => file.rows);
  const widths = COLUMNS.map((column) => Math.max(...[HEADINGS, ...rows].map((row) => row[column].length)));
  const line = (row: Row): string =>
    COLUMNS.map((column, i) => (NUMERIC.has(column) ? row[column].padStart(widths[i]) : row[column].padEnd(widths[i])))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const skipped = all.filter(({ isSkipped }) => isSkipped).length;
  const done = `Done. Processed ${all.length - skipped} files, ${rows.length} programs. Skipped ${skipped} files, 0 programs.`;
  return `${[line(HEADINGS), rule, ...rows.map(line), rule, done].join('\n')}\n`;
}

export function verdictCsv(all: readonly FileRows[]): string {
  const lines = all.flatMap((file) => file.rows).map((row) => COLUMNS.map((column) => quote(row[column])).join(','));
  return `${['file_name,prog_name,verdict,total_insns,total_states,prog_size', ...lines].join('\n')}\n`;
}

const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
