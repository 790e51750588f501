import { toHex } from '../../lib/bytes.ts';
import { finish, type Job, jobOf, type Work, wait } from '../../lib/job.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Generation } from '../abi/generations.ts';
import { scheduled, USUAL } from '../kernel/cpu/oracle.ts';
import { DRAIN_STORE } from '../kernel/cpu/scheduler.ts';
import { Machine } from '../kernel/machine.ts';
import type { Stop as MachineStop } from '../kernel/trace/stop.ts';
import { TRACE, TRACE_SIZE } from '../kernel/trace/trace.ts';
import type { Diagnostic } from '../program/diagnostic.ts';
import type { OpenCollection } from '../userspace/collection.ts';
import { Processes, type Scripted } from '../userspace/processes.ts';
import { complete } from '../userspace/shell/complete.ts';
import type { GivenFiles } from '../userspace/shell/file-system.ts';
import { parseScriptLine } from '../userspace/shell/script.ts';
import type { ObjectFiles, RunOutput } from '../userspace/shell/shell.ts';
import { type GraphAnswer, graphAnswer } from './graph-answer.ts';
import { encodeLink } from './link.ts';
import { machineAnswer, type ProgramTexts } from './machine-answer.ts';
import type { MachineAnswer, RunAnswer, StepHow, Stop, TraceAnswer, Until } from './queries.ts';
import type { DataFile, Scenario } from './scenario.ts';
import { ScenarioFiles } from './scenario-files.ts';
import { isCommand } from './script-text.ts';

/** Steps that stepping over or out may take. */
const MAX_STEPS_OVER = 2_000_000;

type Outcome = Result<void, readonly Diagnostic[]>;

/** Makes the machine of a scenario, with nothing on it. */
export function machineFor(scenario: Scenario, generation: Generation): Machine {
  const { machine: options, schedule, grain } = scenario;
  const oracle = schedule === undefined ? USUAL : scheduled(schedule, (): number => machine.kernel.globals().choices);
  const machine: Machine = new Machine({
    cpus: options.cpus,
    generation,
    ...(options.switches !== undefined && { switches: options.switches }),
    ...(options.memoryMiB !== undefined && { memoryMiB: options.memoryMiB }),
    ...(options.seed !== undefined && { seed: options.seed }),
    oracle,
    grain,
  });
  return machine;
}

/** The script of a scenario, or the lines that are none. `base`: the machine's step 0 of the scenario. */
export function parseScript(scenario: Scenario, base: number): Result<readonly Scripted[], readonly Diagnostic[]> {
  const scripted: Scripted[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [i, { line, at }] of scenario.script.entries()) {
    if (!isCommand(line)) continue;
    const parsed = parseScriptLine(line);
    if (parsed.ok) scripted.push({ text: line, lineNo: i + 1, line: parsed.value, notBefore: base + (at ?? 0) });
    else diagnostics.push(onLine(parsed.error, i + 1));
  }
  return diagnostics.length > 0 ? err(diagnostics) : ok(scripted);
}

const onLine = (diagnostic: Diagnostic, line: number): Diagnostic =>
  diagnostic.at === undefined ? diagnostic : { ...diagnostic, at: { ...diagnostic.at, line } };

/**
 * A scenario being played: the machine, its processes, and where it stands. Steps count from 0 at the end of loading.
 * Behind the furthest step the recorded run is played again; acting there starts a branch.
 */
export class Session {
  readonly machine: Machine;
  private readonly processes: Processes;
  private readonly objects: ObjectFiles;
  private readonly files: ScenarioFiles;
  private readonly collections: readonly OpenCollection[];
  private readonly texts: readonly ProgramTexts[];
  private readonly base: number;
  private document: Scenario;
  /** The furthest step that was reached, as the machine counts. */
  private end: number;
  private stop: Stop = { why: 'paused' };

