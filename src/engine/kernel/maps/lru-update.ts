/**
 * Changing LRU hash maps. An update takes a free node first and may evict others for it; the lock order is local list,
 * LRU list, bucket. kernel: hashtab.c htab_lru_map_*(), bpf_lru_list.c bpf_*_lru_pop_free()
 */
import { EINVAL, ENOENT, ENOMEM } from '../../abi/errno.ts';
import { BPF_EXIST } from '../../abi/program-constants.ts';
import { lockStep, unlockStep } from '../cpu/lock-steps.ts';
import {
  type CALL,
  NEXT,
  type Next,
  PLAIN,
  type RoutineFrame,
  routine,
  type Step,
  step,
  unless,
} from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import {
  checkExistence,
  copyOut,
  copyPerCpuValue,
  findElement,
  freeElementFields,
  initPerCpuValue,
} from './hash-update.ts';
import { bucketOf, hashOf, htabOf, keyOf, linkElement, unlinkElement, valueIn } from './htab.ts';
import { LRU_ACTIVE, LRU_FREE, LRU_INACTIVE } from './layouts.ts';
import { isEmpty, previous } from './lists.ts';
import { lockBucketSteps, unlockBucketStep } from './locking.ts';
import {
  addPending,
  elementOf,
  flush,
  hasListPerCpu,
  isReferenced,
  listHead,
  localListOf,
  localLock,
  lruListOf,
  lruLock,
  moveNode,
  moveToFree,
  PERCPU_FREE_TARGET,
  pendingHead,
  popLocalFree,
  popOwnFree,
  pushLock,
  pushLruFree,
  rotate,
  setReferenced,
  takeFree,
  unlinkNode,
} from './lru.ts';
import { copyValue, zeroSpecialFields } from './special-fields.ts';

/** Evicts a node for whoever holds its list: 1, or 0 if it was not in the table or its bucket could not be locked. */
export const lruEvict = routine(
  'lru_evict',
  'htab_lru_map_delete_node()',
  ['map', 'element', 'hash', 'ret', 'found'],
  [
    step('select_bucket', 'b = __select_bucket(htab, node->hash)', (k, f) => {
      f.hash = k.views.element(f.element).hash;
      return NEXT;
    }),
    ...lockBucketSteps('end'),
    step('unlink', 'if (node is in b) hlist_nulls_del_rcu(node)', (k, f) => {
      f.found = unlinkElement(k, bucketOf(k, f.map, f.hash), f.element) ? 1 : 0;
      return NEXT;
    }),
    {
      ...step<'map' | 'element' | 'found'>('free_fields', 'check_and_free_fields(node)', (k, f) =>
        freeElementFields(k, f.map, f.element),
      ),
      skip: (k, f) => f.found === 0 || k.switches.free_outside_bucket || !k.switches.free_on_destroy_evict,
    },
    unlockBucketStep,
    {
      ...step<'map' | 'element' | 'found'>('free_fields', 'check_and_free_fields(node)', (k, f) =>
        freeElementFields(k, f.map, f.element),
      ),
      skip: (k, f) => f.found === 0 || !k.switches.free_outside_bucket || !k.switches.free_on_destroy_evict,
    },
    step('end', 'return found', (_, f) => f.done(f.found)),
  ],
);

/**
 * Locals of a pop: `element` is the result. `cursor` is the list node that a shrink or a steal looks at next, `candidate`
 * the element under eviction, `left` how many are still wanted, `scans` how many were looked at (forced: the list's head).
 */
type Pop = 'map' | 'hash' | 'element' | 'cursor' | 'scans' | 'left' | 'force' | 'steal' | 'candidate';
type PopFrame = RoutineFrame<Pop>;

/** `force`: nothing evicted yet; something was; reference bits are ignored. */
const POLITE = 0;
const SUCCESSFUL = 1;
const FORCED = 2;

const hasOwnList = (k: Kernel, f: RoutineFrame<'map'>): boolean => hasListPerCpu(k, f.map);
const commonOnly = (only: Step<Pop>): Step<Pop> => ({ ...only, skip: hasOwnList });

