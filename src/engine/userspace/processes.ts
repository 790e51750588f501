import { assert } from '../../lib/assert.ts';
import type { Job } from '../../lib/job.ts';
import type { CallId } from '../kernel/cpu/calls.ts';
import { TASK_COMMAND } from '../kernel/layouts/tasks.ts';
import type { Machine } from '../kernel/machine.ts';
import { clearSignal, pendingSignal, raiseSignal, SIGINT, tasksInOrder } from '../kernel/syscalls/tasks.ts';
import { Killed, live } from './shell/command-life.ts';
import { FileSystem, type GivenFiles, NO_FILES } from './shell/file-system.ts';
import { INTERRUPT, type ScriptLine } from './shell/script.ts';
import { type BackgroundJob, type Ended, type ObjectFiles, Printer, type Shell, type Storage } from './shell/shell.ts';
import { readsTrace } from './shell/trace-pipe.ts';
import { Words } from './shell/words.ts';
import type { Request, Steps } from './steps.ts';

/**
 * The shells of a scenario: each begins the commands of its script lines, one after the other; one that ends with `&` lets
 * the next one begin at once. What a shell has begun is on record with every request it made, the answers, and the steps at
 * which they came. Going back does not touch the record, for the machine replays the same requests; a run that goes
 * another way forgets what came later, and makes the command that was under way anew from the answers that are left.
 */

/** A request that was made. */
interface Asked {
  readonly step: number;
  readonly request: Request;
  /** What is waited for. */
  readonly call: CallId;
  readonly fires: number;
  job?: Job<unknown> | undefined;
  /** Step at which the answer came. */
  answeredAt: number | undefined;
  answer: unknown;
}

/** A line that was begun. */
interface Begun {
  readonly step: number;
  readonly scripted: Scripted;
  /** Trace records that there were when it began, and from where on it may read them. */
  readonly traceEnd: number;
  readonly traceFrom: number;
  /** The last background process. */
  readonly lastJob: number;
  /** Number of the background command; 0 in the foreground. */
  readonly job: number;
  /** The process that it runs in; 0 until it is there. */
  pid: number;
  isShell: boolean;
  asked: Asked[];
  /** How the command before it ended, unless that was an assertion. */
  readonly last: Ended | undefined;
  /** The command where it stands; absent once it has ended. */
  work: { readonly steps: Steps<number>; readonly out: Printer; next: Request | undefined } | undefined;
  finishedAt: number | undefined;
  ended: Ended | undefined;
}

/** What a command has printed. */
export interface Output extends Ended {
  readonly step: number;
  /** When it ended, ns. */
  readonly clock: number;
  /** Name of its shell. */
  readonly process: string;
  /** The line as typed; empty for what a background command leaves when it ends. */
  readonly line: string;
  /** Line of the scenario's script, from 1. */
  readonly lineNo: number;
  readonly failed: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Assertions look at what the command before them did. */
const isAssertion = ({ scripted }: Begun): boolean => scripted.line.words[0]?.text === 'assert';

/** Waits for something that any step may bring. */
function isWatching({ asked }: Begun): boolean {
  const waits = asked.at(-1)?.request.is;
  return waits === 'fire' || waits === 'until';
}

/** A script line with its text, as it stands in the scenario. */
export interface Scripted {
  readonly text: string;
  /** Its number in the script, from 1. */
  readonly lineNo: number;
  readonly line: ScriptLine;
  /** Not to be begun before this step: when it was typed. */
  readonly notBefore: number;
}

/** The lines of one shell. */
interface Lane {
  readonly lines: Scripted[];
  begun: Begun[];
  /** Those of `begun` that have not ended. */
  open: Begun[];
}

/** Units of long work between two looks of the host. */
const WORK_BUDGET = 20;

const isInterrupt = ({ line }: Scripted): boolean => line.words[0]?.text === INTERRUPT;

export class Processes {
  private readonly machine: Machine;
  private readonly files: ObjectFiles;
  private readonly fileSystem: FileSystem;
  private readonly lanes = new Map<string, Lane>();
  private outputs: Output[] = [];
  /** The line whose work the machine stands still for. */
  private working: Begun | undefined;

