import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defined } from '../../lib/assert.ts';
import { fromHex, toHex } from '../../lib/bytes.ts';
import { Btf } from '../btf/btf.ts';
import type { ElfFile } from '../elf/elf-file.ts';
import { parseElf, parseRelocations, SHT_REL, STT_SECTION } from '../elf/elf-file.ts';
import { readObject } from '../elf/read.ts';
import { decode } from '../isa/insn.ts';
import { printAssembly } from '../isa/text.ts';
import { assemble } from './assemble.ts';
import type { Assembly } from './assembled.ts';
import { disassemble } from './disassemble.ts';
import { MAX_DIAGNOSTICS } from './problems.ts';

const CORPUS = new URL('../../conformance/corpus/', import.meta.url);

const testdata = (name: string): readonly (readonly [hex: string, text: string])[] =>
  readFileSync(new URL(`testdata/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ')).trim()]);

function assembled(text: string, name = 'test.s'): Assembly {
  const result = assemble(text, name);
  if (!result.ok) throw new Error(result.error.map(({ at, message }) => `${at?.line}: ${message}`).join('\n'));
  return result.value;
}

const codeOf = (text: string): string => toHex(assembled(text).sections[0].bytes);

/** `line:column-end message (notes)` of every mistake. */
function mistakes(text: string): readonly string[] {
  const result = assemble(text, 'test.s');
  const list = result.ok ? [] : result.error;
  return list.map(
    ({ at, message, notes }) => `${at?.line}:${at?.column}-${at?.endColumn} ${message}${notes ? ` (${notes})` : ''}`,
  );
}

describe('instructions', () => {
  // Bytes of llvm-mc 19.
  it.each(testdata('instructions.txt'))('%s  %s', (hex, text) => expect(codeOf(text)).toBe(hex));

  // What LLVM 19 has no spelling for, or does not know.
  it.each(testdata('extensions.txt'))('%s  %s', (hex, text) => expect(codeOf(text)).toBe(hex));

  it('are printed so that they assemble to themselves', () => {
    const texts = [...testdata('instructions.txt'), ...testdata('extensions.txt')].map(([hex]) => hex);
    for (const hex of texts) {
      const code = decode(defined(fromHex(hex), hex));
      const printed = defined(printAssembly(code, 0), hex);
      expect(codeOf(printed), printed).toBe(hex.slice(0, code.opcode[0] === 0x18 ? 32 : 16));
    }
  });
});

describe('symbols', () => {
  it('jumps to labels of all kinds', () => {
    expect(codeOf('a: goto a\n goto .Lend\n1: r1 = 0\n goto 1b\n goto 1f\n1:\n.Lend: exit')).toBe(
      '0500ffff000000000500030000000000b7010000000000000500feff0000000005000000000000009500000000000000',
    );
  });

  it('leaves to the loader what it cannot know', () => {
    const { sections } = assembled(
      '.globl g\ng: exit\nl: exit\n.section tc,"ax"\n call l\n call g\n r1 = l ll\n r1 = d + 4 ll\n.data\nd: .quad l',
    );
    const places = sections.map(
      ({ name, relocations }) => `${name} ${relocations.map((one) => `${one.offset}:${one.type}:${one.symbol.name}`)}`,
    );
    expect(places).toEqual(['.text ', 'tc 0:10:.text,8:10:g,16:1:.text,32:1:.data', '.data 0:2:.text']);
    expect(toHex(sections[1].bytes)).toBe(
      `8510000000000000${'85100000ffffffff'}1801000008000000${'00'.repeat(8)}1801000004000000${'00'.repeat(8)}`,
    );
  });

  it('calls a function of the text rather than the helper of the same name', () => {
    expect(codeOf('bpf_timer_start: exit\n call bpf_timer_start')).toBe('95000000000000008510000' + '0feffffff');
  });
});

interface Summary {
  readonly sections: readonly string[];
  readonly symbols: readonly string[];
}

/** What must agree between two objects: contents, relocations and symbols; order and strings are free. */
function summary(elf: ElfFile): Summary {
  const symbolName = (index: number): string => {
    const { type, name, section } = elf.symbols[index];
    return type === STT_SECTION ? elf.sections[section].name : (name ?? '');
  };
  const isTable = (name: string): boolean => name === '' || name === '.strtab' || name === '.symtab';
  const sections = elf.sections
    .filter(({ name }) => !isTable(name))
    .map((section) => {
      const { name, type, flags, size, data } = section;
      if (type !== SHT_REL) return `${name} ${type} ${flags} ${size} ${toHex(data)}`;
      return `${name} ${parseRelocations(section).map((one) => `${one.offset}:${one.type}:${symbolName(one.symbol)}`)}`;
    });
  const symbols = elf.symbols
    .filter(({ index, type }) => index > 0 && type !== STT_SECTION)
    .map(
      ({ name, bind, type, section, value, size }) =>
        `${name} ${bind} ${type} ${elf.sections[section].name} ${value} ${size}`,
    );
  return { sections: sections.sort(), symbols: symbols.sort() };
}

function elfOf(bytes: Uint8Array): ElfFile {
  const elf = parseElf(bytes);
  if (!elf.ok) throw new Error(elf.error.message);
  return elf.value;
}

/** Lines without comments; structs may be declared in any order. */
const statements = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => !line.trim().startsWith('#'))
    .sort();

const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(new URL(folder, CORPUS), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));

describe('the corpus', () => {
  it.each(filesIn('programs/', '.s'))('%s gives the object that LLVM made', (file) => {
    const ours = assembled(readFileSync(new URL(`programs/${file}`, CORPUS), 'utf8'), file);
    const theirs = readFileSync(new URL(`objects/${file.replace(/\.s$/, '.o')}`, CORPUS));
    expect(summary(elfOf(ours.object))).toEqual(summary(elfOf(theirs)));
  });

  it.each(filesIn('objects/', '.o'))('%s comes back from its disassembly', (file) => {
    const spec = readObject(readFileSync(new URL(`objects/${file}`, CORPUS)), file);
    if (!spec.ok) throw new Error(spec.error[0].message);
    const text = disassemble(spec.value);
    const { sections, spec: again } = assembled(text, file.replace(/\.o$/, '.s'));
    expect(statements(disassemble(again))).toEqual(statements(text));
    const code = sections.map(({ bytes }) => toHex(bytes));
    for (const { name, insns } of [...spec.value.programs, ...spec.value.functions])
      expect(
        code.some((hex) => hex.includes(toHex(insns))),
        name,
      ).toBe(true);
  });
});

describe('declarations', () => {
  const TIMER = `
    .struct pair { a: u8; b: u32 }
    .struct elem { count: u64; pairs: pair[2]; lock: bpf_spin_lock; timer: bpf_timer }
    .map timers type=hash key=u32 value=struct:elem max_entries=4 * 2 flags=BPF_F_NO_PREALLOC
    .map events type=ringbuf max_entries=4096
    .program arm section=xdp
        r1 = timers ll
        r2 = tick ll
        call twice
        r0 = XDP_PASS
        exit
    .callback tick map=timers
        r0 = 0
        exit
    .function twice args=u64
        r0 = r1
        exit`;

  it('become maps, programs and functions with their types', () => {
    const { spec } = assembled(TIMER, 'folder/timer.s');
    expect(spec.openErrors).toBeUndefined();
    expect(spec.license).toBe('GPL');
    expect(
      spec.maps.map(({ name, type, keySize, valueSize, maxEntries, flags }) => [
        name,
        type,
        keySize,
        valueSize,
        maxEntries,
        flags,
      ]),
    ).toEqual([
      ['timers', 1, 4, 48, 8, 1],
      ['events', 27, 0, 0, 4096, 0],
    ]);
    const btf = Btf.parse(defined(spec.btf, 'BTF'));
    if (!btf.ok) throw new Error(btf.error.message);
    const elem = btf.value.composite(spec.maps[0].btfValueTypeId);
    expect(elem?.members.map(({ name, bitOffset }) => `${name} ${bitOffset / 8}`)).toEqual([
      'count 0',
      'pairs 8',
      'lock 24',
      'timer 32',
    ]);
    const [arm, tick, twice] = [...spec.programs, ...spec.functions];
    expect([arm.name, arm.section, tick.linkage, twice.name]).toEqual(['arm', 'xdp', 'static', 'twice']);
    expect(btf.value.proto(tick.btfFuncId)?.params.map(({ name }) => name)).toEqual(['map', 'key', 'value']);
    expect(arm.references.map(({ insn, kind, target }) => `${insn} ${kind} ${target}`)).toEqual([
      '0 map timers',
      '2 func tick',
      '4 call twice',
    ]);
    expect([...defined(arm.sourceLines, 'lines')]).toEqual([7, 0, 8, 0, 9, 10, 11]);
    expect(
      arm.lines.map(({ lineOff, lineCol }) => `${btf.value.string(lineOff)} ${lineCol >> 10}:${lineCol & 1023}`)[3],
    ).toBe('r0 = XDP_PASS 10:9');
  });

  it('fill the slots of maps of maps and of program arrays', () => {
    const { spec } = assembled(`
      .map red type=array key=u32 value=u64 max_entries=1
      .map colours type=array_of_maps key=u32 max_entries=4 inner=red slots=red _ red
      .map jumps type=prog_array key=u32 value=u32 max_entries=2 slots=_ last
      .program last section=xdp
          r0 = 0
          exit`);
    expect(spec.openErrors).toBeUndefined();
    expect(spec.maps.map(({ name, slots }) => [name, slots])).toEqual([
      ['red', undefined],
      [
        'colours',
        [
          { index: 0, target: 'red' },
          { index: 2, target: 'red' },
        ],
      ],
      ['jumps', [{ index: 1, target: 'last' }]],
    ]);
    expect(assembled(disassemble(spec)).spec.maps.map(({ slots }) => slots)).toEqual(
      spec.maps.map(({ slots }) => slots),
    );
  });

  it('know the contexts of programs', () => {
    const { spec } = assembled(`
      .program p section=tc
          call length
          exit
      .function length args=*__sk_buff linkage=global
          r0 = *(u32 *)(r1 + 0)
          exit`);
    expect(disassemble(spec)).toContain('.function length args=*__sk_buff linkage=global');
  });

  it('give functions of the kernel the types that the kernel has', () => {
    const { spec } = assembled(`
      .extern bpf_wq_start
      .weak bpf_none_of_this_name
      .extern bpf_prog_active
      .program start section=tc
          call bpf_wq_start
          call bpf_none_of_this_name
          r1 = bpf_prog_active ll
          exit`);
    expect(spec.openErrors).toBeUndefined();
    expect(spec.ksyms).toEqual([
      { name: 'bpf_none_of_this_name', weak: true, isFunc: true },
      { name: 'bpf_prog_active', weak: false, isFunc: false, isUntyped: true },
      { name: 'bpf_wq_start', weak: false, isFunc: true },
    ]);
    const btf = Btf.parse(defined(spec.btf, 'BTF'));
    if (!btf.ok) throw new Error(btf.error.message);
    const proto = defined(btf.value.proto(defined(btf.value.find('bpf_wq_start', 'func'), 'function')), 'prototype');
    expect(proto.params.map(({ name, type }) => `${name} ${btf.value.kind(type)}`)).toEqual(['wq ptr', 'flags int']);
  });
});

describe('mistakes', () => {
  it.each([
    [
      '{ r1',
      '1:1-2 `{` does not begin an instruction (instructions look like `r1 = r2`, `r1 += 8`, `*(u32 *)(r10 - 4) = r1`)',
    ],
    [
      'r1 = \\\n  2\nr1 ==',
      '3:4-6 expected one of `=` `s/=` `s%=` `s>>=` `+=` `-=` `*=` `/=` `|=` `&=` `<<=` `>>=` `%=` `^=`, found `==`',
    ],
    ['exti', '1:1-5 `exti` does not begin an instruction (did you mean `exit`?)'],
    ['r1 = w2 w3', '1:9-11 expected the end of the line, found `w3`'],
    ['w1 = r2', '1:6-8 expected the 32-bit register w2, found `r2`'],
    ['r1 += w2', '1:7-9 expected the 64-bit register r2, found `w2`'],
    ['r1 +=', '1:6-7 expected a register (r0 to r10) or a number, found the end of the line'],
    [
      'r1 = be16 r2',
      '1:11-13 both registers must be the same: r1, found r2 (write two instructions: `r1 = r2`, then `r1 = be16 r1`)',
    ],
    ['r3 = *(u8 *)skb[4]', '1:1-3 this instruction has r0 here, found r3 (in `r3 = * ( u8 * ) skb [ 4 ]`)'],
    ['r1 = 4294967296', '1:6-16 4294967296 does not fit: expected 32 bits (`r1 = NUMBER ll` loads 64 bits)'],
    [
      'if r1 == 0x123456789 goto +1',
      '1:10-21 0x123456789 does not fit: expected 32 bits (`r1 = NUMBER ll` loads 64 bits)',
    ],
    ['*(u8 *)(r1 + 40000) = r2', '1:12-19 40000 does not fit: expected a signed 16-bit offset'],
    ['call bpf_timer_strat', '1:6-21 `bpf_timer_strat` is not defined (did you mean `bpf_timer_start`?)'],
    ['again: exit\n goto agian', '2:7-12 `agian` is not defined (did you mean `again`?)'],
    ['a: exit\na: exit', '2:1-2 `a` is defined already, in line 1'],
    ['.text\na: exit\n.section tc,"ax"\n goto a', '4:7-8 cannot jump to `a`, which is in section .text and not in tc'],
    ['.ascii "abc', '1:8-12 this string has no closing `"`'],
    ['exit /* never', '1:6-14 this comment has no closing `*/`'],
    ['.sectoin tc', '1:1-9 unknown directive `.sectoin` (did you mean `.section`?)'],
    ['.byte 256', '1:7-10 256 does not fit into 1 byte'],
    ['.zero 99999999999', '1:7-18 99999999999 is no size for a section of at most 67108864 bytes'],
    ['.byte 1\n exit', '2:2-6 an instruction must be at a multiple of 8 bytes, here is byte 1 (`.p2align 3` pads)'],
    ['.map m type=hsah', '1:13-17 expected a map type, found `hsah` (did you mean `hash`?)'],
    ['.map m tpye=hash', '1:8-12 .map has no `tpye` (did you mean `type=`?)'],
    [
      '.map m type=hash key=elme',
      '1:22-26 expected a type, found `elme` (types are u8 … u64, s8 … s64, bpf_timer, bpf_spin_lock, …, and structs declared above)',
    ],
    [
      '.map m type=hash slots=x',
      '1:18-23 a map of type hash has no slots to fill (array_of_maps, hash_of_maps and prog_array have)',
    ],
    [
      '.map red type=array key=u32\n.map m type=array_of_maps key=u32 inner=red slots=rde',
      '2:51-54 `rde` is not defined (did you mean `red`?)',
    ],
    ['.struct s { a: u32', '1:9-10 `s` has no closing `}`'],
    ['.program p section=xpd', '1:20-23 expected a section name of libbpf, found `xpd` (did you mean `xdp`?)'],
  ])('%j', (text, message) => expect(mistakes(text)).toEqual([message]));

  it('are reported all at once, in order, up to a bound', () => {
    expect(mistakes('r1 = nowhere ll\nr1 ==\nexit\n.foo').map((text) => text.slice(0, 2))).toEqual(['1:', '2:', '4:']);
    expect(mistakes('bad bad\n'.repeat(5000))).toHaveLength(MAX_DIAGNOSTICS);
  });

  it('never end in a crash: any text gives a result or places inside of it', () => {
    const words = fc.constantFrom(
      ...[
        'r1',
        'w2',
        '=',
        '+=',
        '*',
        '(',
        ')',
        'u32',
        '7',
        'll',
        'if',
        'goto',
        ':',
        'x',
        '.map',
        '.struct',
        '{',
        '}',
        'type=hash',
        '\n',
        ';',
        ',',
      ],
      ...[
        '.section',
        '"a"',
        '.byte',
        '-',
        '/*',
        '*/',
        '"',
        '1f',
        '1',
        '.set',
        'call',
        '.size',
        '.',
        '[',
        '.program',
        'section=xdp',
        '\u00e9',
        "'a",
      ],
    );
    const texts = fc.oneof(
      fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' ')),
      fc.string({ maxLength: 80 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const result = assemble(text, 'fuzz.s');
        if (result.ok) return;
        const lines = text.split('\n');
        expect(result.error.length).toBeGreaterThan(0);
        for (const { at } of result.error) expect(defined(at, 'place').line).toBeLessThanOrEqual(lines.length);
      }),
      { numRuns: 2000 },
    );
  });
});
