/**
 * `rearm bench timers OBJ`: starting, cancelling and firing of timers by the programs of an object with the programs
 * t_init, t_arm, t_rearm, t_cancel, t_storm and their variables. A JSON line per measurement.
 */
import { type BenchObject, nanosecondsOf, openBenchObject, spreadOf } from './bench-object.ts';
import { asciiJson, type Command, EXIT_OK, EXIT_USAGE, usage } from './command.ts';

const USAGE = 'usage: rearm bench timers OBJ';
/** How many timers are pending, or re-arm themselves, in each measurement. */
const COUNTS = [1, 16, 64] as const;
const ROUNDS = 5;
/** What one run of t_rearm starts. */
const REARMS = 4096;
/** Callbacks of one storm. */
const STORM = 200_000;

export const benchTimers: Command = async ([path, ...rest], host) => {
  if (path === undefined || rest.length > 0) return usage(host, 'bench timers: one file is needed', USAGE);
  const bytes = host.readFile(path);
  if (bytes === undefined) return EXIT_USAGE;
  host.expectManySteps?.();
  const opened = openBenchObject(bytes, path);
  if (!opened.ok) return usage(host, opened.error, USAGE);
  for (const line of measurements(opened.value)) host.out(`${asciiJson(line)}\n`);
  return EXIT_OK;
};

function* measurements(object: BenchObject): Generator<object> {
  object.write('count', COUNTS[COUNTS.length - 1]);
  object.run('t_init');
  for (const count of COUNTS) {
    object.write('count', count);
    const armed = object.run('t_arm').nanoseconds / count;
    const rearmed = repeat(() => object.run('t_rearm').nanoseconds / REARMS);
    yield { timer: 'rearm', pending: count, first_arm_ns: Math.round(armed), rearm_ns: spreadOf(rearmed) };
    const cancelled = object.run('t_cancel').nanoseconds / count;
    yield { timer: 'cancel', pending: count, ns_each: Math.round(cancelled), errors: object.read('errors') };
  }
  for (const count of COUNTS) {
    yield { timer: 'storm', concurrent: count, events_per_s: spreadOf(repeat(() => storm(object, count)).flat()) };
  }
}

/**
 * Callbacks per second of `count` timers that start themselves again at once, for every slice of the storm: most slices are
 * short enough that nothing else on the machine interrupts them.
 */
function storm(object: BenchObject, count: number): readonly number[] {
  object.write('count', count);
  object.write('target', STORM);
  object.write('interval_ns', 0);
  object.run('t_storm');
  const rates: number[] = [];
  while (object.read('done_ns') === 0) {
    const before = object.read('fired');
    const taken = nanosecondsOf(() => object.advance());
    rates.push(((object.read('fired') - before) * 1e9) / taken);
  }
  object.run('t_cancel');
  return rates;
}

const repeat = <T>(measure: () => T): T[] => Array.from({ length: ROUNDS }, measure);
