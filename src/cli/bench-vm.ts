/**
 * `rearm bench vm OBJ PROGRAM`: how long a test run of a program takes on the simulated machine, with its interpreter.
 * One JSON line: what the program returned, and the nanoseconds of one run.
 */
import { openBenchObject, spreadOf } from './bench-object.ts';
import { asciiJson, type Command, EXIT_OK, EXIT_USAGE, usage } from './command.ts';

const USAGE = 'usage: rearm bench vm OBJ PROGRAM';
const ROUNDS = 7;
const ROUND_MS = 60;

export const benchVm: Command = async ([path, program, ...rest], host) => {
  if (path === undefined || program === undefined || rest.length > 0) {
    return usage(host, 'bench vm: a file and a program are needed', USAGE);
  }
  const bytes = host.readFile(path);
  if (bytes === undefined) return EXIT_USAGE;
  const opened = openBenchObject(bytes, path, program);
  if (!opened.ok) return usage(host, opened.error, USAGE);
  const object = opened.value;
  const retval = object.run(program);
  const runs = runsPerRound((repeat) => object.run(program, repeat));
  const times = Array.from({ length: ROUNDS }, () => milliseconds(() => object.run(program, runs)) * (1e6 / runs));
  host.out(`${asciiJson({ program, engine: 'interpreter', retval, run_ns: spreadOf(times) })}\n`);
  return EXIT_OK;
};

/** Runs that take about as long as a round should; counting them also makes the engine warm. */
function runsPerRound(run: (repeat: number) => void): number {
  let runs = 1;
  while (milliseconds(() => run(runs)) < ROUND_MS) runs *= 2;
  return runs;
}

function milliseconds(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
