import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finish } from '../../lib/job.ts';
import { DEFAULT_ENV } from '../abi/env.ts';
import { readObject } from '../elf/read.ts';
import type { CallId } from '../kernel/cpu/calls.ts';
import { USUAL } from '../kernel/cpu/oracle.ts';
import { TestRun } from '../kernel/layouts/contexts.ts';
import { Machine } from '../kernel/machine.ts';
import type { Addr } from '../kernel/memory/memory.ts';
import { loadCollection } from '../loader/load.ts';
import { logString } from '../program/log-text.ts';
import { openCollection } from '../userspace/collection.ts';
import { verify } from '../verifier/verify.ts';
import { RandomOracle } from './random.ts';

/**
 * What two CPUs did with one timer on a real kernel, thousands of times, the machine can do too: for each recorded experiment
 * every recorded outcome is found among seeded random schedules.
 */

const CORPUS = new URL('../../conformance/corpus/', import.meta.url);

interface Recorded {
  readonly experiments: readonly {
    readonly experiment: string;
    readonly outcomes: readonly { readonly values: Readonly<Record<string, number>> }[];
  }[];
}
const recorded: Recorded = JSON.parse(readFileSync(new URL('golden/races/outcomes.json', CORPUS), 'utf8'));

/** How an experiment is done; the words are explained at `World.perform` and `World.read`. */
interface Experiment {
  readonly prepare: readonly string[];
  readonly sides: readonly [string, string];
  readonly values: readonly string[];
}

const ARRAY = ['run prepare_0'];
const HASH = ['delete hash 0', 'update hash 0 0', 'run prepare_hash'];
const LOCKED_HASH = ['delete lock_hash 0', 'update lock_hash 0 0', 'run prepare_lock_hash'];
const MUTUAL = ['run prepare_mutual_0', 'run prepare_mutual_1', 'set result 0 -1000', 'set result 1 -1000'];
const RESULTS = ['set result 0 -1000', 'set result 1 -1000', 'set result 2 -1000'];
const STEPS = ['init=result 0', 'set_callback=result 1', 'start=result 2', 'fired=fired 1'];
const REARMED = ['fired=fired 0', 'again_left=again', 'start_in_callback=result 2'];
const MUTUAL_RESULTS = ['cancel_in_0=result 0', 'cancel_in_1=result 1', 'fired_0=fired 0', 'fired_1=fired 1'];

const EXPERIMENTS: Readonly<Record<string, Experiment>> = {
  cancel_vs_callback: {
    prepare: ARRAY,
    sides: ['run start_0', 'run cancel_0'],
    values: ['fired=fired 0', 'element arr', 'cancel_after=run cancel_0'],
  },
  two_cancels_vs_callback: {
    prepare: [...ARRAY, 'run start_later'],
    sides: ['run cancel_0', 'run cancel_0'],
    values: ['fired=fired 0'],
  },
  start_vs_callback: { prepare: ARRAY, sides: ['run start_0', 'run start_0'], values: ['fired=fired 0'] },
  cancel_vs_start: { prepare: ARRAY, sides: ['run start_soon', 'run cancel_0'], values: ['fired=fired 0'] },
  delete_vs_callback: {
    prepare: HASH,
    sides: ['run start_hash', 'run delete_hash'],
    values: ['fired=fired 0', 'element hash'],
  },
  user_delete_vs_callback: {
    prepare: HASH,
    sides: ['run start_hash', 'delete hash 0'],
    values: ['fired=fired 0', 'element hash'],
  },
  delete_vs_start: {
    prepare: HASH,
    sides: ['run spin_and_start_hash', 'run delete_hash'],
    values: ['fired=fired 0', 'element hash'],
  },
  update_vs_callback_hash: {
    prepare: HASH,
    sides: ['run start_hash', 'update hash 0 100'],
    values: ['fired=fired 0', 'element hash', 'start_after=run start_hash'],
  },
  program_update_vs_callback_hash: {
    prepare: HASH,
    sides: ['run start_hash', 'run update_hash'],
    values: ['fired=fired 0', 'element hash', 'start_after=run start_hash'],
  },
  update_vs_callback_array: {
    prepare: ARRAY,
    sides: ['run start_0', 'update arr 0 100'],
    values: ['fired=fired 0', 'element arr', 'cancel_after=run cancel_0'],
  },
  set_callback_vs_callback: {
    prepare: ARRAY,
    sides: ['run start_0', 'run set_two'],
    values: ['fired_one=fired 0', 'fired_two=fired 1'],
  },
  set_callback_and_start_vs_callback: {
    prepare: ARRAY,
    sides: ['run start_0', 'run set_two_and_start'],
    values: ['fired_one=fired 0', 'fired_two=fired 1'],
  },
  mutual_cancel: { prepare: MUTUAL, sides: ['run start_0', 'run start_1'], values: MUTUAL_RESULTS },
  rearm_vs_cancel: {
    prepare: ['run prepare_rearm', 'set again 0 4'],
    sides: ['run start_0', 'run cancel_0'],
    values: REARMED,
  },
  close_vs_init_start: { prepare: RESULTS, sides: ['run init_closing', 'close arr'], values: STEPS },
  stale_pointer: {
    prepare: ['update hash 0 0', ...RESULTS],
    sides: ['run stale_init', 'run delete_hash'],
    values: [...STEPS, 'new_element_has_timer=inherited'],
  },
  two_inits: { prepare: [], sides: ['run init_0', 'run init_0_boottime'], values: ['fired=fired 0'] },
  two_deletes: {
    prepare: [...HASH, 'run start_hash_later'],
    sides: ['run delete_hash', 'run delete_hash'],
    values: ['fired=fired 0', 'element hash'],
  },
  flock_update_vs_callback_hash: {
    prepare: LOCKED_HASH,
    sides: ['run start_lock_hash', 'update lock_hash 0 100 lock'],
    values: ['fired=fired 0', 'element lock_hash', 'start_after=run start_lock_hash'],
  },
  flock_update_vs_callback_array: {
    prepare: ['run prepare_lock_arr'],
    sides: ['run start_lock_arr', 'update lock_arr 0 100 lock'],
    values: ['fired=fired 0', 'element lock_arr', 'start_after=run start_lock_arr'],
  },
};

