import { err, ok, type Result } from '../../lib/result.ts';
import type { Diagnostic } from '../program/diagnostic.ts';
import { fromBase64 } from './base64.ts';
import { DEFAULT_MACHINE } from './default-machine.ts';
import { type DataFile, type ProgramSource, parseScenario, type Scenario } from './scenario.ts';
import { printScriptLine, readScriptLine } from './script-text.ts';
import { HEADERS, type HeaderDraft, type PathHeader } from './text-headers.ts';

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
 *   -- packets.pcap (file) --             files that commands read, as base64
 *   1MOyoQIABAAAAAAA…
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

/** The files beside the document that its headers name; undefined if there is none. */
export interface Beside {
  program(path: string): ProgramSource | undefined;
  file(path: string): DataFile | undefined;
}

const NOTHING: Beside = { program: () => undefined, file: () => undefined };

/** What a file of this name holds is a scenario's text. */
export const isScenarioText = (name: string): boolean => name.endsWith('.rearm');

const HEADING = /^-- (?<name>.+?)(?: \((?<kind>base64|file)\))? --\r?$/;
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
  readonly kind: 'assembly' | 'object' | 'data';
  readonly lines: Line[];
}

// ---- reading

/** Reads a scenario's text; diagnostics have lines and columns of the document. */
export function parseScenarioText(text: string, beside: Beside = NOTHING): Result<ScenarioText, readonly Diagnostic[]> {
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
    files: [],
  };
  const script = readHeaders(withoutLastEmpty(lines.slice(0, end)), draft, problems);
  const named = {
    programs: draft.programs.flatMap((header) => readBeside('program', header, beside.program, problems)),
    files: draft.files.flatMap((header) => readBeside('file', header, beside.file, problems)),
  };
  const parts = readParts(files, problems);
  const programs = [...named.programs, ...parts.programs];
  if (programs.length + problems.length === 0)
    problems.push(problemAt(lines[lines.length - 1], 'there is no program: expected a line such as "-- timer.s --"'));
  if (problems.length > 0) return err(problems);
  const dataFiles = [...named.files, ...parts.files];
  const data = {
    v: 1,
    ...draft.fields,
    programs,
    ...(dataFiles.length > 0 && { files: dataFiles }),
    script: script.map((line) => readScriptLine(line.text)),
  };
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
    else files.push({ name: groups.name, heading: line, kind: KINDS[groups.kind] ?? 'assembly', lines: [] });
  }
  return files;
}

const KINDS: Readonly<Record<string, FilePart['kind']>> = { base64: 'object', file: 'data' };

/** What stands below the headings. */
function readParts(parts: readonly FilePart[], problems: Diagnostic[]) {
  const programs: ProgramSource[] = [];
  const files: DataFile[] = [];
  for (const part of parts) {
    const { name, kind, lines } = part;
    if (kind === 'assembly') programs.push({ name, asm: assemblyOf(lines.map((line) => line.text)) });
    else {
      const digits = digitsOf(part, problems);
      if (kind === 'object') programs.push({ name, object: digits });
      else files.push({ name, data: digits });
    }
  }
  return { programs, files };
}

function digitsOf({ name, heading, lines }: FilePart, problems: Diagnostic[]): string {
  const bad = lines.find((line) => !/^[A-Za-z0-9+/]*=*\s*$/.test(line.text));
  const digits = lines.map((line) => line.text.trim()).join('');
  if (bad !== undefined || fromBase64(digits) === undefined)
    problems.push(problemAt(bad ?? heading, `${name} is not base64`));
  return digits;
}

function assemblyOf(lines: readonly string[]): string {
  const isOpen = lines.at(-1) === NO_NEWLINE;
  const texts = (isOpen ? lines.slice(0, -1) : lines).map((line) => (LOOKS_ALIKE.test(line) ? line.slice(1) : line));
  return texts.join('\n') + (isOpen || texts.length === 0 ? '' : '\n');
}

function readBeside<T>(
  key: 'program' | 'file',
  { path, no }: PathHeader,
  read: (path: string) => T | undefined,
  problems: Diagnostic[],
): readonly T[] {
  const file = read(path);
  if (file !== undefined) return [file];
  problems.push(problemAt({ no, text: `${key}: ${path}` }, `there is no file ${path}`, `${key}: `.length + 1));
  return [];
}

/** Where the part of the scenario stands that the schema finds fault with. */
function lineOf(path: string, draft: HeaderDraft, script: readonly Line[], files: readonly FilePart[]) {
  const [part, index] = path.split('.');
  const header = Object.entries(HEADERS).find(([, row]) => path.startsWith(row.path))?.[0] ?? '';
  const no =
    part === 'script'
      ? script[Number(index)]?.no
      : part === 'programs' || part === 'files'
        ? linesOfFiles(part, draft, files)[Number(index)]
        : draft.lines.get(header);
  return no === undefined ? undefined : { line: no, column: 1, endColumn: 1 };
}

/** Line of each program, or of each other file. */
function linesOfFiles(part: 'programs' | 'files', draft: HeaderDraft, parts: readonly FilePart[]): readonly number[] {
  const inside = parts.filter(({ kind }) => (kind === 'data') === (part === 'files'));
  return [...draft[part].map((each) => each.no), ...inside.map((each) => each.heading.no)];
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
  const files = (scenario.files ?? []).flatMap(({ name, data }) => [`-- ${name} (file) --`, ...base64Lines(data)]);
  return [...headers, '', ...script, '', ...programs, ...files, ''].join('\n');
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
