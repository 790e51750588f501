import { describe, expect, it } from 'vitest';
import { fieldValue, typedNumber, withField, withPacketSize } from './context-bytes.ts';

const DATA_END = { name: 'data_end', offset: 4, size: 4 };
const IFINDEX = { name: 'ingress_ifindex', offset: 12, size: 4 };
const XDP = { struct: 'xdp_md', size: 24, fields: [DATA_END, IFINDEX] };

describe('a field of a context', () => {
  it('is a number of the machine’s byte order', () => {
    const hex = withField('', XDP, IFINDEX, 0x0102n);
    expect(hex).toBe(`${'00'.repeat(12)}02010000${'00'.repeat(8)}`);
    expect(fieldValue(hex, IFINDEX)).toBe(0x102n);
    expect(fieldValue('ffff', IFINDEX)).toBe(0n);
    expect(withField(hex, XDP, IFINDEX, 0n)).toBe('');
  });

  it.each([
    ['42', 1, 42n],
    ['0xff', 1, 255n],
    ['-1', 4, 0xffffffffn],
    ['256', 1, undefined],
    ['-129', 1, undefined],
    ['', 4, undefined],
    ['ten', 4, undefined],
  ])('is typed as %j for %i bytes', (text, size, value) => expect(typedNumber(text, size)).toBe(value));
});

describe('the length in the context of an XDP program', () => {
  const withIfindex = withField('', XDP, IFINDEX, 1n);
  const at64 = withField(withIfindex, XDP, DATA_END, 64n);

  it.each([
    ['is filled in', withIfindex, 64, 64, 64n],
    ['follows the packet', at64, 64, 20, 20n],
    ['stays what was typed', at64, 30, 20, 64n],
  ])('%s', (_, hex, before, now, expected) => {
    expect(fieldValue(withPacketSize(hex, XDP, before, now), DATA_END)).toBe(expected);
  });

  it('alone makes no context', () => {
    expect(withPacketSize(withField('', XDP, DATA_END, 64n), XDP, 64, 20)).toBe('');
    expect(withPacketSize('', XDP, 64, 20)).toBe('');
    expect(withPacketSize(at64, undefined, 64, 20)).toBe(at64);
  });
});
