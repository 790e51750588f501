/** Which bytes of a stack an access touches, and whether they hold anything. */
import { EACCES, EFAULT, EINVAL } from '../../abi/errno.ts';
import { MAX_BPF_STACK } from '../../abi/limits.ts';
import type { CallArgMeta } from '../calls/call-meta.ts';
import type { FuncState, Verifier } from '../env.ts';
import { BPF_REG_SIZE, funcOf, growStack, reg, slotAt, slotCount } from '../env.ts';
import * as layout from '../program/layout.ts';
import { markStackRead } from '../states/liveness.ts';
import { markRegUnknown } from '../states/regs.ts';
import { isFilledWith, isSpilledReg, scrubSlot, setSlotType, slotType, spiOf } from '../states/stack-slots.ts';
import { tnumStrn } from '../values/number-text.ts';
import { TNUM, tnumIsConst } from '../values/tnum.ts';
import { toNumberS64 } from '../values/word64.ts';
import { BPF_MAX_VAR_OFF, BPF_READ, BPF_WRITE } from './access-types.ts';

/** Writes may touch the whole stack; reads only what was used before, unless uninitialised stack may be read. */
function checkStackSlotWithinBounds(v: Verifier, off: number, func: FuncState, type: number): number {
  const min = type === BPF_WRITE || v.allowUninitStack ? -MAX_BPF_STACK : -func.allocatedStack;
  return off < min || off > -1 ? -EACCES : 0;
}

/** kernel: verifier.c check_stack_access_within_bounds() */
function boundsError(v: Verifier, func: FuncState, min: number, max: number, size: number, type: number): number {
  const error = checkStackSlotWithinBounds(v, min, func, type);
  if (error !== 0) return error;
  if (max > 0) return -EINVAL;
  return size < 0 ? -EFAULT : 0;
}

/**
 * Checks that `size` bytes at `off` from a stack pointer lie in the stack, which grows to hold them.
 * kernel: verifier.c check_stack_access_within_bounds()
 */
export function checkStackAccessWithinBounds(
  v: Verifier,
  regno: number,
  off: number,
  size: number,
  type: number,
): number {
  const pointer = reg(v, regno);
  const func = funcOf(v, v.w[pointer + layout.FRAMENO]);
  const doing = type === BPF_READ ? ' read from' : ' write to';
  const isFixed = tnumIsConst(v.w, pointer + TNUM);
  const low = toNumberS64(v.w, pointer + (isFixed ? TNUM : layout.SMIN));
  const high = toNumberS64(v.w, pointer + (isFixed ? TNUM : layout.SMAX));
  if (!isFixed && (high >= BPF_MAX_VAR_OFF || low <= -BPF_MAX_VAR_OFF)) {
    v.verbose(`invalid unbounded variable-offset${doing} stack R${regno}\n`);
    return -EACCES;
  }
  const error = boundsError(v, func, low + off, high + off + size, size, type);
  if (error === 0) {
    growStack(v, func, -(low + off));
    return 0;
  }
  if (isFixed) v.verbose(`invalid${doing} stack R${regno} off=${off} size=${size}\n`);
  else {
    const varOff = tnumStrn(v.w, pointer + TNUM);
    v.verbose(`invalid variable-offset${doing} stack R${regno} var_off=${varOff} off=${off} size=${size}\n`);
  }
  return error;
}

/**
 * Checks that a helper (or a load at a variable offset) may read `size` bytes through a stack pointer. With `meta` in
 * raw mode the bytes need not be initialised: `meta` notes what will be written. kernel: verifier.c check_stack_range_initialized()
 */
