/**
 * Where the programs of a run come from: made by the grammar, or varied from those that showed something new. The same
 * seed and the same answers give the same programs.
 */
import { castsToType, isDangerous, isSayable } from '../../fuzz/danger.ts';
import { generateProgram } from '../../fuzz/generate.ts';
import type { FuzzProgram } from '../../fuzz/program.ts';
import { vary } from '../../fuzz/vary.ts';
import { Random } from '../../lib/random.ts';

/** A program that showed something, and how often it was varied. */
interface Kept {
  readonly program: FuzzProgram;
  uses: number;
}

/** Programs of a run have seeds of their own. */
export const SEED_STRIDE = 100_000_007;
/** Of a hundred programs so many are varied. */
const VARIED_PERCENT = 40;
/** So many are looked at, and the one that was varied least is taken. */
const CANDIDATES = 3;
/** A production that shows something new is taken so much more often, up to a limit. */
const WEIGHT_STEP = 1.1;
const MAX_WEIGHT = 4;
const MAX_ATTEMPTS = 10;

export class ProgramSource {
  private readonly random: Random;
  private readonly seeds: Iterator<FuzzProgram>;
  private readonly kept: Kept[] = [];
  private readonly weights = new Map<string, number>();
  private number: number;

  /** `seeds` come first, as they are. */
  constructor(seed: number, seeds: Iterator<FuzzProgram>) {
    this.random = new Random(seed);
    this.seeds = seeds;
    this.number = seed * SEED_STRIDE;
  }

  next(): { readonly number: number; readonly program: FuzzProgram } {
    const number = this.number++;
    const seed = this.seeds.next();
    if (seed.done !== true && !isDangerous(seed.value)) return { number, program: seed.value };
    const isVaried = this.kept.length > 0 && this.random.below(100) < VARIED_PERCENT;
    const varied = isVaried ? this.varied() : undefined;
    return { number, program: varied ?? generateProgram(number, this.weights) };
  }

  private varied(): FuzzProgram | undefined {
    const kept = this.choose();
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const program = vary(kept.program, this.random.pick(this.kept).program, this.random);
      if (program.items.length === 0 || castsToType(program.items)) continue;
      if (!isDangerous(program) && isSayable(program)) return program;
    }
    return undefined;
  }

  private choose(): Kept {
    const candidates = Array.from({ length: CANDIDATES }, () => this.random.pick(this.kept));
    const chosen = candidates.reduce((least, each) => (each.uses < least.uses ? each : least));
    chosen.uses++;
    return chosen;
  }

  /** To be called when a program shows something new; what `isFirst` to reach a message is made more often. */
  keep(program: FuzzProgram, isFirst: boolean): void {
    this.kept.push({ program, uses: 0 });
    if (!isFirst) return;
    for (const name of program.productions)
      this.weights.set(name, Math.min(MAX_WEIGHT, (this.weights.get(name) ?? 1) * WEIGHT_STEP));
  }
}
