import { bytesOfText, textOfBytes } from '../../../lib/bytes.ts';
import { EISDIR, ENOENT } from '../../abi/errno.ts';
import { perform, type Steps } from '../steps.ts';
import { parsePattern } from './patterns.ts';
import type { Run, Shell } from './shell.ts';
import { strerror } from './strerror.ts';
import type { Words } from './words.ts';

/** The filters that people pipe into: head, tail, grep, wc, sort, uniq, tee, xxd. Texts have one character a byte. */

/** An input of a filter. */
export interface Input {
  /** As the user names it; `-` for what is piped in. */
  readonly name: string;
  readonly text: string;
}

/** The options of a filter, by letter; those that take a value with it. */
type Options = ReadonlyMap<string, string>;

interface Filter {
  /** Letters of options, a colon behind those that take a value, as getopt() reads them. */
  readonly letters: string;
  /** `-5` is `-n 5`. */
  readonly number?: true;
  /** The exit status of a failure. */
  readonly trouble: number;
}

/**
 * Takes options from the words: letters may be joined, a value may follow at once or as the next word.
 * libc: getopt()
 */
function takeOptions(name: string, words: Words, { letters, number, trouble }: Filter): Options {
  const options = new Map<string, string>();
  while (/^-./.test(words.peek() ?? '')) {
    const word = words.next() ?? '';
    if (word === '--') break;
    if (number === true && /^-\d+$/.test(word)) options.set('n', word.slice(1));
    else takeLetters(name, words, word, { letters, trouble }, options);
  }
  return options;
}

function takeLetters(name: string, words: Words, word: string, filter: Filter, options: Map<string, string>): void {
  const { letters, trouble } = filter;
  for (let at = 1; at < word.length; at++) {
    const letter = word[at];
    const known = letter === ':' ? -1 : letters.indexOf(letter);
    const what = word.startsWith('--') ? `unrecognized option '${word}'` : `invalid option -- '${letter}'`;
    if (known < 0) throw words.wasWrong(`${name}: ${what}`, trouble);
    if (letters[known + 1] !== ':') options.set(letter, '');
    else {
      const value = at + 1 < word.length ? word.slice(at + 1) : words.next();
      if (value === undefined) throw words.wasWrong(`${name}: option requires an argument -- '${letter}'`, trouble);
      options.set(letter, value);
      return;
    }
  }
}

/** The files that are named, or what is piped in; a file that cannot be read is told about. */
function* inputsOf(shell: Shell, name: string): Steps<readonly Input[]> {
  const { words, out, stdin } = shell;
  const names = words.rest().map(({ text }) => text);
  while (words.next() !== undefined);
  const inputs: Input[] = [];
  for (const each of names.length === 0 ? ['-'] : names) {
    const read = each === '-' ? (stdin ?? 'nothing is piped in') : yield* readFile(shell, each);
    if (typeof read === 'string') out.stderr += `${name}: ${each}: ${read}\n`;
    else inputs.push({ name: each, text: textOfBytes(read) });
  }
  return inputs;
}

/** What a file holds, or why it cannot be read. */
export const readFile = ({ storage }: Shell, path: string): Steps<Uint8Array | string> =>
  perform(() => storage.read(path) ?? strerror(storage.list(path) === undefined ? ENOENT : EISDIR));

/** The lines of a text; the last one may lack its newline. */
const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

const printLines = ({ out }: Shell, lines: readonly string[]): void => {
  if (lines.length > 0) out.print(`${lines.join('\n')}\n`);
};

/** A filter that treats each of its inputs by itself, with headings where there are several. */
function* eachInput(shell: Shell, name: string, show: (text: string) => void): Steps<number> {
  const wanted = Math.max(1, shell.words.left);
  const inputs = yield* inputsOf(shell, name);
  for (const [i, { name: file, text }] of inputs.entries()) {
    if (wanted > 1) shell.out.print(`${i > 0 ? '\n' : ''}==> ${file} <==\n`);
    show(text);
  }
  return inputs.length === wanted ? 0 : 1;
}

function countOption(name: string, words: Words, options: Options): number {
  const value = options.get('n') ?? '10';
  if (!/^[+-]?\d{1,9}$/.test(value)) throw words.wasWrong(`${name}: invalid number of lines: '${value}'`, 1);
  return Number(value);
}

