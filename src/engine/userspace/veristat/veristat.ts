import { textOfBytes } from '../../../lib/bytes.ts';
import type { CheckedProgram, Shell } from '../shell/shell.ts';
import { readFile } from '../shell/text-commands.ts';
import { Failure } from '../shell/words.ts';
import { perform, type Steps, work } from '../steps.ts';
import { comparisonTable, parseVerdictCsv } from './compare.ts';
import { chosenRows, type VeristatOptions, veristatOptions } from './options.ts';
import { type FileRows, type Row, verdictCsv, verdictTable } from './verdict-table.ts';

/** veristat [OPTIONS] FILE…: verdict, instructions and states of each program; veristat -C BASE OTHER compares two CSVs. */
export function* veristat(shell: Shell): Steps<number> {
  const { words, out } = shell;
  const options = veristatOptions(words);
  if (options.compares) return yield* compare(shell, options.files);
  if (options.files.length === 0)
    throw words.wrong(
      'Please provide path to BPF object file!\n\nUsage: veristat [OPTION...] <obj-file> [<obj-file>...]\n       veristat -C <baseline.csv> <comparison.csv>',
      1,
    );
  const files: FileRows[] = [];
  for (const name of options.files) files.push(yield* rowsOfFile(shell, name, options));
  const chosen = chosenRows(
    files.flatMap(({ rows }) => rows),
    options,
  );
  out.print(reportOf(files, chosen, options));
  return files.some(({ isSkipped }) => isSkipped) ? 1 : 0;
}

/** The rows that were chosen, counted with the files that they come from. */
function reportOf(files: readonly FileRows[], chosen: readonly Row[], { format, columns }: VeristatOptions): string {
  const all = files.map((file, i): FileRows => ({ ...file, rows: i === 0 ? chosen : [] }));
  return format === 'csv' ? verdictCsv(all, columns) : verdictTable(all, columns);
}

function* rowsOfFile(shell: Shell, name: string, { isVerbose }: VeristatOptions): Steps<FileRows> {
  const file = yield* perform(() => shell.files.open(name));
  if (file.is !== 'file') {
    shell.out.stderr += `Failed to open '${name}': ${file.is === 'bad' ? -file.errno : -2}\n`;
    return { rows: [], isSkipped: true };
  }
  const rows: Row[] = [];
  for (const index of file.spec.programs.keys()) {
    const checked = yield* work(() => file.check(index));
    if (isVerbose) shell.out.print(verboseText(name, checked));
    rows.push(rowOf(name, checked));
  }
  return { rows, isSkipped: false };
}

const verboseText = (file: string, { name, log, errno }: CheckedProgram): string =>
  `PROCESSING ${file}/${name}, DURATION US: 0, VERDICT: ${errno === 0 ? 'success' : 'failure'}, VERIFIER LOG:\n${log}\n`;

const rowOf = (file: string, { name, errno, stats, insnCount }: CheckedProgram): Row => ({
  file,
  program: name,
  verdict: errno === 0 ? 'success' : 'failure',
  duration: '0',
  insns: String(stats?.insnProcessed ?? 0),
  states: String(stats?.totalStates ?? 0),
  peak: String(stats?.peakStates ?? 0),
  maxPerInsn: String(stats?.maxStatesPerInsn ?? 0),
  markRead: String(stats?.longestMarkRead ?? 0),
  size: String(insnCount),
  stack: String((stats?.stackDepths ?? []).reduce((sum, depth) => sum + depth, 0)),
});

function* compare(shell: Shell, files: readonly string[]): Steps<number> {
  if (files.length !== 2)
    throw shell.words.wrong(
      'Comparison mode expects exactly two input CSV files!\n\nUsage: veristat -C <baseline.csv> <comparison.csv>',
      1,
    );
  const tables = [];
  for (const file of files) {
    const read = yield* readFile(shell, file);
    if (typeof read === 'string') throw new Failure(`Failed to open '${file}': -2`, 1);
    const rows = parseVerdictCsv(textOfBytes(read));
    if (typeof rows === 'string') throw new Failure(`${rows}\nFailed to parse stats from '${file}': -22`, 1);
    tables.push(rows);
  }
  shell.out.print(comparisonTable(tables[0], tables[1]));
  return 0;
}
