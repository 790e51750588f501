import { TASK_LOADER, TASK_SHELL } from '../../kernel/layouts/tasks.ts';
import type { Machine } from '../../kernel/machine.ts';
import { SIGHUP, SIGINT, SIGKILL, SIGTERM, type TaskFacts, tasksInOrder } from '../../kernel/syscalls/tasks.ts';
import { call, perform, type Steps, until } from '../steps.ts';
import { end } from './command-arguments.ts';
import type { Shell } from './shell.ts';
import { strerror } from './strerror.ts';
import type { Words } from './words.ts';

/** The commands that deal with processes: ps, kill, jobs, wait, exit. */

const HEADS = ['PID', 'PPID', 'PSR', 'FDS', 'STAT'] as const;
const WIDTHS = [7, 7, 3, 4, 4];

/** All processes with their CPUs and the number of files that they have open. */
export function* showProcesses({ words, out, pid }: Shell): Steps<number> {
  end(words);
  const rows = yield* perform((machine) => tasksInOrder(machine.kernel).map((task) => rowOf(machine, task, pid)));
  const line = (cells: readonly string[], name: string): string =>
    `${cells.map((cell, i) => cell.padStart(WIDTHS[i])).join(' ')} ${name}\n`;
  out.print(line(HEADS, 'COMMAND'));
  for (const { cells, name } of rows) out.print(line(cells, name));
  return 0;
}

function rowOf({ kernel }: Machine, task: TaskFacts, self: number): { cells: readonly string[]; name: string } {
  const { pid, parent, cpu, kind, name } = task;
  const state = pid === self ? 'R' : kind === TASK_SHELL ? 'Ss' : 'S';
  const place = kind === TASK_LOADER ? '-' : String(cpu);
  const files = kernel.files.ownedBy(pid).length;
  return { cells: [String(pid), String(parent), place, String(files), state], name };
}

const SIGNALS: Readonly<Record<string, number>> = { HUP: SIGHUP, INT: SIGINT, KILL: SIGKILL, TERM: SIGTERM };

/** kill [-SIGNAL] { PID | %JOB }… */
export function* kill(shell: Shell): Steps<number> {
  const { words } = shell;
  const signal = signalWord(words);
  if (words.left === 0) throw words.wrong('kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ...', 2);
  let status = 0;
  for (let word = words.next(); word !== undefined; word = words.next()) {
    const pid = yield* processOf(shell, word);
    const error = yield* call(shell.cpu, 'sys_kill', [pid, signal]);
    if (error === 0) continue;
    shell.out.stderr += `kill: (${pid}) - ${strerror(-error)}\n`;
    status = 1;
  }
  return status;
}

function signalWord(words: Words): number {
  const word = words.peek() ?? '';
  if (!word.startsWith('-')) return SIGTERM;
  words.next();
  const name = word.slice(1).toUpperCase().replace(/^SIG/, '');
  if (Object.hasOwn(SIGNALS, name)) return SIGNALS[name];
  const number = Number(name);
  if (name !== '' && (number === 0 || Object.values(SIGNALS).includes(number))) return number;
  throw words.wasWrong(`kill: ${word.slice(1)}: invalid signal specification`, 1);
}

/** The process that `1003` or `%1` names. */
function* processOf({ words, jobs, checking }: Shell, word: string): Steps<number> {
  if (/^\d{1,9}$/.test(word)) return Number(word);
  const number = /^%(\d{1,9})$/.exec(word)?.[1];
  // `$!` and `$$` have their values when the line runs.
  if (number === undefined && (checking !== true || !word.startsWith('$')))
    throw words.wasWrong(`kill: ${word}: arguments must be process or job IDs`, 1);
  const job = yield* perform(() => jobs().find((each) => String(each.number) === number));
  if (job === undefined) throw words.wasWrong(`kill: ${word}: no such job`, 1);
  return job.pid;
}

/** The background commands of the shell. */
export function* showJobs({ words, out, jobs }: Shell): Steps<number> {
  end(words);
  const all = yield* perform(() => jobs());
  const lastNumber = all.at(-1)?.number;
  for (const { number, text } of all) {
    out.print(`[${number}]${number === lastNumber ? '+' : '-'}  ${'Running'.padEnd(23)} ${text} &\n`);
  }
  return 0;
}

/** wait [PID | %JOB]: for one background command, or for all of the shell. */
export function* wait(shell: Shell): Steps<number> {
  const { words, shellPid } = shell;
  const word = words.next();
  const only = word === undefined ? undefined : yield* processOf(shell, word);
  end(words);
  yield* until(({ kernel }) => {
    const children = tasksInOrder(kernel).filter(({ parent, pid }) => parent === shellPid && pid === (only ?? pid));
    return children.length === 0 ? true : undefined;
  });
  return 0;
}

/** exit [STATUS]: the shell's files are closed; its next line begins a new shell. */
export function* exitShell({ words, cpu, shellPid }: Shell): Steps<number> {
  const status = words.next() ?? '0';
  if (!/^\d{1,3}$/.test(status)) throw words.wasWrong(`exit: ${status}: numeric argument required`, 2);
  end(words);
  yield* call(cpu, 'sys_exit', [shellPid]);
  return Number(status);
}
