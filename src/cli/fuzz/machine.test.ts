import { describe, expect, it } from 'vitest';
import { fuzzMachine } from './machine.ts';

describe('random scripts under random schedules', () => {
  it.each(['6.18', '7.0'] as const)('break nothing but by a trigger that the catalogue lists in %s', (generation) => {
    const report = fuzzMachine({ first: 1, seeds: 16, steps: 2000, generations: [generation] });
    expect(report.broken).toEqual([]);
    expect(report.steps).toBeGreaterThan(30_000);
    expect(report.staleInits).toBeGreaterThan(0);
  });

  it('break something in a kernel that has the bug', () => {
    const report = fuzzMachine({ first: 1, seeds: 8, steps: 2000, generations: ['5.15'] });
    expect(report.broken.join('\n')).toMatch(/use after free of bpf_hrtimer|deadlock/);
  });
});
