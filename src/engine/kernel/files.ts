import { defined } from '../../lib/assert.ts';
import { EBADF } from '../abi/errno.ts';
import type { Kernel } from './kernel.ts';
import { FILE_FREE, FILE_MAP, FILE_PROG, File, MAX_FILES } from './layouts/cpu.ts';
import { close } from './map-refs.ts';
import type { Addr } from './memory.ts';
import { progPut } from './programs.ts';
import { type CALL, NEXT, routine, step } from './routine.ts';

/**
 * Open files: what descriptors of processes point to. A file holds its object; `refs` counts descriptors and duplicates.
 * The table is one array; a file's number is its index.
 */
export class Files {
  private readonly k: Kernel;
  private readonly table: Addr;
  private readonly file: ReturnType<typeof File.rawCursor>;

  constructor(k: Kernel) {
    this.k = k;
    this.file = File.rawCursor(k.memory);
    this.table = k.kzallocBytes(MAX_FILES * File.size, 'files');
  }

  private at(number: number) {
    return this.file(this.table + number * File.size);
  }

  /** A new file for an object whose reference the caller gives away; undefined if the table is full. */
  open(kind: number, object: Addr): number | undefined {
    for (let number = 3; number < MAX_FILES; number++) {
      const file = this.at(number);
      if (file.kind !== FILE_FREE) continue;
      file.kind = kind;
      file.object = object;
      file.refs = 1;
      file.owner = this.k.process();
      return number;
    }
    return undefined;
  }

  /** The process that opened a file, and through it what the file holds; 0 = the console. */
  ownerOf(number: number): number {
    return this.at(number).owner;
  }

  setOwner(number: number, process: number): void {
    this.at(number).owner = process;
  }

  /** Another descriptor of the same file; kernel: dup(). */
  duplicate(number: number): void {
    this.at(number).refs++;
  }

  /** The object of an open file of the kind; 0 if there is none. */
  object(number: number, kind: number): Addr {
    if (number < 0 || number >= MAX_FILES) return 0;
    const file = this.at(number);
    return file.kind === kind ? file.object : 0;
  }

  mapOf(number: number): Addr {
    return this.object(number, FILE_MAP);
  }

  progOf(number: number): Addr {
    return this.object(number, FILE_PROG);
  }

  /** The object of a file that is known to be open. */
  expect(number: number, kind: number): Addr {
    return defined(this.object(number, kind) || undefined, `file ${number}`);
  }

  /** The object of an open file of the kind, which stays open until `putFile`; 0 if there is none. kernel: fdget() */
  hold(number: number, kind: number): Addr {
    const object = this.object(number, kind);
    if (object !== 0) this.at(number).refs++;
    return object;
  }

  /** Gives one descriptor of an open file back. What the file held, if that was the last; else FILE_FREE. */
  release(number: number): { readonly kind: number; readonly object: Addr } {
    const file = this.at(number);
    const { kind, object, refs } = file;
    file.refs = refs - 1;
    if (refs > 1) return { kind: FILE_FREE, object: 0 };
    file.kind = FILE_FREE;
    file.object = 0;
    return { kind, object };
  }

  isOpen(number: number): boolean {
    return number >= 0 && number < MAX_FILES && this.at(number).kind !== FILE_FREE;
  }
}

/** Gives a descriptor or a hold of an open file back, in a step: the last one gives back what the file held. kernel: fput() */
export function putFile(k: Kernel, number: number): typeof NEXT | typeof CALL {
  const last = k.files.release(number);
  if (last.kind === FILE_MAP) return k.call(close, last.object);
  if (last.kind === FILE_PROG) progPut(k, last.object);
  return NEXT;
}

/** close(fd): the last descriptor of a file gives the file's reference back. */
export const closeFile = routine(
  'sys_close',
  'close()',
  ['file'],
  [
    step('fput', 'bpf_map_release() or bpf_prog_release()', (k, f) => {
      if (!k.files.isOpen(f.file)) return f.done(-EBADF);
      return putFile(k, f.file);
    }),
    step('return', 'return 0', (_k, f) => f.done(0)),
  ],
);
