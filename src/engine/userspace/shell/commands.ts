import { FILE_MAP, FILE_PROG, MAX_FILES } from '../../kernel/layouts/cpu.ts';
import { BPFFS } from '../../kernel/syscalls/bpffs.ts';
import { assertThat } from '../assert.ts';
import { bpftool } from '../bpftool/bpftool.ts';
import { showManual } from '../manual/manual.ts';
import { attachProgram } from '../net/attach-command.ts';
import { nc, ping } from '../net/packet-commands.ts';
import { tc } from '../net/tc-command.ts';
import { tcpreplay } from '../net/tcpreplay-command.ts';
import { atOnce, call, nextFire, perform, type Steps } from '../steps.ts';
import { veristat } from '../veristat/veristat.ts';
import { mapBatch } from './batch-command.ts';
import { duration, end } from './command-arguments.ts';
import { cat, list, makeFolder, remove, removeFolder } from './file-commands.ts';
import { closeFile, mapFacts, progFacts } from './handles.ts';
import { exitShell, kill, showJobs, showProcesses, wait } from './process-commands.ts';
import type { Run, Shell } from './shell.ts';
import { taskset } from './taskset-command.ts';
import { TEXT_COMMANDS } from './text-commands.ts';
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
  /** Known here only. */
  readonly isOurs?: boolean;
}

export const COMMANDS: Readonly<Record<string, CommandRow>> = {
  bpftool: {
    usage: 'bpftool [OPTIONS] OBJECT COMMAND …',
    summary: 'inspect and change programs and maps',
    run: bpftool,
  },
  'map-batch': {
    usage: 'map-batch { lookup | lookup-and-delete | update | delete } MAP …',
    summary: 'read or change many elements of a map by one system call',
    run: mapBatch,
    isOurs: true,
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
  tcpreplay: {
    usage: 'tcpreplay [OPTIONS] -i DEVICE FILE…',
    summary: 'send the packets of a capture at their times',
    run: tcpreplay,
  },
  ping: { usage: 'ping [-46] [-c COUNT] [-i TIME] HOST', summary: 'send echo requests', run: ping },
  ps: { usage: 'ps', summary: 'processes, their CPUs and how many files they have open', run: showProcesses },
  kill: { usage: 'kill [-SIGNAL] { PID | %JOB }…', summary: 'end processes', run: kill, inShell: true },
  jobs: { usage: 'jobs', summary: 'the commands that were begun with &', run: showJobs, inShell: true },
  wait: { usage: 'wait [PID | %JOB]', summary: 'wait for commands that were begun with &', run: wait, inShell: true },
  taskset: {
    usage: 'taskset [-c] CPUS COMMAND…, taskset -p [CPUS] PID',
    summary: 'run a command on a CPU, or move a process',
    run: taskset,
  },
  exit: { usage: 'exit [STATUS]', summary: 'end the shell', run: exitShell, inShell: true },
  ls: { usage: `ls [-l] [PATH]…`, summary: 'list files and pins', run: list },
  rm: { usage: 'rm [-f] PATH…', summary: 'remove pins and files', run: remove },
  mkdir: { usage: `mkdir ${BPFFS}/…`, summary: 'make a folder for pins', run: makeFolder },
  rmdir: { usage: `rmdir ${BPFFS}/…`, summary: 'remove an empty folder', run: removeFolder },
  cat: {
    usage: 'cat [FILE]…',
    summary: 'print files, or of trace_pipe what programs printed since the last time',
    run: cat,
  },
  head: { usage: 'head [-n N] [FILE]…', summary: 'print the first lines', run: TEXT_COMMANDS.head },
  tail: { usage: 'tail [-n N] [FILE]…', summary: 'print the last lines', run: TEXT_COMMANDS.tail },
  grep: { usage: 'grep [OPTIONS] PATTERN [FILE]…', summary: 'print lines that match', run: TEXT_COMMANDS.grep },
  wc: { usage: 'wc [-lwc] [FILE]…', summary: 'count lines, words and bytes', run: TEXT_COMMANDS.wc },
  sort: { usage: 'sort [-nru] [FILE]…', summary: 'sort lines', run: TEXT_COMMANDS.sort },
  uniq: { usage: 'uniq [-c] [FILE]', summary: 'leave out lines that repeat', run: TEXT_COMMANDS.uniq },
  tee: { usage: 'tee [-a] FILE…', summary: 'print what is piped in, and write it', run: TEXT_COMMANDS.tee },
  xxd: { usage: 'xxd [FILE]', summary: 'print bytes as hex', run: TEXT_COMMANDS.xxd },
  kernel: { usage: 'kernel', summary: 'which kernel the machine runs', run: showKernel, isOurs: true, inShell: true },
  assert: {
    usage: 'assert SUBJECT OPERATOR VALUE',
    summary: 'what the scenario expects here',
    run: assertThat,
    isOurs: true,
    inShell: true,
  },
  uname: { usage: 'uname [-asnrvmo]', summary: 'which kernel the machine runs', run: uname },
  echo: { usage: 'echo WORDS…', summary: 'print words', run: echo, inShell: true },
  true: { usage: 'true', summary: 'succeed', run: () => atOnce(0), inShell: true },
  false: { usage: 'false', summary: 'fail', run: () => atOnce(1), inShell: true },
  man: {
    usage: 'man PAGE',
    summary: 'the page about a command or a helper of the kernel',
    run: (shell) => help(shell),
  },
  help: {
    usage: 'help [COMMAND]',
    summary: 'all commands, or the page about one',
    run: (shell) => help(shell),
    isOurs: true,
    inShell: true,
  },
};

/** Pages are about the commands, so the table comes first. */
const help = (shell: Shell): Steps<number> => showManual(shell, COMMANDS);

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

// ---- the rest

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

/** uname [-asrvmno]: what the machine is. */
function uname({ words, out, kernel }: Shell): Steps<number> {
  const letters = words.rest().map(({ text }) => text);
  const wrong = letters.find((word) => !/^-[asnrvmpio]+$/.test(word));
  if (wrong !== undefined)
    throw words.wrong(`uname: extra operand '${wrong}'\nTry 'uname --help' for more information.`, 1);
  const wanted = letters.join('');
  const fields = UNAME.filter(([letter]) => wanted.includes(letter) || wanted.includes('a'));
  const shown = fields.length === 0 ? [UNAME[0]] : fields;
  out.print(`${shown.map(([, text]) => text.replace('KERNEL', kernel)).join(' ')}\n`);
  return atOnce(0);
}

/** Option and text, in the order in which they are printed. */
const UNAME: readonly (readonly [letter: string, text: string])[] = [
  ['s', 'Linux'],
  ['n', 'rearm'],
  ['r', 'KERNEL'],
  ['v', '#1 SMP'],
  ['m', 'x86_64'],
  ['o', 'GNU/Linux'],
];
