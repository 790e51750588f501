import { ESRCH } from '../../abi/errno.ts';
import type { Machine } from '../../kernel/machine.ts';
import { moveTask, tasksInOrder } from '../../kernel/syscalls/tasks.ts';
import { perform, type Steps } from '../steps.ts';
import { run } from './command-life.ts';
import type { Shell } from './shell.ts';
import { strerror } from './strerror.ts';
import { Failure, type Words } from './words.ts';

/** How CPUs are written: as bits of a hexadecimal mask, or as a list. */
type Form = 'mask' | 'list';

interface Options {
  form: Form;
  /** It is about a process that runs, not about a command. */
  ofProcess: boolean;
}

/** taskset [-c] CPUS COMMAND…, taskset [-c] -p [CPUS] PID; util-linux: schedutils/taskset.c */
export function* taskset(shell: Shell): Steps<number> {
  const { words } = shell;
  const { form, ofProcess } = tasksetOptions(words);
  if (words.left === 0 || (!ofProcess && words.left === 1)) throw badUsage(words);
  if (!ofProcess) return yield* runOn(shell, cpusWord(words, form));
  const cpus = words.left > 1 ? cpusWord(words, form) : undefined;
  const pid = pidWord(shell);
  yield* tell(shell, pid, form, 'current');
  if (cpus === undefined) return 0;
  yield* move(pid, cpus);
  yield* tell(shell, pid, form, 'new');
  return 0;
}

const badUsage = (words: Words): Failure =>
  words.wrong("taskset: bad usage\nTry 'taskset --help' for more information.", 1);

const LONG: Readonly<Record<string, string>> = { '--cpu-list': 'c', '--pid': 'p', '--all-tasks': 'a' };

function tasksetOptions(words: Words): Options {
  const options: Options = { form: 'mask', ofProcess: false };
  while (/^-./.test(words.peek() ?? '')) {
    const word = words.next() ?? '';
    for (const letter of LONG[word] ?? word.slice(1)) {
      if (letter === 'c') options.form = 'list';
      else if (letter === 'p') options.ofProcess = true;
      else if (letter !== 'a')
        throw words.wasWrong(`taskset: invalid option -- '${letter}'\nTry 'taskset --help' for more information.`, 1);
    }
  }
  return options;
}

/** The CPUs that are meant, lowest first. */
function cpusWord(words: Words, form: Form): readonly number[] {
  const word = words.next() ?? '';
  const cpus = form === 'list' ? listed(word) : masked(word);
  if (cpus === undefined) throw words.wasWrong(`taskset: failed to parse CPU ${form}: ${word}`, 1);
  return cpus;
}

/** More CPUs than a machine can have. */
const MAX_CPUS = 64;

function listed(text: string): readonly number[] | undefined {
  if (!/^\d+(-\d+)?(,\d+(-\d+)?)*$/.test(text)) return undefined;
  const ranges = text.split(',').map((part) => part.split('-').map(Number));
  const isIn = (cpu: number): boolean => ranges.some(([first, last = first]) => cpu >= first && cpu <= last);
  return Array.from({ length: MAX_CPUS }, (_, cpu) => cpu).filter(isIn);
}

function masked(text: string): readonly number[] | undefined {
  const digits = /^(?:0x)?([0-9a-f]{1,16})$/i.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const digitOf = (cpu: number): number => Number.parseInt(digits.at(-1 - (cpu >> 2)) ?? '0', 16);
  return Array.from({ length: MAX_CPUS }, (_, cpu) => cpu).filter((cpu) => (digitOf(cpu) >> (cpu & 3)) & 1);
}

function pidWord({ words, checking }: Shell): number {
  const word = words.next() ?? '';
  if (!/^\d{1,9}$/.test(word) && !(checking === true && word.startsWith('$')))
    throw words.wasWrong(`taskset: invalid PID argument: '${word}'`, 1);
  return Number(word);
}

function* runOn(shell: Shell, cpus: readonly number[]): Steps<number> {
  return yield* run({ ...shell, cpu: yield* move(shell.pid, cpus) });
}

/** Moves a process to the first of some CPUs that the machine has: that CPU. */
function* move(pid: number, cpus: readonly number[]): Steps<number> {
  const cpu = yield* perform((machine) => {
    const found = cpus.find((each) => each < machine.kernel.cpus);
    if (found !== undefined) machine.act(() => moveTask(machine.kernel, pid, found));
    return found;
  });
  if (cpu === undefined) throw new Failure(`taskset: failed to set pid ${pid}'s affinity: Invalid argument`, 1);
  return cpu;
}

function* tell({ out }: Shell, pid: number, form: Form, when: 'current' | 'new'): Steps<void> {
  const cpu = yield* perform((machine) => cpuOf(machine, pid));
  if (cpu === undefined) throw new Failure(`taskset: failed to get pid ${pid}'s affinity: ${strerror(ESRCH)}`, 1);
  const shown = form === 'list' ? String(cpu) : (2 ** cpu).toString(16);
  out.print(`pid ${pid}'s ${when} affinity ${form}: ${shown}\n`);
}

const cpuOf = ({ kernel }: Machine, pid: number): number | undefined =>
  tasksInOrder(kernel).find((task) => task.pid === pid)?.cpu;
