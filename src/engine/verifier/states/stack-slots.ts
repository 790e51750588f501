/**
 * Bytes of a stack slot: what each of the eight holds, packed four to a word behind the slot's register record. Byte 7
 * has the lowest address, as the stack is counted downwards. `slot` is the arena offset of a slot (`slotAt`).
 * kernel: struct bpf_stack_state, and the small functions on it in verifier.c
 */
import { BPF_REG_SIZE } from '../env.ts';
import * as layout from '../program/layout.ts';

/** The type of byte `index` of a slot. */
export function slotType(w: Int32Array, slot: number, index: number): number {
  return (w[slot + layout.SLOT_TYPES + (index >> 2)] >> ((index & 3) << 3)) & 0xff;
}

export function setSlotType(w: Int32Array, slot: number, index: number, type: number): void {
  const at = slot + layout.SLOT_TYPES + (index >> 2);
  const shift = (index & 3) << 3;
  w[at] = (w[at] & ~(0xff << shift)) | (type << shift);
}

/** Sets all eight bytes. */
export function fillSlotTypes(w: Int32Array, slot: number, type: number): void {
  w[slot + layout.SLOT_TYPES] = type * 0x01010101;
  w[slot + layout.SLOT_TYPES + 1] = type * 0x01010101;
}

/** All eight bytes have the type. */
export const isFilledWith = (w: Int32Array, slot: number, type: number): boolean =>
  w[slot + layout.SLOT_TYPES] === type * 0x01010101 && w[slot + layout.SLOT_TYPES + 1] === type * 0x01010101;

/** The type of the highest byte, which tells spills and special slots from data. */
const topType = (w: Int32Array, slot: number): number => (w[slot + layout.SLOT_TYPES + 1] >> 24) & 0xff;

/** kernel: verifier.c is_spilled_reg() */
export const isSpilledReg = (w: Int32Array, slot: number): boolean => topType(w, slot) === layout.STACK_SPILL;

/** kernel: verifier.c is_spilled_scalar_reg() */
export const isSpilledScalarReg = (w: Int32Array, slot: number): boolean =>
  topType(w, slot) === layout.STACK_SPILL && w[slot + layout.TYPE] === layout.SCALAR_VALUE;

/** A spilled register, dynptr, iterator or interrupt flag. kernel: verifier.c is_stack_slot_special() */
export function isStackSlotSpecial(w: Int32Array, slot: number): boolean {
  const type = topType(w, slot);
  return type === layout.STACK_SPILL || type >= layout.STACK_DYNPTR;
}

/** Bytes beside a narrow spill: what was written becomes data, zeroes stay zeroes. kernel: verifier.c mark_stack_slot_misc() */
export function markStackSlotMisc(w: Int32Array, slot: number, index: number): void {
  const type = slotType(w, slot, index);
  if (type !== layout.STACK_ZERO && type !== layout.STACK_INVALID) setSlotType(w, slot, index, layout.STACK_MISC);
}

/** Written bytes of a slot become data. kernel: verifier.c scrub_spilled_slot() on each */
export function scrubSlot(w: Int32Array, slot: number): void {
  for (let index = 0; index < BPF_REG_SIZE; index++)
    if (slotType(w, slot, index) !== layout.STACK_INVALID) setSlotType(w, slot, index, layout.STACK_MISC);
}

/** Slot of a byte of the stack: 0 for -8..-1. kernel: verifier.c __get_spi() */
export const spiOf = (offset: number): number => ((-offset - 1) / BPF_REG_SIZE) | 0;
