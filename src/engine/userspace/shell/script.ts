import { err, ok, type Result } from '../../../lib/result.ts';
import type { Diagnostic } from '../../program/diagnostic.ts';
import { type Pipeline, parseCommandLine, type SimpleCommand } from './command-line.ts';
import { COMMANDS } from './commands.ts';
import { Printer, type Shell } from './shell.ts';
import { Failure, type Word, Words } from './words.ts';

/**
 * A line of a scenario's script: `[process@cpu] command`. The head is optional: `sh@0` if it is missing. Lines of one
 * process run one after the other; different processes run at the same time. The commands are those of `commands.ts`.
 */
export interface ScriptLine {
  readonly process: string;
  readonly cpu: number;
  /** The command, its name first. */
  readonly words: readonly Word[];
  /** All commands of the line; without it the one in `words`. */
  readonly pipelines?: readonly Pipeline[];
  /** The process goes on with its next line at once: the line ended with `&`. */
  readonly background?: boolean;
  /** What is piped into the command. */
  readonly stdin?: Uint8Array;
}

/**
 * Parses one line; the diagnostic has the columns of the word that does not fit (line 1). What can only be judged
 * against the machine (is there such a map? how long is its key?) is found out when the line runs.
 */
export function parseScriptLine(text: string): Result<ScriptLine, Diagnostic> {
  const head = /^\s*\[\s*([A-Za-z_][\w.-]{0,14})(?:@(\d+))?\s*\]/.exec(text);
  if (head === null && /^\s*\[/.test(text)) return err(diagnostic('expected [process@cpu]', 1, text.length + 1));
  try {
    const { pipelines, background } = parseCommandLine(text, head?.[0].length ?? 0);
    const place = { process: head?.[1] ?? 'sh', cpu: Number(head?.[2] ?? 0) };
    const line: ScriptLine = { ...place, words: pipelines[0].commands[0].words, pipelines, background };
    const wrong = pipelines.flatMap(({ commands }) =>
      commands.flatMap((command, i) => mistakeOf(line, command, i) ?? []),
    );
    return wrong.length === 0 ? ok(line) : err(wrong[0]);
  } catch (error) {
    if (error instanceof Failure) return err(fromFailure(error));
    throw error;
  }
}

/** A line that is no command: the terminal's key that ends what the shell waits for. */
export const INTERRUPT = '^C';

/** `index`: in its pipeline. */
const mistakeOf = (line: ScriptLine, { words, redirects }: SimpleCommand, index: number): Diagnostic | undefined =>
  mistakeIn({
    ...line,
    words,
    ...((index > 0 || redirects.some(({ stream }) => stream === 'in')) && { stdin: new Uint8Array() }),
  });

/** Runs the command up to its first question to the machine: what is wrong with its words alone shows by then. */
function mistakeIn(line: ScriptLine): Diagnostic | undefined {
  const words = new Words(line.words);
  const name = words.next();
  if (name === INTERRUPT && words.left === 0) return undefined;
  if (name === undefined || !Object.hasOwn(COMMANDS, name)) {
    const known = Object.keys(COMMANDS).join(', ');
    const found = name === undefined ? 'a command' : `"${name}" is not a command; one`;
    return fromFailure(words.wasWrong(`${found} of ${known} is expected`));
  }
  const shell: Shell = { ...NOWHERE, words, out: new Printer(), stdin: line.stdin, checking: true };
  try {
    COMMANDS[name].run(shell).next();
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // What libbpf says goes before the tool's own message, which may be none.
    return error.message === '' ? fromFailure(error, shell.out.stderr.trimEnd()) : fromFailure(error);
  }
}

/** The file that a line loads, if that is what it does. */
export function loadedBy(text: string): string | undefined {
  const line = parseScriptLine(text);
  const words = line.ok ? line.value.words.map((word) => word.text).filter((word) => !word.startsWith('-')) : [];
  const [tool, object, verb, file] = words;
  const isLoad = tool === 'bpftool' && object === 'prog' && (verb === 'load' || verb === 'loadall');
  return isLoad ? file : undefined;
}

/** A shell without a machine. */
const NOWHERE: Omit<Shell, 'words' | 'out' | 'stdin'> = {
  cpu: 0,
  pid: 0,
  shellPid: 0,
  jobs: () => [],
  files: { names: [], open: () => ({ is: 'missing' }) },
  storage: {
    read: () => undefined,
    list: () => [],
    entry: () => undefined,
    write: () => 0,
    remove: () => 0,
  },
  traceFrom: 0,
  last: undefined,
  kernel: '',
};

const fromFailure = ({ message, at }: Failure, text = message): Diagnostic =>
  diagnostic(text, at?.column ?? 1, at?.endColumn ?? 1);

function diagnostic(message: string, column: number, endColumn: number): Diagnostic {
  return { severity: 'error', message, at: { line: 1, column, endColumn }, where: 'script' };
}