  constructor(
    scenario: Scenario,
    machine: Machine,
    collections: readonly OpenCollection[],
    texts: readonly ProgramTexts[],
    script: readonly Scripted[],
    files: { readonly objects: ObjectFiles; readonly programs: GivenFiles },
  ) {
    this.document = scenario;
    this.machine = machine;
    this.collections = collections;
    this.texts = texts;
    this.base = machine.stepNumber;
    this.end = this.base;
    this.objects = files.objects;
    this.files = new ScenarioFiles(files.programs, scenario.files ?? []);
    this.processes = new Processes(machine, files.objects, script, this.files);
  }

  // ---- where it stands

  stepNo(): number {
    return this.machine.stepNumber - this.base;
  }

  clockNs(): number {
    return this.machine.clock;
  }

  runHash(): string {
    return this.machine.runHash();
  }

  answer(): MachineAnswer {
    const view = machineAnswer(this.machine, this.collections, this.texts);
    const output = this.processes.output.map(({ step, clock, process, line, lineNo, text, failed, run }) => ({
      step: step - this.base,
      clock: String(clock),
      process,
      line,
      lineNo,
      text,
      failed,
      ...(run === undefined ? {} : { run: runAnswer(run) }),
    }));
    return { ...view, step: this.stepNo(), stop: this.stop, output, busy: this.processes.busy };
  }

  /** Who holds whom. */
  graph(): GraphAnswer {
    return graphAnswer(this.machine);
  }

  /** Records from `from` on; an answer that begins earlier means that the machine went back and the rest is void. */
  trace(from: number, namesFrom: number): TraceAnswer {
    const { trace } = this.machine;
    const start = Math.max(trace.start, Math.min(from, trace.end));
    const records = trace.slice(start);
    for (let at = TRACE.step; at < records.length; at += TRACE_SIZE) records[at] -= this.base;
    return { from: start, records, namesFrom, names: trace.names.slice(namesFrom) };
  }

  traceEnd(): { records: number; names: number } {
    return { records: this.machine.trace.end, names: this.machine.trace.names.length };
  }

  /** The scenario as it is now, promising the present state. */
  scenario(): Scenario {
    const schedule = this.machine.schedule();
    const { schedule: _, expect: __, ...document } = this.document;
    return {
      ...document,
      ...(schedule.length > 0 && { schedule: schedule.map(([choice, pick]) => [choice, pick] as [number, number]) }),
      expect: { step: this.stepNo(), runHash: this.runHash() },
    };
  }

  /** Exchanges the files beside the programs; what commands have read before stays as it was. */
  setFiles(files: readonly DataFile[]): void {
    const { files: _, ...document } = this.document;
    this.document = files.length === 0 ? document : { ...document, files: [...files] };
    this.files.replace(files);
  }

  /** How to get here: a link's fragment. */
  replay(): string {
    return encodeLink(this.scenario());
  }

  // ---- moving

  /**
   * Makes up to `budget` steps towards `until`, not beyond `clockLimit` ns. The reason for standing still; 'limit': the
   * clock must wait for its limit to move; undefined: the budget is used up.
   */
  advance(until: Until, clockLimit: number, budget: number): Stop | 'limit' | undefined {
    const fires = this.machine.kernel.globals().fires;
    const limit = until.is === 'clock' ? Math.min(clockLimit, Number(until.ns)) : clockLimit;
    for (let left = budget; left > 0; ) {
      if (this.isReached(until, fires)) return this.arrive(until);
      const before = this.machine.stepNumber;
      const stop = this.moveOn(limit, Math.min(left, this.stepsTowards(until)));
      left -= this.unitsSince(before);
      if (stop === 'limit')
        return until.is === 'clock' && clockLimit >= Number(until.ns) ? this.reachClock(until) : stop;
      if (stop !== undefined) return this.standStill(stop);
    }
    return undefined;
  }

