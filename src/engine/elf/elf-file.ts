/**
 * The container: a 64-bit little-endian ELF file as sections, symbols and relocations, every offset checked.
 *
 *   e_ident 16 | type 2 | machine 2 | version 4 | entry 8 | phoff 8 | shoff 8 | flags 4 | ehsize 2 | phentsize 2 |
 *   phnum 2 | shentsize 2 | shnum 2 | shstrndx 2
 *   section header (64): name 4 | type 4 | flags 8 | addr 8 | offset 8 | size 8 | link 4 | info 4 | addralign 8 | entsize 8
 *   symbol (24): name 4 | info 1 | other 1 | shndx 2 | value 8 | size 8          relocation (16): offset 8 | info 8
 */
import { viewOf } from '../../lib/bytes.ts';
import type { Result } from '../../lib/result.ts';
import { err, ok } from '../../lib/result.ts';
import type { Diagnostic } from '../program/diagnostic.ts';

export const EM_BPF = 247;
export const ET_REL = 1;

export const SHT_PROGBITS = 1;
export const SHT_SYMTAB = 2;
export const SHT_STRTAB = 3;
export const SHT_NOBITS = 8;
export const SHT_REL = 9;
export const SHT_LLVM_ADDRSIG = 0x6fff4c03;

export const SHF_WRITE = 1;
export const SHF_ALLOC = 2;
export const SHF_EXECINSTR = 4;
export const SHF_MERGE = 0x10;
export const SHF_STRINGS = 0x20;

export const STB_LOCAL = 0;
export const STB_GLOBAL = 1;
export const STB_WEAK = 2;

export const STT_NOTYPE = 0;
export const STT_OBJECT = 1;
export const STT_FUNC = 2;
export const STT_SECTION = 3;

export const STV_DEFAULT = 0;
export const STV_INTERNAL = 1;
export const STV_HIDDEN = 2;

export const SHN_UNDEF = 0;

export const EHDR_SIZE = 64;
export const SHDR_SIZE = 64;
export const SYM_SIZE = 24;
export const REL_SIZE = 16;

/** More than any object has, and few enough that a corrupt count is found at once. */
const MAX_SECTIONS = 65_280;

export interface ElfSection {
  readonly index: number;
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  /** Bytes in memory; for SHT_NOBITS there are none in the file. */
  readonly size: number;
  readonly link: number;
  readonly info: number;
  readonly entrySize: number;
  readonly data: Uint8Array;
}

export interface ElfSymbol {
  readonly index: number;
  /** Undefined if it lies outside of the strings. */
  readonly name: string | undefined;
  readonly bind: number;
  readonly type: number;
  readonly visibility: number;
  readonly section: number;
  readonly value: number;
  readonly size: number;
}

/** A symbol's name for messages, as libbpf writes it. */
export const symbolName = ({ name }: ElfSymbol): string => name ?? '<?';

export interface ElfRelocation {
  readonly offset: number;
  readonly symbol: number;
  readonly type: number;
}

export interface ElfFile {
  readonly sections: readonly ElfSection[];
  readonly symbols: readonly ElfSymbol[];
  /** Index of the symbol table's section; 0 if the file has none. */
  readonly symbolSection: number;
}

/** A defect at a byte offset of the file. */
const elfError = (offset: number, message: string): Result<never, Diagnostic> =>
  err({ severity: 'error', message, offset });

/** Sections and symbols of an object file for BPF. The error says where the file stops making sense. */
export function parseElf(bytes: Uint8Array): Result<ElfFile, Diagnostic> {
  const header = parseHeader(bytes);
  if (!header.ok) return header;
  const sections = parseSections(bytes, header.value);
  if (!sections.ok) return sections;
  const tables = sections.value.filter((section) => section.type === SHT_SYMTAB);
  if (tables.length > 1) return elfError(tables[1].offset, 'elf: multiple symbol tables');
  if (tables.length === 0) return ok({ sections: sections.value, symbols: [], symbolSection: 0 });
  const symbols = parseSymbols(tables[0], sections.value);
  return symbols.ok
    ? ok({ sections: sections.value, symbols: symbols.value, symbolSection: tables[0].index })
    : symbols;
}

interface Header {
  readonly sectionsAt: number;
  readonly sectionCount: number;
  readonly namesIndex: number;
}

