import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../lib/bytes.ts';
import { jhash } from './jhash.ts';

/** Vectors from the kernel: keys as hex, seed 0. */
const VECTORS: readonly (readonly [string, number])[] = [
  ['00000000', 0x049396b8],
  ['01000000', 0x72a82a9b],
  ['0100000000000000', 0x5543253f],
  ['010000000000', 0xf1524a01],
];

describe('jhash', () => {
  it.each(VECTORS)('%s', (key, expected) => {
    const bytes = fromHex(key) ?? new Uint8Array();
    expect(jhash(bytes, 0, bytes.length, 0) >>> 0).toBe(expected);
  });
});
