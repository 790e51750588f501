import { assert } from '../../../lib/assert.ts';
import { CLOCK_BOOTTIME } from '../../abi/program-constants.ts';
import type { Kernel } from '../kernel.ts';
import { BASE_COUNT, BOOTTIME_SOFT, Cpu, Globals, HrtimerBase, MONOTONIC_SOFT, TASK } from '../layouts/cpu.ts';
import { BpfHrtimer } from '../layouts/objects.ts';
import { type Addr, DERIVED, NULL_PAGE } from '../memory/memory.ts';
import { TraceKind } from '../trace/trace.ts';

/** KTIME_MAX: what an expiry that overflows becomes; never reached. */
const NEVER_LOW = -1;
const NEVER_HIGH = 0x7fffffff;

export const MODE_ABS = 1;
export const MODE_PINNED = 2;

const POSITION = BpfHrtimer.offset('position');
const QUEUED = BpfHrtimer.offset('queued');
const CPU = BpfHrtimer.offset('cpu');
const CLOCK_BASE = BpfHrtimer.offset('clockBase');
const EXPIRES = BpfHrtimer.offset('expires');
const RUNNING = HrtimerBase.offset('running');
const CAPACITY = HrtimerBase.offset('capacity');
const ACTIVATED = Cpu.offset('softirqActivated');
const TIMER_SEQUENCE = NULL_PAGE + Globals.offset('timerSequence');
const COUNT = HrtimerBase.offset('count');
const HEAP = HrtimerBase.offset('heap');

/** Ticks of a kernel with HZ 250. */
export const TICK_NS = 4_000_000;
export const tickAfter = (now: number): number => (Math.floor(now / TICK_NS) + 1) * TICK_NS;

const FIRST_CAPACITY = 16;

/**
 * An entry of a heap array holds its key, so that the order does not depend on a node that somebody freed. What lies behind
 * the last entry means nothing.
 *
 *   word  0     1    2     3
 *         node  low  high  sequence
 */
const LOW = 4;
const HIGH = 8;
const ENTRY = 16;

/**
 * The hrtimer core: per CPU and clock a 4-ary heap of nodes, ordered by expiry, then by the order of starting. Heap arrays,
 * positions and sequence numbers are derived state; the queue in firing order is what counts.
 * kernel: kernel/time/hrtimer.c
 */
export class Hrtimers {
  private readonly k: Kernel;

  private readonly node: ReturnType<typeof BpfHrtimer.rawCursor>;

  constructor(k: Kernel) {
    this.k = k;
    this.node = BpfHrtimer.rawCursor(k.memory);
  }

  /** CPU on whose base the timer is or was last. */
  cpuOf(timer: Addr): number {
    return this.node(timer).cpu;
  }

  /** Lock of the calling CPU's base of the timer's clock. */
  lockOf(timer: Addr): Addr {
    return this.k.hrtimerBase(this.k.cpu, this.node(timer).clockBase) + HrtimerBase.offset('lock');
  }

  /** Sets a node up on the calling CPU's base of the clock; kernel: hrtimer_setup() with a REL_SOFT mode. */
  setUp(timer: Addr, clockId: number): void {
    const node = this.k.hrtimer(timer);
    node.queued = 0;
    node.cpu = this.k.cpu;
    node.clockBase = clockId === CLOCK_BOOTTIME ? BOOTTIME_SOFT : MONOTONIC_SOFT;
    node.expires = 0;
  }

  /** Without the sanitizer: waiting steps ask this again and again, the step itself is what touches the timer. */
  isRunning(timer: Addr): boolean {
    const { words } = this.k.memory;
    const cpu = words[(timer + CPU) >> 2];
    const base = words[(timer + CLOCK_BASE) >> 2];
    return this.isBase(cpu, base) && words[(this.k.hrtimerBase(cpu, base) + RUNNING) >> 2] === timer;
  }

  isQueued(timer: Addr): boolean {
    return this.k.hrtimer(timer).queued !== 0;
  }

  /** A freed node's fields may hold anything. */
  private isBase(cpu: number, base: number): boolean {
    return cpu >= 0 && cpu < this.k.cpus && base >= 0 && base < BASE_COUNT;
  }

