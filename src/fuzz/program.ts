/** A random program with everything that raw mode needs to load it. */

import { encodeItems, type Item, littleEndian, slotsOf } from './item.ts';

/** A map as raw mode describes it. */
export type MapDescription = Readonly<Record<string, unknown>>;

/** Where a function or callback begins, with its type in the program's BTF. */
export interface FunctionRecord {
  readonly item: number;
  readonly typeId: number;
}

/** A line of the source: offsets of its file and text in the strings of the program's BTF. */
export interface LineRecord {
  readonly item: number;
  readonly file: number;
  readonly text: number;
  /** Line and column as the kernel packs them. */
  readonly position: number;
}

/** What a program is loaded for. */
export interface Attachment {
  /** `enum bpf_attach_type` */
  readonly type: number;
  /** What of the kernel it stands at. */
  readonly to?: string;
}

export interface FuzzProgram {
  /** A name, or the number where the name is younger than the programs that read it. */
  readonly type: string | number;
  readonly flags: number;
  readonly license: string;
  /** Bits of the log that is asked for. */
  readonly level: number;
  /** Capabilities of the process that loads it, as setpriv(1) names them; all if absent. */
  readonly rights?: readonly string[];
  readonly attach?: Attachment;
  readonly items: readonly Item[];
  readonly maps: readonly MapDescription[];
  /** BTF in hex. */
  readonly btf: string;
  /** Functions with their types; empty if it has no types. */
  readonly starts: readonly FunctionRecord[];
  readonly lines: readonly LineRecord[];
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
  const { attach } = program;
  return {
    prog_type: program.type,
    license: program.license,
    name: 'main',
    insns: encodeItems(program.items, idOf),
    prog_flags: program.flags,
    log_level: program.level,
    maps: program.maps,
    ...(needsTypes(program) && { btf: program.btf, ...infos(program) }),
    ...(attach !== undefined && { expected_attach_type: attach.type }),
    ...(attach?.to !== undefined && { attach_btf_id: idOf(attach.to) }),
    ...(isRun(program) && { run: {}, dump_maps: true }),
  };
}

/** The request as another kernel takes it, whose ids differ. */
export function requestElsewhere(
  { items, attach }: FuzzProgram,
  request: Readonly<Record<string, unknown>>,
  idOf: KernelIds,
): Readonly<Record<string, unknown>> {
  const namesKernel = attach?.to !== undefined || items.some(({ kernelName }) => kernelName !== undefined);
  if (!namesKernel) return request;
  const insns = encodeItems(items, idOf);
  return { ...request, insns, ...(attach?.to !== undefined && { attach_btf_id: idOf(attach.to) }) };
}

/** Maps that the simulated machine does not have, that depend on the CPU, or of which the kernel shows addresses. */
const NOT_RUN: readonly unknown[] = [
  'percpu',
  'percpu_hash',
  'bloom',
  'graph',
  'kept',
  'fenced',
  'arena',
  'sockets',
  'sock_hash',
];

/** True if the program is run when it is accepted. */
export const isRun = ({ isRepeatable, rights, maps }: FuzzProgram): boolean =>
  isRepeatable && rights === undefined && !maps.some(({ name }) => NOT_RUN.includes(name));

/** Maps with special fields and programs that allocate need types, too. */
const needsTypes = ({ starts, lines, maps, items }: FuzzProgram): boolean =>
  starts.length > 0 ||
  lines.length > 0 ||
  maps.some(hasTypes) ||
  items.some(({ kernelName }) => kernelName !== undefined);

/** True if a map or its inner maps refer to the program's types. */
function hasTypes({ btf_value_type_id: value, btf_key_type_id: key, inner }: MapDescription): boolean {
  const isTyped = (id: unknown): boolean => typeof id === 'number' && id !== 0;
  return isTyped(value) || isTyped(key) || (typeof inner === 'object' && inner !== null && hasTypes({ ...inner }));
}

function infos({ starts, lines, items }: FuzzProgram): { readonly func_info?: string; readonly line_info?: string } {
  if (starts.length === 0 && lines.length === 0) return {};
  const slots = slotsOf(items);
  const records = (words: readonly number[]): string => words.map(littleEndian).join('');
  return {
    ...(starts.length > 0 && { func_info: records(starts.flatMap(({ item, typeId }) => [slots[item], typeId])) }),
    ...(lines.length > 0 && {
      line_info: records(lines.flatMap(({ item, file, text, position }) => [slots[item], file, text, position])),
    }),
  };
}
