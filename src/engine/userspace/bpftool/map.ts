import { DEFAULT_ENV } from '../../abi/env.ts';
import { ENOENT } from '../../abi/errno.ts';
import { mapTypeByName, mapTypeName } from '../../abi/map-types.ts';
import { createMap } from '../../loader/map-create.ts';
import type { MapInfo } from '../../program/load.ts';
import { pinnedPaths, pinPath } from '../pins.ts';
import {
  closeFile,
  factsOf,
  type Handle,
  type MapFacts,
  mapFacts,
  mapsInOrder,
  openMaps,
  parseNumber,
  withMap,
} from '../shell/handles.ts';
import type { Shell } from '../shell/shell.ts';
import { strerror } from '../shell/strerror.ts';
import { Failure } from '../shell/words.ts';
import { call, free, perform, put, read, type Steps } from '../steps.ts';
import { noMoreThan, required } from './arguments.ts';
import { JsonWriter } from './json-writer.ts';
import { type Element, parseElement } from './map-elements.ts';
import { entryText, hasTypes, hexText, printEntry, printUnreadable, writeEntry, writeTyped } from './map-entries.ts';

/** bpftool map …; kernel: tools/bpf/bpftool/map.c */

// ---- show

export function* showMaps(shell: Shell, withPins: boolean): Steps<number> {
  const { words, out } = shell;
  if (words.left === 2) {
    const maps = yield* openMaps(shell);
    if (out.json !== undefined && maps.length > 1) out.json.begin('[');
    for (const map of maps) yield* showMap(shell, map.facts, withPins);
    for (const map of maps) yield* closeFile(shell, map.file);
    if (out.json !== undefined && maps.length > 1) out.json.end(']');
    return maps.length === 0 ? -1 : 0;
  }
  noMoreThan(words);
  const all = yield* perform(({ kernel }) => mapsInOrder(kernel).map((map) => mapFacts(kernel, map)));
  out.json?.begin('[');
  for (const map of all) yield* showMap(shell, map, withPins);
  out.json?.end(']');
  return 0;
}

function* showMap({ out }: Shell, map: MapFacts, withPins: boolean): Steps<void> {
  const pins = withPins ? yield* pinnedPaths('map', map.id) : [];
  if (out.json !== undefined) showMapJson(out.json, map, pins);
  else out.print(mapText(map, pins));
}

/** Bytes that the kernel accounts for a map: its head and its elements. */
function memoryOf({ info }: MapFacts): number {
  const HEAD = 320;
  return HEAD + info.maxEntries * (((info.keySize + 7) & ~7) + ((info.valueSize + 7) & ~7));
}

function mapHeaderJson(json: JsonWriter, { id, info }: MapFacts): void {
  json.field('id', id);
  json.stringField('type', mapTypeName(info.type));
  if (info.name !== '') json.stringField('name', info.name);
  json.field('flags', info.flags);
}

const mapHeader = ({ id, info }: MapFacts): string =>
  `${id}: ${mapTypeName(info.type)}  ${info.name === '' ? '' : `name ${info.name}  `}flags 0x${info.flags.toString(16)}\n`;

function showMapJson(json: JsonWriter, map: MapFacts, pins: readonly string[]): void {
  const { keySize, valueSize, maxEntries } = map.info;
  json.begin('{');
  mapHeaderJson(json, map);
  json.field('bytes_key', keySize);
  json.field('bytes_value', valueSize);
  json.field('max_entries', maxEntries);
  json.field('bytes_memlock', memoryOf(map));
  json.field('frozen', map.frozen ? 1 : 0);
  if (map.btfId !== 0) json.field('btf_id', map.btfId);
  if (pins.length > 0) {
    json.name('pinned');
    json.strings(pins);
  }
  json.end('}');
}

function mapText(map: MapFacts, pins: readonly string[]): string {
  const { keySize, valueSize, maxEntries } = map.info;
  const sizes = `\tkey ${keySize}B  value ${valueSize}B  max_entries ${maxEntries}  memlock ${memoryOf(map)}B`;
  const pinned = pins.map((path) => `\n\tpinned ${path}`).join('');
  const last = [...(map.btfId !== 0 ? [`btf_id ${map.btfId}`] : []), ...(map.frozen ? ['frozen'] : [])];
  return `${mapHeader(map)}${sizes}${pinned}${last.length > 0 ? `\n\t${last.join('  ')}` : ''}\n`;
}

// ---- dump

export function* dumpMaps(shell: Shell): Steps<number> {
  const { out } = shell;
  const maps = yield* openMaps(shell);
  const isTyped = maps.length > 0 && maps.every((map) => hasTypes(map.facts));
  const json = out.json ?? (isTyped ? new JsonWriter(out.print, true) : undefined);
  const isSeveral = maps.length > 1;
  if (isSeveral) json?.begin('[');
  let status = maps.length === 0 ? -1 : 0;
  for (const [i, map] of maps.entries()) {
    status = yield* dumpMap(shell, map, json, isSeveral);
    if (json === undefined && i < maps.length - 1) out.print('\n');
    if (status !== 0) break;
  }
  if (isSeveral) json?.end(']');
  if (out.json === undefined && json !== undefined) out.print('\n');
  for (const { file } of maps) yield* closeFile(shell, file);
  return status;
}

