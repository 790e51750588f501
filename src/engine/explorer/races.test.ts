import { describe, expect, it } from 'vitest';
import { finish, jobOf } from '../../lib/job.ts';
import { DEFAULT_ENV } from '../abi/env.ts';
import type { Generation, Switches } from '../abi/generations.ts';
import { TestRun } from '../kernel/layouts/contexts.ts';
import { Machine } from '../kernel/machine.ts';
import { restInvariants } from '../kernel/trace/invariants.ts';
import { logString } from '../program/log-text.ts';
import { openCollection } from '../userspace/collection.ts';
import { prepare, verifyProgramWork } from '../verify-source.ts';
import { Dfs } from './dfs.ts';

/**
 * Races of BPF timers as small worlds. Two timers, T0 and T1, lie in one map; `arm0` and `arm1` set their callbacks and
 * start them, `cancel0`, `delete1`, … do what they say. A world is set up step by step, then everything that is under way
 * happens in every order.
 */

const operation = (name: string, key: number, body: string): string => `
.program ${name} section=tc
    r1 = ${key}
    *(u32 *)(r10 - 4) = r1
    r2 = r10
    r2 += -4
    r1 = timers ll
    call bpf_map_lookup_elem
    if r0 == 0 goto ${name}_out
    r6 = r0
${body}
${name}_out:
    r0 = 0
    exit
`;

const arm = (name: string, key: number): string =>
  operation(
    name,
    key,
    `    r1 = r6
    r2 = timers ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = cb${key} ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000
    r3 = 0
    call bpf_timer_start`,
  );

const callback = (name: string, body: string): string => `
.callback ${name} map=timers
    r6 = r3
${body}
${name}_out:
    r0 = 0
    exit
`;

const lookup = (key: number, out: string): string => `    r1 = ${key}
    *(u32 *)(r10 - 4) = r1
    r2 = r10
    r2 += -4
    r1 = timers ll
    call bpf_map_lookup_elem
    if r0 == 0 goto ${out}
`;
const CALLBACKS: Readonly<Record<string, string>> = {
  nothing: '',
  'start itself': `    r1 = r6
    r2 = 1000
    r3 = 0
    call bpf_timer_start`,
  'cancel T0': `${lookup(0, 'cb1_out')}    r1 = r0
    call bpf_timer_cancel`,
  'cancel T1': `${lookup(1, 'cb0_out')}    r1 = r0
    call bpf_timer_cancel`,
  'delete T0': deleteKey(0),
  'delete T1': deleteKey(1),
  'start itself, then delete T0': `    r1 = r6
    r2 = 1000
    r3 = 0
    call bpf_timer_start
${deleteKey(0)}`,
};

function deleteKey(key: number): string {
  return `    r1 = ${key}
    *(u32 *)(r10 - 4) = r1
    r2 = r10
    r2 += -4
    r1 = timers ll
    call bpf_map_delete_elem`;
}

interface Race {
  readonly map: 'array' | 'hash';
  /** What the callbacks of T0 and T1 do. */
  readonly callbacks: readonly [string, string];
  /** `CPU operation`, run to their end one after the other. */
  readonly setUp: readonly string[];
  /** `CPU operation`, begun together. */
  readonly race: readonly string[];
}

function source({ map, callbacks }: Race): string {
  return `
.struct elem {
    timer: bpf_timer
}
.map timers type=${map} key=u32 value=elem max_entries=4
${arm('arm0', 0)}${arm('arm1', 1)}
${operation('cancel0', 0, '    r1 = r6\n    call bpf_timer_cancel')}
${operation('start0', 0, '    r1 = r6\n    r2 = 1000\n    r3 = 0\n    call bpf_timer_start')}
${callback('cb0', CALLBACKS[callbacks[0]])}${callback('cb1', CALLBACKS[callbacks[1]])}`;
}

