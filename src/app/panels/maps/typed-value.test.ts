import { expect, it } from 'vitest';
import { deleteCommand, isAddable, isDeletable, readKey, readTyped, updateCommand } from './typed-value.ts';

const STRUCT = {
  valueSize: 16,
  members: [
    { name: 'fired', offset: 0, size: 8 },
    { name: 'limit', offset: 12, size: 2 },
  ],
};
const NUMBER = { valueSize: 4, members: [] };
const entry = { value: '01000000000000000000000002000304' };

it.each([
  [NUMBER, '42', '2a000000'],
  [NUMBER, '0x102', '02010000'],
  [NUMBER, '-1', 'ffffffff'],
  [NUMBER, '01 02 03 04', '01020304'],
  [STRUCT, '.fired = 3', '03000000000000000000000002000304'],
  [STRUCT, '{ .fired = 0x10, .timer = {}, .limit = -1 }', '100000000000000000000000ffff0304'],
  [STRUCT, 'limit=7', '01000000000000000000000007000304'],
])('%j: %s', (map, text, hex) => {
  expect(readTyped(text, map, entry)).toEqual({ is: 'bytes', hex });
});

it.each([
  [NUMBER, '4294967296', '4294967296 does not fit in 4 bytes'],
  [NUMBER, '-2147483649', '-2147483649 does not fit in 4 bytes'],
  [NUMBER, '01 02', 'the value has 4 bytes, not 2'],
  [STRUCT, 'hello', 'type bytes in hex, a number, or .member = number'],
  [STRUCT, '.timer = 1', 'no integer member is called timer'],
  [STRUCT, '.fired = many', 'many is no number'],
])('%j: %s is refused', (map, text, message) => {
  expect(readTyped(text, map, entry)).toEqual({ is: 'error', message });
});

it('becomes a command of bpftool', () => {
  expect(updateCommand(2, '01000000', '2a00')).toBe('bpftool map update id 2 key hex 01 00 00 00 value hex 2a 00');
});

it.each([
  ['7', 4, '07000000'],
  ['0x10', 2, '1000'],
  ['12', 1, '0c'],
  ['01 02 03 04', 4, '01020304'],
  [Array(16).fill('0a').join(' '), 16, '0a'.repeat(16)],
])('the key %j of %i bytes', (text, size, hex) => expect(readKey(text, size)).toEqual({ is: 'bytes', hex }));

it.each([
  ['', 4, 'a key is an integer, or 4 bytes in hex'],
  ['01 02', 4, 'a key is an integer, or 4 bytes in hex'],
  ['70000', 2, '70000 does not fit in 2 bytes'],
  ['7', 16, 'a key is 16 bytes in hex'],
])('the key %j of %i bytes is refused', (text, size, message) =>
  expect(readKey(text, size)).toEqual({ is: 'error', message }),
);

it('elements come and go in some maps only', () => {
  expect(deleteCommand(3, '0100')).toBe('bpftool map delete id 3 key hex 01 00');
  const types = ['array', 'hash', 'percpu_hash', 'lpm_trie'];
  expect(types.map((type) => [isDeletable({ type }), isAddable({ type })])).toEqual([
    [false, false],
    [true, true],
    [true, false],
    [true, true],
  ]);
});
