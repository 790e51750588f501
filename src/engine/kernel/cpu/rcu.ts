import { ALL_CPUS, type Kernel } from '../kernel.ts';
import { CONTEXT_COUNT, Context, Globals, RcuHead, SOFTIRQ } from '../layouts/cpu.ts';
import { type Addr, NULL_PAGE } from '../memory/memory.ts';
import { TraceKind } from '../trace/trace.ts';
import type { Routine } from './routine.ts';

/** Flavours of grace periods. */
export const RCU = 0;
export const RCU_TASKS_TRACE = 1;

/** How long a grace period takes at least where time is simulated: a few ticks of 4 ms. */
const GRACE_PERIOD_NS = 12_000_000;

const TRACE_COUNT = Context.offset('rcuTrace');
const RCU_HEAD = NULL_PAGE + Globals.offset('rcuHead');
const READER_COUNTS = ['rcu', 'irqsOff', 'bhOff', 'preemptOff'] as const;
const READER_OFFSETS = READER_COUNTS.map((name) => Context.offset(name));

/**
 * Grace periods. A callback waits for the readers of its flavour that are inside at the time of the call; each CPU that
 * is seen outside once is struck off. Softirqs, interrupts, and regions with interrupts, bottom halves or preemption off
 * are readers of RCU.
 */
export class Rcu {
  private readonly k: Kernel;
  private readonly head: ReturnType<typeof RcuHead.cursor>;
  /** 0 while exploring: a grace period ends as soon as its readers have left. */
  gracePeriod = GRACE_PERIOD_NS;

  constructor(k: Kernel) {
    this.k = k;
    this.head = RcuHead.cursor(k.memory);
  }

  /** rcu_read_lock() of the present context. */
  readLock(): void {
    this.k.thisContext().rcu++;
  }

  readUnlock(): void {
    this.k.thisContext().rcu--;
  }

  readLockTrace(): void {
    this.k.thisContext().rcuTrace++;
  }

  readUnlockTrace(): void {
    this.k.thisContext().rcuTrace--;
  }

  /** Runs `routine(argument)` in softirq context after a grace period; kernel: call_rcu(), call_rcu_tasks_trace(). */
  call(routine: Routine, argument: number, flavour = RCU): void {
    const { k } = this;
    k.stale = ALL_CPUS;
    const entry = k.kzalloc(RcuHead);
    const waitsFor = this.readers(flavour);
    const due = k.clock.now() + this.gracePeriod;
    const head = this.head(entry);
    head.routine = k.indexOf(routine);
    head.argument = argument;
    head.flavour = flavour;
    head.cpu = k.cpu;
    head.waitsFor = waitsFor;
    head.due = due;
    const tail = k.globals().rcuTail;
    if (tail === 0) k.globals().rcuHead = entry;
    else this.head(tail).next = entry;
    k.globals().rcuTail = entry;
    k.record(TraceKind.rcuCall, entry, flavour);
  }

  /** True if any callback waits. */
  isWaiting(): boolean {
    return this.k.memory.load32(RCU_HEAD) !== 0;
  }

  /** CPUs with a reader of the flavour inside, as bits. */
  private readers(flavour: number): number {
    let mask = 0;
    for (let cpu = 0; cpu < this.k.cpus; cpu++) if (this.isReader(cpu, flavour)) mask |= 1 << cpu;
    return mask;
  }

  /** A grace period of tasks-trace RCU is also one of RCU; kernel: rcu_trace_implies_rcu_gp(). */
  private isReader(cpu: number, flavour: number): boolean {
    const { k } = this;
    if (flavour === RCU_TASKS_TRACE && this.anyCount(cpu, TRACE_COUNT)) return true;
    return k.activeContext(cpu) >= SOFTIRQ || READER_OFFSETS.some((offset) => this.anyCount(cpu, offset));
  }

  private anyCount(cpu: number, offset: number): boolean {
    for (let kind = 0; kind < CONTEXT_COUNT; kind++) {
      if (this.k.memory.load32(this.k.contextAddress(cpu, kind) + offset) !== 0) return true;
    }
    return false;
  }

  /** After a step of `cpu`: strikes it off where it is outside. Nothing waits = nothing done. */
  noteQuiescent(cpu: number): void {
    let entry = this.k.globals().rcuHead;
    while (entry !== 0) {
      const { waitsFor, flavour, next } = this.head(entry);
      if ((waitsFor & (1 << cpu)) !== 0 && !this.isReader(cpu, flavour)) {
        this.head(entry).waitsFor = waitsFor & ~(1 << cpu);
        this.k.stale = ALL_CPUS;
      }
      entry = next;
    }
  }

  /**
   * When the first callback that `cpu` queued may run: in the past if it may now, Infinity if none is there whose readers
   * have left.
   */
  nextDue(cpu: number): number {
    let due = Number.POSITIVE_INFINITY;
    this.find((entry) => {
      if (entry.waitsFor === 0 && entry.cpu === cpu) due = Math.min(due, entry.due);
      return false;
    });
    return due;
  }

  /** The first callback of `cpu` that may run now, or 0. */
  ready(cpu: number): Addr {
    const now = this.k.clock.now();
    return this.find((entry) => entry.waitsFor === 0 && entry.cpu === cpu && entry.due <= now);
  }

  private find(matches: (entry: ReturnType<typeof this.head>) => boolean): Addr {
    let entry = this.k.globals().rcuHead;
    while (entry !== 0 && !matches(this.head(entry))) entry = this.head(entry).next;
    return entry;
  }

  /** Begins the callback of `entry` on the present context, which is an empty softirq. */
  start(entry: Addr): void {
    const { k } = this;
    const { routine, argument, flavour } = this.head(entry);
    this.unlink(entry);
    k.kfree(entry);
    k.record(TraceKind.rcuRun, entry, flavour);
    k.pushIndex(routine, argument);
  }

  private unlink(entry: Addr): void {
    const globals = this.k.globals();
    const next = this.head(entry).next;
    if (globals.rcuHead === entry) globals.rcuHead = next;
    const before = this.find((each) => each.next === entry);
    if (before !== 0) this.head(before).next = next;
    if (globals.rcuTail === entry) globals.rcuTail = before;
  }
}
