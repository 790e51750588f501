/** Helpers on Internet checksums. kernel: net/core/filter.c, include/net/checksum.h */
import { EFAULT, EINVAL } from '../../abi/errno.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { type Helper, type HelperCall, instant } from '../programs/helper-call.ts';
import { packetPointer } from './packet.ts';

const WORD = 0x1_0000_0000;

/** Flags of the replacing helpers: bytes of the field, and what only the transport layer has. */
const FIELD_MASK = 0xf;
const BPF_F_PSEUDO_HDR = 1 << 4;
const BPF_F_MARK_MANGLED_0 = 1 << 5;
const BPF_F_MARK_ENFORCE = 1 << 6;
const BPF_F_IPV6 = 1 << 7;
const TRANSPORT_FLAGS = FIELD_MASK | BPF_F_PSEUDO_HDR | BPF_F_MARK_MANGLED_0 | BPF_F_MARK_ENFORCE | BPF_F_IPV6;
/** What stands for a checksum of 0 where 0 means that there is none. */
const MANGLED_0 = 0xffff;

/** One's complement sum of the 16-bit words of memory on top of `sum`. kernel: csum_partial() */
function partialSum(k: Kernel, at: Addr, size: number, sum: number): number {
  let total = sum;
  for (let i = 0; i < size; i += 2) {
    total += k.memory.load8(at + i) + (i + 1 < size ? k.memory.load8(at + i + 1) * 256 : 0);
  }
  while (total >= WORD) total = (total % WORD) + Math.floor(total / WORD);
  return total;
}

/** One's complement addition of 32-bit words. */
const add = (a: number, b: number): number => (a + b >= WORD ? a + b - (WORD - 1) : a + b);
const complement = (sum: number): number => ~sum >>> 0;

function fold16(sum: number): number {
  const once = (sum & 0xffff) + (sum >>> 16);
  return (once & 0xffff) + (once >>> 16);
}

/** bpf_csum_diff(from, from_size, to, to_size, seed) */
function checksumDifference(k: Kernel, call: HelperCall): void {
  const [from, fromSize, to, toSize, seed] = [call.low(1), call.low(2), call.low(3), call.low(4), call.low(5) >>> 0];
  let sum = seed;
  if (toSize !== 0) sum = partialSum(k, to, toSize, seed);
  if (fromSize !== 0 && toSize !== 0) sum = add(sum, complement(partialSum(k, from, fromSize, 0)));
  else if (fromSize !== 0) sum = complement(partialSum(k, from, fromSize, complement(seed)));
  call.returns64(fold16(sum), 0);
}

/** (skb, offset, from, to, flags): a checksum in the packet after a field of 2 or 4 bytes changed, or by a difference. */
function replace(known: number): Helper {
  return instant((k, call) => {
    const [offset, from, to, flags] = [call.low(2), call.low(3) >>> 0, call.low(4) >>> 0, call.low(5)];
    const size = flags & FIELD_MASK;
    if ((flags & ~known) !== 0 || call.high(5) !== 0) return call.returns(-EINVAL);
    if (offset >>> 0 > 0xffff || (offset & 1) !== 0) return call.returns(-EFAULT);
    const at = packetPointer(k, call.low(1), offset, 2);
    if (at === 0) return call.returns(-EFAULT);
    const old = k.memory.load16(at);
    const mayBeAbsent = (flags & BPF_F_MARK_MANGLED_0) !== 0;
    if (mayBeAbsent && (flags & BPF_F_MARK_ENFORCE) === 0 && old === 0) return call.returns(0);
    if (![0, 2, 4].includes(size) || (size === 0 && from !== 0)) return call.returns(-EINVAL);
    const mask = size === 2 ? 0xffff : 0xffffffff;
    const sum = replaced(old, (from & mask) >>> 0, (to & mask) >>> 0);
    k.memory.store16(at, mayBeAbsent && sum === 0 ? MANGLED_0 : sum);
    call.returns(0);
  });
}

/** kernel: csum_replace4(); a difference is a change from 0. */
const replaced = (old: number, from: number, to: number): number =>
  complement(fold16(add(add(complement(old), complement(from)), to))) & 0xffff;

/** Our packets' checksums were never summed up by a device: there is nothing to update. */
const checksumUpdate: Helper = instant((_, call) => call.returns(-EINVAL));

export const CHECKSUM_HELPERS: readonly (readonly [number, Helper])[] = [
  [10, replace(FIELD_MASK)],
  [11, replace(TRANSPORT_FLAGS)],
  [28, instant(checksumDifference)],
  [40, checksumUpdate],
];
