import { fromBase64 } from '../../engine/scenario/base64.ts';
import type { DataFile } from '../../engine/scenario/scenario.ts';
import { type Capture, readCapture } from '../../lib/pcap.ts';
import { err, type Result } from '../../lib/result.ts';
import type { Document } from './documents.ts';

const read = new WeakMap<DataFile, Result<Capture, string>>();

/** The packets of a file, or why there are none. */
export function captureOf(file: DataFile): Result<Capture, string> {
  const known = read.get(file) ?? readPackets(file);
  read.set(file, known);
  return known;
}

function readPackets({ name, data }: DataFile): Result<Capture, string> {
  const capture = readCapture(name, fromBase64(data) ?? new Uint8Array());
  return capture.ok && capture.value.packets.length === 0 ? err('there is no packet in this capture') : capture;
}

/** The capture of a document that came last. */
export function lastCapture(document: Document | undefined): Capture | undefined {
  for (const file of [...(document?.files ?? [])].reverse()) {
    const capture = captureOf(file);
    if (capture.ok) return capture.value;
  }
  return undefined;
}
