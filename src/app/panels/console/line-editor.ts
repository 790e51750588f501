/** The line that is being typed into the console, as a shell's line editor keeps it. Positions count UTF-16 units. */
export interface Line {
  readonly text: string;
  readonly cursor: number;
  /** Which entry of the history is shown, counted back from the new line, which is 0. */
  readonly back: number;
  /** The new line, while an entry of the history is shown. */
  readonly draft: string;
}

export const EMPTY_LINE: Line = { text: '', cursor: 0, back: 0, draft: '' };

type Edit = (line: Line, history: readonly string[]) => Line;

const moveTo = (line: Line, cursor: number): Line => ({ ...line, cursor });

/** Takes out what lies between two positions. */
function cut(line: Line, from: number, to: number): Line {
  return { ...line, text: line.text.slice(0, from) + line.text.slice(to), cursor: from };
}

/** Puts a text in at the cursor. */
function insert(line: Line, text: string): Line {
  const { cursor } = line;
  return { ...line, text: line.text.slice(0, cursor) + text + line.text.slice(cursor), cursor: cursor + text.length };
}

/** Where the word before the cursor begins. */
const wordBefore = ({ text, cursor }: Line): number => Math.max(0, text.slice(0, cursor).search(/\S+\s*$/));

function wordAfter({ text, cursor }: Line): number {
  const word = /^\s*\S*/.exec(text.slice(cursor));
  return cursor + (word?.[0].length ?? 0);
}

/** Shows another entry of the history; what was typed waits below the last one. */
function recall(line: Line, history: readonly string[], step: number): Line {
  const back = line.back + step;
  if (back < 0 || back > history.length) return line;
  const draft = line.back === 0 ? line.text : line.draft;
  const text = back === 0 ? draft : history[history.length - back];
  return { text, cursor: text.length, back, draft };
}

const left: Edit = (line) => moveTo(line, Math.max(0, line.cursor - 1));
const right: Edit = (line) => moveTo(line, Math.min(line.text.length, line.cursor + 1));
const home: Edit = (line) => moveTo(line, 0);
const end: Edit = (line) => moveTo(line, line.text.length);
const older: Edit = (line, history) => recall(line, history, 1);
const newer: Edit = (line, history) => recall(line, history, -1);
const backspace: Edit = (line) => cut(line, Math.max(0, line.cursor - 1), line.cursor);
const wordLeft: Edit = (line) => moveTo(line, wordBefore(line));
const wordRight: Edit = (line) => moveTo(line, wordAfter(line));
const cutRight: Edit = (line) => moveTo(cut(line, line.cursor, line.cursor + 1), line.cursor);

/** What a terminal sends for a key, and what the line editor does then: the keys of readline. */
const EDITS: Readonly<Record<string, Edit>> = {
  '\x7f': backspace,
  '\b': backspace,
  '\x1b[3~': cutRight,
  '\x04': cutRight,
  '\x1b[D': left,
  '\x02': left,
  '\x1b[C': right,
  '\x06': right,
  '\x1b[H': home,
  '\x01': home,
  '\x1b[F': end,
  '\x05': end,
  '\x1b[A': older,
  '\x10': older,
  '\x1b[B': newer,
  '\x0e': newer,
  '\x1b[1;5D': wordLeft,
  '\x1bb': wordLeft,
  '\x1b[1;5C': wordRight,
  '\x1bf': wordRight,
  '\x17': (line) => cut(line, wordBefore(line), line.cursor),
  '\x15': (line) => cut(line, 0, line.cursor),
  '\x0b': (line) => ({ ...line, text: line.text.slice(0, line.cursor) }),
};

/** The line with the word before the cursor completed as far as the candidates agree; undefined if that is no further. */
export function completed(line: Line, candidates: readonly string[]): Line | undefined {
  const start = commonStart(candidates);
  const word = /\S*$/.exec(line.text.slice(0, line.cursor))?.[0] ?? '';
  // A path may go on behind a slash; after any other word that is the only one comes the next.
  const ending = candidates.length === 1 && !start.endsWith('/') ? ' ' : '';
  if ((start + ending).length <= word.length) return undefined;
  return insert(cut(line, line.cursor - word.length, line.cursor), start + ending);
}

/** The longest beginning that all of the candidates share. */
function commonStart(candidates: readonly string[]): string {
  const [first = '', ...rest] = candidates;
  let length = first.length;
  for (const candidate of rest) while (!candidate.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

/** The line after a key or typed characters; control sequences without a meaning change nothing. */
export function edited(line: Line, key: string, history: readonly string[]): Line {
  if (Object.hasOwn(EDITS, key)) return EDITS[key](line, history);
  return isText(key) ? insert(line, key) : line;
}

const isText = (key: string): boolean => [...key].every((char) => char >= ' ' && char !== '\x7f');

/** Splits what a terminal sends into keys: a control sequence, a control character, or characters in one piece. */
export function keysOf(data: string): readonly string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals speak in control characters
  return data.match(/\x1b\[[0-9;]*[A-Za-z~]|\x1bO[A-Z]|\x1b.?|[\x00-\x1f\x7f]|[^\x00-\x1f\x7f]+/gsu) ?? [];
}
