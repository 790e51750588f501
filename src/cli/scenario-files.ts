/** Scenarios on the command line: a JSON document, program files, or a link. */
import { openScenario } from '../engine/engine.ts';
import type { Diagnostic } from '../engine/program/diagnostic.ts';
import { toBase64 } from '../engine/scenario/base64.ts';
import { DEFAULT_MACHINE } from '../engine/scenario/default-machine.ts';
import { decodeLink } from '../engine/scenario/link.ts';
import type { VerifyAnswer } from '../engine/scenario/queries.ts';
import { type ProgramSource, parseScenario, type Scenario } from '../engine/scenario/scenario.ts';
import type { Session } from '../engine/scenario/session.ts';
import { finish } from '../lib/job.ts';
import type { Host } from './command.ts';

/** Steps between two looks at whether a run has ended. */
const SLICE = 100_000;

/** The scenario in a JSON document, or one made of program files that runs each of their programs once. */
export function readScenario(paths: readonly string[], host: Host): Scenario | undefined {
  const sources: ProgramSource[] = [];
  for (const path of paths) {
    const bytes = host.readFile(path);
    if (bytes === undefined) return undefined;
    if (path.endsWith('.json')) return fromJson(new TextDecoder().decode(bytes), path, host);
    sources.push(sourceOf(bytes, path));
  }
  return { v: 1, programs: sources, machine: DEFAULT_MACHINE, script: [], grain: 'insn' };
}

function sourceOf(bytes: Uint8Array, path: string): ProgramSource {
  const name = path.split('/').pop() ?? path;
  return /\.[sS]$/.test(name) ? { name, asm: new TextDecoder().decode(bytes) } : { name, object: toBase64(bytes) };
}

function fromJson(text: string, path: string, host: Host): Scenario | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    host.error(`rearm: ${path}: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
  const scenario = parseScenario(data);
  if (scenario.ok) return scenario.value;
  printDiagnostics(scenario.error, path, host);
  return undefined;
}

/** The scenario of a link or of its fragment. */
export function fromLink(link: string, host: Host): Scenario | undefined {
  const decoded = decodeLink(link.slice(link.indexOf('#') + 1));
  if (decoded.ok) return decoded.value.scenario;
  printDiagnostics(decoded.error, 'link', host);
  return undefined;
}

/** Opens a scenario; one without a script gets a script that runs every accepted program once. */
export function open(scenario: Scenario, host: Host): Session | undefined {
  const { answer, session } = finish(openScenario(scenario));
  for (const file of answer.programs) printVerdicts(file, host);
  if (session === undefined) {
    printDiagnostics(answer.diagnostics, 'scenario', host);
    return undefined;
  }
  if (scenario.script.length > 0) return session;
  const accepted = answer.programs.flatMap((file) => file.programs.filter((program) => program.accepted));
  const script = accepted.map(({ name }) => ({ line: `bpftool prog run name ${name}` }));
  return finish(openScenario({ ...scenario, script })).session;
}

/** Plays a session to its end, or to the step it promises. */
export function play(session: Session, toStep: number | undefined): void {
  const until = toStep === undefined ? ({ is: 'idle' } as const) : ({ is: 'step', step: toStep } as const);
  while (session.advance(until, Number.POSITIVE_INFINITY, SLICE) === undefined);
}

function printVerdicts({ file, programs, diagnostics }: VerifyAnswer, host: Host): void {
  printDiagnostics(diagnostics, file, host);
  for (const { name, accepted, message } of programs) {
    if (!accepted) host.error(`rearm: ${file}: ${name}: ${message}\n`);
  }
}

/** `rearm: first-timer.s:12:5: unknown register "r11"` */
export function printDiagnostics(diagnostics: readonly Diagnostic[], where: string, host: Host): void {
  for (const { at, offset, message } of diagnostics) {
    const place = at !== undefined ? `:${at.line}:${at.column}` : offset !== undefined ? `: byte ${offset}` : '';
    host.error(`rearm: ${where}${place}: ${message}\n`);
  }
}
