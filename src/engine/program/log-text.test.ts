import { describe, expect, it } from 'vitest';
import { textOfBytes } from './log-text.ts';

const CASES: readonly (readonly [string, readonly number[]])[] = [
  ['no bytes', []],
  ['ASCII with control characters', [0, 9, 10, 65, 127]],
  ['bytes that are no UTF-8', [65, 0xff, 66, 0x80]],
  ['bytes that are UTF-8', [0xc3, 0xa9, 65]],
  ['a mark of byte order', [0xef, 0xbb, 0xbf, 65]],
  ['all bytes', Array.from({ length: 256 }, (_, i) => i)],
];

describe('bytes as text: a character per byte', () => {
  it.each(CASES)('%s', (_, bytes) => {
    const text = textOfBytes(Uint8Array.from(bytes));
    expect(Array.from(text, (character) => character.charCodeAt(0))).toEqual(bytes);
  });

  it('many bytes, one of them above 127', () => {
    const bytes = new Uint8Array(100_000).fill(65);
    bytes[50_000] = 0xe9;
    expect(textOfBytes(bytes)).toBe(`${'A'.repeat(50_000)}\u00e9${'A'.repeat(49_999)}`);
  });
});
