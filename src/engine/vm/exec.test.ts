import { describe, expect, it } from 'vitest';
import { fromHex } from '../../lib/bytes.ts';
import { exec } from './exec.ts';

/** opcode, dst, src, off, imm */
type Insn = readonly [number, number, number, number, number];

const EXIT: Insn = [0x95, 0, 0, 0, 0];
const mov = (dst: number, imm: number): Insn => [0xb7, dst, 0, 0, imm];

function bytesOf(insns: readonly Insn[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * insns.length));
  insns.forEach(([opcode, dst, src, off, imm], i) => {
    view.setUint8(8 * i, opcode);
    view.setUint8(8 * i + 1, dst | (src << 4));
    view.setInt16(8 * i + 2, off, true);
    view.setInt32(8 * i + 4, imm | 0, true);
  });
  return new Uint8Array(view.buffer);
}

const loadConstant = (dst: number, value: bigint): Insn[] => [
  [0x18, dst, 0, 0, Number(BigInt.asIntN(32, value))],
  [0, 0, 0, 0, Number(BigInt.asIntN(32, value >> 32n))],
];

/** r0 as hex, or the message. */
function result(insns: readonly Insn[], memory = ''): string {
  const end = exec(bytesOf(insns), fromHex(memory) ?? new Uint8Array());
  if (!end.ok) return end.error;
  return ((BigInt(end.value.high >>> 0) << 32n) | BigInt(end.value.low >>> 0)).toString(16);
}

const U64 = (1n << 64n) - 1n;
const u = (x: bigint, bits = 64): bigint => BigInt.asUintN(bits, x);
const s = (x: bigint, bits = 64): bigint => BigInt.asIntN(bits, x);
const swapped = (x: bigint, bits: number): bigint => {
  let value = 0n;
  for (let i = 0; i < bits; i += 8) value = (value << 8n) | ((x >> BigInt(i)) & 0xffn);
  return value;
};

/** What the instruction set document says, on unsigned 64-bit numbers: the reference of the random programs. */
const OPERATIONS: Readonly<Record<string, (a: bigint, b: bigint, bits: number) => bigint>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => (b === 0n ? 0n : a / b),
  or: (a, b) => a | b,
  and: (a, b) => a & b,
  lsh: (a, b, bits) => a << (b & BigInt(bits - 1)),
  rsh: (a, b, bits) => a >> (b & BigInt(bits - 1)),
  neg: (a) => -a,
  mod: (a, b) => (b === 0n ? a : a % b),
  xor: (a, b) => a ^ b,
  mov: (_, b) => b,
  arsh: (a, b, bits) => s(a, bits) >> (b & BigInt(bits - 1)),
  sdiv: (a, b, bits) => (b === 0n ? 0n : s(a, bits) / s(b, bits)),
  smod: (a, b, bits) => (b === 0n ? a : s(a, bits) % s(b, bits)),
  movsx8: (_, b) => s(b, 8),
  movsx16: (_, b) => s(b, 16),
  movsx32: (_, b) => s(b, 32),
};

/** name → operation bits, off */
const ENCODINGS: readonly (readonly [string, number, number])[] = [
  ['add', 0x00, 0],
  ['sub', 0x10, 0],
  ['mul', 0x20, 0],
  ['div', 0x30, 0],
  ['sdiv', 0x30, 1],
  ['or', 0x40, 0],
  ['and', 0x50, 0],
  ['lsh', 0x60, 0],
  ['rsh', 0x70, 0],
  ['neg', 0x80, 0],
  ['mod', 0x90, 0],
  ['smod', 0x90, 1],
  ['xor', 0xa0, 0],
  ['mov', 0xb0, 0],
  ['arsh', 0xc0, 0],
  ['movsx8', 0xb0, 8],
  ['movsx16', 0xb0, 16],
  ['movsx32', 0xb0, 32],
];