  private isReached(until: Until, fires: number): boolean {
    switch (until.is) {
      case 'idle':
        return false;
      case 'clock':
        return this.machine.clock >= Number(until.ns);
      case 'step':
        return this.stepNo() >= until.step;
      case 'script':
        return this.processes.isDone;
      case 'fire':
        return this.machine.kernel.globals().fires !== fires;
    }
  }

  /** Units of a budget that moving on from a step has cost. */
  private unitsSince(step: number): number {
    return Math.max(1, this.machine.stepNumber - step);
  }

  /** How many steps may be made without asking whether the target is reached. */
  private stepsTowards(until: Until): number {
    if (until.is === 'step') return until.step - this.stepNo();
    return until.is === 'fire' ? 1 : Number.POSITIVE_INFINITY;
  }

  /** What user space does at one moment is several steps of the machine: one of them may be the target. */
  private arrive(until: Until): Stop {
    if (until.is === 'step') finish(this.machine.seek(until.step + this.base));
    return this.standStill({ why: 'reached' });
  }

  private reachClock(until: Extract<Until, { is: 'clock' }>): Stop {
    const { machine } = this;
    const target = Number(until.ns);
    if (machine.clock < target) machine.act(() => machine.kernel.clock.reach(target));
    this.end = machine.stepNumber;
    return this.standStill({ why: 'reached' });
  }

  private standStill(stop: Stop): Stop {
    this.stop = stop;
    return stop;
  }

  /** One step of the recorded run behind its end, else a new one and, up to `budget`, those that nobody need be asked about. */
  private moveOn(limit: number, budget: number, cpu?: number, action?: number): Stop | 'limit' | undefined {
    const { machine } = this;
    if (machine.stepNumber < this.end && cpu === undefined) {
      finish(machine.seek(machine.stepNumber + 1));
      return undefined;
    }
    if (machine.stepNumber < this.end) this.branch();
    const wasDone = this.processes.isDone;
    this.processes.proceed();
    if (machine.stepNumber > this.end || this.processes.isWorking) {
      this.end = machine.stepNumber;
      return undefined;
    }
    const more = this.processes.isDone === wasDone ? budget - 1 : 0;
    const stop = machine.step(cpu, limit, action) ?? this.goOn(more, limit);
    this.end = machine.stepNumber;
    return stop === undefined ? undefined : this.whyStopped(stop, limit);
  }

  /** More steps, as long as no process can have anything to do. */
  private goOn(budget: number, limit: number): MachineStop | undefined {
    const steps = Math.min(budget, this.processes.quietSteps());
    return steps > 0 ? this.machine.goOn(steps, limit) : undefined;
  }

  private whyStopped(stop: MachineStop, limit: number): Stop | 'limit' | undefined {
    if ('message' in stop) return { ...stop, replay: this.replay() };
    if (stop.why === 'reached') return 'limit';
    if (this.processes.giveUpWaiting()) return undefined;
    return Number.isFinite(limit) && this.machine.clock < limit && !this.processes.isDone ? 'limit' : { why: 'idle' };
  }

  private branch(): void {
    const at = this.stepNo();
    this.machine.branch();
    this.processes.branchAt(this.machine.stepNumber);
    this.end = this.machine.stepNumber;
    this.document = { ...this.document, script: this.document.script.filter((line) => (line.at ?? 0) <= at) };
  }

  /** One atomic step, or over or out of the innermost frame of a CPU (the busiest context of the first busy one if none is named). */
  step(how: StepHow, cpu?: number): Job<Outcome> {
    return jobOf(this.stepWork(how, cpu));
  }

  private *stepWork(how: StepHow, cpu: number | undefined): Work<Outcome> {
    const watched = cpu ?? this.firstBusyCpu();
    const depth = this.depthOf(watched);
    this.stop = { why: 'paused' };
    for (let steps = 0, budget = 1; steps < MAX_STEPS_OVER; steps++) {
      const stop = this.moveOn(Number.POSITIVE_INFINITY, 1, cpu, how === 'drain' ? DRAIN_STORE : undefined);
      if (stop !== undefined && stop !== 'limit') this.stop = stop;
      if (stop !== undefined || this.isStepDone(how, watched, depth)) return ok(undefined);
      if (--budget <= 0) budget = yield;
    }
    return ok(undefined);
  }