/** The machine before its race. */
function machineOf(race: Race, generation: Generation, switches: Partial<Switches>): Machine {
  const prepared = prepare({ name: 'race.s', asm: source(race) }, DEFAULT_ENV);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  const { spec, loaded } = prepared.value;
  const accepted = loaded.programs.map((program) => {
    const { answer, program: verified } = finish(jobOf(verifyProgramWork(program, DEFAULT_ENV, 1)));
    if (verified === undefined) throw new Error(logString(answer.log));
    return { name: program.spec.name, verified };
  });
  const machine = new Machine({ generation, switches, freeTime: true, tracing: false, memoryMiB: 4 });
  const open = openCollection(machine, spec, loaded.maps, accepted);
  if ('refused' in open) throw new Error(open.refused);
  const { kernel } = machine;
  const begin = (text: string): number => {
    const [cpu, name, key] = text.split(' ');
    if (name === 'close') return machine.spawn(Number(cpu), 'sys_close', [open.maps[0].file]);
    if (name === 'delete' || name === 'update') {
      const buffers = [machine.putBytes(Uint8Array.of(Number(key), 0, 0, 0)), machine.putBytes(new Uint8Array(16))];
      return machine.spawn(Number(cpu), `sys_map_${name}`, [open.maps[0].file, ...buffers]);
    }
    const program = open.programs.find((each) => each.name === (name === 'unload' ? key : name));
    if (program !== undefined && name === 'unload') return machine.spawn(Number(cpu), 'sys_close', [program.file]);
    if (program === undefined) throw new Error(`operation ${name}`);
    const run = machine.putBytes(new Uint8Array(TestRun.size));
    const data = machine.putBytes(new Uint8Array(64));
    machine.act(() => {
      const cursor = kernel.contexts.testRun(run);
      cursor.prog = kernel.files.progOf(program.file);
      cursor.dataIn = data;
      cursor.dataSize = 64;
    });
    return machine.spawn(Number(cpu), 'test_run', [run]);
  };
  for (const text of race.setUp) {
    const call = begin(text);
    while (!machine.resultOf(call).done) expect(machine.step()).toBeUndefined();
  }
  for (const text of race.race) begin(text);
  return machine;
}

const RACES: Readonly<Record<string, Race>> = {
  'R01 two inits at once': {
    map: 'array',
    callbacks: ['nothing', 'nothing'],
    setUp: [],
    race: ['0 arm0', '1 arm0'],
  },
  'R02 a callback deletes its own element': {
    map: 'hash',
    callbacks: ['delete T0', 'nothing'],
    setUp: ['0 update 0', '0 arm0'],
    race: [],
  },
  'R10 cancel waits, the callback wants the lock': {
    map: 'array',
    callbacks: ['nothing', 'nothing'],
    setUp: ['1 arm0'],
    race: ['0 cancel0'],
  },
  'R11 the last close waits, the callback wants the lock': {
    map: 'array',
    callbacks: ['start itself', 'nothing'],
    setUp: ['1 arm0'],
    race: ['0 close'],
  },
  'R14 the last reference of a program is put with interrupts off': {
    map: 'hash',
    callbacks: ['nothing', 'nothing'],
    setUp: ['0 update 0', '0 arm0', '0 unload arm0'],
    race: ['0 delete 0'],
  },
  'R16 init after the last user reference': {
    map: 'array',
    callbacks: ['nothing', 'nothing'],
    setUp: ['0 close'],
    race: ['0 arm0'],
  },
  'R17 init and the last close': {
    map: 'array',
    callbacks: ['nothing', 'nothing'],
    setUp: [],
    race: ['0 arm0', '1 close'],
  },
  'R25 the softirq hits the holder of the lock': {
    map: 'array',
    callbacks: ['start itself', 'nothing'],
    setUp: ['0 arm0'],
    race: ['0 update 0'],
  },
  'R26 cancel and delete': {
    map: 'hash',
    callbacks: ['nothing', 'nothing'],
    setUp: ['0 update 0', '0 arm0'],
    race: ['0 cancel0', '1 delete 0'],
  },
  'R27 two callbacks cancel each other': {
    map: 'array',
    callbacks: ['cancel T1', 'cancel T0'],
    setUp: ['0 arm0', '1 arm1'],
    race: [],
  },
  'R28 two callbacks delete each other': {
    map: 'hash',
    callbacks: ['delete T1', 'delete T0'],
    setUp: ['0 update 0', '0 update 1', '0 arm0', '1 arm1'],
    race: [],
  },
  'R29 a callback arms itself, then deletes its element': {
    map: 'hash',
    callbacks: ['start itself, then delete T0', 'nothing'],
    setUp: ['0 update 0', '0 arm0'],
    race: [],
  },
};

