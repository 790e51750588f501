import { BPFFS, listPins, type Pin } from '../kernel/syscalls/bpffs.ts';
import { putPath } from './shell/handles.ts';
import type { Shell } from './shell/shell.ts';
import { strerror } from './shell/strerror.ts';
import { Failure } from './shell/words.ts';
import { call, perform, type Steps } from './steps.ts';

/** Pins as bpftool makes and lists them. */

/** True for the mount point and everything below it. */
export const isBpffs = (path: string): boolean => path === BPFFS || path.startsWith(`${BPFFS}/`);

/** Pins what a descriptor holds. kernel: do_pin_fd() */
export function* pinPath(shell: Shell, file: number, path: string): Steps<void> {
  if (!isBpffs(path)) throw new Failure(`can't mount BPF file system to pin the object (${path}): ${strerror(1)}`);
  const error = yield* call(shell.cpu, 'sys_obj_pin', [file, ...(yield* putPath(path))]);
  if (error < 0) throw new Failure(`can't pin the object (${path}): ${strerror(-error)}`, error);
}

/** Where the object of an id is pinned, in the order in which a walk of the file system finds it. */
export function* pinnedPaths(kind: 'map' | 'prog' | 'link', id: number): Steps<readonly string[]> {
  return yield* perform(({ kernel }) => {
    const objectAt = { map: kernel.map, prog: kernel.prog, link: kernel.net.link }[kind];
    const idOf = ({ object }: Pin) => objectAt(object).id;
    const pins = listPins(kernel).filter((pin) => pin.kind === kind);
    return pins.filter((pin) => idOf(pin) === id).map((pin) => pin.path);
  });
}
