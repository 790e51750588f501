import { factsOf, inputsOf, objectOf, openScenario, typesOf, verifySource, whyOf } from '../engine/engine.ts';
import type { Diagnostic } from '../engine/program/diagnostic.ts';
import { memoryAnswer } from '../engine/scenario/memory-answer.ts';
import type { MachineAnswer, Stop, Until, VerifyAnswer } from '../engine/scenario/queries.ts';
import type { Session } from '../engine/scenario/session.ts';
import type { Job } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';
import { Pace, STEPS_PER_LOOK } from './pace.ts';
import { CONTROL, type Reply, type Request, type Requests } from './protocol.ts';
import { logBuffers } from './transfer.ts';

/** What the handler needs of where it runs: a clock in ms, a turn of the event loop, a way out. */
export interface Host {
  now(): number;
  later(work: () => void): void;
  /** `handedOver`: what of the reply need not be copied, as nobody needs it any more on this side. */
  post(reply: Reply, handedOver?: readonly ArrayBuffer[]): void;
}

/** The event loop gets its turn after this many ms. */
const SLICE_MS = 8;
const VIEW_MS = 16;
const PROGRESS_MS = 100;

/** A piece of work under way for a request: one slice, then whether it goes on. */
interface Task {
  readonly id: number;
  /** Works for about the time left; true when finished (it has replied then). */
  slice(until: number): boolean;
}

type Answer = Requests[keyof Requests]['answer'];

/** The worker's end of the protocol, without a worker: tests and hosts call it. */
export class Handler {
  private readonly host: Host;
  private tasks: Task[] = [];
  private session: Session | undefined;
  private scheduled = false;
  readonly control: Int32Array;

  constructor(host: Host, control: Int32Array = new Int32Array(CONTROL.words)) {
    this.host = host;
    this.control = control;
  }

  /** No request is being worked on. */
  get isIdle(): boolean {
    return this.tasks.length === 0;
  }

  /** Takes a request; every answer goes to `host.post`. */
  handle(request: Request): void {
    this.guarded(() => this.dispatch(request));
  }

  private dispatch(request: Request): void {
    switch (request.do) {
      case 'verify': {
        const { source, level, machine } = request.ask;
        return this.startVerification(request.id, verifySource(source, level, machine));
      }
      case 'open':
        return this.open(request.id, request.ask.scenario);
      case 'run':
        return this.withSession(request.id, (session) => this.run(request.id, session, request.ask));
      case 'pause':
        return this.pause(request.id);
      case 'step':
        return this.withSession(request.id, (s) =>
          this.startMove(request.id, s, s.step(request.ask.how, request.ask.cpu)),
        );
      case 'seek':
        return this.withSession(request.id, (s) => this.startMove(request.id, s, s.seek(request.ask.to)));
      case 'files':
        return this.withSession(request.id, (s) => this.exchangeFiles(request.id, s, request.ask.files));
      case 'command':
        return this.withSession(request.id, (s) => this.startMove(request.id, s, s.command(request.ask.line)));
      case 'complete':
        return this.withSession(request.id, (s) =>
          this.done(request.id, s.complete(request.ask.line, request.ask.cursor)),
        );
      case 'machine':
        return this.withSession(request.id, (s) => this.done(request.id, s.answer()));
      case 'types':
        return this.done(request.id, typesOf(request.ask.source, request.ask.machine));
      case 'inputs':
        return this.done(request.id, inputsOf(request.ask.source));
      case 'facts': {
        const { source, program, machine } = request.ask;
        return this.startJob(request.id, factsOf(source, program, machine));
      }
      case 'why': {
        const { source, program, machine } = request.ask;
        return this.startJob(request.id, whyOf(source, program, machine));
      }
      case 'object': {
        const bytes = objectOf(request.ask.source);
        return bytes.ok ? this.done(request.id, bytes.value) : this.failed(request.id, bytes.error);
      }
      case 'graph':
        return this.withSession(request.id, (s) => this.done(request.id, s.graph()));
      case 'memory':
        return this.withSession(request.id, ({ machine }) =>
          this.done(request.id, memoryAnswer(machine, request.ask.address, request.ask.length)),
        );
      case 'trace':
        return this.withSession(request.id, (s) =>
          this.done(request.id, s.trace(request.ask.from, request.ask.namesFrom)),
        );
      case 'scenario':
        return this.withSession(request.id, (s) => this.done(request.id, s.scenario()));
      case 'cancel':
        return this.cancel(request.target);
    }
  }

  private exchangeFiles(id: number, session: Session, files: Parameters<Session['setFiles']>[0]): void {
    session.setFiles(files);
    this.done(id, session.answer());
  }

  private open(id: number, scenario: Parameters<typeof openScenario>[0]): void {
    this.stopRuns();
    this.start(
      jobTask(id, this.host, openScenario(scenario), (opened) => {
        this.session = opened.session;
        this.done(id, opened.answer);
      }),
    );
  }

  private withSession(id: number, work: (session: Session) => void): void {
    if (this.session !== undefined) return work(this.session);
    this.failed(id, [{ severity: 'error', message: 'no scenario is open, so there is no machine' }]);
  }

  private run(id: number, session: Session, ask: { until: Until; speed: number }): void {
    this.stopRuns();
    Atomics.store(this.control, CONTROL.stop, 0);
    Atomics.store(this.control, CONTROL.running, 1);
    this.start(new RunTask(id, session, ask, this.host, this.control, (answer) => this.endRun(id, answer)));
  }

  private endRun(id: number, answer: MachineAnswer): void {
    Atomics.store(this.control, CONTROL.running, 0);
    this.done(id, answer);
  }

