import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as layout from '../program/layout.ts';
import { copyRegister, markRegUnknownImprecise } from '../states/regs.ts';
import { markRegUnbounded } from './bounds.ts';
import { regBoundsSync } from './bounds-sync.ts';
import { coerceRegToSize, coerceRegToSizeSx, coerceSubregToSizeSx, zext32To64 } from './extend.ts';
import * as ranges from './scalar-bounds.ts';
import * as tnum from './tnum.ts';
import { raiseU64, toBigS64, toBigU64 } from './word64.ts';

const MASK = (1n << 64n) - 1n;
const [D, S] = [layout.SCRATCH_SIZE, layout.SCRATCH_SIZE + layout.REG_SIZE];

const low = (bits: bigint): number => Number(BigInt.asIntN(32, bits));
const high = (bits: bigint): number => Number(BigInt.asIntN(32, bits >> 32n));

function store(w: Int32Array, at: number, bits: bigint): void {
  w[at] = low(bits);
  w[at + 1] = high(bits);
}

/** How far a bound lies from a value, in either direction. */
const slack = fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 300n }), fc.bigInt({ min: 0n, max: MASK }));
const anyValue = fc.oneof(
  fc.bigInt({ min: 0n, max: MASK }),
  fc.bigInt({ min: 0n, max: 1000n }),
  fc.bigInt({ min: -1000n, max: 0n }).map((bits) => bits & MASK),
);

/** A value, and how much more than it a register is known to hold. */
const known = fc.record({
  value: anyValue,
  mask: fc.oneof(fc.constant(MASK), anyValue),
  slacks: fc.array(slack, { minLength: 8, maxLength: 8 }),
});
type Known = typeof known extends fc.Arbitrary<infer T> ? T : never;

const clamp = (bits: bigint, min: bigint, max: bigint): bigint => (bits < min ? min : bits > max ? max : bits);

/** A register record with bounds around `value`. */
function setRegister(w: Int32Array, r: number, { value, mask, slacks }: Known): void {
  markRegUnknownImprecise(w, r);
  store(w, r + layout.TNUM_VALUE, value & ~mask & MASK);
  store(w, r + layout.TNUM_MASK, mask);
  const bound = (field: number, bits: number, isSigned: boolean, distance: bigint): void => {
    const n = isSigned ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
    const [min, max] = isSigned
      ? [-(1n << BigInt(bits - 1)), (1n << BigInt(bits - 1)) - 1n]
      : [0n, (1n << BigInt(bits)) - 1n];
    const at = clamp(n + distance, min, max);
    if (bits === 64) store(w, r + field, at);
    else w[r + field] = low(at);
  };
  bound(layout.UMIN, 64, false, -slacks[0]);
  bound(layout.UMAX, 64, false, slacks[1]);
  bound(layout.SMIN, 64, true, -slacks[2]);
  bound(layout.SMAX, 64, true, slacks[3]);
  bound(layout.U32MIN, 32, false, -slacks[4]);
  bound(layout.U32MAX, 32, false, slacks[5]);
  bound(layout.S32MIN, 32, true, -slacks[6]);
  bound(layout.S32MAX, 32, true, slacks[7]);
}

/** True if tnum and all ranges of a register admit the value. */
function admits(w: Int32Array, r: number, value: bigint): boolean {
  const [u32, s32] = [BigInt.asUintN(32, value), BigInt.asIntN(32, value)];
  const s64 = BigInt.asIntN(64, value);
  return (
    ((value ^ toBigU64(w, r + layout.TNUM_VALUE)) & ~toBigU64(w, r + layout.TNUM_MASK) & MASK) === 0n &&
    toBigU64(w, r + layout.UMIN) <= value &&
    value <= toBigU64(w, r + layout.UMAX) &&
    toBigS64(w, r + layout.SMIN) <= s64 &&
    s64 <= toBigS64(w, r + layout.SMAX) &&
    BigInt(w[r + layout.U32MIN] >>> 0) <= u32 &&
    u32 <= BigInt(w[r + layout.U32MAX] >>> 0) &&
    BigInt(w[r + layout.S32MIN]) <= s32 &&
    s32 <= BigInt(w[r + layout.S32MAX])
  );
}

const newWords = (): Int32Array => new Int32Array(layout.SCRATCH_SIZE + 2 * layout.REG_SIZE);

const bitwise =
  (set: typeof tnum.tnumAnd, narrow: typeof ranges.scalar32MinMaxAnd, wide: typeof narrow) => (w: Int32Array) => {
    set(w, D + tnum.TNUM, D + tnum.TNUM, S + tnum.TNUM);
    narrow(w, D, S);
    wide(w, D, S);
  };

const arithmetic =
  (set: typeof tnum.tnumAnd, narrow: typeof ranges.scalar32MinMaxAnd, wide: typeof narrow) => (w: Int32Array) => {
    narrow(w, D, S);
    wide(w, D, S);
    set(w, D + tnum.TNUM, D + tnum.TNUM, S + tnum.TNUM);
  };

