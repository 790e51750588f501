import { err, ok, type Result } from './result.ts';

/** Captures: files of packets, in the classic format or as pcapng, which Wireshark writes. Messages are libpcap's. */
export interface Capture {
  /** Name of the file. */
  readonly name: string;
  readonly packets: readonly CapturedPacket[];
}

export interface CapturedPacket {
  readonly bytes: Uint8Array;
  /** Bytes that it had on the wire: fewer may have been kept. */
  readonly wireLength: number;
  /** ns since the first packet of the file; negative where the file is out of order. */
  readonly time: number;
}

/** A packet with its time as it stands in the file: ns since 1970 are too large for a number. */
interface RawPacket extends Omit<CapturedPacket, 'time'> {
  readonly timestamp: bigint;
}

/** Packets beyond this number are not read. */
const MAX_PACKETS = 100_000;

/** First word of a classic file, and the ns of the smaller part of its times. */
const CLASSIC_MAGICS: ReadonlyMap<number, number> = new Map([
  [0xa1b2c3d4, 1000],
  [0xa1b23c4d, 1],
]);
/** First word of pcapng, the same in both byte orders, and the word that tells the order. */
const NG_SECTION = 0x0a0d0d0a;
const NG_ORDER = 0x1a2b3c4d;

/** True for bytes that begin as a capture does. */
export function isCapture(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return false;
  const view = viewOf(bytes);
  return view.getUint32(0) === NG_SECTION || classicOrder(view) !== undefined;
}

/** Reads a file; what is cut off at the end is left out, as tcpdump does. libpcap: pcap_open_offline() */
export function readCapture(name: string, bytes: Uint8Array): Result<Capture, string> {
  if (bytes.length < 4) return err(`truncated dump file; tried to read 4 file header bytes, only got ${bytes.length}`);
  const view = viewOf(bytes);
  const little = classicOrder(view);
  const isNg = view.getUint32(0) === NG_SECTION;
  if (little === undefined && !isNg) return err('unknown file format');
  if (!isNg && bytes.length < CLASSIC.header) return err(shortHeader(bytes.length));
  const raw = isNg ? ngPackets(bytes) : classicPackets(bytes, little === true);
  const first = raw[0]?.timestamp ?? 0n;
  return ok({ name, packets: raw.map(({ timestamp, ...packet }) => ({ ...packet, time: Number(timestamp - first) })) });
}

const shortHeader = (length: number): string =>
  `truncated dump file; tried to read ${CLASSIC.header} file header bytes, only got ${length}`;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const classicOrder = (view: DataView): boolean | undefined =>
  [true, false].find((order) => CLASSIC_MAGICS.has(view.getUint32(0, order)));

const SECOND = 1_000_000_000n;

/**
 * All numbers are in the byte order of the machine that captured:
 *
 *     0  magic        4  version    8  zone, accuracy   16  snap length   20  link type   24  records …
 *
 *     record:  0  seconds    4  micro- or nanoseconds    8  bytes kept    12  bytes on the wire    16  the bytes
 */
const CLASSIC = { header: 24, recordHeader: 16, fraction: 4, kept: 8, wire: 12 } as const;

function classicPackets(bytes: Uint8Array, little: boolean): readonly RawPacket[] {
  const view = viewOf(bytes);
  const unit = CLASSIC_MAGICS.get(view.getUint32(0, little)) ?? 1;
  const packets: RawPacket[] = [];
  for (let at: number = CLASSIC.header; at + CLASSIC.recordHeader <= bytes.length && packets.length < MAX_PACKETS; ) {
    const end = at + CLASSIC.recordHeader + view.getUint32(at + CLASSIC.kept, little);
    if (end > bytes.length) break;
    packets.push({
      bytes: bytes.subarray(at + CLASSIC.recordHeader, end),
      wireLength: view.getUint32(at + CLASSIC.wire, little),
      timestamp:
        BigInt(view.getUint32(at, little)) * SECOND + BigInt(view.getUint32(at + CLASSIC.fraction, little) * unit),
    });
    at = end;
  }
  return packets;
}

