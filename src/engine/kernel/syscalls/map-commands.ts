/**
 * System calls on the elements of a map, one at a time. What takes several steps holds its file: a close meanwhile is the
 * last put of the file only afterwards. kernel: kernel/bpf/syscall.c
 */
import { EBADF, EFAULT, EINVAL, ENOTSUPP, EOPNOTSUPP } from '../../abi/errno.ts';
import { BPF_MAP_TYPE_QUEUE, BPF_MAP_TYPE_STACK } from '../../abi/map-types.ts';
import { BPF_F_LOCK } from '../../abi/program-constants.ts';
import { NEXT, type Routine, routine, type Step, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { FILE_MAP } from '../layouts/cpu.ts';
import { checkElementFlags } from '../maps/generic-batch.ts';
import { recordOf } from '../maps/special-fields.ts';
import type { Addr } from '../memory/memory.ts';
import { readError, writeError } from './access.ts';
import { putFile } from './files.ts';

/** Frees the buffers that a call brought with it; 0 is none. */
function freeBuffers(k: Kernel, ...buffers: Addr[]): void {
  for (const buffer of buffers) if (buffer !== 0) k.kfree(buffer);
}

/** A map without keys takes none, one with keys needs one. kernel: __bpf_copy_key() */
function keyError(k: Kernel, map: Addr, key: Addr): number {
  if (k.map(map).keySize === 0) return key === 0 ? 0 : -EINVAL;
  return key === 0 ? -EFAULT : 0;
}

/** 0 or a negative errno; `map` is 0 for a descriptor of something else. */
type Check = (k: Kernel, map: Addr, key: Addr, flags: number) => number;

/** A lock can only be asked for where values have one. */
const lockError: Check = (k, map, _key, flags) =>
  (flags & BPF_F_LOCK) !== 0 ? checkElementFlags(k, map, BPF_F_LOCK) : 0;

const unknownFlags = (flags: number): number => ((flags & ~BPF_F_LOCK) === 0 ? 0 : -EINVAL);

const checkUpdate: Check = (k, map, key, flags) =>
  writeError(k, map) || lockError(k, map, key, flags) || keyError(k, map, key);

const checkDelete: Check = (k, map, key) => writeError(k, map) || keyError(k, map, key);

const checkLookup: Check = (k, map, key, flags) =>
  unknownFlags(flags) || readError(k, map) || lockError(k, map, key, flags) || keyError(k, map, key);

const KEYLESS: readonly number[] = [BPF_MAP_TYPE_QUEUE, BPF_MAP_TYPE_STACK];

const checkTake: Check = (k, map, key, flags) => {
  const error = unknownFlags(flags) || readError(k, map) || writeError(k, map);
  if (error !== 0) return error;
  if (flags !== 0 && KEYLESS.includes(k.map(map).type)) return -EINVAL;
  return lockError(k, map, key, flags) || keyError(k, map, key);
};

const checkNext: Check = (k, map, key) => readError(k, map) || (key === 0 ? 0 : keyError(k, map, key));

type Held = 'file' | 'key' | 'flags' | 'map' | 'ret';

/** Holds the file to the end of the call. */
const holdStep = (check: Check): Step<Held> =>
  step<Held>('check', 'map = fd_to_map(fd); key = __bpf_copy_key(ukey)', (k, f) => {
    f.map = k.files.hold(f.file, FILE_MAP);
    f.ret = check(k, f.map, f.key, f.flags);
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
    holdStep(checkUpdate),
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
  ['file', 'key', 'flags', 'map', 'ret'],
  [
    holdStep(checkDelete),
    step('call', 'rcu_read_lock(); map->ops->map_delete_elem(map, key)', (k, f) => {
      const { remove } = k.mapOps(f.map);
      if (remove === undefined) {
        f.ret = -EOPNOTSUPP;
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
      const error = checkLookup(k, f.map, f.key, f.flags);
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
  ['file', 'key', 'out', 'flags', 'map', 'ret'],
  [
    holdStep(checkTake),
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
      const error = checkNext(k, map, f.key, 0);
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
    step('freeze', 'if (map->record) return -ENOTSUPP; WRITE_ONCE(map->frozen, true)', (k, f) => {
      const map = k.files.mapOf(f.file);
      if (map === 0) return f.done(-EBADF);
      if (k.switches.no_mmap && recordOf(k, map) !== undefined) return f.done(-ENOTSUPP);
      const error = writeError(k, map);
      if (error !== 0) return f.done(error);
      k.map(map).frozen = 1;
      return f.done(0);
    }),
  ],
);

export const MAP_COMMAND_ROUTINES: readonly Routine[] = [
  mapUpdate,
  mapDelete,
  mapLookup,
  mapLookupAndDelete,
  mapNextKey,
  mapFreeze,
];
