import type { Kernel } from '../kernel.ts';
import { BPF_FRAME } from '../layouts/cpu.ts';
import type { Addr } from '../memory/memory.ts';
import { TraceKind } from '../trace/trace.ts';
import type { BuiltStep, RoutineFrame } from './routine.ts';

/** A step that cannot be made, and its locals. */
interface Waiting {
  readonly step: BuiltStep;
  readonly f: RoutineFrame<string>;
}

/** Who waits for whom: everything follows from where the CPUs stand. */
export class Waits {
  private readonly k: Kernel;

  constructor(k: Kernel) {
    this.k = k;
  }

  /** True if the step can be made now. */
  isReady(step: BuiltStep, f: RoutineFrame<string>): boolean {
    if (step.lock !== undefined) return this.k.locks.isFree(step.lock(this.k, f));
    return step.ready === undefined || step.ready(this.k, f);
  }

  /** This CPU holds the lock itself, or the holder waits for a lock that this CPU holds; kernel: check_deadlock(). */
  isLockDeadlock(cpu: number, step: BuiltStep, f: RoutineFrame<string>): boolean {
    const holder = step.lock === undefined ? undefined : this.k.locks.holder(step.lock(this.k, f));
    if (holder === undefined || holder === cpu) return holder === cpu;
    const wanted = this.waitedLock(holder);
    return wanted !== 0 && this.k.locks.holder(wanted) === cpu;
  }

  /** The lock for which the innermost frame of a CPU waits; 0 if it waits for none. */
  private waitedLock(cpu: number): Addr {
    const waiting = this.waitingStep(cpu);
    return waiting?.step.lock === undefined ? 0 : waiting.step.lock(this.k, waiting.f);
  }

  /** The step of a CPU's innermost frame, if it cannot be made. */
  waitingStep(cpu: number): Waiting | undefined {
    const { k } = this;
    const kind = k.activeContext(cpu);
    if (k.isEmpty(cpu, kind)) return undefined;
    const frame = k.topFrame(k.contextAddress(cpu, kind));
    const { kind: frameKind, code, at } = k.frameAt(frame);
    if (frameKind === BPF_FRAME) return undefined;
    const built = k.routineOf(code);
    const step = built.steps[at];
    k.enter(cpu, kind);
    k.frame = frame;
    const f = built.at(frame);
    return this.isReady(step, f) ? undefined : { step, f };
  }

  /** Records that the innermost frame of a context began to wait; once. */
  noteBegin(context: Addr, step: BuiltStep, f: RoutineFrame<string>): void {
    const { k } = this;
    if (!k.trace.enabled || k.contextAt(context).waitRecord !== 0) return;
    const target = step.lock === undefined ? 0 : step.lock(k, f);
    k.contextAt(context).waitRecord = k.record(TraceKind.waitBegin, k.trace.name(step.name), target);
  }

  /** Records that the present context waits no more. */
  noteEnd(): void {
    const { k } = this;
    const began = k.thisContext().waitRecord;
    if (began === 0) return;
    k.thisContext().waitRecord = 0;
    k.record(TraceKind.waitEnd, 0, 0, 0, began);
  }

  /** Words for a CPU that cannot go on: the step, and what it waits for. Undefined if it can, or is idle. */
  waitOf(cpu: number): string | undefined {
    const waiting = this.waitingStep(cpu);
    if (waiting === undefined) return undefined;
    const { step, f } = waiting;
    if (step.waits !== undefined) return step.waits;
    if (step.lock === undefined) return step.pseudo;
    const holder = this.k.locks.holder(step.lock(this.k, f));
    return holder === undefined ? 'a lock whose word is garbage' : `a lock that CPU ${holder} holds`;
  }

  /** Touches the lock of a waiting CPU that lies in freed memory, as that CPU: true if there is one, and the sanitizer knows. */
  touchFreedLock(): boolean {
    const { k } = this;
    for (let cpu = 0; cpu < k.cpus; cpu++) {
      const waiting = this.waitingStep(cpu);
      if (waiting?.step.lock === undefined) continue;
      k.place = k.trace.name(waiting.step.fullName);
      if (!k.memory.touch(waiting.step.lock(k, waiting.f))) return true;
    }
    return false;
  }

  /** CPUs that wait for each other in a ring, or undefined. */
  cycle(): readonly number[] | undefined {
    const waitsFor = Array.from({ length: this.k.cpus }, (_, cpu) => this.blocker(cpu));
    for (let start = 0; start < this.k.cpus; start++) {
      const ring: number[] = [];
      let cpu = start;
      while (cpu >= 0 && !ring.includes(cpu)) {
        ring.push(cpu);
        cpu = waitsFor[cpu];
      }
      if (cpu === start) return ring;
    }
    return undefined;
  }

  /** The CPU without which `cpu` cannot go on; -1 if it can, or may stop waiting. */
  private blocker(cpu: number): number {
    const waiting = this.waitingStep(cpu);
    if (waiting === undefined) return -1;
    const { step, f } = waiting;
    if (step.resilient !== undefined && this.k.switches[step.resilient]) return -1;
    if (step.lock !== undefined) return this.k.locks.holder(step.lock(this.k, f)) ?? -1;
    return step.blockedBy?.(this.k, f) ?? -1;
  }
}
