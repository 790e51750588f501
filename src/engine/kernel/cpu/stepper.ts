import type { Kernel } from '../kernel.ts';
import { BPF_FRAME, CALL_DONE, Call, Context, Cpu, Frame, Globals, HARDIRQ } from '../layouts/cpu.ts';
import { type Addr, NULL_PAGE } from '../memory/memory.ts';
import type { BpfRunner } from '../programs/bpf.ts';
import { TraceKind } from '../trace/trace.ts';
import { type BuiltRoutine, type BuiltStep, DONE, NEXT, type Next, type RoutineCursor, STAY } from './routine.ts';
import type { Waits } from './waits.ts';

/** Virtual cost of steps in whole ns; exploration sets all of them to 0. */
export interface Costs {
  readonly step: number;
  readonly interrupt: number;
  /** One BPF instruction. */
  readonly instruction: number;
}
export const DEFAULT_COSTS: Costs = { step: 100, interrupt: 1000, instruction: 1 };
export const NO_COSTS: Costs = { step: 0, interrupt: 0, instruction: 0 };

const CHOICES = NULL_PAGE + Globals.offset('choices');
const TIME = Cpu.offset('time');
const DEPTH = Context.offset('depth');
const CODE = Frame.offset('code');
const AT = Frame.offset('at');
const LOCK_ERROR = Frame.offset('lockError');

/** Makes the steps of frames. Which CPU makes the next one, and whether it may, is the scheduler's business. */
export class Stepper {
  private readonly k: Kernel;
  private readonly bpf: BpfRunner;
  private readonly waits: Waits;
  private readonly call: ReturnType<typeof Call.cursor>;
  costs: Costs = DEFAULT_COSTS;
  /** The step that follows in the present context depends on nothing. */
  goesOn = false;
  /** How many choices each step is that is not chosen. */
  private choices = 0;

  constructor(k: Kernel, bpf: BpfRunner, waits: Waits) {
    this.k = k;
    this.bpf = bpf;
    this.waits = waits;
    this.call = Call.cursor(k.memory);
  }

  /**
   * Makes steps of the present context, which stands before one that can be made: that one in any case, then more of them,
   * up to step number `end` and for `span` ns, until one was made that others could notice, or one follows that cannot be
   * made. `choices`: how many choices each of them is. The words that say so, those of the clock and those of the CPU's
   * time are stored past the journal. Hot: `bench machine`.
   */
  run(end: number, span: number, choices: number): void {
    const { k } = this;
    this.choices = choices;
    let left = span;
    do {
      left -= this.makeSteps(end, left);
      k.stepNumber++;
    } while (left >= 0 && k.stepNumber < end && this.goesOnAlone());
  }

  /** The last step was noticed by nobody else, and the next one can be made. */
  private goesOnAlone(): boolean {
    const { stale, memory } = this.k;
    return stale === 0 && memory.badAccess === undefined && (this.goesOn || this.isReady());
  }

  /** The next step of the present context, which depends on something, can be made. */
  private isReady(): boolean {
    const { k } = this;
    const frame = k.topFrame(k.context);
    const { steps, cursor } = k.routineOf(k.memory.load32(frame + CODE));
    return this.isStepReady(frame, steps[k.memory.load32(frame + AT)], cursor);
  }

  private isStepReady(frame: Addr, step: BuiltStep, cursor: RoutineCursor): boolean {
    const { k } = this;
    if (k.memory.load32(frame + LOCK_ERROR) !== 0) return false;
    cursor.base = frame;
    k.frame = frame;
    return this.waits.isReady(step, cursor);
  }

  /** The next step of the present context. The words of the clock and of the CPU's time are journaled by who calls. */
  makeStep(): void {
    this.choices = 0;
    this.makeSteps(this.k.stepNumber, 0);
  }

  /**
   * The next step of the innermost frame and, while nothing else is to be done, those that follow it there, up to step number
   * `end` and for `span` ns; all but the last are counted. What they cost. Hot: `bench machine`.
   */
  private makeSteps(end: number, span: number): number {
    const { k } = this;
    const frame = k.topFrame(k.context);
    k.frame = frame;
    if (k.memory.words[frame >> 2] !== BPF_FRAME) return this.routineSteps(frame, end, span);
    const time = this.beginStep();
    const cost = this.bpf.step(frame) * this.costs.instruction;
    this.settle();
    this.spend(time, cost);
    return cost;
  }

