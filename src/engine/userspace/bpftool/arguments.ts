import { Failure, type Words } from '../shell/words.ts';

/** Checks that bpftool's commands make of their arguments. */

/** kernel: REQ_ARGS() */
export function required(words: Words, count: number, status = -1): void {
  if (words.left >= count) return;
  throw words.wrong(`'${words.previous() ?? ''}' needs at least ${count} arguments, ${words.left} found`, status);
}

/** kernel: BAD_ARG() */
export function noMoreThan(words: Words): void {
  if (words.left > 0) throw words.wrong(`what is '${words.peek()}'?`);
}

/** Ends a command with the help of its object; kernel: usage() */
export class Usage extends Failure {}