/** name → operation bits of a jump */
const JUMPS: Readonly<Record<string, readonly [number, (a: bigint, b: bigint, bits: number) => boolean]>> = {
  jeq: [0x10, (a, b) => a === b],
  jgt: [0x20, (a, b) => a > b],
  jge: [0x30, (a, b) => a >= b],
  jset: [0x40, (a, b) => (a & b) !== 0n],
  jne: [0x50, (a, b) => a !== b],
  jsgt: [0x60, (a, b, bits) => s(a, bits) > s(b, bits)],
  jsge: [0x70, (a, b, bits) => s(a, bits) >= s(b, bits)],
  jlt: [0xa0, (a, b) => a < b],
  jle: [0xb0, (a, b) => a <= b],
  jslt: [0xc0, (a, b, bits) => s(a, bits) < s(b, bits)],
  jsle: [0xd0, (a, b, bits) => s(a, bits) <= s(b, bits)],
};

/** xorshift32: the same programs in every run. */
function random(seed: number): () => number {
  let x = seed;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return x >>> 0;
  };
}

const CORNERS = [
  0n,
  1n,
  2n,
  U64,
  1n << 31n,
  1n << 32n,
  1n << 63n,
  (1n << 32n) - 1n,
  (1n << 63n) - 1n,
  0xffffffff80000000n,
];

function operand(next: () => number): bigint {
  const choice = next() % 4;
  if (choice === 0) return CORNERS[next() % CORNERS.length];
  if (choice === 1) return BigInt(next() % 100);
  const wide = (BigInt(next()) << 32n) | BigInt(next());
  return choice === 2 ? wide : wide >> BigInt(next() % 64);
}

describe('arithmetic', () => {
  it.each(ENCODINGS)('%s agrees with the definition on 64 and 32 bits', (name, bits, off) => {
    const next = random(0x5eed + bits + off);
    for (let i = 0; i < 300; i++) {
      const [a, b] = [operand(next), operand(next)];
      for (const width of [64, 32]) {
        if (name === 'movsx32' && width === 32) continue;
        const opcode = (width === 64 ? 7 : 4) | bits | (name === 'neg' ? 0 : 8);
        const program = [...loadConstant(0, a), ...loadConstant(1, b), [opcode, 0, 1, off, 0] as const, EXIT];
        const expected = u(OPERATIONS[name](u(a, width), u(b, width), width), width);
        expect(`${name}${width} ${a} ${b} = ${result(program)}`).toBe(
          `${name}${width} ${a} ${b} = ${expected.toString(16)}`,
        );
      }
    }
  });

  it('extends immediates by their sign and swaps bytes', () => {
    const value = 0x0123456789abcdefn;
    const one = (insn: Insn) => result([...loadConstant(0, value), insn, EXIT]);
    expect(one([0x07, 0, 0, 0, -1])).toBe('123456789abcdee');
    expect(one([0x04, 0, 0, 0, -1])).toBe('89abcdee');
    for (const width of [16, 32, 64]) {
      const cut = u(value, width);
      expect(one([0xd4, 0, 0, 0, width])).toBe(cut.toString(16));
      expect(one([0xdc, 0, 0, 0, width])).toBe(swapped(cut, width).toString(16));
      expect(one([0xd7, 0, 0, 0, width])).toBe(swapped(cut, width).toString(16));
    }
  });
});

describe('jumps', () => {
  it.each(Object.entries(JUMPS))('%s agrees with the definition on 64 and 32 bits', (name, [bits, holds]) => {
    const next = random(0x7a57 + bits);
    for (let i = 0; i < 200; i++) {
      const a = operand(next);
      const b = i % 3 === 0 ? a : operand(next);
      for (const width of [64, 32]) {
        const opcode = (width === 64 ? 5 : 6) | bits | 8;
        const program = [
          ...loadConstant(1, a),
          ...loadConstant(2, b),
          mov(0, 1),
          [opcode, 1, 2, 1, 0] as const,
          mov(0, 0),
          EXIT,
        ];
        const expected = holds(u(a, width), u(b, width), width) ? 1 : 0;
        expect(`${name}${width} ${a} ${b} = ${result(program)}`).toBe(`${name}${width} ${a} ${b} = ${expected}`);
      }
    }
  });
});

