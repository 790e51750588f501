import type { Kernel } from './kernel.ts';
import { Work } from './layouts/cpu.ts';
import type { Addr } from './memory.ts';
import type { Routine } from './routine.ts';
import { TraceKind } from './trace.ts';

/** The work queue: items run in process context, oldest first, on the first CPU that has nothing else to do. */
export class WorkQueue {
  private readonly k: Kernel;
  private readonly item: ReturnType<typeof Work.cursor>;

  constructor(k: Kernel) {
    this.k = k;
    this.item = Work.cursor(k.memory);
  }

  /** Queues `routine(argument)`; kernel: queue_work(). */
  queue(routine: Routine, argument: number): void {
    const { k } = this;
    const work = k.kzalloc(Work);
    const item = this.item(work);
    item.routine = k.indexOf(routine);
    item.argument = argument;
    item.cpu = k.cpu;
    const tail = k.globals().workTail;
    if (tail === 0) k.globals().workHead = work;
    else this.item(tail).next = work;
    k.globals().workTail = work;
    k.record(TraceKind.workQueue, work, k.trace.name(routine.name));
  }

  /** The oldest item, or 0. */
  first(): Addr {
    return this.k.globals().workHead;
  }

  /** Begins the oldest item on the present context, which is empty. */
  start(): void {
    const { k } = this;
    const work = this.first();
    const { routine, argument, next } = this.item(work);
    const globals = k.globals();
    globals.workHead = next;
    if (next === 0) globals.workTail = 0;
    k.kfree(work);
    k.record(TraceKind.workRun, work, k.trace.name(k.routineOf(routine).routine.name));
    k.pushIndex(routine, argument);
  }
}
