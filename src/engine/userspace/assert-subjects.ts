import { finish } from '../../lib/job.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Machine } from '../kernel/machine.ts';
import type { Addr } from '../kernel/memory/memory.ts';
import { peek } from '../kernel/memory/peek.ts';
import { globalVariable, type Value, valueInMap } from './assert-values.ts';
import { mapFacts, mapsInOrder, progFacts, progsInOrder } from './shell/handles.ts';
import type { CheckedProgram, Shell } from './shell/shell.ts';
import { linesOfTrace } from './shell/trace-pipe.ts';
import { Failure } from './shell/words.ts';
import { perform, type Steps } from './steps.ts';

/** What an assertion can be about. */
export interface SubjectRow {
  readonly usage: string;
  readonly summary: string;
  readonly pattern: RegExp;
  readonly read: (shell: Shell, match: readonly (string | undefined)[]) => Steps<Value>;
}

/** Kernel names end after 15 characters. */
const KERNEL_NAME = 15;
/** Elements that are counted. */
const MAX_COUNTED = 1_000_000;

export const SUBJECTS: readonly SubjectRow[] = [
  {
    usage: 'clock',
    summary: 'virtual time since boot',
    pattern: /^clock$/,
    read: () => look((machine) => BigInt(machine.clock)),
  },
  {
    usage: 'fires',
    summary: 'timer callbacks that have begun so far',
    pattern: /^fires$/,
    read: () => look((machine) => BigInt(machine.kernel.globals().fires)),
  },
  {
    usage: 'status',
    summary: 'exit status of the last command of this process',
    pattern: /^status$/,
    read: ({ last }) => look(() => BigInt(last?.status ?? 0)),
  },
  {
    usage: 'output',
    summary: 'what the last command of this process printed',
    pattern: /^output$/,
    read: ({ last }) => look(() => last?.text ?? ''),
  },
  {
    usage: 'retval',
    summary: 'what the program returned that the last command of this process ran',
    pattern: /^retval$/,
    read: ({ last }) => look(() => (last?.run === undefined ? 'none' : BigInt(last.run.returnValue))),
  },
  {
    usage: 'trace',
    summary: 'what programs have printed',
    pattern: /^trace$/,
    read: () => look((machine) => linesOfTrace(machine.trace, 0).join('\n')),
  },
  {
    usage: 'map:NAME',
    summary: 'alive or gone',
    pattern: /^map:([^.\s]+|\.\w+)$/,
    read: (_, [, name = '']) => look(({ kernel }) => (findMap(kernel, name) === 0 ? 'gone' : 'alive')),
  },
  {
    usage: 'map:NAME.{refcnt|usercnt|entries}',
    summary: 'references, those of user space among them, elements',
    pattern: /^map:(.+)\.(refcnt|usercnt|entries)$/,
    read: (_, [, name = '', what = '']) => look((machine) => countOfMap(machine, name, what)),
  },
  {
    usage: 'prog:NAME',
    summary: 'alive or gone',
    pattern: /^prog:([^.\s]+)$/,
    read: (_, [, name = '']) => look(({ kernel }) => (findProg(kernel, name) === 0 ? 'gone' : 'alive')),
  },
  {
    usage: 'prog:NAME.refcnt',
    summary: 'references',
    pattern: /^prog:(.+)\.refcnt$/,
    read: (_, [, name = '']) =>
      look(({ kernel }) => {
        const prog = findProg(kernel, name);
        return BigInt(prog === 0 ? 0 : kernel.prog(prog).refcnt);
      }),
  },
  {
    usage: 'prog:NAME.{verdict|errno|log}',
    summary: "accepted or rejected, the errno, the verifier's log",
    pattern: /^prog:(.+)\.(verdict|errno|log)$/,
    read: (shell, [, name = '', what = '']) => look(() => verdictOf(shell, name, what)),
  },
  {
    usage: 'MAP[KEY]',
    summary: 'a value: of which MAP[KEY].member; MAP[KEY]@CPU; `none` if there is no such element',
    pattern: /^([\w.]+)\[([^\]]*)\](?:@(\d+))?((?:\.\w+|\[\d+\])*)$/,
    read: (shell, [, name = '', key = '', cpu, path = '']) =>
      look((machine) => {
        const map = findMap(machine.kernel, name);
        if (map === 0) throw new Failure(`there is no map ${name}`, 1);
        return valueInMap(machine, map, { key, cpu: Number(cpu ?? shell.cpu), path });
      }),
  },
  {
    usage: 'var:NAME',
    summary: 'a global variable; var:NAME.member, var:NAME[INDEX]',
    pattern: /^var:(\w+)((?:\.\w+|\[\d+\])*)$/,
    read: (_, [, name = '', path = '']) => look((machine) => globalVariable(machine, name, path)),
  },
];

/** Looks at the machine; what cannot be looked at is a failure of the command. */
function* look(action: (machine: Machine) => Value): Steps<Value> {
  const seen = yield* perform((machine) => failureOr(() => action(machine)));
  if (seen instanceof Failure) throw seen;
  return seen;
}

function failureOr(action: () => Value): Value | Failure {
  try {
    return action();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

// ---- objects by name

function findMap(k: Kernel, name: string): Addr {
  return mapsInOrder(k).find((map) => mapFacts(k, map).info.name === name.slice(0, KERNEL_NAME)) ?? 0;
}

function findProg(k: Kernel, name: string): Addr {
  return (
    progsInOrder(k).find((prog) => progFacts(k, prog).name.slice(0, KERNEL_NAME) === name.slice(0, KERNEL_NAME)) ?? 0
  );
}

function countOfMap(machine: Machine, name: string, what: string): bigint {
  const { kernel } = machine;
  const map = findMap(kernel, name);
  if (map === 0) return 0n;
  if (what === 'entries') return BigInt(countEntries(machine, map));
  const { refcnt, usercnt } = kernel.map(map);
  return BigInt(what === 'refcnt' ? refcnt : usercnt);
}

function countEntries(machine: Machine, map: Addr): number {
  const { kernel } = machine;
  const { nextKey } = kernel.mapOps(map);
  return peek(machine, () => {
    let [key, next] = [0, kernel.kzallocBytes(kernel.map(map).keySize, 'key')];
    for (let count = 0; ; count++) {
      if (nextKey === undefined || count >= MAX_COUNTED || nextKey(kernel, map, key, next) !== 0) return count;
      [key, next] = [next, key === 0 ? kernel.kzallocBytes(kernel.map(map).keySize, 'key') : key];
    }
  });
}

// ---- verdicts

function verdictOf({ files }: Shell, name: string, what: string): Value {
  for (const file of files.names) {
    const opened = files.open(file);
    if (opened.is !== 'file') continue;
    const index = opened.spec.programs.findIndex((each) => each.name === name);
    if (index >= 0) return partOfVerdict(finish(opened.check(index)), what);
  }
  throw new Failure(`there is no program ${name}`, 1);
}

function partOfVerdict({ verified, errno, log }: CheckedProgram, what: string): Value {
  if (what === 'errno') return BigInt(errno);
  return what === 'log' ? log : verified === undefined ? 'rejected' : 'accepted';
}