/** Takes a free node into `element`; 0 if there is none. kernel: bpf_lru_pop_free() */
const popSteps: readonly Step<Pop>[] = [
  commonOnly(
    lockStep('lock_local', 'raw_spin_lock_irqsave(&loc_l->lock)', (k, f) => localLock(k, f.map), {
      resilient: 'lru_lock_timeout',
      failed: (_, f) => f.goto('popped'),
    }),
  ),
  commonOnly(
    step('pop_local', 'node = __local_list_pop_free(loc_l)', (k, f) =>
      takeLocal(k, f) ? f.goto('unlock_local') : NEXT,
    ),
  ),
  lockStep('lock_lru', 'raw_spin_lock(&l->lock)', (k, f) => lruLock(k, f.map), {
    resilient: 'lru_lock_timeout',
    failed: (k, f) => f.goto(hasOwnList(k, f) ? 'popped' : 'unlock_local'),
  }),
  commonOnly(
    step('flush', '__local_list_flush(l, loc_l)', (k, f) => {
      flush(k, f.map);
      return NEXT;
    }),
  ),
  step('rotate', '__bpf_lru_list_rotate(lru, l)', (k, f) => {
    rotate(k, f.map);
    return NEXT;
  }),
  step('take_free', 'move target_free nodes from the free list', (k, f) => {
    f.left = takeOrCount(k, f.map);
    f.cursor = previous(k, listHead(lruListOf(k, f.map), LRU_INACTIVE));
    f.scans = 0;
    f.force = POLITE;
    return f.left === 0 ? f.goto('take_popped') : NEXT;
  }),
  step('shrink', '__bpf_lru_list_shrink(lru, l)', (k, f) => shrink(k, f)),
  step('shrunk', 'if (deleted) __bpf_lru_node_move_to_free(l, node)', (k, f) => {
    if (f.result !== 0) collect(k, f, f.candidate);
    return f.left === 0 ? NEXT : f.goto('shrink');
  }),
  step('take_popped', 'node = first free node', (k, f) => {
    if (hasOwnList(k, f)) f.element = popOwnFree(k, f.map, f.hash);
    else takeLocal(k, f);
    return NEXT;
  }),
  unlockStep('unlock_lru', 'raw_spin_unlock(&l->lock)', (k, f) => lruLock(k, f.map)),
  commonOnly(unlockStep('unlock_local', 'raw_spin_unlock_irqrestore(&loc_l->lock)', (k, f) => localLock(k, f.map))),
  step('begin_steal', 'if (!node) steal from next_steal on', (k, f) => {
    if (f.element !== 0 || hasOwnList(k, f)) return f.goto('popped');
    f.steal = k.views.lruLocal(localListOf(k, f.map)).nextSteal;
    return NEXT;
  }),
  lockStep('lock_victim', 'raw_spin_lock_irqsave(&steal_loc_l->lock)', (k, f) => localLock(k, f.map, f.steal), {
    resilient: 'lru_lock_timeout',
    failed: (_, f) => f.goto('next_victim'),
  }),
  step('steal', 'node = __local_list_pop_free(steal_loc_l)', (k, f) => {
    const local = localListOf(k, f.map, f.steal);
    f.element = popLocalFree(k, local);
    f.cursor = previous(k, pendingHead(local));
    f.force = POLITE;
    return f.element !== 0 ? f.goto('unlock_victim') : NEXT;
  }),
  step('steal_pending', 'node = __local_list_pop_pending(steal_loc_l)', (k, f) => stealPending(k, f)),
  step('stolen', 'if (deleted) list_del(node)', (k, f) => {
    if (f.result === 0) return f.goto('steal_pending');
    unlinkNode(k, f.candidate);
    f.element = f.candidate;
    return NEXT;
  }),
  unlockStep('unlock_victim', 'raw_spin_unlock_irqrestore(&steal_loc_l->lock)', (k, f) => localLock(k, f.map, f.steal)),
  step('next_victim', 'steal = cpumask_next_wrap(steal)', (k, f) => {
    f.steal = (f.steal + 1) % k.cpus;
    const local = localListOf(k, f.map);
    if (f.element === 0 && f.steal !== k.views.lruLocal(local).nextSteal) return f.goto('lock_victim');
    k.views.lruLocal(local).nextSteal = f.steal;
    return f.element === 0 ? f.goto('popped') : NEXT;
  }),
  lockStep('lock_own', 'raw_spin_lock_irqsave(&loc_l->lock)', (k, f) => localLock(k, f.map)),
  step('add_pending', '__local_list_add_pending(loc_l, node)', (k, f) => {
    addPending(k, f.map, f.element, f.hash);
    return NEXT;
  }),
  unlockStep('unlock_own', 'raw_spin_unlock_irqrestore(&loc_l->lock)', (k, f) => localLock(k, f.map)),
  step('popped', 'if (!node) return -ENOMEM', (_, f) => (f.element === 0 ? f.done(-ENOMEM) : NEXT)),
];

