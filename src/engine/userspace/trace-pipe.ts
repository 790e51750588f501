import { traceLines } from '../kernel/helpers/trace-lines.ts';
import { TRACE, TraceKind, type TraceStore } from '../kernel/trace.ts';

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
