import { ETHERNET_BYTES } from '../cpu/contexts.ts';
import type { Kernel } from '../kernel.ts';
import { SkBuff, XdpBuff } from '../layouts/contexts.ts';
import type { Addr } from '../memory/memory.ts';

/** What a program gets to see of a packet, and what it has made of it. */

/** An `xdp_buff` over a packet that has arrived on a device; 0 if there is no memory. kernel: netif_receive_generic_xdp() */
export function makeXdpBuff(k: Kernel, packet: Addr): Addr {
  const { buffer, size, start, length, device } = k.net.packet(packet);
  const context = k.kzalloc(XdpBuff);
  if (context === 0) return 0;
  const { index } = k.net.device(device);
  const cursor = k.contexts.xdp(context);
  cursor.data = buffer + start;
  cursor.dataEnd = buffer + start + length;
  cursor.dataMeta = buffer + start;
  cursor.ingressIfindex = index;
  cursor.hardStart = buffer;
  cursor.frameEnd = buffer + size;
  return context;
}

/** The packet is what the program has left between its pointers; the context is gone. */
export function takeXdpBuff(k: Kernel, packet: Addr, context: Addr): void {
  const { data, dataEnd } = k.contexts.xdp(context);
  k.kfree(context);
  const cursor = k.net.packet(packet);
  cursor.start = data - cursor.buffer;
  cursor.length = dataEnd - data;
}

/** A `__sk_buff` over a packet; `link`: with the link layer's header, as filters of a device see it. */
export function makeSkBuff(k: Kernel, packet: Addr, device: Addr, link: boolean): Addr {
  const { buffer, size, start, length } = k.net.packet(packet);
  const context = k.kzalloc(SkBuff);
  if (context === 0) return 0;
  const { index } = k.net.device(device);
  const pulled = link ? 0 : ETHERNET_BYTES;
  const protocol = k.memory.load16(buffer + start + ETHERNET_BYTES - 2);
  const cursor = k.contexts.skb(context);
  cursor.head = buffer;
  cursor.end = buffer + size;
  cursor.macHeader = buffer + start;
  cursor.data = buffer + start + pulled;
  cursor.dataMeta = buffer + start + pulled;
  cursor.dataEnd = buffer + start + length;
  cursor.len = length - pulled;
  cursor.wireLen = length - pulled;
  cursor.protocol = protocol;
  cursor.ifindex = index;
  cursor.ingressIfindex = index;
  return context;
}

/** A filter may have moved the ends of the packet. */
export function takeSkBuff(k: Kernel, packet: Addr, context: Addr): void {
  const { data, len } = k.contexts.skb(context);
  k.kfree(context);
  const cursor = k.net.packet(packet);
  cursor.start = data - cursor.buffer;
  cursor.length = len;
}