  /** Counts the step's choices; the clock reaches the time of the CPU, whose word's index this returns. */
  private beginStep(): number {
    const { k } = this;
    const { words } = k.memory;
    const time = (k.cpuAddress(k.cpu) + TIME) >> 2;
    words[CHOICES >> 2] += this.choices;
    k.clock.passWords(words[time], words[time + 1]);
    if (k.trace.enabled) this.waits.noteEnd();
    return time;
  }

  /** Adds fewer than 2^31 ns to the time of the CPU. */
  private spend(time: number, cost: number): void {
    const { words } = this.k.memory;
    const sum = (words[time] + cost) | 0;
    words[time] = sum;
    if (sum >>> 0 < cost) words[time + 1]++;
  }

  private routineSteps(frame: Addr, end: number, span: number): number {
    const { k } = this;
    const { memory } = k;
    const { steps, cursor } = k.routineOf(memory.load32(frame + CODE));
    const cost = this.costs.step;
    let at = memory.load32(frame + AT);
    let spent = 0;
    for (;;) {
      const step = steps[at++];
      const time = this.beginStep();
      if (k.trace.enabled) k.place = k.trace.name(step.fullName);
      cursor.base = frame;
      const next = step.action(k, cursor);
      if (next === NEXT) memory.store32(frame + AT, at);
      const isUsual = next === NEXT && at < steps.length && steps[at].skip === undefined;
      if (isUsual) this.goesOn = steps[at].isAlwaysReady;
      else this.leaveStep(next, step);
      this.spend(time, cost);
      spent += cost;
      if (!isUsual || spent > span || k.stepNumber + 1 >= end) return spent;
      if (k.stale !== 0 || memory.badAccess !== undefined) return spent;
      if (!this.goesOn && !this.isStepReady(frame, steps[at], cursor)) return spent;
      k.stepNumber++;
    }
  }

  /** The innermost frame goes on somewhere else than at the following step. */
  private leaveStep(next: Next, step: BuiltStep): void {
    if (next === STAY) {
      this.goesOn = step.isAlwaysReady;
      return;
    }
    if (next === DONE) this.k.pop();
    this.settle();
  }

  /** Passes over steps that are to be skipped, and pops the frames that stand past their last step. Hot: `bench machine`. */
  settle(): void {
    const { k } = this;
    const { words } = k.memory;
    for (let depth = words[(k.context + DEPTH) >> 2]; depth !== 0; depth--) {
      const frame = k.frameAddress(k.context, depth - 1);
      if (words[frame >> 2] === BPF_FRAME) {
        this.goesOn = true;
        return;
      }
      const built = k.routineOf(words[(frame + CODE) >> 2]);
      if (this.isAtStep(frame, built)) return;
      // A routine that ends after its last step returns its local `ret`, or what its last call returned if it has none.
      const { cursor } = built;
      if (built.returnsLocal) cursor.done(cursor.ret);
      k.pop();
    }
    this.endContext();
  }

  /** True once the frame stands before a step that is to be made. */
  private isAtStep(frame: Addr, { steps, cursor }: BuiltRoutine): boolean {
    const { k } = this;
    const first = k.memory.load32(frame + AT);
    let at = first;
    cursor.base = frame;
    while (at < steps.length && steps[at].skip?.(k, cursor)) at++;
    if (at !== first) k.memory.store32(frame + AT, at);
    if (at >= steps.length) return false;
    this.goesOn = steps[at].isAlwaysReady;
    return true;
  }

  /** The present context has become empty. */
  private endContext(): void {
    const { k } = this;
    if (k.contextKind === HARDIRQ) k.record(TraceKind.hardirqExit, 0);
    const { job } = k.thisContext();
    if (job === 0) return;
    k.thisContext().job = 0;
    const { lastLow: low, lastHigh: high } = k;
    const { routine } = this.call(job);
    const call = this.call(job);
    call.state = CALL_DONE;
    call.result = low;
    call.resultHigh = high;
    k.record(TraceKind.taskExit, k.trace.name(k.routineOf(routine).routine.name), job, low);
  }
}
