import { describe, expect, it } from 'vitest';
import { defined } from '../../lib/assert.ts';
import { toHex } from '../../lib/bytes.ts';
import { parseElf } from '../elf/elf-file.ts';
import { assemble } from './assemble.ts';

/** The bytes of a section of the object that a text gives; `; ` ends a line. */
function bytesOf(section: string, text: string): string {
  const assembled = assemble(`.section ${section}\n${text.replaceAll('; ', '\n')}\n`, 'data.s');
  if (!assembled.ok) throw new Error(assembled.error[0].message);
  const elf = parseElf(assembled.value.object);
  if (!elf.ok) throw new Error(elf.error.message);
  const found = elf.value.sections.find(({ name }) => name === section);
  return toHex(defined(found, section).data);
}

describe('bytes of data', () => {
  /** As llvm-mc 19 writes them. */
  it.each([
    ['.byte 1, -1, 0x80', '01ff80'],
    ['.2byte 1, -2', '0100feff'],
    ['.4byte 1, -2', '01000000feffffff'],
    ['.8byte 1, -2', '0100000000000000feffffffffffffff'],
    ['.quad 0x1122334455667788', '8877665544332211'],
    ['.ascii "ab\\n\\"\\\\"', '61620a225c'],
    ['.asciz "ab", "c"', '6162006300'],
    ['.uleb128 0', '00'],
    ['.uleb128 127', '7f'],
    ['.uleb128 128', '8001'],
    ['.uleb128 624485', 'e58e26'],
    ['.sleb128 -1', '7f'],
    ['.sleb128 63', '3f'],
    ['.sleb128 64', 'c000'],
    ['.sleb128 -64', '40'],
    ['.sleb128 -65', 'bf7f'],
    ['.sleb128 -123456', 'c0bb78'],
    ['.zero 3', '000000'],
    ['.zero 3, 0xab', 'ababab'],
    ['.skip 2, 1', '0101'],
    ['.fill 3', '000000'],
    ['.fill 2, 2, 0x1234', '34123412'],
    ['.fill 2, 8, 0x12345678', '78563412000000007856341200000000'],
    ['.byte 1; .p2align 3; .byte 2', '010000000000000002'],
    ['.byte 1; .balign 4; .byte 2', '0100000002'],
    ['.byte 1; .balign 8, 0xee; .byte 2', '01eeeeeeeeeeeeee02'],
    ['.byte 1; .balign 16; .byte 2', '0100000000000000000000000000000002'],
    ['.8byte 1; .balign 16; .byte 2', '0100000000000000000000000000000002'],
    ['.8byte 1; .p2align 4, 0xcc; .byte 2', '0100000000000000cccccccccccccccc02'],
  ])('%s', (text, bytes) => expect(bytesOf('.data', text)).toBe(bytes));

  it('pads code with instructions that do nothing', () =>
    expect(bytesOf('.text', 'r0 = 0; .p2align 4; exit')).toBe(
      'b700000000000000' + '0500000000000000' + '9500000000000000',
    ));

  it('gives a variable of .bss its place', () => {
    const assembled = assemble('.comm a, 3\n.comm b, 4, 8\n', 'bss.s');
    if (!assembled.ok) throw new Error(assembled.error[0].message);
    const elf = parseElf(assembled.value.object);
    const symbols = elf.ok ? elf.value.symbols.map(({ name, value, size }) => ({ name, value, size })) : [];
    expect(symbols).toEqual(
      expect.arrayContaining([
        { name: 'a', value: 0, size: 3 },
        { name: 'b', value: 8, size: 4 },
      ]),
    );
  });
});
