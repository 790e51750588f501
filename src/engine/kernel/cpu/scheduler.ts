import { EDEADLK, ETIMEDOUT } from '../../abi/errno.ts';
import { ALL_CPUS, type Kernel } from '../kernel.ts';
import {
  BPF_FRAME,
  CALL_RUNNING,
  Call,
  Cpu,
  Frame,
  Globals,
  HARDIRQ,
  KSOFTIRQD_HAD_TURN,
  KSOFTIRQD_TURN,
  NMI,
  SOFTIRQ,
  TASK,
} from '../layouts/cpu.ts';
import { type Addr, NULL_PAGE } from '../memory/memory.ts';
import type { BpfRunner } from '../programs/bpf.ts';
import { firstEvent, nextSample, takeSample } from '../programs/perf-events.ts';
import { TraceKind } from '../trace/trace.ts';
import { tickAfter } from './hrtimers.ts';
import { type Oracle, USUAL } from './oracle.ts';
import { type BuiltStep, LOCKED, type Order, type RoutineFrame } from './routine.ts';
import { hrtimerInterrupt, runSoftirq } from './softirq.ts';
import { Stepper } from './stepper.ts';
import { Waits } from './waits.ts';

/** What a CPU can do next, in the order of what is usual. */
export const RUN_IRQ_WORK = 0;
export const TAKE_INTERRUPT = 1;
export const START_SOFTIRQ = 2;
export const RUN_RCU_CALLBACK = 3;
export const MAKE_STEP = 4;
export const GIVE_UP_LOCK = 5;
export const START_KSOFTIRQD = 6;
export const START_WORK = 7;
export const START_CALL = 8;
export const TAKE_SAMPLE = 9;
export const TAKE_NMI = 10;
export const DRAIN_STORE = 11;
const ACTIONS = 12;

/** How long a resilient lock is waited for; kernel: RES_DEF_TIMEOUT, and how often a deadlock is looked for. */
const LOCK_TIMEOUT_NS = 250_000_000;
const DEADLOCK_CHECK_NS = 1_000_000;

/** At most so many ns at a time: they are counted in 32 bits. */
const MAX_SPAN = 1 << 30;

const CHOICES = NULL_PAGE + Globals.offset('choices');
const TIME = Cpu.offset('time');
const ACTIVATED = Cpu.offset('softirqActivated');
const CODE = Frame.offset('code');
const AT = Frame.offset('at');
const LOCK_ERROR = Frame.offset('lockError');

/** What one step was, or why there was none. */
export type StepOutcome = 'stepped' | 'idle' | 'deadlock' | 'limit';

/** Chooses and makes one atomic step at a time. Between two steps nothing is kept here. */
export class Scheduler {
  private readonly k: Kernel;
  private readonly call: ReturnType<typeof Call.cursor>;
  readonly waits: Waits;
  readonly stepper: Stepper;
  oracle: Oracle = USUAL;
  /** Exploration: steps cost nothing, and a pending timer may fire at any time. */
  freeTime = false;
  /** Hears of every choice that was not the usual one. */
  onDeviation: ((choice: number, pick: number) => void) | undefined;
  /** A CPU waited when the last step was chosen. */
  someoneWaits = false;
  /**
   * What each CPU can do, kept until something happens to it: bits of the actions, when the first of them happens, which is
   * usual, and until when this holds by itself. A CPU whose next step depends on something (a bit of `dependent`) is looked
   * at before every step.
   */
  private readonly masks: Int32Array;
  private readonly keys: Float64Array;
  private readonly usual: Int32Array;
  private readonly until: Float64Array;
  private dependent = 0;

  constructor(k: Kernel, bpf: BpfRunner) {
    this.k = k;
    this.waits = new Waits(k);
    this.stepper = new Stepper(k, bpf, this.waits);
    this.call = Call.cursor(k.memory);
    this.masks = new Int32Array(k.cpus);
    this.keys = new Float64Array(k.cpus);
    this.usual = new Int32Array(k.cpus);
    this.until = new Float64Array(k.cpus);
  }

