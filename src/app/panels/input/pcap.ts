import { err, ok, type Result } from '../../../lib/result.ts';

/**
 * Classic pcap files. All numbers are in the byte order of the machine that captured:
 *
 *     0  magic        4  version    8  zone, accuracy   16  snap length   20  link type   24  records …
 *
 *     record:  0  seconds    4  micro- or nanoseconds    8  bytes kept    12  bytes on the wire    16  the bytes
 */
const FILE_HEADER = 24;
const LINK_TYPE = 20;
const RECORD_HEADER = 16;
const KEPT_BYTES = 8;

/** First word of a file: times in microseconds, in nanoseconds. */
const MAGICS: readonly number[] = [0xa1b2c3d4, 0xa1b23c4d];
const PCAPNG = 0x0a0d0d0a;

export interface Capture {
  /** 1 is Ethernet. */
  readonly linkType: number;
  readonly packets: readonly Uint8Array[];
}

/** Packets beyond this number are not read. */
const MAX_PACKETS = 100_000;

/** Reads a file; a record that is cut off at the end is left out, as tcpdump does. */
export function readCapture(bytes: Uint8Array): Result<Capture, string> {
  if (bytes.length < FILE_HEADER) return err('this is not a pcap file: it is shorter than the header of one');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) === PCAPNG) return err('this is a pcapng file; tcpdump -r IN -w OUT makes a pcap file of it');
  const little = [true, false].find((order) => MAGICS.includes(view.getUint32(0, order)));
  if (little === undefined) return err('this is not a pcap file: it does not begin with a1b2c3d4');
  const packets: Uint8Array[] = [];
  for (let at = FILE_HEADER; at + RECORD_HEADER <= bytes.length && packets.length < MAX_PACKETS; ) {
    const end = at + RECORD_HEADER + view.getUint32(at + KEPT_BYTES, little);
    if (end > bytes.length) break;
    packets.push(bytes.subarray(at + RECORD_HEADER, end));
    at = end;
  }
  if (packets.length === 0) return err('there is no packet in this pcap file');
  return ok({ linkType: view.getUint32(LINK_TYPE, little), packets });
}
