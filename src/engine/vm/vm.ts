/**
 * What an interpreter works on: the machine's memory, the kernel's side of context and packet accesses, and the place
 * where a slice says how it ended. One `Vm` serves all CPUs of a machine: nothing in it outlives a slice.
 *
 * Registers are 22 words of machine memory, r0 low, r0 high, r1 low, … r10 high. `run` writes them without the
 * journal: who calls it journals them before. The word after the block counts the
 * `may_goto` jumps of the frame; a new frame has 0 there.
 *
 *   word  0      1       2      …  20       21       22
 *         r0 lo  r0 hi   r1 lo  …  r10 lo   r10 hi   MAY_GOTO_COUNT
 */
export const REGISTER_WORDS = 22;
export const MAY_GOTO_COUNT = 22;

/** The part of the machine's memory that instructions need; all offsets in bytes. */
export interface VmMemory {
  readonly words: Int32Array;
  readonly bytes: Uint8Array;
  /** Usable bytes from 0. */
  readonly size: number;
  store8(address: number, value: number): void;
  store16(address: number, value: number): void;
  store32(address: number, value: number): void;
  storeUnaligned32(address: number, value: number): void;
  loadUnaligned32(address: number): number;
  /** Notes an access to memory that is not live. */
  touchRange(address: number, count: number): boolean;
}

/** How the kernel answers accesses that are no plain memory accesses. */
export interface VmEnvironment {
  /**
   * Reads `size` bytes of the context at `address` + `offset` into `words[target]` and the word after it.
   * False if there is no such field, which the verifier rules out.
   */
  loadContext(address: number, offset: number, size: number, words: Int32Array, target: number): boolean;
  storeContext(address: number, offset: number, size: number, low: number, high: number): boolean;
  /** Bytes of the packet behind the context in network order, as a number; -1 beyond its end. */
  loadPacket(context: number, offset: number, size: number): number;
}

/** Why a slice ended. */
export const STOP_FUEL = 0;
/** The instructions asked for are done. */
export const STOP_STEP = 1;
/** Before an access that others can see; it is not executed yet. */
export const STOP_VISIBLE = 2;
/** At a call of a helper, of a kernel function, of a subprogram: not executed. Go on at `pc + 1` afterwards. */
export const STOP_HELPER = 3;
export const STOP_KFUNC = 4;
export const STOP_CALL = 5;
/** At `exit` of a frame; the result is in r0. */
export const STOP_EXIT = 6;
/** A bad access or an instruction that does not exist: `fault` tells. */
export const STOP_FAULT = 7;
export type Stop = number;

export interface Fault {
  readonly kind: 'access' | 'context' | 'instruction';
  /** The address that was used. */
  readonly low: number;
  readonly high: number;
  readonly size: number;
  readonly write: boolean;
}

export class Vm {
  readonly memory: VmMemory;
  readonly environment: VmEnvironment;
  /** Where the slice stopped. */
  pc = 0;
  /** Cost that may still be charged; a slice ends at the first point where it is not above 0. */
  fuel = 0;
  /** Report accesses to memory that is not live. */
  checked = false;
  /** Stop before visible accesses. */
  stopsAtVisible = false;
  fault: Fault | undefined;
  /** An atomic operation was executed: earlier stores are visible by then. */
  fenced = false;

  constructor(memory: VmMemory, environment: VmEnvironment) {
    this.memory = memory;
    this.environment = environment;
  }

  /** Whether a fence was executed since the last call. */
  takeFence(): boolean {
    const { fenced } = this;
    this.fenced = false;
    return fenced;
  }
}
