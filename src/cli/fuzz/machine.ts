/** `rearm fuzz machine`: random scripts under random schedules; what they break, and what breaks no rule. */
import type { Generation, Switches } from '../../engine/abi/generations.ts';
import { RULES } from '../../engine/kernel/trace/invariants.ts';
import { printScenarioText } from '../../engine/scenario/text.ts';
import { type Command, EXIT_OK, EXIT_REJECTED, EXIT_USAGE, type Host, usage } from '../command.ts';
import { fuzzScenario, playFuzzScenario } from './machine-scenario.ts';
import { TRIGGERS } from './machine-triggers.ts';
import { FuzzWorld, type Played } from './machine-world.ts';

const USAGE = `usage: rearm fuzz machine [--seeds N] [--first SEED] [--steps N] [--kernel 6.18|7.0]
       rearm fuzz machine --save FOLDER [OPTION…]`;
const GENERATIONS: readonly Generation[] = ['6.18', '7.0'];
const OPTIONS: readonly string[] = ['--first', '--seeds', '--steps', '--kernel', '--save'];
const MAX_CPUS = 4;

export interface FuzzOptions {
  readonly first: number;
  readonly seeds: number;
  readonly steps: number;
  readonly generations: readonly Generation[];
  /** Of all machines; default: those of their generations. */
  readonly switches?: Partial<Switches>;
}

export interface FuzzReport {
  readonly seeds: number;
  readonly steps: number;
  /** How often a timer was made in an element that had left its map: R30. */
  readonly staleInits: number;
  /** How often a trigger broke a rule, by trigger and rule: `R30 I9`. */
  readonly excused: ReadonlyMap<string, number>;
  /** What was broken without a trigger, each with what plays it again. */
  readonly broken: readonly string[];
}

/** The worlds by generation, CPUs and kind of time; each seed goes back to where its world began. */
function worlds(switches: Partial<Switches>): (generation: Generation, seed: number) => FuzzWorld {
  const made = new Map<string, FuzzWorld>();
  return (generation, seed) => {
    const cpus = 1 + (seed % MAX_CPUS);
    const freeTime = (seed & 8) !== 0;
    const name = `${generation} ${cpus} ${freeTime}`;
    const world = made.get(name) ?? new FuzzWorld({ generation, switches, cpus, freeTime });
    made.set(name, world);
    return world;
  };
}

/** Plays every seed in each generation; one in four twice: both plays must go the same way. */
export function fuzzMachine({ first, seeds, steps, generations, switches = {} }: FuzzOptions): FuzzReport {
  const worldOf = worlds(switches);
  const excused = new Map<string, number>();
  const broken: string[] = [];
  let [staleInits, allSteps] = [0, 0];
  for (const generation of generations) {
    for (let seed = first; seed < first + seeds; seed++) {
      const world = worldOf(generation, seed);
      const once = world.play(seed, steps);
      allSteps += once.steps;
      staleInits += once.staleInits;
      for (const each of once.excused) excused.set(each, (excused.get(each) ?? 0) + 1);
      const problem = once.broken ?? (seed % 4 === 0 ? differenceOf(once, world.play(seed, steps)) : undefined);
      if (problem !== undefined) broken.push(`${generation} seed ${seed}: ${problem}`);
    }
  }
  return { seeds: seeds * generations.length, steps: allSteps, staleInits, excused, broken };
}

const differenceOf = (once: Played, again: Played): string | undefined =>
  once.hash === again.hash && once.steps === again.steps ? undefined : 'the same seed went two ways';

export const fuzzMachineCommand: Command = async (args, host) => {
  host.expectManySteps?.();
  const options = optionsOf(args);
  if (options === undefined) return usage(host, 'bad options', USAGE);
  if (options.folder !== undefined) return saveScenarios(options, options.folder, host);
  const report = fuzzMachine(options);
  print(host, report);
  return report.broken.length === 0 ? EXIT_OK : EXIT_REJECTED;
};

/** Writes the script of each seed, played as a session, to `FOLDER/KERNEL-SEED.rearm`. */
function saveScenarios({ first, seeds, steps, generations }: FuzzOptions, folder: string, host: Host): number {
  for (const generation of generations) {
    for (let seed = first; seed < first + seeds; seed++) {
      const played = playFuzzScenario(fuzzScenario(generation, seed, steps), seed, steps);
      const bytes = new TextEncoder().encode(printScenarioText(played));
      if (!host.writeFile(`${folder}/${generation}-${seed}.rearm`, bytes)) return EXIT_USAGE;
    }
  }
  host.out(`${seeds * generations.length} scenarios in ${folder}\n`);
  return EXIT_OK;
}

function optionsOf(words: readonly string[]): (FuzzOptions & { readonly folder: string | undefined }) | undefined {
  const given = new Map<string, string>();
  for (let i = 0; i < words.length; i += 2) given.set(words[i], words[i + 1] ?? '');
  const number = (name: string, usual: number) => Number(given.get(name) ?? usual);
  const generations = GENERATIONS.filter((each) => (given.get('--kernel') ?? each) === each);
  const options = { first: number('--first', 1), seeds: number('--seeds', 5000), steps: number('--steps', 2000) };
  const known = [...given.keys()].every((name) => OPTIONS.includes(name));
  return known && Object.values(options).every(Number.isInteger) && generations.length > 0
    ? { ...options, generations, folder: given.get('--save') }
    : undefined;
}

function print(host: Host, { seeds, steps, staleInits, excused, broken }: FuzzReport): void {
  host.out(`${seeds} seeds, ${steps} steps; ${staleInits} timers made in elements that had left their map\n`);
  for (const [each, count] of [...excused].sort()) host.out(`${String(count).padStart(8)}  ${wordsOf(each)}\n`);
  for (const line of broken) host.out(`BROKEN ${line}\n`);
  host.out(broken.length === 0 ? 'no rule broken otherwise\n' : `${broken.length} broken\n`);
}

/** A trigger and a rule, each with its words. */
function wordsOf(each: string): string {
  const words: Readonly<Record<string, string>> = { ...TRIGGERS, ...RULES };
  return each
    .split(' ')
    .map((name) => `${name} (${words[name]})`)
    .join(' breaks ');
}
