import { err, ok, type Result } from '../../lib/result.ts';

/** Packets of a capture file, in the classic format or as pcapng, which Wireshark writes. */
export interface Capture {
  /** Name of the file. */
  readonly name: string;
  readonly packets: readonly Uint8Array[];
}

/** Packets beyond this number are not read. */
const MAX_PACKETS = 100_000;

/** First word of a classic file: times in microseconds, in nanoseconds. */
const CLASSIC_MAGICS: readonly number[] = [0xa1b2c3d4, 0xa1b23c4d];
/** First word of pcapng, the same in both byte orders, and the word that tells the order. */
const NG_SECTION = 0x0a0d0d0a;
const NG_ORDER = 0x1a2b3c4d;

/** True for bytes that begin as a capture does. */
export function isCapture(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return false;
  const view = viewOf(bytes);
  return view.getUint32(0) === NG_SECTION || classicOrder(view) !== undefined;
}

/** Reads a file; what is cut off at the end is left out, as tcpdump does. */
export function readCapture(name: string, bytes: Uint8Array): Result<Capture, string> {
  if (bytes.length < CLASSIC.header) return err('this is not a capture: it is shorter than the header of one');
  const view = viewOf(bytes);
  const little = classicOrder(view);
  const isNg = view.getUint32(0) === NG_SECTION;
  if (little === undefined && !isNg) return err('this is not a capture: it begins neither as pcap nor as pcapng');
  const packets = isNg ? ngPackets(bytes) : classicPackets(bytes, little === true);
  return packets.length === 0 ? err('there is no packet in this capture') : ok({ name, packets });
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const classicOrder = (view: DataView): boolean | undefined =>
  [true, false].find((order) => CLASSIC_MAGICS.includes(view.getUint32(0, order)));

/**
 * All numbers are in the byte order of the machine that captured:
 *
 *     0  magic        4  version    8  zone, accuracy   16  snap length   20  link type   24  records …
 *
 *     record:  0  seconds    4  micro- or nanoseconds    8  bytes kept    12  bytes on the wire    16  the bytes
 */
const CLASSIC = { header: 24, recordHeader: 16, kept: 8 } as const;

function classicPackets(bytes: Uint8Array, little: boolean): readonly Uint8Array[] {
  const view = viewOf(bytes);
  const packets: Uint8Array[] = [];
  for (let at: number = CLASSIC.header; at + CLASSIC.recordHeader <= bytes.length && packets.length < MAX_PACKETS; ) {
    const end = at + CLASSIC.recordHeader + view.getUint32(at + CLASSIC.kept, little);
    if (end > bytes.length) break;
    packets.push(bytes.subarray(at + CLASSIC.recordHeader, end));
    at = end;
  }
  return packets;
}

/**
 * A row of blocks, each in the order of the section that it is in:
 *
 *     block:             0  type    4  length of the block    8  body …    the length again
 *     section header:    8  order
 *     enhanced packet:   8  interface   12  time   20  bytes kept   24  bytes on the wire   28  the bytes
 *     simple packet:     8  bytes on the wire   12  the bytes
 */
const NG = {
  enhanced: 6,
  simple: 3,
  least: 12,
  order: 8,
  kept: 20,
  enhancedData: 28,
  wire: 8,
  simpleData: 12,
} as const;

function ngPackets(bytes: Uint8Array): readonly Uint8Array[] {
  const view = viewOf(bytes);
  const packets: Uint8Array[] = [];
  let little = true;
  for (let at = 0; at + NG.least <= bytes.length && packets.length < MAX_PACKETS; ) {
    if (view.getUint32(at) === NG_SECTION) little = view.getUint32(at + NG.order, true) === NG_ORDER;
    const length = view.getUint32(at + 4, little);
    if (length < NG.least || at + length > bytes.length) break;
    const packet = ngPacket(bytes.subarray(at, at + length), little);
    if (packet !== undefined) packets.push(packet);
    at += length;
  }
  return packets;
}

function ngPacket(block: Uint8Array, little: boolean): Uint8Array | undefined {
  const view = viewOf(block);
  const type = view.getUint32(0, little);
  if (type === NG.enhanced && block.length >= NG.enhancedData)
    return block.subarray(NG.enhancedData, NG.enhancedData + view.getUint32(NG.kept, little));
  if (type !== NG.simple) return undefined;
  // The block's last word is its length again.
  return block.subarray(NG.simpleData, Math.min(NG.simpleData + view.getUint32(NG.wire, little), block.length - 4));
}
