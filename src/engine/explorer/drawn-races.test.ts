import { describe, expect, it } from 'vitest';
import { defined } from '../../lib/assert.ts';
import { finish, jobOf } from '../../lib/job.ts';
import { DEFAULT_ENV } from '../abi/env.ts';
import type { Generation, Switches } from '../abi/generations.ts';
import { MAKE_STEP, START_SOFTIRQ, TAKE_INTERRUPT } from '../kernel/cpu/scheduler.ts';
import { TestRun } from '../kernel/layouts/contexts.ts';
import { NMI, SOFTIRQ } from '../kernel/layouts/cpu.ts';
import { funcRef } from '../kernel/layouts/objects.ts';
import { Machine } from '../kernel/machine.ts';
import type { Addr } from '../kernel/memory/memory.ts';
import { Watch } from '../kernel/memory/watch.ts';
import { type Broken, leftBehind, restInvariants, ruleOfReport } from '../kernel/trace/invariants.ts';
import { TRACE, TraceKind } from '../kernel/trace/trace.ts';
import { logString } from '../program/log-text.ts';
import { type OpenCollection, openCollection } from '../userspace/collection.ts';
import { prepare, verifyProgramWork } from '../verify-source.ts';

/**
 * Races with their interleaving drawn, each in a kernel that has the bug and in one that has not.
 *
 * A drawing is a row of words, each about one CPU:
 *
 *   0>cancel/unlock   CPU 0 goes on until it stands before this step (`bpf`: inside a BPF program or callback)
 *   0.                CPU 0 goes on until nothing is left of what it does, or it has to wait
 *   1!  1!>…          CPU 1 takes its timer interrupt and goes on to the end of it, or to the step
 *   0#start           an NMI hits CPU 0 and starts timer 0
 *   0^start           a tracing program starts timer 1 on CPU 0, in the middle of what that does
 *
 * What is under way afterwards happens in the usual order. The outcome says what was broken (`fine`: nothing), how many
 * callbacks ran and which operations failed.
 */
interface Drawn {
  /** Type and flags of the map `timers`. */
  readonly map: string;
  readonly entries?: number;
  /** A spin lock in the value, before the timer. */
  readonly locked?: boolean;
  /** `timers` lies in the map of maps `outer`, too. */
  readonly outer?: boolean;
  /** Bodies of programs and callbacks; `a` can set every callback, and arms timer 0 with the first. */
  readonly programs?: Readonly<Record<string, string>>;
  readonly callbacks?: Readonly<Record<string, string>>;
  /** `CPU operation`, each done to its end. */
  readonly before?: readonly string[];
  /** `CPU operation`, begun together. */
  readonly race?: readonly string[];
  readonly draw?: string;
  /** In the end everything is closed, and nothing may be left. */
  readonly closes?: boolean;
  /** The outcome says how many elements are in the map. */
  readonly counts?: boolean;
  readonly outcomes: readonly (readonly [Generation, Partial<Switches>, RegExp])[];
}

const FINE = /^fine/;
/** Up to v4 callbacks put programs where that is not allowed: race R14, which would hide the others. */
const SAFE_PUT = { irq_safe_prog_put: true };
const START = 'lookup 0, start 1000';

