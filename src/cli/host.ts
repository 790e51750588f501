/** The process as host of a command. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Host } from './command.ts';

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
};

function attempt<T>(path: string, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    process.stderr.write(`rearm: ${path}: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}
