import type { Scenario } from './scenario.ts';

type ScriptLine = Scenario['script'][number];

/** False for blank lines and comments. */
export const isCommand = (line: string): boolean => line.trim() !== '' && !line.trimStart().startsWith('#');

/** True for `assert …`, with or without the process that asks. */
export const isAssertion = (line: string): boolean => /^\s*(\[[^\]]*\])?\s*assert\s/.test(line);

/** `@42 command`: typed at step 42. A backslash keeps a line from being read as something else. */
export function readScriptLine(text: string): ScriptLine {
  const typed = /^@(\d{1,15}) (.*)$/s.exec(text);
  const line = (typed?.[2] ?? text).replace(/^\\/, '');
  return typed === null ? { line } : { line, at: Number(typed[1]) };
}

export function printScriptLine({ line, at }: ScriptLine): string {
  const text = /^(\\|@\d|-- )/.test(line) ? `\\${line}` : line;
  return at === undefined ? text : `@${at} ${text}`;
}
