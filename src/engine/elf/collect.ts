/**
 * Which sections of an object mean what, and the functions in its code sections.
 * libbpf: bpf_object__elf_collect(), bpf_object__add_programs()
 */

import type { Result } from '../../lib/result.ts';
import { ok } from '../../lib/result.ts';
import { EINVAL, ENOENT } from '../abi/errno.ts';
import { INSN_SIZE } from '../isa/insn.ts';
import type { ElfFile, ElfSection, ElfSymbol } from './elf-file.ts';
import {
  REL_SIZE,
  SHF_EXECINSTR,
  SHT_LLVM_ADDRSIG,
  SHT_NOBITS,
  SHT_PROGBITS,
  SHT_REL,
  SHT_STRTAB,
  SHT_SYMTAB,
  STB_LOCAL,
  STT_FUNC,
  STV_HIDDEN,
  STV_INTERNAL,
} from './elf-file.ts';
import type { OpenError } from './open-error.ts';
import { ENOTSUP, LIBBPF_ERRNO_FORMAT, openError } from './open-error.ts';

/** A function of a code section; offsets and sizes count instructions. */
export interface RawFunction {
  readonly name: string;
  readonly section: ElfSection;
  /** First instruction within the section. */
  readonly start: number;
  readonly count: number;
  readonly bind: number;
  readonly isHidden: boolean;
}

export type DataKind = 'data' | 'rodata' | 'bss';

export interface Collected {
  readonly license: string;
  /** Index of `.text`, whose functions are subprograms; 0 if there is none. */
  readonly text: number;
  /** Index of `.maps`; 0 if there is none. */
  readonly maps: number;
  readonly btf: ElfSection | undefined;
  readonly btfExt: ElfSection | undefined;
  readonly data: ReadonlyMap<number, DataKind>;
  readonly relocations: readonly ElfSection[];
  /** Sorted by section and place. */
  readonly functions: readonly RawFunction[];
}

/** Bytes of libbpf's copy of the license, with its NUL. */
const LICENSE_SIZE = 64;

const LEGACY_MAPS = "elf: legacy map definitions in 'maps' section are not supported by libbpf v1.0+";

/** What has been found while sections are looked at, one after the other. */
interface Finding {
  license: string;
  text: number;
  maps: number;
  btf: ElfSection | undefined;
  btfExt: ElfSection | undefined;
  readonly data: Map<number, DataKind>;
  readonly relocations: ElfSection[];
  readonly functions: RawFunction[];
}

/** Takes what a section holds. */
type Take = (found: Finding, section: ElfSection, elf: ElfFile) => Result<void, OpenError>;

const DONE = ok(undefined);

/** Sorts the sections of an object; the error is libbpf's. */
export function collectSections(elf: ElfFile): Result<Collected, OpenError> {
  if (elf.symbolSection === 0) return openError(ENOENT, "elf: couldn't find symbol table, stripped object file?");
  const found: Finding = {
    license: '',
    text: 0,
    maps: 0,
    btf: undefined,
    btfExt: undefined,
    data: new Map(),
    relocations: [],
    functions: [],
  };
  for (const section of elf.sections.slice(1)) {
    if (isIgnored(section)) continue;
    if (isTorn(section)) return formatError(`elf: failed to get section(${section.index}) ${section.name} data`);
    const take = Object.hasOwn(NAMED, section.name) ? NAMED[section.name] : takeByType;
    const taken = take(found, section, elf);
    if (!taken.ok) return taken;
  }
  found.functions.sort((a, b) => a.section.index - b.section.index || a.start - b.start);
  return ok(found);
}

/** Sections that are known by their names. */
const NAMED: Readonly<Record<string, Take>> = {
  license: (found, { data }) => {
    if (data.length === 0) return formatError('invalid license section');
    found.license = licenseText(data);
    return DONE;
  },
  version: () => DONE,
  maps: () => openError(ENOTSUP, LEGACY_MAPS),
  '.maps': (found, { index }) => {
    found.maps = index;
    return DONE;
  },
  '.BTF': (found, section) => {
    found.btf = section;
    return checkBtfSection(section);
  },
  '.BTF.ext': (found, section) => {
    found.btfExt = section;
    return checkBtfSection(section);
  },
};

const checkBtfSection = ({ name, type, index }: ElfSection): Result<void, OpenError> =>
  type === SHT_PROGBITS ? DONE : formatError(`elf: section(${index}) ${name} has type ${type}`);

