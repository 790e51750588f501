import { helperByName } from '../abi/helpers.ts';
import { BPFFS, listPins } from '../kernel/bpffs.ts';
import { FILE_MAP, FILE_PROG } from '../kernel/layouts/cpu.ts';
import { assertThat } from './assert.ts';
import { attachProgram } from './attach-command.ts';
import { bpftool, OBJECTS } from './bpftool.ts';
import { duration, end, pathWord } from './command-arguments.ts';
import { closeFile, mapFacts, progFacts, putPath } from './handles.ts';
import { nc, ping } from './packet-commands.ts';
import { exitShell, kill, showJobs, showProcesses, taskset, wait } from './process-commands.ts';
import type { Run, Shell } from './shell.ts';
import { atOnce, call, nextFire, perform, type Steps } from './steps.ts';
import { strerror } from './strerror.ts';
import { tc } from './tc-command.ts';
import { TRACE_PIPES, traceLog } from './trace-pipe.ts';
import { veristat } from './veristat.ts';
import { Failure } from './words.ts';

/** The commands of the script language and of the console. */
export interface CommandRow {
  /** How it is written. */
  readonly usage: string;
  /** What it does, in one line. */
  readonly summary: string;
  readonly run: Run;
  /** The shell does it itself, without a process of its own. */
  readonly inShell?: boolean;
  /** Known here only: there is no page about it elsewhere. */
  readonly isOurs?: boolean;
}

export const COMMANDS: Readonly<Record<string, CommandRow>> = {
  bpftool: {
    usage: 'bpftool [OPTIONS] OBJECT COMMAND …',
    summary: 'inspect and change programs and maps',
    run: bpftool,
  },
  sleep: { usage: 'sleep SECONDS | sleep 5ms', summary: 'the process sleeps', run: sleep },
  advance: {
    usage: 'advance 5ms',
    summary: 'the machine runs on for that long',
    run: sleep,
    isOurs: true,
    inShell: true,
  },
  'next-fire': {
    usage: 'next-fire',
    summary: 'the machine runs until a timer callback begins',
    run: fire,
    isOurs: true,
    inShell: true,
  },
  close: {
    usage: 'close { map | prog } NAME',
    summary: "the loader's file descriptor is closed",
    run: closeLoaded,
    isOurs: true,
    inShell: true,
  },
  attach: {
    usage: 'attach HOOK PROG [pin PATH]',
    summary:
      'hold a program at a hook: trace, xdp dev D, tcx_ingress dev D, socket dev D, perf_event cpu-clock cpu N every T',
    run: attachProgram,
    isOurs: true,
  },
  tc: {
    usage: 'tc { qdisc | filter } { add | del | show } dev D …',
    summary: 'filters of a clsact qdisc: tc filter add dev D ingress bpf da pinned PATH',
    run: tc,
  },
  veristat: { usage: 'veristat FILE…', summary: 'what the verifier says about the programs of files', run: veristat },
  nc: {
    usage: 'nc [-46uv] [-w TIME] HOST PORT, nc -l [-u] PORT',
    summary: 'connect or send to a port, or listen at one',
    run: nc,
  },
  ping: { usage: 'ping [-46] [-c COUNT] [-i TIME] HOST', summary: 'send echo requests', run: ping },
  ps: { usage: 'ps', summary: 'processes, their CPUs and how many files they have open', run: showProcesses },
  kill: { usage: 'kill [-SIGNAL] { PID | %JOB }…', summary: 'end processes', run: kill, inShell: true },
  jobs: { usage: 'jobs', summary: 'the commands that were begun with &', run: showJobs, inShell: true },
  wait: { usage: 'wait [PID | %JOB]', summary: 'wait for commands that were begun with &', run: wait, inShell: true },
  taskset: { usage: 'taskset -c CPU COMMAND…', summary: 'run a command on a CPU', run: taskset },
  exit: { usage: 'exit [STATUS]', summary: 'end the shell', run: exitShell, inShell: true },
  ls: { usage: `ls [${BPFFS}/…]`, summary: 'list pins', run: listFolder },
  rm: { usage: `rm ${BPFFS}/…`, summary: 'remove a pin', run: removePin },
  mkdir: { usage: `mkdir ${BPFFS}/…`, summary: 'make a folder for pins', run: makeFolder },
  rmdir: { usage: `rmdir ${BPFFS}/…`, summary: 'remove an empty folder', run: removeFolder },
  cat: { usage: 'cat /sys/kernel/tracing/trace_pipe', summary: 'what programs printed since the last time', run: cat },
  kernel: { usage: 'kernel', summary: 'which kernel the machine runs', run: showKernel, isOurs: true, inShell: true },
  assert: {
    usage: 'assert SUBJECT OPERATOR VALUE',
    summary: 'what the scenario expects here',
    run: assertThat,
    isOurs: true,
    inShell: true,
  },
  echo: { usage: 'echo WORDS…', summary: 'print words', run: echo, inShell: true },
  help: {
    usage: 'help [COMMAND]',
    summary: 'this list, or how a command is written',
    run: help,
    isOurs: true,
    inShell: true,
  },
};

function* sleep({ words, cpu }: Shell): Steps<number> {
  const ns = duration(words);
  end(words);
  const due = yield* perform((machine) => machine.clock + ns);
  return yield* call(cpu, 'sys_nanosleep', [], due);
}

