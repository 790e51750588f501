import { MAP_TYPE_NAMES } from '../../abi/map-types.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { FILE_MAP, FILE_PROG } from '../../kernel/layouts/cpu.ts';
import type { Machine } from '../../kernel/machine.ts';
import type { Addr } from '../../kernel/memory/memory.ts';
import type { MapInfo, VerifiedProgram } from '../../program/load.ts';
import { programTag } from '../bpftool/program-tag.ts';
import { call, perform, put, type Steps } from '../steps.ts';
import type { Shell } from './shell.ts';
import { strerror } from './strerror.ts';
import { Failure, type Words } from './words.ts';

/**
 * How commands name programs and maps, and what the kernel tells about them. A command holds a descriptor of each object
 * it works on, from a system call of its own; of a map that is a user reference. Names and tags are looked up in the
 * kernel's lists without opening what does not match.
 */

/** `struct bpf_map_info` and what fdinfo adds. */
export interface MapFacts {
  readonly id: number;
  readonly info: MapInfo;
  readonly frozen: boolean;
  readonly btfId: number;
  /** Bytes of a value as system calls copy it. */
  readonly userValueSize: number;
  readonly cpus: number;
}

/** `struct bpf_prog_info` */
export interface ProgFacts {
  readonly id: number;
  readonly name: string;
  readonly verified: VerifiedProgram;
  readonly tag: string;
  readonly mapIds: readonly number[];
  /** Id of each map of the load request, by index; 0 where the map is gone. */
  readonly requestMapIds: readonly number[];
  readonly btfId: number;
  readonly loadTime: number;
}

/** An object with the command's descriptor of it. */
export interface Handle<T> {
  readonly file: number;
  readonly facts: T;
}

export const isPerCpu = (type: number): boolean =>
  (MAP_TYPE_NAMES[type] ?? '').includes('percpu') && MAP_TYPE_NAMES[type] !== 'percpu_cgroup_storage';

/** Longest program name that user space looks at: a function's name in BTF may be as long as that. */
const MAX_PROGRAM_NAME = 128;
const MAX_NAME = 16;

// ---- what the kernel knows

export function mapsInOrder(k: Kernel): readonly Addr[] {
  const found: Addr[] = [];
  for (let at = k.globals().maps; at !== 0; at = k.map(at).next) found.push(at);
  return found;
}

export function progsInOrder(k: Kernel): readonly Addr[] {
  const found: Addr[] = [];
  for (let at = k.globals().progs; at !== 0; at = k.prog(at).next) found.push(at);
  return found;
}

export function mapFacts(k: Kernel, map: Addr): MapFacts {
  const { id, info, frozen, btfId, valueSize } = k.map(map);
  const userValueSize = k.mapOps(map).userValueSize?.(k, map) ?? valueSize;
  return { id, info: k.mapInfos[info], frozen: frozen !== 0, btfId, userValueSize, cpus: k.cpus };
}

export function progFacts(k: Kernel, prog: Addr): ProgFacts {
  const { id, code, btfId, usedMaps, usedMapCount, loadTimeLow, loadTimeHigh } = k.prog(prog);
  const { verified, name, maps } = k.bpf.codes[code];
  const alive = new Set(mapsInOrder(k));
  const used = Array.from({ length: usedMapCount }, (_, i) => k.memory.load32(usedMaps + 4 * i));
  return {
    id,
    name,
    verified,
    tag: programTag(verified.request.insns),
    mapIds: used.map((map) => k.map(map).id),
    requestMapIds: maps.map((map) => (alive.has(map) ? k.map(map).id : 0)),
    btfId,
    loadTime: (loadTimeLow >>> 0) + loadTimeHigh * 0x1_0000_0000,
  };
}

// ---- descriptors

export const closeFile = (shell: Shell, file: number): Steps<number> => call(shell.cpu, 'sys_close', [file]);

/** A path of the BPF file system as bytes in the machine: address and length. */
export function* putPath(path: string): Steps<readonly [number, number]> {
  const bytes = Uint8Array.from(path, (character) => character.charCodeAt(0));
  return [yield* put(bytes, 'path'), bytes.length];
}

function* openMapId(shell: Shell, id: number): Steps<Handle<MapFacts>> {
  const file = yield* call(shell.cpu, 'sys_map_get_fd_by_id', [id]);
  if (file < 0) throw new Failure(`get map by id (${id}): ${strerror(-file)}`);
  return { file, facts: yield* perform(({ kernel }) => mapFacts(kernel, kernel.files.mapOf(file))) };
}

function* openProgId(shell: Shell, id: number): Steps<Handle<ProgFacts>> {
  const file = yield* call(shell.cpu, 'sys_prog_get_fd_by_id', [id]);
  if (file < 0) throw new Failure(`get by id (${id}): ${strerror(-file)}`);
  return { file, facts: yield* perform(({ kernel }) => progFacts(kernel, kernel.files.progOf(file))) };
}

/** A descriptor of what is pinned at a path, of the wanted kind. */
function* openPinned(shell: Shell, path: string, kind: number): Steps<number> {
  const file = yield* call(shell.cpu, 'sys_obj_get', yield* putPath(path));
  if (file < 0) throw new Failure(`bpf obj get (${path}): ${strerror(-file)}`);
  if ((yield* perform(({ kernel }) => kernel.files.object(file, kind))) !== 0) return file;
  yield* closeFile(shell, file);
  throw new Failure(`incorrect object type: ${kind === FILE_MAP ? 'prog' : 'map'}`);
}

