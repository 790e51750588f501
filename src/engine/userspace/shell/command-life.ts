import { ENOENT } from '../../abi/errno.ts';
import { TASK_COMMAND, TASK_SHELL } from '../../kernel/layouts/tasks.ts';
import type { Machine } from '../../kernel/machine.ts';
import { newTask, SIGINT, SIGKILL, SIGTERM, tasksInOrder } from '../../kernel/syscalls/tasks.ts';
import { call, perform, type Steps } from '../steps.ts';
import type { Pipeline, Redirect, SimpleCommand } from './command-line.ts';
import { COMMANDS } from './commands.ts';
import { expandGlob, isGlob } from './globs.ts';
import { type Ended, Printer, type Shell } from './shell.ts';
import { strerror } from './strerror.ts';
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
  readonly pipelines: readonly Pipeline[];
  readonly variables: Variables;
  /** Its shell does not wait, and tells later how it ended. */
  readonly background: boolean;
  /** Hears which process the line runs in: a new one, or for what the shell does itself the shell. */
  readonly began: (pid: number, isShell: boolean) => void;
}

/** Everything a line does, one pipeline after the other: the exit status. */
export function* live(shell: Shell, life: Life): Steps<number> {
  const own = yield* perform((machine) => shellOf(machine, life.process, shell.cpu));
  let variables = { ...life.variables, own };
  let { last } = shell;
  for (const { after, commands } of life.pipelines) {
    const isDue = after === 'anything' || (after === 'success') === (variables.status === 0);
    if (!isDue) continue;
    const before = shell.out.stdout.length + shell.out.stderr.length;
    const { status, killed } = yield* livePipeline({ ...shell, shellPid: own, last }, life, commands, variables);
    variables = { ...variables, status: status & 0xff };
    if (killed) break;
    last = endedAs(shell, status & 0xff, before);
  }
  return variables.status;
}

/** How the last pipeline ended; `before`: characters that the line had printed when it began. */
function endedAs({ out: { stdout, stderr, run: ran } }: Shell, status: number, before: number): Ended {
  return { status, text: (stdout + stderr).slice(before).replace(/\n$/, ''), run: ran };
}

/** A pipeline from its process's beginning to its end. */
function* livePipeline(
  shell: Shell,
  life: Life,
  commands: readonly SimpleCommand[],
  variables: Expanded,
): Steps<{ readonly status: number; readonly killed: boolean }> {
  const name = commands[0].words[0]?.text ?? '';
  const isShell = commands.length === 1 && Object.hasOwn(COMMANDS, name) && COMMANDS[name].inShell === true;
  const pid = isShell ? shell.shellPid : yield* perform((machine) => fork(machine, name, shell.shellPid, shell.cpu));
  life.began(pid, isShell);
  let killed = false;
  const status = yield* untilKilled(runPipeline({ ...shell, pid }, commands, variables), (signal) => {
    killed = true;
    if (!life.background) shell.out.stderr += NOTES.get(signal) ?? '';
  });
  if (!isShell) yield* call(shell.cpu, 'sys_exit', [pid]);
  return { status, killed };
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

interface Expanded extends Variables {
  /** `$$`: process of the shell. */
  readonly own: number;
}

/** Each command gets what the one before it printed; what the last one prints is the line's. */
function* runPipeline(shell: Shell, commands: readonly SimpleCommand[], variables: Expanded): Steps<number> {
  let { stdin } = shell;
  let status = 0;
  for (const [i, command] of commands.entries()) {
    const words = new Words(yield* expand(shell, command.words, variables));
    const isLast = i === commands.length - 1;
    if (isLast && command.redirects.length === 0) return yield* run({ ...shell, stdin, words });
    const out = new Printer();
    status = yield* runRedirected({ ...shell, stdin, out, words }, command.redirects);
    shell.out.stderr += out.stderr;
    if (isLast) {
      shell.out.stdout += out.stdout;
      shell.out.run = out.run;
    }
    stdin = bytesOf(out.stdout);
  }
  return status;
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

// ---- redirections

/** Where a stream goes to: a file, or on through the shell. */
type Target = { readonly file: string } | 'out' | 'err';

/** Runs a command whose streams may go to files; what goes to none is left in its printer. */
function* runRedirected(shell: Shell, redirects: readonly Redirect[]): Steps<number> {
  const { out, storage } = shell;
  const targets: { out: Target; err: Target } = { out: 'out', err: 'err' };
  let { stdin } = shell;
  for (const redirect of redirects) {
    const opened = yield* perform(() => openTarget(storage, redirect));
    if (opened.error < 0) {
      out.stderr += `bash: ${opened.path}: ${strerror(-opened.error)}\n`;
      return 1;
    }
    if (redirect.stream === 'in') stdin = opened.content;
    else aim(targets, redirect);
  }
  const status = yield* run({ ...shell, stdin });
  const printed = { out: out.stdout, err: out.stderr };
  out.stdout = '';
  out.stderr = '';
  for (const stream of ['out', 'err'] as const) yield* deliver(shell, targets[stream], printed[stream]);
  return status;
}

interface Opened {
  readonly path: string;
  /** 0 or a negative errno. */
  readonly error: number;
  /** What there is to read. */
  readonly content: Uint8Array | undefined;
}

/** Opens the file of a redirection; one that is written is emptied first, unless it is to grow. */
function openTarget(storage: Shell['storage'], { stream, to, append }: Redirect): Opened {
  if (to === 'out' || to === 'err') return { path: '', error: 0, content: undefined };
  const content = storage.read(to.text);
  const path = to.text;
  if (stream === 'in') return { path, error: content === undefined ? -ENOENT : 0, content };
  return { path, error: storage.write(path, (append ? content : undefined) ?? new Uint8Array()), content };
}

function aim(targets: { out: Target; err: Target }, { stream, to }: Redirect): void {
  const target = to === 'out' || to === 'err' ? targets[to] : { file: to.text };
  if (stream !== 'err') targets.out = target;
  if (stream !== 'out') targets.err = target;
}

/** Puts what a command printed where it belongs; a file has been emptied before, if that was asked for. */
function* deliver({ out, storage }: Shell, target: Target, text: string): Steps<void> {
  if (target === 'out') out.stdout += text;
  else if (target === 'err') out.stderr += text;
  else if (text !== '') yield* perform(() => appendTo(storage, target.file, bytesOf(text)));
}

function appendTo(storage: Shell['storage'], path: string, bytes: Uint8Array): number {
  const before = storage.read(path) ?? new Uint8Array();
  const whole = new Uint8Array(before.length + bytes.length);
  whole.set(before);
  whole.set(bytes, before.length);
  return storage.write(path, whole);
}

// ---- one command

function* expand({ storage }: Shell, words: readonly Word[], variables: Expanded): Steps<readonly Word[]> {
  const { status, lastJob, own } = variables;
  const values: Readonly<Record<string, number>> = { $$: own, '$?': status, '$!': lastJob };
  const expanded: Word[] = [];
  for (const word of words) {
    const { text, isQuoted } = word;
    if (Object.hasOwn(values, text)) expanded.push({ ...word, text: String(values[text]) });
    else if (isQuoted === true || !isGlob(text)) expanded.push(word);
    else {
      const paths = yield* perform((machine) => expandGlob(text, machine, storage));
      expanded.push(...paths.map((path) => ({ ...word, text: path })));
    }
  }
  return expanded;
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
