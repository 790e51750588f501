/**
 * Dynptrs: two words on the BPF stack that bound a piece of memory.
 *
 *   byte  0          8                                    12
 *         data       size:24 | type:4 << 28 | read only << 31   offset
 *
 * kernel: include/linux/bpf.h struct bpf_dynptr_kern; kernel/bpf/helpers.c bpf_dynptr_*()
 */
import { BPF_DYNPTR_TYPE_LOCAL, BPF_DYNPTR_TYPE_SKB, BPF_DYNPTR_TYPE_XDP } from '../../abi/dynptr-types.ts';
import { E2BIG, EINVAL, ERANGE } from '../../abi/errno.ts';
import type { Kernel } from '../kernel.ts';
import { type Addr, POINTER_HIGH } from '../memory/memory.ts';
import { type Helper, type HelperCall, instant } from '../programs/helper-call.ts';
import { loadPacketBytes, packetLength, packetPointer, storePacketBytes } from './packet.ts';

/** Largest size; kernel: DYNPTR_MAX_SIZE */
export const DYNPTR_SIZE = 0xffffff;
const TYPE_SHIFT = 28;
const READ_ONLY = 0x80000000 | 0;

export function setDynptr(k: Kernel, dynptr: Addr, data: Addr, size: number, type: number, flags = 0): void {
  k.memory.store32(dynptr, data);
  k.memory.store32(dynptr + 4, k.pointerHigh(data));
  k.memory.store32(dynptr + 8, data === 0 ? 0 : size | (type << TYPE_SHIFT) | flags);
  k.memory.store32(dynptr + 12, 0);
}

export const dynptrData = (k: Kernel, dynptr: Addr): Addr => k.memory.load32(dynptr);
export const isNullDynptr = (k: Kernel, dynptr: Addr): boolean => dynptrData(k, dynptr) === 0;
const sizeOf = (k: Kernel, dynptr: Addr): number => k.memory.load32(dynptr + 8) & DYNPTR_SIZE;
const typeOf = (k: Kernel, dynptr: Addr): number => (k.memory.load32(dynptr + 8) >>> TYPE_SHIFT) & 7;
const isReadOnly = (k: Kernel, dynptr: Addr): boolean => (k.memory.load32(dynptr + 8) & READ_ONLY) !== 0;
const offsetOf = (k: Kernel, dynptr: Addr): number => k.memory.load32(dynptr + 12);
const isPacket = (k: Kernel, dynptr: Addr): boolean => typeOf(k, dynptr) >= BPF_DYNPTR_TYPE_SKB;

/** 64-bit argument as a number; those that do not fit count as endless. */
const numberOf = (call: HelperCall, argument: number): number =>
  call.high(argument) === 0 ? call.low(argument) >>> 0 : Number.POSITIVE_INFINITY;

/** kernel: bpf_dynptr_check_off_len() */
function rangeError(k: Kernel, dynptr: Addr, offset: number, length: number): number {
  const size = sizeOf(k, dynptr);
  return length > size || offset > size - length ? -E2BIG : 0;
}

/** bpf_dynptr_from_mem(data, size, flags, ptr) */
function fromMem(k: Kernel, call: HelperCall): void {
  const size = call.low(2) >>> 0;
  const error = size > DYNPTR_SIZE ? -E2BIG : (call.low(3) | call.high(3)) !== 0 ? -EINVAL : 0;
  setDynptr(k, call.low(4), error === 0 ? call.low(1) : 0, size, BPF_DYNPTR_TYPE_LOCAL);
  call.returns(error);
}

