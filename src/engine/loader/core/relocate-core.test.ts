import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defined } from '../../../lib/assert.ts';
import { toHex } from '../../../lib/bytes.ts';
import { DEFAULT_ENV } from '../../abi/env.ts';
import { kernelTypes } from '../../abi/vmlinux.ts';
import { assemble } from '../../asm/assemble.ts';
import { Btf } from '../../btf/btf.ts';
import { readObject } from '../../elf/read.ts';
import { decode } from '../../isa/insn.ts';
import { printAssembly } from '../../isa/text.ts';
import { logOf, logString } from '../../program/log-text.ts';
import type { CollectionSpec } from '../../program/spec.ts';
import { explainLog } from '../explain-log.ts';
import type { LoadedProgram } from '../load.ts';
import { loadCollection } from '../load.ts';

const TESTDATA = new URL('../testdata/core/', import.meta.url);

interface Golden {
  readonly errno: number;
  readonly insns?: string;
  readonly warnings?: readonly string[];
  readonly log?: string;
}

/** What libbpf 1.1 gave to the kernel: object → program → instructions. */
const GOLDEN: Readonly<Record<string, Readonly<Record<string, Golden>>>> = JSON.parse(
  readFileSync(new URL('golden.json', TESTDATA), 'utf8'),
);

function load(object: string): readonly LoadedProgram[] {
  const spec = readObject(readFileSync(new URL(object, TESTDATA)), object);
  if (!spec.ok) throw new Error(spec.error[0].message);
  return loadCollection(spec.value).programs;
}

/** Ids of the recorded types are not the kernel's; what the kernel lacks is not known of them. */
const OTHERWISE = new Set(['target_ids', 'unknown']);

describe.each(Object.entries(GOLDEN))('%s', (object, programs) => {
  const loaded = load(object);
  it.each(Object.entries(programs).filter(([name]) => !OTHERWISE.has(name)))(
    '%s is as libbpf relocates it',
    (name, golden) => {
      const { outcome, warnings, coreAccesses } = defined(
        loaded.find(({ spec }) => spec.name === name),
        name,
      );
      if (outcome.stage !== 'prog') throw new Error(outcome.messages.join('\n'));
      expect(warnings).toEqual(golden.warnings ?? []);
      if (golden.insns !== undefined) expect(toHex(outcome.request.insns)).toBe(golden.insns);
      if (golden.log === undefined) return;
      // Each program here that the kernel refuses reaches one poisoned instruction.
      const insn = decode(outcome.request.insns).imm.indexOf(195896080);
      const log = `${insn}: (85) call unknown#195896080\ninvalid func unknown#195896080\nprocessed 1 insns`;
      expect(
        logString(explainLog(logOf(log), coreAccesses))
          .split('\n')
          .slice(0, 2)
          .join('\n'),
      ).toBe(golden.log);
    },
  );
});

describe('the recorded types', () => {
  it('have ids of their own', () => {
    const { outcome } = defined(
      load('types.o').find(({ spec }) => spec.name === 'target_ids'),
      'target_ids',
    );
    if (outcome.stage !== 'prog') throw new Error(outcome.messages.join('\n'));
    const id = decode(outcome.request.insns).imm[0];
    expect(kernelTypes().btf.name(id)).toBe('list_head');
  });

  it('do not say that a type is missing', () => {
    const { outcome } = defined(
      load('types.o').find(({ spec }) => spec.name === 'unknown'),
      'unknown',
    );
    expect(outcome).toMatchObject({
      stage: 'object',
      errno: 3,
      messages: [
        expect.stringContaining('unknown type: struct no_such_struct_at_all is not in the recorded part'),
        expect.stringContaining('--btf'),
        expect.stringContaining('failed to relocate: -3'),
        'failed to perform CO-RE relocations: -3',
      ],
    });
  });
});

