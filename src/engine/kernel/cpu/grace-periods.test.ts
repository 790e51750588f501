import { expect, it } from 'vitest';
import { defined } from '../../../lib/assert.ts';
import { finish, jobOf } from '../../../lib/job.ts';
import { DEFAULT_ENV } from '../../abi/env.ts';
import type { Generation } from '../../abi/generations.ts';
import { openCollection } from '../../userspace/collection.ts';
import { prepare, verifyProgramWork } from '../../verify-source.ts';
import { Machine } from '../machine.ts';
import { TRACE, TraceKind } from '../trace/trace.ts';

const SOURCE = (section: string): string => `.struct elem {
    timer: bpf_timer
}
.map inner type=array key=u32 value=elem max_entries=1
.map outer type=array_of_maps key=u32 max_entries=1 inner=inner slots=inner
.program user section=${section}
    r1 = 0
    *(u32 *)(r10 - 4) = r1
    r2 = r10
    r2 += -4
    r1 = outer ll
    call bpf_map_lookup_elem
    r0 = 0
    exit
`;

const FLAVOURS = ['RCU', 'tasks-trace RCU'];

/** Takes the inner map out of the outer one and closes everything: the grace periods that were waited for. */
function flavoursOf(section: string, generation: Generation): readonly string[] {
  const prepared = prepare({ name: 'p.s', asm: SOURCE(section) }, DEFAULT_ENV);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  const { spec, loaded } = prepared.value;
  const { program } = finish(jobOf(verifyProgramWork(loaded.programs[0], DEFAULT_ENV, 0)));
  const machine = new Machine({ generation, memoryMiB: 2 });
  const open = openCollection(machine, spec, loaded.maps, [{ name: 'user', verified: defined(program, 'accepted') }]);
  if ('refused' in open) throw new Error(open.refused);
  const files = new Map(open.maps.map(({ name, file }) => [name, file]));
  const begun = machine.trace.end;
  machine.spawn(0, 'sys_map_delete', [files.get('outer') ?? 0, machine.putBytes(new Uint8Array(4))]);
  for (const file of [...files.values(), open.programs[0].file]) machine.spawn(0, 'sys_close', [file]);
  expect(machine.run(10_000)).toEqual({ why: 'idle' });
  expect(machine.kernel.globals().maps).toBe(0);
  const { trace } = machine;
  const records = Array.from({ length: trace.end - begun }, (_, i) => begun + i);
  return records
    .filter((record) => trace.get(record, TRACE.kind) === TraceKind.rcuCall)
    .map((record) => FLAVOURS[trace.get(record, TRACE.arg)]);
}

it.each([
  ['tc', '6.18', ['RCU', 'RCU']],
  ['tc', '6.7', ['RCU']],
  ['syscall', '6.18', ['tasks-trace RCU', 'tasks-trace RCU']],
  ['syscall', '6.7', ['tasks-trace RCU']],
] as const)('an inner map, then a program of type %s is freed in %s after %j', (section, generation, flavours) => {
  expect(flavoursOf(section, generation)).toEqual(flavours);
});
