/** `rearm fuzz machine`: random scripts under random schedules; what they break, and what breaks no rule. */
import type { Generation } from '../engine/abi/generations.ts';
import { type Command, EXIT_OK, EXIT_REJECTED, type Host, usage } from './command.ts';
import { FuzzWorld } from './fuzz-world.ts';

const USAGE = 'usage: rearm fuzz machine [--seeds N] [--first SEED] [--steps N] [--kernel 6.18|7.0]';
const GENERATIONS: readonly Generation[] = ['6.18', '7.0'];
const MAX_CPUS = 4;

export interface FuzzOptions {
  readonly first: number;
  readonly seeds: number;
  readonly steps: number;
  readonly generations: readonly Generation[];
}

export interface FuzzReport {
  readonly seeds: number;
  readonly steps: number;
  /** Seeds in which a timer was made in an element that had left its map: R30. */
  readonly staleSeeds: number;
  /** What those seeds broke, by rule. */
  readonly excused: Readonly<Record<string, number>>;
  /** What was broken without such a trigger, each with what plays it again. */
  readonly broken: readonly string[];
}

/** The worlds by generation, CPUs and kind of time; each seed goes back to where its world began. */
function worlds(): (generation: Generation, seed: number) => FuzzWorld {
  const made = new Map<string, FuzzWorld>();
  return (generation, seed) => {
    const cpus = 1 + (seed % MAX_CPUS);
    const freeTime = (seed & 8) !== 0;
    const name = `${generation} ${cpus} ${freeTime}`;
    const world = made.get(name) ?? new FuzzWorld({ generation, cpus, freeTime });
    made.set(name, world);
    return world;
  };
}

/** Plays every seed in each generation; one in four twice: both plays must go the same way. */
export function fuzzMachine({ first, seeds, steps, generations }: FuzzOptions): FuzzReport {
  const worldOf = worlds();
  const excused: Record<string, number> = {};
  const broken: string[] = [];
  let [staleSeeds, allSteps] = [0, 0];
  for (const generation of generations) {
    for (let seed = first; seed < first + seeds; seed++) {
      const world = worldOf(generation, seed);
      const once = world.play(seed, steps);
      const again = seed % 4 === 0 ? world.play(seed, steps) : once;
      const differs = once.hash !== again.hash || once.steps !== again.steps;
      const problem = differs ? 'the same seed went two ways' : once.broken;
      allSteps += once.steps;
      if (once.staleInits > 0) staleSeeds++;
      if (problem === undefined) continue;
      const rule = ruleOf(problem);
      if (once.staleInits > 0 && !differs && rule !== undefined) excused[rule] = (excused[rule] ?? 0) + 1;
      else broken.push(`${generation} seed ${seed}: ${problem}`);
    }
  }
  return { seeds: seeds * generations.length, steps: allSteps, staleSeeds, excused, broken };
}

/** Rules that a stale pointer may break: races.md R30. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/use after free of (htab_elem|bpf_hrtimer|bpf_map)|wild access/, 'I1 freed memory is touched'],
  [/no rest in/, 'I5 a timer runs for ever'],
  [/bpf_hrtimer is left behind|outlives its|cannot be reached/, 'I4 a timer is left behind'],
  [/a bpf_(prog|map) is left behind/, 'I4 a timer keeps its program and map'],
];

const ruleOf = (problem: string): string | undefined => RULES.find(([words]) => words.test(problem))?.[1];

export const fuzzCommand: Command = async (args, host) => {
  const [what, ...rest] = args;
  const options = optionsOf(rest);
  if (what !== 'machine' || options === undefined) return usage(host, 'fuzz what?', USAGE);
  const report = fuzzMachine(options);
  print(host, report);
  return report.broken.length === 0 ? EXIT_OK : EXIT_REJECTED;
};

function optionsOf(words: readonly string[]): FuzzOptions | undefined {
  const given = new Map<string, string>();
  for (let i = 0; i < words.length; i += 2) given.set(words[i], words[i + 1] ?? '');
  const number = (name: string, usual: number) => Number(given.get(name) ?? usual);
  const generations = GENERATIONS.filter((each) => (given.get('--kernel') ?? each) === each);
  const options = { first: number('--first', 1), seeds: number('--seeds', 5000), steps: number('--steps', 2000) };
  const known = [...given.keys()].every((name) => ['--first', '--seeds', '--steps', '--kernel'].includes(name));
  return known && Object.values(options).every(Number.isInteger) && generations.length > 0
    ? { ...options, generations }
    : undefined;
}

function print(host: Host, { seeds, steps, staleSeeds, excused, broken }: FuzzReport): void {
  host.out(
    `${seeds} seeds, ${steps} steps; ${staleSeeds} seeds made a timer in an element that had left its map (R30)\n`,
  );
  for (const [rule, count] of Object.entries(excused)) host.out(`  ${count} of them: ${rule}\n`);
  for (const line of broken) host.out(`BROKEN ${line}\n`);
  host.out(broken.length === 0 ? 'no rule broken otherwise\n' : `${broken.length} broken\n`);
}
