/** Alignment of accesses; only stack accesses, atomics and strict mode care. kernel: verifier.c check_ptr_alignment() */
import { EACCES } from '../../abi/errno.ts';
import type { Verifier } from '../env.ts';
import * as layout from '../program/layout.ts';
import { tnumStrn } from '../values/number-text.ts';
import { TNUM } from '../values/tnum.ts';

/** Ethernet headers of 14 bytes begin at 2, so that what follows is aligned. kernel: NET_IP_ALIGN */
const IP_ALIGN = 2;

/** Words of messages; types without a row have none. */
const DESCRIPTIONS: ReadonlyMap<number, string> = new Map([
  [layout.PTR_TO_FLOW_KEYS, 'flow keys '],
  [layout.PTR_TO_MAP_KEY, 'key '],
  [layout.PTR_TO_MAP_VALUE, 'value '],
  [layout.PTR_TO_CTX, 'context '],
  [layout.PTR_TO_STACK, 'stack '],
  [layout.PTR_TO_SOCKET, 'sock '],
  [layout.PTR_TO_SOCK_COMMON, 'sock_common '],
  [layout.PTR_TO_TCP_SOCK, 'tcp_sock '],
  [layout.PTR_TO_XDP_SOCK, 'xdp_sock '],
]);

/** The variable offset plus a constant is a multiple of `size`, whatever the unknown bits are. */
function isAligned(w: Int32Array, r: number, constant: number, size: number): boolean {
  const low = size - 1;
  return (w[r + layout.TNUM_MASK] & low) === 0 && ((w[r + TNUM] + constant) & low) === 0;
}

/** kernel: verifier.c check_pkt_ptr_alignment() */
function checkPktPtrAlignment(v: Verifier, r: number, off: number, size: number): number {
  const fixed = v.w[r + layout.OFF];
  if (isAligned(v.w, r, IP_ALIGN + fixed + off, size)) return 0;
  const varOff = tnumStrn(v.w, r + TNUM);
  v.verbose(`misaligned packet access off ${IP_ALIGN}+${varOff}+${fixed}+${off} size ${size}\n`);
  return -EACCES;
}

/** kernel: verifier.c check_generic_ptr_alignment() */
function checkGenericPtrAlignment(v: Verifier, r: number, what: string, off: number, size: number): number {
  const fixed = v.w[r + layout.OFF];
  if (isAligned(v.w, r, fixed + off, size)) return 0;
  v.verbose(`misaligned ${what}access off ${tnumStrn(v.w, r + TNUM)}+${fixed}+${off} size ${size}\n`);
  return -EACCES;
}

/**
 * `off` is the instruction's; the register's own offset is added here. `strictOnce`: this access must be aligned
 * whatever the program's flags say. kernel: verifier.c check_ptr_alignment()
 */
export function checkPtrAlignment(v: Verifier, r: number, off: number, size: number, strictOnce: boolean): number {
  const type = v.w[r + layout.TYPE];
  const isStrict = v.strictAlignment || strictOnce || type === layout.PTR_TO_STACK;
  if (!isStrict || size === 1 || type === layout.PTR_TO_ARENA) return 0;
  if (type === layout.PTR_TO_PACKET || type === layout.PTR_TO_PACKET_META) return checkPktPtrAlignment(v, r, off, size);
  return checkGenericPtrAlignment(v, r, DESCRIPTIONS.get(type) ?? '', off, size);
}
