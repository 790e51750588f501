/** `rearm bench`: how fast the parts of this program are. */
import { benchExplore } from './bench-explore.ts';
import { benchMachine } from './bench-machine.ts';
import { benchObjects } from './bench-objects.ts';
import { benchTimers } from './bench-timers.ts';
import { benchVerifier } from './bench-verifier.ts';
import { benchVm } from './bench-vm.ts';
import { type Command, EXIT_OK, usage } from './command.ts';

const USAGE = `usage: rearm bench machine [--json] [--steps N]
       rearm bench explore [--json]
       rearm bench vm OBJ PROGRAM
       rearm bench timers OBJ
       rearm bench verifier [--repeat N] [--log-level N] OBJ [PROGRAM]
       rearm bench objects FOLDER
       rearm bench all [--json]`;

/** By name: what each of them measures is said at its head. */
const BENCHMARKS: Readonly<Record<string, Command>> = {
  machine: benchMachine,
  explore: benchExplore,
  timers: benchTimers,
  verifier: benchVerifier,
  objects: benchObjects,
  vm: benchVm,
  all: benchAll,
};

/** Those that need no file. */
const ALL: readonly Command[] = [benchMachine, benchExplore];

export const benchCommand: Command = async ([what = '', ...args], host) => {
  const benchmark = Object.hasOwn(BENCHMARKS, what) ? BENCHMARKS[what] : undefined;
  return benchmark === undefined ? usage(host, 'bench what?', USAGE) : benchmark(args, host);
};

async function benchAll(args: readonly string[], host: Parameters<Command>[1]): Promise<number> {
  if (args.some((arg) => arg !== '--json')) return usage(host, `bench all: unknown option '${args[0]}'`, USAGE);
  for (const benchmark of ALL) await benchmark(args, host);
  return EXIT_OK;
}
