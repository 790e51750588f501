/**
 * The blueprint: what an assembly text or an object file describes, before anything is loaded. Plain data in the
 * words of cilium/ebpf. The assembler and the ELF reader both make it; the loader turns it into load requests.
 */

/** `enum bpf_prog_type`, by number. Names and rules: `abi/program-types`. */
export type ProgType = number;
/** `enum bpf_map_type`, by number. Names and rules: `abi/map-types`. */
export type MapType = number;

/** What libbpf finds in an object or an assembly text, in libbpf's order. */
export interface CollectionSpec {
  /** Name of the object without folder and `.o`; the first 8 characters begin the names of its data maps. */
  readonly name: string;
  readonly license: string;
  /** Maps in libbpf's order: `.maps` definitions, then data sections. */
  readonly maps: readonly MapSpec[];
  readonly programs: readonly ProgramSpec[];
  /** Functions that programs may call: all of `.text`, and non-entry functions of other sections. */
  readonly functions: readonly FunctionSpec[];
  /** The `.BTF` section, as libbpf hands it to the kernel (sanitised names and data section sizes are the loader's). */
  readonly btf?: Uint8Array;
  /** Why the whole object cannot be opened, in libbpf's words. It then has neither maps nor programs. */
  readonly openErrors?: readonly string[];
  /** libbpf's positive error number beside `openErrors`; 4000 and above are libbpf's own. */
  readonly openErrno?: number;
  /** What the object declares in `.ksyms`: a strong symbol that the kernel lacks fails every program. */
  readonly ksyms?: readonly {
    readonly name: string;
    readonly weak: boolean;
    readonly isFunc: boolean;
    /** A variable of type void: libbpf looks its address up in /proc/kallsyms. */
    readonly isUntyped?: true;
  }[];
  /** Variables of `.kconfig`, whose values the loader writes into the map of that name. */
  readonly kconfig?: readonly KconfigExtern[];
}

/** A configuration value of the kernel, by offset in the `.kconfig` map. */
export interface KconfigExtern {
  readonly name: string;
  readonly offset: number;
  readonly size: number;
  readonly kind: 'bool' | 'char' | 'int' | 'tristate' | 'char_array';
  readonly isSigned: boolean;
  /** A weak one reads as zero where the kernel does not know it. */
  readonly weak: boolean;
}

export interface MapSpec {
  readonly name: string;
  readonly type: MapType;
  readonly keySize: number;
  readonly valueSize: number;
  readonly maxEntries: number;
  readonly flags: number;
  readonly mapExtra: bigint;
  /** BTF type ids of key and value; 0 if there are none. */
  readonly btfKeyTypeId: number;
  readonly btfValueTypeId: number;
  /** `pinning` of a BTF-defined map: 1 = by name. */
  readonly pinning: number;
  /** Template of the inner maps. */
  readonly inner?: MapSpec;
  /** Static initialisation of slots of maps of maps and program arrays: slot → name of map or program. */
  readonly slots?: readonly { readonly index: number; readonly target: string }[];
  /** Initial contents of a data map (value of key 0). */
  readonly data?: Uint8Array;
  /** `.rodata`: frozen after it was filled. */
  readonly freeze?: boolean;
  readonly ifindex?: number;
  /** Node for its memory; counts with BPF_F_NUMA_NODE only. 0 if it is not said. */
  readonly numaNode?: number;
}

/** What an instruction refers to, by name; resolved by the loader. `insn` counts 8-byte slots inside the function. */
export type Reference =
  | { readonly insn: number; readonly kind: 'map'; readonly target: string }
  /** Address inside the value of a data map; `offset` is the offset in the value. */
  | { readonly insn: number; readonly kind: 'map_value'; readonly target: string; readonly offset: number }
  /** `call` of a subprogram (BPF_PSEUDO_CALL). */
  | { readonly insn: number; readonly kind: 'call'; readonly target: string }
  /** Address of a subprogram (BPF_PSEUDO_FUNC). */
  | { readonly insn: number; readonly kind: 'func'; readonly target: string }
  /** Kernel function or variable from `.ksyms`. */
  | {
      readonly insn: number;
      readonly kind: 'ksym';
      readonly target: string;
      readonly weak: boolean;
      readonly isFunc: boolean;
    }
  | { readonly insn: number; readonly kind: 'kconfig'; readonly target: string; readonly offset: number };

/** `struct bpf_line_info`, with `insn` in 8-byte slots of the function. Strings are offsets into the BTF's strings. */
export interface LineInfo {
  readonly insn: number;
  readonly fileNameOff: number;
  readonly lineOff: number;
  /** line << 10 | column */
  readonly lineCol: number;
}

/** `struct bpf_core_relo`, with `insn` in 8-byte slots of the function. */
export interface CoreRelo {
  readonly insn: number;
  readonly typeId: number;
  readonly accessStrOff: number;
  readonly kind: number;
  /** Which one of its section it is, for messages; of its function if that is not said. */
  readonly number?: number;
}

export interface FunctionSpec {
  readonly name: string;
  readonly section: string;
  readonly linkage: 'static' | 'global' | 'weak';
  /** Instructions as they stand in the file: 8 bytes each, references unresolved. */
  readonly insns: Uint8Array;
  readonly references: readonly Reference[];
  /** BTF id of the BTF_KIND_FUNC from func_info; 0 if there is none. */
  readonly btfFuncId: number;
  readonly lines: readonly LineInfo[];
  readonly coreRelos: readonly CoreRelo[];
  /** Source line (1-based) of each 8-byte slot of an assembly text; absent for objects. */
  readonly sourceLines?: Int32Array;
}

export interface ProgramSpec extends FunctionSpec {
  readonly type: ProgType;
  readonly expectedAttachType: number;
  /** `prog_flags`: BPF_F_SLEEPABLE, BPF_F_XDP_HAS_FRAGS, … as libbpf derives them from the section name. */
  readonly flags: number;
  /** What follows the `/` of the section name, if the type attaches to something named. */
  readonly attachTo?: string;
  /** False for `?SEC`. */
  readonly autoload: boolean;
  /** Why libbpf would not load this program (unknown section, …), in its words. */
  readonly loadError?: string;
}
