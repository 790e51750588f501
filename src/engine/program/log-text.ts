/**
 * The text of a verifier's log, one byte per character, in pieces: a log of a million instructions has 60 MB, which
 * nobody should have to hold as one string. Plain data, so that it can be sent from thread to thread.
 */
export interface LogText {
  /** The text in order; no piece is empty. */
  readonly pieces: readonly Uint8Array[];
  /** Bytes in all. */
  readonly length: number;
}

export const EMPTY_LOG: LogText = { pieces: [], length: 0 };

/** Characters that are made at once: more arguments than that are too many for a call. */
const PORTION = 1 << 13;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const REPLACEMENT = '\ufffd';

/** Bytes as text. The decoder is much faster than anything else; it keeps a character per byte for ASCII only. */
export function textOfBytes(bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  const isAscii = text.length === bytes.length && !text.includes(REPLACEMENT);
  return isAscii ? text : textOfOtherBytes(bytes);
}

function textOfOtherBytes(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PORTION) {
    text += String.fromCharCode(...bytes.subarray(at, at + PORTION));
  }
  return text;
}

/** Characters above 255 lose their upper bits: the kernel's text has none. */
export function logOf(text: string): LogText {
  if (text === '') return EMPTY_LOG;
  return { pieces: [Uint8Array.from(text, (character) => character.charCodeAt(0))], length: text.length };
}

/** All of it as one string: for logs that are known to be short, and for tests. */
export const logString = (log: LogText): string => log.pieces.map(textOfBytes).join('');

/** The last `length` bytes, without copying. */
export function logTail(log: LogText, length: number): LogText {
  let excess = log.length - length;
  if (excess <= 0) return log;
  const pieces: Uint8Array[] = [];
  for (const piece of log.pieces) {
    if (excess < piece.length) pieces.push(excess <= 0 ? piece : piece.subarray(excess));
    excess -= piece.length;
  }
  return { pieces, length: Math.max(0, length) };
}

/** The first `length` bytes, without copying. */
export function logHead(log: LogText, length: number): LogText {
  const pieces: Uint8Array[] = [];
  const bytes = Math.max(0, Math.min(length, log.length));
  let room = bytes;
  for (const piece of log.pieces) {
    if (room <= 0) break;
    pieces.push(piece.subarray(0, room));
    room -= piece.length;
  }
  return { pieces, length: bytes };
}
