import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_LINES } from '../../engine/program/log-lines.ts';
import type { MachineAnswer, ProgramAnswer, VerifyAnswer } from '../../engine/scenario/queries.ts';
import { Client } from '../../worker/client.ts';
import type { Reply, Request } from '../../worker/protocol.ts';
import { type Document, fromScenario, withMachine, withText } from './documents.ts';
import { Session } from './session.ts';
import { START, store } from './store.ts';

/**
 * A worker of a few lines: a machine of ten steps whose hash is its step, a verifier that rejects texts with `bad` and
 * never ends with `slow` ones.
 * `asked` is what it was asked, as words.
 */
class FakeWorker {
  readonly asked: string[] = [];
  /** Kernels of the machines that were opened. */
  readonly machines: string[] = [];
  private at = 0;
  private run: number | undefined;
  private readonly reply: (reply: Reply) => void;

  constructor(reply: (reply: Reply) => void) {
    this.reply = reply;
  }

  receive(request: Request): void {
    if (request.do === 'cancel') return this.reply({ is: 'cancelled', id: request.target });
    this.asked.push(request.do);
    const { id } = request;
    switch (request.do) {
      case 'verify': {
        const text = 'asm' in request.ask.source ? request.ask.source.asm : '';
        if (text.includes('slow')) return this.sayProgress(id);
        return this.reply({ is: 'done', id, answer: verdict(text) });
      }
      case 'open':
        this.at = 0;
        this.machines.push(request.ask.scenario.machine.kernel);
        return this.reply({
          is: 'done',
          id,
          answer: { programs: [], runnable: true, diagnostics: [], scenario: request.ask.scenario },
        });
      case 'run':
        this.run = id;
        this.at = request.ask.until.is === 'step' ? request.ask.until.step : 4;
        if (request.ask.until.is === 'step') this.endRun('reached');
        return;
      case 'pause':
        this.endRun('paused');
        return this.reply({ is: 'done', id, answer: machine(this.at) });
      case 'step':
        this.at++;
        return this.reply({ is: 'done', id, answer: machine(this.at) });
      case 'seek':
        this.at = request.ask.to;
        return this.reply({ is: 'done', id, answer: machine(this.at) });
      case 'trace':
        return this.reply({ is: 'done', id, answer: { from: 0, records: new Int32Array(0), namesFrom: 0, names: [] } });
      case 'machine':
        return this.reply({ is: 'done', id, answer: machine(this.at) });
      default:
        return this.reply({ is: 'failed', id, diagnostics: [{ severity: 'error', message: 'refused' }] });
    }
  }

  /** Tells where it is while it runs. */
  tell(step: number): void {
    const trace = { from: 0, records: new Int32Array(0), namesFrom: 0, names: [] };
    this.reply({ is: 'view', machine: machine(step), trace });
  }

  private sayProgress(id: number): void {
    setTimeout(() => this.reply({ is: 'progress', id, done: 5000 }));
  }

  private endRun(why: 'paused' | 'reached'): void {
    if (this.run !== undefined)
      this.reply({ is: 'done', id: this.run, answer: { ...machine(this.at), stop: { why } } });
    this.run = undefined;
  }
}

const machine = (step: number): MachineAnswer => ({
  step,
  clock: String(step * 100),
  runHash: step.toString(16).padStart(16, '0'),
  stop: { why: 'paused' },
  cpus: [],
  maps: [],
  traceLines: [],
  busy: [],
  output: [],
});

const program: ProgramAnswer = {
  name: 'a',
  section: 'tc',
  type: 'sched_cls',
  accepted: true,
  errno: 0,
  errnoName: '',
  stage: 'prog',
  log: EMPTY_LINES,
  message: '',
  insn: undefined,
  insns: ['exit'],
  sourceLines: Int32Array.of(1),
};

const verdict = (text: string): VerifyAnswer => ({
  file: 'a.s',
  programs: text.includes('bad') ? [] : [program],
  diagnostics: text.includes('bad') ? [{ severity: 'error', message: 'no such instruction' }] : [],
});

const document = fromScenario(
  { v: 1, programs: [{ name: 'a.s', asm: 'exit' }], machine: { cpus: 2, kernel: '6.18' }, script: [], grain: 'point' },
  'a',
  'own',
);

