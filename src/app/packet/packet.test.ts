import { describe, expect, it } from 'vitest';
import { ipv6Bytes, ipv6Text } from './addresses.ts';
import { buildPacket, checksum, DEFAULT_PACKET, describePacket, type PacketFields, readPacket } from './packet.ts';

const IPV6 = { network: 'IPv6', source: 'fd00::1', target: 'fe80::2:0:0:3' } as const;

/** Changes of the usual packet, its words, and its bytes from the network header on. */
const PACKETS: readonly [change: Partial<PacketFields>, words: string, bytes: string][] = [
  [
    {},
    'IPv4 10.0.0.1 → 10.0.0.2, UDP 40000 → 53, 47 bytes',
    '45000021000040004011 26ca 0a000001 0a000002 9c400035000d 0b8a 68656c6c6f',
  ],
  [
    { transport: 'TCP', payload: '' },
    'IPv4 10.0.0.1 → 10.0.0.2, TCP 40000 → 53, 54 bytes',
    '45000028000040004006 26ce 0a000001 0a000002 9c4000350000000000000000 5002ffff ff6a 0000',
  ],
  [
    { transport: 'ICMP', payload: 'ab' },
    'IPv4 10.0.0.1 → 10.0.0.2, ICMP, 44 bytes',
    '4500001e000040004001 26dd 0a000001 0a000002 0800 969b 00010001 6162',
  ],
  [{ ...IPV6, payload: '' }, 'IPv6 fd00::1 → fe80::2:0:0:3, UDP 40000 → 53, 62 bytes', ''],
  [{ ...IPV6, transport: 'none', payload: 'x' }, 'IPv6 fd00::1 → fe80::2:0:0:3, 55 bytes', ''],
  [{ network: 'none', payload: 'x' }, 'Ethernet 02:00:00:00:00:01 → 02:00:00:00:00:02, 15 bytes', '78'],
];

const fieldsWith = (change: Partial<PacketFields>): PacketFields => ({ ...DEFAULT_PACKET, ...change });

function built(fields: PacketFields): Uint8Array {
  const packet = buildPacket(fields);
  if (!packet.ok) throw new Error(packet.error.message);
  return packet.value;
}

describe('packets', () => {
  it.each(PACKETS)('%j', (change, words, hex) => {
    const bytes = built(fieldsWith(change));
    expect(describePacket(bytes).replaceAll('\u00a0', ' ')).toBe(words);
    if (hex !== '') expect(Buffer.from(bytes.subarray(14)).toString('hex')).toBe(hex.replaceAll(' ', ''));
    const again = readPacket(bytes);
    expect(again === undefined ? undefined : built({ ...fieldsWith(change), ...again })).toEqual(bytes);
  });

  it.each([
    [{ sourceMac: '02:00' }, 'sourceMac'],
    [{ target: '10.0.0.256' }, 'target'],
    [{ network: 'IPv6' as const }, 'source'],
    [{ targetPort: '65536' }, 'targetPort'],
  ])('%j is refused', (change, field) => {
    expect(buildPacket(fieldsWith(change))).toMatchObject({ ok: false, error: { field } });
  });

  it('are read only as far as they go', () => {
    const bytes = built(DEFAULT_PACKET);
    for (let end = 0; end < bytes.length; end++) describePacket(bytes.subarray(0, end));
    expect(readPacket(bytes.subarray(0, 13))).toBeUndefined();
    expect(readPacket(bytes.subarray(0, 40))).toMatchObject({ network: 'IPv4', transport: 'none' });
  });
});

it('a header with its checksum sums up to zero', () => {
  expect(checksum([...built(DEFAULT_PACKET).subarray(14, 34)])).toBe(0);
});

it.each(['::', '::1', '1::', 'fd00::1', '1:2:3:4:5:6:7:8', '1:0:0:2::3', 'fe80::10:0:0:1'])(
  'the address %s',
  (text) => {
    const bytes = ipv6Bytes(text);
    expect(bytes).toHaveLength(16);
    expect(bytes && ipv6Text(bytes)).toBe(text);
  },
);

it.each(['', ':::', '1::2::3', '1:2:3', 'g::', '1:2:3:4:5:6:7:8:9'])('%j is no address', (text) => {
  expect(ipv6Bytes(text)).toBeUndefined();
});
