/**
 * Packets as bytes: Ethernet, IPv4 or IPv6, and what they carry. Addresses are bytes (4 or 16), ports and lengths
 * numbers. Only what the commands of user space send and the kernel answers.
 */

export const TCP = 6;
export const UDP = 17;
export const ICMP = 1;
export const ICMPV6 = 58;

export const TCP_FIN = 1;
export const TCP_SYN = 2;
export const TCP_RST = 4;
export const TCP_PSH = 8;
export const TCP_ACK = 16;

const ETHERNET = 14;
const ETHERTYPES = { 4: 0x0800, 6: 0x86dd } as const;
const IP_HEADER = { 4: 20, 6: 40 } as const;
const TTL = 64;

export interface Datagram {
  readonly version: 4 | 6;
  readonly source: Uint8Array;
  readonly destination: Uint8Array;
  readonly protocol: number;
  /** The transport header and what follows it, its checksum still 0. */
  readonly body: Uint8Array;
  /** Where in `body` the checksum lies. */
  readonly checksumAt: number;
}

const put16 = (bytes: Uint8Array, at: number, value: number): void => {
  bytes[at] = value >> 8;
  bytes[at + 1] = value;
};
const get16 = (bytes: Uint8Array, at: number): number => (bytes[at] << 8) | bytes[at + 1];
const get32 = (bytes: Uint8Array, at: number): number => ((get16(bytes, at) << 16) | get16(bytes, at + 2)) >>> 0;
const put32 = (bytes: Uint8Array, at: number, value: number): void => {
  put16(bytes, at, value >>> 16);
  put16(bytes, at + 2, value & 0xffff);
};

