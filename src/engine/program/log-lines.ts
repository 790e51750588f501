/**
 * Where the lines of a log are, what of them is bookkeeping, and where each instruction was met last: found once, by who
 * makes the log, so that a viewer of a million lines need not look at them. Plain typed arrays, made to be handed over.
 */
import type { Work } from '../../lib/job.ts';
import { EMPTY_LOG, type LogText, textOfBytes } from './log-text.ts';

/** A log in one piece with its lines. */
export interface LogLines extends LogText {
  /** The whole text. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each line begins, and where the text ends. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** The first line of each row, and the number of lines: lines of bookkeeping that follow each other are one row. */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** By instruction: the last row that shows it, and the last one that also says what is known after it; -1 if there is none. */
  readonly lastRow: Int32Array<ArrayBuffer>;
  readonly lastState: Int32Array<ArrayBuffer>;
}

export const EMPTY_LINES: LogLines = {
  ...EMPTY_LOG,
  bytes: new Uint8Array(0),
  starts: new Uint32Array(1),
  rows: new Uint32Array(1),
  lastRow: new Int32Array(0),
  lastState: new Int32Array(0),
};

/** Kinds of bookkeeping by how a line begins, and what a fold of them is called. */
const BOOKKEEPING: readonly (readonly [RegExp, string])[] = [
  [/^func#\d+ @|^Live regs before insn:|^ +(\d+ +)?\d+: [.0-9]{10} /, 'live registers'],
  [/^\([\d,]+\) (frame|live stack)|^$/, 'live stack'],
  [/^mark_precise: /, 'precision marks'],
];
/** First characters of such lines, and as much of a line as those patterns look at. */
const BOOKKEEPING_STARTS: ReadonlySet<number> = new Set([...'fL (m\n'].map((character) => character.charCodeAt(0)));
const BOOKKEEPING_LENGTH = 64;

/** What lines of bookkeeping are called that begin with this one; undefined if it is none. */
export const bookkeepingTitle = (line: string): string | undefined =>
  BOOKKEEPING.find(([pattern]) => line !== '' && pattern.test(line))?.[1];

const NEWLINE = 10;
const COLON = 0x3a;
const SPACE = 0x20;
const PARENTHESIS = 0x28;
const SEMICOLON = 0x3b;
/** Lines between two turns of the host. */
const PORTION = 4096;

/** The lines of a program's log; `insns`: its instruction slots. */
export function* linesOfLog(log: LogText, insns: number): Work<LogLines> {
  const bytes = joined(log);
  const starts = yield* startsOfLines(bytes);
  const finder = new RowFinder(bytes, starts, insns);
  while (finder.advance(PORTION)) yield;
  const { lastRow, lastState } = finder;
  return {
    pieces: log.length === 0 ? [] : [bytes],
    length: log.length,
    bytes,
    starts,
    rows: finder.found(),
    lastRow,
    lastState,
  };
}

/** The instruction that a line at `at` shows, as `12: (b7) …`; -1 if it shows none. */
export function insnAt(bytes: Uint8Array, at: number): number {
  let insn = 0;
  let end = at;
  for (let digit = bytes[end] - 48; digit >= 0 && digit <= 9; digit = bytes[++end] - 48) insn = insn * 10 + digit;
  return end > at && bytes[end] === COLON && bytes[end + 1] === SPACE && bytes[end + 2] === PARENTHESIS ? insn : -1;
}

function joined(log: LogText): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(log.length);
  let at = 0;
  for (const piece of log.pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function* startsOfLines(bytes: Uint8Array): Work<Uint32Array<ArrayBuffer>> {
  let starts: Uint32Array<ArrayBuffer> = new Uint32Array(1024);
  let count = 0;
  for (let at = 0; at < bytes.length; ) {
    if (count + 1 === starts.length) starts = grown(starts);
    starts[count++] = at;
    const end = bytes.indexOf(NEWLINE, at);
    at = end < 0 ? bytes.length : end + 1;
    if (count % (8 * PORTION) === 0) yield;
  }
  starts[count] = bytes.length;
  return starts.slice(0, count + 1);
}

function grown(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * words.length);
  larger.set(words);
  return larger;
}

/** Goes through the lines once: puts bookkeeping together and remembers where instructions are. */
class RowFinder {
  readonly lastRow: Int32Array<ArrayBuffer>;
  readonly lastState: Int32Array<ArrayBuffer>;
  private readonly bytes: Uint8Array;
  private readonly starts: Uint32Array;
  private readonly firsts: Uint32Array<ArrayBuffer>;
  private count = 0;
  private line = 0;

  constructor(bytes: Uint8Array, starts: Uint32Array, insns: number) {
    this.bytes = bytes;
    this.starts = starts;
    this.firsts = new Uint32Array(starts.length);
    this.lastRow = new Int32Array(insns).fill(-1);
    this.lastState = new Int32Array(insns).fill(-1);
  }

  /** Looks at some more rows; false at the end. */
  advance(rows: number): boolean {
    const lines = this.starts.length - 1;
    for (let i = 0; i < rows && this.line < lines; i++) {
      this.firsts[this.count] = this.line;
      const kind = this.bookkeeping(this.line);
      if (kind === undefined) this.noteInsn(this.line);
      this.count++;
      this.line++;
      if (kind !== undefined) while (this.line < lines && this.continues(this.line, kind)) this.line++;
    }
    return this.line < lines;
  }

  /** The first line of each row, and the number of lines. */
  found(): Uint32Array<ArrayBuffer> {
    this.firsts[this.count] = this.starts.length - 1;
    return this.firsts.slice(0, this.count + 1);
  }

  private bookkeeping(line: number): RegExp | undefined {
    const text = this.beginning(line);
    if (text === undefined || text === '') return undefined;
    return BOOKKEEPING.find(([pattern]) => pattern.test(text))?.[0];
  }

  private continues(line: number, pattern: RegExp): boolean {
    const text = this.beginning(line);
    return text !== undefined && pattern.test(text);
  }

  /** What bookkeeping is known by; undefined for lines that begin otherwise. */
  private beginning(line: number): string | undefined {
    const start = this.starts[line];
    if (!BOOKKEEPING_STARTS.has(this.bytes[start])) return undefined;
    return textOfBytes(this.bytes.subarray(start, Math.min(start + BOOKKEEPING_LENGTH, this.starts[line + 1] - 1)));
  }

  private noteInsn(line: number): void {
    const insn = insnAt(this.bytes, this.starts[line]);
    if (insn < 0 || insn >= this.lastRow.length) return;
    this.lastRow[insn] = this.count;
    if (this.saysState(line)) this.lastState[insn] = this.count;
  }

  /** `12: (b7) r0 = 1   ; R0=1`: something stands behind the semicolon. */
  private saysState(line: number): boolean {
    const text = this.bytes.subarray(this.starts[line], this.starts[line + 1] - 1);
    const at = text.indexOf(SEMICOLON);
    return at >= 0 && at < text.length - 2 && text[at + 1] === SPACE;
  }
}
