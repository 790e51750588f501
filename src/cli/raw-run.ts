/** What raw mode answers beyond the verdict: a test run of the accepted program, and what its maps hold afterwards. */
import { EINVAL } from '../engine/abi/errno.ts';
import { BPF_MAP_TYPE_ARRAY_OF_MAPS, BPF_MAP_TYPE_HASH_OF_MAPS } from '../engine/abi/map-types.ts';
import type { MapInfo, VerifiedProgram } from '../engine/program/load.ts';
import { DEFAULT_PACKET } from '../engine/userspace/bpftool/run.ts';
import { type OpenMap, word } from '../engine/userspace/collection.ts';
import { fromHex } from '../lib/bytes.ts';
import { arrayField, booleanField, field, isObject, type Json, numberField, stringField } from './json.ts';
import { errnoText } from './object-report.ts';
import { TestBench } from './test-bench.ts';

const CPUS = 2;
const MEMORY_MIB = 8;
const MAPS_OF_MAPS: readonly number[] = [BPF_MAP_TYPE_ARRAY_OF_MAPS, BPF_MAP_TYPE_HASH_OF_MAPS];

/** True if the request asks for more than a verdict. */
export const wantsRun = (request: Json): boolean =>
  isObject(field(request, 'run')) || booleanField(request, 'run') || booleanField(request, 'dump_maps');

/** The fields `run` and `maps` of an answer. */
export function runFields(request: Json, program: VerifiedProgram): Readonly<Record<string, unknown>> {
  const { bench, maps, file } = loadForRun(request, program, usedBench());
  if (file < 0) return { run: { ran: false, errno: -file } };
  const wanted = field(request, 'run');
  const run = isObject(wanted) ? wanted : {};
  const asked = isObject(wanted) || wanted === true;
  const answer = asked ? runOnce(bench, { name: program.request.name, file, verified: program }, run) : undefined;
  if (numberField(run, 'settle_ms', 0) > 0) bench.sleep(numberField(run, 'settle_ms', 0));
  return {
    ...(answer !== undefined && { run: { ran: true, ...answer } }),
    ...(booleanField(request, 'dump_maps') && {
      maps: maps.map((map, index) => ({ index, entries: bench.entries(map) })),
    }),
  };
}

let shared: TestBench | undefined;

/** One machine for all requests, as new. */
function usedBench(): TestBench {
  if (shared === undefined) shared = newBench();
  else shared.reset();
  return shared;
}

const newBench = (): TestBench => new TestBench(CPUS, MEMORY_MIB);

/** A program on a machine that is new, with the maps of its request. `file` is a negative errno if it cannot be loaded. */
function loadForRun(
  request: Json,
  program: VerifiedProgram,
  bench: TestBench = newBench(),
): { readonly bench: TestBench; readonly maps: readonly OpenMap[]; readonly file: number } {
  const maps = makeMaps(bench, request, program.request.maps);
  const files = maps.map((map) => map.file);
  return { bench, maps, file: bench.machine.loadProgram(program, files) };
}

/** Maps with their initial contents; a map of maps gets its inner map under key 0 if that is asked for. */
export function makeMaps(bench: TestBench, request: Json, infos: readonly MapInfo[]): readonly OpenMap[] {
  const described = arrayField(request, 'maps');
  return infos.map((info, i) => {
    const map: OpenMap = { name: info.name, file: bench.machine.createMap(info), info };
    const description = described[i];
    if (isObject(description)) fill(bench, map, description);
    return map;
  });
}

function fill(bench: TestBench, map: OpenMap, description: Json): void {
  for (const element of arrayField(description, 'init')) {
    if (!isObject(element)) continue;
    const key = fromHex(stringField(element, 'key', ''));
    const value = fromHex(stringField(element, 'value', ''));
    if (key !== undefined && value !== undefined) bench.update(map, key, value);
  }
  const { inner, type, keySize } = map.info;
  if (inner === undefined || !MAPS_OF_MAPS.includes(type) || !booleanField(description, 'fill')) return;
  const innerFile = bench.machine.createMap(inner);
  if (innerFile < 0) return;
  bench.update(map, new Uint8Array(keySize), word(bench.machine.kernel.files.mapOf(innerFile)));
}

/** A test run as `run` of a request describes it. */
function runOnce(bench: TestBench, program: Parameters<TestBench['run']>[0], run: Json): object {
  const answer = bench.run(program, {
    cpu: 0,
    repeat: numberField(run, 'repeat', 1),
    data: hexField(run, 'data_in') ?? DEFAULT_PACKET,
    context: hexField(run, 'ctx_in'),
  });
  if (bench.trouble !== undefined) return { errno: EINVAL, stopped: bench.trouble };
  return answer.errno === 0 ? answer : { ...answer, errno_name: errnoText(answer.errno) };
}

const hexField = (run: Json, name: string): Uint8Array | undefined => {
  const hex = stringField(run, name, undefined);
  return hex === undefined ? undefined : fromHex(hex);
};
