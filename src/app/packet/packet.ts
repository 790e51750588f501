import { err, ok, type Result } from '../../lib/result.ts';
import { ipv4Bytes, ipv4Text, ipv6Bytes, ipv6Text, macBytes, macText } from './addresses.ts';

/**
 * Common packets by their fields: Ethernet, IPv4 or IPv6 without options, UDP, TCP or ICMP, and a text. Lengths and
 * checksums follow from the rest.
 *
 *     0  Ethernet, 14 bytes    14  IPv4, 20 bytes, or IPv6, 40 bytes    then  UDP 8, TCP 20, ICMP 8    then  payload
 */
export type Network = 'none' | 'IPv4' | 'IPv6';
export type Transport = 'none' | 'UDP' | 'TCP' | 'ICMP';

export interface PacketFields {
  readonly sourceMac: string;
  readonly targetMac: string;
  readonly network: Network;
  readonly source: string;
  readonly target: string;
  readonly transport: Transport;
  readonly sourcePort: string;
  readonly targetPort: string;
  /** Behind the last header, as text. */
  readonly payload: string;
}

/** The field that cannot be built from, and what it wants. */
export interface FieldError {
  readonly field: keyof PacketFields;
  readonly message: string;
}

/** A UDP packet within one network. */
export const DEFAULT_PACKET: PacketFields = {
  sourceMac: '02:00:00:00:00:01',
  targetMac: '02:00:00:00:00:02',
  network: 'IPv4',
  source: '10.0.0.1',
  target: '10.0.0.2',
  transport: 'UDP',
  sourcePort: '40000',
  targetPort: '53',
  payload: 'hello',
};

const ETHERNET = 14;
const IPV4 = 20;
const IPV6 = 40;
const HEADER: Readonly<Record<Transport, number>> = { none: 0, UDP: 8, TCP: 20, ICMP: 8 };
const ETHER_TYPE = { none: 0x88b5, IPv4: 0x0800, IPv6: 0x86dd } as const;
const PROTOCOL: Readonly<Record<Network, Readonly<Record<Transport, number>>>> = {
  none: { none: 0, UDP: 0, TCP: 0, ICMP: 0 },
  IPv4: { none: 253, UDP: 17, TCP: 6, ICMP: 1 },
  IPv6: { none: 59, UDP: 17, TCP: 6, ICMP: 58 },
};
const TTL = 64;

// ---- fields to bytes

const be16 = (value: number): readonly number[] => [(value >> 8) & 0xff, value & 0xff];

/** The bytes of a packet, or the first field that does not fit. */
export function buildPacket(fields: PacketFields): Result<Uint8Array, FieldError> {
  const wrong = mistakeIn(fields);
  if (wrong !== undefined) return err(wrong);
  const { network, sourceMac, targetMac } = fields;
  const ethernet = [...(macBytes(targetMac) ?? []), ...(macBytes(sourceMac) ?? []), ...be16(ETHER_TYPE[network])];
  const payload = [...new TextEncoder().encode(fields.payload)];
  if (network === 'none') return ok(Uint8Array.from([...ethernet, ...payload]));
  const segment = transportBytes(fields, payload);
  return ok(Uint8Array.from([...ethernet, ...networkHeader(fields, segment.length), ...segment]));
}

const ADDRESS = { IPv4: ipv4Bytes, IPv6: ipv6Bytes } as const;
const ADDRESS_WANTED = { IPv4: 'four numbers, such as 10.0.0.1', IPv6: 'groups of hex, such as fd00::1' } as const;

function mistakeIn(fields: PacketFields): FieldError | undefined {
  const { network, transport } = fields;
  const has = (field: keyof PacketFields, fits: boolean, wanted: string): FieldError[] =>
    fits ? [] : [{ field, message: `wants ${wanted}` }];
  const mac = (field: 'sourceMac' | 'targetMac') =>
    has(field, macBytes(fields[field]) !== undefined, 'six bytes in hex, such as 02:00:00:00:00:01');
  const address = (field: 'source' | 'target') =>
    network === 'none' ? [] : has(field, ADDRESS[network](fields[field]) !== undefined, ADDRESS_WANTED[network]);
  const port = (field: 'sourcePort' | 'targetPort') =>
    network === 'none' || (transport !== 'UDP' && transport !== 'TCP')
      ? []
      : has(field, /^\d+$/.test(fields[field]) && Number(fields[field]) < 65536, 'a number from 0 to 65535');
  const found = [mac('targetMac'), mac('sourceMac'), address('source'), address('target')];
  return [...found, port('sourcePort'), port('targetPort')].flat()[0];
}

function addressesOf({ network, source, target }: PacketFields): readonly number[] {
  if (network === 'none') return [];
  return [...(ADDRESS[network](source) ?? []), ...(ADDRESS[network](target) ?? [])];
}

function networkHeader(fields: PacketFields, size: number): readonly number[] {
  const { network, transport } = fields;
  const protocol = PROTOCOL[network][transport];
  if (network === 'IPv6') return [0x60, 0, 0, 0, ...be16(size), protocol, TTL, ...addressesOf(fields)];
  const header = [0x45, 0, ...be16(IPV4 + size), 0, 0, 0x40, 0, TTL, protocol, 0, 0, ...addressesOf(fields)];
  header.splice(10, 2, ...be16(checksum(header)));
  return header;
}

