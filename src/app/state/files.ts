import type { Diagnostic } from '../../engine/program/diagnostic.ts';
import { toBase64 } from '../../engine/scenario/base64.ts';
import type { DataFile, Scenario } from '../../engine/scenario/scenario.ts';
import { isCapture } from '../../lib/pcap.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { captureOf } from './captures.ts';
import type { ProgramFile, SourceFile } from './documents.ts';

/** Larger files are refused unread: the scenario that carries them has a limit (about this, as base64). */
const MAX_FILE_BYTES = 5_900_000;

export interface ReadFiles {
  readonly programs: readonly ProgramFile[];
  /** C that comes with the programs. */
  readonly sources: readonly SourceFile[];
  readonly scenarios: readonly Scenario[];
  /** Packets. */
  readonly captures: readonly DataFile[];
  /** Why a file was not taken, one sentence each. */
  readonly refused: readonly string[];
}

/** What one file is. */
type Read =
  | { readonly is: 'program'; readonly program: ProgramFile }
  | { readonly is: 'source'; readonly source: SourceFile }
  | { readonly is: 'scenario'; readonly scenario: Scenario }
  | { readonly is: 'capture'; readonly capture: DataFile }
  | { readonly is: 'refused'; readonly why: string };

/**
 * Reads files that were dropped or opened: captures and object files by their first bytes, scenarios and C by their names,
 * everything else as assembly text.
 */
export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
  const read: Read[] = [];
  for (const file of files) {
    const taken = read.flatMap((each) => (each.is === 'program' ? [each.program] : []));
    read.push(await readFile(file, freeName(file.name, taken)));
  }
  const programs = read.flatMap((each) => (each.is === 'program' ? [each.program] : []));
  const sources = read.flatMap((each) => (each.is === 'source' ? [each.source] : []));
  const isAlone = programs.length === 0;
  return {
    programs,
    sources,
    scenarios: read.flatMap((each) => (each.is === 'scenario' ? [each.scenario] : [])),
    captures: read.flatMap((each) => (each.is === 'capture' ? [each.capture] : [])),
    refused: [
      ...read.flatMap((each) => (each.is === 'refused' ? [each.why] : [])),
      ...(isAlone ? sources.map(({ name }) => `${name} is C. Open the object file that clang made of it.`) : []),
    ],
  };
}

async function readFile(file: File, name: string): Promise<Read> {
  if (file.size > MAX_FILE_BYTES) return { is: 'refused', why: tooLarge(file) };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isCapture(bytes) || /\.(?:pcap|pcapng|cap)$/.test(name)) {
    const capture = { name, data: toBase64(bytes) };
    const read = captureOf(capture);
    return read.ok ? { is: 'capture', capture } : { is: 'refused', why: `${name}: ${read.error}` };
  }
  const program = toProgram(name, bytes);
  if (program.is === 'object') return { is: 'program', program };
  if (/\.[ch]$/.test(name)) return { is: 'source', source: { name, text: program.text } };
  return /\.(?:rearm|json)$/.test(name) ? readScenario(name, program.text) : { is: 'program', program };
}

async function readScenario(name: string, text: string): Promise<Read> {
  const scenario = await parsedScenario(name, text);
  if (scenario.ok) return { is: 'scenario', scenario: scenario.value };
  const why = scenario.error.map(({ message, at }) => (at === undefined ? message : `line ${at.line}: ${message}`));
  return { is: 'refused', why: `${name}: ${why.join('; ')}` };
}

/** A scenario in its text form, or as JSON. The reader comes when it is needed. */
async function parsedScenario(name: string, text: string): Promise<Result<Scenario, readonly Diagnostic[]>> {
  const { parseScenarioText } = await import('../../engine/scenario/text.ts');
  if (!name.endsWith('.json')) {
    const read = parseScenarioText(text);
    return read.ok ? ok(read.value.scenario) : read;
  }
  const { parseScenario } = await import('../../engine/scenario/scenario.ts');
  try {
    return parseScenario(JSON.parse(text));
  } catch (error) {
    return err([{ severity: 'error', message: error instanceof Error ? error.message : String(error) }]);
  }
}

/** Two files of one document cannot have the same name. */
function freeName(name: string, taken: readonly ProgramFile[]): string {
  const dot = name.lastIndexOf('.');
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${name.slice(0, dot)}-${count}${name.slice(dot)}`;
    if (!taken.some((file) => file.name === candidate)) return candidate;
  }
}

/** A file's bytes as a program: text if it is text, else an object file, whatever it holds. */
function toProgram(name: string, bytes: Uint8Array): ProgramFile {
  const text = isText(bytes) ? decodeText(bytes) : undefined;
  if (text !== undefined) return { is: 'text', name, text };
  return { is: 'object', name, base64: toBase64(bytes) };
}

const isText = (bytes: Uint8Array): boolean => bytes[0] !== 0x7f && !bytes.subarray(0, 4096).includes(0);

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, so not a text: the engine says what is wrong with it as an object file.
    return undefined;
  }
}

function tooLarge(file: File): string {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  return `${file.name} has ${megabytes(file.size)}\u00a0MB; files of up to ${megabytes(MAX_FILE_BYTES)}\u00a0MB can be opened.`;
}
