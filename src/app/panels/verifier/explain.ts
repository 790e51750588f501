import { EXPLANATIONS } from './explanations.ts';
import { LOADING } from './loading-words.ts';

const ALL = [...EXPLANATIONS, ...LOADING];

/** What a line of the verifier or the loader means; undefined where we have no words for it. The line itself is always shown as it is. */
export function explain(message: string, root = 'it'): string | undefined {
  for (const [line, say] of ALL) {
    const found = line.exec(message);
    if (found !== null) return say(found.slice(1), root);
  }
  return undefined;
}
