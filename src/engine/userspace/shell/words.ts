/** The words of a command line, taken one by one; failures know their columns. */

/** Ends a command: message in the tool's own words, exit status, and the columns of the word at fault. */
export class Failure extends Error {
  /** Columns from 1, end exclusive; undefined where no word is at fault. */
  readonly at: { readonly column: number; readonly endColumn: number } | undefined;
  readonly status: number;

  constructor(message: string, status = -1, at?: Failure['at']) {
    super(message);
    this.status = status;
    this.at = at;
  }
}

export interface Word {
  readonly text: string;
  /** From 1; 0 if the words come from an argument vector. */
  readonly column: number;
  /** It stands as it is: the shell expands nothing in it. */
  readonly isQuoted?: true;
}

/** Splits a line at blanks; quotes keep blanks together. */
export function splitWords(text: string, from = 0): readonly Word[] {
  return [...text.slice(from).matchAll(/'([^']*)'?|"([^"]*)"?|\S+/g)].map((match) => ({
    text: match[1] ?? match[2] ?? match[0],
    column: from + match.index + 1,
  }));
}

/** True if `word` is what a tool of the iproute2 family takes for `keyword`: a beginning of it. */
export const isPrefix = (word: string | undefined, keyword: string): boolean =>
  word !== undefined && keyword.startsWith(word);

export class Words {
  private readonly words: readonly Word[];
  private at = 0;

  constructor(words: readonly Word[]) {
    this.words = words;
  }

  get left(): number {
    return this.words.length - this.at;
  }

  peek(): string | undefined {
    return this.words[this.at]?.text;
  }

  next(): string | undefined {
    return this.words[this.at++]?.text;
  }

  /** The word taken last. */
  previous(): string | undefined {
    return this.words[this.at - 1]?.text;
  }

  /** Takes the next word if it is the keyword or a beginning of it. */
  takes(keyword: string): boolean {
    if (!isPrefix(this.peek(), keyword)) return false;
    this.at++;
    return true;
  }

  /** The words that are left, without taking them. */
  rest(): readonly Word[] {
    return this.words.slice(this.at);
  }

  /** A failure at the next word. */
  wrong(message: string, status?: number): Failure {
    return this.failureAt(this.at, message, status);
  }

  /** A failure at the word taken last. */
  wasWrong(message: string, status?: number): Failure {
    return this.failureAt(this.at - 1, message, status);
  }

  private failureAt(index: number, message: string, status?: number): Failure {
    const last = this.words.at(-1);
    const word = this.words[index];
    const end = last === undefined ? 1 : last.column + last.text.length;
    const at =
      word === undefined
        ? { column: end, endColumn: end }
        : { column: word.column, endColumn: word.column + word.text.length };
    return new Failure(message, status, at);
  }
}

const UNITS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9 };

/** A time such as `5ms` or `0.5s` in whole ns; undefined if it is none. Without a unit only where a `usual` one is given. */
export function durationOf(text: string, usual?: string): number | undefined {
  const parts = /^(\d+(?:\.\d+)?)(ns|us|µs|ms|s|)$/.exec(text);
  const unit = parts === null ? undefined : parts[2] || usual;
  return parts === null || unit === undefined ? undefined : Math.round(Number(parts[1]) * UNITS[unit]);
}
