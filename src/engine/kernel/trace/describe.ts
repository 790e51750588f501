import type { Scheduler } from '../cpu/scheduler.ts';
import type { PendingStore } from '../cpu/store-buffers.ts';
import type { Kernel } from '../kernel.ts';
import { BPF_FRAME, Call, CONTEXT_COUNT, CONTEXT_NAMES, Frame } from '../layouts/cpu.ts';
import type { Addr } from '../memory/memory.ts';

/** Where a CPU stands, for people. Strings and numbers only: a front end may send it anywhere. */
export interface CpuView {
  readonly cpu: number;
  /** Outermost first; none = the CPU is idle. */
  readonly contexts: readonly ContextView[];
  /** What the next step waits for; undefined if it can be made. */
  readonly waits: string | undefined;
  readonly irqsOff: boolean;
  readonly bhOff: boolean;
  /** Names and addresses of the locks held. */
  readonly locks: readonly string[];
  /** What it has stored and nobody else sees yet, oldest first. */
  readonly stores: readonly string[];
}

export interface ContextView {
  readonly kind: (typeof CONTEXT_NAMES)[number];
  /** The system call, the work item, or the kind of interrupt. */
  readonly name: string;
  readonly frames: readonly FrameView[];
}

export type FrameView =
  | {
      readonly is: 'bpf';
      /** Index of the code in `kernel.bpf.codes`. */
      readonly code: number;
      readonly program: string;
      readonly subprog: number;
      readonly pc: number;
      /** R0 … R10 as pairs of words, low first. */
      readonly registers: Int32Array;
      /** From the frame's lowest byte to R10. */
      readonly stack: Uint8Array;
    }
  | {
      readonly is: 'routine';
      readonly routine: string;
      readonly kernelFunction: string;
      readonly step: string;
      readonly pseudo: string;
      /** All steps of this machine's form of the routine. */
      readonly steps: readonly { readonly name: string; readonly pseudo: string }[];
      readonly at: number;
      readonly locals: Readonly<Record<string, number>>;
    };

export function describeCpu(k: Kernel, scheduler: Scheduler, cpu: number): CpuView {
  const contexts = Array.from({ length: CONTEXT_COUNT }, (_, kind) => kind).filter((kind) => !k.isEmpty(cpu, kind));
  return {
    cpu,
    contexts: contexts.map((kind) => contextView(k, cpu, kind)),
    waits: scheduler.waits.waitOf(cpu),
    irqsOff: k.irqsOff(cpu),
    bhOff: k.bhOff(cpu),
    locks: contexts.flatMap((kind) => k.locks.held(k.contextAddress(cpu, kind)).map((lock) => lockName(k, lock))),
    stores: (k.stores?.pending(cpu) ?? []).map((store) => storeText(k, store)),
  };
}

/** `bpf_array + 40 = 0x00000001` */
function storeText(k: Kernel, { address, value }: PendingStore): string {
  const found = k.allocator.provenance(address);
  const place = found === undefined ? hex(address) : `${k.trace.names[found.what]} + ${address - found.object}`;
  return `${place} = ${hex(value)}`;
}

const hex = (word: number): string => `0x${(word >>> 0).toString(16).padStart(8, '0')}`;

function lockName(k: Kernel, lock: Addr): string {
  const object = k.allocator.provenance(lock);
  const name = object === undefined ? 'lock' : (k.trace.names[object.what] ?? 'lock');
  return `${name} 0x${lock.toString(16)}`;
}

function contextView(k: Kernel, cpu: number, kind: number): ContextView {
  const context = k.contextAddress(cpu, kind);
  const { depth, job } = k.contextAt(context);
  const frames = Array.from({ length: depth }, (_, i) => frameView(k, k.frameAddress(context, i)));
  return { kind: CONTEXT_NAMES[kind], name: jobName(k, job) ?? outermostName(frames), frames };
}

function jobName(k: Kernel, job: Addr): string | undefined {
  return job === 0 ? undefined : k.routineOf(k.memory.load32(job + Call.offset('routine'))).routine.name;
}

function outermostName(frames: readonly FrameView[]): string {
  const [first] = frames;
  return first.is === 'bpf' ? first.program : first.routine;
}

function frameView(k: Kernel, frame: Addr): FrameView {
  const { kind, code, at, stackTop, stackDepth } = k.frameAt(frame);
  if (kind === BPF_FRAME) {
    const registers = (frame + Frame.offset('registers')) >> 2;
    return {
      is: 'bpf',
      code,
      program: k.bpf.codes[code].name,
      subprog: k.memory.load32(frame + Frame.offset('locals') + 4),
      pc: at,
      registers: k.memory.words.slice(registers, registers + 22),
      stack: k.memory.bytesAt(stackTop - stackDepth, stackDepth),
    };
  }
  const built = k.routineOf(code);
  const f = built.at(frame);
  // A routine whose last step has called another stands behind its end.
  const { name, pseudo } = built.steps[Math.min(at, built.steps.length - 1)];
  return {
    is: 'routine',
    routine: built.routine.name,
    kernelFunction: built.routine.kernelFunction,
    step: name,
    pseudo,
    steps: built.steps.map(({ name, pseudo }) => ({ name, pseudo })),
    at,
    locals: Object.fromEntries(built.routine.locals.map((name) => [name, f[name]])),
  };
}
