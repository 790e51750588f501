/**
 * Kernel generations as sets of named switches: one switch is one fix of the timers' history. A generation is a preset;
 * a scenario may turn single switches on and off. The verifier's rules for timers and the kernel's routines both ask here.
 */

/** Releases and posted patch versions in order; a switch is on from its generation on. */
export const GENERATIONS = [
  'v1',
  'v2',
  'v2.5',
  'v3',
  'v4',
  'v5',
  '5.15',
  '5.17',
  '6.0',
  '6.1',
  '6.2',
  '6.4',
  '6.5',
  '6.7',
  '6.8',
  '6.10',
  '6.13',
  '6.14',
  '6.15',
  '6.18.35',
  '6.18',
  '7.0',
] as const;

/** `6.18` is 6.18.44, the kernel that judges. `5.15` is the merged v6 series. */
export type Generation = (typeof GENERATIONS)[number];

interface SwitchRow {
  /** What happens while it is off. */
  readonly off: string;
  /** First generation that has it; 'never' for what-ifs that no release had, 'always' for what no release lacked. */
  readonly since: Generation | 'always' | 'never';
  /** Generations from here on are without it, */
  readonly until?: Generation;
  /** and from here on have it again. */
  readonly again?: Generation;
}

const row = (since: SwitchRow['since'], off: string, more: Pick<SwitchRow, 'until' | 'again'> = {}): SwitchRow => ({
  off,
  since,
  ...more,
});

const GONE_IN_7_0 = { until: '7.0' } as const;

/** Every switch: what its absence means, and who has it. */
export const SWITCHES = {
  lock: row('v2', 'helpers run without T.lock', GONE_IN_7_0),
  irqsave: row('v2', 'T.lock is taken with interrupts enabled', GONE_IN_7_0),
  self_check: row('v2', 'cancel_and_free waits for its own callback'),
  free_on_destroy_evict: row('v2', 'map destruction and LRU eviction forget timers'),
  map_owns: row(
    'v3',
    'start takes a program reference and the callback puts it (v2), or programs list their timers (v2.5)',
  ),
  prog_list: row('v2.5', 'a program does not know the timers that it armed', { until: 'v3' }),
  map_free_unlists: row('v3', 'a map that goes leaves its timers on the lists of their programs (v2.5)'),
  set_cb_split: row('v4', 'the callback is given to start'),
  usercnt_in_set_callback: row('v4', 'a callback may be set with no user reference', GONE_IN_7_0),
  explicit_map: row('v4', 'init gets a hidden map pointer, the template for inner maps'),
  map_uid: row('v4', 'only map pointers are compared, not which lookup they came from'),
  nmi_check: row('v4', 'helpers run in NMI', GONE_IN_7_0),
  unlock_before_cancel: row('v5', 'hrtimer_cancel runs under T.lock'),
  cb_null_check: row('v5', 'the callback calls a NULL function'),
  cb_rcu: row('v5', 'the callback takes T.lock and a program reference'),
  aux_not_prog: row('v5', 'the hidden argument of set_callback is a program pointer that may be stale'),
  inc_not_zero: row('v5', 'a program reference is taken even from zero'),
  irq_safe_prog_put: row('v5', 'a program is freed in the context of whoever put it last'),
  rcu_in_free_walk: row('v5', 'the release walk over malloced elements is no read section'),
  usercnt_in_init: row('5.15', 'init works with no user reference'),
  second_loop_in_map_free: row('v3', 'freeing a map does not look at timers', { until: '5.15', again: '6.2' }),
  cond_resched_rcu: row('5.15', 'the release walk of a large map takes no break'),
  copy_skips_both: row('5.17', 'an update overwrites the timer of a value that also has a spin lock'),
  no_mmap: row('v2', 'a map with a timer can be mapped and frozen, timers in global data are usable'),
  prog_free_after_rcu: row('always', "a program's code is freed at reference count 0 without a grace period"),
  map_locked: row('v1', 'no per-CPU counter against nested use of one bucket group (with it: -EBUSY)', {
    until: '6.15',
  }),
  map_locked_irqoff: row('6.7', 'interrupts are still on while the counter is raised'),
  lru_push_on_busy: row('6.4', 'an LRU update forgets the popped node when the bucket lock fails'),
  zero_fresh_T: row('5.17', 'the timer bytes of fresh memory are garbage'),
  lru_pop_keeps_T: row('6.0', 'an LRU pop zeroes the timer bytes of an element that somebody may still use'),
  cancel_at_delete: row('6.1', 'malloced hash: the timer of a deleted element is cancelled only by its RCU callback'),
  init_publish_then_check: row('6.7', 'init reads usercnt before it publishes the timer'),
  rcu_free_H: row('6.8', 'the bpf_hrtimer is freed at once'),
  defer_inner_free: row('6.8', 'an inner map may be freed while a program that has looked it up runs'),
  cancelling: row('6.10', 'callbacks that cancel each other are not detected'),
  barrier: row('6.10', 'a load may overtake the store before it in init and cancel; seen with store buffers'),
  defer_free_from_cb: row('6.10', 'cancel_and_free waits, or skips the wait, inside callbacks'),
  free_outside_bucket: row('6.13', 'hash elements are freed inside the bucket lock'),
  bucket_lock_timeout: row('6.15', 'the bucket lock and the free-list lock spin for ever between CPUs'),
  lru_lock_timeout: row('6.18', 'the LRU list locks spin for ever', GONE_IN_7_0),
  start_abs: row('6.4', 'start refuses BPF_F_TIMER_ABS'),
  start_cpu_pin: row('6.7', 'start refuses BPF_F_TIMER_CPU_PIN'),
  lockless_refcnt: row('7.0', 'the timer has a lock inside, and freeing waits'),
  recycle_dtor: row('7.0', 'fields set after a delete are forgotten when the memory goes back'),
  idle_migration: row('never', 'a timer stays on the CPU that starts it, even if that CPU is idle'),
  base_lock_steps: row('never', 'the hrtimer base lock is taken, used and given back in one step'),
  store_buffers: row('never', 'every CPU sees at once what another one stores'),
  cfg_callback_edges: row('5.15', "a callback's address load counts as an ordinary edge of the flow graph"),
  async_state: row('5.15', 'set_callback walks the callback as a synchronous call'),
  async_stack: row('5.15', 'the stack pass treats the address load as a call'),
  per_root_stack: row('6.5', 'the call trees of async callbacks are not measured'),
  return_precision: row('6.7', 'R0 at the exit of a callback is not marked precise'),
} as const satisfies Readonly<Record<string, SwitchRow>>;