  /**
   * Makes the next step, of `only` if a CPU is given, and `action` there if it can be done. 'limit': the next thing
   * happens after `limit` ns; nothing was done. 'idle' and 'deadlock': nothing can ever happen by itself.
   * Hot: `bench machine`.
   */
  step(limit = Number.POSITIVE_INFINITY, only?: number, action?: number): StepOutcome {
    this.look();
    const usual = this.firstCpu();
    const first = only !== undefined && this.masks[only] !== 0 ? only : usual;
    if (first < 0) return this.anythingRuns() ? 'deadlock' : 'idle';
    if (this.keys[first] > limit) return 'limit';
    const cpu = this.chooseCpu(usual, first === only ? only : undefined);
    this.perform(cpu, this.chooseAction(cpu, action));
    return 'stepped';
  }

  /**
   * Makes up to `budget` more steps of the CPU that made the last one: the very ones that `step` would make, without
   * choosing among the CPUs as long as nobody else can come first. Hot: `bench machine`.
   */
  goOn(budget: number, limit: number): void {
    const { k } = this;
    if (this.oracle !== USUAL || this.freeTime || k.stores !== undefined) return;
    const end = k.stepNumber + budget;
    this.journalTimes(k.cpu);
    let before = -1;
    while (k.stepNumber < end && k.stepNumber !== before && !k.tellsUser && !k.needsAttention()) {
      before = k.stepNumber;
      this.look();
      // The possibilities of a CPU whose step depends on something may change with every step.
      if ((this.dependent & ~(1 << k.cpu)) !== 0 || k.rcu.isWaiting()) return;
      if (this.masks[k.cpu] !== 1 << MAKE_STEP) return;
      this.follow(k.cpu, end, Math.min(limit, this.nextOfOthers(k.cpu)));
    }
  }

  /** When the first of the other CPUs can do something, less a nanosecond: at that time nobody comes before `cpu`. */
  private nextOfOthers(cpu: number): number {
    let next = Number.POSITIVE_INFINITY;
    for (let other = 0; other < this.k.cpus; other++) if (other !== cpu) next = Math.min(next, this.keys[other] - 1);
    return next;
  }

  /** Steps of one CPU up to step number `end` and the time `last`, until something happens that others could notice. */
  private follow(cpu: number, end: number, last: number): void {
    const { k } = this;
    const choices = this.countOptions(cpu) > 1 ? 1 : 0;
    const span = Math.min(last, this.until[cpu] - 1) - this.keys[cpu];
    if (span < 0) return;
    k.enter(cpu, k.activeContext(cpu));
    this.stepper.run(end, Math.min(span, MAX_SPAN), choices);
    if (k.rcu.isWaiting()) k.rcu.noteQuiescent(cpu);
    this.noteStep(cpu);
  }

  /** Looks again at the CPUs whose possibilities may have changed: all for whom `kernel.stale` says so, or time does. */
  private look(): void {
    const { k, until } = this;
    const now = k.clock.now();
    const { stale } = k;
    k.stale = 0;
    this.someoneWaits = false;
    for (let cpu = 0; cpu < k.cpus; cpu++)
      if (((stale >> cpu) & 1) !== 0 || now >= until[cpu] || ((this.dependent >> cpu) & 1) !== 0) this.consider(cpu);
  }

  /** True if the CPU can make a step: it has something to do and does not wait. */
  canStep(cpu: number): boolean {
    this.consider(cpu);
    return this.masks[cpu] !== 0;
  }

  /** When the next thing happens; Infinity if nothing ever will. */
  nextTime(): number {
    this.k.stale = ALL_CPUS;
    this.look();
    const first = this.firstCpu();
    return first < 0 ? Number.POSITIVE_INFINITY : Math.max(this.keys[first], this.k.clock.now());
  }

  private firstCpu(): number {
    let first = -1;
    for (let cpu = 0; cpu < this.k.cpus; cpu++) {
      if (this.masks[cpu] !== 0 && (first < 0 || this.keys[cpu] < this.keys[first])) first = cpu;
    }
    return first;
  }

  /** Asks the oracle if several CPUs can move; a CPU chosen by hand is such an answer. */
  private chooseCpu(usual: number, byHand: number | undefined): number {
    if (this.countOptions(usual) < 2) return usual;
    const pick = byHand ?? (this.oracle === USUAL ? usual : this.ask('cpu', this.cpuOptions(usual), usual));
    return this.noteChoice(pick, usual);
  }

