/** The bucket lock as steps. */
import { EBUSY } from '../../abi/errno.ts';
import { lockStep } from '../cpu/lock-steps.ts';
import { NEXT, type Next, type RoutineFrame, type Step, step, when } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { freeListOf } from './elements.ts';
import { bucketLock } from './htab.ts';
import { FreeList } from './layouts.ts';

type BucketLocal = 'map' | 'hash' | 'ret';
type BucketFrame = RoutineFrame<BucketLocal>;

/**
 * Takes the bucket lock of `hash` with interrupts off. On failure `ret` is the errno and the routine goes on at `failed`.
 * From 5.11 to 6.14 a counter per CPU and group of eight buckets comes first: nested use by one CPU is -EBUSY.
 */
export const lockBucketSteps = (failed: string): readonly Step<BucketLocal>[] => [
  when(
    'map_locked',
    step('count_bucket', 'if (__this_cpu_inc_return(map_locked[hash]) != 1) return -EBUSY', (k, f: BucketFrame) =>
      countBucket(k, f, failed),
    ),
  ),
  lockStep('lock_bucket', 'htab_lock_bucket(b, &flags)', (k, f) => bucketLock(k, f.map, f.hash), {
    resilient: 'bucket_lock_timeout',
    failed: (_, f, errno) => {
      f.ret = -errno;
      return f.goto(failed);
    },
  }),
];

function countBucket(k: Kernel, f: BucketFrame, failed: string): Next {
  if (k.switches.map_locked_irqoff) k.irqDisable();
  if (changeCount(k, f, 1) === 1) return NEXT;
  changeCount(k, f, -1);
  if (k.switches.map_locked_irqoff) k.irqEnable();
  f.ret = -EBUSY;
  return f.goto(failed);
}

/** One byte per group of buckets. */
function changeCount(k: Kernel, f: BucketFrame, change: number): number {
  const at = freeListOf(k, f.map) + FreeList.offset('mapLockedLow') + (f.hash & 7);
  const value = (k.memory.load8(at) + change) & 0xff;
  k.memory.store8(at, value);
  return value;
}

/** kernel: htab_unlock_bucket() */
export const unlockBucketStep: Step<BucketLocal> = step('unlock_bucket', 'htab_unlock_bucket(b, flags)', (k, f) => {
  k.locks.release(bucketLock(k, f.map, f.hash));
  if (k.switches.map_locked) changeCount(k, f, -1);
  // From 6.7 to 6.14 they are off since before the counter, too.
  if (k.switches.map_locked && k.switches.map_locked_irqoff) k.irqEnable();
  k.irqEnable();
  return NEXT;
});
