/** Stores to the stack: spills, zeroes and plain data. kernel: verifier.c check_stack_write*() */
import { EACCES, EINVAL } from '../../abi/errno.ts';
import { BPF_MEM, BPF_ST, classOf, modeOf } from '../../isa/constants.ts';
import { destroyIfDynptrStackSlot } from '../calls/dynptr.ts';
import type { FuncState, Verifier } from '../env.ts';
import { BPF_REG_SIZE, curFunc, frameReg, funcOf, markStackSlotScratched, reg, slotAt } from '../env.ts';
import { verboseLinfo } from '../log/log.ts';
import { checkFastcallStackContract } from '../program/fastcall-stack.ts';
import * as layout from '../program/layout.ts';
import { markChainPrecision } from '../states/backtrack.ts';
import { insnStackAccessFlags, pushJmpHistory } from '../states/history.ts';
import { assignScalarIdBeforeMov, clearScalarId } from '../states/linked.ts';
import { markStackWrite } from '../states/liveness.ts';
import { copyRegister, markRegKnown, registerIsNull, regWidth } from '../states/regs.ts';
import * as slots from '../states/stack-slots.ts';
import { TNUM, tnumEqualsConst, tnumIsConst } from '../values/tnum.ts';
import { toNumberS64 } from '../values/word64.ts';

const smin = (v: Verifier, r: number): number => toNumberS64(v.w, r + layout.SMIN);
const smax = (v: Verifier, r: number): number => toNumberS64(v.w, r + layout.SMAX);

/** Register types that keep their bounds or target when spilled. kernel: verifier.c is_spillable_regtype() */
function isSpillableRegtype(type: number): boolean {
  switch (layout.baseType(type)) {
    case layout.PTR_TO_MAP_VALUE:
    case layout.PTR_TO_STACK:
    case layout.PTR_TO_CTX:
    case layout.PTR_TO_PACKET:
    case layout.PTR_TO_PACKET_META:
    case layout.PTR_TO_PACKET_END:
    case layout.PTR_TO_FLOW_KEYS:
    case layout.CONST_PTR_TO_MAP:
    case layout.PTR_TO_SOCKET:
    case layout.PTR_TO_SOCK_COMMON:
    case layout.PTR_TO_TCP_SOCK:
    case layout.PTR_TO_XDP_SOCK:
    case layout.PTR_TO_BTF_ID:
    case layout.PTR_TO_BUF:
    case layout.PTR_TO_MEM:
    case layout.PTR_TO_FUNC:
    case layout.PTR_TO_MAP_KEY:
    case layout.PTR_TO_ARENA:
      return true;
    default:
      return false;
  }
}

/** kernel: verifier.c is_bpf_st_mem() */
function isBpfStMem(v: Verifier, insnIdx: number): boolean {
  const opcode = v.code.opcode[insnIdx];
  return classOf(opcode) === BPF_ST && modeOf(opcode) === BPF_MEM;
}

/** kernel: verifier.c save_register_state() */
function saveRegisterState(v: Verifier, slot: number, r: number, size: number): void {
  const w = v.w;
  copyRegister(w, slot, r);
  const low = BPF_REG_SIZE - size;
  for (let i = BPF_REG_SIZE - 1; i >= low; i--) slots.setSlotType(w, slot, i, layout.STACK_SPILL);
  for (let i = low - 1; i >= 0; i--) slots.markStackSlotMisc(w, slot, i);
}

/** Writes that leave old contents readable under speculation. kernel: verifier.c check_stack_write_fixed_off() */
function sanitizeWrite(v: Verifier, slot: number, off: number, size: number, r: number, insnIdx: number): void {
  let sanitize = r !== 0 && isSpillableRegtype(v.w[r + layout.TYPE]);
  const first = -off - 1;
  for (let i = 0; i < size && !sanitize; i++) {
    const type = slots.slotType(v.w, slot, (first - i) % BPF_REG_SIZE);
    sanitize = type !== layout.STACK_MISC && type !== layout.STACK_ZERO;
  }
  if (sanitize) v.aux.nospecResult[insnIdx] = 1;
}

/** The register whose value is stored, or 0 for constants and unknown values. */
const valueReg = (v: Verifier, valueRegno: number): number => (valueRegno >= 0 ? frameReg(curFunc(v), valueRegno) : 0);

