import { describe, expect, it } from 'vitest';
import { changesOf, differingSwitches, kernelText, type MachineOptions, withPreset, withSwitch } from './choice.ts';

const machine: MachineOptions = { cpus: 2, kernel: '6.18', seed: 7 };

describe('a machine', () => {
  it('keeps only the switches that differ from its preset', () => {
    const one = withSwitch(machine, 'rcu_free_H', false);
    expect(one).toEqual({ ...machine, switches: { rcu_free_H: false } });
    const two = withSwitch(one, 'map_locked', true);
    expect(differingSwitches(two)).toEqual(['map_locked', 'rcu_free_H']);
    expect(withSwitch(withSwitch(two, 'map_locked', false), 'rcu_free_H', true)).toEqual(machine);
    expect(withPreset(two)).toEqual(machine);
  });

  it.each<[MachineOptions['kernel'], MachineOptions['switches'], string]>([
    ['6.18', {}, 'Linux 6.18'],
    ['6.18', { rcu_free_H: false }, 'Linux 6.18, rcu_free_H off'],
    ['6.7', { rcu_free_H: false }, 'Linux 6.7'],
    ['6.7', { rcu_free_H: true }, 'Linux 6.7, rcu_free_H on'],
    ['v3', { lock: false, map_uid: true, map_owns: false }, 'Linux v3, 3 switches'],
    ['v3', { unheard_of: true }, 'Linux v3'],
    ['9.9', {}, 'Linux 9.9'],
  ])('%s with %j is called %j', (kernel, switches = {}, text) => {
    expect(kernelText({ cpus: 1, kernel, switches })).toBe(text);
  });
});

it.each([
  ['v1', [], []],
  ['6.8', ['rcu_free_H', 'defer_inner_free'], []],
  ['6.15', ['bucket_lock_timeout'], ['map_locked']],
  ['6.18.35', [], []],
  ['9.9', [], []],
])('%s brings %j and gives up %j', (generation, gained, lost) => {
  expect(changesOf(generation)).toEqual({ gained, lost });
});
