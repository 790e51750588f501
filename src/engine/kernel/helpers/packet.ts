/** Helpers on packets. kernel: net/core/filter.c */
import { EACCES, EFAULT, EINVAL, ENOMEM } from '../../abi/errno.ts';
import { TC_ACT_REDIRECT, TC_ACT_SHOT, XDP_ABORTED, XDP_REDIRECT } from '../../abi/program-constants.ts';
import { BPF_PROG_TYPE_XDP } from '../../abi/program-types.ts';
import { ETHERNET_BYTES } from '../cpu/contexts.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { type Helper, type HelperCall, instant } from '../programs/helper-call.ts';

const INT_MAX = 0x7fffffff;
/** sizeof(struct xdp_frame), which the headroom keeps free. */
const XDP_FRAME_BYTES = 40;
/** What fits into `skb_shared_info.meta_len`. */
const MAX_META_BYTES = 255;
/** BPF_SKB_MAX_LEN: what SKB_MAX_ALLOC gives on x86-64. */
const MAX_SKB_BYTES = 16384 - 64 - 320;
const STORE_FLAGS = 3;
const BPF_F_INGRESS = 1;

const skb = (k: Kernel, context: Addr) => k.contexts.skb(context);
const xdp = (k: Kernel, context: Addr) => k.contexts.xdp(context);
const isXdp = (k: Kernel, call: HelperCall): boolean => k.prog(call.prog()).type === BPF_PROG_TYPE_XDP;

/** First byte and length of a packet by its context. An `sk_buff` and an `xdp_buff` differ in where they say it. */
function bounds(k: Kernel, context: Addr, ofXdp: boolean): { readonly data: Addr; readonly length: number } {
  if (!ofXdp) return { data: skb(k, context).data, length: skb(k, context).len };
  const { data, dataEnd } = xdp(k, context);
  return { data, length: dataEnd - data };
}

export const packetLength = (k: Kernel, context: Addr, ofXdp: boolean): number => bounds(k, context, ofXdp).length;

/** The program that runs decides what its context is. */
const runsXdp = (k: Kernel): boolean => k.bpf.codeOf(k.frame).verified.request.type === BPF_PROG_TYPE_XDP;

/** Address of `size` bytes of the packet at `offset`; 0 beyond its end. */
export function packetPointer(k: Kernel, context: Addr, offset: number, size: number): Addr {
  const { data, length } = bounds(k, context, runsXdp(k));
  return offset > INT_MAX || offset + size > length ? 0 : data + offset;
}

/** Copies packet bytes to `to`; beyond the end zeros and -EFAULT. */
export function loadPacketBytes(k: Kernel, context: Addr, offset: number, to: Addr, size: number): number {
  const from = packetPointer(k, context, offset, size);
  if (from === 0) {
    k.memory.clear(to, size);
    return -EFAULT;
  }
  k.memory.copy(to, from, size);
  return 0;
}

export function storePacketBytes(k: Kernel, context: Addr, offset: number, from: Addr, size: number): number {
  const to = packetPointer(k, context, offset, size);
  if (to === 0) return -EFAULT;
  k.memory.copy(to, from, size);
  return 0;
}

/** (ctx, offset, to, len) */
const loadBytes: Helper = instant((k, call) =>
  call.returns(loadPacketBytes(k, call.low(1), call.low(2) >>> 0, call.low(3), call.low(4))),
);

/** XDP leaves the buffer alone where it refuses. */
const xdpLoadBytes: Helper = instant((k, call) => {
  const from = packetPointer(k, call.low(1), call.low(2) >>> 0, call.low(4));
  if (from === 0) return call.returns(-EINVAL);
  k.memory.copy(call.low(3), from, call.low(4));
  call.returns(0);
});

/** (skb, offset, from, len, flags) */
const storeBytes: Helper = instant((k, call) => {
  if ((call.low(5) & ~STORE_FLAGS) !== 0 || call.high(5) !== 0) return call.returns(-EINVAL);
  call.returns(storePacketBytes(k, call.low(1), call.low(2) >>> 0, call.low(3), call.low(4)));
});

const xdpStoreBytes: Helper = instant((k, call) => {
  const result = storePacketBytes(k, call.low(1), call.low(2) >>> 0, call.low(3), call.low(4));
  call.returns(result === 0 ? 0 : -EINVAL);
});

/** bpf_skb_pull_data(skb, len): all of our packets are linear. */
const pullData: Helper = instant((k, call) => call.returns(call.low(2) >>> 0 > skb(k, call.low(1)).len ? -ENOMEM : 0));