  private pause(id: number): void {
    this.stopRuns();
    this.withSession(id, (session) => this.done(id, session.answer()));
  }

  /** Ends every run under way; each is answered with where it stands. */
  private stopRuns(): void {
    const runs = this.tasks.filter((task) => task instanceof RunTask);
    this.tasks = this.tasks.filter((task) => !(task instanceof RunTask));
    for (const run of runs) run.stop();
  }

  private startMove(id: number, session: Session, job: Job<Result<void, readonly Diagnostic[]>>): void {
    this.stopRuns();
    this.start(jobTask(id, this.host, job, (result) => this.reply(id, result, () => session.answer())));
  }

  private startVerification(id: number, job: Job<VerifyAnswer>): void {
    this.start(jobTask(id, this.host, job, (answer) => this.host.post({ is: 'done', id, answer }, logBuffers(answer))));
  }

  private startJob(id: number, job: Job<Answer>): void {
    this.start(jobTask(id, this.host, job, (answer) => this.done(id, answer)));
  }

  private start(task: Task): void {
    this.tasks.push(task);
    this.schedule();
  }

  private cancel(target: number): void {
    const task = this.tasks.find((candidate) => candidate.id === target);
    if (task === undefined) return;
    if (task instanceof RunTask) return this.stopRuns();
    this.tasks = this.tasks.filter((candidate) => candidate !== task);
    this.host.post({ is: 'cancelled', id: target });
  }

  private schedule(): void {
    if (this.scheduled || this.tasks.length === 0) return;
    this.scheduled = true;
    this.host.later(() => this.guarded(() => this.turn()));
  }

  /** One turn: the oldest task works for a slice, then goes to the end of the line. */
  private turn(): void {
    this.scheduled = false;
    const task = this.tasks.shift();
    if (task !== undefined && !task.slice(this.host.now() + SLICE_MS)) this.tasks.push(task);
    this.schedule();
  }

  private reply(id: number, result: Result<void, readonly Diagnostic[]>, answer: () => Answer): void {
    if (result.ok) this.done(id, answer());
    else this.failed(id, result.error);
  }

  private done(id: number, answer: Answer): void {
    this.host.post({ is: 'done', id, answer });
  }

  private failed(id: number, diagnostics: readonly Diagnostic[]): void {
    this.host.post({ is: 'failed', id, diagnostics });
  }

  /** A bug of ours ends the worker's usefulness; the page hears of it with the way to get there. */
  private guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.tasks = [];
      const message = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
      this.host.post({ is: 'crash', message, replay: this.session?.replay() ?? '' });
    }
  }
}

/** Runs a job in slices, with progress, and hands its result over. */
function jobTask<T>(id: number, host: Host, job: Job<T>, finished: (result: T) => void): Task {
  let reported = host.now();
  return {
    id,
    slice(until) {
      do {
        const result = job.advance(STEPS_PER_LOOK);
        if (result === undefined) continue;
        finished(result);
        return true;
      } while (host.now() < until);
      if (host.now() - reported > PROGRESS_MS) {
        reported = host.now();
        host.post({ is: 'progress', id, ...job.progress });
      }
      return false;
    },
  };
}

/** The machine running: as fast as it goes or paced, with views on the way. */
class RunTask implements Task {
  readonly id: number;
  private readonly session: Session;
  private readonly until: Until;
  private readonly pace: Pace;
  private readonly host: Host;
  private readonly control: Int32Array;
  private readonly ended: (answer: MachineAnswer) => void;
  private viewedAt: number;
  private traceFrom: number;
  private namesFrom: number;

  constructor(
    id: number,
    session: Session,
    ask: { until: Until; speed: number },
    host: Host,
    control: Int32Array,
    ended: (answer: MachineAnswer) => void,
  ) {
    this.id = id;
    this.session = session;
    this.until = ask.until;
    this.pace = new Pace(ask.speed, host.now(), session.clockNs(), session.stepNo());
    this.host = host;
    this.control = control;
    this.ended = ended;
    this.viewedAt = host.now();
    const { records, names } = session.traceEnd();
    this.traceFrom = records;
    this.namesFrom = names;
  }

  slice(until: number): boolean {
    do {
      if (Atomics.load(this.control, CONTROL.stop) !== 0) return this.stop();
      const { clock, steps } = this.pace.next(this.host.now(), this.session.clockNs(), this.session.stepNo());
      const stop = this.session.advance(this.until, clock, steps);
      if (stop === 'limit') break;
      if (stop !== undefined) return this.end(stop);
    } while (this.host.now() < until);
    this.publish();
    return false;
  }

  /** Ends the run where it stands. */
  stop(): true {
    return this.end({ why: 'paused' });
  }

  private end(stop: Stop): true {
    this.publishControl();
    this.ended({ ...this.session.answer(), stop });
    return true;
  }

  private publish(): void {
    this.publishControl();
    if (this.host.now() - this.viewedAt < VIEW_MS) return;
    this.viewedAt = this.host.now();
    const trace = this.session.trace(this.traceFrom, this.namesFrom);
    const end = this.session.traceEnd();
    this.traceFrom = end.records;
    this.namesFrom = end.names;
    this.host.post({ is: 'view', machine: this.session.answer(), trace });
  }

  private publishControl(): void {
    const step = this.session.stepNo();
    const clock = this.session.clockNs();
    const TWO32 = 0x1_0000_0000;
    this.control[CONTROL.stepLow] = (step % TWO32) | 0;
    this.control[CONTROL.stepHigh] = (step / TWO32) | 0;
    this.control[CONTROL.clockLow] = (clock % TWO32) | 0;
    this.control[CONTROL.clockHigh] = (clock / TWO32) | 0;
  }
}
