/** Loads from the stack: fills of spilled registers and plain data. kernel: verifier.c check_stack_read*() */
import { EACCES } from '../../abi/errno.ts';
import type { FuncState, Verifier } from '../env.ts';
import { BPF_REG_SIZE, curFunc, funcOf, markStackSlotScratched, reg, slotAt } from '../env.ts';
import { verboseLinfo } from '../log/log.ts';
import { checkFastcallStackContract } from '../program/fastcall-stack.ts';
import * as layout from '../program/layout.ts';
import { insnStackAccessFlags, pushJmpHistory } from '../states/history.ts';
import { clearScalarId } from '../states/linked.ts';
import { markStackRead } from '../states/liveness.ts';
import { copyRegister, markRegConstZero, markRegUnknown, regWidth } from '../states/regs.ts';
import { isSpilledReg, slotType, spiOf } from '../states/stack-slots.ts';
import { tnumStrn } from '../values/number-text.ts';
import { TNUM, tnumEqualsConst, tnumIsConst } from '../values/tnum.ts';
import { toNumberS64 } from '../values/word64.ts';
import { BPF_READ } from './access-types.ts';
import { checkStackRangeInitialized } from './stack-range.ts';

const smin = (v: Verifier, r: number): number => toNumberS64(v.w, r + layout.SMIN);
const smax = (v: Verifier, r: number): number => toNumberS64(v.w, r + layout.SMAX);

/** A load from [min, max) that restores no register. kernel: verifier.c mark_reg_stack_read() */
function markRegStackRead(v: Verifier, func: FuncState, min: number, max: number, dstRegno: number): void {
  let zeros = 0;
  for (let i = min; i < max; i++) {
    const spi = spiOf(i);
    markStackSlotScratched(v, spi);
    if (slotType(v.w, slotAt(func, spi), (-i - 1) % BPF_REG_SIZE) !== layout.STACK_ZERO) break;
    zeros++;
  }
  const destination = reg(v, dstRegno);
  if (zeros === max - min) markRegConstZero(v, destination);
  else markRegUnknown(v, destination);
}

/** Contiguous bytes of a spill, counted from the highest. */
function spillSizeOf(v: Verifier, slot: number): number {
  let size = 1;
  for (let i = BPF_REG_SIZE - 1; i > 0 && slotType(v.w, slot, i - 1) === layout.STACK_SPILL; i--) size++;
  return size;
}

/**
 * A load of `size` bytes at a known offset of a frame; `dstRegno` -1: only whether it may be read.
 * kernel: verifier.c check_stack_read_fixed_off()
 */
function checkStackReadFixedOff(v: Verifier, func: FuncState, off: number, size: number, dstRegno: number): number {
  const spi = spiOf(off);
  const slot = slotAt(func, spi);
  markStackSlotScratched(v, spi);
  checkFastcallStackContract(v, curFunc(v), v.insnIdx, off);
  markStackRead(v, func.frameno, v.insnIdx, spi);
  const fill = isSpilledReg(v.w, slot)
    ? readSpill(v, slot, off, size, dstRegno)
    : readData(v, func, slot, off, size, dstRegno);
  if (fill !== FILLS) return fill;
  pushJmpHistory(v, v.cur, insnStackAccessFlags(func.frameno, spi));
  return 0;
}

/** The load restores what was spilled: precision follows it back to the spill. */
const FILLS = 1;

function readSpill(v: Verifier, slot: number, off: number, size: number, dstRegno: number): number {
  const spillSize = spillSizeOf(v, slot);
  if (size !== BPF_REG_SIZE || spillSize !== BPF_REG_SIZE)
    return readPartOfSpill(v, slot, off, size, spillSize, dstRegno);
  if (dstRegno >= 0) copyRegister(v.w, reg(v, dstRegno), slot);
  else if (!v.allowPtrLeaks && v.w[slot + layout.TYPE] !== layout.SCALAR_VALUE) {
    v.verbose(`leaking pointer from stack off ${off}\n`);
    return -EACCES;
  }
  return FILLS;
}

