import { withoutComment } from '../../format.ts';

/** Names that an assembly text defines, and where. Works on texts with mistakes too. Pure. */

export type SymbolKind = 'map' | 'type' | 'function' | 'number' | 'variable' | 'label';

export interface TextSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly line: number;
  readonly column: number;
  /** The line that defines it, without its comment. */
  readonly definition: string;
}

/** Directives that define a name, and what it names. */
const DEFINING: Readonly<Record<string, SymbolKind>> = {
  map: 'map',
  struct: 'type',
  union: 'type',
  enum: 'type',
  typedef: 'type',
  program: 'function',
  callback: 'function',
  function: 'function',
  extern: 'function',
  weak: 'function',
  set: 'number',
  equ: 'number',
  var: 'variable',
  kconfig: 'variable',
};

const DIRECTIVE = new RegExp(`^\\s*\\.(${Object.keys(DEFINING).join('|')})\\s+([\\w.$]+)`);
const LABEL = /^\s*([A-Za-z_.$][\w.$]*|\d+):/;

/** What a text defines, in its order. */
export const symbolsOf = (text: string): readonly TextSymbol[] =>
  text.split('\n').flatMap((whole, index) => {
    const line = withoutComment(whole);
    const directive = DIRECTIVE.exec(line);
    const name = directive?.[2] ?? LABEL.exec(line)?.[1];
    if (name === undefined) return [];
    const kind = directive === null ? 'label' : DEFINING[directive[1]];
    return [{ name, kind, line: index + 1, column: line.indexOf(name) + 1, definition: line.trim() }];
  });

/** A word of a line, and its columns. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The name or number under a column of a line; undefined in a comment, or between words. */
export function wordAt(line: string, column: number): Word | undefined {
  for (const found of withoutComment(line).matchAll(/[\w.$]+/g)) {
    const from = found.index + 1;
    const to = from + found[0].length;
    if (column >= from && column <= to) return { text: found[0], from, to };
  }
  return undefined;
}

/** What the word at a place of the text means; `1f` and `1b` are the next and the last label `1`. */
export function definitionAt(text: string, line: number, column: number): TextSymbol | undefined {
  const word = wordAt(text.split('\n')[line - 1] ?? '', column)?.text;
  const symbols = symbolsOf(text);
  const numeric = /^(\d+)([fb])$/.exec(word ?? '');
  if (numeric === null) return symbols.find(({ name }) => name === word);
  const labels = symbols.filter(({ name }) => name === numeric[1]);
  return numeric[2] === 'f' ? labels.find((each) => each.line > line) : labels.findLast((each) => each.line <= line);
}
