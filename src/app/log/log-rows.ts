import { bookkeepingTitle, insnAt, type LogLines } from '../../engine/program/log-lines.ts';
import { type LogText, logString, logTail, textOfBytes } from '../../engine/program/log-text.ts';

/** The verifier's log as rows. Nothing of the kernel's text is changed; it is only put into columns. */
export type LogRow =
  | {
      readonly is: 'insn';
      readonly insn: number;
      readonly opcode: string;
      readonly text: string;
      /** What is known after it, split so that the register it wrote can be marked. */
      readonly state: readonly StatePart[];
    }
  | { readonly is: 'state'; readonly insn: number; readonly state: readonly StatePart[] }
  | { readonly is: 'source'; readonly text: string }
  | { readonly is: 'message'; readonly text: string }
  | { readonly is: 'stats'; readonly text: string }
  | { readonly is: 'text'; readonly text: string }
  /** Lines of bookkeeping; `LogRows.folded` gives them. */
  | { readonly is: 'fold'; readonly title: string; readonly count: number }
  /** Rows that do not matter for the verdict; `ChainRows` gives them. */
  | { readonly is: 'gap'; readonly title: string };

export interface StatePart {
  readonly text: string;
  readonly as: 'plain' | 'written' | 'map';
}

/** Lines of bookkeeping in a row, from this number on, become one fold. */
const FOLD_FROM = 2;

const INSN = /^(\d+): \(([0-9a-f]{2})\) (.*?)(?:\s*; (.*))?$/;
const STATE = /^(\d+): ((?:frame\d+: )?R\d+.*)$/;
const STATS = /^(processed \d+ insns |verification time |stack depth |insns processed )/;

const NEWLINE = 10;
/** Rows that are kept once they were made. */
const MAX_MADE = 4096;

/**
 * The rows of a log. A log can have a million lines: they stay bytes, and become rows only when they are looked at.
 * `message` is the line that says why the program was rejected.
 */
export class LogRows {
  /** Rows, with folds closed. */
  readonly count: number;
  readonly log: LogLines;
  private readonly message: string;
  private readonly made = new Map<number, LogRow>();

  constructor(log: LogLines, message: string) {
    this.log = log;
    this.message = message;
    this.count = log.rows.length - 1;
  }

  row(index: number): LogRow {
    const known = this.made.get(index);
    if (known !== undefined) return known;
    const line = this.line(this.log.rows[index]);
    const row: LogRow = this.isFold(index)
      ? { is: 'fold', title: bookkeepingTitle(line) ?? '', count: this.lines(index) }
      : rowOf(line, this.message);
    if (this.made.size >= MAX_MADE) this.made.clear();
    this.made.set(index, row);
    return row;
  }

  /** Lines of a row: more than one for a fold. */
  lines(index: number): number {
    return this.log.rows[index + 1] - this.log.rows[index];
  }

  isFold(index: number): boolean {
    return this.lines(index) >= FOLD_FROM;
  }

  /** A row inside a fold. */
  folded(index: number, n: number): LogRow {
    return rowOf(this.line(this.log.rows[index] + n), this.message);
  }

  /** The instruction that a row shows (not one that only has a state); undefined if there is none. */
  insn(index: number): number | undefined {
    const insn = insnAt(this.log.bytes, this.log.starts[this.log.rows[index]]);
    return insn < 0 ? undefined : insn;
  }

  /** The last row with the message; -1 if there is none. */
  messageRow(): number {
    if (this.message === '') return -1;
    for (let i = this.count - 1; i >= 0; i--) {
      const first = this.log.rows[i];
      if (
        this.log.starts[first + 1] - this.log.starts[first] === this.message.length + 1 &&
        this.row(i).is === 'message'
      )
        return i;
    }
    return -1;
  }

  /** The row with a line, counted from 0; the last one for lines beyond the end. */
  rowOfLine(line: number): number {
    return Math.min(lastAtMost(this.log.rows, line), this.count - 1);
  }

  /** The row with a byte of the text. */
  rowOfByte(at: number): number {
    return this.rowOfLine(lastAtMost(this.log.starts, at));
  }

  /** A row has the text in its line; folds are not looked into. */
  has(index: number, text: string): boolean {
    return !this.isFold(index) && this.line(this.log.rows[index]).toLowerCase().includes(text.toLowerCase());
  }

  private line(index: number): string {
    const { bytes, starts } = this.log;
    const end = starts[index + 1];
    return textOfBytes(bytes.subarray(starts[index], bytes[end - 1] === NEWLINE ? end - 1 : end));
  }
}