function readPartOfSpill(
  v: Verifier,
  slot: number,
  off: number,
  size: number,
  spillSize: number,
  dstRegno: number,
): number {
  if (v.w[slot + layout.TYPE] !== layout.SCALAR_VALUE) {
    verboseLinfo(v, v.insnIdx, '; ');
    v.verbose('invalid size of register fill\n');
    return -EACCES;
  }
  if (dstRegno < 0) return 0;
  const isFromStart = off % BPF_REG_SIZE === 0 && size <= spillSize;
  if (!isFromStart) return readAcrossSpill(v, slot, off, size, dstRegno);
  const destination = reg(v, dstRegno);
  const subregDef = v.w[destination + layout.SUBREG_DEF];
  copyRegister(v.w, destination, slot);
  v.w[destination + layout.SUBREG_DEF] = subregDef;
  if (regWidth(v.w, slot) > 8 * size) clearScalarId(v.w, destination);
  return FILLS;
}

/** A load that takes spilled bytes together with others, or from the middle of a spill. */
function readAcrossSpill(v: Verifier, slot: number, off: number, size: number, dstRegno: number): number {
  let spilled = 0;
  let zeros = 0;
  for (let i = 0; i < size; i++) {
    const type = slotType(v.w, slot, (-off - 1 - i) % BPF_REG_SIZE);
    if (type === layout.STACK_SPILL) spilled++;
    else if (type === layout.STACK_ZERO) zeros++;
    else if (!isReadable(v, type)) return refuseRead(v, off, i, size);
  }
  const destination = reg(v, dstRegno);
  if (spilled === size && tnumEqualsConst(v.w, slot + TNUM, 0)) {
    markRegConstZero(v, destination);
    return FILLS;
  }
  if (zeros === size) markRegConstZero(v, destination);
  else markRegUnknown(v, destination);
  return 0;
}

const isReadable = (v: Verifier, type: number): boolean =>
  type === layout.STACK_MISC || type === layout.STACK_ZERO || (type === layout.STACK_INVALID && v.allowUninitStack);

function refuseRead(v: Verifier, off: number, i: number, size: number): number {
  v.verbose(`invalid read from stack off ${off}+${i} size ${size}\n`);
  return -EACCES;
}

function readData(v: Verifier, func: FuncState, slot: number, off: number, size: number, dstRegno: number): number {
  for (let i = 0; i < size; i++)
    if (!isReadable(v, slotType(v.w, slot, (-off - 1 - i) % BPF_REG_SIZE))) return refuseRead(v, off, i, size);
  if (dstRegno >= 0) markRegStackRead(v, func, off, off + size, dstRegno);
  return 0;
}

/** kernel: verifier.c check_stack_read_var_off() */
function checkStackReadVarOff(v: Verifier, ptrRegno: number, off: number, size: number, dstRegno: number): number {
  const pointer = reg(v, ptrRegno);
  const func = funcOf(v, v.w[pointer + layout.FRAMENO]);
  const error = checkStackRangeInitialized(v, ptrRegno, off, size, false, BPF_READ, undefined);
  if (error !== 0) return error;
  const min = smin(v, pointer) + off;
  markRegStackRead(v, func, min, smax(v, pointer) + off + size, dstRegno);
  checkFastcallStackContract(v, func, v.insnIdx, min);
  return 0;
}

/** A load through a stack pointer whose range was checked. kernel: verifier.c check_stack_read() */
export function checkStackRead(v: Verifier, ptrRegno: number, off: number, size: number, dstRegno: number): number {
  const pointer = reg(v, ptrRegno);
  const isFixed = tnumIsConst(v.w, pointer + TNUM);
  if (isFixed) {
    const func = funcOf(v, v.w[pointer + layout.FRAMENO]);
    return checkStackReadFixedOff(v, func, off + toNumberS64(v.w, pointer + TNUM), size, dstRegno);
  }
  if (dstRegno >= 0) return checkStackReadVarOff(v, ptrRegno, off, size, dstRegno);
  v.verbose(
    `variable offset stack pointer cannot be passed into helper function; var_off=${tnumStrn(v.w, pointer + TNUM)} off=${off} size=${size}\n`,
  );
  return -EACCES;
}
