/** Bob Jenkins' hash as the kernel uses it for map keys. kernel: include/linux/jhash.h jhash(), jhash2() */
const INITIAL = 0xdeadbeef;

const rotate = (x: number, n: number): number => (x << n) | (x >>> (32 - n));

/** Up to four bytes from `at`, little endian, none from `end` on. */
function word(bytes: Uint8Array, at: number, end: number): number {
  let value = 0;
  for (let i = Math.min(end - at, 4) - 1; i >= 0; i--) value = (value << 8) | bytes[at + i];
  return value;
}

/**
 * Hash of the `size` bytes at `at`, as int32. The kernel hashes keys of whole words by words and others by bytes;
 * on a little-endian machine both give the same.
 */
export function jhash(bytes: Uint8Array, at: number, size: number, seed: number): number {
  const end = at + size;
  let a = (INITIAL + size + seed) | 0;
  let b = a;
  let c = a;
  let from = at;
  for (; end - from > 12; from += 12) {
    a = (a + word(bytes, from, end)) | 0;
    b = (b + word(bytes, from + 4, end)) | 0;
    c = (c + word(bytes, from + 8, end)) | 0;
    a = (a - c) ^ rotate(c, 4);
    c = (c + b) | 0;
    b = (b - a) ^ rotate(a, 6);
    a = (a + c) | 0;
    c = (c - b) ^ rotate(b, 8);
    b = (b + a) | 0;
    a = (a - c) ^ rotate(c, 16);
    c = (c + b) | 0;
    b = (b - a) ^ rotate(a, 19);
    a = (a + c) | 0;
    c = (c - b) ^ rotate(b, 4);
    b = (b + a) | 0;
  }
  if (from === end) return c;
  a = (a + word(bytes, from, end)) | 0;
  b = (b + word(bytes, from + 4, end)) | 0;
  c = (c + word(bytes, from + 8, end)) | 0;
  c = ((c ^ b) - rotate(b, 14)) | 0;
  a = ((a ^ c) - rotate(c, 11)) | 0;
  b = ((b ^ a) - rotate(a, 25)) | 0;
  c = ((c ^ b) - rotate(b, 16)) | 0;
  a = ((a ^ c) - rotate(c, 4)) | 0;
  b = ((b ^ a) - rotate(a, 14)) | 0;
  return ((c ^ b) - rotate(b, 24)) | 0;
}