/** bpf_dynptr_read(dst, len, src, offset, flags) */
function read(k: Kernel, call: HelperCall): void {
  const [to, length, dynptr, offset] = [call.low(1), numberOf(call, 2), call.low(3), numberOf(call, 4)];
  if (isNullDynptr(k, dynptr) || (call.low(5) | call.high(5)) !== 0) return call.returns(-EINVAL);
  const error = rangeError(k, dynptr, offset, length);
  if (error !== 0) return call.returns(error);
  const at = offsetOf(k, dynptr) + offset;
  if (isPacket(k, dynptr)) return call.returns(loadPacketBytes(k, dynptrData(k, dynptr), at, to, length));
  move(k, to, dynptrData(k, dynptr) + at, length);
  call.returns(0);
}

/** bpf_dynptr_write(dst, offset, src, len, flags) */
function write(k: Kernel, call: HelperCall): void {
  const [dynptr, offset, from, length] = [call.low(1), numberOf(call, 2), call.low(3), numberOf(call, 4)];
  if (isNullDynptr(k, dynptr) || isReadOnly(k, dynptr)) return call.returns(-EINVAL);
  const error = rangeError(k, dynptr, offset, length);
  if (error !== 0) return call.returns(error);
  const flags = call.low(5) | call.high(5);
  const at = offsetOf(k, dynptr) + offset;
  if (flags !== 0 && typeOf(k, dynptr) !== BPF_DYNPTR_TYPE_SKB) return call.returns(-EINVAL);
  if (isPacket(k, dynptr)) return call.returns(storePacketBytes(k, dynptrData(k, dynptr), at, from, length));
  move(k, dynptrData(k, dynptr) + at, from, length);
  call.returns(0);
}

/** memmove() */
function move(k: Kernel, to: Addr, from: Addr, count: number): void {
  k.memory.storeBytes(to, k.memory.bytesAt(from, count));
}

/** bpf_dynptr_data(ptr, offset, len): a pointer into local memory or NULL. */
function data(k: Kernel, call: HelperCall): void {
  const [dynptr, offset, length] = [call.low(1), numberOf(call, 2), numberOf(call, 3)];
  const refused = isNullDynptr(k, dynptr) || isPacket(k, dynptr) || isReadOnly(k, dynptr);
  if (refused || rangeError(k, dynptr, offset, length) !== 0) return call.returns(0);
  call.returns64(dynptrData(k, dynptr) + offsetOf(k, dynptr) + offset, POINTER_HIGH);
}

/** bpf_dynptr_slice(ptr, offset, buffer, size): into the memory itself, or into the buffer where that is not linear. */
const slice = (writable: boolean): Helper =>
  instant((k, call) => {
    const [dynptr, offset, length] = [call.low(1), numberOf(call, 2), call.low(4) >>> 0];
    const address = rangeAt(k, dynptr, offset, length, writable);
    call.returns64(address, k.pointerHigh(address));
  });

/** bpf_dynptr_from_skb(skb, flags, ptr) and bpf_dynptr_from_xdp() */
const fromPacket = (type: number): Helper =>
  instant((k, call) => {
    const refused = (call.low(2) | call.high(2)) !== 0;
    setDynptr(
      k,
      call.low(3),
      refused ? 0 : call.low(1),
      packetLength(k, call.low(1), type === BPF_DYNPTR_TYPE_XDP),
      type,
    );
    call.returns(refused ? -EINVAL : 0);
  });

/** bpf_dynptr_adjust(ptr, start, end) */
function adjust(k: Kernel, call: HelperCall): void {
  const [dynptr, start, end] = [call.low(1), numberOf(call, 2), numberOf(call, 3)];
  if (isNullDynptr(k, dynptr) || start > end) return call.returns(-EINVAL);
  const size = sizeOf(k, dynptr);
  if (start > size || end > size) return call.returns(-ERANGE);
  const word = k.memory.load32(dynptr + 8);
  k.memory.store32(dynptr + 8, (word & ~DYNPTR_SIZE) | (end - start));
  k.memory.store32(dynptr + 12, offsetOf(k, dynptr) + start);
  call.returns(0);
}

