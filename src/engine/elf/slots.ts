/** Initial contents of maps of maps and program arrays: relocations of `.maps`. libbpf: bpf_object__collect_map_relos() */
import type { Result } from '../../lib/result.ts';
import { ok } from '../../lib/result.ts';
import { EINVAL, ESRCH } from '../abi/errno.ts';
import { BPF_MAP_TYPE_HASH_OF_MAPS, BPF_MAP_TYPE_PROG_ARRAY } from '../abi/map-types.ts';
import { INSN_SIZE } from '../isa/insn.ts';
import type { MapSpec } from '../program/spec.ts';
import type { Collected } from './collect.ts';
import type { ElfFile, ElfRelocation, ElfSymbol } from './elf-file.ts';
import { parseRelocations, symbolName } from './elf-file.ts';
import type { DefinedMap } from './map-defs.ts';
import { isMapOfMaps } from './map-defs.ts';
import type { OpenError } from './open-error.ts';
import { LIBBPF_ERRNO_FORMAT, LIBBPF_ERRNO_RELOC, openError } from './open-error.ts';

const POINTER_SIZE = 8;

type Slot = NonNullable<MapSpec['slots']>[number];

/** The defined maps with their slots. */
export function collectSlots(
  elf: ElfFile,
  collected: Collected,
  maps: readonly DefinedMap[],
): Result<readonly MapSpec[], OpenError> {
  const slots = new Map<DefinedMap, Map<number, Slot>>();
  for (const section of collected.relocations) {
    if (collected.maps === 0 || section.info !== collected.maps) continue;
    for (const [i, relocation] of parseRelocations(section).entries()) {
      const found = slotOf(elf, collected, maps, relocation, i);
      if (!found.ok) return found;
      const { map, slot } = found.value;
      const known = slots.get(map) ?? new Map<number, Slot>();
      slots.set(map, known.set(slot.index, slot));
    }
  }
  return ok(maps.map((map) => withSlots(map.spec, slots.get(map))));
}

function withSlots(spec: MapSpec, slots: ReadonlyMap<number, Slot> | undefined): MapSpec {
  return slots === undefined ? spec : { ...spec, slots: [...slots.values()].sort((a, b) => a.index - b.index) };
}

function slotOf(
  elf: ElfFile,
  collected: Collected,
  maps: readonly DefinedMap[],
  relocation: ElfRelocation,
  number: number,
): Result<{ map: DefinedMap; slot: Slot }, OpenError> {
  const where = `.maps relo #${number}: `;
  const { offset } = relocation;
  const symbol = elf.symbols[relocation.symbol];
  if (symbol === undefined)
    return openError(LIBBPF_ERRNO_FORMAT, `${where}symbol ${relocation.symbol.toString(16)} not found`);
  const map = maps.find(
    (candidate) => candidate.offset <= offset && offset + POINTER_SIZE <= candidate.offset + candidate.size,
  );
  if (map === undefined)
    return openError(EINVAL, `${where}cannot find map '${symbolName(symbol)}' at rel->r_offset ${offset}`);
  const problem = isMapOfMaps(map.spec.type)
    ? checkInnerMap(collected, maps, map, symbol)
    : checkProgram(collected, map, symbol);
  if (problem !== undefined) return openError(problem.errno, where + problem.message);
  const place = offset - map.offset - (map.valuesAt ?? Number.POSITIVE_INFINITY);
  if (place < 0 || place % POINTER_SIZE !== 0) return openError(EINVAL, `${where}no slot at rel->r_offset ${offset}`);
  return ok({ map, slot: { index: place / POINTER_SIZE, target: symbolName(symbol) } });
}

function checkInnerMap(
  collected: Collected,
  maps: readonly DefinedMap[],
  { spec }: DefinedMap,
  symbol: ElfSymbol,
): OpenError | undefined {
  if (symbol.section !== collected.maps)
    return { errno: LIBBPF_ERRNO_RELOC, message: `'${symbolName(symbol)}' isn't a BTF-defined map` };
  if (spec.type === BPF_MAP_TYPE_HASH_OF_MAPS && spec.keySize !== 4)
    return { errno: EINVAL, message: `hash-of-maps '${spec.name}' should have key size 4.` };
  if (!maps.some((map) => map.spec.name === symbol.name))
    return { errno: ESRCH, message: `'${symbolName(symbol)}' isn't a valid map reference` };
  return undefined;
}

function checkProgram({ functions, text }: Collected, { spec }: DefinedMap, symbol: ElfSymbol): OpenError | undefined {
  if (spec.type !== BPF_MAP_TYPE_PROG_ARRAY) return { errno: EINVAL, message: `map '${spec.name}' has no slots` };
  const program = functions.find((fn) => fn.name === symbol.name && fn.section.index !== text);
  if (program === undefined)
    return { errno: ESRCH, message: `'${symbolName(symbol)}' isn't a valid program reference` };
  const isEntry = program.section.index === symbol.section && program.start * INSN_SIZE === symbol.value;
  return isEntry
    ? undefined
    : { errno: LIBBPF_ERRNO_RELOC, message: `'${symbolName(symbol)}' isn't an entry-point program` };
}
