/** What an assembly text becomes: an object's sections with symbols and relocations, and the blueprint made of them. */
import type { Diagnostic } from '../program/diagnostic.ts';
import type { CollectionSpec } from '../program/spec.ts';
import type { Binding, SymbolType } from './object.ts';

export interface AssembledSymbol {
  readonly name: string;
  readonly binding: Binding;
  readonly type: SymbolType;
  /** STV_DEFAULT, STV_INTERNAL, STV_HIDDEN, … */
  readonly visibility: number;
  /** Name of its section; undefined for symbols that are plain numbers or defined elsewhere. */
  readonly section: string | undefined;
  readonly isAbsolute: boolean;
  /** Offset in the section, or the number. */
  readonly value: number;
  /** Bytes. */
  readonly size: number;
}

export interface AssembledRelocation {
  /** Byte offset in the section. */
  readonly offset: number;
  /** R_BPF_64_64, R_BPF_64_32, … */
  readonly type: number;
  readonly symbol: AssembledSymbol;
}

export interface AssembledSection {
  readonly name: string;
  /** SHT_PROGBITS, SHT_NOBITS. */
  readonly type: number;
  /** SHF_ALLOC, SHF_WRITE, SHF_EXECINSTR, … */
  readonly flags: number;
  readonly entrySize: number;
  readonly alignment: number;
  readonly bytes: Uint8Array;
  readonly relocations: readonly AssembledRelocation[];
  /** Source line (1-based) of each 8-byte slot that begins an instruction; 0 elsewhere. Empty for data. */
  readonly lines: Int32Array;
}

/** The object: what an ELF file says. Local symbols come first. */
export interface Assembled {
  readonly sections: readonly AssembledSection[];
  readonly symbols: readonly AssembledSymbol[];
}

export interface Assembly extends Assembled {
  /** The ELF file. */
  readonly object: Uint8Array;
  readonly spec: CollectionSpec;
  readonly warnings: readonly Diagnostic[];
}