  constructor(machine: Machine, files: ObjectFiles, script: readonly Scripted[], given: GivenFiles = NO_FILES) {
    this.machine = machine;
    this.files = files;
    this.fileSystem = new FileSystem(given);
    for (const scripted of script) this.append(scripted);
  }

  /** How commands have ended up to the machine's present step. */
  get output(): readonly Output[] {
    return this.outputs.filter((each) => each.step <= this.machine.stepNumber);
  }

  /** How commands ended, also those that are ahead after going back. */
  get ended(): readonly Output[] {
    return this.outputs;
  }

  /** Appends a line to those of its shell. */
  append(scripted: Scripted): void {
    const { process } = scripted.line;
    const lane = this.lanes.get(process) ?? { lines: [], begun: [], open: [] };
    this.lanes.set(process, lane);
    lane.lines.push(scripted);
  }

  /** Forgets what was begun, answered and typed from a step on: the run goes another way from there. */
  branchAt(step: number): void {
    this.outputs = this.outputs.filter((each) => each.step < step);
    this.fileSystem.forget(step);
    this.working = undefined;
    for (const lane of this.lanes.values()) {
      lane.begun = lane.begun.filter((each) => each.step < step);
      for (const begun of lane.begun) this.forget(begun, step);
      lane.open = lane.begun.filter((each) => each.finishedAt === undefined);
      const kept = lane.lines.filter((each) => each.notBefore <= step);
      lane.lines.splice(0, lane.lines.length, ...kept);
    }
  }

  private forget(begun: Begun, step: number): void {
    const kept = begun.asked.filter((each) => each.step < step);
    const open = kept.at(-1);
    if (open?.answeredAt !== undefined && open.answeredAt >= step) {
      open.answeredAt = undefined;
      open.job = undefined;
    }
    const isWhole = begun.finishedAt !== undefined && begun.finishedAt < step;
    if (isWhole || isInterrupt(begun.scripted)) return;
    begun.asked = kept;
    begun.finishedAt = undefined;
    begun.ended = undefined;
    this.makeAgain(begun);
  }

  /** The command as it stood after the answers on record; it may have ended with the last of them. */
  private makeAgain(begun: Begun): void {
    const work = this.makeWork(begun);
    begun.work = work;
    let turn = work.steps.next();
    for (const each of begun.asked) {
      assert(turn.done !== true, 'a command asks the same again');
      work.next = turn.value;
      if (each.answeredAt === undefined) {
        if (each.request.is === 'work') this.working = begun;
        return;
      }
      turn = work.steps.next(each.answer);
    }
    this.resume(begun, turn);
  }

  private makeWork(begun: Begun): NonNullable<Begun['work']> {
    const { line } = begun.scripted;
    const out = new Printer();
    const { machine, files } = this;
    const shell: Shell = {
      cpu: line.cpu,
      pid: 0,
      shellPid: 0,
      words: new Words(line.words),
      out,
      stdin: line.stdin,
      files,
      storage: this.storage,
      traceFrom: begun.traceFrom,
      last: begun.last,
      jobs: () => this.jobsOf(line.process),
      kernel: machine.generation,
    };
    const steps = live(shell, {
      process: line.process,
      pipelines: line.pipelines ?? [{ after: 'anything', commands: [{ words: line.words, redirects: [] }] }],
      variables: { status: begun.last?.status ?? 0, lastJob: begun.lastJob },
      background: begun.job > 0,
      began: (pid, isShell) => {
        begun.pid = pid;
        begun.isShell = isShell;
      },
    });
    return { steps, out, next: undefined };
  }

