import { assert } from '../../lib/assert.ts';
import type { CallId, Machine } from '../kernel/machine.ts';
import { COMMANDS } from './commands.ts';
import type { ScriptLine } from './script.ts';
import { type Ended, type ObjectFiles, Printer, type Shell } from './shell.ts';
import { perform, type Request, type Steps } from './steps.ts';
import { readsTrace } from './trace-pipe.ts';
import { Failure, Words } from './words.ts';

/**
 * The processes of a scenario: each runs the commands of its script lines, one after the other. What a process has begun
 * is on record with every request it made, the answers, and the steps at which they came. Going back does not touch the
 * record, for the machine replays the same requests; a run that goes another way forgets what came later, and makes the
 * command that was under way anew from the answers that are left.
 */

/** A request that was made. */
interface Asked {
  readonly step: number;
  readonly request: Request;
  /** What is waited for. */
  readonly call: CallId;
  readonly fires: number;
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
  readonly line: string;
  /** Line of the scenario's script, from 1. */
  readonly lineNo: number;
  readonly failed: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Assertions look at what the command before them did. */
const isAssertion = ({ scripted }: Begun): boolean => scripted.line.words[0]?.text === 'assert';

/** A script line with its text, as it stands in the scenario. */
export interface Scripted {
  readonly text: string;
  /** Its number in the script, from 1. */
  readonly lineNo: number;
  readonly line: ScriptLine;
  /** Not to be begun before this step: when it was typed. */
  readonly notBefore: number;
}

/** The lines of one process. */
interface Lane {
  readonly lines: Scripted[];
  begun: Begun[];
}

export class Processes {
  private readonly machine: Machine;
  private readonly files: ObjectFiles;
  private readonly lanes = new Map<string, Lane>();
  private outputs: Output[] = [];

  constructor(machine: Machine, files: ObjectFiles, script: readonly Scripted[]) {
    this.machine = machine;
    this.files = files;
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

  /** Appends a line to those of its process. */
  append(scripted: Scripted): void {
    const { process } = scripted.line;
    const lane = this.lanes.get(process) ?? { lines: [], begun: [] };
    this.lanes.set(process, lane);
    lane.lines.push(scripted);
  }

  /** Forgets what was begun, answered and typed from a step on: the run goes another way from there. */
  branchAt(step: number): void {
    this.outputs = this.outputs.filter((each) => each.step < step);
    for (const lane of this.lanes.values()) {
      lane.begun = lane.begun.filter((each) => each.step < step);
      for (const begun of lane.begun) this.forget(begun, step);
      const kept = lane.lines.filter((each) => each.notBefore <= step);
      lane.lines.splice(0, lane.lines.length, ...kept);
    }
  }

  private forget(begun: Begun, step: number): void {
    const kept = begun.asked.filter((each) => each.step < step);
    const open = kept.at(-1);
    if (open?.answeredAt !== undefined && open.answeredAt >= step) open.answeredAt = undefined;
    const isWhole = begun.finishedAt !== undefined && begun.finishedAt < step;
    if (isWhole) return;
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
      if (each.answeredAt === undefined) return;
      turn = work.steps.next(each.answer);
    }
    this.resume(begun, turn);
  }

  private makeWork({ scripted, traceFrom, last }: Begun): NonNullable<Begun['work']> {
    const { line } = scripted;
    const words = new Words(line.words);
    const name = words.next() ?? '';
    const out = new Printer();
    const { machine, files } = this;
    const { cpu, stdin } = line;
    const shell: Shell = { cpu, words, out, stdin, files, traceFrom, last, kernel: machine.generation };
    return { steps: run(shell, name), out, next: undefined };
  }

  // ---- going on

  /** Ends what is done and begins what can be begun. To be called before each step of a machine that makes new history. */
  proceed(): void {
    for (const lane of this.lanes.values()) {
      while (this.proceedIn(lane));
    }
  }

  private proceedIn(lane: Lane): boolean {
    const last = lane.begun.at(-1);
    if (last !== undefined && last.finishedAt === undefined) return this.continue(last);
    const next = lane.lines[lane.begun.length];
    if (next === undefined || next.notBefore > this.machine.stepNumber) return false;
    lane.begun.push(this.begin(next, lane));
    return true;
  }

