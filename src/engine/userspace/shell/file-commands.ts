import { textOfBytes } from '../../../lib/bytes.ts';
import { EIO, EISDIR, ENOENT } from '../../abi/errno.ts';
import { BPFFS, listPins, type Pin } from '../../kernel/syscalls/bpffs.ts';
import { isBpffs } from '../pins.ts';
import { call, perform, type Steps } from '../steps.ts';
import { end, pathWord } from './command-arguments.ts';
import { putPath } from './handles.ts';
import type { Shell } from './shell.ts';
import { strerror } from './strerror.ts';
import { readFile } from './text-commands.ts';
import { TRACE_PIPES, traceLog } from './trace-pipe.ts';
import { Failure, type Words } from './words.ts';

/** The commands that deal with files: ls, cat, rm, mkdir, rmdir. */

// ---- ls

/** Folders that are there and hold nothing else. */
const FIXED: Readonly<Record<string, readonly string[]>> = {
  '/': ['dev', 'sys', 'tmp'],
  '/dev': ['null'],
  '/sys': ['fs', 'kernel'],
  '/sys/fs': ['bpf'],
  '/sys/kernel': ['debug', 'tracing'],
  '/sys/kernel/debug': ['tracing'],
  '/sys/kernel/debug/tracing': ['trace_pipe'],
  '/sys/kernel/tracing': ['trace_pipe'],
};

interface Listed {
  readonly name: string;
  readonly isFolder: boolean;
  readonly size: number;
  /** The scenario's own files cannot be written. */
  readonly isReadOnly: boolean;
}

/** ls [-l] [PATH…]; without a path the working folder and the pins. */
export function* list(shell: Shell): Steps<number> {
  const { words, out } = shell;
  const isLong = listOptions(words);
  const named = words.rest().map(({ text }) => (text.length > 1 ? text.replace(/\/+$/, '') : text));
  const paths = named.length === 0 ? ['.', BPFFS] : named;
  let status = 0;
  let isFirst = true;
  for (const path of paths) {
    const found = yield* perform((machine) => listedAt(path, listPins(machine.kernel), shell.storage));
    if (found === undefined) {
      out.stderr += `ls: cannot access '${path}': ${strerror(ENOENT)}\n`;
      status = 2;
      continue;
    }
    const heading = paths.length > 1 && found.isFolder ? `${isFirst ? '' : '\n'}${path}:\n` : '';
    out.print(heading + (isLong ? longList(found.entries, found.isFolder) : shortList(found.entries)));
    isFirst = false;
  }
  return status;
}

function listOptions(words: Words): boolean {
  let isLong = false;
  while (/^-./.test(words.peek() ?? '')) {
    const letters = words.next() ?? '';
    const wrong = /^-[1aAlhtrF]*(.)/.exec(letters)?.[1];
    if (!/^-[1aAlhtrF]+$/.test(letters))
      throw words.wasWrong(`ls: invalid option -- '${wrong}'\nTry 'ls --help' for more information.`, 2);
    isLong ||= letters.includes('l');
  }
  return isLong;
}

interface Found {
  readonly isFolder: boolean;
  readonly entries: readonly Listed[];
}

function listedAt(path: string, pins: readonly Pin[], storage: Shell['storage']): Found | undefined {
  if (isBpffs(path)) return listedPins(path, pins);
  if (Object.hasOwn(FIXED, path)) return { isFolder: true, entries: FIXED[path].map(fixedEntry) };
  const folder = storage.list(path);
  const file = storage.entry(path);
  const entries = folder ?? (file === undefined ? undefined : [file]);
  return (
    entries && { isFolder: folder !== undefined, entries: entries.map((each) => fileEntry(each, folder !== undefined)) }
  );
}

const fixedEntry = (name: string): Listed => ({
  name,
  isFolder: !['null', 'trace_pipe'].includes(name),
  size: 0,
  isReadOnly: false,
});

const fileEntry = (
  { path, size, isGiven }: { readonly path: string; readonly size: number; readonly isGiven: boolean },
  isInFolder: boolean,
): Listed => ({
  name: isInFolder ? path.slice(path.lastIndexOf('/') + 1) : path,
  isFolder: false,
  size,
  isReadOnly: isGiven,
});

