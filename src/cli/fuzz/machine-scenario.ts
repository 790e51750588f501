/** The random script of a seed as a scenario: commands of several processes under a random schedule, with the state they lead to. */
import type { Generation } from '../../engine/abi/generations.ts';
import { openScenario } from '../../engine/engine.ts';
import { RandomOracle } from '../../engine/explorer/random.ts';
import { GRAINS } from '../../engine/kernel/programs/bpf.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import { defined } from '../../lib/assert.ts';
import { finish } from '../../lib/job.ts';
import { Random } from '../../lib/random.ts';
import { FUZZ_KEYS, FUZZ_MAPS, FUZZ_OPERATIONS, fuzzText } from './machine-programs.ts';

const MAX_CPUS = 4;
const PROCESSES = 4;
/** A command takes about so many steps. */
const STEPS_PER_LINE = 25;
const VALUE = Array.from({ length: 16 }, () => 0).join(' ');

/** What a process does in `steps` steps, as a session of the console would have it. */
export function fuzzScenario(generation: Generation, seed: number, steps: number): Scenario {
  const random = new Random(seed);
  const cpus = 1 + (seed % MAX_CPUS);
  const script = Array.from({ length: Math.ceil(steps / STEPS_PER_LINE) }, (_, i) => ({
    line: `[p${random.below(PROCESSES)}@${random.below(cpus)}] ${commandOf(random)}`,
    at: i * STEPS_PER_LINE,
  }));
  return {
    v: 1,
    title: `fuzz machine, seed ${seed}`,
    programs: FUZZ_MAPS.map((map) => ({ name: `${map}.s`, asm: fuzzText(map) })),
    machine: { cpus, kernel: generation, seed },
    script,
    grain: random.pick(GRAINS),
  };
}

/** Maps and programs have ids in the order in which they are loaded. */
function commandOf(random: Random): string {
  const map = `id ${1 + random.below(FUZZ_MAPS.length)}`;
  const key = `key ${random.below(FUZZ_KEYS)} 0 0 0`;
  const dice = random.below(100);
  if (dice < 70) return `bpftool prog run id ${1 + random.below(FUZZ_MAPS.length * FUZZ_OPERATIONS)}`;
  if (dice < 88) return `bpftool map update ${map} ${key} value ${VALUE}`;
  if (dice < 96) return `bpftool map delete ${map} ${key}`;
  return `bpftool map lookup ${map} ${key}`;
}

/** Plays `steps` steps of a scenario under the schedule of a seed: the scenario with that schedule and the state it promises. */
export function playFuzzScenario(scenario: Scenario, seed: number, steps: number): Scenario {
  const { session } = finish(openScenario(scenario));
  const playing = defined(session, 'the programs of the fuzzer are accepted');
  playing.machine.scheduler.oracle = new RandomOracle(seed);
  playing.advance({ is: 'step', step: steps }, Number.POSITIVE_INFINITY, 2 * steps);
  return playing.scenario();
}
