import { describe, expect, it } from 'vitest';
import { Machine } from '../engine/kernel/machine.ts';
import { finish } from '../lib/job.ts';
import { benchCommand } from './bench.ts';
import { openArm } from './bench-machine.ts';
import type { Host } from './command.ts';
import { beginTestRun } from './fuzz/machine-world.ts';

const STEPS = 6000;
const TIMERS = 5;

/** Two CPUs whose timers start themselves again for ever. */
function storm(): Machine {
  const machine = new Machine({ memoryMiB: 2 });
  const prog = openArm(machine, TIMERS);
  for (const cpu of [0, 1]) beginTestRun(machine, cpu, prog);
  return machine;
}

const nameOf = (machine: Machine) => ({
  step: machine.stepNumber,
  hash: machine.runHash(),
  trace: machine.trace.slice(0),
  scratch: machine.memory.stateHashFromScratch(),
});

describe('a run of many steps', () => {
  it.each([1, 7, 64, 1000, STEPS])('goes the way of single steps, %i steps at a time', (budget) => {
    const [single, many] = [storm(), storm()];
    for (let i = 0; i < STEPS; i++) expect(single.step()).toBeUndefined();
    const end = many.stepNumber + STEPS;
    while (many.stepNumber < end) expect(many.run(Math.min(budget, end - many.stepNumber))).toBeUndefined();
    expect(nameOf(many)).toEqual(nameOf(single));
    expect(many.kernel.globals().fires).toBeGreaterThan(100);
  });

  it('can be gone back into at any step', () => {
    const [single, many] = [storm(), storm()];
    const start = single.stepNumber;
    const hashes = Array.from({ length: 500 }, () => {
      single.step();
      return single.runHash();
    });
    many.run(500);
    for (const step of [499, 321, 322, 64, 63, 1, 0, 400]) {
      finish(many.seek(start + step + 1));
      expect(many.runHash()).toBe(hashes[step]);
      expect(many.memory.stateHash()).toBe(many.memory.stateHashFromScratch());
    }
  });

  it('keeps no journal and can still be gone back into', () => {
    const machine = new Machine({ memoryMiB: 2, journalBytes: 0 });
    beginTestRun(machine, 0, openArm(machine, 1));
    machine.run(50);
    const hash = machine.runHash();
    const step = machine.stepNumber;
    machine.run(300);
    finish(machine.seek(step));
    expect(machine.runHash()).toBe(hash);
  });
});

describe('rearm bench', () => {
  const run = async (...args: string[]) => {
    let out = '';
    const host: Host = {
      out: (text) => {
        out += text;
      },
      error: () => {},
      readFile: () => undefined,
      writeFile: () => false,
      lines: async function* () {},
    };
    return { status: await benchCommand(args, host), out };
  };

  it.each([[['nothing']], [['machine', '--steps', 'x']], [['vm']], [['timers']], [['explore', '-x']], [['all', '-x']]])(
    'refuses %j',
    async (args) => {
      expect((await run(...args)).status).toBe(2);
    },
  );

  it('prints a line of JSON for each measurement', async () => {
    const { status, out } = await run('explore', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ bench: 'explore', states: expect.any(Number) });
  });
});
