import type { Kernel } from './kernel.ts';
import { Globals } from './layouts/cpu.ts';
import { type Addr, NULL_PAGE } from './memory.ts';

/** The one virtual clock: nanoseconds since boot, never going back. Exact to 2^53 ns, about 104 days. */
export class Clock {
  /** Where its two words lie. */
  readonly address: Addr = NULL_PAGE + Globals.offset('clock');
  private readonly k: Kernel;

  constructor(k: Kernel) {
    this.k = k;
  }

  now(): number {
    return this.k.memory.loadNumber64(this.address);
  }

  /** Moves on to `time` if that is later than now. */
  reach(time: number): void {
    if (time > this.now()) this.k.memory.storeNumber64(this.address, time);
  }

  /** The same past the journal, for a time that is journaled. */
  pass(time: number): void {
    if (time > this.now()) this.k.memory.putNumber64(this.address, time);
  }

  advance(nanoseconds: number): void {
    this.k.memory.storeNumber64(this.address, this.now() + nanoseconds);
  }
}
