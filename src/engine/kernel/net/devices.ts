import type { Kernel } from '../kernel.ts';
import { DEVICE_NAME_BYTES, NetDevice, Packet } from '../layouts/net.ts';
import type { Addr } from '../memory/memory.ts';

/** The devices of a machine: the loopback device, and a pair of which each end hears what the other one sends. */
const DEVICES = [
  { name: 'lo', peer: 0, native: 0, mtu: 65_536 },
  { name: 'veth0', peer: 2, native: 1, mtu: 1500 },
  { name: 'veth1', peer: 1, native: 1, mtu: 1500 },
] as const;

/** Makes the devices; they stay as long as the machine. */
export function bootDevices(k: Kernel): void {
  const made = DEVICES.map(() => k.kzalloc(NetDevice));
  for (const [i, { name, peer, native }] of DEVICES.entries()) {
    const cursor = k.net.device(made[i]);
    cursor.index = i + 1;
    cursor.next = made[i + 1] ?? 0;
    cursor.peer = made[peer];
    cursor.native = native;
    k.memory.storeBytes(
      made[i] + NetDevice.offset('name'),
      Uint8Array.from(name, (character) => character.charCodeAt(0)),
    );
  }
  k.globals().devices = made[0];
}

export function devicesInOrder(k: Kernel): readonly Addr[] {
  const found: Addr[] = [];
  for (let at = k.globals().devices; at !== 0; at = k.net.device(at).next) found.push(at);
  return found;
}

/** The device of an index; 0 if there is none. */
export const deviceAt = (k: Kernel, index: number): Addr =>
  devicesInOrder(k).find((at) => k.net.device(at).index === index) ?? 0;

export function deviceName(k: Kernel, at: Addr): string {
  const bytes = k.memory.bytesAt(at + NetDevice.offset('name'), DEVICE_NAME_BYTES);
  return String.fromCharCode(...bytes.subarray(0, bytes.indexOf(0)));
}

/** The device of a name; 0 if there is none. */
export const deviceNamed = (k: Kernel, name: string): Addr =>
  devicesInOrder(k).find((at) => deviceName(k, at) === name) ?? 0;

/** The most bytes that a packet of a device may have behind its link-layer header. */
export const deviceMtu = (k: Kernel, at: Addr): number => DEVICES[k.net.device(at).index - 1].mtu;

/** Room before and after a packet, for what programs put there. */
const HEADROOM = 256;
const TAILROOM = 320;

/** A packet with a copy of these bytes; 0 if there is no memory. */
export function newPacket(k: Kernel, bytes: Uint8Array): Addr {
  const size = HEADROOM + bytes.length + TAILROOM;
  const buffer = k.kzallocBytes(size, 'packet');
  const packet = k.kzalloc(Packet);
  if (buffer === 0 || packet === 0) return 0;
  k.memory.storeBytes(buffer + HEADROOM, bytes);
  const cursor = k.net.packet(packet);
  cursor.buffer = buffer;
  cursor.size = size;
  cursor.start = HEADROOM;
  cursor.length = bytes.length;
  return packet;
}

export function packetBytes(k: Kernel, packet: Addr): Uint8Array {
  const { buffer, start, length } = k.net.packet(packet);
  return k.memory.bytesAt(buffer + start, length).slice();
}

export function freePacket(k: Kernel, packet: Addr): void {
  k.kfree(k.net.packet(packet).buffer);
  k.kfree(packet);
}
