/** A running kernel behind a process that speaks raw mode: a request a line, an answer a line, in order. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { vmlinuxBtf } from '../../engine/abi/vmlinux.ts';
import { Btf } from '../../engine/btf/btf.ts';
import { defined } from '../../lib/assert.ts';
import { isObject, type Json, parseJson } from '../json.ts';

const onlyWith = (rights: readonly string[]): readonly string[] => [
  '--inh-caps=-all',
  `--bounding-set=-all,${rights.map((right) => `+${right}`).join(',')}`,
];

class Oracle {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly waiting: ((answer: Json | undefined) => void)[] = [];
  private isGone = false;

  /** `rights` are those of setpriv(1); all that this process has if undefined. */
  constructor(path: string, rights?: readonly string[]) {
    const command = rights === undefined ? [path] : ['setpriv', ...onlyWith(rights), path];
    this.process = spawn(command[0], [...command.slice(1), '--raw'], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.process.on('error', () => this.end());
    this.process.on('close', () => this.end());
    this.process.stdin.on('error', () => this.end());
    createInterface({ input: this.process.stdout.setEncoding('latin1') }).on('line', (line) => {
      const answer = parseJson(line);
      this.waiting.shift()?.(isObject(answer) ? answer : undefined);
    });
  }

  /** The answer; undefined if the process is gone. */
  ask(request: Json): Promise<Json | undefined> {
    if (this.isGone) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.process.stdin.write(`${JSON.stringify(request)}\n`);
    });
  }

  close(): void {
    this.process.stdin.end();
  }

  private end(): void {
    this.isGone = true;
    for (const resolve of this.waiting.splice(0)) resolve(undefined);
  }
}

/** A process for each set of rights that programs are loaded with. */
export class Oracles {
  private readonly path: string;
  private readonly started = new Map<string, Oracle>();

  constructor(path: string) {
    this.path = path;
  }

  ask(request: Json, rights: readonly string[] | undefined): Promise<Json | undefined> {
    const key = rights?.join() ?? '';
    const oracle = this.started.get(key) ?? new Oracle(this.path, rights);
    this.started.set(key, oracle);
    return oracle.ask(request);
  }

  close(): void {
    for (const oracle of this.started.values()) oracle.close();
  }
}

const KERNEL_TYPES = '/sys/kernel/btf/vmlinux';

const NAMED_KINDS = ['func', 'var', 'typedef', 'struct'] as const;

function idIn(types: Btf, name: string): number | undefined {
  for (const kind of NAMED_KINDS) {
    const id = types.find(name, kind);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Our own id of a kernel function or variable. */
export const ourId = (name: string): number => defined(idIn(vmlinuxBtf(), name), name);

/** The running kernel's ids of functions, variables and types, by name; 0 for what it does not have. */
export function kernelIdsHere(): (name: string) => number {
  const parsed = Btf.parse(new Uint8Array(readFileSync(KERNEL_TYPES)));
  if (!parsed.ok) throw new Error(`${KERNEL_TYPES}: ${parsed.error.message}`);
  const types = parsed.value;
  const known = new Map<string, number>();
  return (name) => {
    const id = known.get(name) ?? idIn(types, name) ?? 0;
    known.set(name, id);
    return id;
  };
}
