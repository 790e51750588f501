/** What user space may do with a map through a descriptor. kernel: syscall.c map_get_sys_perms() */
import { EBADF, EPERM } from '../../abi/errno.ts';
import { BPF_F_RDONLY, BPF_F_WRONLY } from '../../abi/map-types.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';

/** 0, or why user space may not write to the map; `map` 0 is none. */
export function writeError(k: Kernel, map: Addr): number {
  if (map === 0) return -EBADF;
  const { flags, frozen } = k.map(map);
  return (flags & BPF_F_RDONLY) !== 0 || frozen !== 0 ? -EPERM : 0;
}

/** 0, or why it may not read it. */
export function readError(k: Kernel, map: Addr): number {
  if (map === 0) return -EBADF;
  return (k.map(map).flags & BPF_F_WRONLY) !== 0 ? -EPERM : 0;
}
