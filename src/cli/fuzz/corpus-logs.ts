/** The logs of recorded answers: whatever JSON lies in a folder and has a `log` of lines. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arrayField, isObject, type Json, parseJson } from '../json.ts';

/** Every log of the JSON files below a folder. */
export function* corpusLogs(folder: string): Generator<string> {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.json')) continue;
    const content = parseJson(readFileSync(join(folder, path), 'latin1'));
    if (isObject(content)) yield* logsOf(content);
  }
}

function* logsOf(content: Json): Generator<string> {
  const answer = content.answer;
  const programs = isObject(answer) ? [answer] : arrayField(content, 'programs').filter(isObject);
  for (const program of programs) {
    for (const name of ['log', 'log_head', 'log_tail']) yield arrayField(program, name).join('\n');
  }
}
