/** Verdicts in the table and in the CSV of `veristat`. Durations are left out unless they are asked for: no time passes. */

export interface Column {
  /** Heading in the table, and name in CSV. */
  readonly heading: string;
  readonly csv: string;
  /** Numbers are right-aligned. */
  readonly isNumber?: true;
}

/** Columns by the name under which they can be asked for. */
export const COLUMNS = {
  file: { heading: 'File', csv: 'file_name' },
  program: { heading: 'Program', csv: 'prog_name' },
  verdict: { heading: 'Verdict', csv: 'verdict' },
  duration: { heading: 'Duration (us)', csv: 'duration', isNumber: true },
  insns: { heading: 'Insns', csv: 'total_insns', isNumber: true },
  states: { heading: 'States', csv: 'total_states', isNumber: true },
  peak: { heading: 'Peak states', csv: 'peak_states', isNumber: true },
  maxPerInsn: { heading: 'Max states per insn', csv: 'max_states_per_insn', isNumber: true },
  markRead: { heading: 'Max mark read length', csv: 'mark_read_max_len', isNumber: true },
  size: { heading: 'Program size', csv: 'prog_size', isNumber: true },
  stack: { heading: 'Stack depth', csv: 'stack', isNumber: true },
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnName = keyof typeof COLUMNS;

const USUAL_COLUMNS = ['file', 'program', 'verdict', 'insns', 'states', 'size'] as const;

/** A program of an object: at least the usual columns. */
export type Row = Readonly<Record<(typeof USUAL_COLUMNS)[number], string> & Partial<Record<ColumnName, string>>>;

/** The programs of an object; it is skipped if libbpf could not even open it. */
export interface FileRows {
  readonly rows: readonly Row[];
  readonly isSkipped: boolean;
}

const columnOf = (name: ColumnName): Column => COLUMNS[name];

/** One line per program, and a last line with the totals. */
export function verdictTable(all: readonly FileRows[], columns: readonly ColumnName[] = USUAL_COLUMNS): string {
  const rows = all.flatMap((file) => file.rows);
  const cells = rows.map((row) => columns.map((name) => row[name] ?? ''));
  const skipped = all.filter(({ isSkipped }) => isSkipped).length;
  const done = `Done. Processed ${all.length - skipped} files, ${rows.length} programs. Skipped ${skipped} files, 0 programs.`;
  return `${ruledTable(columns.map(columnOf), cells)}${done}\n`;
}

/** Headings, a rule, rows, a rule. */
export function ruledTable(columns: readonly Omit<Column, 'csv'>[], rows: readonly (readonly string[])[]): string {
  const headings = columns.map(({ heading }) => heading);
  const widths = headings.map((heading, i) => Math.max(heading.length, ...rows.map((row) => row[i].length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (columns[i].isNumber === true ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(headings), rule, ...rows.map(line), rule].map((text) => `${text}\n`).join('');
}

export function verdictCsv(all: readonly FileRows[], columns: readonly ColumnName[] = USUAL_COLUMNS): string {
  const lines = all.flatMap((file) => file.rows).map((row) => columns.map((name) => quote(row[name] ?? '')).join(','));
  return `${[columns.map((name) => columnOf(name).csv).join(','), ...lines].join('\n')}\n`;
}

const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