function specOf(text: string): CollectionSpec {
  const result = assemble(text, 'test.s');
  if (!result.ok) throw new Error(result.error.map(({ at, message }) => `${at?.line}: ${message}`).join('\n'));
  return result.value.spec;
}

/** The first instruction as relocated against a kernel that has the types of `target`, or why it could not be. */
function relocated(local: string, target: string, insn: string): string {
  const kernelText = `${target}\n.var keep: u8`.replace(/^/, '.data\n');
  const btf = Btf.parse(defined(specOf(kernelText).btf, 'BTF'));
  if (!btf.ok) throw new Error(btf.error.message);
  const kernel = { btf: btf.value, hasDestructor: () => false };
  const spec = specOf(`${local}\n.program p section=socket\n${insn}\nr0 = 0\nexit`);
  const [program] = loadCollection(spec, { env: DEFAULT_ENV, kernel }).programs;
  if (program.outcome.stage !== 'prog') return program.outcome.messages.join('; ');
  const text = printAssembly(decode(program.outcome.request.insns), 0) ?? '';
  return [text, ...program.warnings].join('; ');
}

const CASES: readonly (readonly [what: string, local: string, target: string, insn: string, result: string])[] = [
  [
    'finds a field that moved into an anonymous union',
    '.struct s { a: u32; b: u32 }',
    '.struct s { x: u64; union { y: u8; struct { z: u32; b: u32 } } }',
    '.core byte_off s "0:1"\nr1 = *(u32 *)(r1 + 4)',
    'w1 = *(u32 *)(r1 + 12)',
  ],
  [
    'reads a wider unsigned field wider',
    '.struct s { a: u16 }',
    '.struct s { x: u8; a: u64 }',
    '.core byte_off s "0:0"\nr1 = *(u16 *)(r1 + 0)',
    'r1 = *(u64 *)(r1 + 8)',
  ],
  [
    'poisons what would read a signed field of another size',
    '.struct s { a: s16 }',
    '.struct s { a: s64 }',
    '.core byte_off s "0:0"\nr1 = *(u16 *)(r1 + 0)',
    "call 195896080; prog 'p': relo #0: insn #0 (LDX/ST/STX) accesses field incorrectly. Make sure you are accessing pointers, unsigned integers, or fields of matching type and size.",
  ],
  [
    'poisons what reads a field of an incompatible type',
    '.struct s { a: u32 }',
    '.struct s { a: *void }',
    '.core byte_off s "0:0"\nr1 = 0',
    'call 195896080',
  ],
  [
    'follows arrays with the sizes of the kernel',
    '.struct e { v: u8 }\n.struct s { a: e[4] }',
    '.struct e { x: u64; v: u8 }\n.struct s { n: u32; a: e[8] }',
    '.core byte_off s "0:0:3:0"\nr1 += 3',
    'r1 += 64',
  ],
  [
    'stays inside of arrays',
    '.struct s { a: u8[8] }',
    '.struct s { a: u8[4] }',
    '.core field_exists s "0:0:6"\nr1 = 1',
    'r1 = 0',
  ],
  [
    'goes beyond an array without length',
    '.struct s { n: u32; a: u32[0] }',
    '.struct s { m: u32; n: u32; a: u32[0] }',
    '.core byte_off s "0:1:5"\nr1 = 24',
    'r1 = 28',
  ],
  [
    'takes candidates that agree',
    '.struct s { a: u32 }',
    '.struct s { x: u32; a: u32 }\n.struct s___v2 { y: u32; a: u32 }\n.struct s___v3 { b: u32 }',
    '.core byte_off s "0:0"\nr1 = 0',
    'r1 = 4',
  ],
  [
    'refuses candidates that do not',
    '.struct s { a: u32 }',
    '.struct s { x: u32; a: u32 }\n.struct s___v2 { a: u32 }',
    '.core byte_off s "0:0"\nr1 = 0',
    "prog 'p': relo #0: field offset ambiguity: 0 != 32; prog 'p': relo #0: failed to relocate: -22; failed to perform CO-RE relocations: -22",
  ],
  [
    'refuses candidates of different sizes',
    '.struct s {  a: u32 }',
    '.struct s { a: u32 }\n.struct s___v2 { a: u32; b: u64 }',
    '.core type_size s "0"\nr1 = 4',
    "prog 'p': relo #0: relocation decision ambiguity: success 16 != success 4; prog 'p': relo #0: failed to relocate: -22; failed to perform CO-RE relocations: -22",
  ],
  [
    'loads a bit-field by the smallest integer that holds it',
    '.struct s { a: u32:4; b: u32:4 }',
    '.struct s { x: u64; c: u32:30; b: u32:2 }',
    '.core lshift_u64 s "0:1"\nr1 <<= 56',
    'r1 <<= 32',
  ],
  [
    'knows enumerators by name',
    '.enum e { A, B }',
    '.enum e { Z = 7, B = 0x100000000 }',
    '.core enumval_value e "1"\nr1 = 1 ll',
    'r1 = 0x100000000 ll',
  ],
  [
    'knows what is not there',
    '.enum e { A, B }',
    '.enum e { A }',
    '.core enumval_value e "1"\nr1 = 1 ll',
    'call 195896080',
  ],
  ['gives types that are not there no size', '.struct s { a: u8 }', '', '.core type_size s "0"\nr1 = 1', 'r1 = 0'],
  [
    'matches structs behind pointers by name only',
    '.struct o { a: u8 }\n.struct s { p: *o; f: *func(*s) int }',
    '.struct o { b: u64 }\n.struct s { f: *func(*s) int; p: *o; q: u8 }',
    '.core type_matches s "0"\nr1 = 1',
    'r1 = 1',
  ],
  [
    'does not match functions with other parameters',
    '.struct s { f: *func(u32) int }',
    '.struct s { f: *func(u64) int }',
    '.core type_matches s "0"\nr1 = 1',
    'r1 = 0',
  ],
  [
    'expects what the compiler writes',
    '.struct s { a: u32; b: u32 }',
    '.struct s { b: u32 }',
    '.core byte_off s "0:1"\nr1 = 5',
    "prog 'p': relo #0: unexpected insn #0 (ALU/ALU64) value: got 5, exp 4 -> 0; prog 'p': relo #0: failed to patch insn #0: -22; failed to perform CO-RE relocations: -22",
  ],
  [
    'knows the bounds of offsets',
    '.struct s { a: u32 }',
    '.struct s { x: u8[40000]; a: u32 }',
    '.core byte_off s "0:0"\nr1 = *(u32 *)(r1 + 0)',
    "prog 'p': relo #0: insn #0 (LDX/ST/STX) value too big: 40000; prog 'p': relo #0: failed to patch insn #0: -34; failed to perform CO-RE relocations: -34",
  ],
  [
    'refuses strings that lead nowhere',
    '.struct s { a: u32 }',
    '.struct s { a: u32 }',
    '.core byte_off s "0:1"\nr1 = 0',
    "prog 'p': relo #0: parsing [2] struct s + 0:1 failed: -22; prog 'p': relo #0: failed to relocate: -22; failed to perform CO-RE relocations: -22",
  ],
  [
    'changes no jumps',
    '.struct s { a: u32 }',
    '.struct s { a: u32 }',
    '.core byte_off s "0:0"\nif r1 == 0 goto +0',
    "prog 'p': relo #0: trying to relocate unrecognized insn #0, code:0x15, src:0x0, dst:0x1, off:0x0, imm:0x0; prog 'p': relo #0: failed to patch insn #0: -22; failed to perform CO-RE relocations: -22",
  ],
];

describe('a relocation', () => {
  it.each(CASES)('%s', (_, local, target, insn, result) => expect(relocated(local, target, insn)).toBe(result));
});
