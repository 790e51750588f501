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
  const statements: Token[][] = [[]];
  const place: Place = { at: 0, line: 1, lineStart: 0 };
  while (place.at < text.length) {
    const skipped = skippedAt(text, place.at);
    if (skipped > 0) {
      advance(text, place, skipped);
    } else if (text[place.at] === '\n' || text[place.at] === ';') {
      statements.push([]);
      advance(text, place, 1);
    } else {
      const token = tokenAt(text, place);
      statements[statements.length - 1].push(token);
      const isOpenComment = token.kind === 'bad' && token.text.startsWith('/*');
      advance(text, place, isOpenComment ? text.length - place.at : token.text.length);
    }
  }
  return statements.filter((statement) => statement.length > 0);
}

/** Where the lexer is; offsets count from the start of the text, lines from 1. */
interface Place {
  at: number;
  line: number;
  lineStart: number;
}

function advance(text: string, place: Place, length: number): void {
  const end = place.at + length;
  for (; place.at < end; place.at++) {
    if (text[place.at] !== '\n') continue;
    place.line++;
    place.lineStart = place.at + 1;
  }
}

/** Length of the blanks and comments at a place; a backslash at the end of a line continues it. */
function skippedAt(text: string, at: number): number {
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? 0 : end + 2 - at;
  }
  return matchAt(SKIPPED, text, at)?.length ?? 0;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function tokenAt(text: string, { at, line, lineStart }: Place): Token {
  const column = at - lineStart + 1;
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
