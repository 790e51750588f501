import { HELPER_WORDS } from './helper-words.ts';
import { definitionAt, wordAt } from './symbols.ts';

/** What there is to say about the word at a place of the text, as Markdown; undefined if nothing. */
export function wordHover(text: string, line: number, column: number): string | undefined {
  const word = wordAt(text.split('\n')[line - 1] ?? '', column)?.text ?? '';
  const helper = HELPER_WORDS[word];
  if (helper !== undefined) {
    const rows = helper.returns.map(([value, when]) => `| \`${value}\` | ${when} |`);
    const table = rows.length === 0 ? '' : ['| returns | |', '| :-- | :-- |', ...rows].join('\n');
    return [code(helper.prototype), helper.says, table].filter(Boolean).join('\n\n');
  }
  const symbol = definitionAt(text, line, column);
  return symbol === undefined || symbol.line === line
    ? undefined
    : `${code(symbol.definition)}\n\nline ${symbol.line}; F12 goes there`;
}

const code = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;
