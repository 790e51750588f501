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

/** Operations that have no form with an immediate. */
const REGISTERS_ONLY = /^(neg|movsx)/;

describe('arithmetic', () => {
  it.each(ENCODINGS)('%s agrees with the definition on 64 and 32 bits', (name, bits, off) => {
    const next = random(0x5eed + bits + off);
    for (let i = 0; i < 300; i++) {
      const [a, b] = [operand(next), operand(next)];
      const immediate = s(b, 32);
      for (const width of [64, 32]) {
        if (name === 'movsx32' && width === 32) continue;
        const kind = (width === 64 ? 7 : 4) | bits;
        const wanted = (value: bigint): string =>
          u(OPERATIONS[name](u(a, width), u(value, width), width), width).toString(16);
        const register: Insn = [kind | (name === 'neg' ? 0 : 8), 0, 1, off, 0];
        const program = [...loadConstant(0, a), ...loadConstant(1, b), register, EXIT];
        expect(result(program), `${name}${width} ${a} ${b}`).toBe(wanted(b));
        if (REGISTERS_ONLY.test(name)) continue;
        const short = [...loadConstant(0, a), [kind, 0, 0, off, Number(immediate)] as const, EXIT];
        expect(result(short), `${name}${width} ${a} imm ${immediate}`).toBe(wanted(immediate));
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
      const immediate = s(b, 32);
      for (const width of [64, 32]) {
        const kind = (width === 64 ? 5 : 6) | bits;
        const wanted = (value: bigint): string => (holds(u(a, width), u(value, width), width) ? '1' : '0');
        const around = (jump: Insn): Insn[] => [
          ...loadConstant(1, a),
          ...loadConstant(2, b),
          mov(0, 1),
          jump,
          mov(0, 0),
          EXIT,
        ];
        expect(result(around([kind | 8, 1, 2, 1, 0])), `${name}${width} ${a} ${b}`).toBe(wanted(b));
        const short: Insn = [kind, 1, 0, 1, Number(immediate)];
        expect(result(around(short)), `${name}${width} ${a} imm ${immediate}`).toBe(wanted(immediate));
      }
    }
  });
});

/** name → size bits, bytes */
const SIZES = [
  ['byte', 0x10, 1],
  ['half word', 0x08, 2],
  ['word', 0x00, 4],
  ['double word', 0x18, 8],
] as const;

/** Sixteen bytes, little-endian, as a number; all below 128 or all above, so that loads are of both signs. */
const SEEN = ['000102030405060708090a0b0c0d0e0f', 'f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff'];
const numberOf = (hex: string): bigint => swapped(BigInt(`0x${hex}`), 8 * (hex.length / 2));

describe('loads and stores', () => {
  it.each(SIZES)('of a %s, at every alignment', (_, size, bytes) => {
    for (const memory of SEEN) {
      for (let at = 0; at + bytes <= 16; at++) {
        const seen = numberOf(memory) >> BigInt(8 * at);
        const width = 8 * bytes;
        const place = `${bytes} bytes at ${at} of ${memory}`;
        expect(result([[0x61 | size, 0, 1, at, 0], EXIT], memory), place).toBe(u(seen, width).toString(16));
        if (bytes < 8)
          expect(result([[0x81 | size, 0, 1, at, 0], EXIT], memory), place).toBe(u(s(seen, width)).toString(16));
        for (const [store, value] of [
          [[0x62 | size, 1, 0, at, -2], u(-2n)],
          [[0x63 | size, 1, 2, at, 0], 0x1122334455667788n],
        ] as const) {
          const mask = u(-1n, width) << BigInt(8 * at);
          const after = (numberOf(memory) & ~mask) | ((value << BigInt(8 * at)) & mask);
          for (const half of [0, 8]) {
            const program = [...loadConstant(2, 0x1122334455667788n), store, [0x79, 0, 1, half, 0] as const, EXIT];
            expect(result(program, memory), `${place}, stored`).toBe(u(after >> BigInt(8 * half)).toString(16));
          }
        }
      }
    }
  });

  /** name → `imm`, what becomes of the memory; with 1 set in `imm` the register gets what was there. */
  const ATOMICS: readonly (readonly [string, number, (old: bigint, value: bigint) => bigint])[] = [
    ['add', 0x00, (old, value) => old + value],
    ['or', 0x40, (old, value) => old | value],
    ['and', 0x50, (old, value) => old & value],
    ['xor', 0xa0, (old, value) => old ^ value],
    ['xchg', 0xe0, (_, value) => value],
  ];

  it.each(ATOMICS)('atomic %s agrees with the definition, with and without fetching', (name, imm, apply) => {
    const next = random(0xa70 + imm);
    for (let i = 0; i < 50; i++) {
      const [old, value] = [operand(next), operand(next)];
      for (const width of [64, 32]) {
        for (const fetches of name === 'xchg' ? [1] : [0, 1]) {
          const atomic: Insn = [width === 64 ? 0xdb : 0xc3, 10, 1, -8, imm | fetches];
          const start = [...loadConstant(0, old), ...loadConstant(1, value), [0x7b, 10, 0, -8, 0] as const, atomic];
          const kept = u(old) & ~u(-1n, width);
          const stored = kept | u(apply(u(old, width), u(value, width)), width);
          const what = `${name}${width} ${old} ${value}`;
          expect(result([...start, [0x79, 0, 10, -8, 0], EXIT]), what).toBe(stored.toString(16));
          const given = fetches === 1 ? u(old, width) : u(value);
          expect(result([...start, [0xbf, 0, 1, 0, 0], EXIT]), `${what} fetched`).toBe(given.toString(16));
        }
      }
    }
  });
});

describe('memory', () => {
  const MEMORY = 'f1f2f3f4f5f6f7f8';
  const cases: readonly (readonly [string, readonly Insn[], string])[] = [
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
    ['has a clock that stands at 0', [mov(1, -1), [0x85, 0, 0, 0, 5], [0x07, 0, 0, 0, 2], EXIT], '2'],
    ['has no maps, so no helpers for them', [[0x85, 0, 0, 0, 1], EXIT], 'insn 0: there is no helper 1 here'],
  ];
  it.each(cases)('%s', (_, insns, expected) => expect(result(insns)).toBe(expected));

  it('notices an endless loop', () => {
    const end = exec(bytesOf([[0x05, 0, 0, -1, 0], EXIT]), new Uint8Array(), 10_000);
    expect(end).toEqual({ ok: false, error: 'no end after 10000 instructions' });
  });

  it('refuses what is no program', () => expect(exec(new Uint8Array(7), new Uint8Array()).ok).toBe(false));
});
