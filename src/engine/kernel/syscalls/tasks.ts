import { EPERM, ESRCH } from '../../abi/errno.ts';
import { NEXT, type Routine, routine, step } from '../cpu/routine.ts';
import { ALL_CPUS, type Kernel } from '../kernel.ts';
import { Call, TASK } from '../layouts/cpu.ts';
import { TASK_COMMAND, TASK_LOADER, TASK_NAME_BYTES, TASK_SHELL, Task } from '../layouts/tasks.ts';
import type { Addr } from '../memory/memory.ts';
import { rawViewOf } from '../memory/view.ts';
import { putFile } from './files.ts';

/**
 * Processes: who has which files open, and whom a signal reaches. What a process does is decided outside of the machine,
 * by the commands of its shell; the end of one closes its files. kernel: kernel/fork.c, kernel/exit.c, kernel/signal.c
 */

export const SIGHUP = 1;
export const SIGINT = 2;
export const SIGKILL = 9;
export const SIGTERM = 15;

/** Number of the first process, the one that loads what a scenario holds. */
const LOADER_PID = 1000;
/** What programs see of a process that the machine knows nothing of. */
export const UNKNOWN_PID = 1001;

const task = rawViewOf(Task);

/** A process as plain data. */
export interface TaskFacts {
  readonly pid: number;
  readonly parent: number;
  readonly kind: number;
  readonly cpu: number;
  readonly name: string;
}

/** A new process: its number. kernel: copy_process() */
export function newTask(k: Kernel, kind: number, name: string, parent: number, cpu: number): number {
  const globals = k.globals();
  const pid = kind === TASK_LOADER ? LOADER_PID : Math.max(globals.nextPid, LOADER_PID + 1);
  if (kind !== TASK_LOADER) globals.nextPid = pid + 1;
  const made = k.kzalloc(Task);
  const cursor = task(k, made);
  cursor.pid = pid;
  cursor.parent = parent;
  cursor.kind = kind;
  cursor.cpu = cpu;
  const shown = name.slice(0, TASK_NAME_BYTES - 1);
  k.memory.storeBytes(
    made + Task.offset('name'),
    Uint8Array.from(shown, (character) => character.charCodeAt(0)),
  );
  k.trace.nameTask(pid, shown);
  append(k, made);
  return pid;
}

function append(k: Kernel, made: Addr): void {
  let last = k.globals().tasks;
  while (last !== 0 && task(k, last).next !== 0) last = task(k, last).next;
  if (last === 0) k.globals().tasks = made;
  else task(k, last).next = made;
}

/** Where a process lies; 0 if there is none of that number. */
function taskAt(k: Kernel, pid: number): Addr {
  let at = k.globals().tasks;
  while (at !== 0 && task(k, at).pid !== pid) at = task(k, at).next;
  return at;
}

/** All processes, oldest first. */
export function tasksInOrder(k: Kernel): readonly TaskFacts[] {
  const found: TaskFacts[] = [];
  for (let at = k.globals().tasks; at !== 0; at = task(k, at).next) found.push(factsAt(k, at));
  return found;
}

function factsAt(k: Kernel, at: Addr): TaskFacts {
  const { pid, parent, kind, cpu } = task(k, at);
  return { pid, parent, kind, cpu, name: nameAt(k, at) };
}

function nameAt(k: Kernel, at: Addr): string {
  const bytes = k.memory.bytesAt(at + Task.offset('name'), TASK_NAME_BYTES);
  return String.fromCharCode(...bytes.subarray(0, bytes.indexOf(0)));
}

/** Name of a process; undefined if there is none of that number. */
export function taskName(k: Kernel, pid: number): string | undefined {
  const at = taskAt(k, pid);
  return at === 0 ? undefined : nameAt(k, at);
}

/** The signal that a process has not yet taken; 0 if there is none. */
export function pendingSignal(k: Kernel, pid: number): number {
  const at = taskAt(k, pid);
  return at === 0 ? 0 : task(k, at).signal;
}

/** True if the process that makes the present system call is to end. kernel: signal_pending(current) */
export const signalPending = (k: Kernel): boolean => pendingSignal(k, callerPid(k)) !== 0;

/** The process runs on another CPU from now on. */
export function moveTask(k: Kernel, pid: number, cpu: number): void {
  const at = taskAt(k, pid);
  if (at !== 0) task(k, at).cpu = cpu;
}

/** Sends a signal; the first one counts. What it is to the process, user space says after the step. */
export function raiseSignal(k: Kernel, pid: number, signal: number): void {
  const at = taskAt(k, pid);
  if (at === 0 || task(k, at).signal !== 0) return;
  task(k, at).signal = signal;
  k.tellsUser = true;
  k.stale = ALL_CPUS;
}

/** The process has taken its signal and goes on. */
export function clearSignal(k: Kernel, pid: number): void {
  const at = taskAt(k, pid);
  if (at !== 0) task(k, at).signal = 0;
}

/** Number of the process whose system call the present CPU makes; 0 if it makes none. */
export function callerPid(k: Kernel): number {
  if (k.context === 0) return 0;
  const { job } = k.contextAt(k.contextAddress(k.cpu, TASK));
  return job === 0 ? 0 : k.memory.load32(job + Call.offset('process'));
}

/** exit_group() of a process: its files are closed, lowest descriptor first, and it is gone. */
const exitTask = routine(
  'sys_exit',
  'do_exit()',
  ['pid', 'file', 'ret'],
  [
    step('find_file', 'exit_files(tsk): the next open descriptor; none: go to gone', (k, f) => {
      f.file = k.files.firstOf(f.pid);
      return f.file < 0 ? f.goto('gone') : NEXT;
    }),
    step('close', 'filp_close(file)', (k, f) => putFile(k, f.file)),
    step('again', 'next descriptor', (_k, f) => f.goto('find_file')),
    step('gone', 'release_task(tsk)', (k, f) => {
      f.ret = 0;
      release(k, f.pid);
      return NEXT;
    }),
  ],
);

function release(k: Kernel, pid: number): void {
  const gone = taskAt(k, pid);
  if (gone === 0) return;
  const { next } = task(k, gone);
  let before = k.globals().tasks;
  if (before === gone) k.globals().tasks = next;
  else {
    while (task(k, before).next !== gone) before = task(k, before).next;
    task(k, before).next = next;
  }
  k.kfree(gone);
}

/** kill(): a command ends when it takes the signal; who only holds files ends at once; shells ignore what they can. */
const killTask = routine(
  'sys_kill',
  'kill()',
  ['pid', 'signal', 'ret'],
  [
    step('send', 'p = find_task_by_vpid(pid); send_signal_locked(sig, p)', (k, f) => {
      const at = taskAt(k, f.pid);
      f.ret = at !== 0 ? 0 : f.pid > 0 && f.pid < LOADER_PID ? -EPERM : -ESRCH;
      if (at === 0 || f.signal === 0) return f.goto('return');
      const { kind } = task(k, at);
      if (kind === TASK_COMMAND) {
        raiseSignal(k, f.pid, f.signal);
        return f.goto('return');
      }
      const isIgnored = kind === TASK_SHELL && f.signal !== SIGKILL && f.signal !== SIGHUP;
      return isIgnored ? f.goto('return') : k.call(exitTask, f.pid);
    }),
    step('return', 'return ret', (_k, f) => f.done(f.ret)),
  ],
);

export const TASK_ROUTINES: readonly Routine[] = [exitTask, killTask];