  /** The files as they are at the machine's present step. */
  get storage(): Storage {
    const { machine, fileSystem } = this;
    return {
      read: (path) => fileSystem.read(path, machine.stepNumber),
      list: (folder) => fileSystem.list(folder, machine.stepNumber),
      entry: (path) => fileSystem.entry(path, machine.stepNumber),
      write: (path, bytes) => fileSystem.write(path, bytes, machine.stepNumber),
      remove: (path) => fileSystem.remove(path, machine.stepNumber),
    };
  }

  private jobsOf(process: string): readonly BackgroundJob[] {
    const open = this.lanes.get(process)?.open ?? [];
    return open
      .filter((each) => each.job > 0)
      .map(({ job, pid, scripted }) => ({ number: job, pid, text: commandText(scripted) }));
  }

  // ---- going on

  /** True while the machine has to stand still because a command works. */
  get isWorking(): boolean {
    return this.working !== undefined;
  }

  /** After a step: how many more there can be before there may be something to do, unless a system call ends or a signal comes. */
  quietSteps(): number {
    const { stepNumber } = this.machine;
    let quiet = Number.POSITIVE_INFINITY;
    for (const { lines, begun, open } of this.lanes.values()) {
      if (open.some(isWatching)) return 0;
      const next = lines[begun.length];
      if (next !== undefined && next.notBefore >= stepNumber) quiet = Math.min(quiet, next.notBefore - stepNumber);
    }
    return quiet;
  }

  /** Ends what is done and begins what can be begun. To be called before each step of a machine that makes new history. */
  proceed(): void {
    if (this.working !== undefined && !this.workOn(this.working)) return;
    for (const lane of this.lanes.values()) {
      while (this.proceedIn(lane)) if (this.working !== undefined) return;
    }
  }

  /** True once the work has ended. */
  private workOn(begun: Begun): boolean {
    const asked = begun.asked[begun.asked.length - 1];
    if (asked.request.is !== 'work') return true;
    asked.job ??= asked.request.begin();
    const signal = pendingSignal(this.machine.kernel, begun.pid);
    const result = signal === 0 ? asked.job.advance(WORK_BUDGET) : new Killed(signal);
    if (result === undefined) return false;
    this.working = undefined;
    this.give(begun, asked, result);
    return true;
  }

  private proceedIn(lane: Lane): boolean {
    for (const begun of lane.open) if (this.continue(begun)) return true;
    const next = lane.lines[lane.begun.length];
    if (next === undefined || next.notBefore > this.machine.stepNumber) return false;
    const foreground = lane.open.find((each) => each.job === 0);
    if (isInterrupt(next)) this.interrupt(lane, next, foreground);
    else if (foreground === undefined) this.begin(lane, next);
    else return false;
    return true;
  }

  private interrupt(lane: Lane, scripted: Scripted, foreground: Begun | undefined): void {
    const { machine } = this;
    const begun = this.newBegun(lane, scripted);
    begun.finishedAt = machine.stepNumber;
    if (foreground !== undefined) machine.act(() => raiseSignal(machine.kernel, foreground.pid, SIGINT));
    lane.begun.push(begun);
  }

  private newBegun(lane: Lane, scripted: Scripted): Begun {
    const lastJob = lane.begun.findLast((each) => each.job > 0);
    const numbers = lane.open.map((each) => each.job);
    return {
      step: this.machine.stepNumber,
      scripted,
      traceEnd: this.machine.trace.end,
      traceFrom: this.traceRead(),
      last: lane.begun.findLast((each) => each.ended !== undefined && each.job === 0 && !isAssertion(each))?.ended,
      lastJob: lastJob?.pid ?? 0,
      job: scripted.line.background === true ? Math.max(0, ...numbers) + 1 : 0,
      pid: 0,
      isShell: false,
      asked: [],
      work: undefined,
      finishedAt: undefined,
      ended: undefined,
    };
  }

  private begin(lane: Lane, scripted: Scripted): void {
    const begun = this.newBegun(lane, scripted);
    lane.begun.push(begun);
    lane.open.push(begun);
    begun.work = this.makeWork(begun);
    this.resume(begun, begun.work.steps.next());
  }

