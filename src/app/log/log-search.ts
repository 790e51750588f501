/** Looks for a text in a log of any size, in whatever case of its letters: byte by byte, in slices. */
import { type Job, jobOf, type Work } from '../../lib/job.ts';
import type { LogRows } from './log-rows.ts';

/** Bytes between two turns of the page. */
const PORTION = 1 << 20;

/** `:12` asks for a line, counted from 1. */
const LINE = /^:(\d+)$/;

/** The next place of a text from byte `from` on, or the last one up to it; beyond the end it goes on at the other. */
export function findJob(rows: LogRows, text: string, from: number, direction: 1 | -1): Job<Found> {
  const { bytes } = rows.log;
  const job = jobOf(find(rows, text, from, direction));
  return {
    advance: () => job.advance(PORTION),
    get progress() {
      return { done: Math.min(job.progress.done, bytes.length), total: bytes.length };
    },
  };
}

/** Where a text was found: its first byte and the row it is in; -1 for both if it was not. */
export interface Found {
  readonly byte: number;
  readonly row: number;
}

const NOT_FOUND: Found = { byte: -1, row: -1 };

function* find(rows: LogRows, text: string, from: number, direction: 1 | -1): Work<Found> {
  const line = LINE.exec(text);
  if (line !== null) return lineFound(rows, Number(line[1]) - 1);
  const needle = new Needle(text);
  const { bytes } = rows.log;
  if (needle.length === 0) return NOT_FOUND;
  for (const [first, end] of portions(bytes.length, from, direction)) {
    const byte = direction > 0 ? needle.firstIn(bytes, first, end) : needle.lastIn(bytes, first, end);
    if (byte >= 0) return { byte, row: rows.rowOfByte(byte) };
    yield;
  }
  return NOT_FOUND;
}

/** The whole text in portions: from `from` on to its end and then from its beginning, or the other way. */
function* portions(length: number, from: number, direction: 1 | -1): Generator<readonly [first: number, end: number]> {
  if (direction > 0) {
    for (let at = from; at < length; at += PORTION) yield [at, Math.min(at + PORTION, length)];
    for (let at = 0; at < from; at += PORTION) yield [at, Math.min(at + PORTION, from)];
    return;
  }
  for (let end = from + 1; end > 0; end -= PORTION) yield [Math.max(0, end - PORTION), end];
  for (let end = length; end > from + 1; end -= PORTION) yield [Math.max(from + 1, end - PORTION), end];
}

function lineFound(rows: LogRows, line: number): Found {
  const { starts } = rows.log;
  if (line < 0 || rows.count === 0) return NOT_FOUND;
  return { byte: starts[Math.min(line, starts.length - 2)], row: rows.rowOfLine(line) };
}

/** What is looked for, in small and in capital letters. */
class Needle {
  readonly length: number;
  private readonly small: Uint8Array;
  private readonly capital: Uint8Array;

  constructor(text: string) {
    this.small = bytesOf(text.toLowerCase());
    this.capital = bytesOf(text.toUpperCase());
    this.length = Math.min(this.small.length, this.capital.length);
  }

  /** The first place that begins in [from, end); -1 if there is none. */
  firstIn(bytes: Uint8Array, from: number, end: number): number {
    const last = Math.min(end, bytes.length - this.length + 1);
    const small = this.small[0];
    const capital = this.capital[0];
    for (let at = from; at < last; at++) {
      const byte = bytes[at];
      if ((byte === small || byte === capital) && this.isAt(bytes, at)) return at;
    }
    return -1;
  }

  lastIn(bytes: Uint8Array, from: number, end: number): number {
    for (let at = Math.min(end, bytes.length - this.length + 1) - 1; at >= from; at--)
      if (this.isAt(bytes, at)) return at;
    return -1;
  }

  private isAt(bytes: Uint8Array, at: number): boolean {
    for (let i = 0; i < this.length; i++) {
      const byte = bytes[at + i];
      if (byte !== this.small[i] && byte !== this.capital[i]) return false;
    }
    return true;
  }
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
