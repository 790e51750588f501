import type { Document } from './documents.ts';

/** A line of the script that runs a program which is not loaded. */
export interface UnloadedRun {
  /** From 1. */
  readonly line: number;
  readonly program: string;
}

const RUN_BY_NAME = /^[^#]*\bbpftool\s+(?:-\S+\s+)*prog\s+run\s+name\s+(\S+)/;

/** The lines of the script that run programs which the user has unticked: as it stands, they would fail. */
export function unloadedRuns({ script, skip = [] }: Pick<Document, 'script' | 'skip'>): readonly UnloadedRun[] {
  if (skip.length === 0) return [];
  return script.split('\n').flatMap((text, index) => {
    const program = RUN_BY_NAME.exec(text)?.[1];
    return program !== undefined && skip.includes(program) ? [{ line: index + 1, program }] : [];
  });
}

/** What is wrong with such a line. */
export const unloadedText = (program: string): string =>
  `${program} is not loaded: it is not ticked in the list of programs`;

/** The script without some of its lines. */
export function withoutLines(script: string, runs: readonly UnloadedRun[]): string {
  const gone = new Set(runs.map(({ line }) => line));
  return script
    .split('\n')
    .filter((_, index) => !gone.has(index + 1))
    .join('\n');
}
