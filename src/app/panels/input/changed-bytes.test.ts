import { expect, it } from 'vitest';
import { changedBytes } from './changed-bytes.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it.each([
  ['abcdef', 'abcdef', '......'],
  ['abcdef', 'abXdef', '..x...'],
  ['abcdef', 'abcd', '....'],
  ['abcdef', 'cdef', '....'],
  ['abcdef', 'XYabcdef', 'xx......'],
  ['abcdef', 'abcdefXY', '......xx'],
  ['', 'ab', 'xx'],
])('%s to %s', (before, after, drawn) => {
  const changed = changedBytes(bytes(before), bytes(after));
  expect(changed.map((is) => (is ? 'x' : '.')).join('')).toBe(drawn);
});
