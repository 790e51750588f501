import { BPF_PROG_TYPE_FLOW_DISSECTOR, BPF_PROG_TYPE_XDP } from '../../abi/program-types.ts';
import type { VmEnvironment } from '../../vm/vm.ts';
import type { Kernel } from '../kernel.ts';
import { SkBuff, TestRun, XdpBuff } from '../layouts/contexts.ts';
import { type Memory, POINTER_HIGH } from '../memory/memory.ts';

/** Fields of contexts that are pointers: 32 bits wide for programs, which get 64 bits when they load them. */
const SKB_POINTERS = [SkBuff.offset('data'), SkBuff.offset('dataEnd'), SkBuff.offset('dataMeta')];
const SKB_WIDE_POINTERS = [SkBuff.offset('flowKeys'), SkBuff.offset('sk')];
const XDP_POINTERS = [XdpBuff.offset('data'), XdpBuff.offset('dataEnd'), XdpBuff.offset('dataMeta')];

/** Types whose context is a `__sk_buff`. */
const SKB_TYPES: ReadonlySet<number> = new Set([1, 3, 4, 8, 10, 11, 12, 14, 16, 19]);
export const hasSkb = (progType: number): boolean => SKB_TYPES.has(progType);

/**
 * Accesses to contexts and packets. A context lies in memory as its user-visible struct (layouts/contexts.ts), so that an
 * access is one to the same offset; only pointers need their high word.
 */
export function contextEnvironment(k: Kernel): VmEnvironment {
  const { memory } = k;
  const progType = () => k.bpf.codeOf(k.frame).verified.request.type;
  const isPointer = (offset: number): boolean => {
    const type = progType();
    if (type === BPF_PROG_TYPE_XDP) return XDP_POINTERS.includes(offset);
    const isSkb = hasSkb(type) || type === BPF_PROG_TYPE_FLOW_DISSECTOR;
    return isSkb && (SKB_POINTERS.includes(offset) || SKB_WIDE_POINTERS.includes(offset));
  };
  return {
    loadContext(address, offset, size, words, target) {
      const at = address + offset;
      memory.touchRange(at, size);
      words[target + 1] = size === 8 ? memory.loadUnaligned32(at + 4) : 0;
      words[target] = size === 1 ? memory.load8(at) : size === 2 ? memory.load16(at) : memory.loadUnaligned32(at);
      if (size >= 4 && isPointer(offset)) words[target + 1] = words[target] === 0 ? 0 : POINTER_HIGH;
      return true;
    },
    storeContext(address, offset, size, low, high) {
      const at = address + offset;
      memory.touchRange(at, size);
      if (size === 1) memory.store8(at, low);
      else if (size === 2) memory.store16(at, low);
      else memory.storeUnaligned32(at, low);
      if (size === 8) memory.storeUnaligned32(at + 4, high);
      return true;
    },
    loadPacket(context, offset, size) {
      const data = memory.load32(context + SkBuff.offset('data'));
      const length = memory.load32(context + SkBuff.offset('len'));
      const from = packetOffset(k, context, offset);
      if (from < 0 || from + size > length) return -1;
      let value = 0;
      for (let i = 0; i < size; i++) value = value * 256 + memory.load8(data + from + i);
      return value;
    },
  };
}

/** SKF_NET_OFF and SKF_LL_OFF: offsets from the network and the link header. */
const NET_OFFSET = -0x100000;
const LINK_OFFSET = -0x200000;

function packetOffset(k: Kernel, context: number, offset: number): number {
  if (offset >= 0) return offset;
  const { memory } = k;
  const link = memory.load32(context + SkBuff.offset('macHeader')) - memory.load32(context + SkBuff.offset('data'));
  if (offset >= NET_OFFSET) return link + ETHERNET_BYTES + (offset - NET_OFFSET);
  return offset >= LINK_OFFSET ? link + (offset - LINK_OFFSET) : -1;
}

export const ETHERNET_BYTES = 14;

/** Cursors of contexts and test runs. */
export class ContextViews {
  readonly testRun: ReturnType<typeof TestRun.cursor>;
  readonly skb: ReturnType<typeof SkBuff.cursor>;
  readonly xdp: ReturnType<typeof XdpBuff.cursor>;

  constructor(memory: Memory) {
    this.testRun = TestRun.cursor(memory);
    this.skb = SkBuff.cursor(memory);
    this.xdp = XdpBuff.cursor(memory);
  }
}