/**
 * A row of blocks, each in the order of the section that it is in:
 *
 *     block:             0  type    4  length of the block    8  body …    the length again
 *     section header:    8  order
 *     interface:         8  link type   12  snap length   16  options …
 *     enhanced packet:   8  interface   12  time (high, low)   20  bytes kept   24  bytes on the wire   28  the bytes
 *     simple packet:     8  bytes on the wire   12  the bytes
 *
 *     option:  0  code    2  length    4  the value, padded to 4 bytes
 */
const NG = {
  interface: 1,
  simple: 3,
  enhanced: 6,
  least: 12,
  order: 8,
  options: 16,
  owner: 8,
  high: 12,
  low: 16,
  kept: 20,
  wire: 24,
  enhancedData: 28,
  simpleWire: 8,
  simpleData: 12,
} as const;

/** Option of an interface: what a unit of its times is, as a power of ten or (with the highest bit) of two. */
const RESOLUTION_OPTION = 9;

/** A unit of time: seconds = count / perSecond. */
interface Clock {
  readonly perSecond: bigint;
}

const MICROSECONDS: Clock = { perSecond: 1_000_000n };

function ngPackets(bytes: Uint8Array): readonly RawPacket[] {
  const view = viewOf(bytes);
  const packets: RawPacket[] = [];
  let clocks: Clock[] = [];
  let little = true;
  for (let at = 0; at + NG.least <= bytes.length && packets.length < MAX_PACKETS; ) {
    if (view.getUint32(at) === NG_SECTION) {
      little = view.getUint32(at + NG.order, true) === NG_ORDER;
      clocks = [];
    }
    const length = view.getUint32(at + 4, little);
    if (length < NG.least || at + length > bytes.length) break;
    const block = bytes.subarray(at, at + length);
    if (view.getUint32(at, little) === NG.interface) clocks.push(ngClock(block, little));
    const packet = ngPacket(block, little, clocks);
    if (packet !== undefined) packets.push(packet);
    at += length;
  }
  return packets;
}

function ngClock(block: Uint8Array, little: boolean): Clock {
  const view = viewOf(block);
  for (let at: number = NG.options; at + 5 <= block.length - 4; ) {
    const length = view.getUint16(at + 2, little);
    if (view.getUint16(at, little) === RESOLUTION_OPTION && length >= 1) return clockOf(block[at + 4]);
    at += 4 + ((length + 3) & ~3);
  }
  return MICROSECONDS;
}

const clockOf = (resolution: number): Clock => ({
  perSecond: (resolution & 0x80 ? 2n : 10n) ** BigInt(resolution & 0x7f),
});

function ngPacket(block: Uint8Array, little: boolean, clocks: readonly Clock[]): RawPacket | undefined {
  const view = viewOf(block);
  const type = view.getUint32(0, little);
  if (type === NG.enhanced && block.length >= NG.enhancedData) return enhancedPacket(block, little, clocks);
  if (type !== NG.simple) return undefined;
  const wireLength = view.getUint32(NG.simpleWire, little);
  // The block's last word is its length again.
  const end = Math.min(NG.simpleData + wireLength, block.length - 4);
  return { bytes: block.subarray(NG.simpleData, end), wireLength, timestamp: 0n };
}

function enhancedPacket(block: Uint8Array, little: boolean, clocks: readonly Clock[]): RawPacket {
  const view = viewOf(block);
  const { perSecond } = clocks[view.getUint32(NG.owner, little)] ?? MICROSECONDS;
  const count = (BigInt(view.getUint32(NG.high, little)) << 32n) | BigInt(view.getUint32(NG.low, little));
  return {
    bytes: block.subarray(NG.enhancedData, NG.enhancedData + view.getUint32(NG.kept, little)),
    wireLength: view.getUint32(NG.wire, little),
    timestamp: (count * SECOND) / perSecond,
  };
}
