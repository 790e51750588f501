/** A random program with everything that raw mode needs to load it. */

import type { FunctionStart } from './builder.ts';
import { describeMap, TYPES } from './catalogue.ts';
import { encodeItems, type Item, littleEndian, slotsOf } from './item.ts';

export interface FuzzProgram {
  readonly type: string;
  readonly flags: number;
  readonly license: string;
  readonly items: readonly Item[];
  /** Names of the maps it refers to, by index. */
  readonly maps: readonly string[];
  /** Functions with their types; empty if it has no types. */
  readonly starts: readonly FunctionStart[];
  /** A run gives the same everywhere: the kernel's may be compared with ours. */
  readonly isRepeatable: boolean;
  /** It has loops whose turns nobody counted when it was made. */
  readonly hasOpenLoop: boolean;
  /** The productions that made it. */
  readonly productions: readonly string[];
}

/** Ids of the kernel's functions and variables by name. */
export type KernelIds = (name: string) => number;

/** The request of raw mode. */
export function requestOf(program: FuzzProgram, idOf: KernelIds): Readonly<Record<string, unknown>> {
  const slots = slotsOf(program.items);
  return {
    prog_type: program.type,
    license: program.license,
    name: 'main',
    insns: encodeItems(program.items, idOf),
    prog_flags: program.flags,
    log_level: 2,
    maps: program.maps.map(describeMap),
    ...(needsTypes(program) && { btf: TYPES.btf }),
    ...(program.starts.length > 0 && { func_info: funcInfo(program, slots) }),
    ...(isRun(program) && { run: {}, dump_maps: true }),
  };
}

/** Maps that the simulated machine does not have, that depend on the CPU, or of which the kernel shows addresses. */
const NOT_RUN: readonly string[] = ['percpu', 'percpu_hash', 'bloom', 'graph', 'kept', 'fenced'];

/** True if the program is run when it is accepted. */
export const isRun = ({ isRepeatable, maps }: FuzzProgram): boolean =>
  isRepeatable && !maps.some((name) => NOT_RUN.includes(name));

/** Maps with special fields and programs that allocate need types, too. */
const needsTypes = ({ starts, maps, items }: FuzzProgram): boolean =>
  starts.length > 0 ||
  maps.some((name) => JSON.stringify(describeMap(name)).includes('btf_')) ||
  items.some(({ kernelName }) => kernelName !== undefined);

function funcInfo({ starts }: FuzzProgram, slots: readonly number[]): string {
  const sorted = [...starts].sort((a, b) => a.item - b.item);
  return sorted.map(({ item, type }) => littleEndian(slots[item]) + littleEndian(TYPES.functions[type].id)).join('');
}
