import { describe, expect, it } from 'vitest';
import { GENERATIONS } from '../../engine/abi/generations.ts';
import { Machine, type MachineOptions } from '../../engine/kernel/machine.ts';
import type { Stop } from '../../engine/kernel/trace/stop.ts';
import { Random } from '../../lib/random.ts';
import { FUZZ_KEYS, FUZZ_MAPS } from './machine-programs.ts';
import { beginTestRun, openFuzzPrograms } from './machine-world.ts';

/** How one and the same machine moves on: so many steps, not beyond a time. */
type MoveOn = (machine: Machine, steps: number, limit: number) => Stop | undefined;

const inRuns: MoveOn = (machine, steps, limit) => machine.run(steps, limit);

/** Every step is chosen by the scheduler, which looks at every CPU anew. */
const oneByOne: MoveOn = (machine, steps, limit) => {
  for (const end = machine.stepNumber + steps; machine.stepNumber < end; ) {
    const stop = machine.step(undefined, limit);
    if (stop === undefined) continue;
    if (stop.why !== 'reached' && (stop.why !== 'idle' || limit === Number.POSITIVE_INFINITY)) return stop;
    if (machine.clock < limit) machine.act(() => machine.kernel.clock.reach(limit));
    return { why: 'reached' };
  }
  return undefined;
};

/** What may not depend on who chose the steps. */
const stateOf = (machine: Machine, traceFrom: number, stop: Stop | undefined) => ({
  step: machine.stepNumber,
  clock: machine.clock,
  choices: machine.kernel.globals().choices,
  hash: machine.runHash(),
  trace: [...machine.trace.slice(traceFrom)],
  stop,
});

const STRIDES = 40;
const MAX_STRIDE = 250;
const GRAINS = ['point', 'point', 'visible', 'insn'] as const;

/** A machine with the fuzzing programs, and what user space does with it: both follow from the seed. */
function play(seed: number, moveOn: MoveOn, more: MachineOptions): ReturnType<typeof stateOf>[] {
  const random = new Random(seed);
  const generation = random.pick(GENERATIONS);
  const cpus = 1 + random.below(3);
  const machine = new Machine({ generation, cpus, grain: random.pick(GRAINS), seed, memoryMiB: 2, ...more });
  const opened = FUZZ_MAPS.map((map) => openFuzzPrograms(machine, map));
  const bytes = (size: number) => machine.putBytes(Uint8Array.from({ length: size }, (_, i) => (i === 0 ? key : 0)));
  let key = 0;
  const states: ReturnType<typeof stateOf>[] = [];
  for (let stride = 0; stride < STRIDES; stride++) {
    const { map, programs } = random.pick(opened);
    const cpu = random.below(cpus);
    const dice = random.below(10);
    key = random.below(FUZZ_KEYS);
    if (dice < 7) beginTestRun(machine, cpu, machine.kernel.files.progOf(random.pick(programs).file));
    else if (dice < 9) machine.spawn(cpu, 'sys_map_update', [map, bytes(4), bytes(16), 0]);
    else machine.spawn(cpu, 'sys_map_delete', [map, bytes(4)]);
    const traceFrom = machine.trace.end;
    const limit = random.below(4) === 0 ? machine.clock + random.below(50_000) : Number.POSITIVE_INFINITY;
    const stop = moveOn(machine, 1 + random.below(MAX_STRIDE), limit);
    states.push(stateOf(machine, traceFrom, stop));
  }
  return states;
}

describe('steps that follow each other without the scheduler', () => {
  it.each(Array.from({ length: 40 }, (_, i) => i + 1))('are those that it would choose one by one: seed %i', (seed) => {
    const journal = seed % 4 === 0 ? { journalBytes: 0 } : {};
    expect(play(seed, inRuns, journal)).toEqual(play(seed, oneByOne, {}));
  });
});
