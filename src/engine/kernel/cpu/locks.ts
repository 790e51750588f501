import type { Kernel } from '../kernel.ts';
import { Context, MAX_HELD_LOCKS } from '../layouts/cpu.ts';
import type { Addr } from '../memory/memory.ts';
import { TraceKind } from '../trace/trace.ts';

const LOCKS = Context.offset('locks');
const LOCK_COUNT = Context.offset('lockCount');

/**
 * Spin locks: one word, 0 or who holds it (1 + cpu + 16 · context). A context remembers the locks it holds, for display
 * and for finding cycles of waiters.
 */
export class Locks {
  private readonly k: Kernel;

  constructor(k: Kernel) {
    this.k = k;
  }

  isFree(lock: Addr): boolean {
    return this.k.memory.load32(lock) === 0;
  }

  /** CPU that holds the lock; undefined if it is free or its word is garbage. */
  holder(lock: Addr): number | undefined {
    const word = this.k.memory.load32(lock);
    const cpu = ((word - 1) & 0xf) >>> 0;
    return word > 0 && word <= 0x40 && cpu < this.k.cpus ? cpu : undefined;
  }

  /** Takes a free lock for the present context. */
  acquire(lock: Addr): void {
    const { k } = this;
    const { memory, context } = k;
    memory.touch(lock);
    memory.store32(lock, 1 + k.cpu + 16 * k.contextKind);
    const held = memory.load32(context + LOCK_COUNT);
    if (held < MAX_HELD_LOCKS) memory.store32(context + LOCKS + 4 * held, lock);
    memory.store32(context + LOCK_COUNT, held + 1);
    if (k.trace.enabled) k.record(TraceKind.lockAcquire, lock, k.place);
  }

  /** Gives the lock back; locks need not be released in reverse order. */
  release(lock: Addr): void {
    const { k } = this;
    const { memory, context } = k;
    memory.touch(lock);
    memory.store32(lock, 0);
    const last = memory.load32(context + LOCK_COUNT) - 1;
    const newest = context + LOCKS + 4 * last;
    if (last < MAX_HELD_LOCKS && memory.load32(newest) === lock) memory.store32(newest, 0);
    else this.forget(lock, last);
    memory.store32(context + LOCK_COUNT, last);
    if (k.trace.enabled) k.record(TraceKind.lockRelease, lock, k.place);
  }

  private forget(lock: Addr, last: number): void {
    const { memory, context } = this.k;
    const at = (i: number) => context + LOCKS + 4 * i;
    let i = Math.min(last, MAX_HELD_LOCKS - 1);
    while (i > 0 && memory.load32(at(i)) !== lock) i--;
    for (; i < last && i + 1 < MAX_HELD_LOCKS; i++) memory.store32(at(i), memory.load32(at(i + 1)));
    memory.store32(at(Math.min(i, MAX_HELD_LOCKS - 1)), 0);
  }

  /** The locks that a context holds, oldest first. */
  held(context: Addr): readonly Addr[] {
    const count = Math.min(this.k.contextAt(context).lockCount, MAX_HELD_LOCKS);
    return Array.from({ length: count }, (_, i) => this.k.memory.load32(context + LOCKS + 4 * i));
  }
}
