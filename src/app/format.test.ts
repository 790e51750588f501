import { describe, expect, it } from 'vitest';
import { duration, errnoText, moment, shortHex, signedDecimal, spacedHex } from './format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
  it.each([
    [0n, '0.000 000 ms'],
    [2_161_400n, '2.161 400 ms'],
    [1_234_000_000_001n, '1 234 000.000 001 ms'],
  ])('moment %s', (ns, text) => expect(plain(moment(ns))).toBe(text));

  it.each([
    [7, '7 ns'],
    [12_100, '12.1 µs'],
    [5_000_000, '5 ms'],
    [1_500_000_000, '1.5 s'],
  ])('duration %s', (ns, text) => expect(plain(duration(ns))).toBe(text));

  it('hex and decimals', () => {
    expect(errnoText(22, 'EINVAL')).toBe('-22 EINVAL');
    expect(shortHex('0000000000000000')).toBe('0x0');
    expect(shortHex('ffff888000012340')).toBe('0xffff888000012340');
    expect(signedDecimal('ffffffffffffffea')).toBe('-22');
    expect(spacedHex('0a000000')).toBe('0a 00 00 00');
  });
});