const head: Run = (shell) => {
  const count = countOption('head', shell.words, takeOptions('head', shell.words, { ...LINES_FILTER, number: true }));
  return eachInput(shell, 'head', (text) => printLines(shell, linesOf(text).slice(0, count)));
};

const tail: Run = (shell) => {
  const options = takeOptions('tail', shell.words, { ...LINES_FILTER, number: true });
  const count = countOption('tail', shell.words, options);
  const fromLine = options.get('n')?.startsWith('+') === true;
  const start = fromLine ? Math.max(0, count - 1) : -Math.abs(count);
  return eachInput(shell, 'tail', (text) => printLines(shell, count === 0 ? [] : linesOf(text).slice(start)));
};

const LINES_FILTER: Filter = { letters: 'n:', trouble: 1 };

/** wc [-lwc]: lines, words, bytes. */
function* wc(shell: Shell): Steps<number> {
  const { words, out } = shell;
  const options = takeOptions('wc', words, { letters: 'lwc', trouble: 1 });
  const isWanted = (letter: string): boolean => options.size === 0 || options.has(letter);
  const wanted = Math.max(1, words.left);
  const isNamed = words.left > 0;
  const inputs = yield* inputsOf(shell, 'wc');
  const rows = inputs.map(({ name, text }) => ({ name, counts: countsOf(text) }));
  const total = [0, 1, 2].map((i) => rows.reduce((sum, row) => sum + row.counts[i], 0));
  if (rows.length > 1) rows.push({ name: 'total', counts: total });
  const width = options.size === 1 && rows.length === 1 ? 0 : isNamed ? String(total[2]).length : 7;
  for (const { name, counts } of rows) {
    const shown = counts.filter((_, i) => isWanted('lwc'[i])).map((count) => String(count).padStart(width));
    out.print(`${shown.join(' ')}${isNamed ? ` ${name}` : ''}\n`);
  }
  return inputs.length === wanted ? 0 : 1;
}

const countsOf = (text: string): readonly number[] => [
  text.split('\n').length - 1,
  text.split(/\s+/).filter((word) => word !== '').length,
  text.length,
];

