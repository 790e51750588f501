import { BPFFS } from '../../kernel/syscalls/bpffs.ts';
import { durationOf, type Words } from './words.ts';

/** Checks and readings of arguments that several commands share. */

/** No word may be left. */
export function end(words: Words): void {
  if (words.left > 0) throw words.wrong(`"${words.peek()}" is one word too many`);
}

/** Longest time a line may ask for: 100 days, beyond which nanoseconds would not be exact. */
const MAX_NS = 100 * 24 * 3600 * 1e9;

/** A time as ns. */
export function duration(words: Words): number {
  const ns = durationOf(words.next() ?? '', 's');
  if (ns === undefined || ns > MAX_NS) throw words.wasWrong('expected a time such as 5ms, 20us or 0.5');
  return ns;
}

const withoutSlash = (path: string): string => (path.length > 1 ? path.replace(/\/+$/, '') : path);

/** An absolute path, without a slash at its end. */
export function pathWord(words: Words): string {
  const path = words.next();
  if (path === undefined) throw words.wasWrong('missing operand');
  if (!path.startsWith('/')) throw words.wasWrong(`expected a path such as ${BPFFS}/name`);
  return withoutSlash(path);
}
