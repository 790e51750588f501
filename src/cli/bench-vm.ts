/**
 * `rearm bench vm OBJ PROGRAM`: how long a test run of a program takes on the simulated machine, with its interpreter.
 * One JSON line: what the program returned, and the nanoseconds of one run.
 */
import { openBenchObject, spreadOf } from './bench-object.ts';
import { asciiJson, type Command, EXIT_OK, EXIT_USAGE, usage } from './command.ts';

const USAGE = 'usage: rearm bench vm OBJ PROGRAM';
/** Many short rounds: the median is then one that nothing else on the machine has interrupted. */
const ROUNDS = 101;
const ROUND_NS = 2_000_000;
const WARM_RUNS = 64;

export const benchVm: Command = async ([path, program, ...rest], host) => {
  if (path === undefined || program === undefined || rest.length > 0) {
    return usage(host, 'bench vm: a file and a program are needed', USAGE);
  }
  const bytes = host.readFile(path);
  if (bytes === undefined) return EXIT_USAGE;
  const opened = openBenchObject(bytes, path, program);
  if (!opened.ok) return usage(host, opened.error, USAGE);
  const object = opened.value;
  const { retval } = object.run(program);
  const runs = runsPerRound((repeat) => object.run(program, repeat).nanoseconds);
  const times = Array.from({ length: ROUNDS }, () => object.run(program, runs).nanoseconds / runs);
  host.out(`${asciiJson({ program, engine: 'interpreter', retval, run_ns: spreadOf(times) })}\n`);
  return EXIT_OK;
};

/**
 * Runs that take about as long as a round should, by the fastest of some that get longer; they also make the engine warm.
 */
function runsPerRound(run: (repeat: number) => number): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let runs = 1; runs <= WARM_RUNS || (runs / 2) * fastest < ROUND_NS; runs *= 2) {
    fastest = Math.min(fastest, run(runs) / runs);
  }
  return Math.max(1, Math.round(ROUND_NS / fastest));
}