const DRAWN: Readonly<Record<string, Drawn>> = {
  'R03a a destroyed map forgets its timer': {
    map: 'array',
    before: ['0 a', '0 unload a', '0 close'],
    outcomes: [
      ['v1', SAFE_PUT, /I4: a timer outlives its map|I1/],
      ['v2', SAFE_PUT, FINE],
    ],
  },
  'R03b an evicted element forgets its timer': {
    map: 'lru_hash',
    entries: 1,
    before: ['0 update 0', '0 a'],
    race: ['0 update 1'],
    draw: '0.',
    outcomes: [
      ['v1', SAFE_PUT, /I9: a callback gets the key of another element.*cannot be reached/],
      ['v2', SAFE_PUT, FINE],
    ],
  },
  'R04 a program reference is taken from zero': {
    map: 'array',
    programs: { b: START },
    before: ['1 a', '1 unload a'],
    race: ['0 b'],
    draw: '1!>callback/put_prog 0>start/inc_prog 1>callback/unmark_cpu 0.',
    outcomes: [
      ['v2', SAFE_PUT, /I3: a program reference is taken from zero/],
      ['6.18', {}, FINE],
    ],
  },
  'R05 a timer is queued again without a reference': {
    map: 'array',
    programs: { b: START },
    before: ['1 a', '1 unload a'],
    race: ['0 b'],
    draw: '0>start/hs 1!>callback/run_fn 0. 1.',
    outcomes: [
      ['v2', SAFE_PUT, /I2|I3/],
      ['6.18', {}, FINE],
    ],
  },
  'R06 one reference too many': {
    map: 'array',
    programs: { b: START },
    before: ['1 a'],
    race: ['0 b', '0 b'],
    draw: '1!>callback/put_prog 0. 0. 1.',
    closes: true,
    outcomes: [
      ['v2', SAFE_PUT, /I5: a timer of map timers outlives its last user reference/],
      ['6.18', {}, FINE],
    ],
  },
  'R07 init without a reference': {
    map: 'array',
    programs: { init: 'lookup 0, init, set nothing', b: START },
    before: ['0 init', '0 unload init'],
    race: ['1 b'],
    draw: '0. 1.',
    outcomes: [
      ['v2', SAFE_PUT, /I2|I3/],
      ['6.18', {}, FINE],
    ],
  },
  'R08 a program pins itself': {
    map: 'array',
    callbacks: { nothing: 'start 1000' },
    before: ['0 a', '0 unload a', '0 close'],
    outcomes: [
      ['v2', SAFE_PUT, /I5: no rest/],
      ['6.18', {}, FINE],
    ],
  },
  'R09a a program takes the timers of a map with it': {
    map: 'array',
    programs: { b: START },
    before: ['0 a', '0 unload a'],
    outcomes: [
      ['v2.5', SAFE_PUT, /fires=0/],
      ['v3', SAFE_PUT, /fine fires=1/],
      ['6.18', {}, /fine fires=1/],
    ],
  },
  'R09b a map leaves its timers on the list of a program': {
    map: 'array',
    outer: true,
    programs: { arm: 'inner, init_inner, set nothing, start 1000' },
    before: ['0 arm', '0 unload a', '0 clear_outer', '0 close', '0 unload arm'],
    outcomes: [
      ['v2.5', { ...SAFE_PUT, explicit_map: true }, /I1: use after free of bpf_hrtimer/],
      ['v2.5', { ...SAFE_PUT, explicit_map: true, map_free_unlists: true }, FINE],
      ['v3', { ...SAFE_PUT, explicit_map: true }, FINE],
      ['6.18', {}, FINE],
    ],
  },
  'P6 the last descriptor of an inner map goes, its outer map stays': {
    map: 'array',
    outer: true,
    programs: { arm: 'inner, init_inner, set nothing, start 1000' },
    before: ['0 arm', '0 close', '0 arm'],
    outcomes: [
      ['5.15', {}, /^fine fires=0 init=-1 set_callback=-22 start=-22$/],
      ['6.18', {}, /^fine fires=0 init=-1 set_callback=-22 start=-22$/],
      ['7.0', {}, /^fine fires=0 init=-1 set_callback=-22 start=-22$/],
    ],
  },
  'an inner map goes while a program uses it': {
    map: 'array',
    outer: true,
    programs: { use: 'inner, init_inner' },
    before: ['0 unload a'],
    race: ['0 use', '1 clear_outer', '1 close'],
    draw: '0>init/check_flags 1. 1. 2. 2. 0.',
    outcomes: [
      ['6.7', {}, /I1: use after free/],
      ['6.8', {}, /fine.*init=-1/],
      ['7.0', {}, FINE],
    ],
  },
  'R12 the callback calls a NULL function': {
    map: 'array',
    programs: { b: 'lookup 0, cancel' },
    before: ['1 a'],
    race: ['0 b'],
    draw: '0>cancel/unlock 1!',
    outcomes: [
      ['v5', { cb_null_check: false }, /calls a NULL function/],
      ['v5', {}, FINE],
      ['6.18', {}, FINE],
    ],
  },
  'R13 a program is freed while its callback runs': {
    map: 'array',
    programs: { b: 'lookup 0, cancel' },
    before: ['1 a', '1 unload a'],
    race: ['0 b'],
    draw: '1!>bpf 0>cancel/spin_hc 2. 2. 2.',
    outcomes: [
      ['6.18', { prog_free_after_rcu: false }, /I2: the code of a freed program is run/],
      ['6.18', {}, FINE],
    ],
  },
  'R15 a timer is armed after the last user reference': {
    map: 'array',
    before: ['0 close', '0 a'],
    outcomes: [
      ['v3', SAFE_PUT, /I5: a timer of map timers outlives its last user reference/],
      ['6.18', {}, /fine fires=0 init=-1/],
    ],
  },
  'R18 the template in place of an inner map': {
    map: 'array',
    outer: true,
    programs: { arm: 'inner, init_inner, set nothing, start 1000' },
    before: ['0 arm'],
    outcomes: [
      ['v3', SAFE_PUT, /null pointer/],
      ['v4', SAFE_PUT, /^fine fires=1$/],
      ['6.18', {}, /^fine fires=1$/],
    ],
  },
  'R20 a program has moved since its address was patched in': {
    map: 'array',
    programs: { big: `lookup 0, init, pad 380${', set nothing'.repeat(20)}` },
    before: ['0 big'],
    outcomes: [
      ['v4', SAFE_PUT, /I2: use after free of bpf_prog/],
      ['v5', {}, FINE],
      ['6.18', {}, FINE],
    ],
  },
  'R19 the timer of one map, the pointer of another': {
    map: 'array',
    race: ['0 plant_foreign', '0 close_foreign'],
    draw: '0. 0. 0. 0.',
    outcomes: [['6.18', {}, /I1: use after free of bpf_map|I9: a callback gets a map that was freed/]],
  },
  'R21 set_callback on a dying program': {
    map: 'array',
    programs: { init: 'lookup 0, init' },
    before: ['0 init'],
    race: ['0 set_callback a', '1 unload a'],
    draw: '0>set_callback/inc_new 1. 0.',
    outcomes: [
      ['v4', SAFE_PUT, /I3: a program reference is taken from zero/],
      ['5.15', {}, /fine.*set_callback=-2/],
      ['7.0', {}, FINE],
    ],
  },
  'R22 an update overwrites the timer': {
    map: 'array',
    locked: true,
    before: ['0 a'],
    race: ['0 update 0 65'],
    outcomes: [
      ['5.15', {}, /I7: a timer is overwritten/],
      ['5.17', {}, FINE],
    ],
  },
  'R23 garbage in fresh memory': {
    map: 'hash flags=BPF_F_NO_PREALLOC',
    race: ['0 update 0', '0 a'],
    outcomes: [
      ['5.17', { zero_fresh_T: false }, /I6: deadlock.*garbage/],
      ['5.17', {}, FINE],
    ],
  },
  'R24 a helper from NMI finds the timer locked': {
    map: 'array',
    programs: { b: START },
    before: ['0 a'],
    race: ['0 b'],
    draw: '0>start/hs 0#start 0.',
    outcomes: [
      ['v3', SAFE_PUT, /I6: deadlock/],
      ['6.18', {}, /fine.*start=-95/],
      ['7.0', {}, FINE],
    ],
  },
  'R30 a stale pointer: the new owner of the element': {
    map: 'hash',
    entries: 1,
    programs: { stale: 'lookup 0, delete 0, init, set nothing, start 1000', b: 'lookup 1, init' },
    before: ['0 update 0', '0 stale'],
    race: ['1 update 1', '1 b'],
    draw: '1. 1.',
    outcomes: [['6.18', {}, /I9: a callback gets the key of another element.*fires=1 init=-16/]],
  },
  'R30 a stale pointer: nobody frees the timer': {
    map: 'hash flags=BPF_F_NO_PREALLOC',
    programs: { stale: 'lookup 0, delete 0, init' },
    before: ['0 update 0', '0 stale'],
    closes: true,
    outcomes: [
      ['6.18', {}, /I4/],
      ['7.0', {}, FINE],
      ['7.0', { recycle_dtor: false }, /I4/],
    ],
  },
  'R31 a delete waits under the bucket lock': {
    map: 'hash',
    callbacks: { nothing: 'update 5' },
    programs: { arm: 'lookup 2, init, set nothing, start 1000' },
    before: ['0 update 2', '0 update 5', '1 arm'],
    race: ['0 delete 2'],
    draw: '1!>hash_update/lock_bucket 0. 1.',
    outcomes: [
      ['5.15', {}, /I6: deadlock/],
      ['6.18', {}, /^fine fires=1$/],
    ],
  },
  'R31 an update waits under the bucket lock': {
    map: 'hash',
    callbacks: { nothing: 'update 5' },
    programs: { arm: 'lookup 2, init, set nothing, start 1000' },
    before: ['0 update 2', '0 update 5', '1 arm'],
    race: ['0 update 2'],
    draw: '1!>hash_update/lock_bucket 0. 1.',
    outcomes: [
      ['6.14', {}, /I6: deadlock/],
      ['6.18', {}, /fine.*hash_update=-110/],
      ['7.0', {}, /^fine fires=1$/],
    ],
  },
  'R32 an eviction waits under the LRU lock': {
    map: 'lru_hash',
    entries: 2,
    callbacks: { nothing: 'update 4' },
    before: ['0 update 0', '0 update 1', '1 plant 0'],
    race: ['0 update 3'],
    draw: '1!>lru_update/lock_local 0. 1.',
    outcomes: [
      ['6.18.35', {}, /I6: deadlock/],
      ['6.18', {}, FINE],
      ['7.0', {}, FINE],
    ],
  },
  'R32b the same with a list per CPU': {
    map: 'lru_hash flags=BPF_F_NO_COMMON_LRU',
    callbacks: { nothing: 'delete 1' },
    before: ['0 update 0', '0 update 1', '1 plant 0'],
    race: ['0 update 3'],
    draw: '1!>lru_delete/push_free 0. 1.',
    outcomes: [
      ['6.18.35', {}, /I6: deadlock/],
      ['6.18', {}, FINE],
      ['7.0', {}, FINE],
    ],
  },
  'R32c an eviction waits under its local list lock': {
    map: 'lru_hash',
    entries: 2,
    callbacks: { nothing: 'delete 1' },
    before: ['0 update 0', '0 update 1', '1 plant 0'],
    race: ['0 update 3'],
    draw: '1!>lru_delete/push_free 0. 1.',
    outcomes: [
      ['6.18.35', {}, /I6: deadlock/],
      ['6.18', {}, FINE],
      ['7.0', {}, FINE],
    ],
  },
  'R32c an eviction waits under the list lock it steals from': {
    map: 'lru_hash',
    entries: 1,
    callbacks: { nothing: 'update 4' },
    before: ['1 update 0', '1 plant 0'],
    race: ['0 update 3'],
    draw: '1!>lru_update/lock_local 0. 1.',
    outcomes: [
      ['6.18.35', {}, /I6: deadlock/],
      ['6.18', {}, /^fine.*lru_update=-12/],
      ['7.0', {}, FINE],
    ],
  },
  'R33 the release walk stands on a freed element': {
    map: 'hash flags=BPF_F_NO_PREALLOC',
    programs: { remove: 'delete 5' },
    before: ['0 update 2', '0 update 5'],
    race: ['0 close', '1 remove'],
    draw: '0>cancel_and_free/peek 1. 1. 0.',
    outcomes: [
      ['v4', SAFE_PUT, /I1: use after free of htab_elem/],
      ['5.15', {}, FINE],
      ['6.18', {}, FINE],
    ],
  },
  'R34 a timer fires after its element was deleted': {
    map: 'hash flags=BPF_F_NO_PREALLOC',
    before: ['0 update 0', '1 a'],
    race: ['0 delete 0'],
    draw: '0. 1!',
    outcomes: [
      ['5.15', {}, /fires=1/],
      ['6.18', {}, /^fine fires=0$/],
    ],
  },
  'R35 a tracing program runs under the base lock': {
    map: 'array',
    programs: { b: START, init: 'lookup 1, init, set nothing' },
    before: ['0 init', '0 a'],
    race: ['0 b'],
    draw: '0>start/hs 0^start 0.',
    outcomes: [
      ['6.18', { base_lock_steps: true }, /I6: deadlock/],
      ['7.0', { base_lock_steps: true }, FINE],
    ],
  },
  'R37 a map with a timer is frozen': {
    map: 'array',
    before: ['0 freeze'],
    outcomes: [
      ['v1', {}, /^fine fires=0$/],
      ['v2', {}, /^fine fires=0 sys_map_freeze=-524$/],
      ['6.18', {}, /^fine fires=0 sys_map_freeze=-524$/],
    ],
  },
  'R38 an update in place leaves the timer alone': {
    map: 'hash',
    locked: true,
    before: ['0 update 0', '0 a'],
    race: ['0 update 0 0 4'],
    draw: '0.',
    outcomes: [
      ['5.15', {}, /fires=1/],
      ['6.18', {}, /^fine fires=1$/],
    ],
  },
  'R39 two callbacks cancel each other without a barrier': {
    map: 'array',
    callbacks: { nothing: 'lookup 1, cancel', other: 'lookup 0, cancel' },
    programs: { arm: 'lookup 1, init, set other, start 1000' },
    before: ['0 a', '1 arm'],
    draw: '0!>cancel/drop_prog 1!>cancel/drop_prog 0. 1.',
    outcomes: [
      ['6.10', { barrier: false, store_buffers: true }, /I6: deadlock/],
      ['6.10', { store_buffers: true }, /fine.*cancel=-35/],
      ['6.10', { barrier: false }, /fine.*cancel=-35/],
      ['7.0', { barrier: false, store_buffers: true }, /I6: deadlock/],
      ['7.0', { store_buffers: true }, /fine.*cancel=-35/],
    ],
  },
  'R40 a cancel is refused without a ring': {
    map: 'array',
    callbacks: { nothing: 'lookup 1, cancel', other: 'lookup 2, cancel' },
    programs: { arm: 'lookup 1, init, set other, start 1000', idle: 'lookup 2, init' },
    before: ['0 idle', '0 a', '1 arm'],
    draw: '1!>cancel/check_context 0! 1.',
    outcomes: [
      ['6.8', {}, /^fine fires=2$/],
      ['6.18', {}, /^fine fires=2 cancel=-35$/],
    ],
  },
  'R41 a pop zeroes a timer in use': {
    map: 'lru_hash',
    entries: 1,
    programs: { init: 'lookup 0, init' },
    before: ['0 update 0'],
    race: ['0 init', '1 update 1'],
    draw: '0>init/alloc 1>lru_update/zero_fields 0>init/unlock 1. 0.',
    outcomes: [
      ['5.15', {}, /cannot be reached/],
      ['6.0', {}, FINE],
    ],
  },
  'R42 a callback comes between the counter and the lock': {
    map: 'hash',
    callbacks: { nothing: 'update 0' },
    before: ['0 update 0', '0 a'],
    race: ['0 update 0'],
    draw: '0>hash_update/lock_bucket 0!',
    outcomes: [
      ['5.15', {}, /hash_update=-16/],
      ['6.7', {}, /^fine fires=.$/],
      ['6.18', {}, /^fine fires=.$/],
    ],
  },
  'R43 a node of an LRU map is lost': {
    map: 'lru_hash',
    entries: 3,
    counts: true,
    callbacks: { nothing: 'update 0' },
    before: ['0 update 0', '0 plant 0'],
    race: ['0 update 0', '0 update 1', '0 update 2'],
    draw: '0>lru_update/lock_bucket 0! 0. 0. 0.',
    outcomes: [
      ['5.15', {}, /lru_update=-16 elements=2/],
      ['6.4', {}, /lru_update=-16 elements=3/],
      ['6.18', {}, /^fine fires=. elements=3/],
    ],
  },
};

