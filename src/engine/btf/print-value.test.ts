import { expect, it } from 'vitest';
import { Btf } from './btf.ts';
import { BtfBuilder } from './build.ts';
import { printValue } from './print-value.ts';
import { BTF_INT_BOOL, BTF_INT_CHAR, BTF_INT_SIGNED } from './types.ts';

const build = new BtfBuilder();
const u32 = build.int('unsigned int', 4);
const s16 = build.int('short', 2, BTF_INT_SIGNED);
const char = build.int('char', 1, BTF_INT_CHAR);
const bool = build.int('_Bool', 1, BTF_INT_BOOL);
const text = build.array(char, u32, 6);
const numbers = build.array(u32, u32, 3);
const pointer = build.pointer(0);
const opaque = build.struct('opaque', 12, [{ name: 'n', type: numbers, bitOffset: 0 }]);
const flow = build.struct('flow', 20, [
  { name: 'count', type: build.typedef('u32', u32), bitOffset: 0 },
  { name: 'inner', type: opaque, bitOffset: 32 },
  { name: 'sign', type: s16, bitOffset: 128 },
]);
const bits = build.struct('bits', 4, [
  { name: 'low', type: u32, bitOffset: 0, bitfieldSize: 3 },
  { name: 'rest', type: u32, bitOffset: 3, bitfieldSize: 29 },
]);
const parsed = Btf.parse(build.bytes());
if (!parsed.ok) throw new Error(parsed.error.message);
const btf = parsed.value;

it.each([
  ['number', u32, 'ffffffff', '4294967295'],
  ['signed', s16, 'feff', '-2'],
  ['bool', bool, '01', 'true'],
  ['character', char, '41', "'A'"],
  ['text', text, '616263000000', '"abc"'],
  ['text without end', text, '616263646566', "{ 'a', 'b', 'c', 'd', 'e', 'f' }"],
  ['array', numbers, '010000000200000000000000', '{ 1, 2 }'],
  ['no pointer', pointer, '0000000000000000', 'NULL'],
  ['pointer', pointer, '001000008088ffff', '0xffff888000001000'],
  ['struct', flow, `07000000${'00'.repeat(12)}ffff0000`, '{ .count = 7, .inner = {}, .sign = -1 }'],
  ['all zero', flow, '00'.repeat(20), '{ .count = 0, .inner = {}, .sign = 0 }'],
  ['bit-fields', bits, '0d000000', '{ .low = 5, .rest = 1 }'],
])('%s', (_, type, hex, expected) => {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  expect(printValue(btf, type, bytes)).toBe(expected);
});

it('has nothing to say about types without values', () => {
  expect(printValue(btf, 0, new Uint8Array(8))).toBeUndefined();
  expect(printValue(btf, 999, new Uint8Array(8))).toBeUndefined();
});