/** bpf_dynptr_clone(ptr, clone) */
function clone(k: Kernel, call: HelperCall): void {
  const [from, to] = [call.low(1), call.low(2)];
  if (isNullDynptr(k, from)) {
    setDynptr(k, to, 0, 0, 0);
    return call.returns(-EINVAL);
  }
  k.memory.copy(to, from, 16);
  call.returns(0);
}

/** Where a range of a dynptr lies, for reading or writing; 0 if it may not. */
function rangeAt(k: Kernel, dynptr: Addr, offset: number, length: number, writable: boolean): Addr {
  const refused = isNullDynptr(k, dynptr) || (writable && isReadOnly(k, dynptr));
  if (refused || rangeError(k, dynptr, offset, length) !== 0) return 0;
  const at = offsetOf(k, dynptr) + offset;
  return isPacket(k, dynptr) ? packetPointer(k, dynptrData(k, dynptr), at, length) : dynptrData(k, dynptr) + at;
}

/** What is wrong with a range that is nowhere. */
const lostRange = (k: Kernel, dynptr: Addr, offset: number, length: number, writable: boolean): number =>
  isNullDynptr(k, dynptr) || (writable && isReadOnly(k, dynptr)) ? -EINVAL : rangeError(k, dynptr, offset, length);

/** bpf_dynptr_copy(dst_ptr, dst_off, src_ptr, src_off, size) */
function copyRange(k: Kernel, call: HelperCall): void {
  const size = numberOf(call, 5);
  const [to, toOffset, from, fromOffset] = [call.low(1), numberOf(call, 2), call.low(3), numberOf(call, 4)];
  const target = rangeAt(k, to, toOffset, size, true);
  const source = rangeAt(k, from, fromOffset, size, false);
  if (target !== 0 && source !== 0) {
    move(k, target, source, size);
    return call.returns(0);
  }
  if (target !== 0) return call.returns(lostRange(k, from, fromOffset, size, false));
  if (source !== 0) return call.returns(lostRange(k, to, toOffset, size, true));
  call.returns(rangeError(k, to, toOffset, size) || rangeError(k, from, fromOffset, size) || -EINVAL);
}

/** bpf_dynptr_memset(ptr, offset, size, byte) */
function fillRange(k: Kernel, call: HelperCall): void {
  const [dynptr, offset, size, byte] = [call.low(1), numberOf(call, 2), numberOf(call, 3), call.low(4)];
  const target = rangeAt(k, dynptr, offset, size, true);
  if (target === 0) return call.returns(isReadOnly(k, dynptr) ? -EINVAL : rangeError(k, dynptr, offset, size));
  k.memory.storeBytes(target, new Uint8Array(size).fill(byte));
  call.returns(0);
}

export const DYNPTR_HELPERS: readonly (readonly [number, Helper])[] = [
  [197, instant(fromMem)],
  [201, instant(read)],
  [202, instant(write)],
  [203, instant(data)],
];

export const DYNPTR_KFUNCS: Readonly<Record<string, Helper>> = {
  bpf_dynptr_from_skb: fromPacket(BPF_DYNPTR_TYPE_SKB),
  bpf_dynptr_from_xdp: fromPacket(BPF_DYNPTR_TYPE_XDP),
  bpf_dynptr_slice: slice(false),
  bpf_dynptr_slice_rdwr: slice(true),
  bpf_dynptr_adjust: instant(adjust),
  bpf_dynptr_clone: instant(clone),
  bpf_dynptr_copy: instant(copyRange),
  bpf_dynptr_memset: instant(fillRange),
  bpf_dynptr_is_null: instant((k, call) => call.returns(Number(isNullDynptr(k, call.low(1))))),
  bpf_dynptr_is_rdonly: instant((k, call) =>
    call.returns(Number(!isNullDynptr(k, call.low(1)) && isReadOnly(k, call.low(1)))),
  ),
  bpf_dynptr_size: instant((k, call) => call.returns(isNullDynptr(k, call.low(1)) ? -EINVAL : sizeOf(k, call.low(1)))),
};
