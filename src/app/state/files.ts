import { toBase64 } from '../../engine/scenario/base64.ts';
import type { ProgramFile } from './documents.ts';

/** Larger files are refused unread: the scenario that carries them has a limit (about this, as base64). */
export const MAX_FILE_BYTES = 5_900_000;

export interface ReadFiles {
  readonly programs: readonly ProgramFile[];
  /** Why a file was not taken, one sentence each. */
  readonly refused: readonly string[];
}

/** Reads files that were dropped or opened: object files by their first bytes, everything else as assembly text. */
export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
  const programs: ProgramFile[] = [];
  const refused: string[] = [];
  for (const file of files) {
    if (file.size > MAX_FILE_BYTES) refused.push(tooLarge(file));
    else programs.push(toProgram(freeName(file.name, programs), new Uint8Array(await file.arrayBuffer())));
  }
  return { programs, refused };
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
export function toProgram(name: string, bytes: Uint8Array): ProgramFile {
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
