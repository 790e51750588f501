import { Random } from '../../lib/random.ts';
import type { ChoiceKind, Oracle } from '../kernel/cpu/oracle.ts';

/** How often out of 256 a CPU that could go on is left for another, by run: from every step to rarely. */
const SWITCHES = [128, 40, 12, 4] as const;

/**
 * Picks at random by a seed: which CPU goes on, and whether an interrupt comes before its next step. Each run has its own
 * reluctance to switch, so that long stretches of one CPU are as likely as close interleaving.
 */
export class RandomOracle implements Oracle {
  private readonly random: Random;
  private readonly switches: number;
  private lastCpu = -1;

  constructor(seed: number) {
    this.random = new Random(seed);
    this.switches = this.random.pick(SWITCHES);
  }

  choose(kind: ChoiceKind, options: readonly number[], usual: number): number {
    if (kind === 'cpu') return this.chooseCpu(options);
    return this.turns() ? this.random.pick(options) : usual;
  }

  private chooseCpu(options: readonly number[]): number {
    if (!options.includes(this.lastCpu) || this.turns()) this.lastCpu = this.random.pick(options);
    return this.lastCpu;
  }

  private turns(): boolean {
    return this.random.below(256) < this.switches;
  }
}
