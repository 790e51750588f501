import { EISDIR, ENOENT, EPERM, EROFS } from '../../abi/errno.ts';
import { BPFFS } from '../../kernel/syscalls/bpffs.ts';

/** The files that a scenario brings along; they stay as they are. */
export interface GivenFiles {
  readonly names: readonly string[];
  /** The bytes of a file; undefined if there is none of this name. */
  read(name: string): Uint8Array | undefined;
}

export const NO_FILES: GivenFiles = { names: [], read: () => undefined };

export interface FileEntry {
  readonly path: string;
  readonly size: number;
  /** It comes with the scenario. */
  readonly isGiven: boolean;
}

/** What a command wrote at a step of the machine; without bytes the file was removed. */
interface Written {
  readonly step: number;
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
}

/** Files that may be written to and hold nothing. */
const NULL_FILE = '/dev/null';
const FOLDER_FOR_ALL = '/tmp';

/**
 * The files beside the BPF file system: those of the scenario, and what its commands have written into the working folder
 * and into /tmp. A file is what was written last up to a step: going back needs no undoing.
 */
export class FileSystem {
  private readonly given: GivenFiles;
  private written: Written[] = [];

  constructor(given: GivenFiles) {
    this.given = given;
  }

  /** What a file holds at a step; undefined if it is not there. */
  read(name: string, step: number): Uint8Array | undefined {
    const path = pathOf(name);
    if (path === NULL_FILE) return new Uint8Array();
    const last = this.written.findLast((each) => each.path === path && each.step <= step);
    return last === undefined ? this.given.read(path) : last.bytes;
  }

  /** Files of the working folder (`.`) or of /tmp, by name; undefined if there is no such folder. */
  list(folder: string, step: number): readonly FileEntry[] | undefined {
    const path = pathOf(folder);
    if (path !== '.' && path !== FOLDER_FOR_ALL) return undefined;
    const names = new Set([...this.given.names, ...this.written.map((each) => each.path)]);
    return [...names]
      .filter((each) => folderOf(each) === path)
      .sort()
      .flatMap((each) => this.entry(each, step) ?? []);
  }

  /** A file of these folders; undefined if it is not there. */
  entry(name: string, step: number): FileEntry | undefined {
    const path = pathOf(name);
    const bytes = this.read(path, step);
    return bytes === undefined ? undefined : { path, size: bytes.length, isGiven: this.isGiven(path) };
  }

  /** Makes a file, or writes it anew: 0 or a negative errno. */
  write(name: string, bytes: Uint8Array, step: number): number {
    const path = pathOf(name);
    const error = path === NULL_FILE ? 0 : this.whyNotWritable(path);
    if (error === 0 && path !== NULL_FILE) this.written.push({ step, path, bytes });
    return error;
  }

  /** Removes a file that was written: 0 or a negative errno. */
  remove(name: string, step: number): number {
    const path = pathOf(name);
    if (this.list(path, step) !== undefined) return -EISDIR;
    if (this.read(path, step) === undefined) return -ENOENT;
    const error = this.whyNotWritable(path);
    if (error === 0) this.written.push({ step, path, bytes: undefined });
    return error;
  }

  /** Forgets what was written from a step on. */
  forget(step: number): void {
    this.written = this.written.filter((each) => each.step < step);
  }

  private isGiven(path: string): boolean {
    return this.given.names.includes(path);
  }

  private whyNotWritable(path: string): number {
    if (path === BPFFS || path.startsWith(`${BPFFS}/`)) return -EPERM;
    if (path === '.' || path === FOLDER_FOR_ALL) return -EISDIR;
    if (path === '') return -ENOENT;
    if (this.isGiven(path)) return -EROFS;
    return ['.', FOLDER_FOR_ALL].includes(folderOf(path)) ? 0 : path.startsWith('/sys/') ? -EPERM : -ENOENT;
  }
}

/** How a path is kept: `./a` is `a`. */
function pathOf(name: string): string {
  const path = name.replace(/^(?:\.\/+)+/, '').replace(/(.)\/+$/, '$1');
  return name !== '' && path === '' ? '.' : path;
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) || '/' : '.');
