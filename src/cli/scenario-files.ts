/** Scenarios on the command line: a text or JSON document, program files, or a link. */
import { openScenario } from '../engine/engine.ts';
import type { Diagnostic } from '../engine/program/diagnostic.ts';
import { toBase64 } from '../engine/scenario/base64.ts';
import { DEFAULT_MACHINE } from '../engine/scenario/default-machine.ts';
import { decodeLink } from '../engine/scenario/link.ts';
import type { VerifyAnswer } from '../engine/scenario/queries.ts';
import { type DataFile, type ProgramSource, parseScenario, type Scenario } from '../engine/scenario/scenario.ts';
import { isCommand } from '../engine/scenario/script-text.ts';
import type { Session } from '../engine/scenario/session.ts';
import { inDocument, isScenarioText, parseScenarioText } from '../engine/scenario/text.ts';
import { finish } from '../lib/job.ts';
import { isCapture } from '../lib/pcap.ts';
import type { Host } from './command.ts';

/** Steps between two looks at whether a run has ended. */
const SLICE = 100_000;

/** A scenario that was read, and how its diagnostics are told. */
export interface ReadScenario {
  readonly scenario: Scenario;
  /** Prints what is wrong with a part of it, with the place in the document it came from. */
  readonly complain: (diagnostics: readonly Diagnostic[], where: string) => void;
}

/** The scenario in a text or a JSON document, or one made of program files that runs each of their programs once. */
export function readScenario(paths: readonly string[], host: Host): ReadScenario | undefined {
  const document = paths.find(isScenario);
  if (document !== undefined) return readDocument(document, host);
  const programs: ProgramSource[] = [];
  const files: DataFile[] = [];
  for (const path of paths) {
    const bytes = host.readFile(path);
    if (bytes === undefined) return undefined;
    if (isCapture(bytes)) files.push(toData(path, bytes));
    else programs.push(toProgram(path, bytes));
  }
  const beside = files.length > 0 && { files };
  return plain({ v: 1, programs, ...beside, machine: DEFAULT_MACHINE, script: [], grain: 'insn' }, host);
}

function readDocument(path: string, host: Host): ReadScenario | undefined {
  const bytes = host.readFile(path);
  if (bytes === undefined) return undefined;
  const text = new TextDecoder().decode(bytes);
  return isScenarioText(path) ? fromText(text, path, host) : fromJson(text, path, host);
}

const nameOf = (path: string): string => path.split('/').pop() ?? path;

function toProgram(path: string, bytes: Uint8Array): ProgramSource {
  const name = nameOf(path);
  return /\.[sS]$/.test(name) ? { name, asm: new TextDecoder().decode(bytes) } : { name, object: toBase64(bytes) };
}

const toData = (path: string, bytes: Uint8Array): DataFile => ({ name: nameOf(path), data: toBase64(bytes) });

/** The path is that of a scenario, not of a program. */
export const isScenario = (path: string): boolean => isScenarioText(path) || path.endsWith('.json');

const plain = (scenario: Scenario, host: Host): ReadScenario => ({
  scenario,
  complain: (diagnostics, where) => printDiagnostics(diagnostics, where, host),
});

function fromText(text: string, path: string, host: Host): ReadScenario | undefined {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const read = <T>(name: string, make: (path: string, bytes: Uint8Array) => T): T | undefined => {
    const bytes = host.readFile(name.startsWith('/') ? name : folder + name);
    return bytes === undefined ? undefined : make(name, bytes);
  };
  const parsed = parseScenarioText(text, {
    program: (name) => read(name, toProgram),
    file: (name) => read(name, toData),
  });
  if (!parsed.ok) {
    printDiagnostics(parsed.error, path, host);
    return undefined;
  }
  const { scenario, programLines } = parsed.value;
  return {
    scenario,
    complain: (diagnostics, where) => {
      const inside = where === 'script' || programLines.has(where);
      const placed = diagnostics.map((each) => inDocument(parsed.value, { ...each, where }));
      printDiagnostics(placed, inside || where === 'scenario' ? path : where, host);
    },
  };
}

function fromJson(text: string, path: string, host: Host): ReadScenario | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    host.error(`rearm: ${path}: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
  const scenario = parseScenario(data);
  if (scenario.ok) return plain(scenario.value, host);
  printDiagnostics(scenario.error, path, host);
  return undefined;
}

/** The scenario of a link or of its fragment. */
export function fromLink(link: string, host: Host): ReadScenario | undefined {
  const decoded = decodeLink(link.slice(link.indexOf('#') + 1));
  if (decoded.ok) return plain(decoded.value.scenario, host);
  printDiagnostics(decoded.error, 'link', host);
  return undefined;
}

/** Opens a scenario; one without a script gets a script that runs every accepted program once. */
export function open({ scenario, complain }: ReadScenario, host: Host): Session | undefined {
  const { answer, session } = finish(openScenario(scenario));
  for (const file of answer.programs) printVerdicts(file, complain, host);
  if (session === undefined) {
    for (const each of answer.diagnostics) complain([each], each.where ?? 'scenario');
    return undefined;
  }
  if (scenario.script.length > 0) return session;
  const accepted = answer.programs.flatMap((file) => file.programs.filter((program) => program.accepted));
  const script = accepted.map(({ name }) => ({ line: `bpftool prog run name ${name}` }));
  return finish(openScenario({ ...scenario, script })).session;
}

/** Plays a session to the step that is promised, else to the end of its script, else until nothing is left to do. */
export function play(session: Session, { expect, script }: Scenario): void {
  const until = expect !== undefined ? { is: 'step' as const, step: expect.step } : { is: endOf(script) };
  while (session.advance(until, Number.POSITIVE_INFINITY, SLICE) === undefined);
}

/** A script says itself how long it takes: its timers may go on for ever. Without one, everything is waited for. */
const endOf = (script: Scenario['script']): 'script' | 'idle' =>
  script.some(({ line }) => isCommand(line)) ? 'script' : 'idle';

function printVerdicts(answer: VerifyAnswer, complain: ReadScenario['complain'], host: Host): void {
  const { file, programs, diagnostics } = answer;
  complain(diagnostics, file);
  for (const { name, accepted, message } of programs) {
    if (!accepted) host.error(`rearm: ${file}: ${name}: ${message}\n`);
  }
}

/** `rearm: first-timer.s:12:5: unknown register "r11"` */
function printDiagnostics(diagnostics: readonly Diagnostic[], where: string, host: Host): void {
  for (const { at, offset, message } of diagnostics) {
    const place = at !== undefined ? `:${at.line}:${at.column}` : offset !== undefined ? `: byte ${offset}` : '';
    host.error(`rearm: ${where}${place}: ${message}\n`);
  }
}
