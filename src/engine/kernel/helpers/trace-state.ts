/**
 * What a trace line says about the CPU that printed it, packed into the third argument of a `printk` record.
 *
 *   bit  0     1     2       3        4        5    6..7    8..11    12..15   16..31
 *        irqs  bh    resched softirq  hardirq  nmi  task    preempt  migrate  process
 *        off   off                                          depth    depth    number
 *
 * `task`: 0 idle, 1 a process, 2 a kernel worker.
 */
import {
  BPF_PROG_TYPE_FLOW_DISSECTOR,
  BPF_PROG_TYPE_RAW_TRACEPOINT,
  BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE,
} from '../../abi/program-types.ts';
import type { Kernel } from '../kernel.ts';
import { BPF_FRAME, HARDIRQ, NMI, SOFTIRQ, TASK } from '../layouts/cpu.ts';
import type { TraceState } from '../trace/trace-format.ts';
import { currentTask, WORKER } from './state.ts';

export const IDLE = 0;
export const PROCESS = 1;
export const KERNEL_WORKER = 2;

/** Depths beyond are shown as this. */
const MAX_DEPTH = 15;

/** How deep test runs of a program type nest migration and preemption; kernel: net/bpf/test_run.c */
const DEPTHS: ReadonlyMap<number, { readonly migrate: number; readonly preempt: number }> = new Map([
  [BPF_PROG_TYPE_FLOW_DISSECTOR, { migrate: 2, preempt: 0 }],
  [BPF_PROG_TYPE_RAW_TRACEPOINT, { migrate: 0, preempt: 1 }],
  [BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE, { migrate: 0, preempt: 1 }],
]);
const USUAL_DEPTHS = { migrate: 1, preempt: 0 };
const IDLE_DEPTHS = { migrate: 0, preempt: 1 };

/** The state of the present CPU in the form above. */
export function packTraceState(k: Kernel): number {
  const task = currentTask(k);
  const depths = task === 0 ? IDLE_DEPTHS : taskDepths(k);
  const isIn = (kind: number): number => (k.contextKind >= kind && !k.isEmpty(k.cpu, kind) ? 1 : 0);
  // The tracer itself counts one level.
  const preempt = 1 + depths.preempt + preemptOff(k) + bhEnableDepth(k);
  return (
    Number(k.irqsOff(k.cpu)) |
    (Number(k.bhOff(k.cpu)) << 1) |
    (k.thisCpu().needResched << 2) |
    (isIn(SOFTIRQ) << 3) |
    (isIn(HARDIRQ) << 4) |
    (isIn(NMI) << 5) |
    ((task === 0 ? IDLE : task === WORKER ? KERNEL_WORKER : PROCESS) << 6) |
    (Math.min(preempt, MAX_DEPTH) << 8) |
    (Math.min(depths.migrate, MAX_DEPTH) << 12) |
    ((task > 0 ? task : 0) << 16)
  );
}

export function unpackTraceState(packed: number): TraceState & { readonly task: number; readonly pid: number } {
  const bit = (n: number): boolean => (packed & (1 << n)) !== 0;
  return {
    irqsOff: bit(0),
    bhOff: bit(1),
    needResched: bit(2),
    softirq: bit(3),
    hardirq: bit(4),
    nmi: bit(5),
    task: (packed >> 6) & 3,
    preemptDepth: (packed >> 8) & MAX_DEPTH,
    migrateDepth: (packed >> 12) & MAX_DEPTH,
    pid: packed >>> 16,
  };
}

/** Depths of the task, by the program that it runs. */
function taskDepths(k: Kernel): { readonly migrate: number; readonly preempt: number } {
  const context = k.contextAddress(k.cpu, TASK);
  const { depth } = k.contextAt(context);
  for (let i = 0; i < depth; i++) {
    const frame = k.frameAddress(context, i);
    if (k.memory.load32(frame) !== BPF_FRAME) continue;
    return DEPTHS.get(k.bpf.codeOf(frame).verified.request.type) ?? USUAL_DEPTHS;
  }
  return USUAL_DEPTHS;
}

function preemptOff(k: Kernel): number {
  let depth = 0;
  for (let kind = TASK; kind <= NMI; kind++) depth += k.contextAt(k.contextAddress(k.cpu, kind)).preemptOff;
  return depth;
}

/** A softirq that runs when a task enables bottom halves again keeps one level; one on top of an interrupted program does not. */
function bhEnableDepth(k: Kernel): number {
  if (k.contextKind !== SOFTIRQ || k.isEmpty(k.cpu, TASK)) return 0;
  const { kind, code } = k.frameAt(k.topFrame(k.contextAddress(k.cpu, TASK)));
  return kind !== BPF_FRAME && k.routineOf(code).routine.name === 'test_run' ? 1 : 0;
}