// ---- handles as words

/** `{ id N | name NAME | pinned PATH }`: all maps that match. */
export function* openMaps(shell: Shell): Steps<readonly Handle<MapFacts>[]> {
  const { words } = shell;
  if (words.takes('id')) return [yield* openMapId(shell, idWord(words))];
  if (words.takes('name')) {
    const name = nameWord(words, MAX_NAME);
    const ids = yield* perform((machine) => mapIds(machine, (facts) => facts.info.name === name));
    return yield* openAll(ids, (id) => openMapId(shell, id));
  }
  if (words.takes('pinned')) {
    const file = yield* openPinned(shell, words.next() ?? '', FILE_MAP);
    return [{ file, facts: yield* perform(({ kernel }) => mapFacts(kernel, kernel.files.mapOf(file))) }];
  }
  throw words.wrong(`expected 'id', 'name' or 'pinned', got: '${words.peek() ?? '(null)'}'?`);
}

/** `{ id N | tag TAG | name NAME | pinned PATH }`: all programs that match. */
export function* openProgs(shell: Shell): Steps<readonly Handle<ProgFacts>[]> {
  const { words } = shell;
  if (words.takes('id')) return [yield* openProgId(shell, idWord(words))];
  if (words.takes('tag') || words.takes('name')) return yield* openProgsBy(shell, words);
  if (words.takes('pinned')) {
    const file = yield* openPinned(shell, words.next() ?? '', FILE_PROG);
    return [{ file, facts: yield* perform(({ kernel }) => progFacts(kernel, kernel.files.progOf(file))) }];
  }
  throw words.wrong(`expected 'id', 'tag', 'name' or 'pinned', got: '${words.peek() ?? '(null)'}'?`);
}

function* openProgsBy(shell: Shell, words: Words): Steps<readonly Handle<ProgFacts>[]> {
  const isTag = words.previous()?.startsWith('t') === true;
  const wanted = isTag ? tagWord(words) : nameWord(words, MAX_PROGRAM_NAME);
  const ids = yield* perform((machine) =>
    progIds(machine, (facts) => (isTag ? facts.tag : facts.name.slice(0, MAX_PROGRAM_NAME - 1)) === wanted),
  );
  return yield* openAll(ids, (id) => openProgId(shell, id));
}

function* openAll<T>(ids: readonly number[], open: (id: number) => Steps<Handle<T>>): Steps<readonly Handle<T>[]> {
  const handles: Handle<T>[] = [];
  for (const id of ids) handles.push(yield* open(id));
  return handles;
}

const mapIds = ({ kernel }: Machine, matches: (facts: MapFacts) => boolean): readonly number[] =>
  mapsInOrder(kernel)
    .map((map) => mapFacts(kernel, map))
    .filter(matches)
    .map((facts) => facts.id);

const progIds = ({ kernel }: Machine, matches: (facts: ProgFacts) => boolean): readonly number[] =>
  progsInOrder(kernel)
    .map((prog) => progFacts(kernel, prog))
    .filter(matches)
    .map((facts) => facts.id);

function idWord(words: Words): number {
  const word = words.next() ?? '';
  const id = parseNumber(word);
  if (id === undefined) throw words.wasWrong(`can't parse ${word} as ID`);
  return id >>> 0;
}

function tagWord(words: Words): string {
  const word = words.next() ?? '';
  if (!/^[0-9a-fA-F]{16}$/.test(word)) throw words.wasWrong("can't parse tag");
  return word.toLowerCase();
}

function nameWord(words: Words, limit: number): string {
  const name = words.next() ?? '';
  if (name.length > limit - 1) throw words.wasWrong("can't parse name");
  return name;
}

/** A number as strtoul() reads it in base 0 or 16; undefined if anything is left over. */
export function parseNumber(text: string, base: 0 | 16 = 0): number | undefined {
  const form = base === 16 ? /^([+-]?)(?:0x)?([0-9a-f]+)$/i : /^([+-]?)(0x[0-9a-f]+|0[0-7]*|[1-9][0-9]*)$/i;
  const parts = form.exec(text);
  if (parts === null) return undefined;
  const digits = parts[2];
  const isOctal = base === 0 && /^0[0-7]/.test(digits);
  const value = base === 16 ? Number.parseInt(digits, 16) : isOctal ? Number.parseInt(digits, 8) : Number(digits);
  return parts[1] === '-' ? -value : value;
}

// ---- one handle, closed at the end

/** For commands that want no more of an object than what is known of it. */
export const factsOf = <T>(handle: Handle<T>): Steps<T> => perform(() => handle.facts);

/** Runs `use` with the one map that the words name. */
export function* withMap<T>(shell: Shell, use: (map: Handle<MapFacts>) => Steps<T>): Steps<T> {
  return yield* withOne(shell, yield* openMaps(shell), 'several maps match this handle', use);
}

export function* withProg<T>(shell: Shell, use: (prog: Handle<ProgFacts>) => Steps<T>): Steps<T> {
  return yield* withOne(shell, yield* openProgs(shell), 'several programs match this handle', use);
}

function* withOne<F, T>(
  shell: Shell,
  handles: readonly Handle<F>[],
  several: string,
  use: (handle: Handle<F>) => Steps<T>,
): Steps<T> {
  try {
    if (handles.length !== 1) throw new Failure(handles.length > 1 ? several : '');
    return yield* use(handles[0]);
  } finally {
    for (const { file } of handles) yield* closeFile(shell, file);
  }
}
