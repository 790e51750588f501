/**
 * What the page and the worker say to each other; nothing else crosses. Every request has an id and gets exactly one
 * `done` or `failed` with that id, after any number of `progress`. The worker never blocks: `cancel` is answered
 * within one slice. `view` arrives unasked while the machine runs, at most 60 times a second.
 */
import type { Diagnostic } from '../engine/program/diagnostic.ts';
import type { FactsAnswer } from '../engine/scenario/facts-answer.ts';
import type { GraphAnswer } from '../engine/scenario/graph-answer.ts';
import type { InputAnswer } from '../engine/scenario/input-answer.ts';
import type { MemoryAnswer } from '../engine/scenario/memory-answer.ts';
import type {
  MachineAnswer,
  OpenAnswer,
  ProgramSource,
  Scenario,
  StepHow,
  TraceAnswer,
  Until,
  VerifyAnswer,
} from '../engine/scenario/queries.ts';
import type { DataFile } from '../engine/scenario/scenario.ts';
import type { TypesAnswer } from '../engine/scenario/types-answer.ts';
import type { WhyAnswer } from '../engine/scenario/why-answer.ts';

/** What each request is and what it is answered with. */
export interface Requests {
  /** Verify every program of a file. Level: bits of the verifier's log level. */
  verify: { ask: { source: ProgramSource; level: number; machine: Scenario['machine'] }; answer: VerifyAnswer };
  /** Open a scenario: verify, load, stand at step 0. Replaces the machine that was there. */
  open: { ask: { scenario: Scenario }; answer: OpenAnswer };
  /** Run until something; answered when the machine stands still. `speed`: virtual ns per real second, 0 = as fast as it goes; long pauses are skipped. */
  run: { ask: { until: Until; speed: number }; answer: MachineAnswer };
  /** Make the machine that runs stand still. */
  pause: { ask: Record<string, never>; answer: MachineAnswer };
  step: { ask: { how: StepHow; cpu?: number }; answer: MachineAnswer };
  /** Go to a step, backwards or forwards. */
  seek: { ask: { to: number }; answer: MachineAnswer };
  /** Exchange the files beside the programs. */
  files: { ask: { files: readonly DataFile[] }; answer: MachineAnswer };
  /** Type a command line of the script language; it is appended to the scenario. */
  command: { ask: { line: string }; answer: MachineAnswer };
  /** What the word of a command line under the cursor may become. */
  complete: { ask: { line: string; cursor: number }; answer: readonly string[] };
  machine: { ask: Record<string, never>; answer: MachineAnswer };
  /** The types of a file, and what its maps hold. */
  types: { ask: { source: ProgramSource; machine: Scenario['machine'] }; answer: TypesAnswer };
  /** What test runs of its programs take and give. */
  inputs: { ask: { source: ProgramSource }; answer: InputAnswer };
  /** What the verifier knows at each instruction of a program. */
  facts: { ask: { source: ProgramSource; program: string; machine: Scenario['machine'] }; answer: FactsAnswer };
  /** Why it was accepted or rejected. */
  why: { ask: { source: ProgramSource; program: string; machine: Scenario['machine'] }; answer: WhyAnswer };
  /** A file as an object file. */
  object: { ask: { source: ProgramSource }; answer: Uint8Array };
  /** Who holds whom on the machine. */
  graph: { ask: Record<string, never>; answer: GraphAnswer };
  /** Bytes of its memory and what lies there. */
  memory: { ask: { address: number; length: number }; answer: MemoryAnswer };
  trace: { ask: { from: number; namesFrom: number }; answer: TraceAnswer };
  /** The scenario as it is now (with typed commands and choices), expecting the present hash. */
  scenario: { ask: Record<string, never>; answer: Scenario };
}

export type RequestName = keyof Requests;

export type Request =
  | { [N in RequestName]: { readonly id: number; readonly do: N; readonly ask: Requests[N]['ask'] } }[RequestName]
  | { readonly id: number; readonly do: 'cancel'; readonly target: number };

export type Reply =
  /** First of all: the worker is up. `control` is shared memory, there only in an isolated page. */
  | { readonly is: 'ready'; readonly control?: Int32Array }
  | { readonly is: 'done'; readonly id: number; readonly answer: Requests[RequestName]['answer'] }
  | { readonly is: 'failed'; readonly id: number; readonly diagnostics: readonly Diagnostic[] }
  | { readonly is: 'cancelled'; readonly id: number }
  | { readonly is: 'progress'; readonly id: number; readonly done: number; readonly total?: number }
  /** The machine while it runs. */
  | { readonly is: 'view'; readonly machine: MachineAnswer; readonly trace: TraceAnswer }
  /** A bug of ours: the worker is of no use any more; `replay` says how to get there. */
  | { readonly is: 'crash'; readonly message: string; readonly replay: string };

/**
 * The control block, shared with the page when it is cross-origin isolated: the page sees step and clock without a
 * message and stops a run without waiting for the worker's event loop.
 */
export const CONTROL = { stop: 0, stepLow: 1, stepHigh: 2, clockLow: 3, clockHigh: 4, running: 5, words: 8 } as const;