function* fire({ words }: Shell): Steps<number> {
  end(words);
  if (!(yield* nextFire())) throw new Failure('no timer is armed');
  return 0;
}

// ---- descriptors of the loader

function* closeLoaded(shell: Shell): Steps<number> {
  const { words } = shell;
  const what = words.next();
  if (what !== 'map' && what !== 'prog') throw words.wasWrong('expected map or prog');
  const name = words.next();
  if (name === undefined) throw words.wasWrong('expected a name');
  end(words);
  const file = yield* perform(({ kernel }) => findFile(kernel, what, name));
  if (file === undefined) throw new Failure(`can't find ${what} ${name}`);
  return yield* closeFile(shell, file);
}

/** Descriptors that one table of open files may have. */
const MAX_FILES = 256;

/** The lowest open descriptor of a map or program of that name. */
function findFile(kernel: Parameters<typeof mapFacts>[0], what: 'map' | 'prog', name: string): number | undefined {
  for (let file = 0; file < MAX_FILES; file++) {
    const object = kernel.files.object(file, what === 'map' ? FILE_MAP : FILE_PROG);
    if (object === 0) continue;
    const found = what === 'map' ? mapFacts(kernel, object).info.name : progFacts(kernel, object).name;
    if (found === name) return file;
  }
  return undefined;
}

// ---- the BPF file system

function* listFolder({ words, out }: Shell): Steps<number> {
  const folder = words.left === 0 ? BPFFS : pathWord(words);
  end(words);
  const pins = yield* perform(({ kernel }) => listPins(kernel));
  const own = pins.find(({ path }) => path === folder);
  if (own === undefined && folder !== BPFFS) throw new Failure(`ls: cannot access '${folder}': ${strerror(2)}`, 2);
  if (own !== undefined && own.kind !== 'dir') out.print(`${folder}\n`);
  const names = pins.filter(({ path }) => path.slice(0, path.lastIndexOf('/')) === folder);
  for (const path of names.map((pin) => pin.path.slice(folder.length + 1)).sort()) out.print(`${path}\n`);
  return 0;
}

/** A command whose one operand is a path for a system call. */
const pathCommand = (name: string, routine: string, what: string) =>
  function* ({ words, cpu }: Shell): Steps<number> {
    const path = pathWord(words);
    end(words);
    const error = yield* call(cpu, routine, yield* putPath(path));
    if (error !== 0) throw new Failure(`${name}: ${what} '${path}': ${strerror(-error)}`, 1);
    return 0;
  };

function removePin(shell: Shell): Steps<number> {
  return pathCommand('rm', 'sys_unlink', 'cannot remove')(shell);
}

function makeFolder(shell: Shell): Steps<number> {
  return pathCommand('mkdir', 'sys_mkdir', 'cannot create directory')(shell);
}

function removeFolder(shell: Shell): Steps<number> {
  return pathCommand('rmdir', 'sys_rmdir', 'failed to remove')(shell);
}

// ---- the rest

function* cat(shell: Shell): Steps<number> {
  const { words } = shell;
  const path = words.next();
  if (!TRACE_PIPES.includes(path ?? '')) throw words.wasWrong(`cat: ${path ?? '-'}: only trace_pipe can be read`);
  end(words);
  return yield* traceLog(shell);
}

function showKernel({ words, out, kernel }: Shell): Steps<number> {
  if (words.left > 0) throw words.wrong('the kernel of a machine is chosen in its scenario, before it runs');
  out.print(`${kernel}\n`);
  return atOnce(0);
}

function echo({ words, out }: Shell): Steps<number> {
  const texts = words.rest().map((word) => word.text);
  out.print(`${texts.join(' ')}\n`);
  return atOnce(0);
}

function help({ words, out }: Shell): Steps<number> {
  const name = words.next();
  const object = words.next();
  end(words);
  if (name === undefined) {
    for (const { usage, summary } of Object.values(COMMANDS)) out.print(`${usage.padEnd(40)} ${summary}\n`);
    return atOnce(0);
  }
  const text =
    name === 'bpftool' && object !== undefined ? bpftoolHelp(object) : (commandHelp(name) ?? helperHelp(name));
  if (text === undefined) throw words.wasWrong(`"${object ?? name}" is not a command`);
  out.print(text);
  return atOnce(0);
}

/** The reference that a command imitates. */
const pageOf = (name: string): string => `https://manpages.debian.org/${name}`;

function commandHelp(name: string): string | undefined {
  if (!Object.hasOwn(COMMANDS, name)) return undefined;
  const { usage, summary, isOurs } = COMMANDS[name];
  return `${usage}\n    ${summary}\n${isOurs === true ? '' : `    ${pageOf(name)}\n`}`;
}

function bpftoolHelp(object: string): string | undefined {
  return Object.hasOwn(OBJECTS, object) ? `${OBJECTS[object].usage}${pageOf(`bpftool-${object}`)}\n` : undefined;
}

/** Helpers of the kernel, `bpf_timer_start` and the like. */
function helperHelp(name: string): string | undefined {
  const known = name.startsWith('bpf_') && helperByName(name) !== undefined;
  return known ? `${name}\n    https://docs.ebpf.io/linux/helper-function/${name}/\n` : undefined;
}
