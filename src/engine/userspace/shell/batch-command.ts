/** `map-batch`: the system calls on many elements of a map at once, which libbpf has and bpftool has no words for. */
import { ENOENT } from '../../abi/errno.ts';
import {
  BPF_MAP_TYPE_HASH,
  BPF_MAP_TYPE_HASH_OF_MAPS,
  BPF_MAP_TYPE_LRU_HASH,
  BPF_MAP_TYPE_LRU_PERCPU_HASH,
  BPF_MAP_TYPE_PERCPU_HASH,
} from '../../abi/map-types.ts';
import { BatchRequest } from '../../kernel/layouts/batch.ts';
import { parseBytes, parseValue } from '../bpftool/map-elements.ts';
import { entryText, hexText } from '../bpftool/map-entries.ts';
import { call, free, put, read, type Steps } from '../steps.ts';
import { closeFile, type Handle, type MapFacts, parseNumber, withMap } from './handles.ts';
import type { Shell } from './shell.ts';
import { strerror } from './strerror.ts';
import { Failure } from './words.ts';

/** A word of the command, and what its system call does. */
const OPERATIONS = {
  lookup: { routine: 'sys_map_lookup_batch', reads: true, values: false },
  'lookup-and-delete': { routine: 'sys_map_lookup_and_delete_batch', reads: true, values: false },
  update: { routine: 'sys_map_update_batch', reads: false, values: true },
  delete: { routine: 'sys_map_delete_batch', reads: false, values: false },
} as const;
type Operation = keyof typeof OPERATIONS;

const isOperation = (word: string | undefined): word is Operation => word !== undefined && word in OPERATIONS;

/** Bytes of the number of a bucket, by which hash maps say where a call has ended. */
const BUCKET_NUMBER = 4;

/** What a call takes. */
interface Batch {
  readonly from: Uint8Array | undefined;
  readonly keys: Uint8Array;
  readonly values: Uint8Array;
  readonly count: number;
}

/** And what it gives. */
interface Answer {
  readonly error: number;
  readonly count: number;
  readonly keys: Uint8Array;
  readonly values: Uint8Array;
  readonly outBatch: Uint8Array;
}

/** map-batch OPERATION MAP …: 0, or a failure in the words of the errno. */
export function* mapBatch(shell: Shell): Steps<number> {
  const operation = shell.words.next();
  if (!isOperation(operation)) throw shell.words.wasWrong(`expected ${Object.keys(OPERATIONS).join(', ')}`);
  return yield* withMap(shell, function* (map) {
    const files: number[] = [];
    const { reads, values } = OPERATIONS[operation];
    const batch = reads ? parseWalk(shell, map.facts) : yield* parseElements(shell, map.facts, values, files);
    const answer = yield* makeCall(shell, map, operation, batch);
    for (const file of files) yield* closeFile(shell, file);
    return report(shell, map.facts, operation, answer);
  });
}

/** `count N` and `from hex …`: how many elements there is room for, and where the call before ended. */
function parseWalk({ words }: Shell, map: MapFacts): Batch {
  const { keySize, maxEntries } = map.info;
  let count = maxEntries;
  let from: Uint8Array | undefined;
  while (words.left > 0) {
    if (words.takes('count')) count = countOf(words.next() ?? '') ?? raise(words.wasWrong('expected a count'));
    else if (words.takes('from')) from = parseBytes(words, 'from', isHash(map) ? BUCKET_NUMBER : keySize);
    else throw words.wrong(`expected count or from, got: ${words.peek()}`);
  }
  const keys = new Uint8Array(count * keySize);
  return { from, keys, values: new Uint8Array(count * map.userValueSize), count };
}

const raise = (failure: Failure): never => {
  throw failure;
};

const MAX_COUNT = 65_536;
function countOf(word: string): number | undefined {
  const count = parseNumber(word);
  return count === undefined || count > MAX_COUNT ? undefined : count;
}

