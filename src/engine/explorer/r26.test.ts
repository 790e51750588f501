import { describe, expect, it } from 'vitest';
import type { Generation, Switches } from '../abi/generations.ts';
import { BpfMap, BpfTimer } from '../kernel/layouts/objects.ts';
import { Machine } from '../kernel/machine.ts';
import { Dfs } from './dfs.ts';

/** An idle timer in a value of its own; CPU 0 cancels it, CPU 1 cancels and frees it. Race R26. */
function cancelAgainstFree(generation: Generation, switches: Partial<Switches>): Machine {
  const machine = new Machine({ generation, switches, freeTime: true, tracing: false });
  const { kernel } = machine;
  const { map, timer } = machine.act(() => {
    const made = { map: kernel.kzalloc(BpfMap), timer: kernel.kzalloc(BpfTimer) };
    kernel.map(made.map).usercnt = 1;
    return made;
  });
  machine.spawn(0, 'init', [timer, map, 1, 0]);
  expect(machine.run(1000)).toEqual({ why: 'idle' });
  machine.spawn(0, 'cancel', [timer]);
  machine.spawn(1, 'cancel_and_free', [timer]);
  return machine;
}

const explore = (machine: Machine) => new Dfs(machine).explore({ maxStates: 100_000, maxDepth: 500 });

describe('R26: cancel against cancel_and_free', () => {
  it.each([
    ['6.18', { rcu_free_H: false }],
    ['5.15', {}],
  ] as const)('touches a freed bpf_hrtimer in %s with %j', (generation, switches) => {
    const result = explore(cancelAgainstFree(generation, switches));
    expect(result.complete).toBe(true);
    const messages = new Set(result.failures.map((failure) => failure.message));
    expect([...messages].join('\n')).toMatch(
      /use after free of bpf_hrtimer .* CPU 0 task .*allocated by .*, step \d+, freed by .*, step \d+/,
    );
  });

  it.each([
    ['6.18', {}],
    ['6.8', {}],
    ['5.15', { rcu_free_H: true }],
  ] as const)('is harmless in %s with %j', (generation, switches) => {
    const result = explore(cancelAgainstFree(generation, switches));
    expect(result).toMatchObject({ failures: [], complete: true });
    expect(result.states).toBeGreaterThan(50);
  });

  it('leaves the machine where it stood', () => {
    const machine = cancelAgainstFree('5.15', {});
    const before = { hash: machine.runHash(), step: machine.stepNumber };
    explore(machine);
    expect({ hash: machine.runHash(), step: machine.stepNumber }).toEqual(before);
  });
});