/** A local free node becomes the result and joins the pending ones. */
function takeLocal(k: Kernel, f: PopFrame): boolean {
  f.element = popLocalFree(k, localListOf(k, f.map));
  if (f.element !== 0) addPending(k, f.map, f.element, f.hash);
  return f.element !== 0;
}

/** Moves free nodes where that can be done without evicting; how many are still wanted. */
function takeOrCount(k: Kernel, map: Addr): number {
  if (!hasListPerCpu(k, map)) return k.views.htab(htabOf(k, map)).targetFree - takeFree(k, map);
  return isEmpty(k, listHead(lruListOf(k, map), LRU_FREE)) ? PERCPU_FREE_TARGET : 0;
}

/** Looks at nodes from the tail of the inactive list until one is to be evicted, or the pass is over. */
function shrink(k: Kernel, f: PopFrame): Next {
  const head = listHead(lruListOf(k, f.map), LRU_INACTIVE);
  while (f.force !== FORCED) {
    if (f.cursor === head || f.scans === k.views.htab(htabOf(k, f.map)).scans) {
      if (f.force === SUCCESSFUL) return f.goto('take_popped');
      force(k, f);
      break;
    }
    const element = elementOf(f.cursor);
    f.cursor = previous(k, f.cursor);
    f.scans++;
    if (k.views.element(element).pendingFree !== 0) collect(k, f, element);
    else if (isReferenced(k, element)) moveNode(k, lruListOf(k, f.map), element, LRU_ACTIVE);
    else return evict(k, f, element);
    if (f.left === 0) return f.goto('take_popped');
  }
  if (f.cursor === f.scans) return f.goto('take_popped');
  const element = elementOf(f.cursor);
  f.cursor = previous(k, f.cursor);
  return evict(k, f, element);
}

/** Nothing could be evicted: now any node will do, of the inactive list if it has one. */
function force(k: Kernel, f: PopFrame): void {
  const list = lruListOf(k, f.map);
  const inactive = listHead(list, LRU_INACTIVE);
  const head = isEmpty(k, inactive) ? listHead(list, LRU_ACTIVE) : inactive;
  f.force = FORCED;
  f.scans = head;
  f.cursor = previous(k, head);
}

function evict(k: Kernel, f: PopFrame, element: Addr): typeof CALL {
  f.candidate = element;
  return k.call(lruEvict, f.map, element);
}

/** An evicted node becomes free. */
function collect(k: Kernel, f: PopFrame, element: Addr): void {
  k.views.element(element).pendingFree = 0;
  moveToFree(k, f.map, element);
  f.left = f.force === FORCED ? 0 : f.left - 1;
  if (f.force === POLITE) f.force = SUCCESSFUL;
}

