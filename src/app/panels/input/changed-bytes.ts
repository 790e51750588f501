/**
 * For each byte of `after` whether it is another one than `before`. A program that moves the head or the tail of a packet
 * shifts it: the two are laid beside each other at the beginning or at the end, where fewer bytes differ.
 */
export function changedBytes(before: Uint8Array, after: Uint8Array): readonly boolean[] {
  const atStart = laid(before, after, 0);
  const atEnd = laid(before, after, before.length - after.length);
  return count(atEnd) < count(atStart) ? atEnd : atStart;
}

const laid = (before: Uint8Array, after: Uint8Array, shift: number): readonly boolean[] =>
  Array.from(after, (byte, i) => before[i + shift] !== byte);

const count = (changed: readonly boolean[]): number => changed.filter(Boolean).length;
