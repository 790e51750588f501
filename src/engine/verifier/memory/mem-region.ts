/** Bounds of memory behind pointers: map values and keys, memory of helpers, buffers, packets. */

import { FLOW_KEYS_SIZE } from '../../abi/contexts.ts';
import { EACCES, EINVAL } from '../../abi/errno.ts';
import { packetAccess } from '../../abi/program-types.ts';
import type { CallArgMeta } from '../calls/call-meta.ts';
import type { Verifier } from '../env.ts';
import { reg } from '../env.ts';
import { regTypeStr } from '../log/log-names.ts';
import * as layout from '../program/layout.ts';
import { tnumStrn } from '../values/number-text.ts';
import { TNUM, tnumEqualsConst } from '../values/tnum.ts';
import { toNumberS64, toNumberU64 } from '../values/word64.ts';
import { BPF_MAX_VAR_OFF, BPF_WRITE } from './access-types.ts';

/** kernel: verifier.c __check_mem_access() */
function checkMemRange(
  v: Verifier,
  regno: number,
  off: number,
  size: number,
  memSize: number,
  zeroSizeAllowed: boolean,
): number {
  const sizeOk = size > 0 || (size === 0 && zeroSizeAllowed);
  if (off >= 0 && sizeOk && off + size <= memSize) return 0;
  v.verbose(describeOutside(v, regno, off, size, memSize));
  return -EACCES;
}

function describeOutside(v: Verifier, regno: number, off: number, size: number, memSize: number): string {
  const r = reg(v, regno);
  switch (v.w[r + layout.TYPE]) {
    case layout.PTR_TO_MAP_KEY:
      return `invalid access to map key, key_size=${memSize} off=${off} size=${size}\n`;
    case layout.PTR_TO_MAP_VALUE:
      return `invalid access to map value, value_size=${memSize} off=${off} size=${size}\n`;
    case layout.PTR_TO_PACKET:
    case layout.PTR_TO_PACKET_META:
    case layout.PTR_TO_PACKET_END: {
      const id = v.w[r + layout.ID];
      return `invalid access to packet, off=${off} size=${size}, R${regno}(id=${id},off=${off},r=${memSize})\n`;
    }
    default:
      return `invalid access to memory, mem_size=${memSize} off=${off} size=${size}\n`;
  }
}

/** The smallest address is below the region, or nobody knows. */
function isNegative(smin: number, off: number): boolean {
  const lowest = smin + off;
  return smin < 0 && (lowest !== (lowest | 0) || lowest < 0);
}

function refuseNegative(v: Verifier, regno: number): number {
  v.verbose(`R${regno} min value is negative, either use unsigned index or do a if (index >=0) check.\n`);
  return -EACCES;
}

/** Checks both ends of a region with a possibly variable offset. kernel: verifier.c check_mem_region_access() */
export function checkMemRegionAccess(
  v: Verifier,
  regno: number,
  off: number,
  size: number,
  memSize: number,
  zeroSizeAllowed: boolean,
): number {
  const r = reg(v, regno);
  const smin = toNumberS64(v.w, r + layout.SMIN);
  const umax = toNumberU64(v.w, r + layout.UMAX);
  if (isNegative(smin, off)) return refuseNegative(v, regno);
  if (checkMemRange(v, regno, (smin + off) | 0, size, memSize, zeroSizeAllowed) !== 0) {
    v.verbose(`R${regno} min value is outside of the allowed memory range\n`);
    return -EACCES;
  }
  if (umax >= BPF_MAX_VAR_OFF) {
    v.verbose(`R${regno} unbounded memory access, make sure to bounds check any such access\n`);
    return -EACCES;
  }
  if (checkMemRange(v, regno, umax + off, size, memSize, zeroSizeAllowed) === 0) return 0;
  v.verbose(`R${regno} max value is outside of the allowed memory range\n`);
  return -EACCES;
}

/**
 * Pointers that may only be used as they were given: no variable offset, and no fixed one unless `fixedOffOk`.
 * kernel: verifier.c __check_ptr_off_reg()
 */
export function checkPtrOffReg(v: Verifier, r: number, regno: number, fixedOffOk = false): number {
  const off = v.w[r + layout.OFF];
  const name = (): string => regTypeStr(v.w[r + layout.TYPE]);
  if (off < 0) {
    v.verbose(`negative offset ${name()} ptr R${regno} off=${off} disallowed\n`);
    return -EACCES;
  }
  if (!fixedOffOk && off !== 0) {
    v.verbose(`dereference of modified ${name()} ptr R${regno} off=${off} disallowed\n`);
    return -EACCES;
  }
  if (tnumEqualsConst(v.w, r + TNUM, 0)) return 0;
  v.verbose(`variable ${name()} access var_off=${tnumStrn(v.w, r + TNUM)} disallowed\n`);
  return -EACCES;
}

/**
 * May the program touch packet bytes itself (`meta` undefined), or hand packet pointers to the helper?
 * kernel: verifier.c may_access_direct_pkt_data()
 */
export function mayAccessDirectPktData(v: Verifier, meta: CallArgMeta | undefined, type: number): boolean {
  const access = packetAccess(v.progType);
  if (access === 'none' || (access === 'read' && type === BPF_WRITE)) return false;
  if (access === 'sockopt') {
    if (type === BPF_WRITE) v.seenDirectWrite = true;
    return true;
  }
  if (meta !== undefined) return meta.pktAccess;
  v.seenDirectWrite = true;
  return true;
}

/** Packet bytes are there as far as a comparison with the packet's end has shown. kernel: verifier.c check_packet_access() */
export function checkPacketAccess(
  v: Verifier,
  regno: number,
  off: number,
  size: number,
  zeroSizeAllowed: boolean,
): number {
  const r = reg(v, regno);
  if (v.w[r + layout.SMIN + 1] < 0) return refuseNegative(v, regno);
  const range = v.w[r + layout.RANGE];
  const error = range < 0 ? -EINVAL : checkMemRange(v, regno, off, size, range, zeroSizeAllowed);
  if (error !== 0) {
    v.verbose(`R${regno} offset is outside of the packet\n`);
    return error;
  }
  const last = off + toNumberU64(v.w, r + layout.UMAX) + size - 1;
  v.maxPktOffset = Math.max(v.maxPktOffset, last);
  return 0;
}

/** kernel: verifier.c check_flow_keys_access() */
export function checkFlowKeysAccess(v: Verifier, off: number, size: number): number {
  if (size >= 0 && off >= 0 && off + size <= FLOW_KEYS_SIZE) return 0;
  v.verbose(`invalid access to flow keys off=${off} size=${size}\n`);
  return -EACCES;
}

/** Buffers whose size is only known when the program attaches. kernel: verifier.c __check_buffer_access() */
export function checkBufferAccess(v: Verifier, what: string, regno: number, off: number, size: number): number {
  const r = reg(v, regno);
  if (off < 0) {
    v.verbose(`R${regno} invalid ${what} buffer access: off=${off}, size=${size}\n`);
    return -EACCES;
  }
  if (tnumEqualsConst(v.w, r + TNUM, 0)) return 0;
  v.verbose(`R${regno} invalid variable buffer offset: off=${off}, var_off=${tnumStrn(v.w, r + TNUM)}\n`);
  return -EACCES;
}
