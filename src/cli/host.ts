/** The process as host of a command. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';
import type { Host } from './command.ts';

/**
 * Twice what V8 inlines into one function by itself: the loop over a machine's steps is then one function, and makes about a
 * tenth more of them in a second. A page has no such switch.
 */
const INLINED_BYTECODE = 2000;

export const processHost: Host = {
  out: (text) => {
    process.stdout.write(text);
  },
  error: (text) => {
    process.stderr.write(text);
  },
  readFile: (path) => attempt(path, () => new Uint8Array(readFileSync(path))),
  writeFile: (path, bytes) => attempt(path, () => writeFileSync(path, bytes) ?? true) === true,
  lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  expectManySteps: () => setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${INLINED_BYTECODE}`),
};

function attempt<T>(path: string, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    process.stderr.write(`rearm: ${path}: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}
