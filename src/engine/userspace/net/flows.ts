import { toHex } from '../../../lib/bytes.ts';

/** Which flow a frame belongs to, as tcpreplay counts flows: protocol, addresses and ports. */

const IPV4 = 0x0800;
const IPV6 = 0x86dd;
/** Lower numbers in the place of the type are lengths. */
const LEAST_TYPE = 0x0600;
const HEADER = 14;
const WITH_PORTS: ReadonlySet<number> = new Set([6, 17]);

/** A name of the flow; `other`: the frame is none of IP; undefined: nothing is known of it. */
export function flowOf(frame: Uint8Array): string | undefined {
  if (frame.length < HEADER) return undefined;
  const type = (frame[12] << 8) | frame[13];
  const packet = frame.subarray(HEADER);
  if (type === IPV4) return packet[0] >> 4 === 4 && packet.length >= 20 ? flow4(packet) : undefined;
  if (type === IPV6) return packet[0] >> 4 === 6 && packet.length >= 40 ? flow6(packet) : undefined;
  return type >= LEAST_TYPE ? 'other' : undefined;
}

const flow4 = (packet: Uint8Array): string => {
  const ports = (packet[0] & 15) * 4;
  return nameOf(packet[9], packet.subarray(12, 20), packet.subarray(ports, ports + 4));
};

const flow6 = (packet: Uint8Array): string => nameOf(packet[6], packet.subarray(8, 40), packet.subarray(40, 44));

const nameOf = (protocol: number, addresses: Uint8Array, ports: Uint8Array): string =>
  `${protocol} ${toHex(addresses)} ${WITH_PORTS.has(protocol) ? toHex(ports) : ''}`;
