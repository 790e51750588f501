/** Lookups of many elements of hash maps at once: bucket by bucket. kernel: __htab_map_lookup_and_delete_batch() */
import { EINVAL, ENOENT, ENOSPC } from '../../abi/errno.ts';
import { NEXT, type Next, type Routine, type RoutineFrame, routine, type Step, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { batchRequest, beginBatch, ELEMENT_BATCH_OPS, userValueSize } from './generic-batch.ts';
import { freeAfterGracePeriod, freeElementFields, freesByRcu, releaseDeleted } from './hash-update.ts';
import { bucketOf, htabOf, keyOf, unlinkElement } from './htab.ts';
import { lockBucketSteps, unlockBucketStep } from './locking.ts';
import { pushFreeStep } from './lru-update.ts';
import type { BatchOps } from './map-ops.ts';

/**
 * `hash` is the number of the bucket, `first` begins the chain of elements that were taken out of it, `found` counts the
 * elements of the bucket: -1 if there is no more room for them.
 */
const LOCALS = ['map', 'request', 'count', 'hash', 'total', 'first', 'element', 'found', 'ret'] as const;
type Local = (typeof LOCALS)[number];
type BatchFrame = RoutineFrame<Local>;

/** `free` (map, element) is what becomes of the elements, which are taken out; without it they stay. */
export function hashBatch(name: string, kernelFunction: string, free?: Routine): Routine {
  return routine(name, kernelFunction, LOCALS, [
    step('check', 'if (map_flags) return -EINVAL; if (batch >= htab->n_buckets) return -ENOENT', check),
    step('next_bucket', 'b = &htab->buckets[batch]; if (!bucket_cnt) batch++', nextFilledBucket),
    ...lockBucketSteps('end'),
    step('copy', 'for each element: memcpy(dst_key, l->key); copy_map_value(dst_val, value)', (k, f) =>
      copyBucket(k, f, free !== undefined),
    ),
    unlockBucketStep,
    ...(free === undefined ? [] : [freeEachStep(free)]),
    step('count', 'total += bucket_cnt; batch++', (_, f) => {
      if (f.found < 0) return NEXT;
      f.total += f.found;
      f.hash++;
      return f.goto('next_bucket');
    }),
    step('end', 'copy_to_user(out_batch, &batch); put_user(total, count)', (k, f) => {
      const { outBatch } = batchRequest(k, f.request);
      k.memory.storeUnaligned32(outBatch, f.hash);
      batchRequest(k, f.request).count = f.total;
      return f.done(f.ret);
    }),
  ]);
}

const freeEachStep = (free: Routine): Step<Local> =>
  step(
    'free_each',
    'free_htab_elem(htab, l) or htab_lru_push_free(htab, l)',
    (k, f) => {
      const element = f.first;
      f.first = k.views.element(element).freeNext;
      k.call(free, f.map, element);
      return f.returnTo('free_each');
    },
    { skip: (_, f) => f.first === 0 },
  );

function check(k: Kernel, f: BatchFrame): Next {
  const { inBatch, flags } = batchRequest(k, f.request);
  if (flags !== 0) return f.done(-EINVAL);
  const next = beginBatch(k, f);
  if (next !== NEXT) return next;
  f.hash = inBatch === 0 ? 0 : k.memory.loadUnaligned32(inBatch);
  return isBeyond(k, f) ? f.done(-ENOENT) : NEXT;
}

const isBeyond = (k: Kernel, f: BatchFrame): boolean => f.hash >>> 0 >= k.views.htab(htabOf(k, f.map)).bucketCount;

const headOf = (k: Kernel, f: BatchFrame): Addr => k.views.bucket(bucketOf(k, f.map, f.hash)).head;

/** Empty buckets are passed over without their locks. */
function nextFilledBucket(k: Kernel, f: BatchFrame): Next {
  while (!isBeyond(k, f) && headOf(k, f) === 0) f.hash++;
  if (!isBeyond(k, f)) return NEXT;
  f.ret = -ENOENT;
  return f.goto('end');
}

/** A bucket is copied whole or not at all. */
function copyBucket(k: Kernel, f: BatchFrame, takesOut: boolean): Next {
  const elements = elementsOf(k, headOf(k, f));
  f.first = 0;
  f.found = elements.length;
  if (f.found > f.count - f.total) {
    f.found = -1;
    f.ret = f.total === 0 ? -ENOSPC : 0;
    return NEXT;
  }
  for (const [i, element] of elements.entries()) copyElement(k, f, element, f.total + i);
  if (takesOut) for (const element of elements) takeOut(k, f, element);
  return NEXT;
}

function elementsOf(k: Kernel, head: Addr): readonly Addr[] {
  const elements: Addr[] = [];
  for (let at = head; at !== 0; at = k.views.element(at).next) elements.push(at);
  return elements;
}

function copyElement(k: Kernel, { map, request }: BatchFrame, element: Addr, index: number): void {
  const { keySize } = k.map(map);
  const { keys, values, elemFlags } = batchRequest(k, request);
  k.memory.copy(keys + index * keySize, keyOf(element), keySize);
  k.mapOps(map).readValue?.(k, map, keyOf(element), values + index * userValueSize(k, map), elemFlags);
}

/** Chained by the link that free elements have: the last one is freed first. */
function takeOut(k: Kernel, f: BatchFrame, element: Addr): void {
  unlinkElement(k, bucketOf(k, f.map, f.hash), element);
  k.views.element(element).freeNext = f.first;
  f.first = element;
}

/** The end of an element that was taken out; what its value owns goes first. */
export const freeElement = routine(
  'htab_elem_release',
  'free_htab_elem()',
  ['map', 'element'],
  [
    step('free_fields', 'check_and_free_fields(l)', (k, f) => freeElementFields(k, f.map, f.element), {
      skip: (k, f) => freesByRcu(k, f.map),
    }),
    step('release', 'pcpu_freelist_push(l) or bpf_mem_cache_free(l)', (k, f) => {
      if (freesByRcu(k, f.map)) freeAfterGracePeriod(k, f.map, f.element);
      else releaseDeleted(k, f.map, f.element);
      return f.done(0);
    }),
  ],
);

const freeLruElement = routine(
  'htab_lru_release',
  'htab_lru_push_free()',
  ['map', 'element'],
  [
    step('free_fields', 'check_and_free_fields(l)', (k, f) => freeElementFields(k, f.map, f.element)),
    pushFreeStep<'map' | 'element'>(
      (f) => f.element,
      (f) => f.map,
    ),
    step('end', 'return', (_, f) => f.done(0)),
  ],
);

const lookupBatch = hashBatch('hash_lookup_batch', 'htab_map_lookup_batch()');
const takeBatch = hashBatch('hash_take_batch', 'htab_map_lookup_and_delete_batch()', freeElement);
const lruTakeBatch = hashBatch('lru_take_batch', 'htab_lru_map_lookup_and_delete_batch()', freeLruElement);

export const HASH_BATCH_OPS: BatchOps = { ...ELEMENT_BATCH_OPS, lookup: lookupBatch, lookupAndDelete: takeBatch };
export const LRU_BATCH_OPS: BatchOps = { ...HASH_BATCH_OPS, lookupAndDelete: lruTakeBatch };

export const HASH_BATCH_ROUTINES: readonly Routine[] = [
  freeElement,
  freeLruElement,
  lookupBatch,
  takeBatch,
  lruTakeBatch,
];
