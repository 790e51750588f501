import type { Diagnostic } from '../../engine/program/diagnostic.ts';
import type { MachineAnswer, OpenAnswer, StepHow, TraceAnswer } from '../../engine/scenario/queries.ts';
import type { View } from '../../engine/scenario/scenario.ts';
import { type Client, type ClientEvents, RequestCancelled, RequestFailed } from '../../worker/client.ts';
import type { Requests } from '../../worker/protocol.ts';
import { type Document, scriptFor, toScenario, toScriptText, toSource } from './documents.ts';
import { bpfFrameOf, placeOfCpu } from './places.ts';
import {
  type AppState,
  activeDocument,
  canRun,
  currentVerification,
  focusCpu,
  isAccepted,
  isMachineCurrent,
  type LogLevel,
  loadedPrograms,
  type Reproduction,
  shownMachine,
  shownVerification,
  store,
  type Verification,
} from './store.ts';
import { TraceStore, type TraceView } from './trace-store.ts';

/** Typing pauses for this long before the text is verified. */
const VERIFY_AFTER_MS = 250;

/** A verification that takes longer than this says how far it is. */
const SHOW_PROGRESS_AFTER_MS = 500;

/** What changes nothing, whenever it is asked. */
export type Question = 'graph' | 'memory' | 'types' | 'inputs' | 'facts' | 'why' | 'object' | 'complete';

/** How a typed command ended; what it printed is in the machine's answer. */
export type CommandEnd =
  | { readonly is: 'done' | 'cancelled' }
  /** Its words do not fit, or there is no machine. */
  | { readonly is: 'refused'; readonly diagnostics: readonly Diagnostic[] };

type StandStill = 'run' | 'pause' | 'step' | 'seek' | 'command' | 'machine';

/** Talks to the worker for the page: verifies what is typed, opens, runs and steps the machine. One per worker. */
export class Session {
  private readonly client: Client;
  private trace = new TraceStore();
  private opened: { readonly documentId: string; readonly edit: number } | undefined;
  private verifyTimer: ReturnType<typeof setTimeout> | undefined;
  private verifying: Promise<void> = Promise.resolve();
  private cancelVerify: () => void = () => undefined;
  private asked: { readonly documentId: string; readonly edit: number } | undefined;
  private opening: Promise<boolean> = Promise.resolve(true);
  /** Moves of the machine happen one after the other, however fast the keys are. */
  private moves: Promise<void> = Promise.resolve();
  private standing: MachineAnswer | undefined;
  /** Steps at which the user let the machine stand, to go back to; the last is the latest. */
  private trail: number[] = [];
  private cancelStand: () => void = () => undefined;
  private isCommandPending = false;
  /** What the running machine told last, not shown yet; and until when the page rests, by its clock. */
  private coming: { readonly now: MachineAnswer; readonly trace: TraceView } | undefined;
  private comingTimer: ReturnType<typeof setTimeout> | undefined;
  private restUntil = 0;
  private isDisposed = false;

  constructor(start: (events: ClientEvents) => Client) {
    this.client = start({
      ready: () => undefined,
      view: (machine, trace) => this.showView(machine, trace),
      crash: (message, replay) => store.setState({ crash: { of: 'engine', message, replay }, running: false }),
    });
  }

  dispose(): void {
    clearTimeout(this.verifyTimer);
    this.forgetComing();
    this.isDisposed = true;
    this.client.dispose();
  }

  // ---- verification

  /** To be called after each change of the active document. */
  documentChanged(): void {
    clearTimeout(this.verifyTimer);
    this.verifyTimer = setTimeout(() => this.verifyNow(), VERIFY_AFTER_MS);
  }

  /** To be called after the document got another machine: the one that was opened for it is of no use any more. */
  machineChanged(): void {
    if (store.getState().running) void this.guarded(() => this.pause());
    this.opened = undefined;
    store.setState({ machine: undefined });
    this.verifyNow();
  }

  /** True if the worker has been asked about this edit: what changes now is another one. */
  wasAsked(document: Document): boolean {
    return this.asked?.documentId === document.id && this.asked.edit === document.edit;
  }

  setLogLevel(logLevel: LogLevel): void {
    store.setState({ logLevel });
    this.verifyNow();
  }

  /** Verifies the active document as it stands; opens a machine for it if it has none. */
  verifyNow(): void {
    clearTimeout(this.verifyTimer);
    this.cancelVerify();
    store.setState({ verifying: undefined });
    this.verifying = this.guarded(async () => {
      const document = activeDocument(store.getState());
      if (document === undefined) return;
      const verification = await this.verify(document, store.getState().logLevel);
      store.setState({ verification });
      completeScript(verification);
      const state = store.getState();
      const verified = activeDocument(state);
      if (verified === undefined || verified.edit !== verification.edit) return;
      if (shownMachine(state) === undefined && canRun(verification)) await this.open(verified);
    });
  }

