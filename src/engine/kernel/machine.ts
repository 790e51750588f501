import { assert } from '../../lib/assert.ts';
import type { Job } from '../../lib/job.ts';
import { EMFILE } from '../abi/errno.ts';
import { type Generation, type Switches, switchesOf } from '../abi/generations.ts';
import type { MapInfo, VerifiedProgram } from '../program/load.ts';
import { type CallId, CallQueues, type CallResult } from './cpu/calls.ts';
import { type Oracle, type Schedule, scheduled, USUAL } from './cpu/oracle.ts';
import type { Routine } from './cpu/routine.ts';
import { Scheduler, type StepOutcome } from './cpu/scheduler.ts';
import { type Costs, DEFAULT_COSTS, NO_COSTS } from './cpu/stepper.ts';
import { ALL_CPUS, Kernel, MAX_FIRES } from './kernel.ts';
import { FILE_MAP, FILE_PROG } from './layouts/cpu.ts';
import { type Checkpoint, restoreCheckpoint, takeCheckpoint } from './memory/checkpoint.ts';
import type { Hash64, HashSum } from './memory/hash.ts';
import type { Mark } from './memory/journal.ts';
import { type Addr, Memory } from './memory/memory.ts';
import { bindMap, createMap, loadProgram } from './objects.ts';
import type { Grain } from './programs/bpf.ts';
import { kernelTables } from './tables.ts';
import { type CpuView, describeCpu } from './trace/describe.ts';
import { History } from './trace/history.ts';
import { runHash, stateKey } from './trace/state-key.ts';
import { deadlockStop, endlessWait, reportStop, type Stop } from './trace/stop.ts';
import { TraceStore } from './trace/trace.ts';

export interface MachineOptions {
  /** 1 … 8; default 2. */
  readonly cpus?: number;
  /** Default 6.18. */
  readonly generation?: Generation;
  readonly switches?: Partial<Switches>;
  /** Default 16. */
  readonly memoryMiB?: number;
  readonly shared?: boolean;
  /** Of random numbers and hash maps; default 0. */
  readonly seed?: number;
  readonly oracle?: Oracle;
  /** Default 'point'. */
  readonly grain?: Grain;
  /** Steps cost nothing and timers may fire at any time: exploration. */
  readonly freeTime?: boolean;
  readonly costs?: Costs;
  /** Default true. */
  readonly tracing?: boolean;
  /** How much of the past can be undone without a replay; default 64 MiB. */
  readonly journalBytes?: number;
}

/**
 * A simulated machine: memory, kernel, CPUs, time, history. Everything that its owner does to it and every step of a CPU
 * is one step of its history.
 */
export class Machine {
  readonly memory: Memory;
  readonly kernel: Kernel;
  readonly trace: TraceStore;
  readonly scheduler: Scheduler;
  readonly generation: Generation;
  readonly history: History;
  private readonly calls: CallQueues;
  /** What user space did, by the step at which it did it; and the choices that were not the usual ones. */
  private readonly actions = new Map<number, () => void>();
  private deviations: (readonly [choice: number, pick: number])[] = [];
  /** Steps of the run that is on record: `seek` can go as far. */
  private recorded = 0;
  private oracle: Oracle;
  /** Follows `deviations`; made when a step of the past is made again. */
  private pastOracle: Oracle | undefined;
  private lastCheckpoint: Checkpoint | undefined;
  private stopped: Stop | undefined;

