import { traceLines } from '../kernel/helpers/trace-lines.ts';
import { TRACE, TraceKind, type TraceStore } from '../kernel/trace.ts';

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