  private countOptions(usual: number): number {
    let count = 0;
    for (let cpu = 0; cpu < this.k.cpus; cpu++) if (this.isOption(cpu, usual)) count++;
    return count;
  }

  private cpuOptions(usual: number): readonly number[] {
    const options: number[] = [];
    for (let cpu = 0; cpu < this.k.cpus; cpu++) if (this.isOption(cpu, usual)) options.push(cpu);
    return options;
  }

  /** Waits run out of time only when nothing else can move, so that nobody is explored dying of patience. */
  private isOption(cpu: number, usual: number): boolean {
    const mask = this.masks[cpu];
    return mask !== 0 && (cpu === usual || mask !== 1 << GIVE_UP_LOCK);
  }

  private chooseAction(cpu: number, byHand: number | undefined): number {
    const mask = this.masks[cpu];
    const usual = this.usual[cpu];
    if ((mask & (mask - 1)) === 0) return usual;
    if (byHand !== undefined && (mask & (1 << byHand)) !== 0) return this.noteChoice(byHand, usual);
    const pick = this.oracle === USUAL ? usual : this.ask('action', actionsOf(mask), usual);
    return this.noteChoice(pick, usual);
  }

  /** A schedule made for another program may name an option that is not there: then what is usual happens. */
  private ask(kind: 'cpu' | 'action', options: readonly number[], usual: number): number {
    const pick = this.oracle.choose(kind, options, usual);
    return options.includes(pick) ? pick : usual;
  }

  private noteChoice(pick: number, usual: number): number {
    const globals = this.k.globals();
    const number = globals.choices;
    globals.choices = number + 1;
    if (pick !== usual) this.onDeviation?.(number, pick);
    return pick;
  }

  // ---- what a CPU can do

  /** Hot: `bench machine`. */
  private consider(cpu: number): void {
    this.masks[cpu] = 0;
    this.keys[cpu] = Number.POSITIVE_INFINITY;
    this.until[cpu] = Number.POSITIVE_INFINITY;
    this.dependent &= ~(1 << cpu);
    const { k } = this;
    const at = k.cpuAddress(cpu);
    const cpuTime = k.memory.loadNumber64(at + TIME);
    const now = Math.max(k.clock.now(), cpuTime);
    const kind = k.activeContext(cpu);
    const busy = !k.isEmpty(cpu, kind);
    const spinsIrqsOff = busy && this.considerFrame(cpu, kind, cpuTime);
    if (!spinsIrqsOff && kind < HARDIRQ) this.considerInterrupts(cpu, kind, now, cpuTime);
    if (!busy) this.considerJobs(cpu, cpuTime, now);
    if (firstEvent(k, cpu) !== 0) this.considerSamples(cpu, kind, now, cpuTime);
    if (k.stores !== undefined && !k.stores.isEmpty(cpu)) this.offer(cpu, DRAIN_STORE, cpuTime, now);
  }

  /** Nothing keeps an NMI out but another one. */
  private considerSamples(cpu: number, kind: number, now: number, cpuTime: number): void {
    const { k } = this;
    const at = (due: number): number => (due <= now ? cpuTime : due);
    if (kind < HARDIRQ) this.offerUnless(k.irqsOff(cpu), cpu, TAKE_SAMPLE, at(nextSample(k, cpu, HARDIRQ)), now);
    if (kind < NMI) this.offer(cpu, TAKE_NMI, at(nextSample(k, cpu, NMI)), now);
  }

  /** Adds an action that happens at `time`; what lies in the future is an option only if nothing is possible before. */
  private offer(cpu: number, action: number, time: number, now: number): void {
    if (time === Number.POSITIVE_INFINITY) return;
    const key = this.keys[cpu];
    const inFuture = time > now;
    if (inFuture && time < this.until[cpu]) this.until[cpu] = time;
    if (this.masks[cpu] !== 0 && !this.freeTime) {
      if (inFuture && key <= time) return;
      if (!inFuture && key > now) this.masks[cpu] = 0;
    }
    this.masks[cpu] |= 1 << action;
    if (time > key || (time === key && action > this.usual[cpu])) return;
    this.keys[cpu] = time;
    this.usual[cpu] = action;
  }