// ---- programs from words

const lookup = (key: string, out: string): string => `${keyOf(key)}
    call bpf_map_lookup_elem
    if r0 == 0 goto ${out}
    r6 = r0`;

const keyOf = (key: string, map = 'timers'): string => `    r1 = ${key}
    *(u32 *)(r10 - 4) = r1
    r2 = r10
    r2 += -4
    r1 = ${map} ll`;

const TIMER = '    r1 = r6\n    r1 += timer_offset';

/** The words of a body, each as instructions; `r6` is the value looked up last, in callbacks at first their own. */
const WORDS: Readonly<Record<string, (argument: string, out: string) => string>> = {
  lookup,
  inner: (_, out) => `${keyOf('0', 'outer')}
    call bpf_map_lookup_elem
    if r0 == 0 goto ${out}
    r7 = r0
    r2 = r10
    r2 += -4
    r1 = r7
    call bpf_map_lookup_elem
    if r0 == 0 goto ${out}
    r6 = r0`,
  init_inner: () => `${TIMER}\n    r2 = r7\n    r3 = 1\n    call bpf_timer_init`,
  pad: (count) => '    r0 = 0\n'.repeat(Number(count)),
  init: () => `${TIMER}\n    r2 = timers ll\n    r3 = 1\n    call bpf_timer_init`,
  set: (callback) => `${TIMER}\n    r2 = ${callback} ll\n    call bpf_timer_set_callback`,
  start: (ns) => `${TIMER}\n    r2 = ${ns}\n    r3 = 0\n    call bpf_timer_start`,
  cancel: () => `${TIMER}\n    call bpf_timer_cancel`,
  delete: (key) => `${keyOf(key)}\n    call bpf_map_delete_elem`,
  update: (key) => `    r1 = 0
    *(u64 *)(r10 - 32) = r1
    *(u64 *)(r10 - 24) = r1
    *(u64 *)(r10 - 16) = r1
${keyOf(key)}
    r3 = r10
    r3 += -32
    r4 = 0
    call bpf_map_update_elem`,
};