  /** Ends a verification without a verdict; the next edit, or a run, starts another one. */
  stopVerifying(): void {
    this.cancelVerify();
    store.setState({ verifying: { is: 'stopped' } });
  }

  private async verify(document: Document, level: LogLevel): Promise<Verification> {
    const { id: documentId, edit, machine, skip = [] } = document;
    this.asked = { documentId, edit };
    const [progress, endProgress] = this.progressOf(document.programs.length);
    const pending = document.programs.map((file, index) =>
      this.client.ask('verify', { source: toSource(file), level, machine }, (done) => progress(index, done)),
    );
    this.cancelVerify = () => {
      for (const request of pending) request.cancel();
    };
    const answers = await Promise.all(pending.map((request) => request.answer)).finally(endProgress);
    this.cancelVerify = () => undefined;
    return { documentId, edit, level, machine, answers, skip };
  }

  /** Sums up how far the files are, and shows it once it takes long; silent as soon as another verification began. */
  private progressOf(files: number): [progress: (file: number, done: number) => void, end: () => void] {
    const { asked } = this;
    const startedAt = performance.now();
    const done = new Array<number>(files).fill(0);
    const show = (verifying: AppState['verifying']) => {
      const isOurs = this.asked === asked && store.getState().verifying?.is !== 'stopped';
      if (isOurs) store.setState({ verifying });
    };
    const progress = (file: number, count: number) => {
      done[file] = count;
      if (performance.now() - startedAt < SHOW_PROGRESS_AFTER_MS) return;
      show({ is: 'running', done: done.reduce((sum, each) => sum + each, 0) });
    };
    return [progress, () => show(undefined)];
  }

  // ---- the machine

  /** Opens the document in the worker and stands at step 0. False if nothing of it can run. */
  private open(document: Document): Promise<boolean> {
    const opened = this.opening.catch(() => false).then(() => this.openNow(document));
    this.opening = opened;
    return opened;
  }

  private async openNow(document: Document): Promise<boolean> {
    if (store.getState().activeId !== document.id) return false;
    this.opened = undefined;
    const answer: OpenAnswer = await this.client.ask('open', { scenario: toScenario(document) }).answer;
    if (isReplaced(document)) return false;
    if (!answer.runnable) {
      noticeOf('This cannot run.', answer.diagnostics);
      return false;
    }
    this.opened = { documentId: document.id, edit: document.edit };
    this.forgetComing();
    this.trace = new TraceStore();
    this.trail = [];
    this.standing = undefined;
    store.setState({ machine: undefined, reproduction: undefined });
    await this.stand('machine', {});
    return true;
  }

  /**
   * Makes sure that there is a machine to run. A text that changed and is accepted gets a new one; while the text is
   * rejected, the machine of an earlier edit goes on.
   */
  private async ensureMachine(): Promise<boolean> {
    if (isMachineCurrent(store.getState())) return true;
    if (currentVerification(store.getState()) === undefined) this.verifyNow();
    await this.verifying;
    const state = store.getState();
    if (isMachineCurrent(state)) return true;
    const document = activeDocument(state);
    const verification = currentVerification(state);
    if (document === undefined || verification === undefined) return false;
    if (isAccepted(verification) || shownMachine(state) === undefined) return this.open(document);
    return true;
  }

  /** To be called after the active document got other files beside its programs. */
  filesChanged(): void {
    void this.guarded(async () => {
      await this.opening.catch(() => false);
      const document = activeDocument(store.getState());
      if (document === undefined || this.opened?.documentId !== document.id) return;
      await this.client.ask('files', { files: document.files ?? [] }).answer;
    });
  }

  runOrPause(): void {
    if (store.getState().running) void this.guarded(() => this.pause());
    else this.move(() => this.run());
  }

  /** Takes effect at once, also while the machine runs. */
  setSpeed(speed: number): void {
    const isRunning = store.getState().running;
    store.setState({ speed });
    if (isRunning) this.move(() => this.run());
  }

  /** Puts a move behind those under way; a run is ended for it. */
  private move(action: () => Promise<void>): void {
    if (store.getState().running) void this.guarded(() => this.pause());
    this.moves = this.moves.then(() => this.guarded(action));
  }

  private async run(): Promise<void> {
    if (!(await this.ensureMachine())) return;
    const { machine, speed } = store.getState();
    if (machine?.now.stop.why === 'idle' && machine.now.step > 0) await this.seekTo(0);
    this.leaveMark();
    store.setState({ running: true });
    try {
      await this.stand('run', { until: { is: 'idle' }, speed });
    } finally {
      store.setState({ running: false });
    }
  }

