/** Loads and stores: which check a pointer needs. kernel: verifier.c check_mem_access() and its callers */
import { EACCES, EINVAL } from '../../abi/errno.ts';
import { SIZE_BYTES, sizeOf } from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { mapOf, reg } from '../env.ts';
import { checkRegArg, DST_OP_NO_MARK, SRC_OP } from '../insns/reg-arg.ts';
import { regTypeStr } from '../log/log-names.ts';
import * as layout from '../program/layout.ts';
import { isPointerValue, markRegUnknown } from '../states/regs.ts';
import { regBoundsSanityCheck } from '../values/bounds.ts';
import { coerceRegToSize, coerceRegToSizeSx } from '../values/extend.ts';
import { BPF_READ, BPF_WRITE } from './access-types.ts';
import { checkPtrAlignment } from './alignment.ts';
import { checkPtrToBtfAccess, checkPtrToMapAccess } from './btf-access.ts';
import { checkCtxAccess, checkSockAccess } from './ctx.ts';
import { checkMapValueAccess } from './map-access.ts';
import {
  checkBufferAccess,
  checkFlowKeysAccess,
  checkMemRegionAccess,
  checkPacketAccess,
  mayAccessDirectPktData,
} from './mem-region.ts';
import { checkStackAccessWithinBounds } from './stack-range.ts';
import { checkStackRead } from './stack-read.ts';
import { checkStackWrite } from './stack-write.ts';

/** kernel: include/linux/bpf.h type_is_sk_pointer() */
const typeIsSkPointer = (type: number): boolean =>
  type === layout.PTR_TO_SOCKET ||
  type === layout.PTR_TO_SOCK_COMMON ||
  type === layout.PTR_TO_TCP_SOCK ||
  type === layout.PTR_TO_XDP_SOCK;

const isRdonly = (type: number): boolean => (type & layout.MEM_RDONLY) !== 0;

/** An address may not be stored where the program has no right to see it. */
function checkLeak(v: Verifier, type: number, valueRegno: number, where: string): number {
  if (type !== BPF_WRITE || valueRegno < 0 || !isPointerValue(v, reg(v, valueRegno))) return 0;
  v.verbose(`R${valueRegno} leaks addr into ${where}\n`);
  return -EACCES;
}

function refuseWrite(v: Verifier, regno: number): number {
  v.verbose(`R${regno} cannot write into ${regTypeStr(v.w[reg(v, regno) + layout.TYPE])}\n`);
  return -EACCES;
}

function checkMapKey(v: Verifier, regno: number, off: number, size: number, type: number): number {
  if (type === BPF_WRITE) {
    v.verbose(`write to change key R${regno} not allowed\n`);
    return -EACCES;
  }
  return checkMemRegionAccess(v, regno, off, size, mapOf(v, reg(v, regno)).keySize, false);
}

function checkMem(v: Verifier, regno: number, off: number, size: number, type: number, valueRegno: number): number {
  const r = reg(v, regno);
  const regType = v.w[r + layout.TYPE];
  if (layout.typeMayBeNull(regType)) return refuseType(v, regno);
  if (type === BPF_WRITE && isRdonly(regType)) return refuseWrite(v, regno);
  const leak = checkLeak(v, type, valueRegno, 'mem');
  if (leak !== 0) return leak;
  // Untrusted memory is read by instructions that survive faults: nothing to check.
  if (isRdonly(regType) && (regType & layout.PTR_UNTRUSTED) !== 0) return 0;
  return checkMemRegionAccess(v, regno, off, size, v.w[r + layout.MEM_SIZE] >>> 0, false);
}

function checkPacket(v: Verifier, regno: number, off: number, size: number, type: number, valueRegno: number): number {
  if (type === BPF_WRITE && !mayAccessDirectPktData(v, undefined, type)) {
    v.verbose('cannot write into packet\n');
    return -EACCES;
  }
  return checkLeak(v, type, valueRegno, 'packet') || checkPacketAccess(v, regno, off, size, false);
}

function checkSock(v: Verifier, insnIdx: number, regno: number, off: number, size: number, type: number): number {
  return type === BPF_WRITE ? refuseWrite(v, regno) : checkSockAccess(v, insnIdx, regno, off, size, type);
}

