/** A frame's stack in slots of eight bytes. */
export interface StackSlot {
  /** From r10: -8, -16, … */
  readonly offset: number;
  /** Hex digits, lowest address first. */
  readonly bytes: string;
}

const SLOT_DIGITS = 16;

/** The slots of a stack given as hex digits up to r10, the one next to r10 first. */
export function stackSlots(stack: string): readonly StackSlot[] {
  const count = Math.ceil(stack.length / SLOT_DIGITS);
  return Array.from({ length: count }, (_, i) => {
    const end = stack.length - i * SLOT_DIGITS;
    return { offset: -8 * (i + 1), bytes: stack.slice(Math.max(0, end - SLOT_DIGITS), end) };
  });
}
