import { ALL_CPUS, type Kernel } from '../kernel.ts';
import { Cpu, Globals, TASK, Work } from '../layouts/cpu.ts';
import { type Addr, NULL_PAGE } from '../memory/memory.ts';
import { TraceKind } from '../trace/trace.ts';
import type { Routine } from './routine.ts';

const GLOBAL_HEAD = NULL_PAGE + Globals.offset('workHead');
const CPU_HEAD = Cpu.offset('irqWorkHead');
const BOUND_HEAD = Cpu.offset('boundWorkHead');

/** A queue of work items: `head` and the word after it, `tail`, say where it lies. */
class ItemQueue {
  protected readonly k: Kernel;
  private readonly item: ReturnType<typeof Work.cursor>;

  constructor(k: Kernel) {
    this.k = k;
    this.item = Work.cursor(k.memory);
  }

  protected append(head: Addr, routine: Routine, argument: number): void {
    const { k } = this;
    const { memory } = k;
    k.stale = ALL_CPUS;
    const work = k.kzalloc(Work);
    const item = this.item(work);
    item.routine = k.indexOf(routine);
    item.argument = argument;
    item.cpu = k.cpu;
    const tail = memory.load32(head + 4);
    if (tail === 0) memory.store32(head, work);
    else this.item(tail).next = work;
    memory.store32(head + 4, work);
    k.record(TraceKind.workQueue, work, k.trace.name(routine.name));
  }

  /** Begins the oldest item on the present context, which is empty. */
  protected begin(head: Addr): void {
    const { k } = this;
    const work = k.memory.load32(head);
    const { routine, argument, next } = this.item(work);
    k.memory.store32(head, next);
    if (next === 0) k.memory.store32(head + 4, 0);
    k.kfree(work);
    k.record(TraceKind.workRun, work, k.trace.name(k.routineOf(routine).routine.name));
    k.pushIndex(routine, argument);
  }
}

/** Work queues: items run in process context, oldest first, on the first CPU that has nothing else to do, or where they belong. */
export class WorkQueue extends ItemQueue {
  /** Queues `routine(argument)` for any CPU; kernel: queue_work() on an unbound queue. */
  queue(routine: Routine, argument: number): void {
    this.append(GLOBAL_HEAD, routine, argument);
    this.wake();
  }

  /** Queues it for the present CPU; kernel: schedule_work(). */
  queueHere(routine: Routine, argument: number): void {
    this.append(this.boundHead(this.k.cpu), routine, argument);
    this.wake();
  }

  private wake(): void {
    if (this.k.isEmpty(this.k.cpu, TASK)) this.k.thisCpu().needResched = 1;
  }

  private boundHead(cpu: number): Addr {
    return this.k.cpuAddress(cpu) + BOUND_HEAD;
  }

  /** The item that a CPU would run next, or 0. */
  first(cpu: number): Addr {
    const { memory } = this.k;
    return memory.load32(this.boundHead(cpu)) || memory.load32(GLOBAL_HEAD);
  }

  start(): void {
    const bound = this.boundHead(this.k.cpu);
    this.begin(this.k.memory.load32(bound) !== 0 ? bound : GLOBAL_HEAD);
  }
}

/** Per CPU: items that run in a hard interrupt as soon as interrupts are on; kernel: irq_work_queue(). */
export class IrqWorkQueue extends ItemQueue {
  queue(routine: Routine, argument: number): void {
    this.append(this.k.cpuAddress(this.k.cpu) + CPU_HEAD, routine, argument);
  }

  first(cpu: number): Addr {
    return this.k.memory.load32(this.k.cpuAddress(cpu) + CPU_HEAD);
  }

  start(): void {
    this.begin(this.k.cpuAddress(this.k.cpu) + CPU_HEAD);
  }
}
