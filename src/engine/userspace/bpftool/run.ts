import { TestRun } from '../../kernel/layouts/contexts.ts';
import type { Machine } from '../../kernel/machine.ts';
import type { Addr } from '../../kernel/memory/memory.ts';
import { takesData } from '../../kernel/programs/test-run.ts';
import { type Handle, type ProgFacts, parseNumber, withProg } from '../shell/handles.ts';
import type { Printer, Shell } from '../shell/shell.ts';
import { strerror } from '../shell/strerror.ts';
import { readFile } from '../shell/text-commands.ts';
import { Failure, type Words } from '../shell/words.ts';
import { call, free, perform, put, type Steps } from '../steps.ts';
import { required } from './arguments.ts';

/**
 * bpftool prog run PROG [data_in DATA] [data_out FILE] [ctx_in DATA] [ctx_out FILE] [repeat N]; kernel: do_run() of
 * tools/bpf/bpftool/prog.c. DATA is a file, `-` for what is piped in, or `hex BYTES` in the line itself.
 */

/** What a program that needs a packet gets if it is given none. */
export const DEFAULT_PACKET = new Uint8Array(64);

interface Input {
  data: Uint8Array | undefined;
  context: Uint8Array | undefined;
  readonly outputs: Map<string, string>;
  repeat: number;
}

export function* runProg(shell: Shell): Steps<number> {
  if (shell.words.left < 2) required(shell.words, 4);
  return yield* withProg(shell, function* (prog) {
    const input = yield* parseInput(shell);
    const { type } = prog.facts.verified.request;
    if (input.data === undefined && takesData(type)) input.data = DEFAULT_PACKET;
    const run = yield* testRun(shell, prog, input);
    const { retval: returnValue, duration, data, context } = run;
    shell.out.run = { returnValue, duration, data, context };
    yield* printRun(shell, run, input);
    return 0;
  });
}

const OPTIONS = ['data_in', 'data_out', 'data_size_out', 'ctx_in', 'ctx_out', 'ctx_size_out', 'repeat'];

function* parseInput(shell: Shell): Steps<Input> {
  const { words } = shell;
  const input: Input = { data: undefined, context: undefined, outputs: new Map(), repeat: 1 };
  while (words.left > 0) {
    const option = optionWord(words);
    required(words, 1);
    if (option === 'data_in') input.data = yield* parseData(shell);
    else if (option === 'ctx_in') input.context = yield* parseData(shell);
    else if (option === 'repeat') input.repeat = parseCount(words, 'repeat number');
    else if (option.endsWith('size_out')) parseCount(words, 'output size');
    else input.outputs.set(option, words.next() ?? '');
  }
  return input;
}

function optionWord(words: Words): string {
  const word = words.peek() ?? '';
  const fitting = OPTIONS.filter((option) => option.startsWith(word));
  if (fitting.length > 1 && !fitting.includes(word))
    throw words.wrong(`ambiguous prefix: '${word}' could be '${fitting.join("' or '")}'`);
  const option = words.next();
  if (fitting.length > 0) return fitting.includes(word) ? word : fitting[0];
  const all = `${OPTIONS.slice(0, -1)
    .map((each) => `'${each}'`)
    .join(', ')} or 'repeat'`;
  throw words.wasWrong(`expected no more arguments, ${all}, got: '${option}'?`);
}

function parseCount(words: Words, what: string): number {
  const word = words.next() ?? '';
  const count = parseNumber(word);
  if (count === undefined) throw words.wasWrong(`can't parse ${word} as ${what}`);
  return count >>> 0;
}

function* parseData(shell: Shell): Steps<Uint8Array> {
  const { words, stdin } = shell;
  const word = words.next() ?? '';
  if (word === 'hex') return hexBytes(words);
  if (word !== '-') return yield* dataOfFile(shell, word);
  if (stdin === undefined) throw words.wasWrong('nothing is piped in; bytes can be given as: hex 00 1f');
  return stdin;
}

function* dataOfFile(shell: Shell, path: string): Steps<Uint8Array> {
  const read = yield* readFile(shell, path);
  if (typeof read === 'string') throw shell.words.wasWrong(`failed to open ${path}: ${read}`);
  return read;
}

function hexBytes(words: Words): Uint8Array {
  const bytes: number[] = [];
  while (/^(?:0x)?[0-9a-f]{1,2}$/i.test(words.peek() ?? '')) bytes.push(parseNumber(words.next() ?? '', 16) ?? 0);
  if (bytes.length === 0) throw words.wrong(`error parsing byte: ${words.peek() ?? '(null)'}`);
  return Uint8Array.from(bytes);
}

// ---- the system call

