/**
 * What the compiler could not know when it wrote BTF: sizes of data sections, places of variables, and the linkage of
 * hidden ones. libbpf: bpf_object_fixup_btf(), bpf_object__sanitize_and_load_btf()
 */
import type { Result } from '../../lib/result.ts';
import { ok } from '../../lib/result.ts';
import { EINVAL, ENOENT } from '../abi/errno.ts';
import type { Btf } from '../btf/btf.ts';
import type { BtfEditor } from '../btf/edit.ts';
import type { BtfDatasec } from '../btf/types.ts';
import { BTF_FUNC_GLOBAL, BTF_FUNC_STATIC, BTF_VAR_GLOBAL_ALLOCATED, BTF_VAR_STATIC } from '../btf/types.ts';
import type { RawFunction } from './collect.ts';
import type { ElfFile, ElfSymbol } from './elf-file.ts';
import { STB_GLOBAL, STB_WEAK, STT_OBJECT, STV_HIDDEN, STV_INTERNAL } from './elf-file.ts';
import type { OpenError } from './open-error.ts';
import { openError } from './open-error.ts';

/** Completes every data section in `edit`. `btf` is the blob as it was compiled. */
export function fixDataSections(elf: ElfFile, btf: Btf, edit: BtfEditor): Result<undefined, OpenError> {
  for (let id = 1; id < btf.typeCount; id++) {
    if (btf.kind(id) !== 'datasec') continue;
    const section = btf.type(id);
    if (section?.kind !== 'datasec') continue;
    const fixed = fixDataSection(elf, btf, edit, section);
    if (!fixed.ok) return fixed;
    sortRows(edit, section);
  }
  return ok(undefined);
}

/** Externs have their places already; of other sections a size of 0 says that the linker has not been here. */
function fixDataSection(elf: ElfFile, btf: Btf, edit: BtfEditor, section: BtfDatasec): Result<undefined, OpenError> {
  if (section.name === '.kconfig' || section.name === '.ksyms') return ok(undefined);
  const isUnlinked = section.size === 0;
  if (isUnlinked) {
    const size = elf.sections.find(({ name }) => name === section.name)?.size ?? 0;
    if (size === 0) return openError(ENOENT, `sec '${section.name}': failed to determine size from ELF`);
    edit.setWord(section.id, 2, size);
  }
  for (const [row, { type: id }] of section.vars.entries()) {
    const variable = btf.type(id);
    if (variable?.kind !== 'var') return openError(EINVAL, `sec '${section.name}': unexpected non-VAR type found`);
    if (variable.linkage !== BTF_VAR_GLOBAL_ALLOCATED) continue;
    const symbol = elf.symbols.find((candidate) => isVariable(candidate, variable.name));
    if (symbol === undefined)
      return openError(ENOENT, `sec '${section.name}': failed to find ELF symbol for VAR '${variable.name}'`);
    if (isUnlinked) edit.setWord(section.id, 3 + 3 * row + 1, symbol.value);
    if (symbol.visibility === STV_HIDDEN || symbol.visibility === STV_INTERNAL) edit.setWord(id, 3, BTF_VAR_STATIC);
  }
  return ok(undefined);
}

const isVariable = (symbol: ElfSymbol, name: string): boolean =>
  symbol.name === name && symbol.type === STT_OBJECT && (symbol.bind === STB_GLOBAL || symbol.bind === STB_WEAK);

/** Rows by offset; rows of equal offset keep their order. */
function sortRows(edit: BtfEditor, section: BtfDatasec): void {
  const rows = section.vars.map((_, row) => [0, 1, 2].map((column) => edit.word(section.id, 3 + 3 * row + column)));
  rows.sort((a, b) => a[1] - b[1]);
  rows.flat().forEach((word, i) => {
    edit.setWord(section.id, 3 + i, word);
  });
}

/** Hidden global subprograms are verified like static ones: libbpf tells the kernel that they are static. */
export function hideFunctions(btf: Btf, edit: BtfEditor, functions: readonly RawFunction[], text: number): void {
  for (const hidden of functions) {
    if (!hidden.isHidden || hidden.section.index !== text) continue;
    const id = findGlobalFunc(btf, hidden.name);
    if (id !== undefined) edit.setWord(id, 1, ((edit.word(id, 1) & ~0xffff) | BTF_FUNC_STATIC) >>> 0);
  }
}

function findGlobalFunc(btf: Btf, name: string): number | undefined {
  for (let id = 1; id < btf.typeCount; id++) {
    const type = btf.type(id);
    if (type?.kind === 'func' && type.name === name && type.linkage === BTF_FUNC_GLOBAL) return id;
  }
  return undefined;
}
