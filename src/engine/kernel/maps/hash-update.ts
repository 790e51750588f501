/**
 * Changing hash tables: the steps of update, delete, and lookup-and-delete for hash maps of all kinds but LRU. What frees
 * an old element, and whether under the bucket lock, is what the generations differ in.
 */
import { E2BIG, EEXIST, EINVAL, ENOENT, ENOMEM } from '../../abi/errno.ts';
import { BPF_EXIST, BPF_F_LOCK, BPF_NOEXIST } from '../../abi/program-constants.ts';
import { lockStep, unlockStep } from '../cpu/lock-steps.ts';
import { NEXT, type Next, PLAIN, type RoutineFrame, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { allocateElement, popFree, pushFree, releaseElement, swapSpare } from './elements.ts';
import { freeFields } from './free-fields.ts';
import {
  bucketOf,
  findInBucket,
  hashOf,
  htabOf,
  isPerCpu,
  isPreallocated,
  keyOf,
  linkElement,
  unlinkElement,
  valueIn,
} from './htab.ts';
import { lockBucketSteps, unlockBucketStep } from './locking.ts';
import { copyValue, copyValueLong, hasFreeableFields, zeroSpecialFields, zeroValue } from './special-fields.ts';

/** kernel: hashtab.c check_flags() */
export function checkExistence(old: Addr, flags: number): number {
  const wanted = flags & ~BPF_F_LOCK;
  if (old !== 0 && wanted === BPF_NOEXIST) return -EEXIST;
  return old === 0 && wanted === BPF_EXIST ? -ENOENT : 0;
}

/** The element with the routine's key in its bucket. */
export const findElement = (k: Kernel, f: RoutineFrame<'map' | 'hash' | 'key'>): Addr =>
  findInBucket(k, f.map, bucketOf(k, f.map, f.hash), f.hash, f.key);

/** Where the spin lock of a value is. */
const valueLock = (k: Kernel, map: Addr, element: Addr): Addr => valueIn(k, map, element) + k.map(map).spinLockOffset;

/** True if the special fields of an old element are freed while its bucket is locked. */
const freesInside = (k: Kernel, map: Addr, isUpdate: boolean): boolean =>
  isPreallocated(k, map) ? isUpdate || !k.switches.free_outside_bucket : !k.switches.free_outside_bucket;

/** True if freeing waits for a grace period: malloced elements before 6.1. */
export const freesByRcu = (k: Kernel, map: Addr): boolean => !isPreallocated(k, map) && !k.switches.cancel_at_delete;

/** Frees the fields of an element's value; nothing where there are none. */
export function freeElementFields(k: Kernel, map: Addr, element: Addr): Next {
  return hasFreeableFields(k, map) ? k.call(freeFields, map, valueIn(k, map, element)) : NEXT;
}

type Update = 'map' | 'key' | 'value' | 'flags' | 'fromUser' | 'hash' | 'element' | 'old' | 'ret';

/** bpf_map_update_elem() of a hash map: 0 or a negative errno. */
export const hashUpdate = routine(
  'hash_update',
  'htab_map_update_elem()',
  ['map', 'key', 'value', 'flags', 'fromUser', 'hash', 'element', 'old', 'ret'],
  [
    step('check_flags', 'if ((map_flags & ~BPF_F_LOCK) > BPF_EXIST) return -EINVAL', (k, f) => checkUpdate(k, f)),
    lockStep('lock_value', '__bpf_spin_lock_irqsave(value + spin_lock_off)', (k, f) => valueLock(k, f.map, f.old)),
    step('copy_locked', 'copy_map_value(map, old, value)', (k, f) => {
      copyValue(k, f.map, valueIn(k, f.map, f.old), f.value);
      return NEXT;
    }),
    unlockStep('unlock_value', '__bpf_spin_unlock_irqrestore()', (k, f) => valueLock(k, f.map, f.old)),
    step('locked_end', 'return 0', (_, f) => f.done(0)),
    ...lockBucketSteps('end'),
    step('find', 'l_old = lookup_elem_raw(head, hash, key); ret = check_flags(l_old)', (k, f) => {
      f.old = findElement(k, f);
      f.ret = checkExistence(f.old, f.flags);
      return f.ret === 0 ? NEXT : f.goto('unlock_bucket');
    }),
    {
      ...lockStep<Update>('lock_found_value', '__bpf_spin_lock(l_old value)', (k, f) => valueLock(k, f.map, f.old)),
      skip: (_, f) => !copiesInPlace(f),
    },
    step(
      'copy_found_locked',
      'copy_map_value(map, l_old, value)',
      (k, f) => {
        copyValue(k, f.map, valueIn(k, f.map, f.old), f.value);
        k.locks.release(valueLock(k, f.map, f.old));
        k.irqEnable();
        return f.goto('unlock_bucket');
      },
      { skip: (_, f) => !copiesInPlace(f) },
    ),
    step(
      'take_spare',
      'l_new = this_cpu(extra_elems); this_cpu(extra_elems) = l_old',
      (k, f) => {
        f.element = swapSpare(k, f.map, f.old);
        return NEXT;
      },
      { skip: (k, f) => !takesSpare(k, f) },
    ),
    step('alloc', 'l_new = alloc_htab_elem(htab, key, value)', (k, f) => allocate(k, f), { skip: takesSpare }),
    step(
      'copy',
      'memcpy(l_new->key, key); copy_map_value(l_new, value)',
      (k, f) => {
        fillElement(k, f);
        return NEXT;
      },
      { order: PLAIN },
    ),
    step(
      'link',
      'hlist_nulls_add_head_rcu(l_new, head)',
      (k, f) => {
        linkElement(k, bucketOf(k, f.map, f.hash), f.element);
        return NEXT;
      },
      { order: PLAIN },
    ),
    step(
      'unlink_old',
      'hlist_nulls_del_rcu(l_old)',
      (k, f) => {
        unlinkElement(k, bucketOf(k, f.map, f.hash), f.old);
        if (freesByRcu(k, f.map)) freeAfterGracePeriod(k, f.map, f.old);
        return NEXT;
      },
      { skip: (_, f) => f.old === 0 },
    ),
    step('free_old', 'check_and_free_fields(l_old)', (k, f) => freeElementFields(k, f.map, f.old), {
      skip: (k, f) => !freesOld(k, f) || !freesInside(k, f.map, true),
    }),
    unlockBucketStep,
    step('free_old', 'check_and_free_fields(l_old)', (k, f) => freeElementFields(k, f.map, f.old), {
      skip: (k, f) => !freesOld(k, f) || freesInside(k, f.map, true),
    }),
    step(
      'release_old',
      'bpf_mem_cache_free(l_old)',
      (k, f) => {
        releaseMalloced(k, f.map, f.old);
        return NEXT;
      },
      { skip: (k, f) => isPreallocated(k, f.map) || !freesOld(k, f) },
    ),
    step('end', 'return ret', (_, f) => f.done(f.ret)),
  ],
);

function checkUpdate(k: Kernel, f: RoutineFrame<Update>): Next {
  if ((f.flags & ~BPF_F_LOCK) >>> 0 > BPF_EXIST) return f.done(-EINVAL);
  f.hash = hashOf(k, f.map, f.key);
  if ((f.flags & BPF_F_LOCK) === 0) return f.goto('count_bucket');
  if (k.map(f.map).spinLockOffset < 0) return f.done(-EINVAL);
  f.old = findElement(k, f);
  const error = checkExistence(f.old, f.flags);
  if (error !== 0) return f.done(error);
  return f.old === 0 ? f.goto('count_bucket') : NEXT;
}

/** The first lookup, without the bucket lock, had not found the element. */
const copiesInPlace = (f: RoutineFrame<Update>): boolean => f.old !== 0 && (f.flags & BPF_F_LOCK) !== 0;

/** An old element that was found is to be freed after the update went well. */
const freesOld = (k: Kernel, f: RoutineFrame<Update>): boolean =>
  f.ret === 0 && f.old !== 0 && !copiesInPlace(f) && !freesByRcu(k, f.map);

function takesSpare(k: Kernel, f: RoutineFrame<Update>): boolean {
  return f.old !== 0 && isPreallocated(k, f.map);
}

/** kernel: alloc_htab_elem() as far as it allocates. */
function allocate(k: Kernel, f: RoutineFrame<'map' | 'old' | 'element' | 'ret'>): Next {
  f.element = newElementOf(k, f.map, f.old);
  if (f.element > 0) return NEXT;
  f.ret = f.element;
  return f.goto('unlock_bucket');
}

function newElementOf(k: Kernel, map: Addr, old: Addr): number {
  if (isPreallocated(k, map)) return popFree(k, map) || -E2BIG;
  const { maxEntries } = k.map(map);
  if (k.views.htab(htabOf(k, map)).count >= maxEntries && old === 0) return -E2BIG;
  const element = allocateElement(k, map);
  if (element === 0) return -ENOMEM;
  k.views.htab(htabOf(k, map)).count++;
  return element;
}

function fillElement(k: Kernel, f: RoutineFrame<'map' | 'key' | 'value' | 'hash' | 'element' | 'fromUser'>): void {
  k.memory.copy(keyOf(f.element), f.key, k.map(f.map).keySize);
  k.views.element(f.element).hash = f.hash;
  if (isPerCpu(k, f.map)) initPerCpuValue(k, f.map, f.element, f.value, f.fromUser !== 0);
  else copyValue(k, f.map, valueIn(k, f.map, f.element), f.value);
}

/** A program's value goes to its CPU, the other CPUs get zeros; a system call brings one for each. kernel: pcpu_init_value() */
export function initPerCpuValue(k: Kernel, map: Addr, element: Addr, value: Addr, fromUser: boolean): void {
  if (fromUser) return copyPerCpuValue(k, map, element, value, true);
  for (let cpu = 0; cpu < k.cpus; cpu++) {
    if (cpu === k.cpu) copyValue(k, map, valueIn(k, map, element, cpu), value);
    else zeroValue(k, map, valueIn(k, map, element, cpu));
  }
}

/** kernel: pcpu_copy_value() */
export function copyPerCpuValue(k: Kernel, map: Addr, element: Addr, value: Addr, fromUser: boolean): void {
  if (!fromUser) return copyValue(k, map, valueIn(k, map, element), value);
  const { cpuStride } = k.views.htab(htabOf(k, map));
  for (let cpu = 0; cpu < k.cpus; cpu++) copyValueLong(k, map, valueIn(k, map, element, cpu), value + cpu * cpuStride);
}

/** Gives a malloced element that was unlinked back. kernel: htab_elem_free() */
function releaseMalloced(k: Kernel, map: Addr, element: Addr): void {
  k.views.htab(htabOf(k, map)).count--;
  releaseElement(k, map, element);
}

export function freeAfterGracePeriod(k: Kernel, map: Addr, element: Addr): void {
  k.views.element(element).map = map;
  k.rcu.call(freeElementByRcu, element);
}

/** Before 6.1: the end of a malloced element after its grace period. */
export const freeElementByRcu = routine(
  'htab_elem_free',
  'htab_elem_free_rcu()',
  ['element', 'map'],
  [
    step('find_map', 'htab = l->htab', (k, f) => {
      f.map = k.views.element(f.element).map;
      return NEXT;
    }),
    step('free_fields', 'check_and_free_fields(l)', (k, f) => freeElementFields(k, f.map, f.element)),
    step('release', 'kfree(l)', (k, f) => {
      releaseMalloced(k, f.map, f.element);
      return NEXT;
    }),
  ],
);

/** Update of per-CPU hash maps: an existing value is changed in place. */
export const hashUpdateInPlace = routine(
  'hash_update_in_place',
  'htab_map_update_elem_in_place()',
  ['map', 'key', 'value', 'flags', 'fromUser', 'hash', 'element', 'old', 'ret'],
  [
    step('check_flags', 'if (map_flags > BPF_EXIST) return -EINVAL', (k, f) => {
      if (f.flags >>> 0 > BPF_EXIST) return f.done(-EINVAL);
      f.hash = hashOf(k, f.map, f.key);
      return NEXT;
    }),
    ...lockBucketSteps('end'),
    step('find', 'l_old = lookup_elem_raw(head, hash, key); ret = check_flags(l_old)', (k, f) => {
      f.old = findElement(k, f);
      f.ret = checkExistence(f.old, f.flags);
      if (f.ret !== 0) return f.goto('unlock_bucket');
      return f.old === 0 ? f.goto('alloc') : NEXT;
    }),
    step('copy_in_place', 'pcpu_copy_value(l_old, value)', (k, f) => {
      copyPerCpuValue(k, f.map, f.old, f.value, f.fromUser !== 0);
      return f.goto('unlock_bucket');
    }),
    step('alloc', 'l_new = alloc_htab_elem(htab, key, value)', (k, f) => allocate(k, f)),
    step('link', 'hlist_nulls_add_head_rcu(l_new, head)', (k, f) => {
      fillElement(k, f);
      linkElement(k, bucketOf(k, f.map, f.hash), f.element);
      return NEXT;
    }),
    unlockBucketStep,
    step('end', 'return ret', (_, f) => f.done(f.ret)),
  ],
);

/** Takes an element out of the table; the steps of delete and of lookup-and-delete differ in `copy_out` only. */
const takeOut = <L extends string>(k: Kernel, f: RoutineFrame<L | 'map' | 'hash' | 'element'>): void => {
  unlinkElement(k, bucketOf(k, f.map, f.hash), f.element);
  if (freesByRcu(k, f.map)) freeAfterGracePeriod(k, f.map, f.element);
};

type Delete = 'map' | 'key' | 'hash' | 'element' | 'ret';

const freesDeleted = (k: Kernel, f: RoutineFrame<Delete>): boolean => f.element !== 0 && !freesByRcu(k, f.map);

export function releaseDeleted(k: Kernel, map: Addr, element: Addr): void {
  if (isPreallocated(k, map)) pushFree(k, map, element);
  else releaseMalloced(k, map, element);
}

const deleteEnd = [
  step<Delete>('free_fields', 'check_and_free_fields(l)', (k, f) => freeElementFields(k, f.map, f.element), {
    skip: (k, f) => !freesDeleted(k, f) || !freesInside(k, f.map, false),
  }),
  step<Delete>(
    'release',
    'pcpu_freelist_push(l) or bpf_mem_cache_free(l)',
    (k, f) => {
      releaseDeleted(k, f.map, f.element);
      return NEXT;
    },
    { skip: (k, f) => !freesDeleted(k, f) || !freesInside(k, f.map, false) },
  ),
  unlockBucketStep,
  step<Delete>('free_fields', 'check_and_free_fields(l)', (k, f) => freeElementFields(k, f.map, f.element), {
    skip: (k, f) => !freesDeleted(k, f) || freesInside(k, f.map, false),
  }),
  step<Delete>(
    'release',
    'pcpu_freelist_push(l) or bpf_mem_cache_free(l)',
    (k, f) => {
      releaseDeleted(k, f.map, f.element);
      return NEXT;
    },
    { skip: (k, f) => !freesDeleted(k, f) || freesInside(k, f.map, false) },
  ),
  step<Delete>('end', 'return ret', (_, f) => f.done(f.ret)),
];

/** bpf_map_delete_elem() of a hash map that is not LRU. */
export const hashDelete = routine(
  'hash_delete',
  'htab_map_delete_elem()',
  ['map', 'key', 'hash', 'element', 'ret'],
  [
    step('hash', 'hash = htab_map_hash(key)', (k, f) => {
      f.hash = hashOf(k, f.map, f.key);
      return NEXT;
    }),
    ...lockBucketSteps('end'),
    step('find', 'l = lookup_elem_raw(head, hash, key)', (k, f) => {
      f.element = findElement(k, f);
      f.ret = f.element === 0 ? -ENOENT : 0;
      return NEXT;
    }),
    step(
      'unlink',
      'hlist_nulls_del_rcu(l)',
      (k, f) => {
        takeOut(k, f);
        return NEXT;
      },
      { skip: (_, f) => f.element === 0 },
    ),
    ...deleteEnd,
  ],
);

/** BPF_MAP_LOOKUP_AND_DELETE_ELEM: the value goes to `value`, special fields as zeros. */
export const lookupAndDelete = routine(
  'lookup_and_delete',
  '__htab_map_lookup_and_delete_elem()',
  ['map', 'key', 'value', 'flags', 'hash', 'element', 'ret'],
  [
    step('hash', 'hash = htab_map_hash(key)', (k, f) => {
      f.hash = hashOf(k, f.map, f.key);
      return NEXT;
    }),
    ...lockBucketSteps('end'),
    step('find', 'l = lookup_elem_raw(head, hash, key)', (k, f) => {
      f.element = findElement(k, f);
      f.ret = f.element === 0 ? -ENOENT : 0;
      return NEXT;
    }),
    step(
      'copy_out',
      'copy_map_value(value, l); check_and_init_map_value(value)',
      (k, f) => {
        copyOut(k, f.map, f.element, f.value);
        return NEXT;
      },
      { skip: (_, f) => f.element === 0 },
    ),
    step(
      'unlink',
      'hlist_nulls_del_rcu(l)',
      (k, f) => {
        takeOut(k, f);
        return NEXT;
      },
      { skip: (_, f) => f.element === 0 },
    ),
    ...deleteEnd,
  ],
);

/** One value, or those of all CPUs, as user space gets them. */
export function copyOut(k: Kernel, map: Addr, element: Addr, to: Addr): void {
  const { cpuStride } = k.views.htab(htabOf(k, map));
  const copy = cpuStride === 0 ? copyValue : copyValueLong;
  for (let cpu = 0; cpu < (cpuStride === 0 ? 1 : k.cpus); cpu++) {
    copy(k, map, to + cpu * cpuStride, valueIn(k, map, element, cpu));
    zeroSpecialFields(k, map, to + cpu * cpuStride);
  }
}