  constructor(options: MachineOptions = {}) {
    const cpus = options.cpus ?? 2;
    assert(cpus >= 1 && cpus <= 8, `${cpus} CPUs`);
    this.generation = options.generation ?? '6.18';
    const switches = switchesOf(this.generation, options.switches);
    this.memory = new Memory({
      mebibytes: options.memoryMiB ?? 16,
      shared: options.shared ?? false,
      ...(options.journalBytes !== undefined && { journalBytes: options.journalBytes }),
    });
    this.trace = new TraceStore();
    this.trace.enabled = options.tracing ?? true;
    this.kernel = new Kernel({
      memory: this.memory,
      switches,
      cpus,
      trace: this.trace,
      tables: kernelTables(switches),
    });
    this.scheduler = new Scheduler(this.kernel, this.kernel.bpf);
    this.oracle = options.oracle ?? USUAL;
    this.scheduler.oracle = this.oracle;
    this.scheduler.freeTime = options.freeTime ?? false;
    this.scheduler.stepper.costs = options.costs ?? (options.freeTime ? NO_COSTS : DEFAULT_COSTS);
    this.scheduler.onDeviation = (choice, pick) => {
      if (this.history.isReplaying) return;
      this.deviations.push([choice, pick]);
      this.pastOracle = undefined;
    };
    if (options.freeTime) this.kernel.rcu.gracePeriod = 0;
    this.kernel.bpf.grain = options.grain ?? 'point';
    this.kernel.globals().randomLow = options.seed ?? 0;
    this.calls = new CallQueues(this.kernel);
    this.history = new History(this);
    this.memory.journal.forget();
  }

  // ---- what user space does

  /** bpf(BPF_MAP_CREATE) by the process `owner`: a file number, or a negative errno. */
  createMap(info: MapInfo, btfId = 0, owner = 0): number {
    return this.act(() => this.opened(FILE_MAP, createMap(this.kernel, info, btfId), owner));
  }

  /** bpf(BPF_PROG_LOAD) of a verified program whose maps are these files: a file number, or a negative errno. */
  loadProgram(
    program: VerifiedProgram,
    mapFiles: readonly number[],
    name = program.request.name,
    btfId = 0,
    owner = 0,
  ): number {
    return this.act(() => {
      const maps = mapFiles.map((file) => this.kernel.files.expect(file, FILE_MAP));
      return this.opened(FILE_PROG, loadProgram(this.kernel, program, maps, name, btfId), owner);
    });
  }

  /** bpf(BPF_PROG_BIND_MAP): 0 or a negative errno. */
  bindMap(progFile: number, mapFile: number): number {
    const { files } = this.kernel;
    return this.act(() => bindMap(this.kernel, files.expect(progFile, FILE_PROG), files.expect(mapFile, FILE_MAP)));
  }

  private opened(kind: number, object: Addr, owner: number): number {
    return object < 0 ? object : (this.kernel.files.open(kind, object, owner) ?? -EMFILE);
  }

  /** Queues a system call of a process (0 = nobody that the machine knows) on a CPU, not to begin before `due` ns. */
  spawn(cpu: number, routine: Routine | string, args: readonly number[] = [], due = 0, process = 0): CallId {
    assert(cpu >= 0 && cpu < this.kernel.cpus, `CPU ${cpu}`);
    return this.act(() => this.calls.queue(cpu, this.calls.make(routine, args, process), due));
  }

  /**
   * Interrupts a CPU here and now with a routine in the given context (HARDIRQ, NMI, or SOFTIRQ), which must be empty and
   * above what the CPU does: how tracing programs and devices come in.
   */
  interrupt(cpu: number, context: number, routine: Routine | string, args: readonly number[] = []): CallId {
    return this.act(() => this.calls.begin(cpu, context, this.calls.make(routine, args, 0), args));
  }

  /** True as long as a call waits for its CPU, or for its time. */
  isQueued(call: CallId): boolean {
    return this.calls.isQueued(call);
  }

  /** Takes a system call back that has not begun. */
  withdraw(call: CallId): void {
    this.act(() => this.calls.withdraw(call));
  }

  /** What became of a call. */
  resultOf(call: CallId): CallResult {
    return this.calls.resultOf(call);
  }

  /** Memory for bytes of user space that a call takes or fills. */
  putBytes(bytes: Uint8Array, what = 'user bytes'): Addr {
    return this.act(() => {
      const address = this.kernel.kzallocBytes(Math.max(4, bytes.length), what);
      assert(address !== 0, 'memory is used up');
      this.memory.storeBytes(address, bytes);
      return address;
    });
  }

