/** Lines of `trace_pipe` from the machine's trace. */
import { TRACE, TraceKind, type TraceStore, traceCpu } from '../trace/trace.ts';
import { traceFlags, traceLineText } from '../trace/trace-format.ts';
import { workerName, workerPid } from './state.ts';
import { IDLE, KERNEL_WORKER, unpackTraceState } from './trace-state.ts';

/** What programs printed, oldest first; `comm` is the name of a process that the machine does not know. */
export function traceLines(trace: TraceStore, comm: string): string[] {
  const lines: string[] = [];
  for (let n = trace.start; n < trace.end; n++) {
    if (trace.get(n, TRACE.kind) === TraceKind.printk) lines.push(lineOf(trace, n, comm));
  }
  return lines;
}

/** The last `count` of them at most. */
export function lastTraceLines(trace: TraceStore, comm: string, count: number): string[] {
  const lines: string[] = [];
  for (let n = trace.end - 1; n >= trace.start && lines.length < count; n--) {
    if (trace.get(n, TRACE.kind) === TraceKind.printk) lines.push(lineOf(trace, n, comm));
  }
  return lines.reverse();
}

function lineOf(trace: TraceStore, n: number, comm: string): string {
  const state = unpackTraceState(trace.get(n, TRACE.arg2));
  const cpu = traceCpu(trace.get(n, TRACE.where));
  const time = (trace.get(n, TRACE.timeLow) >>> 0) + trace.get(n, TRACE.timeHigh) * 0x1_0000_0000;
  const text = trace.names[trace.get(n, TRACE.object)];
  const task = taskOf(state, cpu, trace.taskName(state.pid) ?? comm);
  return traceLineText({ ...task, cpu, flags: traceFlags(state), time, event: 'bpf_trace_printk', text });
}

function taskOf({ task, pid }: { readonly task: number; readonly pid: number }, cpu: number, comm: string) {
  if (task === IDLE) return { comm: '<idle>', pid: 0 };
  return task === KERNEL_WORKER ? { comm: workerName(cpu), pid: workerPid(cpu) } : { comm, pid };
}
