import { describe, expect, it } from 'vitest';
import { defined } from '../../../lib/assert.ts';
import { finish, jobOf } from '../../../lib/job.ts';
import { DEFAULT_ENV } from '../../abi/env.ts';
import type { Generation } from '../../abi/generations.ts';
import { logString } from '../../program/log-text.ts';
import { type OpenCollection, openCollection } from '../../userspace/collection.ts';
import { prepare, verifyProgramWork } from '../../verify-source.ts';
import { TestRun } from '../layouts/contexts.ts';
import { Machine } from '../machine.ts';

/** Who holds whom: what each operation adds to the counts of the map, of the programs and of the timers. */

const program = (name: string, body: string): string => `
.program ${name} section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = timers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto ${name}_out
    r6 = r0
    r1 = r6
${body}
    call bpf_timer_${name.replace(/\d/, '')}
${name}_out:
    r0 = 0
    exit`;

/** Programs are named after the helper they call; `set_callback` and `set_callback2` are two programs. */
const TEXT = (map: string): string => `
.struct elem {
    number: u64
    timer: bpf_timer
}
.set TIMER, 8
.map timers ${map} key=u32 value=elem max_entries=1
.map outer type=array_of_maps key=u32 max_entries=1 inner=timers
${program('init', '    r1 += TIMER\n    r2 = timers ll\n    r3 = 1')}
${program('set_callback', '    r1 += TIMER\n    r2 = once ll')}
${program('set_callback2', '    r1 += TIMER\n    r2 = again ll')}
${program('start', '    r1 += TIMER\n    r2 = 1000\n    r3 = 0')}
${program('cancel', '    r1 += TIMER')}
.callback once map=timers
    r0 = 0
    exit
.callback again map=timers
    r1 = r3
    r1 += TIMER
    r2 = 1000000000 ll
    r3 = 0
    call bpf_timer_start
    r0 = 0
    exit
`;

const SETTLE_NS = 100_000_000;

/** The counts that the table speaks of. */
type Counts = Readonly<Record<'map' | 'user' | 'set_callback' | 'set_callback2' | 'timers', number>>;

class Counted {
  private readonly machine: Machine;
  private readonly open: OpenCollection;
  private readonly map: number;
  private readonly progs: ReadonlyMap<string, number>;

  constructor(generation: Generation, map: string) {
    const prepared = prepare({ name: 'counts.s', asm: TEXT(map) }, DEFAULT_ENV);
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
    const { spec, loaded } = prepared.value;
    const accepted = loaded.programs.map((each) => {
      const { program: verified, answer } = finish(jobOf(verifyProgramWork(each, DEFAULT_ENV, 1)));
      return { name: each.spec.name, verified: defined(verified, logString(answer.log)) };
    });
    this.machine = new Machine({ generation, memoryMiB: 4 });
    const open = openCollection(this.machine, spec, loaded.maps, accepted);
    if ('refused' in open) throw new Error(open.refused);
    // Grace periods end as soon as their readers have left.
    this.machine.kernel.rcu.gracePeriod = 0;
    this.open = open;
    const { files } = this.machine.kernel;
    this.map = files.mapOf(this.file('timers'));
    this.progs = new Map(open.programs.map(({ name, file }) => [name, files.progOf(file)]));
    if (map.includes('hash')) this.perform('update');
  }

  private file(name: string): number {
    const { maps, programs } = this.open;
    return defined(
      [...maps, ...programs].find((each) => each.name === name),
      name,
    ).file;
  }

  /** Does one operation and lets everything that follows at once happen. */
  perform(text: string): void {
    const { machine } = this;
    if (text !== 'wait') {
      const [routine, args] = this.callOf(text);
      const call = machine.spawn(0, routine, args);
      while (!machine.resultOf(call).done) expect(machine.step()).toBeUndefined();
    }
    machine.run(100_000, machine.clock + (text === 'wait' ? SETTLE_NS : 0));
  }

  private callOf(text: string): readonly [string, readonly number[]] {
    const { machine } = this;
    const [what, name] = text.split(' ');
    const key = () => machine.putBytes(new Uint8Array(4));
    const value = () => machine.putBytes(new Uint8Array(24));
    switch (what) {
      case 'update':
        return ['sys_map_update', [this.file('timers'), key(), value(), 0]];
      case 'delete':
        return ['sys_map_delete', [this.file('timers'), key()]];
      case 'lookup_and_delete':
        return ['sys_map_lookup_and_delete', [this.file('timers'), key(), value()]];
      case 'close':
        return ['sys_close', [this.file(name)]];
      case 'pin':
        return ['sys_obj_pin', [this.file('timers'), ...this.path()]];
      case 'unpin':
        return ['sys_unlink', this.path()];
      case 'insert': {
        const inner = machine.putBytes(Uint8Array.from([0, 8, 16, 24], (shift) => this.map >> shift));
        return ['sys_map_update', [this.file('outer'), key(), inner, 0]];
      }
      case 'remove':
        return ['sys_map_delete', [this.file('outer'), key()]];
      default:
        return ['test_run', [this.run(what)]];
    }
  }