function checkBuffer(v: Verifier, regno: number, off: number, size: number, type: number): number {
  const readOnly = isRdonly(v.w[reg(v, regno) + layout.TYPE]);
  if (readOnly && type === BPF_WRITE) return refuseWrite(v, regno);
  return checkBufferAccess(v, readOnly ? 'rdonly' : 'rdwr', regno, off, size);
}

function refuseType(v: Verifier, regno: number): number {
  v.verbose(`R${regno} invalid mem access '${regTypeStr(v.w[reg(v, regno) + layout.TYPE])}'\n`);
  return -EACCES;
}

/** Accesses whose loads give plain numbers. */
function checkPlainAccess(
  v: Verifier,
  insnIdx: number,
  regno: number,
  off: number,
  size: number,
  type: number,
  valueRegno: number,
): number {
  const regType = v.w[reg(v, regno) + layout.TYPE];
  if (regType === layout.PTR_TO_MAP_KEY) return checkMapKey(v, regno, off, size, type);
  if (layout.baseType(regType) === layout.PTR_TO_MEM) return checkMem(v, regno, off, size, type, valueRegno);
  if (regType === layout.PTR_TO_PACKET || regType === layout.PTR_TO_PACKET_META)
    return checkPacket(v, regno, off, size, type, valueRegno);
  if (regType === layout.PTR_TO_FLOW_KEYS)
    return checkLeak(v, type, valueRegno, 'flow keys') || checkFlowKeysAccess(v, off, size);
  if (typeIsSkPointer(regType)) return checkSock(v, insnIdx, regno, off, size, type);
  if (regType === layout.PTR_TO_TP_BUFFER) return checkBufferAccess(v, 'tracepoint', regno, off, size);
  if (layout.baseType(regType) === layout.PTR_TO_BUF && !layout.typeMayBeNull(regType))
    return checkBuffer(v, regno, off, size, type);
  return regType === layout.PTR_TO_ARENA ? 0 : refuseType(v, regno);
}

/** Checks the access and, for a load, sets the register it goes to. */
function checkAccess(
  v: Verifier,
  insnIdx: number,
  regno: number,
  off: number,
  size: number,
  type: number,
  valueRegno: number,
  signExtends: boolean,
): number {
  const regType = v.w[reg(v, regno) + layout.TYPE];
  if (regType === layout.PTR_TO_STACK) {
    const error = checkStackAccessWithinBounds(v, regno, off, size, type);
    if (error !== 0) return error;
    if (type === BPF_READ) return checkStackRead(v, regno, off, size, valueRegno);
    return checkStackWrite(v, regno, off, size, valueRegno, insnIdx);
  }
  if (regType === layout.PTR_TO_MAP_VALUE) {
    const leak = checkLeak(v, type, valueRegno, 'map');
    return leak || checkMapValueAccess(v, insnIdx, regno, off, size, type, valueRegno, signExtends);
  }
  if (regType === layout.PTR_TO_CTX) return checkCtxAccess(v, insnIdx, regno, off, size, type, valueRegno, signExtends);
  if (layout.baseType(regType) === layout.PTR_TO_BTF_ID && !layout.typeMayBeNull(regType))
    return checkPtrToBtfAccess(v, regno, off, size, type, valueRegno);
  if (regType === layout.CONST_PTR_TO_MAP) return checkPtrToMapAccess(v, regno, off, size, type, valueRegno);
  const error = checkPlainAccess(v, insnIdx, regno, off, size, type, valueRegno);
  if (error === 0 && type === BPF_READ && valueRegno >= 0) markRegUnknown(v, reg(v, valueRegno));
  return error;
}

/**
 * May the memory at `regno + off` be read (or written) in this size? A load sets the register `valueRegno`; -1: the
 * value goes nowhere, or comes from nowhere known. `bpfSize` is BPF_B … BPF_DW. kernel: verifier.c check_mem_access()
 */
