/**
 * Assembly text cut into statements of tokens. A statement ends at a newline or `;`; comments are `#`, `//` to the
 * end of the line and `/* … *\/`. One pass, no backtracking: time is linear in the text.
 *
 *   again: if r1 != 0 goto again    # comment
 *   word : word word != number word word
 */

export type TokenKind =
  /** A name: of a register, symbol, directive, operation. Dots, `$` and `_` count as letters. */
  | 'word'
  /** Decimal, `0x`, `0b`, leading `0` for octal, or a character in single quotes. */
  | 'number'
  /** `1f`, `1b`: the next or last label `1:`. */
  | 'direction'
  | 'string'
  | 'operator'
  /** Something that belongs into no statement: a stray character, a string without end. */
  | 'bad';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based; the end is exclusive. */
  readonly column: number;
  readonly endColumn: number;
}

export type Statement = readonly Token[];

const TOKEN = new RegExp(
  [
    /([A-Za-z_.$][\w.$]*)/,
    /(\d+[bf](?![\w])(?<!0b))/,
    /(0[xX][\da-fA-F]+|0[bB][01]+|\d+|'(?:[^'\\\n]|\\.)')/,
    /("(?:[^"\\\n]|\\.)*")/,
    /([<>]{2}=?|[-+*/%&|^!<>=]=|[-+*/%&|^!<>=~()[\]{},:@?])/,
  ]
    .map((part) => part.source)
    .join('|'),
  'y',
);

const KINDS: readonly TokenKind[] = ['word', 'direction', 'number', 'string', 'operator'];

const SKIPPED = /(?:[ \t\r\f\v]|\\\r?\n|#.*|\/\/.*)+/y;

/** All statements that have a token, in order. */
export function tokenize(text: string): readonly Statement[] {
  const statements: Statement[] = [];
  let statement: Token[] = [];
  let line = 1;
  let lineStart = 0;
  let at = 0;
  const newLine = (next: number): void => {
    line++;
    lineStart = next;
  };
  const countLines = (from: number, to: number): void => {
    for (let i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) newLine(i + 1);
  };
  const finish = (): void => {
    if (statement.length > 0) statements.push(statement);
    statement = [];
  };
  while (at < text.length) {
    const skipped = matchAt(SKIPPED, text, at);
    if (skipped !== undefined) {
      // A backslash at the end of a line continues it.
      if (skipped.includes('\n')) countLines(at, at + skipped.length);
      at += skipped.length;
      continue;
    }
    const character = text[at];
    if (character === '\n' || character === ';') {
      finish();
      at++;
      if (character === '\n') newLine(at);
      continue;
    }
    const commentEnd = text.startsWith('/*', at) ? text.indexOf('*/', at + 2) : -1;
    if (commentEnd >= 0) {
      countLines(at, commentEnd);
      at = commentEnd + 2;
      continue;
    }
    const token = tokenAt(text, at, line, at - lineStart + 1);
    statement.push(token);
    at = token.kind === 'bad' && token.text.startsWith('/*') ? text.length : at + token.text.length;
  }
  finish();
  return statements;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function tokenAt(text: string, at: number, line: number, column: number): Token {
  TOKEN.lastIndex = at;
  const match = text.startsWith('/*', at) ? null : TOKEN.exec(text);
  if (match === null) {
    // A string or comment without end takes the rest of its line, anything else is one character.
    const end = text[at] === '"' || text[at] === '/' ? endOfLine(text, at) : at + 1;
    return { kind: 'bad', text: text.slice(at, end), line, column, endColumn: column + end - at };
  }
  const kind = KINDS[match.findIndex((group, i) => i > 0 && group !== undefined) - 1];
  return { kind, text: match[0], line, column, endColumn: column + match[0].length };
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
