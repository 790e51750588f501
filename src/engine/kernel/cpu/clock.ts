import type { Kernel } from '../kernel.ts';
import { Globals } from '../layouts/cpu.ts';
import { type Addr, NULL_PAGE } from '../memory/memory.ts';

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

  /** The same for a time as two words, past the journal: for a clock whose words are journaled. Hot: `bench machine`. */
  passWords(low: number, high: number): void {
    const { words } = this.k.memory;
    const at = this.address >> 2;
    const isLater = high === words[at + 1] ? low >>> 0 > words[at] >>> 0 : high > words[at + 1];
    if (!isLater) return;
    words[at] = low;
    words[at + 1] = high;
  }

  /** Moves on by fewer than 2^31 ns. */
  advance(nanoseconds: number): void {
    const { memory } = this.k;
    const low = (memory.load32(this.address) + nanoseconds) | 0;
    memory.store32(this.address, low);
    if (low >>> 0 < nanoseconds) memory.store32(this.address + 4, memory.load32(this.address + 4) + 1);
  }
}