describe('the session', () => {
  let worker: FakeWorker;
  let session: Session;
  const step = () => store.getState().machine?.now.step;

  beforeEach(async () => {
    store.setState({ ...START, documents: [document], activeId: 'a', tab: 'a.s' }, true);
    session = new Session((events) => {
      const client = new Client(
        { postMessage: (message) => worker.receive(message as Request), terminate: () => undefined },
        events,
      );
      worker = new FakeWorker((reply) => client.receive(reply));
      return client;
    });
    session.verifyNow();
    await vi.waitFor(() => expect(step()).toBe(0));
  });

  const type = (text: string) => {
    const typed = { ...withText(document, 'a.s', text), edit: (store.getState().documents[0].edit ?? 0) + 1 };
    store.setState({ documents: [typed] });
    session.verifyNow();
  };

  it('opens a machine for a text that is accepted', () =>
    expect(worker.asked).toEqual(['verify', 'open', 'machine', 'trace']));

  it('undoes a step or a run by going back to where it stood', async () => {
    session.step('over');
    session.step('over');
    await vi.waitFor(() => expect(step()).toBe(2));
    session.back();
    await vi.waitFor(() => expect(step()).toBe(1));
    session.runOrPause();
    await vi.waitFor(() => expect(store.getState().running).toBe(true));
    session.runOrPause();
    await vi.waitFor(() => expect(step()).toBe(4));
    session.back();
    await vi.waitFor(() => expect(step()).toBe(1));
  });

  it('shows only the last of what a fast machine tells, and nothing of it after a pause', async () => {
    const shown: (number | undefined)[] = [];
    const stop = store.subscribe((state, before) => {
      if (state.machine !== before.machine) shown.push(state.machine?.now.step);
    });
    session.runOrPause();
    await vi.waitFor(() => expect(store.getState().running).toBe(true));
    for (const at of [10, 20, 30]) worker.tell(at);
    await vi.waitFor(() => expect(step()).toBe(30));
    worker.tell(40);
    session.runOrPause();
    await vi.waitFor(() => expect(store.getState().running).toBe(false));
    await vi.waitFor(() => expect(step()).toBe(4));
    await new Promise((done) => setTimeout(done, 50));
    stop();
    expect(shown.filter((at) => at !== 40)).toEqual([30, 4]);
    expect(shown.at(-1)).toBe(4);
  });

  it('goes on with the machine of the last accepted text while the text is rejected', async () => {
    type('bad');
    session.step('over');
    await vi.waitFor(() => expect(step()).toBe(1));
    expect(store.getState().machine?.edit).toBe(1);
    type('exit');
    session.step('over');
    await vi.waitFor(() => expect(store.getState().machine?.edit).toBe(3));
    await vi.waitFor(() => expect(step()).toBe(1));
  });

  const change = (machine: Partial<Document['machine']>) => {
    const [before] = store.getState().documents;
    const changed = withMachine(before, { machine: { ...before.machine, ...machine } });
    store.setState({ documents: [{ ...changed, edit: before.edit + 1 }] });
    session.machineChanged();
  };

  it('judges anew and opens another machine for another kernel, also while one runs', async () => {
    session.runOrPause();
    await vi.waitFor(() => expect(store.getState().running).toBe(true));
    change({ kernel: 'v3', switches: { lock: false } });
    expect(store.getState().machine).toBeUndefined();
    await vi.waitFor(() => expect(store.getState().machine?.edit).toBe(2));
    expect(store.getState()).toMatchObject({ running: false, machine: { now: { step: 0 } } });
    expect(store.getState().verification?.machine).toEqual({ cpus: 2, kernel: 'v3', switches: { lock: false } });
    expect(worker.machines).toEqual(['6.18', 'v3']);
  });

  it('opens the machine of the last of several kernels', async () => {
    for (const kernel of ['v1', 'v2', 'v3']) {
      change({ kernel });
      await Promise.resolve();
    }
    session.step('over');
    await vi.waitFor(() => expect(step()).toBe(1));
    expect(store.getState().machine?.edit).toBe(4);
    expect(worker.machines.at(-1)).toBe('v3');
  });

  it('has no machine under a kernel that accepts nothing', async () => {
    type('bad');
    await vi.waitFor(() => expect(store.getState().verification?.edit).toBe(2));
    change({ kernel: 'v1' });
    await vi.waitFor(() => expect(store.getState().verification?.edit).toBe(3));
    expect(store.getState().machine).toBeUndefined();
  });

  it.each([
    ['3', { is: 'same' }],
    ['f', { is: 'different' }],
  ])('plays a link to its promise and compares: …%s', async (digit, reproduction) => {
    const promised = { ...document, expect: { step: 3, runHash: digit.padStart(16, '0') } };
    store.setState({ documents: [promised] });
    session.reproduce({ at: 1 });
    await vi.waitFor(() => expect(store.getState().reproduction).toMatchObject(reproduction));
    await vi.waitFor(() => expect(step()).toBe(1));
  });

  it('says how far a long verification is, and ends it', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(600);
    type('slow');
    await vi.waitFor(() => expect(store.getState().verifying).toEqual({ is: 'running', done: 5000 }));
    session.stopVerifying();
    await vi.waitFor(() => expect(store.getState().verifying).toEqual({ is: 'stopped' }));
    type('exit');
    await vi.waitFor(() => expect(store.getState().verification?.edit).toBe(3));
    expect(store.getState().verifying).toBeUndefined();
    now.mockRestore();
  });

  it('hands back what the worker refuses of a typed line', async () => {
    expect(await session.command('nonsense')).toMatchObject({ is: 'refused', diagnostics: [{ message: 'refused' }] });
  });
});