  private path(): readonly number[] {
    const text = new TextEncoder().encode('/sys/fs/bpf/map');
    return [this.machine.putBytes(text), text.length];
  }

  private run(name: string): number {
    const { machine } = this;
    const run = machine.putBytes(new Uint8Array(TestRun.size));
    const dataIn = machine.putBytes(new Uint8Array(64));
    machine.act(() => {
      const cursor = machine.kernel.contexts.testRun(run);
      cursor.prog = defined(this.progs.get(name), `program ${name}`);
      cursor.dataIn = dataIn;
      cursor.dataSize = 64;
    });
    return run;
  }

  counts(): Counts {
    const { kernel } = this.machine;
    const { names } = kernel.trace;
    const objects = [...kernel.allocator.objects()].map((object) => names[kernel.allocator.whatOf(object)]);
    const { refcnt, usercnt } = kernel.map(this.map);
    const held = (name: string) => kernel.prog(defined(this.progs.get(name), name)).refcnt;
    return {
      map: refcnt,
      user: usercnt,
      set_callback: held('set_callback'),
      set_callback2: held('set_callback2'),
      timers: objects.filter((what) => what === 'bpf_hrtimer').length,
    };
  }
}

/** What happened before, the operation, and what it adds; a count that is not named stays. */
const ROWS: readonly (readonly [before: string, operation: string, added: string])[] = [
  ['', 'init', 'timers +1'],
  ['init', 'init', ''],
  ['init', 'set_callback', 'set_callback +1'],
  ['init, set_callback', 'set_callback', ''],
  ['init, set_callback', 'set_callback2', 'set_callback -1, set_callback2 +1'],
  ['init, set_callback, set_callback2', 'set_callback', 'set_callback +1, set_callback2 -1'],
  ['init, set_callback', 'start', ''],
  ['init', 'start', ''],
  ['init, set_callback, start', 'start', ''],
  ['', 'cancel', ''],
  ['init', 'cancel', ''],
  ['init, set_callback', 'cancel', 'set_callback -1'],
  ['init, set_callback, start', 'cancel', 'set_callback -1'],
  ['init, set_callback, start, cancel', 'cancel', ''],
  ['init, set_callback, start, cancel', 'set_callback2', 'set_callback2 +1'],
  ['init, set_callback, start', 'wait', ''],
  ['init, set_callback2, start', 'wait', ''],
  ['init, set_callback, start', 'update', 'set_callback -1, timers -1'],
  ['init, set_callback2, start', 'update', 'set_callback2 -1, timers -1'],
  ['init', 'update', 'timers -1'],
  ['', 'update', ''],
  ['init, set_callback, start', 'close timers', 'map -1, user -1, set_callback -1, timers -1'],
  ['init, set_callback2, start, wait', 'close timers', 'map -1, user -1, set_callback2 -1, timers -1'],
  ['', 'close timers', 'map -1, user -1'],
  ['close timers', 'init', ''],
  ['init, set_callback, start', 'close set_callback', 'set_callback -1'],
  ['', 'pin', 'map +1, user +1'],
  ['pin', 'unpin', 'map -1, user -1'],
  ['pin, init, set_callback', 'close timers', 'map -1, user -1'],
  ['pin, init, set_callback, close timers', 'unpin', 'map -1, user -1, set_callback -1, timers -1'],
  ['', 'insert', 'map +1'],
  ['insert', 'remove', 'map -1'],
  ['insert, init, set_callback', 'remove', 'map -1'],
  ['insert, init, set_callback', 'close timers', 'map -1, user -1, set_callback -1, timers -1'],
];
const HASH_ROWS: typeof ROWS = [
  ['init, set_callback, start', 'delete', 'set_callback -1, timers -1'],
  ['init', 'delete', 'timers -1'],
  ['init, set_callback, start', 'lookup_and_delete', 'set_callback -1, timers -1'],
  ['init, set_callback2, start, wait', 'delete', 'set_callback2 -1, timers -1'],
];
const GENERATIONS: readonly Generation[] = ['5.15', '6.8', '6.18', '7.0'];
const MAPS = ['type=array', 'type=hash', 'type=hash flags=BPF_F_NO_PREALLOC'];

const TABLE = GENERATIONS.flatMap((generation) =>
  MAPS.flatMap((map) =>
    (map === MAPS[0] ? ROWS : [...ROWS, ...HASH_ROWS]).map(
      ([before, operation, added]) => ({ generation, map, before, operation, added }) as const,
    ),
  ),
);

const difference = (before: Counts, after: Counts): string =>
  (['map', 'user', 'set_callback', 'set_callback2', 'timers'] as const)
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name} ${after[name] > before[name] ? '+' : ''}${after[name] - before[name]}`)
    .join(', ');

describe(`${TABLE.length} rows of the table of references`, () => {
  it.each(TABLE)('$generation, $map, after "$before": $operation → "$added"', (row) => {
    const world = new Counted(row.generation, row.map);
    for (const text of row.before.split(', ').filter((word) => word !== '')) world.perform(text);
    const before = world.counts();
    world.perform(row.operation);
    expect(difference(before, world.counts())).toBe(row.added);
  });
});
