import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as word from './word64.ts';

const MASK = (1n << 64n) - 1n;
const [A, B, D, SCRATCH] = [8, 10, 12, 14];

/** Values around the places where carries and signs change, and any others. */
const value = fc.oneof(
  fc.bigInt({ min: 0n, max: MASK }),
  fc
    .tuple(fc.constantFrom(0n, 1n << 31n, 1n << 32n, 1n << 62n, 1n << 63n, MASK), fc.bigInt({ min: -3n, max: 3n }))
    .map(([edge, distance]) => (edge + distance) & MASK),
);

function store(w: Int32Array, at: number, bits: bigint): void {
  w[at] = Number(BigInt.asIntN(32, bits));
  w[at + 1] = Number(BigInt.asIntN(32, bits >> 32n));
}

function operands(a: bigint, b: bigint): Int32Array {
  const w = new Int32Array(20);
  store(w, A, a);
  store(w, B, b);
  return w;
}

const signed = (bits: bigint): bigint => BigInt.asIntN(64, bits);

function mulU64(w: Int32Array): boolean {
  word.mul64(w, D, A, B);
  return word.mulOverflowsU64(w, A, B);
}

const ARITHMETIC: readonly [string, (w: Int32Array) => void, (a: bigint, b: bigint) => bigint][] = [
  ['add64', (w) => word.add64(w, D, A, B), (a, b) => a + b],
  ['sub64', (w) => word.sub64(w, D, A, B), (a, b) => a - b],
  ['mul64', (w) => word.mul64(w, D, A, B), (a, b) => a * b],
  ['neg64', (w) => word.neg64(w, D, A), (a) => -a],
  ['and64', (w) => word.and64(w, D, A, B), (a, b) => a & b],
  ['or64', (w) => word.or64(w, D, A, B), (a, b) => a | b],
  ['xor64', (w) => word.xor64(w, D, A, B), (a, b) => a ^ b],
  ['andNot64', (w) => word.andNot64(w, D, A, B), (a, b) => a & ~b],
  ['lsh64', (w) => word.lsh64(w, D, A, w[B] & 63), (a, b) => a << (b & 63n)],
  ['rsh64', (w) => word.rsh64(w, D, A, w[B] & 63), (a, b) => a >> (b & 63n)],
  ['arsh64', (w) => word.arsh64(w, D, A, w[B] & 63), (a, b) => signed(a) >> (b & 63n)],
];

const FITTING: readonly [string, (w: Int32Array) => boolean, (a: bigint, b: bigint) => bigint, 's' | 'u'][] = [
  ['addS64', (w) => word.addS64(w, D, A, B), (a, b) => signed(a) + signed(b), 's'],
  ['addU64', (w) => word.addU64(w, D, A, B), (a, b) => a + b, 'u'],
  ['subS64', (w) => word.subS64(w, D, A, B), (a, b) => signed(a) - signed(b), 's'],
  ['subU64', (w) => word.subU64(w, D, A, B), (a, b) => a - b, 'u'],
  ['mulS64', (w) => word.mulS64(w, D, A, B, SCRATCH), (a, b) => signed(a) * signed(b), 's'],
  ['mulOverflowsU64', mulU64, (a, b) => a * b, 'u'],
];

const COMPARISONS: readonly [string, (w: Int32Array) => boolean, (a: bigint, b: bigint) => boolean][] = [
  ['eq64', (w) => word.eq64(w, A, B), (a, b) => a === b],
  ['ult64', (w) => word.ult64(w, A, B), (a, b) => a < b],
  ['ule64', (w) => word.ule64(w, A, B), (a, b) => a <= b],
  ['slt64', (w) => word.slt64(w, A, B), (a, b) => signed(a) < signed(b)],
  ['sle64', (w) => word.sle64(w, A, B), (a, b) => signed(a) <= signed(b)],
  ['eqS32', (w) => word.eqS32(w, A, w[B]), (a, b) => signed(a) === BigInt.asIntN(32, b)],
];

describe('64-bit values of two words agree with BigInt', () => {
  test.each(ARITHMETIC)('%s', (_name, run, expected) => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const w = operands(a, b);
        run(w);
        expect(word.toBigU64(w, D)).toBe(expected(a, b) & MASK);
      }),
    );
  });

  test.each(FITTING)('%s says when the result does not fit', (_name, run, expected, sign) => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const w = operands(a, b);
        const overflows = run(w);
        const exact = expected(a, b);
        expect(overflows).toBe(exact !== (sign === 's' ? BigInt.asIntN(64, exact) : exact & MASK));
        expect(word.toBigU64(w, D)).toBe(exact & MASK);
      }),
    );
  });

  test.each(COMPARISONS)('%s', (_name, run, expected) => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(run(operands(a, b))).toBe(expected(a, b));
      }),
    );
  });

  test('the destination may be a source', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const w = operands(a, b);
        word.sub64(w, B, A, B);
        word.mul64(w, A, A, A);
        expect([word.toBigU64(w, B), word.toBigU64(w, A)]).toEqual([(a - b) & MASK, (a * a) & MASK]);
      }),
    );
  });

  test('bounds move only towards each other', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [low, high] = [Number(BigInt.asIntN(32, b)), Number(BigInt.asIntN(32, b >> 32n))];
        const w = operands(a, a);
        word.raiseU64(w, A, low, high);
        word.lowerS64(w, B, low, high);
        expect(word.toBigU64(w, A)).toBe(a > b ? a : b);
        expect(word.toBigS64(w, B)).toBe(signed(a) < signed(b) ? signed(a) : signed(b));
      }),
    );
  });
});
