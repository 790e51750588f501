import type { LogRow, LogRows, SeenRows } from './log-rows.ts';

/** Rows from `from` up to but not including `to`, which do not matter. */
interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The rows of instructions, given in the order of the path; of several visits, the last ones that fit. */
export function rowsOfChain(rows: LogRows, insns: readonly number[]): readonly number[] {
  const found: number[] = [];
  let row = rows.count - 1;
  for (const insn of insns.toReversed()) {
    let at = row;
    while (at >= 0 && rows.insn(at) !== insn) at--;
    if (at < 0) continue;
    found.push(at);
    row = at - 1;
  }
  return found.reverse();
}

/** Only what matters: the rows of a chain, the message and what follows it. A gap that is open (by its first row) shows its rows. */
export class ChainRows implements SeenRows {
  readonly all: LogRows;
  readonly count: number;
  /** In order: single rows, and gaps between them. */
  private readonly pieces: readonly (number | Gap)[];
  /** Where each piece begins. */
  private readonly starts: readonly number[];
  private readonly open: ReadonlySet<number>;

  constructor(all: LogRows, chain: readonly number[], open: ReadonlySet<number>) {
    this.all = all;
    this.open = open;
    this.pieces = piecesOf(all, chain);
    const starts: number[] = [];
    let count = 0;
    for (const piece of this.pieces) {
      starts.push(count);
      count += this.size(piece);
    }
    this.starts = starts;
    this.count = count;
  }

  rowAt(index: number): number | undefined {
    const { piece, inside } = this.locate(index);
    if (typeof piece === 'number') return piece;
    return inside === 0 ? undefined : piece.from + inside - 1;
  }

  at(index: number): LogRow {
    const { piece, inside } = this.locate(index);
    if (typeof piece === 'number') return this.all.row(piece);
    return inside === 0 ? { is: 'gap', title: this.titleOf(piece) } : this.all.row(piece.from + inside - 1);
  }

  indexOf(row: number): number {
    const at = this.pieces.findIndex((piece) => (typeof piece === 'number' ? piece === row : row < piece.to));
    const piece = this.pieces[at];
    const start = this.starts[at] ?? 0;
    return typeof piece === 'object' && this.open.has(piece.from) ? start + 1 + row - piece.from : start;
  }

  /** The first row of the gap that is seen at `index`; undefined for anything else. */
  gapAt(index: number): number | undefined {
    const { piece, inside } = this.locate(index);
    return typeof piece === 'object' && inside === 0 ? piece.from : undefined;
  }

  private size(piece: number | Gap): number {
    return typeof piece === 'object' && this.open.has(piece.from) ? 1 + piece.to - piece.from : 1;
  }

  private locate(index: number): { readonly piece: number | Gap; readonly inside: number } {
    const at = this.starts.findLastIndex((start) => start <= index);
    return { piece: this.pieces[at], inside: index - this.starts[at] };
  }

  /** `26 lines not on the chain, 0 to 26` */
  private titleOf({ from, to }: Gap): string {
    let lines = 0;
    for (let row = from; row < to; row++) lines += this.all.lines(row);
    const first = this.insnFrom(from, to, 1);
    const last = this.insnFrom(to - 1, from - 1, -1);
    const range = first === undefined || last === undefined ? '' : `, ${first} to ${last}`;
    return `${lines} ${lines === 1 ? 'line' : 'lines'} not on the chain${range}`;
  }

  private insnFrom(from: number, to: number, step: 1 | -1): number | undefined {
    for (let row = from; row !== to; row += step) {
      const insn = this.all.insn(row);
      if (insn !== undefined) return insn;
    }
    return undefined;
  }
}

function piecesOf(all: LogRows, chain: readonly number[]): readonly (number | Gap)[] {
  const message = all.messageRow();
  const kept = [...chain];
  for (let row = message; row >= 0 && row < all.count; row++) if (!kept.includes(row)) kept.push(row);
  const pieces: (number | Gap)[] = [];
  let next = 0;
  for (const row of kept.sort((a, b) => a - b)) {
    if (row > next) pieces.push(between(all, next, row));
    pieces.push(row);
    next = row + 1;
  }
  if (next < all.count) pieces.push(between(all, next, all.count));
  return pieces;
}

/** A single line takes no more room than a gap. */
const between = (all: LogRows, from: number, to: number): number | Gap =>
  to - from === 1 && all.lines(from) === 1 ? from : { from, to };
