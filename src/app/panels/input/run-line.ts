/** The lines of a script that run a program, and the input that they give it. Bytes are hex digits without spaces. */

/** `bpftool prog run PROG [data_in hex …] [ctx_in hex …] [repeat N]` in parts. */
export interface RunLine {
  /** Line of the script, from 0. */
  readonly index: number;
  /** The command as the machine knows it: without the step at which it was typed. */
  readonly command: string;
  /** The step at which it was typed (`@12 `), and the process in its brackets with the words up to the program. */
  readonly at: string;
  readonly process: string;
  readonly head: string;
  /** Name, id, tag or path of the program. */
  readonly program: string;
  readonly input: RunInput;
  /** Words that this panel has nothing to do with. */
  readonly rest: readonly string[];
}

export interface RunInput {
  /** CPU that the process runs on. */
  readonly cpu: number;
  readonly data: string | undefined;
  readonly context: string | undefined;
  readonly repeat: number;
}

const RUN =
  /^\s*(@\d+\s+)?(?:\[\s*([\w.-]+)(?:@(\d+))?\s*\]\s*)?(bpftool\s+(?:-\S+\s+)*prog\s+run\s+(?:name|id|tag|pinned)\s+(\S+))(.*)$/;

/** The process of a line that names none. */
const SHELL = 'sh';

/** The lines of a script that run a program. */
export function runLines(script: string): readonly RunLine[] {
  return script.split('\n').flatMap((line, index) => runLine(line, index) ?? []);
}

function runLine(line: string, index: number): RunLine | undefined {
  const found = RUN.exec(line);
  if (found === null) return undefined;
  const [, at = '', process = SHELL, cpu = '0', head, program, options] = found;
  const command = line.slice(line.indexOf(at) + at.length).trim();
  const words = options.split(/\s+/).filter(Boolean);
  return { index, command, at, process, head, program, ...parsed(words, Number(cpu)) };
}

function parsed(words: readonly string[], cpu: number): Pick<RunLine, 'input' | 'rest'> {
  const rest: string[] = [];
  let input: RunInput = { cpu, data: undefined, context: undefined, repeat: 1 };
  for (let i = 0; i < words.length; i++) {
    const bytes = words[i + 1] === 'hex' ? bytesFrom(words, i + 2) : [];
    if (words[i] === 'repeat' && /^\d+$/.test(words[i + 1] ?? '')) input = { ...input, repeat: Number(words[++i]) };
    else if (words[i] === 'data_in' && bytes.length > 0) input = { ...input, data: bytes.join('') };
    else if (words[i] === 'ctx_in' && bytes.length > 0) input = { ...input, context: bytes.join('') };
    else rest.push(words[i]);
    if (bytes.length > 0 && /^(data|ctx)_in$/.test(words[i])) i += 1 + bytes.length;
  }
  return { input, rest };
}

/** The bytes that follow each other from a word on, two digits each. */
function bytesFrom(words: readonly string[], from: number): readonly string[] {
  const end = words.findIndex((word, i) => i >= from && !/^(0x)?[0-9a-f]{1,2}$/i.test(word));
  return words.slice(from, end < 0 ? words.length : end).map((word) => word.replace(/^0x/i, '').padStart(2, '0'));
}

/** The script with other input in one of its lines. */
export function withInput(script: string, line: RunLine, input: RunInput): string {
  const words = [
    line.at + whereWord(line.process, input.cpu) + line.head,
    ...hexWords('data_in', input.data),
    ...hexWords('ctx_in', input.context),
    ...(input.repeat > 1 ? ['repeat', String(input.repeat)] : []),
    ...line.rest,
  ];
  return script
    .split('\n')
    .map((text, index) => (index === line.index ? words.join(' ') : text))
    .join('\n');
}

/** `[sh@1] `; nothing for what a line without it means. */
const whereWord = (process: string, cpu: number): string =>
  cpu === 0 && process === SHELL ? '' : `[${process}${cpu === 0 ? '' : `@${cpu}`}] `;

const hexWords = (option: string, hex: string | undefined): readonly string[] =>
  hex === undefined || hex === '' ? [] : [option, 'hex', ...(hex.match(/../g) ?? [])];

/** The script with one more line that runs a program. */
export function withRun(script: string, program: string): string {
  const gap = script === '' || script.endsWith('\n') ? '' : '\n';
  return `${script}${gap}bpftool prog run name ${program}\n`;
}

/** Hex digits of what was typed: bytes with or without spaces, colons and 0x; undefined if it is something else. */
export function hexDigits(typed: string): string | undefined {
  const digits = typed.replace(/0x|[\s:,]/gi, '').toLowerCase();
  return /^([0-9a-f]{2})*$/.test(digits) ? digits : undefined;
}

export const hexOfText = (text: string): string => hexOfBytes(new TextEncoder().encode(text));

export const hexOfBytes = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const bytesOfHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));

/** The text that bytes are, if they are text. */
export function textOfHex(hex: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytesOfHex(hex));
  } catch {
    // Not UTF-8: bytes then, not text.
    return undefined;
  }
}
