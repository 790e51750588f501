import { err, ok, type Result } from '../../lib/result.ts';
import type { Diagnostic } from '../program/diagnostic.ts';

/**
 * A line of a scenario's script: `[process@cpu] command`. The head is optional: `sh@0` if it is missing. Lines of one
 * process run one after the other; different processes run at the same time. Commands have bpftool's own words where
 * bpftool has them:
 *
 *   bpftool prog run { name PROG | id N } [data_in hex BYTES] [ctx_in hex BYTES] [repeat N]
 *   bpftool map update { name MAP | id N } key [hex] BYTES value [hex] BYTES [any|noexist|exist]
 *   bpftool map delete { name MAP | id N } key [hex] BYTES
 *   bpftool map lookup { name MAP | id N } key [hex] BYTES
 *   sleep SECONDS | sleep 5ms          the process sleeps
 *   close { map | prog } NAME          the loader's file descriptor is closed
 *   advance 5ms                        the console: the machine runs on for that long
 *   next-fire                          the console: the machine runs until a timer callback begins
 */
export interface ScriptLine {
  readonly process: string;
  readonly cpu: number;
  readonly command: Command;
}

/** How a command names a program or map. */
export type ObjectName = { readonly by: 'name'; readonly name: string } | { readonly by: 'id'; readonly id: number };

export type Command =
  | {
      readonly is: 'prog run';
      readonly program: ObjectName;
      readonly data: Uint8Array | undefined;
      readonly context: Uint8Array | undefined;
      readonly repeat: number;
    }
  | {
      readonly is: 'map update';
      readonly map: ObjectName;
      readonly key: Uint8Array;
      readonly value: Uint8Array;
      readonly flags: 0 | 1 | 2;
    }
  | { readonly is: 'map delete' | 'map lookup'; readonly map: ObjectName; readonly key: Uint8Array }
  | { readonly is: 'sleep'; readonly ns: number }
  | { readonly is: 'close'; readonly what: 'map' | 'prog'; readonly name: string }
  | { readonly is: 'advance'; readonly ns: number }
  | { readonly is: 'next-fire' };

/** BPF_ANY, BPF_NOEXIST, BPF_EXIST in bpftool's words. */
const UPDATE_FLAGS: Readonly<Record<string, 0 | 1 | 2>> = { any: 0, noexist: 1, exist: 2 };

const UNITS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9, '': 1e9 };

/** Longest time a line may ask for: 100 days, beyond which nanoseconds would not be exact. */
const MAX_NS = 100 * 24 * 3600 * 1e9;