/** What happens in which kernel; undefined: nothing bad in any order. */
const OUTCOMES: readonly (readonly [
  race: string,
  generation: Generation,
  switches: Partial<Switches>,
  message: RegExp | undefined,
])[] = [
  ['R01', '5.15', { lock: false }, /cannot be reached|points to|use after free|memory/],
  ['R01', '5.15', {}, undefined],
  ['R01', '6.18', {}, undefined],
  ['R01', '7.0', {}, undefined],
  ['R02', '5.15', { self_check: false }, /deadlock/],
  ['R02', '5.15', {}, undefined],
  ['R02', '6.18', {}, undefined],
  ['R10', 'v3', {}, /deadlock/],
  ['R10', 'v4', {}, /deadlock: .*CPU 0 waits for the callback .*CPU 1 waits for a lock that CPU 0 holds/],
  ['R10', 'v5', {}, undefined],
  ['R10', 'v5', { cb_null_check: false }, /calls a NULL function/],
  ['R11', 'v4', {}, /deadlock/],
  ['R11', '5.15', {}, undefined],
  ['R11', 'v3', {}, /deadlock/],
  ['R14', 'v4', {}, /freed in a context that must not sleep/],
  ['R14', 'v5', {}, undefined],
  ['R14', '6.18', {}, undefined],
  ['R16', '5.15', { usercnt_in_init: false }, /outlives its last user reference/],
  ['R16', '5.15', {}, undefined],
  ['R16', '6.18', {}, undefined],
  ['R17', '5.15', {}, /timer of map timers outlives its last user reference/],
  ['R17', '6.7', {}, undefined],
  ['R17', '6.18', {}, undefined],
  ['R17', '7.0', {}, undefined],
  ['R17', '6.7', { store_buffers: true }, undefined],
  ['R17', '6.18', { store_buffers: true }, undefined],
  ['R17', '6.18', { store_buffers: true, barrier: false }, /timer of map timers outlives its last user reference/],
  ['R17', '6.18', { barrier: false }, undefined],
  ['R17', '7.0', { store_buffers: true, barrier: false }, undefined],
  ['R25', '5.15', { irqsave: false }, /deadlock/],
  ['R25', '5.15', {}, undefined],
  ['R26', '5.15', {}, /use after free of bpf_hrtimer/],
  ['R26', '6.18', {}, undefined],
  ['R26', '7.0', {}, undefined],
  ['R27', '5.15', {}, /deadlock: .*the callback.*the callback/],
  ['R27', '6.18', {}, undefined],
  ['R27', '7.0', {}, undefined],
  ['R27', '6.18', { store_buffers: true }, undefined],
  ['R27', '6.18', { store_buffers: true, barrier: false }, /deadlock: .*the callback.*the callback/],
  ['R28', '5.15', {}, /deadlock/],
  ['R28', '6.18', {}, undefined],
  ['R29', '5.15', {}, /use after free of bpf_hrtimer.*softirq/],
  ['R29', '6.18', {}, undefined],
  ['R29', '7.0', {}, undefined],
];

describe('races', () => {
  it.each(OUTCOMES)('%s in %s with %j: %s', (id, generation, switches, message) => {
    const race = Object.entries(RACES).find(([name]) => name.startsWith(`${id} `))?.[1];
    if (race === undefined) throw new Error(id);
    const result = new Dfs(machineOf(race, generation, switches)).explore({
      maxStates: 200_000,
      maxDepth: 2_000,
      atEnd: ({ kernel }) => restInvariants(kernel)?.text,
    });
    const messages = result.failures.map((failure) => failure.message).join('\n');
    if (message === undefined)
      expect({ messages, complete: result.complete }).toEqual({ messages: '', complete: true });
    else expect(messages).toMatch(message);
  });
});
