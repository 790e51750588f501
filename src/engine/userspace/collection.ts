import { assert } from '../../lib/assert.ts';
import type { CallId, Machine } from '../kernel/machine.ts';
import type { Addr } from '../kernel/memory.ts';
import type { MapInfo, VerifiedProgram } from '../program/load.ts';
import type { CollectionSpec } from '../program/spec.ts';

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

/** Steps that loading may take at most: every map operation is a few dozen. */
const MAX_STEPS = 10_000_000;

/** Loads a collection; a negative errno names the map or program that the machine refused. */
export function openCollection(
  machine: Machine,
  spec: CollectionSpec,
  infos: readonly MapInfo[],
  accepted: readonly AcceptedProgram[],
): OpenCollection | { readonly refused: string; readonly errno: number } {
  const maps: OpenMap[] = [];
  for (const [i, info] of infos.entries()) {
    const file = machine.createMap(info);
    if (file < 0) return { refused: `map ${info.name}`, errno: -file };
    maps.push({ name: spec.maps[i]?.name ?? info.name, file, info });
  }
  const files = maps.map((map) => map.file);
  for (const [i, map] of maps.entries()) fillMap(machine, map, spec.maps[i].data, spec.maps[i].freeze === true);
  const programs: OpenProgram[] = [];
  for (const { name, verified } of accepted) {
    const file = machine.loadProgram(verified, files, name);
    if (file < 0) return { refused: `program ${name}`, errno: -file };
    programs.push({ name, file, verified });
  }
  fillSlots(machine, spec, maps, programs);
  return { maps, programs };
}

function fillMap(machine: Machine, map: OpenMap, data: Uint8Array | undefined, freeze: boolean): void {
  if (data?.some((byte) => byte !== 0)) updateElement(machine, map.file, word(0), data);
  if (freeze) systemCall(machine, 'sys_map_freeze', [map.file]);
}

/** Static initialisers of maps of maps and program arrays; a slot whose program was not loaded stays empty. */
function fillSlots(
  machine: Machine,
  spec: CollectionSpec,
  maps: readonly OpenMap[],
  programs: readonly OpenProgram[],
): void {
  const { files } = machine.kernel;
  for (const [i, { slots }] of spec.maps.entries()) {
    for (const { index, target } of slots ?? []) {
      const map = maps.find((each) => each.name === target);
      const program = programs.find((each) => each.name === target);
      const object = map !== undefined ? files.mapOf(map.file) : program !== undefined ? files.progOf(program.file) : 0;
      if (object !== 0) updateElement(machine, maps[i].file, word(index), word(object));
    }
  }
}

/** A little-endian 32-bit word. */
export function word(value: number): Uint8Array {
  return Uint8Array.of(value, value >> 8, value >> 16, value >> 24);
}

/** bpf(BPF_MAP_UPDATE_ELEM) of the loader: 0 or a negative errno. */
export function updateElement(machine: Machine, file: number, key: Uint8Array, value: Uint8Array): number {
  return systemCall(machine, 'sys_map_update', [
    file,
    machine.putBytes(key, 'key'),
    machine.putBytes(value, 'value'),
    0,
  ]);
}

/** Makes a system call on CPU 0 and runs the machine until it returns. */
export function systemCall(machine: Machine, routine: string, args: readonly number[]): number {
  const call = machine.spawn(0, routine, args);
  return runCall(machine, call);
}

function runCall(machine: Machine, call: CallId): number {
  for (let steps = 0; !machine.resultOf(call).done; steps++) {
    const stop = machine.step();
    assert(stop === undefined && steps < MAX_STEPS, `loading stopped: ${stop?.why ?? 'too many steps'}`);
  }
  const { result } = machine.resultOf(call);
  machine.release(call);
  return result;
}

/** Where the object of an open map lies. */
export const addressOfMap = (machine: Machine, map: OpenMap): Addr => machine.kernel.files.mapOf(map.file);