/** Parses one line; the diagnostic has the column of the word that does not fit (line 1). */
export function parseScriptLine(text: string): Result<ScriptLine, Diagnostic> {
  const head = /^\s*\[\s*([A-Za-z_][\w.-]{0,14})(?:@(\d+))?\s*\]/.exec(text);
  if (head === null && /^\s*\[/.test(text)) return err(diagnostic('expected [process@cpu]', 1, text.length + 1));
  const words = new Words(text, head?.[0].length ?? 0);
  const command = parseCommand(words);
  if (!command.ok) return command;
  const extra = words.next();
  if (extra !== undefined) return words.fail(`"${extra}" is one word too many`);
  return ok({ process: head?.[1] ?? 'sh', cpu: Number(head?.[2] ?? 0), command: command.value });
}

function parseCommand(words: Words): Result<Command, Diagnostic> {
  const word = words.next();
  switch (word) {
    case 'bpftool':
      return parseBpftool(words);
    case 'sleep':
      return map(words.duration(), (ns) => ({ is: 'sleep', ns }));
    case 'advance':
      return map(words.duration(), (ns) => ({ is: 'advance', ns }));
    case 'next-fire':
      return ok({ is: 'next-fire' });
    case 'close':
      return parseClose(words);
    default:
      return words.fail(
        `${word === undefined ? 'a command' : `"${word}" is not a command; one`} of bpftool, sleep, close, advance, next-fire is expected`,
      );
  }
}

function parseClose(words: Words): Result<Command, Diagnostic> {
  const what = words.next();
  if (what !== 'map' && what !== 'prog') return words.fail('expected map or prog');
  return map(words.text('a name'), (name) => ({ is: 'close', what, name }));
}

function parseBpftool(words: Words): Result<Command, Diagnostic> {
  const object = words.next();
  const verb = words.next();
  if (object === 'prog' && verb === 'run') return parseProgRun(words);
  if (object === 'map' && verb === 'update') return parseMapUpdate(words);
  if (object === 'map' && (verb === 'delete' || verb === 'lookup')) {
    return map(parseMapAndKey(words), ([target, key]) => ({ is: `map ${verb}`, map: target, key }));
  }
  return words.fail(
    `bpftool ${object ?? ''} ${verb ?? ''} is not known here; prog run and map update, delete, lookup are`,
  );
}

function parseProgRun(words: Words): Result<Command, Diagnostic> {
  const program = words.object();
  if (!program.ok) return program;
  let data: Uint8Array | undefined;
  let context: Uint8Array | undefined;
  let repeat = 1;
  for (let option = words.next(); option !== undefined; option = words.next()) {
    if (option === 'repeat') {
      const count = words.integer(1, 1_000_000);
      if (!count.ok) return count;
      repeat = count.value;
    } else if (option === 'data_in' || option === 'ctx_in') {
      const bytes = words.bytes();
      if (!bytes.ok) return bytes;
      if (option === 'data_in') data = bytes.value;
      else context = bytes.value;
    } else return words.fail(`"${option}" is not an option of prog run; data_in, ctx_in and repeat are`);
  }
  return ok({ is: 'prog run', program: program.value, data, context, repeat });
}

function parseMapAndKey(words: Words): Result<readonly [ObjectName, Uint8Array], Diagnostic> {
  const target = words.object();
  if (!target.ok) return target;
  const keyword = words.keyword('key');
  if (!keyword.ok) return keyword;
  return map(words.bytes(), (key) => [target.value, key] as const);
}

function parseMapUpdate(words: Words): Result<Command, Diagnostic> {
  const target = parseMapAndKey(words);
  if (!target.ok) return target;
  const keyword = words.keyword('value');
  if (!keyword.ok) return keyword;
  const value = words.bytes();
  if (!value.ok) return value;
  const word = words.next();
  const flags = word === undefined ? 0 : UPDATE_FLAGS[word];
  if (flags === undefined) return words.fail(`"${word}" is not an update flag; any, noexist and exist are`);
  return ok({ is: 'map update', map: target.value[0], key: target.value[1], value: value.value, flags });
}

function map<A, B>(result: Result<A, Diagnostic>, change: (value: A) => B): Result<B, Diagnostic> {
  return result.ok ? ok(change(result.value)) : result;
}

function diagnostic(message: string, column: number, endColumn: number): Diagnostic {
  return { severity: 'error', message, at: { line: 1, column, endColumn }, where: 'script' };
}

/** The words of a line, with the place of the one taken last. */
class Words {
  private readonly words: readonly { readonly text: string; readonly column: number }[];
  private readonly end: number;
  private at = 0;

  constructor(text: string, from: number) {
    this.words = [...text.slice(from).matchAll(/\S+/g)].map((m) => ({ text: m[0], column: from + m.index + 1 }));
    this.end = text.length + 1;
  }

  next(): string | undefined {
    return this.words[this.at++]?.text;
  }

  /** A failure at the word taken last. */
  fail(message: string): Result<never, Diagnostic> {
    const word = this.words[this.at - 1];
    if (word === undefined) return err(diagnostic(message, this.end, this.end));
    return err(diagnostic(message, word.column, word.column + word.text.length));
  }

  keyword(expected: string): Result<string, Diagnostic> {
    const word = this.next();
    return word === expected ? ok(word) : this.fail(`expected ${expected}`);
  }

  text(what: string): Result<string, Diagnostic> {
    const word = this.next();
    return word === undefined ? this.fail(`expected ${what}`) : ok(word);
  }

  integer(min: number, max: number): Result<number, Diagnostic> {
    const word = this.next();
    const value = /^\d+$/.test(word ?? '') ? Number(word) : Number.NaN;
    return value >= min && value <= max ? ok(value) : this.fail(`expected a number from ${min} to ${max}`);
  }

  object(): Result<ObjectName, Diagnostic> {
    const by = this.next();
    if (by === 'name') return map(this.text('a name'), (name) => ({ by, name }));
    if (by === 'id') return map(this.integer(1, 0xffff_ffff), (id) => ({ by, id }));
    return this.fail('expected name or id');
  }

  duration(): Result<number, Diagnostic> {
    const parts = /^(\d+(?:\.\d+)?)(ns|us|µs|ms|s|)$/.exec(this.next() ?? '');
    const ns = parts === null ? Number.NaN : Math.round(Number(parts[1]) * UNITS[parts[2]]);
    return ns <= MAX_NS ? ok(ns) : this.fail('expected a time such as 5ms, 20us or 0.5');
  }

  /** Bytes up to the next word that is no number: decimal or 0x…, after `hex` hexadecimal. */
  bytes(): Result<Uint8Array, Diagnostic> {
    const isHex = this.words[this.at]?.text === 'hex';
    if (isHex) this.at++;
    const form = isHex ? /^(?:0x)?([0-9a-fA-F]{1,2})$/ : /^(?:\d{1,3}|0x[0-9a-fA-F]{1,2})$/;
    const bytes: number[] = [];
    while (this.at < this.words.length && form.test(this.words[this.at].text)) {
      const text = this.words[this.at++].text;
      const byte = isHex ? Number.parseInt(text.replace(/^0x/, ''), 16) : Number(text);
      if (byte > 255) return this.fail(`${byte} is no byte`);
      bytes.push(byte);
    }
    if (bytes.length > 0) return ok(Uint8Array.from(bytes));
    this.at++;
    return this.fail(
      isHex ? 'expected bytes as hex digits, such as 2a 00' : 'expected bytes, such as 42 0 or hex 2a 00',
    );
  }
}
