/**
 * What user space hands to the kernel: `BPF_MAP_CREATE` and `BPF_PROG_LOAD` as data, and the verifier's answer.
 * The loader makes requests, the verifier answers them, the kernel makes objects of both.
 */
import type { Btf } from '../btf/btf.ts';
import type { BtfRecord } from '../btf/fields.ts';
import type { LogText } from './log-text.ts';

/** A map as the kernel sees it after a successful `BPF_MAP_CREATE`. */
export interface MapInfo {
  readonly name: string;
  readonly type: number;
  readonly keySize: number;
  readonly valueSize: number;
  readonly maxEntries: number;
  readonly flags: number;
  readonly mapExtra: bigint;
  /** The BTF the map was created with; absent if it was created without. */
  readonly btf?: Btf;
  readonly btfKeyTypeId: number;
  readonly btfValueTypeId: number;
  /** Special fields of the value (timers, locks, kptrs, …); kernel: `struct btf_record`. */
  readonly record?: BtfRecord;
  /** The template of inner maps. */
  readonly inner?: MapInfo;
  /** Contents of a frozen map: the verifier reads constants of read-only data maps from it. */
  readonly frozen?: Uint8Array;
}

/** `struct bpf_func_info`. */
export interface FuncInfo {
  readonly insn: number;
  readonly typeId: number;
}

/**
 * `BPF_PROG_LOAD`. Instructions are whole: subprograms appended, calls and addresses resolved. A map reference is a
 * `ld_imm64` with src 1 or 5 (map) or 2 or 6 (value; offset in the second slot) whose `imm` is the index in `maps`.
 * A kfunc call (src 2) carries the BTF id of the function in `abi/vmlinux`.
 */
export interface LoadRequest {
  readonly name: string;
  readonly type: number;
  readonly expectedAttachType: number;
  readonly flags: number;
  readonly license: string;
  readonly insns: Uint8Array;
  readonly maps: readonly MapInfo[];
  readonly btf?: Btf;
  readonly funcInfo: readonly FuncInfo[];
  /** `insn` counts slots of the whole program. */
  readonly lineInfo: readonly {
    readonly insn: number;
    readonly fileNameOff: number;
    readonly lineOff: number;
    readonly lineCol: number;
  }[];
  readonly attachBtfId: number;
  /** Slots that load a map by a file descriptor which the program's author wrote: it is that of no map. */
  readonly strayMapFds?: ReadonlySet<number>;
}

/** The numbers of the log's last line, and the stack depth of each root (main program, then async callbacks). */
export interface VerifierStats {
  readonly insnProcessed: number;
  readonly maxStatesPerInsn: number;
  readonly totalStates: number;
  readonly peakStates: number;
  readonly longestMarkRead: number;
  readonly stackDepths: readonly number[];
}

/**
 * What the machine needs to know about an instruction beyond its bits; kernel: `struct bpf_insn_aux_data` and the
 * rewrites of `convert_ctx_accesses()` and `do_misc_fixups()`, which we keep beside the unpatched instructions.
 */
export interface InsnFacts {
  /** Pointer type class of the base register of each memory access: 0 = direct, 1 = context, 2 = fault-tolerant (PROBE_MEM). */
  readonly access: Uint8Array;
  /** For helper calls: index + 1 of the map that is constant at this call, else 0. */
  readonly callMap: Int32Array;
  /** For calls that take a callback: subprogram number + 1, else 0. */
  readonly callback: Int32Array;
  /** 1 where the verifier never came: dead code. */
  readonly dead: Uint8Array;
  /** Registers that are read before they are written, from the instruction on, as bits. */
  readonly liveRegisters: Uint16Array;
}

/** A program that may run: what the kernel keeps of a successful load. */
export interface VerifiedProgram {
  readonly request: LoadRequest;
  readonly facts: InsnFacts;
  /** First instruction of each subprogram, ascending; [0] = 0. */
  readonly subprogStarts: readonly number[];
  /** Bytes of stack that each subprogram touches, as the verifier measured. */
  readonly stackDepths: readonly number[];
  /** Names of the subprograms from BTF, or empty. */
  readonly subprogNames: readonly string[];
  /** Subprogram that is called with the argument of `bpf_throw()`; 0 = none of its own. */
  readonly exceptionCallback: number;
  /** Bytes of the context that it may touch, from the start. kernel: prog->aux->max_ctx_offset */
  readonly contextBytes: number;
}

export interface Verdict {
  readonly accepted: boolean;
  /** 0 or a positive errno. */
  readonly errno: number;
  /** The whole log as the kernel prints it, last line included; empty at level 0. */
  readonly log: LogText;
  readonly stats: VerifierStats | undefined;
  /** Instruction that the rejection speaks of, if it speaks of one. */
  readonly insn: number | undefined;
  readonly program: VerifiedProgram | undefined;
}
