import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Diagnostic } from '../../engine/program/diagnostic.ts';
import type { CpuAnswer, MachineAnswer, ProgramAnswer, VerifyAnswer } from '../../engine/scenario/queries.ts';
import type { Capture } from '../../lib/pcap.ts';
import type { Document } from './documents.ts';
import type { TraceView } from './trace-store.ts';

export type LogLevel = 1 | 2 | 4;
export type Theme = 'light' | 'dark' | 'contrast';
/** What a step steps: the machine (whoever is next), or one CPU. */
export type Scope = 'machine' | number;

/** The one place that every panel marks: a line of a file, and what of the program belongs to it. */
export interface Cursor {
  readonly file: string;
  readonly line: number;
  /** Row of the log that was chosen; without it, the first row of the line's instructions is meant. */
  readonly logRow?: number;
}

/** The verifier's answers for one edit of the active document. */
export interface Verification {
  readonly documentId: string;
  readonly edit: number;
  readonly level: LogLevel;
  readonly answers: readonly VerifyAnswer[];
  /** Whose kernel judged. */
  readonly machine: Document['machine'];
  /** Programs that this edit does not load. */
  readonly skip: readonly string[];
}

/** The machine in the worker, and which edit of which document it runs. */
export interface Machine {
  readonly documentId: string;
  readonly edit: number;
  readonly now: MachineAnswer;
  /** The state before the last standstill: values that differ from it are marked. */
  readonly before: MachineAnswer | undefined;
  readonly trace: TraceView;
}

export interface Notice {
  readonly message: string;
  readonly details: readonly string[];
}

/** How an opened link compares with what it promised. */
export interface Reproduction {
  readonly is: 'same' | 'different';
  readonly message: string;
}

export interface AppState {
  readonly documents: readonly Document[];
  readonly activeId: string;
  /** File of the active document that the editor shows, or `script`. */
  readonly tab: string;
  readonly verification: Verification | undefined;
  /** A verification that takes long, or that the user ended before it had a verdict. */
  readonly verifying: { readonly is: 'running'; readonly done: number } | { readonly is: 'stopped' } | undefined;
  /** Program whose verdict and log are shown; the first rejected one if there is no such. */
  readonly program: string | undefined;
  readonly logLevel: LogLevel;
  readonly cursor: Cursor | undefined;
  /** Id of the object (node of the graph) that was chosen; without it, the one that the machine is busy with is meant. */
  readonly object: string | undefined;
  readonly machine: Machine | undefined;
  readonly running: boolean;
  readonly scope: Scope;
  /** Virtual nanoseconds per second; 0 = as fast as it goes. */
  readonly speed: number;
  readonly reproduction: Reproduction | undefined;
  /** The capture that was opened just now: its first packet is taken where one is edited. */
  readonly capture: Capture | undefined;
  readonly theme: Theme;
  /** The panels are arranged for a room: what happens is said in large words above them. */
  readonly isTalk: boolean;
  readonly helpOpen: boolean;
  readonly galleryOpen: boolean;
  readonly notice: Notice | undefined;
  /** A bug of ours: of the engine, whose worker is of no use any more, or of the page. */
  readonly crash: { readonly of: 'engine' | 'page'; readonly message: string; readonly replay: string } | undefined;
  /** Said in the status bar after an action that shows nowhere else (`Link copied`). */
  readonly said: string;
}

export const START: AppState = {
  documents: [],
  activeId: '',
  tab: '',
  verification: undefined,
  verifying: undefined,
  program: undefined,
  logLevel: 2,
  cursor: undefined,
  object: undefined,
  machine: undefined,
  running: false,
  scope: 'machine',
  speed: 1_000_000,
  reproduction: undefined,
  capture: undefined,
  theme: 'light',
  isTalk: false,
  helpOpen: false,
  galleryOpen: false,
  notice: undefined,
  crash: undefined,
  said: '',
};

export const store = createStore<AppState>(() => START);

export const useApp = <T>(select: (state: AppState) => T): T => useStore(store, select);

export const activeDocument = (state: AppState): Document | undefined =>
  state.documents.find((document) => document.id === state.activeId);

/** The verification of the active document, if it is of the text as it stands. */
export function currentVerification(state: AppState): Verification | undefined {
  const { verification } = state;
  const document = activeDocument(state);
  return verification?.documentId === document?.id && verification?.edit === document?.edit ? verification : undefined;
}

/** The verification to show: that of the text as it stands, or else the last one of the same document. */
export function shownVerification(state: AppState): Verification | undefined {
  return state.verification?.documentId === state.activeId ? state.verification : undefined;
}

/** The machine, if it runs an edit of the active document. */
export function shownMachine(state: AppState): Machine | undefined {
  return state.machine?.documentId === state.activeId ? state.machine : undefined;
}

/** True if the machine runs the text as it stands. */
export function isMachineCurrent(state: AppState): boolean {
  return shownMachine(state) !== undefined && state.machine?.edit === activeDocument(state)?.edit;
}

/** True if every program that is loaded may run. */
export const isAccepted = (verification: Verification): boolean =>
  verification.answers.every((answer) => errorsOf(answer).length === 0) &&
  loadedPrograms(verification).every((program) => program.accepted);

/** True if at least one program that is loaded may run. */
export const canRun = (verification: Verification): boolean =>
  loadedPrograms(verification).some((program) => program.accepted);

/** The programs that are not left out. */
export const loadedPrograms = ({ answers, skip }: Verification): readonly ProgramAnswer[] =>
  answers.flatMap((answer) => answer.programs.filter((program) => !skip.includes(program.name)));

export const errorsOf = (answer: VerifyAnswer): readonly Diagnostic[] =>
  answer.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');

/** The CPU that single-CPU panels show: the chosen one, or else the first that has something to do. */
export function focusCpu(state: AppState): CpuAnswer | undefined {
  const cpus = shownMachine(state)?.now.cpus;
  if (state.scope !== 'machine') return cpus?.[state.scope];
  return cpus?.find((cpu) => cpu.contexts.length > 0) ?? cpus?.[0];
}
