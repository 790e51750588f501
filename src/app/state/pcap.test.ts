import { describe, expect, it } from 'vitest';
import { isCapture, readCapture } from './pcap.ts';

type Packets = readonly (readonly number[])[];

/** A file with records of the given bytes. */
function classic(magic: number, little: boolean, packets: Packets): Uint8Array {
  const bytes = new Uint8Array(24 + packets.reduce((sum, packet) => sum + 16 + packet.length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, little);
  view.setUint32(20, 1, little);
  let at = 24;
  for (const packet of packets) {
    view.setUint32(at + 8, packet.length, little);
    bytes.set(packet, at + 16);
    at += 16 + packet.length;
  }
  return bytes;
}

/** A section with an interface, then each packet in an enhanced block. */
function ng(little: boolean, packets: Packets): Uint8Array {
  const blocks = [
    block(0x0a0d0d0a, [0x1a2b3c4d, 1, 0, 0], [], little),
    block(1, [1, 0], [], little),
    ...packets.map((packet) => block(6, [0, 0, 0, packet.length, packet.length], packet, little)),
  ];
  return Uint8Array.from(blocks.flatMap((bytes) => [...bytes]));
}

function block(type: number, words: readonly number[], data: readonly number[], little: boolean): Uint8Array {
  const padded = (data.length + 3) & ~3;
  const length = 12 + 4 * words.length + padded;
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  for (const [i, word] of [type, length, ...words].entries()) view.setUint32(4 * i, word, little);
  bytes.set(data, 8 + 4 * words.length);
  view.setUint32(length - 4, length, little);
  return bytes;
}

const PACKETS = [[1, 2, 3], [], [4, 5, 6, 7]];

describe('captures', () => {
  it.each([
    ['pcap', classic(0xa1b2c3d4, true, PACKETS)],
    ['pcap of the other byte order', classic(0xa1b2c3d4, false, PACKETS)],
    ['pcap with nanoseconds', classic(0xa1b23c4d, true, PACKETS)],
    ['pcapng', ng(true, PACKETS)],
    ['pcapng of the other byte order', ng(false, PACKETS)],
  ])('%s', (_, bytes) => {
    expect(isCapture(bytes)).toBe(true);
    const read = readCapture('a.pcap', bytes);
    expect(read.ok && read.value.packets.map((packet) => [...packet])).toEqual(PACKETS);
    const cut = readCapture('a.pcap', bytes.subarray(0, -1));
    expect(cut.ok && cut.value.packets).toHaveLength(2);
  });

  it.each([
    ['short', new Uint8Array(10), 'shorter'],
    ['zeros', new Uint8Array(40), 'neither'],
    ['empty', classic(0xa1b2c3d4, true, []), 'no packet'],
    ['empty pcapng', ng(true, []), 'no packet'],
  ])('%s is none', (_, bytes, message) => {
    const read = readCapture('a.pcap', bytes);
    expect(!read.ok && read.error).toContain(message);
  });

  it('of any bytes end', () => {
    const bytes = ng(true, PACKETS);
    for (let i = 4; i < bytes.length; i++) for (const value of [0, 1, 0xff]) readCapture('', bytes.with(i, value));
  });
});