function transportBytes(fields: PacketFields, payload: readonly number[]): readonly number[] {
  const { transport, network } = fields;
  const ports = [...be16(Number(fields.sourcePort)), ...be16(Number(fields.targetPort))];
  const size = HEADER[transport] + payload.length;
  switch (transport) {
    case 'none':
      return payload;
    case 'UDP':
      return withChecksum(fields, [...ports, ...be16(size), 0, 0, ...payload], 6);
    case 'TCP':
      // A SYN without options, sequence number 0.
      return withChecksum(
        fields,
        [...ports, 0, 0, 0, 0, 0, 0, 0, 0, 0x50, 0x02, 0xff, 0xff, 0, 0, 0, 0, ...payload],
        16,
      );
    case 'ICMP':
      // An echo request, number 1.
      return withChecksum(fields, [network === 'IPv6' ? 128 : 8, 0, 0, 0, 0, 1, 0, 1, ...payload], 2);
  }
}

function withChecksum(fields: PacketFields, segment: readonly number[], at: number): readonly number[] {
  const { network, transport } = fields;
  const isPlain = transport === 'ICMP' && network === 'IPv4';
  const pseudo = isPlain ? [] : [...addressesOf(fields), 0, PROTOCOL[network][transport], ...be16(segment.length)];
  const sum = checksum([...pseudo, ...segment]);
  // UDP writes a sum of zero as all ones: zero stands for none.
  const written = sum === 0 && transport === 'UDP' ? 0xffff : sum;
  return [...segment.slice(0, at), ...be16(written), ...segment.slice(at + 2)];
}

/** The ones' complement sum of RFC 1071. */
export function checksum(bytes: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 2) sum += (bytes[i] << 8) | (bytes[i + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

// ---- bytes to fields

/** What a packet is, as far as its headers are common ones; undefined for what is shorter than an Ethernet header. */
export function readPacket(bytes: Uint8Array): PacketFields | undefined {
  if (bytes.length < ETHERNET) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const network = networkOf(view);
  const transportAt = ETHERNET + networkSize(view, network);
  const transport = transportOf(view, network, transportAt);
  const hasPorts = transport === 'UDP' || transport === 'TCP';
  const part = (from: number, size: number): readonly number[] => [...bytes.subarray(from, from + size)];
  const [source, target] = addressTexts(network, part);
  const headerSize = transport === 'TCP' ? (view.getUint8(transportAt + 12) >> 4) * 4 : HEADER[transport];
  return {
    targetMac: macText(part(0, 6)),
    sourceMac: macText(part(6, 6)),
    network,
    source,
    target,
    transport,
    sourcePort: hasPorts ? String(view.getUint16(transportAt)) : '',
    targetPort: hasPorts ? String(view.getUint16(transportAt + 2)) : '',
    payload: new TextDecoder().decode(bytes.subarray(transportAt + headerSize)),
  };
}

function networkOf(view: DataView): Network {
  const type = view.getUint16(12);
  if (type === ETHER_TYPE.IPv4 && view.byteLength >= ETHERNET + IPV4) return 'IPv4';
  return type === ETHER_TYPE.IPv6 && view.byteLength >= ETHERNET + IPV6 ? 'IPv6' : 'none';
}

function networkSize(view: DataView, network: Network): number {
  if (network === 'IPv4') return (view.getUint8(ETHERNET) & 0xf) * 4;
  return network === 'IPv6' ? IPV6 : 0;
}

function transportOf(view: DataView, network: Network, at: number): Transport {
  if (network === 'none') return 'none';
  const protocol = view.getUint8(ETHERNET + (network === 'IPv4' ? 9 : 6));
  const found = (['UDP', 'TCP', 'ICMP'] as const).find((name) => PROTOCOL[network][name] === protocol);
  return found !== undefined && at + HEADER[found] <= view.byteLength ? found : 'none';
}

function addressTexts(
  network: Network,
  part: (from: number, size: number) => readonly number[],
): readonly [source: string, target: string] {
  if (network === 'IPv4') return [ipv4Text(part(ETHERNET + 12, 4)), ipv4Text(part(ETHERNET + 16, 4))];
  if (network === 'IPv6') return [ipv6Text(part(ETHERNET + 8, 16)), ipv6Text(part(ETHERNET + 24, 16))];
  return ['', ''];
}

/** A packet in a few words: `IPv4 10.0.0.1 → 10.0.0.2, UDP 40000 → 53, 47 bytes`. */
export function describePacket(bytes: Uint8Array): string {
  const headers = describeHeaders(bytes);
  const size = `${bytes.length}\u00a0bytes`;
  return headers === undefined ? `${size}, ${NO_HEADER}` : `${headers}, ${size}`;
}

export const NO_HEADER = 'too short for an Ethernet header';

/** `IPv4 10.0.0.1 → 10.0.0.2, UDP 40000 → 53`; undefined without a header. */
export function describeHeaders(bytes: Uint8Array): string | undefined {
  const fields = readPacket(bytes);
  if (fields === undefined) return undefined;
  const { network, transport, source, target, sourcePort, targetPort, sourceMac, targetMac } = fields;
  if (network === 'none') return `Ethernet ${sourceMac} → ${targetMac}`;
  const addresses = `${network} ${source} → ${target}`;
  if (transport === 'none') return addresses;
  return `${addresses}, ${transport === 'ICMP' ? 'ICMP' : `${transport} ${sourcePort} → ${targetPort}`}`;
}