/** Words of `struct state`: programs/races/state.h. */
const STATE: Readonly<Record<string, number>> = { again: 8, fired: 12, result: 20 };
/** Where `a` lies in the value of each map; `b` follows. */
const FIRST_NUMBER: Readonly<Record<string, number>> = { arr: 0, hash: 0, lock_arr: 8, lock_hash: 8 };
const VALUE_SIZE: Readonly<Record<string, number>> = { arr: 32, hash: 32, lock_arr: 40, lock_hash: 40 };
const BPF_F_LOCK = 4;
const ENOENT = 2;
const MAX_STEPS = 20_000;
const MAX_TRIES = 6000;

const word = (value: number): Uint8Array => Uint8Array.of(value, value >> 8, value >> 16, value >> 24);

/** The object of the experiments on a machine with two CPUs. */
class World {
  readonly machine = new Machine({ freeTime: true, tracing: false, grain: 'insn', memoryMiB: 4, generation: '6.18' });
  private readonly files = new Map<string, number>();
  private readonly progs = new Map<string, number>();
  private readonly state: Addr;

  constructor() {
    const read = readObject(readFileSync(new URL('objects/races/races.o', CORPUS)), 'races.o');
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const loaded = loadCollection(read.value);
    const accepted = loaded.programs.map(({ spec, outcome }) => {
      if (outcome.stage === 'object') throw new Error(outcome.messages.join('\n'));
      const { program, log } = finish(verify(outcome.request, DEFAULT_ENV, { level: 1 }));
      if (program === undefined) throw new Error(logString(log));
      return { name: spec.name, verified: program };
    });
    const open = openCollection(this.machine, read.value, loaded.maps, accepted);
    if ('refused' in open) throw new Error(open.refused);
    for (const { name, file } of open.maps) this.files.set(name, file);
    for (const { name, file } of open.programs) this.progs.set(name, this.machine.kernel.files.progOf(file));
    const data = open.maps.find(({ name }) => name.endsWith('.bss'));
    this.state = this.lookup(data?.name ?? '', 0);
  }

  private lookup(map: string, key: number): Addr {
    const { machine } = this;
    const { kernel } = machine;
    const at = machine.putBytes(word(key));
    const address = kernel.files.mapOf(this.files.get(map) ?? -1);
    return kernel.mapOps(address).lookup?.(kernel, address, at) ?? 0;
  }

  /** Begins `run PROGRAM`, `update MAP KEY NUMBER [lock]`, `delete MAP KEY` or `close MAP` on a CPU. */
  private begin(cpu: number, text: string): { readonly call: CallId; readonly run?: Addr } {
    const [what, name, key, number, lock] = text.split(' ');
    const { machine } = this;
    if (what === 'run') return this.beginRun(cpu, this.progs.get(name) ?? 0);
    const file = this.files.get(name) ?? -1;
    if (what === 'close') return { call: machine.spawn(cpu, 'sys_close', [file]) };
    const keyAt = machine.putBytes(word(Number(key)));
    if (what === 'delete') return { call: machine.spawn(cpu, 'sys_map_delete', [file, keyAt]) };
    const value = new Uint8Array(VALUE_SIZE[name]);
    value[FIRST_NUMBER[name]] = Number(number);
    value[FIRST_NUMBER[name] + 8] = Number(number);
    const flags = lock === 'lock' ? BPF_F_LOCK : 0;
    return { call: machine.spawn(cpu, 'sys_map_update', [file, keyAt, machine.putBytes(value), flags]) };
  }

