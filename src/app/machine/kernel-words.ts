import { GENERATIONS, type Generation, SWITCHES, type Switch } from '../../engine/abi/generations.ts';
import { changesOf } from './choice.ts';

/** What there is to say about generations and switches. */

/** True for what was released; the others are versions of the patch series, as they were posted. */
export const isRelease = (generation: string): boolean => /^\d/.test(generation);

const NOTES: Readonly<Partial<Record<Generation, string>>> = {
  v1: 'The first version that was posted.',
  '5.15': 'The series as it was merged.',
  '6.18': 'The kernel that everything here is measured against, 6.18.44.',
};

/** What a generation changed, a line per switch. */
export function generationWords(generation: Generation): string {
  const { gained, lost } = changesOf(generation);
  const lines = [
    `Linux ${generation}. ${NOTES[generation] ?? ''}`.trim(),
    ...(gained.length > 0 ? ['It ends this:', ...gained.map((name) => `– ${SWITCHES[name].off} (${name})`)] : []),
    ...(lost.length > 0 ? [`It gives up: ${lost.join(', ')}`] : []),
  ];
  return lines.length > 1 || generation === GENERATIONS[0] ? lines.join('\n') : `${lines[0]} No switch differs.`;
}

/** The same in a few words, for a list. */
export function generationNote(generation: Generation): string {
  const { gained, lost } = changesOf(generation);
  if (gained.length + lost.length === 0) return '';
  const names = [...gained, ...lost.map((name) => `no ${name}`)];
  return names.length <= 2 ? names.join(', ') : `${names.length} switches`;
}

export type Topic = 'Timers' | 'Maps' | 'Programs' | 'Verifier' | 'What if';

/** The switches by what they are about, each of them once; inside a topic in the order of the history. */
export const TOPICS: Readonly<Record<Topic, readonly Switch[]>> = {
  Timers: [
    'lock',
    'irqsave',
    'self_check',
    'set_cb_split',
    'usercnt_in_set_callback',
    'explicit_map',
    'nmi_check',
    'unlock_before_cancel',
    'cb_null_check',
    'cb_rcu',
    'usercnt_in_init',
    'start_abs',
    'init_publish_then_check',
    'start_cpu_pin',
    'rcu_free_H',
    'cancelling',
    'barrier',
    'defer_free_from_cb',
    'lockless_refcnt',
  ],
  Maps: [
    'map_locked',
    'free_on_destroy_evict',
    'no_mmap',
    'second_loop_in_map_free',
    'rcu_in_free_walk',
    'cond_resched_rcu',
    'defer_inner_free',
    'copy_skips_both',
    'zero_fresh_T',
    'lru_pop_keeps_T',
    'cancel_at_delete',
    'lru_push_on_busy',
    'map_locked_irqoff',
    'free_outside_bucket',
    'bucket_lock_timeout',
    'lru_lock_timeout',
    'recycle_dtor',
  ],
  Programs: ['prog_list', 'map_free_unlists', 'map_owns', 'aux_not_prog', 'inc_not_zero', 'irq_safe_prog_put'],
  Verifier: ['map_uid', 'cfg_callback_edges', 'async_state', 'async_stack', 'per_root_stack', 'return_precision'],
  'What if': ['prog_free_after_rcu', 'idle_migration', 'base_lock_steps', 'store_buffers'],
};

/** `since v2, until 7.0` */
export function spanWords(name: Switch): string {
  const { since, until, again } = SWITCHES[name];
  if (since === 'always') return 'every kernel has it';
  if (since === 'never') return 'no kernel has it';
  return [`since ${since}`, until && `until ${until}`, again && `again since ${again}`]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** The races that need a switch off, by the number that they have in the catalogue of the tests. */
export const RACES: Readonly<Partial<Record<Switch, readonly string[]>>> = {
  lock: ['R01 two inits at once'],
  self_check: ['R02 a callback that deletes its element waits for itself'],
  free_on_destroy_evict: ['R03 a destroyed map or an evicted element forgets its timer'],
  map_owns: [
    'R04 a program reference taken from zero',
    'R05 queued again without a reference',
    'R06 one reference too many',
    'R07 init without a reference',
    'R08 a program pins itself',
    'R09 timers on a program list outlive the inner map',
  ],
  unlock_before_cancel: ['R10 cancel holds the lock while it waits', 'R11 the release walk against start'],
  cb_null_check: ['R12 a callback runs after the drop'],
  prog_free_after_rcu: ['R13 a program is dropped while its callback runs'],
  irq_safe_prog_put: ['R14 the last put of a program with interrupts off'],
  usercnt_in_set_callback: ['R15 a callback stays after the last user left'],
  usercnt_in_init: ['R16 init after the last user left'],
  init_publish_then_check: ['R17 init against the last close'],
  explicit_map: ['R18 an inner map gets the pointer of its template'],
  map_uid: ['R19 the timer of one inner map, the pointer of another'],
  aux_not_prog: ['R20 set_callback with a stale program pointer'],
  inc_not_zero: ['R21 set_callback on a dying program'],
  copy_skips_both: ['R22 an update overwrites the timer'],
  zero_fresh_T: ['R23 garbage in fresh memory'],
  nmi_check: ['R24 a helper from an NMI meets the locked timer'],
  irqsave: ['R25 a softirq on the CPU that holds the lock'],
  rcu_free_H: ['R26 cancel against cancel_and_free, CVE-2024-26737'],
  cancelling: ['R27 two callbacks cancel each other, CVE-2024-42239'],
  defer_free_from_cb: [
    "R28 two callbacks delete each other's element, CVE-2024-41045",
    'R29 start again, then delete the own element, CVE-2024-41045',
  ],
  recycle_dtor: ['R30 a stale pointer sets up a freed element'],
  free_outside_bucket: ['R31 the wait for a callback under the bucket lock'],
  lru_lock_timeout: ['R32 an eviction waits under the LRU lock'],
  rcu_in_free_walk: ['R33 the release walk without a read section'],
  cancel_at_delete: ['R34 fires after the delete'],
  lockless_refcnt: ['R31 and R32 waits under locks', 'R35 a helper inside the hrtimer core'],
  per_root_stack: ['R36 the stack of callbacks is not checked'],
  no_mmap: ['R37 a timer in mapped or global memory'],
  barrier: ['R39 two cancels each miss the other'],
  lru_pop_keeps_T: ['R41 an LRU pop zeroes a timer in use'],
  map_locked_irqoff: ['R42 a callback hits between the counter and the lock'],
  lru_push_on_busy: ['R43 an LRU node is lost'],
};
