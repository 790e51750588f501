/** Maps that libbpf makes of data sections. libbpf: bpf_object__init_internal_map() */
import { BPF_F_MMAPABLE, BPF_F_RDONLY_PROG, BPF_MAP_TYPE_ARRAY } from '../abi/map-types.ts';
import type { Btf } from '../btf/btf.ts';
import { BTF_VAR_STATIC } from '../btf/types.ts';
import { dataMapName } from '../program/object-names.ts';
import type { MapSpec } from '../program/spec.ts';
import type { DataKind } from './collect.ts';
import type { ElfSection } from './elf-file.ts';

export function dataMap(objectName: string, section: ElfSection, kind: DataKind, btf: Btf | undefined): MapSpec {
  const data = kind === 'bss' ? new Uint8Array(section.size) : section.data.slice();
  return sectionMap(objectName, section.name, data, kind === 'rodata', btf);
}

export const kconfigMap = (objectName: string, size: number, btf: Btf | undefined): MapSpec =>
  sectionMap(objectName, '.kconfig', new Uint8Array(size), true, btf);

function sectionMap(
  objectName: string,
  section: string,
  data: Uint8Array,
  isConstant: boolean,
  btf: Btf | undefined,
): MapSpec {
  const valueTypeId = btf?.find(section) ?? 0;
  const mmapable = btf !== undefined && hasGlobalVariable(btf, valueTypeId);
  return {
    name: dataMapName(objectName, section),
    type: BPF_MAP_TYPE_ARRAY,
    keySize: 4,
    valueSize: data.length,
    maxEntries: 1,
    flags: (isConstant ? BPF_F_RDONLY_PROG : 0) | (mmapable ? BPF_F_MMAPABLE : 0),
    mapExtra: 0n,
    btfKeyTypeId: 0,
    btfValueTypeId: valueTypeId,
    pinning: 0,
    data,
    freeze: isConstant,
  };
}

/** libbpf: map_is_mmapable() */
function hasGlobalVariable(btf: Btf, id: number): boolean {
  const section = btf.type(id);
  if (section?.kind !== 'datasec') return false;
  return section.vars.some((row) => {
    const variable = btf.type(row.type);
    return variable?.kind === 'var' && variable.linkage !== BTF_VAR_STATIC;
  });
}