  /**
   * Queues the timer: relative to now, or at an absolute time; the pair is a signed 64-bit number of ns. A running timer
   * stays on the base it runs on, any other goes to the calling CPU. Moves the clock on by 1 ns, so that no timer is due
   * at a time that was read before.
   * kernel: hrtimer_start_range_ns()
   */
  start(timer: Addr, low: number, high: number, mode: number): void {
    const { k } = this;
    const { memory } = k;
    memory.touch(timer);
    const stays = k.switches.idle_migration && this.isFirst(timer);
    if (memory.load32(timer + QUEUED) !== 0) this.remove(timer);
    k.clock.advance(1);
    if ((mode & MODE_ABS) !== 0) memory.store64(timer + EXPIRES, low, high);
    else this.setRelative(timer, low, high);
    if (!this.isRunning(timer)) memory.store32(timer + CPU, stays ? k.cpu : this.targetCpu(timer, mode));
    this.insert(timer);
    if (!k.trace.enabled) return;
    const { expiresLow, expiresHigh } = this.node(timer);
    this.node(timer).armRecord = k.record(TraceKind.timerArm, timer, expiresLow, expiresHigh);
  }

  /** The timer is the first in the calling CPU's queue. */
  private isFirst(timer: Addr): boolean {
    const { k } = this;
    const { queued, cpu, clockBase } = k.hrtimer(timer);
    return queued !== 0 && cpu === k.cpu && this.heapEntry(k.hrtimerBase(cpu, clockBase), 0) === timer;
  }

  /**
   * The CPU on which a timer is queued that does not run: the calling one, or with `idle_migration`, if that is idle, the
   * first busy one whose next event comes no later. kernel: get_nohz_timer_target(), switch_hrtimer_base()
   */
  private targetCpu(timer: Addr, mode: number): number {
    const { k } = this;
    const stays = !k.switches.idle_migration || (mode & MODE_PINNED) !== 0 || !k.isEmpty(k.cpu, TASK);
    if (stays) return k.cpu;
    for (let cpu = 0; cpu < k.cpus; cpu++) {
      if (k.isEmpty(cpu, TASK)) continue;
      return k.hrtimer(timer).expires < this.nextEvent(cpu) ? k.cpu : cpu;
    }
    return k.cpu;
  }

  /** A busy CPU's next timer or tick. */
  private nextEvent(cpu: number): number {
    return Math.min(tickAfter(this.k.clock.now()), this.nextExpiry(cpu));
  }

  /** now + n; "never" where the sum is negative or smaller than one of its addends. */
  private setRelative(timer: Addr, low: number, high: number): void {
    const { memory, clock } = this.k;
    const nowLow = memory.load32(clock.address);
    const sumLow = (nowLow + low) | 0;
    const carry = sumLow >>> 0 < low >>> 0 ? 1 : 0;
    const sumHigh = (memory.load32(clock.address + 4) + high + carry) | 0;
    const overflows = high < 0 || sumHigh < 0;
    memory.store64(timer + EXPIRES, overflows ? NEVER_LOW : sumLow, overflows ? NEVER_HIGH : sumHigh);
  }

  /** -1 while its function runs, 0 if it was idle, 1 if it was queued and is removed now; kernel: hrtimer_try_to_cancel(). */
  tryToCancel(timer: Addr): number {
    const result = this.attempt(timer);
    this.k.record(TraceKind.timerCancel, timer, result);
    return result;
  }

  private attempt(timer: Addr): number {
    this.k.memory.touch(timer);
    if (this.isRunning(timer)) return -1;
    if (!this.isQueued(timer)) return 0;
    this.remove(timer);
    return 1;
  }

  /** Expiry of the first timer of a CPU's base; Infinity if nothing is queued. */
  private firstExpiry(cpu: number, base: number): number {
    const at = this.k.hrtimerBase(cpu, base);
    const { memory } = this.k;
    if (memory.load32(at + COUNT) === 0) return Number.POSITIVE_INFINITY;
    const entry = memory.load32(at + HEAP);
    return memory.load32(entry + HIGH) < 0 ? 0 : memory.loadNumber64(entry + LOW);
  }

