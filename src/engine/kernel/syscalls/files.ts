import { defined } from '../../../lib/assert.ts';
import { EBADF } from '../../abi/errno.ts';
import { type CALL, NEXT, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { FILE_EVENT, FILE_FREE, FILE_LINK, FILE_MAP, FILE_PROG, FILE_SOCKET, File, MAX_FILES } from '../layouts/cpu.ts';
import { close } from '../maps/map-refs.ts';
import type { Addr } from '../memory/memory.ts';
import { freeSocket } from '../net/sockets.ts';
import { linkPut } from '../programs/links.ts';
import { putEvent } from '../programs/perf-events.ts';
import { progPut } from '../programs/programs.ts';
import { callerPid } from './tasks.ts';

/** 0 to 2 are the terminal. */
const FIRST_DESCRIPTOR = 3;

/**
 * Open files: what descriptors of processes point to. A file holds its object; `refs` counts descriptors and duplicates.
 * The table is one array; a file's number is its index.
 */
export class Files {
  private readonly table: Addr;
  private readonly file: ReturnType<typeof File.rawCursor>;
  private readonly k: Kernel;

  constructor(k: Kernel) {
    this.k = k;
    this.file = File.rawCursor(k.memory);
    this.table = k.kzallocBytes(MAX_FILES * File.size, 'files');
  }

  private at(number: number) {
    return this.file(this.table + number * File.size);
  }

  /**
   * A new file for an object whose reference the caller gives away; undefined if the table is full. `owner`: number of the
   * process that gets a descriptor of it.
   */
  open(kind: number, object: Addr, owner = callerPid(this.k)): number | undefined {
    const descriptor = this.freeDescriptor(owner);
    for (let number = FIRST_DESCRIPTOR; number < MAX_FILES; number++) {
      const file = this.at(number);
      if (file.kind !== FILE_FREE) continue;
      file.kind = kind;
      file.object = object;
      file.refs = 1;
      file.owner = owner;
      file.descriptor = descriptor;
      return number;
    }
    return undefined;
  }

  /** The lowest descriptor that a process does not use. */
  private freeDescriptor(owner: number): number {
    const used = new Set(this.ownedBy(owner).map((number) => this.descriptorOf(number)));
    let descriptor = FIRST_DESCRIPTOR;
    while (used.has(descriptor)) descriptor++;
    return descriptor;
  }

  /** The open files of a process. */
  ownedBy(owner: number): readonly number[] {
    const found: number[] = [];
    for (let number = FIRST_DESCRIPTOR; number < MAX_FILES; number++) {
      if (this.at(number).kind !== FILE_FREE && this.at(number).owner === owner) found.push(number);
    }
    return found;
  }

  /** The open file of a process with the lowest descriptor; -1 if it has none. */
  firstOf(owner: number): number {
    return this.ownedBy(owner).reduce(
      (first, number) => (first < 0 || this.descriptorOf(number) < this.descriptorOf(first) ? number : first),
      -1,
    );
  }

  /** What an open file is: one of the FILE_ kinds, and FILE_FREE for none. */
  kindOf(number: number): number {
    return number < 0 || number >= MAX_FILES ? FILE_FREE : this.at(number).kind;
  }

  ownerOf(number: number): number {
    return this.at(number).owner;
  }

  /** The descriptor by which its owner knows an open file. */
  descriptorOf(number: number): number {
    return this.at(number).descriptor;
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
  putObject(k, last.kind, last.object);
  return NEXT;
}

/** Gives a reference of something other than a map back, in a step that may do anything. */
export function putObject(k: Kernel, kind: number, object: Addr): void {
  if (kind === FILE_PROG) progPut(k, object);
  if (kind === FILE_LINK) linkPut(k, object);
  if (kind === FILE_EVENT) putEvent(k, object);
  if (kind === FILE_SOCKET) freeSocket(k, object);
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
