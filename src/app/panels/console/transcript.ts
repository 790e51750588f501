import type { Diagnostic } from '../../../engine/program/diagnostic.ts';
import type { MachineAnswer } from '../../../engine/scenario/queries.ts';
import { moment } from '../../format.ts';
import { printable } from './printable.ts';

/** A line that was refused: it left nothing on the machine, so the console keeps it. */
export interface Remark {
  readonly shell: string;
  readonly line: string;
  /** Commands that the machine had ended when it was typed. */
  readonly after: number;
  /** Virtual time when it was typed, ns as decimal text. */
  readonly clock: string;
  /** Why it was refused. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Select graphic rendition: the terminal's theme gives these the colours of the tokens. */
const SGR = { off: '\x1b[0m', bold: '\x1b[1m', red: '\x1b[31m', soft: '\x1b[37m', dim: '\x1b[90m' } as const;

const paint = (style: keyof typeof SGR, text: string): string =>
  printable(text)
    .split('\n')
    .map((line) => `${SGR[style]}${line}${SGR.off}`)
    .join('\n');

/** The prompt, and its width in columns. */
export const promptText = (clock: string): string => `${moment(BigInt(clock)).slice(0, -3)} # `;

const commandLine = (clock: string, line: string): string => `${paint('dim', promptText(clock))}${paint('bold', line)}`;

/**
 * What a shell's console shows above the prompt, oldest first: its commands that have ended with what they printed, between
 * them the lines of trace_pipe by their time, and remarks. Each entry is text with line feeds and SGR sequences. The same
 * machine gives the same entries, so going back in time takes lines away.
 */
export function transcript(
  now: MachineAnswer,
  remarks: readonly Remark[],
  columns: number,
  shell = 'sh',
): readonly string[] {
  const ours = remarks.filter((remark) => remark.shell === shell);
  const entries: string[] = [];
  const traced = now.traceLines.map((line) => ({ line, at: traceTime(line) }));
  let next = 0;
  const traceUntil = (time: number) => {
    for (; next < traced.length && traced[next].at <= time; next++) entries.push(paint('soft', traced[next].line));
  };
  now.output.forEach((output, index) => {
    entries.push(...remarksAt(ours, index, columns));
    if (output.process !== shell) return;
    traceUntil(Number(output.clock) / 1e9);
    if (output.line !== '') entries.push(commandLine(output.clock, withoutHead(output.line)));
    if (output.text !== '') entries.push(paint(output.failed ? 'red' : 'soft', output.text));
    else if (output.failed) entries.push(paint('dim', 'failed without a message'));
  });
  traceUntil(Number.POSITIVE_INFINITY);
  entries.push(...remarksAt(ours, now.output.length, columns));
  if ('message' in now.stop) entries.push(paint('red', `the machine stopped: ${now.stop.message}`));
  return entries;
}

/** The line as typed into its shell. */
const withoutHead = (line: string): string => line.replace(/^\s*\[[^\]]*\]\s*/, '');

/** Seconds in a line such as `<idle>-0 [000] ..s1. 1.000123: bpf_trace_printk: text`; -1 if there are none. */
function traceTime(line: string): number {
  const found = /\s(\d+\.\d+): /.exec(line);
  return found === null ? -1 : Number(found[1]);
}

const remarksAt = (remarks: readonly Remark[], after: number, columns: number): readonly string[] =>
  remarks.filter((remark) => remark.after === after).flatMap((remark) => remarkEntries(remark, columns));

function remarkEntries({ line, clock, diagnostics }: Remark, columns: number): readonly string[] {
  const typed = commandLine(clock, line);
  return [typed, ...diagnostics.map((diagnostic) => paint('red', pointed(diagnostic, line, clock, columns)))];
}

/** A message under the place it speaks of. */
function pointed({ at, message }: Diagnostic, line: string, clock: string, columns: number): string {
  if (at === undefined) return message;
  const prompt = promptText(clock).length;
  const width = Math.max(1, at.endColumn - at.column);
  const marks = `^${'~'.repeat(width - 1)}`;
  if (prompt + line.length <= columns) return `${' '.repeat(prompt + at.column - 1)}${marks}\n${message}`;
  // The typed line is folded at the edge: a mark below it would stand under another word, so the word is quoted.
  const word = line.slice(at.column - 1, at.endColumn - 1);
  return `${word === '' ? line.slice(-columns) : word}\n${word === '' ? ' '.repeat(Math.min(columns, line.length)) : ''}${marks}\n${message}`;
}