  private considerInterrupts(cpu: number, kind: number, now: number, cpuTime: number): void {
    const { k } = this;
    const { memory } = k;
    const at = k.cpuAddress(cpu);
    const irqsOff = k.irqsOff(cpu);
    if (k.irqWork.first(cpu) !== 0) this.offerUnless(irqsOff, cpu, RUN_IRQ_WORK, cpuTime, now);
    if (memory.load32(at + ACTIVATED) === 0) {
      const expiry = k.hrtimers.nextExpiry(cpu);
      this.offerUnless(irqsOff, cpu, TAKE_INTERRUPT, expiry <= now ? cpuTime : expiry, now);
    }
    if (kind < SOFTIRQ) this.considerSoftirqs(irqsOff || k.bhOff(cpu), cpu, now, cpuTime);
  }

  /** What was left to ksoftirqd is also served at ticks. */
  private considerSoftirqs(isOff: boolean, cpu: number, now: number, cpuTime: number): void {
    const { k } = this;
    const { softirqPending, ksoftirqd, tick } = k.cpuAt(k.cpuAddress(cpu));
    if (softirqPending !== 0) {
      this.offerUnless(isOff, cpu, START_SOFTIRQ, ksoftirqd === 0 || tick <= now ? cpuTime : tick, now);
    }
    if (!k.rcu.isWaiting()) return;
    const due = k.rcu.nextDue(cpu);
    this.offerUnless(isOff, cpu, RUN_RCU_CALLBACK, due <= now ? cpuTime : due, now);
  }

  /**
   * Offers what can happen unless it is kept away. Then what the CPU can do holds only until that time, for nobody says when
   * it is let in again; where time is free that may be at the next step.
   */
  private offerUnless(isOff: boolean, cpu: number, action: number, time: number, now: number): void {
    if (!isOff) this.offer(cpu, action, time, now);
    else if (time !== Number.POSITIVE_INFINITY) this.until[cpu] = this.freeTime ? 0 : Math.min(this.until[cpu], time);
  }

  /** Offers the next step of the innermost frame; true if it waits for a lock with interrupts off. */
  private considerFrame(cpu: number, kind: number, cpuTime: number): boolean {
    const { k } = this;
    const context = k.contextAddress(cpu, kind);
    const frame = k.topFrame(context);
    const { memory } = k;
    if (memory.load32(frame) === BPF_FRAME) return this.offerStep(cpu, cpuTime);
    const code = memory.load32(frame + CODE);
    const step = k.routineOf(code).steps[memory.load32(frame + AT)];
    if (step.isAlwaysReady) return this.offerStep(cpu, cpuTime);
    this.dependent |= 1 << cpu;
    if (memory.load32(frame + LOCK_ERROR) !== 0) return this.offerStep(cpu, cpuTime);
    k.enter(cpu, kind);
    k.frame = frame;
    const f = k.routineOf(code).at(frame);
    if (this.waits.isReady(step, f)) return this.offerStep(cpu, cpuTime);
    this.someoneWaits = true;
    this.waits.noteBegin(context, step, f);
    if (step.resilient !== undefined && k.switches[step.resilient]) this.offerGivingUp(cpu, step, f, cpuTime);
    return step.irqsOff;
  }

  private offerStep(cpu: number, cpuTime: number): false {
    this.offer(cpu, MAKE_STEP, cpuTime, cpuTime);
    return false;
  }

  private offerGivingUp(cpu: number, step: BuiltStep, f: RoutineFrame<string>, cpuTime: number): void {
    const deadlock = this.waits.isLockDeadlock(cpu, step, f);
    this.offer(cpu, GIVE_UP_LOCK, cpuTime + (deadlock ? DEADLOCK_CHECK_NS : LOCK_TIMEOUT_NS), cpuTime);
  }

