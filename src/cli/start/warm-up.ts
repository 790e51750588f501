/**
 * What the program does while its code is recorded: the commands that people wait for, each on what shows most of its
 * code. Runs when it is loaded, from the root of the repository; `done` settles when it has.
 */
import { readFileSync } from 'node:fs';
import type { Host } from '../command.ts';
import { rearm } from '../commands.ts';

const OBJECTS = 'src/conformance/corpus/objects';
const SCENARIO = 'src/examples/scenarios/rate-timer.rearm';

const COMMANDS: readonly string[] = [
  `verify ${OBJECTS}/control/flow.o ${OBJECTS}/memory/maps.o ${OBJECTS}/memory/packet.o ${OBJECTS}/scalars/bounds.o`,
  `verify ${OBJECTS}/control/calls.o ${OBJECTS}/scalars/links.o ${OBJECTS}/timers/callbacks.o ${OBJECTS}/helpers/valid.o`,
  `verify --json ${OBJECTS}/control/loops.o ${OBJECTS}/memory/stack.o ${OBJECTS}/timers/lifecycle.o`,
  `bench verifier ${OBJECTS}/control/sync_callbacks.o`,
  `run ${SCENARIO}`,
  `run --json ${OBJECTS}/timers/lifecycle.o`,
  `asm src/examples/flow-timeout.s -o unwritten.o`,
  `disasm ${OBJECTS}/scenarios/flow_timeout.o`,
  `link ${SCENARIO}`,
];

/** Reads files, and keeps the rest to itself. */
const host: Host = {
  out: () => undefined,
  error: () => undefined,
  readFile: (path) => new Uint8Array(readFileSync(path)),
  writeFile: () => true,
  async *lines() {},
};

async function warmUp(): Promise<void> {
  for (const command of COMMANDS) await rearm(command.split(' '), host);
}

export const done: Promise<void> = warmUp();
