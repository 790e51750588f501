import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runObject } from './oracle-run.ts';

/** What programs printed with bpf_printk, as the kernel's trace_pipe had it: `golden/trace` of the corpus. */
const CORPUS = new URL('../conformance/corpus/', import.meta.url);
const TRACES = new URL('golden/trace/', CORPUS);

/** null: not the same in every run. */
interface Line {
  readonly comm: string | null;
  readonly cpu: number | null;
  readonly flags: string | null;
  readonly function: string | null;
  readonly text: string | null;
}

interface Traces {
  readonly object: string;
  readonly runs: readonly {
    readonly name: string;
    readonly seq: string;
    readonly settle_ms?: number;
    readonly lines: readonly Line[];
  }[];
}

/** Which of the processes that are not ours ran; all others are one. */
const whoOf = (comm: string): string => /^<idle>|^kworker/.exec(comm)?.[0] ?? 'process';

/** The columns of a line of trace_pipe: `comm-pid [cpu] flags time: function: text`. */
function columns(line: string): Line {
  const found = /^ *(.+)-\d+ +\[(\d+)\] (\S+) +\d+\.\d+: (\w+): (.*)$/s.exec(line);
  if (found === null) throw new Error(line);
  const [, comm, cpu, flags, name, text] = found;
  return { comm: whoOf(comm), cpu: Number(cpu), flags, function: name, text };
}

const recordings = readdirSync(TRACES)
  .filter((file) => file.endsWith('.pipe.json'))
  .map((file): Traces => JSON.parse(readFileSync(new URL(file, TRACES), 'utf8')));

describe.each(recordings)('$object', ({ object, runs }) => {
  const bytes = new Uint8Array(readFileSync(new URL(`objects/${object}`, CORPUS)));

  it.each(runs)('$name', ({ seq, settle_ms = 0, lines }) => {
    const ran = runObject(bytes, object, {
      sequence: seq,
      program: undefined,
      repeat: 1,
      settleMs: settle_ms,
      dumpMaps: false,
      data: undefined,
      context: undefined,
    });
    if (!ran.ok) throw new Error(ran.error[0].message);
    const wanted = lines.map(({ comm, ...line }) => ({ ...line, comm: comm === null ? null : whoOf(comm) }));
    const seen = ran.value.lines.map(columns);
    const known = (line: Line): Partial<Line> =>
      Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null));
    expect(seen).toMatchObject(wanted.map(known));
  });
});