/** sort [-nru] */
function* sort(shell: Shell): Steps<number> {
  const options = takeOptions('sort', shell.words, { letters: 'nru', trouble: 2 });
  const inputs = yield* inputsOf(shell, 'sort');
  const compare = options.has('n')
    ? (a: string, b: string) => numberOf(a) - numberOf(b) || compareTexts(a, b)
    : compareTexts;
  const lines = inputs.flatMap(({ text }) => linesOf(text)).sort(compare);
  const kept = options.has('u') ? lines.filter((line, i) => i === 0 || compare(line, lines[i - 1]) !== 0) : lines;
  printLines(shell, options.has('r') ? [...kept].reverse() : kept);
  return 0;
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const numberOf = (line: string): number => Number(/^\s*-?\d+(?:\.\d+)?/.exec(line)?.[0] ?? 0);

/** uniq [-c]: lines that follow themselves are left out. */
function* uniq(shell: Shell): Steps<number> {
  const options = takeOptions('uniq', shell.words, { letters: 'c', trouble: 1 });
  const lines = (yield* inputsOf(shell, 'uniq')).flatMap(({ text }) => linesOf(text));
  const starts = lines.flatMap((line, i) => (i === 0 || line !== lines[i - 1] ? [i] : []));
  const counted = (start: number, i: number): string =>
    `${String((starts[i + 1] ?? lines.length) - start).padStart(7)} ${lines[start]}`;
  printLines(
    shell,
    starts.map((start, i) => (options.has('c') ? counted(start, i) : lines[start])),
  );
  return 0;
}

/** tee [-a] FILE…: prints what is piped in, and writes it. */
function* tee(shell: Shell): Steps<number> {
  const { words, out, storage, stdin } = shell;
  const options = takeOptions('tee', words, { letters: 'a', trouble: 1 });
  const bytes = stdin ?? new Uint8Array();
  out.print(textOfBytes(bytes));
  let status = 0;
  for (let path = words.next(); path !== undefined; path = words.next()) {
    const file = path;
    const error = yield* perform(() => {
      const before = options.has('a') ? (storage.read(file) ?? new Uint8Array()) : new Uint8Array();
      return storage.write(file, bytesOfText(textOfBytes(before) + textOfBytes(bytes)));
    });
    if (error < 0) out.stderr += `tee: ${file}: ${strerror(-error)}\n`;
    status = error < 0 ? 1 : status;
  }
  return status;
}

/** xxd: a hex dump. */
function* xxd(shell: Shell): Steps<number> {
  const ROW = 16;
  const inputs = yield* inputsOf(shell, 'xxd');
  for (const { text } of inputs) {
    for (let at = 0; at < text.length; at += ROW) {
      const row = text.slice(at, at + ROW);
      const hex = [...row].map((character, i) => `${hexOf(character)}${i % 2 === 1 ? ' ' : ''}`).join('');
      const shown = row.replaceAll(/[^\x20-\x7e]/g, '.');
      shell.out.print(`${at.toString(16).padStart(8, '0')}: ${hex.padEnd(40)} ${shown}\n`);
    }
  }
  return inputs.length === 0 ? 1 : 0;
}

const hexOf = (character: string): string => character.charCodeAt(0).toString(16).padStart(2, '0');

// ---- grep

const GREP: Filter = { letters: 'ivcnoqwxhHlFEsA:B:C:e:', trouble: 2 };

/** grep [-ivcnoqwxFE] [-A N] [-B N] [-C N] PATTERN [FILE…] */
function* grep(shell: Shell): Steps<number> {
  const { words, out } = shell;
  const options = takeOptions('grep', words, GREP);
  const pattern = options.get('e') ?? words.next();
  if (pattern === undefined)
    throw words.wrong("Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.", 2);
  const matcher = parsePattern(pattern, options);
  if (matcher === undefined) throw words.wasWrong('grep: Invalid regular expression', 2);
  const wanted = Math.max(1, words.left);
  const inputs = yield* inputsOf(shell, 'grep');
  let found = 0;
  for (const { name, text } of inputs) {
    const prefix = wanted > 1 || options.has('H') ? `${name}:` : '';
    const lines = linesOf(text);
    const matching = lines.flatMap((line, i) => (matcher.test(line) === options.has('v') ? [] : [i]));
    found += matching.length;
    if (options.has('q')) continue;
    if (options.has('c')) out.print(`${prefix}${matching.length}\n`);
    else if (options.has('l')) out.print(matching.length > 0 ? `${name}\n` : '');
    else out.print(shownMatches({ lines, matching, options, prefix, matcher }).join(''));
  }
  return inputs.length < wanted ? 2 : found > 0 ? 0 : 1;
}

interface Matches {
  readonly lines: readonly string[];
  /** Lines that match, from 0. */
  readonly matching: readonly number[];
  readonly options: Options;
  readonly prefix: string;
  readonly matcher: RegExp;
}

function shownMatches({ lines, matching, options, prefix, matcher }: Matches): readonly string[] {
  const numbered = (i: number, mark: string): string => (options.has('n') ? `${i + 1}${mark}` : '');
  if (options.has('o')) {
    const all = new RegExp(matcher.source, `${matcher.flags}g`);
    return matching.flatMap((i) =>
      [...lines[i].matchAll(all)].map(([part]) => `${prefix}${numbered(i, ':')}${part}\n`),
    );
  }
  const [before, after] = ['B', 'A'].map((letter) => Number(options.get(letter) ?? options.get('C') ?? 0) || 0);
  const shown = lines.flatMap((_, i) => (matching.some((at) => i >= at - before && i <= at + after) ? [i] : []));
  return shown.flatMap((i, nth) => [
    ...(nth > 0 && shown[nth - 1] < i - 1 && before + after > 0 ? ['--\n'] : []),
    `${prefix}${numbered(i, matching.includes(i) ? ':' : '-')}${lines[i]}\n`,
  ]);
}

/** Failures of these commands are found when they run: a missing input may yet be written. */
export const TEXT_COMMANDS = { head, tail, grep, wc, sort, uniq, tee, xxd } as const satisfies Readonly<
  Record<string, Run>
>;
