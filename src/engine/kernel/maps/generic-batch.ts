/** Commands on many elements at once, done element by element. kernel: syscall.c generic_map_lookup_batch() and the others */
import { EINVAL, ENOENT, ENOMEM } from '../../abi/errno.ts';
import { BPF_F_LOCK } from '../../abi/program-constants.ts';
import { NEXT, type Next, type Routine, type RoutineFrame, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { BatchRequest } from '../layouts/batch.ts';
import type { Addr } from '../memory/memory.ts';
import { viewOf } from '../memory/view.ts';
import type { BatchOps, MapOps } from './map-ops.ts';

export const batchRequest = viewOf(BatchRequest);

/** Bytes of a value as user space has it. */
export const userValueSize = (k: Kernel, map: Addr): number =>
  k.mapOps(map).userValueSize?.(k, map) ?? k.map(map).valueSize;

/** 0 or -EINVAL: the only flag is the one for the lock of a value, where there is one. */
export function checkElementFlags(k: Kernel, map: Addr, flags: number): number {
  if ((flags & ~BPF_F_LOCK) !== 0) return -EINVAL;
  return (flags & BPF_F_LOCK) !== 0 && k.map(map).spinLockOffset < 0 ? -EINVAL : 0;
}

/** Takes the count of a request, so that none is done yet; ends the call if the request is wrong or asks for nothing. */
export function beginBatch(k: Kernel, f: RoutineFrame<'map' | 'request' | 'count'>): Next {
  const { elemFlags, count } = batchRequest(k, f.request);
  const error = checkElementFlags(k, f.map, elemFlags);
  if (error !== 0 || count === 0) return f.done(error);
  f.count = count;
  batchRequest(k, f.request).count = 0;
  return NEXT;
}

const CHECK = 'if (elem_flags & ~BPF_F_LOCK) return -EINVAL; if (!max_count) return 0';

/** Where the key, or the value, number `index` of a request is. */
const keyAt = (k: Kernel, f: RoutineFrame<'map' | 'request' | 'total'>): Addr =>
  batchRequest(k, f.request).keys + f.total * k.map(f.map).keySize;
const valueAt = (k: Kernel, f: RoutineFrame<'map' | 'request' | 'total'>): Addr =>
  batchRequest(k, f.request).values + f.total * userValueSize(k, f.map);

type EachFrame = RoutineFrame<'map' | 'request' | 'count' | 'total' | 'ret'>;

/** One operation for each element up to the first that fails. */
function forEach(
  name: string,
  kernelFunction: string,
  pseudo: string,
  call: (k: Kernel, f: EachFrame) => Next,
): Routine {
  return routine(
    name,
    kernelFunction,
    ['map', 'request', 'count', 'total', 'ret'],
    [
      step('check', CHECK, beginBatch),
      step('call', pseudo, (k, f) => {
        k.rcu.readLock();
        return call(k, f);
      }),
      step('unlock', 'rcu_read_unlock(); if (err) break', (k, f) => {
        f.ret = f.result;
        k.rcu.readUnlock();
        if (f.ret === 0) f.total++;
        return f.ret === 0 && f.total < f.count ? f.goto('call') : NEXT;
      }),
      step('end', 'copy_to_user(&uattr->batch.count, &cp)', (k, f) => {
        batchRequest(k, f.request).count = f.total;
        return f.done(f.ret);
      }),
    ],
  );
}

const callOr = (k: Kernel, f: EachFrame, operation: Routine | undefined, ...args: number[]): Next => {
  if (operation !== undefined) return k.call(operation, f.map, ...args);
  f.result = -EINVAL;
  return NEXT;
};

const updateOf = ({ updateFromUser, update }: MapOps): Routine | undefined => updateFromUser ?? update;

const updateBatch = forEach(
  'update_batch',
  'generic_map_update_batch()',
  'rcu_read_lock(); bpf_map_update_value(map, key, value, elem_flags)',
  (k, f) => {
    const { elemFlags } = batchRequest(k, f.request);
    return callOr(k, f, updateOf(k.mapOps(f.map)), keyAt(k, f), valueAt(k, f), elemFlags);
  },
);

const deleteBatch = forEach(
  'delete_batch',
  'generic_map_delete_batch()',
  'rcu_read_lock(); map->ops->map_delete_elem(map, key)',
  (k, f) => callOr(k, f, k.mapOps(f.map).remove, keyAt(k, f)),
);

type Lookup = 'map' | 'request' | 'count' | 'total' | 'key' | 'previous' | 'found' | 'ret';

/** Walks the keys from the one that the call before ended with. */
const lookupBatch = routine(
  'lookup_batch',
  'generic_map_lookup_batch()',
  ['map', 'request', 'count', 'total', 'key', 'previous', 'found', 'ret'],
  [
    step('check', CHECK, beginBatch),
    step('buffers', 'buf = kvmalloc(); copy_from_user(prev_key, in_batch)', takeBuffers),
    step('next_key', 'err = map->ops->map_get_next_key(map, prev_key, key)', (k, f) => {
      f.ret = k.mapOps(f.map).nextKey?.(k, f.map, f.found, f.key) ?? -ENOENT;
      return f.ret === 0 ? NEXT : f.goto('end');
    }),
    step('copy', 'err = bpf_map_copy_value(map, key, value); copy_to_user(key, value)', copyElement),
    step('end', 'copy_to_user(out_batch, prev_key); put_user(cp, count)', (k, f) => {
      const { outBatch } = batchRequest(k, f.request);
      if (f.total > 0) k.memory.copy(outBatch, f.found, k.map(f.map).keySize);
      batchRequest(k, f.request).count = f.total;
      k.kfree(f.previous);
      k.kfree(f.key);
      return f.done(f.ret);
    }),
  ],
);

function takeBuffers(k: Kernel, f: RoutineFrame<Lookup>): Next {
  const { keySize } = k.map(f.map);
  f.key = k.kzallocBytes(keySize, 'key');
  f.previous = k.kzallocBytes(keySize, 'key');
  if (f.key === 0 || f.previous === 0) return f.done(-ENOMEM);
  const { inBatch } = batchRequest(k, f.request);
  if (inBatch === 0) return NEXT;
  k.memory.copy(f.previous, inBatch, keySize);
  f.found = f.previous;
  return NEXT;
}

/** One that has gone since its key was found is passed over. */
function copyElement(k: Kernel, f: RoutineFrame<Lookup>): Next {
  const { elemFlags } = batchRequest(k, f.request);
  f.ret = k.mapOps(f.map).readValue?.(k, f.map, f.key, valueAt(k, f), elemFlags) ?? -EINVAL;
  if (f.ret !== 0 && f.ret !== -ENOENT) return f.goto('end');
  if (f.ret === 0) {
    k.memory.copy(keyAt(k, f), f.key, k.map(f.map).keySize);
    f.total++;
  }
  const { key } = f;
  f.key = f.previous;
  f.previous = key;
  f.found = key;
  return f.total < f.count ? f.goto('next_key') : NEXT;
}

export const ARRAY_BATCH_OPS: BatchOps = { lookup: lookupBatch, update: updateBatch };
export const LPM_BATCH_OPS: BatchOps = { lookup: lookupBatch, update: updateBatch, remove: deleteBatch };
export const ELEMENT_BATCH_OPS = { update: updateBatch, remove: deleteBatch } satisfies BatchOps;

export const GENERIC_BATCH_ROUTINES: readonly Routine[] = [lookupBatch, updateBatch, deleteBatch];