  private considerJobs(cpu: number, cpuTime: number, now: number): void {
    const { k } = this;
    const { ksoftirqd, softirqPending, callHead } = k.cpuAt(k.cpuAddress(cpu));
    const due = callHead === 0 ? Number.POSITIVE_INFINITY : this.call(callHead).due;
    const taskWaits = k.work.first(cpu) !== 0 || due <= now;
    const isTurn = ksoftirqd === KSOFTIRQD_TURN || (ksoftirqd !== 0 && !taskWaits);
    if (isTurn && softirqPending !== 0) this.offer(cpu, START_KSOFTIRQD, cpuTime, now);
    if (k.work.first(cpu) !== 0) this.offer(cpu, START_WORK, cpuTime, now);
    this.offer(cpu, START_CALL, due <= now ? cpuTime : due, now);
  }

  private anythingRuns(): boolean {
    for (let cpu = 0; cpu < this.k.cpus; cpu++) {
      if (!this.k.isEmpty(cpu, this.k.activeContext(cpu))) return true;
    }
    return false;
  }

  // ---- doing it

  private perform(cpu: number, action: number): void {
    const { k } = this;
    const kind = k.activeContext(cpu);
    k.enter(cpu, kind);
    if (action === MAKE_STEP) {
      this.journalTimes(cpu);
      this.makeOrderedStep(cpu, kind);
    } else this.begin(cpu, action, k.isEmpty(cpu, kind));
    if (k.rcu.isWaiting()) k.rcu.noteQuiescent(cpu);
    if (action === MAKE_STEP) this.noteStep(cpu);
    else k.stale = ALL_CPUS;
  }

  /** Until the next mark these words may be stored past the journal: nobody goes back into the midst of a run of steps. */
  private journalTimes(cpu: number): void {
    const { memory } = this.k;
    memory.journalWords(this.k.clock.address, 2);
    memory.journalWords(this.k.cpuAddress(cpu) + TIME, 2);
    memory.journalWords(CHOICES, 1);
  }

  /** An action that is not a step of a frame. */
  private begin(cpu: number, action: number, idle: boolean): void {
    const { k } = this;
    const { memory } = k;
    this.catchUp(cpu, action, idle);
    const time = k.cpuAddress(cpu) + TIME;
    const began = memory.loadNumber64(time);
    k.clock.reach(began);
    const cost = this.act(cpu, action);
    if (cost !== 0) memory.storeNumber64(time, began + cost);
  }

  /** The CPU has made a step: it can make another one, or has to be looked at. */
  private noteStep(cpu: number): void {
    const { k } = this;
    const time = k.memory.loadNumber64(k.cpuAddress(cpu) + TIME);
    if (this.stepper.goesOn && this.masks[cpu] === 1 << MAKE_STEP && time < this.until[cpu]) this.keys[cpu] = time;
    else k.stale |= 1 << cpu;
  }

  /** A CPU that was idle, or whose action lies ahead, has its time moved to now or to when the action happens. */
  private catchUp(cpu: number, action: number, idle: boolean): void {
    const { k } = this;
    const cursor = k.cpuAt(k.cpuAddress(cpu));
    let time = cursor.time;
    if (idle) time = Math.max(time, k.clock.now());
    if (action === TAKE_INTERRUPT) time = Math.max(time, k.hrtimers.nextExpiry(cpu));
    else time = Math.max(time, this.usual[cpu] === action ? this.keys[cpu] : time);
    if (idle && !this.anythingRuns()) this.noteJump(time);
    k.cpuAt(k.cpuAddress(cpu)).time = time;
  }

  private noteJump(time: number): void {
    if (time > this.k.clock.now()) this.k.record(TraceKind.idleJump, 0, time | 0, Math.floor(time / 0x1_0000_0000));
  }