function* dumpMap(
  shell: Shell,
  map: Handle<MapFacts>,
  json: JsonWriter | undefined,
  withHeader: boolean,
): Steps<number> {
  const { out } = shell;
  if (withHeader && json === undefined) out.print(mapHeader(map.facts));
  if (withHeader && json !== undefined) {
    json.begin('{');
    mapHeaderJson(json, map.facts);
    json.name('elements');
  }
  json?.begin('[');
  const { status, found } = yield* dumpElements(shell, map, json);
  json?.end(']');
  if (withHeader) json?.end('}');
  if (json === undefined) out.print(`Found ${found} element${found === 1 ? '' : 's'}\n`);
  return status;
}

function* dumpElements(
  shell: Shell,
  map: Handle<MapFacts>,
  json: JsonWriter | undefined,
): Steps<{ status: number; found: number }> {
  const { out } = shell;
  let found = 0;
  for (let key: Uint8Array | undefined; ; ) {
    const next: Uint8Array | number = yield* nextKey(shell, map, key);
    if (typeof next === 'number') return { status: next === -ENOENT ? 0 : next, found };
    key = next;
    const value = yield* lookup(shell, map, key);
    if (typeof value === 'number') {
      printUnreadable(out, map.facts, key, -value, value === -ENOENT);
      continue;
    }
    found++;
    if (out.json !== undefined) writeEntry(out.json, map.facts, key, value);
    else if (json !== undefined) writeTyped(json, true, map.facts, key, value);
    else out.print(entryText(map.facts, key, value));
  }
}

// ---- one element

/** The value of a key, or a negative errno. */
function* lookup(
  shell: Shell,
  map: Handle<MapFacts>,
  key: Uint8Array | undefined,
  routine = 'sys_map_lookup',
): Steps<Uint8Array | number> {
  const { userValueSize } = map.facts;
  const out = yield* put(new Uint8Array(userValueSize), 'value');
  const keyAt = key === undefined ? 0 : yield* put(key, 'key');
  const error = yield* call(shell.cpu, routine, [map.file, keyAt, out, 0]);
  const value = error === 0 ? yield* read(out, userValueSize) : error;
  yield* free(out);
  return value;
}

/** The key after one, or the first; a negative errno if there is none. */
function* nextKey(shell: Shell, map: Handle<MapFacts>, key: Uint8Array | undefined): Steps<Uint8Array | number> {
  const { keySize } = map.facts.info;
  const out = yield* put(new Uint8Array(keySize), 'next_key');
  const keyAt = key === undefined ? 0 : yield* put(key, 'key');
  const error = yield* call(shell.cpu, 'sys_map_get_next_key', [map.file, keyAt, out]);
  const next = error === 0 ? yield* read(out, keySize) : error;
  yield* free(out);
  return next;
}

export const lookupElement = (shell: Shell): Steps<number> =>
  withMap(shell, function* (map) {
    const { out } = shell;
    const { key } = yield* parseElement(shell, map.facts, { value: false, flags: false });
    const value = yield* lookup(shell, map, key);
    if (typeof value !== 'number') {
      printEntry(out, map.facts, key ?? new Uint8Array(), value);
      return 0;
    }
    if (value !== -ENOENT) throw new Failure(`lookup failed: ${strerror(-value)}`, value);
    if (out.json === undefined) out.print(`key:\n${hexText(key ?? new Uint8Array())}\n\nNot found\n`);
    else out.json.null();
    return value;
  });

export const updateElement = (shell: Shell): Steps<number> =>
  withMap(shell, function* (map) {
    const element = yield* parseElement(shell, map.facts, { value: true, flags: true });
    const error = yield* update(shell, map.file, element);
    for (const file of element.files) yield* closeFile(shell, file);
    if (error !== 0) throw new Failure(`update failed: ${strerror(-error)}`, error);
    shell.out.json?.null();
    return 0;
  });

function* update(shell: Shell, file: number, { key, value, flags }: Element): Steps<number> {
  const keyAt = key === undefined ? 0 : yield* put(key, 'key');
  const valueAt = value === undefined ? 0 : yield* put(value, 'value');
  return yield* call(shell.cpu, 'sys_map_update', [file, keyAt, valueAt, flags]);
}

export const deleteElement = (shell: Shell): Steps<number> =>
  withMap(shell, function* (map) {
    const { key } = yield* parseElement(shell, map.facts, { value: false, flags: false });
    const keyAt = key === undefined ? 0 : yield* put(key, 'key');
    const error = yield* call(shell.cpu, 'sys_map_delete', [map.file, keyAt]);
    if (error !== 0) throw new Failure(`delete failed: ${strerror(-error)}`, error);
    shell.out.json?.null();
    return 0;
  });

