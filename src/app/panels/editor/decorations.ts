import type { CpuAnswer, OutputAnswer, ProgramAnswer, VerifyAnswer } from '../../../engine/scenario/queries.ts';
import { isAssertion } from '../../../engine/scenario/script-text.ts';
import { LogRows, lastStates, stateText } from '../../log/log-rows.ts';
import type { Document } from '../../state/documents.ts';
import { bpfFrameOf, lineOfInsn } from '../../state/places.ts';
import { unloadedRuns, unloadedText } from '../../state/unloaded.ts';

/** What the editor marks in a file, computed from the answers of the worker. */

export type LineMark = 'cursor' | 'error' | 'cpu';

export interface Decoration {
  readonly line: number;
  readonly mark?: LineMark;
  readonly cpu?: number;
  /** Class of the sign in the gutter: `cpu-1` (its square), `sign-error`. */
  readonly gutter?: string;
  /** Text behind the line, at the hint column. */
  readonly hint?: string;
}

export interface Marker {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly line: number;
  readonly column?: number;
  readonly endColumn?: number;
}

/** Squiggles of a file: what the assembler says, and where the verifier rejected a program. */
export function markersOf(answer: VerifyAnswer | undefined): readonly Marker[] {
  if (answer === undefined) return [];
  const assembler = answer.diagnostics.flatMap(({ severity, message, notes, at }): Marker[] =>
    at === undefined ? [] : [{ severity, message: [message, ...(notes ?? [])].join('\n'), ...at }],
  );
  const verifier = answer.programs.flatMap((program): Marker[] => {
    const line = rejectedLine(program);
    return line === undefined ? [] : [{ severity: 'error', message: program.message, line }];
  });
  return [...assembler, ...verifier];
}

/** Squiggles of the script: runs of programs that are not loaded. */
export function scriptMarkers(document: Document | undefined): readonly Marker[] {
  const runs = document === undefined ? [] : unloadedRuns(document);
  return runs.map(({ line, program }) => ({ severity: 'warning', message: unloadedText(program), line }));
}

function rejectedLine(program: ProgramAnswer): number | undefined {
  return program.accepted || program.insn === undefined ? undefined : lineOfInsn(program, program.insn);
}

/** Lines that are in error, with the message at the hint column. */
export function errorDecorations(answer: VerifyAnswer | undefined): readonly Decoration[] {
  return markersOf(answer)
    .filter((marker) => marker.severity === 'error')
    .map(({ line, message }) => ({ line, mark: 'error', gutter: 'sign-error', hint: message.split('\n')[0] }));
}

/** Lines at which the CPUs stand. */
export function cpuDecorations(cpus: readonly CpuAnswer[], programs: ReadonlySet<string>): readonly Decoration[] {
  return cpus.flatMap((cpu): Decoration[] => {
    const frame = bpfFrameOf(cpu);
    if (frame === undefined || frame.sourceLine <= 0 || !programs.has(frame.program)) return [];
    return [{ line: frame.sourceLine, mark: 'cpu', cpu: cpu.cpu, gutter: `cpu-sign cpu-${cpu.cpu}` }];
  });
}

const MAX_HINT = 100;

/** Behind each line of a script that has ended, the first line that it printed; assertions that do not hold are in error. */
export function scriptDecorations(output: readonly OutputAnswer[]): readonly Decoration[] {
  return output.flatMap(({ lineNo, line, text, failed }): Decoration[] => {
    if (isAssertion(line)) return [failed ? failedAssertion(lineNo, text) : { line: lineNo, hint: 'holds' }];
    const [hint] = text.split('\n');
    return hint === '' ? [] : [{ line: lineNo, hint: hint.slice(0, MAX_HINT) }];
  });
}

function failedAssertion(line: number, text: string): Decoration {
  return {
    line,
    mark: 'error',
    gutter: 'sign-error',
    hint: text.replace(/^assert [^\n]*: (?=it is)/, '').split('\n')[0],
  };
}

/** What the verifier knows after each line, from the log of the program that is shown. */
export function hintDecorations(program: ProgramAnswer | undefined): readonly Decoration[] {
  if (program === undefined) return [];
  const hints = new Map<number, string>();
  for (const [insn, state] of lastStates(new LogRows(program.log, program.message))) {
    const line = lineOfInsn(program, insn);
    if (line !== undefined) hints.set(line, stateText(state));
  }
  return [...hints].map(([line, hint]) => ({ line, hint }));
}
