/**
 * What liveness.ts keeps of each function instance. A mask has a bit for each of the 64 stack slots, in two words. Masks
 * of one instruction and frame:
 *
 *   word  0..1      2..3        4..5            6..7
 *         MAY_READ  MUST_WRITE  MUST_WRITE_ACC  LIVE_BEFORE
 */
export const MAY_READ = 0;
export const MUST_WRITE = 2;
export const MUST_WRITE_ACC = 4;
export const LIVE_BEFORE = 6;
export const MASKS_SIZE = 8;

/** A function as called from a certain place. */
export interface FuncInstance {
  /** Call instructions, outermost first; the last entry is the first instruction of the function itself. */
  readonly callsites: readonly number[];
  readonly start: number;
  readonly length: number;
  /** The instance of the caller; undefined for a function that nobody called. */
  readonly caller: FuncInstance | undefined;
  /** Instances of callees, by `calleeKey`. */
  readonly callees: Map<number, FuncInstance>;
  /** Per frame of the chain, made when first needed: MASKS_SIZE words for each instruction. */
  readonly frames: (Int32Array | undefined)[];
  /** See `updateOrder`. */
  order: Int32Array | undefined;
  /** Per instruction: 0 = MUST_WRITE was never set, SET_EMPTY = only to nothing, SET = otherwise. */
  readonly mustWriteSet: Uint8Array;
  updated: boolean;
  mustWriteDropped: boolean;
}