function parseHeader(bytes: Uint8Array): Result<Header, Diagnostic> {
  if (bytes.length < EHDR_SIZE) return elfError(0, `elf: ${bytes.length} bytes are too few for an ELF header`);
  const view = viewOf(bytes);
  if (view.getUint32(0, false) !== 0x7f454c46) return elfError(0, 'elf: not an ELF file');
  if (bytes[4] !== 2) return elfError(4, 'elf: not a 64-bit file');
  if (bytes[5] !== 1) return elfError(5, 'elf: endianness mismatch: not a little-endian file');
  const type = view.getUint16(16, true);
  const machine = view.getUint16(18, true);
  if (type !== ET_REL || (machine !== EM_BPF && machine !== 0))
    return elfError(16, `elf: not a valid eBPF object file (type ${type}, machine ${machine})`);
  const sectionsAt = readU64(view, 40);
  const entrySize = view.getUint16(58, true);
  const sectionCount = view.getUint16(60, true);
  if (entrySize !== SHDR_SIZE)
    return elfError(58, `elf: section headers of ${entrySize} bytes instead of ${SHDR_SIZE}`);
  if (sectionCount === 0 || sectionCount > MAX_SECTIONS) return elfError(60, `elf: ${sectionCount} sections`);
  if (sectionsAt + sectionCount * SHDR_SIZE > bytes.length)
    return elfError(
      40,
      `elf: section headers end at ${sectionsAt + sectionCount * SHDR_SIZE}, beyond ${bytes.length} bytes`,
    );
  const namesIndex = view.getUint16(62, true);
  if (namesIndex >= sectionCount) return elfError(62, `elf: section ${namesIndex} of section names does not exist`);
  return ok({ sectionsAt, sectionCount, namesIndex });
}

function parseSections(bytes: Uint8Array, header: Header): Result<readonly ElfSection[], Diagnostic> {
  const view = viewOf(bytes);
  const raw: (ElfSection & { readonly nameOffset: number; readonly headerAt: number })[] = [];
  for (let index = 0; index < header.sectionCount; index++) {
    const at = header.sectionsAt + index * SHDR_SIZE;
    const type = view.getUint32(at + 4, true);
    const offset = readU64(view, at + 24);
    const size = readU64(view, at + 32);
    const inFile = type === SHT_NOBITS || index === 0 ? 0 : size;
    if (offset + inFile > bytes.length && inFile > 0)
      return elfError(at + 24, `elf: section ${index} ends at ${offset + inFile}, beyond ${bytes.length} bytes`);
    raw.push({
      index,
      name: '',
      type,
      flags: readU64(view, at + 8),
      offset,
      size,
      link: view.getUint32(at + 40, true),
      info: view.getUint32(at + 44, true),
      entrySize: readU64(view, at + 56),
      data: inFile > 0 ? bytes.subarray(offset, offset + inFile) : new Uint8Array(0),
      nameOffset: view.getUint32(at, true),
      headerAt: at,
    });
  }
  const names = raw[header.namesIndex].data;
  const sections: ElfSection[] = [];
  for (const { nameOffset, headerAt, ...section } of raw) {
    const name = section.index === 0 ? '' : stringAt(names, nameOffset);
    if (name === undefined)
      return elfError(headerAt, `elf: section ${section.index} has its name outside of the section names`);
    sections.push({ ...section, name });
  }
  return ok(sections);
}

function parseSymbols(table: ElfSection, sections: readonly ElfSection[]): Result<readonly ElfSymbol[], Diagnostic> {
  const names = table.link < sections.length ? sections[table.link] : undefined;
  if (names === undefined || names.type !== SHT_STRTAB)
    return elfError(table.offset, 'elf: symbol strings section missing or invalid');
  if (table.entrySize !== SYM_SIZE)
    return elfError(table.offset, `elf: symbols of ${table.entrySize} bytes instead of ${SYM_SIZE}`);
  if (table.size % SYM_SIZE !== 0) return elfError(table.offset, 'elf: the symbol table ends within a symbol');
  const view = viewOf(table.data);
  const symbols: ElfSymbol[] = [];
  for (let index = 0; (index + 1) * SYM_SIZE <= table.data.length; index++) {
    const at = index * SYM_SIZE;
    const info = view.getUint8(at + 4);
    symbols.push({
      index,
      name: stringAt(names.data, view.getUint32(at, true)),
      bind: info >> 4,
      type: info & 0xf,
      visibility: view.getUint8(at + 5) & 3,
      section: view.getUint16(at + 6, true),
      value: readU64(view, at + 8),
      size: readU64(view, at + 16),
    });
  }
  return ok(symbols);
}

/** The entries of a SHT_REL section; a trailing part is ignored. */
export function parseRelocations(section: ElfSection): readonly ElfRelocation[] {
  const view = viewOf(section.data);
  return Array.from({ length: Math.floor(section.data.length / REL_SIZE) }, (_, i) => ({
    offset: readU64(view, i * REL_SIZE),
    type: view.getUint32(i * REL_SIZE + 8, true),
    symbol: view.getUint32(i * REL_SIZE + 12, true),
  }));
}

/** The NUL-terminated Latin-1 string at an offset; undefined if the offset is outside or the NUL is missing. */
function stringAt(strings: Uint8Array, offset: number): string | undefined {
  const end = strings.indexOf(0, offset);
  if (offset >= strings.length || end < 0) return undefined;
  let text = '';
  for (let i = offset; i < end; i++) text += String.fromCharCode(strings[i]);
  return text;
}

/** As a number: values above 2^53 lose low bits, and lie outside of every file. */
function readU64(view: DataView, offset: number): number {
  return view.getUint32(offset, true) + view.getUint32(offset + 4, true) * 2 ** 32;
}