/** Index of the last of the ascending numbers that is not above `value`. */
function lastAtMost(numbers: Uint32Array, value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function rowOf(line: string, message: string): LogRow {
  if (line === message && message !== '') return { is: 'message', text: line };
  const insn = INSN.exec(line);
  if (insn !== null) {
    const written = writtenRegister(insn[3]);
    return {
      is: 'insn',
      insn: Number(insn[1]),
      opcode: insn[2],
      text: insn[3],
      state: stateParts(insn[4] ?? '', written),
    };
  }
  const state = STATE.exec(line);
  if (state !== null) return { is: 'state', insn: Number(state[1]), state: stateParts(state[2], undefined) };
  if (line.startsWith(';')) return { is: 'source', text: line };
  return { is: STATS.test(line) ? 'stats' : 'text', text: line };
}

/** The register that an instruction writes, by its text: `r3 += 8` and `w3 = …` write R3, a call R0. */
function writtenRegister(text: string): string | undefined {
  const assigned = /^[rw](\d+) (?:[-+*/%&|^s<>]*=) /.exec(text);
  if (assigned !== null) return `R${assigned[1]}`;
  return text.startsWith('call ') ? 'R0' : undefined;
}

/** A state's text in parts: the written register, names of maps, the rest. */
function stateParts(text: string, written: string | undefined): readonly StatePart[] {
  const parts: StatePart[] = [];
  for (const word of text.split(/(?<= )(?=[A-Za-z]+\d+[\w-]*=)/)) {
    const as = written !== undefined && word.startsWith(`${written}=`) ? 'written' : 'plain';
    const map = /^(.*map=)([\w.]+)(.*)$/s.exec(word);
    if (map === null) parts.push({ text: word, as });
    else parts.push({ text: map[1], as }, { text: map[2], as: 'map' }, { text: map[3], as });
  }
  return parts.filter((part) => part.text !== '');
}

/** A selection of rows to look at. */
export interface SeenRows {
  readonly all: LogRows;
  readonly count: number;
  /** The number of the row that is seen at `index`; undefined for what is no row of its own. */
  rowAt(index: number): number | undefined;
  at(index: number): LogRow;
  /** Where a row is seen, or what hides it. */
  indexOf(row: number): number;
}

/** What is seen of the rows: a fold that is open (by its number) is followed by its lines. */
export class VisibleRows implements SeenRows {
  readonly all: LogRows;
  readonly count: number;
  /** The open folds, ascending, and how many lines the open folds up to each one show. */
  private readonly open: Uint32Array;
  private readonly shown: Uint32Array;

  constructor(all: LogRows, open: ReadonlySet<number>) {
    this.all = all;
    this.open = Uint32Array.from(open).sort();
    this.shown = new Uint32Array(this.open.length);
    let lines = 0;
    for (const [i, fold] of this.open.entries()) this.shown[i] = lines += all.lines(fold);
    this.count = all.count + lines;
  }

  /** The number of the row that is seen at `index`; undefined inside an open fold. */
  rowAt(index: number): number | undefined {
    const { row, line } = this.locate(index);
    return line === undefined ? row : undefined;
  }

  at(index: number): LogRow {
    const { row, line } = this.locate(index);
    return line === undefined ? this.all.row(row) : this.all.folded(row, line);
  }

  /** Where a row is seen. */
  indexOf(row: number): number {
    let lines = 0;
    for (let i = 0; i < this.open.length && this.open[i] < row; i++) lines = this.shown[i];
    return row + lines;
  }

  private locate(index: number): { readonly row: number; readonly line: number | undefined } {
    let low = 0;
    let high = this.open.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.seenAt(middle) < index) low = middle + 1;
      else high = middle;
    }
    // `low` open folds are seen before `index`.
    if (low === 0) return { row: index, line: undefined };
    const line = index - this.seenAt(low - 1) - 1;
    const fold = this.open[low - 1];
    return line < this.all.lines(fold) ? { row: fold, line } : { row: index - this.shown[low - 1], line: undefined };
  }

  private seenAt(i: number): number {
    return this.open[i] + (i === 0 ? 0 : this.shown[i - 1]);
  }
}

export const stateText = (state: readonly StatePart[]): string => state.map((part) => part.text).join('');

/** Instruction that a row is about. */
export const insnOf = (row: LogRow): number | undefined =>
  row.is === 'insn' || row.is === 'state' ? row.insn : undefined;

/** The last state that the log gives after each instruction, ascending. */
export function lastStates(rows: LogRows): ReadonlyMap<number, readonly StatePart[]> {
  const states = new Map<number, readonly StatePart[]>();
  for (const [insn, at] of rows.log.lastState.entries()) {
    const row = at < 0 ? undefined : rows.row(at);
    if (row?.is === 'insn' && row.state.length > 0) states.set(insn, row.state);
  }
  return states;
}

/** Bytes at the end of a log that have everything that is said of the whole. */
const END = 1 << 16;

/** The last lines of a log, as text. */
export const endOfLog = (log: LogText): string => logString(logTail(log, END));