  /** Record at which the last reader of trace_pipe stopped: it reads when it begins. */
  private traceRead(): number {
    const readers = [...this.lanes.values()].flatMap(({ begun }) =>
      begun.filter(({ scripted }) => readsTrace(scripted.line)),
    );
    return Math.max(0, ...readers.map((each) => each.traceEnd));
  }

  /** True if the line has come further. */
  private continue(begun: Begun): boolean {
    const { work } = begun;
    assert(work !== undefined, 'a line that has not ended has work');
    const asked = begun.asked.at(-1);
    if (asked === undefined || asked.answeredAt !== undefined) {
      if (work.next !== undefined) this.ask(begun, work.next);
      return true;
    }
    const answer = this.signalled(begun, asked) ?? this.answerOf(asked);
    if (answer === undefined) return false;
    this.give(begun, asked, answer.value);
    return true;
  }

  /** Makes a request; what is done at once is answered at once. */
  private ask(begun: Begun, request: Request): void {
    const { machine } = this;
    const asked: Asked = {
      step: machine.stepNumber,
      request,
      call: this.spawn(request, begun.pid),
      fires: machine.kernel.globals().fires,
      answeredAt: undefined,
      answer: undefined,
    };
    begun.asked.push(asked);
    if (request.is === 'work') this.working = begun;
    if (request.is !== 'do') return;
    asked.answer = request.perform(machine);
    asked.answeredAt = asked.step;
    if (request.is === 'do' && begun.job > 0 && begun.pid === 0) this.hand(begun, asked.answer, true);
    else this.hand(begun, asked.answer);
  }

  /** The system call that a request is, or that wakes it; 0 if there is none. */
  private spawn(request: Request, pid: number): CallId {
    const { machine } = this;
    const cpu = request.is === 'call' || request.is === 'until' ? this.cpuOf(pid, request.cpu) : 0;
    if (request.is === 'call') return machine.spawn(cpu, request.routine, request.args, request.due, pid);
    if (request.is !== 'until' || request.due === undefined) return 0;
    return machine.spawn(cpu, 'sys_nanosleep', [], request.due, pid);
  }

  /** Where a process runs: a command of its own may have been moved. */
  private cpuOf(pid: number, cpu: number): number {
    const task = tasksInOrder(this.machine.kernel).find((each) => each.pid === pid);
    return task?.kind === TASK_COMMAND ? task.cpu : cpu;
  }

  /** A signal for the process ends what it waits for; a system call that has begun goes on to its end first. */
  private signalled(begun: Begun, { request, call }: Asked): { readonly value: Killed } | undefined {
    const { machine } = this;
    if (request.is === 'call' && request.routine === 'sys_exit') return undefined;
    const signal = begun.pid === 0 ? 0 : pendingSignal(machine.kernel, begun.pid);
    if (signal === 0) return undefined;
    if (call !== 0 && machine.isQueued(call)) machine.withdraw(call);
    if (call !== 0 && !machine.resultOf(call).done) return undefined;
    if (begun.isShell) machine.act(() => clearSignal(machine.kernel, begun.pid));
    return { value: new Killed(signal) };
  }

  /** The answer, if it has come. */
  private answerOf({ request, call, fires }: Asked): { readonly value: unknown } | undefined {
    const { machine } = this;
    if (request.is === 'fire') return machine.kernel.globals().fires === fires ? undefined : { value: true };
    if (request.is === 'until') return this.readiness(request.ready(machine), call);
    const result = machine.resultOf(call);
    return result.done ? { value: result } : undefined;
  }

  /** What became of a wait that a sleeping call may end. */
  private readiness(value: unknown, call: CallId): { readonly value: unknown } | undefined {
    const { machine } = this;
    if (call === 0) return value === undefined ? undefined : { value };
    if (value !== undefined && machine.isQueued(call)) machine.withdraw(call);
    return machine.resultOf(call).done ? { value: value ?? false } : undefined;
  }

