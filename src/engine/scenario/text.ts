import { err, ok, type Result } from '../../lib/result.ts';
import type { Diagnostic } from '../program/diagnostic.ts';
import { fromBase64 } from './base64.ts';
import { DEFAULT_MACHINE } from './default-machine.ts';
import { type ProgramSource, parseScenario, type Scenario } from './scenario.ts';
import { printScriptLine, readScriptLine } from './script-text.ts';
import { HEADERS, type HeaderDraft } from './text-headers.ts';

/**
 * A scenario as a text that people write, diff and mail. Three parts, in this order:
 *
 *   title: delete while it fires          what `text-headers.ts` lists, up to the first empty line
 *   kernel: 6.18
 *   cpus: 2
 *                                         the script, a line per command, as a shell takes them
 *   bpftool prog run name arm
 *   @42 [nc@1] bpftool map delete …       not before step 42 of the run
 *   assert map:flows.entries == 0
 *
 *   -- flows.s --                         the programs; objects as base64
 *   .map flows type=hash …
 *
 * Everything that a scenario holds is in its text: what `printScenarioText` prints is read back as it was.
 */
export interface ScenarioText {
  readonly scenario: Scenario;
  /** Line of the document (from 1) on which each line of the script stands. */
  readonly scriptLines: readonly number[];
  /** By file name: line of the document above the program's first line. */
  readonly programLines: ReadonlyMap<string, number>;
}

/** What a `program:` header names: a file beside the document, or undefined if there is none. */
export type ReadProgram = (path: string) => ProgramSource | undefined;

/** What a file of this name holds is a scenario's text. */
export const isScenarioText = (name: string): boolean => name.endsWith('.rearm');

const HEADING = /^-- (?<name>.+?)(?<object> \(base64\))? --\r?$/;
const NO_NEWLINE = '\\ No newline at end of file';
/** Lines of a program that look like one of the above stand there with one more backslash. */
const LOOKS_ALIKE = /^(\\*-- .+ --\r?|\\+ No newline at end of file)$/;
const BASE64_COLUMNS = 76;

interface Line {
  /** In the document, from 1. */
  readonly no: number;
  readonly text: string;
}

/** A heading with what stands below it. */
interface FilePart {
  readonly name: string;
  readonly heading: Line;
  readonly isObject: boolean;
  readonly lines: Line[];
}

// ---- reading

/** Reads a scenario's text; diagnostics have lines and columns of the document. */
export function parseScenarioText(
  text: string,
  read: ReadProgram = () => undefined,
): Result<ScenarioText, readonly Diagnostic[]> {
  const lines = text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, i) => ({ no: i + 1, text: line }));
  const firstHeading = lines.findIndex((line) => HEADING.test(line.text));
  const end = firstHeading < 0 ? lines.length : firstHeading;
  const files = splitFiles(lines.slice(end));
  const problems: Diagnostic[] = [];
  const draft: HeaderDraft = {
    fields: { machine: { ...DEFAULT_MACHINE }, grain: 'point' },
    lines: new Map(),
    programs: [],
  };
  const script = readHeaders(withoutLastEmpty(lines.slice(0, end)), draft, problems);
  const beside = draft.programs.flatMap((program) => readBeside(program, read, problems));
  const programs = [...beside, ...files.flatMap((file) => readFile(file, problems))];
  if (files.length + draft.programs.length === 0)
    problems.push(problemAt(lines[lines.length - 1], 'there is no program: expected a line such as "-- timer.s --"'));
  if (problems.length > 0) return err(problems);
  const data = { v: 1, ...draft.fields, programs, script: script.map((line) => readScriptLine(line.text)) };
  const scenario = parseScenario(data, (path) => lineOf(path, draft, script, files));
  if (!scenario.ok) return scenario;
  return ok({
    scenario: scenario.value,
    scriptLines: script.map((line) => line.no),
    programLines: new Map(files.map(({ name, heading }) => [name, heading.no])),
  });
}

function problemAt({ no, text }: Line, message: string, column = 1): Diagnostic {
  return { severity: 'error', message, at: { line: no, column, endColumn: Math.max(column, text.length) + 1 } };
}

/** The empty line above the first program is no part of the script. */
function withoutLastEmpty(lines: readonly Line[]): readonly Line[] {
  return lines.at(-1)?.text.trim() === '' ? lines.slice(0, -1) : lines;
}

/** Takes the headers and answers with the lines of the script; comments among the headers come first. */
function readHeaders(lines: readonly Line[], draft: HeaderDraft, problems: Diagnostic[]): readonly Line[] {
  const empty = lines.findIndex((line) => line.text.trim() === '');
  const headers = empty < 0 ? lines : lines.slice(0, empty);
  const comments = headers.filter((line) => line.text.startsWith('#'));
  for (const line of headers) if (!line.text.startsWith('#')) readHeader(line, draft, problems);
  return [...comments, ...(empty < 0 ? [] : lines.slice(empty + 1))];
}