/** Looks at another CPU's pending nodes, oldest first: without reference bit, then any. */
function stealPending(k: Kernel, f: PopFrame): Next {
  const head = pendingHead(localListOf(k, f.map, f.steal));
  for (;;) {
    if (f.cursor === head) {
      if (f.force === FORCED) return f.goto('unlock_victim');
      f.force = FORCED;
      f.cursor = previous(k, head);
      continue;
    }
    const element = elementOf(f.cursor);
    f.cursor = previous(k, f.cursor);
    if (f.force === FORCED || !isReferenced(k, element)) return evict(k, f, element);
  }
}

/** Gives `target` back to the list it is on; if its lock fails, flush and shrink will collect it. */
export const pushFreeStep = <L extends string>(
  target: (f: RoutineFrame<L>) => Addr,
  mapOf: (f: RoutineFrame<L>) => Addr,
): Step<L> =>
  step<L>(
    'push_free',
    'bpf_lru_push_free(&htab->lru, node)',
    (k, f) => {
      const failed = f.lockError !== 0;
      f.lockError = 0;
      if (failed) k.views.element(target(f)).pendingFree = 1;
      else pushLruFree(k, mapOf(f), target(f));
      return NEXT;
    },
    {
      lock: (k, f) => pushLock(k, mapOf(f), target(f)),
      resilient: 'lru_lock_timeout',
      skip: (_, f) => target(f) === 0,
    },
  );

type Update = Pop | 'key' | 'value' | 'flags' | 'fromUser' | 'old' | 'ret';

const UPDATE_LOCALS = [
  'map',
  'key',
  'value',
  'flags',
  'fromUser',
  'hash',
  'element',
  'old',
  'ret',
  'cursor',
  'scans',
  'left',
  'force',
  'steal',
  'candidate',
] as const;

const checkFlagsStep = step<Update>('check_flags', 'if (map_flags > BPF_EXIST) return -EINVAL', (k, f) => {
  if (f.flags >>> 0 > BPF_EXIST) return f.done(-EINVAL);
  f.hash = hashOf(k, f.map, f.key);
  return NEXT;
});

/** What goes back to the free nodes: the new element after a failure, the old one after a success. */
const unneeded = (f: RoutineFrame<Update>): Addr => (f.ret === 0 ? f.old : f.element);

/** bpf_map_update_elem() of an LRU hash map: 0 or a negative errno. */
export const lruUpdate = routine('lru_update', 'htab_lru_map_update_elem()', UPDATE_LOCALS, [
  checkFlagsStep,
  ...popSteps,
  unless(
    'lru_pop_keeps_T',
    step('zero_fields', 'check_and_init_map_value(l_new)', (k, f) => {
      zeroSpecialFields(k, f.map, valueIn(k, f.map, f.element));
      return NEXT;
    }),
  ),
  step(
    'copy',
    'memcpy(l_new->key, key); copy_map_value(l_new, value)',
    (k, f) => {
      k.memory.copy(keyOf(f.element), f.key, k.map(f.map).keySize);
      copyValue(k, f.map, valueIn(k, f.map, f.element), f.value);
      return NEXT;
    },
    { order: PLAIN },
  ),
  ...lockBucketSteps('lock_failed'),
  step('find', 'l_old = lookup_elem_raw(head, hash, key); ret = check_flags(l_old)', (k, f) => {
    f.old = findElement(k, f);
    f.ret = checkExistence(f.old, f.flags);
    return f.ret === 0 ? NEXT : f.goto('unlock_bucket');
  }),
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
    'bpf_lru_node_set_ref(l_new); hlist_nulls_del_rcu(l_old)',
    (k, f) => {
      setReferenced(k, f.element);
      unlinkElement(k, bucketOf(k, f.map, f.hash), f.old);
      return NEXT;
    },
    { skip: (_, f) => f.old === 0 },
  ),
  unlockBucketStep,
  step('free_old', 'check_and_free_fields(l)', (k, f) => freeElementFields(k, f.map, unneeded(f)), {
    skip: (_, f) => unneeded(f) === 0,
  }),
  pushFreeStep<Update>(unneeded, (f) => f.map),
  step('end', 'return ret', (_, f) => f.done(f.ret)),
  step('lock_failed', 'bpf_lru_push_free(l_new)', (k, f) =>
    k.switches.lru_push_on_busy ? f.goto('free_old') : f.done(f.ret),
  ),
]);