  private beginRun(cpu: number, prog: Addr): { readonly call: CallId; readonly run: Addr } {
    const { machine } = this;
    const run = machine.putBytes(new Uint8Array(TestRun.size));
    const dataIn = machine.putBytes(new Uint8Array(64));
    machine.act(() => {
      const cursor = machine.kernel.contexts.testRun(run);
      cursor.prog = prog;
      cursor.dataIn = dataIn;
      cursor.dataSize = 64;
    });
    return { call: machine.spawn(cpu, 'test_run', [run]), run };
  }

  private resultOf({ call, run }: { readonly call: CallId; readonly run?: Addr }): number {
    const { result } = this.machine.resultOf(call);
    return result < 0 || run === undefined ? result : this.machine.kernel.contexts.testRun(run).retval | 0;
  }

  /** Does something to its end, on CPU 0, while nothing else happens; `set FIELD INDEX NUMBER` writes the state. */
  perform(text: string): number {
    const [what, field, index, number] = text.split(' ');
    const { machine } = this;
    if (what === 'set') {
      machine.act(() => machine.memory.store32(this.state + STATE[field] + 4 * Number(index), Number(number)));
      return 0;
    }
    const begun = this.begin(0, text);
    while (!machine.resultOf(begun.call).done) expect(machine.step()).toBeUndefined();
    return this.resultOf(begun);
  }

  /** Both sides at once, then everything until nothing is left to do; what each side returned. */
  race(sides: readonly [string, string], seed: number): readonly number[] {
    const { machine } = this;
    const begun = sides.map((side, cpu) => this.begin(cpu, side));
    machine.scheduler.oracle = new RandomOracle(seed);
    const stop = machine.run(MAX_STEPS);
    machine.scheduler.oracle = USUAL;
    if (stop?.why !== 'idle') throw new Error(`seed ${seed}: ${JSON.stringify(stop)}`);
    return begun.map((each) => this.resultOf(each));
  }

  /**
   * Values by name: `NAME=FIELD INDEX` of the state, `NAME=COMMAND`, `element MAP` = a and b or how the lookup failed,
   * `NAME=inherited` = whether key 0 has a timer once all keys are there again.
   */
  read(text: string): readonly (readonly [string, number])[] {
    const [name, what] = text.split('=');
    if (what === undefined) return this.element(name.split(' ')[1]);
    const [field, index] = what.split(' ');
    if (field === 'inherited') return [[name, this.inherited()]];
    if (field in STATE) return [[name, this.machine.memory.load32(this.state + STATE[field] + 4 * Number(index ?? 0))]];
    return [[name, this.perform(what)]];
  }

  private element(map: string): readonly (readonly [string, number])[] {
    const value = this.lookup(map, 0);
    if (value === 0) return [['lookup', -ENOENT]];
    const at = value + FIRST_NUMBER[map];
    return [
      ['a', this.machine.memory.load32(at)],
      ['b', this.machine.memory.load32(at + 8)],
    ];
  }

  private inherited(): number {
    let found = 0;
    for (let key = 0; key < 4; key++) {
      if (this.perform(`update hash ${key} 0`) === 0 && this.perform('run start_hash') === 0 && key === 0) found = 1;
    }
    return found;
  }
}

/** The outcomes of an experiment that were found, as JSON, in at most MAX_TRIES schedules. */
function outcomesOf(world: World, { prepare, sides, values }: Experiment, wanted: Outcomes): ReadonlySet<string> {
  const { machine } = world;
  const loaded = { mark: machine.memory.mark(), step: machine.stepNumber };
  for (const text of prepare) world.perform(text);
  const prepared = { mark: machine.memory.mark(), step: machine.stepNumber };
  const names = Object.keys(JSON.parse([...wanted][0]));
  const found = new Set<string>();
  for (let seed = 1; seed <= MAX_TRIES && [...wanted].some((outcome) => !found.has(outcome)); seed++) {
    const [first, second] = world.race(sides, seed);
    const rest = values.flatMap((text) => world.read(text));
    found.add(JSON.stringify(Object.fromEntries([[names[0], first], [names[1], second], ...rest])));
    machine.goTo(prepared.mark, prepared.step);
  }
  machine.goTo(loaded.mark, loaded.step);
  return found;
}

type Outcomes = ReadonlySet<string>;

describe('every outcome of a real kernel is one of the machine', () => {
  const world = new World();

  it('knows every recorded experiment', () => {
    expect(Object.keys(EXPERIMENTS)).toEqual(recorded.experiments.map(({ experiment }) => experiment));
  });

  it.each(recorded.experiments)('$experiment', ({ experiment, outcomes }) => {
    const wanted = new Set(outcomes.map(({ values }) => JSON.stringify(values)));
    const found = outcomesOf(world, EXPERIMENTS[experiment], wanted);
    expect([...wanted].filter((outcome) => !found.has(outcome))).toEqual([]);
  });
});