function readHeader(line: Line, draft: HeaderDraft, problems: Diagnostic[]): void {
  const [, key, before, value] = /^([a-z]+)(:\s*)(.*?)\s*$/.exec(line.text) ?? ['', '', '', ''];
  if (!Object.hasOwn(HEADERS, key)) {
    const known = Object.keys(HEADERS).join(', ');
    problems.push(problemAt(line, `expected one of ${known} and a colon, or an empty line before the script`));
    return;
  }
  const isSecond = draft.lines.has(key) && HEADERS[key].repeats !== true;
  draft.lines.set(key, line.no);
  const wrong = isSecond ? 'is there twice' : HEADERS[key].read(value, draft, line.no);
  if (wrong !== undefined) problems.push(problemAt(line, `${key}: ${wrong}`, key.length + before.length + 1));
}

function splitFiles(lines: readonly Line[]): readonly FilePart[] {
  const files: FilePart[] = [];
  for (const line of lines) {
    const groups = HEADING.exec(line.text)?.groups;
    if (groups === undefined) files.at(-1)?.lines.push(line);
    else files.push({ name: groups.name, heading: line, isObject: groups.object !== undefined, lines: [] });
  }
  return files;
}

function readFile({ name, heading, isObject, lines }: FilePart, problems: Diagnostic[]): readonly ProgramSource[] {
  if (!isObject) return [{ name, asm: assemblyOf(lines.map((line) => line.text)) }];
  const bad = lines.find((line) => !/^[A-Za-z0-9+/]*=*\s*$/.test(line.text));
  const digits = lines.map((line) => line.text.trim()).join('');
  if (bad === undefined && fromBase64(digits) !== undefined) return [{ name, object: digits }];
  problems.push(problemAt(bad ?? heading, `${name} is not base64`));
  return [];
}

function assemblyOf(lines: readonly string[]): string {
  const isOpen = lines.at(-1) === NO_NEWLINE;
  const texts = (isOpen ? lines.slice(0, -1) : lines).map((line) => (LOOKS_ALIKE.test(line) ? line.slice(1) : line));
  return texts.join('\n') + (isOpen || texts.length === 0 ? '' : '\n');
}

function readBeside(
  { path, no }: HeaderDraft['programs'][number],
  read: ReadProgram,
  problems: Diagnostic[],
): readonly ProgramSource[] {
  const program = read(path);
  if (program !== undefined) return [program];
  problems.push(problemAt({ no, text: `program: ${path}` }, `there is no file ${path}`, 'program: '.length + 1));
  return [];
}

/** Where the part of the scenario stands that the schema finds fault with. */
function lineOf(path: string, draft: HeaderDraft, script: readonly Line[], files: readonly FilePart[]) {
  const [part, index] = path.split('.');
  const beside = draft.programs;
  const header = Object.entries(HEADERS).find(([, row]) => path.startsWith(row.path))?.[0] ?? '';
  const no =
    part === 'script'
      ? script[Number(index)]?.no
      : part === 'programs'
        ? [...beside.map((each) => each.no), ...files.map((each) => each.heading.no)][Number(index)]
        : draft.lines.get(header);
  return no === undefined ? undefined : { line: no, column: 1, endColumn: 1 };
}

/** A diagnostic about a line of the script, or about a program's text, as one about the document. */
export function inDocument({ scenario, scriptLines, programLines }: ScenarioText, found: Diagnostic): Diagnostic {
  const { at, where } = found;
  if (at === undefined || where === undefined) return found;
  if (where !== 'script') return { ...found, at: { ...at, line: at.line + (programLines.get(where) ?? 0) } };
  const typed = scenario.script[at.line - 1]?.at;
  const before = typed === undefined ? 0 : `@${typed} `.length;
  const { column, endColumn } = at;
  return {
    ...found,
    at: { line: scriptLines[at.line - 1] ?? at.line, column: column + before, endColumn: endColumn + before },
  };
}

// ---- printing

/** The text of a scenario. */
export function printScenarioText(scenario: Scenario): string {
  const headers = Object.entries(HEADERS).flatMap(([key, row]) =>
    row.print(scenario).flatMap((value) => (value === undefined ? [] : [`${key}: ${value}`.trimEnd()])),
  );
  const script = scenario.script.map(printScriptLine);
  const programs = scenario.programs.flatMap(printProgram);
  return [...headers, '', ...script, '', ...programs, ''].join('\n');
}

function printProgram(program: ProgramSource): readonly string[] {
  if ('object' in program) return [`-- ${program.name} (base64) --`, ...base64Lines(program.object)];
  const lines = program.asm.split('\n').map((line) => (LOOKS_ALIKE.test(line) ? `\\${line}` : line));
  const ends = lines.at(-1) === '';
  return [`-- ${program.name} --`, ...(ends ? lines.slice(0, -1) : [...lines, NO_NEWLINE])];
}

function base64Lines(digits: string): readonly string[] {
  const plain = digits.replaceAll(/\s/g, '');
  return Array.from({ length: Math.ceil(plain.length / BASE64_COLUMNS) }, (_, i) =>
    plain.slice(i * BASE64_COLUMNS, (i + 1) * BASE64_COLUMNS),
  );
}
