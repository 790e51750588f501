import { TASK_COMMAND, TASK_SHELL } from '../kernel/layouts/tasks.ts';
import type { Machine } from '../kernel/machine.ts';
import { newTask, SIGINT, SIGKILL, SIGTERM, tasksInOrder } from '../kernel/tasks.ts';
import { COMMANDS } from './commands.ts';
import { Printer, type Shell } from './shell.ts';
import { call, perform, type Steps } from './steps.ts';
import { Failure, type Word, Words } from './words.ts';

/** The answer to whatever a command waits for when a signal has come: the command ends. */
export class Killed {
  readonly signal: number;

  constructor(signal: number) {
    this.signal = signal;
  }
}

/** What a shell knows when a line begins. */
export interface Variables {
  /** `$?`: exit status of the last command. */
  readonly status: number;
  /** `$!`: process of the last background command. */
  readonly lastJob: number;
}

/** A command line on its way. */
export interface Life {
  /** Name of the shell. */
  readonly process: string;
  /** Commands that are piped into each other. */
  readonly pipeline: readonly (readonly Word[])[];
  readonly variables: Variables;
  /** Its shell does not wait, and tells later how it ended. */
  readonly background: boolean;
  /** Hears which process the line runs in: a new one, or for what the shell does itself the shell. */
  readonly began: (pid: number, isShell: boolean) => void;
}

/** Everything a line does, from its process's beginning to its end: the exit status. */
export function* live(shell: Shell, life: Life): Steps<number> {
  const own = yield* perform((machine) => shellOf(machine, life.process, shell.cpu));
  const [first] = life.pipeline;
  const isShell = life.pipeline.length === 1 && COMMANDS[first[0]?.text ?? '']?.inShell === true;
  const pid = isShell ? own : yield* perform((machine) => fork(machine, first[0]?.text ?? '', own, shell.cpu));
  life.began(pid, isShell);
  const status = yield* untilKilled(runPipeline({ ...shell, pid, shellPid: own }, life, own), (signal) => {
    if (!life.background) shell.out.stderr += NOTES.get(signal) ?? '';
  });
  if (!isShell) yield* call(shell.cpu, 'sys_exit', [pid]);
  return status;
}

/** The shell of a name; there is a new one if the last one has exited. */
function shellOf(machine: Machine, name: string, cpu: number): number {
  const { kernel } = machine;
  const found = tasksInOrder(kernel).find((task) => task.kind === TASK_SHELL && task.name === name);
  return found?.pid ?? machine.act(() => newTask(kernel, TASK_SHELL, name, 1, cpu));
}

const fork = (machine: Machine, name: string, parent: number, cpu: number): number =>
  machine.act(() => newTask(machine.kernel, TASK_COMMAND, name, parent, cpu));

const NOTES: ReadonlyMap<number, string> = new Map([
  [SIGINT, '^C\n'],
  [SIGKILL, 'Killed\n'],
  [SIGTERM, 'Terminated\n'],
]);

/** Hands answers on until one says that the command ends here. */
function* untilKilled(steps: Steps<number>, note: (signal: number) => void): Steps<number> {
  let turn = steps.next();
  while (!turn.done) {
    const answer = yield turn.value;
    if (answer instanceof Killed) {
      note(answer.signal);
      return 128 + answer.signal;
    }
    turn = steps.next(answer);
  }
  return turn.value;
}

function* runPipeline(shell: Shell, { pipeline, variables }: Life, own: number): Steps<number> {
  let { stdin } = shell;
  for (const words of pipeline.slice(0, -1)) {
    const out = new Printer();
    yield* run({ ...shell, stdin, out, words: new Words(expand(words, variables, own)) });
    shell.out.stderr += out.stderr;
    stdin = Uint8Array.from(out.stdout, (character) => character.charCodeAt(0));
  }
  const last = pipeline[pipeline.length - 1];
  return yield* run({ ...shell, stdin, words: new Words(expand(last, variables, own)) });
}

function expand(words: readonly Word[], { status, lastJob }: Variables, own: number): readonly Word[] {
  const values: Readonly<Record<string, number>> = { $$: own, '$?': status, '$!': lastJob };
  return words.map((word) => (Object.hasOwn(values, word.text) ? { ...word, text: String(values[word.text]) } : word));
}

/** A command with its failures printed as it would print them. */
export function* run(shell: Shell): Steps<number> {
  const name = shell.words.next() ?? '';
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
