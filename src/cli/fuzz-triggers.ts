/** What the specification lists as breaking rules in every kernel up to 6.18, recognised while it happens. */
import type { Kernel } from '../engine/kernel/kernel.ts';
import { type Addr, LIVE } from '../engine/kernel/memory.ts';
import { TRACE, TraceKind } from '../engine/kernel/trace.ts';

/** A `bpf_hrtimer` that is made, and not yet seen in its value. */
interface Made {
  readonly timer: Addr;
  readonly map: Addr;
  readonly value: Addr;
}

/**
 * Race R30: a program that still has a pointer to an element initialises its timer after the element has left the map.
 * Nobody owns such a timer.
 */
export class StaleInits {
  count = 0;
  private readonly k: Kernel;
  private seen: number;
  private made: Made[] = [];

  constructor(k: Kernel) {
    this.k = k;
    this.seen = k.trace.end;
  }

  /** To be called after every step. */
  look(): void {
    const { trace } = this.k;
    for (; this.seen < trace.end; this.seen++) {
      if (trace.get(this.seen, TRACE.kind) !== TraceKind.timerInit) continue;
      const word = (field: number) => trace.get(this.seen, field);
      this.made.push({ timer: word(TRACE.object), map: word(TRACE.arg), value: word(TRACE.arg2) });
    }
    if (this.made.length > 0) this.made = this.made.filter((each) => this.isStillUnseen(each));
  }

  private isStillUnseen({ timer, map, value }: Made): boolean {
    const { k } = this;
    if (k.memory.shadowOf(timer) !== LIVE) return false;
    if (k.memory.shadowOf(value) === LIVE && k.timer(value + k.map(map).timerOffset).timer !== timer) return true;
    if (!this.isInMap(map, value)) this.count++;
    return false;
  }

  /** Looks the element's own key up, without leaving a trace in memory. */
  private isInMap(map: Addr, value: Addr): boolean {
    const { k } = this;
    const mark = k.memory.mark();
    const { keyOf, lookup } = k.mapOps(map);
    const scratch = k.kzallocBytes(4, 'key');
    const found = lookup?.(k, map, keyOf?.(k, map, value, scratch) ?? scratch) ?? 0;
    k.memory.undoTo(mark);
    return found === value;
  }
}