function listedPins(path: string, pins: readonly Pin[]): Found | undefined {
  const own = pins.find((pin) => pin.path === path);
  if (own === undefined && path !== BPFFS) return undefined;
  if (own !== undefined && own.kind !== 'dir') return { isFolder: false, entries: [pinEntry(own, path)] };
  const inside = pins.filter((pin) => pin.path.slice(0, pin.path.lastIndexOf('/')) === path);
  const entries = inside.map((pin) => pinEntry(pin, pin.path.slice(path.length + 1)));
  return { isFolder: true, entries: entries.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

const pinEntry = ({ kind }: Pin, name: string): Listed => ({
  name,
  isFolder: kind === 'dir',
  size: 0,
  isReadOnly: false,
});

const shortList = (entries: readonly Listed[]): string => entries.map(({ name }) => `${name}\n`).join('');

/** Files have the time at which the machine was switched on. */
function longList(entries: readonly Listed[], withTotal: boolean): string {
  const width = Math.max(1, ...entries.map(({ size }) => String(size).length));
  const lines = entries.map(({ name, isFolder, size, isReadOnly }) => {
    const mode = isFolder ? 'drwx------' : isReadOnly ? '-r--r--r--' : '-rw-------';
    return `${mode} ${isFolder ? 2 : 1} root root ${String(size).padStart(width)} Jan  1 00:00 ${name}\n`;
  });
  return (withTotal ? 'total 0\n' : '') + lines.join('');
}

// ---- the others

/** cat [FILE…]: files, what is piped in, and trace_pipe up to the present. */
export function* cat(shell: Shell): Steps<number> {
  const { words, out, stdin } = shell;
  const path = words.peek();
  if (TRACE_PIPES.includes(path ?? '')) {
    words.next();
    end(words);
    return yield* traceLog(shell);
  }
  if (path === undefined && stdin === undefined) throw words.wrong('cat: nothing is piped in', 1);
  const names = words.left === 0 ? ['-'] : words.rest().map(({ text }) => text);
  let status = 0;
  for (const name of names) {
    const read = name === '-' ? (stdin ?? new Uint8Array()) : yield* contentOf(shell, name);
    if (typeof read !== 'string') out.print(textOfBytes(read));
    else {
      out.stderr += `cat: ${name}: ${read}\n`;
      status = 1;
    }
  }
  return status;
}

function* contentOf(shell: Shell, path: string): Steps<Uint8Array | string> {
  if (!isBpffs(path)) return Object.hasOwn(FIXED, path) ? strerror(EISDIR) : yield* readFile(shell, path);
  const pin = yield* perform((machine) => listPins(machine.kernel).find((each) => each.path === path));
  const isFolder = path === BPFFS || pin?.kind === 'dir';
  // kernel: bpffs_obj_open()
  return strerror(isFolder ? EISDIR : pin === undefined ? ENOENT : EIO);
}

/** rm [-f] PATH…: pins, and files that commands have written. */
export function* remove(shell: Shell): Steps<number> {
  const { words, out } = shell;
  let isForced = false;
  while (/^-[frv]+$/.test(words.peek() ?? '')) isForced = words.next()?.includes('f') === true || isForced;
  if (words.left === 0) throw words.wrong("rm: missing operand\nTry 'rm --help' for more information.", 1);
  let status = 0;
  for (let word = words.next(); word !== undefined; word = words.next()) {
    const path = word.length > 1 ? word.replace(/\/+$/, '') : word;
    const error = yield* removeOne(shell, path);
    if (error === 0 || (isForced && error === -ENOENT)) continue;
    out.stderr += `rm: cannot remove '${path}': ${strerror(-error)}\n`;
    status = 1;
  }
  return status;
}

function* removeOne({ cpu, storage }: Shell, path: string): Steps<number> {
  if (isBpffs(path)) return yield* call(cpu, 'sys_unlink', yield* putPath(path));
  return yield* perform(() => storage.remove(path));
}

/** A command whose operands are folders of the BPF file system. */
const folderCommand = (name: string, routine: string, what: string) =>
  function* ({ words, cpu }: Shell): Steps<number> {
    if (words.peek() === '-p') words.next();
    const path = pathWord(words);
    end(words);
    const error = yield* call(cpu, routine, yield* putPath(path));
    if (error !== 0) throw new Failure(`${name}: ${what} '${path}': ${strerror(-error)}`, 1);
    return 0;
  };

export const makeFolder = folderCommand('mkdir', 'sys_mkdir', 'cannot create directory');
export const removeFolder = folderCommand('rmdir', 'sys_rmdir', 'failed to remove');
