import { EBADF, EBUSY, EINVAL, ENOTSUPP, EOPNOTSUPP, EPERM } from '../../abi/errno.ts';
import { BPF_F_RDONLY, BPF_F_WRONLY } from '../../abi/map-types.ts';
import { NEXT, type Routine, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { FILE_MAP } from '../layouts/cpu.ts';
import type { Addr } from '../memory/memory.ts';
import { ATTACH_ROUTINES } from '../net/attach.ts';
import { TRAFFIC_ROUTINES } from '../net/traffic.ts';
import { LINK_ROUTINES } from '../programs/links.ts';
import { PERF_ROUTINES } from '../programs/perf-events.ts';
import { progTestRun } from '../programs/test-run.ts';
import { TRAMPOLINE_ROUTINES } from '../programs/trampoline.ts';
import { BPFFS_ROUTINES } from './bpffs.ts';
import { closeFile, putFile } from './files.ts';
import { TASK_ROUTINES } from './tasks.ts';

/**
 * The system calls of user space, as routines queued on a CPU. What takes several steps holds its file: a close meanwhile is
 * the last put of the file only afterwards. kernel: kernel/bpf/syscall.c
 */

/** 0, or why user space may not write to the map. */
function writeError(k: Kernel, map: Addr): number {
  if (map === 0) return -EBADF;
  const { flags, frozen } = k.map(map);
  return (flags & BPF_F_RDONLY) !== 0 || frozen !== 0 ? -EPERM : 0;
}

function readError(k: Kernel, map: Addr): number {
  if (map === 0) return -EBADF;
  return (k.map(map).flags & BPF_F_WRONLY) !== 0 ? -EPERM : 0;
}

/** Frees the buffers that a call brought with it; 0 is none. */
function freeBuffers(k: Kernel, ...buffers: Addr[]): void {
  for (const buffer of buffers) if (buffer !== 0) k.kfree(buffer);
}

const checkWritable = step<'file' | 'map' | 'ret'>('check', 'map = fd_to_map(fd); may user space write?', (k, f) => {
  f.map = k.files.hold(f.file, FILE_MAP);
  f.ret = writeError(k, f.map);
  return f.ret === 0 ? NEXT : f.goto('free');
});

const unlock = step<'ret'>('unlock', 'rcu_read_unlock()', (k, f) => {
  f.ret = f.result;
  k.rcu.readUnlock();
  return NEXT;
});

const freeKey = step<'file' | 'key' | 'map'>('free', 'kvfree(key); fdput(f)', (k, f) => {
  freeBuffers(k, f.key);
  return f.map === 0 ? NEXT : putFile(k, f.file);
});

/** bpf(BPF_MAP_UPDATE_ELEM); key and value are buffers that the call frees. */
const mapUpdate = routine(
  'sys_map_update',
  'map_update_elem()',
  ['file', 'key', 'value', 'flags', 'map', 'ret'],
  [
    checkWritable,
    step('call', 'rcu_read_lock(); map->ops->map_update_elem(map, key, value, flags)', (k, f) => {
      const ops = k.mapOps(f.map);
      const update = ops.updateFromUser ?? ops.update;
      if (update === undefined) {
        f.ret = -EOPNOTSUPP;
        return f.goto('free');
      }
      k.rcu.readLock();
      return k.call(update, f.map, f.key, f.value, f.flags);
    }),
    unlock,
    step('free', 'kvfree(value); kvfree(key); fdput(f)', (k, f) => {
      freeBuffers(k, f.key, f.value);
      return f.map === 0 ? NEXT : putFile(k, f.file);
    }),
  ],
);

/** bpf(BPF_MAP_DELETE_ELEM) */
const mapDelete = routine(
  'sys_map_delete',
  'map_delete_elem()',
  ['file', 'key', 'map', 'ret'],
  [
    checkWritable,
    step('call', 'rcu_read_lock(); map->ops->map_delete_elem(map, key)', (k, f) => {
      const { remove } = k.mapOps(f.map);
      if (remove === undefined) {
        f.ret = -EINVAL;
        return f.goto('free');
      }
      k.rcu.readLock();
      return k.call(remove, f.map, f.key);
    }),
    unlock,
    freeKey,
  ],
);

/** bpf(BPF_MAP_LOOKUP_ELEM): copies the value to `out`, which stays with the caller. */
const mapLookup = routine(
  'sys_map_lookup',
  'map_lookup_elem()',
  ['file', 'key', 'out', 'flags', 'map'],
  [
    step('copy', 'bpf_map_copy_value(map, key, value, flags)', (k, f) => {
      f.map = k.files.mapOf(f.file);
      const error = readError(k, f.map);
      const { readValue } = error === 0 ? k.mapOps(f.map) : {};
      const result = error === 0 ? (readValue?.(k, f.map, f.key, f.out, f.flags) ?? -ENOTSUPP) : error;
      freeBuffers(k, f.key);
      return f.done(result);
    }),
  ],
);

/** bpf(BPF_MAP_LOOKUP_AND_DELETE_ELEM) */
const mapLookupAndDelete = routine(
  'sys_map_lookup_and_delete',
  'map_lookup_and_delete_elem()',
  ['file', 'key', 'out', 'map', 'ret'],
  [
    step('check', 'map = fd_to_map(fd)', (k, f) => {
      f.map = k.files.hold(f.file, FILE_MAP);
      f.ret = readError(k, f.map) || writeError(k, f.map);
      return f.ret === 0 ? NEXT : f.goto('free');
    }),
    step('call', 'rcu_read_lock(); map->ops->map_lookup_and_delete_elem(map, key, value)', (k, f) => {
      const { lookupAndDelete } = k.mapOps(f.map);
      if (lookupAndDelete === undefined) {
        f.ret = -ENOTSUPP;
        return f.goto('free');
      }
      k.rcu.readLock();
      return k.call(lookupAndDelete, f.map, f.key, f.out);
    }),
    unlock,
    freeKey,
  ],
);

/** bpf(BPF_MAP_GET_NEXT_KEY): key 0 = none. */
const mapNextKey = routine(
  'sys_map_get_next_key',
  'map_get_next_key()',
  ['file', 'key', 'out'],
  [
    step('copy', 'map->ops->map_get_next_key(map, key, next_key)', (k, f) => {
      const map = k.files.mapOf(f.file);
      const error = readError(k, map);
      const nextKey = error === 0 ? k.mapOps(map).nextKey : undefined;
      const result = error === 0 ? (nextKey?.(k, map, f.key, f.out) ?? -EOPNOTSUPP) : error;
      freeBuffers(k, f.key);
      return f.done(result);
    }),
  ],
);

/** bpf(BPF_MAP_FREEZE) */
const mapFreeze = routine(
  'sys_map_freeze',
  'map_freeze()',
  ['file'],
  [
    step('freeze', 'if (map has a timer) -ENOTSUPP; WRITE_ONCE(map->frozen, true)', (k, f) => {
      const map = k.files.mapOf(f.file);
      if (map === 0) return f.done(-EBADF);
      if (k.switches.no_mmap && k.map(map).timerOffset >= 0) return f.done(-ENOTSUPP);
      if (k.map(map).frozen !== 0) return f.done(-EBUSY);
      k.map(map).frozen = 1;
      return f.done(0);
    }),
  ],
);

/** Sleeps: a call that is not begun before its time. */
const sleep = routine('sys_nanosleep', 'nanosleep()', [], [step('wake', 'return 0', (_k, f) => f.done(0))]);

export const SYSCALL_ROUTINES: readonly Routine[] = [
  mapUpdate,
  mapDelete,
  mapLookup,
  mapLookupAndDelete,
  mapNextKey,
  mapFreeze,
  closeFile,
  progTestRun,
  sleep,
  ...BPFFS_ROUTINES,
  ...TASK_ROUTINES,
  ...LINK_ROUTINES,
  ...ATTACH_ROUTINES,
  ...TRAFFIC_ROUTINES,
  ...PERF_ROUTINES,
  ...TRAMPOLINE_ROUTINES,
];