function bodyOf(name: string, words: string): string {
  const lines = words.split(', ').map((each) => {
    const [word, argument = ''] = each.split(' ');
    return WORDS[word]?.(argument, `${name}_out`) ?? '';
  });
  return `${lines.join('\n')}\n${name}_out:\n    r0 = 0\n    exit`;
}

function sourceOf({ map, entries = 4, locked = false, outer = false, programs = {}, callbacks = {} }: Drawn): string {
  const functions = { nothing: '', ...callbacks };
  const setAll = Object.keys(functions).map((name) => `set ${name}`);
  const all = { a: `lookup 0, init, ${[...setAll, 'set nothing'].join(', ')}, start 1000`, ...programs };
  return `
.struct elem {
${locked ? '    lock: bpf_spin_lock\n' : ''}    timer: bpf_timer
}
.map timers type=${map} key=u32 value=elem max_entries=${entries}
${outer ? '.map outer type=array_of_maps key=u32 max_entries=1 inner=timers slots=timers' : ''}
${Object.entries(all)
  .map(([name, words]) => `.program ${name} section=tc\n${bodyOf(name, words)}`)
  .join('\n')}
${Object.entries(functions)
  .map(([name, words]) => `.callback ${name} map=timers\n    r6 = r3\n${bodyOf(name, words)}`)
  .join('\n')}
`.replaceAll('timer_offset', locked ? '8' : '0');
}