export function checkStackRangeInitialized(
  v: Verifier,
  regno: number,
  off: number,
  size: number,
  zeroSizeAllowed: boolean,
  type: number,
  meta: CallArgMeta | undefined,
): number {
  if (size === 0 && !zeroSizeAllowed) {
    v.verbose('invalid zero-sized read\n');
    return -EACCES;
  }
  const error = checkStackAccessWithinBounds(v, regno, off, size, type);
  if (error !== 0) return error;
  const pointer = reg(v, regno);
  const isFixed = tnumIsConst(v.w, pointer + TNUM);
  if (!isFixed && !v.bypassSpecV1) {
    const varOff = tnumStrn(v.w, pointer + TNUM);
    v.verbose(`R${regno} variable offset stack access prohibited for !root, var_off=${varOff}\n`);
    return -EACCES;
  }
  const min = toNumberS64(v.w, pointer + (isFixed ? TNUM : layout.SMIN)) + off;
  const end = toNumberS64(v.w, pointer + (isFixed ? TNUM : layout.SMAX)) + off + size;
  if (meta?.rawMode === true && isFixed) return noteRawAccess(v, regno, min, end, size, meta);
  const frameno = v.w[pointer + layout.FRAMENO];
  const isWritten = type === BPF_WRITE;
  for (let i = min; i < end; i++) {
    if (isAtSlot(i) && i + BPF_REG_SIZE <= end && isAllData(v, funcOf(v, frameno), spiOf(i), isWritten)) {
      markStackRead(v, frameno, v.insnIdx, spiOf(i));
      i += BPF_REG_SIZE - 1;
      continue;
    }
    const refused = checkByteInitialized(v, pointer, i, isWritten);
    if (refused === -EACCES) reportUninitialized(v, regno, min, i, size);
    if (refused !== 0) return refused;
  }
  return 0;
}

/** The helper fills the bytes itself; it may not do so to dynptrs. */
function noteRawAccess(v: Verifier, regno: number, min: number, end: number, size: number, meta: CallArgMeta): number {
  const func = funcOf(v, v.w[reg(v, regno) + layout.FRAMENO]);
  for (let i = min; i < end; i++) {
    const stackOff = -i - 1;
    if (func.allocatedStack <= stackOff) continue;
    if (slotType(v.w, slotAt(func, spiOf(i)), stackOff % BPF_REG_SIZE) === layout.STACK_DYNPTR) {
      v.verbose(`potential write to dynptr at off=${i} disallowed\n`);
      return -EACCES;
    }
  }
  meta.accessSize = size;
  meta.regno = regno;
  return 0;
}

const isAtSlot = (off: number): boolean => (off & (BPF_REG_SIZE - 1)) === 0;

/** All bytes of a slot may be read, and stay what they are even if they are written. Hot: `bench verifier` on `histogram`. */
function isAllData(v: Verifier, func: FuncState, spi: number, isWritten: boolean): boolean {
  if (spi >= slotCount(func)) return false;
  const slot = slotAt(func, spi);
  if (isFilledWith(v.w, slot, layout.STACK_MISC)) return true;
  if (isWritten) return false;
  return (
    isFilledWith(v.w, slot, layout.STACK_ZERO) || (v.allowUninitStack && isFilledWith(v.w, slot, layout.STACK_INVALID))
  );
}

/** One byte of the range; `clobber`: the helper may also write it. */
function checkByteInitialized(v: Verifier, pointer: number, i: number, clobber: boolean): number {
  const w = v.w;
  const frameno = w[pointer + layout.FRAMENO];
  const func = funcOf(v, frameno);
  const spi = spiOf(i);
  if (func.allocatedStack <= -i - 1) {
    v.verbose('allocated_stack too small\n');
    return -EFAULT;
  }
  const slot = slotAt(func, spi);
  const index = (-i - 1) % BPF_REG_SIZE;
  const type = slotType(w, slot, index);
  if (type === layout.STACK_ZERO || (type === layout.STACK_INVALID && v.allowUninitStack)) {
    if (clobber) setSlotType(w, slot, index, layout.STACK_MISC);
  } else if (type !== layout.STACK_MISC) {
    const mayLeak = w[slot + layout.TYPE] === layout.SCALAR_VALUE || v.allowPtrLeaks;
    if (!isSpilledReg(w, slot) || !mayLeak) return -EACCES;
    if (clobber) {
      markRegUnknown(v, slot);
      scrubSlot(w, slot);
    }
  }
  markStackRead(v, frameno, v.insnIdx, spi);
  return 0;
}

function reportUninitialized(v: Verifier, regno: number, min: number, i: number, size: number): void {
  const pointer = reg(v, regno);
  if (tnumIsConst(v.w, pointer + TNUM))
    v.verbose(`invalid read from stack R${regno} off ${min}+${i - min} size ${size}\n`);
  else
    v.verbose(`invalid read from stack R${regno} var_off ${tnumStrn(v.w, pointer + TNUM)}+${i - min} size ${size}\n`);
}