/** Update of a per-CPU LRU hash map: an existing value is changed in place. */
export const lruUpdateInPlace = routine('lru_update_in_place', '__htab_lru_percpu_map_update_elem()', UPDATE_LOCALS, [
  { ...checkFlagsStep, action: (k, f) => beginInPlace(k, f) },
  ...popSteps,
  ...lockBucketSteps('push_free'),
  step('find', 'l_old = lookup_elem_raw(head, hash, key); ret = check_flags(l_old)', (k, f) => {
    f.old = findElement(k, f);
    f.ret = checkExistence(f.old, f.flags);
    return f.ret === 0 ? NEXT : f.goto('unlock_bucket');
  }),
  step('link', 'pcpu_copy_value(l_old) or hlist_nulls_add_head_rcu(l_new)', (k, f) => {
    changeInPlace(k, f);
    return NEXT;
  }),
  unlockBucketStep,
  pushFreeStep<Update>(
    (f) => f.element,
    (f) => f.map,
  ),
  step('end', 'return ret', (_, f) => f.done(f.ret)),
]);

/** An update that must find its key needs no free node. */
function beginInPlace(k: Kernel, f: RoutineFrame<Update>): Next {
  if (f.flags >>> 0 > BPF_EXIST) return f.done(-EINVAL);
  f.hash = hashOf(k, f.map, f.key);
  return f.flags === BPF_EXIST ? f.goto('count_bucket') : NEXT;
}

function changeInPlace(k: Kernel, f: RoutineFrame<Update>): void {
  if (f.old !== 0) {
    setReferenced(k, f.old);
    copyPerCpuValue(k, f.map, f.old, f.value, f.fromUser !== 0);
    return;
  }
  k.memory.copy(keyOf(f.element), f.key, k.map(f.map).keySize);
  initPerCpuValue(k, f.map, f.element, f.value, f.fromUser !== 0);
  linkElement(k, bucketOf(k, f.map, f.hash), f.element);
  f.element = 0;
}

type Delete = 'map' | 'key' | 'hash' | 'element' | 'ret';

const deleteEnd: readonly Step<Delete>[] = [
  unlockBucketStep,
  step('free_fields', 'check_and_free_fields(l)', (k, f) => freeElementFields(k, f.map, f.element), {
    skip: (_, f) => f.element === 0,
  }),
  pushFreeStep<Delete>(
    (f) => f.element,
    (f) => f.map,
  ),
  step('end', 'return ret', (_, f) => f.done(f.ret)),
];

const deleteBegin: readonly Step<Delete>[] = [
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
];

const unlinkStep = step<Delete>(
  'unlink',
  'hlist_nulls_del_rcu(l)',
  (k, f) => {
    unlinkElement(k, bucketOf(k, f.map, f.hash), f.element);
    return NEXT;
  },
  { skip: (_, f) => f.element === 0 },
);

/** bpf_map_delete_elem() of an LRU hash map. */
export const lruDelete = routine(
  'lru_delete',
  'htab_lru_map_delete_elem()',
  ['map', 'key', 'hash', 'element', 'ret'],
  [...deleteBegin, unlinkStep, ...deleteEnd],
);

/** BPF_MAP_LOOKUP_AND_DELETE_ELEM of an LRU hash map: the value goes to `value`. */
export const lruLookupAndDelete = routine(
  'lru_lookup_and_delete',
  '__htab_map_lookup_and_delete_elem()',
  ['map', 'key', 'value', 'flags', 'hash', 'element', 'ret'],
  [
    ...deleteBegin,
    step(
      'copy_out',
      'copy_map_value(value, l); check_and_init_map_value(value)',
      (k, f) => {
        copyOut(k, f.map, f.element, f.value);
        return NEXT;
      },
      { skip: (_, f) => f.element === 0 },
    ),
    unlinkStep,
    ...deleteEnd,
  ],
);