describe('memory', () => {
  const MEMORY = 'f1f2f3f4f5f6f7f8';
  const cases: readonly (readonly [string, readonly Insn[], string])[] = [
    ['loads a byte', [[0x71, 0, 1, 1, 0], EXIT], 'f2'],
    ['loads an unaligned half word', [[0x69, 0, 1, 3, 0], EXIT], 'f5f4'],
    ['loads an unaligned word', [[0x61, 0, 1, 1, 0], EXIT], 'f5f4f3f2'],
    ['loads a double word', [[0x79, 0, 1, 0, 0], EXIT], 'f8f7f6f5f4f3f2f1'],
    ['extends a byte by its sign', [[0x91, 0, 1, 0, 0], EXIT], 'fffffffffffffff1'],
    ['extends a word by its sign', [[0x81, 0, 1, 0, 0], EXIT], 'fffffffff4f3f2f1'],
    ['stores an immediate', [[0x7a, 10, 0, -8, -2], [0x79, 0, 10, -8, 0], EXIT], 'fffffffffffffffe'],
    [
      'stores across words',
      [[0x7a, 10, 0, -16, 0], [0x7a, 10, 0, -8, 0], mov(1, -1), [0x7b, 10, 1, -13, 0], [0x79, 0, 10, -16, 0], EXIT],
      'ffffffffff000000',
    ],
    [
      'fetches and adds with carry',
      [[0x7a, 10, 0, -8, -1], mov(0, 1), [0xdb, 10, 0, -8, 0x01], [0x79, 1, 10, -8, 0], [0x0f, 0, 1, 0, 0], EXIT],
      'ffffffffffffffff',
    ],
    ['exchanges a word', [[0x7a, 10, 0, -8, -1], mov(0, 1), [0xc3, 10, 0, -8, 0xe1], EXIT], 'ffffffff'],
    [
      'compares and exchanges',
      [
        [0x7a, 10, 0, -8, 7],
        mov(0, 7),
        mov(1, 9),
        [0xdb, 10, 1, -8, 0xf1],
        [0x79, 2, 10, -8, 0],
        [0x67, 2, 0, 0, 8],
        [0x4f, 0, 2, 0, 0],
        EXIT,
      ],
      '907',
    ],
    ['leaves what does not compare', [[0x7a, 10, 0, -8, 7], mov(0, 8), mov(1, 9), [0xdb, 10, 1, -8, 0xf1], EXIT], '7'],
    [
      'stores releasing and loads acquiring',
      [mov(1, 5), [0xdb, 10, 1, -8, 0x110], [0xdb, 0, 10, -8, 0x100], EXIT],
      '5',
    ],
    [
      'reports an access outside',
      [mov(1, 0), [0x79, 0, 1, 8, 0], EXIT],
      'insn 1: load from 0x8, 8 bytes, outside of memory',
    ],
  ];
  it.each(cases)('%s', (_, insns, expected) => expect(result(insns, MEMORY)).toBe(expected));
});

describe('control', () => {
  const cases: readonly (readonly [string, readonly Insn[], string])[] = [
    ['jumps by gotol', [[0x06, 0, 0, 0, 1], EXIT, mov(0, 3), EXIT], '3'],
    [
      'calls a function, keeps r6',
      [mov(6, 4), mov(1, 5), [0x85, 0, 1, 0, 2], [0x0f, 0, 6, 0, 0], EXIT, [0xbf, 0, 1, 0, 0], mov(6, 100), EXIT],
      '9',
    ],
    [
      'leaves a may_goto loop',
      [mov(0, 0), [0x07, 0, 0, 0, 1], [0xe5, 0, 0, 1, 0], [0x05, 0, 0, -3, 0], EXIT],
      '800001',
    ],
    ['notices an endless loop', [[0x05, 0, 0, -1, 0], EXIT], 'no end after 100000000 instructions'],
    ['has a clock that stands at 0', [mov(1, -1), [0x85, 0, 0, 0, 5], [0x07, 0, 0, 0, 2], EXIT], '2'],
    ['has no maps, so no helpers for them', [[0x85, 0, 0, 0, 1], EXIT], 'insn 0: there is no helper 1 here'],
  ];
  it.each(cases)('%s', (_, insns, expected) => expect(result(insns)).toBe(expected));

  it('refuses what is no program', () => expect(exec(new Uint8Array(7), new Uint8Array()).ok).toBe(false));
});
