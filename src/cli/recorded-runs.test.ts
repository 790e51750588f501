/** Programs that the kernel ran: `golden/runtime` of the corpora holds what they answered and left in maps. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ENV } from '../engine/abi/env.ts';
import { readObject } from '../engine/elf/read.ts';
import { leftBehind } from '../engine/kernel/trace/invariants.ts';
import { loadCollection } from '../engine/loader/load.ts';
import { openCollection } from '../engine/userspace/collection.ts';
import { verify } from '../engine/verifier/verify.ts';
import { fromHex } from '../lib/bytes.ts';
import { finish } from '../lib/job.ts';
import { runObject } from './oracle-run.ts';
import { TestBench } from './test-bench.ts';

interface Run {
  readonly name: string;
  readonly seq: string;
  readonly settle_ms?: number;
  readonly repeat?: number;
  readonly data_in?: string;
  readonly ctx_in?: string;
  readonly result: { readonly steps?: readonly object[]; readonly maps?: readonly RecordedMap[] };
}

interface RecordedMap {
  readonly name: string;
  readonly entries?: readonly { readonly key: string }[] | null;
}

interface Recording {
  readonly object: string;
  readonly runs: readonly Run[];
}

const recordings = ['corpus', 'own'].flatMap((name) => {
  const corpus = new URL(`../conformance/${name}/`, import.meta.url);
  const folder = new URL('golden/runtime/', corpus);
  return readdirSync(folder).map((file) => {
    const recording: Recording = JSON.parse(readFileSync(new URL(file, folder), 'latin1'));
    return { ...recording, bytes: new Uint8Array(readFileSync(new URL(`objects/${recording.object}`, corpus))) };
  });
});

const hex = (text: string | undefined): Uint8Array | undefined => (text === undefined ? undefined : fromHex(text));

/** Names of maps that begin with those of the recording, in its order; entries by key. */
function inOrderOf(recorded: readonly RecordedMap[], maps: readonly object[]): unknown[] {
  const all = maps.filter((map): map is RecordedMap => 'name' in map);
  return recorded.map(({ name }) => {
    const map = all.find((each) => each.name === name);
    const entries = map?.entries && [...map.entries].sort((a, b) => (a.key < b.key ? -1 : 1));
    return { ...map, entries };
  });
}

describe.each(recordings)('$object', ({ object, runs, bytes }) => {
  it.each(runs)('$name', ({ seq, settle_ms, repeat = 1, data_in, ctx_in, result }) => {
    const ran = runObject(bytes, object, {
      sequence: seq,
      program: undefined,
      repeat,
      settleMs: settle_ms ?? 0,
      dumpMaps: true,
      data: hex(data_in),
      context: hex(ctx_in),
    });
    if (!ran.ok) throw new Error(ran.error[0].message);
    const { steps, maps = [] } = ran.value.report;
    expect({ steps, maps: inOrderOf(result.maps ?? [], maps) }).toMatchObject(result);
  });

  it('leaves nothing behind', () => {
    const bench = new TestBench(2, 16);
    const spec = readObject(bytes, object);
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
