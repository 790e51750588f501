/** Collects what is wrong with a text, up to a bound, each with its place. */
import type { Diagnostic } from '../program/diagnostic.ts';
import type { Token } from './lexer.ts';

/** More than anybody reads; the bound keeps a text that is no assembly from filling the page. */
export const MAX_DIAGNOSTICS = 200;

/** Where something stands; a token is one. */
export type Place = Pick<Token, 'line' | 'column' | 'endColumn'>;

export class Problems {
  readonly #fileName: string;
  readonly #found: Diagnostic[] = [];

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  get isFull(): boolean {
    return this.#found.length >= MAX_DIAGNOSTICS;
  }

  get hasErrors(): boolean {
    return this.#found.some(({ severity }) => severity === 'error');
  }

  /** In the order of the text. */
  get all(): readonly Diagnostic[] {
    const line = (one: Diagnostic): number => one.at?.line ?? 0;
    return [...this.#found].sort((a, b) => line(a) - line(b) || (a.at?.column ?? 0) - (b.at?.column ?? 0));
  }

  error(place: Place, message: string, notes: readonly string[] = []): void {
    this.add({ severity: 'error', message, at: placeOf(place), ...(notes.length > 0 ? { notes } : {}) });
  }

  warn(place: Place, message: string): void {
    this.add({ severity: 'warning', message, at: placeOf(place) });
  }

  add(diagnostic: Diagnostic): void {
    if (!this.isFull) this.#found.push({ where: this.#fileName, ...diagnostic });
  }
}

const placeOf = ({ line, column, endColumn }: Place): Place => ({ line, column, endColumn });

/** The place from the first to the last of some tokens of a line. */
export const spanOf = (tokens: readonly Token[]): Place => ({
  line: tokens[0].line,
  column: tokens[0].column,
  endColumn: tokens[tokens.length - 1].endColumn,
});

/** What stands at `tokens[at]`, for "… found X". */
export const describe = (token: Token | undefined): string =>
  token === undefined ? 'the end of the line' : token.kind === 'string' ? token.text : `\`${token.text}\``;

/** The place of `tokens[at]`, or just behind the last one. */
export function placeAt(tokens: readonly Token[], at: number): Place {
  const token = tokens[at];
  if (token !== undefined) return token;
  const { line, endColumn } = tokens[tokens.length - 1];
  return { line, column: endColumn, endColumn: endColumn + 1 };
}

/** Words that `nearest` looks at: a hint is not worth more time. */
const MAX_CANDIDATES = 1000;

/** The known word that differs least from `word`, if it differs little: for "did you mean". */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 4)) + 1;
  let count = 0;
  for (const candidate of known) {
    if (++count > MAX_CANDIDATES) break;
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Edits that make `b` of `a`, two swapped neighbours counting as one. */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const replaced = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = isSwapped ? before[j - 2] + 1 : replaced;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, replaced, swapped));
    }
    before = row;
    row = next;
  }
  return row[b.length];
}