/** bpf_skb_change_tail(skb, len, flags): trims, or grows with zeros. */
function changeTail(k: Kernel, call: HelperCall): void {
  const context = call.low(1);
  const length = call.low(2) >>> 0;
  const { data, macHeader, len } = skb(k, context);
  const shortest = Math.max(0, macHeader + ETHERNET_BYTES - data);
  const flags = call.low(3) | call.high(3);
  if (flags !== 0 || length > MAX_SKB_BYTES || length < shortest) return call.returns(-EINVAL);
  if (!makeRoom(k, context, length)) return call.returns(-ENOMEM);
  const start = skb(k, context).data;
  if (length > len) k.memory.clear(start + len, length - len);
  const cursor = skb(k, context);
  cursor.len = length;
  cursor.dataEnd = start + length;
  call.returns(0);
}

/** Moves the packet to a larger buffer if `length` bytes do not fit. kernel: pskb_expand_head() */
function makeRoom(k: Kernel, context: Addr, length: number): boolean {
  const { head, data, end, len, macHeader } = skb(k, context);
  if (data + length <= end) return true;
  const headroom = data - head;
  const fresh = k.kzallocBytes(headroom + length + 64, 'packet');
  if (fresh === 0) return false;
  k.memory.copy(fresh + headroom, data, len);
  const cursor = skb(k, context);
  cursor.head = fresh;
  cursor.data = fresh + headroom;
  cursor.dataMeta = fresh + headroom;
  cursor.macHeader = fresh + headroom + (macHeader - data);
  cursor.end = fresh + headroom + length + 64;
  return true;
}

/** bpf_xdp_adjust_head(xdp, offset) */
function adjustHead(k: Kernel, call: HelperCall): void {
  const offset = call.low(2);
  const { data, dataEnd, dataMeta, hardStart } = xdp(k, call.low(1));
  const metaBytes = data - dataMeta;
  const moved = data + offset;
  if (moved < hardStart + XDP_FRAME_BYTES + metaBytes || moved > dataEnd - ETHERNET_BYTES) return call.returns(-EINVAL);
  if (metaBytes > 0) k.memory.storeBytes(dataMeta + offset, k.memory.bytesAt(dataMeta, metaBytes));
  const cursor = xdp(k, call.low(1));
  cursor.dataMeta = dataMeta + offset;
  cursor.data = moved;
  call.returns(0);
}

/** bpf_xdp_adjust_meta(xdp, offset) */
function adjustMeta(k: Kernel, call: HelperCall): void {
  const { data, dataMeta, hardStart } = xdp(k, call.low(1));
  const moved = dataMeta + call.low(2);
  const metaBytes = data - moved;
  if (moved < hardStart + XDP_FRAME_BYTES || moved > data) return call.returns(-EINVAL);
  if ((metaBytes & 3) !== 0 || metaBytes > MAX_META_BYTES) return call.returns(-EACCES);
  xdp(k, call.low(1)).dataMeta = moved;
  call.returns(0);
}

/** bpf_xdp_adjust_tail(xdp, offset) */
function adjustTail(k: Kernel, call: HelperCall): void {
  const offset = call.low(2);
  const { data, dataEnd, frameEnd } = xdp(k, call.low(1));
  const moved = dataEnd + offset;
  if (moved > frameEnd || moved < data + ETHERNET_BYTES) return call.returns(-EINVAL);
  if (offset > 0) k.memory.clear(dataEnd, offset);
  xdp(k, call.low(1)).dataEnd = moved;
  call.returns(0);
}

/** bpf_redirect(ifindex, flags) */
function redirect(k: Kernel, call: HelperCall): void {
  const extra = call.high(2) !== 0 ? -1 : call.low(2);
  if (isXdp(k, call)) return call.returns(extra === 0 ? XDP_REDIRECT : XDP_ABORTED);
  call.returns((extra & ~BPF_F_INGRESS) === 0 ? TC_ACT_REDIRECT : TC_ACT_SHOT);
}

/** A packet's hash is a number the simulation does not make up: it is not computed, so it stays what it was. */
const hashRecalc: Helper = instant((k, call) => call.returns64(skb(k, call.low(1)).hash, 0));

const invalidateHash: Helper = instant((k, call) => {
  skb(k, call.low(1)).hash = 0;
  call.returns(0);
});

export const PACKET_HELPERS: readonly (readonly [number, Helper])[] = [
  [9, storeBytes],
  [23, instant(redirect)],
  [26, loadBytes],
  [34, hashRecalc],
  [38, instant(changeTail)],
  [39, pullData],
  [41, invalidateHash],
  [44, instant(adjustHead)],
  [54, instant(adjustMeta)],
  [65, instant(adjustTail)],
  [188, instant((k, call) => call.returns64(packetLength(k, call.low(1), true), 0))],
  [189, xdpLoadBytes],
  [190, xdpStoreBytes],
];