/** The Internet checksum of all parts, one after the other (each but the last of even length). */
function checksum(...parts: readonly Uint8Array[]): number {
  let sum = 0;
  for (const part of parts) for (let i = 0; i < part.length; i++) sum += i % 2 === 0 ? part[i] << 8 : part[i];
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

/** A whole frame. The link layer's addresses are zeros, as on the loopback device. */
function frame(datagram: Datagram): Uint8Array {
  const { version, body, checksumAt } = datagram;
  const bytes = new Uint8Array(ETHERNET + IP_HEADER[version] + body.length);
  put16(bytes, 12, ETHERTYPES[version]);
  bytes.set(version === 4 ? header4(datagram) : header6(datagram), ETHERNET);
  bytes.set(body, ETHERNET + IP_HEADER[version]);
  put16(bytes, ETHERNET + IP_HEADER[version] + checksumAt, transportChecksum(datagram));
  return bytes;
}

function header4({ source, destination, protocol, body }: Datagram): Uint8Array {
  const header = new Uint8Array(IP_HEADER[4]);
  header[0] = 0x45;
  put16(header, 2, IP_HEADER[4] + body.length);
  header[8] = TTL;
  header[9] = protocol;
  header.set(source, 12);
  header.set(destination, 16);
  put16(header, 10, checksum(header));
  return header;
}

function header6({ source, destination, protocol, body }: Datagram): Uint8Array {
  const header = new Uint8Array(IP_HEADER[6]);
  header[0] = 0x60;
  put16(header, 4, body.length);
  header[6] = protocol;
  header[7] = TTL;
  header.set(source, 8);
  header.set(destination, 24);
  return header;
}

function transportChecksum({ source, destination, protocol, body }: Datagram): number {
  if (protocol === ICMP) return checksum(body);
  const pseudo = new Uint8Array(4);
  pseudo[1] = protocol;
  put16(pseudo, 2, body.length);
  return checksum(source, destination, pseudo, body) || 0xffff;
}

/** What a frame says that somebody on this machine may want; undefined if it is nothing of the kind. */
export interface Parsed extends Omit<Datagram, 'checksumAt'> {
  readonly sourcePort: number;
  readonly destinationPort: number;
}

export function parseFrame(bytes: Uint8Array): Parsed | undefined {
  const type = bytes.length < ETHERNET ? 0 : get16(bytes, 12);
  const version = type === ETHERTYPES[4] ? 4 : type === ETHERTYPES[6] ? 6 : undefined;
  if (version === undefined || bytes.length < ETHERNET + IP_HEADER[version]) return undefined;
  const ip = bytes.subarray(ETHERNET);
  const protocol = version === 4 ? ip[9] : ip[6];
  const source = version === 4 ? ip.slice(12, 16) : ip.slice(8, 24);
  const destination = version === 4 ? ip.slice(16, 20) : ip.slice(24, 40);
  const body = ip.slice(version === 4 ? (ip[0] & 15) * 4 : IP_HEADER[6]);
  const ports = protocol === TCP || protocol === UDP;
  if (body.length < 8) return undefined;
  const [sourcePort, destinationPort] = ports ? [get16(body, 0), get16(body, 2)] : [0, 0];
  return { version, source, destination, protocol, body, sourcePort, destinationPort };
}

// ---- what is sent

export interface Ends {
  readonly version: 4 | 6;
  readonly source: Uint8Array;
  readonly destination: Uint8Array;
}

export interface Segment {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly sequence: number;
  readonly acknowledge: number;
  readonly flags: number;
  readonly data: Uint8Array;
}

export function tcpFrame(ends: Ends, segment: Segment): Uint8Array {
  const body = new Uint8Array(20 + segment.data.length);
  put16(body, 0, segment.sourcePort);
  put16(body, 2, segment.destinationPort);
  put32(body, 4, segment.sequence);
  put32(body, 8, segment.acknowledge);
  body[12] = 5 << 4;
  body[13] = segment.flags;
  put16(body, 14, 0xffff);
  body.set(segment.data, 20);
  return frame({ ...ends, protocol: TCP, body, checksumAt: 16 });
}

/** The segment in the body of a parsed frame; undefined if it is cut short. */
export function parseSegment({ body, sourcePort, destinationPort }: Parsed): Segment | undefined {
  if (body.length < 20) return undefined;
  return {
    sourcePort,
    destinationPort,
    sequence: get32(body, 4),
    acknowledge: get32(body, 8),
    flags: body[13],
    data: body.slice((body[12] >> 4) * 4),
  };
}

export function udpFrame(ends: Ends, sourcePort: number, destinationPort: number, data: Uint8Array): Uint8Array {
  const body = new Uint8Array(8 + data.length);
  put16(body, 0, sourcePort);
  put16(body, 2, destinationPort);
  put16(body, 4, body.length);
  body.set(data, 8);
  return frame({ ...ends, protocol: UDP, body, checksumAt: 6 });
}

/** Types of echo messages by version: request, reply. */
export const ECHO = { 4: [8, 0], 6: [128, 129] } as const;

export function echoFrame(ends: Ends, reply: boolean, id: number, sequence: number, data: Uint8Array): Uint8Array {
  const body = new Uint8Array(8 + data.length);
  body[0] = ECHO[ends.version][reply ? 1 : 0];
  put16(body, 4, id);
  put16(body, 6, sequence);
  body.set(data, 8);
  return frame({ ...ends, protocol: ends.version === 4 ? ICMP : ICMPV6, body, checksumAt: 2 });
}

export const parseEcho = ({ body }: Parsed): { type: number; id: number; sequence: number; data: Uint8Array } => ({
  type: body[0],
  id: get16(body, 4),
  sequence: get16(body, 6),
  data: body.slice(8),
});

/** Type and code of "port unreachable" by version. */
export const UNREACHABLE = { 4: [3, 3], 6: [1, 4] } as const;

/** Tells a sender that nobody listens: with the beginning of what it sent. */
export function unreachableFrame(ends: Ends, original: Uint8Array): Uint8Array {
  const quoted = original.subarray(ETHERNET, ETHERNET + 64);
  const body = new Uint8Array(8 + quoted.length);
  body.set(UNREACHABLE[ends.version], 0);
  body.set(quoted, 8);
  return frame({ ...ends, protocol: ends.version === 4 ? ICMP : ICMPV6, body, checksumAt: 2 });
}

/** Source port of the datagram that an "unreachable" message quotes. */
export const quotedPort = ({ version, body }: Parsed): number => get16(body, 8 + IP_HEADER[version]);
