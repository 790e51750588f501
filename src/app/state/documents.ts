import type { DataFile, ProgramSource, Scenario } from '../../engine/scenario/scenario.ts';
import { printScriptLine, readScriptLine } from '../../engine/scenario/script-text.ts';

/** What the user works on: a scenario before it is run, as text. */
export interface Document {
  readonly id: string;
  readonly title: string;
  readonly programs: readonly ProgramFile[];
  /** Files beside the programs, which commands read. */
  readonly files?: readonly DataFile[];
  /** Names of programs that are not loaded. */
  readonly skip?: readonly string[];
  /** C beside the programs, to be read; not part of the scenario. */
  readonly sources?: readonly SourceFile[];
  /** One command of the script language per line; blank lines and lines with # are skipped. */
  readonly script: string;
  readonly machine: Scenario['machine'];
  readonly grain: Scenario['grain'];
  readonly schedule?: Scenario['schedule'];
  /** What a link promised to be reached. */
  readonly expect?: Scenario['expect'];
  readonly origin: 'example' | 'own' | 'link';
  /** Counts the texts that were verified; a machine remembers which one it runs. */
  readonly edit: number;
}

/** An assembly text, or an object file with the assembly that was read out of it. */
export type ProgramFile =
  | {
      readonly is: 'text';
      readonly name: string;
      readonly text: string;
      /** The object file that this text was taken from, to go back to. */
      readonly from?: ObjectFile;
    }
  | ObjectFile;

export interface ObjectFile {
  readonly is: 'object';
  readonly name: string;
  readonly base64: string;
}

/** A source file that came with the programs. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

export const SCRIPT_TAB = 'script';

/** What the engine takes. */
export function toSource(file: ProgramFile): ProgramSource {
  return file.is === 'text' ? { name: file.name, asm: file.text } : { name: file.name, object: file.base64 };
}

/** A script's text as lines: `@12 advance 5ms` is a command that takes effect at step 12. Comments and blank lines stay. */
export function toScript(text: string): Scenario['script'] {
  const lines = text.trimEnd().split('\n');
  return text.trimEnd() === '' ? [] : lines.map((line) => readScriptLine(line.trimEnd()));
}

/** The inverse of `toScript`. */
export function toScriptText(script: Scenario['script']): string {
  return script.map((line) => `${printScriptLine(line)}\n`).join('');
}

export function toScenario(document: Document): Scenario {
  return {
    v: 1,
    title: document.title,
    programs: document.programs.map(toSource),
    machine: document.machine,
    script: toScript(document.script),
    grain: document.grain,
    ...(document.files === undefined ? {} : { files: [...document.files] }),
    ...(document.skip === undefined ? {} : { skip: [...document.skip] }),
    ...(document.schedule === undefined ? {} : { schedule: document.schedule }),
  };
}

export function fromScenario(scenario: Scenario, id: string, origin: Document['origin']): Document {
  return {
    id,
    title: scenario.title ?? scenario.programs[0].name,
    programs: scenario.programs.map(toFile),
    script: toScriptText(scenario.script),
    machine: scenario.machine,
    grain: scenario.grain,
    origin,
    edit: 1,
    ...(scenario.files === undefined ? {} : { files: scenario.files }),
    ...(scenario.skip === undefined ? {} : { skip: scenario.skip }),
    ...(scenario.schedule === undefined ? {} : { schedule: scenario.schedule }),
    ...(scenario.expect === undefined ? {} : { expect: scenario.expect }),
  };
}

function toFile(source: ProgramSource): ProgramFile {
  return 'asm' in source
    ? { is: 'text', name: source.name, text: source.asm }
    : { is: 'object', name: source.name, base64: source.object };
}

/**
 * The document after its file `name` was typed over. An object becomes a text beside which the object is kept. A
 * recorded schedule and a promised hash belong to the old text and are dropped.
 */
export function withText(document: Document, name: string, text: string): Document {
  if (name === SCRIPT_TAB) return changed(document, { script: text });
  const programs = document.programs.map((file): ProgramFile => {
    if (file.name !== name) return file;
    if (file.is === 'text') return { ...file, text };
    return { is: 'text', name: assemblyName(file.name), text, from: file };
  });
  return changed(document, { programs });
}

/** The document with the object file back in the place of the text that was made of it. */
export function withObjectBack(document: Document, name: string): Document {
  const programs = document.programs.map((file) =>
    file.name === name && file.is === 'text' && file.from !== undefined ? file.from : file,
  );
  return changed(document, { programs });
}

/** The document with other files beside its programs; what it promised still holds. */
export function withFiles(document: Document, files: readonly DataFile[]): Document {
  const { files: _, ...rest } = document;
  return { ...rest, origin: 'own', ...(files.length > 0 && { files }) };
}

/** The document on another machine, or cut into other steps. */
export const withMachine = (document: Document, change: Partial<Pick<Document, 'machine' | 'grain'>>): Document =>
  changed(document, change);

/** The document with a program loaded, or not. */
export function withLoaded(document: Document, program: string, isLoaded: boolean): Document {
  const others = (document.skip ?? []).filter((name) => name !== program);
  const skip = isLoaded ? others : [...others, program];
  const { skip: _skip, ...rest } = changed(document, {});
  return skip.length === 0 ? rest : { ...rest, skip };
}

/** True for a program that is loaded when the machine is opened. */
export const isLoaded = (document: Document | undefined, program: string): boolean =>
  document?.skip?.includes(program) !== true;

function changed(document: Document, change: Partial<Document>): Document {
  const { schedule: _schedule, expect: _expect, ...rest } = document;
  return { ...rest, ...change, origin: 'own' };
}

const assemblyName = (objectName: string) => `${objectName.replace(/\.o$/, '')}.s`;

/** A script that runs each program once, for a file that came without one. */
export function scriptFor(programs: readonly string[]): string {
  return programs.map((name) => `bpftool prog run name ${name}\n`).join('');
}
