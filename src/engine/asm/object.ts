/**
 * The object under construction: sections that grow, symbols, and fixups, the places that wait for a symbol's value.
 * `finishObject` settles the fixups: what lies in one section becomes a number, the rest a relocation, exactly where
 * LLVM makes one.
 */
import { sectionRule } from '../abi/sections.ts';
import { SHF_ALLOC, SHF_EXECINSTR, SHF_WRITE, SHT_NOBITS, SHT_PROGBITS } from '../elf/elf-file.ts';
import type { Value } from './expression.ts';
import type { Place } from './problems.ts';
import type { CType } from './types.ts';

/** Relocation types of EM_BPF. */
export const R_BPF_64_64 = 1;
export const R_BPF_64_ABS64 = 2;
export const R_BPF_64_ABS32 = 3;
export const R_BPF_64_NODYLD32 = 4;
export const R_BPF_64_32 = 10;

export type Binding = 'local' | 'global' | 'weak';
export type SymbolType = 'notype' | 'object' | 'func' | 'section';

/** Bytes that grow by doubling. */
class ByteBuffer {
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The bytes so far; valid until the next growth. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  get view(): DataView {
    return this.#view;
  }

  /** Room for `count` more bytes, zeroed; their offset. */
  extend(count: number): number {
    const offset = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) this.#grow();
    return offset;
  }

  append(bytes: Uint8Array): void {
    const offset = this.extend(bytes.length);
    this.#bytes.set(bytes, offset);
  }

  #grow(): void {
    const bytes = new Uint8Array(Math.max(this.#length, 2 * this.#bytes.length));
    bytes.set(this.#bytes);
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer);
  }
}

export interface SectionFlags {
  readonly type: number;
  readonly flags: number;
  readonly entrySize: number;
}

/** An instruction whose number depends on the kernel's types: `.core`. */
export interface CoreRelocation {
  /** Byte offset in the section. */
  readonly offset: number;
  /** `enum bpf_core_relo_kind` */
  readonly kind: number;
  readonly type: CType;
  /** Indices of members: `0:5:1`. */
  readonly access: string;
}

export class SectionBuilder {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly entrySize: number;
  alignment = 1;
  readonly data = new ByteBuffer();
  /** Source line of each 8-byte slot that an instruction begins; 0 for data. */
  readonly lines: number[] = [];
  /** Column of the statement of each slot, 1-based. */
  readonly columns: number[] = [];
  readonly coreRelocations: CoreRelocation[] = [];

  constructor(name: string, { type, flags, entrySize }: SectionFlags) {
    this.name = name;
    this.type = type;
    this.flags = flags;
    this.entrySize = entrySize;
  }

  get isCode(): boolean {
    return (this.flags & SHF_EXECINSTR) !== 0;
  }
}

export interface SymbolEntry {
  readonly name: string;
  binding: Binding;
  type: SymbolType;
  visibility: number;
  section: SectionBuilder | undefined;
  offset: number;
  /** `.size`, settled at the end. */
  size: Value | undefined;
  /** Value of a `.set`; such a symbol has no section. */
  constant: bigint | undefined;
  /** Where it is defined, or first mentioned. */
  place: Place;
  /** A directive says that it is defined elsewhere. */
  isExtern: boolean;
}

export type FixupKind = 'jump16' | 'jump32' | 'call' | 'imm64' | 'data' | 'number';

/** A place that waits for the value of `value`. `size` counts bytes of data. */
export interface Fixup {
  readonly kind: FixupKind;
  readonly section: SectionBuilder;
  readonly offset: number;
  readonly size: number;
  readonly value: Value;
  readonly place: Place;
}

export interface RelocationEntry {
  readonly section: SectionBuilder;
  readonly offset: number;
  readonly type: number;
  /** A symbol, or the section itself for what local symbols name. */
  readonly target: SymbolEntry | SectionBuilder;
}

/** What well-known sections are, if the text does not say. */
export const CODE: SectionFlags = { type: SHT_PROGBITS, flags: SHF_ALLOC | SHF_EXECINSTR, entrySize: 0 };
const DATA: SectionFlags = { type: SHT_PROGBITS, flags: SHF_ALLOC | SHF_WRITE, entrySize: 0 };
const READ_ONLY: SectionFlags = { type: SHT_PROGBITS, flags: SHF_ALLOC, entrySize: 0 };
const ZEROED: SectionFlags = { type: SHT_NOBITS, flags: SHF_ALLOC | SHF_WRITE, entrySize: 0 };
const OTHER: SectionFlags = { type: SHT_PROGBITS, flags: 0, entrySize: 0 };

/** What a section is if the text does not say: LLVM's defaults, and code where libbpf looks for programs. */
export function defaultFlags(name: string): SectionFlags {
  const stem = /^\.\w+/.exec(name)?.[0];
  if (stem === '.text' || sectionRule(name.replace(/^\?/, '')) !== undefined) return CODE;
  if (stem === '.data' || stem === '.maps' || name === 'license' || name === 'version') return DATA;
  if (stem === '.rodata') return READ_ONLY;
  return stem === '.bss' ? ZEROED : OTHER;
}

/** Alignment of code in `.text` as LLVM has it; other sections take it from their directives. */
const TEXT_ALIGNMENT = 4;

export class ObjectBuilder {
  readonly sections: SectionBuilder[] = [];
  readonly symbols = new Map<string, SymbolEntry>();
  readonly fixups: Fixup[] = [];
  readonly relocations: RelocationEntry[] = [];
  readonly #byName = new Map<string, SectionBuilder>();
  current: SectionBuilder;

  constructor() {
    this.current = this.section('.text');
    this.current.alignment = TEXT_ALIGNMENT;
  }

  /** The section of this name, made with `flags` or its defaults if it is new. */
  section(name: string, flags?: SectionFlags): SectionBuilder {
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const section = new SectionBuilder(name, flags ?? defaultFlags(name));
    this.sections.push(section);
    this.#byName.set(name, section);
    return section;
  }

  find(name: string): SectionBuilder | undefined {
    return this.#byName.get(name);
  }

  /** The symbol of this name; `place` is remembered if it is new. */
  symbol(name: string, place: Place): SymbolEntry {
    const known = this.symbols.get(name);
    if (known !== undefined) return known;
    const symbol: SymbolEntry = {
      name,
      binding: 'local',
      type: 'notype',
      visibility: 0,
      section: undefined,
      offset: 0,
      size: undefined,
      constant: undefined,
      place,
      isExtern: false,
    };
    this.symbols.set(name, symbol);
    return symbol;
  }

  constant = (name: string): bigint | undefined => this.symbols.get(name)?.constant;

  /** Defines `name` at the end of the current section. */
  define(name: string, place: Place): SymbolEntry {
    const symbol = this.symbol(name, place);
    symbol.section = this.current;
    symbol.offset = this.current.data.length;
    symbol.place = place;
    return symbol;
  }
}

export const isDefined = (symbol: SymbolEntry): boolean =>
  symbol.section !== undefined || symbol.constant !== undefined;