interface Ran {
  readonly retval: number;
  readonly data: Uint8Array | undefined;
  readonly context: Uint8Array | undefined;
  /** Average of a run, ns. */
  readonly duration: number;
}

function* testRun(shell: Shell, prog: Handle<ProgFacts>, input: Input): Steps<Ran> {
  const run = yield* put(new Uint8Array(TestRun.size), 'test_run');
  const dataIn = input.data === undefined ? 0 : yield* put(input.data, 'data_in');
  const contextIn = input.context === undefined ? 0 : yield* put(input.context, 'ctx_in');
  yield* perform((machine) => machine.act(() => fillRun(machine, run, prog.file, { ...input, dataIn, contextIn })));
  const start = yield* perform((machine) => machine.clock);
  const error = yield* call(shell.cpu, 'test_run', [run]);
  const ran = yield* perform((machine) => readRun(machine, run, input, start));
  yield* perform((machine) => machine.act(() => freeRun(machine, run)));
  for (const buffer of [run, dataIn, contextIn]) if (buffer !== 0) yield* free(buffer);
  if (error !== 0) throw new Failure(`failed to run program: ${strerror(-error)}`, error);
  return ran;
}

function fillRun(
  { kernel }: Machine,
  run: Addr,
  file: number,
  input: Input & { readonly dataIn: Addr; readonly contextIn: Addr },
): void {
  const cursor = kernel.contexts.testRun(run);
  cursor.prog = kernel.files.progOf(file);
  cursor.dataIn = input.dataIn;
  cursor.dataSize = input.data?.length ?? 0;
  cursor.contextIn = input.contextIn;
  cursor.contextSize = input.context?.length ?? 0;
  cursor.repeat = input.repeat === 1 ? 0 : input.repeat;
}

function readRun({ kernel, memory, clock }: Machine, run: Addr, input: Input, start: number): Ran {
  const { retval, dataOut, dataOutSize, contextIn } = kernel.contexts.testRun(run);
  const size = input.context?.length ?? 0;
  return {
    retval: retval >>> 0,
    data: dataOut === 0 ? undefined : memory.bytesAt(dataOut, dataOutSize).slice(),
    context: contextIn === 0 ? undefined : memory.bytesAt(contextIn, size).slice(),
    duration: Math.floor((clock - start) / Math.max(1, input.repeat)),
  };
}

/** The packet and the context go when the system call returns. */
function freeRun({ kernel }: Machine, run: Addr): void {
  const { packet, context } = kernel.contexts.testRun(run);
  if (packet !== 0) kernel.kfree(packet);
  if (context !== 0) kernel.kfree(context);
}

// ---- what it prints

function* printRun(shell: Shell, run: Ran, { outputs, repeat }: Input): Steps<void> {
  const { out } = shell;
  out.json?.begin('{');
  yield* putBytes(shell, 'data_out', outputs.get('data_out'), run.data);
  yield* putBytes(shell, 'ctx_out', outputs.get('ctx_out'), run.context);
  if (out.json === undefined) {
    out.print(`Return value: ${run.retval}, duration${repeat > 1 ? ' (average)' : ''}: ${run.duration}ns\n`);
    return;
  }
  out.json.field('retval', run.retval);
  out.json.field('duration', run.duration);
  out.json.end('}');
}

function* putBytes(shell: Shell, name: string, file: string | undefined, bytes: Uint8Array | undefined): Steps<void> {
  if (file === undefined || bytes === undefined) return;
  if (file === '-') return printBytes(shell.out, name, bytes);
  const error = yield* perform(() => shell.storage.write(file, bytes));
  if (error < 0) shell.out.error(`failed to open ${file}: ${strerror(-error)}`);
}

function printBytes(out: Printer, name: string, bytes: Uint8Array): void {
  if (out.json === undefined) out.print(hexDump(bytes));
  else {
    out.json.name(name);
    out.json.begin('[');
    for (const byte of bytes) out.json.value(String(byte));
    out.json.end(']');
  }
}

/** Rows of 16 bytes: offset, hex in pairs, and the characters. */
function hexDump(bytes: Uint8Array): string {
  const ROW = 16;
  let text = '';
  for (let at = 0; at < bytes.length; at += ROW) {
    const row = [...bytes.subarray(at, at + ROW)];
    const hex = Array.from(
      { length: ROW },
      (_, i) => `${row[i]?.toString(16).padStart(2, '0') ?? '  '}${i % 2 ? ' ' : ''}`,
    );
    const characters = row.map(
      (byte, i) => (byte < 0x20 || byte > 0x7e ? '.' : String.fromCharCode(byte)) + (i === 7 ? ' ' : ''),
    );
    text += `${at.toString(16).padStart(7, '0')}\t${hex.join('')}| ${characters.join('')}\n`;
  }
  return text;
}