  /** When the next timer of a CPU expires; Infinity if none is queued. */
  nextExpiry(cpu: number): number {
    let next = Number.POSITIVE_INFINITY;
    for (let base = 0; base < BASE_COUNT; base++) next = Math.min(next, this.firstExpiry(cpu, base));
    return next;
  }

  /** The first timer of the CPU, bases in order, that expires at or before `now`; 0 if none does. Hot: `bench timers`. */
  firstDue(cpu: number, now: number): Addr {
    const { words } = this.k.memory;
    for (let base = 0; base < BASE_COUNT; base++) {
      const at = this.k.hrtimerBase(cpu, base);
      if (words[(at + COUNT) >> 2] === 0 || this.firstExpiry(cpu, base) > now) continue;
      return words[words[(at + HEAP) >> 2] >> 2];
    }
    return 0;
  }

  /** Takes a due timer off its queue and marks it running; kernel: first part of __run_hrtimer(). */
  take(timer: Addr): void {
    const { k } = this;
    k.memory.touch(timer);
    const { cpu, clockBase, armRecord } = this.node(timer);
    this.remove(timer);
    k.memory.store32(k.hrtimerBase(cpu, clockBase) + RUNNING, timer);
    k.record(TraceKind.timerExpire, timer, 0, 0, armRecord);
  }

  /** The function has returned; kernel: last part of __run_hrtimer(). */
  finish(timer: Addr, cpu: number): void {
    const { memory } = this.k;
    for (let base = 0; base < BASE_COUNT; base++) {
      const at = this.k.hrtimerBase(cpu, base) + RUNNING;
      if (memory.load32(at) === timer) memory.store32(at, 0);
    }
  }

  isQueueEmpty(cpu: number, base: number): boolean {
    return this.k.memory.load32(this.k.hrtimerBase(cpu, base) + COUNT) === 0;
  }

  /** Queued timers of a base in firing order. */
  queue(cpu: number, base: number): readonly Addr[] {
    const { memory } = this.k;
    const at = this.k.hrtimerBase(cpu, base);
    const heap = memory.load32(at + HEAP);
    const entries = Array.from({ length: memory.load32(at + COUNT) }, (_, i) => heap + ENTRY * i);
    entries.sort((a, b) => (this.isBefore(a, b) ? -1 : 1));
    return entries.map((entry) => memory.load32(entry));
  }

  // ---- the heap

  private heapEntry(base: Addr, i: number): Addr {
    return this.k.memory.load32(this.k.memory.load32(base + HEAP) + ENTRY * i);
  }

  /** Order of two entries of heap arrays. */
  private isBefore(a: Addr, b: Addr): boolean {
    const w = this.k.memory.words;
    const at = a >> 2;
    return this.precedes(w[at + 1], w[at + 2], w[at + 3], b);
  }

  /** True if an entry with this key comes before the one at `b`. Hot: `bench timers`. */
  private precedes(low: number, high: number, sequence: number, b: Addr): boolean {
    const w = this.k.memory.words;
    const at = b >> 2;
    if (high !== w[at + 2]) return high < w[at + 2];
    if (low !== w[at + 1]) return low >>> 0 < w[at + 1] >>> 0;
    return sequence < w[at + 3];
  }

  /** Hot: `bench timers`. */
  private insert(timer: Addr): void {
    const { memory } = this.k;
    const { words } = memory;
    const sequence = words[TIMER_SEQUENCE >> 2];
    memory.store32(TIMER_SEQUENCE, sequence + 1);
    memory.store32(timer + QUEUED, 1);
    const cpu = words[(timer + CPU) >> 2];
    const at = this.k.hrtimerBase(cpu, words[(timer + CLOCK_BASE) >> 2]);
    const count = words[(at + COUNT) >> 2];
    if (count >= words[(at + CAPACITY) >> 2]) this.growHeap(at, count);
    memory.store32(at + COUNT, count + 1);
    const expires = (timer + EXPIRES) >> 2;
    this.placeUp(words[(at + HEAP) >> 2], count, timer, words[expires], words[expires + 1], sequence);
    if (words[(timer + POSITION) >> 2] === 0) this.noteFirst(cpu);
  }

