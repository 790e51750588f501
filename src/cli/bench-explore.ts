/**
 * `rearm bench explore`: how many states a second the depth-first search visits, on two CPUs that start the same timer which
 * starts itself again; a row, with `--json` a JSON line.
 */
import { Dfs } from '../engine/explorer/dfs.ts';
import { Machine } from '../engine/kernel/machine.ts';
import { openArm } from './bench-machine.ts';
import { nanosecondsOf } from './bench-object.ts';
import { asciiJson, type Command, EXIT_OK, usage } from './command.ts';
import { beginTestRun } from './fuzz/machine-world.ts';

const USAGE = 'usage: rearm bench explore [--json]';
const MEMORY_MIB = 2;
const BOUNDS = { maxStates: 30_000, maxDepth: 400 };

export const benchExplore: Command = async (args, host) => {
  if (args.some((arg) => arg !== '--json')) return usage(host, 'bench explore: bad arguments', USAGE);
  explore();
  const { states, runs, seconds } = explore();
  const rate = Math.round(states / seconds);
  const line = asciiJson({ bench: 'explore', states, runs, seconds, states_per_second: rate });
  host.out(args.length > 0 ? `${line}\n` : `explore  ${states} states in ${runs} runs  ${rate} states/s\n`);
  return EXIT_OK;
};

function explore(): { readonly states: number; readonly runs: number; readonly seconds: number } {
  const machine = new Machine({ freeTime: true, tracing: false, memoryMiB: MEMORY_MIB });
  const prog = openArm(machine, 1);
  beginTestRun(machine, 0, prog);
  beginTestRun(machine, 1, prog);
  const dfs = new Dfs(machine);
  let found = { states: 0, runs: 0 };
  const nanoseconds = nanosecondsOf(() => {
    found = dfs.explore(BOUNDS);
  });
  return { ...found, seconds: nanoseconds / 1e9 };
}