/** Code, data and relocations; all others say nothing to libbpf. */
const takeByType: Take = (found, section, elf) => {
  if (isCode(section)) return takeFunctions(found, section, elf);
  const kind = dataKind(section);
  if (kind !== undefined) found.data.set(section.index, kind);
  return section.type === SHT_REL ? takeRelocations(found, section, elf) : DONE;
};

const isCode = ({ type, size, flags }: ElfSection): boolean =>
  type === SHT_PROGBITS && size > 0 && (flags & SHF_EXECINSTR) !== 0;

const takeFunctions: Take = (found, section, elf) => {
  const isText = section.name === '.text';
  if (isText) found.text = section.index;
  const functions = functionsOf(elf, section, isText);
  if (!functions.ok) return functions;
  found.functions.push(...functions.value);
  return DONE;
};

const takeRelocations: Take = (found, section, elf) => {
  const { name, index, entrySize, info } = section;
  if (entrySize !== REL_SIZE || info >= elf.sections.length)
    return formatError(`elf: relocation section(${index}) ${name} is malformed`);
  if (isWantedRelocation(elf, section)) found.relocations.push(section);
  return DONE;
};

const formatError = (message: string): Result<never, OpenError> => openError(LIBBPF_ERRNO_FORMAT, message);

/** Relocations whose last entry is cut off, which libelf refuses. */
const isTorn = ({ type, size }: ElfSection): boolean => type === SHT_REL && size % REL_SIZE !== 0;

/** libbpf: ignore_elf_section() */
function isIgnored({ type, name, size }: ElfSection): boolean {
  if (type === SHT_STRTAB || type === SHT_LLVM_ADDRSIG || type === SHT_SYMTAB) return true;
  if (type === SHT_PROGBITS && size === 0 && name === '.text') return true;
  return /^(\.rel)?\.debug_/.test(name) || name === '.rel.BTF' || name === '.rel.BTF.ext';
}

function dataKind({ type, name, size }: ElfSection): DataKind | undefined {
  const isNamed = (stem: string): boolean => name === stem || name.startsWith(`${stem}.`);
  if (type === SHT_NOBITS) return isNamed('.bss') && size > 0 ? 'bss' : undefined;
  if (type !== SHT_PROGBITS || size === 0) return undefined;
  if (isNamed('.data')) return 'data';
  return isNamed('.rodata') ? 'rodata' : undefined;
}

function isWantedRelocation(elf: ElfFile, { name, info }: ElfSection): boolean {
  const target = elf.sections[info];
  return target !== undefined && ((target.flags & SHF_EXECINSTR) !== 0 || name === '.rel.maps');
}

function licenseText(data: Uint8Array): string {
  const end = data.indexOf(0);
  return String.fromCharCode(...data.subarray(0, end < 0 ? data.length : end).subarray(0, LICENSE_SIZE - 1));
}

function functionsOf(elf: ElfFile, section: ElfSection, isText: boolean): Result<readonly RawFunction[], OpenError> {
  const functions: RawFunction[] = [];
  for (const symbol of elf.symbols) {
    if (symbol.section !== section.index || symbol.type !== STT_FUNC) continue;
    const made = functionOf(section, symbol, isText);
    if (!made.ok) return made;
    functions.push(made.value);
  }
  return ok(functions);
}

function functionOf(section: ElfSection, symbol: ElfSymbol, isText: boolean): Result<RawFunction, OpenError> {
  const { name, value, size, bind, visibility } = symbol;
  const sec = `sec '${section.name}'`;
  if (name === undefined)
    return openError(LIBBPF_ERRNO_FORMAT, `${sec}: failed to get symbol name for offset ${value}`);
  if (value + size > section.size)
    return openError(LIBBPF_ERRNO_FORMAT, `${sec}: program at offset ${value} crosses section boundary`);
  if (!isText && bind === STB_LOCAL) return openError(ENOTSUP, `${sec}: program '${name}' is static and not supported`);
  if (size === 0 || size % INSN_SIZE !== 0 || value % INSN_SIZE !== 0)
    return openError(EINVAL, `${sec}: corrupted program '${name}', offset ${value}, size ${size}`);
  const isHidden = bind !== STB_LOCAL && (visibility === STV_HIDDEN || visibility === STV_INTERNAL);
  return ok({ name, section, start: value / INSN_SIZE, count: size / INSN_SIZE, bind, isHidden });
}

/** The function that contains an instruction of a section. libbpf: find_prog_by_sec_insn() */
export function functionAt(functions: readonly RawFunction[], section: number, insn: number): RawFunction | undefined {
  const found = functions.findLast((candidate) => candidate.section.index === section && candidate.start <= insn);
  return found !== undefined && insn < found.start + found.count ? found : undefined;
}