  private async pause(): Promise<void> {
    await this.client.ask('pause', {}).answer;
  }

  step(how: StepHow): void {
    const { scope } = store.getState();
    this.makeStep(scope === 'machine' ? { how } : { how, cpu: scope });
  }

  /** The oldest stores in the store buffer of a CPU become visible. */
  drain(cpu: number): void {
    this.makeStep({ how: 'drain', cpu });
  }

  private makeStep(ask: Requests['step']['ask']): void {
    this.move(async () => {
      if (!(await this.ensureMachine())) return;
      this.leaveMark();
      await this.stand('step', ask);
    });
  }

  /** Undoes the last step or run; where there is none to undo, goes back one step. */
  back(): void {
    this.move(async () => {
      const now = shownMachine(store.getState())?.now.step ?? 0;
      while (this.trail.length > 0 && this.trail[this.trail.length - 1] >= now) this.trail.pop();
      const to = this.trail.pop() ?? now - 1;
      if (to >= 0) await this.seekTo(to);
    });
  }

  seek(step: number): void {
    this.move(() => this.seekTo(step));
  }

  /**
   * Types a command; the worker appends it to the scenario, and the document's script follows. Resolves when the command
   * has ended or was cancelled; a cancelled one goes on when the machine does.
   */
  async command(line: string): Promise<CommandEnd> {
    let end: CommandEnd = { is: 'cancelled' };
    this.move(async () => {
      end = await this.type(line);
    });
    await this.moves;
    return end;
  }

  private async type(line: string): Promise<CommandEnd> {
    if (!(await this.ensureMachine())) return { is: 'refused', diagnostics: [NO_MACHINE] };
    this.leaveMark();
    const end = await this.playCommand(line);
    if (end.is !== 'refused') await this.keepScript();
    return end;
  }

  private async playCommand(line: string): Promise<CommandEnd> {
    try {
      await this.stand('command', { line });
      return { is: 'done' };
    } catch (error) {
      if (error instanceof RequestFailed) return { is: 'refused', diagnostics: error.diagnostics };
      // A worker that is gone answers nothing any more.
      if (!(error instanceof RequestCancelled) || this.isDisposed || store.getState().crash !== undefined) throw error;
      await this.stand('machine', {});
      return { is: 'cancelled' };
    }
  }

  /** Ends the waiting for a command that was typed; false if nobody waits. */
  cancelCommand(): boolean {
    const isWaiting = this.isCommandPending;
    this.cancelStand();
    return isWaiting;
  }

  private async keepScript(): Promise<void> {
    const scenario = await this.client.ask('scenario', {}).answer;
    const { opened } = this;
    store.setState((state) => ({
      documents: state.documents.map((document) =>
        document.id === opened?.documentId ? { ...document, script: toScriptText(scenario.script) } : document,
      ),
    }));
  }

  /** Asks about the machine as it stands, or about a file; undefined where the worker has no answer. */
  async query<N extends Question>(name: N, ask: Requests[N]['ask']): Promise<Requests[N]['answer'] | undefined> {
    try {
      return await this.client.ask(name, ask).answer;
    } catch (error) {
      if (error instanceof RequestCancelled || error instanceof RequestFailed) return undefined;
      throw error;
    }
  }

  private async seekTo(to: number): Promise<void> {
    await this.stand('seek', { to });
  }

  private leaveMark(): void {
    const step = shownMachine(store.getState())?.now.step;
    if (step !== undefined) this.trail.push(step);
  }

  // ---- links

  /** The scenario to share: what the machine ran, or the bare document if the machine runs another text. */
  async scenarioToShare(): Promise<ReturnType<typeof toScenario> | undefined> {
    const state = store.getState();
    const document = activeDocument(state);
    if (document === undefined) return undefined;
    if (!isMachineCurrent(state)) return toScenario(document);
    const scenario = await this.client.ask('scenario', {}).answer;
    return { ...scenario, title: document.title };
  }

  /** Plays an opened link up to what it promises, compares, and goes to where its view stood. */
  reproduce(view: View): void {
    this.move(async () => {
      this.verifyNow();
      await this.verifying;
      if (!(await this.ensureMachine())) return;
      const expect = activeDocument(store.getState())?.expect;
      if (expect === undefined) return;
      if (expect.step > 0) await this.stand('run', { until: { is: 'step', step: expect.step }, speed: 0 });
      const now = shownMachine(store.getState())?.now;
      if (now === undefined) return;
      store.setState({ reproduction: compare(expect, now) });
      if (view.at !== undefined && view.at !== now.step) await this.seekTo(view.at);
    });
  }

