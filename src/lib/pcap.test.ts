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
  for (const [i, packet] of packets.entries()) {
    view.setUint32(at, 1_700_000_000 + i, little);
    view.setUint32(at + 4, 500, little);
    view.setUint32(at + 8, packet.length, little);
    bytes.set(packet, at + 16);
    at += 16 + packet.length;
  }
  return bytes;
}

/** A section with an interface, then each packet in an enhanced block, a second apart. */
function ng(little: boolean, packets: Packets, resolution?: number): Uint8Array {
  const perSecond = resolution === undefined ? 10n ** 6n : (resolution & 0x80 ? 2n : 10n) ** BigInt(resolution & 0x7f);
  const option = resolution === undefined ? [] : [...(little ? [9, 0, 1, 0] : [0, 9, 0, 1]), resolution, 0, 0, 0];
  const words = (time: bigint) => [Number(time >> 32n), Number(time & 0xffff_ffffn)];
  const blocks = [
    block(0x0a0d0d0a, [0x1a2b3c4d, 1, 0, 0], [], little),
    block(1, [1, 0], option, little),
    ...packets.map((packet, i) =>
      block(6, [0, ...words(perSecond * BigInt(1_700_000_000 + i)), packet.length, packet.length + 4], packet, little),
    ),
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
    ['pcapng with nanoseconds', ng(true, PACKETS, 9)],
    ['pcapng with powers of two', ng(false, PACKETS, 0x80 | 20)],
  ])('%s', (_, bytes) => {
    expect(isCapture(bytes)).toBe(true);
    const read = readCapture('a.pcap', bytes);
    expect(read.ok && read.value.packets.map((packet) => [...packet.bytes])).toEqual(PACKETS);
    expect(read.ok && read.value.packets.map(({ time }) => time / 1e9)).toEqual([0, 1, 2]);
    const cut = readCapture('a.pcap', bytes.subarray(0, -1));
    expect(cut.ok && cut.value.packets).toHaveLength(2);
  });

  it.each([
    ['short', new Uint8Array(3), 'tried to read 4 file header bytes, only got 3'],
    ['half a header', classic(0xa1b2c3d4, true, []).subarray(0, 20), 'tried to read 24 file header bytes, only got 20'],
    ['zeros', new Uint8Array(40), 'unknown file format'],
  ])('%s is none', (_, bytes, message) => {
    const read = readCapture('a.pcap', bytes);
    expect(!read.ok && read.error).toContain(message);
  });

  it.each([
    ['in microseconds', 0xa1b2c3d4, 500_000],
    ['in nanoseconds', 0xa1b23c4d, 500],
  ])('have times %s', (_, magic, difference) => {
    const bytes = classic(magic, true, [[], []]);
    new DataView(bytes.buffer).setUint32(28, 0, true);
    const read = readCapture('a.pcap', bytes);
    expect(read.ok && read.value.packets[1].time).toBe(1e9 + difference);
  });

  it.each([classic(0xa1b2c3d4, true, []), ng(true, [])])('may be empty', (bytes) =>
    expect(readCapture('a.pcap', bytes)).toEqual({ ok: true, value: { name: 'a.pcap', packets: [] } }),
  );

  it('of any bytes end', () => {
    const bytes = ng(true, PACKETS);
    for (let i = 4; i < bytes.length; i++) for (const value of [0, 1, 0xff]) readCapture('', bytes.with(i, value));
  });
});
