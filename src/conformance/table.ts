/** Rows added up by group, printed as the judges print them, and compared with recorded floors. */
import type { Row } from './judge.ts';

/** Counts of a group; `lines` are equal lines of all lines. */
export interface Sum {
  readonly programs: number;
  readonly verdict: number;
  readonly errno: number;
  readonly insns: number;
  readonly processed: number;
  readonly exact: number;
  readonly level1: number;
  readonly depth: number;
  readonly equalLines: number;
  readonly totalLines: number;
}

/** Floors by group: counts below which nothing may fall. */
export type Floors = Readonly<Record<string, Omit<Sum, 'equalLines' | 'totalLines'>>>;

const COUNTED = ['verdict', 'errno', 'insns', 'processed', 'exact', 'level1', 'depth'] as const;

function sumUp(rows: readonly Row[]): Sum {
  const count = (test: (row: Row) => boolean): number => rows.filter(test).length;
  return {
    programs: rows.length,
    verdict: count((row) => row.verdict),
    errno: count((row) => row.errno),
    insns: count((row) => row.insns),
    processed: count((row) => row.processed),
    exact: count((row) => row.exact),
    level1: count((row) => row.exactLevel1),
    depth: count((row) => row.depth),
    equalLines: rows.reduce((sum, row) => sum + row.equalLines, 0),
    totalLines: rows.reduce((sum, row) => sum + row.totalLines, 0),
  };
}

/** Sums by group in alphabetical order, `all` last. */
export function sumByGroup(rows: readonly Row[]): ReadonlyMap<string, Sum> {
  const groups = [...new Set(rows.map((row) => row.group))].sort();
  const sums = groups.map((group): [string, Sum] => [group, sumUp(rows.filter((row) => row.group === group))]);
  return new Map([...sums, ['all', sumUp(rows)]]);
}

export function printTable(sums: ReadonlyMap<string, Sum>): string {
  const heading = [
    'group',
    'programs',
    'verdict',
    'errno',
    'insns',
    'processed',
    'log exact',
    'level 1',
    'depth',
    'lines',
  ];
  const body = [...sums].map(([group, sum]) => [
    group,
    String(sum.programs),
    ...COUNTED.map((key) => share(sum[key], sum.programs)),
    percent(sum.equalLines, sum.totalLines),
  ]);
  const widths = heading.map((title, i) => Math.max(title.length, ...body.map((row) => row[i].length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
  return `${[line(heading), ...body.map(line)].join('\n')}\n`;
}

const percent = (part: number, whole: number): string => `${(whole === 0 ? 100 : (100 * part) / whole).toFixed(2)}%`;

const share = (part: number, whole: number): string => (part === whole ? 'all' : `${part} ${percent(part, whole)}`);

/** The programs that differ most: wrong verdict, wrong errno, fewest equal lines. */
export function printWorst(rows: readonly Row[], count: number): string {
  const bad = rows
    .filter((row) => !row.errno || !row.exact || !row.insns || !row.exactLevel1 || !row.depth)
    .sort(
      (a, b) => Number(a.verdict) - Number(b.verdict) || Number(a.errno) - Number(b.errno) || partOf(a) - partOf(b),
    );
  const lines = bad
    .slice(0, count)
    .map(
      (row) =>
        `  ${row.group} ${row.program}: lines ${row.equalLines}/${row.totalLines}; ${row.note ?? 'instructions'}`,
    );
  return bad.length === 0 ? '' : `\nworst ${lines.length} of ${bad.length}:\n${lines.join('\n')}\n`;
}

const partOf = ({ equalLines, totalLines }: Row): number => (totalLines === 0 ? 1 : equalLines / totalLines);

export function floorsOf(sums: ReadonlyMap<string, Sum>): Floors {
  return Object.fromEntries([...sums].map(([group, { equalLines: _, totalLines: __, ...floor }]) => [group, floor]));
}

/** What has fallen below its floor, a line each. */
export function belowFloors(sums: ReadonlyMap<string, Sum>, floors: Floors): readonly string[] {
  return Object.entries(floors).flatMap(([group, floor]) => {
    const sum = sums.get(group);
    if (sum === undefined) return [`${group}: was not run`];
    return (['programs', ...COUNTED] as const)
      .filter((key) => sum[key] < floor[key])
      .map((key) => `${group}: ${key} ${sum[key]}, was ${floor[key]}`);
  });
}
