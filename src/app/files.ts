import { fromBase64 } from '../engine/scenario/base64.ts';
import type { DataFile } from '../engine/scenario/scenario.ts';
import { focusPanel } from './panels/panels.ts';
import { type Document, type ProgramFile, toSource } from './state/documents.ts';
import { activeDocument, shownVerification, store } from './state/store.ts';
import { addFiles, say, theSession } from './state/workbench.ts';

/** Files in and out of the page. */

/** Opens files; packets are shown where they are used. */
export async function openFiles(files: readonly File[]): Promise<void> {
  if (await addFiles(files)) focusPanel('input');
}

/** A file that can be saved. */
export interface SavedFile {
  readonly name: string;
  readonly what: string;
  readonly kind: 'object' | 'assembly' | 'data' | 'scenario';
  /** The document's file that it is made of. */
  readonly from: string;
}

const SCENARIO = 'scenario.rearm';

/** What can be saved of a document: programs as object and as assembly, files as they are, and all of it with its script. */
export function savedFiles(programs: readonly ProgramFile[], data: readonly DataFile[]): readonly SavedFile[] {
  const files = programs.flatMap(({ name }): SavedFile[] => {
    const stem = name.replace(/\.(?:o|s|asm|txt)$/, '');
    return [
      { name: `${stem}.o`, what: 'object file', kind: 'object', from: name },
      { name: `${stem}.s`, what: 'assembly', kind: 'assembly', from: name },
    ];
  });
  const others = data.map(({ name }): SavedFile => ({ name, what: 'capture', kind: 'data', from: name }));
  return [...files, ...others, { name: SCENARIO, what: 'the whole run, as a text', kind: 'scenario', from: '' }];
}

/** Makes a file and hands it to the browser to save. */
export async function saveFile(file: SavedFile): Promise<void> {
  const content = await contentOf(file);
  if (content === undefined) return say(`${file.name} cannot be made: the text has errors`);
  saveBlob(file.name, new Blob([content], { type: 'application/octet-stream' }));
}

/** Hands bytes to the browser to save. */
export function saveBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
  say(`${name} saved`);
}

async function contentOf({ kind, from }: SavedFile): Promise<string | Uint8Array<ArrayBuffer> | undefined> {
  if (kind === 'scenario') {
    const scenario = await theSession().scenarioToShare();
    if (scenario === undefined) return undefined;
    const { printScenarioText } = await import('../engine/scenario/text.ts');
    return printScenarioText(scenario);
  }
  const document = activeDocument(store.getState());
  if (kind === 'data') return dataOf(document, from);
  const file = document?.programs.find((each) => each.name === from);
  if (file === undefined) return undefined;
  if (kind === 'assembly') return file.is === 'text' ? file.text : disassemblyOf(from);
  const bytes = await theSession().query('object', { source: toSource(file) });
  return bytes && new Uint8Array(bytes);
}

function dataOf(document: Document | undefined, name: string): Uint8Array<ArrayBuffer> | undefined {
  const file = document?.files?.find((each) => each.name === name);
  const bytes = file && fromBase64(file.data);
  return bytes && new Uint8Array(bytes);
}

const disassemblyOf = (name: string): string | undefined =>
  shownVerification(store.getState())?.answers.find((answer) => answer.file === name)?.disassembly;
