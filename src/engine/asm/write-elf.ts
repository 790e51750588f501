/** The finished object as an ELF file for BPF: sections with their relocations, then symbols and strings. */
import { StringTable } from '../btf/build.ts';
import {
  EHDR_SIZE,
  EM_BPF,
  ET_REL,
  REL_SIZE,
  SHDR_SIZE,
  SHT_NOBITS,
  SHT_REL,
  SHT_STRTAB,
  SHT_SYMTAB,
  STB_GLOBAL,
  STB_LOCAL,
  STB_WEAK,
  STT_FUNC,
  STT_NOTYPE,
  STT_OBJECT,
  STT_SECTION,
  SYM_SIZE,
} from '../elf/elf-file.ts';
import type { Assembled, AssembledRelocation, AssembledSection, AssembledSymbol } from './assembled.ts';

const SHN_ABS = 0xfff1;
const SHF_INFO_LINK = 0x40;
const WORD_ALIGNMENT = 8;

const BINDINGS = { local: STB_LOCAL, global: STB_GLOBAL, weak: STB_WEAK } as const;
const TYPES = { notype: STT_NOTYPE, object: STT_OBJECT, func: STT_FUNC, section: STT_SECTION } as const;

interface Header {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly link: number;
  readonly info: number;
  readonly alignment: number;
  readonly entrySize: number;
}

/** The bytes of a relocatable file that libbpf and `elf/read.ts` open. */
export function writeElf({ sections, symbols }: Assembled): Uint8Array {
  const withRelocations = sections.filter((section) => section.relocations.length > 0);
  const symtab = 1 + sections.length + withRelocations.length;
  const names = new StringTable();
  const first = symbols.findIndex((symbol) => symbol.binding !== 'local');
  const headers: Header[] = [
    ...sections.map((section) => contentHeader(section)),
    ...withRelocations.map((section) => relocationHeader(section, 1 + sections.indexOf(section), symtab, symbols)),
    {
      ...PLAIN,
      name: '.symtab',
      type: SHT_SYMTAB,
      bytes: symbolBytes(symbols, sections, names),
      size: SYM_SIZE * (symbols.length + 1),
      link: symtab + 1,
      info: 1 + (first < 0 ? symbols.length : first),
      alignment: WORD_ALIGNMENT,
      entrySize: SYM_SIZE,
    },
  ];
  for (const { name } of headers) names.add(name);
  names.add('.strtab');
  const strings = names.bytes();
  headers.push({ ...PLAIN, name: '.strtab', type: SHT_STRTAB, bytes: strings, size: strings.length, alignment: 1 });
  return fileBytes(headers, names);
}

const PLAIN = { flags: 0, link: 0, info: 0, entrySize: 0 };

const contentHeader = (section: AssembledSection): Header => ({
  ...PLAIN,
  name: section.name,
  type: section.type,
  flags: section.flags,
  bytes: section.type === SHT_NOBITS ? new Uint8Array(0) : section.bytes,
  size: section.bytes.length,
  alignment: section.alignment,
  entrySize: section.entrySize,
});

function relocationHeader(
  section: AssembledSection,
  index: number,
  symtab: number,
  symbols: readonly AssembledSymbol[],
): Header {
  const bytes = relocationBytes(section.relocations, symbols);
  return {
    name: `.rel${section.name}`,
    type: SHT_REL,
    flags: SHF_INFO_LINK,
    bytes,
    size: bytes.length,
    link: symtab,
    info: index,
    alignment: WORD_ALIGNMENT,
    entrySize: REL_SIZE,
  };
}

function relocationBytes(relocations: readonly AssembledRelocation[], symbols: readonly AssembledSymbol[]): Uint8Array {
  const numbers = new Map(symbols.map((symbol, i) => [symbol, i + 1]));
  const bytes = new Uint8Array(REL_SIZE * relocations.length);
  const view = new DataView(bytes.buffer);
  relocations.forEach(({ offset, type, symbol }, i) => {
    view.setUint32(REL_SIZE * i, offset, true);
    view.setUint32(REL_SIZE * i + 8, type, true);
    view.setUint32(REL_SIZE * i + 12, numbers.get(symbol) ?? 0, true);
  });
  return bytes;
}

/** Symbol 0 is empty. */
function symbolBytes(
  symbols: readonly AssembledSymbol[],
  sections: readonly AssembledSection[],
  names: StringTable,
): Uint8Array {
  const indexes = new Map(sections.map((section, i) => [section.name, i + 1]));
  const bytes = new Uint8Array(SYM_SIZE * (symbols.length + 1));
  const view = new DataView(bytes.buffer);
  symbols.forEach((symbol, i) => {
    const at = SYM_SIZE * (i + 1);
    view.setUint32(at, symbol.type === 'section' ? 0 : names.add(symbol.name), true);
    view.setUint8(at + 4, (BINDINGS[symbol.binding] << 4) | TYPES[symbol.type]);
    view.setUint8(at + 5, symbol.visibility);
    view.setUint16(at + 6, symbol.isAbsolute ? SHN_ABS : (indexes.get(symbol.section ?? '') ?? 0), true);
    view.setBigUint64(at + 8, BigInt.asUintN(64, BigInt(symbol.value)), true);
    view.setBigUint64(at + 16, BigInt(symbol.size), true);
  });
  return bytes;
}

const alignUp = (offset: number, alignment: number): number => Math.ceil(offset / alignment) * alignment;

function fileBytes(headers: readonly Header[], names: StringTable): Uint8Array {
  let end = EHDR_SIZE;
  const offsets = headers.map(({ bytes, alignment }) => {
    const offset = alignUp(end, alignment);
    end = offset + bytes.length;
    return offset;
  });
  const tableAt = alignUp(end, WORD_ALIGNMENT);
  const file = new Uint8Array(tableAt + SHDR_SIZE * (headers.length + 1));
  const view = new DataView(file.buffer);
  writeFileHeader(view, tableAt, headers.length + 1);
  headers.forEach((header, i) => {
    file.set(header.bytes, offsets[i]);
    writeSectionHeader(view, tableAt + SHDR_SIZE * (i + 1), header, names.add(header.name), offsets[i]);
  });
  return file;
}

function writeFileHeader(view: DataView, tableAt: number, count: number): void {
  view.setUint32(0, 0x7f454c46, false);
  // 64 bits, little endian, version 1.
  view.setUint32(4, 0x02010100, false);
  view.setUint16(16, ET_REL, true);
  view.setUint16(18, EM_BPF, true);
  view.setUint32(20, 1, true);
  view.setUint32(40, tableAt, true);
  view.setUint16(52, EHDR_SIZE, true);
  view.setUint16(58, SHDR_SIZE, true);
  view.setUint16(60, count, true);
  view.setUint16(62, count - 1, true);
}

function writeSectionHeader(view: DataView, at: number, header: Header, name: number, offset: number): void {
  view.setUint32(at, name, true);
  view.setUint32(at + 4, header.type, true);
  view.setUint32(at + 8, header.flags, true);
  view.setUint32(at + 24, offset, true);
  view.setUint32(at + 32, header.size, true);
  view.setUint32(at + 40, header.link, true);
  view.setUint32(at + 44, header.info, true);
  view.setUint32(at + 48, header.alignment, true);
  view.setUint32(at + 56, header.entrySize, true);
}
