import type { Kernel } from '../kernel.ts';
import { BPF_FRAME, CALL_DONE, Call, Cpu, Frame, Globals, HARDIRQ } from '../layouts/cpu.ts';
import { type Addr, NULL_PAGE } from '../memory/memory.ts';
import type { BpfRunner } from '../programs/bpf.ts';
import { TraceKind } from '../trace/trace.ts';
import { type BuiltRoutine, type BuiltStep, DONE, NEXT, type Next, STAY } from './routine.ts';
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
    const { words } = k.memory;
    let left = span;
    do {
      words[CHOICES >> 2] += choices;
      left -= this.makeStep();
      k.stepNumber++;
    } while (
      left >= 0 &&
      k.stale === 0 &&
      k.stepNumber < end &&
      (this.goesOn || this.isReady()) &&
      !k.needsAttention()
    );
  }

  /** The next step of the present context, which depends on something, can be made. */
  private isReady(): boolean {
    const { k } = this;
    const frame = k.topFrame(k.context);
    if (k.memory.load32(frame + LOCK_ERROR) !== 0) return false;
    const built = k.routineOf(k.memory.load32(frame + CODE));
    const step = built.steps[k.memory.load32(frame + AT)];
    k.frame = frame;
    return this.waits.isReady(step, built.at(frame));
  }

  /**
   * The next step of the present context: its cost. The words of the clock and of the CPU's time are journaled by who calls.
   * Hot: `bench machine`.
   */
  makeStep(): number {
    const { k } = this;
    const { words } = k.memory;
    const at = (k.cpuAddress(k.cpu) + TIME) >> 2;
    const low = words[at];
    k.clock.passWords(low, words[at + 1]);
    const frame = k.topFrame(k.context);
    k.frame = frame;
    if (k.trace.enabled) this.waits.noteEnd();
    const cost = words[frame >> 2] === BPF_FRAME ? this.bpfStep(frame) : this.routineStep(frame);
    const sum = (low + cost) | 0;
    words[at] = sum;
    if (sum >>> 0 < low >>> 0) words[at + 1]++;
    return cost;
  }

  private bpfStep(frame: Addr): number {
    const cost = this.bpf.step(frame) * this.costs.instruction;
    this.settle();
    return cost;
  }

  private routineStep(frame: Addr): number {
    const { k } = this;
    const { memory } = k;
    const at = memory.load32(frame + AT);
    const built = k.routineOf(memory.load32(frame + CODE));
    const { steps } = built;
    const step = steps[at];
    if (k.trace.enabled) k.place = k.trace.name(step.fullName);
    const next = step.action(k, built.at(frame));
    if (next === NEXT) this.moveTo(frame, steps, at + 1);
    else this.leaveStep(next, step);
    return this.costs.step;
  }

  /** The innermost frame goes on at a step; what is usual is done here, what is not by `settle`. */
  private moveTo(frame: Addr, steps: readonly BuiltStep[], at: number): void {
    this.k.memory.store32(frame + AT, at);
    if (at < steps.length && steps[at].skip === undefined) this.goesOn = steps[at].isAlwaysReady;
    else this.settle();
  }

  private leaveStep(next: Next, step: BuiltStep): void {
    if (next === STAY) {
      this.goesOn = step.isAlwaysReady;
      return;
    }
    if (next === DONE) this.k.pop();
    this.settle();
  }

  /** Passes over steps that are to be skipped, and pops the frames that stand past their last step. */
  settle(): void {
    const { k } = this;
    const { memory } = k;
    while (!k.isEmpty(k.cpu, k.contextKind)) {
      const frame = k.topFrame(k.context);
      if (memory.load32(frame) === BPF_FRAME) {
        this.goesOn = true;
        return;
      }
      const built = k.routineOf(memory.load32(frame + CODE));
      if (this.isAtStep(frame, built)) return;
      // A routine that ends after its last step returns its local `ret`, or what its last call returned if it has none.
      const f = built.at(frame);
      if (built.returnsLocal) f.done(f.ret);
      k.pop();
    }
    this.endContext();
  }

  /** True once the frame stands before a step that is to be made. */
  private isAtStep(frame: Addr, built: BuiltRoutine): boolean {
    const { k } = this;
    const { steps } = built;
    const first = k.memory.load32(frame + AT);
    let at = first;
    while (at < steps.length && steps[at].skip !== undefined && steps[at].skip?.(k, built.at(frame))) at++;
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