// ---- the machine

const MAX_STEPS = 4000;
/** Operations whose errors are part of an outcome. */
const OPERATIONS = new Set(
  'init set_callback start cancel array_update hash_update hash_delete lru_update lru_delete sys_map_freeze'.split(' '),
);

class Stopped extends Error {}

class World {
  private readonly machine: Machine;
  private readonly open: OpenCollection;
  private readonly watch: Watch;
  private readonly broken: string[] = [];
  private wanted = -1;
  /** File of another map of the same kind. */
  private foreign = -1;

  constructor(race: Drawn, generation: Generation, switches: Partial<Switches>) {
    const options = { generation, switches, cpus: 3, freeTime: true, grain: 'insn', memoryMiB: 4 } as const;
    this.machine = new Machine(options);
    this.machine.scheduler.oracle = {
      choose: (kind, all, usual) => (kind === 'action' && all.includes(this.wanted) ? this.wanted : usual),
    };
    this.open = openText(this.machine, sourceOf(race));
    this.watch = new Watch(this.machine.kernel);
  }

  play({ before = [], race = [], draw = '', closes = false, counts = false }: Drawn): string {
    try {
      for (const text of before) this.perform(text);
      for (const text of race) this.begin(text);
      for (const word of draw.split(' ')) if (word !== '') this.follow(word);
      this.rest();
      if (closes) this.closeAll();
      this.note(restInvariants(this.machine.kernel) ?? (closes ? leftBehind(this.machine.kernel) : undefined));
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
    return [
      this.broken.length === 0 ? 'fine' : this.broken.join('; '),
      this.fires(),
      ...this.failures(),
      counts ? this.elements() : '',
    ]
      .join(' ')
      .trimEnd();
  }

  private note(broken: Broken | undefined): void {
    if (broken !== undefined) this.broken.push(`${broken.rule}: ${broken.text}`);
  }

  private step(cpu?: number): boolean {
    const stop = this.machine.step(cpu);
    if (stop !== undefined && 'message' in stop) {
      this.broken.push(`${ruleOfReport(stop.message) ?? 'report'}: ${stop.message}`);
      throw new Stopped();
    }
    this.note(this.watch.look());
    return stop === undefined;
  }

  private rest(): void {
    for (let i = 0; i < MAX_STEPS; i++) if (!this.step()) return;
    this.broken.push('I5: no rest');
    throw new Stopped();
  }

  private closeAll(): void {
    const { files } = this.machine.kernel;
    for (const { file } of [...this.open.programs, ...this.open.maps]) {
      if (files.isOpen(file)) this.machine.spawn(0, 'sys_close', [file]);
    }
    this.rest();
  }

  // ---- what happened

  private fires(): string {
    return `fires=${this.machine.kernel.globals().fires}`;
  }

  private elements(): string {
    const { kernel, memory } = this.machine;
    const map = this.map();
    const mark = memory.mark();
    const key = kernel.kzallocBytes(4, 'key');
    let count = 0;
    for (let at = 0; kernel.mapOps(map).nextKey?.(kernel, map, at, key) === 0; at = key) count++;
    memory.undoTo(mark);
    return `elements=${count}`;
  }

  /** Timer and map operations that returned an error, in order, each error of an operation once. */
  private failures(): readonly string[] {
    const { trace } = this.machine;
    const found = new Set<string>();
    for (let i = trace.start; i < trace.end; i++) {
      if (trace.get(i, TRACE.kind) !== TraceKind.routineExit || trace.get(i, TRACE.arg) >= 0) continue;
      const name = trace.names[trace.get(i, TRACE.object)];
      if (OPERATIONS.has(name)) found.add(`${name}=${trace.get(i, TRACE.arg)}`);
    }
    return [...found];
  }

  // ---- operations

  private perform(text: string): void {
    const call = this.begin(text);
    while (!this.machine.resultOf(call).done) this.step();
  }

  private begin(text: string): number {
    const [cpuText, name, argument = '0', byte = '0', flags = '0'] = text.split(' ');
    const { machine } = this;
    const cpu = Number(cpuText);
    const { file } = this.open.maps[0];
    switch (name) {
      case 'close':
        return machine.spawn(cpu, 'sys_close', [file]);
      case 'clear_outer':
        return machine.spawn(cpu, 'sys_map_delete', [this.open.maps[1].file, this.key('0')]);
      case 'unload':
        return machine.spawn(cpu, 'sys_close', [this.program(argument)]);
      case 'delete':
        return machine.spawn(cpu, 'sys_map_delete', [file, this.key(argument)]);
      case 'update': {
        const value = machine.putBytes(new Uint8Array(24).fill(Number(byte)));
        return machine.spawn(cpu, 'sys_map_update', [file, this.key(argument), value, Number(flags)]);
      }
      case 'set_callback':
        return machine.spawn(cpu, 'set_callback', [this.timer(0), this.callback(), this.prog(argument)]);
      case 'plant':
        return this.plant(cpu, Number(argument), this.map());
      case 'plant_foreign':
        this.foreign = machine.createMap(machine.kernel.mapInfos[machine.kernel.map(this.map()).info]);
        return this.plant(cpu, 0, machine.kernel.files.mapOf(this.foreign));
      case 'close_foreign':
        return machine.spawn(cpu, 'sys_close', [this.foreign]);
      case 'freeze':
        return machine.spawn(cpu, 'sys_map_freeze', [file]);
      default:
        return this.run(cpu, name);
    }
  }

  private map(): Addr {
    return this.machine.kernel.files.mapOf(this.open.maps[0].file);
  }

  /** Arms a timer past the programs, so that no lookup marks its element; init is told that it is in `map`. */
  private plant(cpu: number, key: number, map: Addr): number {
    const { machine } = this;
    const timer = this.timer(key);
    machine.spawn(cpu, 'init', [timer, map, 1, 0]);
    machine.spawn(cpu, 'set_callback', [timer, this.callback(), this.prog('a')]);
    return machine.spawn(cpu, 'start', [timer, 1000, 0, 0, 0]);
  }

  private key(text: string): Addr {
    return this.machine.putBytes(Uint8Array.of(Number(text), 0, 0, 0));
  }

  /** The `bpf_timer` of a key; looking leaves no mark. */
  private timer(key: number): Addr {
    const { machine } = this;
    const { kernel, memory } = machine;
    const at = this.key(String(key));
    const map = this.map();
    const mark = memory.mark();
    const value = kernel.mapOps(map).lookup?.(kernel, map, at) ?? 0;
    memory.undoTo(mark);
    return value + kernel.map(map).timerOffset;
  }

  private program(name: string): number {
    return defined(
      this.open.programs.find((each) => each.name === name),
      `program ${name}`,
    ).file;
  }

  private prog(name: string): Addr {
    return this.machine.kernel.files.progOf(this.program(name));
  }

  /** The callback `nothing` of program `a`. */
  private callback(): number {
    const { kernel } = this.machine;
    const { code } = kernel.prog(this.prog('a'));
    return funcRef(code, kernel.bpf.codes[code].verified.subprogNames.indexOf('nothing'));
  }

  private run(cpu: number, name: string): number {
    const { machine } = this;
    const run = machine.putBytes(new Uint8Array(TestRun.size));
    const data = machine.putBytes(new Uint8Array(64));
    const prog = this.prog(name);
    machine.act(() => {
      const cursor = machine.kernel.contexts.testRun(run);
      cursor.prog = prog;
      cursor.dataIn = data;
      cursor.dataSize = 64;
    });
    return machine.spawn(cpu, 'test_run', [run]);
  }

  // ---- drawings

  private follow(word: string): void {
    const [, cpuText, how, target = ''] = defined(/^(\d)([.!#^]?)>?(.*)$/.exec(word) ?? undefined, word);
    const cpu = Number(cpuText);
    if (how === '^') {
      this.trace(cpu, target);
      return;
    }
    if (how === '#') {
      this.machine.interrupt(cpu, NMI, target, [this.timer(0), 1000, 0, 0, 0]);
      return;
    }
    if (how === '!') this.interrupt(cpu);
    this.goOn(cpu, target, how === '!' ? SOFTIRQ : 0);
  }

  /** A tracing program runs on top of what the CPU does, in the same context, and does this to timer 1. */
  private trace(cpu: number, operation: string): void {
    const { kernel } = this.machine;
    const timer = this.timer(1);
    this.machine.act(() => {
      kernel.enter(cpu, kernel.activeContext(cpu));
      kernel.push(kernel.routineNamed(operation), timer, 1000);
    });
  }

  /** Until the softirq has begun. */
  private interrupt(cpu: number): void {
    const { kernel } = this.machine;
    for (let i = 0; i < 8 && kernel.activeContext(cpu) !== SOFTIRQ; i++) {
      this.wanted = kernel.cpuAt(kernel.cpuAddress(cpu)).softirqPending !== 0 ? START_SOFTIRQ : TAKE_INTERRUPT;
      this.step(cpu);
    }
    this.wanted = -1;
  }

  /** Until the step, or until the CPU has to wait, or has nothing left above `context`. */
  private goOn(cpu: number, target: string, context: number): void {
    const { kernel, scheduler } = this.machine;
    this.wanted = MAKE_STEP;
    for (let moved = false; this.at(cpu) !== target && scheduler.canStep(cpu); moved = true) {
      const isOver = kernel.activeContext(cpu) <= context && kernel.isEmpty(cpu, context);
      if (moved && isOver && target === '') break;
      this.step(cpu);
    }
    this.wanted = -1;
  }

  private at(cpu: number): string {
    const frame = this.machine.describe(cpu).contexts.at(-1)?.frames.at(-1);
    if (frame === undefined) return 'idle';
    return frame.is === 'bpf' ? 'bpf' : `${frame.routine}/${frame.step}`;
  }
}

function verifiedText(asm: string) {
  const prepared = prepare({ name: 'race.s', asm }, DEFAULT_ENV);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  const { spec, loaded } = prepared.value;
  const accepted = loaded.programs.map((program) => {
    const { answer, program: verified } = finish(jobOf(verifyProgramWork(program, DEFAULT_ENV, 1)));
    if (verified === undefined) throw new Error(logString(answer.log));
    return { name: program.spec.name, verified };
  });
  return { spec, maps: loaded.maps, accepted };
}

/** By text: a race has the same programs in every kernel. */
const verified = new Map<string, ReturnType<typeof verifiedText>>();

function openText(machine: Machine, asm: string): OpenCollection {
  const { spec, maps, accepted } = verified.get(asm) ?? verifiedText(asm);
  verified.set(asm, { spec, maps, accepted });
  const open = openCollection(machine, spec, maps, accepted);
  if ('refused' in open) throw new Error(open.refused);
  return open;
}

describe('drawn races', () => {
  const rows = Object.entries(DRAWN).flatMap(([name, race]) =>
    race.outcomes.map(([generation, switches, outcome]) => ({ name, race, generation, switches, outcome })),
  );

  it.each(rows)('$name in $generation with $switches', ({ race, generation, switches, outcome }) => {
    expect(new World(race, generation, switches).play(race)).toMatch(outcome);
  });
});