  private give(begun: Begun, asked: Asked, answer: unknown): void {
    asked.answeredAt = this.machine.stepNumber;
    asked.answer = answer;
    if (asked.call !== 0) this.machine.release(asked.call);
    this.hand(begun, answer);
  }

  /** `isBeginning`: the process may be known after this, and its shell says so. */
  private hand(begun: Begun, answer: unknown, isBeginning = false): void {
    if (begun.work === undefined) return;
    const turn = begun.work.steps.next(answer);
    if (isBeginning && begun.pid !== 0) this.announce(begun);
    this.resume(begun, turn);
  }

  private resume(begun: Begun, turn: IteratorResult<Request, number>): void {
    const { work } = begun;
    if (work === undefined) return;
    work.next = turn.done ? undefined : turn.value;
    if (turn.done) this.finish(begun, work.out, turn.value);
  }

  private finish(begun: Begun, out: Printer, status: number): void {
    begun.finishedAt = this.machine.stepNumber;
    begun.work = undefined;
    const lane = this.lanes.get(begun.scripted.line.process);
    if (lane !== undefined) lane.open = lane.open.filter((each) => each !== begun);
    if (begun.job > 0) out.stderr += endOfJob(begun.job, status & 0xff, begun.scripted);
    begun.ended = this.note(begun, begun.job > 0 ? '' : begun.scripted.text, out, status & 0xff);
  }

  /** `[1] 1003`, when a background command has begun. */
  private announce(begun: Begun): void {
    const out = new Printer();
    out.stdout = `[${begun.job}] ${begun.pid}\n`;
    this.note(begun, begun.scripted.text, out, 0);
  }

  private note({ scripted }: Begun, line: string, { stdout, stderr, run }: Printer, status: number): Ended {
    const { stepNumber: step, clock } = this.machine;
    const { lineNo } = scripted;
    const { process } = scripted.line;
    const ended: Ended = { status, text: (stdout + stderr).replace(/\n$/, ''), run };
    this.outputs.push({ ...ended, step, clock, process, line, lineNo, failed: status !== 0, stdout, stderr });
    return ended;
  }

  // ---- standing still

  /** True once every line has ended. */
  get isDone(): boolean {
    return [...this.lanes.keys()].every((process) => this.isWaitedFor(process) === false) && this.open().length === 0;
  }

  private open(): readonly Begun[] {
    return [...this.lanes.values()].flatMap((lane) => lane.open);
  }

  /** True while a shell has a line to begin, or waits for one to end. */
  isWaitedFor(process: string): boolean {
    const lane = this.lanes.get(process);
    if (lane === undefined) return false;
    return lane.begun.length < lane.lines.length || lane.open.some((each) => each.job === 0);
  }

  /** The shells whose last line has begun and not ended. */
  get busy(): readonly string[] {
    return [...this.lanes].flatMap(([name, { open }]) => (open.some((each) => each.job === 0) ? [name] : []));
  }

  /** Lines that wait for a timer callback that will never come end here: the machine is idle. True if there were any. */
  giveUpWaiting(): boolean {
    const waiting = this.open().filter((each) => each.asked.at(-1)?.request.is === 'fire');
    for (const each of waiting) this.give(each, each.asked[each.asked.length - 1], false);
    return waiting.length > 0;
  }
}

const commandText = ({ text }: Scripted): string =>
  text
    .replace(/^\s*\[[^\]]*\]\s*/, '')
    .replace(/\s*&\s*$/, '')
    .trim();

/** What a shell says when a background command has ended. */
function endOfJob(job: number, status: number, scripted: Scripted): string {
  const state = status === 0 ? 'Done' : (SIGNALLED.get(status) ?? `Exit ${status}`);
  return `[${job}]+  ${state.padEnd(23)} ${commandText(scripted)}\n`;
}

const SIGNALLED: ReadonlyMap<number, string> = new Map([
  [129, 'Hangup'],
  [130, 'Interrupt'],
  [137, 'Killed'],
  [143, 'Terminated'],
]);