  /** Frees what `putBytes` or `spawn` gave. */
  release(address: Addr): void {
    this.act(() => this.kernel.kfree(address));
  }

  /** Does something to the machine between two steps, as a step of its own that a replay does again. */
  act<T>(apply: () => T): T {
    this.history.markNext();
    this.begin();
    this.kernel.stale = ALL_CPUS;
    this.kernel.leave();
    const result = apply();
    if (!this.history.isReplaying) this.actions.set(this.stepNumber, apply);
    this.advance();
    this.history.markNext();
    return result;
  }

  /** Before every step. One that is made in the past begins another future. */
  private begin(): void {
    if (this.stepNumber < this.recorded && !this.history.isReplaying) this.branch();
    this.history.begin();
  }

  private advance(): void {
    this.stepNumber++;
    this.recorded = Math.max(this.recorded, this.stepNumber);
  }

  /** Forgets what was done and chosen after this step: another future begins here. */
  branch(): void {
    const { choices } = this.kernel.globals();
    this.deviations = this.deviations.filter(([choice]) => choice < choices);
    for (const step of this.actions.keys()) if (step >= this.stepNumber) this.actions.delete(step);
    this.recorded = this.stepNumber;
    this.pastOracle = undefined;
    this.history.branch();
  }

  // ---- running

  get stepNumber(): number {
    return this.kernel.stepNumber;
  }

  set stepNumber(step: number) {
    this.kernel.stepNumber = step;
  }

  /** Virtual time since boot, ns. */
  get clock(): number {
    return this.kernel.clock.now();
  }

  /**
   * Makes one atomic step, of `cpu` if one is given and it can move, and there what `action` says, if that is possible.
   * Undefined: it was made and the machine can go on.
   */
  step(cpu?: number, limit = Number.POSITIVE_INFINITY, action?: number): Stop | undefined {
    this.kernel.stale = ALL_CPUS;
    return this.nextStep(cpu, limit, action);
  }

  /** `step` for one who has done nothing to the machine since the last one but go back: the CPUs are still known. */
  stepAgain(): Stop | undefined {
    return this.nextStep(undefined, Number.POSITIVE_INFINITY);
  }

  /**
   * Makes up to `budget` steps, not beyond the time `limit`. Undefined: the budget is used up. 'reached': nothing more
   * happens before `limit`, and the clock stands there.
   */
  run(budget: number, limit = Number.POSITIVE_INFINITY): Stop | undefined {
    this.kernel.stale = ALL_CPUS;
    const end = this.stepNumber + budget;
    while (this.stepNumber < end) {
      const stop = this.nextStep(undefined, limit) ?? this.goOn(end - this.stepNumber, limit);
      if (stop === undefined) continue;
      if (stop.why === 'reached' || (stop.why === 'idle' && limit !== Number.POSITIVE_INFINITY)) {
        return this.reach(limit);
      }
      return stop;
    }
    return undefined;
  }

  /** One step, by what the scheduler knows of the CPUs. Hot: `bench machine`. */
  private nextStep(cpu: number | undefined, limit: number, action?: number): Stop | undefined {
    if (this.stopped !== undefined) return this.stopped;
    this.begin();
    const traceEnd = this.trace.end;
    const before = this.memory.journal.takePosition();
    const outcome = this.attempt(cpu, limit, action);
    if (outcome === 'stepped') {
      this.advance();
      return this.trouble();
    }
    this.trace.cut(traceEnd);
    if (this.memory.reaches(before)) this.memory.undoToPosition(before);
    if (outcome === 'limit') return { why: 'reached' };
    if (outcome === 'idle') return { why: 'idle' };
    return deadlockStop(this.kernel, this.scheduler.waits);
  }

