/** `rearm run --kernel 5.15,6.18 FILE.rearm…`: the same scenarios under several kernels, as a table. */
import { isGeneration } from '../engine/abi/generations.ts';
import { shortcomings } from '../engine/scenario/shortcomings.ts';
import { EXIT_OK, EXIT_REJECTED, EXIT_USAGE, type Host } from './command.ts';
import { open, play, type ReadScenario, readScenario } from './scenario-files.ts';

interface Cell {
  readonly kernel: string;
  /** The first thing that went wrong, with its line; undefined if nothing did. */
  readonly wrong: string | undefined;
}

interface Row {
  readonly name: string;
  readonly cells: readonly Cell[];
}

/** Plays each scenario under each kernel. What fails under the last kernel makes the command fail. */
export function runMatrix(paths: readonly string[], kernels: readonly string[], host: Host): number {
  const unknown = kernels.find((kernel) => !isGeneration(kernel));
  if (unknown !== undefined) {
    host.error(`rearm: kernel "${unknown}" is not known\n`);
    return EXIT_USAGE;
  }
  const rows: Row[] = [];
  for (const path of paths) {
    const read = readScenario([path], host);
    if (read === undefined) return EXIT_USAGE;
    const cells = kernels.map((kernel) => ({ kernel, wrong: playUnder(read, kernel, host) }));
    rows.push({ name: path.split('/').pop() ?? path, cells });
  }
  host.out(table(rows, kernels));
  return rows.some(({ cells }) => cells.at(-1)?.wrong !== undefined) ? EXIT_REJECTED : EXIT_OK;
}

/** A schedule and a promise belong to the kernel they were made under. */
function playUnder(read: ReadScenario, kernel: string, host: Host): string | undefined {
  const { expect: _, schedule: __, ...scenario } = read.scenario;
  const problems: string[] = [];
  const note: ReadScenario['complain'] = (diagnostics) => problems.push(...diagnostics.map((each) => each.message));
  const session = open(
    { scenario: { ...scenario, machine: { ...scenario.machine, kernel } }, complain: note },
    { ...host, error: () => undefined },
  );
  if (session === undefined) return problems[0] ?? 'nothing can run';
  play(session, scenario);
  const [first] = shortcomings(scenario, session.answer());
  return first === undefined ? undefined : `script line ${first.at?.line ?? 0}: ${first.message.split('\n')[0]}`;
}

function table(rows: readonly Row[], kernels: readonly string[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const columns = kernels.map((kernel) => Math.max(kernel.length, 4) + 2);
  const line = (name: string, words: readonly string[]): string =>
    `${name.padEnd(width)}${words.map((word, i) => word.padStart(columns[i])).join('')}\n`;
  const verdicts = rows.map(({ name, cells }) =>
    line(
      name,
      cells.map(({ wrong }) => (wrong === undefined ? 'ok' : 'FAIL')),
    ),
  );
  return `${line('', kernels)}${verdicts.join('')}${rows.flatMap(reasons).join('')}`;
}

/** Why a scenario fails, said once for kernels next to each other that fail alike. */
function reasons({ name, cells }: Row): readonly string[] {
  return cells.flatMap(({ kernel, wrong }, i) => {
    if (wrong === undefined || cells[i - 1]?.wrong === wrong) return [];
    const last = cells.slice(i).findIndex((each) => each.wrong !== wrong);
    const until = cells[last < 0 ? cells.length - 1 : i + last - 1].kernel;
    return [`\n${name}, ${until === kernel ? kernel : `${kernel} to ${until}`}: ${wrong}\n`];
  });
}
