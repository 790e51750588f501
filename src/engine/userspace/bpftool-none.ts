import { required } from './bpftool-arguments.ts';
import { parseNumber, putPath } from './handles.ts';
import type { Shell } from './shell.ts';
import { call, type Steps } from './steps.ts';
import { strerror } from './strerror.ts';
import { Failure, type Words } from './words.ts';

/** bpftool link and net, on a machine where nothing is ever attached. */

const NOTHING = 2;

export function* showLinks(shell: Shell): Steps<number> {
  const { words, out } = shell;
  if (words.left > 0) yield* findLink(shell, -NOTHING);
  out.json?.begin('[');
  out.json?.end(']');
  return 0;
}

export function* detachLink(shell: Shell): Steps<number> {
  required(shell.words, 2, 1);
  return yield* findLink(shell, 1);
}

/** `{ id N | pinned PATH }`: there is no link of that id. */
function* findLink(shell: Shell, status: number): Steps<never> {
  const { words } = shell;
  if (words.takes('id')) {
    const id = linkId(words);
    throw words.wasWrong(`failed to get link with ID ${id | 0}: ${strerror(NOTHING)}`, status);
  }
  if (!words.takes('pinned')) throw words.wrong(`expected 'id' or 'pinned', got: '${words.peek() ?? '(null)'}'?`);
  const path = words.next() ?? '';
  const file = yield* call(shell.cpu, 'sys_obj_get', yield* putPath(path));
  if (file < 0) throw words.wasWrong(`bpf obj get (${path}): ${strerror(-file)}`);
  yield* call(shell.cpu, 'sys_close', [file]);
  throw new Failure('incorrect object type');
}

function linkId(words: Words): number {
  const word = words.next() ?? '';
  const id = parseNumber(word);
  if (id === undefined) throw words.wasWrong(`can't parse ${word} as ID`);
  return id;
}