export type Switch = keyof typeof SWITCHES;
export type Switches = Readonly<Record<Switch, boolean>>;

/** Switches that the verifier asks about. */
export const VERIFIER_RULES = [
  'cfg_callback_edges',
  'async_state',
  'async_stack',
  'per_root_stack',
  'map_uid',
  'return_precision',
] as const satisfies readonly Switch[];

export type VerifierRule = (typeof VERIFIER_RULES)[number];

/** Names of all switches, in the order of the table. */
export const SWITCH_NAMES: readonly Switch[] = Object.keys(SWITCHES).filter(isSwitch);

function isSwitch(name: string): name is Switch {
  return Object.hasOwn(SWITCHES, name);
}

export function isGeneration(name: string): name is Generation {
  return GENERATIONS.some((generation) => generation === name);
}

/** The switches of a generation, with single ones set otherwise. */
export function switchesOf(generation: Generation, changes: Partial<Switches> = {}): Switches {
  const isSet = (name: Switch) => changes[name] ?? isOn(SWITCHES[name], generation);
  return mapSwitches(isSet);
}

function mapSwitches(isSet: (name: Switch) => boolean): Switches {
  // Every name of the table gets its value here, which the type of `fromEntries` cannot say.
  return Object.fromEntries(SWITCH_NAMES.map((name) => [name, isSet(name)])) as Record<Switch, boolean>;
}

function isOn(row: SwitchRow, generation: Generation): boolean {
  if (row.since === 'always') return true;
  if (row.since === 'never') return false;
  const reached = (since: Generation | undefined) =>
    since !== undefined && GENERATIONS.indexOf(generation) >= GENERATIONS.indexOf(since);
  return reached(row.since) && (!reached(row.until) || reached(row.again));
}
