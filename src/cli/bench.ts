/** `rearm bench`: how fast the parts of this program are. */
import { type Command, EXIT_OK, usage } from './command.ts';

const USAGE = `usage: rearm bench machine [--json] [--steps N]
       rearm bench explore [--json]
       rearm bench vm OBJ PROGRAM
       rearm bench timers OBJ
       rearm bench verifier [--repeat N] [--log-level N] OBJ [PROGRAM]
       rearm bench objects FOLDER
       rearm bench all [--json]`;

const loadMachine = async (): Promise<Command> => (await import('./bench-machine.ts')).benchMachine;
const loadExplore = async (): Promise<Command> => (await import('./bench-explore.ts')).benchExplore;

/** By name, loaded when asked for: what each of them measures is said at its head. */
const BENCHMARKS: Readonly<Record<string, () => Promise<Command>>> = {
  machine: loadMachine,
  explore: loadExplore,
  timers: async () => (await import('./bench-timers.ts')).benchTimers,
  verifier: async () => (await import('./bench-verifier.ts')).benchVerifier,
  objects: async () => (await import('./bench-objects.ts')).benchObjects,
  vm: async () => (await import('./bench-vm.ts')).benchVm,
  all: async () => benchAll,
};

export const benchCommand: Command = async ([what = '', ...args], host) => {
  if (!Object.hasOwn(BENCHMARKS, what)) return usage(host, 'bench what?', USAGE);
  const benchmark = await BENCHMARKS[what]();
  return benchmark(args, host);
};

async function benchAll(args: readonly string[], host: Parameters<Command>[1]): Promise<number> {
  if (args.some((arg) => arg !== '--json')) return usage(host, `bench all: unknown option '${args[0]}'`, USAGE);
  // Those that need no file.
  for (const benchmark of [await loadMachine(), await loadExplore()]) await benchmark(args, host);
  return EXIT_OK;
}
