import type { Diagnostic } from '../program/diagnostic.ts';
import type { LogLines } from '../program/log-lines.ts';
import type { ProgramSource, Scenario } from './scenario.ts';

/** What a front end asks about programs and a machine, and the answers: plain data that can cross to another thread. */

/** One program of a file, verified. */
export interface ProgramAnswer {
  readonly name: string;
  readonly section: string;
  /** `xdp`, `sched_cls`, … */
  readonly type: string;
  readonly accepted: boolean;
  /** 0 or a positive errno, and its name (`EINVAL`). */
  readonly errno: number;
  readonly errnoName: string;
  /** Where it ended: the kernel's answer to BPF_PROG_LOAD, or before. */
  readonly stage: 'prog' | 'object';
  readonly log: LogLines;
  /** The kernel's last line before the statistics, if rejected. */
  readonly message: string;
  /** Instruction (8-byte slot of the loaded program) that the rejection speaks of. */
  readonly insn: number | undefined;
  /** Per slot of the loaded program: the kernel's print of it, empty for the second slot of a 64-bit load. */
  readonly insns: readonly string[];
  /** Per slot: 1-based line of the assembly text, or 0. */
  readonly sourceLines: Int32Array;
  /** Per slot: 1-based line of the source in C, or 0; absent without debug information of another file. */
  readonly cLines?: { readonly file: string; readonly lines: Int32Array };
}

/** As much of a source file as an object's debug information tells. */
export interface SourceText {
  readonly file: string;
  /** Ascending by number. */
  readonly lines: readonly { readonly number: number; readonly text: string }[];
}

export interface VerifyAnswer {
  readonly file: string;
  readonly programs: readonly ProgramAnswer[];
  readonly diagnostics: readonly Diagnostic[];
  /** Assembly text of an object file. */
  readonly disassembly?: string;
  /** The C that an object file was made of, as far as it tells. */
  readonly sources?: readonly SourceText[];
}

/** A 64-bit value as 16 hex digits. */
export type Hex64 = string;

export type FrameAnswer =
  | {
      readonly is: 'bpf';
      readonly program: string;
      readonly function: string;
      /** Slot in the loaded program. */
      readonly pc: number;
      readonly insn: string;
      readonly sourceLine: number;
      /** R0..R10. */
      readonly registers: readonly Hex64[];
      /** Bytes from r10-depth to r10, hex. */
      readonly stack: string;
    }
  | {
      readonly is: 'routine';
      /** `cancel`, `hash_update`, … */
      readonly routine: string;
      readonly step: string;
      readonly pseudo: string;
      readonly kernelFunction: string;
      readonly steps: readonly { readonly name: string; readonly pseudo: string }[];
    };

export interface ContextAnswer {
  readonly kind: 'task' | 'softirq' | 'hardirq' | 'nmi';
  /** The task or the callback. */
  readonly name: string;
  /** Outermost first. */
  readonly frames: readonly FrameAnswer[];
}

export interface CpuAnswer {
  readonly cpu: number;
  /** Outermost first; empty = idle. */
  readonly contexts: readonly ContextAnswer[];
  /** Why the next step must wait, in words; absent when it need not. */
  readonly waits?: string;
  readonly irqsOff: boolean;
  readonly bhOff: boolean;
  readonly locks: readonly string[];
  /** What waits in its store buffer, oldest first; absent where nothing does. */
  readonly stores?: readonly string[];
}

export interface TimerAnswer {
  readonly address: Hex64;
  /** Offset of the `bpf_timer` in the value. */
  readonly offset: number;
  readonly state: 'idle' | 'armed' | 'running' | 'running, armed';
  /** Absolute expiry in ns (decimal text), if armed. */
  readonly expires?: string;
  readonly cpu: number;
  readonly program?: string;
  readonly callback?: string;
}

export interface MapEntryAnswer {
  readonly key: string;
  readonly value: string;
  /** Key as C text by its BTF type, if there is one. */
  readonly prettyKey?: string;
  /** Value as C text by its BTF type, if there is one. */
  readonly pretty?: string;
  readonly timers: readonly TimerAnswer[];
}

export interface MemberAnswer {
  readonly name: string;
  /** Bytes. */
  readonly offset: number;
  readonly size: number;
}

export interface MapAnswer {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly keySize: number;
  readonly valueSize: number;
  readonly maxEntries: number;
  readonly refcnt: number;
  readonly usercnt: number;
  /** Members of the value that are integers, by its BTF type: what can be typed by name. */
  readonly members: readonly MemberAnswer[];
  /** At most the first 256 entries in the kernel's order. */
  readonly entries: readonly MapEntryAnswer[];
  readonly total: number;
}

/** Why the machine stands still. */
export type Stop =
  | { readonly why: 'paused' | 'idle' | 'reached' | 'breakpoint' }
  /** Something went wrong on the machine; `replay` is the fragment of a link that gets there. */
  | { readonly why: 'no progress' | 'deadlock' | 'report'; readonly message: string; readonly replay: string };

export interface MachineAnswer {
  readonly step: number;
  /** Virtual time since boot in ns, decimal text. */
  readonly clock: string;
  readonly runHash: string;
  readonly stop: Stop;
  readonly cpus: readonly CpuAnswer[];
  readonly maps: readonly MapAnswer[];
  /** Lines of trace_pipe so far. */
  readonly traceLines: readonly string[];
  /** The commands that have ended, in this order, each with what it printed. */
  readonly output: readonly OutputAnswer[];
  /** Shells whose last command has not ended. */
  readonly busy: readonly string[];
}

export interface OutputAnswer {
  readonly step: number;
  /** When it ended: ns, decimal text. */
  readonly clock: string;
  /** Name of the shell. */
  readonly process: string;
  /** As typed; empty for what a background command leaves when it ends. */
  readonly line: string;
  /** Line of the scenario's script, from 1. */
  readonly lineNo: number;
  readonly text: string;
  readonly failed: boolean;
  /** What came out of the program, if the command was a `bpftool prog run` that the kernel carried out. */
  readonly run?: RunAnswer;
}

/** The output of a test run; bytes as hex digits. */
export interface RunAnswer {
  readonly returnValue: number;
  /** Average of a run in virtual ns. */
  readonly duration: number;
  readonly dataOut?: string;
  readonly contextOut?: string;
}

/** A part of the trace store: records of `TRACE_SIZE` words (kernel/trace/trace.ts), and the names their ids point to. */
export interface TraceAnswer {
  /** Number of the first record. */
  readonly from: number;
  readonly records: Int32Array;
  /** Names added since the last answer: index `namesFrom` on. */
  readonly namesFrom: number;
  readonly names: readonly string[];
}

export interface OpenAnswer {
  readonly programs: readonly VerifyAnswer[];
  /** False: nothing can run; the diagnostics of `programs` and these say why. */
  readonly runnable: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly scenario: Scenario;
}

export type Until =
  /** Until nothing is left to do. */
  | { readonly is: 'idle' }
  /** Until the virtual clock has reached this time (ns, decimal text). */
  | { readonly is: 'clock'; readonly ns: string }
  | { readonly is: 'step'; readonly step: number }
  /** Until every line of the script has ended; timers may go on. */
  | { readonly is: 'script' }
  /** Until the next timer callback begins. */
  | { readonly is: 'fire' };

/** `drain`: the oldest stores of the CPU that is named become visible, if there are any. */
export type StepHow = 'insn' | 'step' | 'over' | 'out' | 'drain';

export type { ProgramSource, Scenario };