const isHash = (map: MapFacts): boolean => HASH_TYPES.includes(map.info.type);
const HASH_TYPES: readonly number[] = [
  BPF_MAP_TYPE_HASH,
  BPF_MAP_TYPE_PERCPU_HASH,
  BPF_MAP_TYPE_LRU_HASH,
  BPF_MAP_TYPE_LRU_PERCPU_HASH,
  BPF_MAP_TYPE_HASH_OF_MAPS,
];

/** `key DATA [value DATA]`, as often as there are elements. Of flags the kernel only takes the one for locks. */
function* parseElements(shell: Shell, map: MapFacts, hasValues: boolean, files: number[]): Steps<Batch> {
  const { words } = shell;
  const keys: Uint8Array[] = [];
  const values: Uint8Array[] = [];
  while (words.left > 0) {
    if (!words.takes('key')) throw words.wrong(`expected key, got: ${words.peek()}`);
    keys.push(parseBytes(words, 'key', map.info.keySize));
    if (!hasValues) continue;
    if (!words.takes('value')) throw words.wrong(`expected value, got: ${words.peek() ?? 'nothing'}`);
    values.push(yield* parseValue(shell, map, files));
  }
  return { from: undefined, keys: joined(keys), values: joined(values), count: keys.length };
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

function* makeCall(shell: Shell, map: Handle<MapFacts>, operation: Operation, batch: Batch): Steps<Answer> {
  const { info, userValueSize } = map.facts;
  const out = new Uint8Array(Math.max(BUCKET_NUMBER, info.keySize));
  const fromAt = batch.from === undefined ? 0 : yield* put(batch.from, 'in_batch');
  const outAt = yield* put(out, 'out_batch');
  const keysAt = yield* put(batch.keys, 'keys');
  const valuesAt = yield* put(batch.values, 'values');
  const fields = [fromAt, outAt, keysAt, valuesAt, batch.count, 0, 0];
  const request = yield* put(new Uint8Array(Int32Array.from(fields).buffer), 'batch_attr');
  const error = yield* call(shell.cpu, OPERATIONS[operation].routine, [map.file, request]);
  const done = yield* read(request + BatchRequest.offset('count'), 4);
  const count = new DataView(done.buffer, done.byteOffset).getUint32(0, true);
  const keys = yield* read(keysAt, Math.min(batch.keys.length, count * info.keySize));
  const values = yield* read(valuesAt, Math.min(batch.values.length, count * userValueSize));
  const outBatch = yield* read(outAt, isHash(map.facts) ? BUCKET_NUMBER : info.keySize);
  for (const at of [fromAt, outAt, keysAt, valuesAt, request]) if (at !== 0) yield* free(at);
  return { error, count, keys, values, outBatch };
}

/** Elements that were read, then how many were done; -ENOENT of a walk is its end. */
function report({ out }: Shell, map: MapFacts, operation: Operation, answer: Answer): number {
  const { error, count } = answer;
  const { reads } = OPERATIONS[operation];
  const isEnd = reads && error === -ENOENT;
  if (error !== 0 && !isEnd) {
    const after = reads ? '' : ` after ${count} element${count === 1 ? '' : 's'}`;
    throw new Failure(`${operation} failed${after}: ${strerror(-error)}`, error);
  }
  if (reads) for (let i = 0; i < count; i++) out.print(elementText(map, answer, i));
  out.print(`${count} element${count === 1 ? '' : 's'}${isEnd ? ', no more' : ''}\n`);
  if (reads && !isEnd && count > 0) out.print(`out_batch: ${hexText(answer.outBatch)}\n`);
  return 0;
}

function elementText(map: MapFacts, { keys, values }: Answer, index: number): string {
  const { info, userValueSize } = map;
  const key = keys.subarray(index * info.keySize, (index + 1) * info.keySize);
  return entryText(map, key, values.subarray(index * userValueSize, (index + 1) * userValueSize));
}
