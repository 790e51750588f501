/**
 * `rearm bpftool-session`: bpftool on a simulated machine. An invocation a line on standard input, as
 * {"argv": ["bpftool", …], "stdin": hex}; an answer a line: {"stdout", "stderr", "exit"}.
 */
import { readFileSync } from 'node:fs';
import { DEFAULT_ENV } from '../engine/abi/env.ts';
import { readObject } from '../engine/elf/read.ts';
import { Machine } from '../engine/kernel/machine.ts';
import { objectFiles, type ReadFile } from '../engine/object-files.ts';
import { type Output, Processes } from '../engine/userspace/processes.ts';
import type { GivenFiles } from '../engine/userspace/shell/file-system.ts';
import { putPath } from '../engine/userspace/shell/handles.ts';
import { call, runNow } from '../engine/userspace/steps.ts';
import { fromHex } from '../lib/bytes.ts';
import { type Command, EXIT_OK, usage } from './command.ts';

const USAGE = 'usage: rearm bpftool-session';

/** Folders that are there from the beginning. */
const FOLDERS = ['/sys/fs/bpf/progs', '/sys/fs/bpf/maps'];
/** Time that passes between two invocations. */
const PAUSE_NS = 100_000_000;
/** Ids given out before: the machine has been up for a while, and no id is mistaken for another number. */
const EARLIER = { progs: 20_000, maps: 30_000, btfs: 40_000 };
const MAX_STEPS = 100_000_000;

export const bpftoolSessionCommand: Command = async (args, host) => {
  if (args.length > 0) return usage(host, `unexpected argument '${args[0]}'`, USAGE);
  const session = new BpftoolSession();
  for await (const line of host.lines()) {
    const invocation = parseInvocation(line);
    if (invocation === undefined) return usage(host, 'a line is no invocation', USAGE);
    const { stdout, stderr, status } = session.run(invocation);
    host.out(`${JSON.stringify({ stdout, stderr, exit: status })}\n`);
  }
  return EXIT_OK;
};

interface Invocation {
  readonly argv: readonly string[];
  readonly stdin: Uint8Array | undefined;
}

function parseInvocation(line: string): Invocation | undefined {
  const value: unknown = parseJson(line);
  if (typeof value !== 'object' || value === null || !('argv' in value) || !Array.isArray(value.argv)) return undefined;
  const argv = value.argv.filter((word) => typeof word === 'string');
  const stdin = 'stdin' in value && typeof value.stdin === 'string' ? fromHex(value.stdin) : undefined;
  return argv.length === value.argv.length ? { argv, stdin } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

class BpftoolSession {
  private readonly machine = new Machine({ cpus: DEFAULT_ENV.possibleCpus, memoryMiB: 64 });
  private readonly processes = new Processes(this.machine, objectFiles([], readPath, DEFAULT_ENV), [], HOST_FILES);

  constructor() {
    this.machine.act(() => {
      const globals = this.machine.kernel.globals();
      globals.nextProgId = EARLIER.progs;
      globals.nextMapId = EARLIER.maps;
      globals.nextBtfId = EARLIER.btfs;
    });
    for (const folder of FOLDERS) runNow(this.machine, makeFolder(folder));
  }

  /** One command, then a pause in which timers fire. */
  run({ argv, stdin }: Invocation): Output {
    const words = argv.map((text) => ({ text, column: 0, isQuoted: true as const }));
    const line = { process: 'sh', cpu: 0, words, ...(stdin !== undefined && { stdin }) };
    this.processes.append({ text: argv.join(' '), lineNo: 0, line, notBefore: 0 });
    for (let steps = 0; !this.processes.isDone && steps < MAX_STEPS; steps++) {
      this.processes.proceed();
      if (!this.processes.isDone && !this.processes.isWorking) this.machine.step();
    }
    this.machine.run(MAX_STEPS, this.machine.clock + PAUSE_NS);
    return this.processes.ended[this.processes.ended.length - 1];
  }
}

function* makeFolder(path: string) {
  return yield* call(0, 'sys_mkdir', yield* putPath(path));
}

/** The bytes of a file of the host; undefined if it cannot be read. */
function readHostFile(path: string): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** Every file of the host can be read, and none is listed. */
const HOST_FILES: GivenFiles = { names: [], read: readHostFile };

/** The blueprint of an object file; undefined if it cannot be opened. */
const readPath: ReadFile = (path) => {
  const object = readHostFile(path);
  return object === undefined ? undefined : { spec: readObject(object, path), object };
};
