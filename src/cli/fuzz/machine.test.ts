import { describe, expect, it } from 'vitest';
import type { Host } from '../command.ts';
import { runCommand } from '../run.ts';
import { fuzzMachine, fuzzMachineCommand } from './machine.ts';

describe('random scripts under random schedules', () => {
  it.each(['6.18', '7.0'] as const)('break nothing but by a trigger that the catalogue lists in %s', (generation) => {
    const report = fuzzMachine({ first: 1, seeds: 16, steps: 2000, generations: [generation] });
    expect(report.broken).toEqual([]);
    expect(report.steps).toBeGreaterThan(30_000);
    expect(report.staleInits).toBeGreaterThan(0);
  });

  it('break nothing else where stores wait in store buffers', () => {
    const options = { first: 1, seeds: 16, steps: 2000, generations: ['6.18', '7.0'] } as const;
    const { broken, steps } = fuzzMachine({ ...options, switches: { store_buffers: true } });
    expect(broken).toEqual([]);
    expect(steps).toBeGreaterThan(60_000);
  });

  it('break something in a kernel that has the bug', () => {
    const report = fuzzMachine({ first: 1, seeds: 8, steps: 2000, generations: ['5.15'] });
    expect(report.broken.join('\n')).toMatch(/use after free of bpf_hrtimer|deadlock/);
  });
});

describe('the script of a seed as a scenario', () => {
  it('is a document that leads to the state it promises', async () => {
    const files = new Map<string, Uint8Array>();
    let printed = '';
    const host: Host = {
      out: (text) => {
        printed += text;
      },
      error: () => {},
      readFile: (path) => files.get(path),
      writeFile: (path, bytes) => files.set(path, bytes).size > 0,
      lines: async function* () {},
    };
    expect(await fuzzMachineCommand(['--seeds', '3', '--steps', '500', '--save', 'out'], host)).toBe(0);
    expect([...files.keys()]).toHaveLength(6);
    for (const path of files.keys()) expect(await runCommand([path], host)).toBe(0);
    expect(printed.match(/^reproduces$/gm)).toHaveLength(6);
  });
});
