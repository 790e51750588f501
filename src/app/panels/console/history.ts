import { keep, kept } from '../../state/kept.ts';

/** The lines typed into the console, kept per document in this browser. */

const KEY = 'rearm.console';
const MAX_LINES = 200;
const MAX_DOCUMENTS = 30;

/** Documents with their lines, the one typed into last at the end. */
type Kept = readonly (readonly [documentId: string, lines: readonly string[]])[];

/** The history of a document, oldest line first. */
export function historyOf(documentId: string): readonly string[] {
  return read().find(([id]) => id === documentId)?.[1] ?? [];
}

/** The history with one line more; a line that repeats the last one is not kept twice. */
export function remember(documentId: string, line: string): readonly string[] {
  const lines = historyOf(documentId);
  if (lines.at(-1) === line) return lines;
  const longer = [...lines, line].slice(-MAX_LINES);
  const others = read().filter(([id]) => id !== documentId);
  const all: Kept = [...others, [documentId, longer] as const].slice(-MAX_DOCUMENTS);
  keep(KEY, JSON.stringify(all));
  return longer;
}

/** What is kept; something else in its place counts as nothing. */
function read(): Kept {
  const text = kept(KEY);
  if (text === undefined) return [];
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter(isEntry) : [];
  } catch {
    // Another version of the page, or a hand, wrote it: the next line replaces it.
    return [];
  }
}

function isEntry(entry: unknown): entry is Kept[number] {
  return (
    Array.isArray(entry) &&
    typeof entry[0] === 'string' &&
    Array.isArray(entry[1]) &&
    entry[1].every((line) => typeof line === 'string')
  );
}