  private begin(scripted: Scripted, lane: Lane): Begun {
    const begun: Begun = {
      step: this.machine.stepNumber,
      scripted,
      traceEnd: this.machine.trace.end,
      traceFrom: this.traceRead(),
      last: lane.begun.findLast((each) => !isAssertion(each))?.ended,
      ended: undefined,
      asked: [],
      work: undefined,
      finishedAt: undefined,
    };
    begun.work = this.makeWork(begun);
    this.resume(begun, begun.work.steps.next());
    return begun;
  }

  /** Record at which the last reader of trace_pipe stopped: it reads when it begins. */
  private traceRead(): number {
    const readers = [...this.lanes.values()].flatMap(({ begun }) =>
      begun.filter(({ scripted }) => readsTrace(scripted.line.words)),
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
    const answer = this.answerOf(asked);
    if (answer === undefined) return false;
    this.give(begun, asked, answer.value);
    return true;
  }

  /** Makes a request; what is done at once is answered at once. */
  private ask(begun: Begun, request: Request): void {
    const { machine } = this;
    const step = machine.stepNumber;
    const open = { step, request, call: 0, fires: 0, answeredAt: undefined, answer: undefined };
    switch (request.is) {
      case 'do': {
        const asked: Asked = { ...open };
        begun.asked.push(asked);
        asked.answer = request.perform(machine);
        asked.answeredAt = step;
        this.hand(begun, asked.answer);
        return;
      }
      case 'call': {
        const { cpu, routine, args, due } = request;
        begun.asked.push({ ...open, call: machine.spawn(cpu, routine, args, due) });
        return;
      }
      case 'fire':
        begun.asked.push({ ...open, fires: machine.kernel.globals().fires });
    }
  }

  /** The answer, if it has come. */
  private answerOf({ request, call, fires }: Asked): { readonly value: unknown } | undefined {
    const { machine } = this;
    if (request.is === 'fire') return machine.kernel.globals().fires === fires ? undefined : { value: true };
    const result = machine.resultOf(call);
    return result.done ? { value: result } : undefined;
  }

  private give(begun: Begun, asked: Asked, answer: unknown): void {
    asked.answeredAt = this.machine.stepNumber;
    asked.answer = answer;
    if (asked.request.is === 'call') this.machine.release(asked.call);
    this.hand(begun, answer);
  }

  private hand(begun: Begun, answer: unknown): void {
    if (begun.work !== undefined) this.resume(begun, begun.work.steps.next(answer));
  }

  private resume(begun: Begun, turn: IteratorResult<Request, number>): void {
    const { work } = begun;
    if (work === undefined) return;
    work.next = turn.done ? undefined : turn.value;
    if (turn.done) this.finish(begun, work.out, turn.value);
  }

  private finish(begun: Begun, { stdout, stderr, run }: Printer, status: number): void {
    const { stepNumber: step, clock } = this.machine;
    begun.finishedAt = step;
    begun.work = undefined;
    const { text: line, lineNo } = begun.scripted;
    begun.ended = { status: status & 0xff, text: (stdout + stderr).replace(/\n$/, ''), run };
    this.outputs.push({ ...begun.ended, step, clock, line, lineNo, failed: status !== 0, stdout, stderr });
  }

  // ---- standing still

  /** True once every line has ended. */
  get isDone(): boolean {
    return [...this.lanes.values()].every(
      ({ lines, begun }) => begun.length === lines.length && begun.every((each) => each.finishedAt !== undefined),
    );
  }

  /** Lines that wait for a timer callback that will never come end here: the machine is idle. True if there were any. */
  giveUpWaiting(): boolean {
    let any = false;
    for (const lane of this.lanes.values()) {
      const last = lane.begun.at(-1);
      const asked = last?.asked.at(-1);
      if (last === undefined || last.finishedAt !== undefined || asked?.request.is !== 'fire') continue;
      this.give(last, asked, false);
      any = true;
    }
    return any;
  }
}

/** A command with its failures printed as it would print them. */
function* run(shell: Shell, name: string): Steps<number> {
  try {
    const cpus = yield* perform(({ kernel }) => kernel.cpus);
    if (shell.cpu >= cpus) throw new Failure(`CPU ${shell.cpu} does not exist`);
    if (!Object.hasOwn(COMMANDS, name)) throw new Failure(`${name}: command not found`, 127);
    return yield* COMMANDS[name].run(shell);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.message !== '') shell.out.stderr += `${error.message}\n`;
    return error.status;
  }
}