const TWO_OPERANDS: readonly [string, (w: Int32Array) => void, (a: bigint, b: bigint) => bigint][] = [
  ['add', arithmetic(tnum.tnumAdd, ranges.scalar32MinMaxAdd, ranges.scalarMinMaxAdd), (a, b) => a + b],
  ['sub', arithmetic(tnum.tnumSub, ranges.scalar32MinMaxSub, ranges.scalarMinMaxSub), (a, b) => a - b],
  ['mul', bitwise(tnum.tnumMul, ranges.scalar32MinMaxMul, ranges.scalarMinMaxMul), (a, b) => a * b],
  ['and', bitwise(tnum.tnumAnd, ranges.scalar32MinMaxAnd, ranges.scalarMinMaxAnd), (a, b) => a & b],
  ['or', bitwise(tnum.tnumOr, ranges.scalar32MinMaxOr, ranges.scalarMinMaxOr), (a, b) => a | b],
  ['xor', bitwise(tnum.tnumXor, ranges.scalar32MinMaxXor, ranges.scalarMinMaxXor), (a, b) => a ^ b],
];

const s = (bits: bigint, width: number): bigint => BigInt.asIntN(width, bits);
const u = (bits: bigint, width: number): bigint => BigInt.asUintN(width, bits);

const SHIFTS: readonly [
  string,
  number,
  (w: Int32Array, d: number, s: number) => void,
  (a: bigint, n: bigint) => bigint,
][] = [
  ['lsh64', 64, ranges.scalarMinMaxLsh, (a, n) => a << n],
  ['rsh64', 64, ranges.scalarMinMaxRsh, (a, n) => a >> n],
  ['arsh64', 64, ranges.scalarMinMaxArsh, (a, n) => s(a, 64) >> n],
  ['lsh32', 32, ranges.scalar32MinMaxLsh, (a, n) => u(u(a, 32) << n, 32)],
  ['rsh32', 32, ranges.scalar32MinMaxRsh, (a, n) => u(a, 32) >> n],
  ['arsh32', 32, ranges.scalar32MinMaxArsh, (a, n) => u(s(a, 32) >> n, 32)],
];

const narrowSignExtension = (size: number) => (w: Int32Array) => {
  coerceSubregToSizeSx(w, D, size);
  zext32To64(w, D);
};

const EXTENSIONS: readonly [string, (w: Int32Array) => void, (a: bigint) => bigint][] = [
  ['zext32To64', (w) => zext32To64(w, D), (a) => u(a, 32)],
  ['coerceRegToSize 1', (w) => coerceRegToSize(w, D, 1), (a) => u(a, 8)],
  ['coerceRegToSize 2', (w) => coerceRegToSize(w, D, 2), (a) => u(a, 16)],
  ['coerceRegToSize 4', (w) => coerceRegToSize(w, D, 4), (a) => u(a, 32)],
  ['coerceRegToSizeSx 1', (w) => coerceRegToSizeSx(w, D, 1), (a) => s(a, 8)],
  ['coerceRegToSizeSx 2', (w) => coerceRegToSizeSx(w, D, 2), (a) => s(a, 16)],
  ['coerceRegToSizeSx 4', (w) => coerceRegToSizeSx(w, D, 4), (a) => s(a, 32)],
  ['coerceSubregToSizeSx 1', narrowSignExtension(1), (a) => u(s(a, 8), 32)],
  ['coerceSubregToSizeSx 2', narrowSignExtension(2), (a) => u(s(a, 16), 32)],
];

describe('bounds keep every value that is possible', () => {
  test('when they learn from each other', () => {
    fc.assert(
      fc.property(known, (a) => {
        const w = newWords();
        setRegister(w, D, a);
        regBoundsSync(w, D);
        expect(admits(w, D, a.value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(TWO_OPERANDS)('%s', (_name, run, exact) => {
    fc.assert(
      fc.property(known, known, (a, b) => {
        const w = newWords();
        setRegister(w, D, a);
        setRegister(w, S, b);
        regBoundsSync(w, D);
        regBoundsSync(w, S);
        run(w);
        regBoundsSync(w, D);
        expect(admits(w, D, exact(a.value, b.value) & MASK)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test.each(SHIFTS)('%s by a constant', (_name, width, run, exact) => {
    fc.assert(
      fc.property(known, fc.integer({ min: 0, max: width - 1 }), (a, bits) => {
        const w = newWords();
        setRegister(w, D, a);
        regBoundsSync(w, D);
        setRegister(w, S, { value: BigInt(bits), mask: 0n, slacks: Array(8).fill(0n) });
        run(w, D, S);
        if (width === 32) zext32To64(w, D);
        regBoundsSync(w, D);
        expect(admits(w, D, exact(a.value, BigInt(bits)) & MASK)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test.each(EXTENSIONS)('%s', (_name, run, exact) => {
    fc.assert(
      fc.property(known, (a) => {
        const w = newWords();
        setRegister(w, D, a);
        regBoundsSync(w, D);
        run(w);
        regBoundsSync(w, D);
        expect(admits(w, D, exact(a.value) & MASK)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

test('range and tnum that share one value give that value', () => {
  const w = newWords();
  markRegUnknownImprecise(w, D);
  copyRegister(w, S, D);
  store(w, D + layout.TNUM_MASK, 0x200n);
  store(w, D + layout.TNUM_VALUE, 0n);
  raiseU64(w, D + layout.UMIN, 65, 0);
  regBoundsSync(w, D);
  expect([toBigU64(w, D + layout.UMIN), toBigS64(w, D + layout.SMAX), w[D + layout.S32MIN]]).toEqual([512n, 512n, 512]);
  markRegUnbounded(w, D);
  expect(w.slice(D + layout.SMIN, D + layout.FRAMENO)).toEqual(w.slice(S + layout.SMIN, S + layout.FRAMENO));
});
