import type { Btf } from '../../btf/btf.ts';
import type { BtfRecord } from '../../btf/fields.ts';

/** Why no single map stands in `callMap`: different maps on different paths. kernel: struct bpf_map_ptr_state poison */
export const CALL_MAP_POISON = -1;

/** A kernel variable that a `ld_imm64` loads the address of. kernel: insn_aux_data btf_var */
export interface BtfVar {
  readonly regType: number;
  readonly btf: Btf | undefined;
  readonly btfId: number;
  readonly memSize: number;
}

/** What was found out about each instruction, one column per fact. kernel: struct bpf_insn_aux_data */
export class InsnAux {
  /** Number of the walk that came here last; 0 = never. */
  readonly seen: Uint32Array;
  /** Register type of the base of a load or store; 0 = not yet known. */
  readonly ptrType: Int32Array;
  readonly ctxFieldSize: Uint8Array;
  /** Helper calls: MAP_PTR number of the map, 0 = none so far, CALL_MAP_POISON = several. */
  readonly callMap: Int32Array;
  /** Calls that take a callback: subprogram + 1; 0 = none so far. */
  readonly callback: Int32Array;
  /** Calls of `bpf_loop`: 0 = not seen, 1 = always the same callback and no flags, 2 = other. */
  readonly loopInline: Uint8Array;
  readonly aluState: Uint8Array;
  readonly aluLimit: Int32Array;
  readonly nospec: Uint8Array;
  readonly nospecResult: Uint8Array;
  readonly nonSleepable: Uint8Array;
  readonly isIterNext: Uint8Array;
  readonly callWithPercpuAllocPtr: Uint8Array;
  readonly fastcallPattern: Uint8Array;
  readonly fastcallSpills: Uint8Array;
  readonly jmpPoint: Uint8Array;
  readonly prunePoint: Uint8Array;
  readonly forceCheckpoint: Uint8Array;
  readonly callsCallback: Uint8Array;
  /** Strongly connected component of the control flow; 0 = none. */
  readonly scc: Int32Array;
  /** Registers that are read before they are written, from this instruction on, as bits. */
  readonly liveRegsBefore: Uint16Array;
  /** What the instruction does to a set of registers that backtracking looks for; see `backtrack-regs.ts`. */
  readonly backtrackRule: Uint8Array;
  readonly backtrackRegs: Uint16Array;
  readonly backtrackEnds: Uint16Array;
  readonly backtrackBegins: Uint16Array;
  /** The instruction was checked once and its form, which never changes, found right: reserved fields, register numbers, constants. */
  readonly isWellFormed: Uint8Array;
  /** Kernel variables, by instruction. */
  readonly btfVars = new Map<number, BtfVar>();
  /** Special fields of the type that an allocation or a graph operation deals with, by instruction. */
  readonly kptrStructMeta = new Map<number, BtfRecord>();

  constructor(length: number) {
    this.seen = new Uint32Array(length);
    this.ptrType = new Int32Array(length);
    this.ctxFieldSize = new Uint8Array(length);
    this.callMap = new Int32Array(length);
    this.callback = new Int32Array(length);
    this.loopInline = new Uint8Array(length);
    this.aluState = new Uint8Array(length);
    this.aluLimit = new Int32Array(length);
    this.nospec = new Uint8Array(length);
    this.nospecResult = new Uint8Array(length);
    this.nonSleepable = new Uint8Array(length);
    this.isIterNext = new Uint8Array(length);
    this.callWithPercpuAllocPtr = new Uint8Array(length);
    this.fastcallPattern = new Uint8Array(length);
    this.fastcallSpills = new Uint8Array(length);
    this.jmpPoint = new Uint8Array(length);
    this.prunePoint = new Uint8Array(length);
    this.forceCheckpoint = new Uint8Array(length);
    this.callsCallback = new Uint8Array(length);
    this.scc = new Int32Array(length);
    this.liveRegsBefore = new Uint16Array(length);
    this.backtrackRule = new Uint8Array(length);
    this.backtrackRegs = new Uint16Array(length);
    this.backtrackEnds = new Uint16Array(length);
    this.backtrackBegins = new Uint16Array(length);
    this.isWellFormed = new Uint8Array(length);
  }
}