export function checkMemAccess(
  v: Verifier,
  insnIdx: number,
  regno: number,
  off: number,
  bpfSize: number,
  type: number,
  valueRegno: number,
  strictOnce: boolean,
  signExtends: boolean,
): number {
  const size = SIZE_BYTES[bpfSize >> 3];
  const r = reg(v, regno);
  const error =
    checkPtrAlignment(v, r, off, size, strictOnce) ||
    checkAccess(v, insnIdx, regno, off + v.w[r + layout.OFF], size, type, valueRegno, signExtends);
  if (error !== 0 || size === 8 || valueRegno < 0 || type !== BPF_READ) return error;
  const value = reg(v, valueRegno);
  if (v.w[value + layout.TYPE] !== layout.SCALAR_VALUE) return 0;
  if (signExtends) coerceRegToSizeSx(v.w, value, size);
  else coerceRegToSize(v.w, value, size);
  return 0;
}

/** kernel: verifier.c reg_type_mismatch_ok() */
function mayMismatch(type: number): boolean {
  switch (layout.baseType(type)) {
    case layout.PTR_TO_CTX:
    case layout.PTR_TO_SOCKET:
    case layout.PTR_TO_SOCK_COMMON:
    case layout.PTR_TO_TCP_SOCK:
    case layout.PTR_TO_XDP_SOCK:
    case layout.PTR_TO_BTF_ID:
    case layout.PTR_TO_ARENA:
      return false;
    default:
      return true;
  }
}

const isMemOrBtfId = (type: number): boolean =>
  layout.baseType(type) === layout.PTR_TO_MEM || layout.baseType(type) === layout.PTR_TO_BTF_ID;

/** The weaker of two types, which both are read by fault-tolerant instructions. */
function mergeTypes(a: number, b: number): number {
  const isMem = layout.baseType(a) === layout.PTR_TO_MEM || layout.baseType(b) === layout.PTR_TO_MEM;
  const base = isMem ? layout.PTR_TO_MEM : layout.PTR_TO_BTF_ID;
  return base | ((a | b) & (layout.PTR_UNTRUSTED | layout.MEM_RDONLY));
}

/**
 * An instruction that is rewritten by pointer type must see one kind of pointer on all paths.
 * kernel: verifier.c save_aux_ptr_type()
 */
export function saveAuxPtrType(v: Verifier, type: number, allowTrustMismatch: boolean): number {
  const { ptrType } = v.aux;
  const previous = ptrType[v.insnIdx];
  if (previous === layout.NOT_INIT) ptrType[v.insnIdx] = type;
  else if (type !== previous && !(mayMismatch(type) && mayMismatch(previous))) {
    if (!allowTrustMismatch || !isMemOrBtfId(type) || !isMemOrBtfId(previous)) {
      v.verbose('same insn cannot be used with different pointers\n');
      return -EINVAL;
    }
    ptrType[v.insnIdx] = mergeTypes(type, previous);
  }
  return 0;
}

/** The instruction at `v.insnIdx` is a load; `what` names it in messages. kernel: verifier.c check_load_mem() */
export function checkLoadMem(
  v: Verifier,
  strictOnce: boolean,
  signExtends: boolean,
  allowTrustMismatch: boolean,
  what: string,
): number {
  const { code, insnIdx } = v;
  const src = code.src[insnIdx];
  const dst = code.dst[insnIdx];
  const size = sizeOf(code.opcode[insnIdx]);
  const error = checkRegArg(v, src, SRC_OP) || checkRegArg(v, dst, DST_OP_NO_MARK);
  if (error !== 0) return error;
  const srcType = v.w[reg(v, src) + layout.TYPE];
  return (
    checkMemAccess(v, insnIdx, src, code.off[insnIdx], size, BPF_READ, dst, strictOnce, signExtends) ||
    saveAuxPtrType(v, srcType, allowTrustMismatch) ||
    regBoundsSanityCheck(v, reg(v, dst), what)
  );
}

/** The instruction at `v.insnIdx` stores a register. kernel: verifier.c check_store_reg() */
export function checkStoreReg(v: Verifier, strictOnce: boolean): number {
  const { code, insnIdx } = v;
  const src = code.src[insnIdx];
  const dst = code.dst[insnIdx];
  const error = checkRegArg(v, src, SRC_OP) || checkRegArg(v, dst, SRC_OP);
  if (error !== 0) return error;
  const dstType = v.w[reg(v, dst) + layout.TYPE];
  const size = sizeOf(code.opcode[insnIdx]);
  return (
    checkMemAccess(v, insnIdx, dst, code.off[insnIdx], size, BPF_WRITE, src, strictOnce, false) ||
    saveAuxPtrType(v, dstType, false)
  );
}
