import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCRATCH_SIZE } from '../program/layout.ts';
import * as tnum from './tnum.ts';
import { toBigU64 } from './word64.ts';

const MASK = (1n << 64n) - 1n;
const [A, B, D, X, Y] = [SCRATCH_SIZE, SCRATCH_SIZE + 4, SCRATCH_SIZE + 8, SCRATCH_SIZE + 12, SCRATCH_SIZE + 14];

interface Case {
  readonly w: Int32Array;
  readonly members: readonly [bigint, bigint];
}

function store(w: Int32Array, at: number, bits: bigint): void {
  w[at] = Number(BigInt.asIntN(32, bits));
  w[at + 1] = Number(BigInt.asIntN(32, bits >> 32n));
}

const word64 = fc.oneof(fc.bigInt({ min: 0n, max: MASK }), fc.bigInt({ min: 0n, max: 0xffn }));
/** A tnum as value and mask, and one of its members. */
const tristate = fc.tuple(word64, word64, word64).map(([value, mask, pick]) => ({
  value: value & ~mask & MASK,
  mask,
  member: (value & ~mask & MASK) | (pick & mask),
}));

/** Two tnums, and a member of each. */
const cases = fc.tuple(tristate, tristate).map(([a, b]): Case => {
  const w = new Int32Array(SCRATCH_SIZE + 16);
  store(w, A, a.value);
  store(w, A + 2, a.mask);
  store(w, B, b.value);
  store(w, B + 2, b.mask);
  return { w, members: [a.member, b.member] };
});

const contains = (w: Int32Array, at: number, member: bigint): boolean =>
  ((member ^ toBigU64(w, at)) & ~toBigU64(w, at + 2) & MASK) === 0n && (toBigU64(w, at) & toBigU64(w, at + 2)) === 0n;

const swap = (bits: bigint, bytes: number): bigint => {
  let swapped = 0n;
  for (let i = 0; i < bytes; i++) swapped = (swapped << 8n) | ((bits >> BigInt(8 * i)) & 0xffn);
  return swapped;
};

const OPERATIONS: readonly [string, (w: Int32Array) => void, (a: bigint, b: bigint) => bigint][] = [
  ['tnumAdd', (w) => tnum.tnumAdd(w, D, A, B), (a, b) => a + b],
  ['tnumSub', (w) => tnum.tnumSub(w, D, A, B), (a, b) => a - b],
  ['tnumMul', (w) => tnum.tnumMul(w, D, A, B), (a, b) => a * b],
  ['tnumAnd', (w) => tnum.tnumAnd(w, D, A, B), (a, b) => a & b],
  ['tnumOr', (w) => tnum.tnumOr(w, D, A, B), (a, b) => a | b],
  ['tnumXor', (w) => tnum.tnumXor(w, D, A, B), (a, b) => a ^ b],
  ['tnumNeg', (w) => tnum.tnumNeg(w, D, A), (a) => -a],
  ['tnumCast', (w) => tnum.tnumCast(w, D, A, 2), (a) => a & 0xffffn],
  ['tnumBswap16', (w) => tnum.tnumBswap16(w, D, A), (a) => swap(a, 2)],
  ['tnumBswap32', (w) => tnum.tnumBswap32(w, D, A), (a) => swap(a, 4)],
  ['tnumBswap64', (w) => tnum.tnumBswap64(w, D, A), (a) => swap(a, 8)],
  ['tnumArshift32', (w) => tnum.tnumArshift32(w, D, A, 5), (a) => BigInt.asUintN(32, BigInt.asIntN(32, a) >> 5n)],
];

describe('tristate numbers', () => {
  test.each(OPERATIONS)('%s holds the result for members of its operands', (_name, run, exact) => {
    fc.assert(
      fc.property(cases, ({ w, members: [a, b] }) => {
        run(w);
        expect(contains(w, D, exact(a, b) & MASK)).toBe(true);
      }),
    );
  });

  test('a range holds its ends and everything between', () => {
    fc.assert(
      fc.property(word64, word64, word64, (p, q, pick) => {
        const [min, max] = p < q ? [p, q] : [q, p];
        const w = new Int32Array(SCRATCH_SIZE + 16);
        store(w, X, min);
        store(w, Y, max);
        tnum.tnumRange(w, D, X, Y);
        for (const member of [min, max, min + (pick % (max - min + 1n))]) expect(contains(w, D, member)).toBe(true);
      }),
    );
  });

  test('an intersection holds what both hold', () => {
    fc.assert(
      fc.property(cases, ({ w, members: [a] }) => {
        if (!contains(w, B, a)) return;
        expect(tnum.tnumOverlap(w, A, B)).toBe(true);
        tnum.tnumIntersect(w, D, A, B);
        expect(contains(w, D, a)).toBe(true);
        expect(tnum.tnumIn(w, A, D)).toBe(true);
      }),
    );
  });

  test('a step goes to the next member, and no further', () => {
    fc.assert(
      fc.property(cases, word64, ({ w, members: [a] }, from) => {
        store(w, X, from);
        tnum.tnumStep(w, Y, A, X);
        const next = toBigU64(w, Y);
        expect(contains(w, A, next)).toBe(true);
        if (a > from) expect(next > from && next <= a).toBe(true);
      }),
    );
  });
});
