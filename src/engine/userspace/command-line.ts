import { Failure, type Word } from './words.ts';

/** A line as a shell takes it apart: commands piped into each other, and whether the shell waits for them. */
export interface CommandLine {
  readonly pipeline: readonly (readonly Word[])[];
  readonly background: boolean;
}

const TOKEN = /'([^']*)'?|"([^"]*)"?|[|&]|[^\s|&]+/g;

/** Takes a line apart from column `from` + 1 on; throws where a `|` or `&` stands in a wrong place. */
export function parseCommandLine(text: string, from = 0): CommandLine {
  const pipeline: Word[][] = [[]];
  let background = false;
  for (const match of text.slice(from).matchAll(TOKEN)) {
    const word = { text: match[1] ?? match[2] ?? match[0], column: from + match.index + 1 };
    const isOperator = match[0] === '|' || match[0] === '&';
    const isEmpty = pipeline[pipeline.length - 1].length === 0;
    if (background || (isOperator && isEmpty)) throw unexpected(word);
    if (match[0] === '|') pipeline.push([]);
    else if (match[0] === '&') background = true;
    else pipeline[pipeline.length - 1].push(word);
  }
  const last = pipeline[pipeline.length - 1];
  if (pipeline.length > 1 && last.length === 0) throw unexpected({ text: 'newline', column: text.length + 1 });
  return { pipeline, background };
}

function unexpected({ text, column }: Word): Failure {
  const at = { column, endColumn: column + (text === 'newline' ? 0 : text.length) };
  return new Failure(`syntax error near unexpected token \`${text}'`, 2, at);
}
