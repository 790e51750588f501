/** Memory that helpers and kfuncs read and write through their arguments. */
import { EACCES } from '../../abi/errno.ts';
import { BPF_B } from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { mapOf, reg } from '../env.ts';
import { regTypeStr } from '../log/log-names.ts';
import { checkMemAccess } from '../memory/access.ts';
import { BPF_MAX_VAR_SIZ, BPF_READ, BPF_WRITE } from '../memory/access-types.ts';
import { checkPtrToBtfAccess } from '../memory/btf-access.ts';
import { isPlainContext } from '../memory/ctx.ts';
import { checkMapAccess, checkMapAccessType } from '../memory/map-access.ts';
import { checkBufferAccess, checkMemRegionAccess, checkPacketAccess } from '../memory/mem-region.ts';
import { checkStackRangeInitialized } from '../memory/stack-range.ts';
import * as layout from '../program/layout.ts';
import { markChainPrecision } from '../states/backtrack.ts';
import { copyRegister, markPtrNotNullReg, registerIsNull } from '../states/regs.ts';
import { TNUM, tnumIsConst } from '../values/tnum.ts';
import { toBigS64, toNumberU64 } from '../values/word64.ts';
import type { CallArgMeta } from './call-meta.ts';
import { newCallMeta } from './call-meta.ts';

function refuseWrite(v: Verifier, regno: number, regType: number): number {
  v.verbose(`R${regno} cannot write into ${regTypeStr(regType)}\n`);
  return -EACCES;
}

/**
 * May a helper read (or write) `size` bytes behind a pointer? kernel: verifier.c check_helper_mem_access()
 */
export function checkHelperMemAccess(
  v: Verifier,
  regno: number,
  size: number,
  type: number,
  zeroSizeAllowed: boolean,
  meta: CallArgMeta | undefined,
): number {
  const r = reg(v, regno);
  const regType = v.w[r + layout.TYPE];
  const off = v.w[r + layout.OFF];
  const isRdonly = (regType & layout.MEM_RDONLY) !== 0;
  switch (layout.baseType(regType)) {
    case layout.PTR_TO_PACKET:
    case layout.PTR_TO_PACKET_META:
      return checkPacketAccess(v, regno, off, size, zeroSizeAllowed);
    case layout.PTR_TO_MAP_KEY:
      if (type === BPF_WRITE) return refuseWrite(v, regno, regType);
      return checkMemRegionAccess(v, regno, off, size, mapOf(v, r).keySize, false);
    case layout.PTR_TO_MAP_VALUE:
      if (checkMapAccessType(v, regno, off, size, type) !== 0) return -EACCES;
      return checkMapAccess(v, regno, off, size, zeroSizeAllowed, 'helper');
    case layout.PTR_TO_MEM:
      if (isRdonly && type === BPF_WRITE) return refuseWrite(v, regno, regType);
      return checkMemRegionAccess(v, regno, off, size, v.w[r + layout.MEM_SIZE] >>> 0, zeroSizeAllowed);
    case layout.PTR_TO_BUF:
      if (isRdonly && type === BPF_WRITE) return refuseWrite(v, regno, regType);
      return checkBufferAccess(v, isRdonly ? 'rdonly' : 'rdwr', regno, off, size);
    case layout.PTR_TO_STACK:
      return checkStackRangeInitialized(v, regno, off, size, zeroSizeAllowed, type, meta);
    case layout.PTR_TO_BTF_ID:
      return checkPtrToBtfAccess(v, regno, off, size, BPF_READ, -1);
    case layout.PTR_TO_CTX:
      if (isPlainContext(v)) return checkCtxMem(v, regno, size, type, zeroSizeAllowed);
      return checkNullMem(v, regno, size, zeroSizeAllowed);
    default:
      return checkNullMem(v, regno, size, zeroSizeAllowed);
  }
}

/** A context that is read as it lies: its last byte must be readable. */
function checkCtxMem(v: Verifier, regno: number, size: number, type: number, zeroSizeAllowed: boolean): number {
  if (size === 0) return zeroSizeAllowed ? 0 : -EACCES;
  return checkMemAccess(v, v.insnIdx, regno, size - 1, BPF_B, type, -1, false, false);
}

/** Nothing may be read from NULL, and from nothing else that is no memory. */
function checkNullMem(v: Verifier, regno: number, size: number, zeroSizeAllowed: boolean): number {
  const r = reg(v, regno);
  if (zeroSizeAllowed && size === 0 && registerIsNull(v.w, r)) return 0;
  v.verbose(`R${regno} type=${regTypeStr(v.w[r + layout.TYPE])} expected=${regTypeStr(layout.PTR_TO_STACK)}\n`);
  return -EACCES;
}

/** The size argument `regno` and the memory argument before it. kernel: verifier.c check_mem_size_reg() */
export function checkMemSizeReg(
  v: Verifier,
  regno: number,
  type: number,
  zeroSizeAllowed: boolean,
  meta: CallArgMeta,
): number {
  const r = reg(v, regno);
  const { w } = v;
  meta.msizeMaxLow = w[r + layout.UMAX];
  meta.msizeMaxHigh = w[r + layout.UMAX + 1];
  if (w[r + layout.SMIN + 1] < 0) {
    v.verbose(`R${regno} min value is negative, either use unsigned or 'var &= const'\n`);
    return -EACCES;
  }
  if ((w[r + layout.UMIN] | w[r + layout.UMIN + 1]) === 0 && !zeroSizeAllowed) {
    const range = `u64=[${toBigS64(w, r + layout.UMIN)},${toBigS64(w, r + layout.UMAX)}]`;
    v.verbose(`R${regno} invalid zero-sized read: ${range}\n`);
    return -EACCES;
  }
  const max = toNumberU64(w, r + layout.UMAX);
  if (max >= BPF_MAX_VAR_SIZ) {
    v.verbose(`R${regno} unbounded memory access, use 'var &= const' or 'if (var < const)'\n`);
    return -EACCES;
  }
  // With an unknown size the helper may leave a part of the buffer as it was.
  const raw = tnumIsConst(w, r + TNUM) ? meta : undefined;
  const error = checkHelperMemAccess(v, regno - 1, max, type, zeroSizeAllowed, raw);
  return error === 0 ? markChainPrecision(v, regno) : error;
}

/** Runs `check` as if the pointer in `r` had been tested for NULL. */
function asNonNull(v: Verifier, r: number, check: () => number): number {
  if (!layout.typeMayBeNull(v.w[r + layout.TYPE])) return check();
  const [saved] = v.fakeReg;
  copyRegister(v.w, saved, r);
  markPtrNotNullReg(v, r);
  const error = check();
  copyRegister(v.w, r, saved);
  return error;
}

/** A pointer to memory of known size that may be read and written, or NULL. kernel: verifier.c check_mem_reg() */
export function checkMemReg(v: Verifier, r: number, regno: number, size: number): number {
  if (registerIsNull(v.w, r)) return 0;
  return asNonNull(
    v,
    r,
    () =>
      checkHelperMemAccess(v, regno, size, BPF_READ, true, undefined) ||
      checkHelperMemAccess(v, regno, size, BPF_WRITE, true, undefined),
  );
}

/** The size argument of a kfunc and the memory before it. kernel: verifier.c check_kfunc_mem_size_reg() */
export function checkKfuncMemSizeReg(v: Verifier, regno: number): number {
  const meta = newCallMeta();
  return asNonNull(
    v,
    reg(v, regno - 1),
    () => checkMemSizeReg(v, regno, BPF_READ, true, meta) || checkMemSizeReg(v, regno, BPF_WRITE, true, meta),
  );
}
