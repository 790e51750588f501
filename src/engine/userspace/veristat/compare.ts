import { COLUMNS, type Column, type ColumnName, ruledTable } from './verdict-table.ts';

/** Two tables of verdicts beside each other. kernel: handle_comparison_mode() of veristat.c */

type Values = ReadonlyMap<ColumnName, string>;

/** The rows of a CSV of veristat, or what is wrong with it. */
export function parseVerdictCsv(text: string): readonly Values[] | string {
  const [head, ...lines] = text.trimEnd().split('\n').map(fieldsOf);
  const names = head.map((name) => COLUMN_NAMES.find((each) => COLUMNS[each].csv === name));
  const unknown = head[names.indexOf(undefined)];
  if (unknown !== undefined) return `Unrecognized stat name '${unknown}'`;
  return lines.map(
    (fields) => new Map(names.flatMap((name, i) => (name === undefined ? [] : ([[name, fields[i] ?? '']] as const)))),
  );
}

const COLUMN_NAMES = Object.keys(COLUMNS).filter((name): name is ColumnName => Object.hasOwn(COLUMNS, name));

const fieldsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)|([^,]*)(?:,|$)/g)]
    .slice(0, line.endsWith(',') ? undefined : -1)
    .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);

const KEYS: readonly ColumnName[] = ['file', 'program'];
const ABSENT = 'N/A';

const keyOf = (row: Values): string => KEYS.map((name) => row.get(name) ?? '').join('\n');

/** For each program that both or one of them has: both values, and how they differ. */
export function comparisonTable(base: readonly Values[], other: readonly Values[]): string {
  const names = COLUMN_NAMES.filter((name) => !KEYS.includes(name) && base[0]?.has(name) && other[0]?.has(name));
  const keys = [...new Set([...base, ...other].map(keyOf))].sort();
  const rows = keys.map((key) => {
    const [a, b] = [base, other].map((rowsOf) => rowsOf.find((row) => keyOf(row) === key));
    return [...key.split('\n'), ...names.flatMap((name) => cellsOf(name, a?.get(name), b?.get(name)))];
  });
  return ruledTable([...KEYS.map((name): Omit<Column, 'csv'> => COLUMNS[name]), ...names.flatMap(columnsOf)], rows);
}

function columnsOf(name: ColumnName): readonly Omit<Column, 'csv'>[] {
  const column: Column = COLUMNS[name];
  return ['A', 'B', 'DIFF'].map((mark) => ({ ...column, heading: `${column.heading} (${mark})` }));
}

function cellsOf(name: ColumnName, a: string | undefined, b: string | undefined): readonly string[] {
  return [a ?? ABSENT, b ?? ABSENT, a === undefined || b === undefined ? ABSENT : differenceOf(name, a, b)];
}

function differenceOf(name: ColumnName, a: string, b: string): string {
  const column: Column = COLUMNS[name];
  if (column.isNumber !== true) return a === b ? 'MATCH' : 'MISMATCH';
  const change = Number(b) - Number(a);
  const percent = Number(a) === 0 ? (change === 0 ? 0 : 100) : (change * 100) / Number(a);
  const sign = change < 0 ? '' : '+';
  return `${sign}${change} (${sign}${percent.toFixed(2)}%)`;
}
