import type { Routine } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { Frame } from '../layouts/cpu.ts';
import type { Addr, Memory } from '../memory/memory.ts';

/** Words of a call that become a routine's arguments: register numbers doubled for the low word, plus 1 for the high one. */
export const R1 = 2;
export const R2 = 4;
export const R2_HIGH = 5;
export const R3 = 6;
export const R3_HIGH = 7;
export const R4 = 8;
export const R4_HIGH = 9;
/** Address of the program that calls. */
export const THIS_PROG = -1;

/**
 * How a helper or kernel function is done: by a routine, step by step, or at once within the calling instruction's step
 * if nobody can tell the difference. A routine's result becomes R0, sign extended.
 */
export type Helper =
  | { readonly is: 'routine'; readonly routine: Routine; readonly words: readonly number[] }
  | { readonly is: 'instant'; readonly run: (k: Kernel, call: HelperCall) => void };

export const byRoutine = (routine: Routine, ...words: number[]): Helper => ({ is: 'routine', routine, words });
export const instant = (run: (k: Kernel, call: HelperCall) => void): Helper => ({ is: 'instant', run });

const REGISTERS = Frame.offset('registers');
const LOCALS = Frame.offset('locals');
const AT = Frame.offset('at');

/** The arguments of a call in progress, and where its result goes. One per machine, placed on the calling frame. */
export class HelperCall {
  private readonly memory: Memory;
  /** The BPF frame that calls. */
  frame: Addr = 0;

  constructor(memory: Memory) {
    this.memory = memory;
  }

  /** Low word of argument 1 … 5: the offset, if it is a pointer. */
  low(argument: number): number {
    return this.memory.load32(this.frame + REGISTERS + 8 * argument);
  }

  high(argument: number): number {
    return this.memory.load32(this.frame + REGISTERS + 8 * argument + 4);
  }

  /** The program that calls. */
  prog(): Addr {
    return this.memory.load32(this.frame + LOCALS);
  }

  /** Slot of the calling instruction. */
  pc(): number {
    return this.memory.load32(this.frame + AT) - 1;
  }

  /** R0 = a 32-bit result, sign extended. */
  returns(value: number): void {
    this.returns64(value, value >> 31);
  }

  returns64(low: number, high: number): void {
    this.memory.store32(this.frame + REGISTERS, low);
    this.memory.store32(this.frame + REGISTERS + 4, high);
  }
}
