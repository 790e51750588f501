/** Programs that the kernel ran: `conformance/own/golden/runtime` holds what they answered and left in maps. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ENV } from '../engine/abi/env.ts';
import { readObject } from '../engine/elf/read.ts';
import { leftBehind } from '../engine/kernel/trace/invariants.ts';
import { loadCollection } from '../engine/loader/load.ts';
import { openCollection } from '../engine/userspace/collection.ts';
import { verify } from '../engine/verifier/verify.ts';
import { finish } from '../lib/job.ts';
import { runObject } from './oracle-run.ts';
import { TestBench } from './test-bench.ts';

const own = new URL('../conformance/own/', import.meta.url);
const recordings = new URL('golden/runtime/', own);

interface Recording {
  readonly object: string;
  readonly runs: readonly { readonly name: string; readonly seq: string; readonly result: object }[];
}

const read = (name: string): Recording => JSON.parse(readFileSync(new URL(name, recordings), 'utf8'));
const RECORDED = readdirSync(recordings).map(read);

const bytesOf = (object: string): Uint8Array => readFileSync(new URL(`objects/${object}`, own));

/** Data sections are left out, as they may hold addresses. */
const isRecorded = (map: object): boolean => 'name' in map && !String(map.name).includes('.');

describe.each(RECORDED)('$object', ({ object, runs }) => {
  it.each(runs)('$name', ({ seq, result }) => {
    const ran = runObject(bytesOf(object), object, {
      sequence: seq,
      program: undefined,
      repeat: 1,
      settleMs: 0,
      dumpMaps: true,
      data: undefined,
      context: undefined,
    });
    if (!ran.ok) throw new Error(ran.error[0].message);
    const { steps, maps = [] } = ran.value.report;
    expect({ steps, maps: maps.filter(isRecorded) }).toMatchObject(result);
  });

  it('leaves nothing behind', () => {
    const bench = new TestBench(2, 16);
    const spec = readObject(bytesOf(object), object);
    if (!spec.ok) throw new Error(`${object} cannot be read`);
    const loaded = loadCollection(spec.value);
    const programs = loaded.programs.flatMap(({ spec: { name }, outcome }) => {
      if (outcome.stage === 'object') return [];
      const { program } = finish(verify(outcome.request, DEFAULT_ENV, { level: 0 }));
      return program === undefined ? [] : [{ name, verified: program }];
    });
    const opened = openCollection(bench.machine, spec.value, loaded.maps, programs);
    if ('refused' in opened) throw new Error(opened.refused);
    for (const program of opened.programs) {
      bench.run(program, { cpu: 0, repeat: 1, data: new Uint8Array(64), context: undefined });
    }
    for (const { file } of [...opened.programs, ...opened.maps]) bench.machine.spawn(0, 'sys_close', [file]);
    bench.sleep(1000);
    expect(bench.trouble).toBeUndefined();
    expect(leftBehind(bench.machine.kernel)).toBeUndefined();
  });
});
