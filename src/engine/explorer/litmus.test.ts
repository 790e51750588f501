import { describe, expect, it } from 'vitest';
import { defined } from '../../lib/assert.ts';
import { finish, jobOf } from '../../lib/job.ts';
import { DEFAULT_ENV } from '../abi/env.ts';
import { TestRun } from '../kernel/layouts/contexts.ts';
import { Machine } from '../kernel/machine.ts';
import { logString } from '../program/log-text.ts';
import { openCollection } from '../userspace/collection.ts';
import { prepare, verifyProgramWork } from '../verify-source.ts';
import { Dfs } from './dfs.ts';

/**
 * The classic tests of memory models: two programs run on two CPUs in every order. `x=1` stores, `r0=x` loads into a
 * result, `x+=1` adds atomically, `lock` and `unlock` are bpf_spin_lock(). Results are those of both programs, then x and y.
 */
interface Litmus {
  readonly programs: readonly [string, string];
  /** Results that cannot come about, and those that can with store buffers only. */
  readonly never?: readonly string[];
  readonly buffered?: readonly string[];
}

const LITMUS: Readonly<Record<string, Litmus>> = {
  'SB: loads overtake the stores before them': { programs: ['x=1 r0=y', 'y=1 r0=x'], buffered: ['0 0 1 1'] },
  'SB with atomics in between': { programs: ['x=1 z+=1 r0=y', 'y=1 z+=1 r0=x'], never: ['0 0 1 1'] },
  'SB with one atomic only': { programs: ['x=1 z+=1 r0=y', 'y=1 r0=x'], buffered: ['0 0 1 1'] },
  'SB with locks in between': {
    programs: ['x=1 lock unlock r0=y', 'y=1 lock unlock r0=x'],
    never: ['0 0 1 1'],
  },
  'SB with a forwarded load': { programs: ['x=1 r1=x r0=y', 'y=1 r1=y r0=x'], buffered: ['10 10 1 1'] },
  'MP: stores are seen in order': { programs: ['x=1 y=1', 'r1=y r0=x'], never: ['0 10 1 1'] },
  'LB: no store comes before an earlier load': { programs: ['r0=x y=1', 'r0=y x=1'], never: ['1 1 1 1'] },
  '2+2W: stores of one CPU are seen in order': { programs: ['x=1 y=2', 'y=1 x=2'], never: ['0 0 1 1'] },
};

/** r6 = the value with x, y, z and the lock; r7 = what the program returns: r1 is its tens, r0 its ones. */
const PROLOGUE = `    r1 = 0
    *(u32 *)(r10 - 4) = r1
    r2 = r10
    r2 += -4
    r1 = shared ll
    call bpf_map_lookup_elem
    if r0 == 0 goto NAME_out
    r6 = r0
    r7 = 0`;
const OFFSET: Readonly<Record<string, number>> = { x: 0, y: 8, z: 16, lock: 24 };

function wordOf(word: string): string {
  const [, target, how, source] = /^(\w+?)(\+?=)(\w+)$/.exec(word) ?? [];
  if (how === undefined) return `    r1 = r6\n    r1 += ${OFFSET.lock}\n    call bpf_spin_${word}`;
  if (how === '+=') return `    r1 = ${source}\n    lock *(u64 *)(r6 + ${OFFSET[target]}) += r1`;
  if (target in OFFSET) return `    r1 = ${source}\n    *(u64 *)(r6 + ${OFFSET[target]}) = r1`;
  const times = target === 'r1' ? '    r1 *= 10\n' : '';
  return `    r1 = *(u64 *)(r6 + ${OFFSET[source]})\n${times}    r7 += r1`;
}

const sourceOf = (programs: Litmus['programs']): string => `.struct elem {
    x: u64
    y: u64
    z: u64
    lock: bpf_spin_lock
    pad: u32
}
.map shared type=array key=u32 value=elem max_entries=1
${programs
  .map(
    (words, i) => `.program p${i} section=tc
${PROLOGUE.replace('NAME', `p${i}`)}
${words.split(' ').map(wordOf).join('\n')}
    r0 = r7
    exit
p${i}_out:
    r0 = 0
    exit`,
  )
  .join('\n')}
`;

/** Every result of the two programs in all orders: what they return, then x and y. */
function resultsOf({ programs }: Litmus, storeBuffers: boolean): ReadonlySet<string> {
  const prepared = prepare({ name: 'litmus.s', asm: sourceOf(programs) }, DEFAULT_ENV);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  const { spec, loaded } = prepared.value;
  const accepted = loaded.programs.map((program) => {
    const { answer, program: verified } = finish(jobOf(verifyProgramWork(program, DEFAULT_ENV, 1)));
    return { name: program.spec.name, verified: defined(verified, logString(answer.log)) };
  });
  const switches = { store_buffers: storeBuffers };
  const machine = new Machine({ switches, freeTime: true, tracing: false, grain: 'visible', memoryMiB: 2 });
  const open = openCollection(machine, spec, loaded.maps, accepted);
  if ('refused' in open) throw new Error(open.refused);
  const { kernel } = machine;
  const runs = open.programs.map(({ file }, cpu) => {
    const run = machine.putBytes(new Uint8Array(TestRun.size));
    const data = machine.putBytes(new Uint8Array(64));
    machine.act(() => {
      const cursor = kernel.contexts.testRun(run);
      cursor.prog = kernel.files.progOf(file);
      cursor.dataIn = data;
      cursor.dataSize = 64;
    });
    machine.spawn(cpu, 'test_run', [run]);
    return run;
  });
  const map = kernel.files.mapOf(open.maps[0].file);
  const value = kernel.mapOps(map).nextValue?.(kernel, map, 0) ?? 0;
  const results = new Set<string>();
  const atEnd = (): undefined => {
    const returned = runs.map((run) => kernel.contexts.testRun(run).retval);
    results.add([...returned, machine.memory.load32(value), machine.memory.load32(value + 8)].join(' '));
  };
  const { complete, failures } = new Dfs(machine).explore({ maxStates: 500_000, maxDepth: 1_000, atEnd });
  expect({ complete, failures }).toEqual({ complete: true, failures: [] });
  return results;
}

describe('litmus tests', () => {
  it.each(Object.entries(LITMUS))('%s', (_, litmus) => {
    const consistent = resultsOf(litmus, false);
    const buffered = resultsOf(litmus, true);
    const { never = [], buffered: weak = [] } = litmus;
    expect([...buffered]).toEqual(expect.arrayContaining([...consistent]));
    expect([...buffered].filter((result) => !consistent.has(result))).toEqual(weak);
    expect(never.filter((result) => buffered.has(result))).toEqual([]);
  });
});
