import { TASK_LOADER } from '../kernel/layouts/tasks.ts';
import type { Machine } from '../kernel/machine.ts';
import type { Addr } from '../kernel/memory/memory.ts';
import { newTask, tasksInOrder } from '../kernel/syscalls/tasks.ts';
import type { MapInfo, VerifiedProgram } from '../program/load.ts';
import type { CollectionSpec, MapSpec } from '../program/spec.ts';
import { call, perform, put, runNow, type Steps } from './steps.ts';

/**
 * What a loader such as libbpf does with a collection on a machine: it makes the maps, fills data maps and static slots,
 * freezes what is read only, and loads the programs. The descriptors stay open.
 */
export interface OpenCollection {
  readonly maps: readonly OpenMap[];
  readonly programs: readonly OpenProgram[];
}

export interface OpenMap {
  readonly name: string;
  /** File number in the machine. */
  readonly file: number;
  readonly info: MapInfo;
}

export interface OpenProgram {
  readonly name: string;
  readonly file: number;
  readonly verified: VerifiedProgram;
}

/** A program that the verifier has accepted, by its name in the object. */
export interface AcceptedProgram {
  readonly name: string;
  readonly verified: VerifiedProgram;
}

/** What the machine did not take, with the descriptors that are open nevertheless. */
export interface Refused {
  readonly refused: string;
  readonly errno: number;
  readonly files: readonly number[];
}

export interface CollectionRequest {
  readonly spec: CollectionSpec;
  readonly infos: readonly MapInfo[];
  readonly accepted: readonly AcceptedProgram[];
  /** Number of the process that loads it and gets the descriptors. */
  readonly owner: number;
  /** Descriptors that stand for maps of the collection, by index. */
  readonly reused?: ReadonlyMap<number, number>;
}

/** Loads a collection at once, on a machine that nobody watches yet. */
export function openCollection(
  machine: Machine,
  spec: CollectionSpec,
  infos: readonly MapInfo[],
  accepted: readonly AcceptedProgram[],
): OpenCollection | Refused {
  const loader = tasksInOrder(machine.kernel).find(({ kind }) => kind === TASK_LOADER);
  const owner = loader?.pid ?? machine.act(() => newTask(machine.kernel, TASK_LOADER, 'loader', 1, 0));
  return runNow(machine, openCollectionSteps(0, { spec, infos, accepted, owner }));
}

/** Loads a collection by system calls on a CPU. libbpf: bpf_object__load() */
export function* openCollectionSteps(cpu: number, request: CollectionRequest): Steps<OpenCollection | Refused> {
  const { spec, infos, reused, owner } = request;
  const btfId = spec.btf === undefined ? 0 : yield* perform(newBtfId);
  const maps: OpenMap[] = [];
  for (const [i, info] of infos.entries()) {
    const made = reused?.get(i) ?? (yield* perform((machine) => machine.createMap(info, btfOfMap(info, btfId), owner)));
    if (made < 0) return refusedAt(`map ${info.name}`, made, maps);
    maps.push({ name: spec.maps[i]?.name ?? info.name, file: made, info });
    if (reused?.has(i) !== true) yield* fillMap(cpu, made, spec.maps[i]);
  }
  const programs = yield* loadPrograms(request, maps, btfId);
  if ('refused' in programs) return programs;
  yield* fillSlots(cpu, spec, maps, programs);
  return { maps, programs };
}

const refusedAt = (refused: string, error: number, opened: readonly { readonly file: number }[]): Refused => ({
  refused,
  errno: -error,
  files: opened.map(({ file }) => file),
});

/** A BTF object of its own for each load of an object. */
const newBtfId = (machine: Machine): number =>
  machine.act(() => {
    const globals = machine.kernel.globals();
    globals.nextBtfId++;
    return globals.nextBtfId;
  });

const btfOfMap = (info: MapInfo, btfId: number): number => (info.btf === undefined ? 0 : btfId);

function* loadPrograms(
  { spec, accepted, owner }: CollectionRequest,
  maps: readonly OpenMap[],
  btfId: number,
): Steps<readonly OpenProgram[] | Refused> {
  const files = maps.map((map) => map.file);
  const programs: OpenProgram[] = [];
  for (const { name, verified } of accepted) {
    const id = verified.request.btf === undefined ? 0 : btfId;
    const file = yield* perform((machine) => machine.loadProgram(verified, files, name, id, owner));
    if (file < 0) return refusedAt(`program ${name}`, file, [...maps, ...programs]);
    programs.push({ name, file, verified });
    yield* bindConstants(spec, file, maps);
  }
  return programs;
}

/** A program keeps its object's constants alive, whether it reads them or not. libbpf: bpf_object_load_prog() */
function* bindConstants(spec: CollectionSpec, file: number, maps: readonly OpenMap[]): Steps<void> {
  for (const [i, map] of maps.entries()) {
    if (isConstants(spec.maps[i])) yield* perform((machine) => machine.bindMap(file, map.file));
  }
}

const isConstants = ({ freeze, name }: MapSpec): boolean => freeze === true && !name.endsWith('.kconfig');

function* fillMap(cpu: number, file: number, { data, freeze }: MapSpec): Steps<void> {
  if (data?.some((byte) => byte !== 0)) yield* updateElement(cpu, file, word(0), data);
  if (freeze === true) yield* call(cpu, 'sys_map_freeze', [file]);
}

/** Static initialisers of maps of maps and program arrays; a slot whose program was not loaded stays empty. */
function* fillSlots(
  cpu: number,
  spec: CollectionSpec,
  maps: readonly OpenMap[],
  programs: readonly OpenProgram[],
): Steps<void> {
  for (const [i, { slots }] of spec.maps.entries()) {
    for (const { index, target } of slots ?? []) {
      const object = yield* perform((machine) => objectNamed(machine, target, maps, programs));
      if (object !== 0) yield* updateElement(cpu, maps[i].file, word(index), word(object));
    }
  }
}

function objectNamed(
  { kernel }: Machine,
  name: string,
  maps: readonly OpenMap[],
  programs: readonly OpenProgram[],
): Addr {
  const map = maps.find((each) => each.name === name);
  if (map !== undefined) return kernel.files.mapOf(map.file);
  const program = programs.find((each) => each.name === name);
  return program === undefined ? 0 : kernel.files.progOf(program.file);
}

/** A little-endian 32-bit word. */
export function word(value: number): Uint8Array {
  return Uint8Array.of(value, value >> 8, value >> 16, value >> 24);
}

/** bpf(BPF_MAP_UPDATE_ELEM): 0 or a negative errno. */
function* updateElement(cpu: number, file: number, key: Uint8Array, value: Uint8Array): Steps<number> {
  return yield* call(cpu, 'sys_map_update', [file, yield* put(key, 'key'), yield* put(value, 'value'), 0]);
}
