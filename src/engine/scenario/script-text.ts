import type { Scenario } from './scenario.ts';

type ScriptLine = Scenario['script'][number];

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
