/**
 * Objects that the kernel keeps in a program's stack: dynptrs, iterators, saved interrupt flags. The highest slot is
 * the first; an object of n slots at `spi` fills spi, spi - 1, … spi - n + 1.
 */
import { EINVAL, ERANGE } from '../../abi/errno.ts';
import type { FuncState, Verifier } from '../env.ts';
import { BPF_REG_SIZE, funcOf, markStackSlotScratched, slotAt, slotCount } from '../env.ts';
import { FRAMENO, OFF, PTR_TO_STACK, TYPE } from '../program/layout.ts';
import { markStackRead, markStackWrite } from '../states/liveness.ts';
import { markRegKnownZero, markRegNotInit } from '../states/regs.ts';
import { fillSlotTypes, slotType, spiOf } from '../states/stack-slots.ts';
import { TNUM, tnumIsConst } from '../values/tnum.ts';

/**
 * The first slot of an object that `r` points to; -ERANGE if the stack does not reach there yet, -EINVAL after a
 * message. kernel: verifier.c stack_slot_obj_get_spi()
 */
export function stackSlotObjGetSpi(v: Verifier, r: number, kind: string, slots: number): number {
  if (!tnumIsConst(v.w, r + TNUM)) {
    v.verbose(`${kind} has to be at a constant offset\n`);
    return -EINVAL;
  }
  const off = (v.w[r + OFF] + v.w[r + TNUM]) | 0;
  const spi = spiOf(off);
  if (off % BPF_REG_SIZE !== 0 || spi + 1 < slots) {
    v.verbose(`cannot pass in ${kind} at an offset=${off}\n`);
    return -EINVAL;
  }
  const func = funcOf(v, v.w[r + FRAMENO]);
  return spi - slots + 1 >= 0 && spi < slotCount(func) ? spi : -ERANGE;
}

/** The object is used here. kernel: verifier.c mark_stack_slot_obj_read() */
export function markStackSlotObjRead(v: Verifier, frameno: number, spi: number, slots: number): void {
  for (let i = 0; i < slots; i++) {
    markStackRead(v, frameno, v.insnIdx, spi - i);
    markStackSlotScratched(v, spi - i);
  }
}

/** A slot becomes part of a new object, with nothing else known. Registers of stack objects have no type of their own. */
export function startStackObject(v: Verifier, func: FuncState, spi: number, byteType: number): number {
  const slot = slotAt(func, spi);
  markRegKnownZero(v, slot);
  v.w[slot + TYPE] = PTR_TO_STACK;
  fillSlotTypes(v.w, slot, byteType);
  markStackWrite(v, func.frameno, spi);
  markStackSlotScratched(v, spi);
  return slot;
}

/** A slot is no longer part of an object. */
export function endStackObject(v: Verifier, func: FuncState, spi: number, byteType: number): void {
  const slot = slotAt(func, spi);
  markRegNotInit(v, slot);
  fillSlotTypes(v.w, slot, byteType);
  markStackWrite(v, func.frameno, spi);
  markStackSlotScratched(v, spi);
}

/** True if all eight bytes of a slot belong to such an object. */
export function isWholly(w: Int32Array, slot: number, byteType: number): boolean {
  for (let i = 0; i < BPF_REG_SIZE; i++) if (slotType(w, slot, i) !== byteType) return false;
  return true;
}

/** True if any of the eight bytes of a slot belongs to such an object. */
export function isPartly(w: Int32Array, slot: number, byteType: number): boolean {
  for (let i = 0; i < BPF_REG_SIZE; i++) if (slotType(w, slot, i) === byteType) return true;
  return false;
}