  /**
   * After a step: up to `budget` more of the same CPU, not beyond `limit` ns, as far as they can be made without a look at
   * the others, or a mark. They end where a system call does, or a signal is raised.
   */
  goOn(budget: number, limit: number): Stop | undefined {
    const { kernel } = this;
    kernel.tellsUser = false;
    try {
      this.scheduler.goOn(Math.min(budget, this.history.stepsToMark()), limit);
    } catch (error) {
      if (this.memory.badAccess === undefined) throw error;
      kernel.stale = ALL_CPUS;
      kernel.stepNumber++;
    }
    this.recorded = Math.max(this.recorded, this.stepNumber);
    return kernel.needsAttention() ? this.trouble() : undefined;
  }

  /** A step on freed memory may run into anything: what the sanitizer saw then counts, not the crash. */
  private attempt(cpu: number | undefined, limit: number, action?: number): StepOutcome {
    try {
      return this.scheduler.step(limit, cpu, action);
    } catch (error) {
      if (this.memory.badAccess === undefined) throw error;
      this.kernel.stale = ALL_CPUS;
      return 'stepped';
    }
  }

  private reach(limit: number): Stop {
    if (this.clock < limit) this.act(() => this.kernel.clock.reach(limit));
    return { why: 'reached' };
  }

  /** What the step that was just made has broken. All but a lack of progress is for good. */
  private trouble(): Stop | undefined {
    const { kernel } = this;
    if (this.memory.badAccess !== undefined || kernel.reported !== undefined) this.stopped = reportStop(kernel);
    else if (this.scheduler.someoneWaits) this.stopped = endlessWait(kernel, this.scheduler.waits);
    if (this.stopped !== undefined) return this.stopped;
    if (kernel.globals().firesWithoutProgress < MAX_FIRES) return undefined;
    kernel.globals().firesWithoutProgress = 0;
    return { why: 'no progress', message: `${MAX_FIRES} timer callbacks ran and nothing else happened` };
  }

  /** Where a CPU stands: its contexts and frames, outermost first. */
  describe(cpu: number): CpuView {
    return describeCpu(this.kernel, this.scheduler, cpu);
  }

  // ---- names of states, history

  /** Exact name of the state, for links: equal runs have equal hashes. */
  runHash(): Hash64 {
    return runHash(this.kernel);
  }

  /** Canonical name of the state, for exploration. */
  stateKey(): Hash64 {
    return this.stateWords().text();
  }

  /** The same as two words. Hot: `bench explore`. */
  stateWords(): HashSum {
    return stateKey(this.kernel, !this.scheduler.freeTime);
  }

  /** Goes to a step of the run so far, backwards or forwards. */
  seek(to: number): Job<true> {
    return this.history.seek(to);
  }

  /** For exploration: stands again where `mark` was made, at step `step`; the journal must still reach that far. */
  goTo(mark: Mark, step: number): void {
    this.memory.undoTo(mark);
    this.stepNumber = step;
    this.history.forgetAfter(step);
    this.wentBack();
  }

  /** What was chosen otherwise than usual, so far. */
  schedule(): Schedule {
    return this.deviations;
  }

  /** For `History`: the step number `stepNumber` once more. */
  replayStep(): void {
    const step = this.stepNumber;
    const action = this.actions.get(step);
    if (action !== undefined) return this.act(action);
    this.pastOracle ??= scheduled(this.deviations, () => this.kernel.globals().choices);
    this.scheduler.oracle = this.pastOracle;
    const stop = this.step(undefined);
    this.scheduler.oracle = this.oracle;
    assert(stop === undefined || this.stepNumber > step, `step ${step} of the past can be made again`);
  }

  /** For `History`: forget what lies ahead. */
  wentBack(): void {
    this.stopped = undefined;
    this.kernel.stale = ALL_CPUS;
    this.kernel.reported = undefined;
    let end = this.trace.end;
    while (end > this.trace.start && this.trace.get(end - 1, 7) >= this.stepNumber) end--;
    this.trace.cut(end);
  }

  saveCheckpoint(): Checkpoint {
    this.lastCheckpoint = takeCheckpoint(this.memory, this.kernel.globals().heapTop, this.lastCheckpoint);
    return this.lastCheckpoint;
  }

  restoreCheckpoint(checkpoint: Checkpoint): void {
    restoreCheckpoint(this.memory, checkpoint);
  }
}