  private act(cpu: number, action: number): number {
    const { stores } = this.k;
    if (action === DRAIN_STORE) {
      stores?.drainOne(cpu);
      return 0;
    }
    // Interrupts serialise, and jobs begin after what was there has ended.
    stores?.drainAll(cpu);
    switch (action) {
      case RUN_IRQ_WORK:
        return this.startContext(cpu, HARDIRQ, () => this.k.irqWork.start());
      case TAKE_INTERRUPT:
        return this.startContext(cpu, HARDIRQ, () => this.k.push(hrtimerInterrupt));
      case START_SOFTIRQ:
      case START_KSOFTIRQD:
        this.setTick(cpu);
        if (action === START_KSOFTIRQD) this.giveTurn(cpu, KSOFTIRQD_HAD_TURN);
        return this.startContext(cpu, SOFTIRQ, () => this.k.push(runSoftirq));
      case RUN_RCU_CALLBACK:
        return this.startContext(cpu, SOFTIRQ, () => this.k.rcu.start(this.k.rcu.ready(cpu)));
      case GIVE_UP_LOCK:
        return this.giveUp(cpu);
      case TAKE_SAMPLE:
        return this.startContext(cpu, HARDIRQ, () => this.k.push(takeSample));
      case TAKE_NMI:
        return this.startContext(cpu, NMI, () => this.k.push(takeSample));
      case START_WORK:
        this.giveTurn(cpu, KSOFTIRQD_TURN);
        return this.startContext(cpu, TASK, () => this.k.work.start());
      default:
        this.giveTurn(cpu, KSOFTIRQD_TURN);
        return this.startContext(cpu, TASK, () => this.startCall(cpu));
    }
  }

  /** What was left to ksoftirqd, and tasks that wait, take turns. */
  private giveTurn(cpu: number, turn: number): void {
    const cursor = this.k.cpuAt(this.k.cpuAddress(cpu));
    if (cursor.ksoftirqd !== 0) cursor.ksoftirqd = turn;
  }

  private setTick(cpu: number): void {
    const cursor = this.k.cpuAt(this.k.cpuAddress(cpu));
    if (cursor.ksoftirqd !== 0) cursor.tick = tickAfter(this.k.clock.now());
  }

  private startContext(cpu: number, kind: number, begin: () => void): number {
    this.k.enter(cpu, kind);
    if (kind === HARDIRQ) this.k.record(TraceKind.hardirqEnter, 0);
    begin();
    this.stepper.settle();
    return kind >= HARDIRQ ? this.stepper.costs.interrupt : 0;
  }

  private startCall(cpu: number): void {
    const { k } = this;
    const call = k.cpuAt(k.cpuAddress(cpu)).callHead;
    const { routine, next } = this.call(call);
    this.call(call).state = CALL_RUNNING;
    const cursor = k.cpuAt(k.cpuAddress(cpu));
    cursor.callHead = next;
    if (next === 0) cursor.callTail = 0;
    k.thisContext().job = call;
    k.globals().firesWithoutProgress = 0;
    k.record(TraceKind.taskEnter, k.trace.name(k.routineOf(routine).routine.name), call);
    const w = k.memory.words;
    const first = (call + Call.offset('arguments')) >> 2;
    k.pushIndex(routine, w[first], w[first + 1], w[first + 2], w[first + 3], w[first + 4], w[first + 5]);
  }

  private giveUp(cpu: number): number {
    const { k } = this;
    const waiting = this.waits.waitingStep(cpu);
    const frame = k.topFrame(k.context);
    const deadlock = waiting !== undefined && this.waits.isLockDeadlock(cpu, waiting.step, waiting.f);
    k.frameAt(frame).lockError = deadlock ? EDEADLK : ETIMEDOUT;
    return 0;
  }

  /** The next step of the present context; with store buffers it sees its own CPU's stores. */
  private makeOrderedStep(cpu: number, kind: number): void {
    const { k } = this;
    const { stores } = k;
    if (stores === undefined) {
      this.stepper.makeStep();
      return;
    }
    const order = this.orderOf(k.topFrame(k.context));
    stores.begin(cpu);
    this.stepper.makeStep();
    stores.end(order);
    if (k.isEmpty(cpu, kind)) stores.drainAll(cpu);
    k.stale = ALL_CPUS;
  }

  private orderOf(frame: Addr): Order {
    const { memory } = this.k;
    if (memory.load32(frame) === BPF_FRAME) return LOCKED;
    return this.k.routineOf(memory.load32(frame + CODE)).steps[memory.load32(frame + AT)].order;
  }
}

function actionsOf(mask: number): readonly number[] {
  const actions: number[] = [];
  for (let action = 0; action < ACTIONS; action++) if ((mask & (1 << action)) !== 0) actions.push(action);
  return actions;
}
