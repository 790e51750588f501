import { mapTypeName } from '../../abi/map-types.ts';
import { FILE_MAP, FILE_PROG } from '../../kernel/layouts/cpu.ts';
import { word } from '../collection.ts';
import { type Handle, isPerCpu, type MapFacts, openMaps, openProgs, parseNumber } from '../shell/handles.ts';
import type { Shell } from '../shell/shell.ts';
import { Failure, type Words } from '../shell/words.ts';
import { perform, type Steps } from '../steps.ts';
import { slotSize } from './map-entries.ts';

/** `key DATA value VALUE FLAGS` of bpftool's map commands, read against the map that they are for. */
export interface Element {
  readonly key: Uint8Array | undefined;
  readonly value: Uint8Array | undefined;
  /** BPF_ANY, BPF_NOEXIST, BPF_EXIST. */
  readonly flags: number;
  /** Descriptors that the value refers to; to be closed. */
  readonly files: readonly number[];
}

const FLAGS = ['any', 'noexist', 'exist'];

/** What a command takes. */
export interface ElementShape {
  readonly value: boolean;
  readonly flags: boolean;
}

export function* parseElement(shell: Shell, map: MapFacts, shape: ElementShape): Steps<Element> {
  const { words } = shell;
  const { keySize, valueSize } = map.info;
  let key: Uint8Array | undefined;
  let value: Uint8Array | undefined;
  let flags: number | undefined;
  const files: number[] = [];
  const wantsKey = () => keySize > 0 && key === undefined;
  const wantsValue = () => shape.value && valueSize > 0 && value === undefined;
  while (words.left > 0) {
    if (words.takes('key')) {
      if (!wantsKey()) throw words.wasWrong(keySize > 0 ? 'duplicate key' : 'unnecessary key');
      key = parseBytes(words, 'key', keySize);
    } else if (words.takes('value')) {
      if (!wantsValue()) throw words.wasWrong(shape.value && valueSize > 0 ? 'duplicate value' : 'unnecessary value');
      value = yield* parseValue(shell, map, files);
    } else if (FLAGS.some((flag) => words.takes(flag))) {
      if (!shape.flags || flags !== undefined)
        throw words.wasWrong(`flags specified multiple times: ${words.previous()}`);
      flags = FLAGS.findIndex((flag) => flag.startsWith(words.previous() ?? ''));
    } else throw words.wrong(`expected key or value, got: ${words.peek()}`);
  }
  if (wantsKey() || wantsValue()) throw words.wrong(`did not find ${wantsKey() ? 'key' : 'value'}`);
  return { key, value, flags: flags ?? 0, files };
}

/** As many bytes as are wanted: numbers as in C, after `hex` hexadecimal. kernel: parse_bytes() */
export function parseBytes(words: Words, what: string, count: number): Uint8Array {
  const base = words.takes('hex') ? 16 : 0;
  const bytes = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const word = words.next();
    if (word === undefined) throw words.wasWrong(`${what} expected ${count} bytes got ${i}`);
    const byte = parseNumber(word, base);
    if (byte === undefined) throw words.wasWrong(`error parsing byte: ${word}`);
    bytes[i] = byte;
  }
  return bytes;
}

/** A value of a map's elements; `files` gets the descriptors that it refers to, to be closed. */
export function* parseValue(shell: Shell, map: MapFacts, files: number[]): Steps<Uint8Array> {
  const { valueSize, type } = map.info;
  const refersTo = mapTypeName(type).endsWith('_of_maps')
    ? 'map'
    : mapTypeName(type) === 'prog_array'
      ? 'prog'
      : undefined;
  if (refersTo !== undefined) return yield* parseReference(shell, refersTo, files);
  const value = parseBytes(shell.words, 'value', valueSize);
  return isPerCpu(type) ? onEveryCpu(map, value) : value;
}

/** The same value for every CPU. kernel: fill_per_cpu_value() */
function onEveryCpu(map: MapFacts, value: Uint8Array): Uint8Array {
  const all = new Uint8Array(map.userValueSize);
  for (let at = 0; at < all.length; at += slotSize(map)) all.set(value, at);
  return all;
}

/** A map or program as a value: where the machine has it; the kernel finds that through the descriptor. */
function* parseReference(shell: Shell, kind: 'map' | 'prog', files: number[]): Steps<Uint8Array> {
  const text = kind === 'map' ? 'map in map' : 'map of progs';
  if (shell.words.left < 2) throw shell.words.wrong(`not enough value arguments for ${text}`);
  const handles: readonly Handle<unknown>[] = kind === 'map' ? yield* openMaps(shell) : yield* openProgs(shell);
  files.push(...handles.map((handle) => handle.file));
  if (handles.length > 1) throw new Failure(`several ${kind === 'map' ? 'maps' : 'programs'} match this handle`);
  if (handles.length === 0) throw new Failure('');
  const { file } = handles[0];
  const object = yield* perform(({ kernel }) => kernel.files.object(file, kind === 'map' ? FILE_MAP : FILE_PROG));
  return word(object);
}