/** True if the store is known to write zeroes. */
function writesZero(v: Verifier, value: number, insnIdx: number): boolean {
  if (value !== 0) return registerIsNull(v.w, value);
  return isBpfStMem(v, insnIdx) && v.code.imm[insnIdx] === 0;
}

/**
 * A store of `size` bytes at a known offset of a frame. `valueRegno` -1: the value is not in a register.
 * kernel: verifier.c check_stack_write_fixed_off()
 */
function checkStackWriteFixedOff(
  v: Verifier,
  func: FuncState,
  off: number,
  size: number,
  valueRegno: number,
  insnIdx: number,
): number {
  const spi = slots.spiOf(off);
  const slot = slotAt(func, spi);
  const value = valueReg(v, valueRegno);
  const isAtSlot = off % BPF_REG_SIZE === 0;
  if (
    !v.allowPtrLeaks &&
    slots.isSpilledReg(v.w, slot) &&
    !slots.isSpilledScalarReg(v.w, slot) &&
    size !== BPF_REG_SIZE
  ) {
    v.verbose('attempt to corrupt spilled pointer on stack\n');
    return -EACCES;
  }
  if (!v.bypassSpecV4) sanitizeWrite(v, slot, off, size, value, insnIdx);
  const error = destroyIfDynptrStackSlot(v, func, spi);
  if (error !== 0) return error;
  if (isAtSlot && size === BPF_REG_SIZE) markStackWrite(v, func.frameno, spi);
  checkFastcallStackContract(v, func, insnIdx, off);
  markStackSlotScratched(v, spi);
  const isSpill = isAtSlot && v.bpfCapable;
  if (isSpill && value !== 0 && v.w[value + layout.TYPE] === layout.SCALAR_VALUE) spillScalar(v, slot, value, size);
  else if (isSpill && value === 0 && isBpfStMem(v, insnIdx)) spillConstant(v, slot, v.code.imm[insnIdx], size);
  else if (value !== 0 && isSpillableRegtype(v.w[value + layout.TYPE])) {
    const refused = checkPointerSpill(v, func, value, size, insnIdx);
    if (refused !== 0) return refused;
    saveRegisterState(v, slot, value, size);
  } else return writeData(v, func, off, size, valueRegno, insnIdx);
  pushJmpHistory(v, v.cur, insnStackAccessFlags(func.frameno, spi));
  return 0;
}

/** A spill keeps its relation to the register unless it cuts bits off. */
function spillScalar(v: Verifier, slot: number, value: number, size: number): void {
  const fits = regWidth(v.w, value) <= 8 * size;
  if (fits) assignScalarIdBeforeMov(v, value);
  saveRegisterState(v, slot, value, size);
  if (fits) return;
  clearScalarId(v.w, slot);
}

function spillConstant(v: Verifier, slot: number, imm: number, size: number): void {
  const [constant] = v.fakeReg;
  v.w.fill(0, constant, constant + layout.REG_SIZE);
  markRegKnown(v.w, constant, imm, imm >> 31);
  v.w[constant + layout.TYPE] = layout.SCALAR_VALUE;
  saveRegisterState(v, slot, constant, size);
}

function checkPointerSpill(v: Verifier, func: FuncState, value: number, size: number, insnIdx: number): number {
  if (size !== BPF_REG_SIZE) {
    verboseLinfo(v, insnIdx, '; ');
    v.verbose('invalid size of register spill\n');
    return -EACCES;
  }
  if (func !== curFunc(v) && v.w[value + layout.TYPE] === layout.PTR_TO_STACK) {
    v.verbose('cannot spill pointers to stack into stack frame of the caller\n');
    return -EINVAL;
  }
  return 0;
}

/** What was spilled is lost, all of it. kernel: verifier.c scrub_special_slot() */
function scrubSpecialSlot(w: Int32Array, slot: number): void {
  w[slot + layout.TYPE] = layout.NOT_INIT;
  if (slots.isStackSlotSpecial(w, slot)) slots.scrubSlot(w, slot);
}

/** A store that is no spill: the bytes become data, or zeroes if that is what is written. */
function writeData(
  v: Verifier,
  func: FuncState,
  off: number,
  size: number,
  valueRegno: number,
  insnIdx: number,
): number {
  const slot = slotAt(func, slots.spiOf(off));
  scrubSpecialSlot(v.w, slot);
  let type = layout.STACK_MISC;
  if (writesZero(v, valueReg(v, valueRegno), insnIdx)) {
    // Later states may rely on the zero, so the register that it came from must be exact.
    const error = markChainPrecision(v, valueRegno);
    if (error !== 0) return error;
    type = layout.STACK_ZERO;
  }
  for (let i = 0; i < size; i++) slots.setSlotType(v.w, slot, (-off - 1 - i) % BPF_REG_SIZE, type);
  return 0;
}