  /** The first timer is another one: the CPU's interrupt may come at another time, unless its softirq is on its way or runs. */
  private noteFirst(cpu: number): void {
    const { k } = this;
    if (k.memory.load32(k.cpuAddress(cpu) + ACTIVATED) === 0) k.stale |= 1 << cpu;
  }

  private growHeap(at: Addr, count: number): void {
    const { k } = this;
    const { capacity, heap } = k.baseAt(at);
    const larger = Math.max(FIRST_CAPACITY, 2 * capacity);
    const moved = k.kzallocBytes(ENTRY * larger, 'timer queue', DERIVED);
    assert(moved !== 0, 'no memory for the timer queue');
    k.memory.copy(moved, heap, ENTRY * count);
    if (heap !== 0) k.kfree(heap);
    const base = k.baseAt(at);
    base.heap = moved;
    base.capacity = larger;
  }

  /** Hot: `bench timers`. */
  private remove(timer: Addr): void {
    const { memory } = this.k;
    const { words } = memory;
    memory.store32(timer + QUEUED, 0);
    const cpu = words[(timer + CPU) >> 2];
    const base = words[(timer + CLOCK_BASE) >> 2];
    if (!this.isBase(cpu, base)) return;
    const at = this.k.hrtimerBase(cpu, base);
    const last = words[(at + COUNT) >> 2] - 1;
    memory.store32(at + COUNT, last);
    const position = words[(timer + POSITION) >> 2];
    if (position === 0) this.noteFirst(cpu);
    if (position !== last) this.moveLast(words[(at + HEAP) >> 2], last, position);
  }

  /**
   * Fills the hole at `position` with the last entry. That is nearly always one of the latest, so the hole goes down to where
   * nothing is below it before the entry goes up from there. Hot: `bench timers`.
   */
  private moveLast(heap: Addr, last: number, position: number): void {
    const w = this.k.memory.words;
    const at = (heap + ENTRY * last) >> 2;
    let hole = position;
    for (let least = this.leastChild(heap, last, hole); least >= 0; least = this.leastChild(heap, last, hole)) {
      this.move(heap, least, hole);
      hole = least;
    }
    this.placeUp(heap, hole, w[at], w[at + 1], w[at + 2], w[at + 3]);
  }

  /** Puts an entry where it belongs between the hole at `from` and the root. */
  private placeUp(heap: Addr, from: number, timer: Addr, low: number, high: number, sequence: number): void {
    let i = from;
    while (i > 0) {
      const parent = (i - 1) >> 2;
      if (!this.precedes(low, high, sequence, heap + ENTRY * parent)) break;
      this.move(heap, parent, i);
      i = parent;
    }
    this.write(heap + ENTRY * i, timer, low, high, sequence);
    this.k.memory.store32(timer + POSITION, i);
  }

  private move(heap: Addr, from: number, to: number): void {
    const { memory } = this.k;
    const w = memory.words;
    const at = (heap + ENTRY * from) >> 2;
    memory.store32(w[at] + POSITION, to);
    this.write(heap + ENTRY * to, w[at], w[at + 1], w[at + 2], w[at + 3]);
  }

  private write(entry: Addr, timer: Addr, low: number, high: number, sequence: number): void {
    const { memory } = this.k;
    const w = memory.words;
    const at = entry >> 2;
    memory.journalWords(entry, ENTRY >> 2);
    w[at] = timer;
    w[at + 1] = low;
    w[at + 2] = high;
    w[at + 3] = sequence;
  }

  /** Hot: `bench timers`. */
  private leastChild(heap: Addr, count: number, i: number): number {
    const first = 4 * i + 1;
    if (first >= count) return -1;
    const w = this.k.memory.words;
    const end = Math.min(first + 4, count);
    let least = first;
    let at = (heap + ENTRY * first) >> 2;
    let low = w[at + 1] >>> 0;
    let high = w[at + 2];
    let sequence = w[at + 3];
    for (let child = first + 1; child < end; child++) {
      at += ENTRY >> 2;
      const childHigh = w[at + 2];
      const childLow = w[at + 1] >>> 0;
      if (childHigh > high || (childHigh === high && (childLow > low || (childLow === low && w[at + 3] > sequence))))
        continue;
      least = child;
      low = childLow;
      high = childHigh;
      sequence = w[at + 3];
    }
    return least;
  }
}
