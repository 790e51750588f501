import { EACCES, EEXIST, EINVAL, EISDIR, EMFILE, ENOENT, ENOMEM, ENOTDIR, ENOTEMPTY, EPERM } from '../../abi/errno.ts';
import { NEXT, type Routine, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { BpfInode, DIRECTORY, FILE_LINK, FILE_MAP, FILE_PROG } from '../layouts/cpu.ts';
import { close, mapIncWithUref } from '../maps/map-refs.ts';
import type { Addr } from '../memory/memory.ts';
import { rawViewOf } from '../memory/view.ts';
import { linkInc } from '../programs/links.ts';
import { progInc } from '../programs/programs.ts';
import { putObject } from './files.ts';

/**
 * The BPF file system, mounted at /sys/fs/bpf: folders, and files that hold a program or a map. The reference that
 * a pin holds is one of user space: a map's timers outlive its last descriptor as long as a pin is there.
 * kernel: kernel/bpf/inode.c
 */
export const BPFFS = '/sys/fs/bpf';

/** A file or folder of the file system, as plain data. */
export interface Pin {
  readonly path: string;
  readonly kind: 'dir' | 'map' | 'prog' | 'link';
  readonly object: Addr;
}

const KINDS: Readonly<Record<number, Pin['kind']>> = {
  [DIRECTORY]: 'dir',
  [FILE_MAP]: 'map',
  [FILE_PROG]: 'prog',
  [FILE_LINK]: 'link',
};

const inode = rawViewOf(BpfInode);

/** Everything below the mount point, oldest first. */
export function listPins(k: Kernel): readonly Pin[] {
  const pins: Pin[] = [];
  for (let at = k.globals().bpffs; at !== 0; at = inode(k, at).next) {
    const { kind, object } = inode(k, at);
    pins.push({ path: pathAt(k, at), kind: KINDS[kind], object });
  }
  return pins;
}

function pathAt(k: Kernel, at: Addr): string {
  const { path, pathLength } = inode(k, at);
  return String.fromCharCode(...k.memory.bytesAt(path, pathLength));
}

const textAt = (k: Kernel, path: Addr, length: number): string =>
  String.fromCharCode(...k.memory.bytesAt(path, length));

function find(k: Kernel, path: string): Addr {
  for (let at = k.globals().bpffs; at !== 0; at = inode(k, at).next) if (pathAt(k, at) === path) return at;
  return 0;
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** 0, or why no file of this path can be made. kernel: bpf_obj_do_pin(), bpf_mkobj_ops() */
function createError(k: Kernel, path: string): number {
  const parent = parentOf(path);
  if (!path.startsWith(`${BPFFS}/`)) return -EINVAL;
  if (parent !== BPFFS) {
    const folder = find(k, parent);
    if (folder === 0) return -ENOENT;
    if (inode(k, folder).kind !== DIRECTORY) return -ENOTDIR;
  }
  if (path.endsWith('/')) return -EISDIR;
  if (path.slice(parent.length).includes('.')) return -EPERM;
  return find(k, path) === 0 ? 0 : -EEXIST;
}

/** Appends a file whose reference the caller has taken; the bytes at `path` become its own. */
function append(k: Kernel, kind: number, object: Addr, path: Addr, length: number): boolean {
  const made = k.kzalloc(BpfInode);
  if (made === 0) return false;
  const cursor = inode(k, made);
  cursor.kind = kind;
  cursor.object = object;
  cursor.path = path;
  cursor.pathLength = length;
  let last = k.globals().bpffs;
  while (last !== 0 && inode(k, last).next !== 0) last = inode(k, last).next;
  if (last === 0) k.globals().bpffs = made;
  else inode(k, last).next = made;
  return true;
}

function unlink(k: Kernel, at: Addr): { readonly kind: number; readonly object: Addr } {
  const { next, kind, object, path } = inode(k, at);
  let before = k.globals().bpffs;
  if (before === at) k.globals().bpffs = next;
  else {
    while (inode(k, before).next !== at) before = inode(k, before).next;
    inode(k, before).next = next;
  }
  inode(k, at).object = 0;
  k.kfree(path);
  k.kfree(at);
  return { kind, object };
}

/** bpf(BPF_OBJ_PIN): the file at `path` holds what the descriptor holds. */
const objectPin = routine(
  'sys_obj_pin',
  'bpf_obj_pin_user()',
  ['file', 'path', 'length', 'kind', 'object'],
  [
    step('get', 'raw = bpf_fd_probe_obj(fd): another reference', (k, f) => {
      f.kind = k.files.kindOf(f.file);
      if (KINDS[f.kind] === undefined || f.kind === DIRECTORY) return f.done(-EINVAL);
      f.object = k.files.expect(f.file, f.kind);
      takeObject(k, f.kind, f.object);
      return NEXT;
    }),
    step('make', 'bpf_mkobj_ops(dentry, mode, raw)', (k, f) => {
      const error = createError(k, textAt(k, f.path, f.length));
      if (error === 0 && append(k, f.kind, f.object, f.path, f.length)) return f.done(0);
      k.kfree(f.path);
      f.length = error === 0 ? -ENOMEM : error;
      if (f.kind === FILE_MAP) return k.call(close, f.object);
      putObject(k, f.kind, f.object);
      return NEXT;
    }),
    step('fail', 'return the error', (_k, f) => f.done(f.length)),
  ],
);

/** bpf(BPF_OBJ_GET): a new descriptor of what is pinned at `path`. */
const objectGet = routine(
  'sys_obj_get',
  'bpf_obj_get_user()',
  ['path', 'length'],
  [
    step(
      'open',
      'raw = bpf_obj_do_get(path): another reference; fd = bpf_map_new_fd() or bpf_prog_new_fd()',
      (k, f) => {
        const path = textAt(k, f.path, f.length);
        k.kfree(f.path);
        const at = find(k, path);
        if (at === 0) return f.done(path === BPFFS ? -EACCES : -ENOENT);
        const { kind, object } = inode(k, at);
        return f.done(kind === DIRECTORY ? -EACCES : openObject(k, kind, object));
      },
    ),
  ],
);

/** A descriptor with a reference of its own: a file number or a negative errno. */
function openObject(k: Kernel, kind: number, object: Addr): number {
  const file = k.files.open(kind, object);
  if (file === undefined) return -EMFILE;
  takeObject(k, kind, object);
  return file;
}

/** Another reference of user space. kernel: bpf_any_get() */
function takeObject(k: Kernel, kind: number, object: Addr): void {
  if (kind === FILE_MAP) mapIncWithUref(k, object);
  else if (kind === FILE_LINK) linkInc(k, object);
  else progInc(k, object);
}

/** bpf(BPF_MAP_GET_FD_BY_ID): may bring the user references of a map back from 0. */
const mapByIdRoutine = routine(
  'sys_map_get_fd_by_id',
  'bpf_map_get_fd_by_id()',
  ['id'],
  [
    step('open', 'map = idr_find(&map_idr, id); bpf_map_inc_not_zero(map, true)', (k, f) => {
      let map = k.globals().maps;
      while (map !== 0 && k.map(map).id !== f.id) map = k.map(map).next;
      return f.done(map === 0 || k.map(map).refcnt === 0 ? -ENOENT : openObject(k, FILE_MAP, map));
    }),
  ],
);

/** bpf(BPF_PROG_GET_FD_BY_ID) */
const progByIdRoutine = routine(
  'sys_prog_get_fd_by_id',
  'bpf_prog_get_fd_by_id()',
  ['id'],
  [
    step('open', 'prog = idr_find(&prog_idr, id); bpf_prog_inc_not_zero(prog)', (k, f) => {
      let prog = k.globals().progs;
      while (prog !== 0 && k.prog(prog).id !== f.id) prog = k.prog(prog).next;
      return f.done(prog === 0 || k.prog(prog).refcnt === 0 ? -ENOENT : openObject(k, FILE_PROG, prog));
    }),
  ],
);

/** unlink(): the pin's reference is given back; that may be the last one of user space. */
const unlinkPin = routine(
  'sys_unlink',
  'bpf_any_put()',
  ['path', 'length'],
  [
    step('evict', 'bpf_any_put(inode->i_private, type)', (k, f) => {
      const at = find(k, textAt(k, f.path, f.length));
      k.kfree(f.path);
      if (at === 0) return f.done(-ENOENT);
      if (inode(k, at).kind === DIRECTORY) return f.done(-EISDIR);
      const { kind, object } = unlink(k, at);
      if (kind === FILE_MAP) return k.call(close, object);
      putObject(k, kind, object);
      return NEXT;
    }),
    step('return', 'return 0', (_k, f) => f.done(0)),
  ],
);

const makeFolder = routine(
  'sys_mkdir',
  'bpf_mkdir()',
  ['path', 'length'],
  [
    step('make', 'inode = bpf_get_inode(dir->i_sb, dir, mode | S_IFDIR)', (k, f) => {
      const error = createError(k, textAt(k, f.path, f.length));
      if (error === 0 && append(k, DIRECTORY, 0, f.path, f.length)) return f.done(0);
      k.kfree(f.path);
      return f.done(error === 0 ? -ENOMEM : error);
    }),
  ],
);

const removeFolder = routine(
  'sys_rmdir',
  'simple_rmdir()',
  ['path', 'length'],
  [
    step('remove', 'if (!simple_empty(dentry)) return -ENOTEMPTY', (k, f) => {
      const path = textAt(k, f.path, f.length);
      k.kfree(f.path);
      const at = find(k, path);
      if (at === 0) return f.done(-ENOENT);
      if (inode(k, at).kind !== DIRECTORY) return f.done(-ENOTDIR);
      if (listPins(k).some((pin) => parentOf(pin.path) === path)) return f.done(-ENOTEMPTY);
      unlink(k, at);
      return f.done(0);
    }),
  ],
);

export const BPFFS_ROUTINES: readonly Routine[] = [
  objectPin,
  objectGet,
  mapByIdRoutine,
  progByIdRoutine,
  unlinkPin,
  makeFolder,
  removeFolder,
];
