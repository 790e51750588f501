import type { CheckedProgram, Shell } from './shell.ts';
import { perform, type Steps, work } from './steps.ts';
import { type Row, verdictTable } from './verdict-table.ts';

/** veristat FILE…: verdict, instructions and states of each program, in veristat's table. */
export function* veristat(shell: Shell): Steps<number> {
  const { words, out } = shell;
  if (words.left === 0) throw words.wrong('no object files are given; usage: veristat FILE…', 1);
  const files: { rows: readonly Row[]; isSkipped: boolean }[] = [];
  for (let name = words.next(); name !== undefined; name = words.next()) {
    const rows = yield* rowsOf(shell, name);
    if (rows === undefined) out.stderr += `Failed to open '${name}': -2\n`;
    files.push({ rows: rows ?? [], isSkipped: rows === undefined });
  }
  out.print(verdictTable(files));
  return files.some(({ isSkipped }) => isSkipped) ? 1 : 0;
}

function* rowsOf({ files }: Shell, name: string): Steps<readonly Row[] | undefined> {
  const file = yield* perform(() => files.open(name));
  if (file.is !== 'file') return undefined;
  const rows: Row[] = [];
  for (const index of file.spec.programs.keys()) rows.push(rowOf(name, yield* work(() => file.check(index))));
  return rows;
}

const rowOf = (file: string, { name, errno, stats, insnCount }: CheckedProgram): Row => ({
  file,
  program: name,
  verdict: errno === 0 ? 'success' : 'failure',
  insns: String(stats?.insnProcessed ?? 0),
  states: String(stats?.totalStates ?? 0),
  size: String(insnCount),
});
