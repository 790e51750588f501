/**
 * `rearm map-order`: a map and operations per JSON line on standard input, the order in which it is then walked and what it
 * evicted per line on standard output. The protocol of the conformance corpus's order judge.
 */
import type { MapInfo } from '../engine/program/load.ts';
import type { OpenMap } from '../engine/userspace/collection.ts';
import { fromHex } from '../lib/bytes.ts';
import { type Command, EXIT_OK, EXIT_USAGE, usage } from './command.ts';
import { booleanField, field, isObject, type Json, numberField, parseJson } from './json.ts';
import { TestBench } from './test-bench.ts';

const MEMORY_MIB = 4;

export const mapOrderCommand: Command = async (args, host) => {
  if (args.length > 0) return usage(host, `unexpected argument '${args[0]}'`, 'usage: rearm map-order');
  for await (const line of host.lines()) {
    const request = parseJson(line);
    const answer = isObject(request) ? answerOf(request) : undefined;
    if (answer === undefined) {
      host.error(`rearm: no such case: ${line.slice(0, 80)}\n`);
      return EXIT_USAGE;
    }
    host.out(`${JSON.stringify(answer)}\n`);
  }
  return EXIT_OK;
};

interface Answer {
  readonly errors: readonly (readonly [number, number])[];
  readonly next_key: readonly string[];
  readonly for_each: null;
  readonly evicted?: readonly (readonly [number, readonly string[]])[];
}

/** Makes the map, does the operations in order and looks at what is there. */
function answerOf(request: Json): Answer | undefined {
  const bench = new TestBench(numberField(request, 'possible_cpus', 2), MEMORY_MIB);
  const info = infoOf(request);
  const file = bench.machine.createMap(info);
  const ops = field(request, 'ops');
  if (file < 0 || !Array.isArray(ops)) return undefined;
  const map: OpenMap = { name: info.name, file, info };
  const wantsVictims = booleanField(request, 'victims');
  const errors: [number, number][] = [];
  const evicted: [number, readonly string[]][] = [];
  let before: readonly string[] = [];
  for (const [i, op] of ops.entries()) {
    const errno = operate(bench, map, String(op));
    if (errno !== 0) errors.push([i, errno]);
    if (!wantsVictims) continue;
    const after = bench.keys(map);
    const gone = before.filter((key) => !after.includes(key) && `-${key}` !== op);
    if (gone.length > 0) evicted.push([i, gone.sort()]);
    before = after;
  }
  return { errors, next_key: bench.keys(map), for_each: null, ...(wantsVictims && { evicted }) };
}

function infoOf(request: Json): MapInfo {
  return {
    name: 'm',
    type: numberField(request, 'type', 0),
    keySize: numberField(request, 'key_size', 0),
    valueSize: numberField(request, 'value_size', 0),
    maxEntries: numberField(request, 'max_entries', 0),
    flags: numberField(request, 'map_flags', 0),
    mapExtra: 0n,
    btfKeyTypeId: 0,
    btfValueTypeId: 0,
  };
}

/** `+KEY` update, `-KEY` delete, `?KEY` lookup from a program: 0 or an errno. */
function operate(bench: TestBench, map: OpenMap, op: string): number {
  const key = fromHex(op.slice(1)) ?? new Uint8Array();
  if (op.startsWith('+')) return bench.update(map, key, new Uint8Array(map.info.valueSize));
  if (op.startsWith('-')) return bench.remove(map, key);
  bench.touch(map, key);
  return 0;
}
