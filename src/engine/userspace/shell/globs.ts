import type { Machine } from '../../kernel/machine.ts';
import { listPins } from '../../kernel/syscalls/bpffs.ts';
import type { Storage } from './shell.ts';

/** Words with `*`, `?` and `[…]` as the shell expands them: into the paths that match, in one folder. */

export const isGlob = (text: string): boolean => /[*?]|\[[^\]]+\]/.test(text);

/** The paths that match; the word itself if there are none. Names that begin with a dot are left out. */
export function expandGlob(text: string, { kernel }: Machine, storage: Storage): readonly string[] {
  const slash = text.lastIndexOf('/') + 1;
  const folder = text.slice(0, slash);
  const pattern = patternOf(text.slice(slash));
  const pins = listPins(kernel).map(({ path }) => path);
  const files = (storage.list(slash === 0 ? '.' : folder) ?? []).map(({ path }) => path);
  const found = [...pins, ...files].filter(
    (path) => path.slice(0, path.lastIndexOf('/') + 1) === folder && pattern.test(path.slice(slash)),
  );
  return found.length === 0 ? [text] : found.sort();
}

const patternOf = (text: string): RegExp =>
  new RegExp(
    `^(?!\\.)${text.replaceAll(/\*|\?|\[!?[^\]]+\]|[.+^${}()|\\[\]]/g, (part) => PARTS[part] ?? partOf(part))}$`,
  );

const PARTS: Readonly<Record<string, string>> = { '*': '.*', '?': '.' };

const partOf = (part: string): string =>
  part.length > 1 ? `[${part.slice(1, -1).replace(/^!/, '^').replaceAll('\\', '\\\\')}]` : `\\${part}`;