/**
 * A store at a variable offset: every byte of the range may be written, so spills in it are lost.
 * kernel: verifier.c check_stack_write_var_off()
 */
function checkStackWriteVarOff(
  v: Verifier,
  func: FuncState,
  ptrRegno: number,
  off: number,
  size: number,
  valueRegno: number,
  insnIdx: number,
): number {
  const pointer = reg(v, ptrRegno);
  const min = smin(v, pointer) + off;
  const max = smax(v, pointer) + off + size;
  const writingZero = writesZero(v, valueReg(v, valueRegno), insnIdx);
  for (let spi = slots.spiOf(min); spi >= slots.spiOf(max - 1); spi--) {
    const error = destroyIfDynptrStackSlot(v, func, spi);
    if (error !== 0) return error;
  }
  checkFastcallStackContract(v, func, insnIdx, min);
  let zeroUsed = false;
  for (let i = min; i < max; i++) {
    if (i % BPF_REG_SIZE === 0 && i + BPF_REG_SIZE <= max && overwriteData(v, func, slots.spiOf(i))) {
      i += BPF_REG_SIZE - 1;
      continue;
    }
    const outcome = overwriteByte(v, func, i, writingZero, insnIdx);
    if (outcome < 0) return outcome;
    if (outcome === ZERO_USED) zeroUsed = true;
  }
  return zeroUsed ? markChainPrecision(v, valueRegno) : 0;
}

/** A slot that holds data only stays as it is; false if it holds anything else. Hot: `bench verifier` on `histogram`. */
function overwriteData(v: Verifier, func: FuncState, spi: number): boolean {
  const slot = slotAt(func, spi);
  if (!slots.isFilledWith(v.w, slot, layout.STACK_MISC)) return false;
  markStackSlotScratched(v, spi);
  v.w[slot + layout.TYPE] = layout.NOT_INIT;
  return true;
}

/** The byte stays zero because zero is written: the zero matters. */
const ZERO_USED = 1;

/** One byte that may be overwritten; a negative errno, 0, or ZERO_USED. */
function overwriteByte(v: Verifier, func: FuncState, i: number, writingZero: boolean, insnIdx: number): number {
  const w = v.w;
  const spi = slots.spiOf(i);
  const slot = slotAt(func, spi);
  const index = (-i - 1) % BPF_REG_SIZE;
  const type = slots.slotType(w, slot, index);
  markStackSlotScratched(v, spi);
  if (!v.allowPtrLeaks && type !== layout.STACK_MISC && type !== layout.STACK_ZERO) {
    v.verbose(`spilled ptr in range of var-offset stack write; insn ${insnIdx}, ptr off: ${i}`);
    return -EINVAL;
  }
  const isSpill = type === layout.STACK_SPILL && slots.isSpilledScalarReg(w, slot);
  if (writingZero && isSpill && tnumEqualsConst(w, slot + TNUM, 0)) return ZERO_USED;
  scrubSpecialSlot(w, slot);
  const rest = slots.slotType(w, slot, index);
  if (rest === layout.STACK_INVALID && !v.allowUninitStack) {
    v.verbose(`uninit stack in range of var-offset write prohibited for !root; insn ${insnIdx}, off: ${i}`);
    return -EINVAL;
  }
  const staysZero = writingZero && rest === layout.STACK_ZERO;
  slots.setSlotType(w, slot, index, staysZero ? layout.STACK_ZERO : layout.STACK_MISC);
  return staysZero ? ZERO_USED : 0;
}

/** A store through a stack pointer whose range was checked. kernel: verifier.c check_stack_write() */
export function checkStackWrite(
  v: Verifier,
  ptrRegno: number,
  off: number,
  size: number,
  valueRegno: number,
  insnIdx: number,
): number {
  const pointer = reg(v, ptrRegno);
  const func = funcOf(v, v.w[pointer + layout.FRAMENO]);
  if (tnumIsConst(v.w, pointer + TNUM))
    return checkStackWriteFixedOff(v, func, off + toNumberS64(v.w, pointer + TNUM), size, valueRegno, insnIdx);
  return checkStackWriteVarOff(v, func, ptrRegno, off, size, valueRegno, insnIdx);
}
