import { traceLines } from '../../kernel/helpers/trace-lines.ts';
import { TRACE, TraceKind, type TraceStore } from '../../kernel/trace/trace.ts';
import { noMoreThan } from '../bpftool/arguments.ts';
import { perform, type Steps } from '../steps.ts';
import type { ScriptLine } from './script.ts';
import type { Shell } from './shell.ts';

/** Where the file is seen. */
export const TRACE_PIPES: readonly string[] = [
  '/sys/kernel/debug/tracing/trace_pipe',
  '/sys/kernel/tracing/trace_pipe',
];

/** Name of the task that makes system calls. */
const COMM = 'sh';

/** Lines of trace_pipe of the records from number `from` on. */
export function linesOfTrace(trace: TraceStore, from: number): readonly string[] {
  let earlier = 0;
  for (let i = trace.start; i < Math.min(from, trace.end); i++) {
    if (trace.get(i, TRACE.kind) === TraceKind.printk) earlier++;
  }
  return traceLines(trace, COMM).slice(earlier);
}

/** True for a line that reads trace_pipe, whose lines are then gone for the next reader. */
export const readsTrace = ({ words, pipelines }: ScriptLine): boolean =>
  [{ words }, ...(pipelines ?? []).flatMap(({ commands }) => commands)].some((command) =>
    command.words.some(({ text }) => text === 'tracelog' || TRACE_PIPES.includes(text)),
  );

/** bpftool prog tracelog, up to the present. kernel: tools/bpf/bpftool/tracelog.c */
export function* traceLog({ words, out, traceFrom }: Shell): Steps<number> {
  noMoreThan(words);
  const lines = yield* perform((machine) => linesOfTrace(machine.trace, traceFrom));
  if (out.json === undefined) out.print(lines.map((line) => `${line}\n`).join(''));
  else {
    out.json.strings(lines);
  }
  return 0;
}