  // ---- answers

  private async stand<N extends StandStill>(name: N, ask: Requests[N]['ask']): Promise<void> {
    const { opened } = this;
    const pending = this.client.ask(name, ask);
    this.isCommandPending = name === 'command';
    this.cancelStand = name === 'command' ? pending.cancel : () => undefined;
    const now = await pending.answer.finally(() => {
      this.isCommandPending = false;
    });
    this.cancelStand = () => undefined;
    const trace = await this.client.ask('trace', { from: this.trace.count, namesFrom: this.trace.nameCount }).answer;
    if (this.opened !== opened) return;
    // The requests of StandStill are all answered with the machine; the protocol's type cannot be narrowed by N.
    this.show(now as MachineAnswer, this.standing, trace);
    this.standing = now as MachineAnswer;
    followMachine();
  }

  /** Takes what the running machine tells, and shows it as soon as the page has had a rest from the last time. */
  private showView(now: MachineAnswer, part: TraceAnswer): void {
    if (part.from > this.trace.count) return;
    this.coming = { now, trace: this.trace.add(part) };
    this.comingTimer ??= setTimeout(() => this.showComing(), Math.max(0, this.restUntil - performance.now()));
  }

  private showComing(): void {
    const { coming, opened, standing: before } = this;
    this.forgetComing();
    if (coming === undefined || opened === undefined) return;
    const startedAt = performance.now();
    store.setState({ machine: { ...opened, ...coming, before } });
    // React has rendered it before the next task: half of the time is for the user.
    setTimeout(() => {
      this.restUntil = 2 * performance.now() - startedAt;
    });
  }

  private forgetComing(): void {
    clearTimeout(this.comingTimer);
    this.comingTimer = undefined;
    this.coming = undefined;
  }

  private show(now: MachineAnswer, before: MachineAnswer | undefined, part: TraceAnswer): void {
    this.forgetComing();
    if (this.opened === undefined) return;
    store.setState({ machine: { ...this.opened, now, before, trace: this.trace.add(part) } });
  }

  /** Runs an action; what the worker refuses is shown, what was cancelled is not. */
  private async guarded(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      if (error instanceof RequestCancelled) return;
      if (!(error instanceof RequestFailed)) throw error;
      noticeOf(error.diagnostics[0]?.message ?? 'The request failed.', error.diagnostics.slice(1));
    }
  }
}

/** True if the document has got another machine meanwhile, or is not shown any more. */
function isReplaced({ id, machine, grain }: Document): boolean {
  const active = activeDocument(store.getState());
  return active?.id !== id || active.machine !== machine || active.grain !== grain;
}

/** Gives a document that came without a script one that runs what was accepted. */
function completeScript(verification: Verification): void {
  const { documentId, edit } = verification;
  const names = loadedPrograms(verification).flatMap((program) => (program.accepted ? [program.name] : []));
  store.setState((state) => ({
    documents: state.documents.map((document) =>
      document.id === documentId && edit === 1 && document.edit === 1 && document.script === ''
        ? { ...document, script: scriptFor(names) }
        : document,
    ),
  }));
}

/** Where `followMachine` put the cursor last; another cursor is the user's. */
let followed: AppState['cursor'];

/** Moves the cursor to the line of the CPU in focus; where that CPU runs no line, its last cursor goes. */
function followMachine(): void {
  const state = store.getState();
  const cpu = focusCpu(state);
  const place = placeOfCpu(shownVerification(state), cpu);
  const program = bpfFrameOf(cpu)?.program;
  if (place === undefined) {
    if (state.cursor !== undefined && state.cursor === followed) store.setState({ cursor: undefined });
    return;
  }
  followed = place;
  store.setState({ cursor: place, tab: place.file, ...(program === undefined ? {} : { program }) });
}

const NO_MACHINE: Diagnostic = { severity: 'error', message: 'nothing is accepted, so there is no machine to type to' };

function noticeOf(message: string, diagnostics: readonly Diagnostic[]): void {
  store.setState({ notice: { message, details: diagnostics.map(withPlace) } });
}

/** `script, line 3: …` */
function withPlace({ at, where, message }: Diagnostic): string {
  return at === undefined || where === undefined ? message : `${where}, line ${at.line}: ${message}`;
}

function compare({ step, runHash }: NonNullable<Document['expect']>, now: MachineAnswer): Reproduction {
  if (now.runHash === runHash && now.step === step) {
    return { is: 'same', message: `step ${step} has the state ${runHash}, as the link promises` };
  }
  const found = `step ${now.step} with ${now.runHash}`;
  return { is: 'different', message: `the link promises step ${step} with ${runHash}; here is ${found}` };
}