  private isStepDone(how: StepHow, cpu: number, before: number): boolean {
    if (how !== 'over' && how !== 'out') return true;
    const now = this.depthOf(cpu);
    return how === 'over' ? now <= before : now < before || now === 0;
  }

  private firstBusyCpu(): number {
    const { kernel } = this.machine;
    for (let cpu = 0; cpu < kernel.cpus; cpu++) if (!kernel.isEmpty(cpu, kernel.activeContext(cpu))) return cpu;
    return 0;
  }

  /** Frames on a CPU, over all its contexts. */
  private depthOf(cpu: number): number {
    return this.machine.describe(cpu).contexts.reduce((sum, context) => sum + context.frames.length, 0);
  }

  /** Goes to a step; beyond the furthest one the run goes on. */
  seek(to: number): Job<Outcome> {
    return jobOf(this.seekWork(Math.max(0, to) + this.base));
  }

  private *seekWork(to: number): Work<Outcome> {
    this.stop = { why: 'paused' };
    yield* wait(this.machine.seek(Math.min(to, this.end)));
    for (let budget = yield; this.machine.stepNumber < to; ) {
      const before = this.machine.stepNumber;
      const stop = this.moveOn(Number.POSITIVE_INFINITY, Math.min(budget, to - before));
      if (stop !== undefined) return ok(undefined);
      budget -= this.unitsSince(before);
      if (budget <= 0) budget = yield;
    }
    return ok(undefined);
  }

  /** What the word of a command line under the cursor may become. */
  complete(line: string, cursor: number): readonly string[] {
    return complete(line, cursor, {
      machine: this.machine,
      objects: this.objects.names,
      storage: this.processes.storage,
    });
  }

  /** Types a line: it is appended to the scenario with the present step, and the machine runs until it has ended. */
  command(text: string): Job<Outcome> {
    const parsed = parseScriptLine(text);
    if (!parsed.ok) return jobOf(refuse([parsed.error]));
    if (this.machine.stepNumber < this.end) this.branch();
    this.document = { ...this.document, script: [...this.document.script, { line: text, at: this.stepNo() }] };
    const lineNo = this.document.script.length;
    this.processes.append({ text, lineNo, line: parsed.value, notBefore: this.machine.stepNumber });
    return jobOf(this.commandWork(parsed.value.process));
  }

  private *commandWork(process: string): Work<Outcome> {
    this.stop = { why: 'paused' };
    for (let budget = yield; !this.isCommandDone(process); ) {
      const before = this.machine.stepNumber;
      const stop = this.moveOn(Number.POSITIVE_INFINITY, budget);
      if (stop !== undefined && stop !== 'limit') this.stop = stop;
      if (stop !== undefined) break;
      budget -= this.unitsSince(before);
      if (budget <= 0) budget = yield;
    }
    return ok(undefined);
  }

  /** Lets the processes go on as far as they come without the machine: a command that only reads is done then. */
  private isCommandDone(process: string): boolean {
    this.processes.proceed();
    this.end = this.machine.stepNumber;
    return !this.processes.isWaitedFor(process);
  }
}

function runAnswer({ returnValue, duration, data, context }: RunOutput): RunAnswer {
  return {
    returnValue,
    duration,
    ...(data === undefined ? {} : { dataOut: toHex(data) }),
    ...(context === undefined ? {} : { contextOut: toHex(context) }),
  };
}

// biome-ignore lint/correctness/useYield: a job that is finished at once
function* refuse(diagnostics: readonly Diagnostic[]): Work<Outcome> {
  return err(diagnostics);
}