export const nextElement = (shell: Shell): Steps<number> =>
  withMap(shell, function* (map) {
    const { words, out } = shell;
    const hasKey = words.left > 0;
    const key = hasKey ? (yield* parseElement(shell, map.facts, { value: false, flags: false })).key : undefined;
    const next = yield* nextKey(shell, map, key);
    if (typeof next === 'number') throw new Failure(`can't get next key: ${strerror(-next)}`, next);
    if (out.json === undefined) {
      out.print(`${key === undefined ? 'key: None' : `key:\n${hexText(key)}`}\nnext key:\n${hexText(next)}\n`);
      return 0;
    }
    out.json.begin('{');
    if (key === undefined) out.json.field('key', 'null');
    else out.json.bytesField('key', key);
    out.json.bytesField('next_key', next);
    out.json.end('}');
    return 0;
  });

/** Takes the next element of a queue or stack. */
export const popElement = (shell: Shell): Steps<number> =>
  withMap(shell, function* (map) {
    const { out } = shell;
    const value = yield* lookup(shell, map, undefined, 'sys_map_lookup_and_delete');
    if (typeof value !== 'number') {
      printEntry(out, map.facts, new Uint8Array(), value);
      return 0;
    }
    if (value !== -ENOENT) throw new Failure(`pop failed: ${strerror(-value)}`, value);
    if (out.json === undefined) out.print('Error: empty map\n');
    else out.json.null();
    return value;
  });

export function* freezeMap(shell: Shell): Steps<number> {
  required(shell.words, 2);
  return yield* withMap(shell, function* (map) {
    noMoreThan(shell.words);
    const error = yield* call(shell.cpu, 'sys_map_freeze', [map.file]);
    if (error !== 0) throw new Failure(`failed to freeze map: ${strerror(-error)}`, error);
    shell.out.json?.null();
    return 0;
  });
}

export function* pinMap(shell: Shell): Steps<number> {
  required(shell.words, 3, -22);
  return yield* withMap(shell, function* (map) {
    yield* pinPath(shell, map.file, shell.words.next() ?? '');
    shell.out.json?.null();
    return 0;
  });
}

// ---- create

interface Wanted {
  type: number | undefined;
  name: string | undefined;
  inner: MapInfo | undefined;
  readonly sizes: Map<string, number>;
}

/** Numbers of `map create` by keyword, with what bpftool calls them. */
const SIZES: Readonly<Record<string, string>> = {
  key: 'key size',
  value: 'value size',
  entries: 'max entries',
  flags: 'flags',
};

export function* newMap(shell: Shell): Steps<number> {
  const { words, out } = shell;
  required(words, 7);
  const path = words.next() ?? '';
  const wanted: Wanted = { type: undefined, name: undefined, inner: undefined, sizes: new Map() };
  while (words.left > 0) yield* mapOption(shell, wanted);
  if (wanted.name === undefined) throw words.wrong('map name not specified');
  const request = requestOf(wanted, wanted.name);
  // What the kernel refuses is found out when the line runs; its words are right.
  const made = yield* perform(() => createMap(request, DEFAULT_ENV));
  if (!made.ok) throw new Failure(`map create failed: ${strerror(made.error)}`);
  const file = yield* perform((machine) => machine.createMap(made.value, 0, shell.pid));
  if (file < 0) throw new Failure(`map create failed: ${strerror(-file)}`);
  try {
    yield* pinPath(shell, file, path);
  } finally {
    yield* closeFile(shell, file);
  }
  out.json?.null();
  return 0;
}

const requestOf = ({ type = 0, inner, sizes }: Wanted, name: string) => ({
  name: name.slice(0, 15),
  type,
  keySize: sizes.get('key') ?? 0,
  valueSize: sizes.get('value') ?? 0,
  maxEntries: sizes.get('entries') ?? 0,
  flags: sizes.get('flags') ?? 0,
  mapExtra: 0n,
  btfKeyTypeId: 0,
  btfValueTypeId: 0,
  ...(inner !== undefined && { inner }),
});

function* mapOption(shell: Shell, wanted: Wanted): Steps<void> {
  const { words } = shell;
  required(words, 2);
  const size = Object.keys(SIZES).find((keyword) => words.takes(keyword));
  if (size !== undefined) return sizeOption(shell, wanted, size);
  if (words.takes('type')) {
    if (wanted.type !== undefined) throw words.wasWrong('map type already specified');
    const name = words.next() ?? '';
    wanted.type = mapTypeByName(name);
    if (wanted.type === undefined) throw words.wasWrong(`unrecognized map type: ${name}`);
  } else if (words.takes('name')) wanted.name = words.next();
  else if (words.takes('inner_map')) {
    wanted.inner = (yield* withMap(shell, factsOf)).info;
  } else throw words.wrong(`unknown arg ${words.peek()}`);
}

function sizeOption({ words }: Shell, { sizes }: Wanted, keyword: string): void {
  const word = words.next() ?? '';
  const what = SIZES[keyword];
  if ((sizes.get(keyword) ?? 0) !== 0) throw words.wasWrong(`${what} already specified`);
  const value = parseNumber(word);
  if (value === undefined) throw words.wasWrong(`can't parse ${word} as ${what}`);
  sizes.set(keyword, value >>> 0);
}
