import type { Scenario } from './scenario.ts';

/** The machine that a new scenario gets: two CPUs under the judge's kernel. */
export const DEFAULT_MACHINE: Scenario['machine'] = { cpus: 2, kernel: '6.18' };
